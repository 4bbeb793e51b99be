/* test-geojson.c — GeoJSON that is read, and where it is wrong */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-geojson.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/march-error.h"

#define FEATURE(geometry)                                                                          \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,"       \
  "\"geometry\":" geometry "}]}"
#define RING "[[0,0],[1,0],[1,1],[0,0]]"

static GPtrArray *
read_text (const char *text,
           GError    **error)
{
  return march_geojson_read (text, strlen (text), error);
}

static void
test_geometries (void)
{
  static const struct
  {
    const char       *text;
    MarchGeometryKind kind;
    guint             n_parts;
  } rows[] = {
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[30,50]}"), MARCH_GEOMETRY_POINT, 1 },
    { "{\"type\":\"Point\",\"coordinates\":[30,50]}", MARCH_GEOMETRY_POINT, 1 },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[30.5,50.25,200]}"), MARCH_GEOMETRY_POINT, 1 },
    { FEATURE ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}"), MARCH_GEOMETRY_POINT,
      2 },
    { FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}"), MARCH_GEOMETRY_LINE, 1 },
    { FEATURE ("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[1,2],[3,4]]]}"),
      MARCH_GEOMETRY_LINE, 2 },
    { FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[" RING "]}"), MARCH_GEOMETRY_POLYGON, 1 },
    { FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "," RING "],[" RING "]]}"),
      MARCH_GEOMETRY_POLYGON, 3 },
    { FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":[]}"), MARCH_GEOMETRY_POLYGON, 0 },
    { FEATURE ("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\","
               "\"coordinates\":[" RING "]},"
               "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "]]}]}"),
      MARCH_GEOMETRY_POLYGON, 2 },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[190,50]}"), MARCH_GEOMETRY_POINT, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) features = read_text (rows[i].text, &error);
      MarchFeature *feature;

      g_test_message ("row %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (features->len, ==, 1);
      feature = features->pdata[0];
      g_assert_null (feature->id);
      g_assert_null (feature->properties);
      g_assert_cmpint (march_geometry_get_kind (feature->geometry), ==, rows[i].kind);
      g_assert_cmpuint (march_geometry_get_n_parts (feature->geometry), ==, rows[i].n_parts);
    }
}

static void
test_polygons_counted (void)
{
  g_autoptr (GPtrArray) features = read_text (
      FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "," RING "],[" RING "]]}"),
      NULL);
  MarchGeometry *geometry = ((MarchFeature *) features->pdata[0])->geometry;

  g_assert_false (march_geometry_get_part (geometry, 0)->hole);
  g_assert_true (march_geometry_get_part (geometry, 1)->hole);
  g_assert_false (march_geometry_get_part (geometry, 2)->hole);
  g_assert_cmpuint (march_geometry_get_part (geometry, 1)->polygon, ==, 0);
  g_assert_cmpuint (march_geometry_get_part (geometry, 2)->polygon, ==, 1);
}

static void
test_features (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      features = read_text ("\xef\xbb\xbf{\"type\":\"FeatureCollection\",\"crs\":{},\"features\":["
                            "{\"type\":\"Feature\",\"id\":\"VM-1\",\"properties\":{\"name\":"
                            "\"Velmark\"},\"geometry\":null},"
                            "{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":\"Point\","
                            "\"coordinates\":[1,2]}}]}",
                            &error);
  g_autoptr (GPtrArray) single = read_text ("{\"type\":\"Feature\",\"geometry\":null}", NULL);
  g_autoptr (GPtrArray) empty =
      read_text ("{\"type\":\"FeatureCollection\",\"features\":[]}", NULL);
  MarchFeature *first, *second;

  g_assert_no_error (error);
  first = features->pdata[0];
  second = features->pdata[1];
  g_assert_cmpstr (first->id, ==, "VM-1");
  g_assert_null (first->geometry);
  g_assert_cmpstr (json_object_get_string_member (first->properties, "name"), ==, "Velmark");
  g_assert_cmpstr (second->id, ==, "7");
  g_assert_cmpuint (single->len, ==, 1);
  g_assert_cmpuint (empty->len, ==, 0);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } rows[] = {
    { "", "not JSON" },
    { "[]", "FeatureCollection" },
    { "{}", "FeatureCollection" },
    { "{\"type\":\"FeatureCollection\"}", "FeatureCollection" },
    { "{\"type\":\"Point\",\"coordinates\":[1]}", "not two numbers" },
    { "{\"type\":\"Point\"}", "FeatureCollection" },
    { "{\"coordinates\":[1,2]}", "not an object with a “type”" },
    { "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null},7]}",
      "Feature 2 can't be read: it is not an object" },
    { "{\"type\":\"Feature\"}", "Feature 1 can't be read: it has no “geometry”" },
    { FEATURE ("7"), "not an object with a “type”" },
    { FEATURE ("{\"type\":\"Circle\"}"), "“Circle” is no type" },
    { FEATURE ("{\"type\":\"Point\"}"), "coordinates are not" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[1]}"), "not two numbers" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}"), "not two numbers" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[null,2]}"), "not two numbers" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[50,100]}"), "not on Earth" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[1e999,0]}"), "not on Earth" },
    { FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}"),
      "has 1 positions and needs 2" },
    { FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}"),
      "has 3 positions and needs 4" },
    { FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}"),
      "doesn't end where it begins" },
    { FEATURE ("{\"type\":\"Polygon\",\"coordinates\":" RING "}"), "has 2 positions and needs 4" },
    { FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":7}"), "coordinates are not" },
    { FEATURE ("{\"type\":\"GeometryCollection\"}"), "no “geometries”" },
    { FEATURE ("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\","
               "\"coordinates\":[1,2]},"
               "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]}"),
      "mixes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_test_message ("row %u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_null (read_text (rows[i].text, NULL));
    }
}

static void
test_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) bad = NULL;
  g_autoptr (GPtrArray) features = NULL;
  int fd = g_file_open_tmp ("march-XXXXXX.geojson", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "{\"type\":\"Feature\",\"geometry\":null}", -1, NULL));
  features = march_geojson_read_file (path, NULL);
  g_assert_cmpuint (features->len, ==, 1);
  g_assert_true (g_file_set_contents (path, "[", -1, NULL));
  g_assert_null (march_geojson_read_file (path, &bad));
  g_assert_true (g_str_has_prefix (bad->message, path));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (march_geojson_read_file (path, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geojson/geometries", test_geometries);
  g_test_add_func ("/geo/geojson/polygons", test_polygons_counted);
  g_test_add_func ("/geo/geojson/features", test_features);
  g_test_add_func ("/geo/geojson/refused", test_refused);
  g_test_add_func ("/geo/geojson/file", test_file);
  return g_test_run ();
}
