/* test-geojson-cases.c — GeoJSON of other projects: good and bad fixtures, and areas of many points
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo/march-arcs.h"
#include "geo/march-geojson.h"

typedef void (*FileFunc) (const char *path, guint *n_read);

/* Calls @check with each GeoJSON file of a folder; returns how many there were. */
static guint
for_each_file (const char *folder,
               FileFunc    check,
               guint      *n_read)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;
  guint       n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".geojson"))
        continue;
      check (file, n_read);
      n_files++;
    }
  return n_files;
}

/* A collection of points and lines, and a latitude of -107°, are good GeoJSON, and nothing that can
 * be drawn. */
static void
check_good (const char *path,
            guint      *n_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, &error);

  if (error != NULL && (strstr (error->message, "mixes") != NULL ||
                        strstr (error->message, "not on Earth") != NULL))
    return;
  g_assert_no_error (error);
  g_assert_nonnull (features);
  (*n_read)++;
}

/* Some are bad by a recommendation only, such as the turn of a ring, and are read. */
static void
check_bad (const char *path,
           guint      *n_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, &error);

  g_test_message ("%s", error != NULL ? error->message : path);
  g_assert_true ((features == NULL) == (error != NULL));
  *n_read += features != NULL;
}

/* Arcs with all their points give back the points of each ring. */
static void
check_area (const char *path,
            guint      *n_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, &error);
  g_autoptr (GPtrArray) geometries = g_ptr_array_new ();
  g_autoptr (MarchArcs) arcs = NULL;
  MarchGeometry *geometry;

  g_assert_no_error (error);
  g_assert_cmpuint (features->len, ==, 1);
  geometry = ((MarchFeature *) features->pdata[0])->geometry;
  g_assert_cmpuint (march_geometry_count_points (geometry), >, 1000);
  g_ptr_array_add (geometries, geometry);
  arcs = march_arcs_new (geometries);
  for (guint i = 0; i < march_arcs_get_n_rings (arcs, 0); i++)
    {
      g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

      march_arcs_append_ring (arcs, 0, i, ring);
      g_assert_cmpuint (ring->len / 2, ==, march_geometry_get_part (geometry, i)->n_points);
    }
  (*n_read)++;
}

static void
test_good (void)
{
  guint n_read = 0;
  guint n_files = for_each_file ("geojsonhint_fixtures/good", check_good, &n_read);

  g_assert_cmpuint (n_files - n_read, ==, 2);
  g_assert_cmpuint (n_read, >=, 16);
}

static void
test_bad (void)
{
  guint n_read = 0;
  guint n_files = for_each_file ("geojsonhint_fixtures/bad", check_bad, &n_read);

  g_assert_cmpuint (n_files - n_read, >=, 15);
}

static void
test_areas (void)
{
  guint n_read = 0;

  g_assert_cmpuint (for_each_file ("deepstate_daily_occupied_sample", check_area, &n_read), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geojson-cases/good", test_good);
  g_test_add_func ("/geo/geojson-cases/bad", test_bad);
  g_test_add_func ("/geo/geojson-cases/areas", test_areas);
  return g_test_run ();
}
