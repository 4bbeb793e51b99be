/* march-dossier-merge.c — does the unsaved edits again on a file that somebody else has changed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"

#include "dossier/march-corpus-load.h"
#include "dossier/march-merge.h"

typedef struct
{
  MarchMergeChoice  choice;
  GPtrArray        *conflicts; /* of MarchMergeConflict */
  MarchOriginal    *original;  /* the file as it is now; NULL: there was nothing to merge */
  MarchWorkingCopy *copy;      /* of it, with the edits done again */
  MarchCorpus      *corpus;    /* read from that */
} Job;

static void
drop_copy (Job *job)
{
  if (job->copy != NULL)
    march_working_copy_remove (job->copy);
  g_clear_pointer (&job->copy, march_working_copy_free);
}

static void
give_up (gpointer data)
{
  drop_copy (data);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  drop_copy (job);
  g_clear_pointer (&job->original, march_original_free);
  g_clear_pointer (&job->corpus, march_corpus_unref);
  g_clear_pointer (&job->conflicts, g_ptr_array_unref);
  g_free (job);
}

static Job *
make_job (MarchMergeChoice choice)
{
  Job *job = g_new0 (Job, 1);

  job->choice = choice;
  job->conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_merge_conflict_free);
  return job;
}

static gboolean
make_copy (MarchDossier *self, Job *job, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);

  drop_copy (job);
  job->copy = march_working_copy_make (job->original, facts->uuid, facts->title, error);
  return job->copy != NULL;
}

static gboolean
redo_step (MarchWorkingCopy *copy, const char *who, MarchUndoStep *step)
{
  g_autoptr (MarchEdit) edit = NULL;

  if (step->backwards)
    return FALSE;
  edit = march_edit_begin (copy->database, step->label, who, NULL);
  return edit != NULL && march_edit_replay (edit, step->changeset, FALSE, NULL) &&
         march_edit_commit (edit, NULL);
}

/* Where nobody else has touched the same records, each edit stays an undo step of its own. */
static gboolean
redo_all (MarchDossier *self, MarchWorkingCopy *copy, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (!redo_step (copy, self->who, g_ptr_array_index (steps, i)))
      return FALSE;
  return TRUE;
}

static MarchMergeTake
get_take (MarchMergeChoice choice)
{
  switch (choice)
    {
    case MARCH_MERGE_OURS:
      return MARCH_MERGE_TAKE_BROUGHT;
    case MARCH_MERGE_THEIRS:
      return MARCH_MERGE_TAKE_STANDING;
    case MARCH_MERGE_ASK:
    default:
      return MARCH_MERGE_TAKE_NONE;
    }
}

/* What is dropped for theirs is kept as a step before, so that undoing brings it back. */
static gboolean
run_theirs (MarchDossier *self, Job *job, MarchMerge *merge, GPtrArray *steps, GError **error)
{
  MarchWorkingCopy *ours;
  gboolean          good;

  merge->take = MARCH_MERGE_TAKE_BROUGHT;
  merge->target = job->copy->database;
  if (!march_merge_run_steps (merge, steps, self->who, error))
    return FALSE;
  ours = g_steal_pointer (&job->copy);
  good = make_copy (self, job, error);
  if (good)
    {
      merge->take = MARCH_MERGE_TAKE_STANDING;
      merge->target = job->copy->database;
      good = march_merge_run_steps (merge, steps, self->who, error) &&
             march_merge_follow (merge, ours->database, self->who, error);
    }
  drop_copy (job);
  job->copy = ours;
  return good;
}

static gboolean
run_merge (MarchDossier *self, Job *job, MarchMerge *merge, GPtrArray *steps, GError **error)
{
  if (!march_merge_weigh_steps (merge, steps, error) || !make_copy (self, job, error))
    return FALSE;
  if (merge->clashes->len == 0 && redo_all (self, job->copy, steps))
    return TRUE;
  if (!make_copy (self, job, error))
    return FALSE;
  if (merge->take == MARCH_MERGE_TAKE_STANDING)
    return run_theirs (self, job, merge, steps, error);
  merge->target = job->copy->database;
  return march_merge_run_steps (merge, steps, self->who, error);
}

