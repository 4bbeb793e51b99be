/* march-dossier-merge.c — does the unsaved edits again on a file that somebody else has changed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

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

static MarchCorpus *
redo_all (MarchDossier *self, MarchWorkingCopy *copy, GPtrArray *steps, GError **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < steps->len; i++)
    if (!redo_step (copy, self->who, g_ptr_array_index (steps, i), error))
      return NULL;
  return march_corpus_load (copy->database, warnings, error);
}

static void
take_merged (MarchDossier *self, MarchOriginal *original, MarchWorkingCopy *copy)
{
  march_working_copy_remove (self->copy);
  g_clear_pointer (&self->copy, march_working_copy_free);
  g_clear_pointer (&self->original, march_original_free);
  self->original = original;
  march_dossier_take_copy (self, copy);
}

/**
 * march_dossier_merge:
 *
 * After a save that failed with %MARCH_ERROR_CHANGED: takes the file as it is now and does the
 * unsaved edits again, each an undo step as before. The file itself is changed by the next save
 * only.
 *
 * Returns: %FALSE with %MARCH_ERROR_CHANGED if the same records were changed on both sides, or
 * another #MarchError; the dossier is as it was then
 */
gboolean
march_dossier_merge (MarchDossier *self, GError **error)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (MarchOriginal) original = NULL;
  g_autoptr (MarchWorkingCopy) copy = NULL;
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);
  MarchCorpus             *corpus;

  if (!march_dossier_check_idle (self, error))
    return FALSE;
  if (self->copy == NULL)
    return march_dossier_revert (self, error);
  steps = march_undo_log_list_steps (self->copy->database, error);
  original = steps != NULL ? march_original_open (path, self->warnings, error) : NULL;
  copy = original != NULL ? march_working_copy_make (original, facts->uuid, facts->title, error)
                          : NULL;
  if (copy == NULL)
    return FALSE;

  corpus = redo_all (self, copy, steps, error);
  if (corpus == NULL)
    {
      march_working_copy_remove (copy);
      return FALSE;
    }
  take_merged (self, g_steal_pointer (&original), g_steal_pointer (&copy));
  if (!march_dossier_read_undo (self, error))
    {
      march_corpus_unref (corpus);
      return FALSE;
    }
  march_dossier_take_corpus (self, corpus);
  return TRUE;
}
