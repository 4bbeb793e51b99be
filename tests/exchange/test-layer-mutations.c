/* test-layer-mutations.c — the readers of layers fed with spoilt files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <sqlite3.h>

#include "../mutate.h"
#include "base/march-error.h"
#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-survey.h"
#include "layer-fixture.h"

#define SEED 20250515
#define TODAY march_day_from_ymd (2025, 6, 1)

static const char geojson[] = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\","
                              "\"properties\":{\"name\":\"EPSG:4326\"}},"
                              "\"features\":[{\"type\":\"Feature\",\"id\":1,\"time\":{\"interval\":"
                              "[\"2022-09-12\",\"..\"]},"
                              "\"properties\":{\"name\":\"Velmark///"
                              "Вельмарк\",\"date\":\"12.09.2022\",\"fill\":\"#a52714\"},"
                              "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,"
                              "0],[9,9],[0,0]],[[2,1],[3,1],[3,2],"
                              "[2,1]]]]}},{\"type\":\"Feature\",\"geometry\":{\"type\":"
                              "\"GeometryCollection\",\"geometries\":[{\"type\":"
                              "\"Point\",\"coordinates\":[1,2,3]}]},\"properties\":{\"date\":"
                              "1662940800000,\"held_27_04_2022\":1}}]}";

static const char sequence[] = "\x1e{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                               "\"coordinates\":[1,2]}}\n"
                               "\x1e{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\","
                               "\"coordinates\":[[1,2],[3,4]]}}\n";

static const char kml[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml "
                          "xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
                          "<name>Velmark</name><Style "
                          "id=\"s\"><PolyStyle><color>ff00ff00</color></PolyStyle></Style><Folder>"
                          "<TimeStamp><when>2022-09-12</when></TimeStamp><Placemark><name>Orlen</"
                          "name><styleUrl>#s</styleUrl>"
                          "<ExtendedData><Data "
                          "name=\"a\"><value>b</value></Data></"
                          "ExtendedData><MultiGeometry><Polygon>"
                          "<outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 "
                          "0,0</coordinates></LinearRing></outerBoundaryIs>"
                          "</Polygon><Point><coordinates>30,50,1</coordinates></Point></"
                          "MultiGeometry></Placemark></Folder>"
                          "</Document></kml>";

static const char csv[] = "\xef\xbb\xbfname;lat;lng;date\n\"Orlen\n\"\"old\"\"\";50,5;30;12.09."
                          "2022\n"
                          "Tarvia;51;31;n/a\n";

/* All that is done with what was read, however odd it is. */
static void
use_layer (MarchLayer *layer)
{
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  MarchBox box;
  guint    n_away;

  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *words = march_date_choice_describe (choices->pdata[i]);
      g_autoptr (GArray) days = NULL;

      g_assert_nonnull (words);
      march_layer_set_dates (layer, choices->pdata[i], TODAY);
      days = march_layer_list_days (layer);
      g_assert_cmpuint (days->len, <=, march_layer_get_n_features (layer));
    }
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i);

      g_assert_nonnull (feature->geometry);
      g_assert_cmpuint (march_geometry_get_n_parts (feature->geometry), >, 0);
      g_assert_true (feature->dates.origin == MARCH_DATED_NOT
                     || feature->dates.from < feature->dates.until);
    }
  for (guint i = 0; i < march_layer_get_n_notes (layer); i++)
    {
      g_autofree char *note = march_layer_describe_note (layer, i);

      g_assert_true (g_utf8_validate (note, -1, NULL));
    }
  march_layer_find_main (layer, &box, &n_away);
}

