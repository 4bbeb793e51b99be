/* march-dossier-areas.c — brings dated control areas into a dossier, a batch at a time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-areas.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/march-json.h"
#include "base/march-error.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"
#include "dossier/march-imports-private.h"
#include "geo/march-geometry-pack.h"
#include "geo/march-gpkg-blob.h"

/**
 * march_area_batch_new:
 *
 * Returns: (transfer full): a batch without features, of no day
 */
MarchAreaBatch *
march_area_batch_new (void)
{
  MarchAreaBatch *batch = g_new0 (MarchAreaBatch, 1);

  batch->features = g_ptr_array_new_with_free_func ((GDestroyNotify) march_area_feature_free);
  return batch;
}

/**
 * march_area_batch_list:
 * @batch: (transfer full)
 *
 * Returns: (transfer full) (element-type MarchAreaBatch): a list of it alone
 */
GPtrArray *
march_area_batch_list (MarchAreaBatch *batch)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) march_area_batch_free);

  g_ptr_array_add (list, batch);
  return list;
}

void
march_area_batch_free (MarchAreaBatch *batch)
{
  g_free (batch->source_title);
  g_free (batch->publisher);
  g_free (batch->address);
  g_free (batch->dated);
  g_free (batch->note);
  g_clear_pointer (&batch->holdings, march_holdings_unref);
  g_clear_pointer (&batch->points, march_point_list_free);
  g_ptr_array_unref (batch->features);
  g_free (batch);
}

void
march_area_feature_free (MarchAreaFeature *feature)
{
  g_free (feature->file);
  g_free (feature->name);
  g_free (feature->properties);
  g_free (feature->repaired);
  g_clear_pointer (&feature->original, march_geometry_unref);
  g_free (feature);
}

typedef struct
{
  GPtrArray        *batches;
  guint             n_rows;   /* pieces and points of all */
  guint             n_done;   /* of what was written before */
  guint             n_now;    /* of what is being written */
  MarchAreaProgress progress;
  gpointer          progress_data;
  MarchWorkingCopy *copy;   /* made for this, as there was none */
  MarchCorpus      *corpus; /* with the areas */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->batches);
  g_clear_pointer (&job->copy, march_working_copy_leave);
  g_clear_pointer (&job->corpus, march_corpus_unref);
  g_free (job);
}

static void
give_up (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->copy, march_working_copy_leave);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static char *
make_csl (const MarchAreaBatch *batch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "type", "dataset");
  add_member (builder, "title", batch->source_title);
  add_member (builder, "publisher", batch->publisher);
  add_member (builder, "URL", batch->address);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return march_json_write (root);
}

static const MarchSource *
find_source (MarchCorpus *corpus, const char *title)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->title, title))
        return source;
    }
  return NULL;
}

/* The id of the source, which is added if nobody knows it; 0 with an error. */
static gint64
need_source (MarchDossier *self, MarchEdit *edit, const MarchAreaBatch *batch, GError **error)
{
  const MarchSource *known;
  char               grade[] = { batch->grade, '\0' };
  g_autoptr (MarchRow) row = march_row_new ();
  g_autofree char *csl = NULL;

  if (batch->source != 0)
    return batch->source;
  known = find_source (self->corpus, batch->source_title);
  if (known != NULL)
    return known->id;
  csl = make_csl (batch);
  march_row_set_text (row, "title", batch->source_title);
  march_row_set_text (row, "csl", csl);
  march_row_set_text (row, "inferred", "date");
  if (batch->grade != 0)
    march_row_set_text (row, "grade", grade);
  return march_edit_insert (edit, "source", 0, row, error);
}

