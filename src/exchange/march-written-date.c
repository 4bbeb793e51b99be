/* march-written-date.c — days as foreign files write them: in fields, file names and columns */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-written-date.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-written-date-private.h"

#define LONGEST_DATE 64 /* bytes of a field */

/* Blanks of any kind at both ends and dots at the end are no part of a date. A number may have
 * decimals that are all 0. */
static char *
trim (const char *text, gboolean *trimmed)
{
  const char *start = text;
  const char *end = text + strlen (text);
  const char *dot;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_find_prev_char (start, end);

      if (last == NULL || (*last != '.' && !g_unichar_isspace (g_utf8_get_char (last))))
        break;
      end = last;
    }
  *trimmed = start > text || *end != '\0';
  dot = memchr (start, '.', (gsize) (end - start));
  if (dot != NULL && dot > start && strspn (start, "0123456789") == (gsize) (dot - start)
      && strspn (dot + 1, "0") == (gsize) (end - dot - 1))
    end = dot;
  return g_strndup (start, (gsize) (end - start));
}

/**
 * march_written_date_read:
 * @text: a value
 * @order: how to read 03/04/2028
 * @today: nothing can be known of later days than the next one
 * @date: (out caller-allocates): what it says; set also if it is %MARCH_DATE_TOO_LATE
 *
 * Reads the ways of writing a date that #MarchDateStyle lists, where a time and an offset may
 * follow, and months by their names in English and the reader's language.
 */
MarchDateOutcome
march_written_date_read (const char       *text,
                         MarchDateOrder    order,
                         MarchDay          today,
                         MarchWrittenDate *date)
{
  gboolean         trimmed;
  g_autofree char *clean = NULL;
  MarchDateText    cut_text = { .order = order, .today = today };
  MarchDateMatch   match;

  /* Most texts are none, and looking a word up among the months takes its time. */
  if (strlen (text) > LONGEST_DATE || strpbrk (text, "0123456789") == NULL)
    return MARCH_DATE_NONE;
  clean = trim (text, &trimmed);
  march_date_text_cut (&cut_text, clean);
  if (cut_text.n_tokens == 0 || cut_text.tokens[0].n_before > 0 || *cut_text.rest != '\0'
      || !march_date_text_match (&cut_text, 0, &match) || match.beyond < cut_text.n_tokens)
    return MARCH_DATE_NONE;
  *date = match.date;
  date->repaired |= trimmed;
  return match.outcome;
}

/* A day counts more than a month, that more than a year, and what can't be less than what can. */
static guint
rank (const MarchDateMatch *match)
{
  if (match->outcome == MARCH_DATE_NO_YEAR)
    return 1;
  if (match->outcome != MARCH_DATE_READ)
    return 2;
  if (match->date.style == MARCH_DATE_STYLE_YEAR)
    return 3;
  return match->date.style == MARCH_DATE_STYLE_MONTH ? 4 : 5;
}

/* What is left of a name without the date, and without the dividers around it. */
static char *
leave_out (const char *name, const MarchDateText *text, const MarchDateMatch *match)
{
  const MarchDateToken *last = &text->tokens[match->beyond - 1];
  const char           *start = text->tokens[match->first].start;
  const char           *end = last->start + last->length;

  while (start > name && strchr ("-_. ", start[-1]) != NULL)
    start--;
  if (start == name)
    while (*end != '\0' && strchr ("-_. ", *end) != NULL)
      end++;
  return g_strdup_printf ("%.*s%s", (int) (start - name), name, end);
}

/**
 * march_written_date_find:
 * @name: of a file, without its ending, or of a column
 * @order: how to read 03_04_2028
 * @today: nothing can be known of later days than the next one
 * @date: (out caller-allocates): the one date in it, a day before a month before a year
 * @rest: (out) (optional) (transfer full): @name without it; all of it if none was read
 *
 * Numbers that merely look like a date are no harm where a name has a fuller one.
 */
MarchDateOutcome
march_written_date_find (const char       *name,
                         MarchDateOrder    order,
                         MarchDay          today,
                         MarchWrittenDate *date,
                         char            **rest)
{
  MarchDateText  text = { .order = order, .today = today };
  MarchDateMatch best = { .outcome = MARCH_DATE_NONE };
  guint          best_rank = 0;
  gboolean       several = FALSE;

  march_date_text_cut (&text, name);
  for (guint i = 0; i < text.n_tokens;)
    {
      MarchDateMatch match;

      if (!march_date_text_match (&text, i, &match))
        {
          i++;
          continue;
        }
      if (rank (&match) > best_rank)
        {
          best = match;
          best_rank = rank (&match);
          several = FALSE;
        }
      else if (rank (&match) == best_rank && best.outcome == MARCH_DATE_READ
               && (match.date.first != best.date.first || match.date.second != best.date.second))
        several = TRUE;
      i = match.beyond;
    }
  if (several)
    best.outcome = MARCH_DATE_SEVERAL;
  *date = best.date;
  if (rest != NULL)
    *rest = best.outcome == MARCH_DATE_READ ? leave_out (name, &text, &best) : g_strdup (name);
  return best.outcome;
}

/**
 * march_written_date_explain:
 * @outcome: of a reading that didn't succeed
 * @text: what was read
 *
 * Returns: (transfer full): a sentence that says why not, and what to do
 */
char *
march_written_date_explain (MarchDateOutcome outcome, const char *text)
{
  switch (outcome)
    {
    case MARCH_DATE_NO_SUCH_DAY:
      return g_strdup_printf (_ ("“%s” is a day that the calendar doesn't have."), text);
    case MARCH_DATE_TOO_LATE:
      return g_strdup_printf (_ ("“%s” lies in the future, where nothing can have been seen."),
                              text);
    case MARCH_DATE_AMBIGUOUS:
      return g_strdup_printf (_ ("“%s” may be read with the day or with the month first: say which "
                                 "comes first."),
                              text);
    case MARCH_DATE_SHORT_YEAR:
      return g_strdup_printf (_ ("The year of “%s” has two digits: write it with four."), text);
    case MARCH_DATE_NO_YEAR:
      return g_strdup_printf (_ ("“%s” names a day without a year, which is no date."), text);
    case MARCH_DATE_SEVERAL:
      return g_strdup_printf (_ ("“%s” holds several dates: give the one that counts."), text);
    case MARCH_DATE_NONE:
    case MARCH_DATE_READ:
    default:
      return g_strdup_printf (_ ("“%s” is no date that can be read."), text);
    }
}
