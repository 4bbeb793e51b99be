/* test-search-run.c — searching among many records, stopping, other threads, edits, bad files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier.h"
#include "dossier/march-search-index.h"
#include "search-fixture.h"

static void
test_cancelled (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };
  g_autoptr (MarchSearchResults) results = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_search_run (fixture->search, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The connection is as good as before. */
  results = search_run (fixture, "tarvia", MARCH_SEARCH_ALL, 0, 50);
  g_assert_cmpuint (results->hits->len, ==, 7);
}

/* As a dossier with many quotations has them. */
static void
add_many (SearchFixture *fixture)
{
  GError                   *error = NULL;
  g_autoptr (MarchDatabase) database = NULL;

  database = march_database_open (fixture->path, MARCH_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  march_sqlite_run (database->handle,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 12000) "
                    "INSERT INTO search_entry (kind, record_id, body, folded) "
                    "SELECT 'quotation', 10000 + i, 'Tarvia ' || i, 'tarvia ' || i FROM n; "
                    "INSERT INTO search (search) VALUES ('rebuild')",
                    &error);
  g_assert_no_error (error);
}

static void
test_many (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSearchResults) results = NULL;
  g_autoptr (MarchSearchResults) last = NULL;
  g_autofree char               *ids = NULL, *last_ids = NULL;

  march_search_free (fixture->search);
  add_many (fixture);
  search_open (fixture, MARCH_ACCESS_READ);

  results = search_run (fixture, "tarvia", MARCH_SEARCH_ALL, 0, 5);
  ids = search_list_ids (results);
  g_assert_cmpstr (ids, ==, "23 205 204 65 22000");
  g_assert_cmpuint (results->counts[MARCH_SEARCH_QUOTATION].n, ==, MARCH_SEARCH_MOST);
  g_assert_true (results->counts[MARCH_SEARCH_QUOTATION].more);
  g_assert_true (results->total.more);
  g_assert_cmpuint (results->counts[MARCH_SEARCH_PLACE].n, ==, 2);

  last = search_run (fixture, "tarvia", MARCH_SEARCH_BIT (MARCH_SEARCH_QUOTATION),
              MARCH_SEARCH_MOST - 1, 5);
  last_ids = search_list_ids (last);
  g_assert_cmpstr (last_ids, ==, "21501");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (2000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Whether SQLite was stopped in the midst of it, and not only the next search before it began. */
static gboolean
is_stopped (SearchFixture *fixture)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread                 *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError)       error = NULL;
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };

  while (error == NULL)
    {
      g_autoptr (MarchSearchResults) results = NULL;

      results = march_search_run (fixture->search, &query, cancellable, &error);
      g_assert_true ((results == NULL) == (error != NULL));
    }
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return g_str_equal (error->message, "The work was cancelled.");
}

static void
test_stopped (SearchFixture *fixture, gconstpointer data)
{
  guint n = 0;

  march_search_free (fixture->search);
  add_many (fixture);
  search_open (fixture, MARCH_ACCESS_READ);
  while (!is_stopped (fixture))
    g_assert_cmpuint (++n, <, 200);
}

typedef struct
{
  GMainLoop          *loop;
  MarchSearchResults *results;
  GError             *error;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  answer->results = march_dossier_search_finish (MARCH_DOSSIER (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static MarchDossier *
open_dossier (SearchFixture *fixture)
{
  GError           *error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  MarchDossier     *dossier = march_dossier_open (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* The query is copied, so that it may go while the work is done; and so may the dossier. */
static void
test_async (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop)    loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autofree char         *text = g_strdup ("tarvia");
  MarchSearchQuery         query = { text, MARCH_SEARCH_ALL, 0, 50 };
  Answer                   answer = { loop, NULL, NULL };

  march_dossier_search_async (dossier, &query, NULL, answered_cb, &answer);
  march_dossier_close (dossier);
  memset (text, 'x', strlen (text));
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.results->hits->len, ==, 7);
  march_search_results_free (answer.results);
}

static void
test_async_cancelled (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop)    loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };
  Answer                   answer = { loop, NULL, NULL };

  march_dossier_search_async (dossier, &query, cancellable, answered_cb, &answer);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.results);
  g_clear_error (&answer.error);
}

static void
assert_found (MarchDossier *dossier,
              const char   *text,
              const char   *ids)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  MarchSearchQuery      query = { text, MARCH_SEARCH_ALL, 0, 50 };
  Answer                answer = { loop, NULL, NULL };
  g_autofree char      *found = NULL;

  march_dossier_search_async (dossier, &query, NULL, answered_cb, &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  found = search_list_ids (answer.results);
  g_assert_cmpstr (found, ==, ids);
  march_search_results_free (answer.results);
}

/* A name is found as soon as it is given, and no longer when that is undone. */
static void
test_dossier (SearchFixture *fixture, gconstpointer data)
{
  GError                  *error = NULL;
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (MarchRow)     row = march_row_new ();
  g_autoptr (MarchEdit)    edit = NULL;

  assert_found (dossier, "zelky", "201");
  assert_found (dossier, "grelm", "");

  edit = march_dossier_begin_edit (dossier, "Rename", &error);
  g_assert_no_error (error);
  march_row_set_text (row, "text", "Ґрельм");
  g_assert_true (march_edit_update (edit, "name", 211, row, &error));
  assert_found (dossier, "grelm", "");
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
  assert_found (dossier, "grelm", "201");

  march_dossier_undo (dossier, &error);
  g_assert_no_error (error);
  assert_found (dossier, "grelm", "");
  march_dossier_revert (dossier, &error);
  g_assert_no_error (error);
  assert_found (dossier, "zelky", "201");
}

