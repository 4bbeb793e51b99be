/* march-search-query.c — what is typed as terms, and these as an expression of full-text search */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

#include <string.h>

#include "base/march-fold.h"

/* Nobody types more; full-text search refuses expressions that are too deep. */
#define MOST_CHARACTERS 1000
#define MOST_TERMS 32

static void
free_term (gpointer data)
{
  MarchSearchTerm *term = data;

  g_free (term->typed);
  march_search_words_free (term->joined);
  march_search_words_free (term->split);
  g_clear_pointer (&term->words, g_ptr_array_unref);
  g_clear_pointer (&term->names, g_ptr_array_unref);
  g_free (term);
}

static MarchSearchTerm *
new_term (const char *start, const char *end, gboolean unfinished)
{
  MarchSearchTerm *term = g_new0 (MarchSearchTerm, 1);

  term->typed = g_strndup (start, end - start);
  term->joined = march_search_words_new (term->typed, FALSE);
  term->split = march_search_words_new (term->typed, TRUE);
  term->unfinished = unfinished;
  return term;
}

/**
 * march_search_term_add_name:
 * @name: another name of what bears @term as its name
 *
 * Lets @name be found as well, unless there is no word in it.
 */
void
march_search_term_add_name (MarchSearchTerm *term, const char *name)
{
  MarchSearchTerm *other = new_term (name, name + strlen (name), FALSE);

  if (term->names == NULL)
    term->names = g_ptr_array_new_with_free_func (free_term);
  if (other->joined->folded->len > 0)
    g_ptr_array_add (term->names, other);
  else
    free_term (other);
}

/* A quotation mark of any kind. */
gboolean
march_search_is_quote (gunichar c)
{
  return c == '"' || c == 0x00ab || c == 0x00bb || (c >= 0x201c && c <= 0x201f);
}

/* Adds what stands from @start to @end, unless there is no word in it. */
static void
add_term (GPtrArray  *terms,
          const char *start,
          const char *end,
          gboolean    unfinished)
{
  MarchSearchTerm *term = new_term (start, end, unfinished);

  if (terms->len < MOST_TERMS && term->joined->folded->len > 0)
    g_ptr_array_add (terms, term);
  else
    free_term (term);
}

/**
 * march_search_parse:
 * @text: anything
 *
 * Takes a query apart. A quotation mark of any kind opens and closes a phrase; one that is not
 * closed yet goes to the end.
 *
 * Returns: (transfer full) (element-type MarchSearchTerm): of which the last may be unfinished
 */
GPtrArray *
march_search_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong            length = MIN (g_utf8_strlen (valid, -1), MOST_CHARACTERS);
  g_autofree char *query = g_utf8_substring (valid, 0, length);
  GPtrArray       *terms = g_ptr_array_new_with_free_func (free_term);
  const char      *start = query;
  const char      *p;
  gboolean         phrase = FALSE;

  for (p = query; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!march_search_is_quote (c) && (phrase || !g_unichar_isspace (c)))
        continue;
      add_term (terms, start, p, FALSE);
      phrase = march_search_is_quote (c) ? !phrase : phrase;
      start = g_utf8_next_char (p);
    }
  add_term (terms, start, p,
            p > start && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))));
  return terms;
}

/**
 * march_search_is_one_letter:
 *
 * Returns: whether the last term is one unfinished letter, which finds nearly everything
 */
gboolean
march_search_is_one_letter (GPtrArray *terms)
{
  MarchSearchTerm *last = terms->len > 0 ? terms->pdata[terms->len - 1] : NULL;
  GPtrArray       *words = last != NULL && last->unfinished ? last->joined->folded : NULL;

  return words != NULL && words->len == 1 && g_utf8_strlen (words->pdata[0], -1) == 1;
}

/* As a string of full-text search, in which nothing is an operator. */
static void
append_string (GString    *expression,
               const char *text,
               gboolean    unfinished)
{
  g_string_append_c (expression, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *text);
    }
  g_string_append (expression, unfinished ? "\" *" : "\"");
}

