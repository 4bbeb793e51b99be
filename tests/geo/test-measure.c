/* test-measure.c — land measured by units, and followed over the days */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo-fixtures.h"
#include "geo/march-geodesic.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-measure.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_LANDS 30
/* Small, so that sides are the same whether they have points on them or not. */
#define FIELD 0.01

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
}

static MarchGeometry *
new_fields (double west, double south, double east, double north)
{
  return new_rectangle (FIELD * west, FIELD * south, FIELD * east, FIELD * north);
}

/* Four squares that share borders, and one far away. */
static MarchMeasure *
new_squares (void)
{
  g_autoptr (GPtrArray) units = new_list ();
  g_autoptr (GError) error = NULL;
  MarchMeasure *measure;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (units, new_fields (i % 2, i / 2, i % 2 + 1, i / 2 + 1));
  g_ptr_array_add (units, new_fields (50, 50, 51, 51));
  measure = march_measure_new (units, &error);
  g_assert_no_error (error);
  return measure;
}

static double
rectangle_area (double west, double south, double east, double north)
{
  g_autoptr (MarchGeometry) rectangle = new_fields (west, south, east, north);

  return march_geodesic_area (rectangle);
}

static void
test_squares (void)
{
  g_autoptr (MarchMeasure) measure = new_squares ();
  g_autoptr (MarchGeometry) land = new_fields (0.5, 0.25, 1.5, 1);
  double areas[5];

  g_assert_cmpuint (march_measure_get_n_units (measure), ==, 5);
  g_assert_cmpfloat (march_measure_get_unit (measure, 4), ==, rectangle_area (50, 50, 51, 51));
  march_measure_land (measure, land, areas);
  g_assert_cmpfloat_with_epsilon (areas[0], rectangle_area (0.5, 0.25, 1, 1), 1);
  g_assert_cmpfloat_with_epsilon (areas[1], rectangle_area (1, 0.25, 1.5, 1), 1);
  for (guint i = 2; i < 5; i++)
    g_assert_cmpfloat (areas[i], ==, 0);
}

static void
test_whole_units_and_none (void)
{
  g_autoptr (MarchMeasure) measure = new_squares ();
  g_autoptr (MarchGeometry) land = new_fields (-1, -1, 3, 3);
  g_autoptr (MarchGeometry) outside = new_fields (-5, -5, -4, -4);
  g_autoptr (MarchGeometry) nothing = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  double areas[5];

  march_measure_land (measure, land, areas);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (areas[i], march_measure_get_unit (measure, i), 1);
  march_measure_land (measure, outside, areas);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (areas[i], ==, 0);
  areas[0] = 7;
  march_measure_land (measure, nothing, areas);
  g_assert_cmpfloat (areas[0], ==, 0);
}

static double
plain_area (MarchGeometry *land, MarchGeometry *unit)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *first = march_geos_from (geos, land);
  GEOSGeometry *second = march_geos_from (geos, unit);
  GEOSGeometry *both = GEOSIntersection_r (geos->handle, first, second);
  g_autoptr (MarchGeometry) common = march_geos_to (geos, both, NULL);

  GEOSGeom_destroy_r (geos->handle, both);
  GEOSGeom_destroy_r (geos->handle, second);
  GEOSGeom_destroy_r (geos->handle, first);
  return march_geodesic_area (common);
}

/* Clipping to the box first changes nothing: on stars of all sizes, some across several units.
 * Only sides of a hundred kilometres and more would tell that they got points on them. */
static void
test_against_plain (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) units = new_list ();
  g_autoptr (MarchMeasure) measure = NULL;
  guint n_parted = 0;

  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (units, random_star (random, 30 + 0.2 * (i % 4), 45 + 0.2 * (i / 4), 0.2, 80));
  measure = march_measure_new (units, NULL);
  for (guint i = 0; i < N_LANDS; i++)
    {
      g_autoptr (MarchGeometry) land = random_star (random, 30.3, 45.2, 0.02 * (1 + i), 300);
      double areas[12];

      march_measure_land (measure, land, areas);
      for (guint j = 0; j < units->len; j++)
        {
          double expected = plain_area (land, g_ptr_array_index (units, j));

          g_assert_cmpfloat_with_epsilon (areas[j], expected,
                                          1e-6 * march_measure_get_unit (measure, j));
          n_parted += expected > 0 && expected < 0.9 * march_measure_get_unit (measure, j);
        }
    }
  g_assert_cmpuint (n_parted, >, 100);
}

