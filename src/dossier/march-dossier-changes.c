/* march-dossier-changes.c — a colleague's changes, weighed against a dossier and applied to it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-changes.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-changes-apply.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"
#include "dossier/march-imports-private.h"

typedef struct
{
  MarchChanges         *changes;
  MarchChangesPlan     *plan;     /* the caller's */
  gboolean              weighing; /* nothing is to be done yet */
  MarchChangesProgress  progress;
  gpointer              progress_data;
  MarchWorkingCopy     *copy;     /* made for this, as there was none */
  MarchCorpus          *corpus;   /* with the changes */
} Job;

static void
give_up (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->copy, march_working_copy_leave);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  give_up (job);
  g_clear_pointer (&job->corpus, march_corpus_unref);
  march_changes_unref (job->changes);
  g_free (job);
}

static MarchWorkingCopy *
need_copy (MarchDossier *self, Job *job, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);

  if (self->copy == NULL)
    job->copy = march_working_copy_make (self->original, facts->uuid, facts->title, error);
  return self->copy != NULL ? self->copy : job->copy;
}

static gboolean
check_same (MarchDossier *self, MarchChanges *changes, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);

  if (g_str_equal (facts->uuid, changes->facts.uuid))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("These are changes of another dossier, “%s”. Open that one to apply them."),
               changes->facts.title);
  return FALSE;
}

/* The ids of the imports that the edit has added. */
static GHashTable *
list_new_imports (MarchChangesApply *apply, GError **error)
{
  g_autoptr (GArray) effects = march_merge_list_effects (&apply->merge, error);
  g_autoptr (GHashTable) imports = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const MarchMergeEffect *effect = &g_array_index (effects, MarchMergeEffect, i);

      if (effect->action == MARCH_CHANGE_INSERT &&
          g_str_has_suffix (effect->key.table->name, "_import"))
        g_hash_table_add (imports, g_memdup2 (&effect->key.id, sizeof effect->key.id));
    }
  return effects != NULL ? g_steal_pointer (&imports) : NULL;
}

static gboolean
check_whole (MarchDatabase *database, GHashTable *imports, GError **error)
{
  static const char *const tables[] = { "area_import", "point_import" };
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, imports);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
      if (!march_imports_check_whole (database, tables[i], *(const gint64 *) id, error))
        return FALSE;
  return TRUE;
}

static gboolean
write_parts (MarchChangesApply *apply, Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) imports = list_new_imports (apply, error);
  MarchDatabase *target = apply->merge.target;

  if (imports == NULL)
    return FALSE;
  if (g_hash_table_size (imports) == 0)
    return TRUE;
  return march_changes_copy_parts (job->changes, target, imports, job->progress,
                                   job->progress_data, cancellable, error) &&
         check_whole (target, imports, error) &&
         march_import_rows_tell_extent (target, "piece", error) &&
         march_import_rows_tell_extent (target, "point", error);
}

static gboolean
check_decided (MarchChangesPlan *plan, GError **error)
{
  guint n = march_changes_plan_n_open (plan);

  if (n == 0)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CONFLICT,
               ngettext ("%u record has to be decided on before the changes can be applied.",
                         "%u records have to be decided on before the changes can be applied.", n),
               n);
  return FALSE;
}

/* An edit after which the records would contradict each other is not committed. */
static gboolean
finish_edit (MarchChangesApply *apply, Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  if (!check_decided (job->plan, error) || !write_parts (apply, job, cancellable, error) ||
      !march_changes_note_decided (apply, error) || !march_changes_write_history (apply, error))
    return FALSE;
  job->corpus = march_corpus_load (apply->merge.target, warnings, error);
  return job->corpus != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         march_edit_commit (apply->edit, error);
}

static gboolean
asks_anew (const MarchChangesPlan *plan)
{
  return plan->again || plan->choice != MARCH_MERGE_ASK || plan->same != MARCH_SAME_ASK;
}

/* @settled: (out): the file was applied here before, and that is not to be decided anew. @uuid:
 * (out): for the history, if it is not. */
static gboolean
check_settled (MarchDossier     *self,
               MarchWorkingCopy *copy,
               Job              *job,
               gboolean         *settled,
               char            **uuid,
               GError          **error)
{
  MarchChangesPlan *plan = job->plan;

  g_clear_pointer (&plan->settled_at, g_free);
  if (!march_changes_find_settled (job->changes, copy->database, self->who, &plan->settled_at,
                                   uuid, error))
    return FALSE;
  *settled = plan->settled_at != NULL && !asks_anew (plan);
  if (!*settled)
    return TRUE;
  g_ptr_array_set_size (plan->items, 0);
  g_ptr_array_set_size (plan->conflicts, 0);
  g_ptr_array_set_size (plan->sources, 0);
  plan->n_records = 0;
  return TRUE;
}

static MarchEdit *
begin (MarchDossier *self, MarchWorkingCopy *copy, Job *job, GError **error)
{
  /* Translators: an entry of the undo command and the history; %s is a colleague. */
  g_autofree char *label = g_strdup_printf (_("Apply changes of %s"), job->changes->facts.who);

  return job->weighing ? march_edit_begin_replay (copy->database, label, self->who, 0, error)
                       : march_edit_begin (copy->database, label, self->who, error);
}

