/* test-layer-real.c — files of other projects read into layers, held against GDAL */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-survey.h"
#include "layer-fixture.h"

#define TODAY march_day_from_ymd (2026, 9, 1)

static char *
find_data (const char *name)
{
  return g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), name, NULL);
}

static MarchLayer *
read_data (const char *name)
{
  g_autofree char *path = find_data (name);
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = march_layer_read_file (path, &error);

  g_assert_no_error (error);
  return layer;
}

/* How many features GDAL reads with a geometry, and the sum of their areas in square degrees. */
static void
ask_gdal (const char *name, const char *table, guint *n_features, double *area)
{
  g_autofree char  *path = find_data (name);
  g_autofree char  *sql = g_strdup_printf ("SELECT OGR_GEOM_AREA AS area FROM \"%s\" WHERE "
                                            "OGR_GEOMETRY IS NOT NULL",
                                           table);
  const char *const arguments[] = { "ogr2ogr",  "-f",     "CSV",  "/vsistdout/", path,
                                    "-dialect", "OGRSQL", "-sql", sql,           NULL };
  g_autofree char  *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &output, NULL, NULL, &error));
  g_assert_no_error (error);
  lines = g_strsplit (output, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "area"));
  *n_features = 0;
  *area = 0;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      (*n_features)++;
      *area += g_ascii_strtod (lines[i] + (*lines[i] == '"'), NULL);
    }
}

static double
measure_ring (const MarchPart *ring)
{
  double area = 0;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const double *a = ring->points + 2 * i, *b = a + 2;

      area += (a[0] - ring->points[0]) * (b[1] - ring->points[1])
              - (b[0] - ring->points[0]) * (a[1] - ring->points[1]);
    }
  return fabs (area) / 2;
}

/* In square degrees, as GDAL does it: each ring by itself, holes taken away. */
static double
measure (MarchLayer *layer)
{
  double area = 0;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      MarchGeometry *geometry = march_layer_get_feature (layer, i)->geometry;

      for (guint j = 0; j < march_geometry_get_n_parts (geometry); j++)
        {
          const MarchPart *ring = march_geometry_get_part (geometry, j);

          if (march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON)
            area += ring->hole ? -measure_ring (ring) : measure_ring (ring);
        }
    }
  return area;
}

static void
test_counts_and_areas (void)
{
  static const struct
  {
    const char *file;
    const char *table;
    guint       n_features;
  } rows[] = {
    { "deepstate_daily_occupied_sample/deepstatemap_data_20240708.geojson",
      "deepstatemap_data_20240708", 1 },
    { "deepstate_daily_occupied_sample/deepstatemap_data_20250301.geojson",
      "deepstatemap_data_20250301", 1 },
    { "deepstate_daily_occupied_sample/deepstatemap_data_20260822.geojson",
      "deepstatemap_data_20260822", 1 },
    { "isw_claims_sample/September/RussianAssessedAdvanceinUkraine/"
      "20220912_RussianAssessedAdvanceinUkraine.geojson",
      "20220912_RussianAssessedAdvanceinUkraine", 19 },
    { "isw_claims_sample/September/RussianClaimedCoTinUkraine/"
      "20220912_RussianClaimedCoTinUkraine.geojson",
      "20220912_RussianClaimedCoTinUkraine", 22 },
    { "isw_claims_sample/September/UkrainianClaimedCounterOffensives/"
      "20220912_UkrainianClaimedCounterOffensives.geojson",
      "20220912_UkrainianClaimedCounterOffensives", 14 },
    { "isw_claims_sample/February_March/UkrainianClaimedCounterOffensives/"
      "20220315_UkrainianClaimedCounterOffensives.geojson",
      "20220315_UkrainianClaimedCounterOffensives", 0 },
    { "uawardata_units/geojson/units_all.geojson", "units_all", 2269 },
    { "uawardata_units/geojson/units_current.geojson", "units_current", 130 },
    { "uawardata_units/geojson/btgs_all.geojson", "btgs_all", 1112 },
    { "natural_earth_disputed/10m/cultural/ne_10m_admin_0_disputed_areas.json",
      "ne_10m_admin_0_disputed_areas", 80 },
    { "natural_earth_disputed/10m/cultural/"
      "ne_10m_admin_0_disputed_areas_scale_rank_minor_islands.json",
      "ne_10m_admin_0_disputed_areas_scale_rank_minor_islands", 213 },
    { "natural_earth_disputed/10m/cultural/ne_10m_admin_0_boundary_lines_disputed_areas.json",
      "ne_10m_admin_0_boundary_lines_disputed_areas", 46 },
    { "fiona_vectors/!test.geojson", "!test", 1 },
    { "fiona_vectors/grenada.geojson", "grenada", 1 },
    { "fiona_vectors/rmnp.geojson", "rmnp", 1 },
    { "fiona_vectors/issue627.geojson", "issue627", 3 },
    { "fiona_vectors/trio.geojson", "trio", 3 },
    { "fiona_vectors/collection.txt", "collection", 2 },
    { "fiona_vectors/sequence.txt", "sequence", 2 },
    { "fiona_vectors/sequence-pp.txt", "sequence-pp", 2 },
    { "pyogrio_gpkg/line_zm.gpkg", "line_zm", 1 },
    { "pyogrio_gpkg/curve.gpkg", "curve", 1 },
    { "pyogrio_gpkg/curvepolygon.gpkg", "curvepolygon", 1 },
    { "pyogrio_gpkg/multisurface.gpkg", "multisurface", 1 },
    { "pyogrio_gpkg/test_gpkg_nulls.gpkg", "test_gpkg_nulls", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_data (rows[i].file);
      guint  n_features;
      double area;

      ask_gdal (rows[i].file, rows[i].table, &n_features, &area);
      g_test_message ("%s: %u features, %.9f square degrees", rows[i].table, n_features, area);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, rows[i].n_features);
      g_assert_cmpuint (n_features, ==, rows[i].n_features);
      g_assert_cmpfloat_with_epsilon (measure (layer), area, 1e-9 * MAX (area, 1));
      g_assert_cmpuint (march_layer_count_noted (layer, MARCH_NOTE_SKIPPED), ==, 0);
    }
}

