/* march-number-words.c — numbers as a reader is told them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-number-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Of digits as C writes them. */
static char *
write_words (const char *digits)
{
  const char *start = digits + strspn (digits, "-");
  gsize       n_whole = strspn (start, "0123456789");
  GString    *words = g_string_new (NULL);

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

/**
 * march_words_for_number:
 * @number: finite
 *
 * The separators are those of the language of the words around, whatever the locale's numbers look
 * like. No number that a reader is told is written otherwise: printf() follows the locale.
 *
 * Returns: (transfer full): all its digits up to the 15th, in groups of three: "6,640", "0.5"
 */
char *
march_words_for_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  return write_words (digits);
}

/** march_words_for_decimals: @number: finite, less than 10^15. Returns: (transfer full): as
 * march_words_for_number(), rounded, with so many digits after the whole: "5.0" */
char *
march_words_for_decimals (double number, guint places)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char format[] = "%.0f";

  g_return_val_if_fail (places < 10 && fabs (number) < 1e15, NULL);
  format[2] = (char) ('0' + places);
  g_ascii_formatd (digits, sizeof digits, format, number);
  return write_words (digits);
}

/** march_words_for_distance: Returns: (transfer full): "12.4 km", "0 km" */
char *
march_words_for_distance (double metres)
{
  g_autofree char *number = march_words_for_number (round (metres / 100) / 10);

  /* Translators: a distance. */
  return g_strdup_printf (_("%s km"), number);
}

static gboolean
is_group (const char *digits)
{
  return g_ascii_isdigit (digits[0]) && g_ascii_isdigit (digits[1]) && g_ascii_isdigit (digits[2])
         && !g_ascii_isdigit (digits[3]);
}

/* Whether the commas of @text stand between groups of three digits, in a language that writes them
 * there: in another one the same comma tells the parts from the whole. */
static gboolean
has_groups (const char *text)
{
  gsize n_first;

  text += strspn (text, "+-");
  n_first = strspn (text, "0123456789");
  if (!g_str_equal (C_ ("digit groups", ","), ",") || n_first == 0 || n_first > 3 || *text == '0')
    return FALSE;
  for (text += n_first; *text == ','; text += 4)
    if (!is_group (text + 1))
      return FALSE;
  return strchr (text, ',') == NULL;
}

/**
 * march_number_from_words:
 *
 * Reads a number as it is typed or copied from a text: "6640", "6,640", "0.5", "0,5". A comma
 * before three digits divides groups where the language of the program writes them so.
 *
 * Returns: NaN if nothing is typed; infinity for what is no number, or too large a one
 */
double
march_number_from_words (const char *words)
{
  g_autofree char *plain = g_strstrip (g_strdup (words));
  g_auto (GStrv)   parts = g_strsplit (plain, ",", -1);
  g_autofree char *digits = g_strjoinv (has_groups (plain) ? "" : ".", parts);
  char            *end = digits;
  double           number;

  if (*digits == '\0')
    return NAN;
  number = g_ascii_strtod (digits, &end);
  return end > digits && *end == '\0' && isfinite (number) ? number : INFINITY;
}
