/* test-words.c — what a reader is told */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"
#include "tiny.h"

#include "asof/march-words.h"

static void
test_findings (void)
{
  static const struct
  {
    const char *assertions;
    const char *place;
    const char *expected;
  } rows[] = {
    { "", "u", "u. Not disputed in this dossier." },
    { "control u A whole 2020/..", "u", "u. Held by A." },
    { "control u A part 2020/..", "u", "u. Partly held by A." },
    { "control u A most 2020/..", "u", "u. Partly held by A, most of it." },
    { "control u A foothold 2020/..", "u", "u. Foothold of A." },
    { "control u A contested 2020/..", "u", "u. Contested by A." },
    { "control u A not_whole 2020/..", "u", "u. Not wholly held by A." },
    { "control u A not_stated 2020/..", "u", "u. Held by A, extent not stated." },
    { "control u A whole 2020/.. by=a", "u", "u. A says it holds it." },
    { "control u A part 2020/.. by=a", "u", "u. A says it holds part of it." },
    { "control u A most 2020/.. by=a", "u", "u. A says it holds most of it." },
    { "control u A foothold 2020/.. by=a", "u", "u. A says it has a foothold." },
    { "control u A not_stated 2020/.. by=a", "u", "u. A says it holds it." },
    { "control u A whole 2020/.. concluded", "u", "u. Held by A, concluded, low confidence." },
    { "control u A whole 2024/..", "u", "u. Held by A, perhaps." },
    { "control u A whole 2020/.. by=v", "u", "u. Held by A, as the other side says." },
    { "control u A part 2023-05-01", "u", "u. Partly held by A, last reported 1 May 2023." },
    { "control V A whole 2020/..", "u", "u. Held by A, as all of V." },
    { "control u A part 2023-05", "u", "u. Partly held by A, last reported May 2023." },
    { "control u A part 2023-05~", "u", "u. Partly held by A, last reported about May 2023." },
    { "control u A part 2023-05-15~", "u",
      "u. Partly held by A, last reported about 15 May 2023." },
    { "control u A part 2023?", "u", "u. Partly held by A, last reported perhaps 2023." },
    { "claim u A law 2020-09/.. concluded", "u",
      "u. No quotation on record of who holds it. A says it owns it, concluded, low confidence, "
      "since September 2020." },
    { "claim u A law 1991/2022-04 concluded; claim u A law 2022-05~/..", "u",
      "u. No quotation on record of who holds it. A says it owns it, since 1991 (concluded)." },
    { "claim u A aspiration 2020/.. by=a", "u",
      "u. No quotation on record of who holds it. An official of A voiced a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=p", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=o", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=o said=2009", "u",
      "u. No quotation on record of who holds it. An official of A voiced a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=o; evidence 1 disputed said=2009", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=q", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, since 2020." },
    { "area A 2024-01-01 0 0.6", "u",
      "u. Partly held by A, 60 % of it (74 km²), area of “Gazette” of 1 January 2024." },
    { "area A 2024-01-01 0 0.6", "s", "s. Held by A, area of “Gazette” of 1 January 2024." },
    { "claim u A aspiration 2020/.. by=m said=2009", "u",
      "u. No quotation on record of who holds it. An official of A voiced a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=n", "u",
      "u. No quotation on record of who holds it. An official of A voiced a claim, since 2020." },
    { "claim u A aspiration 2020/.. by=b", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, since 2020." },
    { "control s A whole 2020/..", "u",
      "u. Not disputed as a whole in this dossier; in dispute: s." },
    { "control s A whole 2020/..; control u A part 2020/..", "V",
      "V. Not disputed as a whole in this dossier; in dispute: u." },
    { "control c A part 2020/..; control u A part 2020/..", "V",
      "V. Not disputed as a whole in this dossier; in dispute: u." },
    { "control u A part 2020/..", "c",
      "c. Not disputed as a whole in this dossier; in dispute: u." },
    { "control w A part 2020/..", "d", "d. Not disputed in this dossier." },
    { "claim u A law 2020-09/..", "u",
      "u. No quotation on record of who holds it. A says it owns it, since September 2020." },
    { "claim u A law ../2030", "u",
      "u. No quotation on record of who holds it. A says it owns it." },
    { "claim u A aspiration 2024/..", "u",
      "u. No quotation on record of who holds it. A voice from A spoke of a claim, perhaps since "
      "2024." },
    { "control u A none 2020/..; claim u A law 2020/..", "u",
      "u. Not held by A. A says it owns it, since 2020." },
    { "control u A whole 2020/..; control u B whole 2020/..", "u",
      "u. Held by A. Held by B. Sources disagree." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
      g_autofree char *words = march_words_finding (
          march_snapshot_get_finding (snapshot, tiny_place (corpus, rows[i].place)), "en");

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

static void
test_assertions (void)
{
  static const struct
  {
    const char *assertion;
    const char *expected;
  } rows[] = {
    { "control u A part 2020/.. by=a", "Partly held by A" },
    { "control u A part 2020/.. is_not", "Not held by A" },
    { "claim u A law 2020/..", "A says it owns it" },
    { "claim u A law 2020/.. is_not", "A does not say it owns it" },
    { "figure u 10 20 2020", "people: 10–20" },
    { "figure u 10.5 10.5 2020", "people: 10.5" },
    { "figure u 10 10 2020 hedged", "people: about 10" },
    { "figure u 10 20 2020 title=Dozens", "Dozens (10–20)" },
    { "figure u 10 10 2020 title=Some hedged", "Some (about 10)" },
    { "control u A whole 2020/.. intended", "Held by A (intended)" },
    { "claim u A law 2020/.. predicted", "A says it owns it (predicted)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertion);
      g_autofree char *words =
          march_words_assertion (g_ptr_array_index (march_corpus_get_assertions (corpus), 0), "en");

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

/* A stand is told with its mode, and one on conditions doesn't say that it accepts. */
static void
test_stands (void)
{
  static const struct
  {
    MarchStand  stand;
    MarchMode   mode;
    const char *expected;
  } rows[] = {
    { MARCH_STAND_ACCEPTS, MARCH_MODE_STATED, "accepts" },
    { MARCH_STAND_ACCEPTS, MARCH_MODE_HEDGED, "accepts (hedged)" },
    { MARCH_STAND_REJECTS, MARCH_MODE_PREDICTED, "rejects (predicted)" },
    { MARCH_STAND_CONDITIONAL, MARCH_MODE_STATED, "takes a conditional position" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MarchAssertion position = { .kind = MARCH_KIND_POSITION,
                                        .stand = rows[i].stand,
                                        .mode = rows[i].mode };
      g_autofree char     *words = march_words_stand (&position);

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

/* The quotation of Velmark's sources that begins with these words. */
static const MarchQuotation *
find_quotation (MarchCorpus *corpus, const char *words)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (quotations, i);

      if (g_str_has_prefix (quotation->exact, words))
        return quotation;
    }
  g_assert_not_reached ();
}

static void
test_quotations (void)
{
  static const struct
  {
    const char *begins;
    const char *quote;
    const char *attribution;
    const char *source;
    const char *grade;
    const char *meaning;
  } rows[] = {
    { "Farrow is", "“Farrow is in our hands”",
      "Mara Holt, Foreign minister, quoted by Ada Lindqvist, said 2017",
      "Ada Lindqvist, “The Quiet Partition of Velmark”, The Herald, 10 March 2021", "B4",
      "B4: usually reliable, doubtful" },
    { "Velmark has said", "Velmark has said so since it joined the convention of 2010",
      "Ada Lindqvist, on Velmark",
      "Ada Lindqvist, “The Quiet Partition of Velmark”, The Herald, 10 March 2021", "B2",
      "B2: usually reliable, probably true" },
    { "he laughed", "he laughed and said that he was not the goverment [sic]",
      "an unnamed outlet, on Ludo Penn, Adviser",
      "A report on talks in a school gym, publication not known, about February 2023", "F2",
      "F2: reliability can't be judged, probably true" },
    { "The Free Marches do not", "“The Free Marches do not fully control Calda.”",
      "Border Survey Office", "“Sheet notes to the June edition”, Border Survey Office, June 2022",
      "A2", "A2: completely reliable, probably true" },
  };
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MarchQuotation *quotation = find_quotation (corpus, rows[i].begins);
      g_autofree char      *quote = march_words_quote (quotation);
      g_autofree char      *attribution = march_words_attribution (quotation, "en");
      g_autofree char      *source = march_words_source (quotation->source);
      g_autofree char      *grade = march_words_grade (quotation);
      g_autofree char      *meaning = march_words_grade_meaning (quotation);

      g_assert_cmpstr (quote, ==, rows[i].quote);
      g_assert_cmpstr (attribution, ==, rows[i].attribution);
      g_assert_cmpstr (source, ==, rows[i].source);
      g_assert_cmpstr (grade, ==, rows[i].grade);
      g_assert_cmpstr (meaning, ==, rows[i].meaning);
    }
}

static void
test_bare_quotation (void)
{
  const MarchSource    source = { .title = (char *) "Gazette",
                                  .titled = TRUE,
                                  .author = (char *) "",
                                  .publication = (char *) "",
                                  .published = (char *) "" };
  const MarchQuotation pointer = { .source = &source, .sic = (char *) "" };
  g_autofree char     *words = march_words_source (&source);
  g_autofree char     *grade = march_words_grade (&pointer);

  g_assert_null (march_words_quote (&pointer));
  g_assert_cmpstr (words, ==, "“Gazette”, publication not known, date not known");
  g_assert_cmpstr (grade, ==, "");
}

static void
test_question (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("control u A whole 2020/..");
  g_autoptr (MarchSnapshot) plain = tiny_ask (corpus, "2024-02-01", NULL);
  g_autofree char          *words = march_words_question (plain, "en");
  MarchQuestion             question = { .as_of = march_day_from_ymd (2024, 2, 1),
                                         .known_by = march_day_from_ymd (2024, 3, 1),
                                         .according_actor = tiny_actor (corpus, "A")->id };
  g_autoptr (MarchSnapshot) asked = march_snapshot_new (corpus, &question);
  g_autofree char          *asked_words = march_words_question (asked, "en");

  g_assert_cmpstr (words, ==, "As of 1 February 2024, all sources");
  g_assert_cmpstr (asked_words, ==, "As of 1 February 2024, known by 1 March 2024, according to A");
}

/* Names that are added are in a language, whatever the locale is called. */
static void
test_tag (void)
{
  static const struct
  {
    const char *locale;
    const char *tag;
  } cases[] = {
    { "uk_UA.UTF-8", "uk" }, { "de", "de" }, { "sr_RS@latin", "sr" }, { "C.UTF-8", "en" },
    { "POSIX", "en" },       { "C", "en" },
  };
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].locale, TRUE);
      g_assert_cmpstr (march_words_get_tag (), ==, cases[i].tag);
    }
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/words/findings", test_findings);
  g_test_add_func ("/asof/words/assertions", test_assertions);
  g_test_add_func ("/asof/words/stands", test_stands);
  g_test_add_func ("/asof/words/quotations", test_quotations);
  g_test_add_func ("/asof/words/bare-quotation", test_bare_quotation);
  g_test_add_func ("/asof/words/question", test_question);
  g_test_add_func ("/asof/words/tag", test_tag);
  return g_test_run ();
}