static MarchHoldings *
new_holdings (MarchMissing missing)
{
  static const double fronts[] = { 0.5, 1.5, 2, 0 };
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  MarchHoldings *holdings;

  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    {
      g_autoptr (MarchGeometry) land = fronts[i] > 0
                                           ? new_fields (0, 0, fronts[i], 1)
                                           : march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);

      march_holdings_builder_add (builder, 10 * (i + 1), land, NULL, NULL);
    }
  holdings = march_holdings_builder_run (builder, missing, NULL, NULL, NULL, NULL);
  g_assert_nonnull (holdings);
  return holdings;
}

static void
test_series (void)
{
  static const struct
  {
    MarchDay day;
    double   first, second; /* how far the front is in either unit */
  } expected[] = { { 9, 0, 0 },  { 10, 0.5, 0 }, { 19, 0.5, 0 }, { 20, 1, 0.5 }, { 29, 1, 0.5 },
                   { 30, 1, 1 }, { 39, 1, 1 },   { 40, 0, 0 },   { 4000, 0, 0 } };
  static const MarchDay days[] = { 10, 20, 30, 40 };
  g_autoptr (MarchMeasure) measure = new_squares ();
  g_autoptr (MarchHoldings) holdings = new_holdings (MARCH_MISSING_CARRIED);
  g_autoptr (MarchAreaSeries) series = march_area_series_new (holdings, measure, NULL, NULL);
  const MarchDay *found;
  guint           n_days;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const double *areas = march_area_series_find (series, expected[i].day);
      double        first = rectangle_area (0, 0, expected[i].first, 1);
      double        second = rectangle_area (1, 0, 1 + expected[i].second, 1);

      g_assert_cmpfloat_with_epsilon (areas[0], first, 1);
      g_assert_cmpfloat_with_epsilon (areas[1], second, 1);
      g_assert_cmpfloat (areas[2], ==, 0);
      g_assert_cmpfloat_with_epsilon (areas[5], first + second, 1);
    }
  found = march_area_series_get_days (series, &n_days);
  g_assert_cmpmem (found, n_days * sizeof (MarchDay), days, sizeof days);
}

/* Nothing known is not nothing held. */
static void
test_series_blank (void)
{
  g_autoptr (MarchHoldings) holdings = new_holdings (MARCH_MISSING_OPEN);
  g_autoptr (MarchAreaSeries) series = march_area_series_new (holdings, NULL, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (march_area_series_find (series, 20)[0],
                                  rectangle_area (0, 0, 1.5, 1), 1);
  g_assert_null (march_area_series_find (series, 21));
  g_assert_null (march_area_series_find (series, 29));
  g_assert_nonnull (march_area_series_find (series, 30));
  g_assert_cmpfloat (march_area_series_find (series, 40)[0], ==, 0);
  g_assert_null (march_area_series_find (series, 41));
}

static void
test_series_cancelled (void)
{
  g_autoptr (MarchHoldings) holdings = new_holdings (MARCH_MISSING_CARRIED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_area_series_new (holdings, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_refused (void)
{
  static const double line[] = { 0, 0, 4, 0 };
  const MarchPart     part = { line, 2, 0, FALSE };
  g_autoptr (GPtrArray) units = new_list ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (units, new_fields (0, 0, 1, 1));
  g_ptr_array_add (units, march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1));
  g_assert_null (march_measure_new (units, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/measure/squares", test_squares);
  g_test_add_func ("/geo/measure/whole-units-and-none", test_whole_units_and_none);
  g_test_add_func ("/geo/measure/against-plain", test_against_plain);
  g_test_add_func ("/geo/measure/series", test_series);
  g_test_add_func ("/geo/measure/series-blank", test_series_blank);
  g_test_add_func ("/geo/measure/series-cancelled", test_series_cancelled);
  g_test_add_func ("/geo/measure/refused", test_refused);
  return g_test_run ();
}