/* What an import of either kind has; free with march_row_free(). */
static MarchRow *
make_row (const MarchAreaBatch *batch, gint64 source, MarchDay first, MarchDay last, guint n_days)
{
  MarchRow *row = march_row_new ();

  march_row_set_id (row, "source_id", source);
  march_row_set_id (row, "holder_id", batch->holder);
  march_row_set_text (row, "basis", batch->basis == MARCH_BASIS_OWN ? "own" : "independent");
  march_row_set_text (row, "missing", batch->carried ? "carried" : "open");
  march_row_set_text (row, "dated", batch->dated != NULL ? batch->dated : "");
  march_row_set_text (row, "note", batch->note != NULL ? batch->note : "");
  march_row_set_integer (row, "first_day", first);
  march_row_set_integer (row, "last_day", last);
  march_row_set_integer (row, "n_days", n_days);
  return row;
}

static gint64
insert_areas (MarchEdit *edit, const MarchAreaBatch *batch, gint64 source, GError **error)
{
  g_autoptr (MarchRow) row = make_row (batch, source, batch->first, batch->last, batch->n_days);

  march_row_set_integer (row, "n_pieces", march_holdings_get_n_pieces (batch->holdings));
  return march_edit_insert (edit, "area_import", 0, row, error);
}

static gint64
insert_points (MarchEdit *edit, const MarchAreaBatch *batch, gint64 source, GError **error)
{
  const MarchPointList *points = batch->points;
  g_autoptr (MarchRow) row = make_row (batch, source, points->first, points->last, points->n_days);

  march_row_set_integer (row, "n_points", points->rows->len);
  return march_edit_insert (edit, "point_import", 0, row, error);
}

static char *
make_label (MarchDossier *self, GPtrArray *batches)
{
  const MarchAreaBatch *batch = g_ptr_array_index (batches, 0);
  const MarchSource    *source = batch->source != 0
                                     ? march_corpus_get_source (self->corpus, batch->source)
                                     : NULL;
  const char           *title = source != NULL ? source->title : batch->source_title;

  for (guint i = 0; i < batches->len; i++)
    if (((const MarchAreaBatch *) g_ptr_array_index (batches, i))->holdings != NULL)
      /* Translators: an entry of the undo command and the history; %s is a source. */
      return g_strdup_printf (_ ("Import areas of “%s”"), title);
  /* Translators: an entry of the undo command and the history; %s is a source. */
  return g_strdup_printf (_ ("Import points of “%s”"), title);
}

static MarchWorkingCopy *
need_copy (MarchDossier *self, Job *job, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);

  if (self->copy != NULL)
    return self->copy;
  job->copy = march_working_copy_make (self->original, facts->uuid, facts->title, error);
  return job->copy;
}

static void
tell (double fraction, gpointer data)
{
  Job *job = data;

  if (job->progress != NULL)
    job->progress ((job->n_done + fraction * job->n_now) / MAX (job->n_rows, 1),
                   job->progress_data);
}

static void
begin_rows (Job *job, guint n)
{
  job->n_done += job->n_now;
  job->n_now = n;
}

static gboolean
write_areas (MarchWorkingCopy     *copy,
             MarchEdit            *edit,
             Job                  *job,
             const MarchAreaBatch *batch,
             gint64                source,
             GCancellable         *cancellable,
             GError              **error)
{
  const MarchImportWatch watch = { tell, job, cancellable };
  gint64                 id = insert_areas (edit, batch, source, error);

  begin_rows (job, march_holdings_get_n_pieces (batch->holdings));
  return id != 0 && march_areas_write (copy->database, id, batch, &watch, error);
}

static gboolean
write_points (MarchWorkingCopy     *copy,
              MarchEdit            *edit,
              Job                  *job,
              const MarchAreaBatch *batch,
              gint64                source,
              GCancellable         *cancellable,
              GError              **error)
{
  const MarchImportWatch watch = { tell, job, cancellable };
  gint64                 id = insert_points (edit, batch, source, error);

  begin_rows (job, batch->points->rows->len);
  return id != 0 && march_points_write (copy->database, id, batch->points, &watch, error);
}

