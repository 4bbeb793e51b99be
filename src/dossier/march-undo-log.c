/* march-undo-log.c — the steps that can be undone and redone, beside a working copy */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-undo-log.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-edit-private.h"

/* Attached to the working copy's connection, so that SQLite commits both files or neither. */
static const char log_tables[] =
    "PRAGMA undo.synchronous = FULL;"
    "CREATE TABLE IF NOT EXISTS undo.step (number INTEGER PRIMARY KEY, label TEXT NOT NULL, "
    "changeset BLOB NOT NULL, history_id INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS undo.state (id INTEGER PRIMARY KEY CHECK (id = 1), position "
    "INTEGER NOT NULL, saved INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS undo.detour (number INTEGER PRIMARY KEY, label TEXT NOT NULL, "
    "changeset BLOB NOT NULL, history_id INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS undo.save (position INTEGER PRIMARY KEY, at INTEGER NOT NULL);"
    "INSERT OR IGNORE INTO undo.state VALUES (1, 0, 0);"
    "INSERT OR IGNORE INTO undo.save VALUES (0, 0);";

/* "detour" has the steps that led from where the log forked to what was saved, once they were
 * undone and others done in their place: what was done since can still be told. It begins at the
 * lowest position that was the last before another step was done, and ends at the saved one. */
static const char keep_detour[] =
    "INSERT INTO undo.detour SELECT step.* FROM undo.step, undo.state WHERE number > position AND "
    "number <= CASE WHEN saved >= 0 THEN saved "
    "ELSE ifnull ((SELECT min (number) FROM undo.detour) - 1, -1) END;";

void
march_undo_step_free (MarchUndoStep *step)
{
  g_free (step->label);
  g_bytes_unref (step->changeset);
  g_free (step);
}

void
march_undo_state_clear (MarchUndoState *state)
{
  g_clear_pointer (&state->undo_label, g_free);
  g_clear_pointer (&state->redo_label, g_free);
  g_clear_pointer (&state->saves, g_array_unref);
}

/**
 * march_undo_log_attach:
 * @database: a working copy, open for writing
 * @path: of the log, which is made if it isn't there
 *
 * From now on every edit of @database adds a step to the log.
 */
gboolean
march_undo_log_attach (MarchDatabase *database, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_set_contents (path, "", 0, error))
    return FALSE;
  statement = march_statement_new (database->handle, "ATTACH ?1 AS undo", error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, absolute);
  if (!march_statement_run (statement, error) ||
      !march_sqlite_run (database->handle, log_tables, error))
    return FALSE;
  database->has_undo_log = TRUE;
  return TRUE;
}

/**
 * march_undo_log_open:
 *
 * Opens a log alone, to look into it.
 */
