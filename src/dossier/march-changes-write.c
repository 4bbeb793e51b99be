/* march-changes-write.c — finds what a dossier says that an earlier one did not, and writes it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "base/march-whole-file.h"
#include "dossier/march-changes-private.h"
#include "dossier/march-edit-private.h"
#include "dossier/march-merge-row.h"
#include "dossier/march-original.h"
#include "dossier/march-schema.h"

#define ROWS_AT_ONCE 500 /* between two looks at whether the user has cancelled */

typedef struct
{
  MarchDatabase      *before;
  MarchDatabase      *after;
  MarchDatabase      *tables;    /* as this program makes them */
  const char         *who;
  MarchChangesWriter *writer;
  GPtrArray          *relations;
  GHashTable         *written;   /* set of MarchRecordKey: what the file has already */
  GArray             *open;      /* of MarchRecordKey: whose links were not followed yet */
  GArray             *imports;   /* of MarchRecordKey: what was added and has parts */
  guint               n_records;
  gint64              n_rows;
  gint64              n_expected; /* rows to go through */
  MarchChangesProgress progress;
  gpointer            progress_data;
  GCancellable       *cancellable;
} Job;

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

/* A row was gone through. Returns: whether to go on */
static gboolean
go_on (Job *job, GError **error)
{
  if (++job->n_rows % ROWS_AT_ONCE != 0)
    return TRUE;
  if (job->progress != NULL)
    job->progress (MIN (1.0, (double) job->n_rows / (double) MAX (job->n_expected, 1)),
                   job->progress_data);
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

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

static void
put_columns (Job *job, guint8 tag, const char *table, GStrv columns)
{
  march_changes_put_byte (job->writer, tag);
  march_changes_put_text (job->writer, table);
  march_changes_put_count (job->writer, g_strv_length (columns));
  for (guint i = 0; columns[i] != NULL; i++)
    march_changes_put_text (job->writer, columns[i]);
}

static void
put_row (Job *job, guint8 tag, GPtrArray *row)
{
  g_assert (row != NULL);
  march_changes_put_byte (job->writer, tag);
  for (guint i = 0; i < row->len; i++)
    march_changes_put_value (job->writer, row->pdata[i]);
}

/* The row as it is, and of what it was what is not the same. */
static void
put_changed (Job *job, GPtrArray *before, GPtrArray *after)
{
  guint n = 0;

  g_assert (before != NULL && after != NULL);
  put_row (job, MARCH_CHANGES_CHANGED, after);
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
note (Job *job, const MarchRecordTable *table, gint64 id)
{
  MarchRecordKey key = { table, id };

  if (!g_hash_table_add (job->written, g_memdup2 (&key, sizeof key)))
    return FALSE;
  g_array_append_val (job->open, key);
  return TRUE;
}

/* Of what was deleted, what it was part of comes along, as the other parts do. */
static void
note_owner (Job *job, const MarchRecordTable *table, GStrv columns, GPtrArray *row)
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
write_added (Job *job, const MarchRecordTable *table, GPtrArray *row)
{
  MarchRecordKey key = { table, get_id (row) };

  put_row (job, MARCH_CHANGES_ADDED, row);
  note (job, table, key.id);
  if (g_str_has_suffix (table->name, "_import"))
    g_array_append_val (job->imports, key);
}

static void
write_deleted (Job *job, const MarchRecordTable *table, GStrv columns, GPtrArray *row)
{
  MarchRecordKey key = { table, get_id (row) };

  put_row (job, MARCH_CHANGES_DELETED, row);
  g_hash_table_add (job->written, g_memdup2 (&key, sizeof key));
  note_owner (job, table, columns, row);
}

/* One step along both tables. */
static gboolean
compare_next (Job                    *job,
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
compare_table (Job *job, const MarchRecordTable *table, GError **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (job->tables, table, error);
  g_auto (Cursor) before = { NULL }, after = { NULL };

  if (columns == NULL || !start (&before, job->before, table->name, columns, error) ||
      !start (&after, job->after, table->name, columns, error))
    return FALSE;
  put_columns (job, MARCH_CHANGES_TABLE, table->name, columns);
  while (before.row != NULL || after.row != NULL)
    if (!go_on (job, error) || !compare_next (job, table, columns, &before, &after, error))
      return FALSE;
  return TRUE;
}

static gboolean
compare_all (Job *job, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!compare_table (job, &tables[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
note_parts (Job *job, const MarchRelation *relation, gint64 id, GError **error)
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

/* What a record refers to, and what is part of it, is told as well: the colleague may have deleted
 * it meanwhile, and is to see what it was. */
static gboolean
follow (Job *job, MarchRecordKey key, GStrv columns, GPtrArray *row, GError **error)
{
  for (guint i = 0; i < job->relations->len; i++)
    {
      const MarchRelation *relation = job->relations->pdata[i];
      MarchRecordKey       parent = { relation->parent, 0 };

      if (relation->parent == key.table && relation->owned &&
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
write_one_around (Job *job, MarchRecordKey key, GHashTable *followed, GError **error)
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
      put_columns (job, MARCH_CHANGES_TABLE, key.table->name, columns);
      put_row (job, MARCH_CHANGES_UNCHANGED, row);
    }
  return follow (job, key, columns, row, error);
}

/* The dossier comes along in any case, so that what is told makes one by itself. */
static gboolean
write_around (Job *job, GError **error)
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

static gboolean
write_entry_rows (Job *job, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM history_row WHERE history_id = %"
                                          PRId64, (int64_t) id);
  gint64   n = 0;
  gboolean done = FALSE;

  statement = march_statement_new (job->after->handle,
                                   "SELECT record_table, record_id, action FROM history_row WHERE "
                                   "history_id = ?1 ORDER BY id",
                                   error);
  if (statement == NULL || !march_sqlite_select_integer (job->after->handle, sql, &n, error))
    return FALSE;
  march_changes_put_count (job->writer, (guint32) n);
  sqlite3_bind_int64 (statement, 1, id);
  while (march_statement_next (statement, &done, error))
    {
      march_changes_put_text (job->writer, march_statement_get_text (statement, 0));
      march_changes_put_number (job->writer, sqlite3_column_int64 (statement, 1));
      march_changes_put_text (job->writer, march_statement_get_text (statement, 2));
    }
  return done;
}

static gboolean
has_entry (MarchDatabase *database, gint64 id, gboolean *has, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM history WHERE id = %" PRId64,
                                          (int64_t) id);
  gint64           n = 0;

  if (!march_sqlite_select_integer (database->handle, sql, &n, error))
    return FALSE;
  *has = n > 0;
  return TRUE;
}

static gboolean
write_entry (Job *job, sqlite3_stmt *statement, GError **error)
{
  gint64   id = sqlite3_column_int64 (statement, 0);
  gboolean has = FALSE;

  if (!has_entry (job->before, id, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  march_changes_put_byte (job->writer, MARCH_CHANGES_HISTORY);
  march_changes_put_number (job->writer, id);
  for (int i = 1; i <= 4; i++)
    march_changes_put_text (job->writer, march_statement_get_text (statement, i));
  march_changes_put_number (job->writer, sqlite3_column_int64 (statement, 5));
  return write_entry_rows (job, id, error);
}

/* What undoes an entry stands after it. */
static gboolean
write_history (Job *job, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (job->after->handle,
                                   "SELECT id, uuid, at, who, label, coalesce (undoes_id, 0) FROM "
                                   "history ORDER BY at, undoes_id IS NOT NULL, id",
                                   error);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    if (!write_entry (job, statement, error))
      return FALSE;
  return done;
}

static gboolean
write_part_rows (Job *job, sqlite3_stmt *statement, GError **error)
{
  gboolean done = FALSE;

  while (march_statement_next (statement, &done, error))
    {
      march_changes_put_byte (job->writer, MARCH_CHANGES_ROW);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        march_changes_put_value (job->writer, sqlite3_column_value (statement, i));
      if (!go_on (job, error))
        return FALSE;
    }
  return done;
}

static gboolean
write_parts_of (Job *job, const char *part, GStrv columns, GError **error)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE import_id = ?1 ORDER BY id",
                                          list, part);

  for (guint i = 0; i < job->imports->len; i++)
    {
      g_autoptr (sqlite3_stmt) statement = march_statement_new (job->after->handle, sql, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, g_array_index (job->imports, MarchRecordKey, i).id);
      if (!write_part_rows (job, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_parts (Job *job, GError **error)
{
  for (guint i = 0; march_changes_parts[i] != NULL; i++)
    {
      MarchRecordTable part = { .name = march_changes_parts[i] };
      g_auto (GStrv) columns = march_merge_list_columns (job->tables, &part, error);

      if (columns == NULL)
        return FALSE;
      put_columns (job, MARCH_CHANGES_PARTS, part.name, columns);
      if (!write_parts_of (job, part.name, columns, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_facts (Job *job, GError **error)
{
  g_autofree char *uuid = march_sqlite_select_text (job->after->handle,
                                                    "SELECT uuid FROM dossier", error);
  g_autofree char *title = march_sqlite_select_text (job->after->handle,
                                                     "SELECT title FROM dossier", NULL);
  g_autofree char *since = march_sqlite_select_text (job->before->handle,
                                                     "SELECT max (at) FROM history", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (uuid == NULL)
    return FALSE;
  march_changes_put_byte (job->writer, MARCH_CHANGES_DOSSIER);
  march_changes_put_text (job->writer, uuid);
  march_changes_put_text (job->writer, title);
  march_changes_put_count (job->writer, MARCH_SCHEMA_VERSION);
  march_changes_put_text (job->writer, job->who);
  march_changes_put_text (job->writer, at);
  march_changes_put_text (job->writer, since);
  return TRUE;
}

static gboolean
check_same (MarchDatabase *before, MarchDatabase *after, GError **error)
{
  g_autofree char *old = march_sqlite_select_text (before->handle, "SELECT uuid FROM dossier",
                                                   error);
  g_autofree char *new = NULL;

  if (old == NULL)
    return FALSE;
  new = march_sqlite_select_text (after->handle, "SELECT uuid FROM dossier", error);
  if (new == NULL)
    return FALSE;
  if (g_str_equal (old, new))
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       _("These are two dossiers, not two states of one. Choose an earlier state "
                         "of the same dossier."));
  return FALSE;
}

static gboolean
count_rows (Job *job, const char *sql, GError **error)
{
  gint64 n = 0;

  if (!march_sqlite_select_integer (job->after->handle, sql, &n, error))
    return FALSE;
  job->n_expected += n;
  return TRUE;
}

static GHashTable *
list_imports (MarchDatabase *database, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle,
                                                            "SELECT id FROM area_import UNION "
                                                            "SELECT id FROM point_import",
                                                            error);
  gboolean done = FALSE;

  while (statement != NULL && march_statement_next (statement, &done, error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return done ? g_steal_pointer (&ids) : NULL;
}

static gboolean
count_parts (Job *job, GHashTable *known, GError **error)
{
  g_autoptr (GHashTable) imports = list_imports (job->after, error);
  GHashTableIter iter;
  gpointer       id;

  if (imports == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, imports);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    for (guint i = 0; !g_hash_table_contains (known, id) && march_changes_parts[i] != NULL; i++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE import_id = "
                                                "%" G_GINT64_FORMAT,
                                                march_changes_parts[i], *(gint64 *) id);

        if (!count_rows (job, sql, error))
          return FALSE;
      }
  return TRUE;
}

/* How much there is to go through: all records, and what belongs to imports that the earlier state
 * does not have. */
static gboolean
count_all (Job *job, GError **error)
{
  guint                   n;
  const MarchRecordTable *tables = march_record_get_tables (&n);
  g_autoptr (GHashTable) known = list_imports (job->before, error);

  for (guint i = 0; known != NULL && i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", tables[i].name);

      if (!count_rows (job, sql, error))
        return FALSE;
    }
  return known != NULL && count_parts (job, known, error);
}

static gboolean
write_all (Job *job, GError **error)
{
  if (!count_all (job, error) || !write_facts (job, error) || !compare_all (job, error) ||
      !write_around (job, error) ||
      !write_history (job, error) || !write_parts (job, error))
    return FALSE;
  if (job->progress != NULL)
    job->progress (1, job->progress_data);
  march_changes_put_byte (job->writer, MARCH_CHANGES_END);
  march_changes_put_count (job->writer, job->n_records);
  return march_changes_writer_close (job->writer, error);
}

static gboolean
fill (GOutputStream *stream, gpointer data, GError **error)
{
  Job *job = data;

  job->writer = march_changes_writer_new (stream, error);
  return job->writer != NULL && write_all (job, error);
}

static Job *
new_job (MarchDatabase       *before,
         MarchDatabase       *after,
         const char          *who,
         MarchChangesProgress progress,
         gpointer             progress_data,
         GCancellable        *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->before = before;
  job->after = after;
  job->who = who;
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = cancellable;
  job->written = g_hash_table_new_full (march_record_key_hash, march_record_key_equal, g_free,
                                        NULL);
  job->open = g_array_new (FALSE, FALSE, sizeof (MarchRecordKey));
  job->imports = g_array_new (FALSE, FALSE, sizeof (MarchRecordKey));
  return job;
}

static void
free_job (Job *job)
{
  g_clear_pointer (&job->tables, march_database_free);
  g_clear_pointer (&job->writer, march_changes_writer_free);
  g_clear_pointer (&job->relations, g_ptr_array_unref);
  g_hash_table_unref (job->written);
  g_array_unref (job->open);
  g_array_unref (job->imports);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/**
 * march_changes_write_between:
 * @before: an earlier state of @after, both with the tables of this version
 * @n_records: (out): how many records differ
 * @progress: (nullable) (scope call): told how far it is
 *
 * As march_changes_write(), of what is open already.
 */
gboolean
march_changes_write_between (MarchDatabase       *before,
                             MarchDatabase       *after,
                             const char          *who,
                             const char          *out,
                             guint               *n_records,
                             MarchChangesProgress progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             GError             **error)
{
  g_autoptr (Job) job = new_job (before, after, who, progress, progress_data, cancellable);

  if (!check_same (before, after, error))
    return FALSE;
  job->tables = march_changes_open_tables (error);
  if (job->tables == NULL)
    return FALSE;
  job->relations = march_relations_list (job->tables, error);
  if (job->relations == NULL || !march_whole_file_make (out, fill, job, error))
    return FALSE;
  *n_records = job->n_records;
  return TRUE;
}

/**
 * march_changes_write:
 * @before: path of an earlier state of a dossier
 * @after: path of the dossier
 * @who: whose changes they are
 * @out: path of the file to write; as it was if that fails
 * @n_records: (out): how many records differ
 *
 * Writes what @after says that @before did not. Neither is locked or changed. Any thread.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if they are two dossiers, %G_IO_ERROR_CANCELLED, or
 * another error
 */
gboolean
march_changes_write (const char   *before,
                     const char   *after,
                     const char   *who,
                     const char   *out,
                     guint        *n_records,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchOriginal) old = march_original_open (before, warnings, error);
  g_autoptr (MarchOriginal) new = NULL;

  if (old == NULL)
    return FALSE;
  new = march_original_open (after, warnings, error);
  return new != NULL && march_changes_write_between (old->database, new->database, who, out,
                                                     n_records, NULL, NULL, cancellable, error);
}
