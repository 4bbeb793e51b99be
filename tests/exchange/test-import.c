/* test-import.c — files of dated areas, into a dossier and out again as land of a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "asof/march-snapshot.h"
#include "base/march-error.h"
#include "exchange/march-areas-export.h"
#include "exchange/march-import.h"
#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-reader.h"
#include "geo/march-geodesic.h"

#define TODAY march_day_from_ymd (2031, 12, 31)

#define COLLECTION(features) "{\"type\": \"FeatureCollection\", \"features\": [" features "]}"
#define FEATURE(geometry)                                                                          \
  "{\"type\": \"Feature\", \"properties\": {\"fill\": \"#a52714\"}, \"geometry\": " geometry "}"
#define POLYGON(points) "{\"type\": \"Polygon\", \"coordinates\": [[" points "]]}"

/* Two squares on the first day, one on the second; on the fourth one that crosses itself, beside
 * what is no land. */
static const struct
{
  const char *name;
  const char *text;
} files[] = {
  { "velmark_20310501.geojson",
    COLLECTION (FEATURE (POLYGON ("[12,1],[13,1],[13,2],[12,2],[12,1]")) "," FEATURE (
        POLYGON ("[14,1],[15,1],[15,2],[14,2],[14,1]"))) },
  { "velmark_20310502.geojson",
    COLLECTION (FEATURE (POLYGON ("[12,1],[13,1],[13,2],[12,2],[12,1]"))) },
  { "velmark_20310504.geojson",
    COLLECTION (FEATURE (POLYGON ("[12,1],[13,2],[13,1],[12,2],[12,1]")) "," FEATURE (
        "{\"type\": \"Point\", \"coordinates\": [12, 1]}") "," FEATURE ("null")) },
};

static void
write_file (Document *fixture, GPtrArray *paths, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (paths, path);
}

static MarchLayer *
read_paths (GPtrArray *paths)
{
  MarchReadOptions options = { 0 };
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GError) error = NULL;
  MarchLayer *layer;

  g_ptr_array_add (paths, NULL);
  layer = march_layer_read ((const char *const *) paths->pdata, &options, NULL, &error);
  g_assert_no_error (error);
  choices = march_layer_list_choices (layer, TODAY);
  g_assert_cmpuint (choices->len, >, 0);
  march_layer_set_dates (layer, choices->pdata[0], TODAY);
  return layer;
}

static MarchLayer *
read_files (Document *fixture, gsize n)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n; i++)
    write_file (fixture, paths, files[i].name, files[i].text);
  return read_paths (paths);
}

static MarchImport *
make_import (MarchLayer *layer, MarchMissing missing)
{
  MarchImport *import = march_import_new (layer);

  import->source_title = g_strdup ("Sheets");
  import->holder = FIXTURE_OSTREN;
  import->missing = missing;
  return import;
}

/* In square degrees near the equator, about; NAN where nothing is known. */
static double
measure (MarchCorpus *corpus, MarchDay day)
{
  g_autoptr (MarchSnapshot) snapshot =
      march_snapshot_new (corpus, &(MarchQuestion){ .as_of = day, .known_by = MARCH_DAY_MAX });
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, NULL);
  const MarchDatedImport *area_import;
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);
  g_autoptr (MarchGeometry) land = NULL;

  if (areas->len == 0)
    return NAN;
  g_assert_cmpuint (areas->len, ==, 1);
  area_import = g_ptr_array_index (areas, 0);
  g_assert_cmpint (area_import->holder->id, ==, FIXTURE_OSTREN);
  land = march_holdings_get_area (area_import->holdings, day, NULL);
  return march_geodesic_area (land) / march_geodesic_area (square);
}

static void
test_days (Document *fixture, gconstpointer data)
{
  /* from 30 April through 6 May */
  static const double expected[][7] = {
    [MARCH_MISSING_CARRIED] = { NAN, 2, 1, 1, 0.5, 0.5, 0.5 },
    [MARCH_MISSING_OPEN] = { NAN, 2, 1, NAN, 0.5, NAN, NAN },
  };
  MarchMissing missing = GPOINTER_TO_UINT (data);
  g_autoptr (MarchLayer) layer = read_files (fixture, G_N_ELEMENTS (files));
  g_autoptr (MarchImport) import = make_import (layer, missing);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  MarchAreaBatch *batch = march_import_cut (import, NULL, NULL, NULL, &report, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 3);
  g_assert_cmpuint (report->n_features, ==, 4);
  g_assert_cmpuint (report->n_repaired, ==, 1);
  g_assert_cmpuint (batch->features->len, ==, 4);
  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  corpus = march_dossier_dup_corpus (dossier);
  for (guint i = 0; i < G_N_ELEMENTS (expected[0]); i++)
    {
      double land = measure (corpus, march_day_from_ymd (2031, 4, 30) + (MarchDay) i);

      g_assert_cmpint (isnan (land), ==, isnan (expected[missing][i]));
      if (!isnan (land))
        g_assert_cmpfloat_with_epsilon (land, expected[missing][i], 1e-4);
    }
}

