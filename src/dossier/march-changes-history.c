/* march-changes-history.c — the colleague's history comes along: who changed what stays true */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-apply.h"

static const char *const action_names[] = {
  [MARCH_CHANGE_INSERT] = "insert",
  [MARCH_CHANGE_UPDATE] = "update",
  [MARCH_CHANGE_DELETE] = "delete",
};

/* Not what is here already, as of changes that are applied again. */
static gboolean
write_entry (MarchDatabase           *target,
             const MarchChangesEntry *entry,
             gboolean                *written,
             GError                 **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (target->handle,
                                   "INSERT OR IGNORE INTO history (id, uuid, at, who, label, "
                                   "undoes_id) VALUES (?1, ?2, ?3, ?4, ?5, "
                                   "(SELECT id FROM history WHERE id = ?6))",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->id);
  march_statement_bind_text (statement, 2, entry->uuid);
  march_statement_bind_text (statement, 3, entry->at);
  march_statement_bind_text (statement, 4, entry->who);
  march_statement_bind_text (statement, 5, entry->label);
  sqlite3_bind_int64 (statement, 6, entry->undoes);
  if (!march_statement_run (statement, error))
    return FALSE;
  *written = sqlite3_changes64 (target->handle) > 0;
  return TRUE;
}

static gboolean
write_rows (MarchDatabase *target, const MarchChangesEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (target->handle,
                                   "INSERT INTO history_row (id, history_id, record_table, "
                                   "record_id, action) VALUES (?1, ?2, ?3, ?4, ?5)",
                                   error);
  for (guint i = 0; statement != NULL && i < entry->rows->len; i++)
    {
      const MarchChangesEntryRow *row = entry->rows->pdata[i];

      sqlite3_bind_int64 (statement, 1, march_edit_make_id ());
      sqlite3_bind_int64 (statement, 2, entry->id);
      march_statement_bind_text (statement, 3, row->table->name);
      sqlite3_bind_int64 (statement, 4, row->id);
      march_statement_bind_text (statement, 5, action_names[row->action]);
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/**
 * march_changes_write_history:
 *
 * Writes what the colleague's history tells and the target's does not, if anything was written at
 * all. Undoing the edit leaves it: it was done, and was taken back here.
 */
gboolean
march_changes_write_history (MarchChangesApply *apply, GError **error)
{
  if (apply->edit->changes == NULL)
    return TRUE;
  for (guint i = 0; i < apply->changes->history->len; i++)
    {
      const MarchChangesEntry *entry = apply->changes->history->pdata[i];
      gboolean                 written = FALSE;

      if (!write_entry (apply->merge.target, entry, &written, error) ||
          (written && !write_rows (apply->merge.target, entry, error)))
        return FALSE;
    }
  return TRUE;
}
