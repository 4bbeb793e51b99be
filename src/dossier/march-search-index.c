/* march-search-index.c — keeps the rows that a search reads in step with the records */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-index.h"

#include "base/march-fold.h"
#include "dossier/march-database-private.h"
#include "dossier/march-search-private.h"
#include "dossier/march-search-subjects.h"

struct _MarchTouched
{
  GHashTable *ids[MARCH_N_SEARCH_SUBJECTS]; /* sets of gint64 */
};

MarchTouched *
march_touched_new (void)
{
  MarchTouched *touched = g_new0 (MarchTouched, 1);

  for (guint i = 0; i < MARCH_N_SEARCH_SUBJECTS; i++)
    touched->ids[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return touched;
}

void
march_touched_free (MarchTouched *touched)
{
  for (guint i = 0; i < MARCH_N_SEARCH_SUBJECTS; i++)
    g_hash_table_unref (touched->ids[i]);
  g_free (touched);
}

static void
add (MarchTouched *touched, const MarchRecordTable *table, gint64 id)
{
  g_hash_table_add (touched->ids[march_search_find_subject (table->searched_as)],
                    g_memdup2 (&id, sizeof id));
}

/**
 * march_touched_add:
 * @id: of a row of @table, which may not be there
 *
 * Notes what is found by the row as it stands now. A row that changes is to be added before and
 * after, as it may move from one record to another.
 */
gboolean
march_touched_add (MarchTouched           *touched,
                   MarchDatabase          *database,
                   const MarchRecordTable *table,
                   gint64                  id,
                   GError                **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  const gboolean own = g_strcmp0 (table->searched_id, "id") == 0;
  gboolean       row = FALSE;

  if (table->searched_as == NULL)
    return TRUE;
  if (own)
    add (touched, table, id);
  if (own && !g_str_equal (table->name, "assertion"))
    return TRUE;

  /* What a version says of the one that it takes the place of counts as well. */
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1",
                         own ? "supersedes_id" : table->searched_id, table->name);
  statement = march_statement_new (database->handle, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  if (row && sqlite3_column_type (statement, 0) == SQLITE_INTEGER)
    add (touched, table, sqlite3_column_int64 (statement, 0));
  return TRUE;
}

/* Statements that are used for many records. */
typedef struct
{
  MarchDatabase *database;
  sqlite3_stmt  *rows;    /* what should be found of a record */
  sqlite3_stmt  *entries; /* what is found of it so far */
  sqlite3_stmt  *add;
  sqlite3_stmt  *insert;
  sqlite3_stmt  *forget;
  sqlite3_stmt  *remove;
} Indexer;

static void
close_indexer (Indexer *indexer)
{
  sqlite3_finalize (indexer->rows);
  sqlite3_finalize (indexer->entries);
  sqlite3_finalize (indexer->add);
  sqlite3_finalize (indexer->insert);
  sqlite3_finalize (indexer->forget);
  sqlite3_finalize (indexer->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Indexer, close_indexer)

/* The full-text table has no content of its own, so that it has to be told what it forgets. */
static gboolean
open_indexer (Indexer *indexer, MarchDatabase *database, guint i, GError **error)
{
  const MarchSearchSubject *subject = march_search_get_subject (i);
  g_autofree char          *entries = g_strconcat (
      "SELECT id, kind, field, body FROM search_entry WHERE ", subject->entries, NULL);
  struct
  {
    sqlite3_stmt **statement;
    const char    *sql;
  } const statements[] = {
    { &indexer->rows, subject->rows },
    { &indexer->entries, entries },
    { &indexer->add, "INSERT INTO search_entry (id, kind, record_id, field, body, folded) "
                     "SELECT coalesce (max (id) + 1, ?6), ?1, ?2, ?3, ?4, ?5 "
                     "FROM search_entry WHERE id >= ?6 AND id < ?7" },
    { &indexer->insert, "INSERT INTO search (rowid, body, folded) SELECT id, body, folded FROM "
                        "search_entry WHERE id = last_insert_rowid ()" },
    { &indexer->forget, "INSERT INTO search (search, rowid, body, folded) SELECT 'delete', id, "
                        "body, folded FROM search_entry WHERE id = ?1" },
    { &indexer->remove, "DELETE FROM search_entry WHERE id = ?1" },
  };

  indexer->database = database;
  for (gsize k = 0; k < G_N_ELEMENTS (statements); k++)
    {
      *statements[k].statement = march_statement_new (database->handle, statements[k].sql, error);
      if (*statements[k].statement == NULL)
        return FALSE;
    }
  return TRUE;
}

/* An entry as it is, or as it should be. */
typedef struct
{
  gint64   id; /* 0: not there yet */
  char    *kind;
  char    *field;
  char    *body;
  gboolean wanted;
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->kind);
  g_free (entry->field);
  g_free (entry->body);
  g_free (entry);
}

static gboolean
list_entries (Indexer *indexer, gint64 id, GPtrArray *entries, GError **error)
{
  gboolean done = FALSE;

  sqlite3_bind_int64 (indexer->entries, 1, id);
  while (march_statement_next (indexer->entries, &done, error))
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->id = sqlite3_column_int64 (indexer->entries, 0);
      entry->kind = g_strdup (march_statement_get_text (indexer->entries, 1));
      entry->field = g_strdup (march_statement_get_text (indexer->entries, 2));
      entry->body = g_strdup (march_statement_get_text (indexer->entries, 3));
      g_ptr_array_add (entries, entry);
    }
  sqlite3_reset (indexer->entries);
  return done;
}