/* All is kept as it was read; what was repaired, and what is no land, is told. */
static void
test_report (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchLayer) layer = read_files (fixture, G_N_ELEMENTS (files));
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchAreaBatch) batch = march_import_cut (import, NULL, NULL, NULL, &report, &error);
  guint n_repaired = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < batch->features->len; i++)
    {
      const MarchAreaFeature *feature = g_ptr_array_index (batch->features, i);

      n_repaired += feature->repaired != NULL;
      g_assert_nonnull (feature->original);
      g_assert_nonnull (strstr (feature->properties, "#a52714"));
      g_assert_true (g_str_has_prefix (feature->file, "velmark_203105"));
    }
  g_assert_cmpuint (n_repaired, ==, 1);
  g_assert_cmpuint (report->n_skipped, >=, 1);
  g_assert_cmpuint (report->notes->len, ==, report->n_skipped + report->n_repaired);
}

static void
assert_same (MarchGeometry *a, MarchGeometry *b)
{
  g_assert_cmpuint (march_geometry_get_n_parts (a), ==, march_geometry_get_n_parts (b));
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *one = march_geometry_get_part (a, i);
      const MarchPart *other = march_geometry_get_part (b, i);

      g_assert_cmpmem (one->points, one->n_points * 2 * sizeof (double), other->points,
                       other->n_points * 2 * sizeof (double));
    }
}

/* What was brought in goes out again as it was, and is read as the same on the same days. */
static void
test_round_trip (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchLayer) layer = read_files (fixture, G_N_ELEMENTS (files)), again = NULL;
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "out.geojson", NULL);
  g_autoptr (GError) error = NULL;
  guint k = 0;

  g_assert_true (march_dossier_add_areas (
      dossier,
      march_area_batch_list (march_import_cut (import, NULL, NULL, NULL, NULL, &error)), NULL, NULL,
      &error));
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_true (march_areas_export_features (
      dossier, march_corpus_get_area_imports (corpus), march_corpus_get_point_imports (corpus),
      stream, NULL, &error));
  g_assert_true (g_file_set_contents (
      path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
      (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), NULL));
  again = march_layer_read_file (path, &error);
  g_assert_no_error (error);
  choices = march_layer_list_choices (again, TODAY);
  march_layer_set_dates (again, choices->pdata[0], TODAY);
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i), *other;

      if (!march_import_takes (feature, FALSE, NULL))
        continue;
      other = march_layer_get_feature (again, k++);
      assert_same (feature->geometry, other->geometry);
      g_assert_cmpint (feature->dates.from, ==, other->dates.from);
      g_assert_cmpuint (feature->n_values, ==, other->n_values);
    }
  g_assert_cmpuint (k, ==, march_layer_get_n_features (again));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* As the window does it: what is cut is written on another thread. */
