/* march-search.c — finds records by words that are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search.h"

#include "dossier/march-database-private.h"
#include "dossier/march-search-private.h"

/* Rows that a query reads at most of quotations, and of all that is not. */
#define MOST_QUOTATIONS (MARCH_SEARCH_MOST + 1)
#define MOST_OTHERS     3000
/* Entries among which one letter is searched for as the beginning of a word. */
#define MOST_FOR_A_LETTER 20000
/* Instructions of SQLite's between two looks at whether the search was cancelled. */
#define STEPS_PER_LOOK 1000

struct _MarchSearch
{
  MarchDatabase *database;
};

/* A row of the index that may become a hit. */
typedef struct
{
  gint64          entry;
  gint64          id;
  MarchSearchKind kind;
  gboolean        exact;
  double          score;
} Candidate;

typedef struct
{
  MarchDatabase          *database;
  const MarchSearchQuery *query;
  GCancellable           *cancellable;
  GPtrArray              *terms;
  GArray                 *candidates;
  MarchSearchResults     *results;
} Run;

/* Rows with all the words, from the newest on, within a range of entries. */
static const char rows_sql[]
    = "SELECT e.id, e.kind, e.record_id, march_score (search, ?4, ?5) "
      "FROM search "
      "CROSS JOIN search_entry AS e ON e.id = search.rowid "
      "WHERE search MATCH ?1 AND search.rowid >= ?2 AND search.rowid < ?3 "
      "ORDER BY search.rowid DESC";

/* About how many entries there are: the last number of either range. */
static const char entries_sql[]
    = "SELECT coalesce ((SELECT max (id) FROM search_entry WHERE id < 1 << 40), 0) + "
      "coalesce ((SELECT max (id) - (1 << 40) FROM search_entry WHERE id >= 1 << 40), 0)";

static const char *const kinds[] = { "place",  "actor",    "source", "event",
                                     "thesis", "proposal", "figure", "quotation" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MARCH_N_SEARCH_KINDS);

static void
free_hit (gpointer data)
{
  MarchSearchHit *hit = data;

  g_free (hit->snippet);
  g_array_unref (hit->marks);
  g_free (hit);
}

static gboolean
find_kind (const char      *name,
           MarchSearchKind *kind)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/* A kind that no version of ours writes is passed over. */
static void
add_candidate (Run          *run,
               sqlite3_stmt *statement)
{
  Candidate         candidate = { .entry = sqlite3_column_int64 (statement, 0) };
  MarchSearchCount *count;

  if (!find_kind (march_statement_get_text (statement, 1), &candidate.kind))
    return;
  count = &run->results->counts[candidate.kind];
  if (count->n == MARCH_SEARCH_MOST)
    {
      count->more = TRUE;
      return;
    }
  count->n++;
  candidate.id = sqlite3_column_int64 (statement, 2);
  candidate.score = sqlite3_column_double (statement, 3);
  g_array_append_val (run->candidates, candidate);
}

/* Reads at most so many of a range of entries. *whole: whether that was all. */
static gboolean
scan (Run         *run,
      const char  *expression,
      gint64       first,
      gint64       beyond,
      guint        most,
      gboolean    *whole,
      GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean                 row = FALSE;
  int                      phrases[2];

  statement = march_statement_new (run->database->handle, rows_sql, error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, expression);
  sqlite3_bind_int64 (statement, 2, first);
  sqlite3_bind_int64 (statement, 3, beyond);
  march_search_count_phrases (run->terms, &phrases[0], &phrases[1]);
  sqlite3_bind_int (statement, 4, phrases[0]);
  sqlite3_bind_int (statement, 5, phrases[1]);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  for (guint n = 0; row && n < most; n++)
    {
      add_candidate (run, statement);
      if (!march_statement_step (statement, &row, error))
        return FALSE;
    }
  *whole = !row;
  return TRUE;
}

/* Quotations, by far the most, have entries of their own range, so that they never crowd out what
 * else there is. */
static gboolean
collect (Run     *run,
         GError **error)
{
  g_autofree char *expression = march_search_make_expression (run->terms);
  gboolean         all_quotations = FALSE, all_others = FALSE;

  if (!scan (run, expression, MARCH_SEARCH_FIRST_QUOTATION, G_MAXINT64, MOST_QUOTATIONS,
             &all_quotations, error)
      || !scan (run, expression, G_MININT64, MARCH_SEARCH_FIRST_QUOTATION, MOST_OTHERS,
                &all_others, error))
    return FALSE;
  for (guint i = 0; i < MARCH_N_SEARCH_KINDS; i++)
    if (!(i == MARCH_SEARCH_QUOTATION ? all_quotations : all_others))
      run->results->counts[i].more = TRUE;
  return TRUE;
}

