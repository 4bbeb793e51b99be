/* march-edtf-words.c — a date or interval in the reader's language */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-calendar-words.h"
#include "base/march-edtf-private.h"

#define FIRST_SEASON 21

/* The years of a century, or of a year with masked digits: "the 1900s". */
static char *
words_for_years (const MarchEdtfDate *date)
{
  gint64           first, last;
  g_autofree char *first_words = NULL;
  g_autofree char *last_words = NULL;

  march_edtf_date_years (date, &first, &last);
  first_words = march_words_for_year (first);
  last_words = march_words_for_year (last);
  if (!date->negative && date->masked_year_digits <= 2 && first > 0)
    /* Translators: a decade or a century, "the 2010s", "the 1900s". */
    return g_strdup_printf (_("the %ss"), first_words);
  /* Translators: the first and the last of many years. */
  return g_strdup_printf (_("the years %1$s to %2$s"), first_words, last_words);
}

static char *
words_for_masked_year (const MarchEdtfDate *date)
{
  g_autofree char *years = NULL;

  if (date->masked_year_digits == 4)
    return g_strdup (date->form == MARCH_EDTF_DAY     ? _("some day")
                     : date->form == MARCH_EDTF_MONTH ? _("some month")
                                                      : _("some year"));
  years = words_for_years (date);
  /* Translators: %s is "the 2010s" or "the years 1000 to 1999". */
  return g_strdup_printf (_("some year in %s"), years);
}

/* A day or month that isn't told, in a year that is. */
static char *
words_for_masked (const MarchEdtfDate *date)
{
  g_autofree char *year = march_words_for_year (date->year);
  g_autofree char *month = NULL;

  if (date->form == MARCH_EDTF_MONTH)
    return g_strdup_printf (_("some month in %s"), year);
  if (date->month == 0)
    return g_strdup_printf (C_ ("of a year", "some day in %s"), year);
  month = march_words_for_month (date->year, date->month, MARCH_WORD_IN_PHRASE);
  return g_strdup_printf (C_ ("of a month", "some day in %s"), month);
}

static char *
words_for_day (const MarchEdtfDate *date)
{
  g_autofree char *day = march_words_for_day (date->year, date->month, date->day);

  if (date->time[0] == '\0')
    return g_steal_pointer (&day);
  if (date->zone[0] == '\0')
    /* Translators: a day and a time of day, "15 May 2031, 16:54:59". */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, date->time);
  /* Translators: a day, a time of day and a time zone, "15 May 2031, 16:54:59 UTC+02:00". */
  return g_strdup_printf (C_ ("day, time and zone", "%1$s, %2$s UTC%3$s"), day, date->time,
                          date->zone[0] == 'Z' ? "" : date->zone);
}

static char *
words_for_unmarked (const MarchEdtfDate *date,
                    MarchWordForm        form)
{
  if (date->form == MARCH_EDTF_CENTURY)
    return words_for_years (date);
  if (date->masked_year_digits > 0)
    return words_for_masked_year (date);
  if (date->form == MARCH_EDTF_YEAR)
    return march_words_for_year (date->year);
  if (date->form == MARCH_EDTF_SEASON)
    return march_words_for_season (date->year, date->month - FIRST_SEASON + 1, form);
  if (date->month == 0 || (date->form == MARCH_EDTF_DAY && date->day == 0))
    return words_for_masked (date);
  if (date->form == MARCH_EDTF_MONTH)
    return march_words_for_month (date->year, date->month, form);
  return words_for_day (date);
}

static char *
words_for_date (const MarchEdtfDate *date,
                MarchWordForm        form)
{
  g_autofree char *words =
      words_for_unmarked (date, date->approximate ? MARCH_WORD_IN_PHRASE : form);

  if (date->approximate && date->uncertain)
    return g_strdup_printf (_("perhaps about %s"), words);
  if (date->approximate)
    return g_strdup_printf (_("about %s"), words);
  if (date->uncertain)
    return g_strdup_printf (_("perhaps %s"), words);
  return g_steal_pointer (&words);
}

static char *
words_for_end_only (const MarchEdtf *edtf)
{
  g_autofree char *end = words_for_date (&edtf->end, MARCH_WORD_IN_PHRASE);

  if (edtf->start.form == MARCH_EDTF_UNKNOWN)
    return g_strdup_printf (_("until %s, start not known"), end);
  return g_strdup_printf (_("until %s"), end);
}

static char *
words_for_start_only (const MarchEdtf *edtf)
{
  g_autofree char *start = words_for_date (&edtf->start, MARCH_WORD_IN_PHRASE);

  if (edtf->end.form == MARCH_EDTF_UNKNOWN)
    return g_strdup_printf (_("from %s, end not known"), start);
  return g_strdup_printf (_("from %s on"), start);
}

static char *
words_for_no_end (const MarchEdtf *edtf)
{
  gboolean open_start = edtf->start.form == MARCH_EDTF_OPEN;
  gboolean open_end = edtf->end.form == MARCH_EDTF_OPEN;

  if (open_start && open_end)
    return g_strdup (_("at all times"));
  if (open_start)
    return g_strdup (_("since ever, end not known"));
  if (open_end)
    return g_strdup (_("start not known, without an end"));
  return g_strdup (_("start and end not known"));
}

static char *
words_for_interval (const MarchEdtf *edtf)
{
  gboolean         has_start = edtf->start.form > MARCH_EDTF_OPEN;
  gboolean         has_end = edtf->end.form > MARCH_EDTF_OPEN;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!has_start && !has_end)
    return words_for_no_end (edtf);
  if (!has_start)
    return words_for_end_only (edtf);
  if (!has_end)
    return words_for_start_only (edtf);

  start = words_for_date (&edtf->start, MARCH_WORD_IN_PHRASE);
  end = words_for_date (&edtf->end, MARCH_WORD_IN_PHRASE);
  /* Translators: the last day, month or year is included. */
  return g_strdup_printf (_("from %1$s through %2$s"), start, end);
}

/**
 * march_edtf_describe:
 * @edtf: a parsed date
 *
 * Tells it in the reader's language: "15 May 2031", "about May 2031", "from 2020 through August
 * 2028", "from September 2028 on".
 *
 * Returns: (transfer full): the words
 */
char *
march_edtf_describe (MarchEdtf *edtf)
{
  if (edtf->interval)
    return words_for_interval (edtf);
  return words_for_date (&edtf->start, MARCH_WORD_ALONE);
}

/**
 * march_edtf_describe_text:
 * @text: EDTF, or what stands where EDTF should
 *
 * Like march_edtf_describe(), for a text that may not be one.
 *
 * Returns: (transfer full): the words, or @text itself if it can't be read
 */
char *
march_edtf_describe_text (const char *text)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (text, NULL);

  return edtf != NULL ? march_edtf_describe (edtf) : g_strdup (text);
}

/**
 * march_edtf_describe_start:
 * @text: EDTF, or what stands where EDTF should
 *
 * Tells the date, or an interval's start, in the form that follows a preposition, for "since %s":
 * many languages inflect it there.
 *
 * Returns: (transfer full): the words, or @text itself if it can't be read
 */
char *
march_edtf_describe_start (const char *text)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (text, NULL);

  if (edtf == NULL || edtf->start.form <= MARCH_EDTF_OPEN)
    return g_strdup (text);
  return words_for_date (&edtf->start, MARCH_WORD_IN_PHRASE);
}
