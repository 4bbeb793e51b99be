/* test-layer-geojson.c — GeoJSON of every make read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "layer-fixture.h"

#define SQUARE "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}"
#define FEATURE(members) "{\"type\":\"Feature\"," members "}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define PLAIN FEATURE ("\"properties\":null,\"geometry\":" SQUARE)

static MarchLayer *
read_text (const char *text, GError **error)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();

  return layer_fixture_read (fixture, "velmark.geojson", text, error);
}

static MarchLayer *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layer);
  return layer;
}

/* All that a file may be as a whole. */
static void
test_roots (void)
{
  static const struct
  {
    const char *text;
    guint       n_features;
  } rows[] = {
    { COLLECTION (PLAIN "," PLAIN), 2 },
    { COLLECTION (""), 0 },
    { "\xef\xbb\xbf" COLLECTION (PLAIN), 1 },
    { PLAIN, 1 },
    { SQUARE, 1 },
    { "{\"features\":[" PLAIN "],\"type\":\"FeatureCollection\"}", 1 },
    { COLLECTION (SQUARE), 1 },
    { "{\"coordinates\":[[[10,50],[11,50],[11,51],[10,50]]],\"type\":\"Polygon\"}", 1 },
    { "{\"type\":\"GeometryCollection\",\"geometries\":[" SQUARE "," SQUARE "]}", 1 },
    { "\x1e" PLAIN "\n\x1e" PLAIN "\n", 2 },
    { PLAIN "\n" PLAIN "\r\n\r\n" PLAIN, 3 },
    { PLAIN "\n" COLLECTION (PLAIN "," PLAIN) "\n", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchLayer) layer = read_good (rows[i].text);

      g_test_message ("row %u", i);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, rows[i].n_features);
      g_assert_cmpuint (march_layer_get_file (layer, 0)->n_features, ==, rows[i].n_features);
      g_assert_cmpstr (march_layer_get_file (layer, 0)->format, ==, "GeoJSON");
      for (guint j = 0; j < rows[i].n_features; j++)
        {
          const MarchLayerFeature *feature = march_layer_get_feature (layer, j);

          g_assert_cmpuint (feature->place, ==, j + 1);
          g_assert_cmpint (feature->dates.origin, ==, MARCH_DATED_NOT);
          g_assert_cmpint (march_geometry_get_kind (feature->geometry), ==, MARCH_GEOMETRY_POLYGON);
          g_assert_cmpfloat (march_geometry_get_box (feature->geometry)->east, ==, 11);
        }
    }
}

static void
test_properties (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (COLLECTION (FEATURE ("\"id\":\"VM-1\",\"geometry\":" SQUARE
                                              ",\"properties\":{\"name\":\"\xc2\xa0Orlen /// "
                                              "Орлен\\n\",\"n\":1.50,"
                                              "\"flag\":false,\"none\":null,\"list\":[1, {\"a\": "
                                              "\"b\"}],\"html\":\"<b onclick='x()'>bold</b>\","
                                              "\"fill\":\"#A52714\",\"stroke\":\"#000\"}")));
  const MarchLayerFeature *feature = march_layer_get_feature (layer, 0);
  static const struct
  {
    const char         *field;
    MarchLayerValueKind kind;
    const char         *text;
  } rows[] = {
    { "name", MARCH_VALUE_TEXT, "\xc2\xa0Orlen /// Орлен\n" },
    { "n", MARCH_VALUE_NUMBER, "1.50" },
    { "flag", MARCH_VALUE_BOOLEAN, "false" },
    { "none", MARCH_VALUE_NULL, "" },
    { "list", MARCH_VALUE_NESTED, "[1, {\"a\": \"b\"}]" },
    { "html", MARCH_VALUE_TEXT, "<b onclick='x()'>bold</b>" },
    { "fill", MARCH_VALUE_TEXT, "#A52714" },
    { "stroke", MARCH_VALUE_TEXT, "#000" },
  };

  g_assert_cmpstr (feature->id, ==, "VM-1");
  g_assert_cmpstr (feature->name, ==, "Orlen");
  g_assert_cmpuint (g_strv_length (feature->names), ==, 2);
  g_assert_cmpstr (feature->names[1], ==, "Орлен");
  g_assert_cmpstr (feature->colour, ==, "#a52714");
  g_assert_cmpuint (feature->n_values, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (march_layer_get_field (layer, feature->values[i].field), ==, rows[i].field);
      g_assert_cmpint (feature->values[i].kind, ==, rows[i].kind);
      g_assert_cmpstr (feature->values[i].text, ==, rows[i].text);
    }
}

