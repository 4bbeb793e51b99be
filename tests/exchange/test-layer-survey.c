/* test-layer-survey.c — where the features of a layer lie, and what tells them apart */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/march-layer-survey.h"

#include "layer-fixture.h"

/* A square of a feature of its own. */
typedef struct
{
  double west, south, size;
} Square;

static MarchLayer *
read_text (const char *name, const char *text)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = layer_fixture_read (fixture, name, text, &error);

  g_assert_no_error (error);
  return layer;
}

static MarchLayer *
read_squares (const Square *squares, guint n_squares)
{
  GString         *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autofree char *whole = NULL;

  for (guint i = 0; i < n_squares; i++)
    g_string_append_printf (text,
                            "%s{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\","
                            "\"coordinates\":[[[%g,%g],[%g,%g],"
                            "[%g,%g],[%g,%g],[%g,%g]]]}}",
                            i > 0 ? "," : "", squares[i].west, squares[i].south,
                            squares[i].west + squares[i].size, squares[i].south,
                            squares[i].west + squares[i].size, squares[i].south + squares[i].size,
                            squares[i].west, squares[i].south + squares[i].size, squares[i].west,
                            squares[i].south);
  g_string_append (text, "]}");
  whole = g_string_free (text, FALSE);
  return read_text ("velmark.geojson", whole);
}

static void
assert_box (const MarchBox *box, double west, double south, double east, double north)
{
  g_assert_cmpfloat (box->west, ==, west);
  g_assert_cmpfloat (box->south, ==, south);
  g_assert_cmpfloat (box->east, ==, east);
  g_assert_cmpfloat (box->north, ==, north);
}

/* Land across a narrow strait belongs to the main part, islands in another ocean don't. */
static void
test_main (void)
{
  static const Square squares[] = {
    { 30, 45, 4 }, { 34.25, 45, 3 }, { 147, 44, 1 }, { -170, 52, 0.5 }, { 39, 42, 1 },
  };
  g_autoptr (MarchLayer) layer = read_squares (squares, G_N_ELEMENTS (squares));
  MarchBox box;
  guint    n_away;

  march_layer_find_main (layer, &box, &n_away);
  assert_box (&box, 30, 45, 37.25, 49);
  g_assert_cmpuint (n_away, ==, 3);
  march_layer_get_box (layer, &box);
  assert_box (&box, -170, 42, 148, 52.5);
}

/* The 180th meridian parts nothing, however longitudes count. */
static void
test_meridian (void)
{
  static const Square squares[] = { { 176, 60, 3.9 }, { -180, 61, 2 }, { 190, 20, 1 } };
  g_autoptr (MarchLayer) layer = read_squares (squares, G_N_ELEMENTS (squares));
  MarchBox box;
  guint    n_away;

  march_layer_find_main (layer, &box, &n_away);
  g_assert_cmpfloat (box.south, ==, 60);
  g_assert_cmpuint (n_away, ==, 1);
}

static void
test_within (void)
{
  static const Square squares[] = { { 30, 45, 4 }, { 50, 45, 4 }, { 147, 44, 1 } };
  const MarchBox      subject = { 33, 46, 51, 47 };
  const MarchBox      sea = { 0, 0, 1, 1 };
  g_autoptr (MarchLayer) layer = read_squares (squares, G_N_ELEMENTS (squares));
  MarchBox box;
  guint    n_away;

  march_layer_find_within (layer, &subject, &box, &n_away);
  assert_box (&box, 30, 45, 54, 49);
  g_assert_cmpuint (n_away, ==, 1);
  march_layer_find_within (layer, &sea, &box, &n_away);
  g_assert_cmpfloat (box.west, >, box.east);
  g_assert_cmpuint (n_away, ==, 3);
}

