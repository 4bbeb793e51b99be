/* test-view.c — views: projecting, fitting, being sane */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "render/march-view.h"

#include <math.h>

static void
test_round_trip (void)
{
  for (double zoom = 3; zoom < 19; zoom += 2.7)
    {
      MarchView view = march_view_centered (34.5, 47.25, zoom, 801, 600, 2);
      double    px, py, longitude, latitude;

      march_view_project (&view, 34.5, 47.25, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 400.5, 1e-6);
      g_assert_cmpfloat_with_epsilon (py, 300, 1e-6);
      march_view_unproject (&view, 17, 511, &longitude, &latitude);
      march_view_project (&view, longitude, latitude, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 17, 1e-5);
      g_assert_cmpfloat_with_epsilon (py, 511, 1e-5);
    }
}

static void
test_fit (void)
{
  static const double margins[][4] = { { 0, 0, 0, 0 }, { 10, 20, 30, 300 }, { 100, 0, 0, 0 } };
  MarchBox            box = { 22, 44, 40, 52.5 };

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      const double *margin = margins[i];
      MarchView     view = march_view_fit (&box, 1000, 700, 1, margin);
      double        west, north, east, south;

      march_view_project (&view, box.west, box.north, &west, &north);
      march_view_project (&view, box.east, box.south, &east, &south);
      g_assert_cmpfloat (west, >=, margin[3] - 1e-6);
      g_assert_cmpfloat (north, >=, margin[0] - 1e-6);
      g_assert_cmpfloat (east, <=, 1000 - margin[1] + 1e-6);
      g_assert_cmpfloat (south, <=, 700 - margin[2] + 1e-6);
      g_assert_true (fabs (east - west - (1000 - margin[1] - margin[3])) < 1e-6
                     || fabs (south - north - (700 - margin[0] - margin[2])) < 1e-6);
    }
}

static void
test_fit_extremes (void)
{
  double    margins[4] = { 500, 500, 500, 500 };
  MarchBox  point = { 10, 10, 10, 10 }, empty = MARCH_BOX_EMPTY;
  MarchView view = march_view_fit (&point, 300, 200, 1, margins);

  g_assert_true (march_view_is_sane (&view));
  view = march_view_fit (&empty, 300, 200, 1, margins);
  g_assert_true (march_view_is_sane (&view));
}

static void
test_scale (void)
{
  MarchView equator = march_view_centered (0, 0, 0, 256, 256, 1),
            north = march_view_centered (0, 60, 5, 10, 10, 1);

  g_assert_cmpfloat_with_epsilon (march_view_metres_per_pixel (&equator), 156543.034, 0.01);
  g_assert_cmpfloat_with_epsilon (march_view_metres_per_pixel (&north), 156543.034 / 32 / 2, 0.5);
}

static void
test_sane (void)
{
  MarchView good = march_view_centered (0, 0, 3, 100, 100, 1), view;

  g_assert_true (march_view_is_sane (&good));
#define BAD(member, value)  \
  view = good;              \
  view.member = (value);    \
  g_assert_false (march_view_is_sane (&view))
  BAD (x, NAN);
  BAD (y, INFINITY);
  BAD (zoom, NAN);
  BAD (zoom, 1000);
  BAD (width, 0);
  BAD (height, -5);
  BAD (scale, 0);
  BAD (width, 40000);
  BAD (scale, 1000);
#undef BAD
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/round-trip", test_round_trip);
  g_test_add_func ("/view/fit", test_fit);
  g_test_add_func ("/view/fit-extremes", test_fit_extremes);
  g_test_add_func ("/view/scale", test_scale);
  g_test_add_func ("/view/sane", test_sane);
  return g_test_run ();
}