static gboolean
run_edit (MarchDossier     *self,
          MarchWorkingCopy *copy,
          Job              *job,
          GCancellable     *cancellable,
          GError          **error)
{
  g_auto (MarchChangesApply) apply = { NULL };
  g_autoptr (MarchEdit) edit = NULL;
  g_autofree char *uuid = NULL;
  gboolean         settled = FALSE;

  if (!check_settled (self, copy, job, &settled, &uuid, error))
    return FALSE;
  if (settled)
    return TRUE;
  edit = begin (self, copy, job, error);
  if (edit != NULL)
    edit->history_uuid = g_steal_pointer (&uuid);
  if (edit == NULL ||
      !march_changes_apply_init (&apply, job->changes, copy->database, job->plan, error) ||
      !march_changes_apply_run (&apply, edit, error) ||
      !march_changes_fill_plan (&apply, self->corpus, error))
    return FALSE;
  return job->weighing || finish_edit (&apply, job, cancellable, error);
}

static gboolean
work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job              *job = data;
  MarchWorkingCopy *copy =
      check_same (self, job->changes, error) ? need_copy (self, job, error) : NULL;
  gboolean good;

  /* Off, as records are written in any order; the merge looks after the links. */
  if (copy == NULL ||
      !march_sqlite_run (copy->database->handle, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  good = run_edit (self, copy, job, cancellable, error);
  return march_sqlite_run (copy->database->handle, "PRAGMA foreign_keys = ON",
                           good ? error : NULL) &&
         good;
}

static gboolean
settle (MarchDossier *self, gpointer data, GError **error)
{
  Job *job = data;

  if (job->copy != NULL)
    march_dossier_take_copy (self, g_steal_pointer (&job->copy));
  if (!march_dossier_read_undo (self, error))
    return FALSE;
  if (job->corpus != NULL)
    march_dossier_take_corpus (self, g_steal_pointer (&job->corpus));
  return TRUE;
}

static const MarchDossierTask task = { work, settle, give_up, free_job };

static Job *
new_job (MarchChanges *changes, MarchChangesPlan *plan, gboolean weighing)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .changes = march_changes_ref (changes), .plan = plan, .weighing = weighing };
  return job;
}

static gboolean
run (MarchDossier *self, Job *job, GError **error)
{
  gboolean good = march_dossier_task_run (self, &task, job, error);

  free_job (job);
  return good;
}

/**
 * march_dossier_weigh_changes:
 * @plan: (inout): has the choices that were made, and is filled anew
 *
 * Tells what applying changes would come to, and does nothing. A window calls
 * march_dossier_weigh_changes_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if they are of another dossier, or another
 * #MarchError
 */
gboolean
march_dossier_weigh_changes (MarchDossier     *self,
                             MarchChanges     *changes,
                             MarchChangesPlan *plan,
                             GError          **error)
{
  return run (self, new_job (changes, plan, TRUE), error);
}

/**
 * march_dossier_weigh_changes_async:
 * @plan: has to outlive the call
 *
 * As march_dossier_weigh_changes(), on another thread; march_dossier_changes_finish() tells the
 * outcome. The dossier is busy meanwhile.
 */
void
march_dossier_weigh_changes_async (MarchDossier       *self,
                                   MarchChanges       *changes,
                                   MarchChangesPlan   *plan,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  march_dossier_task_run_async (self, &task, new_job (changes, plan, TRUE),
                                march_dossier_weigh_changes_async, cancellable, callback,
                                user_data);
}

/**
 * march_dossier_apply_changes:
 * @plan: (inout): has the choices that were made, and is filled anew
 *
 * Applies changes as one edit and one undo step; what is here already is not done again. The
 * colleague's history comes along. A window calls march_dossier_apply_changes_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_CONFLICT if something has to be decided, %MARCH_ERROR_BAD_INPUT
 * if they are of another dossier, or another #MarchError; nothing has changed then
 */
gboolean
march_dossier_apply_changes (MarchDossier     *self,
                             MarchChanges     *changes,
                             MarchChangesPlan *plan,
                             GError          **error)
{
  return run (self, new_job (changes, plan, FALSE), error);
}

/**
 * march_dossier_apply_changes_async:
 * @plan: has to outlive the call
 * @progress: (nullable) (scope async): called on another thread
 *
 * As march_dossier_apply_changes(), on another thread; march_dossier_changes_finish() tells the
 * outcome. The dossier is busy meanwhile. Cancelled, it is as it was.
 */
void
march_dossier_apply_changes_async (MarchDossier        *self,
                                   MarchChanges        *changes,
                                   MarchChangesPlan    *plan,
                                   MarchChangesProgress progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job = new_job (changes, plan, FALSE);

  job->progress = progress;
  job->progress_data = progress_data;
  march_dossier_task_run_async (self, &task, job, march_dossier_apply_changes_async, cancellable,
                                callback, user_data);
}

gboolean
march_dossier_changes_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}