static void
test_nothing (void)
{
  g_autoptr (MarchLayer) layer = read_squares (NULL, 0);
  MarchBox box;
  guint    n_away;

  march_layer_find_main (layer, &box, &n_away);
  g_assert_cmpfloat (box.west, >, box.east);
  g_assert_cmpuint (n_away, ==, 0);
}

/* Where there are points alone, most of them are the main part. */
static void
test_points (void)
{
  g_autoptr (MarchLayer) layer = read_text ("v.csv", "lat,lon\n50,30\n50,30.4\n0,0\n");
  MarchBox box;
  guint    n_away;

  march_layer_find_main (layer, &box, &n_away);
  assert_box (&box, 30, 50, 30.4, 50);
  g_assert_cmpuint (n_away, ==, 1);
}

static void
assert_count (GPtrArray *counts, guint index, const char *text, guint n_features)
{
  const MarchLayerCount *count = counts->pdata[index];

  g_assert_cmpstr (count->text, ==, text);
  g_assert_cmpuint (count->n_features, ==, n_features);
}

static GPtrArray *
count (MarchLayer *layer, MarchLayerKey key, guint field)
{
  return march_layer_count_keys (layer, key, field, G_MAXUINT);
}

static void
test_keys (void)
{
  g_autoptr (MarchLayer)
      layer = read_text ("held_20220912.csv",
                         "lat,lon,name,fill,side\n50,30,Polygon 11,#a52714,x\n50,30,Polygon 12,"
                         "#A52714,\n50,30,,#0288d1,x\n50,30,,,y\n");
  g_autoptr (GPtrArray) series = count (layer, MARCH_LAYER_KEY_SERIES, 0);
  g_autoptr (GPtrArray) groups = count (layer, MARCH_LAYER_KEY_GROUP, 0);
  g_autoptr (GPtrArray) colours = count (layer, MARCH_LAYER_KEY_COLOUR, 0);
  g_autoptr (GPtrArray) names = count (layer, MARCH_LAYER_KEY_NAME, 0);
  g_autoptr (GPtrArray) sides = NULL;
  guint side;

  g_assert_true (march_layer_find_field (layer, "side", &side));
  sides = count (layer, MARCH_LAYER_KEY_FIELD, side);
  g_assert_cmpuint (series->len, ==, 1);
  assert_count (series, 0, "held", 4);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_count (groups, 0, NULL, 4);
  g_assert_cmpuint (colours->len, ==, 3);
  assert_count (colours, 0, "#a52714", 2);
  g_assert_cmpuint (names->len, ==, 3);
  assert_count (names, 0, NULL, 2);
  assert_count (names, 1, "Polygon 11", 1);
  g_assert_cmpuint (sides->len, ==, 3);
  assert_count (sides, 0, "x", 2);
  assert_count (sides, 1, NULL, 1);
  assert_count (sides, 2, "y", 1);
}

static void
test_lists (void)
{
  static const struct
  {
    const char *text;
    const char *things; /* with spaces between */
  } rows[] = {
    { "", "" },
    { "a", "a" },
    { " a, b;c |d,, ", "a b c d" },
    { "https://a.example/x,y;z", "https://a.example/x,y;z" },
    { "https://a.example/1,2, http://b.example/", "https://a.example/1,2 http://b.example/" },
    { "https://a.example/|https://b.example/;", "https://a.example/ https://b.example/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) things = march_layer_split_list (rows[i].text);
      g_autofree char *joined = g_strjoinv (" ", things);

      g_assert_cmpstr (joined, ==, rows[i].things);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-survey/main", test_main);
  g_test_add_func ("/exchange/layer-survey/meridian", test_meridian);
  g_test_add_func ("/exchange/layer-survey/within", test_within);
  g_test_add_func ("/exchange/layer-survey/nothing", test_nothing);
  g_test_add_func ("/exchange/layer-survey/points", test_points);
  g_test_add_func ("/exchange/layer-survey/keys", test_keys);
  g_test_add_func ("/exchange/layer-survey/lists", test_lists);
  return g_test_run ();
}
