/* march-edit.c — one edit: one transaction, one undo step with a label, one entry of the history */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-edit.h"
#include "dossier/march-edit-private.h"

#include <errno.h>
#include <sys/random.h>

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-edtf.h"
#include "base/march-error.h"
#include "corpus/march-csl.h"
#include "dossier/march-database-private.h"
#include "dossier/march-row-private.h"
#include "dossier/march-undo-log.h"

#define ID_BITS 52

/* Only the record tables, by name: what triggers and the indexes write must not be recorded, or
 * undoing would write it twice. */
static gboolean
record_changes (MarchEdit *edit, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);
  int code = sqlite3session_create (edit->database->handle, "main", &edit->session);

  for (guint i = 0; code == SQLITE_OK && i < n_tables; i++)
    code = sqlite3session_attach (edit->session, tables[i].name);
  return code == SQLITE_OK || march_sqlite_fail (edit->database->handle, code, error);
}

static MarchEdit *
begin (MarchDatabase *database,
       const char    *label,
       const char    *who,
       gboolean       recorded,
       GError       **error)
{
  g_autoptr (MarchEdit) edit = g_new0 (MarchEdit, 1);

  edit->database = database;
  edit->label = g_strdup (label);
  edit->who = g_strdup (who);
  edit->history_id = march_edit_make_id ();
  edit->touched = march_touched_new ();
  if (!march_database_begin (database, error))
    return NULL;
  edit->open = TRUE;
  if (recorded && !record_changes (edit, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/**
 * march_edit_begin:
 * @database: open for writing; it has to outlive the edit
 * @label: what the undo command and the history call it, a short phrase such as "Prefer an
 * assertion"
 * @who: who does it, for the history
 *
 * Returns: (transfer full): an edit, or %NULL with %MARCH_ERROR_BUSY, %MARCH_ERROR_READ_ONLY or
 * another #MarchError
 */
MarchEdit *
march_edit_begin (MarchDatabase *database, const char *label, const char *who, GError **error)
{
  g_return_val_if_fail (label != NULL && *label != '\0', NULL);
  g_return_val_if_fail (who != NULL, NULL);

  return begin (database, label, who, database->has_undo_log, error);
}

/**
 * march_edit_begin_replay:
 * @undoes_id: the history entry that this edit takes back; 0: none
 *
 * As march_edit_begin(), for an edit that is no undo step of its own.
 */
MarchEdit *
march_edit_begin_replay (MarchDatabase *database,
                         const char    *label,
                         const char    *who,
                         gint64         undoes_id,
                         GError       **error)
{
  MarchEdit *edit = begin (database, label, who, FALSE, error);

  if (edit != NULL)
    edit->undoes_id = undoes_id;
  return edit;
}

void
march_edit_free (MarchEdit *edit)
{
  march_edit_cancel (edit);
  g_clear_pointer (&edit->changes, g_array_unref);
  march_touched_free (edit->touched);
  g_free (edit->label);
  g_free (edit->who);
  g_free (edit->history_uuid);
  g_free (edit->fixed_at);
  g_free (edit);
}

static void
fill_randomly (void *bytes, gsize length)
{
  while (getrandom (bytes, length, 0) != (gssize) length)
    g_assert (errno == EINTR);
}

/**
 * march_edit_fix:
 * @edit: the first edit of a new file, not yet committed
 * @at: when the history says that it was done, ISO 8601 in UTC
 * @history_id: of its entry in the history
 * @history_uuid: of that entry
 *
 * Leaves nothing of the edit to the clock or to chance, so that the same edit always gives the same
 * file. The file itself counts as made at that moment. For a compiler; whoever edits by hand has a
 * history of their own.
 */
void
march_edit_fix (MarchEdit *edit, const char *at, gint64 history_id, const char *history_uuid)
{
  g_return_if_fail (edit->open && edit->fixed_at == NULL);

  edit->fixed_at = g_strdup (at);
  edit->history_id = history_id;
  edit->history_uuid = g_strdup (history_uuid);
}

/**
 * march_edit_make_id:
 *
 * Returns: a random id for a record: positive, 52 bits, so that two analysts never give the same
 * one. Any thread
 */
gint64
march_edit_make_id (void)
{
  guint64 bits = 0;

  while ((bits >> (64 - ID_BITS)) == 0)
    fill_randomly (&bits, sizeof bits);
  return (gint64) (bits >> (64 - ID_BITS));
}

/**
 * march_edit_make_uuid:
 *
 * From the system's source of chance: GLib's own would repeat itself in a forked process.
 *
 * Returns: (transfer full): a random UUID (RFC 9562, version 4). Any thread
 */
char *
march_edit_make_uuid (void)
{
  guint16 parts[8];

  fill_randomly (parts, sizeof parts);
  parts[3] = (parts[3] & 0x0fff) | 0x4000;
  parts[4] = (parts[4] & 0x3fff) | 0x8000;
  return g_strdup_printf ("%04x%04x-%04x-%04x-%04x-%04x%04x%04x", parts[0], parts[1], parts[2],
                          parts[3], parts[4], parts[5], parts[6], parts[7]);
}

static void
set_day (MarchRow *row, const char *column, MarchDay day)
{
  if (column == NULL)
    return;
  if (day == MARCH_DAY_MIN || day == MARCH_DAY_MAX)
    march_row_set_null (row, column);
  else
    march_row_set_integer (row, column, day);
}

/* The columns with days always follow from the date as given. */
static gboolean
derive_days (const MarchRecordDates *dates, MarchRow *row, GError **error)
{
  const char *text = dates != NULL ? march_row_get_text (row, dates->edtf) : NULL;
  g_autoptr (MarchEdtf) edtf = NULL;
  MarchPeriod period = { MARCH_DAY_MIN, MARCH_DAY_MAX, MARCH_DAY_MIN, MARCH_DAY_MAX };

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    {
      edtf = march_edtf_new (text, error);
      if (edtf == NULL)
        return FALSE;
      period = *march_edtf_get_period (edtf);
    }
  set_day (row, dates->from_earliest, period.from_earliest);
  set_day (row, dates->from_latest, period.from_latest);
  set_day (row, dates->until_earliest, period.until_earliest);
  set_day (row, dates->until_latest, period.until_latest);
  return TRUE;
}

/* What the tables' own rules can't say. */
static gboolean
check_values (MarchRow *row, GError **error)
{
  const char      *csl = march_row_get_text (row, "csl");
  g_autofree char *author = NULL, *publication = NULL;

  return csl == NULL || march_csl_read (csl, &author, &publication, error);
}

static gboolean
run_with_row (MarchEdit *edit, const char *sql, MarchRow *row, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (edit->database->handle, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; row != NULL && i < march_row_get_n_cells (row); i++)
    march_row_bind (row, i, statement, (int) i + 2);
  return march_statement_run (statement, error);
}

static gboolean
insert_row (MarchEdit              *edit,
            const MarchRecordTable *table,
            gint64                  id,
            MarchRow               *row,
            GError                **error)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) values = g_string_new ("?1");
  g_autofree char *sql = NULL;

  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    {
      g_string_append_printf (columns, ", \"%s\"", march_row_get_column (row, i));
      g_string_append_printf (values, ", ?%u", i + 2);
    }
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, columns->str, values->str);
  return run_with_row (edit, sql, row, id, error);
}

