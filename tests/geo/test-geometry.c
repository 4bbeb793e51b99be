/* test-geometry.c — geometries, boxes, containment and label points */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "geo-fixtures.h"
#include "geo/march-mercator.h"

static void
test_parts (void)
{
  g_autoptr (MarchGeometry) holed = new_holed ();
  const MarchBox *box = march_geometry_get_box (holed);

  g_assert_cmpint (march_geometry_get_kind (holed), ==, MARCH_GEOMETRY_POLYGON);
  g_assert_cmpuint (march_geometry_get_n_parts (holed), ==, 3);
  g_assert_cmpuint (march_geometry_count_points (holed), ==, 15);
  g_assert_true (march_geometry_get_part (holed, 1)->hole);
  g_assert_cmpuint (march_geometry_get_part (holed, 2)->polygon, ==, 1);
  g_assert_cmpfloat (box->west, ==, 0);
  g_assert_cmpfloat (box->east, ==, 21);
  g_assert_cmpfloat (box->south, ==, 0);
  g_assert_cmpfloat (box->north, ==, 21);
}

static void
test_closing (void)
{
  static const double points[] = { 0, 0, 1, 0, 1, 1 };
  const MarchPart     parts[] = { { points, 3, 0, FALSE }, { points, 0, 1, FALSE } };
  g_autoptr (MarchGeometry) ring = march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, 2);
  g_autoptr (MarchGeometry) line = march_geometry_new (MARCH_GEOMETRY_LINE, parts, 1);
  const MarchPart *closed = march_geometry_get_part (ring, 0);

  g_assert_cmpuint (march_geometry_get_n_parts (ring), ==, 1);
  g_assert_cmpuint (closed->n_points, ==, 4);
  g_assert_cmpfloat (closed->points[6], ==, 0);
  g_assert_cmpfloat (closed->points[7], ==, 0);
  g_assert_cmpuint (march_geometry_get_part (line, 0)->n_points, ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (MarchGeometry) empty = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  g_autoptr (MarchGeometry) kept = march_geometry_ref (empty);
  MarchBox world = { -180, -90, 180, 90 };
  double   longitude, latitude;

  g_assert_cmpuint (march_geometry_get_n_parts (kept), ==, 0);
  g_assert_false (march_box_intersects (march_geometry_get_box (empty), &world));
  g_assert_false (march_geometry_contains (empty, 0, 0));
  march_geometry_get_label_point (empty, &longitude, &latitude);
  g_assert_true (isnan (longitude) && isnan (latitude));
}

