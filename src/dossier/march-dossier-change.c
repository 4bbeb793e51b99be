/* march-dossier-change.c — edits, undo and redo: in the working copy, which the first one makes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-corpus-load.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"

typedef gboolean (*Move) (MarchDatabase *database, const char *who, GError **error);

/* What is no edit goes by a move, or else to a position of the log. */
#define NOWHERE (-1)

/* An edit, a step along the undo log, or neither: then only the working copy is made. */
typedef struct
{
  char             *label;
  MarchEditWork     edit; /* with a label and data */
  gpointer          data;
  GDestroyNotify    free_data;
  Move              move;
  gint64            position; /* in the log; NOWHERE: none */

  MarchWorkingCopy *copy;   /* made for this, as there was none */
  MarchCorpus      *corpus; /* as it is afterwards */
} Change;

static void
give_up (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->copy, march_working_copy_leave);
}

static void
free_change (gpointer data)
{
  Change *change = data;

  give_up (change);
  g_clear_pointer (&change->corpus, march_corpus_unref);
  if (change->free_data != NULL)
    change->free_data (change->data);
  g_free (change->label);
  g_free (change);
}

static MarchCorpus *
load (MarchWorkingCopy *copy, GError **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  return march_corpus_load (copy->database, warnings, error);
}

/* An edit after which the records would contradict each other is not committed. */
static gboolean
do_edit (MarchWorkingCopy *copy, Change *change, const char *who, GError **error)
{
  g_autoptr (MarchEdit) edit = march_edit_begin (copy->database, change->label, who, error);

  if (edit == NULL || !change->edit (edit, change->data, error))
    return FALSE;
  change->corpus = load (copy, error);
  return change->corpus != NULL && march_edit_commit (edit, error);
}

static gboolean
do_move (MarchWorkingCopy *copy, Change *change, const char *who, GError **error)
{
  if (change->position != NOWHERE
          ? !march_undo_log_go (copy->database, change->position, who, error)
          : !change->move (copy->database, who, error))
    return FALSE;
  change->corpus = load (copy, error);
  return change->corpus != NULL;
}

static gboolean
work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);
  Change           *change = data;
  MarchWorkingCopy *copy = self->copy;

  if (copy == NULL)
    copy = change->copy = march_working_copy_make (self->original, facts->uuid, facts->title,
                                                   error);
  if (copy == NULL)
    return FALSE;
  if (change->edit != NULL)
    return do_edit (copy, change, self->who, error);
  return (change->move == NULL && change->position == NOWHERE)
         || do_move (copy, change, self->who, error);
}

static gboolean
settle (MarchDossier *self, gpointer data, GError **error)
{
  Change *change = data;

  if (change->copy != NULL)
    march_dossier_take_copy (self, g_steal_pointer (&change->copy));
  if (!march_dossier_read_undo (self, error))
    return FALSE;
  if (change->corpus != NULL)
    march_dossier_take_corpus (self, g_steal_pointer (&change->corpus));
  return TRUE;
}

static const MarchDossierTask task = { work, settle, give_up, free_change };

static gboolean
run (MarchDossier *self, Change *change, GError **error)
{
  gboolean good = march_dossier_task_run (self, &task, change, error);

  free_change (change);
  return good;
}

static void
run_async (MarchDossier *self, Change *change, GAsyncReadyCallback callback, gpointer user_data)
{
  march_dossier_task_run_async (self, &task, change, march_dossier_edit_async, NULL, callback,
                                user_data);
}

static Change *
new_edit (const char *label, MarchEditWork edit, gpointer data, GDestroyNotify free_data)
{
  Change *change = g_new0 (Change, 1);

  *change = (Change){ .label = g_strdup (label), .edit = edit, .data = data,
                      .free_data = free_data, .position = NOWHERE };
  return change;
}

static Change *
new_move (Move move)
{
  Change *change = g_new0 (Change, 1);

  change->move = move;
  change->position = NOWHERE;
  return change;
}

/**
 * march_dossier_make_editable:
 *
 * Makes the working copy, unless there is one. Takes as long as copying the file; a window calls
 * march_dossier_edit_async(), which does it off the main thread.
 *
 * Returns: %FALSE with %MARCH_ERROR_CHANGED if the file was changed since it was opened,
 * %MARCH_ERROR_NO_SPACE, or another #MarchError
 */
gboolean
march_dossier_make_editable (MarchDossier *self, GError **error)
{
  return self->copy != NULL || run (self, new_move (NULL), error);
}

/**
 * march_dossier_begin_edit:
 * @label: what the undo command and the history call it
 *
 * For an edit that takes several calls; see march_dossier_edit() for one that doesn't.
 *
 * Returns: (transfer full): an edit for march_dossier_commit_edit(); freeing it without that undoes
 * what it did
 */
