/* test-areas.c — imported areas: brought in, undone, saved, merged, and older files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-dossier-areas.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-imports-private.h"
#include "dossier/march-schema.h"
#include "geo/march-geodesic.h"
#include "geo/march-holdings-builder.h"

#define FIRST_DAY 20000

/* A square that moves east day by day, with a day left out. */
static MarchHoldings *
make_holdings (MarchMissing missing)
{
  static const guint days[] = { 0, 1, 3 };
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MarchGeometry) area = fixture_square (12 + 0.25 * days[i], 1, 1);

      g_assert_true (
          march_holdings_builder_add (builder, FIRST_DAY + days[i], area, NULL, &error));
    }
  holdings = march_holdings_builder_run (builder, missing, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return holdings;
}

static MarchAreaBatch *
make_batch (MarchMissing missing)
{
  MarchAreaBatch   *batch = march_area_batch_new ();
  MarchAreaFeature *feature = g_new0 (MarchAreaFeature, 1);

  batch->source_title = g_strdup ("The daily sheet");
  batch->holder = FIXTURE_VELMARK;
  batch->basis = MARCH_BASIS_INDEPENDENT;
  batch->carried = missing == MARCH_MISSING_CARRIED;
  batch->dated = g_strdup ("by the file's name");
  batch->first = FIRST_DAY;
  batch->last = FIRST_DAY + 3;
  batch->n_days = 3;
  batch->holdings = make_holdings (missing);
  *feature = (MarchAreaFeature){ .file = g_strdup ("sheet.geojson"),
                                 .place = 7,
                                 .name = g_strdup ("Polygon 11"),
                                 .from = FIRST_DAY,
                                 .until = FIRST_DAY + 1,
                                 .properties = g_strdup ("{\"a\": [1]}"),
                                 .repaired = g_strdup ("it crosses itself"),
                                 .original = fixture_square (12, 1, 1) };
  g_ptr_array_add (batch->features, feature);
  return batch;
}

static void
add (MarchDossier *dossier, MarchMissing missing)
{
  GError *error = NULL;

  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (make_batch (missing)),
                                           NULL, NULL, &error));
  g_assert_no_error (error);
}

static gint64
count (MarchDossier *dossier, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  gint64           n = -1;

  g_assert_true (march_sqlite_select_integer (dossier->copy->database->handle, sql, &n, NULL));
  return n;
}

/* The land of each day is what was brought in. */
static void
assert_land (MarchCorpus *corpus, MarchMissing missing)
{
  GPtrArray              *imports = march_corpus_get_area_imports (corpus);
  const MarchDatedImport *area_import;
  g_autoptr (MarchHoldings) expected = make_holdings (missing);

  g_assert_cmpuint (imports->len, ==, 1);
  area_import = g_ptr_array_index (imports, 0);
  g_assert_cmpstr (area_import->source->title, ==, "The daily sheet");
  g_assert_cmpint (area_import->holder->id, ==, FIXTURE_VELMARK);
  g_assert_cmpint (area_import->carried, ==, missing == MARCH_MISSING_CARRIED);
  g_assert_true (march_corpus_get_area_source (corpus) == area_import->source);
  for (MarchDay day = FIRST_DAY - 1; day < FIRST_DAY + 6; day++)
    {
      g_autoptr (MarchGeometry) land = march_holdings_get_area (area_import->holdings, day, NULL);
      g_autoptr (MarchGeometry) wanted = march_holdings_get_area (expected, day, NULL);

      g_assert_cmpint (march_holdings_is_known (area_import->holdings, day), ==,
                       march_holdings_is_known (expected, day));
      g_assert_cmpint (land != NULL, ==, wanted != NULL);
      if (land != NULL)
        g_assert_cmpfloat (march_geodesic_area (land), ==, march_geodesic_area (wanted));
    }
}

