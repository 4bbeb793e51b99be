/* march-changes-write-parts.c — writes what belongs to imports that are new */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-write-private.h"

#include "dossier/march-merge-row.h"

static gboolean
write_part_rows (MarchChangesJob *job, sqlite3_stmt *statement, GError **error)
{
  gboolean done = FALSE;

  while (march_statement_next (statement, &done, error))
    {
      march_changes_put_byte (job->writer, MARCH_CHANGES_ROW);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        march_changes_put_value (job->writer, sqlite3_column_value (statement, i));
      if (!march_changes_job_go_on (job, error))
        return FALSE;
    }
  return done;
}

static gboolean
write_parts_of (MarchChangesJob *job, const char *part, GStrv columns, GError **error)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE import_id = ?1 ORDER BY id",
                                          list, part);

  for (guint i = 0; i < job->imports->len; i++)
    {
      g_autoptr (sqlite3_stmt) statement = march_statement_new (job->after->handle, sql, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, g_array_index (job->imports, MarchRecordKey, i).id);
      if (!write_part_rows (job, statement, error))
        return FALSE;
    }
  return TRUE;
}

/** march_changes_job_write_parts: writes what belongs to the imports that were added */
gboolean
march_changes_job_write_parts (MarchChangesJob *job, GError **error)
{
  for (guint i = 0; march_changes_parts[i] != NULL; i++)
    {
      MarchRecordTable part = { .name = march_changes_parts[i] };
      g_auto (GStrv) columns = march_merge_list_columns (job->tables, &part, error);

      if (columns == NULL)
        return FALSE;
      march_changes_job_put_columns (job, MARCH_CHANGES_PARTS, part.name, columns);
      if (!write_parts_of (job, part.name, columns, error))
        return FALSE;
    }
  return TRUE;
}
