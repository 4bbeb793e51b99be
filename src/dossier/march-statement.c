/* march-statement.c — SQL statements that clean up after themselves, and SQLite's errors in our
 * words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-statement.h"

#include <errno.h>
#include <stdarg.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-working-copy.h"

typedef struct
{
  int         code; /* SQLite's primary result code */
  MarchError  error;
  const char *sentence; /* "%s" is the file's name */
  gboolean    detailed; /* SQLite's own words help whoever reports it */
} CodeMeaning;

/* One table for every result code that data, a disk or another process can cause. */
static const CodeMeaning code_meanings[] = {
  { SQLITE_FULL, MARCH_ERROR_NO_SPACE,
    N_ ("The disk that holds “%s” is full. Free some space and try again; what was stored before "
        "is unharmed."),
    FALSE },
  { SQLITE_READONLY, MARCH_ERROR_READ_ONLY,
    N_ ("“%s” can't be written to. Save it in another folder."), FALSE },
  { SQLITE_PERM, MARCH_ERROR_READ_ONLY,
    N_ ("Access to “%s” is not permitted. Ask its owner, or work on a copy."), FALSE },
  { SQLITE_AUTH, MARCH_ERROR_READ_ONLY,
    N_ ("Access to “%s” is not permitted. Ask its owner, or work on a copy."), FALSE },
  { SQLITE_BUSY, MARCH_ERROR_BUSY,
    N_ ("Another program is writing to “%s”. Try again in a moment."), FALSE },
  { SQLITE_LOCKED, MARCH_ERROR_BUSY,
    N_ ("Another program is writing to “%s”. Try again in a moment."), FALSE },
  { SQLITE_CORRUPT, MARCH_ERROR_DAMAGED, N_ ("“%s” is damaged. Open an earlier copy of it."),
    TRUE },
  { SQLITE_SCHEMA, MARCH_ERROR_DAMAGED,
    N_ ("The tables of “%s” are not those of a dossier. Open an earlier copy of it."), TRUE },
  { SQLITE_ERROR, MARCH_ERROR_DAMAGED,
    N_ ("The tables of “%s” are not those of a dossier. Open an earlier copy of it."), TRUE },
  { SQLITE_FORMAT, MARCH_ERROR_DAMAGED, N_ ("“%s” is damaged. Open an earlier copy of it."), TRUE },
  { SQLITE_NOTADB, MARCH_ERROR_NOT_A_DOSSIER,
    N_ ("“%s” is not a dossier. Choose a GeoPackage that Marchland has written."), FALSE },
  { SQLITE_CANTOPEN, MARCH_ERROR_NOT_FOUND,
    N_ ("“%s” can't be opened. Check that it still exists and that you may read it."), FALSE },
  { SQLITE_CONSTRAINT, MARCH_ERROR_BAD_INPUT,
    N_ ("“%s” can't hold this value, as it would contradict the dossier's rules. Check what was "
        "entered."),
    TRUE },
  { SQLITE_MISMATCH, MARCH_ERROR_BAD_INPUT,
    N_ ("“%s” can't hold a value of this type. Check what was entered."), TRUE },
  { SQLITE_TOOBIG, MARCH_ERROR_BAD_INPUT, N_ ("“%s” can't hold a value of this size. Shorten it."),
    FALSE },
  { SQLITE_IOERR, MARCH_ERROR_FAILED,
    N_ ("“%s” can't be read or written. Check the disk or the network connection."), TRUE },
  { SQLITE_NOMEM, MARCH_ERROR_FAILED,
    N_ ("There is not enough memory for “%s”. Close other programs and try again."), FALSE },
};

static const CodeMeaning *
find_meaning (sqlite3 *handle, int code)
{
  int primary = code & 0xff;
  int system = handle != NULL ? sqlite3_system_errno (handle) : 0;

  /* A disk that runs full while a journal grows is an input and output error to SQLite. */
  if (primary == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG))
    primary = SQLITE_FULL;
  if (primary == SQLITE_CANTOPEN && (system == EROFS || system == EACCES))
    primary = SQLITE_PERM;

  for (gsize i = 0; i < G_N_ELEMENTS (code_meanings); i++)
    if (code_meanings[i].code == primary)
      return &code_meanings[i];
  return NULL;
}

/* The name that a reader knows: a working copy has that of the dossier it was made from, and a file
 * that is written beside another, ".NAME.XXXXXX", that of the other. *folder: of a working copy */
static char *
dup_file_name (sqlite3 *handle, char **folder)
{
  const char      *path = handle != NULL ? sqlite3_db_filename (handle, "main") : NULL;
  g_autofree char *name = NULL;
  const char      *end = NULL;

  if (path == NULL || *path == '\0')
    return g_strdup (_ ("the dossier"));
  name = g_filename_display_basename (path);
  end = strrchr (name, '.');
  if (*name == '.' && end > name + 1 && strlen (end) == 7)
    return g_strndup (name + 1, (gsize) (end - name - 1));
  if (g_str_equal (name, "dossier.gpkg"))
    {
      g_autofree char       *parent = g_path_get_dirname (path);
      g_auto (MarchCopyOrigin) origin = { NULL };

      if (march_copy_origin_read (parent, &origin, NULL))
        {
          *folder = g_steal_pointer (&parent);
          return g_filename_display_basename (origin.path);
        }
    }
  return g_steal_pointer (&name);
}

