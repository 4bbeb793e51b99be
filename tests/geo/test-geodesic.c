/* test-geodesic.c — areas and distances against known values */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-geodesic.h"

#include <math.h>

#include "geo-fixtures.h"

/* GeographicLib's Planimeter gives this for the cell between 0° and 1° by 0° and 1°. */
static void
test_cell (void)
{
  g_autoptr (MarchGeometry) cell = new_rectangle (0, 0, 1, 1);

  g_assert_cmpfloat_with_epsilon (march_geodesic_area (cell), 12308778361.469452, 0.01);
}

/* The ellipsoid's area from the equator to a latitude, over one radian of longitude (Snyder 1987,
 * 3-12). */
static double
zone (double latitude)
{
  const double f = 1 / 298.257223563, a = 6378137, b = a * (1 - f);
  const double e = sqrt (f * (2 - f));
  double s = sin (latitude * G_PI / 180);

  return b * b / 2 * (s / (1 - e * e * s * s) + atanh (e * s) / e);
}

/* With many points on its parallels a cell comes close to the one between parallels, which a
 * formula gives. */
static void
test_dense_cell (void)
{
  enum { N = 2000 };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (MarchGeometry) cell = NULL;
  double expected = (zone (50) - zone (46)) * 10 * G_PI / 180;

  for (guint i = 0; i <= N; i++)
    {
      const double point[] = { 30 + 10.0 * i / N, 46 };
      g_array_append_vals (points, point, 2);
    }
  for (guint i = 0; i <= N; i++)
    {
      const double point[] = { 40 - 10.0 * i / N, 50 };
      g_array_append_vals (points, point, 2);
    }
  const MarchPart part = { (const double *) (gpointer) points->data, points->len / 2, 0, FALSE };
  cell = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  g_assert_cmpfloat_with_epsilon (march_geodesic_area (cell) / expected, 1, 1e-8);
}

static void
test_holes (void)
{
  g_autoptr (MarchGeometry) holed = new_holed ();
  g_autoptr (MarchGeometry) outer = new_rectangle (0, 0, 10, 10);
  g_autoptr (MarchGeometry) hole = new_rectangle (2, 2, 4, 4);
  g_autoptr (MarchGeometry) second = new_rectangle (20, 20, 21, 21);

  g_assert_cmpfloat_with_epsilon (
      march_geodesic_area (holed),
      march_geodesic_area (outer) - march_geodesic_area (hole) + march_geodesic_area (second), 1);
}

static void
test_no_area (void)
{
  static const double line[] = { 0, 0, 4, 0 };
  const MarchPart     part = { line, 2, 0, FALSE };
  g_autoptr (MarchGeometry) road = march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1);
  g_autoptr (MarchGeometry) empty = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);

  g_assert_cmpfloat (march_geodesic_area (road), ==, 0);
  g_assert_cmpfloat (march_geodesic_area (empty), ==, 0);
}

static void
test_distance (void)
{
  /* A degree of the equator, and a quarter of the meridian of WGS 84. */
  g_assert_cmpfloat_with_epsilon (march_geodesic_distance (0, 0, 1, 0), 6378137 * G_PI / 180, 1e-6);
  g_assert_cmpfloat_with_epsilon (march_geodesic_distance (30, 0, 30, 90), 10001965.729, 1e-3);
  g_assert_cmpfloat_with_epsilon (march_geodesic_distance (179.5, 0, -179.5, 0),
                                  6378137 * G_PI / 180, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geodesic/cell", test_cell);
  g_test_add_func ("/geo/geodesic/dense-cell", test_dense_cell);
  g_test_add_func ("/geo/geodesic/holes", test_holes);
  g_test_add_func ("/geo/geodesic/no-area", test_no_area);
  g_test_add_func ("/geo/geodesic/distance", test_distance);
  return g_test_run ();
}
