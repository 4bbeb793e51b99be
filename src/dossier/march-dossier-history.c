/* march-dossier-history.c — who changed what, and when, as the file itself tells it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-history.h"

#include "dossier/march-database-private.h"

static void
entry_free (gpointer data)
{
  MarchHistoryEntry *entry = data;

  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_free (entry);
}

/* By what an entry is named, the nearest first; see ENTRIES. */
static const char *const named_tables[]
    = { "assertion", "quotation", "source", "proposal", "place", "actor", "quotation" };

static MarchHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  MarchHistoryEntry *entry = g_new0 (MarchHistoryEntry, 1);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->at = g_strdup (march_statement_get_text (statement, 1));
  entry->who = g_strdup (march_statement_get_text (statement, 2));
  entry->label = g_strdup (march_statement_get_text (statement, 3));
  entry->undoes = sqlite3_column_int64 (statement, 4);
  entry->n_inserted = (guint) sqlite3_column_int64 (statement, 5);
  entry->n_updated = (guint) sqlite3_column_int64 (statement, 6);
  entry->n_deleted = (guint) sqlite3_column_int64 (statement, 7);
  if (sqlite3_column_type (statement, 8) == SQLITE_INTEGER)
    {
      entry->table = named_tables[CLAMP (sqlite3_column_int (statement, 8), 0, 6)];
      entry->record = sqlite3_column_int64 (statement, 9);
    }
  return entry;
}

/* Of an entry: its rows are counted in one pass, and the table that comes first names it. Evidence
 * alone is named by its quotation, of which it says something; SQLite takes a bare column from the
 * row that has the minimum. */
#define ENTRIES                                                                                    \
  "SELECT history.id, coalesce (at, ''), coalesce (who, ''), coalesce (label, ''), "               \
  "coalesce (undoes_id, 0), "                                                                      \
  "count (*) FILTER (WHERE action = 'insert'), count (*) FILTER (WHERE action = 'update'), "       \
  "count (*) FILTER (WHERE action = 'delete'), "                                                   \
  "min (CASE record_table WHEN 'assertion' THEN 0 WHEN 'quotation' THEN 1 WHEN 'source' THEN 2 "   \
  "WHEN 'proposal' THEN 3 WHEN 'place' THEN 4 WHEN 'actor' THEN 5 WHEN 'evidence' THEN 6 END) "    \
  "AS nearest, CASE record_table WHEN 'evidence' THEN "                                            \
  "(SELECT quotation_id FROM evidence WHERE evidence.id = record_id) ELSE record_id END "          \
  "FROM history LEFT JOIN history_row ON history_id = history.id "
#define IN_ORDER "GROUP BY history.id ORDER BY at DESC, history.id LIMIT ?1"

/* Of an assertion: its versions, and what stands and falls with them. */
#define OF_ASSERTION                                                                               \
  "WITH RECURSIVE version (id) AS (VALUES (?2) UNION "                                             \
  "SELECT CASE assertion.id WHEN version.id THEN supersedes_id ELSE assertion.id END "             \
  "FROM assertion "                                                                                \
  "JOIN version ON assertion.id = version.id OR supersedes_id = version.id "                       \
  "WHERE supersedes_id IS NOT NULL), part (name, id) AS ("                                         \
  "SELECT 'assertion', id FROM version "                                                           \
  "UNION ALL SELECT 'evidence', id FROM evidence WHERE assertion_id IN version "                   \
  "UNION ALL SELECT 'tag', id FROM tag WHERE assertion_id IN version "                             \
  "UNION ALL SELECT 'participant', id FROM participant WHERE assertion_id IN version "             \
  "UNION ALL SELECT 'control_area', id FROM control_area WHERE assertion_id IN version) "          \
  ENTRIES "WHERE history.id IN (SELECT history_id FROM history_row "                               \
  "JOIN part ON record_table = name AND record_id = part.id) " IN_ORDER

static GPtrArray *
read_history (MarchDatabase *database, gint64 assertion, guint most, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   assertion != 0 ? OF_ASSERTION : ENTRIES IN_ORDER, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, most == 0 ? -1 : (gint64) most);
  if (assertion != 0)
    sqlite3_bind_int64 (statement, 2, assertion);
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (entries, read_entry (statement));
  return done ? g_steal_pointer (&entries) : NULL;
}

typedef struct
{
  char       *path;
  MarchAccess access;
  gint64      assertion;
  guint       most;
} Job;

static void
free_job (gpointer data)
{
  g_free (((Job *) data)->path);
  g_free (data);
}

static GPtrArray *
read_job (const Job *job, GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_open (job->path, job->access, error);

  return database != NULL ? read_history (database, job->assertion, job->most, error) : NULL;
}

static Job *
new_job (MarchDossier *dossier, gint64 assertion, guint most)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (march_dossier_get_reading_path (dossier, &job->access));
  job->assertion = assertion;
  job->most = most;
  return job;
}

/**
 * march_dossier_list_history:
 * @assertion: only what touched this one, another version of it, or its evidence; 0: all
 * @most: how many entries at most; 0: all
 *
 * Who changed what and when, saved or not, what was taken back included. It travels with the file.
 * On a connection of its own, also while the dossier is busy.
 *
 * Returns: (transfer full) (element-type MarchHistoryEntry): the newest first; %NULL with a
 * #MarchError
 */
GPtrArray *
march_dossier_list_history (MarchDossier *dossier, gint64 assertion, guint most, GError **error)
{
  Job       *job = new_job (dossier, assertion, most);
  GPtrArray *entries = job->path != NULL ? read_job (job, error) : NULL;

  g_warn_if_fail (job->path != NULL);
  free_job (job);
  return entries;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *entries = read_job (data, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_list_history_async:
 * @dossier: one that is not closed
 *
 * As march_dossier_list_history(), on another thread. The dossier may be edited or closed
 * meanwhile.
 */
void
march_dossier_list_history_async (MarchDossier       *dossier,
                                  gint64              assertion,
                                  guint               most,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (dossier, cancellable, callback, user_data);

  g_task_set_source_tag (task, march_dossier_list_history_async);
  g_task_set_task_data (task, new_job (dossier, assertion, most), free_job);
  g_task_run_in_thread (task, list_in_thread);
}

/** march_dossier_list_history_finish: as march_dossier_list_history() */
GPtrArray *
march_dossier_list_history_finish (MarchDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * march_dossier_count_history:
 *
 * Returns: how many entries the history has; -1 with a #MarchError
 */
gint64
march_dossier_count_history (MarchDossier *dossier, GError **error)
{
  MarchAccess access = MARCH_ACCESS_READ;
  const char *path = march_dossier_get_reading_path (dossier, &access);
  g_autoptr (MarchDatabase) database = NULL;
  gint64 n = 0;

  g_return_val_if_fail (path != NULL, -1);

  database = march_database_open (path, access, error);
  if (database == NULL ||
      !march_sqlite_select_integer (database->handle, "SELECT count (*) FROM history", &n, error))
    return -1;
  return n;
}
