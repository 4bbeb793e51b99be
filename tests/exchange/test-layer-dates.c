/* test-layer-dates.c — which dates the features of a layer get */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/march-layer-dates.h"

#include <string.h>

#include "layer-fixture.h"

#define TODAY march_day_from_ymd (2025, 6, 1)
#define POINT "\"geometry\":{\"type\":\"Point\",\"coordinates\":[30,50]}"

/* A file with one feature for each set of properties. */
static char *
make_text (const char *const *properties)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; properties[i] != NULL; i++)
    g_string_append_printf (text, "%s{\"type\":\"Feature\"," POINT ",\"properties\":{%s}}",
                            i > 0 ? "," : "", properties[i]);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static MarchLayer *
read_properties (const char *const *properties)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *text = make_text (properties);
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = layer_fixture_read (fixture, "velmark.geojson", text, &error);

  g_assert_no_error (error);
  return layer;
}

/* "2022-01-01/2022-02-01", "observed" behind it if it is; "-" for a feature without dates. */
static char *
describe_dates (MarchLayer *layer, guint index)
{
  const MarchLayerDates *dates = &march_layer_get_feature (layer, index)->dates;
  g_autofree char       *from = NULL;
  g_autofree char       *until = NULL;

  if (dates->origin == MARCH_DATED_NOT)
    return g_strdup ("-");
  from = dates->from != MARCH_DAY_MIN ? march_day_to_iso (dates->from) : g_strdup ("..");
  until = dates->until != MARCH_DAY_MAX ? march_day_to_iso (dates->until) : g_strdup ("..");
  return g_strdup_printf ("%s/%s%s", from, until, dates->observed ? " observed" : "");
}

static void
assert_dates (MarchLayer *layer, guint index, const char *expected)
{
  g_autofree char *dates = describe_dates (layer, index);

  g_assert_cmpstr (dates, ==, expected);
}

static void
date_by_first_choice (MarchLayer *layer, MarchDateOrigin origin)
{
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  g_autofree char *words = NULL;

  g_assert_cmpuint (choices->len, >, 0);
  words = march_date_choice_describe (choices->pdata[0]);
  g_test_message ("%s", words);
  g_assert_cmpint (((MarchDateChoice *) choices->pdata[0])->origin, ==, origin);
  march_layer_set_dates (layer, choices->pdata[0], TODAY);
}

/* Every way of writing a day, in a field that isn't called a date. */
static void
test_fields (void)
{
  static const struct
  {
    const char *properties;
    const char *dates;
  } rows[] = {
    { "\"seen\":\"2022-09-12\"", "2022-09-12/2022-09-13 observed" },
    { "\"seen\":1662940800000", "2022-09-12/2022-09-13 observed" },
    { "\"seen\":\"12.09.2022\"", "2022-09-12/2022-09-13 observed" },
    { "\"seen\":20220912", "2022-09-12/2022-09-13 observed" },
    { "\"seen\":\"2020/08/16\"", "2020-08-16/2020-08-17 observed" },
    { "\"YEAR\":1914", "1914-01-01/1915-01-01 observed" },
    { "\"time\":1648989208", "2022-04-03/2022-04-04 observed" },
    { "\"from\":1914,\"to\":1918", "1914-01-01/1919-01-01" },
    { "\"start_date\":\"2022-03-01\",\"end_date\":\"2022-03-05\"", "2022-03-01/2022-03-06" },
    { "\"start\":\"2022-03-01\",\"end\":\"2022-03-05T00:00:00Z\"", "2022-03-01/2022-03-05" },
    { "\"start\":\"2022-03-01\",\"end\":\"2022-03-05T12:00:00Z\"", "2022-03-01/2022-03-06" },
    { "\"date\":\"2022-03-01\",\"until\":\"2022-03-05\"", "2022-03-01/2022-03-06" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const properties[] = { rows[i].properties, NULL };
      g_autoptr (MarchLayer) layer = read_properties (properties);

      g_test_message ("%s", rows[i].properties);
      date_by_first_choice (layer, MARCH_DATED_BY_FIELD);
      assert_dates (layer, 0, rows[i].dates);
      g_assert_cmpuint (march_layer_get_n_notes (layer), ==, 0);
    }
}

/* What is no date, or one of something else. */
static void
test_no_fields (void)
{
  static const char *const rows[] = {
    "\"name\":\"Orlen\"", "\"population\":1914",       "\"id\":1648989208",
    "\"width\":3.5",      "\"name\":\"12 September\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const properties[] = { rows[i], NULL };
      g_autoptr (MarchLayer) layer = read_properties (properties);
      g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);

      g_test_message ("%s", rows[i]);
      for (guint j = 0; j < choices->len; j++)
        g_assert_cmpuint (((MarchDateChoice *) choices->pdata[j])->n_dated, ==, 0);
    }
}

