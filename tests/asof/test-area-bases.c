/* test-area-bases.c — one source that tells of a holder both what is assessed and what it says */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "area-fixture.h"
#include "asof/march-area-history.h"
#include "asof/march-comparison.h"
#include "asof/march-front.h"
#include "asof/march-reading.h"
#include "asof/march-source-pair.h"
#include "asof/march-why.h"
#include "geo/march-geodesic.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-repair.h"

#include "../geo/random-land.h"

/* In square metres: sides are a little shorter for a point between. */
#define MARGIN 100
/* Of a land: borders that were cut lie off the grid. */
#define NEAR 1e-5

/* What is held from the west to the east, in sides, on days 10, 20 and 30. */
#define N_STRIPS 3
static const double assessed[N_STRIPS][2] = { { 0, 0.5 }, { 0, 1 }, { 0, 0.75 } };
static const double said[N_STRIPS][2] = { { 0.25, 0.75 }, { 0.25, 1.5 }, { 0.5, 1.25 } };

static MarchHoldings *
run (MarchHoldingsBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL,
                                                        NULL, &error);

  g_assert_no_error (error);
  return holdings;
}

static MarchHoldings *
new_holdings (const double (*strips)[2], guint first, guint n)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (MarchGeometry) strip = area_new_strip (strips[i][0], strips[i][1]);

      march_holdings_builder_add (builder, 10 * (i + 1), strip, NULL, NULL);
    }
  return run (builder);
}

/* What is said came in first. */
static MarchCorpus *
new_corpus (void)
{
  g_autoptr (MarchHoldings) own = new_holdings (said, 0, N_STRIPS);
  g_autoptr (MarchHoldings) others = new_holdings (assessed, 0, N_STRIPS);
  const AreaSheet sheets[] = { { 1, MARCH_BASIS_OWN, TRUE, 10, 30, own },
                               { 1, MARCH_BASIS_INDEPENDENT, TRUE, 10, 30, others } };

  return area_corpus_new_of (sheets, G_N_ELEMENTS (sheets));
}

static MarchAreaSide
get_side (MarchCorpus *corpus, MarchBasis basis)
{
  return (MarchAreaSide){ march_corpus_get_actor (corpus, AREA_MARCHES), basis, FALSE };
}

