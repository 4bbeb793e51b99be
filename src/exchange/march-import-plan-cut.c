/* march-import-plan-cut.c — the areas of a plan cut into pieces, holder by holder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-plan.h"

#include <glib/gi18n.h>

/* What becomes one batch: what an actor holds on one word. */
typedef struct
{
  gint64     holder;
  MarchBasis basis;
} Side;

/* The batches in the making. */
typedef struct
{
  MarchImportPlan   *plan;
  GArray            *sides;   /* of Side */
  guint              n_done;  /* of them */
  MarchAreaProgress  progress;
  gpointer           progress_data;
  GPtrArray         *batches;
  MarchImportReport *report;
  GError            *refusal; /* (nullable): why the first of those without a batch has none */
} Work;

static gboolean
is_of_side (MarchImportPlan *plan, const MarchPlanValue *value, const Side *side)
{
  return value != NULL && value->holder == side->holder
         && march_import_plan_get_basis (plan, value) == side->basis;
}

static GArray *
list_sides (MarchImportPlan *plan)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (guint i = 0; i < plan->values->len; i++)
    {
      const MarchPlanValue *value = g_ptr_array_index (plan->values, i);
      const Side            side = { value->holder, march_import_plan_get_basis (plan, value) };
      gboolean              known = value->holder == 0;

      for (guint j = 0; j < sides->len; j++)
        known = known || is_of_side (plan, value, &g_array_index (sides, Side, j));
      if (!known)
        g_array_append_val (sides, side);
    }
  return sides;
}

static GPtrArray *
list_features (MarchImportPlan *plan, const Side *side)
{
  GPtrArray *features = g_ptr_array_new ();

  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);

      if (is_of_side (plan, march_import_plan_get_value (plan, feature), side))
        g_ptr_array_add (features, (gpointer) feature);
    }
  return features;
}

/* A file of a day tells of all whom its series tells of: whose areas are missing in it holds no
 * land that day. */
static GArray *
list_days (MarchImportPlan *plan, GPtrArray *features)
{
  g_autoptr (GHashTable) series = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  for (guint i = 0; i < features->len; i++)
    {
      const MarchLayerFeature *feature = g_ptr_array_index (features, i);

      g_hash_table_add (series, march_layer_get_file (plan->layer, feature->file)->series);
    }
  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);

      if (feature->dates.origin == MARCH_DATED_BY_FILE_NAME
          && g_hash_table_contains (series,
                                    march_layer_get_file (plan->layer, feature->file)->series))
        g_array_append_val (days, feature->dates.from);
    }
  return days;
}

static void
tell (double fraction, gpointer data)
{
  Work *work = data;

  if (work->progress != NULL)
    work->progress ((work->n_done + fraction) / work->sides->len, work->progress_data);
}

static MarchImport *
make_import (MarchImportPlan *plan, const Side *side)
{
  MarchImport *import = march_import_new (plan->layer);

  import->source = plan->source;
  import->source_title = g_strdup (plan->title);
  import->publisher = g_strdup (plan->publisher);
  import->address = g_strdup (plan->address);
  import->grade = plan->grade;
  import->holder = side->holder;
  import->basis = side->basis;
  import->missing = plan->missing;
  import->points = plan->points;
  import->dated = march_date_choice_describe (march_import_plan_get_choice (plan));
  import->features = list_features (plan, side);
  import->days = list_days (plan, import->features);
  return import;
}

static void
take_report (Work *work, MarchImportReport *part)
{
  MarchImportReport *whole = work->report;
  GHashTableIter     iter;
  gpointer           day;

  g_hash_table_iter_init (&iter, part->days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    g_hash_table_add (whole->days, day);
  whole->n_features += part->n_features;
  whole->n_points += part->n_points;
  whole->n_repaired += part->n_repaired;
  whole->n_skipped += part->n_skipped;
  whole->n_pieces += part->n_pieces;
  while (part->notes->len > 0)
    g_ptr_array_add (whole->notes, g_ptr_array_steal_index (part->notes, 0));
  march_import_report_free (part);
}

/* Whether there is anything with a date; a holder of whom the files tell nothing is no batch. */
static gboolean
has_anything (MarchImportPlan *plan, GPtrArray *features)
{
  for (guint i = 0; i < features->len; i++)
    if (march_import_takes (g_ptr_array_index (features, i), plan->points, NULL))
      return TRUE;
  return FALSE;
}

/* A holder whose areas are all unusable is told of, and keeps no other out. */
static gboolean
pass_over (Work *work, MarchImportReport *report, GError *why, GError **error)
{
  if (report == NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  take_report (work, report);
  if (work->refusal == NULL)
    work->refusal = why;
  else
    g_error_free (why);
  return TRUE;
}

static gboolean
cut_side (Work *work, const Side *side, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchImport) import = make_import (work->plan, side);
  MarchImportReport *report = NULL;
  MarchAreaBatch    *batch;
  GError            *why = NULL;

  if (!has_anything (work->plan, import->features))
    return TRUE;
  batch = march_import_cut (import, tell, work, cancellable, &report, &why);
  if (batch == NULL)
    return pass_over (work, report, why, error);
  g_ptr_array_add (work->batches, batch);
  take_report (work, report);
  return TRUE;
}

static void
tell_left_out (Work *work)
{
  MarchLayer *layer = work->plan->layer;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i);

      if (march_import_plan_get_holder (work->plan, feature) != 0)
        continue;
      work->report->n_skipped++;
      if (!feature->dates.told)
        march_import_report_note (work->report, MARCH_NOTE_SKIPPED,
                                  march_import_describe (layer, feature,
                                                         _("It is left out, as was asked for.")));
    }
}

