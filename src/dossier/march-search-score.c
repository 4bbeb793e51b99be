/* march-search-score.c — how well a row of full-text search answers, without reading the others */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"

/* The constants of BM25 as usual. */
#define K1 1.2
#define B 0.75

#define N_COLUMNS 2      /* as written, folded */
#define MOST_PHRASES 256

static int
count_phrases (const Fts5ExtensionApi *api,
               Fts5Context            *context,
               guint                   counts[MOST_PHRASES][N_COLUMNS])
{
  int n = 0;
  int code = api->xInstCount (context, &n);

  for (int i = 0; code == SQLITE_OK && i < n; i++)
    {
      int phrase, column, offset;

      code = api->xInst (context, i, &phrase, &column, &offset);
      if (code == SQLITE_OK && phrase < MOST_PHRASES && column < N_COLUMNS)
        counts[phrase][column]++;
    }
  return code;
}

/* Counts the phrases from @first to before @beyond as if they were one. */
static void
join (guint counts[MOST_PHRASES][N_COLUMNS], int first, int beyond)
{
  for (int i = MAX (first, 0) + 1; i < MIN (beyond, MOST_PHRASES); i++)
    for (int column = 0; column < N_COLUMNS; column++)
      {
        counts[first][column] += counts[i][column];
        counts[i][column] = 0;
      }
}

/* How long the text is, where 1 is usual. */
static int
measure_length (const Fts5ExtensionApi *api,
                Fts5Context            *context,
                double                 *length)
{
  sqlite3_int64 n_rows = 0, n_words = 0;
  int           here = 0;
  int           code = api->xRowCount (context, &n_rows);

  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, 0, &n_words);
  if (code == SQLITE_OK)
    code = api->xColumnSize (context, 0, &here);
  *length = n_words > 0 ? (double) here * (double) n_rows / (double) n_words : 1;
  return code;
}

/* BM25 without the rarity of words: each row has all of them, and counting them in all rows is what
 * makes bm25 () slow. A Latin word stands in both columns and counts once; a word that is spelt as
 * typed counts more than one that only folds to it. */
static void
score (const Fts5ExtensionApi  *api,
       Fts5Context             *context,
       sqlite3_context         *result,
       int                      n_values,
       sqlite3_value          **values)
{
  guint  counts[MOST_PHRASES][N_COLUMNS] = { 0 };
  double length = 1, sum = 0;
  int    code = n_values == 2 ? count_phrases (api, context, counts) : SQLITE_MISUSE;

  if (code == SQLITE_OK)
    code = measure_length (api, context, &length);
  if (code != SQLITE_OK)
    {
      sqlite3_result_error_code (result, code);
      return;
    }
  join (counts, sqlite3_value_int (values[0]), sqlite3_value_int (values[1]));
  join (counts, sqlite3_value_int (values[1]), api->xPhraseCount (context));
  for (int i = 0; i < MIN (api->xPhraseCount (context), MOST_PHRASES); i++)
    {
      double n = MAX (counts[i][0], counts[i][1]);

      sum += n * (K1 + 1) / (n + K1 * (1 - B + B * length));
    }
  sqlite3_result_double (result, sum);
}

static fts5_api *
get_fts5 (sqlite3 *handle)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  fts5_api                *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (statement, 1, (void *) &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  return api;
}

/**
 * march_search_score_register:
 *
 * Lets queries of @handle say `march_score (search, FIRST, NEXT)`: larger is better. Phrases
 * from FIRST on, and those from NEXT on, count as one each: they are what one word may become.
 */
gboolean
march_search_score_register (sqlite3  *handle,
                             GError  **error)
{
  fts5_api *api = get_fts5 (handle);
  int       code;

  if (api == NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                           _("The installed SQLite can't search text. Install one that has FTS5."));
      return FALSE;
    }
  code = api->xCreateFunction (api, "march_score", NULL, score, NULL);
  return code == SQLITE_OK || march_sqlite_fail (handle, code, error);
}