static MarchAreaHistory *
new_history (MarchSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;
  MarchAreaHistory *history = march_area_history_new (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return history;
}

static void
test_history (void)
{
  /* In West and East, of each word: what is said counts only beyond what is assessed. */
  static const struct
  {
    MarchDay day;
    double   west[2][2], east[2][2];
  } days[] = { { 10, { { 0, 0.5 }, { 0.5, 0.75 } }, { { 0, 0 }, { 0, 0 } } },
               { 25, { { 0, 1 }, { 0, 0 } }, { { 0, 0 }, { 1, 1.5 } } },
               { 99, { { 0, 0.75 }, { 0.75, 1 } }, { { 0, 0 }, { 1, 1.25 } } } };
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (MarchAreaHistory) history = new_history (snapshot);
  GArray *sides = march_area_history_get_sides (history);
  const MarchPlace *west = march_corpus_get_place (corpus, AREA_WEST),
                   *east = march_corpus_get_place (corpus, AREA_EAST);

  g_assert_cmpuint (sides->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint j = 0; j < sides->len; j++)
      {
        const MarchAreaSide *side = &g_array_index (sides, MarchAreaSide, j);

        g_assert_cmpint (side->basis == MARCH_BASIS_OWN, ==, j == 1);
        g_assert_cmpint (side->also, ==, j == 1);
        g_assert_cmpfloat_with_epsilon (
            march_area_history_measure (history, west, side, days[i].day),
            area_strip (days[i].west[j][0], days[i].west[j][1]), MARGIN);
        g_assert_cmpfloat_with_epsilon (
            march_area_history_measure (history, east, side, days[i].day),
            area_strip (days[i].east[j][0], days[i].east[j][1]), MARGIN);
      }
}

static void
test_described (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  MarchAreaSide side = get_side (corpus, MARCH_BASIS_INDEPENDENT);
  g_autofree char *plain = march_area_side_describe (&side, "en"), *own = NULL, *also = NULL;
  g_autofree char *held = march_area_side_describe_short (&side, "en"), *told = NULL;

  side.basis = MARCH_BASIS_OWN;
  own = march_area_side_describe (&side, "en");
  side.also = TRUE;
  also = march_area_side_describe (&side, "en");
  told = march_area_side_describe_short (&side, "en");
  g_assert_cmpstr (held, ==, "Free Marches");
  g_assert_cmpstr (told, ==, "Free Marches says");
  g_assert_cmpstr (plain, ==, "Free Marches");
  g_assert_cmpstr (own, ==, "Free Marches (says it holds)");
  g_assert_cmpstr (also, ==, "Free Marches (also says it holds)");
}

static const MarchHold *
get_hold (const MarchFinding *finding, guint index)
{
  return index < finding->n_deciding ? finding->holds->pdata[index] : NULL;
}

static void
assert_hold (const MarchHold *hold, MarchBasis basis, gboolean further, double m2)
{
  const MarchAreaShare *share = hold != NULL ? march_hold_get_share (hold) : NULL;

  if (share == NULL)
    g_error ("no such hold by an area");
  g_assert_cmpint (hold->basis, ==, basis);
  g_assert_cmpint (share->further, ==, further);
  g_assert_cmpfloat_with_epsilon (share->km2 * 1e6, m2, MARGIN);
}

/* Two holds of one actor that tell of other land each: both are drawn, and don't disagree. */
static void
test_finding (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (MarchSnapshot) later = area_ask (corpus, 20);
  const MarchFinding *west
      = march_snapshot_get_finding (snapshot, march_corpus_get_place (corpus, AREA_WEST));
  const MarchFinding *west_later
      = march_snapshot_get_finding (later, march_corpus_get_place (corpus, AREA_WEST));
  const MarchFinding *east_later
      = march_snapshot_get_finding (later, march_corpus_get_place (corpus, AREA_EAST));

  g_assert_cmpuint (west->n_deciding, ==, 2);
  assert_hold (get_hold (west, 0), MARCH_BASIS_INDEPENDENT, FALSE, area_strip (0, 0.5));
  assert_hold (get_hold (west, 1), MARCH_BASIS_OWN, TRUE, area_strip (0.5, 0.75));
  g_assert_cmpuint (west->area_conflicts->len, ==, 0);
  g_assert_false (march_finding_disagrees (west));
  g_assert_cmpuint (west_later->n_deciding, ==, 1);
  assert_hold (get_hold (west_later, 0), MARCH_BASIS_INDEPENDENT, FALSE, area_strip (0, 1));
  g_assert_cmpuint (east_later->n_deciding, ==, 1);
  assert_hold (get_hold (east_later, 0), MARCH_BASIS_OWN, FALSE, area_strip (1, 1.5));
}

static void
test_why (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (MarchWhy) why
      = march_why_new (snapshot, march_corpus_get_place (corpus, AREA_WEST));
  const MarchWhyRow *row;

  g_assert_cmpuint (why->rows->len, ==, 2);
  row = why->rows->pdata[1];
  g_assert_cmpint (row->symbol, ==, MARCH_SYMBOL_SAYS_HOLDS);
  g_assert_cmpuint (row->areas->len, ==, 1);
  g_assert_true (g_str_has_prefix (((const MarchWhyArea *) row->areas->pdata[0])->amount,
                                   "a further 25 % of it"));
  g_assert_nonnull (strstr (row->rule, "beyond what the same source assesses"));
}

/* According to the holder what it says counts as a whole: what others assess is not its word. */
static void
test_according (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (
      corpus, &(MarchQuestion){ .as_of = 10,
                                .known_by = MARCH_DAY_MAX,
                                .according_actor = AREA_MARCHES });
  const MarchFinding *west
      = march_snapshot_get_finding (snapshot, march_corpus_get_place (corpus, AREA_WEST));

  g_assert_cmpuint (west->n_deciding, ==, 1);
  assert_hold (get_hold (west, 0), MARCH_BASIS_OWN, FALSE, area_strip (0.25, 0.75));
}

static void
test_measured (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  const MarchQuestion question = { .as_of = 20, .known_by = MARCH_DAY_MAX };
  g_autoptr (MarchSnapshot) snapshot = NULL;

  g_assert_false (march_question_is_measured (corpus, &question));
  snapshot = march_snapshot_new (corpus, &question);
  g_assert_true (march_question_is_measured (corpus, &question));
}

/* What doesn't count on the day needs no measuring: what a newer import replaces, other sources. */
static void
test_measured_alone (void)
{
  g_autoptr (MarchHoldings) own = new_holdings (said, 0, N_STRIPS);
  g_autoptr (MarchHoldings) others = new_holdings (assessed, 0, 2);
  g_autoptr (MarchHoldings) newer = new_holdings (assessed, 2, 1);
  const AreaSheet sheets[] = { { 1, MARCH_BASIS_INDEPENDENT, TRUE, 10, 20, others },
                               { 1, MARCH_BASIS_INDEPENDENT, TRUE, 30, 30, newer },
                               { 2, MARCH_BASIS_OWN, TRUE, 10, 30, own } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new_of (sheets, G_N_ELEMENTS (sheets));
  MarchQuestion question = { .as_of = 30, .known_by = MARCH_DAY_MAX };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);

  g_assert_true (march_question_is_measured (corpus, &question));
  question.area_source = 2;
  g_assert_false (march_question_is_measured (corpus, &question));
  question.area_source = MARCH_NO_AREA_SOURCE;
  g_assert_true (march_question_is_measured (corpus, &question));
}

static MarchComparison *
compare (MarchCorpus *corpus, MarchDay from, MarchDay to)
{
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, to);
  g_autoptr (GError) error = NULL;
  MarchComparison *comparison
      = march_comparison_new (snapshot, NULL, from, to, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static const MarchComparedRow *
find_whole (MarchComparison *comparison, MarchBasis basis)
{
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);

      if (row->place == NULL && row->side.basis == basis)
        return row;
    }
  g_error ("no row of the whole");
}