static void
tell_doubles (Work *work)
{
  g_autoptr (GPtrArray) doubles = march_import_plan_list_doubles (work->plan);

  for (guint i = 0; i < doubles->len; i++)
    march_import_report_note (work->report, MARCH_NOTE_TOLD, g_strdup (doubles->pdata[i]));
}

/* A day on which a file only tells that someone is gone isn't one that has data. */
static void
keep_days_of_features (Work *work)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       day;

  for (guint i = 0; i < march_layer_get_n_features (work->plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (work->plan->layer, i);

      if (march_import_takes (feature, work->plan->points, NULL)
          && march_import_plan_get_holder (work->plan, feature) != 0)
        g_hash_table_add (days, GINT_TO_POINTER ((int) feature->dates.from));
    }
  g_hash_table_iter_init (&iter, work->report->days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    if (!g_hash_table_contains (days, day))
      g_hash_table_iter_remove (&iter);
}

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->sides, g_array_unref);
  g_clear_pointer (&work->batches, g_ptr_array_unref);
  g_clear_pointer (&work->report, march_import_report_free);
  g_clear_error (&work->refusal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/**
 * march_import_plan_cut:
 * @plan: one that march_import_plan_check() lets pass
 * @progress: (nullable) (scope call)
 * @report: (out) (optional): of all holders together
 *
 * Cuts the areas and lists the points of every holder, as march_import_cut() does. Neither reads
 * nor changes a dossier.
 *
 * Returns: (transfer full) (element-type MarchAreaBatch): for march_dossier_add_areas(); %NULL with
 * %MARCH_ERROR_BAD_INPUT or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
march_import_plan_cut (MarchImportPlan    *plan,
                       MarchAreaProgress   progress,
                       gpointer            progress_data,
                       GCancellable       *cancellable,
                       MarchImportReport **report,
                       GError            **error)
{
  g_auto (Work) work = { .plan = plan, .progress = progress, .progress_data = progress_data };

  work.sides = list_sides (plan);
  work.batches = g_ptr_array_new_with_free_func ((GDestroyNotify) march_area_batch_free);
  work.report = march_import_report_new ();
  if (!march_import_plan_check (plan, error))
    return NULL;
  tell_doubles (&work);
  for (; work.n_done < work.sides->len; work.n_done++)
    if (!cut_side (&work, &g_array_index (work.sides, Side, work.n_done), cancellable, error))
      return NULL;
  if (work.batches->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&work.refusal));
      return NULL;
    }
  tell_left_out (&work);
  work.report->n_skipped += march_layer_count_unread (plan->layer);
  keep_days_of_features (&work);
  if (report != NULL)
    *report = g_steal_pointer (&work.report);
  return g_steal_pointer (&work.batches);
}

typedef struct
{
  MarchImportPlan   *plan;
  MarchAreaProgress  progress;
  gpointer           progress_data;
  MarchImportReport *report;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->report, march_import_report_free);
  g_free (job);
}

static void
cut_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job       *job = data;
  GError    *error = NULL;
  GPtrArray *batches = march_import_plan_cut (job->plan, job->progress, job->progress_data,
                                              cancellable, &job->report, &error);

  if (batches != NULL)
    g_task_return_pointer (task, batches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * march_import_plan_cut_async:
 * @plan: nobody else may use it or its layer until @callback is called; kept by the caller
 * @progress: (nullable) (scope async): called on another thread
 *
 * As march_import_plan_cut(), on another thread.
 */
void
march_import_plan_cut_async (MarchImportPlan    *plan,
                             MarchAreaProgress   progress,
                             gpointer            progress_data,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .plan = plan, .progress = progress, .progress_data = progress_data };
  g_task_set_source_tag (task, march_import_plan_cut_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, cut_in_thread);
}

GPtrArray *
march_import_plan_cut_finish (GAsyncResult *result, MarchImportReport **report, GError **error)
{
  Job       *job = g_task_get_task_data (G_TASK (result));
  GPtrArray *batches = g_task_propagate_pointer (G_TASK (result), error);

  if (report != NULL)
    *report = batches != NULL ? g_steal_pointer (&job->report) : NULL;
  return batches;
}
