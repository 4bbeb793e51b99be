/* march-changes-write-records.c — writes the records that differ, and those around them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-write-private.h"

#include "dossier/march-merge-row.h"

/* A table's rows in the order of their ids; @row is the one that is next, NULL after the last. */
typedef struct
{
  sqlite3_stmt *statement;
  GPtrArray    *row;
} Cursor;

static void
clear_cursor (Cursor *cursor)
{
  g_clear_pointer (&cursor->row, g_ptr_array_unref);
  g_clear_pointer (&cursor->statement, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cursor, clear_cursor)

static gboolean
advance (Cursor *cursor, GError **error)
{
  gboolean done = FALSE;

  g_clear_pointer (&cursor->row, g_ptr_array_unref);
  if (march_statement_next (cursor->statement, &done, error))
    cursor->row = march_merge_row_take (cursor->statement);
  return cursor->row != NULL || done;
}

static gboolean
start (Cursor *cursor, MarchDatabase *database, const char *table, GStrv columns, GError **error)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" ORDER BY id", list, table);

  cursor->statement = march_statement_new (database->handle, sql, error);
  return cursor->statement != NULL && advance (cursor, error);
}

static gint64
get_id (GPtrArray *row)
{
  return sqlite3_value_int64 (row->pdata[0]);
}

/* The row as it is, and of what it was what is not the same. */
static void
put_changed (MarchChangesJob *job, GPtrArray *before, GPtrArray *after)
{
  guint n = 0;

  g_assert (before != NULL && after != NULL);
  march_changes_job_put_row (job, MARCH_CHANGES_CHANGED, after);
  for (guint i = 0; i < after->len; i++)
    n += !march_merge_value_equal (before->pdata[i], after->pdata[i]);
  march_changes_put_count (job->writer, n);
  for (guint i = 0; i < after->len; i++)
    if (!march_merge_value_equal (before->pdata[i], after->pdata[i]))
      {
        march_changes_put_count (job->writer, i);
        march_changes_put_value (job->writer, before->pdata[i]);
      }
}

static gboolean
note (MarchChangesJob *job, const MarchRecordTable *table, gint64 id)
{
  MarchRecordKey key = { table, id };

  if (!g_hash_table_add (job->written, g_memdup2 (&key, sizeof key)))
    return FALSE;
  g_array_append_val (job->open, key);
  return TRUE;
}

/* Of what was deleted, what it was part of comes along, as the other parts do. */
static void
note_owner (MarchChangesJob *job, const MarchRecordTable *table, GStrv columns, GPtrArray *row)
{
  for (guint i = 0; i < job->relations->len; i++)
    {
      const MarchRelation *relation = job->relations->pdata[i];

      if (relation->child == table && relation->owned)
        {
          MarchRecordKey owner = { relation->parent,
                                   march_merge_row_get_int (row, columns, relation->column) };

          g_array_append_val (job->open, owner);
        }
    }
}

static void
write_added (MarchChangesJob *job, const MarchRecordTable *table, GPtrArray *row)
{
  MarchRecordKey key = { table, get_id (row) };

  march_changes_job_put_row (job, MARCH_CHANGES_ADDED, row);
  note (job, table, key.id);
  if (g_str_has_suffix (table->name, "_import"))
    g_array_append_val (job->imports, key);
}

static void
write_deleted (MarchChangesJob *job, const MarchRecordTable *table, GStrv columns, GPtrArray *row)
{
  MarchRecordKey key = { table, get_id (row) };

  march_changes_job_put_row (job, MARCH_CHANGES_DELETED, row);
  g_hash_table_add (job->written, g_memdup2 (&key, sizeof key));
  note_owner (job, table, columns, row);
}

/* One step along both tables. */
static gboolean
compare_next (MarchChangesJob        *job,
              const MarchRecordTable *table,
              GStrv                   columns,
              Cursor                 *before,
              Cursor                 *after,
              GError                **error)
{
  gint64 old = before->row != NULL ? get_id (before->row) : G_MAXINT64;
  gint64 new = after->row != NULL ? get_id (after->row) : G_MAXINT64;

  if (old == new && march_merge_row_equal (before->row, after->row, columns))
    return advance (before, error) && advance (after, error);
  if (old > new)
    write_added (job, table, after->row);
  else if (old < new)
    write_deleted (job, table, columns, before->row);
  else
    {
      put_changed (job, before->row, after->row);
      note (job, table, new);
    }
  job->n_records++;
  return (old > new || advance (before, error)) && (new > old || advance (after, error));
}