static void
test_added_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchLayer) layer = read_files (fixture, 2);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GError) error = NULL;
  MarchAreaBatch *batch = march_import_cut (import, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  march_dossier_add_areas_async (dossier, march_area_batch_list (batch), NULL, NULL, NULL, added_cb,
                                 &added);
  while (added == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (march_dossier_add_areas_finish (dossier, added, &error));
  g_assert_true (march_dossier_get_modified (dossier));
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_cmpfloat_with_epsilon (measure (corpus, march_day_from_ymd (2031, 5, 1)), 2, 1e-4);
}

#define NO_LAND POLYGON ("[12,1],[12,2],[12,1],[12,1]")

/* What turns out to be no land keeps nothing else out, and is no word that no land is held. */
static void
test_unusable (Document *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
  } days[] = {
    { "velmark_20310501.geojson",
      COLLECTION (FEATURE (NO_LAND) "," FEATURE (POLYGON ("[12,1],[13,1],[13,2],[12,2],[12,1]"))) },
    { "velmark_20310502.geojson", COLLECTION (FEATURE (NO_LAND)) },
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchLayer) layer = NULL;
  g_autoptr (MarchImport) import = NULL;
  g_autoptr (MarchImportReport) report = NULL, none = NULL;
  g_autoptr (MarchAreaBatch) batch = NULL;
  g_autoptr (MarchGeometry) land = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    write_file (fixture, paths, days[i].name, days[i].text);
  layer = read_paths (paths);
  import = make_import (layer, MARCH_MISSING_CARRIED);
  batch = march_import_cut (import, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_features, ==, 1);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, 2);
  g_assert_cmpuint (report->notes->len, ==, 2);
  land = march_holdings_get_area (batch->holdings, march_day_from_ymd (2031, 5, 2), NULL);
  g_assert_cmpuint (march_geometry_get_n_parts (land), ==, 1);

  /* Where nothing is left, it is said why. */
  import->features = g_ptr_array_new ();
  g_ptr_array_add (import->features, (gpointer) march_layer_get_feature (layer, 0));
  g_assert_null (march_import_cut (import, NULL, NULL, NULL, &none, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (none);
  g_assert_cmpuint (none->n_skipped, ==, 1);
}

static void
test_refused (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchLayer) layer = read_files (fixture, 1);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED);
  g_autoptr (MarchDateChoice) none = march_date_choice_new (MARCH_DATED_BY_FIELD);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const MarchDay day = march_day_from_ymd (2031, 5, 1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_import_cut (import, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* Days alone, without an area, are no import. */
  import->features = g_ptr_array_new ();
  import->days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  g_array_append_val (import->days, day);
  g_assert_null (march_import_cut (import, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_clear_pointer (&import->features, g_ptr_array_unref);
  g_clear_pointer (&import->days, g_array_unref);
  march_layer_set_dates (layer, none, TODAY);
  g_assert_null (march_import_cut (import, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

/* The real days of others, by their files' names: on the day of a file the land of that file. A
 * long edge that got a point where a neighbour has one bounds a little else on the ellipsoid. */
static void
test_real_days (Document *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int         year;
    guint       month;
    guint       day;
  } real[] = {
    { "deepstatemap_data_20240708.geojson", 2024, 7, 8 },
    { "deepstatemap_data_20250301.geojson", 2025, 3, 1 },
    { "deepstatemap_data_20260822.geojson", 2026, 8, 22 },
  };
  g_autofree char *folder = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"),
                                              "deepstate_daily_occupied_sample", NULL);
  const char *const paths[] = { folder, NULL };
  MarchReadOptions  options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = march_layer_read (paths, &options, NULL, &error);
  g_autoptr (GPtrArray) choices = march_layer_list_choices (layer, TODAY);
  g_autoptr (MarchImport) import = make_import (layer, MARCH_MISSING_CARRIED);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  march_layer_set_dates (layer, choices->pdata[0], TODAY);
  g_assert_true (march_dossier_add_areas (
      dossier,
      march_area_batch_list (march_import_cut (import, NULL, NULL, NULL, NULL, &error)), NULL, NULL,
      &error));
  g_assert_no_error (error);
  corpus = march_dossier_dup_corpus (dossier);
  for (gsize i = 0; i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *path = g_build_filename (folder, real[i].name, NULL);
      g_autoptr (MarchLayer) alone = march_layer_read_file (path, &error);
      double expected = 0;

      for (guint k = 0; k < march_layer_get_n_features (alone); k++)
        expected += march_geodesic_area (march_layer_get_feature (alone, k)->geometry);
      expected /= march_geodesic_area (square);
      g_assert_cmpfloat_with_epsilon (
          measure (corpus, march_day_from_ymd (real[i].year, real[i].month, real[i].day)),
          expected, 1e-5 * expected);
    }
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/import/days/carried", GUINT_TO_POINTER (MARCH_MISSING_CARRIED), test_days);
  DOCUMENT_ADD ("/import/days/open", GUINT_TO_POINTER (MARCH_MISSING_OPEN), test_days);
  DOCUMENT_ADD ("/import/report", NULL, test_report);
  DOCUMENT_ADD ("/import/round-trip", NULL, test_round_trip);
  DOCUMENT_ADD ("/import/added-async", NULL, test_added_async);
  DOCUMENT_ADD ("/import/unusable", NULL, test_unusable);
  DOCUMENT_ADD ("/import/refused", NULL, test_refused);
  if (g_getenv ("MARCHLAND_TEST_DATA") != NULL)
    DOCUMENT_ADD ("/import/real-days", NULL, test_real_days);
  return document_run ();
}
