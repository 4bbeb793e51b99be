/* test-why.c — why a place has its colour */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include <string.h>

#include "../compiled.h"
#include "tiny.h"

#include "asof/march-why.h"

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
    { "control u A none 2020/.. by=a; claim u A law 2020/..", "u",
      "11 A says it holds nothing of it; 9 A says it owns it" },
    { "control u A whole 2020/..; control u B whole 2020/.. concluded", "u", "1 Held by A" },
    { "area A 2024-01-01 0 0.5", "u", "8 Partly held by A" },
    { "area A 2024-01-01 0 0.5 own", "u", "2 A says it holds part of it" },
    { "area A 2024-01-01 0 1 own", "s", "2 A says it holds it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
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
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, "u"));
  g_autoptr (MarchWhy)      rival = march_why_new (snapshot, tiny_place (corpus, "w"));

  g_assert_cmpstr (get_rule (why, 0), ==,
                   "The whole is held: solid colour. It is said of all of V, and so of its parts.");
  g_assert_cmpstr (get_rule (why, 1), ==,
                   "A claim to land that the claimant itself holds: no hatch over its own colour. "
                   "It is a claim to V, and so to its parts.");
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
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, place));

  return g_intern_string (get_rule (why, 0));
}

/* What is drawn of the last row, and by which rule. */
static void
test_drawings (void)
{
  static const struct
  {
    const char *assertions;
    const char *place;
    const char *drawing;
    const char *rule; /* begins so */
  } rows[] = {
    { "control u B none 2020/..; claim u A law 2020/..", "u", "Hatch",
      "A claim to land inside another state’s recognised border" },
    { "claim z A law 2020/..", "z", "Hatch", "A claim to what lies inside no recognised border" },
    { "control z B whole 2024/..; claim z A law 2020/..", "z", "No hatch",
      "Others hold it or say they own it in some readings" },
    { "control u B part 2020/..; claim u A law 2020/..", "u", "Hatch",
      "A claim to land that another holds" },
    { "control u A part 2020/..; claim u V law 2020/..; claim u A law 2021/..", "u", "Hatch",
      "A claim to land that another holds" },
    { "control u A not_stated 2020/..; claim u V law 2020/..; claim u A law 2021/..", "u",
      "No hatch", "A claim to land that the claimant itself holds" },
    { "claim u A aspiration 2024/..", "u", "Dots", "A claim voiced" },
    { "claim s A aspiration 2024/..", "s", "Ring of dots", "A claim voiced" },
    { "control u A whole 2020/.. concluded", "u", "Solid colour, dashed edge",
      "The whole is held: solid colour. It is a conclusion" },
    { "control u A whole 2024/.. concluded", "u", "Dotted outline", "The day lies in some" },
    { "claim s A law 2020/..", "s", "No hatch", "A claim to a single point" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
      g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, rows[i].place));
      const MarchWhyRow        *row = g_ptr_array_index (why->rows, why->rows->len - 1);

      g_assert_cmpstr (row->drawing, ==, rows[i].drawing);
      if (!g_str_has_prefix (row->rule, rows[i].rule))
        g_error ("%s: %s", rows[i].assertions, row->rule);
      g_assert_cmpint (strstr (row->rule, "short-dashed edge") != NULL, ==,
                       strstr (row->drawing, "dashed edge") != NULL);
    }
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

/* A settlement is a ring: there is nothing to put ticks or a hatch on. */
static void
test_rules_of_a_ring (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("claim V V law 2020/..; "
                                                      "claim s A aspiration 2020/..");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, "s"));

  g_assert_cmpstr (get_rule (why, 0), ==,
                   "It is disputed, but no quotation on record says who holds it: its ring has no "
                   "colour.");
  g_assert_cmpstr (get_rule (why, 1), ==,
                   "A claim to a single point has no hatch of its own. It is a claim to V, and so "
                   "to its parts.");
  g_assert_cmpstr (get_rule (why, 2), ==,
                   "A claim voiced, but not by one who states policy: a ring of dots.");
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
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
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
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2022-12-31", NULL);
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
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2018-07-01", NULL);
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
                   "By 9 March 2021 nothing is on record yet: the earliest source is of 10 March "
                   "2021.");
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
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, days[i].day, NULL);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/why/rows", test_rows);
  g_test_add_func ("/asof/why/rules", test_rules);
  g_test_add_func ("/asof/why/drawings", test_drawings);
  g_test_add_func ("/asof/why/undisputed-rules", test_undisputed_rules);
  g_test_add_func ("/asof/why/rules-of-a-ring", test_rules_of_a_ring);
  g_test_add_func ("/asof/why/bearing", test_bearing);
  g_test_add_func ("/asof/why/unknown", test_unknown);
  g_test_add_func ("/asof/why/text", test_text);
  g_test_add_func ("/asof/why/text-known-by", test_text_known_by);
  g_test_add_func ("/asof/why/area", test_area);
  return g_test_run ();
}
