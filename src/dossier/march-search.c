/* march-search.c — finds records by words that are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search.h"

#include "dossier/march-database-private.h"
#include "dossier/march-search-filter-private.h"
#include "dossier/march-search-private.h"

/* Rows that a query reads at most of quotations, of notes, and of all else. */
#define MOST_ROWS   (MARCH_SEARCH_MOST + 1)
#define MOST_OTHERS 3000
/* Entries among which one letter is searched for as the beginning of a word. */
#define MOST_FOR_A_LETTER 20000
/* Instructions of SQLite's between two looks at whether the search was cancelled. */
#define STEPS_PER_LOOK 1000

struct _MarchSearch
{
  MarchDatabase     *database;
  MarchSearchFilter *filter; /* of the query that is answered now, NULL for none */
  guint              n_seen; /* entries that the filter was asked of */
};

/* A row of the index that may become a hit. */
typedef struct
{
  gint64          entry;
  MarchSearchKind kind;
  gboolean        exact;
  double          score;
} Candidate;

typedef struct
{
  MarchSearch            *search;
  MarchDatabase          *database;
  const MarchSearchQuery *query;
  GCancellable           *cancellable;
  GPtrArray              *terms;
  sqlite3_stmt           *entry; /* what the file says of one */
  GArray                 *candidates;
  MarchSearchResults     *results;
} Run;

/* Rows with all the words, from the newest on, below an entry. What they are is only looked up of
 * those that it isn't known of: it is far from the index in a large file. */
static const char rows_sql[]
    = "SELECT rowid, march_score (search, ?3, ?4) FROM search "
      "WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC";

/* The same of quotations, as far as they are wanted. */
static const char filtered_sql[]
    = "SELECT rowid, march_score (search, ?3, ?4) FROM search "
      "WHERE search MATCH ?1 AND rowid < ?2 AND rowid >= 1 << 40 AND march_wants (rowid) "
      "ORDER BY rowid DESC";

static const char entry_sql[]
    = "SELECT kind, record_id, field, body FROM search_entry WHERE id = ?1";

/* About how many entries there are: the last number of each range. */
static const char entries_sql[]
    = "SELECT coalesce ((SELECT max (id) FROM search_entry WHERE id < 1 << 39), 0) + "
      "coalesce ((SELECT max (id) - (1 << 39) FROM search_entry"
      " WHERE id >= 1 << 39 AND id < 1 << 40), 0) + "
      "coalesce ((SELECT max (id) - (1 << 40) FROM search_entry WHERE id >= 1 << 40), 0)";

static const char *const kinds[] = { "place",  "actor",    "source", "event",
                                     "thesis", "proposal", "figure", "quotation",
                                     "note" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MARCH_N_SEARCH_KINDS);