static gboolean
find_names (Run     *run,
            GError **error)
{
  g_autofree char         *name = march_search_make_name (run->terms);
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (run->database->handle,
                                   "SELECT folded FROM search_entry WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < run->candidates->len; i++)
    {
      Candidate  *candidate = &g_array_index (run->candidates, Candidate, i);
      gboolean    row = FALSE;
      const char *folded;

      if (candidate->kind == MARCH_SEARCH_QUOTATION)
        continue;
      sqlite3_bind_int64 (statement, 1, candidate->entry);
      if (!march_statement_step (statement, &row, error))
        return FALSE;
      folded = row ? march_statement_get_text (statement, 0) : NULL;
      candidate->exact = folded != NULL &&
                         march_search_is_name (folded, name, candidate->kind <= MARCH_SEARCH_ACTOR);
      sqlite3_reset (statement);
    }
  return TRUE;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (left->exact != right->exact)
    return left->exact ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return (left->entry < right->entry) - (left->entry > right->entry);
}

/* Leaves what is wanted, in the order in which it is listed. */
static void
choose (Run *run)
{
  MarchSearchCount *total = &run->results->total;

  for (guint i = 0; i < run->candidates->len;)
    {
      MarchSearchKind kind = g_array_index (run->candidates, Candidate, i).kind;

      if ((run->query->kinds & MARCH_SEARCH_BIT (kind)) == 0)
        g_array_remove_index_fast (run->candidates, i);
      else
        i++;
    }
  g_array_sort (run->candidates, compare_candidates);

  total->n = run->candidates->len;
  for (guint i = 0; i < MARCH_N_SEARCH_KINDS; i++)
    if ((run->query->kinds & MARCH_SEARCH_BIT (i)) != 0 && run->results->counts[i].more)
      total->more = TRUE;
}

static MarchSearchHit *
make_hit (Run             *run,
          const Candidate *candidate,
          const char      *body)
{
  MarchSearchHit *hit = g_new0 (MarchSearchHit, 1);

  hit->kind = candidate->kind;
  hit->id = candidate->id;
  hit->exact = candidate->exact;
  hit->score = candidate->score;
  hit->snippet = march_search_make_snippet (body, run->terms, &hit->marks);
  return hit;
}

static gboolean
list (Run     *run,
      GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  guint                    n = run->candidates->len;
  guint                    first = MIN (run->query->offset, n);
  guint                    beyond = first + MIN (run->query->limit, n - first);

  statement = march_statement_new (run->database->handle,
                                   "SELECT body FROM search_entry WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = first; i < beyond; i++)
    {
      const Candidate *candidate = &g_array_index (run->candidates, Candidate, i);
      gboolean         row = FALSE;
      const char      *body;

      sqlite3_bind_int64 (statement, 1, candidate->entry);
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
          !march_statement_step (statement, &row, error))
        return FALSE;
      body = row ? march_statement_get_text (statement, 0) : NULL;
      g_ptr_array_add (run->results->hits, make_hit (run, candidate, body != NULL ? body : ""));
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* Without an index for one letter, finding all words that begin with it means to read them all. */
static gboolean
finish_letter (Run     *run,
               GError **error)
{
  gint64           n = 0;
  MarchSearchTerm *last;

  if (!march_search_is_one_letter (run->terms))
    return TRUE;
  if (!march_sqlite_select_integer (run->database->handle, entries_sql, &n, error))
    return FALSE;
  last = run->terms->pdata[run->terms->len - 1];
  last->unfinished = n <= MOST_FOR_A_LETTER;
  return TRUE;
}

/* All in one reading transaction, so that what was found is still there when its text is read. */
static gboolean
run_once (Run     *run,
          GError **error)
{
  gboolean good;

  if (run->terms->len == 0)
    return TRUE;
  if (!march_sqlite_run (run->database->handle, "BEGIN", error))
    return FALSE;
  good = finish_letter (run, error)
         && march_search_expand (run->database->handle, run->terms, error)
         && march_search_add_names (run->database->handle, run->terms, error)
         && collect (run, error) && find_names (run, error);
  if (good)
    {
      choose (run);
      good = list (run, error);
    }
  march_database_rollback (run->database);
  return good;
}

static int
look_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static MarchSearchResults *
new_results (void)
{
  MarchSearchResults *results = g_new0 (MarchSearchResults, 1);

  results->hits = g_ptr_array_new_with_free_func (free_hit);
  return results;
}

/**
 * march_search_new:
 * @path: of a dossier's file with the tables of this version
 * @access: %MARCH_ACCESS_IMMUTABLE or %MARCH_ACCESS_READ; see #MarchAccess
 *
 * Returns: (transfer full): a search, or %NULL with a #MarchError
 */
MarchSearch *
march_search_new (const char   *path,
                  MarchAccess   access,
                  GError      **error)
{
  g_autoptr (MarchDatabase) database = NULL;
  MarchSearch              *search;

  g_assert (access != MARCH_ACCESS_WRITE);
  database = march_database_open (path, access, error);
  if (database == NULL || !march_search_score_register (database->handle, error)
      || !march_search_vocabulary_register (database->handle, error))
    return NULL;
  search = g_new0 (MarchSearch, 1);
  search->database = g_steal_pointer (&database);
  return search;
}

void
march_search_free (MarchSearch *search)
{
  march_database_free (search->database);
  g_free (search);
}

/**
 * march_search_run:
 *
 * Finds the records in whose text all terms of @query are, whatever alphabet and diacritics either
 * is written with. Of each kind the newest %MARCH_SEARCH_MOST are looked at; the counts say so.
 * Waits while another program writes to the file.
 *
 * Returns: (transfer full): what was found, or %NULL with %G_IO_ERROR_CANCELLED or a #MarchError
 */
MarchSearchResults *
march_search_run (MarchSearch             *search,
                  const MarchSearchQuery  *query,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  g_autoptr (GPtrArray)          terms = march_search_parse (query->text);
  g_autoptr (GArray)             candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (MarchSearchResults) results = new_results ();
  Run                            run = { 0 };
  gboolean                       good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  run = (Run){ .database = search->database,
               .query = query,
               .cancellable = cancellable,
               .terms = terms,
               .candidates = candidates,
               .results = results };
  if (cancellable != NULL)
    sqlite3_progress_handler (search->database->handle, STEPS_PER_LOOK, look_cb, cancellable);
  good = run_once (&run, error);
  sqlite3_progress_handler (search->database->handle, 0, NULL, NULL);
  return good ? g_steal_pointer (&results) : NULL;
}

void
march_search_results_free (MarchSearchResults *results)
{
  g_ptr_array_unref (results->hits);
  g_free (results);
}