static gboolean
visit_feature (const MarchAreaFeature *feature, gpointer n_visited, GError **error)
{
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  g_assert_cmpstr (feature->file, ==, "sheet.geojson");
  g_assert_cmpuint (feature->place, ==, 7);
  g_assert_cmpstr (feature->repaired, ==, "it crosses itself");
  g_assert_cmpmem (march_geometry_get_part (feature->original, 0)->points, 10 * sizeof (double),
                   march_geometry_get_part (square, 0)->points, 10 * sizeof (double));
  *(guint *) n_visited += 1;
  return TRUE;
}

static void
test_add (Document *fixture, gconstpointer data)
{
  MarchMissing missing = GPOINTER_TO_UINT (data);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  guint                   n_visited = 0;
  GError                 *error = NULL;
  gint64                  size = 0;

  add (dossier, missing);
  assert_land (dossier->corpus, missing);
  g_assert_cmpstr (dossier->undo.undo_label, ==, "Import areas of “The daily sheet”");
  g_assert_true (march_sqlite_select_integer (dossier->copy->database->handle,
                                              "SELECT length (changeset) FROM undo.step", &size,
                                              NULL));
  g_assert_cmpint (size, <, 2000); /* nothing of the land */
  g_assert_true (march_dossier_visit_area_features (
      dossier,
      ((MarchDatedImport *) march_corpus_get_area_imports (dossier->corpus)->pdata[0])->id,
      visit_feature, &n_visited, &error));
  g_assert_cmpuint (n_visited, ==, 1);

  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  assert_land (dossier->corpus, missing);
}

static void
test_undo (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  add (dossier, MARCH_MISSING_CARRIED);
  g_assert_cmpint (count (dossier, "piece"), >, 0);
  g_assert_cmpint (count (dossier, "gpkg_contents WHERE table_name = 'piece' AND min_x < max_x"),
                   ==, 1);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 0);
  g_assert_null (march_corpus_get_area_source (dossier->corpus));
  g_assert_true (march_dossier_redo (dossier, &error));
  assert_land (dossier->corpus, MARCH_MISSING_CARRIED);

  /* What is undone is not saved, and can be redone as long as it is there. */
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_clear_object (&dossier);

  dossier = document_open (fixture);
  g_assert_true (march_dossier_make_editable (dossier, &error));
  g_assert_cmpint (count (dossier, "piece"), ==, 0);
  g_assert_cmpint (count (dossier, "import_feature"), ==, 0);
  g_assert_cmpint (count (dossier, "rtree_piece_geom"), ==, 0);
  g_assert_cmpint (count (dossier, "gpkg_contents WHERE table_name = 'piece' AND min_x IS NULL"),
                   ==, 1);
  g_assert_false (march_dossier_redo (dossier, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 0);
}

typedef struct
{
  GCancellable *cancellable;
  gboolean      done;
  GError       *error;
} Async;

static void
cancel_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (((Async *) data)->cancellable);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;

  march_dossier_add_areas_finish (MARCH_DOSSIER (source), result, &async->error);
  async->done = TRUE;
}

/* Cancelled when the first pieces are written: as if nothing had been begun. */
static void
test_cancel (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Async async = { cancellable };

  march_dossier_add_areas_async (dossier,
                                 march_area_batch_list (make_batch (MARCH_MISSING_CARRIED)),
                                 cancel_cb, &async,
                                 cancellable, added_cb, &async);
  while (!async.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (async.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&async.error);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_cmpuint (document_count_copies (), ==, 0);
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 0);
  add (dossier, MARCH_MISSING_OPEN);
  assert_land (dossier->corpus, MARCH_MISSING_OPEN);
}

