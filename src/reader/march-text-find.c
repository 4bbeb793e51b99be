/* march-text-find.c — finds words in a text, whatever their case and diacritics */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <string.h>

#include "reader/march-text-find.h"

/* As it is compared: blanks, quotation marks and dashes are alike, marks above letters are nothing.
 */
static gunichar
plain_letter (gunichar letter)
{
  if (letter == 0x00ad || letter == 0x200b || letter == 0xfeff || g_unichar_ismark (letter))
    return 0;
  if (g_unichar_isspace (letter))
    return ' ';
  if (letter >= 0x2018 && letter <= 0x201b)
    return '\'';
  if ((letter >= 0x201c && letter <= 0x201f) || letter == 0x00ab || letter == 0x00bb)
    return '"';
  if (letter >= 0x2010 && letter <= 0x2015)
    return '-';
  return g_unichar_tolower (letter);
}

/* Appends the compared letters of @text, and the code point that each of them comes from. */
static void
simplify (const char *text, GArray *letters, GArray *points)
{
  guint point = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), point++)
    {
      gunichar forms[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize    n = g_unichar_fully_decompose (g_utf8_get_char (at), FALSE, forms,
                                              G_N_ELEMENTS (forms));

      for (gsize i = 0; i < n; i++)
        {
          const gunichar letter = plain_letter (forms[i]);

          if (letter == 0)
            continue;
          if (letter == ' ' && letters->len > 0
              && g_array_index (letters, gunichar, letters->len - 1) == ' ')
            continue;
          g_array_append_val (letters, letter);
          g_array_append_val (points, point);
        }
    }
}

static gboolean
stands_at (GArray *letters, guint at, GArray *sought)
{
  return memcmp (&g_array_index (letters, gunichar, at), sought->data,
                 sought->len * sizeof (gunichar))
         == 0;
}

/**
 * march_text_find:
 * @text: where to look
 * @words: what for
 *
 * Looks for @words without regard to case, diacritics, and the kinds of blanks, quotation marks and
 * dashes. On any thread.
 *
 * Returns: (transfer full) (element-type MarchStretch): where they stand, none overlapping another;
 * empty if @words say nothing
 */
GArray *
march_text_find (const char *text, const char *words)
{
  GArray            *found = g_array_new (FALSE, FALSE, sizeof (MarchStretch));
  g_autoptr (GArray) sought = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) sought_points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (guint));

  simplify (words, sought, sought_points);
  if (sought->len == 0)
    return found;
  simplify (text, letters, points);
  for (guint i = 0; i + sought->len <= letters->len;)
    {
      MarchStretch stretch;

      if (!stands_at (letters, i, sought))
        {
          i++;
          continue;
        }
      stretch.first = g_array_index (points, guint, i);
      stretch.beyond = g_array_index (points, guint, i + sought->len - 1) + 1;
      g_array_append_val (found, stretch);
      i += sought->len;
    }
  return found;
}
