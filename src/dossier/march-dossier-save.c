/* march-dossier-save.c — publishes the working copy: save, save as, save a copy; and gives it up:
 * revert */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-database-private.h"
#include "dossier/march-publish.h"

/* A file that was touched and not changed is the same still. */
static gboolean
check_same (MarchCopyOrigin *origin, GError **error)
{
  g_autofree char *name = g_filename_display_basename (origin->path);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) reason = NULL;
  MarchIdentity now;

  if (!march_file_identify (origin->path, &now, &reason))
    {
      if (g_error_matches (reason, MARCH_ERROR, MARCH_ERROR_NOT_FOUND))
        g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
                     _ ("“%s” is no longer where it was opened. Put it there anew, or save under "
                        "another name; your edits are kept."),
                     name);
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (march_identity_equal (&now, &origin->identity))
    return TRUE;
  sha256 = march_file_hash (origin->path, error);
  if (sha256 == NULL)
    return FALSE;
  if (g_str_equal (sha256, origin->sha256))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Save under another "
                  "name, or replace it; your edits are kept."),
               name);
  return FALSE;
}

/* Notes first what the file is going to be: should the process end between the rename and the last
 * line, it is known to be saved. */
static gboolean
publish_over_origin (MarchWorkingCopy *copy, GError **error)
{
  g_autoptr (MarchPublication) publication = NULL;
  MarchCopyOrigin *origin = &copy->origin;

  publication = march_publication_prepare (march_database_get_path (copy->database), origin->path,
                                           copy->folder, error);
  if (publication == NULL)
    return FALSE;
  g_free (origin->pending);
  origin->pending = g_strdup (publication->sha256);
  if (!march_copy_origin_write (copy->folder, origin, error) ||
      !march_publication_finish (publication, error))
    return FALSE;

  g_free (origin->sha256);
  origin->sha256 = g_steal_pointer (&origin->pending);
  return march_file_identify (origin->path, &origin->identity, error) &&
         march_undo_log_mark_saved (copy->database, error) &&
         march_copy_origin_write (copy->folder, origin, error);
}

static gboolean
save_copy_of (MarchWorkingCopy *copy, MarchSaveFlags flags, GError **error)
{
  if ((flags & MARCH_SAVE_REPLACE) == 0 && !check_same (&copy->origin, error))
    return FALSE;
  return publish_over_origin (copy, error);
}

/**
 * march_dossier_save:
 *
 * Publishes the working copy in the place of the file, atomically. Does nothing if nothing was
 * edited, unless told to replace.
 *
 * Returns: %FALSE with %MARCH_ERROR_CHANGED if the file is not the one that was opened,
 * %MARCH_ERROR_READ_ONLY, %MARCH_ERROR_NO_SPACE, or another #MarchError. The edits are in the
 * working copy still
 */
