/* test-area-findings.c — what imported areas make of a place, beside what is asserted of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "asof/march-area-days.h"
#include "asof/march-area-history.h"
#include "asof/march-comparison.h"
#include "asof/march-source-pair.h"
#include "asof/march-why.h"
#include "asof/march-words.h"
#include "tiny.h"

static const struct
{
  const char *what;
  const char *assertions;
  const char *day;
  const char *place;
  const char *answer;
} rows[] = {
  { "the whole, from 98 hundredths on", "area A 2024-01-01 0 0.985", "2024-01-01", "u",
    "held [A whole independent@98]" },
  { "most", "area A 2024-01-01 0 0.6", "2024-01-01", "u", "held [A most independent@60]" },
  { "part", "area A 2024-01-01 0 0.4", "2024-01-01", "u", "held [A part independent@40]" },
  { "less than is told", "area A 2024-01-01 0.9999 2", "2024-01-01", "u", "undisputed" },
  { "its own word", "area A 2024-01-01 0 0.4 own", "2024-01-01", "u", "held [A part own@40]" },
  { "a point inside", "area A 2024-01-01 0 0.6", "2024-01-01", "s",
    "held [A not_stated independent@]" },
  { "a point outside", "area A 2024-01-01 0 0.4", "2024-01-01", "s", "undisputed" },
  { "a composite is its parts", "area A 2024-01-01 0 1.2", "2024-01-01", "c",
    "held [A most independent@60]" },
  { "a state without a shape too", "area A 2024-01-01 0 1.2", "2024-01-01", "V",
    "held [A part independent@40]" },
  { "a sea is nobody's land", "area A 2024-01-01 0 3", "2024-01-01", "z", "undisputed" },
  { "nothing before its day", "area A 2024-01-01 0 1", "2023-12-31", "u", "undisputed" },
  { "carried", "area A 2024-01-01 0 0.4", "2024-01-20", "u", "held [A part independent@40]" },
  { "carried long", "area A 2024-01-01 0 0.4", "2024-03-01", "u",
    "held [A part independent~@40]" },
  { "left open", "area A 2024-01-01 0 0.4 open", "2024-01-20", "u", "undisputed" },
  { "land of the recognised state's own", "area V 2024-01-01 0 1", "2024-01-01", "u",
    "undisputed" },
  { "it does not pass down", "area A 2024-01-01 0 1.5", "2024-01-01", "t", "undisputed" },
  { "an independent area decides over a conclusion that it agrees with",
    "control u A part 2023/2025 concluded;area A 2024-01-01 0 0.4", "2024-01-01", "u",
    "held [A part independent@40]" },
  { "and over one that it doesn't", "control u A whole 2023/2025 concluded;"
    "area A 2024-01-01 0 0.4", "2024-01-01", "u",
    "held [A part independent@40] (A whole concluded) #" },
  { "a preferred statement decides over it", "control u V whole 2023/2025 preferred;"
    "area A 2024-01-01 0 0.4", "2024-01-01", "u",
    "held [V whole independent] (A part independent@40)" },
  { "what is inherited stands beside it", "control V A whole 2023/2025;area A 2024-01-01 0 1",
    "2024-01-01", "u", "held [A whole independent@100]" },
  { "a later area of the whole supersedes an observation",
    "control u V whole 2023-06-01;area A 2024-01-01 0 1", "2024-01-01", "u",
    "held [A whole independent@100]" },
  { "a part doesn't, and contradicts it", "control u V whole 2023-12-20;area A 2024-01-01 0 0.5",
    "2024-01-01", "u", "held [A part independent@50] [V whole independent] #" },
  { "what it shows of an ancestor is not handed down beside it",
    "control V A whole 2023/2025;area A 2024-01-01 0 3", "2024-01-01", "u",
    "held [A whole independent@100]" },
  { "a point inside tells enough beside a conclusion",
    "control s A part 2020/.. concluded;area A 2024-01-01 0 1", "2024-01-01", "s",
    "held [A not_stated independent@]" },
  { "a small share of a large place", "area A 2024-01-01 100 100.09", "2024-01-01", "g",
    "held [A part independent@0]" },
  { "less than ten square kilometres of it", "area A 2024-01-01 100 100.05", "2024-01-01", "g",
    "undisputed" },
  { "the newest data of one source", "area A 2024-01-03 0 0.6;area A 2024-01-01 0 0.4",
    "2024-01-05", "u", "held [A most independent@60]" },
  { "as far as the day goes", "area A 2024-01-03 0 0.6;area A 2024-01-01 0 0.4", "2024-01-02",
    "u", "held [A part independent@40]" },
  { "of one day the last brought in", "area A 2024-01-01 0 0.6;area A 2024-01-01 0 0.4",
    "2024-01-05", "u", "held [A part independent@40]" },
  { "another source's areas are left out",
    "area A 2024-01-01 0 0.4 src=2;area B 2024-01-01 0 0.9", "2024-01-01", "u",
    "held [A part independent@40]" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, rows[i].day, NULL);
      g_autofree char          *answer = tiny_describe (snapshot, rows[i].place);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (answer, ==, rows[i].answer);
    }
}

/* The default is the first import's; another or none may be asked for. A publication's are those
 * that it says, and none is its own if it was not out. */