static void
test_doubtful (void)
{
  static const char *const properties[] = { "\"EditDate\":1662940800000,\"seen\":\"2022-08-01\"",
                                            NULL };
  g_autoptr (MarchLayer) layer = read_properties (properties);
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  const MarchDateChoice *first = choices->pdata[0];
  const MarchDateChoice *second = choices->pdata[1];

  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (first->fields[0], ==, "seen");
  g_assert_false (first->doubtful);
  g_assert_cmpstr (second->fields[0], ==, "EditDate");
  g_assert_true (second->doubtful);
}

/* Impossible dates are refused by a sentence, each for its feature. */
static void
test_impossible (void)
{
  static const char *const properties[] = {
    "\"from\":\"2022-09-12 \",\"to\":\"\"",
    "\"from\":\"2202-03-15\",\"to\":null",
    "\"from\":\"2022-02-30\"",
    "\"from\":\"2022-09-12\",\"to\":\"2030-01-01\"",
    "\"from\":\"2022-09-12\",\"to\":\"2022-09-01\"",
    "\"from\":\"\"",
    "\"from\":\"2022-09-12.\",\"to\":\"2022-09-12\"",
    NULL,
  };
  g_autoptr (MarchLayer) layer = read_properties (properties);
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  const MarchDateChoice *choice = choices->pdata[0];

  g_assert_nonnull (choice->until_fields);
  g_assert_cmpuint (choice->n_dated, ==, 3);
  g_assert_cmpuint (choice->n_refused, ==, 3);
  march_layer_set_dates (layer, choice, TODAY);
  assert_dates (layer, 0, "2022-09-12/..");
  assert_dates (layer, 1, "-");
  assert_dates (layer, 2, "-");
  assert_dates (layer, 3, "2022-09-12/..");
  assert_dates (layer, 4, "-");
  assert_dates (layer, 5, "-");
  assert_dates (layer, 6, "2022-09-12/2022-09-13");
  layer_fixture_assert_note (layer, MARCH_NOTE_REPAIRED, "features 1, 7: Stray blanks");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "feature 2: “2202-03-15” lies in the future");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "feature 3: “2022-02-30” is a day");
  layer_fixture_assert_note (layer, MARCH_NOTE_TOLD, "feature 4: Its end lies in the future");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "feature 5: It ends before");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "feature 6: It has no date.");
}

static void
test_order (void)
{
  static const char *const open[] = { "\"date\":\"03/04/2022\"", "\"date\":\"05/06/2022\"", NULL };
  static const char *const decided[] = { "\"date\":\"03/04/2022\"", "\"date\":\"05/13/2022\"",
                                         NULL };
  g_autoptr (MarchLayer) ambiguous = read_properties (open);
  g_autoptr (MarchLayer) layer = read_properties (decided);
  g_autoptr (GPtrArray) choices = march_layer_list_choices (ambiguous, TODAY);
  MarchDateChoice *choice = choices->pdata[0];

  g_assert_cmpint (choice->order, ==, MARCH_DATE_ORDER_UNKNOWN);
  g_assert_cmpuint (choice->n_dated, ==, 0);
  g_assert_cmpuint (choice->n_refused, ==, 2);
  march_layer_set_dates (ambiguous, choice, TODAY);
  assert_dates (ambiguous, 0, "-");
  layer_fixture_assert_note (ambiguous, MARCH_NOTE_SKIPPED, "“03/04/2022” may be read");
  choice->order = MARCH_DATE_ORDER_DAY_FIRST;
  march_layer_set_dates (ambiguous, choice, TODAY);
  assert_dates (ambiguous, 0, "2022-04-03/2022-04-04 observed");
  g_assert_cmpuint (march_layer_get_n_notes (ambiguous), ==, 0);

  date_by_first_choice (layer, MARCH_DATED_BY_FIELD);
  assert_dates (layer, 0, "2022-03-04/2022-03-05 observed");
}

