/* march-import-rows.c — reads and writes the rows that belong to an import, whatever they are */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-imports-private.h"

#include "dossier/march-dossier-private.h"
#include "dossier/march-edit.h"

#define ROWS_AT_ONCE 200 /* between two looks at whether the user has cancelled */

/**
 * march_import_rows_read:
 * @sql: "?1" is the import's id
 * @read: (scope call)
 *
 * Returns: %FALSE with an error of @read or a #MarchError
 */
gboolean
march_import_rows_read (MarchDatabase     *database,
                        const char        *sql,
                        gint64             import_id,
                        MarchImportRowRead read,
                        gpointer           data,
                        GError           **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    if (!read (statement, data, error))
      return FALSE;
  return done;
}

/**
 * march_import_rows_visit:
 *
 * As march_import_rows_read(), on a connection of its own, also while the dossier is busy.
 */
gboolean
march_import_rows_visit (MarchDossier      *dossier,
                         const char        *sql,
                         gint64             import_id,
                         MarchImportRowRead read,
                         gpointer           data,
                         GError           **error)
{
  MarchAccess access = MARCH_ACCESS_READ;
  const char *path = march_dossier_get_reading_path (dossier, &access);
  g_autoptr (MarchDatabase) database = march_database_open (path, access, error);

  return database != NULL
         && march_import_rows_read (database, sql, import_id, read, data, error);
}

static gboolean
may_go_on (const MarchImportWatch *watch, guint done, guint total, GError **error)
{
  if (watch == NULL || done % ROWS_AT_ONCE != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress != NULL)
    watch->progress ((double) done / total, watch->data);
  return TRUE;
}

/**
 * march_import_rows_write:
 * @sql: inserts one row
 * @bind: (scope call)
 * @watch: (nullable)
 *
 * Writes rows whose ids ascend, within the edit that adds the row of their import.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %MARCH_ERROR_NO_SPACE or another #MarchError
 */
gboolean
march_import_rows_write (MarchDatabase          *database,
                         const char             *sql,
                         gint64                  import_id,
                         guint                   n_rows,
                         MarchImportRowBind      bind,
                         gpointer                data,
                         const MarchImportWatch *watch,
                         GError                **error)
{
  gint64 first = march_edit_make_id ();
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);

  for (guint i = 0; statement != NULL && i < n_rows; i++)
    {
      if (!may_go_on (watch, i, n_rows, error))
        return FALSE;
      sqlite3_bind_int64 (statement, 1, first + i);
      sqlite3_bind_int64 (statement, 2, import_id);
      bind (statement, i, data);
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/**
 * march_import_rows_tell_extent:
 * @table: a layer
 *
 * Tells other programs where the layer's shapes lie (GeoPackage 1.3, 1.1.3).
 */
gboolean
march_import_rows_tell_extent (MarchDatabase *database, const char *table, GError **error)
{
  return march_sqlite_run_format (database->handle, error,
                                  "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "
                                  "(SELECT min (minx), min (miny), max (maxx), max (maxy) FROM "
                                  "rtree_%s_geom) WHERE table_name = '%s'",
                                  table, table);
}

/** march_import_row_get_from: Returns: the first day, within bounds whatever the file says */
MarchDay
march_import_row_get_from (sqlite3_stmt *statement, int column)
{
  return (MarchDay) CLAMP (sqlite3_column_int64 (statement, column), MARCH_DAY_MIN + 1,
                           MARCH_DAY_MAX - 1);
}

/** march_import_row_get_until: Returns: the day after the last, within bounds; #MARCH_DAY_MAX:
 * without end */
MarchDay
march_import_row_get_until (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? MARCH_DAY_MAX
             : (MarchDay) CLAMP (sqlite3_column_int64 (statement, column), MARCH_DAY_MIN + 1,
                                 MARCH_DAY_MAX);
}

void
march_import_row_bind_until (sqlite3_stmt *statement, int parameter, MarchDay until)
{
  if (until == MARCH_DAY_MAX)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, until);
}

/** march_import_row_bind_bytes: @bytes: (transfer full): a geometry as the file has it */
void
march_import_row_bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *bytes)
{
  sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes), SQLITE_TRANSIENT);
  g_bytes_unref (bytes);
}