static void
test_source (void)
{
  static const struct
  {
    gint64      source;
    gint64      according;
    const char *known_by;
    const char *answer;
    guint       n_pairs;
  } asked[] = { { 0, 0, NULL, "held [A part independent@40]", 1 },
                { 2, 0, NULL, "held [A most independent@60]", 1 },
                { MARCH_NO_AREA_SOURCE, 0, NULL, "undisputed", 0 },
                { 0, 2, NULL, "held [A most independent@60]", 0 },
                { 1, 2, NULL, "held [A most independent@60]", 0 },
                { 0, 0, "2022-01-01", "held [A part independent@40]", 0 },
                { 2, 0, "2022-01-01", "undisputed", 0 } };
  g_autoptr (MarchCorpus) corpus =
      tiny_corpus_new ("area A 2024-01-01 0 0.4;area A 2024-01-01 0 0.6 src=2");

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      MarchQuestion question = { .as_of = tiny_read_day ("2024-01-05", 0),
                                 .known_by = tiny_read_day (asked[i].known_by, MARCH_DAY_MAX),
                                 .according_source = asked[i].according,
                                 .area_source = asked[i].source };
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
      g_autoptr (GArray)        pairs = march_snapshot_list_source_pairs (snapshot);
      g_autofree char          *answer = tiny_describe (snapshot, "u");

      g_assert_cmpstr (answer, ==, asked[i].answer);
      g_assert_cmpuint (pairs->len, ==, asked[i].n_pairs);
    }
}

/* Of holders of whom one source alone tells there is nothing to compare. */
static void
test_pairs (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "area A 2024-01-01 0 0.4;area B 2024-01-01 0.4 1 src=2;area V 2024-01-01 1 2 src=2");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-05", NULL);
  g_autoptr (GArray)        pairs = march_snapshot_list_source_pairs (snapshot);

  g_assert_cmpuint (pairs->len, ==, 0);
}

/* Two sources on one day: what the other alone has is gained, what the first alone has lost; and
 * why there is nothing to compare. */
static void
test_sources_apart (void)
{
  static const struct
  {
    const char *areas;
    const char *day;
    double      gained, lost; /* in widths of the unit; both 0: nothing is told */
    const char *untold;
  } cases[] = {
    { "area A 2024-01-01 0 0.4;area A 2024-01-01 0.1 0.6 src=2", "2024-01-05", 0.2, 0.1, NULL },
    { "area A 2024-01-01 0 0.4 open;area A 2024-01-01 0.1 0.6 src=2", "2024-01-05", 0, 0,
      "“Gazette” doesn’t cover 5 January 2024." },
    { "area A 2024-01-01 0 0.4;area A 2024-01-01 0.1 0.6 src=2 open", "2024-01-05", 0, 0,
      "“Herald” doesn’t cover 5 January 2024." },
    { "area A 2024-01-01 0 0.4;area B 2024-01-01 0.1 0.6 src=2", "2024-01-05", 0, 0,
      "No two sources have areas of one holder on this day" },
  };
  const double width = 123.0; /* km² */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpus)     corpus = tiny_corpus_new (cases[i].areas);
      g_autoptr (MarchSnapshot)   snapshot = tiny_ask (corpus, cases[i].day, NULL);
      g_autoptr (MarchComparison) apart = march_comparison_new_of_sources (
          snapshot, NULL, march_corpus_get_source (corpus, 2), NULL, NULL, NULL);
      const MarchComparedRow *whole;

      g_assert_cmpstr (apart->untold, ==, cases[i].untold);
      g_assert_cmpuint (apart->rows->len > 0, ==, cases[i].untold == NULL);
      if (apart->rows->len == 0)
        continue;
      whole = &g_array_index (apart->rows, MarchComparedRow, apart->rows->len - 1);
      g_assert_null (whole->place);
      g_assert_cmpfloat_with_epsilon (whole->gained / 1e6, cases[i].gained * width, 0.1);
      g_assert_cmpfloat_with_epsilon (whole->lost / 1e6, cases[i].lost * width, 0.1);
    }
}

