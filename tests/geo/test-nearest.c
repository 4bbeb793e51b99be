/* test-nearest.c — how far it is to a line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo-fixtures.h"
#include "geo/march-geodesic.h"
#include "geo/march-nearest.h"
#include "random-land.h"

#define N_PLACES 20
#define PARTS_OF_A_SIDE 400

static MarchGeometry *
new_line (const double *points, guint n_points)
{
  const MarchPart part = { points, n_points, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1);
}

/* From the equator straight north, from beside an end, and from a place on the line. */
static void
test_line (void)
{
  static const double points[] = { 10, 0, 20, 0, 20, 5 };
  static const struct
  {
    double place[2], nearest[2];
  } cases[] = {
    { { 15, 1 }, { 15, 0 } }, { { 8, 0 }, { 10, 0 } },  { { 20, 7 }, { 20, 5 } },
    { { 13, 0 }, { 13, 0 } }, { { 20, 3 }, { 20, 3 } },
  };
  g_autoptr (MarchGeometry) line = new_line (points, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *place = cases[i].place, *nearest = cases[i].nearest;
      double        x, y;
      double        distance = march_nearest_find (line, place[0], place[1], &x, &y);

      g_assert_cmpfloat_with_epsilon (distance,
                                      march_geodesic_distance (place[0], place[1], nearest[0],
                                                               nearest[1]),
                                      0.01);
      g_assert_cmpfloat_with_epsilon (x, nearest[0], 1e-5);
      g_assert_cmpfloat_with_epsilon (y, nearest[1], 1e-5);
    }
}

static double
try_all (MarchGeometry *area, double longitude, double latitude)
{
  const MarchPart *ring = march_geometry_get_part (area, 0);
  double           best = INFINITY;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    for (guint j = 0; j <= PARTS_OF_A_SIDE; j++)
      {
        const double *a = ring->points + 2 * i, *b = a + 2;
        double        along = (double) j / PARTS_OF_A_SIDE;

        best = MIN (best,
                    march_geodesic_distance (longitude, latitude, a[0] + along * (b[0] - a[0]),
                                             a[1] + along * (b[1] - a[1])));
      }
  return best;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (MarchGeometry) star = random_star (random, 35, 48, 2, 60);

  for (guint i = 0; i < N_PLACES; i++)
    {
      double longitude = g_rand_double_range (random, 30, 40);
      double latitude = g_rand_double_range (random, 45, 51);
      double expected = try_all (star, longitude, latitude);
      double distance = march_nearest_find (star, longitude, latitude, NULL, NULL);

      g_assert_cmpfloat (distance, <=, expected + 1e-6);
      /* The steps of the trial are some 300 m. */
      g_assert_cmpfloat (distance, >=, expected - 150);
    }
}

static void
test_several_lines (void)
{
  static const double far[] = { 0, 0, 1, 0 }, near[] = { 5, 2, 5, 4 };
  const MarchPart     parts[] = { { far, 2, 0, FALSE }, { near, 2, 1, FALSE } };
  g_autoptr (MarchGeometry) lines = march_geometry_new (MARCH_GEOMETRY_LINE, parts, 2);
  double x, y;

  march_nearest_find (lines, 6, 3, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 3, 1e-3);
}

static void
test_none (void)
{
  g_autoptr (MarchGeometry) nothing = march_geometry_new (MARCH_GEOMETRY_LINE, NULL, 0);
  double x, y;

  g_assert_true (isinf (march_nearest_find (nothing, 1, 1, &x, &y)));
  g_assert_true (isnan (x) && isnan (y));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/nearest/line", test_line);
  g_test_add_func ("/geo/nearest/random", test_random);
  g_test_add_func ("/geo/nearest/several-lines", test_several_lines);
  g_test_add_func ("/geo/nearest/none", test_none);
  return g_test_run ();
}
