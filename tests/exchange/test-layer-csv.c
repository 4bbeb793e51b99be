/* test-layer-csv.c — tables of points read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "exchange/march-csv.h"
#include "exchange/march-layer-dates.h"
#include "layer-fixture.h"

static MarchLayer *
read_text (const char *text, GError **error)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();

  return layer_fixture_read (fixture, "velmark.csv", text, error);
}

static MarchLayer *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = read_text (text, &error);

  g_assert_no_error (error);
  return layer;
}

/* Every row of these tables reads as its second one: a, b "c", d. */
static void
test_rows (void)
{
  static const char *const texts[] = {
    "x,y,z\na,\"b \"\"c\"\"\",d\n",
    "x;y;z\r\na;\"b \"\"c\"\"\";d\r\n",
    "x\ty\tz\na\t\"b \"\"c\"\"\"\td",
    "x|y|z\n\n\na|\"b \"\"c\"\"\"|d\n\n",
    "\xef\xbb\xbfx,y,z\na, \"b \"\"c\"\"\",d\n",
    "sep=;\r\nx;y;z\r\na;\"b \"\"c\"\"\";d\r\n",
    "\"x;1;2;3\",y,z\na,\"b \"\"c\"\"\",d\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) names = NULL;
      g_autoptr (GPtrArray) cells = NULL;
      MarchCsv csv;

      g_assert_true (march_csv_init (&csv, texts[i], strlen (texts[i]), '\0', &error));
      names = march_csv_next (&csv, &error);
      g_assert_cmpuint (names->len, ==, 3);
      cells = march_csv_next (&csv, &error);
      g_assert_cmpuint (cells->len, ==, 3);
      g_assert_cmpstr (cells->pdata[0], ==, "a");
      g_assert_cmpstr (cells->pdata[1], ==, "b \"c\"");
      g_assert_cmpstr (cells->pdata[2], ==, "d");
      g_assert_null (march_csv_next (&csv, &error));
      g_assert_no_error (error);
    }
}

static void
test_lines (void)
{
  static const char  text[] = "a,b\n\n1,\"two\nlines\"\n3,\n,4\n";
  static const guint lines[] = { 1, 3, 5, 6 };
  MarchCsv           csv;

  g_assert_true (march_csv_init (&csv, text, strlen (text), '\0', NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) cells = march_csv_next (&csv, NULL);

      g_assert_cmpuint (csv.row_line, ==, lines[i]);
      g_assert_cmpuint (cells->len, ==, 2);
    }
}

static void
test_columns (void)
{
  static const struct
  {
    const char *text;
    double      longitude, latitude;
  } rows[] = {
    { "lat,lng\n50,30", 30, 50 },
    { "latitude;longitude\n50;30", 30, 50 },
    { "Long,Lat\n30,50", 30, 50 },
    { "plat,plon,lat_center,lon_center\n1,2,50,30", 30, 50 },
    { "Широта;Довгота\n50,5;30,25", 30.25, 50.5 },
    { "X,Y\n30,50", 30, 50 },
    { "lat,lon\n\"50\",\" 30 \"", 30, 50 },
    { "lat,lon\n'50,\xc2\xa0"
      "30",
      30, 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_good (rows[i].text);
      const MarchBox *box;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
      box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);
      g_assert_cmpfloat (box->west, ==, rows[i].longitude);
      g_assert_cmpfloat (box->south, ==, rows[i].latitude);
      g_assert_cmpstr (march_layer_get_file (layer, 0)->format, ==, "CSV");
    }
}

static void
test_cells (void)
{
  g_autoptr (MarchLayer) layer = read_good ("date,lat,lng,name,links,note,,note\n"
                                            "2022-03-31,50.5,30.25,\"Orlen,\nold\",\"https://"
                                            "a.example/,https://b.example/\",<1,,m’ята\n");
  const MarchLayerFeature *feature = march_layer_get_feature (layer, 0);

  g_assert_cmpuint (feature->place, ==, 2);
  g_assert_cmpstr (feature->name, ==, "Orlen, old");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "name"), ==, "Orlen,\nold");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "note"), ==, "<1");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "note (8)"), ==, "m’ята");
  g_assert_cmpint (feature->values[1].kind, ==, MARCH_VALUE_NUMBER);
  g_assert_cmpint (feature->values[5].kind, ==, MARCH_VALUE_TEXT);
  g_assert_cmpint (feature->values[6].kind, ==, MARCH_VALUE_NULL);
}