static void
append_words (GString *expression, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      g_string_append (expression, i == 0 ? "" : " OR ");
      append_string (expression, words->pdata[i], FALSE);
    }
}

static gboolean
is_written_otherwise (const char *folded, MarchSearchTerm *term)
{
  return g_ascii_strcasecmp (folded, term->typed) != 0;
}

static void
append_term (GString *expression, MarchSearchTerm *term)
{
  g_autofree char *folded = march_fold_loosely (term->typed);

  append_string (expression, folded, term->unfinished);
  if (is_written_otherwise (folded, term))
    {
      g_string_append (expression, " OR ");
      append_string (expression, term->typed, term->unfinished);
    }
}

static void
append_names (GString *expression, GPtrArray *names)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      MarchSearchTerm *name = names->pdata[i];
      g_autofree char *folded = march_fold_loosely (name->typed);

      g_string_append (expression, " OR ");
      append_string (expression, folded, FALSE);
    }
}

/**
 * march_search_make_expression:
 * @terms: (element-type MarchSearchTerm): at least one
 *
 * All terms have to be found, each folded or as written. No column is named: folded words hardly
 * occur as written unless they mean the same, and each column named is one more list to go through.
 *
 * Returns: (transfer full): an expression for MATCH
 */
char *
march_search_make_expression (GPtrArray *terms)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      MarchSearchTerm *term = terms->pdata[i];

      g_string_append (expression, i == 0 ? "(" : " AND (");
      if (term->words != NULL)
        append_words (expression, term->words);
      else
        append_term (expression, term);
      append_names (expression, term->names);
      g_string_append_c (expression, ')');
    }
  return g_string_free (expression, FALSE);
}

/**
 * march_search_count_phrases:
 * @first: (out): the expression's phrase at which the words begin that the last term may become
 * @next: (out): the one at which those begin that are only written so
 *
 * Both are behind all phrases if the last term is not expanded.
 */
void
march_search_count_phrases (GPtrArray *terms, int *first, int *next)
{
  *first = 0;
  for (guint i = 0; i < terms->len; i++)
    {
      MarchSearchTerm *term = terms->pdata[i];
      g_autofree char *folded = march_fold_loosely (term->typed);

      if (term->words == NULL)
        *first += (is_written_otherwise (folded, term) ? 2 : 1)
                  + (term->names != NULL ? (int) term->names->len : 0);
      *next = *first + (int) term->n_folded;
    }
}

/* Letters and digits, with one blank for all that stands between them. */
static void
append_plain (GString    *plain,
              const char *folded,
              gsize       length)
{
  for (const char *p = folded; p < folded + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
}

/**
 * march_search_fold_name:
 * @text: a name
 *
 * Returns: (transfer full): its letters and digits, folded, with one blank for all between them
 */
char *
march_search_fold_name (const char *text)
{
  g_autofree char *folded = march_fold_loosely (text);
  GString         *plain = g_string_new (NULL);

  append_plain (plain, folded, strlen (folded));
  return g_string_free (plain, FALSE);
}

/**
 * march_search_make_name:
 *
 * Returns: (transfer full): the whole query, for march_search_is_name()
 */
char *
march_search_make_name (GPtrArray *terms)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      MarchSearchTerm *term = terms->pdata[i];
      g_autofree char *plain = march_search_fold_name (term->typed);

      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", plain);
    }
  return g_string_free (name, FALSE);
}

/**
 * march_search_is_name:
 * @folded: what was indexed of a record, a name or a title a line
 * @name: from march_search_make_name()
 * @any_line: whether every line is a name, and not only the first
 */
gboolean
march_search_is_name (const char *folded,
                      const char *name,
                      gboolean    any_line)
{
  for (const char *line = folded; line != NULL;)
    {
      const char         *end = strchr (line, '\n');
      g_autoptr (GString) plain = g_string_new (NULL);

      append_plain (plain, line, end != NULL ? (gsize) (end - line) : strlen (line));
      if (g_str_equal (plain->str, name))
        return TRUE;
      line = end != NULL && any_line ? end + 1 : NULL;
    }
  return FALSE;
}