static gboolean
describe_all (MarchMerge *merge, GPtrArray *conflicts, GError **error)
{
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      MarchMergeConflict *conflict =
          march_merge_describe (merge, &g_array_index (merge->clashes, MarchMergeClash, i), error);

      if (conflict == NULL)
        return FALSE;
      g_ptr_array_add (conflicts, conflict);
    }
  return TRUE;
}

/* The unsaved edits are what is brought, the file as it is now what stands. */
static gboolean
merge_edits (MarchDossier *self, Job *job, GPtrArray *steps, GError **error)
{
  g_auto (MarchMerge) merge = { .brought.database = self->copy->database,
                                .standing.database = job->original->database,
                                .shape = self->copy->database,
                                .take = get_take (job->choice) };
  gboolean good;

  march_merge_init (&merge);
  good = run_merge (self, job, &merge, steps, error);
  return describe_all (&merge, job->conflicts, good ? error : NULL) && good;
}

static gboolean
merge_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job             *job = data;
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = NULL;

  steps = march_undo_log_list_steps (self->copy->database, error);
  job->original = steps != NULL ? march_original_open (path, warnings, error) : NULL;
  if (job->original == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !merge_edits (self, job, steps, error))
    return FALSE;
  job->corpus = march_corpus_load (job->copy->database, warnings, error);
  return job->corpus != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
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

static const MarchDossierTask merge_task = { merge_work, merge_settle, give_up, free_job };

static void
give_conflicts (Job *job, GPtrArray **conflicts)
{
  if (conflicts != NULL)
    *conflicts = job != NULL ? g_ptr_array_ref (job->conflicts) : NULL;
}

/**
 * march_dossier_merge:
 * @choice: what counts where both have changed the same
 * @conflicts: (out) (optional) (nullable) (element-type MarchMergeConflict): where that was, also
 *   if it was chosen
 *
 * After a save that failed with %MARCH_ERROR_CHANGED: takes the file as it is now and does the
 * unsaved edits again, those included that took saved ones back. Where nobody else touched the same
 * records each stays an undo step, else all are one; where theirs was chosen, taking it is one
 * more, so that undoing brings back what was dropped for it. The file itself is changed by the next
 * save only. For a dossier that was edited; others are reverted. A window calls
 * march_dossier_merge_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_CONFLICT where it has to be asked, or another #MarchError; the
 * dossier is as it was then
 */
gboolean
march_dossier_merge (MarchDossier     *self,
                     MarchMergeChoice  choice,
                     GPtrArray       **conflicts,
                     GError          **error)
{
  Job     *job = make_job (choice);
  gboolean good;

  g_return_val_if_fail (self->copy != NULL, FALSE);

  good = march_dossier_task_run (self, &merge_task, job, error);
  give_conflicts (job, conflicts);
  free_job (job);
  return good;
}

/**
 * march_dossier_merge_async:
 *
 * As march_dossier_merge(), on another thread. The dossier is busy meanwhile, and as it was until
 * march_dossier_merge_finish().
 */
void
march_dossier_merge_async (MarchDossier       *self,
                           MarchMergeChoice    choice,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (self->copy != NULL);

  march_dossier_task_run_async (self, &merge_task, make_job (choice), march_dossier_merge_async,
                                cancellable, callback, user_data);
}

gboolean
march_dossier_merge_finish (MarchDossier *self,
                            GAsyncResult *result,
                            GPtrArray   **conflicts,
                            GError      **error)
{
  gpointer job = NULL;
  gboolean good = march_dossier_task_finish (self, result, &job, error);

  give_conflicts (job, conflicts);
  return good;
}