static void
assert_whole (MarchComparison *comparison,
              MarchBasis       basis,
              double           gained,
              double           lost,
              double           turned)
{
  const MarchComparedRow *row = find_whole (comparison, basis);

  g_assert_cmpfloat_with_epsilon (row->gained, gained, MARGIN);
  g_assert_cmpfloat_with_epsilon (row->lost, lost, MARGIN);
  g_assert_cmpfloat_with_epsilon (row->turned, turned, MARGIN);
}

/* What only changes its word is neither gained nor lost. */
static void
test_compared (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchComparison) first = compare (corpus, 10, 20);
  g_autoptr (MarchComparison) second = compare (corpus, 20, 30);
  g_autofree char *words = march_comparison_describe_turned (first);
  g_autofree char *others = march_comparison_describe_turned (second);

  assert_whole (first, MARCH_BASIS_INDEPENDENT, area_strip (0.75, 1), 0, area_strip (0.5, 0.75));
  assert_whole (first, MARCH_BASIS_OWN, area_strip (1, 1.5), 0, 0);
  assert_whole (second, MARCH_BASIS_INDEPENDENT, 0, 0, 0);
  g_assert_true (march_compared_row_differs (find_whole (first, MARCH_BASIS_OWN)));
  g_assert_false (march_compared_row_differs (find_whole (second, MARCH_BASIS_INDEPENDENT)));
  assert_whole (second, MARCH_BASIS_OWN, 0, area_strip (1.25, 1.5), area_strip (0.75, 1));
  g_assert_nonnull (strstr (words, "that only Free Marches said it holds is now assessed"));
  g_assert_nonnull (strstr (others, "that was assessed is now only said by Free Marches"));
}

/* A word that begins or ends to be told is no land gained or lost; one that takes the other's place
 * is held against it. */
static void
test_word_of_one_day (void)
{
  g_autoptr (MarchHoldings) own = new_holdings (said, 1, 1);
  g_autoptr (MarchHoldings) others = new_holdings (assessed, 0, 2);
  g_autoptr (MarchHoldings) early = new_holdings (assessed, 0, 1);
  const AreaSheet begins[] = { { 1, MARCH_BASIS_INDEPENDENT, TRUE, 10, 20, others },
                               { 1, MARCH_BASIS_OWN, TRUE, 20, 20, own } };
  const AreaSheet follows[] = { { 1, MARCH_BASIS_INDEPENDENT, FALSE, 10, 10, early },
                                { 1, MARCH_BASIS_OWN, TRUE, 20, 20, own } };
  g_autoptr (MarchCorpus) beside = area_corpus_new_of (begins, G_N_ELEMENTS (begins));
  g_autoptr (MarchCorpus) after = area_corpus_new_of (follows, G_N_ELEMENTS (follows));
  g_autoptr (MarchComparison) one = compare (beside, 10, 20);
  g_autoptr (MarchComparison) other = compare (after, 10, 20);

  g_assert_cmpuint (one->lands->len, ==, 1);
  assert_whole (one, MARCH_BASIS_INDEPENDENT, area_strip (0.5, 1), 0, 0);
  g_assert_cmpuint (other->lands->len, ==, 1);
  assert_whole (other, MARCH_BASIS_OWN, area_strip (0.5, 1.5), area_strip (0, 0.25),
                area_strip (0.25, 0.5));
}

