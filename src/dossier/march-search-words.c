/* march-search-words.c — the words of a text, and which of them were searched for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

#include "base/march-fold.h"

/* What the tokenizer of the full-text table takes for part of a word. */
static gboolean
is_part (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ||
         g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* What folding drops without being part of a word. */
static gboolean
is_apostrophe (gunichar c)
{
  char             text[7] = "";
  g_autofree char *folded = NULL;

  if (c < 0x80)
    return c == '\'' || c == '`';
  if (g_unichar_isspace (c))
    return FALSE;
  g_unichar_to_utf8 (c, text);
  folded = march_fold (text);
  return *folded == '\0';
}

static void
add_word (MarchSearchWords *words,
          const char       *start,
          const char       *end,
          guint             first,
          guint             beyond)
{
  g_autofree char *text = g_strndup (start, end - start);
  g_autofree char *folded = march_fold_loosely (text);
  MarchSearchMark  range = { first, beyond };

  if (*folded == '\0')
    return;
  g_ptr_array_add (words->folded, g_steal_pointer (&folded));
  g_array_append_val (words->ranges, range);
}

/**
 * march_search_words_new:
 * @text: valid UTF-8
 * @split: whether an apostrophe ends a word
 *
 * Returns: (transfer full): the words of @text
 */
MarchSearchWords *
march_search_words_new (const char *text,
                        gboolean    split)
{
  MarchSearchWords *words = g_new0 (MarchSearchWords, 1);
  const char       *start = NULL, *end = NULL;
  guint             first = 0, beyond = 0, at = 0;

  words->folded = g_ptr_array_new_with_free_func (g_free);
  words->ranges = g_array_new (FALSE, FALSE, sizeof (MarchSearchMark));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_part (c))
        {
          if (start == NULL)
            {
              start = p;
              first = at;
            }
          end = g_utf8_next_char (p);
          beyond = at + 1;
        }
      else if (start != NULL && is_apostrophe (c) && !split)
        words->apostrophes = TRUE;
      else if (start != NULL)
        {
          add_word (words, start, end, first, beyond);
          start = NULL;
        }
    }
  if (start != NULL)
    add_word (words, start, end, first, beyond);
  return words;
}

void
march_search_words_free (MarchSearchWords *words)
{
  g_ptr_array_unref (words->folded);
  g_array_unref (words->ranges);
  g_free (words);
}

/* Whether the words from the one at @at on are those of @wanted. */
static gboolean
stands_at (MarchSearchWords *words,
           guint             at,
           MarchSearchWords *wanted,
           gboolean          unfinished)
{
  guint n = wanted->folded->len;

  if (n == 0 || at + n > words->folded->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *word = words->folded->pdata[at + i];
      const char *other = wanted->folded->pdata[i];

      if (unfinished && i == n - 1 ? !g_str_has_prefix (word, other) : !g_str_equal (word, other))
        return FALSE;
    }
  return TRUE;
}

static void
add_marks (GArray *marks, MarchSearchWords *words, MarchSearchTerm *term, gboolean split)
{
  MarchSearchWords *wanted = split ? term->split : term->joined;

  for (guint i = 0; i < words->folded->len; i++)
    if (stands_at (words, i, wanted, term->unfinished))
      {
        guint           last = i + wanted->folded->len - 1;
        MarchSearchMark mark = g_array_index (words->ranges, MarchSearchMark, i);

        mark.beyond = g_array_index (words->ranges, MarchSearchMark, last).beyond;
        g_array_append_val (marks, mark);
      }
}

/* Other names of the same are marked only where the one that was typed does not stand. */
static void
find_term (GArray *marks, MarchSearchWords *joined, MarchSearchWords *split, MarchSearchTerm *term)
{
  const guint n = marks->len;

  add_marks (marks, joined, term, FALSE);
  if (split != NULL)
    add_marks (marks, split, term, TRUE);
  for (guint i = 0; marks->len == n && term->names != NULL && i < term->names->len; i++)
    find_term (marks, joined, split, term->names->pdata[i]);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const MarchSearchMark *left = a, *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

/* Sorts the marks and makes one of those that overlap. */
static void
merge_marks (GArray *marks)
{
  guint n = 0;

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      MarchSearchMark  mark = g_array_index (marks, MarchSearchMark, i);
      MarchSearchMark *last = n > 0 ? &g_array_index (marks, MarchSearchMark, n - 1) : NULL;

      if (last != NULL && mark.first < last->beyond)
        last->beyond = MAX (last->beyond, mark.beyond);
      else
        g_array_index (marks, MarchSearchMark, n++) = mark;
    }
  g_array_set_size (marks, n);
}

/**
 * march_search_find_marks:
 * @text: valid UTF-8
 * @terms: (element-type MarchSearchTerm)
 *
 * Returns: (transfer full) (element-type MarchSearchMark): whole words of @text that @terms find, a
 *   phrase as one
 */
GArray *
march_search_find_marks (const char *text,
                         GPtrArray  *terms)
{
  GArray                       *marks = g_array_new (FALSE, FALSE, sizeof (MarchSearchMark));
  g_autoptr (MarchSearchWords) joined = march_search_words_new (text, FALSE);
  g_autoptr (MarchSearchWords) split = NULL;

  if (joined->apostrophes)
    split = march_search_words_new (text, TRUE);
  for (guint i = 0; i < terms->len; i++)
    find_term (marks, joined, split, terms->pdata[i]);
  merge_marks (marks);
  return marks;
}