static void
test_notes (void)
{
  g_autoptr (MarchLayer) layer = read_good ("lat,lng,name\n50,30,a\n,,b\nn/"
                                            "a,30,c\n50,thirty,d\n99,30,e\n50,30,f,g\n50,30\n50\n");

  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 3);
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "velmark.csv, lines 3, 4, 9: It has no position.");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "line 5: “thirty” is no number of degrees.");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "line 6: It has a position that is not on");
  layer_fixture_assert_note (layer, MARCH_NOTE_REPAIRED, "line 7: It has more cells");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } rows[] = {
    { "", "empty" },
    { "a,b\n1,2\n", "No columns of latitude and longitude were found among “a”, “b”" },
    { "lat,lon\n1,\"2\n\n", "The row that begins in line 2 has a quote" },
    { "lat,lon\n\xff,2\n", "Line 2 is not in UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_mapping (void)
{
  static const char text[] = "north:east\n50:30\n";
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char  *path = layer_fixture_write (fixture, "velmark.txt", text, -1);
  const char *const paths[] = { path, NULL };
  MarchTableColumns columns = { MARCH_TABLE_APART, (char *) "north", (char *) "east" };
  MarchReadOptions  options = { .columns = &columns, .delimiter = ':' };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = march_layer_read (paths, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry)->west,
                     ==, 30);
  columns.second = (char *) "west";
  g_assert_null (march_layer_read (paths, &options, NULL, &error));
  g_assert_nonnull (strstr (error->message, "no column “west”"));
}

/* Both coordinates in one column, in the ways that people write them. */
static void
test_pairs (void)
{
  static const struct
  {
    const char *text;
    double      first, second;
  } rows[] = {
    { "48.5, 36.25", 48.5, 36.25 },   { "48.5,36.25", 48.5, 36.25 },
    { "48.5 36.25", 48.5, 36.25 },    { "(48.5, -36.25)", 48.5, -36.25 },
    { "[48.5;36.25]", 48.5, 36.25 },  { "48,5; 36,25", 48.5, 36.25 },
    { "48,5 36,25", 48.5, 36.25 },    { "48,5, 36,25", 48.5, 36.25 },
    { "48.5\xc2\xa0" "36.25", 48.5, 36.25 }, { "48 | 36", 48, 36 },
  };
  static const char *const bad[] = { "", "48.5", "48.5,", ", 36", "north, east", "48.5, 36.2, 7" };
  double pair[2];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_true (march_table_read_pair (rows[i].text, pair));
      g_assert_cmpfloat (pair[0], ==, rows[i].first);
      g_assert_cmpfloat (pair[1], ==, rows[i].second);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (march_table_read_pair (bad[i], pair));
    }
}

/* One column that has the position, as given or as its name says. */
static void
test_one_column (void)
{
  static const struct
  {
    const char    *text;
    MarchTableForm form;
    const char    *given;
  } rows[] = {
    { "place;\"lat, lng\"\nKern;48.5, 36.25\n", MARCH_TABLE_LATITUDE_FIRST, NULL },
    { "place;LonLat\nKern;36.25, 48.5\n", MARCH_TABLE_LONGITUDE_FIRST, NULL },
    { "place;spot\nKern;48.5, 36.25\n", MARCH_TABLE_LATITUDE_FIRST, "spot" },
    { "place;spot\nKern;36.25 48.5\n", MARCH_TABLE_LONGITUDE_FIRST, "spot" },
    { "lat;lon;spot\n1;2;POINT (36.25 48.5)\n", MARCH_TABLE_WKT, "spot" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LayerFixture) fixture = layer_fixture_new ();
      g_autofree char  *path = layer_fixture_write (fixture, "velmark.csv", rows[i].text, -1);
      const char *const paths[] = { path, NULL };
      MarchTableColumns columns = { rows[i].form, (char *) rows[i].given, NULL };
      MarchReadOptions  options = { .columns = &columns };
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchLayer) layer = march_layer_read (paths, &options, NULL, &error);
      const MarchBox *box;

      g_assert_no_error (error);
      box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);
      g_assert_cmpfloat (box->west, ==, 36.25);
      g_assert_cmpfloat (box->north, ==, 48.5);
      g_assert_cmpint (march_layer_get_file (layer, 0)->columns.form, ==, rows[i].form);
    }
}

