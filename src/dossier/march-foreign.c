/* march-foreign.c — reads GeoPackages of other programs, which are no dossiers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-foreign.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/march-error.h"

/* OGC 12-128, "GeoPackage Encoding Standard", clauses 1.1.2 and 2.1. The versions differ in the
 * header's application id, which is not asked for, and not in these tables. */

#define STEPS_BETWEEN_LOOKS 10000
#define LONGEST_WAIT_US (60 * G_USEC_PER_SEC) /* for one row: a view may compute without end */
#define MOST_TABLES 10000
#define LARGEST_CELL (512 * 1024 * 1024)

struct _MarchForeign
{
  sqlite3      *handle;
  sqlite3_stmt *rows; /* of the table that is being read */
  GPtrArray    *tables;
  GCancellable *cancellable;
  gint64        waiting_since;
  gboolean      waited_too_long;
};

static void
table_free (MarchForeignTable *table)
{
  g_free (table->name);
  g_free (table->title);
  g_free (table->geometry_column);
  g_free (table->system);
  g_free (table);
}

static int
look_cb (gpointer user_data)
{
  MarchForeign *foreign = user_data;

  if (g_get_monotonic_time () - foreign->waiting_since > LONGEST_WAIT_US)
    foreign->waited_too_long = TRUE;
  return foreign->waited_too_long || g_cancellable_is_cancelled (foreign->cancellable);
}

/* SQLite's result in our words. */
static gboolean
fail (MarchForeign *foreign, int code, GError **error)
{
  g_autofree char *detail = g_utf8_make_valid (foreign->handle != NULL
                                                   ? sqlite3_errmsg (foreign->handle)
                                                   : sqlite3_errstr (code),
                                               -1);

  if (g_cancellable_set_error_if_cancelled (foreign->cancellable, error))
    return FALSE;
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _ ("This is no GeoPackage."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _ ("One of its views takes longer than a minute for a row: save what it "
                              "shows as a table, and import that."));
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The GeoPackage is damaged (%s): fetch it again."), detail);
      break;
    default:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The GeoPackage can't be read (%s)."), detail);
      break;
    }
  return FALSE;
}

static sqlite3_stmt *
prepare (MarchForeign *foreign, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           code;

  foreign->waiting_since = g_get_monotonic_time ();
  code = sqlite3_prepare_v2 (foreign->handle, sql, -1, &statement, NULL);
  if (code != SQLITE_OK)
    fail (foreign, code, error);
  return statement;
}

static gboolean
step (MarchForeign *foreign, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code;

  foreign->waiting_since = g_get_monotonic_time ();
  code = sqlite3_step (statement);
  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || fail (foreign, code, error);
}

/* A file whose newest rows stand in a log beside it has to be read with that; any other without a
 * lock, and without making files beside it. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf         status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

static int
configure (MarchForeign *foreign)
{
  static const struct
  {
    int setting;
    int value;
  } settings[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 1 },
  };
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (settings); i++)
    code = sqlite3_db_config (foreign->handle, settings[i].setting, settings[i].value, NULL);
  sqlite3_limit (foreign->handle, SQLITE_LIMIT_LENGTH, LARGEST_CELL);
  sqlite3_limit (foreign->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (foreign->handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_busy_timeout (foreign->handle, 2000);
  sqlite3_progress_handler (foreign->handle, STEPS_BETWEEN_LOOKS, look_cb, foreign);
  return code;
}

static gboolean
has_table (MarchForeign *foreign, const char *name, gboolean *has, GError **error)
{
  sqlite3_stmt *statement = prepare (foreign, "SELECT 1 FROM sqlite_master WHERE lower (name) = ?1",
                                     error);
  gboolean      stepped;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  stepped = step (foreign, statement, has, error);
  sqlite3_finalize (statement);
  return stepped;
}

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* Numbers 0 and -1 stand for undefined systems, which no text beside them makes defined. */
static char *
make_system (sqlite3_stmt *statement, int number, int organization, int code, int definition)
{
  g_autofree char *authority = dup_column (statement, organization);
  g_autofree char *text = dup_column (statement, definition);

  if (sqlite3_column_type (statement, number) == SQLITE_NULL
      || sqlite3_column_int (statement, number) <= 0 || authority == NULL)
    return NULL;
  if (g_ascii_strcasecmp (authority, "EPSG") == 0 || g_ascii_strcasecmp (authority, "ESRI") == 0)
    return g_strdup_printf ("%s:%d", authority, sqlite3_column_int (statement, code));
  return text != NULL && g_ascii_strcasecmp (text, "undefined") != 0 ? g_steal_pointer (&text)
                                                                     : NULL;
}

