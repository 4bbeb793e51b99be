/* march-number-words.c — numbers as a reader is told them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-number-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/**
 * march_words_for_number:
 * @number: finite
 *
 * The separators are those of the language of the words around, whatever the locale's numbers look
 * like.
 *
 * Returns: (transfer full): all its digits up to the 15th, in groups of three: "6,640", "0.5"
 */
char *
march_words_for_number (double number)
{
  char        digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *start = NULL;
  gsize       n_whole;
  GString    *words = g_string_new (NULL);

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  start = digits + strspn (digits, "-");
  n_whole = strspn (start, "0123456789");
  if (start != digits)
    g_string_append (words, "−");
  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        /* Translators: between groups of three digits; a no-break space in many languages. */
        g_string_append (words, C_ ("digit groups", ","));
      g_string_append_c (words, start[i]);
    }
  if (start[n_whole] == '.')
    /* Translators: between the whole and its parts, as in 0.5. */
    g_string_append (words, C_ ("decimal separator", "."));
  g_string_append (words, start + n_whole + (start[n_whole] == '.'));
  return g_string_free (words, FALSE);
}

/** march_words_for_distance: Returns: (transfer full): "12.4 km", "0 km" */
char *
march_words_for_distance (double metres)
{
  g_autofree char *number = march_words_for_number (round (metres / 100) / 10);

  /* Translators: a distance. */
  return g_strdup_printf (_("%s km"), number);
}
