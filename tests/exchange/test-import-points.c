/* test-import-points.c — tables and files of points, into a dossier and out again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "base/march-error.h"
#include "exchange/march-areas-export.h"
#include "exchange/march-import-plan.h"
#include "exchange/march-import.h"
#include "exchange/march-layer-dates.h"
#include "layer-fixture.h"

#define TODAY march_day_from_ymd (2031, 12, 31)
#define MAY(day) march_day_from_ymd (2031, 5, day)

/* Two posts of Ostren on the first day, one on the second, one of Velmark and a pair on the fourth;
 * one without a date and one without a position. */
#define TABLE                                                                                      \
  "date,lat,lng,name,side\n"                                                                       \
  "2031-05-01,1.5,12.5,\"Post \"\"1\"\"\",Ostren\n"                                                \
  "2031-05-01,1.6,12.6,Post 2,Ostren\n"                                                            \
  "2031-05-02,1.7,12.7,Post 3,Ostren\n"                                                            \
  "2031-05-04,1.8,12.8,Post 4,Ostren\n"                                                            \
  "2031-05-04,1.9,12.9,Mill,Velmark\n"                                                             \
  ",1.9,12.9,Undated,Ostren\n"                                                                     \
  "2031-05-04,,,Nowhere,Ostren\n"

#define MIXED                                                                                      \
  "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": "      \
  "{\"when\": \"2031-05-01\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "            \
  "[[[12,1],[13,1],[13,2],[12,2],[12,1]]]}}, {\"type\": \"Feature\", \"properties\": {\"when\": "  \
  "\"2031-05-01\", \"name\": \"Mills\"}, \"geometry\": {\"type\": \"MultiPoint\", "                \
  "\"coordinates\": [[12.123456789012345,1],[13,2]]}}, {\"type\": \"Feature\", \"properties\": "   \
  "{\"when\": \"2031-05-02\"}, \"geometry\": {\"type\": \"LineString\", \"coordinates\": "         \
  "[[12,1],[13,2]]}}]}"

static MarchImport *
make_import (MarchLayer *layer, MarchMissing missing, gboolean points)
{
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  MarchImport *import = march_import_new (layer);

  g_assert_cmpuint (choices->len, >, 0);
  march_layer_set_dates (layer, choices->pdata[0], TODAY);
  import->source_title = g_strdup ("List of posts");
  import->holder = FIXTURE_OSTREN;
  import->missing = missing;
  import->points = points;
  return import;
}

static MarchCorpus *
bring_in (MarchDossier *dossier, MarchAreaBatch *batch)
{
  GError *error = NULL;

  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  g_assert_no_error (error);
  return march_dossier_dup_corpus (dossier);
}

static gboolean
count_cb (const MarchPoint *point, gpointer n)
{
  *(guint *) n += 1;
  return TRUE;
}

static guint
count_on (MarchCorpus *corpus, MarchDay day)
{
  static const MarchPointBox world = { 0, 0, G_MAXUINT32, G_MAXUINT32 };
  GPtrArray *imports = march_corpus_get_point_imports (corpus);
  guint      n = 0;

  for (guint i = 0; i < imports->len; i++)
    march_points_visit (((MarchDatedImport *) imports->pdata[i])->points, &world, day, day,
                        count_cb, &n);
  return n;
}

/* A point counts on its own day, or until the next day with data. */
static void
test_days (Document *fixture, gconstpointer data)
{
  static const guint expected[][7] = {
    [MARCH_MISSING_CARRIED] = { 0, 2, 1, 1, 2, 2, 2 },
    [MARCH_MISSING_OPEN] = { 0, 2, 1, 0, 2, 0, 0 },
  };
  MarchMissing missing = GPOINTER_TO_UINT (data);
  g_autoptr (LayerFixture) files = layer_fixture_new ();
  g_autoptr (MarchLayer) layer = layer_fixture_read (files, "posts.csv", TABLE, NULL);
  g_autoptr (MarchImport) import = make_import (layer, missing, TRUE);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  MarchAreaBatch *batch = march_import_cut (import, NULL, NULL, NULL, &report, &error);

  g_assert_no_error (error);
  g_assert_null (batch->holdings);
  g_assert_cmpuint (report->n_points, ==, 5);
  g_assert_cmpuint (report->n_features, ==, 0);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 3);
  g_assert_cmpuint (report->n_skipped, ==, 1);
  /* Once: the layer tells of it. */
  g_assert_cmpuint (report->notes->len, ==, 0);
  layer_fixture_assert_note (layer, MARCH_NOTE_SKIPPED, "posts.csv, line 7: It has no date.");
  corpus = bring_in (dossier, batch);
  for (guint i = 0; i < G_N_ELEMENTS (expected[0]); i++)
    g_assert_cmpuint (count_on (corpus, MAY (1) - 1 + (MarchDay) i), ==, expected[missing][i]);
}

