/* march-dossier-recover.c — finds, opens and discards edits that a process which is no longer there
 * left unsaved */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dossier/march-corpus-load.h"

void
march_recovery_free (MarchRecovery *recovery)
{
  g_free (recovery->folder);
  g_free (recovery->path);
  g_free (recovery->title);
  g_clear_pointer (&recovery->labels, g_ptr_array_unref);
  g_free (recovery);
}

/* The file may have been published by a save that ended before it could say so. */
static void
settle_save (MarchWorkingCopy *copy)
{
  g_autofree char *sha256 = copy->origin.pending != NULL ? march_file_hash (copy->origin.path, NULL)
                                                         : NULL;

  if (g_strcmp0 (sha256, copy->origin.pending) != 0 || sha256 == NULL ||
      !march_undo_log_mark_saved (copy->database, NULL))
    return;
  g_free (copy->origin.sha256);
  copy->origin.sha256 = g_steal_pointer (&copy->origin.pending);
  march_file_identify (copy->origin.path, &copy->origin.identity, NULL);
  march_copy_origin_write (copy->folder, &copy->origin, NULL);
}

static gint64
get_time (MarchWorkingCopy *copy)
{
  g_autofree char *path = g_build_filename (copy->folder, "undo.db", NULL);
  MarchIdentity    identity;

  return march_file_identify (path, &identity, NULL)
             ? identity.changed_ns / G_GINT64_CONSTANT (1000000000)
             : 0;
}

/* NULL for a folder that another process holds, that can't be read, or that has nothing unsaved. */
static MarchRecovery *
look_into (const char *folder)
{
  g_autoptr (MarchWorkingCopy) copy = march_working_copy_lock (folder, NULL);
  g_autoptr (GPtrArray) labels = NULL;
  g_auto (MarchUndoState) state = { 0 };
  MarchRecovery *recovery;

  if (copy == NULL || !march_working_copy_has_file (copy) || !march_working_copy_open (copy, NULL))
    return NULL;
  settle_save (copy);
  labels = march_undo_log_list_unsaved (copy->database, NULL);
  if (labels == NULL || !march_working_copy_read_state (copy, &state, NULL) ||
      state.position == state.saved)
    return NULL;

  recovery = g_new0 (MarchRecovery, 1);
  recovery->folder = g_strdup (folder);
  recovery->path = g_strdup (copy->origin.path);
  recovery->title = g_strdup (copy->origin.title);
  recovery->labels = g_steal_pointer (&labels);
  recovery->edited = get_time (copy);
  return recovery;
}

/**
 * march_recovery_list:
 *
 * Looks for unsaved edits that no process holds. Any thread.
 *
 * Returns: (transfer full) (element-type MarchRecovery): what can be recovered, maybe nothing
 */
GPtrArray *
march_recovery_list (void)
{
  g_autoptr (GPtrArray) folders = march_working_copy_list (NULL);
  GPtrArray *recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) march_recovery_free);

  for (guint i = 0; i < folders->len; i++)
    {
      MarchRecovery *recovery = look_into (g_ptr_array_index (folders, i));

      if (recovery != NULL)
        g_ptr_array_add (recoveries, recovery);
    }
  return recoveries;
}

/**
 * march_recovery_open:
 *
 * Opens the dossier with the unsaved edits in it, as they were. It is modified, and everything can
 * be undone.
 *
 * Returns: (transfer full): the dossier, or %NULL with %MARCH_ERROR_BUSY if another process has
 * taken it, or another #MarchError; nothing is lost then
 */
MarchDossier *
march_recovery_open (MarchRecovery *recovery, GError **error)
{
  g_autoptr (MarchWorkingCopy) copy = march_working_copy_lock (recovery->folder, error);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (copy == NULL || !march_working_copy_open (copy, error))
    return NULL;
  corpus = march_corpus_load (copy->database, warnings, error);
  if (corpus == NULL)
    return NULL;
  dossier = march_dossier_new_recovered (g_steal_pointer (&copy), g_steal_pointer (&corpus),
                                         g_steal_pointer (&warnings));
  if (!march_dossier_read_undo (dossier, error))
    return NULL;
  return g_steal_pointer (&dossier);
}

/**
 * march_recovery_discard:
 *
 * Gives the unsaved edits up for good.
 *
 * Returns: %FALSE with %MARCH_ERROR_BUSY if another process has taken them, or another #MarchError
 */
gboolean
march_recovery_discard (MarchRecovery *recovery, GError **error)
{
  g_autoptr (MarchWorkingCopy) copy = march_working_copy_lock (recovery->folder, error);

  if (copy == NULL)
    return FALSE;
  march_working_copy_remove (copy);
  return TRUE;
}