static void
test_refused (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  MarchAreaBatch *batch = make_batch (MARCH_MISSING_CARRIED);
  g_autoptr (GError) error = NULL;

  batch->holder = 999;
  g_assert_false (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  batch = make_batch (MARCH_MISSING_CARRIED);
  g_clear_pointer (&batch->source_title, g_free);
  g_assert_false (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_set_area_source (dossier, FIXTURE_SOURCE, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_false (march_dossier_get_modified (dossier));
}

/* Those of two sources stay apart, and one of them is drawn. */
static void
test_two_sources (Document *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  MarchAreaBatch *batch = make_batch (MARCH_MISSING_CARRIED);
  g_autoptr (GPtrArray) sources = NULL;
  GError *error = NULL;

  add (dossier, MARCH_MISSING_CARRIED);
  batch->source = FIXTURE_SOURCE;
  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  add (dossier, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 3);
  sources = march_corpus_list_area_sources (dossier->corpus);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (march_corpus_get_area_source (dossier->corpus)->title, ==, "The daily sheet");

  before = fixture_checksum (dossier->copy->database);
  g_assert_true (march_dossier_set_area_source (dossier, FIXTURE_SOURCE, &error));
  g_assert_cmpint (march_corpus_get_area_source (dossier->corpus)->id, ==, FIXTURE_SOURCE);
  g_assert_true (march_dossier_undo (dossier, &error));
  after = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (march_corpus_get_area_source (dossier->corpus)->title, ==, "The daily sheet");
}

/* A merge takes the land along with the batch. */
static void
test_merge (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  add (dossier, MARCH_MISSING_CARRIED);
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_ASK, NULL, &error));
  g_assert_no_error (error);
  assert_land (dossier->corpus, MARCH_MISSING_CARRIED);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 0);
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  assert_land (dossier->corpus, MARCH_MISSING_CARRIED);
}

/* What a file holds is not trusted. */
static void
test_damaged (Document *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE piece SET until_day = from_day",
    "UPDATE piece SET geom = x'4750'",
    "UPDATE area_import SET holder_id = 999",
  };
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  add (dossier, MARCH_MISSING_CARRIED);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  g_clear_object (&dossier);
  document_assert_damages (fixture, "piece", damages, G_N_ELEMENTS (damages));
}

/* A reading is an edit like any other, and says when. */
static void
test_reading (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  const MarchAssertion *read;

  g_assert_false (march_dossier_set_reading (dossier, FIXTURE_CONTROL, FIXTURE_VELMARK, 0,
                                             "some day", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (march_dossier_set_reading (dossier, FIXTURE_CONTROL, FIXTURE_VELMARK,
                                            FIXTURE_TARVIA, "2030/2031", &error));
  g_assert_no_error (error);
  read = march_corpus_get_assertion (dossier->corpus, FIXTURE_CONTROL);
  g_assert_cmpint (read->read_holder->id, ==, FIXTURE_VELMARK);
  g_assert_cmpint (read->read_place->id, ==, FIXTURE_TARVIA);
  g_assert_cmpstr (read->read_period, ==, "2030/2031");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_null (march_corpus_get_assertion (dossier->corpus, FIXTURE_CONTROL)->read_holder);
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_true (march_dossier_set_reading (dossier, FIXTURE_CONTROL, 0, 0, "", &error));
  read = march_corpus_get_assertion (dossier->corpus, FIXTURE_CONTROL);
  g_assert_null (read->read_holder);
  g_assert_null (read->read_place);
  g_assert_cmpstr (read->read_period, ==, "");
}

/* As tests/data/version-N.gpkg.gz was written by that version. */
static char *
unpack_version (const char *folder, guint version)
{
  g_autofree char *name = g_strdup_printf ("version-%u.gpkg", version);
  g_autofree char *packed_name = g_strconcat (name, ".gz", NULL);
  g_autofree char *packed = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data",
                                              packed_name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  GError *error = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (from, NULL, &error);
  g_autoptr (GFileOutputStream)
      output = g_file_create (to, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr (GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream)
      plain = g_converter_input_stream_new (G_INPUT_STREAM (input), G_CONVERTER (unzip));

  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (output), plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
  return path;
}

static gint64
read_version (const char *path)
{
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_IMMUTABLE, NULL);
  gint64 version = 0;

  g_assert_true (march_schema_check (database, &version, NULL));
  return version;
}

/* Opening leaves it as it is; what is edited and saved is of this version. */
static void
test_upgrade (Document *fixture, gconstpointer data)
{
  const guint version = GPOINTER_TO_UINT (data);
  g_autofree char *path = unpack_version (fixture->folder, version);
  g_autofree char *before = fixture_file_hash (path);
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = NULL;
  MarchAreaBatch *batch = make_batch (MARCH_MISSING_CARRIED);
  const MarchActor *velmark;
  GError           *error = NULL;

  g_assert_cmpint (read_version (path), ==, version);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  after = fixture_file_hash (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark");
  g_assert_cmpuint (march_corpus_get_assertions (dossier->corpus)->len, >, 30);
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 0);

  velmark = march_corpus_find_actor (dossier->corpus, "Velmark", NULL);
  batch->holder = velmark->id;
  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                           &error));
  g_assert_no_error (error);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  g_assert_cmpint (read_version (path), ==, MARCH_SCHEMA_VERSION);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_corpus_get_area_imports (dossier->corpus)->len, ==, 1);
}

