/* march-edit-change.c — writes of a record and of what belongs to it only what differs */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-edit-change.h"

#include "dossier/march-database-private.h"
#include "dossier/march-edit-private.h"
#include "dossier/march-row-private.h"

static void
bind_row (sqlite3_stmt *statement, MarchRow *row, int first)
{
  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    march_row_bind (row, i, statement, first + (int) i);
}

/* A failed look into the tables spoils the edit as a failed change does. */
static gboolean
spoil (MarchEdit *edit)
{
  edit->failed = TRUE;
  return FALSE;
}

/* Leaves those columns out of @row whose value the record has already; @there: whether there is
 * such a record. */
static gboolean
drop_equal (MarchEdit  *edit,
            const char *table,
            gint64      id,
            MarchRow   *row,
            gboolean   *there,
            GError    **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 1");
  g_autoptr (sqlite3_stmt) statement = NULL;

  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    g_string_append_printf (sql, ", \"%s\" IS ?%u", march_row_get_column (row, i), i + 2);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", table);
  statement = march_statement_new (edit->database->handle, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  bind_row (statement, row, 2);
  if (!march_statement_step (statement, there, error))
    return FALSE;
  for (guint i = march_row_get_n_cells (row); *there && i-- > 0;)
    if (sqlite3_column_int (statement, (int) i + 1) == 1)
      march_row_drop (row, i);
  return TRUE;
}

/**
 * march_edit_change:
 * @row: the columns as they are to be; those that are so already are taken out of it
 *
 * As march_edit_update(), but writes only the columns that differ. Where none does nothing is
 * written, and the history tells of no change.
 */
gboolean
march_edit_change (MarchEdit *edit, const char *table, gint64 id, MarchRow *row, GError **error)
{
  gboolean there = FALSE;

  g_return_val_if_fail (edit->open && march_record_find_table (table) != NULL, FALSE);

  if (!drop_equal (edit, table, id, row, &there, error))
    return spoil (edit);
  return (there && march_row_get_n_cells (row) == 0)
         || march_edit_update (edit, table, id, row, error);
}

/* The ids of the children, in the order in which they are read. */
static GArray *
list_children (MarchEdit  *edit,
               const char *table,
               const char *parent_column,
               gint64      parent,
               GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" = ?1 ORDER BY id", table,
                                          parent_column);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (edit->database->handle, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, parent);
  while (march_statement_next (statement, &done, error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return done ? g_steal_pointer (&ids) : NULL;
}

/* Which of @ids, those of children that are still to be matched, has what @row says, in all columns
 * or in @column alone; G_MAXUINT if none has. */
static gboolean
match (MarchEdit  *edit,
       const char *table,
       MarchRow   *row,
       const char *column,
       GArray     *ids,
       guint      *index,
       GError    **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean there = FALSE;

  g_string_append_printf (sql, "SELECT 1 FROM %s WHERE id = ?1", table);
  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    if (column == NULL || g_str_equal (column, march_row_get_column (row, i)))
      g_string_append_printf (sql, " AND \"%s\" IS ?%u", march_row_get_column (row, i), i + 2);
  statement = march_statement_new (edit->database->handle, sql->str, error);
  if (statement == NULL)
    return FALSE;
  *index = G_MAXUINT;
  for (guint i = 0; i < ids->len && *index == G_MAXUINT; i++)
    {
      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      for (guint k = 0; k < march_row_get_n_cells (row); k++)
        if (column == NULL || g_str_equal (column, march_row_get_column (row, k)))
          march_row_bind (row, k, statement, (int) k + 2);
      if (!march_statement_step (statement, &there, error))
        return FALSE;
      if (there)
        *index = i;
    }
  return TRUE;
}

/* Takes the children that are as a row wants them out of both lists, with their ids in @matched for
 * those that only bear the same @column. */
static gboolean
pair (MarchEdit  *edit,
      const char *table,
      const char *column,
      GArray     *ids,
      GPtrArray  *rows,
      GArray     *matched,
      GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = 0;
      guint  index;

      if (rows->pdata[i] != NULL && g_array_index (matched, gint64, i) == 0)
        {
          if (!match (edit, table, rows->pdata[i], column, ids, &index, error))
            return FALSE;
          if (index != G_MAXUINT)
            {
              id = g_array_index (ids, gint64, index);
              g_array_remove_index (ids, index);
              g_array_index (matched, gint64, i) = id;
            }
          if (id != 0 && column == NULL)
            rows->pdata[i] = NULL;
        }
    }
  return TRUE;
}

static gboolean
delete_all (MarchEdit *edit, const char *table, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!march_edit_delete (edit, table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* First those that change and then those that are new: what is unique is free by then. */
static gboolean
write_rows (MarchEdit *edit, const char *table, GPtrArray *rows, GArray *matched, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL && g_array_index (matched, gint64, i) != 0
        && !march_edit_change (edit, table, g_array_index (matched, gint64, i), rows->pdata[i],
                               error))
      return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL && g_array_index (matched, gint64, i) == 0
        && march_edit_insert (edit, table, 0, rows->pdata[i], error) == 0)
      return FALSE;
  return TRUE;
}

/**
 * march_edit_change_children:
 * @parent_column: the column of @table with the id of the record that a child belongs to
 * @parent: that id
 * @identity: (nullable): the column by which a child that changes is the same; %NULL: one that
 *   differs is another
 * @rows: (element-type MarchRow): the children as they are to be, without @parent_column
 *
 * Makes the children of a record those of @rows: what is there already stays untouched, what @rows
 * lacks is deleted.
 *
 * Returns: as march_edit_update()
 */
gboolean
march_edit_change_children (MarchEdit  *edit,
                            const char *table,
                            const char *parent_column,
                            gint64      parent,
                            const char *identity,
                            GPtrArray  *rows,
                            GError    **error)
{
  g_autoptr (GArray) ids = list_children (edit, table, parent_column, parent, error);
  g_autoptr (GArray) matched = g_array_sized_new (FALSE, TRUE, sizeof (gint64), rows->len);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  g_array_set_size (matched, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      march_row_set_id (rows->pdata[i], parent_column, parent);
      g_ptr_array_add (left, rows->pdata[i]);
    }
  if (ids == NULL || !pair (edit, table, NULL, ids, left, matched, error)
      || (identity != NULL && !pair (edit, table, identity, ids, left, matched, error)))
    return spoil (edit);
  return delete_all (edit, table, ids, error) && write_rows (edit, table, left, matched, error);
}

/**
 * march_edit_delete_children:
 *
 * Deletes all records of @table that belong to @parent.
 */
gboolean
march_edit_delete_children (MarchEdit  *edit,
                            const char *table,
                            const char *parent_column,
                            gint64      parent,
                            GError    **error)
{
  g_autoptr (GArray) ids = list_children (edit, table, parent_column, parent, error);

  return ids != NULL ? delete_all (edit, table, ids, error) : spoil (edit);
}

/**
 * march_edit_find:
 * @row: some columns of a record
 * @id: (out): that of the first record that has them; 0 if none has
 *
 * Returns: %FALSE with a #MarchError if the tables can't be read
 */
gboolean
march_edit_find (MarchEdit *edit, const char *table, MarchRow *row, gint64 *id, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean there = FALSE;

  g_string_append_printf (sql, "SELECT id FROM %s WHERE TRUE", table);
  for (guint i = 0; i < march_row_get_n_cells (row); i++)
    g_string_append_printf (sql, " AND \"%s\" IS ?%u", march_row_get_column (row, i), i + 1);
  g_string_append (sql, " ORDER BY id LIMIT 1");
  statement = march_statement_new (edit->database->handle, sql->str, error);
  if (statement != NULL)
    bind_row (statement, row, 1);
  if (statement == NULL || !march_statement_step (statement, &there, error))
    return spoil (edit);
  *id = there ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}
