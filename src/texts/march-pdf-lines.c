/* march-pdf-lines.c — the lines of a PDF's pages as paragraphs */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <math.h>
#include <string.h>

#include "texts/march-pdf.h"

/* A PDF knows letters at places and no paragraphs. What is made of them:
 *
 * - A line goes on in the next one unless the gap between them is wider than is usual in the
 *   document, their letters differ in size, the first one ends a sentence well before the right
 *   edge, or the second one is set in after the end of a sentence.
 * - Over the end of a column or page a sentence goes on if it hasn't ended and a small letter
 *   follows.
 * - A hyphen at the end of a line goes, unless the document has the word with its hyphen within
 *   a line elsewhere, and never without it: "occu-|pied" is one word, "well-|known" may be two.
 * - A number alone at the top or foot of a page, and a line that stands there on half of the pages
 *   and on three at least, is the page's and not the text's. */

#define WIDE_GAP 1.4    /* of the usual distance between two lines */
#define OTHER_SIZE 0.15 /* of the letters' height */
#define SET_IN 0.4      /* of the letters' height */
#define SHORT_LINE 0.12 /* of a line's width */
#define LEAST_PAGES 3   /* for a line that all pages have */

static void
clear_line (gpointer data)
{
  MarchPdfLine *line = data;

  g_free (line->text);
}

/** march_pdf_lines_new: Returns: (transfer full) (element-type MarchPdfLine): none yet */
GArray *
march_pdf_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MarchPdfLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static const MarchPdfLine *
get (const GArray *lines, guint i)
{
  return &g_array_index (lines, MarchPdfLine, i);
}

/* The line without what differs from page to page. */
static char *
make_running_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text) && !g_ascii_isspace (*text))
      g_string_append_c (key, *text);
  return g_string_free (key, FALSE);
}

static gboolean
is_at_edge (const GArray *lines, guint i)
{
  return i == 0 || i + 1 == lines->len || get (lines, i - 1)->page != get (lines, i)->page
         || get (lines, i + 1)->page != get (lines, i)->page;
}

static gboolean
is_page_number (const char *text)
{
  g_autofree char *key = make_running_key (text);

  return strpbrk (text, "0123456789") != NULL && strspn (key, "-.") == strlen (key);
}

/** march_pdf_lines_strip: takes out page numbers and lines that all pages have */
void
march_pdf_lines_strip (GArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (is_at_edge (lines, i))
      {
        char       *key = make_running_key (get (lines, i)->text);
        const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

        g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
      }
  for (guint i = lines->len; i-- > 0;)
    {
      const char      *text = get (lines, i)->text;
      g_autofree char *key = make_running_key (text);
      const guint      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      if (is_at_edge (lines, i)
          && (is_page_number (text) || (n >= LEAST_PAGES && n * 2 >= n_pages)))
        g_array_remove_index (lines, i);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The usual distance from one line to the next; 0 if there is none. */
static double
find_pitch (const GArray *lines)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < lines->len; i++)
    {
      const double distance = get (lines, i)->top - get (lines, i - 1)->top;

      if (get (lines, i)->page == get (lines, i - 1)->page && distance > 0)
        g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_numbers);
  return distances->len > 0 ? g_array_index (distances, double, distances->len / 2) : 0;
}

static gunichar
get_last_letter (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return last != NULL ? g_utf8_get_char (last) : 0;
}

static gboolean
ends_sentence (const char *text)
{
  static const gunichar marks[] = { '.', '!', '?', ':', U'…' };
  static const gunichar closing[] = { '"', '\'', ')', ']', 0x201d, 0x2019, 0xbb };
  g_autofree char      *rest = g_strdup (text);
  gunichar              last = 0;

  for (gboolean closed = TRUE; closed;)
    {
      last = get_last_letter (rest);
      closed = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (closing); i++)
        closed |= last == closing[i];
      if (closed)
        rest[strlen (rest) - g_unichar_to_utf8 (last, NULL)] = '\0';
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (last == marks[i])
      return TRUE;
  return FALSE;
}

static gboolean
begins_item (const char *text)
{
  return g_str_has_prefix (text, "•") || g_str_has_prefix (text, "– ")
         || g_str_has_prefix (text, "▪") || g_str_has_prefix (text, "● ");
}