/* @source is that of the batch before, which one of the same title shares. */
static gboolean
write_batch (MarchDossier         *self,
             MarchWorkingCopy     *copy,
             MarchEdit            *edit,
             Job                  *job,
             const MarchAreaBatch *before,
             const MarchAreaBatch *batch,
             gint64               *source,
             GCancellable         *cancellable,
             GError              **error)
{
  if (batch->source != 0 || before == NULL || before->source != 0
      || g_strcmp0 (before->source_title, batch->source_title) != 0)
    *source = need_source (self, edit, batch, error);
  return *source != 0
         && (batch->holdings == NULL
             || write_areas (copy, edit, job, batch, *source, cancellable, error))
         && (batch->points == NULL
             || write_points (copy, edit, job, batch, *source, cancellable, error));
}

static gboolean
write_batches (MarchDossier     *self,
               MarchWorkingCopy *copy,
               MarchEdit        *edit,
               Job              *job,
               GCancellable     *cancellable,
               GError          **error)
{
  const MarchAreaBatch *before = NULL;
  gint64                source = 0;

  for (guint i = 0; i < job->batches->len; i++)
    {
      const MarchAreaBatch *batch = g_ptr_array_index (job->batches, i);

      if (!write_batch (self, copy, edit, job, before, batch, &source, cancellable, error))
        return FALSE;
      before = batch;
    }
  return TRUE;
}

/* One transaction: cancelled or failed, it has not happened. */
static gboolean
add_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job              *job = data;
  MarchWorkingCopy *copy = need_copy (self, job, error);
  g_autofree char  *label = make_label (self, job->batches);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchEdit) edit = NULL;

  edit = copy != NULL ? march_edit_begin (copy->database, label, self->who, error) : NULL;
  if (edit == NULL || !write_batches (self, copy, edit, job, cancellable, error))
    return FALSE;
  job->corpus = march_corpus_load (copy->database, warnings, error);
  return job->corpus != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         march_edit_commit (edit, error);
}

static gboolean
add_settle (MarchDossier *self, gpointer data, GError **error)
{
  Job *job = data;

  if (job->copy != NULL)
    march_dossier_take_copy (self, g_steal_pointer (&job->copy));
  if (!march_dossier_read_undo (self, error))
    return FALSE;
  march_dossier_take_corpus (self, g_steal_pointer (&job->corpus));
  return TRUE;
}

static const MarchDossierTask add_task = { add_work, add_settle, give_up, free_job };

/* What the tables' own rules would say less plainly. */
static gboolean
check_batch (MarchDossier *self, const MarchAreaBatch *batch, GError **error)
{
  if (march_corpus_get_actor (self->corpus, batch->holder) == NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                           _ ("The dossier has no such actor. Say who holds the areas."));
      return FALSE;
    }
  if (batch->source != 0 ? march_corpus_get_source (self->corpus, batch->source) != NULL
                         : batch->source_title != NULL && *batch->source_title != '\0')
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       _ ("Areas need a source. Say who publishes them."));
  return FALSE;
}

static gboolean
check_batches (MarchDossier *self, GPtrArray *batches, GError **error)
{
  for (guint i = 0; i < batches->len; i++)
    if (!check_batch (self, g_ptr_array_index (batches, i), error))
      return FALSE;
  return TRUE;
}

static Job *
make_job (GPtrArray *batches, MarchAreaProgress progress, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .batches = batches, .progress = progress, .progress_data = data };
  for (guint i = 0; i < batches->len; i++)
    {
      const MarchAreaBatch *batch = g_ptr_array_index (batches, i);

      if (batch->holdings != NULL)
        job->n_rows += march_holdings_get_n_pieces (batch->holdings);
      if (batch->points != NULL)
        job->n_rows += batch->points->rows->len;
    }
  return job;
}

/**
 * march_dossier_add_areas:
 * @batches: (transfer full) (element-type MarchAreaBatch): at least one
 * @progress: (nullable) (scope call)
 *
 * Brings dated areas and points in, those of several holders at once: one edit, one undo step,
 * which deletes the batches' rows only and so is small. A window calls
 * march_dossier_add_areas_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND, %MARCH_ERROR_BAD_INPUT, %MARCH_ERROR_NO_SPACE or
 * another #MarchError; the dossier is as it was then
 */