static void
test_colours (void)
{
  static const struct
  {
    const char *properties;
    const char *colour;
  } rows[] = {
    { "{\"fill\":\"#0288d1\",\"stroke\":\"#ffffff\"}", "#0288d1" },
    { "{\"fill\":\"f0a\"}", "#ff00aa" },
    { "{\"stroke\":\"#ABCDEF80\"}", "#abcdef" },
    { "{\"marker-color\":\"#123456\",\"stroke\":\"#ffffff\"}", "#123456" },
    { "{\"styleUrl\":\"#poly-A52714-1200-77\"}", "#a52714" },
    { "{\"styleUrl\":\"#poly-A52714-1200-77\",\"fill\":\"#000000\"}", "#000000" },
    { "{\"fill\":\"red\"}", NULL },
    { "{\"fill\":7}", NULL },
    { "{}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"type\":\"Feature\",\"geometry\":" SQUARE
                                               ",\"properties\":%s}",
                                               rows[i].properties);
      g_autoptr (MarchLayer) layer = read_good (text);

      g_assert_cmpstr (march_layer_get_feature (layer, 0)->colour, ==, rows[i].colour);
    }
}

/* What is wrong with one feature doesn't keep the others out. */
static void
test_notes (void)
{
  static const struct
  {
    const char   *feature;
    guint         n_features;
    MarchNoteKind kind;
    const char   *says;
  } rows[] = {
    { "7", 0, MARCH_NOTE_SKIPPED, "no object of type “Feature”" },
    { "{\"type\":\"Thing\"}", 0, MARCH_NOTE_SKIPPED, "no object of type “Feature”" },
    { FEATURE ("\"geometry\":null"), 0, MARCH_NOTE_SKIPPED, "no geometry and is left out." },
    { FEATURE ("\"properties\":{}"), 0, MARCH_NOTE_SKIPPED, "no geometry and is left out." },
    { FEATURE ("\"geometry\":null,\"properties\":{\"Area_km2\":12.5}"), 0, MARCH_NOTE_SKIPPED,
      "though “Area_km2” says 12.5" },
    { FEATURE ("\"geometry\":7"), 0, MARCH_NOTE_SKIPPED, "no object with a “type”" },
    { FEATURE ("\"geometry\":{\"type\":\"Circle\",\"coordinates\":[]}"), 0, MARCH_NOTE_SKIPPED,
      "of a type that can't be read" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\"}"), 0, MARCH_NOTE_SKIPPED, "no “coordinates”" },
    { FEATURE ("\"geometry\":{\"type\":\"GeometryCollection\"}"), 0, MARCH_NOTE_SKIPPED,
      "no “geometries”" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}"), 0, MARCH_NOTE_SKIPPED,
      "not two numbers" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"1\",2]}"), 0,
      MARCH_NOTE_SKIPPED, "not two numbers" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":7}"), 0, MARCH_NOTE_SKIPPED,
      "not arrays of numbers" },
    { FEATURE ("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4]]}"), 0,
      MARCH_NOTE_SKIPPED, "not arrays of numbers" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[50,100]}"), 0, MARCH_NOTE_SKIPPED,
      "not on Earth" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e999,0]}"), 0,
      MARCH_NOTE_SKIPPED, "not on Earth" },
    { FEATURE ("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}"), 0, MARCH_NOTE_SKIPPED,
      "empty" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[]}"), 0, MARCH_NOTE_SKIPPED,
      "empty" },
    { FEATURE ("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}"),
      1, MARCH_NOTE_REPAIRED, "1 ring didn't end" },
    { FEATURE ("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}"), 1,
      MARCH_NOTE_TOLD, "1 ring encloses no land" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2,300]}"), 1,
      MARCH_NOTE_REPAIRED, "heights" },
    { FEATURE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[190,2]}"), 1,
      MARCH_NOTE_REPAIRED, "past 180°" },
    { FEATURE ("\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2]],[[1,2],[3,4]]]"
               "}"),
      1, MARCH_NOTE_REPAIRED, "line of one point" },
    { FEATURE ("\"properties\":[1],\"geometry\":" SQUARE), 1, MARCH_NOTE_REPAIRED,
      "properties are no object" },
    { FEATURE ("\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[" SQUARE
               ",{\"type\":\"Point\",\"coordinates\":[1,2]}]}"),
      2, MARCH_NOTE_TOLD, "mixes" },
    { FEATURE ("\"time\":{\"interval\":[1]},\"geometry\":" SQUARE), 1, MARCH_NOTE_TOLD,
      "“interval”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (COLLECTION ("%s,%s,%s"), PLAIN, rows[i].feature,
                                               PLAIN);
      g_autoptr (MarchLayer) layer = read_good (text);
      g_autofree char *note = layer_fixture_find_note (layer, rows[i].kind, rows[i].says);

      g_assert_true (g_str_has_prefix (note, "velmark.geojson, feature 2: "));
      g_assert_cmpuint (march_layer_get_n_notes (layer), ==, 1);
      g_assert_cmpuint (march_layer_count_noted (layer, rows[i].kind), ==, 1);
      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 2 + rows[i].n_features);
      g_assert_cmpuint (march_layer_get_feature (layer, 1 + rows[i].n_features)->place, ==, 3);
    }
}

