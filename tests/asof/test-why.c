/* test-why.c — why a place has its colour, and what nobody knows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"
#include "tiny.h"

#include "corpus/march-corpus-builder.h"
#include "asof/march-gaps.h"
#include "asof/march-sweep.h"
#include "asof/march-why.h"

static MarchSnapshot *
ask (MarchCorpus *corpus, const char *day)
{
  MarchQuestion question = { .known_by = MARCH_DAY_MAX };

  g_assert_true (march_day_parse (day, &question.as_of, NULL));
  return march_snapshot_new (corpus, &question);
}

/* "symbol|headline" of each row. */
static char *
list_rows (MarchWhy *why)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = g_ptr_array_index (why->rows, i);

      g_assert_cmpstr (row->rule, !=, "");
      g_string_append_printf (text, "%s%d %s%s", i > 0 ? "; " : "", row->symbol, row->headline,
                              row->concluded ? " (concluded)" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *assertions;
    const char *place;
    const char *expected;
  } rows[] = {
    { "", "u", "0 Not disputed in this dossier" },
    { "control u A whole 2020/..", "u", "1 Held by A" },
    { "control u A whole 2020/.. by=a", "u", "2 A says it holds it" },
    { "control u A part 2020/.. by=a", "u", "2 A says it holds part of it" },
    { "control u A part 2020/.. concluded", "u", "3 Partly held by A (concluded)" },
    { "control u A foothold 2020/..", "u", "4 Foothold of A" },
    { "control u A not_stated 2020/..", "u", "5 Held by A, extent not stated" },
    { "control u A not_whole 2020/..", "u", "6 Not wholly held by A" },
    { "control u A contested 2020/..", "u", "7 Contested by A" },
    { "control u A whole 2020/..; claim u V borders 2020/..", "u",
      "1 Held by A; 9 V says it owns it" },
    { "claim u A aspiration 2020/..", "u",
      "11 No quotation on record; 10 A voice from A spoke of a claim" },
    { "control u A none 2020/..; claim u A law 2020/..", "u",
      "11 Not held by A; 9 A says it owns it" },
    { "control u A whole 2020/..; control u B whole 2020/.. concluded", "u", "1 Held by A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-02-01");
      g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, rows[i].place));
      g_autofree char          *actual = list_rows (why);

      g_assert_cmpstr (actual, ==, rows[i].expected);
    }
}

static const char *
get_rule (MarchWhy *why, guint index)
{
  return ((const MarchWhyRow *) g_ptr_array_index (why->rows, index))->rule;
}

static void
test_rules (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new ("control V A whole 2020/..; claim V A law "
                                                    "2020/..; claim w V law 2024/..");
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-02-01");
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, "u"));
  g_autoptr (MarchWhy)      rival = march_why_new (snapshot, tiny_place (corpus, "w"));

  g_assert_cmpstr (get_rule (why, 0), ==,
                   "The whole is held: solid colour. It is said of all of V, and so of its parts.");
  g_assert_cmpstr (get_rule (why, 1), ==,
                   "A claim to land that nobody else is on record as holding or claiming: no "
                   "hatch. It is a claim to V, and so to its parts.");
  g_assert_cmpstr (get_rule (rival, 1), ==,
                   "A claim to land that the claimant itself holds: no hatch over its own colour. "
                   "It is a claim to V, and so to its parts.");
  g_assert_cmpstr (get_rule (rival, 2), ==,
                   "The day lies in some readings of its dates only: a dotted outline, without "
                   "fill or hatch.");
}

static const char *
get_rule_of (const char *assertions, const char *place)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (assertions);
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-02-01");
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, place));

  return g_intern_string (get_rule (why, 0));
}

/* The rule of an undisputed place speaks of a recognised state only where there is one. */
static void
test_undisputed_rules (void)
{
  g_assert_cmpstr (get_rule_of ("", "u"), ==,
                   "Nobody but its recognised state is on record as holding it, saying it holds it "
                   "or saying it owns it: plain, without colour.");
  g_assert_cmpstr (get_rule_of ("", "z"), ==,
                   "Nobody is on record as holding it, saying they hold it or saying they own it, "
                   "and no state is recognised as having it: plain, without colour.");
  g_assert_cmpstr (get_rule_of ("control u A whole 2020/..", "V"), ==,
                   "Nobody but its recognised state is on record as holding it as a whole, saying "
                   "so or saying it owns it: without a colour of its own. Its parts are drawn by "
                   "what is said of each.");
}