static void
free_hit (gpointer data)
{
  MarchSearchHit *hit = data;

  g_free (hit->field);
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

/* What an entry is: by its range, or by what the file says of it. A kind that no version of ours
 * writes is passed over, and so is what isn't there. */
static gboolean
tell_kind (Run *run, gint64 entry, MarchSearchKind *kind)
{
  gboolean found = FALSE, row = FALSE;

  *kind = entry >= MARCH_SEARCH_FIRST_QUOTATION ? MARCH_SEARCH_QUOTATION : MARCH_SEARCH_NOTE;
  if (entry >= MARCH_SEARCH_FIRST_NOTE)
    return TRUE;
  sqlite3_bind_int64 (run->entry, 1, entry);
  found = march_statement_step (run->entry, &row, NULL) && row
          && find_kind (march_statement_get_text (run->entry, 0), kind);
  sqlite3_reset (run->entry);
  return found;
}

static void
add_candidate (Run *run, sqlite3_stmt *statement)
{
  Candidate         candidate = { .entry = sqlite3_column_int64 (statement, 0) };
  MarchSearchCount *count;

  if (!tell_kind (run, candidate.entry, &candidate.kind))
    return;
  count = &run->results->counts[candidate.kind];
  if (count->n == MARCH_SEARCH_MOST)
    {
      count->more = TRUE;
      return;
    }
  count->n++;
  candidate.score = sqlite3_column_double (statement, 1);
  g_array_append_val (run->candidates, candidate);
}

/* Quotations, by far the most, have entries of their own range, and so have notes, so that neither
 * crowds out what else there is. The ranges follow each other from the newest entry on. */
typedef struct
{
  gint64   first;
  gint64   beyond;
  guint    most;
  gboolean whole; /* whether all of it was read */
} Range;

enum
{
  RANGE_QUOTATIONS,
  RANGE_NOTES,
  RANGE_OTHERS,
  N_RANGES
};

static sqlite3_stmt *
start_scan (Run *run, const char *expression, gint64 beyond, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           phrases[2];

  statement = march_statement_new (run->database->handle,
                                   run->query->filter != NULL ? filtered_sql : rows_sql, error);
  if (statement == NULL)
    return NULL;
  march_search_count_phrases (run->terms, &phrases[0], &phrases[1]);
  march_statement_bind_text (statement, 1, expression);
  sqlite3_bind_int64 (statement, 2, beyond);
  sqlite3_bind_int (statement, 3, phrases[0]);
  sqlite3_bind_int (statement, 4, phrases[1]);
  return statement;
}

/* Reads the ranges from @at on, until one of them has more rows than are read. Returns: the range
 * to go on with, N_RANGES where all is read, and -1 with an error */
static int
scan (Run *run, const char *expression, Range *ranges, int at, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = start_scan (run, expression, ranges[at].beyond, error);
  gboolean done = FALSE;
  guint    n = 0;

  if (statement == NULL)
    return -1;
  while (march_statement_next (statement, &done, error))
    {
      const gint64 entry = sqlite3_column_int64 (statement, 0);

      for (; at < RANGE_OTHERS && entry < ranges[at].first; at++, n = 0)
        ranges[at].whole = TRUE;
      if (n++ == ranges[at].most)
        return at + 1;
      add_candidate (run, statement);
    }
  for (; done && at < N_RANGES; at++)
    ranges[at].whole = TRUE;
  return done ? N_RANGES : -1;
}

static void
tell_more (Run *run, const Range ranges[N_RANGES])
{
  for (guint i = 0; i < MARCH_N_SEARCH_KINDS; i++)
    {
      const int range = i == MARCH_SEARCH_QUOTATION ? RANGE_QUOTATIONS
                        : i == MARCH_SEARCH_NOTE    ? RANGE_NOTES
                                                    : RANGE_OTHERS;

      if (!ranges[range].whole)
        run->results->counts[i].more = TRUE;
    }
}

static gboolean
collect (Run *run, GError **error)
{
  g_autofree char *expression = march_search_make_expression (run->terms);
  const gboolean   filtered = run->query->filter != NULL;
  Range            ranges[N_RANGES] = {
    { MARCH_SEARCH_FIRST_QUOTATION, G_MAXINT64, MOST_ROWS, FALSE },
    { MARCH_SEARCH_FIRST_NOTE, MARCH_SEARCH_FIRST_QUOTATION, MOST_ROWS, filtered },
    { G_MININT64, MARCH_SEARCH_FIRST_NOTE, MOST_OTHERS, filtered },
  };

  for (int at = 0; at < (filtered ? RANGE_NOTES : N_RANGES);)
    {
      at = scan (run, expression, ranges, at, error);
      if (at < 0)
        return FALSE;
    }
  tell_more (run, ranges);
  run->results->unfiltered.n = run->search->n_seen;
  run->results->unfiltered.more = !ranges[RANGE_QUOTATIONS].whole;
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

      if (candidate->kind >= MARCH_SEARCH_QUOTATION)
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

/* From the row that is read now. */
static MarchSearchHit *
make_hit (Run *run, const Candidate *candidate)
{
  MarchSearchHit *hit = g_new0 (MarchSearchHit, 1);
  const char     *field = march_statement_get_text (run->entry, 2);
  const char     *body = march_statement_get_text (run->entry, 3);

  hit->kind = candidate->kind;
  hit->id = sqlite3_column_int64 (run->entry, 1);
  hit->field = g_strdup (field != NULL ? field : "");
  hit->exact = candidate->exact;
  hit->score = candidate->score;
  hit->snippet = march_search_make_snippet (body != NULL ? body : "", run->terms, &hit->marks);
  return hit;
}

static gboolean
list (Run *run, GError **error)
{
  guint n = run->candidates->len;
  guint first = MIN (run->query->offset, n);
  guint beyond = first + MIN (run->query->limit, n - first);

  for (guint i = first; i < beyond; i++)
    {
      const Candidate *candidate = &g_array_index (run->candidates, Candidate, i);
      gboolean         row = FALSE;

      sqlite3_bind_int64 (run->entry, 1, candidate->entry);
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !march_statement_step (run->entry, &row, error))
        return FALSE;
      if (row)
        g_ptr_array_add (run->results->hits, make_hit (run, candidate));
      sqlite3_reset (run->entry);
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
  g_autoptr (sqlite3_stmt) entry = NULL;
  gboolean                 good;

  if (run->terms->len == 0)
    return TRUE;
  entry = march_statement_new (run->database->handle, entry_sql, error);
  if (entry == NULL)
    return FALSE;
  run->entry = entry;
  if (!march_sqlite_run (run->database->handle, "BEGIN", error))
    return FALSE;
  good = (run->query->filter == NULL
          || march_search_filter_prepare (run->query->filter, run->database->handle, error))
         && finish_letter (run, error)
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

/* march_wants (ENTRY): whether the filter of the query lets it in. */
static void
wants (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  MarchSearch *search = sqlite3_user_data (context);

  search->n_seen++;
  sqlite3_result_int (context, search->filter != NULL
                                   && march_search_filter_has_entry (
                                       search->filter, sqlite3_value_int64 (values[0])));
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
  int                       code;

  g_assert (access != MARCH_ACCESS_WRITE);
  database = march_database_open (path, access, error);
  if (database == NULL || !march_search_score_register (database->handle, error)
      || !march_search_vocabulary_register (database->handle, error))
    return NULL;
  search = g_new0 (MarchSearch, 1);
  code = sqlite3_create_function (database->handle, "march_wants", 1,
                                  SQLITE_UTF8 | SQLITE_DIRECTONLY, search, wants, NULL, NULL);
  if (code != SQLITE_OK)
    {
      march_sqlite_fail (database->handle, code, error);
      g_free (search);
      return NULL;
    }
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
  search->filter = query->filter;
  search->n_seen = 0;
  run = (Run){ .search = search,
               .database = search->database,
               .query = query,
               .cancellable = cancellable,
               .terms = terms,
               .candidates = candidates,
               .results = results };
  if (cancellable != NULL)
    sqlite3_progress_handler (search->database->handle, STEPS_PER_LOOK, look_cb, cancellable);
  good = run_once (&run, error);
  sqlite3_progress_handler (search->database->handle, 0, NULL, NULL);
  search->filter = NULL;
  return good ? g_steal_pointer (&results) : NULL;
}

/** march_search_has_words: @text: as typed. Returns: whether there is anything to search for */
gboolean
march_search_has_words (const char *text)
{
  g_autoptr (GPtrArray) terms = march_search_parse (text);

  return terms->len > 0;
}

void
march_search_results_free (MarchSearchResults *results)
{
  g_ptr_array_unref (results->hits);
  g_free (results);
}