/* The parts of a ring that crosses itself may cancel out, and enclose land all the same. */
static void
test_crossing_ring (void)
{
  g_autoptr (MarchLayer) layer = read_good (
      FEATURE ("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
               "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}"));

  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
  g_assert_cmpuint (march_layer_get_n_notes (layer), ==, 0);
}

/* One note lists all the features that it is true of. */
static void
test_notes_together (void)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[" PLAIN);
  g_autoptr (MarchLayer) layer = NULL;
  g_autofree char *note = NULL;

  for (guint i = 2; i <= 40; i++)
    g_string_append (text, i < 10 || i % 2 == 0 ? ",7" : "," PLAIN);
  g_string_append (text, "]}");
  layer = read_good (text->str);
  g_string_free (text, TRUE);
  note = layer_fixture_find_note (layer, MARCH_NOTE_SKIPPED, "no object");
  g_assert_cmpstr (note, ==,
                   "velmark.geojson, features 2–10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32 …: "
                   "It is no object of type “Feature”.");
  g_assert_cmpuint (march_layer_count_noted (layer, MARCH_NOTE_SKIPPED), ==, 24);
}

static void
test_holes (void)
{
  g_autoptr (MarchLayer) layer = read_good ("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],["
                                            "9,0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]]],"
                                            "[[[20,0],[29,0],[29,9],[20,0]]]]}");
  MarchGeometry *geometry = march_layer_get_feature (layer, 0)->geometry;

  g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, 3);
  g_assert_true (march_geometry_get_part (geometry, 1)->hole);
  g_assert_cmpuint (march_geometry_get_part (geometry, 1)->polygon, ==, 0);
  g_assert_false (march_geometry_get_part (geometry, 2)->hole);
  g_assert_cmpuint (march_geometry_get_part (geometry, 2)->polygon, ==, 1);
}

/* Negative of a hole, in square degrees. */
static double
get_signed_area (const MarchPart *part)
{
  const double *p = part->points;
  double        area = 0;

  g_assert_true (p[0] == p[2 * part->n_points - 2] && p[1] == p[2 * part->n_points - 1]);
  for (guint i = 0; i + 1 < part->n_points; i++, p += 2)
    area += p[0] * p[3] - p[2] * p[1];
  return part->hole ? -fabs (area) / 2 : fabs (area) / 2;
}