/* What supports comes before what qualifies and disputes, and stored words before pointers; the
 * others are told apart. */
static void
test_bearing (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "control u A part 2020/.. pointer; evidence 1 disputed note=Doubtful; "
      "evidence 1 pointer qualified; evidence 1 qualified; evidence 1 note=Plain; "
      "control u A not_whole 2020/..");
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-02-01");
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, "u"));
  const MarchWhyRow        *row = g_ptr_array_index (why->rows, 0);
  g_autofree char          *text = march_why_to_text (why);
  g_autoptr (GString)       order = g_string_new (NULL);

  g_assert_cmpuint (row->quotations->len, ==, row->evidence->len);
  for (guint i = 0; i < row->quotations->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (row->evidence, i);

      g_assert_true (g_ptr_array_index (row->quotations, i) == evidence->quotation);
      g_string_append_printf (order, " %" G_GINT64_FORMAT, evidence->quotation->id);
    }
  g_assert_cmpstr (order->str, ==, " 5 6 1 4 3 2");
  g_assert_nonnull (strstr (text, "\n   – “evidence 1 note=Plain”\n     “Gazette”, "));
  g_assert_nonnull (strstr (text, "     Note: Plain\n   – “control u A not_whole 2020/..”\n"));
  g_assert_nonnull (strstr (text, "\n   – [qualifies] “evidence 1 qualified”\n"));
  g_assert_nonnull (strstr (text, "\n   – [disputes] “evidence 1 disputed note=Doubtful”\n"));
  g_assert_nonnull (strstr (text, "     Note: Doubtful\n"));
}

static gboolean
contains (GPtrArray *sentences, const char *sentence)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_str_equal (g_ptr_array_index (sentences, i), sentence))
      return TRUE;
  return FALSE;
}

static void
test_unknown (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2022-12-31");
  g_autoptr (MarchWhy) calda = march_why_new (snapshot, compiled_place (corpus, "Calda Province"));
  g_autoptr (MarchWhy)      hollen = march_why_new (snapshot, compiled_place (corpus, "Hollen"));
  g_autoptr (MarchWhy) brena = march_why_new (snapshot, compiled_place (corpus, "Brena Province"));
  g_autoptr (MarchWhy)      eskmark = march_why_new (snapshot, compiled_place (corpus, "Eskmark"));

  g_assert_true (contains (march_why_get_not_known (calda),
                           "Control from 1 January 2010 through 30 April 2019: no quotation on "
                           "record."));
  g_assert_true (contains (march_why_get_not_known (calda),
                           "Where the line runs: no source states it."));
  g_assert_true (
      contains (march_why_get_not_known (calda), "How much Free Marches holds: not stated."));
  g_assert_false (
      contains (march_why_get_not_known (calda), "How much Velmark holds: not stated."));
  g_assert_true (contains (march_why_get_not_known (calda),
                           "Who holds its parts Hollen: no quotation on record."));
  g_assert_true (contains (march_why_get_not_known (hollen),
                           "Calda Province: Partly held by Free Marches; no source says whether "
                           "that part is here."));
  g_assert_true (contains (march_why_get_not_known (brena),
                           "Whether Free Marches holds it: no independent source says so."));
  g_assert_cmpuint (march_why_get_not_known (eskmark)->len, ==, 0);
}

static void
test_text (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2018-07-01");
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, compiled_place (corpus, "Farrow"));
  g_autofree char          *text = march_why_to_text (why);
  static const char *const  parts[] = {
     "Farrow. Held by Velmark. Harrow says it owns it. Velmark says it owns it, since 2010, as all "
      "of Velmark.\nAs of 1 July 2018, all sources\n",
     "Drawn by this rule: The whole is held: solid colour.",
     "– “Velmark has held the whole of Farrow since 2016; I have walked its length.”",
     "     Ada Lindqvist, “The Quiet Partition of Velmark”, The Herald, 10 March 2021 (verbatim, "
      "B2)",
     "Sources disagree; the analyst has settled it",
     "preferred: The author walked it; the minister spoke for a party.",
     "“Farrow is in our hands”",
     "Not known",
  };
  const char *rest = text;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      rest = strstr (rest, parts[i]);
      if (rest == NULL)
        g_error ("“%s” is not in its place in:\n%s", parts[i], text);
    }
}