static void
test_own_times (void)
{
  static const struct
  {
    const char *time;
    const char *dates;
    int         second;
  } rows[] = {
    { "{\"date\":\"2022-09-12\"}", "2022-09-12/2022-09-13 observed", -1 },
    { "{\"timestamp\":\"2022-09-12T10:30:00Z\"}", "2022-09-12/2022-09-13 observed", 37800 },
    { "{\"timestamp\":\"2022-09-12T10:30:00Z\",\"date\":\"2022-09-13\"}",
      "2022-09-13/2022-09-14 observed", -1 },
    { "{\"interval\":[\"2022-09-12\",\"2022-09-20\"],\"date\":\"2000-01-01\"}",
      "2022-09-12/2022-09-21", -1 },
    { "{\"interval\":[\"2022-09-12\",\"..\"]}", "2022-09-12/..", -1 },
    { "{\"interval\":[\"..\",\"2022-09-12\"]}", "../2022-09-13", -1 },
    { "{\"interval\":[\"..\",\"..\"]}", "-", -1 },
    { "null", "-", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LayerFixture) fixture = layer_fixture_new ();
      g_autofree char *text = g_strdup_printf ("{\"type\":\"Feature\",\"time\":%s," POINT "}",
                                               rows[i].time);
      g_autoptr (MarchLayer) layer = layer_fixture_read (fixture, "velmark.json", text, NULL);
      g_autoptr (MarchDateChoice) choice = march_date_choice_new (MARCH_DATED_BY_FEATURE);

      march_layer_set_dates (layer, choice, TODAY);
      assert_dates (layer, 0, rows[i].dates);
      g_assert_cmpint (march_layer_get_feature (layer, 0)->dates.second, ==, rows[i].second);
    }
}

/* Writes files of one point each and reads them all. */
static MarchLayer *
read_names (const char *const *names)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GError) error = NULL;
  MarchLayer *layer;

  for (guint i = 0; names[i] != NULL; i++)
    g_free (layer_fixture_write (fixture, names[i], "{\"type\":\"Feature\"," POINT "}", -1));
  layer = march_layer_read_file (layer_fixture_get_folder (fixture), &error);
  g_assert_no_error (error);
  return layer;
}

static void
test_file_names (void)
{
  static const char *const names[] = { "velmark_20240708.geojson", "velmark_20240709.geojson",
                                       "velmark_22020709.geojson", "velmark_old.geojson", NULL };
  g_autoptr (MarchLayer) layer = read_names (names);
  g_autoptr (GArray) days = NULL;

  date_by_first_choice (layer, MARCH_DATED_BY_FILE_NAME);
  assert_dates (layer, 0, "2024-07-08/2024-07-09 observed");
  assert_dates (layer, 1, "2024-07-09/2024-07-10 observed");
  assert_dates (layer, 2, "-");
  assert_dates (layer, 3, "-");
  g_assert_cmpstr (march_layer_get_feature (layer, 0)->dates.text, ==, "velmark_20240708.geojson");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "velmark_22020709.geojson");
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "velmark_old.geojson: Its name holds no date.");
  days = march_layer_list_days (layer);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, MarchDay, 1), ==, march_day_from_ymd (2024, 7, 9));
}

/* A file without features tells nothing of its day: neither that nobody held land, nor that an
 * earlier hour's file is wrong. */