/* Land beyond the 180th meridian is where the same places have lesser longitudes; what crosses it
 * is cut there, with its holes, and as large as it was. */
static void
test_past_180 (void)
{
  static const struct
  {
    const char *type, *coordinates;
    guint       n_parts, n_polygons;
    MarchBox    box;
    double      area; /* of rings less holes, in square degrees */
  } rows[] = {
    { "Point", "[396.5,47]", 1, 0, { 36.5, 47, 36.5, 47 }, 0 },
    { "Point", "[-190,2]", 1, 0, { 170, 2, 170, 2 }, 0 },
    { "LineString", "[[190,1],[200,2]]", 1, 0, { -170, 1, -160, 2 }, 0 },
    { "Polygon", "[[[396,47],[398,47],[398,48],[396,48],[396,47]]]", 1, 1, { 36, 47, 38, 48 }, 2 },
    { "Polygon", "[[[170,60],[200,60],[200,65],[170,65]]]", 2, 2, { -180, 60, 180, 65 }, 150 },
    { "Polygon", "[[[-190,0],[-170,0],[-170,10],[-190,10],[-190,0]],[[-185,4],[-175,4],[-175,6],"
                 "[-185,6],[-185,4]],[[-174,1],[-173,1],[-173,2],[-174,2],[-174,1]]]",
      3, 2, { -180, 0, 180, 10 }, 200 - 20 - 1 },
    { "Polygon", "[[[180,0],[190,0],[190,10],[180,10],[180,0]]]", 1, 1, { -180, 0, -170, 10 },
      100 },
    { "MultiPolygon", "[[[[181,0],[182,0],[182,1],[181,1],[181,0]]],"
                      "[[[10,0],[12,0],[12,1],[10,1],[10,0]]]]",
      2, 2, { -179, 0, 12, 1 }, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"type\":\"%s\",\"coordinates\":%s}",
                                               rows[i].type, rows[i].coordinates);
      g_autoptr (MarchLayer) layer = read_good (text);
      MarchGeometry  *geometry = march_layer_get_feature (layer, 0)->geometry;
      const MarchBox *box = march_geometry_get_box (geometry);
      double          area = 0;

      g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, rows[i].n_parts);
      g_assert_cmpfloat (box->west, ==, rows[i].box.west);
      g_assert_cmpfloat (box->east, ==, rows[i].box.east);
      g_assert_cmpfloat (box->south, ==, rows[i].box.south);
      g_assert_cmpfloat (box->north, ==, rows[i].box.north);
      if (rows[i].n_polygons == 0)
        continue;
      for (guint j = 0; j < rows[i].n_parts; j++)
        area += get_signed_area (march_geometry_get_part (geometry, j));
      g_assert_cmpfloat_with_epsilon (area, rows[i].area, 1e-9);
      g_assert_cmpuint (march_geometry_get_part (geometry, rows[i].n_parts - 1)->polygon, ==,
                        rows[i].n_polygons - 1);
    }
}

static void
test_reference_systems (void)
{
  static const struct
  {
    const char *crs;
    const char *point;
    double      longitude, latitude;
    const char *says;
  } rows[] = {
    { "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}", "[30,50]",
      30, 50, NULL },
    { "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}", "[30,50]", 30, 50, NULL },
    { "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}}",
      "[3339584.7238,6446275.8410]", 30, 50, "EPSG::3857" },
    { "null", "[30,50]", 30, 50, "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[{"
                                               "\"type\":\"Feature\",\"geometry\":{\"type\":"
                                               "\"Point\",\"coordinates\":%s}}],\"crs\":%s}",
                                               rows[i].point, rows[i].crs);
      g_autoptr (MarchLayer) layer = read_good (text);
      const MarchBox *box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);

      g_assert_cmpfloat_with_epsilon (box->west, rows[i].longitude, 1e-7);
      g_assert_cmpfloat_with_epsilon (box->south, rows[i].latitude, 1e-7);
      g_assert_cmpuint (march_layer_get_n_notes (layer), ==, rows[i].says != NULL ? 1 : 0);
      if (rows[i].says != NULL)
        g_assert_nonnull (strstr (march_layer_get_note (layer, 0)->message, rows[i].says));
    }
}

