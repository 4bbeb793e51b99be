/* test-overlap.c — what two holdings have in common, day by day, judged by GEOS */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo-fixtures.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-overlap.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_DAYS 8
#define EPSILON 1e-6 /* square degrees */

static MarchHoldings *
run (MarchHoldingsBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL,
                                                        NULL, &error);

  g_assert_no_error (error);
  return holdings;
}

/* Land of one ring, of which another part moves each day. */
static MarchHoldings *
new_history (GRand *random, double longitude)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) land = random_star (random, longitude, 40, 1, 40);

  for (MarchDay day = 1; day <= N_DAYS; day++)
    {
      MarchGeometry *moved = move_front (random, land, 0, 6, 0.1);

      g_assert_true (march_holdings_builder_add (builder, day, land, NULL, NULL));
      march_geometry_unref (land);
      land = moved;
    }
  return run (builder);
}

static double
sum_areas (GPtrArray *pieces)
{
  double sum = 0;

  for (guint i = 0; i < pieces->len; i++)
    sum += judge_area (((const MarchPiece *) pieces->pdata[i])->area);
  return sum;
}

static void
assert_day (MarchHoldings *one, MarchHoldings *other, MarchOverlap *overlap, MarchDay day)
{
  g_autoptr (MarchGeometry) first = march_holdings_get_area (one, day, NULL);
  g_autoptr (MarchGeometry) second = march_holdings_get_area (other, day, NULL);
  g_autoptr (MarchGeometry) rest = march_land_subtract (first, second, NULL);
  g_autoptr (GPtrArray) pieces = march_overlap_list_pieces (overlap, day);

  g_assert_true (march_overlap_has (overlap, day));
  g_assert_cmpfloat_with_epsilon (sum_areas (pieces), judge_overlap (first, second), EPSILON);
  g_assert_cmpfloat_with_epsilon (judge_area (rest) + sum_areas (pieces), judge_area (first),
                                  EPSILON);
  for (guint i = 0; i < pieces->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat_with_epsilon (
          judge_overlap (((const MarchPiece *) pieces->pdata[i])->area,
                         ((const MarchPiece *) pieces->pdata[j])->area),
          0, EPSILON);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1871);

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (MarchHoldings) one = new_history (random, 30);
      g_autoptr (MarchHoldings) other = new_history (random, 30.5);
      g_autoptr (MarchOverlap) overlap = march_overlap_new (one, other);

      g_assert_false (march_overlap_has (overlap, N_DAYS));
      for (MarchDay day = N_DAYS; day > 0; day--)
        assert_day (one, other, overlap, day);
    }
}

/* Of all days at once what each day alone has. */
static void
test_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (MarchHoldings) one = new_history (random, 30);
  g_autoptr (MarchHoldings) other = new_history (random, 29.7);
  g_autoptr (MarchOverlap) overlap = march_overlap_new (one, other);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchHoldings) all = march_overlap_list_all (overlap, NULL, &error);

  g_assert_no_error (error);
  for (MarchDay day = 0; day <= N_DAYS + 1; day++)
    {
      g_autoptr (GPtrArray) pieces = march_overlap_list_pieces (overlap, day);
      g_autoptr (GPtrArray) same = march_holdings_list_pieces (all, day);

      g_assert_cmpuint (pieces->len, ==, same->len);
      g_assert_cmpint (pieces->len > 0, ==, day > 0);
      for (guint i = 0; i < pieces->len; i++)
        g_assert_true (g_ptr_array_find (same, pieces->pdata[i], NULL));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (MarchHoldings) one = new_history (random, 30);
  g_autoptr (MarchOverlap) overlap = march_overlap_new (one, one);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_overlap_list_all (overlap, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Land side by side has nothing in common though it touches, and loses nothing. */
static void
test_neighbours (void)
{
  g_autoptr (MarchHoldingsBuilder) west = march_holdings_builder_new ();
  g_autoptr (MarchHoldingsBuilder) east = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) left = new_rectangle (0, 0, 1, 1);
  g_autoptr (MarchGeometry) right = new_rectangle (1, 0, 2, 1);
  g_autoptr (MarchHoldings) one = NULL;
  g_autoptr (MarchHoldings) other = NULL;
  g_autoptr (MarchOverlap) overlap = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (MarchGeometry) rest = march_land_subtract (left, right, NULL);

  march_holdings_builder_add (west, 1, left, NULL, NULL);
  march_holdings_builder_add (east, 1, right, NULL, NULL);
  one = run (west);
  other = run (east);
  overlap = march_overlap_new (one, other);
  pieces = march_overlap_list_pieces (overlap, 1);
  g_assert_cmpuint (pieces->len, ==, 0);
  g_assert_true (march_overlap_has (overlap, 1));
  g_assert_cmpfloat_with_epsilon (judge_area (rest), 1, EPSILON);
}

/* What is a hand wide goes, a hole's edge counts for it, and land stays as it is. */
static void
test_slivers (void)
{
  static const double land[] = { 0, 0, 1, 0, 1, 1, 0, 1, 0, 0 };
  static const double thin[] = { 2, 0, 3, 0, 3, 3e-7, 2, 3e-7, 2, 0 };
  static const double frame[] = { 4, 0, 5, 0, 5, 1, 4, 1, 4, 0 };
  static const double inside[] = { 4 + 2e-7, 2e-7, 4 + 2e-7, 1 - 2e-7, 5 - 2e-7, 1 - 2e-7,
                                   5 - 2e-7, 2e-7, 4 + 2e-7, 2e-7 };
  const MarchPart parts[] = { { thin, 5, 0, FALSE },
                              { land, 5, 1, FALSE },
                              { frame, 5, 2, FALSE },
                              { inside, 5, 2, TRUE } };
  g_autoptr (MarchGeometry) all = march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, 4);
  g_autoptr (MarchGeometry) left = march_land_drop_slivers (all);
  g_autoptr (MarchGeometry) same = march_land_drop_slivers (left);

  g_assert_cmpuint (march_geometry_get_n_parts (left), ==, 1);
  g_assert_cmpfloat_with_epsilon (judge_area (left), 1, EPSILON);
  g_assert_true (same == left);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlap/random", test_random);
  g_test_add_func ("/overlap/all", test_all);
  g_test_add_func ("/overlap/cancelled", test_cancelled);
  g_test_add_func ("/overlap/neighbours", test_neighbours);
  g_test_add_func ("/overlap/slivers", test_slivers);
  return g_test_run ();
}