MarchDatabase *
march_undo_log_open (const char *path, GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_open_memory (error);

  if (database == NULL || !march_undo_log_attach (database, path, error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * march_undo_log_append:
 *
 * Adds a step that was just done, within its transaction. Steps that were undone before it can't be
 * redone any more, and if the file was last saved among them, that state can't be reached.
 */
gboolean
march_undo_log_append (MarchDatabase *database,
                       const char    *label,
                       const void    *changeset,
                       gsize          size,
                       gint64         history_id,
                       GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!march_sqlite_run (database->handle, keep_detour, error) ||
      !march_sqlite_run (database->handle,
                         "DELETE FROM undo.step WHERE number > (SELECT position FROM undo.state);"
                         "DELETE FROM undo.save WHERE position > (SELECT position FROM undo.state);"
                         "UPDATE undo.state SET saved = -1 WHERE saved > position;"
                         "UPDATE undo.state SET position = position + 1;",
                         error))
    return FALSE;
  statement =
      march_statement_new (database->handle,
                           "INSERT INTO undo.step SELECT position, ?1, ?2, ?3 FROM undo.state",
                           error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, label);
  sqlite3_bind_blob64 (statement, 2, changeset, size, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, history_id);
  return march_statement_run (statement, error);
}

static GArray *
read_saves (MarchDatabase *database, GError **error)
{
  g_autoptr (GArray) saves = g_array_new (FALSE, FALSE, sizeof (MarchSave));
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT position, at FROM undo.save "
                                   "WHERE position <= (SELECT count (*) FROM undo.step) "
                                   "ORDER BY position",
                                   error);
  if (statement == NULL)
    return NULL;
  while (march_statement_next (statement, &done, error))
    {
      const MarchSave save = { sqlite3_column_int64 (statement, 0),
                               sqlite3_column_int64 (statement, 1) };

      g_array_append_val (saves, save);
    }
  return done ? g_steal_pointer (&saves) : NULL;
}

/**
 * march_undo_log_read:
 * @state: (out caller-allocates): how far the log goes; clear it with march_undo_state_clear()
 */
gboolean
march_undo_log_read (MarchDatabase *database, MarchUndoState *state, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT (SELECT count (*) FROM undo.step), position, saved, "
                                   "(SELECT label FROM undo.step WHERE number = position), (SELECT "
                                   "label FROM undo.step WHERE number = position + 1) "
                                   "FROM undo.state",
                                   error);
  if (statement == NULL || !march_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return march_sqlite_fail (database->handle, SQLITE_CORRUPT, error);
  state->n_steps = sqlite3_column_int64 (statement, 0);
  state->position = sqlite3_column_int64 (statement, 1);
  state->saved = sqlite3_column_int64 (statement, 2);
  state->undo_label = g_strdup (march_statement_get_text (statement, 3));
  state->redo_label = g_strdup (march_statement_get_text (statement, 4));
  state->saves = read_saves (database, error);
  return state->saves != NULL;
}

/**
 * march_undo_log_mark_saved:
 *
 * Notes that the file is now as the working copy is.
 */
gboolean
march_undo_log_mark_saved (MarchDatabase *database, GError **error)
{
  return march_sqlite_run (database->handle,
                           "BEGIN IMMEDIATE;"
                           "DELETE FROM undo.detour;"
                           "UPDATE undo.state SET saved = position;"
                           "INSERT OR REPLACE INTO undo.save "
                           "SELECT position, strftime ('%s', 'now') FROM undo.state;"
                           "COMMIT",
                           error);
}

/**
 * march_undo_log_forget_unsaved:
 *
 * Takes the log back to the last save, as when unsaved edits are given up. What was done since and
 * not in the place of other steps can be redone.
 */
gboolean
march_undo_log_forget_unsaved (MarchDatabase *database, GError **error)
{
  return march_sqlite_run (database->handle,
                           "BEGIN IMMEDIATE;"
                           "DELETE FROM undo.step WHERE (SELECT saved FROM undo.state) < 0 AND "
                           "number >= ifnull ((SELECT min (number) FROM undo.detour), 0);"
                           "UPDATE undo.state SET saved = ifnull ((SELECT max (number) FROM "
                           "undo.detour), 0) WHERE saved < 0;"
                           "INSERT INTO undo.step SELECT * FROM undo.detour;"
                           "DELETE FROM undo.detour;"
                           "UPDATE undo.state SET position = saved;"
                           "COMMIT",
                           error);
}

/**
 * march_undo_log_list_unsaved:
 *
 * Returns: (transfer full) (element-type utf8): the labels of the steps done since the last save,
 * oldest first
 */
GPtrArray *
march_undo_log_list_unsaved (MarchDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT label FROM undo.step, undo.state WHERE number > max "
                                   "(saved, 0) AND number <= position ORDER BY number",
                                   error);
  if (statement == NULL)
    return NULL;
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (labels, g_strdup (march_statement_get_text (statement, 0)));
  return done ? g_steal_pointer (&labels) : NULL;
}

static MarchUndoStep *
make_step (sqlite3_stmt *statement)
{
  MarchUndoStep *step = g_new0 (MarchUndoStep, 1);

  step->label = g_strdup (march_statement_get_text (statement, 0));
  step->changeset = g_bytes_new (sqlite3_column_blob (statement, 1),
                                 (gsize) sqlite3_column_bytes (statement, 1));
  step->history_id = sqlite3_column_int64 (statement, 2);
  return step;
}

/* What is to be undone, last first, then what is to be done, first first. */
static const char path_sql[] =
    "WITH fork (at) AS (SELECT min (position, CASE WHEN saved >= 0 THEN saved "
    "ELSE (SELECT min (number) FROM undo.detour) - 1 END) FROM undo.state) "
    "SELECT label, changeset, history_id, backwards FROM ("
    "SELECT *, 1 AS backwards FROM undo.detour UNION ALL "
    "SELECT step.*, 1 FROM undo.step, undo.state, fork WHERE number > at AND number <= "
    "CASE WHEN saved >= 0 THEN saved ELSE (SELECT min (number) FROM undo.detour) - 1 END "
    "UNION ALL "
    "SELECT step.*, 0 FROM undo.step, undo.state, fork WHERE number > at AND number <= position) "
    "ORDER BY backwards DESC, CASE WHEN backwards THEN -number ELSE number END";

static gboolean
knows_saved_state (MarchDatabase *database, gboolean *knows, GError **error)
{
  gint64 value = 0;

  if (!march_sqlite_select_integer (database->handle,
                                    "SELECT saved >= 0 OR EXISTS (SELECT 1 FROM undo.detour) FROM "
                                    "undo.state",
                                    &value, error))
    return FALSE;
  *knows = value != 0;
  return TRUE;
}

/**
 * march_undo_log_list_steps:
 *
 * Lists what leads from the state that was saved last to the one now: steps that were saved and
 * undone since, backwards, and steps done since.
 *
 * Returns: (transfer full) (element-type MarchUndoStep): the steps in their order; %NULL with
 *   %MARCH_ERROR_CHANGED if the log, begun by an earlier version, does not tell
 */