/* Of these GDAL reads less than there is; each is held against a twin that it reads in full. */
static void
test_twins (void)
{
  static const struct
  {
    const char *file;
    const char *twin;
  } rows[] = {
    { "fiona_vectors/trio.seq", "fiona_vectors/trio.geojson" },
    { "fiona_vectors/collection-pp.txt", "fiona_vectors/collection.txt" },
    { "fiona_vectors/sequence-pp.txt", "fiona_vectors/sequence.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_data (rows[i].file);
      g_autoptr (MarchLayer) twin = read_data (rows[i].twin);

      g_assert_cmpuint (march_layer_get_n_features (layer), ==, march_layer_get_n_features (twin));
      g_assert_cmpfloat_with_epsilon (measure (layer), measure (twin), 1e-12);
      for (guint j = 0; j < march_layer_get_n_features (layer); j++)
        g_assert_cmpuint (
            march_geometry_count_points (march_layer_get_feature (layer, j)->geometry), ==,
            march_geometry_count_points (march_layer_get_feature (twin, j)->geometry));
    }
}

/* Points of tables lie where GDAL finds them. */
static void
test_tables (void)
{
  static const struct
  {
    const char *file;
    const char *layer;
    guint       n_features;
    const char *latitude, *longitude;
  } rows[] = {
    { "uawardata_units/csv/units_all.csv", "units_all", 2269, "lat", "lng" },
    { "uawardata_units/csv/btgs_all.csv", "btgs_all", 1112, "lat", "lng" },
    { "kse_hromada_centres/hromada_centres_status_2022_2023.csv",
      "hromada_centres_status_2022_2023", 1469, "lat_center", "lon_center" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_data (rows[i].file);
      g_autofree char  *path = find_data (rows[i].file);
      g_autofree char  *sql = g_strdup_printf ("SELECT count(*) AS n, sum(CAST(%s AS float)) AS x, "
                                                "sum(CAST(%s AS float)) AS y FROM \"%s\"",
                                               rows[i].longitude, rows[i].latitude, rows[i].layer);
      const char *const arguments[] = { "ogrinfo", "-q", "-dialect", "SQLite",
                                        "-sql",    sql,  path,       NULL };
      g_autofree char  *output = NULL;
      double            x = 0, y = 0;

      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                   &output, NULL, NULL, NULL));
      for (guint j = 0; j < march_layer_get_n_features (layer); j++)
        {
          const MarchBox *box = march_geometry_get_box (march_layer_get_feature (layer, j)
                                                            ->geometry);

          x += box->west;
          y += box->south;
        }
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, rows[i].n_features);
      g_assert_nonnull (strstr (output, " x (Real) = "));
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (strstr (output, " x (Real) = ") + 12, NULL),
                                      x, 1e-6 * fabs (x));
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (strstr (output, " y (Real) = ") + 12, NULL),
                                      y, 1e-6 * fabs (y));
    }
}

static const MarchDateChoice *
get_first_choice (GPtrArray *choices)
{
  g_assert_cmpuint (choices->len, >, 0);
  return choices->pdata[0];
}