gboolean
march_dossier_add_areas (MarchDossier     *self,
                         GPtrArray        *batches,
                         MarchAreaProgress progress,
                         gpointer          progress_data,
                         GError          **error)
{
  Job     *job = make_job (batches, progress, progress_data);
  gboolean good = check_batches (self, batches, error) &&
                  march_dossier_task_run (self, &add_task, job, error);

  free_job (job);
  return good;
}

/**
 * march_dossier_add_areas_async:
 * @batches: (transfer full) (element-type MarchAreaBatch): at least one
 * @progress: (nullable) (scope async): called on another thread
 *
 * As march_dossier_add_areas(), on another thread. The dossier is busy meanwhile. Cancelled, it is
 * as it was.
 */
void
march_dossier_add_areas_async (MarchDossier       *self,
                               GPtrArray          *batches,
                               MarchAreaProgress   progress,
                               gpointer            progress_data,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Job    *job = make_job (batches, progress, progress_data);
  GError *error = NULL;

  if (check_batches (self, batches, &error))
    {
      march_dossier_task_run_async (self, &add_task, job, march_dossier_add_areas_async,
                                    cancellable, callback, user_data);
      return;
    }
  free_job (job);
  g_task_report_error (self, callback, user_data, march_dossier_add_areas_async, error);
}

gboolean
march_dossier_add_areas_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}

/* Older files have GeoPackage binary. */
static gboolean
read_original (sqlite3_stmt *statement, MarchPack *pack, MarchGeometry **original, GError **error)
{
  const guint8 *blob = sqlite3_column_blob (statement, 7);
  gsize         length = (gsize) sqlite3_column_bytes (statement, 7);
  int           srs;

  if (blob == NULL)
    return TRUE;
  *original = march_pack_is (blob, length) ? march_pack_read (pack, blob, length, error)
                                           : march_gpkg_blob_read (blob, length, &srs, error);
  return *original != NULL;
}

static MarchAreaFeature *
read_feature (sqlite3_stmt *statement)
{
  MarchAreaFeature *feature = g_new0 (MarchAreaFeature, 1);

  feature->file = g_strdup (march_statement_get_text (statement, 0));
  feature->place = (guint) sqlite3_column_int64 (statement, 1);
  feature->name = g_strdup (march_statement_get_text (statement, 2));
  feature->from = march_import_row_get_from (statement, 3);
  feature->until = march_import_row_get_until (statement, 4);
  feature->properties = g_strdup (march_statement_get_text (statement, 5));
  feature->repaired = g_strdup (march_statement_get_text (statement, 6));
  return feature;
}

/* Whom a visit shows the features to. */
typedef struct
{
  MarchPack           *pack;
  MarchAreaFeatureFunc visit;
  gpointer             data;
} Visitor;

static gboolean
visit_row (sqlite3_stmt *statement, gpointer data, GError **error)
{
  const Visitor    *visitor = data;
  MarchAreaFeature *feature = read_feature (statement);
  gboolean          good = read_original (statement, visitor->pack, &feature->original, error)
                           && visitor->visit (feature, visitor->data, error);

  march_area_feature_free (feature);
  return good;
}

/**
 * march_dossier_visit_area_features:
 * @import_id: of a #MarchDatedImport
 * @visit: (scope call)
 *
 * Visits what the files of an import had, in the order in which it came. On a connection of its
 * own, also while the dossier is busy.
 *
 * Returns: %FALSE with an error of @visit or a #MarchError
 */
gboolean
march_dossier_visit_area_features (MarchDossier        *self,
                                   gint64               import_id,
                                   MarchAreaFeatureFunc visit,
                                   gpointer             user_data,
                                   GError             **error)
{
  g_autoptr (MarchPack) pack = march_pack_new ();

  return march_import_rows_visit (self,
                                  "SELECT file, place, name, from_day, until_day, properties, "
                                  "repaired, original FROM import_feature WHERE import_id = ?1 "
                                  "ORDER BY id",
                                  import_id, visit_row, &(Visitor){ pack, visit, user_data },
                                  error);
}
