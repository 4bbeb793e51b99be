/* bench-search.c — how long a search among very many quotations takes, while it is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <glib/gstdio.h>

#include "bench-folder.h"
#include "base/march-fold.h"
#include "dossier/march-database-private.h"
#include "dossier/march-search-private.h"

#define N_WORDS      60000 /* in the vocabulary */
#define WORDS_EACH   22    /* in a quotation: about 150 characters */
#define N_QUERIES    300
#define N_LISTED     50
#define ROWS_AT_ONCE 50000

typedef enum
{
  STEP_WORD,
  STEP_PREFIX,
  STEP_PHRASE,
  N_STEPS
} Step;

static const char *const step_names[N_STEPS] = { "words", "unfinished words", "phrases" };

/* A word of two to five syllables; every fifth is Cyrillic. */
static char *
make_word (GRand *random)
{
  static const char *const latin[] = { "ka", "ri", "to", "len", "mar", "vo", "sha", "pe", "dun",
                                       "ost", "li", "gra", "ne", "by", "so", "tur" };
  static const char *const cyrillic[] = { "ка", "ри", "то", "лен", "мар", "во", "ша", "пе", "дун",
                                          "ост", "ли", "гра", "не", "бы", "со", "тур" };
  const char *const       *syllables = g_rand_int_range (random, 0, 5) == 0 ? cyrillic : latin;
  GString                 *word = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 2, 6); n > 0; n--)
    g_string_append (word, syllables[g_rand_int_range (random, 0, 16)]);
  return g_string_free (word, FALSE);
}

/* The nth word of a language is about n times rarer than its first (Zipf). */
static const char *
draw_word (GPtrArray *words, GRand *random)
{
  double share = pow ((double) words->len, g_rand_double (random));

  return g_ptr_array_index (words, MIN ((guint) share, words->len) - 1);
}

static char *
make_text (GPtrArray *words, GRand *random)
{
  GString *text = g_string_new (draw_word (words, random));

  for (int i = 1; i < WORDS_EACH; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, draw_word (words, random));
    }
  return g_string_free (text, FALSE);
}

/* As the dossier's own index does it, without the records behind. */
static gboolean
fill (MarchDatabase *database, GPtrArray *words, GPtrArray *samples, guint n, GError **error)
{
  g_autoptr (GRand)        random = g_rand_new_with_seed (2);
  g_autoptr (sqlite3_stmt) entry = NULL;

  entry = march_statement_new (database->handle,
                               "INSERT INTO search_entry (id, kind, record_id, body, folded) "
                               "VALUES (?1, 'quotation', ?1, ?2, ?3)",
                               error);
  if (entry == NULL || !march_database_begin (database, error))
    return FALSE;
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *text = make_text (words, random);
      g_autofree char *folded = march_fold (text);

      sqlite3_bind_int64 (entry, 1, MARCH_SEARCH_FIRST_QUOTATION + i);
      march_statement_bind_text (entry, 2, text);
      march_statement_bind_text (entry, 3, folded);
      if (!march_statement_run (entry, error))
        return FALSE;
      sqlite3_reset (entry);
      if (i % MAX (n / N_QUERIES, 1) == 0)
        g_ptr_array_add (samples, g_steal_pointer (&text));
    }
  return march_sqlite_run (database->handle,
                           "INSERT INTO search (search) VALUES ('rebuild')", error)
         && march_sqlite_run (database->handle, "INSERT INTO search (search) VALUES ('optimize')",
                              error)
         && march_database_commit (database, error);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Of this thread's processor, in milliseconds: other programs don't count. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
ask (MarchSearch *search, const char *text, GArray *times, GError **error)
{
  const MarchSearchQuery query = { .text = text, .kinds = MARCH_SEARCH_ALL, .limit = N_LISTED };
  const double           start = get_time ();
  g_autoptr (MarchSearchResults) results = march_search_run (search, &query, NULL, error);
  const double                   time = get_time () - start;

  if (results != NULL)
    g_array_append_val (times, time);
  return results != NULL;
}