static gboolean
compare_table (MarchChangesJob *job, const MarchRecordTable *table, GError **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (job->tables, table, error);
  g_auto (Cursor) before = { NULL }, after = { NULL };

  if (columns == NULL || !start (&before, job->before, table->name, columns, error) ||
      !start (&after, job->after, table->name, columns, error))
    return FALSE;
  march_changes_job_put_columns (job, MARCH_CHANGES_TABLE, table->name, columns);
  while (before.row != NULL || after.row != NULL)
    if (!march_changes_job_go_on (job, error)
        || !compare_next (job, table, columns, &before, &after, error))
      return FALSE;
  return TRUE;
}

/** march_changes_job_write_records: writes the records of all tables that are not the same */
gboolean
march_changes_job_write_records (MarchChangesJob *job, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!compare_table (job, &tables[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
note_parts (MarchChangesJob *job, const MarchRelation *relation, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!march_relations_list_children (job->after, relation, id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      MarchRecordKey key = { relation->child, g_array_index (ids, gint64, i) };

      g_array_append_val (job->open, key);
    }
  return TRUE;
}

/* Offices are no part of an actor, but tell who spoke. */
static gboolean
is_told_along (const MarchRelation *relation)
{
  return relation->owned || (g_str_equal (relation->child->name, "office") &&
                             g_str_equal (relation->column, "actor_id"));
}

/* What a record refers to, and what is part of it, is told as well: the colleague may have deleted
 * it meanwhile, and is to see what it was. */
static gboolean
follow (MarchChangesJob *job, MarchRecordKey key, GStrv columns, GPtrArray *row, GError **error)
{
  for (guint i = 0; i < job->relations->len; i++)
    {
      const MarchRelation *relation = job->relations->pdata[i];
      MarchRecordKey       parent = { relation->parent, 0 };

      if (relation->parent == key.table && is_told_along (relation) &&
          !note_parts (job, relation, key.id, error))
        return FALSE;
      if (relation->child != key.table)
        continue;
      parent.id = march_merge_row_get_int (row, columns, relation->column);
      if (parent.id != 0)
        g_array_append_val (job->open, parent);
    }
  return TRUE;
}

static gboolean
write_one_around (MarchChangesJob *job, MarchRecordKey key, GHashTable *followed, GError **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) row = NULL;

  if (!g_hash_table_add (followed, g_memdup2 (&key, sizeof key)))
    return TRUE;
  columns = march_merge_list_columns (job->tables, key.table, error);
  if (columns == NULL ||
      !march_merge_row_read (job->after, key.table, columns, key.id, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (!g_hash_table_contains (job->written, &key))
    {
      march_changes_job_put_columns (job, MARCH_CHANGES_TABLE, key.table->name, columns);
      march_changes_job_put_row (job, MARCH_CHANGES_UNCHANGED, row);
    }
  return follow (job, key, columns, row, error);
}

/** march_changes_job_write_around: writes what the records that differ refer to, and what is part
 * of them. The dossier comes along in any case, so that what is told makes one by itself */
gboolean
march_changes_job_write_around (MarchChangesJob *job, GError **error)
{
  MarchRecordKey dossier = { march_record_find_table ("dossier"), 1 };
  g_autoptr (GHashTable) followed = g_hash_table_new_full (march_record_key_hash,
                                                           march_record_key_equal, g_free, NULL);

  g_array_append_val (job->open, dossier);
  while (job->open->len > 0)
    {
      MarchRecordKey key = g_array_index (job->open, MarchRecordKey, job->open->len - 1);

      g_array_set_size (job->open, job->open->len - 1);
      if (!write_one_around (job, key, followed, error))
        return FALSE;
    }
  return TRUE;
}
