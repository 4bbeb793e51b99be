/* test-mutations.c — readers of geometry fed with spoilt input, and what is made of what they let
 * through */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "../mutate.h"
#include "geo-fixtures.h"
#include "geo/march-arcs.h"
#include "geo/march-geodesic.h"
#include "geo/march-geojson.h"
#include "geo/march-gpkg-blob.h"

#define SEED 20250515
#define ROUNDS 6000

/* All that is done with a geometry, however odd it is. */
static void
use_geometry (MarchGeometry *geometry)
{
  g_autoptr (GPtrArray) geometries = g_ptr_array_new ();
  g_autoptr (MarchArcs) arcs = NULL;
  g_autoptr (MarchArcs) level = NULL;
  g_autoptr (GBytes) blob = march_gpkg_blob_write (geometry, MARCH_SRS_WGS84);
  g_autoptr (MarchGeometry) again =
      march_gpkg_blob_read (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob), NULL, NULL);
  double longitude, latitude;

  g_assert_nonnull (again);
  g_assert_cmpuint (march_geometry_count_points (again), ==,
                    march_geometry_count_points (geometry));
  march_geometry_get_label_point (geometry, &longitude, &latitude);
  march_geometry_contains (geometry, longitude, latitude);
  march_geodesic_area (geometry);
  g_ptr_array_add (geometries, geometry);
  g_ptr_array_add (geometries, again);
  arcs = march_arcs_new (geometries);
  level = march_arcs_simplify (arcs, 1e-4);
  for (guint i = 0; i < march_arcs_get_n_rings (level, 1); i++)
    {
      g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

      march_arcs_append_ring (level, 1, i, ring);
    }
}

static void
test_blobs (void)
{
  static const double points[] = { 30, 50, 31, 50, 31, 51 };
  const MarchPart lines[] = { { points, 3, 0, FALSE }, { points, 2, 0, FALSE } };
  g_autoptr (MarchGeometry) holed = new_holed ();
  g_autoptr (MarchGeometry) roads = march_geometry_new (MARCH_GEOMETRY_LINE, lines, 2);
  g_autoptr (MarchGeometry) towns = march_geometry_new (MARCH_GEOMETRY_POINT, lines, 1);
  MarchGeometry *const valid[] = { holed, roads, towns };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_read = 0, n_refused = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GBytes) blob =
          march_gpkg_blob_write (valid[i % G_N_ELEMENTS (valid)], MARCH_SRS_WGS84);
      gsize length;
      g_autofree char *spoilt =
          spoil (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob), random, &length);
      g_autofree guint8 *exact = g_memdup2 (spoilt, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchGeometry) geometry = march_gpkg_blob_read (exact, length, NULL, &error);
      MarchBox box;
      gboolean empty;

      g_assert_true ((geometry == NULL) == (error != NULL));
      march_gpkg_blob_read_box (exact, length, &box, &empty);
      if (geometry != NULL)
        use_geometry (geometry);
      n_read += geometry != NULL;
      n_refused += geometry == NULL;
    }
  g_assert_cmpuint (n_read, >, ROUNDS / 20);
  g_assert_cmpuint (n_refused, >, ROUNDS / 4);
}

static void
test_geojson (void)
{
  static const char valid[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                              "\"id\":1,\"properties\":{\"name\":\"Velmark\"},"
                              "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,"
                              "0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]]}},"
                              "{\"type\":\"Feature\",\"geometry\":{\"type\":\"GeometryCollection\","
                              "\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}}]}";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_read = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gsize            length;
      g_autofree char *spoilt = spoil (valid, strlen (valid), random, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) features = march_geojson_read (spoilt, length, &error);

      g_assert_true ((features == NULL) == (error != NULL));
      for (guint j = 0; features != NULL && j < features->len; j++)
        if (((MarchFeature *) features->pdata[j])->geometry != NULL)
          use_geometry (((MarchFeature *) features->pdata[j])->geometry);
      n_read += features != NULL;
    }
  g_assert_cmpuint (n_read, >, ROUNDS / 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/mutations/blobs", test_blobs);
  g_test_add_func ("/geo/mutations/geojson", test_geojson);
  return g_test_run ();
}
