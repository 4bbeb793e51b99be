/* march-dossier-task.c — what a dossier does on another thread, and waits for where it must */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-task.h"

#include "dossier/march-dossier-private.h"

typedef struct
{
  const MarchDossierTask *kind;
  gpointer                job;
  gboolean                begun; /* FALSE: the dossier was busy with another */
} Data;

static void
free_data (gpointer pointer)
{
  Data *data = pointer;

  data->kind->free_job (data->job);
  g_free (data);
}

static gboolean
do_work (MarchDossier           *self,
         const MarchDossierTask *kind,
         gpointer                job,
         GCancellable           *cancellable,
         GError                **error)
{
  if (kind->work (self, job, cancellable, error))
    return TRUE;
  if (kind->give_up != NULL)
    kind->give_up (job);
  return FALSE;
}

/**
 * march_dossier_task_run:
 * @job: (transfer none): for the caller to free
 *
 * Does the work and waits for it.
 */
gboolean
march_dossier_task_run (MarchDossier           *self,
                        const MarchDossierTask *kind,
                        gpointer                job,
                        GError                **error)
{
  return march_dossier_check_idle (self, error) && do_work (self, kind, job, NULL, error) &&
         kind->settle (self, job, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer pointer, GCancellable *cancellable)
{
  Data   *data = pointer;
  GError *error = NULL;

  if (do_work (source, data->kind, data->job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_task_run_async:
 * @job: (transfer full)
 *
 * Does the work on another thread. The dossier is busy meanwhile. What is done when the user
 * cancels is done: the work itself asks @cancellable where it can still stop.
 */
void
march_dossier_task_run_async (MarchDossier           *self,
                              const MarchDossierTask *kind,
                              gpointer                job,
                              gpointer                source_tag,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Data   *data = g_new0 (Data, 1);
  GError *error = NULL;

  *data = (Data){ .kind = kind, .job = job };
  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, free_data);
  data->begun = march_dossier_check_idle (self, &error);
  if (!data->begun)
    {
      g_task_return_error (task, error);
      return;
    }
  march_dossier_set_busy (self, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * march_dossier_task_finish:
 * @job: (out) (optional) (nullable) (transfer none): the job, valid as long as @result
 *
 * Takes over what the work has made; the dossier is busy no longer.
 */
gboolean
march_dossier_task_finish (MarchDossier *self, GAsyncResult *result, gpointer *job, GError **error)
{
  Data    *data = g_task_get_task_data (G_TASK (result));
  gboolean good = g_task_propagate_boolean (G_TASK (result), error);

  if (job != NULL)
    *job = data != NULL ? data->job : NULL;
  /* Without data there was not even a job. */
  if (data == NULL || !data->begun)
    return FALSE;
  good = good && data->kind->settle (self, data->job, error);
  march_dossier_set_busy (self, FALSE);
  return good;
}
