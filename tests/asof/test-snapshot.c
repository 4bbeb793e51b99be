/* test-snapshot.c — what else a snapshot tells of a day, and what holds of every one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "tiny.h"

#include <string.h>

static void
test_empty (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("control u A whole 2020/..");
  g_autoptr (MarchSnapshot) early = tiny_ask (corpus, "2024-01-01", "2019-01-01");
  g_autoptr (MarchSnapshot) late = tiny_ask (corpus, "2024-01-01", "2021-01-01");
  g_autofree char          *reason = march_snapshot_describe_empty (early);

  g_assert_cmpstr (reason, ==,
                   "By 1 January 2019 nothing is on record yet: the earliest source is of "
                   "1 January 2021.");
  g_assert_null (march_snapshot_describe_empty (late));
}

/* Dated sources that nobody has quoted yet. */
static void
test_empty_unquoted (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  g_autofree char          *reason = march_snapshot_describe_empty (snapshot);

  g_assert_cmpstr (reason, ==, "Nothing is on record yet: no source is quoted.");
}

/* A perspective that disputes nothing says why. */
static void
test_empty_perspective (void)
{
  static const struct
  {
    const char *assertions;
    const char *according;
    const char *expected; /* NULL: not empty */
  } rows[] = {
    { "claim u A law 2020/..", "A", NULL },
    { "claim u A law 2020/..", "a", "According to a nothing is on record." },
    { "claim V V law 2000/..", "V", "According to V no place is disputed on this day." },
    { "control u A part 2025/.. by=x", "x",
      "According to x it is not on record who holds a place or says they own it on this day, but "
      "on others." },
    { "control u A whole 2020/.. by=x intended", "x",
      "According to x it is not on record who holds a place or says they own it; what is "
      "intended, predicted, asked or hedged colours nothing." },
    { "control u A whole 2020/.. by=x deprecated; figure u 1 2 2020 by=x", "x",
      "According to x it is not on record who holds a place or says they own it, but other "
      "things are." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertions);
      MarchQuestion question = { .as_of = march_day_from_ymd (2024, 1, 1),
                                 .known_by = MARCH_DAY_MAX,
                                 .according_actor = tiny_actor (corpus, rows[i].according)->id };
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
      g_autofree char          *reason = march_snapshot_describe_empty (snapshot);

      g_assert_cmpstr (reason, ==, rows[i].expected);
      g_assert_false (march_snapshot_is_blank (snapshot));
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Quotations are those of what is shown and told, each once, in the order of their sources. */
static void
test_quotations (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A whole 2020/.. src=2; claim u A law 2020/..; figure u "
                                "1 2 2020; "
                                "control u A whole 2020/.. hedged; claim u B law 1990/1991; "
                                "thesis u A whole 2020");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  g_autoptr (MarchSnapshot) older = tiny_ask (corpus, "2010-01-01", NULL);
  GPtrArray *shown = march_snapshot_get_finding (snapshot, tiny_place (corpus, "u"))->quotations;
  GPtrArray *undisputed = march_snapshot_get_finding (older, tiny_place (corpus, "u"))->quotations;

  g_assert_cmpuint (shown->len, ==, 3);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 0))->id, ==, 2);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 1))->id, ==, 3);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 2))->id, ==, 1);
  g_assert_cmpuint (undisputed->len, ==, 1);
}

/* A claim of which its "since" is comes with its words, though it has ended. */
static void
test_first_quotation (void)
{
  g_autoptr (MarchCorpus) corpus
      = tiny_corpus_new ("claim u A law 1991/2010; claim u A law 2011/..; claim u A law 1980/1985");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  GPtrArray *shown = march_snapshot_get_finding (snapshot, tiny_place (corpus, "u"))->quotations;

  g_assert_cmpuint (shown->len, ==, 2);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 0))->id, ==, 1);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 1))->id, ==, 2);
}

