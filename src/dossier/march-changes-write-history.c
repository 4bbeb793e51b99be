/* march-changes-write-history.c — writes what was done since the earlier state */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-write-private.h"

#include <inttypes.h>

static gboolean
write_entry_rows (MarchChangesJob *job, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM history_row WHERE history_id = %"
                                          PRId64, (int64_t) id);
  gint64   n = 0;
  gboolean done = FALSE;

  statement = march_statement_new (job->after->handle,
                                   "SELECT record_table, record_id, action FROM history_row WHERE "
                                   "history_id = ?1 ORDER BY id",
                                   error);
  if (statement == NULL || !march_sqlite_select_integer (job->after->handle, sql, &n, error))
    return FALSE;
  march_changes_put_count (job->writer, (guint32) n);
  sqlite3_bind_int64 (statement, 1, id);
  while (march_statement_next (statement, &done, error))
    {
      march_changes_put_text (job->writer, march_statement_get_text (statement, 0));
      march_changes_put_number (job->writer, sqlite3_column_int64 (statement, 1));
      march_changes_put_text (job->writer, march_statement_get_text (statement, 2));
    }
  return done;
}

static gboolean
has_entry (MarchDatabase *database, gint64 id, gboolean *has, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM history WHERE id = %" PRId64,
                                          (int64_t) id);
  gint64           n = 0;

  if (!march_sqlite_select_integer (database->handle, sql, &n, error))
    return FALSE;
  *has = n > 0;
  return TRUE;
}

static gboolean
write_entry (MarchChangesJob *job, sqlite3_stmt *statement, GError **error)
{
  gint64   id = sqlite3_column_int64 (statement, 0);
  gboolean has = FALSE;

  if (!has_entry (job->before, id, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  march_changes_put_byte (job->writer, MARCH_CHANGES_HISTORY);
  march_changes_put_number (job->writer, id);
  for (int i = 1; i <= 4; i++)
    march_changes_put_text (job->writer, march_statement_get_text (statement, i));
  march_changes_put_number (job->writer, sqlite3_column_int64 (statement, 5));
  return write_entry_rows (job, id, error);
}

/** march_changes_job_write_history: writes the entries that are new; what undoes one stands after
 * it */
gboolean
march_changes_job_write_history (MarchChangesJob *job, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (job->after->handle,
                                   "SELECT id, uuid, at, who, label, coalesce (undoes_id, 0) FROM "
                                   "history ORDER BY at, undoes_id IS NOT NULL, id",
                                   error);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    if (!write_entry (job, statement, error))
      return FALSE;
  return done;
}
