/* march-search-index.c — keeps the rows that a search reads in step with the records */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-index.h"

#include "base/march-fold.h"
#include "dossier/march-database-private.h"
#include "dossier/march-search-private.h"

/* What is searched of a record: the kind that its entry has, and its body. An empty body has no
 * entry. */
static const struct
{
  const char *searched_as;
  const char *old_kinds;
  const char *body;
} subjects[] = {
  { "place", "'place'",
    "SELECT 'place', (SELECT group_concat (text, char (10)) FROM ("
    " SELECT text FROM (SELECT text FROM name WHERE place_id = ?1 ORDER BY role = 'main' DESC, id)"
    " UNION ALL SELECT code FROM place WHERE id = ?1)) "
    "FROM place WHERE id = ?1" },
  { "actor", "'actor'",
    "SELECT 'actor', (SELECT group_concat (text, char (10)) FROM ("
    " SELECT text FROM actor_name WHERE actor_id = ?1 ORDER BY preferred DESC, id)) "
    "FROM actor WHERE id = ?1" },
  { "source", "'source'",
    "SELECT 'source', title"
    " || coalesce (char (10) || (SELECT group_concat (coalesce (json_extract (value, '$.literal'),"
    "  coalesce (json_extract (value, '$.given') || ' ', '')"
    "  || coalesce (json_extract (value, '$.family'), '')), char (10))"
    "  FROM json_each (source.csl, '$.author')), '')"
    " || coalesce (char (10) || json_extract (csl, '$.\"container-title\"'), '') "
    "FROM source WHERE id = ?1 AND json_valid (csl)" },
  { "quotation", "'quotation'",
    "SELECT 'quotation', trim (coalesce (exact, '') || char (10) || translation, char (10)) "
    "FROM quotation WHERE id = ?1" },
  { "proposal", "'proposal'",
    "SELECT 'proposal', trim (title || char (10) || terms, char (10)) "
    "FROM proposal WHERE id = ?1" },
  { "assertion", "'event', 'thesis', 'figure'",
    "SELECT kind, trim (title || char (10) || quantity, char (10)) FROM assertion "
    "WHERE id = ?1 AND kind IN ('event', 'thesis', 'figure') AND retracted = 0" },
};

struct _MarchTouched
{
  GHashTable *ids[G_N_ELEMENTS (subjects)]; /* sets of gint64 */
};

static gsize
find_subject (const char *searched_as)
{
  gsize i = 0;

  while (!g_str_equal (subjects[i].searched_as, searched_as))
    i++;
  return i;
}

MarchTouched *
march_touched_new (void)
{
  MarchTouched *touched = g_new0 (MarchTouched, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    touched->ids[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return touched;
}

void
march_touched_free (MarchTouched *touched)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_hash_table_unref (touched->ids[i]);
  g_free (touched);
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
  gboolean row = FALSE;

  if (table->searched_as == NULL)
    return TRUE;
  if (g_str_equal (table->searched_id, "id"))
    {
      g_hash_table_add (touched->ids[find_subject (table->searched_as)],
                        g_memdup2 (&id, sizeof id));
      return TRUE;
    }

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", table->searched_id, table->name);
  statement = march_statement_new (database->handle, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      gint64 owner = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (touched->ids[find_subject (table->searched_as)],
                        g_memdup2 (&owner, sizeof owner));
    }
  return TRUE;
}

/* The full-text table has no content of its own, so that it has to be told what it forgets. */
static gboolean
forget (MarchDatabase *database, const char *kinds, gint64 id, GError **error)
{
  return march_sqlite_run_format (database->handle, error,
                                  "INSERT INTO search (search, rowid, body, folded) SELECT "
                                  "'delete', id, body, folded FROM search_entry "
                                  "WHERE record_id = %" G_GINT64_FORMAT " AND kind IN (%s)",
                                  id, kinds) &&
         march_sqlite_run_format (database->handle, error,
                                  "DELETE FROM search_entry WHERE record_id = %" G_GINT64_FORMAT
                                  " AND kind IN (%s)",
                                  id, kinds);
}

static gboolean
add_entry (MarchDatabase *database, const char *kind, gint64 id, const char *body, GError **error)
{
  g_autofree char         *folded = march_fold_loosely (body);
  const gboolean           quotation = g_str_equal (kind, "quotation");
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "INSERT INTO search_entry (id, kind, record_id, body, folded) "
                                   "SELECT coalesce (max (id) + 1, ?5), ?1, ?2, ?3, ?4 "
                                   "FROM search_entry WHERE id >= ?5 AND id < ?6",
                                   error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, kind);
  sqlite3_bind_int64 (statement, 2, id);
  march_statement_bind_text (statement, 3, body);
  march_statement_bind_text (statement, 4, folded);
  sqlite3_bind_int64 (statement, 5, quotation ? MARCH_SEARCH_FIRST_QUOTATION : 1);
  sqlite3_bind_int64 (statement, 6, quotation ? G_MAXINT64 : MARCH_SEARCH_FIRST_QUOTATION);
  return march_statement_run (statement, error) &&
         march_sqlite_run (database->handle,
                           "INSERT INTO search (rowid, body, folded) SELECT id, body, folded FROM "
                           "search_entry WHERE id = last_insert_rowid ()",
                           error);
}

