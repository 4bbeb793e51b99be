/* test-layer-gpkg.c — GeoPackages of other programs read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/march-error.h"
#include "layer-fixture.h"

#define CONTENTS                                                                                   \
  "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT);"
#define FEATURES                                                                                   \
  "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);"        \
  "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"                          \
  " organization_coordsys_id INTEGER, definition TEXT);"                                           \
  "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'GEOGCS'), (3857, 'epsg', 3857,"   \
  " ''), (-1, 'NONE', -1, 'undefined'), (0, 'NONE', 0, 'undefined'), (7, 'me', 7, 'undefined');"
#define LAYER(table, column, srs)                                                                  \
  "INSERT INTO gpkg_contents VALUES ('" table "', 'features', NULL);"                              \
  "INSERT INTO gpkg_geometry_columns VALUES ('" table "', '" column "', " srs ");"
#define TOWNS                                                                                      \
  "CREATE TABLE towns (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, n REAL, seen TEXT);"
/* Header without envelope, then a point at 30°, 50°. */
#define POINT                                                                                      \
  "x'4750000100000000"                                                                             \
  "01"                                                                                             \
  "01000000"                                                                                       \
  "0000000000003e40"                                                                               \
  "0000000000004940'"
#define POINT_Z                                                                                    \
  "x'4750000100000000"                                                                             \
  "01"                                                                                             \
  "e9030000"                                                                                       \
  "0000000000003e40"                                                                               \
  "0000000000004940"                                                                               \
  "0000000000004940'"
#define EMPTY_POINT                                                                                \
  "x'4750001100000000"                                                                             \
  "01"                                                                                             \
  "01000000"                                                                                       \
  "000000000000f87f"                                                                               \
  "000000000000f87f'"
#define ROW(geometry) "INSERT INTO towns VALUES (NULL, " geometry ", 'Orlen', 1.5, '2022-09-12');"

static char *
make_file (LayerFixture *fixture, const char *sql)
{
  char    *path = g_build_filename (layer_fixture_get_folder (fixture), "velmark.gpkg", NULL);
  char    *message = NULL;
  sqlite3 *handle;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
  return path;
}

static MarchLayer *
read_sql (const char *sql, const char *table, GError **error)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char       *path = make_file (fixture, sql);
  const char *const      paths[] = { path, NULL };
  const MarchReadOptions options = { .table = table };

  return march_layer_read (paths, &options, NULL, error);
}

static MarchLayer *
read_good (const char *sql)
{
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = read_sql (sql, NULL, &error);

  g_assert_no_error (error);
  return layer;
}

static void
test_features (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (CONTENTS FEATURES LAYER ("towns", "geom", "4326") TOWNS ROW (POINT)
                             ROW (POINT_Z) ROW ("NULL") ROW (EMPTY_POINT) ROW ("x'4750'")
                                 ROW ("'text'"));
  const MarchLayerFeature *feature = march_layer_get_feature (layer, 0);

  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 2);
  g_assert_cmpstr (march_layer_get_file (layer, 0)->format, ==, "GeoPackage");
  g_assert_cmpstr (feature->id, ==, "1");
  g_assert_cmpstr (feature->name, ==, "Orlen");
  g_assert_cmpstr (feature->group, ==, "towns");
  g_assert_cmpuint (feature->n_values, ==, 3);
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "n"), ==, "1.5");
  g_assert_cmpint (feature->values[1].kind, ==, MARCH_VALUE_NUMBER);
  g_assert_cmpfloat (march_geometry_get_box (feature->geometry)->west, ==, 30);
  g_assert_cmpfloat (march_geometry_get_box (feature->geometry)->south, ==, 50);
  layer_fixture_assert_note (layer, MARCH_NOTE_REPAIRED, "feature 2: Its heights");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "features 3, 6: It has no geometry and is left out.");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "feature 4: Its geometry is empty.");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "feature 5: This is not a GeoPackage geom");
}