static gboolean
begins_paragraph (const MarchPdfLine *before, const MarchPdfLine *line, double pitch)
{
  const double   distance = line->top - before->top;
  const gboolean ended = ends_sentence (before->text);
  const double   width = MAX (line->right - line->left, before->right - before->left);

  if (begins_item (line->text))
    return TRUE;
  if (fabs (line->height - before->height) > OTHER_SIZE * MAX (line->height, before->height))
    return TRUE;
  if (line->page != before->page || distance < 0)
    return ended || !g_unichar_islower (g_utf8_get_char (line->text));
  if (distance > WIDE_GAP * pitch)
    return TRUE;
  return ended
         && (line->left - before->left > SET_IN * line->height
             || before->right < line->right - SHORT_LINE * width);
}

/* A hyphen as lines are broken at, after a letter; its length in bytes, 0 for none. */
static gsize
get_hyphen (const char *text)
{
  const gunichar last = get_last_letter (text);
  const gsize    length = last != 0 ? g_unichar_to_utf8 (last, NULL) : 0;
  const char    *before = g_utf8_find_prev_char (text, text + strlen (text) - length);

  if (last != '-' && last != 0x2010 && last != 0xad)
    return 0;
  return before != NULL && g_unichar_isalpha (g_utf8_get_char (before)) ? length : 0;
}

static gboolean
is_word_letter (gunichar letter)
{
  return g_unichar_isalpha (letter) || letter == '-' || letter == 0x2010;
}

/* The words of all lines with their hyphens, small; those that a line's end cuts are not among
 * them. */
static GHashTable *
collect_words (const GArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *start = NULL, *at = get (lines, i)->text;

      for (;; at = g_utf8_next_char (at))
        {
          const gboolean letter = *at != '\0' && is_word_letter (g_utf8_get_char (at));

          if (letter && start == NULL)
            start = at;
          if (!letter && start != NULL && get_hyphen (get (lines, i)->text) == 0)
            g_hash_table_add (words, g_utf8_strdown (start, at - start));
          else if (!letter && start != NULL && *at != '\0')
            g_hash_table_add (words, g_utf8_strdown (start, at - start));
          if (!letter)
            start = NULL;
          if (*at == '\0')
            break;
        }
    }
  return words;
}

static char *
get_last_word (const char *text, gsize length)
{
  const char *start = text + length;

  for (const char *before = g_utf8_find_prev_char (text, start);
       before != NULL && is_word_letter (g_utf8_get_char (before));
       before = g_utf8_find_prev_char (text, start))
    start = before;
  return g_utf8_strdown (start, text + length - start);
}

static char *
get_first_word (const char *text)
{
  const char *end = text;

  while (*end != '\0' && is_word_letter (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_utf8_strdown (text, end - text);
}

static gboolean
keeps_hyphen (const char *text, gsize length, const char *next, GHashTable *words)
{
  g_autofree char *first = get_last_word (text, length), *second = get_first_word (next);
  g_autofree char *hyphened = g_strconcat (first, "-", second, NULL);
  g_autofree char *whole = g_strconcat (first, second, NULL);

  return g_hash_table_contains (words, hyphened) && !g_hash_table_contains (words, whole);
}

static void
join_line (GString *text, const char *next, GHashTable *words)
{
  const gsize hyphen = get_hyphen (text->str);

  if (hyphen == 0 || !g_unichar_islower (g_utf8_get_char (next)))
    {
      /* "North-|South" needs no blank either. */
      if (hyphen == 0)
        g_string_append_c (text, ' ');
    }
  else if (!keeps_hyphen (text->str, text->len - hyphen, next, words))
    {
      g_string_truncate (text, text->len - hyphen);
    }
  g_string_append (text, next);
}

/** march_pdf_lines_join: Returns: (transfer full): the paragraphs, each on a line that is ended */
char *
march_pdf_lines_join (const GArray *lines)
{
  g_autoptr (GHashTable) words = collect_words (lines);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  GString     *text = g_string_new (NULL);
  const double pitch = find_pitch (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const MarchPdfLine *line = get (lines, i);

      if (i > 0 && !begins_paragraph (get (lines, i - 1), line, pitch))
        {
          join_line (paragraph, line->text, words);
          continue;
        }
      if (paragraph->len > 0)
        g_string_append_printf (text, "%s\n", paragraph->str);
      g_string_assign (paragraph, line->text);
    }
  if (paragraph->len > 0)
    g_string_append_printf (text, "%s\n", paragraph->str);
  return g_string_free (text, FALSE);
}