/* Words that were not known then don't stand in the text either. */
static void
test_text_known_by (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  MarchQuestion question = { .as_of = march_day_from_ymd (2022, 12, 31),
                             .known_by = march_day_from_ymd (2021, 3, 10) };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
  g_autoptr (MarchWhy) why = march_why_new (snapshot, compiled_place (corpus, "Brena Province"));
  g_autofree char          *text = march_why_to_text (why);
  MarchQuestion             early = { .as_of = march_day_from_ymd (2022, 12, 31),
                                      .known_by = march_day_from_ymd (2021, 3, 9) };
  g_autoptr (MarchSnapshot) nothing = march_snapshot_new (corpus, &early);
  g_autoptr (MarchWhy) empty = march_why_new (nothing, compiled_place (corpus, "Brena Province"));

  g_assert_null (strstr (text, "Border Survey Office"));
  g_assert_nonnull (strstr (text, "known by 10 March 2021"));
  g_assert_cmpstr (empty->summary, ==,
                   "Nothing is on record yet on this day: the earliest source is of 10 March "
                   "2021.");
}

/* The sentences of a kind, joined by line ends. */
static char *
list_gaps (GPtrArray *gaps, MarchGapKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const MarchGap *gap = g_ptr_array_index (gaps, i);

      if (gap->kind == kind)
        g_string_append_printf (text, "%s\n", gap->sentence);
    }
  return g_string_free (text, FALSE);
}

static void
test_gaps (void)
{
  static const struct
  {
    MarchGapKind kind;
    const char  *expected;
  } rows[] = {
    { MARCH_GAP_CONTROL_SILENT,
      "Control of Brena Province: no quotation on record from 1 January 2010 through 30 April "
      "2019.\n"
      "Control of Calda Province: no quotation on record from 1 January 2010 through 30 April "
      "2019.\n"
      "Control of Dorn: no quotation on record from 1 January 2010 through 31 December 2017.\n"
      "Control of Farrow: no quotation on record from 1 January 2010 through 31 December 2015.\n"
      "Control of Orsay Island: no quotation on record from 1 January 2010 through 19 May 2022.\n"
      "Control of Tarn: no quotation on record from 1 January 2010 through 31 December 2016.\n"
      "Control of Gulf of Selm: no quotation on record from 1 January 2010 through 31 December "
      "2023.\n"
      "Control of Hollen: no quotation on record from 1 January 2021 through 31 December 2023.\n"
      "Control of Port Calda: no quotation on record from 1 January 2021 through 31 January 2021.\n"
      "Control of Selm Bridge: no quotation on record from 1 January 2021 through 1 June 2022.\n" },
    { MARCH_GAP_NO_INDEPENDENT,
      "The Marches: “Held by Free Marches” is concluded; no independent source says so.\n" },
    { MARCH_GAP_CONFLICT, "Brena Province: sources disagree: “People who left Brena in 2019 "
                          "(40,000 people)” and "
                          "“People who left Brena in 2019 (55,000–60,000 people)”.\n"
                          "Dorn: sources disagree: “Partly held by Velmark, most of it” and "
                          "“Partly held by Harrow, most of it”.\n" },
    { MARCH_GAP_NO_EVIDENCE, "" },
    { MARCH_GAP_UNIDENTIFIED_SOURCE,
      "“Sheet notes to the June edition”: not known: author.\n"
      "“A report on talks in a school gym”: not known: title, author, publication.\n" },
    { MARCH_GAP_INFERRED_DATE,
      "“A report on talks in a school gym”: its date, about February 2023, is inferred.\n" },
    { MARCH_GAP_UNGRADED, "" },
    { MARCH_GAP_NO_TEXT, "“The Quiet Partition of Velmark”: its text isn't attached.\n"
                         "“Sheet notes to the June edition”: its text isn't attached.\n"
                         "“A report on talks in a school gym”: its text isn't attached.\n" },
  };
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *actual = list_gaps (gaps, rows[i].kind);

      g_assert_cmpstr (actual, ==, rows[i].expected);
    }
}

