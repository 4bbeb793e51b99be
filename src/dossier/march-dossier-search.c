/* march-dossier-search.c — searches a dossier as it is now, unsaved edits included */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

/* Whatever happens to the dossier meanwhile, the other thread knows where to look. */
typedef struct
{
  MarchSearchFile  *file; /* NULL in a working copy, whose index the edits keep in step */
  char             *path;
  MarchAccess       access;
  MarchSearchQuery  query;
  char             *text;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->file, march_search_file_unref);
  g_clear_pointer (&job->query.filter, march_search_filter_unref);
  g_free (job->path);
  g_free (job->text);
  g_free (job);
}

static MarchSearch *
open_search (Job *job, GError **error)
{
  MarchAccess      access = job->access;
  g_autofree char *path = job->file == NULL
                              ? g_strdup (job->path)
                              : march_search_file_find (job->file, job->path, &access, error);

  return path != NULL ? march_search_new (path, access, error) : NULL;
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job                    *job = data;
  GError                 *error = NULL;
  g_autoptr (MarchSearch) search = open_search (job, &error);
  MarchSearchResults     *results = NULL;

  if (search != NULL)
    results = march_search_run (search, &job->query, cancellable, &error);
  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) march_search_results_free);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_search_async:
 * @self: one that is not closed
 * @query: copied
 *
 * As march_search_run(), on another thread and a connection opened for it, in the working copy or
 * in the file as it was opened. The dossier is not busy meanwhile and may be edited or closed. A
 * hit may be of a record that is not in the corpus: of one that was deleted since, or if another
 * program has replaced the file. The search for what is no longer typed should be cancelled before
 * the next.
 */
void
march_dossier_search_async (MarchDossier           *self,
                            const MarchSearchQuery *query,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  g_assert (self->copy != NULL || self->original != NULL);
  if (self->copy != NULL)
    {
      job->path = g_strdup (march_database_get_path (self->copy->database));
      job->access = MARCH_ACCESS_READ;
    }
  else
    {
      job->file = march_search_file_ref (self->search_file);
      job->path = g_strdup (march_original_get_path (self->original));
      job->access = march_original_get_access (self->original);
    }
  job->query = *query;
  job->query.text = job->text = g_strdup (query->text);
  if (query->filter != NULL)
    march_search_filter_ref (query->filter);
  g_task_set_source_tag (task, march_dossier_search_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, search_in_thread);
}

MarchSearchResults *
march_dossier_search_finish (MarchDossier  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