static void
run_elsewhere (SearchFixture *fixture, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* Another program changes words, before and while the dossier is open, and not what is searched. */
static void
test_edited_elsewhere (SearchFixture *fixture, gconstpointer data)
{
  GError           *error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (MarchDossier) dossier = NULL;

  run_elsewhere (fixture, "UPDATE quotation SET exact = 'A grey heron' WHERE id = 303");
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  assert_found (dossier, "heron", "303");
  assert_found (dossier, "brave", "");
  run_elsewhere (fixture, "UPDATE quotation SET exact = 'A white stork' WHERE id = 303; "
                          "DELETE FROM quotation WHERE id = 304");
  assert_found (dossier, "stork", "303");
  assert_found (dossier, "heron", "");
  assert_found (dossier, "голка", "");
  march_dossier_close (dossier);
}

/* An index as an older version of the program made it. */
static void
test_index_of_old (SearchFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE search_entry SET id = id - (1 << 40) + 5000 WHERE kind = 'quotation'",
    "UPDATE search_entry SET folded = 'ullmar' WHERE kind = 'place' AND record_id = 206",
    "DELETE FROM search_entry WHERE record_id = 301",
    "INSERT INTO search_entry VALUES (4000, 'event', 999, '', 'x', 'x')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      GError                   *error = NULL;
      g_autoptr (MarchDatabase) database = NULL;
      gboolean                  current = FALSE;

      database = march_database_open (fixture->path, MARCH_ACCESS_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (march_search_index_check (database, &current, &error));
      g_assert_true (current);
      g_assert_true (march_sqlite_run (database->handle, changes[i], &error));
      g_assert_true (march_search_index_check (database, &current, &error));
      g_assert_false (current);
      g_assert_true (march_search_index_rebuild (database, &error));
      g_assert_no_error (error);
    }
}

/* Neither a file that is not there nor one without a dossier's tables is searched. */
static void
test_bad_files (SearchFixture *fixture, gconstpointer data)
{
  g_autofree char               *none = g_build_filename (fixture->folder, "none.gpkg", NULL);
  g_autofree char               *bad = g_build_filename (fixture->folder, "bad.gpkg", NULL);
  g_autoptr (MarchSearch)        search = NULL;
  g_autoptr (MarchSearchResults) results = NULL;
  MarchSearchQuery               query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };
  g_autoptr (GError)             error = NULL;

  g_assert_null (march_search_new (none, MARCH_ACCESS_READ, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (bad, "", 0, NULL));
  search = march_search_new (bad, MARCH_ACCESS_IMMUTABLE, &error);
  g_assert_no_error (error);
  results = march_search_run (search, &query, NULL, &error);
  g_assert_null (results);
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
}

/* What a foreign program may have put into the index is passed over, or shown if it is text. */
static void
test_foreign_rows (SearchFixture *fixture, gconstpointer data)
{
  GError                        *error = NULL;
  g_autoptr (MarchDatabase)      database = NULL;
  g_autoptr (MarchSearchResults) results = NULL;
  g_autofree char               *ids = NULL;

  march_search_free (fixture->search);
  database = march_database_open (fixture->path, MARCH_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  march_sqlite_run (database->handle,
                    "PRAGMA ignore_check_constraints = ON; "
                    "INSERT INTO search_entry (id, kind, record_id, body, folded) VALUES "
                    "(9001, 'hoard', 900, 'Tarvia', 'tarvia'), "
                    "(9002, 'place', 901, CAST (x'546172766961ff' AS TEXT), 'tarvia'), "
                    "(9003, 'place', 902, 'Tarvia', 'tarvia'); "
                    "INSERT INTO search (search) VALUES ('rebuild'); "
                    "DELETE FROM search_entry WHERE id = 9003",
                    &error);
  g_assert_no_error (error);
  search_open (fixture, MARCH_ACCESS_READ);
  results = search_run (fixture, "tarvia", MARCH_SEARCH_BIT (MARCH_SEARCH_PLACE), 0, 50);
  ids = search_list_ids (results);
  g_assert_cmpstr (ids, ==, "23 901 204");
  g_assert_cmpstr (((MarchSearchHit *) results->hits->pdata[1])->snippet, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  SEARCH_ADD ("/search/many", test_many);
  SEARCH_ADD ("/search/cancelled", test_cancelled);
  SEARCH_ADD ("/search/stopped", test_stopped);
  SEARCH_ADD ("/search/async", test_async);
  SEARCH_ADD ("/search/async-cancelled", test_async_cancelled);
  SEARCH_ADD ("/search/dossier", test_dossier);
  SEARCH_ADD ("/search/edited-elsewhere", test_edited_elsewhere);
  SEARCH_ADD ("/search/index-of-old", test_index_of_old);
  SEARCH_ADD ("/search/bad-files", test_bad_files);
  SEARCH_ADD ("/search/foreign-rows", test_foreign_rows);
  return g_test_run ();
}