/**
 * march_sqlite_fail:
 * @handle: the connection that @code came from
 * @code: a result code of SQLite's other than OK, ROW and DONE
 *
 * Puts SQLite's result into our words. An interrupted statement becomes %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
march_sqlite_fail (sqlite3 *handle, int code, GError **error)
{
  const CodeMeaning *meaning = find_meaning (handle, code);
  g_autofree char   *folder = NULL;
  g_autofree char   *name = dup_file_name (handle, &folder);
  g_autofree char   *sentence = NULL;
  g_autofree char   *detail = NULL;

  /* A damaged schema is quoted in it. */
  detail = g_utf8_make_valid (handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code), -1);
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was cancelled."));
      return FALSE;
    }
  if (meaning == NULL)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                   _ ("“%s” can't be read or written (%s)."), name, detail);
      return FALSE;
    }

  if (meaning->code == SQLITE_FULL && folder != NULL)
    return march_copy_origin_fail_full (name, folder, error);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (_ (meaning->sentence), name);
#pragma GCC diagnostic pop
  if (meaning->detailed)
    g_set_error (error, MARCH_ERROR, meaning->error, "%s (%s)", sentence, detail);
  else
    g_set_error_literal (error, MARCH_ERROR, meaning->error, sentence);
  return FALSE;
}

/**
 * march_sqlite_run:
 * @sql: statements that give no rows
 */
gboolean
march_sqlite_run (sqlite3 *handle, const char *sql, GError **error)
{
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || march_sqlite_fail (handle, code, error);
}

/**
 * march_sqlite_run_format:
 * @format: as of printf(); only names that the program itself knows may be put into it, never data
 */
gboolean
march_sqlite_run_format (sqlite3 *handle, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list          arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return march_sqlite_run (handle, sql, error);
}

/**
 * march_statement_new:
 *
 * Returns: (nullable): a statement for g_autoptr (sqlite3_stmt)
 */
sqlite3_stmt *
march_statement_new (sqlite3 *handle, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    march_sqlite_fail (handle, code, error);
  return statement;
}

/**
 * march_statement_bind_text:
 * @text: (nullable): copied
 */
void
march_statement_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * march_statement_step:
 * @row: (out): whether there is a row to read
 *
 * Returns: %FALSE with @error set if the statement failed
 */
gboolean
march_statement_step (sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE ||
         march_sqlite_fail (sqlite3_db_handle (statement), code, error);
}

/**
 * march_statement_next:
 * @done: (out): at the end whether all rows were read; %FALSE if that failed
 *
 * For a loop over the rows of a statement; leaving it earlier leaves @done %FALSE:
 * |[
 *   while (march_statement_next (statement, &done, error))
 *     g_ptr_array_add (texts, g_strdup (march_statement_get_text (statement, 0)));
 *   return done ? g_steal_pointer (&texts) : NULL;
 * ]|
 *
 * Returns: whether there is a row to read
 */
gboolean
march_statement_next (sqlite3_stmt *statement, gboolean *done, GError **error)
{
  gboolean row = FALSE;

  *done = march_statement_step (statement, &row, error) && !row;
  return row;
}

/**
 * march_statement_run:
 *
 * Steps through the statement to its end, ignores its rows, and resets it with no value bound.
 */
gboolean
march_statement_run (sqlite3_stmt *statement, GError **error)
{
  gboolean row = TRUE;
  gboolean good = TRUE;

  while (good && row)
    good = march_statement_step (statement, &row, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return good;
}

/**
 * march_statement_get_text:
 *
 * Returns: (nullable): the column's text, valid until the next step; %NULL for NULL and for a blob,
 * a number or text that is not UTF-8
 */
const char *
march_statement_get_text (sqlite3_stmt *statement, int column)
{
  const char *text;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return NULL;
  text = (const char *) sqlite3_column_text (statement, column);
  if (text == NULL || !g_utf8_validate (text, sqlite3_column_bytes (statement, column), NULL))
    return NULL;
  return text;
}

/**
 * march_sqlite_select_integer:
 * @value: (out): the first column of the first row, 0 if there is none
 */
gboolean
march_sqlite_select_integer (sqlite3 *handle, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (handle, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !march_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * march_sqlite_select_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row; %NULL with @error unset
 * if there is no row or no text in it
 */
char *
march_sqlite_select_text (sqlite3 *handle, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (handle, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !march_statement_step (statement, &row, error) || !row)
    return NULL;
  return g_strdup (march_statement_get_text (statement, 0));
}