static MarchForeignKind
find_kind (const char *type, const char *geometry_column)
{
  if (geometry_column != NULL)
    return MARCH_FOREIGN_FEATURES;
  if (type != NULL
      && (g_ascii_strcasecmp (type, "tiles") == 0 || strstr (type, "coverage") != NULL))
    return MARCH_FOREIGN_TILES;
  return MARCH_FOREIGN_ATTRIBUTES;
}

static MarchForeignTable *
make_table (sqlite3_stmt *statement)
{
  MarchForeignTable *table = g_new0 (MarchForeignTable, 1);
  g_autofree char   *type = dup_column (statement, 1);

  table->name = dup_column (statement, 0);
  table->title = dup_column (statement, 2);
  table->geometry_column = dup_column (statement, 3);
  table->system = make_system (statement, 4, 5, 6, 7);
  table->kind = find_kind (type, table->geometry_column);
  return table;
}

/* @with_features: a file of tiles alone may lack the tables of features */
static gboolean
list_tables (MarchForeign *foreign, gboolean with_features, GError **error)
{
  sqlite3_stmt *statement = prepare (
      foreign,
      with_features
          ? "SELECT c.table_name, c.data_type, c.identifier, g.column_name, g.srs_id, "
            "s.organization, s.organization_coordsys_id, s.definition FROM gpkg_contents c "
            "LEFT JOIN gpkg_geometry_columns g ON lower (g.table_name) = lower (c.table_name) "
            "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id "
            "WHERE c.table_name IS NOT NULL ORDER BY c.rowid"
          : "SELECT table_name, data_type, identifier, NULL, NULL, NULL, NULL, NULL "
            "FROM gpkg_contents WHERE table_name IS NOT NULL ORDER BY rowid",
      error);
  gboolean row = FALSE;
  gboolean stepped;

  if (statement == NULL)
    return FALSE;
  while ((stepped = step (foreign, statement, &row, error)) && row
         && foreign->tables->len < MOST_TABLES)
    g_ptr_array_add (foreign->tables, make_table (statement));
  sqlite3_finalize (statement);
  return stepped;
}

static char *
quote_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static gboolean
count_rows (MarchForeign *foreign, MarchForeignTable *table, GError **error)
{
  g_autofree char *name = quote_name (table->name);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", name);
  sqlite3_stmt    *statement = prepare (foreign, sql, error);
  gboolean         row = FALSE;
  gboolean         stepped;

  if (statement == NULL)
    return FALSE;
  stepped = step (foreign, statement, &row, error);
  if (row)
    table->n_rows = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return stepped;
}