/* "place" counts where there is no geometry, in its own reference system and order of axes. */
static void
test_place (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (COLLECTION (FEATURE ("\"geometry\":null,\"coordRefSys\":\"http://"
                                              "www.opengis.net/def/crs/EPSG/0/4326\","
                                              "\"place\":{\"type\":\"Point\",\"coordinates\":[50,"
                                              "30]}")));
  const MarchBox *box = march_geometry_get_box (march_layer_get_feature (layer, 0)->geometry);

  g_assert_cmpfloat (box->west, ==, 30);
  g_assert_cmpfloat (box->south, ==, 50);
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
    { " \n", "empty" },
    { "[]", "no object of type “FeatureCollection”" },
    { "{}", "no object of type “FeatureCollection”" },
    { "{\"type\":\"FeatureCollection\"}", "no list of “features”" },
    { "{\"type\":\"FeatureCollection\",\"features\":{}}", "no list of “features”" },
    { "{\"type\":\"Topology\",\"objects\":{}}", "TopoJSON" },
    { "{\"type\":\"FeatureCollection\",\n\"features\":[", "line 2, column 13" },
    { "{\"type\":\"Feature\" \"geometry\":null}", "line 1, column 19" },
    { "{\"type\":\"Feature\",\"id\":\"\\ud800\"}", "surrogate" },
    { "{\"type\":\"Feature\",\"id\":\"\xff\"}", "UTF-8" },
    { "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"link\"}}",
      "isn't named in a way" },
    { "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"name\",\"properties\":"
      "{\"name\":\"EPSG:999999\"}}}",
      "“EPSG:999999”, is not known" },
    { "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"properties\":{\"name\":"
      "\"+proj=longlat +nadgrids=/etc/passwd\"}}}",
      "is not known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "velmark.geojson: "));
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_nested (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *text = g_strdup_printf ("{\"type\":\"Feature\",\"geometry\":{\"type\":"
                                           "\"Polygon\",\"coordinates\":%s",
                                           deep);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_nonnull (strstr (error->message, "nested too deep"));
}

/* In a sequence one bad text is left out. */
static void
test_sequence (void)
{
  static const char *const texts[] = {
    "\x1e" PLAIN "\n\x1e{\"type\":\n\x1e" PLAIN "\n",
    PLAIN "\n{\"type\":\n" PLAIN "\n",
    PLAIN "\n{\"type\":\"Thing\"}\n" PLAIN "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MarchLayer) layer = read_good (texts[i]);

      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 2);
      g_assert_cmpuint (march_layer_get_feature (layer, 1)->place, ==, 3);
      g_assert_cmpuint (march_layer_count_noted (layer, MARCH_NOTE_SKIPPED), ==, 1);
    }
}

static void
test_duplicates (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (FEATURE ("\"geometry\":" SQUARE ",\"properties\":{\"a\":1,\"a\":2}"));

  layer_fixture_assert_note (layer, MARCH_NOTE_TOLD, "two members of one name");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "a"), ==, "2");
}