/* According to an actor, what bears on its assertions is heard, from whichever source. */
static void
test_heard (void)
{
  g_autoptr (MarchCorpus) corpus
      = tiny_corpus_new ("claim u A law 2020/..; claim u B law 2020/.. src=2; evidence 1 disputed");
  MarchQuestion question = { .as_of = march_day_from_ymd (2024, 1, 1),
                             .known_by = MARCH_DAY_MAX,
                             .according_actor = tiny_actor (corpus, "A")->id };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
  GPtrArray *quotations = march_corpus_get_quotations (corpus);

  g_assert_cmpuint (quotations->len, ==, 3);
  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (quotations, i);

      g_assert_cmpint (march_snapshot_is_quotation_heard (snapshot, quotation), ==,
                       quotation->id != 2);
    }
  g_assert_true (march_snapshot_is_source_heard (snapshot, march_corpus_get_source (corpus, 1)));
  g_assert_false (march_snapshot_is_source_heard (snapshot, march_corpus_get_source (corpus, 2)));
}

/* Of what is not disputed as a whole the widest parts that are, and not what lies in them. */
static void
test_disputed_parts (void)
{
  static const struct
  {
    const char *assertions;
    const char *parts;
  } rows[] = {
    { "", "" },
    { "claim u A law 2020/..", "u" },
    { "claim s A law 2020/..", "s" },
    { "claim e A law 2020/..", "e" },
    { "claim e A law 2020/..; claim w A law 2020/..", "e w" },
    { "claim u A law 2020/..; claim s B law 2020/..", "u" },
    { "claim d A law 2020/..", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
      GPtrArray *parts = march_snapshot_get_finding (snapshot, tiny_place (corpus, "V"))
                             ->disputed_parts;
      g_autoptr (GPtrArray) codes = g_ptr_array_new ();
      g_autofree char      *told = NULL;

      for (guint k = 0; k < parts->len; k++)
        g_ptr_array_add (codes, ((MarchPlace *) g_ptr_array_index (parts, k))->code);
      g_ptr_array_sort (codes, compare_texts);
      g_ptr_array_add (codes, NULL);
      told = g_strjoinv (" ", (char **) codes->pdata);
      g_assert_cmpstr (told, ==, rows[i].parts);
    }
}

/* Where a control holds: of two areas of one day the one that begins later. */
static void
test_area (void)
{
  static const struct
  {
    const char *day;
    double      east; /* in tenths of a degree; 0: no area */
  } rows[] = { { "2020-06-01", 0 }, { "2021-06-01", 0.5 }, { "2022-06-01", 0.25 },
               { "2023-06-01", 0.5 } };
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "control u A part 2020-01-01/..; strip 1 2021-01-01/.. 0 0.5; "
      "strip 1 2022-01-01/2022-12-31 0 0.25");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, rows[i].day, NULL);
      const MarchFinding *finding = march_snapshot_get_finding (snapshot, tiny_place (corpus, "u"));
      const MarchHold    *hold = g_ptr_array_index (finding->holds, 0);

      g_assert_cmpint (hold->area != NULL, ==, rows[i].east != 0);
      if (hold->area != NULL)
        g_assert_cmpfloat_with_epsilon (march_geometry_get_box (hold->area)->east,
                                        rows[i].east / 10, 1e-12);
    }
}

static void
test_list_valid (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A whole 2020/.. hedged; claim u A law 2020/2021; "
                                "control w A part 2020-05-01; figure u 1 2 2020");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  g_autoptr (GPtrArray) controls = march_snapshot_list_valid (snapshot, MARCH_KIND_CONTROL, NULL);
  g_autoptr (GPtrArray)
      here = march_snapshot_list_valid (snapshot, MARCH_KIND_CONTROL, tiny_place (corpus, "u"));
  g_autoptr (GPtrArray)     claims = march_snapshot_list_valid (snapshot, MARCH_KIND_CLAIM, NULL);
  g_autoptr (GPtrArray)     figures = march_snapshot_list_valid (snapshot, MARCH_KIND_FIGURE, NULL);

  g_assert_cmpuint (controls->len, ==, 2);
  g_assert_cmpuint (here->len, ==, 1);
  g_assert_cmpuint (claims->len, ==, 0);
  g_assert_cmpuint (figures->len, ==, 1);
}

/* What a value was on a day it is taken to be from then on, as a report of control is. */
static void
test_carried_values (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("value u A economic 2023-12-20; "
                                                      "value w A economic 2023-12-20/2023-12-25");
  g_autoptr (MarchSnapshot) before = tiny_ask (corpus, "2023-12-19", NULL);
  g_autoptr (MarchSnapshot) later = tiny_ask (corpus, "2024-01-01", NULL);
  g_autoptr (GPtrArray)     early = march_snapshot_list_valid (before, MARCH_KIND_VALUE, NULL);
  g_autoptr (GPtrArray)     late = march_snapshot_list_valid (later, MARCH_KIND_VALUE, NULL);

  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_true (((const MarchAssertion *) g_ptr_array_index (late, 0))->place
                 == tiny_place (corpus, "u"));
}

