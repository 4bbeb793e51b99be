/* march-edit-history.c — what an edit leaves behind besides the records: the history, and the
 * GeoPackage's own account */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-edit-private.h"

#include "dossier/march-database-private.h"

typedef struct
{
  const MarchRecordTable *table;
  gint64                  id;
  MarchChangeAction       action;
} Change;

static const char *const action_names[] = {
  [MARCH_CHANGE_INSERT] = "insert",
  [MARCH_CHANGE_UPDATE] = "update",
  [MARCH_CHANGE_DELETE] = "delete",
};

/**
 * march_edit_note:
 *
 * Notes a change for the history.
 */
void
march_edit_note (MarchEdit              *edit,
                 const MarchRecordTable *table,
                 gint64                  id,
                 MarchChangeAction       action)
{
  Change change = { table, id, action };

  if (edit->changes == NULL)
    edit->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_append_val (edit->changes, change);
}

/* To the microsecond: an edit and its undoing may share a millisecond, and are listed in order. */
static char *
now_iso (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", seconds, g_date_time_get_microsecond (now));
}

static gboolean
write_entry (MarchEdit *edit, const char *at, GError **error)
{
  g_autofree char *uuid = edit->history_uuid != NULL ? g_strdup (edit->history_uuid)
                                                     : march_edit_make_uuid ();
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (edit->database->handle,
                                   "INSERT INTO history (id, uuid, at, who, label, undoes_id) "
                                   "VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0))",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, edit->history_id);
  march_statement_bind_text (statement, 2, uuid);
  march_statement_bind_text (statement, 3, at);
  march_statement_bind_text (statement, 4, edit->who);
  march_statement_bind_text (statement, 5, edit->label);
  sqlite3_bind_int64 (statement, 6, edit->undoes_id);
  return march_statement_run (statement, error);
}

static gboolean
write_rows (MarchEdit *edit, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (edit->database->handle,
                                   "INSERT INTO history_row (id, history_id, record_table, "
                                   "record_id, action) VALUES (?1, ?2, ?3, ?4, ?5)",
                                   error);
  for (guint i = 0; statement != NULL && i < edit->changes->len; i++)
    {
      Change *change = &g_array_index (edit->changes, Change, i);

      sqlite3_bind_int64 (statement, 1,
                          edit->fixed_at != NULL ? (gint64) i + 1 : march_edit_make_id ());
      sqlite3_bind_int64 (statement, 2, edit->history_id);
      march_statement_bind_text (statement, 3, change->table->name);
      sqlite3_bind_int64 (statement, 4, change->id);
      march_statement_bind_text (statement, 5, action_names[change->action]);
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
was_changed (MarchEdit *edit, const MarchRecordTable *table)
{
  for (guint i = 0; i < edit->changes->len; i++)
    if (g_array_index (edit->changes, Change, i).table == table)
      return TRUE;
  return FALSE;
}

/* GeoPackage's table of contents has each layer's extent and each table's last change. */
static gboolean
account_for_table (MarchEdit *edit, const MarchRecordTable *table, const char *at, GError **error)
{
  if (!march_sqlite_run_format (edit->database->handle, error,
                                "UPDATE gpkg_contents SET last_change = '%s' WHERE table_name = "
                                "'%s'",
                                at, table->name))
    return FALSE;
  return !table->is_layer ||
         march_sqlite_run_format (edit->database->handle, error,
                                  "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "
                                  "(SELECT min (ST_MinX (geom)), min (ST_MinY (geom)), max "
                                  "(ST_MaxX (geom)), max (ST_MaxY (geom)) FROM %s) "
                                  "WHERE table_name = '%s'",
                                  table->name, table->name);
}

/* The first edit of a file, at a fixed moment: the file was made then. */
static gboolean
fix_moment (MarchEdit *edit, GError **error)
{
  return march_sqlite_run_format (edit->database->handle, error,
                                  "UPDATE gpkg_contents SET last_change = '%s'", edit->fixed_at) &&
         march_sqlite_run_format (edit->database->handle, error,
                                  "UPDATE schema_version SET applied = '%s'", edit->fixed_at);
}

/**
 * march_edit_write_history:
 * @edit: one that has changed something
 *
 * Writes who changed what and when, and brings the GeoPackage's own account up to date.
 */
gboolean
march_edit_write_history (MarchEdit *edit, GError **error)
{
  g_autofree char        *at = edit->fixed_at != NULL ? g_strdup (edit->fixed_at) : now_iso ();
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  if (!write_entry (edit, at, error) || !write_rows (edit, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (was_changed (edit, &tables[i]) && !account_for_table (edit, &tables[i], at, error))
      return FALSE;
  if (edit->fixed_at != NULL)
    return fix_moment (edit, error);
  return march_sqlite_run_format (edit->database->handle, error,
                                  "UPDATE gpkg_contents SET last_change = '%s' WHERE table_name IN "
                                  "('history', 'history_row')",
                                  at);
}
