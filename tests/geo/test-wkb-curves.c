/* test-wkb-curves.c — curves in well-known binary, drawn by short straight lines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-wkb-curves.h"

#include <math.h>
#include <string.h>

#include "../mutate.h"
#include "base/march-error.h"
#include "geo/march-wkb.h"

static void
put_header (GByteArray *bytes, guint32 type, guint32 n)
{
  g_byte_array_append (bytes, (const guint8 *) "\x01", 1);
  g_byte_array_append (bytes, (const guint8 *) &type, 4);
  g_byte_array_append (bytes, (const guint8 *) &n, 4);
}

static void
put_curve (GByteArray *bytes, guint32 type, const double *numbers, guint n_points)
{
  put_header (bytes, type, n_points);
  g_byte_array_append (bytes, (const guint8 *) numbers, 16 * n_points);
}

static MarchGeometry *
read_straight (const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) straight = march_wkb_straighten (bytes->data, bytes->len, &error);
  MarchGeometry *geometry;

  g_assert_no_error (error);
  geometry = march_wkb_read (straight->data, straight->len, &error);
  g_assert_no_error (error);
  return geometry;
}

static double
measure (const MarchPart *ring)
{
  double area = 0;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    area += ring->points[2 * i] * ring->points[2 * i + 3]
            - ring->points[2 * i + 2] * ring->points[2 * i + 1];
  return area / 2;
}

/* A circle as one arc with its opposite point, and as two halves either way round. */
static void
test_circles (void)
{
  static const struct
  {
    guint  n_points;
    double numbers[10];
    double area;
  } rows[] = {
    { 3, { 1, 0, -1, 0, 1, 0 }, G_PI },
    { 5, { 1, 0, 0, 1, -1, 0, 0, -1, 1, 0 }, G_PI },
    { 5, { 1, 0, 0, -1, -1, 0, 0, 1, 1, 0 }, -G_PI },
    { 5, { 31, 50, 30, 51, 29, 50, 30, 49, 31, 50 }, G_PI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (MarchGeometry) geometry = NULL;

      put_header (bytes, 10, 1);
      put_curve (bytes, 8, rows[i].numbers, rows[i].n_points);
      g_assert_true (march_wkb_has_curves (bytes->data, bytes->len));
      geometry = read_straight (bytes);
      g_assert_cmpint (march_geometry_get_kind (geometry), ==, MARCH_GEOMETRY_POLYGON);
      g_assert_cmpfloat_with_epsilon (measure (march_geometry_get_part (geometry, 0)), rows[i].area,
                                      1e-3 * G_PI);
      g_assert_cmpuint (march_geometry_count_points (geometry), >, 90);
    }
}

/* A half disc of a straight line and an arc; three points in a row are no arc. */
static void
test_compound (void)
{
  static const double line[] = { -1, 0, 1, 0 };
  static const double arc[] = { 1, 0, 0, 1, -1, 0 };
  static const double row[] = { 0, 0, 1, 1, 2, 2 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) straight = g_byte_array_new ();
  g_autoptr (MarchGeometry) geometry = NULL;
  g_autoptr (MarchGeometry) flat = NULL;

  put_header (bytes, 12, 1);
  put_header (bytes, 10, 1);
  put_header (bytes, 9, 2);
  put_curve (bytes, 2, line, 2);
  put_curve (bytes, 8, arc, 3);
  geometry = read_straight (bytes);
  g_assert_cmpfloat_with_epsilon (measure (march_geometry_get_part (geometry, 0)), G_PI / 2, 1e-3);

  put_curve (straight, 8, row, 3);
  flat = read_straight (straight);
  g_assert_cmpint (march_geometry_get_kind (flat), ==, MARCH_GEOMETRY_LINE);
  g_assert_cmpuint (march_geometry_count_points (flat), ==, 2);
}

/* What has no curves comes out as it is. */
static void
test_straight (void)
{
  static const double line[] = { -1, 0, 1, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (MarchGeometry) geometry = NULL;

  put_header (bytes, 11, 2);
  put_curve (bytes, 2, line, 2);
  put_curve (bytes, 2, line, 2);
  geometry = read_straight (bytes);
  g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, 2);
  g_assert_cmpuint (march_geometry_count_points (geometry), ==, 4);
}

static void
test_damaged (void)
{
  static const double arc[] = { 1, 0, 0, 1, -1, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_read = 0;

  put_header (bytes, 12, 1);
  put_header (bytes, 10, 1);
  put_header (bytes, 9, 1);
  put_curve (bytes, 8, arc, 3);
  for (guint i = 0; i < bytes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (march_wkb_straighten (bytes->data, i, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
  for (guint i = 0; i < 5000; i++)
    {
      gsize            length;
      g_autofree char *spoilt = spoil (bytes->data, bytes->len, random, &length);
      g_autoptr (GByteArray)
          straight = march_wkb_straighten ((const guint8 *) spoilt, length, NULL);
      g_autoptr (MarchGeometry)
          geometry = straight != NULL ? march_wkb_read (straight->data, straight->len, NULL) : NULL;

      n_read += geometry != NULL;
    }
  g_assert_cmpuint (n_read, >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/wkb-curves/circles", test_circles);
  g_test_add_func ("/geo/wkb-curves/compound", test_compound);
  g_test_add_func ("/geo/wkb-curves/straight", test_straight);
  g_test_add_func ("/geo/wkb-curves/damaged", test_damaged);
  return g_test_run ();
}