static void
test_gaps_of_assertions (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new ("control u A whole 2020/.. disputed; control u "
                                                    "A part 2020/.. by=a");
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);
  g_autofree char        *evidence = list_gaps (gaps, MARCH_GAP_NO_EVIDENCE);
  g_autofree char        *own = list_gaps (gaps, MARCH_GAP_NO_INDEPENDENT);

  g_assert_cmpstr (evidence, ==, "u: no quotation supports “Held by A”.\n");
  g_assert_cmpstr (own, ==,
                   "u: “A says it holds part of it” rests on the holder's own word alone.\n");
}

/* A town is asked about only on the days on which it is disputed, and not its region's whole. */
static void
test_gaps_of_marks (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "claim u A law 2020-01-01/2021-12-31; control s A whole 2021-01-01/2021-06-30; "
      "claim z A law 2022-03-01/..; claim c A law 2020-01-01/..");
  g_autoptr (GPtrArray) gaps = march_gaps_list (corpus);
  g_autofree char      *silent = list_gaps (gaps, MARCH_GAP_CONTROL_SILENT);

  g_assert_cmpstr (silent, ==,
                   "Control of s: no quotation on record from 1 January 2020 through 31 December "
                   "2020.\n"
                   "Control of s: no quotation on record from 1 July 2021 through 31 December "
                   "2029.\n"
                   "Control of z: no quotation on record from 1 March 2022 through 31 December "
                   "2029.\n");
}

/* A draft that nobody quotes is a gap. */
static void
test_gaps_of_proposals (void)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (MarchCorpus)        corpus = NULL;
  g_autoptr (GPtrArray)          gaps = NULL;
  g_autofree char               *sentences = NULL;

  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" }, "2000",
                                  "2029");
  march_corpus_builder_add_proposal (
      builder, &(MarchProposal){ .id = 1, .title = (char *) "A line" }, 0);
  corpus = march_corpus_builder_finish (builder, NULL);
  gaps = march_gaps_list (corpus);
  sentences = list_gaps (gaps, MARCH_GAP_NO_EVIDENCE);
  g_assert_cmpstr (sentences, ==, "No quotation supports the proposal “A line”.\n");
}

/* The overview of the shipped dossier says where its documents are silent. */
static void
test_shipped_gaps (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (SHIPPED);
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);
  g_autofree char        *silent = list_gaps (gaps, MARCH_GAP_CONTROL_SILENT);

  g_assert_nonnull (strstr (silent, "Control of Donetsk Oblast: no quotation on record from 1 "
                                    "January 2014 through 31 December 2021.\n"));
  g_assert_nonnull (strstr (silent, "Control of Luhansk Oblast: no quotation on record from 1 "
                                    "January 2014 through 31 December 2021.\n"));
  g_assert_nonnull (strstr (silent, "Control of Zaporizhzhia Nuclear Power Plant: no quotation on "
                                    "record from 1 September 2022 through 31 January 2026.\n"));
}

static void
check_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  MarchDay                 *next = data;
  MarchQuestion             last = *march_snapshot_get_question (snapshot);
  g_autoptr (MarchSnapshot) other = NULL;

  g_assert_cmpint (from, ==, *next);
  g_assert_cmpint (from, <, until);
  *next = until;
  last.as_of = until - 1;
  other = march_snapshot_new (march_snapshot_get_corpus (snapshot), &last);
  g_assert_true (march_snapshot_equal_drawing (snapshot, other));
}

/* Stretches follow each other without a break, and nothing changes inside one. */
static void
test_sweep (void)
{
  g_autoptr (MarchCorpus)  corpus = compiled_corpus_new (VELMARK);
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  MarchDay                 next = facts->first;

  march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, check_stretch, &next);
  g_assert_cmpint (next, ==, facts->last + 1);
}

static void
count_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  ++*(guint *) data;
}

