/* march-recovery-clear.c — removes undo logs that nobody can use any more from the state
 * directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-private.h"

#include <glib/gstdio.h>

#define DAY_S (24 * 3600)
#define AGE_S (30 * (gint64) DAY_S) /* of a log whose dossier has other content now */

/* A dossier that is not there may be on a disk that is not, or in a folder of the trash. */
#define AGE_OF_MISSING_S (365 * (gint64) DAY_S)

static gint64
get_time (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf         status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_mtime : 0;
}

/* Without doubt: a log that can't be read counts as unsaved, and so does a save that was cut off,
 * which march_recovery_list() settles. */
static gboolean
has_nothing_unsaved (MarchWorkingCopy *copy)
{
  g_auto (MarchUndoState) state = { 0 };

  return copy->origin.pending == NULL && march_working_copy_read_state (copy, &state, NULL) &&
         state.position == state.saved;
}

static gboolean
is_useless (MarchWorkingCopy *copy, gint64 age)
{
  g_autofree char *sha256 = NULL;

  if (!g_file_test (copy->origin.path, G_FILE_TEST_EXISTS))
    return age > AGE_OF_MISSING_S;
  sha256 = march_file_hash (copy->origin.path, NULL);
  return sha256 != NULL && !g_str_equal (sha256, copy->origin.sha256);
}

static gboolean
clear_folder (const char *folder, gint64 now)
{
  gint64 age = now - MAX (get_time (folder, "undo.db"), get_time (folder, "origin.ini"));
  g_autoptr (MarchWorkingCopy) copy = NULL;

  if (age <= AGE_S)
    return FALSE;
  copy = march_working_copy_lock (folder, NULL);
  if (copy == NULL || !has_nothing_unsaved (copy) || !is_useless (copy, age))
    return FALSE;
  march_working_copy_remove (copy);
  return TRUE;
}

/**
 * march_recovery_clear_old:
 * @now: seconds since 1970
 *
 * Removes undo logs that were not used for a month and whose dossier has other content now, so that
 * nothing could be undone by them; after a year, also those whose dossier is gone. Unsaved edits
 * stay, however old, and what another process holds. Any thread.
 *
 * Returns: how many were removed
 */
guint
march_recovery_clear_old (gint64 now)
{
  g_autoptr (GPtrArray) folders = march_working_copy_list (NULL);
  guint n = 0;

  for (guint i = 0; i < folders->len; i++)
    if (clear_folder (g_ptr_array_index (folders, i), now))
      n++;
  return n;
}