MarchEdit *
march_dossier_begin_edit (MarchDossier *self, const char *label, GError **error)
{
  if (!march_dossier_check_idle (self, error) || !march_dossier_make_editable (self, error))
    return NULL;
  return march_edit_begin (self->copy->database, label, self->who, error);
}

/**
 * march_dossier_commit_edit:
 * @edit: one that march_dossier_begin_edit() gave; it still has to be freed
 *
 * Makes the edit durable in the working copy. An edit after which the records would contradict each
 * other is refused as a whole.
 *
 * Returns: %FALSE with a #MarchError; nothing has changed then
 */
gboolean
march_dossier_commit_edit (MarchDossier *self, MarchEdit *edit, GError **error)
{
  g_autoptr (MarchCorpus) corpus = load (self->copy, error);

  if (corpus == NULL)
    {
      march_edit_cancel (edit);
      return FALSE;
    }
  if (!march_edit_commit (edit, error) || !march_dossier_read_undo (self, error))
    return FALSE;
  march_dossier_take_corpus (self, g_steal_pointer (&corpus));
  return TRUE;
}

/**
 * march_dossier_edit:
 * @label: what the undo command and the history call it
 * @edit: does it
 * @data: for @edit
 *
 * Makes one edit, durable in the working copy, which the first edit makes.
 *
 * Returns: %FALSE with the error of @edit, one of march_dossier_make_editable(), or another
 * #MarchError; nothing has changed then
 */
gboolean
march_dossier_edit (MarchDossier  *self,
                    const char    *label,
                    MarchEditWork  edit,
                    gpointer       data,
                    GError       **error)
{
  return run (self, new_edit (label, edit, data, NULL), error);
}

/**
 * march_dossier_edit_async:
 * @edit: runs on another thread
 * @data: (transfer full): for @edit
 * @free_data: (nullable): frees @data
 *
 * As march_dossier_edit(), on another thread. The dossier is busy meanwhile.
 */
void
march_dossier_edit_async (MarchDossier       *self,
                          const char         *label,
                          MarchEditWork       edit,
                          gpointer            data,
                          GDestroyNotify      free_data,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  run_async (self, new_edit (label, edit, data, free_data), callback, user_data);
}

/** march_dossier_edit_finish: also of undoing, and of doing again */
gboolean
march_dossier_edit_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}

/**
 * march_dossier_undo:
 *
 * Takes the last edit back. That is an edit itself, which the history tells.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if there is nothing to undo, or another #MarchError
 */
gboolean
march_dossier_undo (MarchDossier *self, GError **error)
{
  return run (self, new_move (march_undo_log_undo), error);
}

/**
 * march_dossier_redo:
 *
 * Does the edit that was undone last again. Errors as of march_dossier_undo().
 */
gboolean
march_dossier_redo (MarchDossier *self, GError **error)
{
  return run (self, new_move (march_undo_log_redo), error);
}

/** march_dossier_undo_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_dossier_undo_async (MarchDossier *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run_async (self, new_move (march_undo_log_undo), callback, user_data);
}

/** march_dossier_redo_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_dossier_redo_async (MarchDossier *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run_async (self, new_move (march_undo_log_redo), callback, user_data);
}

/**
 * march_dossier_list_saves:
 *
 * Returns: (transfer none) (nullable) (element-type MarchSave): the states that were saved, the
 * oldest first, as far as undoing or redoing leads there; %NULL if nothing was ever edited here
 */
GArray *
march_dossier_list_saves (MarchDossier *self)
{
  return self->undo.saves;
}

/**
 * march_dossier_get_position:
 *
 * Returns: how many steps of the log are done, to be held against those of the saves
 */
gint64
march_dossier_get_position (MarchDossier *self)
{
  return self->undo.position;
}

/**
 * march_dossier_go_to_save:
 * @position: of one that march_dossier_list_saves() gave
 *
 * Undoes all that was done since that save, or redoes what was done until then. Each step is an
 * edit that the history tells, and can be done again. Errors as of march_dossier_undo(); then all
 * is as it was.
 */
gboolean
march_dossier_go_to_save (MarchDossier *self, gint64 position, GError **error)
{
  Change *change = new_move (NULL);

  change->position = position;
  return run (self, change, error);
}

/** march_dossier_go_to_save_async: on another thread; march_dossier_edit_finish() tells the outcome
 */
void
march_dossier_go_to_save_async (MarchDossier       *self,
                                gint64              position,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Change *change = new_move (NULL);

  change->position = position;
  run_async (self, change, callback, user_data);
}