/* A quotation counts once for a kind of value, and only one that supports it. */
static void
test_count_value (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (
        "value u A economic 2023-12-20; evidence 1 disputed; evidence 1 qualified; evidence 1; "
        "evidence 1 src=2; value u A symbolic 2023-12-20; value u A economic 2025-01-01; "
        "value c A economic 2020/..; value V A economic 2020/..; "
        "value u A economic 2023-12-20 deprecated");
  g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
  g_autoptr (MarchSnapshot) early = tiny_ask (corpus, "2024-01-01", "2022-01-01");
  g_autoptr (MarchSnapshot) before = tiny_ask (corpus, "2023-12-19", NULL);
  const MarchPlace         *u = tiny_place (corpus, "u");

  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_ECONOMIC), ==, 4);
  g_assert_cmpuint (march_snapshot_count_value (early, u, MARCH_VALUE_ECONOMIC), ==, 3);
  g_assert_cmpuint (march_snapshot_count_value (before, u, MARCH_VALUE_ECONOMIC), ==, 1);
  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_SYMBOLIC), ==, 1);
  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_STRATEGIC), ==, 0);
}

/* Since when a claimant has said so: the start of the first of the claims that follow each other
 * without a gap. */
static void
test_since (void)
{
  static const struct
  {
    const char *assertions;
    const char *place;
    const char *expected;
  } rows[] = {
    { "claim u A law 2020-09/..", "u", "2020-09" },
    { "claim u A law ../2025", "u", "" },
    { "claim u A law 1991/2022-05-14~; claim u A law 2022-05-15~/..", "u", "1991" },
    { "claim u A law 1991/2022-05-13; claim u A law 2022-05-15/..", "u", "2022-05-15" },
    { "claim u A law 1991/2000; claim u A law 2001/2010; claim u A law 2005/..", "u", "1991" },
    { "claim u A law 1991/2000; claim u A law 2005/2010; claim u A law 2011/..", "u", "2005" },
    { "claim u A law 2005/..; claim u A demand 1999/..", "u", "1999" },
    { "claim u A aspiration 1991/2010; claim u A law 2010/..", "u", "2010" },
    { "claim u A law ../2010; claim u A law 2011/..", "u", "" },
    { "claim u B law 1991/2010; claim u A law 2011/..", "u", "2011" },
    { "claim V A law 1991/2010; claim u A law 2011/..", "u", "1991" },
    { "claim V A law 1991/..; claim u A law 2011/..", "s", "1991" },
    { "claim V A law 1991/..; claim u A law 1991/2010 is_not; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 deprecated; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 predicted; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 retracted; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 2026/..; claim u A law 2011/..", "u", "2011" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2024-01-01", NULL);
      const MarchFinding       *finding =
          march_snapshot_get_finding (snapshot, tiny_place (corpus, rows[i].place));

      g_assert_cmpstr (((const MarchOwn *) g_ptr_array_index (finding->owns, 0))->since, ==,
                       rows[i].expected);
    }
}

static void
test_equal_drawing (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A part 2020-01-01; claim u A law 2022-01-01/..");
  g_autoptr (MarchSnapshot) first = tiny_ask (corpus, "2020-01-05", NULL);
  g_autoptr (MarchSnapshot) next = tiny_ask (corpus, "2020-01-06", NULL);
  g_autoptr (MarchSnapshot) old = tiny_ask (corpus, "2020-06-06", NULL);
  g_autoptr (MarchSnapshot) claimed = tiny_ask (corpus, "2022-06-06", NULL);

  g_assert_true (march_snapshot_equal_drawing (first, next));
  g_assert_false (march_snapshot_equal_drawing (first, old));
  g_assert_false (march_snapshot_equal_drawing (old, claimed));
}

static char *
make_random (GRand *rand)
{
  static const char *const spots[] = { "V", "u", "w", "c", "s", "z" };
  static const char *const holders[] = { "V", "A", "B" };
  static const char *const years[] = { "2020/..",    "2022/..", "2019/2024",
                                       "2023-06-01", "2023-06", "2021-01-01/2023-05-05" };
  static const char *const tails[] = {
    "",           " concluded",  " by=a",   " by=v",  " by=b src=2",
    " preferred", " deprecated", " is_not", " src=2", " src=3"
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    {
      gboolean        claim = g_rand_boolean (rand);
      MarchVocabulary values = claim ? MARCH_VOCABULARY_CLAIM_BASIS : MARCH_VOCABULARY_EXTENT;

      g_string_append_printf (
          text, "%s %s %s %s %s%s;", claim ? "claim" : "control",
          spots[g_rand_int_range (rand, 0, G_N_ELEMENTS (spots))],
          holders[g_rand_int_range (rand, 0, G_N_ELEMENTS (holders))],
          march_vocabulary_get_nick (values, g_rand_int_range (rand, 0,
                                                               march_vocabulary_get_size (values))),
          years[g_rand_int_range (rand, 0, G_N_ELEMENTS (years))],
          tails[g_rand_int_range (rand, 0, G_N_ELEMENTS (tails))]);
    }
  return g_string_free (text, FALSE);
}

/* What holds of every finding, whatever is asserted. */
static void
check_finding (const MarchFinding *finding)
{
  g_assert_true (finding->disputed == (finding->state != MARCH_STATE_UNDISPUTED));
  g_assert_true ((finding->state == MARCH_STATE_HELD) == (finding->n_deciding > 0));
  g_assert_cmpuint (finding->n_deciding, <=, finding->holds->len);
  g_assert_true (finding->disputed || (finding->holds->len == 0 && finding->owns->len == 0));
  for (guint i = 0; i < finding->holds->len; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      g_assert_true (hold->inherited_from == NULL || hold->extent == MARCH_EXTENT_WHOLE
                     || hold->extent == MARCH_EXTENT_NONE);
      g_assert_cmpint (hold->certainty, !=, MARCH_CERTAINTY_NONE);
      g_assert_true (i >= finding->n_deciding || hold->extent != MARCH_EXTENT_NONE);
      for (guint j = 0; j < hold->assertions->len; j++)
        g_assert_true (((const MarchAssertion *) g_ptr_array_index (hold->assertions, j))->actor
                       == hold->actor);
      g_assert_cmpuint (finding->quotations->len, >, 0);
    }
}

/* No colour without a quotation, "part" is never inherited, and nothing once known is unknown
 * later. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240101);
  static const char *const days[] = { "2020-12-31", "2021-01-01", "2022-06-30", "2023-01-01",
                                      NULL };

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char          *text = make_random (rand);
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (text);
      g_autoptr (MarchSnapshot) before = NULL;
      GPtrArray *places = march_corpus_get_places (corpus),
                *assertions = march_corpus_get_assertions (corpus);

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, "2023-06-15", days[i]);

          for (guint j = 0; j < places->len; j++)
            check_finding (march_snapshot_get_finding (snapshot, g_ptr_array_index (places, j)));
          for (guint j = 0; before != NULL && j < assertions->len; j++)
            g_assert_true (!march_snapshot_is_known (before, g_ptr_array_index (assertions, j))
                           || march_snapshot_is_known (snapshot,
                                                       g_ptr_array_index (assertions, j)));
          g_clear_pointer (&before, march_snapshot_unref);
          before = g_steal_pointer (&snapshot);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/snapshot/empty", test_empty);
  g_test_add_func ("/asof/snapshot/empty-unquoted", test_empty_unquoted);
  g_test_add_func ("/asof/snapshot/empty-perspective", test_empty_perspective);
  g_test_add_func ("/asof/snapshot/quotations", test_quotations);
  g_test_add_func ("/asof/snapshot/first-quotation", test_first_quotation);
  g_test_add_func ("/asof/snapshot/heard", test_heard);
  g_test_add_func ("/asof/snapshot/disputed-parts", test_disputed_parts);
  g_test_add_func ("/asof/snapshot/area", test_area);
  g_test_add_func ("/asof/snapshot/list-valid", test_list_valid);
  g_test_add_func ("/asof/snapshot/carried-values", test_carried_values);
  g_test_add_func ("/asof/snapshot/count-value", test_count_value);
  g_test_add_func ("/asof/snapshot/since", test_since);
  g_test_add_func ("/asof/snapshot/equal-drawing", test_equal_drawing);
  g_test_add_func ("/asof/snapshot/properties", test_properties);
  return g_test_run ();
}
