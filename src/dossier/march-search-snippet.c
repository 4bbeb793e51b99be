/* march-search-snippet.c — the piece of a text around what was found in it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

/* In characters. */
#define MOST_BODY 50000
#define WIDTH 200
#define LEAD 40

/* On one line, and no longer than is looked through. */
static char *
join_lines (const char *body)
{
  g_autofree char *start = g_utf8_substring (body, 0, MIN (g_utf8_strlen (body, -1), MOST_BODY));
  g_auto (GStrv)   lines = g_strsplit (start, "\n", -1);
  GString         *joined = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strstrip (*line);
      if (**line != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", *line);
    }
  return g_string_free (joined, FALSE);
}

/* The mark from which on most of what was found fits in. */
static MarchSearchMark
choose_mark (GArray *marks)
{
  MarchSearchMark best = { 0, 0 };
  guint           most = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      MarchSearchMark first = g_array_index (marks, MarchSearchMark, i);
      guint           end = first.first + WIDTH - LEAD;
      guint           found = 0;

      for (guint k = i; k < marks->len; k++)
        {
          MarchSearchMark mark = g_array_index (marks, MarchSearchMark, k);

          if (mark.beyond > end)
            break;
          found += mark.beyond - mark.first;
        }
      if (found > most || i == 0)
        {
          best = first;
          most = found;
        }
    }
  return best;
}

/* Where the snippet begins and ends, at blanks where that costs little. */
static MarchSearchMark
choose_window (const gunichar *text,
               guint           length,
               MarchSearchMark mark)
{
  MarchSearchMark window = { 0, length };

  if (length <= WIDTH)
    return window;
  window.first = mark.first > LEAD ? MIN (mark.first - LEAD, length - WIDTH) : 0;
  window.beyond = window.first + WIDTH;
  if (window.first > 0)
    for (guint i = window.first; i <= mark.first && i < window.first + LEAD; i++)
      if (g_unichar_isspace (text[i - 1]))
        {
          window.first = i;
          break;
        }
  if (window.beyond < length)
    for (guint i = window.beyond; i >= mark.beyond && i > window.beyond - LEAD; i--)
      if (g_unichar_isspace (text[i]))
        {
          window.beyond = i;
          break;
        }
  return window;
}

/* Moves the marks by what is cut off before the window, and cuts off what is not in it. */
static void
move_marks (GArray          *marks,
            MarchSearchMark  window)
{
  guint ellipsis = window.first > 0 ? 1 : 0;
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      MarchSearchMark mark = g_array_index (marks, MarchSearchMark, i);

      mark.first = MAX (mark.first, window.first);
      mark.beyond = MIN (mark.beyond, window.beyond);
      if (mark.first >= mark.beyond)
        continue;
      mark.first = mark.first - window.first + ellipsis;
      mark.beyond = mark.beyond - window.first + ellipsis;
      g_array_index (marks, MarchSearchMark, n++) = mark;
    }
  g_array_set_size (marks, n);
}

/**
 * march_search_make_snippet:
 * @body: valid UTF-8; what is beyond its first 50,000 characters is left out
 * @terms: (element-type MarchSearchTerm)
 * @marks: (out) (transfer full) (element-type MarchSearchMark): in characters of the snippet
 *
 * Returns: (transfer full): one line of at most 202 characters
 */
char *
march_search_make_snippet (const char  *body,
                           GPtrArray   *terms,
                           GArray     **marks)
{
  g_autofree char     *joined = join_lines (body);
  glong                length = 0;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (joined, -1, &length);
  MarchSearchMark      window;
  g_autofree char     *piece = NULL;

  *marks = march_search_find_marks (joined, terms);
  window = choose_window (text, (guint) length, choose_mark (*marks));
  move_marks (*marks, window);
  piece = g_ucs4_to_utf8 (text + window.first, window.beyond - window.first, NULL, NULL, NULL);
  return g_strconcat (window.first > 0 ? "…" : "",
                      piece,
                      window.beyond < (guint) length ? "…" : "",
                      NULL);
}
