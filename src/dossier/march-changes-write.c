/* march-changes-write.c — writes what a dossier says that an earlier state of it did not */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-whole-file.h"
#include "dossier/march-changes-write-private.h"
#include "dossier/march-original.h"
#include "dossier/march-schema.h"

#define ROWS_AT_ONCE 500 /* between two looks at whether the user has cancelled */

/** march_changes_job_go_on: a row was gone through. Returns: whether to go on */
gboolean
march_changes_job_go_on (MarchChangesJob *job, GError **error)
{
  if (++job->n_rows % ROWS_AT_ONCE != 0)
    return TRUE;
  if (job->progress != NULL)
    job->progress (MIN (1.0, (double) job->n_rows / (double) MAX (job->n_expected, 1)),
                   job->progress_data);
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

/** march_changes_job_put_columns: @tag: what the rows that follow are of @table */
void
march_changes_job_put_columns (MarchChangesJob *job, guint8 tag, const char *table, GStrv columns)
{
  march_changes_put_byte (job->writer, tag);
  march_changes_put_text (job->writer, table);
  march_changes_put_count (job->writer, g_strv_length (columns));
  for (guint i = 0; columns[i] != NULL; i++)
    march_changes_put_text (job->writer, columns[i]);
}

/** march_changes_job_put_row: @tag: what became of the row */
void
march_changes_job_put_row (MarchChangesJob *job, guint8 tag, GPtrArray *row)
{
  g_assert (row != NULL);
  march_changes_put_byte (job->writer, tag);
  for (guint i = 0; i < row->len; i++)
    march_changes_put_value (job->writer, row->pdata[i]);
}

static gboolean
write_facts (MarchChangesJob *job, GError **error)
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
count_rows (MarchChangesJob *job, const char *sql, GError **error)
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
count_parts (MarchChangesJob *job, GHashTable *known, GError **error)
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
count_all (MarchChangesJob *job, GError **error)
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
write_all (MarchChangesJob *job, GError **error)
{
  if (!count_all (job, error) || !write_facts (job, error)
      || !march_changes_job_write_records (job, error)
      || !march_changes_job_write_around (job, error)
      || !march_changes_job_write_history (job, error)
      || !march_changes_job_write_parts (job, error))
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
  MarchChangesJob *job = data;

  job->writer = march_changes_writer_new (stream, error);
  return job->writer != NULL && write_all (job, error);
}

static MarchChangesJob *
new_job (MarchDatabase       *before,
         MarchDatabase       *after,
         const char          *who,
         MarchChangesProgress progress,
         gpointer             progress_data,
         GCancellable        *cancellable)
{
  MarchChangesJob *job = g_new0 (MarchChangesJob, 1);

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
free_job (MarchChangesJob *job)
{
  g_clear_pointer (&job->tables, march_database_free);
  g_clear_pointer (&job->writer, march_changes_writer_free);
  g_clear_pointer (&job->relations, g_ptr_array_unref);
  g_hash_table_unref (job->written);
  g_array_unref (job->open);
  g_array_unref (job->imports);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChangesJob, free_job)

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
  g_autoptr (MarchChangesJob) job = new_job (before, after, who, progress, progress_data,
                                             cancellable);

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
