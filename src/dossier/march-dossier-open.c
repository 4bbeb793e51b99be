/* march-dossier-open.c — opens a dossier as it is, and closes it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-database-private.h"
#include "dossier/march-schema.h"

static char *
get_path (GFile *file, GError **error)
{
  g_autofree char *uri = NULL;
  char            *path = g_file_get_path (file);

  if (path != NULL)
    return path;
  uri = g_file_get_uri (file);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
               _ ("“%s” is in no folder of this computer. Copy it to one and open the copy."), uri);
  return NULL;
}

/* Steps that were undoable when exactly this content was saved still are. */
static void
read_earlier_undo (MarchDossier *self, const char *path)
{
  g_autoptr (MarchWorkingCopy)
      copy = march_working_copy_find (march_corpus_get_facts (self->corpus)->uuid, path);

  if (copy != NULL && !march_working_copy_read_state (copy, &self->undo, NULL))
    march_undo_state_clear (&self->undo);
}

static gboolean
read_file (MarchDossier *self, const char *path, GCancellable *cancellable, GError **error)
{
  self->original = march_original_open (path, self->warnings, error);
  if (self->original == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->corpus = march_corpus_load (self->original->database, self->warnings, error);
  if (self->corpus == NULL)
    return FALSE;
  read_earlier_undo (self, path);
  return TRUE;
}

/**
 * march_dossier_open:
 * @file: a local one
 *
 * Opens a dossier. The file is neither locked nor changed, and nothing is put beside it. What is
 * odd in it but does no harm is told by march_dossier_get_warnings(). Any thread.
 *
 * Returns: (transfer full): the dossier, or %NULL with %MARCH_ERROR_NOT_A_DOSSIER,
 * %MARCH_ERROR_DAMAGED, %MARCH_ERROR_NEWER or another #MarchError
 */
MarchDossier *
march_dossier_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchDossier) self = g_object_new (MARCH_TYPE_DOSSIER, NULL);
  g_autofree char *path = get_path (file, error);

  self->file = g_object_ref (file);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  if (path == NULL || !read_file (self, path, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * march_dossier_is_one:
 *
 * Takes milliseconds: looks at the names of tables only.
 *
 * Returns: %FALSE for a file that is no dossier; %TRUE for one that is, and for one that can't be
 * read, as march_dossier_open() would say
 */
gboolean
march_dossier_is_one (GFile *file)
{
  g_autofree char *path = get_path (file, NULL);
  g_autoptr (MarchDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  if (path == NULL)
    return TRUE;
  database = march_database_open (path, MARCH_ACCESS_IMMUTABLE, &error);
  if (database != NULL)
    march_schema_check (database, &version, &error);
  return !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError       *error = NULL;
  MarchDossier *self = march_dossier_open (data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_open_async:
 *
 * As march_dossier_open(), on another thread.
 */
void
march_dossier_open_async (GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, march_dossier_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

MarchDossier *
march_dossier_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * march_dossier_new_recovered:
 * @copy: (transfer full): opened
 * @corpus: (transfer full): read from it
 * @warnings: (transfer full)
 *
 * Returns: (transfer full): a dossier whose unsaved edits are those of @copy
 */
MarchDossier *
march_dossier_new_recovered (MarchWorkingCopy *copy, MarchCorpus *corpus, GPtrArray *warnings)
{
  MarchDossier *self = g_object_new (MARCH_TYPE_DOSSIER, NULL);

  self->file = g_file_new_for_path (copy->origin.path);
  self->warnings = warnings;
  self->corpus = corpus;
  march_dossier_take_copy (self, copy);
  return self;
}

/**
 * march_dossier_close:
 *
 * Lets go of the file and of the working copy. Unsaved edits stay in the state directory and are
 * offered for recovery; call march_dossier_revert() before to give them up. The undo log stays for
 * the next time. The records can still be read; nothing else can be done with the dossier. Freeing
 * the dossier closes it. It must not be busy.
 */
void
march_dossier_close (MarchDossier *self)
{
  g_return_if_fail (!self->busy);

  if (self->copy != NULL && self->undo.position == self->undo.saved)
    g_clear_pointer (&self->copy, march_working_copy_leave);
  g_clear_pointer (&self->copy, march_working_copy_free);
  g_clear_pointer (&self->original, march_original_free);
}
