/* march-dossier-revert.c — gives the unsaved edits up and reads the file anew */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"

typedef struct
{
  MarchDossier   *fresh;     /* the file as it is now */
  gboolean        keeps_log; /* the file is what the working copy's log led to */
  MarchUndoState  undo;      /* of that log, up to the last save */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->fresh);
  march_undo_state_clear (&job->undo);
  g_free (job);
}

/* Keeps of the log what led to the last save; nothing if the file is no longer that. */
static gboolean
shorten_log (MarchWorkingCopy *copy, const char *path, Job *job, GError **error)
{
  g_autofree char *sha256 = march_file_hash (path, error);

  if (sha256 == NULL || !march_undo_log_forget_unsaved (copy->database, error) ||
      !march_working_copy_read_state (copy, &job->undo, error))
    return FALSE;
  job->keeps_log = g_str_equal (sha256, copy->origin.sha256) && job->undo.n_steps > 0;
  return TRUE;
}

static gboolean
revert_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job             *job = data;
  g_autofree char *path = g_file_get_path (self->file);

  job->fresh = march_dossier_open (self->file, cancellable, error);
  if (job->fresh == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return self->copy == NULL || shorten_log (self->copy, path, job, error);
}

static void
give_up_copy (MarchDossier *self, gboolean keeps_log)
{
  if (keeps_log)
    march_working_copy_drop_file (self->copy);
  else
    march_working_copy_remove (self->copy);
  g_clear_pointer (&self->copy, march_working_copy_free);
}

static gboolean
revert_settle (MarchDossier *self, gpointer data, GError **error)
{
  Job            *job = data;
  MarchUndoState *undo = job->keeps_log ? &job->undo : &job->fresh->undo;

  if (self->copy != NULL)
    give_up_copy (self, job->keeps_log);
  g_clear_pointer (&self->original, march_original_free);
  self->original = g_steal_pointer (&job->fresh->original);
  march_undo_state_clear (&self->undo);
  self->undo = *undo;
  *undo = (MarchUndoState){ 0 };
  march_dossier_notify_undo (self);
  march_dossier_take_corpus (self, march_corpus_ref (job->fresh->corpus));
  return TRUE;
}

static const MarchDossierTask revert_task = { revert_work, revert_settle, NULL, free_job };

/**
 * march_dossier_revert:
 *
 * Gives the unsaved edits up and reads the file anew, as it is now. A window calls
 * march_dossier_revert_async().
 *
 * Returns: %FALSE with a #MarchError if the file can't be read; the edits are kept then
 */
gboolean
march_dossier_revert (MarchDossier *self, GError **error)
{
  Job     *job = g_new0 (Job, 1);
  gboolean good = march_dossier_task_run (self, &revert_task, job, error);

  free_job (job);
  return good;
}

/**
 * march_dossier_revert_async:
 *
 * As march_dossier_revert(), on another thread. The dossier is busy meanwhile, and as it was until
 * march_dossier_revert_finish().
 */
void
march_dossier_revert_async (MarchDossier       *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  march_dossier_task_run_async (self, &revert_task, g_new0 (Job, 1), march_dossier_revert_async,
                                cancellable, callback, user_data);
}

gboolean
march_dossier_revert_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}
