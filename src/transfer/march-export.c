/* march-export.c — what is to be written where, and its writing on another thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-export.h"

#include <gio/gio.h>
#include <string.h>

#include "base/march-whole-file.h"
#include "exchange/march-areas-export.h"

void
march_export_free (MarchExport *export)
{
  march_corpus_unref (export->corpus);
  g_free (export->title);
  g_free (export->path);
  g_free (export->language);
  g_free (export);
}

static void
written_cb (const char *path, double fraction, gpointer progress)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  march_progress_tell_name (fraction, name, progress);
}

static gboolean
write_map (MarchExport         *export,
           MarchPictureJob     *job,
           MarchProgress       *progress,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (MarchCompared) compared = NULL;

  if (export->kind == MARCH_EXPORT_SERIES)
    return march_picture_job_write_series (job, &export->question, &export->series, written_cb,
                                           progress, cancellable, error);
  snapshot = march_snapshot_new (export->corpus, &export->question);
  if (job->compares)
    {
      compared = march_picture_job_compare (job, snapshot, cancellable, error);
      if (compared == NULL)
        return FALSE;
      job->picture.compared = compared;
    }
  return march_picture_job_write (job, snapshot, export->path, cancellable, error);
}

static gboolean
write_picture (MarchExport   *export,
               MarchProgress *progress,
               GCancellable  *cancellable,
               GError       **error)
{
  MarchPictureJob job = export->job;
  gboolean        good;

  job.painter = march_painter_new (export->corpus);
  job.picture.title = export->title;
  if (job.picture.view != NULL)
    job.picture.view = &export->view;
  export->series.folder = export->path;
  good = write_map (export, &job, progress, cancellable, error);
  march_painter_unref (job.painter);
  return good;
}

static gboolean
write_data (MarchExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (export->corpus, &export->question);
  g_autofree char *text = export->kind == MARCH_EXPORT_TABLE
                              ? march_areas_export_table (snapshot, export->language, cancellable,
                                                          error)
                              : march_areas_export_geojson (snapshot, NULL, error);

  return text != NULL && march_whole_file_write (export->path, text, strlen (text), error);
}

/**
 * march_export_write:
 *
 * Any thread. A file is whole or not there; of a series that is cancelled the pictures that were
 * finished stay.
 */
gboolean
march_export_write (MarchExport   *export,
                    MarchProgress *progress,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (export->kind == MARCH_EXPORT_MAP || export->kind == MARCH_EXPORT_SERIES)
    return write_picture (export, progress, cancellable, error);
  return write_data (export, cancellable, error);
}

typedef struct
{
  MarchExport   *export;
  MarchProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_export_free (job->export);
  march_progress_unref (job->progress);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;

  if (march_export_write (job->export, job->progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** march_export_write_async: @export: (transfer full); on another thread */
void
march_export_write_async (MarchExport        *export,
                          MarchProgress      *progress,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ export, march_progress_ref (progress) };
  g_task_set_source_tag (task, march_export_write_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
march_export_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
