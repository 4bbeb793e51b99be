/* march-edit-replay.c — an edit that does an earlier one again, or backwards */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-edit-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-imports-private.h"

/* An owned part of SQLite's memory. */
typedef void SqliteMemory;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SqliteMemory, sqlite3_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changeset_iter, sqlite3changeset_finalize)

/* Nobody but us writes to a working copy: any conflict means that the log does not belong to it. */
static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static MarchChangeAction
get_action (int operation)
{
  switch (operation)
    {
    case SQLITE_INSERT:
      return MARCH_CHANGE_INSERT;
    case SQLITE_DELETE:
      return MARCH_CHANGE_DELETE;
    default:
      return MARCH_CHANGE_UPDATE;
    }
}

/* Every table of ours has its key in the first column, which an update gives as an old value. */
static gint64
get_id (sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *value = NULL;
  int            code = operation == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &value)
                                                   : sqlite3changeset_old (iter, 0, &value);

  return code == SQLITE_OK && value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Notes what is found by the rows of the changeset as they stand, and, if @noting, the changes
 * themselves. */
static gboolean
touch_rows (MarchEdit *edit, const void *changeset, int size, gboolean noting, GError **error)
{
  g_autoptr (sqlite3_changeset_iter) iter = NULL;
  int code = sqlite3changeset_start (&iter, size, (void *) changeset);

  while (code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char             *name;
      const MarchRecordTable *table;
      int                     n_columns, operation;
      gint64                  id;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      id = get_id (iter, operation);
      table = march_record_find_table (name);
      if (table == NULL)
        return march_sqlite_fail (edit->database->handle, SQLITE_CORRUPT, error);
      if (!march_touched_add (edit->touched, edit->database, table, id, error))
        return FALSE;
      if (noting)
        march_edit_note (edit, table, id, get_action (operation));
      if (noting && operation == SQLITE_INSERT &&
          !march_imports_check_whole (edit->database, name, id, error))
        return FALSE;
      code = SQLITE_OK;
    }
  return code == SQLITE_DONE || code == SQLITE_OK ||
         march_sqlite_fail (edit->database->handle, code, error);
}

static gboolean
apply (MarchEdit *edit, const void *changeset, int size, GError **error)
{
  int code = sqlite3changeset_apply (edit->database->handle, size, (void *) changeset, NULL,
                                     conflict_cb, NULL);

  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("“%s” can't be done: the records are no longer as that step left them."),
                   edit->label);
      return FALSE;
    }
  return code == SQLITE_OK || march_sqlite_fail (edit->database->handle, code, error);
}

/**
 * march_edit_replay:
 * @changeset: what an earlier edit of the same file did
 * @backwards: whether to undo it
 */
gboolean
march_edit_replay (MarchEdit *edit, GBytes *changeset, gboolean backwards, GError **error)
{
  const void *data = g_bytes_get_data (changeset, NULL);
  int         size = (int) g_bytes_get_size (changeset);
  g_autoptr (SqliteMemory) inverse = NULL;

  if (backwards)
    {
      int code = sqlite3changeset_invert (size, data, &size, &inverse);

      if (code != SQLITE_OK)
        return march_sqlite_fail (edit->database->handle, code, error);
      data = inverse;
    }

  edit->failed = !touch_rows (edit, data, size, FALSE, error) || !apply (edit, data, size, error) ||
                 !touch_rows (edit, data, size, TRUE, error);
  return !edit->failed;
}