static gboolean
update_row (MarchEdit              *edit,
            const MarchRecordTable *table,
            gint64                  id,
            MarchRow               *row,
            GError                **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET version = version + 1", table->name);
  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    g_string_append_printf (sql, ", \"%s\" = ?%u", march_row_get_column (row, i), i + 2);
  g_string_append (sql, " WHERE id = ?1");
  return run_with_row (edit, sql->str, row, id, error);
}

static gboolean
delete_row (MarchEdit *edit, const MarchRecordTable *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table->name);

  return run_with_row (edit, sql, NULL, id, error);
}

/* SQLite finds nothing wrong with changing a row that is not there. */
static gboolean
check_changed (MarchEdit *edit, const char *table, gint64 id, GError **error)
{
  if (sqlite3_changes64 (edit->database->handle) == 1)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
               _ ("The dossier has no record %" PRId64 " in “%s”. It may have been deleted."), id,
               table);
  return FALSE;
}

static gboolean
touch (MarchEdit *edit, const MarchRecordTable *table, gint64 id, GError **error)
{
  return march_touched_add (edit->touched, edit->database, table, id, error);
}

/**
 * march_edit_insert:
 * @table: a record table
 * @id: for the new record; 0 for a random one
 * @row: its columns; those left out take their defaults. The columns that the edit fills in are
 * added to it
 *
 * Returns: the record's id, 0 with %MARCH_ERROR_BAD_INPUT if a rule of the tables or a date speaks
 * against it, or another #MarchError
 */