static void
test_folder (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  const char *const paths[] = { layer_fixture_get_folder (fixture), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = NULL;

  g_free (layer_fixture_write (fixture, "b_20220102.geojson", PLAIN, -1));
  g_free (layer_fixture_write (fixture, "a/b_20220101.geojson", PLAIN, -1));
  g_free (layer_fixture_write (fixture, "c_20220103.geojson", "{", -1));
  g_free (layer_fixture_write (fixture, "d_20220104.geojson", COLLECTION (""), -1));
  g_free (layer_fixture_write (fixture, ".hidden.geojson", PLAIN, -1));
  g_free (layer_fixture_write (fixture, "readme.txt", "no", -1));
  layer = march_layer_read (paths, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_layer_get_n_files (layer), ==, 4);
  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 2);
  g_assert_cmpstr (march_layer_get_file (layer, 0)->name, ==, "b_20220101.geojson");
  g_assert_cmpstr (march_layer_get_file (layer, 0)->series, ==, "b");
  g_assert_cmpstr (march_layer_get_file (layer, 1)->name, ==, "b_20220102.geojson");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "c_20220103.geojson: This is not JSON");
  layer_fixture_assert_note (layer, MARCH_NOTE_TOLD, "d_20220104.geojson: It holds nothing");
}

static void
test_empty_folder (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (march_layer_read_file (layer_fixture_get_folder (fixture), &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (march_layer_read_file ("/nowhere/velmark.geojson", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
}

static void
note_progress_cb (double fraction, const char *name, gpointer user_data)
{
  GArray *told = user_data;

  g_assert_nonnull (name);
  g_array_append_val (told, fraction);
}

static void
test_progress (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  const MarchReadOptions options = { .progress = note_progress_cb, .user_data = told };
  const char *const      paths[] = { layer_fixture_get_folder (fixture), NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = NULL;

  g_free (layer_fixture_write (fixture, "1.json", COLLECTION (PLAIN "," PLAIN), -1));
  g_free (layer_fixture_write (fixture, "2.json", COLLECTION (PLAIN "," PLAIN), -1));
  layer = march_layer_read (paths, &options, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, >=, 4);
  for (guint i = 1; i < told->len; i++)
    g_assert_cmpfloat (g_array_index (told, double, i), >=, g_array_index (told, double, i - 1));
  g_assert_cmpfloat (g_array_index (told, double, told->len - 1), >, 0.5);

  g_cancellable_cancel (cancellable);
  g_assert_null (march_layer_read (paths, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
read_in_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = march_layer_read_file (path, &error);

  g_assert_no_error (error);
  return layer;
}

/* Several threads read at once, and what they read passes to the one that asked. */
static void
test_threads (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = layer_fixture_write (fixture, "velmark.geojson",
                                               "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":"
                                               "\"name\",\"properties\":{\"name\":"
                                               "\"EPSG:3857\"}},\"features\":[{\"type\":"
                                               "\"Feature\",\"geometry\":{\"type\":\"Point\","
                                               "\"coordinates\":[0,0]}}]}",
                                               -1);
  GThread         *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_in_thread, path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (MarchLayer) layer = g_thread_join (threads[i]);

      g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-geojson/roots", test_roots);
  g_test_add_func ("/exchange/layer-geojson/properties", test_properties);
  g_test_add_func ("/exchange/layer-geojson/colours", test_colours);
  g_test_add_func ("/exchange/layer-geojson/notes", test_notes);
  g_test_add_func ("/exchange/layer-geojson/notes-together", test_notes_together);
  g_test_add_func ("/exchange/layer-geojson/crossing-ring", test_crossing_ring);
  g_test_add_func ("/exchange/layer-geojson/holes", test_holes);
  g_test_add_func ("/exchange/layer-geojson/past-180", test_past_180);
  g_test_add_func ("/exchange/layer-geojson/reference-systems", test_reference_systems);
  g_test_add_func ("/exchange/layer-geojson/place", test_place);
  g_test_add_func ("/exchange/layer-geojson/refused", test_refused);
  g_test_add_func ("/exchange/layer-geojson/nested", test_nested);
  g_test_add_func ("/exchange/layer-geojson/sequence", test_sequence);
  g_test_add_func ("/exchange/layer-geojson/duplicates", test_duplicates);
  g_test_add_func ("/exchange/layer-geojson/folder", test_folder);
  g_test_add_func ("/exchange/layer-geojson/empty-folder", test_empty_folder);
  g_test_add_func ("/exchange/layer-geojson/progress", test_progress);
  g_test_add_func ("/exchange/layer-geojson/threads", test_threads);
  return g_test_run ();
}