/* A view that is listed is a layer like any other, and names may need quoting. */
static void
test_views (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (CONTENTS FEATURES LAYER ("the \"big\" ones", "GEOM", "4326")
                             TOWNS         ROW (POINT)
                                 ROW (POINT) "CREATE VIEW \"the \"\"big\"\" ones\" AS SELECT fid, "
                                             "name, geom FROM towns WHERE fid = 2;");

  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
  g_assert_cmpstr (march_layer_get_feature (layer, 0)->id, ==, "2");
}

static void
test_several (void)
{
  g_autoptr (GError) error = NULL;
  static const char sql[] = CONTENTS FEATURES LAYER ("towns", "geom", "4326")
      LAYER ("held_20220912", "geom", "4326")
          LAYER ("lost", "geom",
                 "-1") "INSERT INTO gpkg_contents VALUES ('list', 'attributes', NULL);" TOWNS
              ROW (POINT) "CREATE VIEW held_20220912 AS SELECT * FROM towns;"
                          "CREATE VIEW lost AS SELECT * FROM towns;";
  g_autoptr (MarchLayer) layer = read_good (sql);
  g_autoptr (MarchLayer) one = read_sql (sql, "held_20220912", NULL);

  g_assert_cmpuint (march_layer_get_n_files (layer), ==, 3);
  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 2);
  g_assert_cmpstr (march_layer_get_file (layer, 0)->name, ==, "velmark.gpkg (towns)");
  g_assert_cmpstr (march_layer_get_file (layer, 0)->stem, ==, "velmark towns");
  g_assert_cmpstr (march_layer_get_file (layer, 1)->stem, ==, "held_20220912");
  g_assert_cmpstr (march_layer_get_file (layer, 1)->series, ==, "held");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "velmark.gpkg (lost): The layer “lost” has no defined");
  g_assert_cmpuint (march_layer_get_n_files (one), ==, 1);
  g_assert_cmpuint (march_layer_get_n_features (one), ==, 1);

  g_assert_null (read_sql (sql, "none", &error));
  g_assert_nonnull (strstr (error->message, "velmark.gpkg: The GeoPackage has no layer “none”."));
}

