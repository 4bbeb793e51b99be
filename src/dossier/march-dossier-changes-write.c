/* march-dossier-changes-write.c — writes what was edited since an earlier state of a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-private.h"
#include "dossier/march-dossier-changes.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"
#include "dossier/march-edit-private.h"

typedef struct
{
  gint64            position;
  char             *before; /* path of an earlier state; NULL: the one at @position */
  char             *out;
  guint             n_records;
  MarchChangesProgress progress;
  gpointer          progress_data;
  MarchWorkingCopy *copy;   /* made for this, as there was none */
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
  g_free (job->before);
  g_free (job->out);
  g_free (job);
}

static gboolean
write_since_file (MarchDossier  *self,
                  Job           *job,
                  MarchDatabase *now,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchOriginal) before = march_original_open (job->before, warnings, error);

  return before != NULL &&
         march_changes_write_between (before->database, now, self->who, job->out, &job->n_records,
                                      job->progress, job->progress_data, cancellable, error);
}

/* What the history tells of the steps and since is new to whoever has the state before them. */
static gboolean
forget_history (MarchDatabase *database, GPtrArray *steps, GError **error)
{
  const MarchUndoStep *first = steps->pdata[steps->len - 1];

  return march_sqlite_run_format (database->handle, error,
                                  "CREATE TEMP TABLE later AS SELECT id FROM history WHERE at >= "
                                  "(SELECT at FROM history WHERE id = %" G_GINT64_FORMAT ")",
                                  first->history_id) &&
         march_sqlite_run (database->handle,
                           "DELETE FROM history_row WHERE history_id IN (SELECT id FROM later);"
                           "DELETE FROM history WHERE id IN (SELECT id FROM later);",
                           error);
}

static gboolean
take_back (MarchEdit *edit, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const MarchUndoStep *step = steps->pdata[i];

      if (!march_edit_replay (edit, step->changeset, TRUE, error))
        return FALSE;
    }
  return steps->len == 0 || forget_history (edit->database, steps, error);
}

/* The steps are taken back in a transaction that is never committed, and compared with what another
 * connection still reads. */
static gboolean
write_since_step (MarchDossier  *self,
                  Job           *job,
                  MarchDatabase *database,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const char *path = march_database_get_path (database);
  g_autoptr (MarchDatabase) now = march_database_open (path, MARCH_ACCESS_READ, error);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (MarchEdit) edit = NULL;

  steps = now != NULL ? march_undo_log_list_since (database, job->position, error) : NULL;
  if (steps == NULL)
    return FALSE;
  edit = march_edit_begin_replay (database, "-", self->who, 0, error);
  return edit != NULL && take_back (edit, steps, error) &&
         march_changes_write_between (database, now, self->who, job->out, &job->n_records,
                                      job->progress, job->progress_data, cancellable, error);
}

static gboolean
work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);
  Job           *job = data;
  MarchDatabase *database;
  gboolean       good;

  if (self->copy == NULL)
    job->copy = march_working_copy_make (self->original, facts->uuid, facts->title, error);
  if (self->copy == NULL && job->copy == NULL)
    return FALSE;
  database = self->copy != NULL ? self->copy->database : job->copy->database;
  if (job->before != NULL)
    return write_since_file (self, job, database, cancellable, error);
  /* A cache that spills would lock the other connection out. */
  if (!march_sqlite_run (database->handle,
                         "PRAGMA cache_spill = OFF; PRAGMA foreign_keys = OFF", error))
    return FALSE;
  good = write_since_step (self, job, database, cancellable, error);
  return march_sqlite_run (database->handle, "PRAGMA cache_spill = ON; PRAGMA foreign_keys = ON",
                           good ? error : NULL) &&
         good;
}

static gboolean
settle (MarchDossier *self, gpointer data, GError **error)
{
  Job *job = data;

  if (job->copy == NULL)
    return TRUE;
  march_dossier_take_copy (self, g_steal_pointer (&job->copy));
  return march_dossier_read_undo (self, error);
}

static const MarchDossierTask task = { work, settle, give_up, free_job };

/**
 * march_dossier_write_changes_async:
 * @position: of a save that march_dossier_list_saves() gave, not after what is done now; not read
 *   if @before is given
 * @before: (nullable): path of an earlier state of the dossier
 * @out: path of the file to write; as it was if that fails
 * @progress: (nullable) (scope async): called on another thread
 *
 * Writes what the dossier says now, saved or not, that an earlier state of it did not. The dossier
 * is busy meanwhile.
 */
void
march_dossier_write_changes_async (MarchDossier        *self,
                                   gint64               position,
                                   const char          *before,
                                   const char          *out,
                                   MarchChangesProgress progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .position = position, .before = g_strdup (before), .out = g_strdup (out),
                .progress = progress, .progress_data = progress_data };
  march_dossier_task_run_async (self, &task, job, march_dossier_write_changes_async, cancellable,
                                callback, user_data);
}

/**
 * march_dossier_write_changes_finish:
 * @n_records: (out): how many records differ
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if the earlier state is of another dossier, or
 *   another error
 */
gboolean
march_dossier_write_changes_finish (MarchDossier *self,
                                    GAsyncResult *result,
                                    guint        *n_records,
                                    GError      **error)
{
  gpointer job = NULL;
  gboolean good = march_dossier_task_finish (self, result, &job, error);

  *n_records = good ? ((Job *) job)->n_records : 0;
  return good;
}