/* Points beside areas are taken only if that is asked for; lines never. */
static void
test_mixed (Document *fixture, gconstpointer data)
{
  gboolean points = GPOINTER_TO_UINT (data);
  g_autoptr (LayerFixture) files = layer_fixture_new ();
  g_autoptr (MarchLayer) layer = layer_fixture_read (files, "sheet.geojson", MIXED, NULL);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED, points);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  MarchAreaBatch *batch = march_import_cut (import, NULL, NULL, NULL, &report, NULL);

  g_assert_cmpuint (report->n_features, ==, 1);
  g_assert_cmpuint (report->n_points, ==, points ? 1 : 0);
  g_assert_cmpuint (report->n_skipped, ==, points ? 1 : 2);
  g_assert_cmpstr (((MarchImportNote *) report->notes->pdata[report->notes->len - 1])->words, ==,
                   "sheet.geojson, feature 3: It is a line and is left out.");
  corpus = bring_in (dossier, batch);
  g_assert_cmpuint (march_corpus_get_area_imports (corpus)->len, ==, 1);
  g_assert_cmpuint (count_on (corpus, MAY (1)), ==, points ? 2 : 0);

  /* One step takes both back. */
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_clear_pointer (&corpus, march_corpus_unref);
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_cmpuint (march_corpus_get_area_imports (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_point_imports (corpus)->len, ==, 0);
}

/* What was brought in goes out again as it was: a multipoint as one, every digit, every text. */
static void
test_round_trip (Document *fixture, gconstpointer data)
{
  g_autoptr (LayerFixture) files = layer_fixture_new ();
  const char *name = data;
  g_autoptr (MarchLayer) layer = layer_fixture_read (
      files, name, g_str_has_suffix (name, ".csv") ? TABLE : MIXED, NULL);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED, TRUE);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MarchCorpus) corpus = bring_in (dossier, march_import_cut (import, NULL, NULL, NULL,
                                                                        NULL, NULL));
  g_autoptr (MarchLayer) again = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint            k = 0;

  g_assert_true (march_areas_export_features (dossier, march_corpus_get_area_imports (corpus),
                                              march_corpus_get_point_imports (corpus), stream,
                                              NULL, &error));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  again = layer_fixture_read (files, "out.geojson", text, &error);
  g_assert_no_error (error);
  choices = march_layer_list_choices (again, TODAY);
  march_layer_set_dates (again, choices->pdata[0], TODAY);
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i), *other;

      if (!march_import_takes (feature, TRUE, NULL))
        continue;
      other = march_layer_get_feature (again, k++);
      g_assert_cmpuint (march_geometry_get_n_parts (feature->geometry), ==,
                        march_geometry_get_n_parts (other->geometry));
      for (guint j = 0; j < march_geometry_get_n_parts (feature->geometry); j++)
        g_assert_cmpmem (march_geometry_get_part (feature->geometry, j)->points,
                         2 * sizeof (double),
                         march_geometry_get_part (other->geometry, j)->points, 2 * sizeof (double));
      g_assert_cmpint (feature->dates.from, ==, other->dates.from);
      g_assert_cmpint (feature->dates.until, ==, other->dates.until);
      g_assert_cmpstr (feature->name, ==, other->name);
      for (guint j = 0; j < feature->n_values; j++)
        g_assert_cmpstr (other->values[j].text, ==, feature->values[j].text);
    }
  g_assert_cmpuint (k, ==, march_layer_get_n_features (again));
}

/* Of a table that has them as well, and of no other. */
static void
assert_columns_are_recalled (const char *memory)
{
  static const char *const more[] = { "lng", "what", "lat", NULL };
  static const char *const other[] = { "lat", NULL };
  g_auto (MarchTableColumns) columns = { 0 };

  g_assert_false (march_import_plan_recall_columns (memory, other, &columns));
  g_assert_false (march_table_columns_are_said (&columns));
  g_assert_true (march_import_plan_recall_columns (memory, more, &columns));
  g_assert_cmpint (columns.form, ==, MARCH_TABLE_APART);
  g_assert_cmpstr (columns.first, ==, "lat");
  g_assert_cmpstr (columns.second, ==, "lng");
}