/* A timeline without both ends has no stretches. */
static void
test_no_timeline (void)
{
  static const char *const ends[][2] = { { "", "" },
                                         { "2020", "2020/.." },
                                         { "../2019", "2020" },
                                         { "2021", "2020" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
      g_autoptr (MarchCorpus)        corpus = NULL;
      guint                          n_stretches = 0;

      march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = NULL }, ends[i][0],
                                      ends[i][1]);
      corpus = march_corpus_builder_finish (builder, NULL);
      march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, count_stretch,
                   &n_stretches);
      g_assert_cmpuint (n_stretches, ==, 0);
    }
}

/* A dated area is told as such on its days, by the rule that draws exactly it. */
static void
test_area (void)
{
  static const struct
  {
    const char *day;
    const char *headline;
  } days[] = {
    { "2022-05-31", "Held by Velmark, area of 31 May 2022" },
    { "2022-06-01", "Held by Velmark, area of 1 June 2022" },
  };
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MarchSnapshot) snapshot = ask (corpus, days[i].day);
      g_autoptr (MarchWhy)      why = march_why_new (snapshot,
                                                     compiled_place (corpus, "Calda Province"));
      guint                     n_areas = 0;

      for (guint k = 0; k < why->rows->len; k++)
        {
          const MarchWhyRow *row = g_ptr_array_index (why->rows, k);

          if (row->symbol != MARCH_SYMBOL_AREA)
            continue;
          g_assert_cmpstr (row->headline, ==, days[i].headline);
          g_assert_cmpstr (row->rule, ==,
                           "A dated area covers the day: exactly that area is coloured.");
          n_areas++;
        }
      g_assert_cmpuint (n_areas, ==, 1);
    }
}

/* The area that changes is a change to step to. */
static void
note_end (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  if (from == march_day_from_ymd (2022, 6, 1))
    *(gboolean *) data = TRUE;
}

static void
test_area_steps (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  gboolean                steps = FALSE;

  march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, note_end, &steps);
  g_assert_true (steps);
}

static void
compare_place (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  const MarchPlace         *place = data;
  g_autoptr (MarchSnapshot) whole = march_snapshot_new (march_snapshot_get_corpus (snapshot),
                                                        march_snapshot_get_question (snapshot));
  MarchQuestion             last = *march_snapshot_get_question (snapshot);
  g_autoptr (MarchSnapshot) end = NULL;

  last.as_of = until - 1;
  end = march_snapshot_new (march_snapshot_get_corpus (snapshot), &last);
  g_assert_true (march_finding_equal_drawing (march_snapshot_get_finding (snapshot, place),
                                              march_snapshot_get_finding (whole, place)));
  g_assert_true (march_finding_equal_drawing (march_snapshot_get_finding (end, place),
                                              march_snapshot_get_finding (whole, place)));
}

/* Asking about one place gives the same answers as asking about all. */
static void
test_sweep_place (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  g_autoptr (MarchSnapshot) like = ask (corpus, "2020-01-01");
  GPtrArray                *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    march_sweep_place (like, g_ptr_array_index (places, i), compare_place,
                       g_ptr_array_index (places, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/why/rows", test_rows);
  g_test_add_func ("/dossier/why/rules", test_rules);
  g_test_add_func ("/dossier/why/undisputed-rules", test_undisputed_rules);
  g_test_add_func ("/dossier/why/bearing", test_bearing);
  g_test_add_func ("/dossier/why/unknown", test_unknown);
  g_test_add_func ("/dossier/why/text", test_text);
  g_test_add_func ("/dossier/why/text-known-by", test_text_known_by);
  g_test_add_func ("/dossier/why/area", test_area);
  g_test_add_func ("/dossier/sweep/area", test_area_steps);
  g_test_add_func ("/dossier/gaps/velmark", test_gaps);
  g_test_add_func ("/dossier/gaps/assertions", test_gaps_of_assertions);
  g_test_add_func ("/dossier/gaps/marks", test_gaps_of_marks);
  g_test_add_func ("/dossier/gaps/proposals", test_gaps_of_proposals);
  g_test_add_func ("/dossier/gaps/shipped", test_shipped_gaps);
  g_test_add_func ("/dossier/sweep/timeline", test_sweep);
  g_test_add_func ("/dossier/sweep/no-timeline", test_no_timeline);
  g_test_add_func ("/dossier/sweep/place", test_sweep_place);
  return g_test_run ();
}