/* Of what is assessed runs the front, whatever is said. */
static void
test_front (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 30);
  g_autoptr (GArray) distances = march_front_measure (
      snapshot, march_corpus_get_place (corpus, AREA_TOWN), NULL, NULL);

  g_assert_cmpuint (distances->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (
      g_array_index (distances, MarchFrontDistance, 0).metres,
      march_geodesic_distance (0.75 * AREA_SIDE, 0.5 * AREA_SIDE, 1.9 * AREA_SIDE, 0.5 * AREA_SIDE),
      1);
}

/* Seized in East from day 10 to 20: nothing as assessed, half of it as said; of Velmark on day 25
 * half is assessed. */
static void
test_figures (void)
{
  g_autoptr (MarchCorpus) corpus = new_corpus ();
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 20);
  g_autoptr (GPtrArray) seized = march_reading_measure (
      snapshot, march_corpus_get_assertion (corpus, AREA_SEIZED), NULL, NULL, NULL);
  g_autoptr (GPtrArray) share = march_reading_measure (
      snapshot, march_corpus_get_assertion (corpus, AREA_SHARE), NULL, NULL, NULL);
  const MarchReading *with = seized->pdata[1];
  g_autofree char *name
      = march_reading_describe_source (with, march_corpus_get_assertion (corpus, AREA_SEIZED));

  g_assert_cmpuint (seized->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (((const MarchReading *) seized->pdata[0])->measured, 0, 1e-3);
  g_assert_true (with->with_own_word);
  g_assert_cmpfloat_with_epsilon (with->measured, area_strip (1, 1.5) / 1e6, 1e-3);
  g_assert_cmpstr (name, ==, "The daily sheet, with what Free Marches says it holds");
  g_assert_cmpfloat_with_epsilon (((const MarchReading *) share->pdata[0])->measured, 50, 1e-3);
  g_assert_cmpfloat_with_epsilon (((const MarchReading *) share->pdata[1])->measured, 75, 1e-3);
}

/* Word by word; one source's two words don't disagree. */
static void
test_sources (void)
{
  g_autoptr (MarchHoldings) own = new_holdings (said, 0, N_STRIPS);
  g_autoptr (MarchHoldings) others = new_holdings (assessed, 0, N_STRIPS);
  const AreaSheet sheets[] = { { 1, MARCH_BASIS_OWN, TRUE, 10, 30, own },
                               { 1, MARCH_BASIS_INDEPENDENT, TRUE, 10, 30, others },
                               { 2, MARCH_BASIS_OWN, TRUE, 10, 30, others } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new_of (sheets, G_N_ELEMENTS (sheets));
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (GArray) pairs = march_snapshot_list_source_pairs (snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchComparison) apart = march_comparison_new_of_sources (
      snapshot, NULL, march_corpus_get_source (corpus, 2), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpint (g_array_index (pairs, MarchSourcePair, 0).one->basis, ==, MARCH_BASIS_OWN);
  g_assert_cmpuint (apart->lands->len, ==, 1);
  /* By the ledger it says 0 to 0.5, by the sheet 0.25 to 0.75; the sheet assesses 0 to 0.5. */
  assert_whole (apart, MARCH_BASIS_OWN, 0, area_strip (0.5, 0.75), 0);
}

/* The land of both words together. */
static MarchGeometry *
unite (const AreaSheet *sheets, MarchDay day)
{
  g_autoptr (MarchGeometry) one = march_holdings_get_area (sheets[0].holdings, day, NULL);
  g_autoptr (MarchGeometry) other = march_holdings_get_area (sheets[1].holdings, day, NULL);
  g_autoptr (GError) error = NULL;
  MarchGeometry *both = march_repair_unite (one, other, &error);

  g_assert_no_error (error);
  return both;
}

static double
measure_rest (MarchGeometry *land, MarchGeometry *taken)
{
  g_autoptr (MarchGeometry) rest = march_land_subtract (land, taken, NULL);

  return march_geodesic_area (rest);
}

static MarchHoldings *
new_random (GRand *random, double longitude)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) land = random_star (random, longitude, 0.05, 0.08, 30);

  for (MarchDay day = 10; day <= 50; day += 10)
    {
      MarchGeometry *moved = move_front (random, land, 0, 8, 0.02);

      march_holdings_builder_add (builder, day, land, NULL, NULL);
      march_geometry_unref (land);
      land = moved;
    }
  return run (builder);
}