static void
test_contains (void)
{
  static const struct
  {
    double   x, y;
    gboolean inside;
  } rows[] = {
    { 1, 1, TRUE },      { 3, 3, FALSE },        { 5, 3, TRUE },    { 9.99, 9.99, TRUE },
    { 10.01, 5, FALSE }, { -0.01, 5, FALSE },    { 15, 15, FALSE }, { 20.5, 20.5, TRUE },
    { NAN, 1, FALSE },   { 1, INFINITY, FALSE },
  };
  g_autoptr (MarchGeometry) holed = new_holed ();
  g_autoptr (MarchGeometry) twice = NULL;
  const MarchPart *outer = march_geometry_get_part (holed, 0);
  const MarchPart  parts[] = { *outer, { outer->points, outer->n_points, 1, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (march_geometry_contains (holed, rows[i].x, rows[i].y), ==, rows[i].inside);

  /* Polygons that overlap add up. */
  twice = march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, 2);
  g_assert_true (march_geometry_contains (twice, 5, 5));
}

static void
test_contains_once (void)
{
  g_autoptr (MarchGeometry) west = new_rectangle (0, 0, 1, 1);
  g_autoptr (MarchGeometry) east = new_rectangle (1, 0, 2, 1);

  g_assert_cmpint (march_geometry_contains (west, 1, 0.5) + march_geometry_contains (east, 1, 0.5),
                   ==, 1);
}

static void
test_box (void)
{
  MarchBox box = MARCH_BOX_EMPTY;
  MarchBox a = { 0, 0, 1, 1 }, b = { 2, 2, 3, 3 }, touching = { 1, 1, 2, 2 };
  const MarchBox empty = MARCH_BOX_EMPTY;

  march_box_extend (&box, &a);
  march_box_extend (&box, &empty);
  g_assert_cmpfloat (box.east, ==, 1);
  march_box_extend (&box, &b);
  g_assert_cmpfloat (box.west, ==, 0);
  g_assert_cmpfloat (box.north, ==, 3);
  g_assert_false (march_box_intersects (&a, &b));
  g_assert_true (march_box_intersects (&a, &touching));
  g_assert_false (march_box_intersects (&a, &empty));
}

/* A U: the middle of its box is outside. */
static void
test_label_point_inside (void)
{
  static const double points[] = { 0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 2, 2, 2, 10, 0, 10, 0, 0 };
  const MarchPart     part = { points, 9, 0, FALSE };
  g_autoptr (MarchGeometry) u = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  double longitude, latitude;

  march_geometry_get_label_point (u, &longitude, &latitude);
  g_assert_true (march_geometry_contains (u, longitude, latitude));
  g_assert_true (longitude - 0 > 0.9 && 10 - longitude > 0.9 && latitude > 0.9);
}

static void
test_label_point_largest (void)
{
  g_autoptr (MarchGeometry) holed = new_holed ();
  g_autoptr (MarchGeometry) north = new_rectangle (20, 60, 24, 62);
  double longitude, latitude;

  march_geometry_get_label_point (holed, &longitude, &latitude);
  g_assert_true (march_geometry_contains (holed, longitude, latitude));
  g_assert_cmpfloat (longitude, <, 10);
  g_assert_cmpfloat (longitude + latitude, >, 12);

  /* At 60° a degree of longitude is half as long: this is a square, and its middle the only best
   * point. */
  march_geometry_get_label_point (north, &longitude, &latitude);
  g_assert_cmpfloat_with_epsilon (longitude, 22, 0.05);
  g_assert_cmpfloat_with_epsilon (latitude, 61, 0.05);
}

static void
test_label_point_others (void)
{
  static const double line[] = { 0, 0, 4, 0, 4, 8 };
  static const double flat[] = { 5, 5, 7, 5, 5, 5 };
  const MarchPart     lines[] = { { line, 2, 0, FALSE }, { line, 3, 0, FALSE } };
  const MarchPart     ring = { flat, 3, 0, FALSE };
  const MarchPart     point = { line + 2, 1, 0, FALSE };
  g_autoptr (MarchGeometry) road = march_geometry_new (MARCH_GEOMETRY_LINE, lines, 2);
  g_autoptr (MarchGeometry) nothing = march_geometry_new (MARCH_GEOMETRY_POLYGON, &ring, 1);
  g_autoptr (MarchGeometry) town = march_geometry_new (MARCH_GEOMETRY_POINT, &point, 1);
  double longitude, latitude;

  march_geometry_get_label_point (road, &longitude, &latitude);
  g_assert_cmpfloat_with_epsilon (longitude, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (latitude, 2, 1e-9);
  march_geometry_get_label_point (nothing, &longitude, &latitude);
  g_assert_cmpfloat (longitude, ==, 5);
  march_geometry_get_label_point (town, &longitude, &latitude);
  g_assert_cmpfloat (longitude, ==, 4);
}

static void
test_mercator (void)
{
  g_assert_cmpfloat_with_epsilon (march_mercator_x (0), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (march_mercator_x (-180), 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (march_mercator_y (0), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (march_mercator_y (MARCH_MERCATOR_MAX_LATITUDE), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (march_mercator_y (-90), 1, 1e-12);

  /* EPSG guidance note 7-2, method 1024: 24°22'54.433"N, 100°20'W is 2800000.00 m north,
   * 11169055.58 m west. */
  g_assert_cmpfloat_with_epsilon (march_mercator_y (24.381786944),
                                  0.5 - 2800000.0 / 40075016.68557849, 1e-9);
  g_assert_cmpfloat_with_epsilon (march_mercator_x (-100.333333333),
                                  (20037508.342789244 - 11169055.576) / 40075016.68557849, 1e-10);

  for (double latitude = -85; latitude <= 85; latitude += 0.37)
    g_assert_cmpfloat_with_epsilon (march_mercator_latitude (march_mercator_y (latitude)), latitude,
                                    1e-10);
  for (double longitude = -180; longitude <= 200; longitude += 1.7)
    g_assert_cmpfloat_with_epsilon (march_mercator_longitude (march_mercator_x (longitude)),
                                    longitude, 1e-10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geometry/parts", test_parts);
  g_test_add_func ("/geo/geometry/closing", test_closing);
  g_test_add_func ("/geo/geometry/empty", test_empty);
  g_test_add_func ("/geo/geometry/contains", test_contains);
  g_test_add_func ("/geo/geometry/contains-once", test_contains_once);
  g_test_add_func ("/geo/geometry/box", test_box);
  g_test_add_func ("/geo/geometry/label-inside", test_label_point_inside);
  g_test_add_func ("/geo/geometry/label-largest", test_label_point_largest);
  g_test_add_func ("/geo/geometry/label-others", test_label_point_others);
  g_test_add_func ("/geo/mercator", test_mercator);
  return g_test_run ();
}
