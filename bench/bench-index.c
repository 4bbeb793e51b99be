/* bench-index.c — how long it takes to index very many quotations anew, and to narrow a search of
 * them; and to look for a source's twin */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <gio/gio.h>

#include "bench-folder.h"
#include "coding/march-source-twin.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-database-private.h"
#include "dossier/march-search-index.h"
#include "dossier/march-search.h"

#define N_SOURCES 10000

/* Copies of the quotations that are there, each with a number among its words, and each as evidence
 * of an assertion; and sources for them. */
#define QUOTATIONS                                                                                 \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < MOST), "            \
  "model AS (SELECT *, row_number () OVER (ORDER BY id) AS nth FROM quotation "                    \
  "WHERE exact IS NOT NULL), size AS (SELECT count (*) AS many FROM model), "                      \
  "claim AS (SELECT id, row_number () OVER (ORDER BY id) AS nth FROM assertion), "                 \
  "most AS (SELECT count (*) AS many FROM claim) "
#define COPIES                                                                                     \
  "INSERT INTO quotation (id, uuid, source_id, exact, voice, act, said_edtf, said_from_day, "      \
  "said_until_day, credibility, language) SELECT 1000000000 + i, printf ('q%u', i), source_id, "   \
  "exact || ' ' || printf ('w%u', abs (random ()) % 50000), voice, act, said_edtf, "               \
  "said_from_day, said_until_day, credibility, language FROM n, size JOIN model "                  \
  "ON nth = i % size.many + 1"
#define LINKS                                                                                      \
  "INSERT INTO evidence (id, uuid, quotation_id, assertion_id) SELECT 1000000000 + i, "            \
  "printf ('e%u', i), 1000000000 + i, claim.id FROM n, most JOIN claim "                           \
  "ON claim.nth = i % most.many + 1"
#define SOURCES                                                                                    \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < MOST), "            \
  "model AS (SELECT * FROM source LIMIT 1) "                                                       \
  "INSERT INTO source (id, uuid, title, csl) SELECT 1000000000 + i, printf ('s%u', i), title, "    \
  "json_set (csl, '$.URL', printf ('https://velmark.example/%u', i)) "                             \
  "FROM n, model"

/* With so many rows. */
static gboolean
run (MarchDatabase *database, const char *pattern, guint n, GError **error)
{
  GString         *sql = g_string_new (pattern);
  g_autofree char *most = g_strdup_printf ("%u", n);
  gboolean         good = FALSE;

  g_string_replace (sql, "MOST", most, 1);
  good = march_sqlite_run (database->handle, sql->str, error);
  g_string_free (sql, TRUE);
  return good;
}

/* Of the processor, in microseconds: other programs don't count. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
tell (const char *what, gint64 start)
{
  printf ("  %-44s %9.1f ms\n", what, (double) (get_time () - start) / 1e3);
  fflush (stdout);
}

static gboolean
fill (MarchDatabase *database, guint n, GError **error)
{
  return march_database_begin (database, error)
         && run (database, QUOTATIONS COPIES, n, error)
         && run (database, QUOTATIONS LINKS, n, error)
         && run (database, SOURCES, N_SOURCES, error)
         && march_database_commit (database, error);
}

static gboolean
rebuild (MarchDatabase *database, GError **error)
{
  gboolean     current = FALSE;
  gint64       start = get_time ();
  const gboolean found = march_search_index_check (database, &current, error);

  tell ("the index is found to be out of step", start);
  start = get_time ();
  if (!found || !march_database_begin (database, error)
      || !march_search_index_rebuild (database, error) || !march_database_commit (database, error))
    return FALSE;
  tell ("it is made anew", start);
  return TRUE;
}

static gboolean
narrow (const char *path, MarchCorpus *corpus, GError **error)
{
  g_autoptr (MarchSearchFilter) filter = march_search_filter_new (corpus);
  g_autoptr (MarchSearch)       search = march_search_new (path, MARCH_ACCESS_READ, error);
  const MarchSearchQuery        query = { .text = "territory", .kinds = MARCH_SEARCH_ALL,
                                          .limit = 50, .filter = filter };

  if (search == NULL || !march_search_filter_add (filter, MARCH_SEARCH_BY_KIND, "control", error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const gint64 start = get_time ();
      g_autoptr (MarchSearchResults) results = march_search_run (search, &query, NULL, error);

      if (results == NULL)
        return FALSE;
      tell (i == 0 ? "a search by a filter that is new" : "the next one by it", start);
    }
  return TRUE;
}

static void
find_twin (MarchCorpus *corpus)
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new (), copy = NULL;
  g_autoptr (GPtrArray)        problems = NULL;
  MarchTwinReason              reason = MARCH_TWIN_NONE;
  gint64                       start = 0;

  g_free (draft->url);
  draft->url = g_strdup ("https://velmark.example/none");
  g_free (draft->text);
  draft->text = g_strnfill (100000, 'x');
  start = get_time ();
  march_source_twin_find (draft, corpus, NULL, &reason);
  tell ("a twin is looked for, 10,000 sources", start);
  start = get_time ();
  copy = march_source_draft_copy (draft);
  problems = march_source_draft_check (copy, corpus);
  tell ("what of it the main thread does", start);
}

static gboolean
measure (const char *original, const char *path, guint n, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (original);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (MarchDatabase) database = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchCorpus) corpus = NULL;
  gint64 start = 0;

  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return FALSE;
  database = march_database_open (path, MARCH_ACCESS_WRITE, error);
  if (database == NULL || !fill (database, n, error))
    return FALSE;
  printf ("%u quotations more, times of the processor\n", n);
  if (!rebuild (database, error))
    return FALSE;
  start = get_time ();
  corpus = march_corpus_load (database, warnings, error);
  if (corpus == NULL)
    return FALSE;
  tell ("all records are read", start);
  find_twin (corpus);
  return narrow (path, corpus, error);
}

/* Arguments: DOSSIER [QUOTATIONS [PATH]]. Makes its data in the temporary folder, or leaves them
 * at PATH. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const guint        n = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  g_autofree char   *path = argc > 3 ? g_strdup (argv[3]) : bench_make_path (&error);
  gboolean good = path != NULL && argc > 1 && n > 0 && measure (argv[1], path, n, &error);

  if (argc <= 3)
    bench_remove_path (path);
  if (!good)
    fprintf (stderr, "%s\n", error != NULL ? error->message : "A dossier is needed.");
  return good ? 0 : 1;
}
