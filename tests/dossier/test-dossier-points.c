/* test-dossier-points.c — imported points: brought in, undone, saved, merged, and damaged files */
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
#include "geo/march-mercator.h"

#define FIRST_DAY 20000
#define N_POINTS 40 /* more than a leaf of the tree has */

/* A row of points eastwards, one a day; each stays for two days, of which the file tells one. */
static MarchAreaBatch *
make_batch (void)
{
  MarchAreaBatch *batch = march_area_batch_new ();

  batch->source_title = g_strdup ("The daily list");
  batch->holder = FIXTURE_VELMARK;
  batch->basis = MARCH_BASIS_OWN;
  batch->dated = g_strdup ("the field “date”");
  batch->points = march_point_list_new ();
  for (guint i = 0; i < N_POINTS; i++)
    {
      MarchPointRow row = { .longitude = 12 + 0.1 * i, .latitude = 1.5, .from = FIRST_DAY + i,
                            .until = FIRST_DAY + i + 2, .told = FIRST_DAY + i + 1, .place = i + 2,
                            .file = "list.csv", .properties = "{\"a\":\"1\"}" };

      row.name = i % 2 == 0 ? "Tarvia mill" : NULL;
      if (i + 1 == N_POINTS)
        row.until = MARCH_DAY_MAX;
      g_array_append_val (batch->points->rows, row);
    }
  batch->points->first = FIRST_DAY;
  batch->points->last = FIRST_DAY + N_POINTS - 1;
  batch->points->n_days = N_POINTS;
  return batch;
}

static void
add (MarchDossier *dossier)
{
  GError *error = NULL;

  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (make_batch ()), NULL,
                                           NULL, &error));
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

static gboolean
sum_cb (const MarchPoint *point, gpointer sum)
{
  *(double *) sum += march_mercator_longitude (point->x / MARCH_POINT_STEPS);
  return TRUE;
}

/* The points of each day are those that were brought in. */
static void
assert_points (MarchCorpus *corpus)
{
  static const MarchPointBox world = { 0, 0, G_MAXUINT32, G_MAXUINT32 };
  GPtrArray              *imports = march_corpus_get_point_imports (corpus);
  const MarchDatedImport *import;

  g_assert_cmpuint (imports->len, ==, 1);
  import = g_ptr_array_index (imports, 0);
  g_assert_cmpstr (import->source->title, ==, "The daily list");
  g_assert_cmpint (import->holder->id, ==, FIXTURE_VELMARK);
  g_assert_cmpint (import->basis, ==, MARCH_BASIS_OWN);
  g_assert_cmpint (import->first, ==, FIRST_DAY);
  g_assert_cmpuint (march_points_get_n_points (import->points), ==, N_POINTS);
  for (int i = -1; i < N_POINTS + 3; i++)
    {
      double sum = 0, expected = 0;

      for (int k = MAX (i - 1, 0); k <= MIN (i, N_POINTS - 1); k++)
        expected += 12 + 0.1 * k;
      if (i > N_POINTS)
        expected = 12 + 0.1 * (N_POINTS - 1);
      march_points_visit (import->points, &world, FIRST_DAY + i, FIRST_DAY + i, sum_cb, &sum);
      g_assert_cmpfloat_with_epsilon (sum, expected, 1e-6);
    }
  /* Points are no land: nothing is coloured by them. */
  g_assert_null (march_corpus_get_area_source (corpus));
}

static gboolean
visit_point (const MarchPointRow *row, gpointer n_visited, GError **error)
{
  guint i = (*(guint *) n_visited)++;

  g_assert_cmpfloat (row->longitude, ==, 12 + 0.1 * i);
  g_assert_cmpint (row->from, ==, FIRST_DAY + i);
  g_assert_cmpint (row->told, ==, FIRST_DAY + i + 1);
  g_assert_cmpuint (row->place, ==, i + 2);
  g_assert_cmpstr (row->file, ==, "list.csv");
  g_assert_cmpstr (row->properties, ==, "{\"a\":\"1\"}");
  return TRUE;
}