/* A holder's own word is his; what others assess is no actor's. */
static void
test_according (void)
{
  static const struct
  {
    const char *areas;
    const char *answer;
  } cases[] = { { "area A 2024-01-01 0 0.4 own", "held [A part own@40]" },
                { "area A 2024-01-01 0 0.4", "undisputed" },
                { "area B 2024-01-01 0 0.4 own", "undisputed" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (cases[i].areas);
      MarchQuestion question = { .as_of = tiny_read_day ("2024-01-05", 0),
                                 .known_by = MARCH_DAY_MAX,
                                 .according_actor = tiny_actor (corpus, "A")->id };
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
      g_autofree char          *answer = tiny_describe (snapshot, "u");

      g_assert_cmpstr (answer, ==, cases[i].answer);
    }
}

/* What an area contradicts is quoted, also where a rank has settled it. */
static void
test_quotations (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "control u V whole 2023/2025 deprecated;area A 2024-01-01 0 0.4");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  const MarchFinding *finding = march_snapshot_get_finding (snapshot, tiny_place (corpus, "u"));

  g_assert_cmpuint (finding->area_conflicts->len, ==, 1);
  g_assert_cmpuint (finding->quotations->len, ==, 1);
}

static void
test_why (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("area A 2024-01-01 0 0.4");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-09", NULL);
  g_autoptr (MarchWhy)      why = march_why_new (snapshot, tiny_place (corpus, "u"));
  g_autofree char          *text = march_why_to_text (why);
  MarchWhyRow              *row = g_ptr_array_index (why->rows, 0);
  const MarchWhyArea       *area = g_ptr_array_index (row->areas, 0);

  g_assert_cmpint (row->symbol, ==, MARCH_SYMBOL_AREA);
  g_assert_cmpuint (row->areas->len, ==, 1);
  g_assert_cmpstr (area->source->title, ==, "Gazette");
  g_assert_cmpstr (area->amount, ==, "40 % of it (49 km²)");
  g_assert_cmpstr (area->day, ==, "area as of 1 January 2024, the newest before");
  g_assert_cmpstr (area->document, ==, "file day.geojson, feature 3 “Strip” and 1 other");
  g_assert_nonnull (strstr (text, area->document));
  g_assert_nonnull (strstr (text, "Gazette"));
}

