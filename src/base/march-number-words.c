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

/* Returns: (nullable): @text without the marks between its groups of three digits, which are those
 * of the language of the program; %NULL: it is not divided so */
static char *
join_groups (const char *text, const char *mark)
{
  const gsize  n_sign = strspn (text, "+-"), n_mark = strlen (mark);
  const char  *rest = text + n_sign;
  const gsize  n_first = strspn (rest, "0123456789");
  GString     *joined = NULL;

  if (n_mark == 0 || n_first == 0 || n_first > 3 || *rest == '0'
      || !g_str_has_prefix (rest + n_first, mark))
    return NULL;
  joined = g_string_new_len (text, (gssize) (n_sign + n_first));
  for (rest += n_first; g_str_has_prefix (rest, mark) && is_group (rest + n_mark);
       rest += n_mark + 3)
    g_string_append_len (joined, rest + n_mark, 3);
  g_string_append (joined, rest);
  return g_string_free (joined, strstr (rest, mark) != NULL);
}

static char *
replace (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (by, parts);
}

/* As C reads it: spaces between digits divide groups in every language, and a comma that divides
 * none tells the parts from the whole. */
static char *
make_plain (const char *words)
{
  static const char *const spaces[] = { "\u00a0", "\u202f", "\u2009", " " };
  g_autofree char *plain = replace (words, "−", "-");
  char            *joined = NULL;

  g_strstrip (plain);
  for (gsize i = 0; joined == NULL && i < G_N_ELEMENTS (spaces); i++)
    joined = join_groups (plain, spaces[i]);
  if (joined == NULL)
    joined = join_groups (plain, C_ ("digit groups", ","));
  return g_strdelimit (joined != NULL ? joined : g_steal_pointer (&plain), ",", '.');
}

/**
 * march_number_from_words:
 *
 * Reads a number as it is typed, shown or copied from a text: "6640", "6,640", "0.5", "0,5". A
 * mark before three digits divides groups where the language of the program writes them so: 6.640
 * is six thousand in German. What march_words_for_number() writes reads back as the same.
 *
 * Returns: NaN if nothing is typed; infinity for what is no number, or too large a one
 */
double
march_number_from_words (const char *words)
{
  g_autofree char *digits = make_plain (words);
  char            *end = digits;
  double           number;

  if (*digits == '\0')
    return NAN;
  number = g_ascii_strtod (digits, &end);
  return end > digits && *end == '\0' && isfinite (number) ? number : INFINITY;
}