static void
test_add (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  guint                   n_visited = 0;
  GError                 *error = NULL;
  gint64                  size = 0, id;

  add (dossier);
  assert_points (dossier->corpus);
  g_assert_cmpstr (dossier->undo.undo_label, ==, "Import points of “The daily list”");
  g_assert_true (march_sqlite_select_integer (dossier->copy->database->handle,
                                              "SELECT length (changeset) FROM undo.step", &size,
                                              NULL));
  g_assert_cmpint (size, <, 2000); /* nothing of the points */
  g_assert_cmpint (count (dossier, "rtree_point_geom"), ==, N_POINTS);
  id = ((MarchDatedImport *) march_corpus_get_point_imports (dossier->corpus)->pdata[0])->id;
  g_assert_true (march_dossier_visit_points (dossier, id, visit_point, &n_visited, &error));
  g_assert_cmpuint (n_visited, ==, N_POINTS);

  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  assert_points (dossier->corpus);
}

/* Checksum, do, undo, checksum, redo, checksum; and what is undone is not saved. */
static void
test_undo (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *before = NULL, *undone = NULL, *done = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (march_dossier_make_editable (dossier, &error));
  before = fixture_checksum (dossier->copy->database);
  add (dossier);
  done = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (before, !=, done);
  g_assert_true (march_dossier_undo (dossier, &error));
  undone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (before, ==, undone);
  g_assert_cmpuint (march_corpus_get_point_imports (dossier->corpus)->len, ==, 0);
  g_assert_true (march_dossier_redo (dossier, &error));
  redone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (done, ==, redone);
  assert_points (dossier->corpus);

  g_assert_true (march_dossier_undo (dossier, &error));
  document_set_title (dossier, "Otherwise");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_true (march_dossier_make_editable (dossier, &error));
  g_assert_cmpint (count (dossier, "point"), ==, 0);
  g_assert_cmpint (count (dossier, "rtree_point_geom"), ==, 0);
}

/* Undone, saved without the points and opened again, they can't be had back, which is told. */
static void
test_gone (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  add (dossier);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_true (march_dossier_make_editable (dossier, &error));
  g_assert_false (march_dossier_redo (dossier, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "points are no longer there"));
  g_assert_cmpuint (march_corpus_get_point_imports (dossier->corpus)->len, ==, 0);
}

static void
cancel_cb (double fraction, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Cancelled when the first points are written: as if nothing had been begun. */
static void
test_cancel (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DocumentOutcome outcome = { march_dossier_add_areas_finish };

  march_dossier_add_areas_async (dossier, march_area_batch_list (make_batch ()), cancel_cb,
                                 cancellable, cancellable, document_done_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_cmpuint (march_corpus_get_point_imports (dossier->corpus)->len, ==, 0);
  add (dossier);
  assert_points (dossier->corpus);
}

/* A merge takes the points along with the batch. */
static void
test_merge (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  add (dossier);
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_ASK, NULL, &error));
  g_assert_no_error (error);
  assert_points (dossier->corpus);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  assert_points (dossier->corpus);
}

/* What a file holds is not trusted. */
static void
test_damaged (Document *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE point SET until_day = from_day",
    "UPDATE point SET geom = x'4750'",
    "UPDATE point SET geom = (SELECT geom FROM place WHERE id = 22)",
    "UPDATE point_import SET holder_id = 999",
  };
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  add (dossier);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  g_clear_object (&dossier);
  document_assert_damages (fixture, "point", damages, G_N_ELEMENTS (damages));
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier-points/add", NULL, test_add);
  DOCUMENT_ADD ("/dossier-points/undo", NULL, test_undo);
  DOCUMENT_ADD ("/dossier-points/gone", NULL, test_gone);
  DOCUMENT_ADD ("/dossier-points/cancel", NULL, test_cancel);
  DOCUMENT_ADD ("/dossier-points/merge", NULL, test_merge);
  DOCUMENT_ADD ("/dossier-points/damaged", NULL, test_damaged);
  return document_run ();
}