gint64
march_edit_insert (MarchEdit *edit, const char *table, gint64 id, MarchRow *row, GError **error)
{
  const MarchRecordTable *record_table = march_record_find_table (table);

  g_return_val_if_fail (record_table != NULL && edit->open, 0);
  g_return_val_if_fail (id >= 0 && id < G_GINT64_CONSTANT (1) << ID_BITS, 0);

  if (id == 0)
    id = march_edit_make_id ();
  if (!march_row_has (row, "uuid"))
    {
      g_autofree char *uuid = march_edit_make_uuid ();

      march_row_set_text (row, "uuid", uuid);
    }
  if (!check_values (row, error) || !derive_days (record_table->dates, row, error) ||
      !insert_row (edit, record_table, id, row, error) || !touch (edit, record_table, id, error))
    {
      edit->failed = TRUE;
      return 0;
    }
  march_edit_note (edit, record_table, id, MARCH_CHANGE_INSERT);
  return id;
}

/**
 * march_edit_update:
 * @row: the columns that change; those that the edit fills in are added to it
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if there is no such record, %MARCH_ERROR_BAD_INPUT if
 * a rule speaks against the change, or another #MarchError
 */
gboolean
march_edit_update (MarchEdit *edit, const char *table, gint64 id, MarchRow *row, GError **error)
{
  const MarchRecordTable *record_table = march_record_find_table (table);

  g_return_val_if_fail (record_table != NULL && edit->open, FALSE);

  if (!check_values (row, error) || !derive_days (record_table->dates, row, error) ||
      !touch (edit, record_table, id, error) || !update_row (edit, record_table, id, row, error) ||
      !check_changed (edit, table, id, error) || !touch (edit, record_table, id, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }
  march_edit_note (edit, record_table, id, MARCH_CHANGE_UPDATE);
  return TRUE;
}

/**
 * march_edit_delete:
 *
 * Deletes a record. What refers to it has to be deleted before, in the same edit.
 *
 * Returns: as march_edit_update()
 */
gboolean
march_edit_delete (MarchEdit *edit, const char *table, gint64 id, GError **error)
{
  const MarchRecordTable *record_table = march_record_find_table (table);

  g_return_val_if_fail (record_table != NULL && edit->open, FALSE);

  if (!touch (edit, record_table, id, error) || !delete_row (edit, record_table, id, error) ||
      !check_changed (edit, table, id, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }
  march_edit_note (edit, record_table, id, MARCH_CHANGE_DELETE);
  return TRUE;
}

static gboolean
log_step (MarchEdit *edit, GError **error)
{
  void    *changeset = NULL;
  int      size = 0;
  int      code;
  gboolean good;

  if (edit->session == NULL)
    return TRUE;
  code = sqlite3session_changeset (edit->session, &size, &changeset);
  if (code != SQLITE_OK)
    return march_sqlite_fail (edit->database->handle, code, error);
  good = size == 0 || march_undo_log_append (edit->database, edit->label, changeset, (gsize) size,
                                             edit->history_id, error);
  sqlite3_free (changeset);
  return good;
}

static gboolean
finish (MarchEdit *edit, GError **error)
{
  if (edit->failed)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                   _ ("“%s” was not done, as one of its changes failed."), edit->label);
      return FALSE;
    }
  return march_search_index_refresh (edit->database, edit->touched, error) &&
         march_edit_write_history (edit, error) && log_step (edit, error) &&
         march_database_commit (edit->database, error);
}

/**
 * march_edit_commit:
 *
 * Makes the edit durable: when this returns, it is on the disk with its undo step and its entry in
 * the history. An edit without any change leaves no trace. The edit still has to be freed.
 *
 * Returns: %FALSE with a #MarchError; nothing of the edit has happened then
 */
gboolean
march_edit_commit (MarchEdit *edit, GError **error)
{
  gboolean good;

  g_return_val_if_fail (edit->open, FALSE);

  good = (edit->changes == NULL && !edit->failed) || finish (edit, error);
  if (good && edit->changes != NULL)
    edit->open = FALSE;
  march_edit_cancel (edit);
  return good;
}

/**
 * march_edit_cancel:
 *
 * Undoes what the edit has done so far; does nothing if it is committed or cancelled. The edit
 * still has to be freed.
 */
void
march_edit_cancel (MarchEdit *edit)
{
  g_clear_pointer (&edit->session, sqlite3session_delete);
  if (edit->open)
    march_database_rollback (edit->database);
  edit->open = FALSE;
}
