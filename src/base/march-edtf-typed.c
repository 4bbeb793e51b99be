/* march-edtf-typed.c — what a person types into a date field */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "base/march-calendar-words.h"
#include "base/march-edtf.h"
#include "base/march-error.h"
#include "base/march-fold.h"

static gboolean
is_number (const char *word,
           gsize       fewest,
           gsize       most)
{
  gsize length = strlen (word);

  return length >= fewest && length <= most && strspn (word, "0123456789") == length;
}

/* Splits at blanks, commas and full stops; empty words are dropped. */
static GPtrArray *
split_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " ,.\t\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));
  return words;
}

static gboolean
means (const char *text,
       const char *english,
       const char *translated)
{
  g_autofree char *folded = march_fold (text);
  g_autofree char *folded_english = march_fold (english);
  g_autofree char *folded_translated = march_fold (translated);

  return strcmp (folded, folded_english) == 0 || strcmp (folded, folded_translated) == 0;
}

/* "15 May 2031", "May 15 2031", "15 05 2031" after the separators are gone; NULL if it is none of
 * them. */
static char *
edtf_for_three (const char *first,
                const char *second,
                const char *third)
{
  guint month = march_words_find_month (second);

  if (!is_number (third, 4, 4))
    return NULL;
  if (month != 0 && is_number (first, 1, 2))
    return g_strdup_printf ("%s-%02u-%02u", third, month, (guint) atoi (first));
  month = march_words_find_month (first);
  if (month != 0 && is_number (second, 1, 2))
    return g_strdup_printf ("%s-%02u-%02u", third, month, (guint) atoi (second));
  if (is_number (first, 1, 2) && is_number (second, 1, 2))
    return g_strdup_printf ("%s-%02u-%02u", third, (guint) atoi (second), (guint) atoi (first));
  return NULL;
}

/* "spring 2031", "winter 2031", "winter 2031–2032": EDTF counts seasons on after the months. */
static char *
edtf_for_season (guint       season,
                 const char *year)
{
  g_auto (GStrv)   years = g_strsplit (year, strstr (year, "–") != NULL ? "–" : "-", -1);
  g_autofree char *next = NULL;

  if (!is_number (years[0], 4, 4))
    return NULL;
  next = g_strdup_printf ("%04u", (guint) atoi (years[0]) + 1);
  if (years[1] != NULL && (season != 4 || years[2] != NULL || !g_str_equal (years[1], next)))
    return NULL;
  return g_strdup_printf ("%s-%02u", years[0], 20 + season);
}

static char *
edtf_for_two (const char *month_word,
              const char *year)
{
  guint month = march_words_find_month (month_word);
  guint season = month == 0 ? march_words_find_season (month_word) : 0;

  if (season != 0)
    return edtf_for_season (season, year);
  return month != 0 && is_number (year, 4, 4) ? g_strdup_printf ("%s-%02u", year, month) : NULL;
}

static char *
edtf_for_words (const char *text)
{
  g_autoptr (GPtrArray) words = split_words (text);

  if (means (text, "today", C_ ("typed date", "today")))
    return march_day_to_iso (march_day_today ());
  if (means (text, "yesterday", C_ ("typed date", "yesterday")))
    return march_day_to_iso (march_day_today () - 1);
  if (words->len == 3)
    return edtf_for_three (words->pdata[0], words->pdata[1], words->pdata[2]);
  if (words->len == 2)
    return edtf_for_two (words->pdata[0], words->pdata[1]);
  return NULL;
}

/* Whether the text was meant as EDTF, so that its own error says more. */
static gboolean
looks_like_edtf (const char *text)
{
  return strpbrk (text, "0123456789") != NULL &&
         strspn (text, "0123456789XYTZES?~%+-:./[]{}") == strlen (text);
}

/**
 * march_edtf_new_from_words:
 * @words: EDTF, "15 May 2031", "May 15, 2031", "15.05.2031", "May 2031", "spring 2031", "2031",
 * "today" or "yesterday"; months by their names, or the first three letters or more of them, in
 * English, in the interface's language or in the locale's, seasons in English or the interface's
 * @error: %MARCH_ERROR_BAD_INPUT if it is no date or the calendar lacks it
 *
 * Numbers alone are read as day, month, year, never with the month first.
 *
 * Returns: (transfer full) (nullable): the date, its text in EDTF
 */
MarchEdtf *
march_edtf_new_from_words (const char *words,
                           GError    **error)
{
  g_autofree char *text = g_utf8_make_valid (words, -1);
  g_autofree char *edtf_text = NULL;
  g_autoptr (MarchEdtf) edtf = NULL;
  g_autoptr (GError) edtf_error = NULL;

  g_strstrip (text);
  edtf = march_edtf_new (text, &edtf_error);
  if (edtf != NULL)
    return g_steal_pointer (&edtf);

  edtf_text = edtf_for_words (text);
  if (edtf_text != NULL)
    return march_edtf_new (edtf_text, error);
  if (looks_like_edtf (text))
    g_propagate_error (error, g_steal_pointer (&edtf_error));
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                 _("“%s” is not a date. Write it like 15 May 2031, May 2031, 2031 or 2031-05-15."),
                 text);
  return NULL;
}