static double
sum_sides (MarchAreaHistory *history, MarchDay day)
{
  GArray *sides = march_area_history_get_sides (history);
  double  sum = 0;

  for (guint i = 0; i < sides->len; i++)
    sum += march_area_history_measure (history, NULL, &g_array_index (sides, MarchAreaSide, i),
                                       day);
  return sum;
}

/* Both words together are measured as the land that either has; gains, losses and what turns add up
 * to what there is. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1848);

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (MarchHoldings) own = new_random (random, 0.12);
      g_autoptr (MarchHoldings) others = new_random (random, 0.08);
      const AreaSheet sheets[] = { { 1, MARCH_BASIS_INDEPENDENT, TRUE, 10, 50, others },
                                   { 1, MARCH_BASIS_OWN, TRUE, 10, 50, own } };
      g_autoptr (MarchCorpus) corpus = area_corpus_new_of (sheets, G_N_ELEMENTS (sheets));
      g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
      g_autoptr (MarchAreaHistory) history = new_history (snapshot);

      for (MarchDay day = 20; day <= 50; day += 10)
        {
          g_autoptr (MarchGeometry) before = unite (sheets, day - 10);
          g_autoptr (MarchGeometry) after = unite (sheets, day);
          g_autoptr (MarchComparison) comparison = compare (corpus, day - 10, day);
          const MarchComparedRow *first = find_whole (comparison, MARCH_BASIS_INDEPENDENT),
                                 *second = find_whole (comparison, MARCH_BASIS_OWN);
          const double            near = NEAR * march_geodesic_area (after);
          const MarchAreaSide     side = get_side (corpus, MARCH_BASIS_INDEPENDENT);

          g_assert_cmpfloat_with_epsilon (sum_sides (history, day), march_geodesic_area (after),
                                          near);
          g_assert_cmpfloat_with_epsilon (first->gained + second->gained,
                                          measure_rest (after, before), near);
          g_assert_cmpfloat_with_epsilon (first->lost + second->lost,
                                          measure_rest (before, after), near);
          g_assert_cmpfloat_with_epsilon (
              march_area_history_measure (history, NULL, &side, day),
              march_area_history_measure (history, NULL, &side, day - 10) + first->gained
                  - first->lost + first->turned - second->turned,
              near);
        }
    }
}

/* What is there is not told as nothing, and nothing as nothing. */
static void
test_small_numbers (void)
{
  static const struct
  {
    double      share, m2;
    const char *percent, *area;
  } rows[] = {
    { 0, 0, "0.0 %", "0 km²" },
    { 1e-12, 0.1, "0.0 %", "0 km²" },
    { 1e-6, 20000, "<0.1 %", "<0.1 km²" },
    { 0.00049, 49999, "<0.1 %", "<0.1 km²" },
    { 0.0005, 50000, "0.1 %", "0.1 km²" },
    { 1, 1e9, "100.0 %", "1,000 km²" },
    { NAN, NAN, "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *percent = march_share_to_words (rows[i].share);
      g_autofree char *area = march_area_to_words (rows[i].m2);

      g_assert_cmpstr (percent, ==, rows[i].percent);
      g_assert_cmpstr (area, ==, rows[i].area);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area-bases/history", test_history);
  g_test_add_func ("/area-bases/described", test_described);
  g_test_add_func ("/area-bases/finding", test_finding);
  g_test_add_func ("/area-bases/why", test_why);
  g_test_add_func ("/area-bases/according", test_according);
  g_test_add_func ("/area-bases/measured", test_measured);
  g_test_add_func ("/area-bases/measured-alone", test_measured_alone);
  g_test_add_func ("/area-bases/compared", test_compared);
  g_test_add_func ("/area-bases/word-of-one-day", test_word_of_one_day);
  g_test_add_func ("/area-bases/front", test_front);
  g_test_add_func ("/area-bases/figures", test_figures);
  g_test_add_func ("/area-bases/sources", test_sources);
  g_test_add_func ("/area-bases/random", test_random);
  g_test_add_func ("/area-bases/small-numbers", test_small_numbers);
  return g_test_run ();
}
