/* march-search-vocabulary.c — the words that an unfinished one may become */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

#include "base/march-fold.h"

/* The index has lists of its own for the first two, three and four letters of all words. */
#define INDEXED_LETTERS 4
/* More words than these are left to full-text search, which gathers all their rows first. */
#define MOST_WORDS 240

static const char next_word_sql[]
    = "SELECT term FROM temp.search_vocabulary WHERE term >= ?1 ORDER BY term LIMIT 1";

/**
 * march_search_vocabulary_register:
 *
 * Gives the connection the table that march_search_expand() reads.
 */
gboolean
march_search_vocabulary_register (sqlite3 *handle, GError **error)
{
  return march_sqlite_run (handle,
                           "CREATE VIRTUAL TABLE temp.search_vocabulary "
                           "USING fts5vocab (main, search, instance)",
                           error);
}

static gboolean
has_word (GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

/* Adds the indexed words that begin with @beginning: steps from each to the next, past all its
 * rows. *many: whether there are more than can be listed. */
static gboolean
add_words (sqlite3_stmt *statement,
           const char   *beginning,
           GPtrArray    *words,
           gboolean     *many,
           GError      **error)
{
  g_autofree char *from = g_strdup (beginning);

  while (TRUE)
    {
      const char *word;
      gboolean    row = FALSE;

      march_statement_bind_text (statement, 1, from);
      if (!march_statement_step (statement, &row, error))
        return FALSE;
      word = row ? march_statement_get_text (statement, 0) : NULL;
      if (word == NULL || !g_str_has_prefix (word, beginning))
        break;
      if (words->len == MOST_WORDS)
        {
          *many = TRUE;
          break;
        }
      if (!has_word (words, word))
        g_ptr_array_add (words, g_strdup (word));
      g_free (from);
      /* Nothing stands between a word and the same with the least character behind it. */
      from = g_strconcat (word, "\x01", NULL);
      sqlite3_reset (statement);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * march_search_expand:
 * @terms: (element-type MarchSearchTerm): as typed
 *
 * Lists the indexed words that the last term may become if it is one unfinished word, longer than
 * what the index has lists for, and not the beginning of too many. The rows of whole words can be
 * read from the newest on; those of a beginning have to be gathered and sorted first.
 */
gboolean
march_search_expand (sqlite3 *handle, GPtrArray *terms, GError **error)
{
  MarchSearchTerm *last = terms->len > 0 ? terms->pdata[terms->len - 1] : NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GPtrArray)    words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char         *written = NULL;
  const char              *folded;
  gboolean                 many = FALSE;

  if (last == NULL || !last->unfinished || last->joined->folded->len != 1
      || last->split->folded->len != 1)
    return TRUE;
  folded = last->joined->folded->pdata[0];
  if (g_utf8_strlen (folded, -1) <= INDEXED_LETTERS)
    return TRUE;
  statement = march_statement_new (handle, next_word_sql, error);
  written = march_fold_lower (last->typed);
  if (statement == NULL || !add_words (statement, folded, words, &many, error))
    return FALSE;
  last->n_folded = words->len;
  if (!add_words (statement, written, words, &many, error))
    return FALSE;
  if (!many && words->len > 0)
    last->words = g_steal_pointer (&words);
  return TRUE;
}