static void
test_empty_files (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = NULL;
  static const char *const names[] = { "velmark_20240708.geojson", "velmark_20240709.geojson",
                                       "north_20240708_0600.geojson",
                                       "north_20240708_1800.geojson", "velmark_20240710.geojson" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (layer_fixture_write (fixture, names[i],
                                 i % 2 == 0 ? "{\"type\":\"Feature\"," POINT "}"
                                            : "{\"type\":\"FeatureCollection\",\"features\":[]}",
                                 -1));
  layer = march_layer_read_file (layer_fixture_get_folder (fixture), &error);
  g_assert_no_error (error);
  date_by_first_choice (layer, MARCH_DATED_BY_FILE_NAME);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (march_layer_get_feature (layer, i)->dates.origin, ==,
                     MARCH_DATED_BY_FILE_NAME);
  layer_fixture_assert_note (layer, MARCH_NOTE_TOLD,
                             "velmark_20240709.geojson: The file is there, but nothing in it says "
                             "who held what: 9 July 2024 counts as a day without data, not as one "
                             "without land.");
  for (guint i = 0; i < march_layer_get_n_notes (layer); i++)
    {
      g_autofree char *words = march_layer_describe_note (layer, i);

      g_assert_null (strstr (words, "8 July 2024"));
      g_assert_null (strstr (words, "10 July 2024"));
    }
}

/* Of several files of a day and series the latest counts; another series has its own day. */
static void
test_several_a_day (void)
{
  static const char *const names[] = { "north_20240708.geojson", "north_20240708_0600.geojson",
                                       "north_20240708_1800.geojson", "south_20240708_0500.geojson",
                                       NULL };
  static const gboolean    dated[] = { TRUE, FALSE, TRUE, TRUE };
  g_autoptr (MarchLayer) layer = read_names (names);

  date_by_first_choice (layer, MARCH_DATED_BY_FILE_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    g_assert_cmpint (march_layer_get_feature (layer, i)->dates.origin, ==,
                     dated[i] ? MARCH_DATED_BY_FILE_NAME : MARCH_DATED_NOT);
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED,
                             "north_20240708_0600.geojson: “north_20240708_1800.geojson” tells");
}

/* Files of one source may call their field differently. */
static void
test_changing_fields (void)
{
  static const char *const texts[] = {
    "{\"type\":\"Feature\"," POINT ",\"properties\":{\"date\":\"2022-01-01\"}}",
    "{\"type\":\"Feature\"," POINT ",\"properties\":{\"Datum\":\"02.01.2022\"}}",
  };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autoptr (MarchLayer) layer = NULL;

  g_free (layer_fixture_write (fixture, "a.geojson", texts[0], -1));
  g_free (layer_fixture_write (fixture, "b.geojson", texts[1], -1));
  layer = march_layer_read_file (layer_fixture_get_folder (fixture), NULL);
  date_by_first_choice (layer, MARCH_DATED_BY_FIELD);
  assert_dates (layer, 0, "2022-01-01/2022-01-02 observed");
  assert_dates (layer, 1, "2022-01-02/2022-01-03 observed");
  g_assert_cmpstr (march_layer_get_feature (layer, 1)->dates.field, ==, "Datum");
  g_assert_cmpstr (march_layer_get_feature (layer, 1)->dates.text, ==, "02.01.2022");
}

/* A column for each day makes a feature for each cell that is set. */
static void
test_columns (void)
{
  static const char *const properties[] = {
    "\"held_27_04_2022\":1,\"held_20_06_2022\":\"1\",\"pop_2022\":\"1\",\"creation\":\"2016-01-"
    "01\"",
    "\"held_27_04_2022\":0,\"held_20_06_2022\":true,\"pop_2022\":\"1\",\"creation\":\"2016-01-01\"",
    "\"held_27_04_2022\":\"n/"
    "a\",\"held_20_06_2022\":null,\"pop_2022\":\"0\",\"creation\":\"2017-01-01\"",
    NULL,
  };
  g_autoptr (MarchLayer) layer = read_properties (properties);
  g_autoptr (MarchDateChoice) none = march_date_choice_new (MARCH_DATED_NOT);

  date_by_first_choice (layer, MARCH_DATED_BY_COLUMN);
  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 3);
  assert_dates (layer, 0, "2022-04-27/2022-04-28 observed");
  assert_dates (layer, 1, "2022-06-20/2022-06-21 observed");
  assert_dates (layer, 2, "2022-06-20/2022-06-21 observed");
  g_assert_cmpuint (march_layer_get_feature (layer, 2)->place, ==, 2);
  g_assert_cmpstr (march_layer_get_feature (layer, 2)->dates.field, ==, "held_20_06_2022");

  march_layer_set_dates (layer, none, TODAY);
  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      assert_dates (layer, i, "-");
      g_assert_cmpuint (march_layer_get_feature (layer, i)->place, ==, i + 1);
    }
}

static void
test_by_hand (void)
{
  static const char *const properties[] = { "", NULL };
  g_autoptr (MarchLayer) layer = read_properties (properties);
  g_autoptr (MarchDateChoice) choice = march_date_choice_new (MARCH_DATED_BY_HAND);

  choice->from = march_day_from_ymd (2022, 9, 12);
  march_layer_set_dates (layer, choice, TODAY);
  assert_dates (layer, 0, "2022-09-12/2022-09-13 observed");
  choice->until = march_day_from_ymd (2022, 10, 1);
  march_layer_set_dates (layer, choice, TODAY);
  assert_dates (layer, 0, "2022-09-12/2022-10-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-dates/fields", test_fields);
  g_test_add_func ("/exchange/layer-dates/no-fields", test_no_fields);
  g_test_add_func ("/exchange/layer-dates/doubtful", test_doubtful);
  g_test_add_func ("/exchange/layer-dates/impossible", test_impossible);
  g_test_add_func ("/exchange/layer-dates/order", test_order);
  g_test_add_func ("/exchange/layer-dates/own-times", test_own_times);
  g_test_add_func ("/exchange/layer-dates/file-names", test_file_names);
  g_test_add_func ("/exchange/layer-dates/empty-files", test_empty_files);
  g_test_add_func ("/exchange/layer-dates/several-a-day", test_several_a_day);
  g_test_add_func ("/exchange/layer-dates/changing-fields", test_changing_fields);
  g_test_add_func ("/exchange/layer-dates/columns", test_columns);
  g_test_add_func ("/exchange/layer-dates/by-hand", test_by_hand);
  return g_test_run ();
}