gboolean
march_dossier_save (MarchDossier *self, MarchSaveFlags flags, GError **error)
{
  if (!march_dossier_check_idle (self, error))
    return FALSE;
  if (self->copy == NULL ||
      (!march_dossier_get_modified (self) && (flags & MARCH_SAVE_REPLACE) == 0))
    return TRUE;
  return save_copy_of (self->copy, flags, error) && march_dossier_read_undo (self, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MarchDossier *self = source;
  GError       *error = NULL;

  if (save_copy_of (self->copy, *(MarchSaveFlags *) data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_save_async:
 *
 * As march_dossier_save(), on another thread. The dossier is busy meanwhile.
 */
void
march_dossier_save_async (MarchDossier       *self,
                          MarchSaveFlags      flags,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, march_dossier_save_async);
  if (!march_dossier_check_idle (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->copy == NULL ||
      (!march_dossier_get_modified (self) && (flags & MARCH_SAVE_REPLACE) == 0))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_memdup2 (&flags, sizeof flags), g_free);
  march_dossier_set_busy (self, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
march_dossier_save_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  gboolean good = g_task_propagate_boolean (G_TASK (result), error);

  /* Without data the task never began. */
  if (g_task_get_task_data (G_TASK (result)) == NULL)
    return good;
  march_dossier_set_busy (self, FALSE);
  return good && march_dossier_read_undo (self, error);
}

static char *
get_local_path (GFile *file, GError **error)
{
  g_autofree char *uri = NULL;
  char            *path = g_file_get_path (file);

  if (path != NULL)
    return path;
  uri = g_file_get_uri (file);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY,
               _ ("“%s” is in no folder of this computer. Save it in one."), uri);
  return NULL;
}

/**
 * march_dossier_save_as:
 * @file: replaced if it is there
 *
 * Publishes the working copy under another name; from then on that is the dossier's file.
 */
gboolean
march_dossier_save_as (MarchDossier *self, GFile *file, GError **error)
{
  g_autofree char *path = get_local_path (file, error);
  g_autofree char *before = NULL;

  if (path == NULL || !march_dossier_check_idle (self, error) ||
      !march_dossier_make_editable (self, error))
    return FALSE;
  before = g_steal_pointer (&self->copy->origin.path);
  self->copy->origin.path = g_strdup (path);
  if (!publish_over_origin (self->copy, error))
    {
      g_free (self->copy->origin.path);
      self->copy->origin.path = g_steal_pointer (&before);
      g_clear_pointer (&self->copy->origin.pending, g_free);
      march_copy_origin_write (self->copy->folder, &self->copy->origin, NULL);
      return FALSE;
    }
  march_dossier_set_file (self, path);
  return march_dossier_read_undo (self, error);
}

/**
 * march_dossier_save_copy:
 * @file: replaced if it is there
 *
 * Publishes the working copy in a further file; the dossier stays what it is, saved or not.
 */
gboolean
march_dossier_save_copy (MarchDossier *self, GFile *file, GError **error)
{
  g_autofree char *path = get_local_path (file, error);
  g_autoptr (MarchPublication) publication = NULL;

  if (path == NULL || !march_dossier_check_idle (self, error) ||
      !march_dossier_make_editable (self, error))
    return FALSE;
  publication = march_publication_prepare (march_database_get_path (self->copy->database), path,
                                           self->copy->folder, error);
  return publication != NULL && march_publication_finish (publication, error);
}

/* Keeps of the log what led to the last save; nothing if the file is no longer that. */
static void
give_up_copy (MarchDossier *self)
{
  MarchUndoState state = { 0 };

  if (march_undo_log_forget_unsaved (self->copy->database, NULL) &&
      march_working_copy_read_state (self->copy, &state, NULL) && state.n_steps > 0)
    march_working_copy_drop_file (self->copy);
  else
    march_working_copy_remove (self->copy);
  march_undo_state_clear (&state);
  g_clear_pointer (&self->copy, march_working_copy_free);
}

/**
 * march_dossier_revert:
 *
 * Gives the unsaved edits up and reads the file anew, as it is now.
 *
 * Returns: %FALSE with a #MarchError if the file can't be read; the edits are kept then
 */
gboolean
march_dossier_revert (MarchDossier *self, GError **error)
{
  g_autoptr (MarchDossier) fresh = NULL;

  if (!march_dossier_check_idle (self, error))
    return FALSE;
  fresh = march_dossier_open (self->file, NULL, error);
  if (fresh == NULL)
    return FALSE;
  if (self->copy != NULL)
    give_up_copy (self);
  g_clear_object (&fresh);

  /* Once more: the log that belongs to the file is free only now. */
  fresh = march_dossier_open (self->file, NULL, error);
  if (fresh == NULL)
    return FALSE;
  g_clear_pointer (&self->original, march_original_free);
  self->original = g_steal_pointer (&fresh->original);
  march_undo_state_clear (&self->undo);
  self->undo = fresh->undo;
  fresh->undo = (MarchUndoState){ 0 };
  march_dossier_notify_undo (self);
  march_dossier_take_corpus (self, march_corpus_ref (fresh->corpus));
  return TRUE;
}