static gboolean
read_contents (MarchForeign *foreign, GError **error)
{
  gboolean has_contents, has_features;

  if (!has_table (foreign, "gpkg_contents", &has_contents, error)
      || !has_table (foreign, "gpkg_geometry_columns", &has_features, error))
    return FALSE;
  if (!has_contents)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _ ("This is a database, but no GeoPackage: it has no table "
                              "“gpkg_contents”."));
      return FALSE;
    }
  if (!list_tables (foreign, has_features, error))
    return FALSE;
  for (guint i = 0; i < foreign->tables->len; i++)
    {
      MarchForeignTable *table = foreign->tables->pdata[i];

      if (table->kind == MARCH_FOREIGN_FEATURES && !count_rows (foreign, table, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_foreign_open:
 * @path: of a file that may be anything
 * @cancellable: (nullable): stops each later call, too
 * @error: %MARCH_ERROR_BAD_INPUT in a sentence that doesn't name the file, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the GeoPackage
 */
MarchForeign *
march_foreign_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchForeign) foreign = g_new0 (MarchForeign, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped,
                                          has_log (path) ? "" : "?immutable=1");
  int              code;

  foreign->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  foreign->waiting_since = g_get_monotonic_time ();
  if (cancellable != NULL)
    foreign->cancellable = g_object_ref (cancellable);
  code = sqlite3_open_v2 (uri, &foreign->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
  if (code == SQLITE_OK)
    code = configure (foreign);
  if (code != SQLITE_OK)
    {
      fail (foreign, code, error);
      return NULL;
    }
  if (!read_contents (foreign, error))
    return NULL;
  return g_steal_pointer (&foreign);
}

/**
 * march_foreign_free:
 * @foreign: (transfer full): a GeoPackage
 */
void
march_foreign_free (MarchForeign *foreign)
{
  sqlite3_finalize (foreign->rows);
  sqlite3_close_v2 (foreign->handle);
  g_clear_pointer (&foreign->tables, g_ptr_array_unref);
  g_clear_object (&foreign->cancellable);
  g_free (foreign);
}

guint
march_foreign_get_n_tables (MarchForeign *foreign)
{
  return foreign->tables->len;
}

/**
 * march_foreign_get_table:
 *
 * Returns: (transfer none): a table or view that the file lists
 */
const MarchForeignTable *
march_foreign_get_table (MarchForeign *foreign, guint index)
{
  g_return_val_if_fail (index < foreign->tables->len, NULL);
  return foreign->tables->pdata[index];
}

/**
 * march_foreign_begin:
 *
 * Begins to read the rows of a table; the first is got by march_foreign_next().
 */
gboolean
march_foreign_begin (MarchForeign *foreign, guint index, GError **error)
{
  g_autofree char *name = quote_name (march_foreign_get_table (foreign, index)->name);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", name);

  sqlite3_finalize (foreign->rows);
  foreign->rows = prepare (foreign, sql, error);
  return foreign->rows != NULL;
}

/**
 * march_foreign_next:
 * @error: set only on failure
 *
 * Returns: whether there is a next row
 */
gboolean
march_foreign_next (MarchForeign *foreign, GError **error)
{
  gboolean row;

  return step (foreign, foreign->rows, &row, error) && row;
}

guint
march_foreign_get_n_columns (MarchForeign *foreign)
{
  return (guint) sqlite3_column_count (foreign->rows);
}

/**
 * march_foreign_get_column_name:
 *
 * Returns: (transfer none): it lives until the next table begins
 */
const char *
march_foreign_get_column_name (MarchForeign *foreign, guint column)
{
  return sqlite3_column_name (foreign->rows, (int) column);
}

MarchForeignType
march_foreign_get_type (MarchForeign *foreign, guint column)
{
  switch (sqlite3_column_type (foreign->rows, (int) column))
    {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return MARCH_FOREIGN_NUMBER;
    case SQLITE_TEXT:
      return MARCH_FOREIGN_TEXT;
    case SQLITE_BLOB:
      return MARCH_FOREIGN_BLOB;
    default:
      return MARCH_FOREIGN_NULL;
    }
}

/**
 * march_foreign_dup_text:
 *
 * Returns: (transfer full) (nullable): a cell of the row as text, in valid UTF-8
 */
char *
march_foreign_dup_text (MarchForeign *foreign, guint column)
{
  return dup_column (foreign->rows, (int) column);
}

/**
 * march_foreign_get_blob:
 * @length: (out): bytes
 *
 * Returns: (transfer none) (nullable): a cell of the row, which lives until the next one
 */
const guint8 *
march_foreign_get_blob (MarchForeign *foreign, guint column, gsize *length)
{
  const guint8 *blob = sqlite3_column_blob (foreign->rows, (int) column);

  *length = (gsize) sqlite3_column_bytes (foreign->rows, (int) column);
  return blob;
}