static void
test_dates (void)
{
  static const struct
  {
    const char     *file;
    MarchDateOrigin origin;
    guint           n_dated;
    guint           n_days;
    const char     *first, *last;
  } rows[] = {
    { "deepstate_daily_occupied_sample", MARCH_DATED_BY_FILE_NAME, 3, 3, "2024-07-08",
      "2026-08-22" },
    { "isw_claims_sample", MARCH_DATED_BY_FILE_NAME, 55, 1, "2022-09-12", "2022-09-12" },
    { "uawardata_units/geojson/units_all.geojson", MARCH_DATED_BY_FIELD, 2269, 22, "2022-03-31",
      "2022-09-11" },
    { "uawardata_units/csv/units_all.csv", MARCH_DATED_BY_FIELD, 2269, 22, "2022-03-31",
      "2022-09-11" },
    { "kse_hromada_centres", MARCH_DATED_BY_COLUMN, 1211, 4, "2022-04-27", "2022-10-10" },
    { "fiona_vectors/test_tz.geojson", MARCH_DATED_BY_FIELD, 1, 1, "2015-04-22", "2015-04-22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_data (rows[i].file);
      g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
      const MarchDateChoice *choice = get_first_choice (choices);
      g_autofree char       *first = march_day_to_iso (choice->first);
      g_autofree char       *last = march_day_to_iso (choice->last);
      g_autoptr (GArray) days = NULL;

      g_test_message ("%s", rows[i].file);
      g_assert_cmpint (choice->origin, ==, rows[i].origin);
      g_assert_cmpuint (choice->n_dated, ==, rows[i].n_dated);
      g_assert_cmpstr (first, ==, rows[i].first);
      g_assert_cmpstr (last, ==, rows[i].last);
      march_layer_set_dates (layer, choice, TODAY);
      days = march_layer_list_days (layer);
      g_assert_cmpuint (days->len, ==, rows[i].n_days);
    }
}

/* The files of a folder stay apart by who says what. */
static void
test_series (void)
{
  g_autoptr (MarchLayer) layer = read_data ("isw_claims_sample");
  g_autoptr (GPtrArray) series = march_layer_count_keys (layer, MARCH_LAYER_KEY_SERIES, 0,
                                                         G_MAXUINT);

  g_assert_cmpuint (series->len, ==, 3);
  layer_fixture_assert_note (layer, MARCH_NOTE_TOLD,
                             "20220315_UkrainianClaimedCounterOffensives.ge"
                             "ojson: It holds nothing that can be drawn.");
}

/* Every feature of every file, whole or refused with a sentence; never both, never neither. */
static guint
try_folder (const char *folder, guint *n_read)
{
  g_autofree char *path = find_data (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchLayer) layer = NULL;

      if (g_str_has_suffix (name, ".result") || strstr (name, "json") == NULL)
        continue;
      layer = march_layer_read_file (file, &error);
      g_assert_true ((layer == NULL) == (error != NULL));
      if (error != NULL)
        {
          g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
          g_assert_true (g_str_has_suffix (error->message, "."));
        }
      for (guint i = 0; layer != NULL && i < march_layer_get_n_notes (layer); i++)
        {
          g_autofree char *note = march_layer_describe_note (layer, i);

          g_assert_true (g_utf8_validate (note, -1, NULL));
        }
      *n_read += layer != NULL;
      n_files++;
    }
  return n_files;
}

static void
test_suites (void)
{
  guint n_read = 0;

  /* JSON of every kind, but no areas. */
  g_assert_cmpuint (try_folder ("json_parsing_suite", &n_read), >, 300);
  g_assert_cmpuint (n_read, ==, 0);
  g_assert_cmpuint (try_folder ("geojsonhint_fixtures/good", &n_read), ==, 18);
  g_assert_cmpuint (n_read, ==, 18);
  n_read = 0;
  g_assert_cmpuint (try_folder ("geojsonhint_fixtures/bad", &n_read), >, 40);
  g_assert_cmpuint (n_read, >, 20);
}

/* Strings that break programs come through as they are. */
static void
test_naughty_strings (void)
{
  g_autofree char *path = find_data ("naughty_strings/blns.json");
  g_autofree char *strings = NULL;
  g_autofree char *text = NULL;
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = NULL;

  g_assert_true (g_file_get_contents (path, &strings, NULL, NULL));
  text = g_strdup_printf ("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                          "1,2]},"
                          "\"properties\":{\"all\":%s}}",
                          strings);
  layer = layer_fixture_read (fixture, "velmark.geojson", text, &error);
  g_assert_no_error (error);
  g_strstrip (strings);
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "all"), ==, strings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-real/counts-and-areas", test_counts_and_areas);
  g_test_add_func ("/exchange/layer-real/twins", test_twins);
  g_test_add_func ("/exchange/layer-real/tables", test_tables);
  g_test_add_func ("/exchange/layer-real/dates", test_dates);
  g_test_add_func ("/exchange/layer-real/series", test_series);
  g_test_add_func ("/exchange/layer-real/suites", test_suites);
  g_test_add_func ("/exchange/layer-real/naughty-strings", test_naughty_strings);
  return g_test_run ();
}