static void
test_projected (void)
{
  /* The same point in metres. */
  g_autoptr (MarchLayer) layer = read_good (CONTENTS FEATURES LAYER ("towns", "geom", "3857")
                                                TOWNS         ROW ("x'4750000100000000"
                                                                           "01"
                                                                           "01000000"
                                                                           "6e6ba55ca07a4941"
                                                                           "a139d3f530975841'"));
  const MarchBox *box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);

  g_assert_cmpfloat_with_epsilon (box->west, 30, 1e-7);
  g_assert_cmpfloat_with_epsilon (box->south, 50, 1e-7);
  layer_fixture_assert_note (layer, MARCH_NOTE_REPAIRED, "turned from “epsg:3857” into WGS 84");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *sql;
    const char *says;
  } rows[] = {
    { "CREATE TABLE a (b);", "no GeoPackage: it has no table “gpkg_contents”" },
    { CONTENTS, "holds no layer" },
    { CONTENTS "INSERT INTO gpkg_contents VALUES ('a', 'tiles', NULL);", "holds pictures" },
    { CONTENTS "INSERT INTO gpkg_contents VALUES ('a', 'attributes', NULL);", "holds tables" },
    { CONTENTS FEATURES LAYER ("towns", "geom", "-1") TOWNS ROW (POINT), "no defined reference" },
    { CONTENTS FEATURES LAYER ("towns", "geom", "0") TOWNS ROW (POINT), "no defined reference" },
    { CONTENTS FEATURES LAYER ("towns", "geom", "7") TOWNS ROW (POINT), "no defined reference" },
    { CONTENTS FEATURES LAYER ("towns", "geom", "99") TOWNS ROW (POINT), "no defined reference" },
    { CONTENTS FEATURES LAYER ("towns", "geom", "4326"), "can't be read (no such table: towns)" },
    { CONTENTS FEATURES LAYER ("towns", "geom",
                               "4326") "CREATE TABLE t (geom); CREATE VIEW towns AS SELECT "
                                       "load_extension ('x') geom FROM t;"
                                       "INSERT INTO t VALUES (1);",
      "can't be read" },
    { "CREATE TABLE gpkg_contents (x);", "can't be read (no such column" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_sql (rows[i].sql, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "velmark.gpkg: "));
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A view that computes without end can be cancelled. */
static void
test_endless_view (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = make_file (
      fixture, CONTENTS FEATURES LAYER ("towns", "geom",
                                        "4326") "CREATE VIEW towns AS WITH RECURSIVE n (geom) AS "
                                                "(SELECT 1 UNION ALL SELECT geom + 1 "
                                                "FROM n) SELECT geom FROM n WHERE geom < 0;");
  const char *const paths[] = { path, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_layer_read (paths, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_no_database (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = layer_fixture_write (fixture, "velmark.gpkg",
                                               "SQLite format 3\0 and nothing else", 34);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_layer_read_file (path, &error));
  g_assert_nonnull (strstr (error->message, "velmark.gpkg: This is no GeoPackage."));
}

/* Every version that GDAL writes, in degrees and in metres, where it is asked for its own. */
static void
test_versions (void)
{
  static const char *const versions[] = { "VERSION=1.0", "VERSION=1.1", "VERSION=1.2",
                                          "VERSION=1.3" };
  static const char *const systems[] = { "EPSG:4326", "EPSG:32636", "EPSG:3035" };
  static const char geojson[] = "{\"type\":\"Feature\",\"properties\":{\"seen\":\"2022-09-12\"},"
                                "\"geometry\":{\"type\":\"Polygon\","
                                "\"coordinates\":[[[32,48],[33,48],[33,49],[32,49],[32,48]]]}}";
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *source = layer_fixture_write (fixture, "velmark.geojson", geojson, -1);
  g_autofree char *path = g_build_filename (layer_fixture_get_folder (fixture), "velmark.gpkg",
                                            NULL);

  for (guint i = 0; i < G_N_ELEMENTS (versions) * G_N_ELEMENTS (systems); i++)
    {
      const char *const arguments[] = { "ogr2ogr",
                                        "-f",
                                        "GPKG",
                                        "-dsco",
                                        versions[i % G_N_ELEMENTS (versions)],
                                        "-t_srs",
                                        systems[i / G_N_ELEMENTS (versions)],
                                        path,
                                        source,
                                        NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchLayer) layer = NULL;
      const MarchBox *box;
      int             status;

      g_unlink (path);
      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                   NULL, NULL, &status, NULL));
      g_assert_cmpint (status, ==, 0);
      layer = march_layer_read_file (path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
      g_assert_cmpstr (layer_fixture_get_text (layer, 0, "seen"), ==, "2022-09-12");
      box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);
      g_assert_cmpfloat_with_epsilon (box->west, 32, 1e-8);
      g_assert_cmpfloat_with_epsilon (box->south, 48, 1e-8);
      g_assert_cmpfloat_with_epsilon (box->east, 33, 1e-8);
      g_assert_cmpfloat_with_epsilon (box->north, 49, 1e-8);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-gpkg/features", test_features);
  g_test_add_func ("/exchange/layer-gpkg/views", test_views);
  g_test_add_func ("/exchange/layer-gpkg/several", test_several);
  g_test_add_func ("/exchange/layer-gpkg/projected", test_projected);
  g_test_add_func ("/exchange/layer-gpkg/refused", test_refused);
  g_test_add_func ("/exchange/layer-gpkg/endless-view", test_endless_view);
  g_test_add_func ("/exchange/layer-gpkg/no-database", test_no_database);
  g_test_add_func ("/exchange/layer-gpkg/versions", test_versions);
  return g_test_run ();
}