/* What is missing in some rows doesn't keep the column from being one of dates. */
static void
test_missing_dates (void)
{
  g_autoptr (MarchLayer)
      layer = read_good ("lat;lng;seen\n50;30;12.09.2022\n50;30;n/a\n50;30;\n50;30;13.09.2022 \n");
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, march_day_from_ymd (2025, 6, 1));
  const MarchDateChoice *choice = choices->pdata[0];

  g_assert_cmpstr (choice->fields[0], ==, "seen");
  g_assert_cmpuint (choice->n_dated, ==, 2);
  g_assert_cmpuint (choice->n_refused, ==, 0);
  march_layer_set_dates (layer, choice, march_day_from_ymd (2025, 6, 1));
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "lines 3, 4: It has no date.");
}

/* Geometries as well-known text, in the ways that programs write it. */
static void
test_wkt (void)
{
  static const struct
  {
    const char       *text;
    MarchGeometryKind kind;
    guint             n_parts;
    guint             n_points;
  } cases[] = {
    { "POINT (12 1.5)", MARCH_GEOMETRY_POINT, 1, 1 },
    { "point z(12 1.5 200)", MARCH_GEOMETRY_POINT, 1, 1 },
    { "MULTIPOINT (12 1, 13 2)", MARCH_GEOMETRY_POINT, 2, 2 },
    { "MULTIPOINT ((12 1), (13 2))", MARCH_GEOMETRY_POINT, 2, 2 },
    { "LINESTRING(12 1,13 2,14 1)", MARCH_GEOMETRY_LINE, 1, 3 },
    { "MULTILINESTRING ((12 1,13 2),(14 1,15 2))", MARCH_GEOMETRY_LINE, 2, 4 },
    { "SRID=4326;POLYGON((12 1,13 1,13 2,12 1))", MARCH_GEOMETRY_POLYGON, 1, 4 },
    { "POLYGON ((12 1,18 1,18 7,12 1),(14 2,15 2,15 3,14 2))", MARCH_GEOMETRY_POLYGON, 2, 8 },
    { "MULTIPOLYGON ZM (((12 1 0 0,13 1 0 0,13 2 0 0,12 1 0 0)),((14 1 0 0,15 1 0 0,15 2 0 0,"
      "14 1 0 0)))",
      MARCH_GEOMETRY_POLYGON, 2, 8 },
    { "GEOMETRYCOLLECTION (POLYGON ((12 1,13 1,13 2,12 1)))", MARCH_GEOMETRY_POLYGON, 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("id,wkt,day\n1,\"%s\",2021-05-01\n", cases[i].text);
      g_autoptr (MarchLayer) layer = read_good (text);
      MarchGeometry *geometry;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
      geometry = march_layer_get_feature (layer, 0)->geometry;
      g_assert_cmpint (march_geometry_get_kind (geometry), ==, cases[i].kind);
      g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, cases[i].n_parts);
      g_assert_cmpuint (march_geometry_count_points (geometry), ==, cases[i].n_points);
      g_assert_cmpuint (march_layer_get_feature (layer, 0)->n_values, ==, 2);
    }
}

/* What is no such text is left out and told, and nothing worse. */
static void
test_bad_wkt (void)
{
  static const char *const texts[] = {
    "POINT",
    "POINT (12)",
    "POINT (12 nan)",
    "CIRCLE (12 1)",
    "POLYGON ((12 1,13 1,13 2,12 1)",
    "POLYGON (12 1,13 1)",
    "POINT (12 1) POINT (13 1)",
    "SRID=3857;POINT (12 1)",
    "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (GEOMETRYCOLLECTION ("
    "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (GEOMETRYCOLLECTION ("
    "GEOMETRYCOLLECTION (POINT (12 1))))))))))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("id,wkt\n1,\"%s\"\n2,POINT (1 2)\n", texts[i]);
      g_autoptr (MarchLayer) layer = read_good (text);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
      layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "well-known text");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-csv/rows", test_rows);
  g_test_add_func ("/exchange/layer-csv/lines", test_lines);
  g_test_add_func ("/exchange/layer-csv/columns", test_columns);
  g_test_add_func ("/exchange/layer-csv/cells", test_cells);
  g_test_add_func ("/exchange/layer-csv/notes", test_notes);
  g_test_add_func ("/exchange/layer-csv/refused", test_refused);
  g_test_add_func ("/exchange/layer-csv/mapping", test_mapping);
  g_test_add_func ("/exchange/layer-csv/pairs", test_pairs);
  g_test_add_func ("/exchange/layer-csv/one-column", test_one_column);
  g_test_add_func ("/exchange/layer-csv/missing-dates", test_missing_dates);
  g_test_add_func ("/exchange/layer-csv/wkt", test_wkt);
  g_test_add_func ("/exchange/layer-csv/bad-wkt", test_bad_wkt);
  return g_test_run ();
}
