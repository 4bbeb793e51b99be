/* march-changes-settled.c — whether a file of changes was applied here before, and still is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-apply.h"

/* The history's entry of applying @changes by @who has a UUID that follows from both, so that it is
 * found again: the first half of a SHA-256 as RFC 9562 wants it of version 8. Each time that it is
 * decided anew counts. */
static char *
make_uuid (MarchChanges *changes, const char *who, guint turn)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changes->bytes);
  g_autofree char *seed = g_strdup_printf ("%s %u %s", digest, turn, who);
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-%c%.3s-%.12s", hex, hex + 8, hex + 13,
                          "89ab"[g_ascii_xdigit_value (hex[16]) % 4], hex + 17, hex + 20);
}

/* @at: (out): when it was applied, in ISO 8601; %NULL: it was not. @undone: (out): taken back */
static gboolean
find_entry (MarchDatabase *database, const char *uuid, char **at, gboolean *undone, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean is_row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT at, EXISTS (SELECT 1 FROM history AS taken WHERE "
                                   "taken.undoes_id = history.id AND NOT EXISTS (SELECT 1 FROM "
                                   "history AS redo WHERE redo.undoes_id = taken.id)) "
                                   "FROM history WHERE uuid = ?1",
                                   error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, uuid);
  if (!march_statement_step (statement, &is_row, error))
    return FALSE;
  *at = is_row ? g_strdup (march_statement_get_text (statement, 0)) : NULL;
  *undone = is_row && sqlite3_column_int (statement, 1) != 0;
  return TRUE;
}

/**
 * march_changes_find_settled:
 * @who: who applies
 * @at: (out) (nullable): when they applied the same file last, if that was not undone
 * @uuid: (out): for the history's entry of applying it now
 *
 * What was decided on when a file was applied is not asked again. Undoing takes the decisions back,
 * redoing takes that back.
 */
gboolean
march_changes_find_settled (MarchChanges  *changes,
                            MarchDatabase *database,
                            const char    *who,
                            char         **at,
                            char         **uuid,
                            GError       **error)
{
  g_autofree char *last = NULL;

  for (guint turn = 0;; turn++)
    {
      g_autofree char *tried = make_uuid (changes, who, turn);
      g_autofree char *found = NULL;
      gboolean         undone = FALSE;

      if (!find_entry (database, tried, &found, &undone, error))
        return FALSE;
      if (found == NULL)
        {
          *uuid = g_steal_pointer (&tried);
          *at = g_steal_pointer (&last);
          return TRUE;
        }
      g_free (last);
      last = undone ? NULL : g_steal_pointer (&found);
    }
}

/**
 * march_changes_note_decided:
 *
 * Where all that was decided is to leave everything as it stands, nothing is written. The dossier's
 * own record counts one edit more then, so that there is an entry in the history and something to
 * undo.
 */
gboolean
march_changes_note_decided (MarchChangesApply *apply, GError **error)
{
  const MarchChangesPlan *plan = apply->plan;

  if (apply->edit->changes != NULL || plan->conflicts->len + plan->sources->len == 0)
    return TRUE;
  march_edit_note (apply->edit, march_record_find_table ("dossier"), 1, MARCH_CHANGE_UPDATE);
  return march_sqlite_run (apply->merge.target->handle,
                           "UPDATE dossier SET version = version + 1", error);
}
