/* march-merge-row.c — a row of a record table with all its values, to be compared and written
 * elsewhere */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-merge-row.h"

#include <string.h>

/**
 * march_merge_list_columns:
 *
 * Returns: (transfer full): the columns of a table in their order, the id first
 */
GStrv
march_merge_list_columns (MarchDatabase *database, const MarchRecordTable *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" LIMIT 0", table->name);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (statement == NULL)
    return NULL;
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    g_strv_builder_add (builder, sqlite3_column_name (statement, i));
  return g_strv_builder_end (builder);
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

/**
 * march_merge_row_take:
 *
 * Returns: (transfer full) (element-type sqlite3_value): the row that a statement stands on
 */
GPtrArray *
march_merge_row_take (sqlite3_stmt *statement)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_value);

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    g_ptr_array_add (row, sqlite3_value_dup (sqlite3_column_value (statement, i)));
  return row;
}

/**
 * march_merge_row_read:
 * @row: (out) (nullable) (element-type sqlite3_value): the values in the order of @columns; %NULL
 *   if there is no such row
 */
gboolean
march_merge_row_read (MarchDatabase          *database,
                      const MarchRecordTable *table,
                      GStrv                   columns,
                      gint64                  id,
                      GPtrArray             **row,
                      GError                **error)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", list,
                                          table->name);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean found = FALSE;

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    *row = march_merge_row_take (statement);
  return TRUE;
}

/** march_merge_row_unref: @row: (nullable): as of a record that is not there */
void
march_merge_row_unref (GPtrArray *row)
{
  if (row != NULL)
    g_ptr_array_unref (row);
}

GPtrArray *
march_merge_row_copy (GPtrArray *row)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (free_value);

  for (guint i = 0; i < row->len; i++)
    g_ptr_array_add (copy, sqlite3_value_dup (row->pdata[i]));
  return copy;
}

void
march_merge_row_set (GPtrArray *row, guint column, sqlite3_value *value)
{
  g_return_if_fail (column < row->len);

  sqlite3_value_free (row->pdata[column]);
  row->pdata[column] = sqlite3_value_dup (value);
}

static int
get_type (sqlite3_value *value)
{
  return value != NULL ? sqlite3_value_type (value) : SQLITE_NULL;
}

/**
 * march_merge_value_equal:
 * @one: (nullable): as a value that is NULL
 * @other: (nullable)
 */
gboolean
march_merge_value_equal (sqlite3_value *one, sqlite3_value *other)
{
  int type = get_type (one);

  if (type != get_type (other))
    return FALSE;
  switch (type)
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (one) == sqlite3_value_int64 (other);
    case SQLITE_FLOAT:
      return sqlite3_value_double (one) == sqlite3_value_double (other);
    default:
      {
        const void *a = sqlite3_value_blob (one), *b = sqlite3_value_blob (other);
        int         size = sqlite3_value_bytes (one);

        return size == sqlite3_value_bytes (other) && (size == 0 || memcmp (a, b, size) == 0);
      }
    }
}

/**
 * march_merge_is_told:
 *
 * Returns: whether a column is the analyst's, and does not merely count or follow from another
 */
gboolean
march_merge_is_told (const char *column)
{
  return !g_str_equal (column, "version") && !g_str_has_suffix (column, "_day");
}

/**
 * march_merge_row_equal:
 * @one: (nullable): %NULL: there is no such row
 * @other: (nullable)
 *
 * Returns: whether two rows say the same
 */
gboolean
march_merge_row_equal (GPtrArray *one, GPtrArray *other, GStrv columns)
{
  if (one == NULL || other == NULL)
    return one == other;
  for (guint i = 0; i < one->len; i++)
    if (march_merge_is_told (columns[i]) &&
        !march_merge_value_equal (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * march_merge_row_get_int:
 *
 * Returns: an integer of a row, 0 where it has none
 */
gint64
march_merge_row_get_int (GPtrArray *row, GStrv columns, const char *column)
{
  for (guint i = 0; row != NULL && columns[i] != NULL; i++)
    if (g_str_equal (columns[i], column))
      return row->pdata[i] != NULL ? sqlite3_value_int64 (row->pdata[i]) : 0;
  return 0;
}

/** march_merge_value_bind: @value: (nullable): as a value that is NULL */
void
march_merge_value_bind (sqlite3_stmt *statement, int parameter, sqlite3_value *value)
{
  if (value != NULL)
    sqlite3_bind_value (statement, parameter, value);
  else
    sqlite3_bind_null (statement, parameter);
}

static char *
make_insert (const char *table, GStrv columns)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  GString         *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (\"%s\") VALUES (?1", table, list);
  for (guint i = 1; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/**
 * march_merge_row_write:
 * @version: what its column of that name is to be
 *
 * Puts a row into a table, in the place of the one with its id if there is one. That one is deleted
 * first: an "ON CONFLICT" here would overrule what the triggers of an R-tree say about theirs.
 * Columns that are no part of a dossier are left empty.
 */
gboolean
march_merge_row_write (MarchDatabase          *database,
                       const MarchRecordTable *table,
                       GStrv                   columns,
                       GPtrArray              *row,
                       gint64                  version,
                       GError                **error)
{
  g_autofree char *sql = make_insert (table->name, columns);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);

  if (statement == NULL ||
      !march_sqlite_run_format (database->handle, error,
                                "DELETE FROM \"%s\" WHERE id = %" G_GINT64_FORMAT, table->name,
                                (gint64) sqlite3_value_int64 (row->pdata[0])))
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    if (g_str_equal (columns[i], "version"))
      sqlite3_bind_int64 (statement, (int) i + 1, version);
    else
      march_merge_value_bind (statement, (int) i + 1, row->pdata[i]);
  return march_statement_run (statement, error);
}
