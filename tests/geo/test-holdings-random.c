/* test-holdings-random.c — made-up histories: nothing is lost, nothing invented */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo/march-holdings-builder.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_SEEDS 40
#define N_HISTORIES 40
#define N_DAYS 12
/* Kinds with land of a few cells, most of which is border. */
#define TINY 3
#define MIXED 4
/* Cells to the side of a border by which it may be bent. */
#define MAX_BEND 2

static double
length (MarchGeometry *area)
{
  double sum = 0;

  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    {
      const MarchPart *part = march_geometry_get_part (area, i);

      for (guint j = 0; j + 1 < part->n_points; j++)
        sum += hypot (part->points[2 * j + 2] - part->points[2 * j],
                      part->points[2 * j + 3] - part->points[2 * j + 1]);
    }
  return sum;
}

static MarchGeometry *
make_area (GRand *random, guint kind)
{
  switch (kind)
    {
    case 0:
      return random_star (random, 30, 40, 1, 30);
    case 1:
      return random_stars (random, (guint) g_rand_int_range (random, 1, 9), 12);
    case 2:
      return random_mess (random, 4, 8, 12, 0.1);
    case 3:
      return random_mess (random, 3, 6, 9, MARCH_GRID_SIZE);
    default:
      return march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
    }
}

static void
check_day (MarchHoldings *holdings, MarchDay day, MarchGeometry *stated, guint kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) area = march_holdings_get_area (holdings, day, &error);
  g_autoptr (GPtrArray) pieces = march_holdings_list_pieces (holdings, day);
  double difference, sum = 0;

  g_assert_no_error (error);
  g_assert_true (judge_is_on_grid (area));
  g_assert_true (judge_is_valid (area));
  difference = judge_difference (area, stated);
  g_assert_cmpfloat (difference, <=, MAX_BEND * MARCH_GRID_SIZE * length (stated));
  if (kind != TINY && kind != MIXED)
    g_assert_cmpfloat (difference, <=, 1e-6 * judge_area (stated));
  for (guint i = 0; i < pieces->len; i++)
    {
      const MarchPiece *piece = g_ptr_array_index (pieces, i);

      g_assert_true (judge_is_valid (piece->area));
      sum += judge_area (piece->area);
    }
  g_assert_cmpfloat_with_epsilon (sum, judge_area (area), 1e-12);
}

/* From one day's pieces to another's by those that are turned, and by no other. */
static void
check_turned (MarchHoldings *holdings, MarchDay one, MarchDay other)
{
  g_autoptr (GPtrArray) turned = march_holdings_list_turned (holdings, one, other),
                        before = march_holdings_list_pieces (holdings, one),
                        after = march_holdings_list_pieces (holdings, other);
  guint n_both = 0;

  for (guint i = 0; i < turned->len; i++)
    g_assert_true (g_ptr_array_find (before, g_ptr_array_index (turned, i), NULL)
                   != g_ptr_array_find (after, g_ptr_array_index (turned, i), NULL));
  for (guint i = 0; i < before->len; i++)
    n_both += g_ptr_array_find (after, g_ptr_array_index (before, i), NULL);
  g_assert_cmpuint (turned->len, ==, before->len + after->len - 2 * n_both);
}

/* @stated becomes what was stated on each day. */
static MarchHoldings *
cut_history (GRand *random, guint kind, MarchGeometry *stated[N_DAYS])
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings;

  for (guint day = 0; day < N_DAYS; day++)
    {
      g_autoptr (MarchGeometry)
          area = make_area (random, kind < 4 ? kind : (guint) g_rand_int_range (random, 0, 5));

      stated[day] = march_repair_area (area, NULL, &error);
      if (stated[day] == NULL)
        {
          g_clear_error (&error);
          stated[day] = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
        }
      g_assert_true (march_holdings_builder_add (builder, day, stated[day], NULL, NULL));
    }
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return holdings;
}

static void
check_seed (guint seed, guint kind, guint n_histories)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_histories; i++)
    {
      MarchGeometry *stated[N_DAYS];
      g_autoptr (MarchHoldings) holdings = cut_history (random, kind, stated);

      for (guint day = 0; day < N_DAYS; day++)
        {
          check_day (holdings, day, stated[day], kind);
          check_turned (holdings, day, (day * 7 + seed) % N_DAYS);
          march_geometry_unref (stated[day]);
        }
    }
}

static void
test_random (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  /* A long run by hand: MARCHLAND_TEST_SEEDS=100000 build/tests/test-geo-holdings-random. */
  const char *wanted = g_getenv ("MARCHLAND_TEST_SEEDS");
  guint       n_seeds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_SEEDS;

  for (guint seed = 0; seed < n_seeds; seed++)
    check_seed (seed, kind, 1);
}

/* Histories in which bending borders turns land of a few cells inside out. */
static void
test_folds (void)
{
  static const struct
  {
    guint seed, kind;
  } folds[] = { { 2002, 2 }, { 2133, 3 }, { 105, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    check_seed (folds[i].seed, folds[i].kind, N_HISTORIES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/geo/holdings/random/star", GUINT_TO_POINTER (0), test_random);
  g_test_add_data_func ("/geo/holdings/random/stars", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/geo/holdings/random/mess", GUINT_TO_POINTER (2), test_random);
  g_test_add_data_func ("/geo/holdings/random/tiny", GUINT_TO_POINTER (3), test_random);
  g_test_add_data_func ("/geo/holdings/random/mixed", GUINT_TO_POINTER (4), test_random);
  g_test_add_func ("/geo/holdings/random/folds", test_folds);
  return g_test_run ();
}