/* Two words of a quotation that stand side by side, letter by letter, then as a phrase. */
static gboolean
type (MarchSearch *search, const char *sample, GArray *times[N_STEPS], GError **error)
{
  g_auto (GStrv)   words = g_strsplit (sample, " ", 0);
  g_autofree char *typed = g_strdup_printf ("%s %s ", words[7], words[8]);
  g_autofree char *phrase = g_strdup_printf ("\"%s %s\"", words[7], words[8]);

  for (const char *end = typed; *end != '\0'; end = g_utf8_next_char (end))
    {
      const char      *beyond = g_utf8_next_char (end);
      g_autofree char *text = g_strndup (typed, (gsize) (beyond - typed));

      if (!ask (search, text, times[*end == ' ' ? STEP_WORD : STEP_PREFIX], error))
        return FALSE;
    }
  return ask (search, phrase, times[STEP_PHRASE], error);
}

/* The peer: what full-text search offers, ranked over all that is found. */
static gboolean
ask_ranked (MarchDatabase *database, const char *sample, GArray *times, GError **error)
{
  g_auto (GStrv)           words = g_strsplit (sample, " ", 0);
  g_autofree char         *expression = g_strdup_printf ("\"%s\" AND \"%s\"", words[7], words[8]);
  const double             start = get_time ();
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean                 row = TRUE;
  double                   time;

  statement = march_statement_new (database->handle,
                                   "SELECT rowid FROM search WHERE search MATCH ?1 "
                                   "ORDER BY rank LIMIT 50",
                                   error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, expression);
  while (row)
    if (!march_statement_step (statement, &row, error))
      return FALSE;
  time = get_time () - start;
  g_array_append_val (times, time);
  return TRUE;
}

static void
print (const char *what, GArray *times)
{
  const double *sorted = (const double *) (gpointer) times->data;

  g_array_sort (times, compare);
  printf ("  %-18s %6u searches   median %8.2f ms   p99 %8.2f ms   most %8.2f ms\n", what,
          times->len, sorted[times->len / 2], sorted[times->len * 99 / 100],
          sorted[times->len - 1]);
}

static gboolean
measure (const char *path, guint n, GError **error)
{
  g_autoptr (GRand)         random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray)     words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray)     samples = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchDatabase) database = march_database_create (path, error);
  g_autoptr (MarchSearch)   search = NULL;
  g_autoptr (GArray)        ranked = g_array_new (FALSE, FALSE, sizeof (double));
  GArray                   *times[N_STEPS];
  GStatBuf                  status;

  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add (words, make_word (random));
  if (database == NULL || !fill (database, words, samples, n, error))
    return FALSE;
  search = march_search_new (path, MARCH_ACCESS_READ, error);
  if (search == NULL || g_stat (path, &status) != 0)
    return FALSE;
  for (guint i = 0; i < N_STEPS; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < samples->len; i++)
    if (!type (search, samples->pdata[i], times, error)
        || (i % 10 == 0 && !ask_ranked (database, samples->pdata[i], ranked, error)))
      return FALSE;

  printf ("search among %u quotations, newest %d, %.0f MB\n", n, N_LISTED, status.st_size / 1e6);
  for (guint i = 0; i < N_STEPS; i++)
    {
      print (step_names[i], times[i]);
      g_array_unref (times[i]);
    }
  print ("words, by bm25 ()", ranked);
  return TRUE;
}

/* Arguments: [QUOTATIONS]. Makes its data in the temporary folder. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const guint        n = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  g_autofree char   *path = bench_make_path (&error);
  gboolean           good = path != NULL && n >= N_QUERIES && measure (path, n, &error);

  bench_remove_path (path);
  if (!good)
    fprintf (stderr, "%s\n", error != NULL ? error->message : "At least 300 quotations.");
  return good ? 0 : 1;
}