/* One that is as it should be stays, so that it stays as new or as old as it was. */
static gboolean
keep (GPtrArray *entries, const char *kind, const char *field, const char *body)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];

      if (entry->id != 0 && g_strcmp0 (entry->kind, kind) == 0
          && g_strcmp0 (entry->field, field) == 0 && g_strcmp0 (entry->body, body) == 0)
        {
          entry->wanted = TRUE;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
list_wanted (Indexer *indexer, gint64 id, GPtrArray *entries, GError **error)
{
  gboolean done = FALSE;

  sqlite3_bind_int64 (indexer->rows, 1, id);
  while (march_statement_next (indexer->rows, &done, error))
    {
      const char *kind = march_statement_get_text (indexer->rows, 0);
      const char *field = march_statement_get_text (indexer->rows, 1);
      const char *body = march_statement_get_text (indexer->rows, 2);
      Entry      *entry = NULL;

      if (body == NULL || *body == '\0' || keep (entries, kind, field, body))
        continue;
      entry = g_new0 (Entry, 1);
      entry->kind = g_strdup (kind);
      entry->field = g_strdup (field);
      entry->body = g_strdup (body);
      entry->wanted = TRUE;
      g_ptr_array_add (entries, entry);
    }
  sqlite3_reset (indexer->rows);
  return done;
}

static gboolean
run_for (sqlite3_stmt *statement, gint64 id, GError **error)
{
  gboolean good;

  sqlite3_bind_int64 (statement, 1, id);
  good = march_statement_run (statement, error);
  sqlite3_reset (statement);
  return good;
}

static gboolean
forget (Indexer *indexer, const Entry *entry, GError **error)
{
  return run_for (indexer->forget, entry->id, error)
         && run_for (indexer->remove, entry->id, error);
}

/* Each range of entries is numbered for itself. */
static void
get_range (const char *kind, gint64 *first, gint64 *beyond)
{
  const gboolean quotation = g_str_equal (kind, "quotation");
  const gboolean note = g_str_equal (kind, "note");

  *first = quotation ? MARCH_SEARCH_FIRST_QUOTATION : note ? MARCH_SEARCH_FIRST_NOTE : 1;
  *beyond = quotation ? G_MAXINT64
            : note    ? MARCH_SEARCH_FIRST_QUOTATION
                      : MARCH_SEARCH_FIRST_NOTE;
}

static gboolean
add_entry (Indexer *indexer, const Entry *entry, gint64 record, GError **error)
{
  g_autofree char *folded = march_fold_loosely (entry->body);
  gint64           first, beyond;
  gboolean         good;

  get_range (entry->kind, &first, &beyond);
  march_statement_bind_text (indexer->add, 1, entry->kind);
  sqlite3_bind_int64 (indexer->add, 2, record);
  march_statement_bind_text (indexer->add, 3, entry->field);
  march_statement_bind_text (indexer->add, 4, entry->body);
  march_statement_bind_text (indexer->add, 5, folded);
  sqlite3_bind_int64 (indexer->add, 6, first);
  sqlite3_bind_int64 (indexer->add, 7, beyond);
  good = march_statement_run (indexer->add, error)
         && march_statement_run (indexer->insert, error);
  sqlite3_reset (indexer->add);
  sqlite3_reset (indexer->insert);
  return good;
}

static gboolean
index_one (Indexer *indexer, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);

  if (!list_entries (indexer, id, entries, error) || !list_wanted (indexer, id, entries, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (!entry->wanted && !forget (indexer, entry, error))
        return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (entry->id == 0 && !add_entry (indexer, entry, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refresh_subject (MarchDatabase *database, MarchTouched *touched, guint subject, GError **error)
{
  g_auto (Indexer) indexer = { 0 };
  GHashTableIter   iter;
  gpointer         id;

  if (g_hash_table_size (touched->ids[subject]) == 0)
    return TRUE;
  if (!open_indexer (&indexer, database, subject, error))
    return FALSE;
  g_hash_table_iter_init (&iter, touched->ids[subject]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!index_one (&indexer, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

/**
 * march_search_index_refresh:
 *
 * Indexes what was touched anew. To be called within the transaction that touched it.
 */
gboolean
march_search_index_refresh (MarchDatabase *database, MarchTouched *touched, GError **error)
{
  for (guint i = 0; i < MARCH_N_SEARCH_SUBJECTS; i++)
    if (!refresh_subject (database, touched, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
index_all (MarchDatabase *database, guint subject, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id",
                                          march_search_get_subject (subject)->table);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  g_auto (Indexer) indexer = { 0 };
  gboolean done = FALSE;

  if (statement == NULL || !open_indexer (&indexer, database, subject, error))
    return FALSE;
  while (march_statement_next (statement, &done, error))
    if (!index_one (&indexer, sqlite3_column_int64 (statement, 0), error))
      return FALSE;
  return done;
}

/**
 * march_search_index_rebuild:
 *
 * Indexes everything anew, as after an edit by another program. To be called within a transaction.
 */
gboolean
march_search_index_rebuild (MarchDatabase *database, GError **error)
{
  if (!march_sqlite_run (database->handle,
                         "DELETE FROM search_entry; INSERT INTO search (search) VALUES ('rebuild')",
                         error))
    return FALSE;
  for (guint i = 0; i < MARCH_N_SEARCH_SUBJECTS; i++)
    if (!index_all (database, i, error))
      return FALSE;
  return TRUE;
}

/* Entries whose folded text is compared as well: folding all would take long, and a file has it all
 * folded in one way. */
#define FOLDED_SAMPLE 300

typedef struct
{
  sqlite3_stmt *rows;
  sqlite3_stmt *entry;
  gint64        n_entries; /* that are as they should be */
  gboolean      current;
} Check;

static gboolean
is_well_folded (Check *check, const char *body)
{
  g_autofree char *folded = NULL;

  if (check->n_entries >= FOLDED_SAMPLE)
    return TRUE;
  folded = march_fold_loosely (body);
  return g_strcmp0 (march_statement_get_text (check->entry, 1), folded) == 0;
}

/* The row of the record that is read now. */
static gboolean
check_entry (Check *check, gint64 id, const char *body, GError **error)
{
  const char *kind = march_statement_get_text (check->rows, 0);
  gint64      first, beyond, number;
  gboolean    row = FALSE;

  get_range (kind, &first, &beyond);
  march_statement_bind_text (check->entry, 1, kind);
  sqlite3_bind_int64 (check->entry, 2, id);
  march_statement_bind_text (check->entry, 3, march_statement_get_text (check->rows, 1));
  if (!march_statement_step (check->entry, &row, error))
    return FALSE;
  number = row ? sqlite3_column_int64 (check->entry, 2) : 0;
  check->current = row && g_strcmp0 (march_statement_get_text (check->entry, 0), body) == 0
                   && is_well_folded (check, body) && number >= first && number < beyond;
  check->n_entries++;
  sqlite3_reset (check->entry);
  return TRUE;
}

static gboolean
check_record (Check *check, gint64 id, GError **error)
{
  gboolean done = FALSE;

  sqlite3_bind_int64 (check->rows, 1, id);
  while (march_statement_next (check->rows, &done, error))
    {
      const char *body = march_statement_get_text (check->rows, 2);

      if (body != NULL && *body != '\0' && check->current && !check_entry (check, id, body, error))
        return FALSE;
    }
  sqlite3_reset (check->rows);
  return done;
}

static gboolean
check_subject (MarchDatabase *database, Check *check, guint i, GError **error)
{
  const MarchSearchSubject *subject = march_search_get_subject (i);
  g_autofree char          *sql = g_strdup_printf ("SELECT id FROM %s", subject->table);
  g_autoptr (sqlite3_stmt) ids = march_statement_new (database->handle, sql, error);
  g_autoptr (sqlite3_stmt) rows = march_statement_new (database->handle, subject->rows, error);
  gboolean row = FALSE;

  if (ids == NULL || rows == NULL || !march_statement_step (ids, &row, error))
    return FALSE;
  check->rows = rows;
  while (row && check->current)
    if (!check_record (check, sqlite3_column_int64 (ids, 0), error)
        || !march_statement_step (ids, &row, error))
      return FALSE;
  return TRUE;
}

/**
 * march_search_index_check:
 * @current: (out): whether the index says of each record what the record says now
 *
 * Another program that edits records leaves the index as it was, and older versions of this one
 * have folded or numbered otherwise: march_search_index_rebuild() mends either.
 */
gboolean
march_search_index_check (MarchDatabase *database, gboolean *current, GError **error)
{
  g_autoptr (sqlite3_stmt) entry = NULL;
  Check  check = { .current = TRUE };
  gint64 n = 0;

  entry = march_statement_new (database->handle,
                               "SELECT body, folded, id FROM search_entry "
                               "WHERE kind = ?1 AND record_id = ?2 AND field = ?3",
                               error);
  if (entry == NULL)
    return FALSE;
  check.entry = entry;
  for (guint i = 0; i < MARCH_N_SEARCH_SUBJECTS && check.current; i++)
    if (!check_subject (database, &check, i, error))
      return FALSE;
  if (!march_sqlite_select_integer (database->handle, "SELECT count (*) FROM search_entry", &n,
                                    error))
    return FALSE;
  *current = check.current && n == check.n_entries;
  return TRUE;
}