static gboolean
index_one (MarchDatabase *database, gsize subject, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt)
      statement = march_statement_new (database->handle, subjects[subject].body, error);
  gboolean    row = FALSE;
  const char *body;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  body = row ? march_statement_get_text (statement, 1) : NULL;
  return body == NULL || *body == '\0' ||
         add_entry (database, march_statement_get_text (statement, 0), id, body, error);
}

/**
 * march_search_index_refresh:
 *
 * Indexes what was touched anew. To be called within the transaction that touched it.
 */
gboolean
march_search_index_refresh (MarchDatabase *database, MarchTouched *touched, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      GHashTableIter iter;
      gpointer       id;

      g_hash_table_iter_init (&iter, touched->ids[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!forget (database, subjects[i].old_kinds, *(gint64 *) id, error) ||
            !index_one (database, i, *(gint64 *) id, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
index_all (MarchDatabase *database, gsize subject, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id",
                                          subjects[subject].searched_as);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    if (!index_one (database, subject, sqlite3_column_int64 (statement, 0), error))
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
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!index_all (database, i, error))
      return FALSE;
  return TRUE;
}

/* Entries whose folded text is compared as well: folding all would take long, and a file has it all
 * folded in one way. */
#define FOLDED_SAMPLE 300

typedef struct
{
  sqlite3_stmt *body;
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

static gboolean
check_entry (Check *check, const char *kind, gint64 id, const char *body, GError **error)
{
  const gboolean quotation = g_str_equal (kind, "quotation");
  gboolean       row = FALSE;

  march_statement_bind_text (check->entry, 1, kind);
  sqlite3_bind_int64 (check->entry, 2, id);
  if (!march_statement_step (check->entry, &row, error))
    return FALSE;
  check->current = row && g_strcmp0 (march_statement_get_text (check->entry, 0), body) == 0
                   && is_well_folded (check, body)
                   && quotation == (sqlite3_column_int64 (check->entry, 2)
                                    >= MARCH_SEARCH_FIRST_QUOTATION);
  check->n_entries++;
  sqlite3_reset (check->entry);
  return TRUE;
}

static gboolean
check_record (Check *check, gint64 id, GError **error)
{
  gboolean    row = FALSE, good = TRUE;
  const char *body = NULL;

  sqlite3_bind_int64 (check->body, 1, id);
  if (!march_statement_step (check->body, &row, error))
    return FALSE;
  body = row ? march_statement_get_text (check->body, 1) : NULL;
  if (body != NULL && *body != '\0')
    good = check_entry (check, march_statement_get_text (check->body, 0), id, body, error);
  sqlite3_reset (check->body);
  return good;
}

static gboolean
check_subject (MarchDatabase *database, Check *check, gsize subject, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", subjects[subject].searched_as);
  g_autoptr (sqlite3_stmt) ids = march_statement_new (database->handle, sql, error);
  g_autoptr (sqlite3_stmt)
      body = march_statement_new (database->handle, subjects[subject].body, error);
  gboolean row = FALSE;

  if (ids == NULL || body == NULL || !march_statement_step (ids, &row, error))
    return FALSE;
  check->body = body;
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
                               "WHERE kind = ?1 AND record_id = ?2",
                               error);
  if (entry == NULL)
    return FALSE;
  check.entry = entry;
  for (gsize i = 0; i < G_N_ELEMENTS (subjects) && check.current; i++)
    if (!check_subject (database, &check, i, error))
      return FALSE;
  if (!march_sqlite_select_integer (database->handle, "SELECT count (*) FROM search_entry", &n,
                                    error))
    return FALSE;
  *current = check.current && n == check.n_entries;
  return TRUE;
}