GPtrArray *
march_undo_log_list_steps (MarchDatabase *database, GError **error)
{
  g_autoptr (GPtrArray)
      steps = g_ptr_array_new_with_free_func ((GDestroyNotify) march_undo_step_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE, knows = FALSE;

  if (!knows_saved_state (database, &knows, error))
    return NULL;
  if (!knows)
    {
      g_set_error_literal (
          error, MARCH_ERROR, MARCH_ERROR_CHANGED,
          _ ("Edits that were saved have been undone since, which can't be merged. "
             "Save under another name, or replace the file; your edits are kept."));
      return NULL;
    }
  statement = march_statement_new (database->handle, path_sql, error);
  if (statement == NULL)
    return NULL;
  while (march_statement_next (statement, &done, error))
    {
      MarchUndoStep *step = make_step (statement);

      step->backwards = sqlite3_column_int (statement, 3) != 0;
      g_ptr_array_add (steps, step);
    }
  return done ? g_steal_pointer (&steps) : NULL;
}

/**
 * march_undo_log_list_since:
 * @position: how many steps were done then
 *
 * Returns: (transfer full) (element-type MarchUndoStep): the steps done since, the last one first
 */
GPtrArray *
march_undo_log_list_since (MarchDatabase *database, gint64 position, GError **error)
{
  g_autoptr (GPtrArray)
      steps = g_ptr_array_new_with_free_func ((GDestroyNotify) march_undo_step_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT label, changeset, history_id FROM undo.step WHERE "
                                   "number > ?1 AND number <= (SELECT position FROM undo.state) "
                                   "ORDER BY number DESC",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, position);
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (steps, make_step (statement));
  return done ? g_steal_pointer (&steps) : NULL;
}

/* @offset: 0 for the step done last, 1 for the one undone last */
static MarchUndoStep *
read_step (MarchDatabase *database, int offset, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT label, changeset, history_id FROM undo.step "
                                   "WHERE number = (SELECT position FROM undo.state) + ?1",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, offset);
  if (!march_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return make_step (statement);
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                       offset == 0 ? _ ("There is nothing to undo.")
                                   : _ ("There is nothing to redo."));
  return NULL;
}

/* @undoes: (out): the entry that replaying the step takes back: its own, or the one that undid it;
 * 0: none, as the history does not reach back so far */
static gboolean
find_undone (MarchDatabase *database, gint64 entry, gboolean backwards, gint64 *undoes,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  *undoes = backwards ? entry : 0;
  if (backwards)
    return TRUE;
  statement = march_statement_new (database->handle,
                                   "SELECT id FROM history AS taken WHERE undoes_id = ?1 AND NOT "
                                   "EXISTS (SELECT 1 FROM history WHERE undoes_id = taken.id) "
                                   "ORDER BY at DESC LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  *undoes = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

static gboolean
replay (MarchDatabase *database, const char *who, gboolean backwards, GError **error)
{
  g_autoptr (MarchUndoStep) step = read_step (database, backwards ? 0 : 1, error);
  g_autofree char *label = NULL;
  g_autoptr (MarchEdit) edit = NULL;
  gint64 undoes = 0;

  if (step == NULL || !find_undone (database, step->history_id, backwards, &undoes, error))
    return FALSE;
  /* Translators: an entry of the history. */
  label = g_strdup_printf (backwards ? _ ("Undo: %s") : _ ("Redo: %s"), step->label);
  edit = march_edit_begin_replay (database, label, who, undoes, error);
  return edit != NULL && march_edit_replay (edit, step->changeset, backwards, error) &&
         march_sqlite_run (database->handle,
                           backwards ? "UPDATE undo.state SET position = position - 1"
                                     : "UPDATE undo.state SET position = position + 1",
                           error) &&
         march_edit_commit (edit, error);
}

/**
 * march_undo_log_undo:
 *
 * Takes the step done last back, as an edit of its own that the history tells.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if there is no step, or another #MarchError
 */
gboolean
march_undo_log_undo (MarchDatabase *database, const char *who, GError **error)
{
  return replay (database, who, TRUE, error);
}

/**
 * march_undo_log_redo:
 *
 * Does the step undone last again. Errors as of march_undo_log_undo().
 */
gboolean
march_undo_log_redo (MarchDatabase *database, const char *who, GError **error)
{
  return replay (database, who, FALSE, error);
}

static gboolean
read_position (MarchDatabase *database, gint64 *position, GError **error)
{
  return march_sqlite_select_integer (database->handle, "SELECT position FROM undo.state", position,
                                      error);
}

static gboolean
walk (MarchDatabase *database, gint64 from, gint64 to, const char *who, GError **error)
{
  for (; from != to; from += from < to ? 1 : -1)
    if (!replay (database, who, from > to, error))
      return FALSE;
  return TRUE;
}

/**
 * march_undo_log_go:
 * @position: how many steps are to be done
 *
 * Undoes or redoes steps one by one, each an edit of its own that the history tells. If one of them
 * fails, those before it are taken back.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if there are not so many steps, or another
 * #MarchError
 */
gboolean
march_undo_log_go (MarchDatabase *database, gint64 position, const char *who, GError **error)
{
  gint64 before = 0, reached = 0;

  if (!read_position (database, &before, error))
    return FALSE;
  if (walk (database, before, position, who, error))
    return TRUE;
  if (read_position (database, &reached, NULL))
    walk (database, reached, before, who, NULL);
  return FALSE;
}