/* An upgraded file has the tables and the entries of a new one. */
static void
test_upgrade_is_whole (Document *fixture, gconstpointer data)
{
  static const char *const accounts[] = {
    "SELECT group_concat (name || ' ' || type, char (10)) FROM (SELECT name, type FROM "
    "sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name, type)",
    "SELECT group_concat (table_name || ' ' || data_type, char (10)) FROM (SELECT * FROM "
    "gpkg_contents ORDER BY table_name)",
    "SELECT group_concat (table_name || ' ' || extension_name, char (10)) FROM (SELECT * FROM "
    "gpkg_extensions ORDER BY table_name, extension_name)",
    "SELECT group_concat (table_name, char (10)) FROM (SELECT * FROM gpkg_geometry_columns ORDER "
    "BY table_name)",
  };
  const guint version = GPOINTER_TO_UINT (data);
  g_autofree char *path = unpack_version (fixture->folder, version);
  g_autoptr (MarchDatabase) upgraded = march_database_open (path, MARCH_ACCESS_WRITE, NULL);
  g_autoptr (MarchDatabase)
      fresh = march_database_open (fixture->path, MARCH_ACCESS_IMMUTABLE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (march_schema_upgrade (upgraded, &error));
  g_assert_true (march_schema_upgrade (upgraded, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autofree char *one = march_sqlite_select_text (upgraded->handle, accounts[i], NULL);
      g_autofree char *other = march_sqlite_select_text (fresh->handle, accounts[i], NULL);

      g_assert_cmpstr (one, ==, other);
    }
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/areas/add/carried", GUINT_TO_POINTER (MARCH_MISSING_CARRIED), test_add);
  DOCUMENT_ADD ("/areas/add/open", GUINT_TO_POINTER (MARCH_MISSING_OPEN), test_add);
  DOCUMENT_ADD ("/areas/undo", NULL, test_undo);
  DOCUMENT_ADD ("/areas/cancel", NULL, test_cancel);
  DOCUMENT_ADD ("/areas/refused", NULL, test_refused);
  DOCUMENT_ADD ("/areas/two-sources", NULL, test_two_sources);
  DOCUMENT_ADD ("/areas/merge", NULL, test_merge);
  DOCUMENT_ADD ("/areas/damaged", NULL, test_damaged);
  DOCUMENT_ADD ("/areas/reading", NULL, test_reading);
  DOCUMENT_ADD ("/areas/upgrade/1", GUINT_TO_POINTER (1), test_upgrade);
  DOCUMENT_ADD ("/areas/upgrade/2", GUINT_TO_POINTER (2), test_upgrade);
  DOCUMENT_ADD ("/areas/upgrade/3", GUINT_TO_POINTER (3), test_upgrade);
  DOCUMENT_ADD ("/areas/upgrade/1/whole", GUINT_TO_POINTER (1), test_upgrade_is_whole);
  DOCUMENT_ADD ("/areas/upgrade/2/whole", GUINT_TO_POINTER (2), test_upgrade_is_whole);
  DOCUMENT_ADD ("/areas/upgrade/3/whole", GUINT_TO_POINTER (3), test_upgrade_is_whole);
  return document_run ();
}
