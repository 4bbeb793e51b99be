/* march-dossier-history.c — who changed what, and when, as the file itself tells it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-history.h"

#include "dossier/march-database-private.h"

static void
entry_free (gpointer data)
{
  MarchHistoryEntry *entry = data;

  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_free (entry);
}

static MarchHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  MarchHistoryEntry *entry = g_new0 (MarchHistoryEntry, 1);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->at = g_strdup (march_statement_get_text (statement, 1));
  entry->who = g_strdup (march_statement_get_text (statement, 2));
  entry->label = g_strdup (march_statement_get_text (statement, 3));
  entry->undoes = sqlite3_column_int64 (statement, 4);
  entry->n_inserted = (guint) sqlite3_column_int64 (statement, 5);
  entry->n_updated = (guint) sqlite3_column_int64 (statement, 6);
  entry->n_deleted = (guint) sqlite3_column_int64 (statement, 7);
  return entry;
}

static GPtrArray *
read_history (MarchDatabase *database, guint most, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (
      database->handle,
      "SELECT history.id, coalesce (at, ''), coalesce (who, ''), coalesce (label, ''), "
      "coalesce (undoes_id, 0), "
      "count (*) FILTER (WHERE action = 'insert'), count (*) FILTER (WHERE action = 'update'), "
      "count (*) FILTER (WHERE action = 'delete') "
      "FROM history LEFT JOIN history_row ON history_id = history.id "
      "GROUP BY history.id ORDER BY at DESC, history.id LIMIT ?1",
      error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, most == 0 ? -1 : (gint64) most);
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (entries, read_entry (statement));
  return done ? g_steal_pointer (&entries) : NULL;
}

/**
 * march_dossier_list_history:
 * @most: how many entries at most; 0: all
 *
 * Who changed what and when, saved or not, what was taken back included. It travels with the file.
 * On a connection of its own, also while the dossier is busy.
 *
 * Returns: (transfer full) (element-type MarchHistoryEntry): the newest first; %NULL with a
 * #MarchError
 */
GPtrArray *
march_dossier_list_history (MarchDossier *dossier, guint most, GError **error)
{
  MarchAccess access = MARCH_ACCESS_READ;
  const char *path = march_dossier_get_reading_path (dossier, &access);
  g_autoptr (MarchDatabase) database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  database = march_database_open (path, access, error);
  return database != NULL ? read_history (database, most, error) : NULL;
}

/**
 * march_dossier_count_history:
 *
 * Returns: how many entries the history has; -1 with a #MarchError
 */
gint64
march_dossier_count_history (MarchDossier *dossier, GError **error)
{
  MarchAccess access = MARCH_ACCESS_READ;
  const char *path = march_dossier_get_reading_path (dossier, &access);
  g_autoptr (MarchDatabase) database = NULL;
  gint64 n = 0;

  g_return_val_if_fail (path != NULL, -1);

  database = march_database_open (path, access, error);
  if (database == NULL ||
      !march_sqlite_select_integer (database->handle, "SELECT count (*) FROM history", &n, error))
    return -1;
  return n;
}