/* A plan of points: who they are of is told apart by a column, and they count on their days. */
static void
test_plan (Document *fixture, gconstpointer data)
{
  g_autoptr (LayerFixture) files = layer_fixture_new ();
  g_autoptr (MarchLayer) layer = layer_fixture_read (files, "posts.csv", TABLE, NULL);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  MarchImportPlan *plan = march_import_plan_new (layer, corpus, TODAY);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *memory = NULL;

  g_assert_true (plan->points);
  g_assert_cmpint (plan->missing, ==, MARCH_MISSING_OPEN);
  g_assert_false (march_import_plan_check (plan, &error));
  g_assert_cmpstr (error->message, ==, "Say who publishes the points.");
  g_clear_error (&error);
  plan->title = g_strdup ("List of posts");
  g_assert_true (march_import_plan_check (plan, &error));
  g_assert_cmpuint (plan->values->len, ==, 2);
  g_assert_cmpuint (((MarchPlanValue *) plan->values->pdata[0])->n_points, ==, 5);
  g_assert_cmpuint (march_import_plan_count_ready (plan), ==, 5);
  plan->missing = MARCH_MISSING_CARRIED;
  memory = march_import_plan_remember (plan, NULL);
  plan->missing = MARCH_MISSING_OPEN;
  g_assert_true (march_import_plan_recall (plan, memory, MARCH_PLAN_ALL));
  g_assert_cmpint (plan->missing, ==, MARCH_MISSING_CARRIED);
  g_assert_true (plan->points);
  assert_columns_are_recalled (memory);
  batches = march_import_plan_cut (plan, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_cmpuint (report->n_points, ==, 5);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 3);
  g_assert_true (march_dossier_add_areas (dossier, g_steal_pointer (&batches), NULL, NULL, &error));
  march_import_plan_free (plan);

  /* The next list of the same source follows what the dossier has. */
  g_clear_pointer (&corpus, march_corpus_unref);
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_cmpuint (march_corpus_get_point_imports (corpus)->len, ==, 2);
  plan = march_import_plan_new (layer, corpus, TODAY);
  plan->source
      = ((MarchDatedImport *) march_corpus_get_point_imports (corpus)->pdata[0])->source->id;
  g_assert_true (march_import_plan_follow (plan, MARCH_PLAN_ALL));
  g_assert_cmpint (plan->missing, ==, MARCH_MISSING_CARRIED);
  march_import_plan_free (plan);
}

static void
test_refused (Document *fixture, gconstpointer data)
{
  g_autoptr (LayerFixture) files = layer_fixture_new ();
  g_autoptr (MarchLayer) layer = layer_fixture_read (files, "posts.csv", TABLE, NULL);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_OPEN, FALSE);
  g_autoptr (MarchDateChoice) none = march_date_choice_new (MARCH_DATED_NOT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (march_import_cut (import, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  import->points = TRUE;
  g_cancellable_cancel (cancellable);
  g_assert_null (march_import_cut (import, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  march_layer_set_dates (layer, none, TODAY);
  g_assert_null (march_import_cut (import, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

/* How many rows GDAL finds for each day; free with g_hash_table_unref(). */
static GHashTable *
ask_gdal (const char *path, const char *table)
{
  g_autofree char  *sql = g_strdup_printf ("SELECT date, count(*) AS n FROM \"%s\" GROUP BY date",
                                           table);
  const char *const arguments[] = { "ogr2ogr", "-f",     "CSV",  "/vsistdout/", path,
                                    "-dialect", "SQLite", "-sql", sql,          NULL };
  GHashTable       *counts = g_hash_table_new (NULL, NULL);
  g_autofree char  *output = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &output, NULL, NULL, NULL));
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 2);
      g_autofree char *day_text = g_strndup (cells[0] + (cells[0][0] == '"'), 10);
      MarchDay         day;

      g_assert_true (march_day_parse (day_text, &day, NULL));
      g_hash_table_insert (counts, GINT_TO_POINTER ((int) day),
                           GUINT_TO_POINTER (atoi (cells[1] + (cells[1][0] == '"'))));
    }
  return counts;
}

/* The real lists of others: on each day the points that GDAL counts for it. */
static void
test_real (Document *fixture, gconstpointer data)
{
  const char *table = data;
  g_autofree char *name = g_strconcat (table, ".csv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), "uawardata_units",
                                            "csv", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = march_layer_read_file (path, &error);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_OPEN, TRUE);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = bring_in (dossier, march_import_cut (import, NULL, NULL, NULL,
                                                                        NULL, &error));
  g_autoptr (GHashTable) counts = ask_gdal (path, table);
  const MarchDatedImport *stored = march_corpus_get_point_imports (corpus)->pdata[0];
  GHashTableIter iter;
  gpointer       day, n;

  g_assert_cmpuint (g_hash_table_size (counts), >, 10);
  g_assert_cmpuint (stored->n_days, ==, g_hash_table_size (counts));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &day, &n))
    g_assert_cmpuint (count_on (corpus, GPOINTER_TO_INT (day)), ==, GPOINTER_TO_UINT (n));
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/import-points/days/carried", GUINT_TO_POINTER (MARCH_MISSING_CARRIED),
                test_days);
  DOCUMENT_ADD ("/import-points/days/open", GUINT_TO_POINTER (MARCH_MISSING_OPEN), test_days);
  DOCUMENT_ADD ("/import-points/mixed/without", GUINT_TO_POINTER (FALSE), test_mixed);
  DOCUMENT_ADD ("/import-points/mixed/with", GUINT_TO_POINTER (TRUE), test_mixed);
  DOCUMENT_ADD ("/import-points/round-trip/table", "posts.csv", test_round_trip);
  DOCUMENT_ADD ("/import-points/round-trip/mixed", "sheet.geojson", test_round_trip);
  DOCUMENT_ADD ("/import-points/plan", NULL, test_plan);
  DOCUMENT_ADD ("/import-points/refused", NULL, test_refused);
  if (g_getenv ("MARCHLAND_TEST_DATA") != NULL)
    {
      DOCUMENT_ADD ("/import-points/real/units", "units_all", test_real);
      DOCUMENT_ADD ("/import-points/real/groups", "btgs_all", test_real);
    }
  return document_run ();
}