static void
test_no_data (void)
{
  static const char one[] = "area A 2024-01-01 0 0.4 open";
  static const char two[] = "area A 2024-01-01 0 0.4 open;area A 2024-01-02 0 0.4 src=2 open";
  static const struct
  {
    const char *areas;
    const char *day;
    const char *words;
  } cases[] = {
    { one, "2023-12-31", "The areas of “Gazette” begin on 1 January 2024." },
    { one, "2024-01-01", NULL },
    { one, "2024-01-02", "The areas of “Gazette” end on 1 January 2024." },
    { two, "2024-01-01", NULL },
    { two, "2024-01-02",
      "The areas of “Gazette” end on 1 January 2024. Another source covers this day: “Herald”." },
    { two, "2024-01-03", "The areas of “Gazette” end on 1 January 2024." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (cases[i].areas);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, cases[i].day, NULL);
      g_autofree char          *words = march_words_no_areas (snapshot, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Where nothing is drawn, it is told of whom, and who has something of the day. */
static void
test_others_cover (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "area A 2024-01-01 0 0.4 open;area A 2024-01-02 0 0.4 src=2;area B 2024-01-02 1 2 src=3;"
      "area V 2024-01-02 0.4 1 src=2");
  g_autoptr (MarchSnapshot)    snapshot = tiny_ask (corpus, "2024-01-02", NULL);
  g_autoptr (MarchAreaHistory) history = march_area_history_new (snapshot, NULL, NULL, NULL, NULL);
  const MarchSource *second = march_corpus_get_source (corpus, 2);
  const MarchDay     day = march_snapshot_get_question (snapshot)->as_of;
  g_autofree char   *cover = march_area_history_describe_cover (history, day);
  g_autofree char   *silence = march_words_nothing_measured (snapshot, NULL);
  g_autofree char   *before = march_area_history_describe_cover (history, day - 1);
  g_autofree char   *others = march_words_other_areas (snapshot, second, day);

  g_assert_cmpstr (cover, ==,
                   "“Gazette” has no data after 1 January 2024, and that day isn’t carried on. "
                   "Other sources cover this day: “Herald”, “Gazette”.");
  g_assert_cmpstr (silence, ==,
                   "The areas of “Gazette” end on 1 January 2024. Other sources cover this day: "
                   "“Herald”, “Gazette”.");
  g_assert_cmpstr (before, ==, "“Gazette”, as of 1 January 2024.");
  g_assert_cmpstr (others, ==, "Another source covers this day: “Gazette”.");
}

/* What was measured is not measured again, nor by a further version of the records. */
static void
test_measured (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new ("area A 2024-01-01 0 0.4");
  MarchQuestion           question = { .as_of = tiny_read_day ("2024-01-05", 0),
                                       .known_by = MARCH_DAY_MAX };
  g_autoptr (MarchSnapshot) snapshot = NULL;

  g_assert_false (march_question_is_measured (corpus, &question));
  snapshot = march_snapshot_new (corpus, &question);
  g_assert_true (march_question_is_measured (corpus, &question));
  question.as_of = tiny_read_day ("2023-01-05", 0);
  g_assert_true (march_question_is_measured (corpus, &question));
}

static char *
list_days (MarchCorpus *corpus, gint64 source)
{
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
  g_autoptr (GArray) days
      = march_snapshot_list_area_days (snapshot, march_corpus_get_source (corpus, source));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const MarchAreaDays *run = &g_array_index (days, MarchAreaDays, i);
      g_autofree char     *from = march_day_to_iso (run->from);
      g_autofree char     *last = march_day_to_iso (run->until - 1);

      g_string_append_printf (text, "%s%s %s/%s", i > 0 ? "; " : "",
                              run->data ? "data" : "carried", from, last);
    }
  return g_string_free (text, FALSE);
}

/* Of which days there are data, which are carried, and that others are open. */
static void
test_days (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "area A 2024-01-01 0 0.4;area A 2024-01-02 0 0.5;area A 2024-01-05 0 0.4;"
      "area A 2024-01-01 0 0.4 open src=2;area A 2024-01-04 0 0.4 open src=2");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-02-01", NULL);
  g_autofree char *last = march_day_to_iso (march_corpus_get_facts (corpus)->last);
  g_autofree char *carried = list_days (corpus, 1), *open = list_days (corpus, 2);
  g_autofree char *none = list_days (corpus, 3);
  g_autofree char *wanted
      = g_strdup_printf ("data 2024-01-01/2024-01-02; carried 2024-01-03/2024-01-04; "
                         "data 2024-01-05/2024-01-05; carried 2024-01-06/%s",
                         last);
  const MarchSource *source = march_corpus_get_source (corpus, 1);
  g_autoptr (GArray) days = march_snapshot_list_area_days (snapshot, source);
  const MarchDay     first = tiny_read_day ("2024-01-01", 0);
  g_autofree char   *on = march_area_days_describe (days, source, first);
  g_autofree char   *after = march_area_days_describe (days, source, first + 2);
  g_autofree char   *before = march_area_days_describe (days, source, first - 1);

  g_assert_cmpstr (carried, ==, wanted);
  g_assert_cmpstr (open, ==, "data 2024-01-01/2024-01-01; data 2024-01-04/2024-01-04");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (g_str_has_suffix (on, ": data of this day"));
  g_assert_nonnull (strstr (after, "as on 2 January 2024, its newest day before"));
  g_assert_true (g_str_has_suffix (before, ": no data of this day"));
  g_assert_cmpint (march_area_days_find_nearest (days, first + 100), ==, first + 4);
  g_assert_cmpint (march_area_days_find_nearest (days, first + 1), ==, first + 1);
  g_assert_cmpint (march_area_days_find_nearest (days, first - 9), ==, first);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/areas/rules", test_rules);
  g_test_add_func ("/asof/areas/source", test_source);
  g_test_add_func ("/asof/areas/pairs", test_pairs);
  g_test_add_func ("/asof/areas/sources-apart", test_sources_apart);
  g_test_add_func ("/asof/areas/according", test_according);
  g_test_add_func ("/asof/areas/quotations", test_quotations);
  g_test_add_func ("/asof/areas/why", test_why);
  g_test_add_func ("/asof/areas/no-data", test_no_data);
  g_test_add_func ("/asof/areas/others-cover", test_others_cover);
  g_test_add_func ("/asof/areas/measured", test_measured);
  g_test_add_func ("/asof/areas/data-days", test_days);
  return g_test_run ();
}