/* Reads so many spoilt versions of a file; some must be read, some refused. */
static void
try_spoilt (const char *name, const void *valid, gsize length, guint n_rounds)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_read = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      gsize            spoilt_length;
      g_autofree char *spoilt = spoil (valid, length, random, &spoilt_length);
      g_autofree char *path = layer_fixture_write (fixture, name, spoilt, (gssize) spoilt_length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchLayer) layer = march_layer_read_file (path, &error);

      g_assert_true ((layer == NULL) == (error != NULL));
      if (layer != NULL)
        use_layer (layer);
      else
        g_assert_true (error->domain == MARCH_ERROR);
      n_read += layer != NULL;
    }
  g_test_message ("%s: %u of %u read", name, n_read, n_rounds);
  g_assert_cmpuint (n_read, >, n_rounds / 100);
  g_assert_cmpuint (n_read, <, n_rounds);
}

static void
test_texts (void)
{
  try_spoilt ("velmark.geojson", geojson, strlen (geojson), 1500);
  try_spoilt ("velmark.geojsons", sequence, strlen (sequence), 500);
  try_spoilt ("velmark.kml", kml, strlen (kml), 1500);
  try_spoilt ("velmark.csv", csv, strlen (csv), 1500);
}

static void
test_geopackages (void)
{
  static const char sql[] = "PRAGMA page_size = 512;"
                            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, "
                            "identifier TEXT);"
                            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name "
                            "TEXT, srs_id INTEGER);"
                            "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                            " organization_coordsys_id INTEGER, definition TEXT);"
                            "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, '');"
                            "INSERT INTO gpkg_contents VALUES ('towns', 'features', 'Towns');"
                            "INSERT INTO gpkg_geometry_columns VALUES ('towns', 'geom', 4326);"
                            "CREATE TABLE towns (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT);"
                            "INSERT INTO towns VALUES (1, x'4750000100000000"
                            "01"
                            "01000000"
                            "0000000000003e40"
                            "0000000000004940', 'Orlen');";
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = g_build_filename (layer_fixture_get_folder (fixture), "valid.gpkg", NULL);
  g_autofree char *bytes = NULL;
  sqlite3         *handle;
  gsize            length;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  try_spoilt ("velmark.gpkg", bytes, length, 400);
}

static void
test_compressed (void)
{
  g_autofree char      *bytes = g_malloc (8192);
  struct archive       *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  size_t                length;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, 8192, &length), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, "doc.kml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) strlen (kml));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, kml, strlen (kml)), ==, (la_ssize_t) strlen (kml));
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  try_spoilt ("velmark.kmz", bytes, length, 600);
}

/* Every date that is let through is one, and not of the day after tomorrow. */
static void
test_dates (void)
{
  static const char *const valid[] = {
    "2022-09-12T10:30:00.5+02:00",
    "12.09.2022",
    "03/04/2022",
    "20220912",
    "1662940800000",
    "September 12, 2022",
    "world_bc500",
    "velmark_20220912_1030",
    "2022-09",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 20000; i++)
    {
      const char      *text = valid[i % G_N_ELEMENTS (valid)];
      gsize            length;
      g_autofree char *spoilt = spoil (text, strlen (text), random, &length);
      g_autofree char *made_valid = g_utf8_make_valid (spoilt, -1);
      g_autofree char *rest = NULL;
      MarchWrittenDate date;

      if (march_written_date_read (made_valid, MARCH_DATE_ORDER_UNKNOWN, TODAY, &date)
          == MARCH_DATE_READ)
        {
          g_assert_cmpint (date.first, <, date.beyond);
          g_assert_cmpint (date.first, <=, TODAY + 1);
          g_assert_cmpint (date.second, >=, -1);
          g_assert_cmpint (date.second, <, 86400);
        }
      if (march_written_date_find (made_valid, MARCH_DATE_ORDER_UNKNOWN, TODAY, &date, &rest)
          == MARCH_DATE_READ)
        g_assert_cmpuint (strlen (rest), <, strlen (made_valid));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-mutations/texts", test_texts);
  g_test_add_func ("/exchange/layer-mutations/geopackages", test_geopackages);
  g_test_add_func ("/exchange/layer-mutations/compressed", test_compressed);
  g_test_add_func ("/exchange/layer-mutations/dates", test_dates);
  return g_test_run ();
}
