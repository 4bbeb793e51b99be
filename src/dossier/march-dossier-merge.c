/* march-dossier-merge.c — does the unsaved edits again on a file that somebody else has changed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-edit-private.h"

/* No program can merge a record that both have changed, or that one of them has deleted. */
static gboolean
redo_step (MarchWorkingCopy *copy, const char *who, MarchUndoStep *step, GError **error)
{
  g_autoptr (MarchEdit) edit = march_edit_begin (copy->database, step->label, who, error);

  if (edit == NULL)
    return FALSE;
  if (march_edit_replay (edit, step->changeset, FALSE, NULL))
    return march_edit_commit (edit, error);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
               _ ("“%s” can't be merged, as the other program has changed the same records. "
                  "Save under another name, or replace the file; your edits are kept."),
               step->label);
  return FALSE;
}

typedef struct
{
  MarchOriginal    *original; /* the file as it is now */
  MarchWorkingCopy *copy;     /* of it, with the edits done again */
  MarchCorpus      *corpus;   /* read from that */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->copy != NULL)
    march_working_copy_remove (job->copy);
  g_clear_pointer (&job->copy, march_working_copy_free);
  g_clear_pointer (&job->original, march_original_free);
  g_clear_pointer (&job->corpus, march_corpus_unref);
  g_free (job);
}

static gboolean
redo_all (MarchDossier *self, MarchWorkingCopy *copy, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    if (!redo_step (copy, self->who, g_ptr_array_index (steps, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
merge_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job                     *job = data;
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);
  g_autofree char         *path = g_file_get_path (self->file);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = march_undo_log_list_steps (self->copy->database, error);

  job->original = steps != NULL ? march_original_open (path, warnings, error) : NULL;
  if (job->original == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  job->copy = march_working_copy_make (job->original, facts->uuid, facts->title, error);
  if (job->copy == NULL || !redo_all (self, job->copy, steps, error))
    return FALSE;
  job->corpus = march_corpus_load (job->copy->database, warnings, error);
  return job->corpus != NULL;
}

static gboolean
merge_settle (MarchDossier *self, gpointer data, GError **error)
{
  Job *job = data;

  march_working_copy_remove (self->copy);
  g_clear_pointer (&self->copy, march_working_copy_free);
  g_clear_pointer (&self->original, march_original_free);
  self->original = g_steal_pointer (&job->original);
  march_dossier_take_copy (self, g_steal_pointer (&job->copy));
  if (!march_dossier_read_undo (self, error))
    return FALSE;
  march_dossier_take_corpus (self, g_steal_pointer (&job->corpus));
  return TRUE;
}

static const MarchDossierTask merge_task = { merge_work, merge_settle, free_job };

/**
 * march_dossier_merge:
 *
 * After a save that failed with %MARCH_ERROR_CHANGED: takes the file as it is now and does the
 * unsaved edits again, each an undo step as before. The file itself is changed by the next save
 * only. A window calls march_dossier_merge_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_CHANGED if the same records were changed on both sides, or
 * another #MarchError; the dossier is as it was then
 */
gboolean
march_dossier_merge (MarchDossier *self, GError **error)
{
  Job     *job;
  gboolean good;

  if (self->copy == NULL)
    return march_dossier_revert (self, error);
  job = g_new0 (Job, 1);
  good = march_dossier_task_run (self, &merge_task, job, error);
  free_job (job);
  return good;
}
