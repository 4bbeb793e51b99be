/* march-day.c — a calendar day as a number */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-day.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-calendar-words.h"
#include "base/march-error.h"

#define DAYS_PER_ERA 146097 /* 400 years */
#define EPOCH_SHIFT 719468  /* days from 0000-03-01 to 1970-01-01 */

static gboolean
is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* Reads exactly @n digits; returns -1 if there are fewer. */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }
  return value;
}

/**
 * march_day_count_month:
 * @year: astronomical year, 0 is 1 BC
 * @month: 1 to 12
 *
 * Returns: how many days the month has
 */
guint
march_day_count_month (gint64 year,
                       guint  month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return lengths[month - 1] + (month == 2 && is_leap_year (year));
}

/**
 * march_day_from_ymd:
 * @year: astronomical year, 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * The count of days since 1970-01-01, by the era algorithm of Howard Hinnant ("chrono-Compatible
 * Low-Level Date Algorithms"). Days past the month's end run on into the next month.
 *
 * Returns: the day
 */
MarchDay
march_day_from_ymd (gint64 year,
                    guint  month,
                    guint  day)
{
  gint64 shifted =
      month <= 2 ? year - 1 : year; /* the year begins in March, so that the leap day is its last */
  gint64 era = floor_div (shifted, 400);
  gint64 year_of_era = shifted - era * 400;
  gint64 day_of_year = (153 * ((gint64) month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
}

/**
 * march_day_to_ymd:
 * @day: a real day, neither #MARCH_DAY_MIN nor #MARCH_DAY_MAX
 * @year: (out) (optional): astronomical year
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * The inverse of march_day_from_ymd().
 */
void
march_day_to_ymd (MarchDay day,
                  gint64  *year,
                  guint   *month,
                  guint   *day_of_month)
{
  g_return_if_fail (day != MARCH_DAY_MIN && day <= MARCH_DAY_MAX - EPOCH_SHIFT);

  gint64 shifted = day + EPOCH_SHIFT;
  gint64 era = floor_div (shifted, DAYS_PER_ERA);
  gint64 day_of_era = shifted - era * DAYS_PER_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;
  guint  month_of_year =
      (guint) (month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);

  if (year != NULL)
    *year = year_of_era + era * 400 + (month_of_year <= 2);
  if (month != NULL)
    *month = month_of_year;
  if (day_of_month != NULL)
    *day_of_month = (guint) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
}

/**
 * march_day_is_valid_ymd:
 * @year: astronomical year
 * @month: any number
 * @day: any number
 *
 * Returns: whether the proleptic Gregorian calendar has that day
 */
gboolean
march_day_is_valid_ymd (gint64 year,
                        guint  month,
                        guint  day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= march_day_count_month (year, month);
}

/**
 * march_day_parse:
 * @text: a day as YYYY-MM-DD, before the year 0 as -YYYY-MM-DD
 * @day: (out): the day
 * @error: %MARCH_ERROR_BAD_INPUT if it is written otherwise or the calendar lacks it
 *
 * Returns: whether @day was set
 */
gboolean
march_day_parse (const char *text,
                 MarchDay   *day,
                 GError    **error)
{
  gboolean    negative = text[0] == '-';
  const char *digits = text + negative;
  gboolean    formed = strlen (digits) == 10 && digits[4] == '-' && digits[7] == '-';
  int         year = formed ? read_digits (digits, 4) : -1;
  int         month = formed ? read_digits (digits + 5, 2) : -1;
  int         day_of_month = formed ? read_digits (digits + 8, 2) : -1;

  if (year < 0 || month < 0 || day_of_month < 0)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” is not a day: write it as YYYY-MM-DD."), text);
      return FALSE;
    }
  if (!march_day_is_valid_ymd (negative ? -year : year, month, day_of_month))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("The calendar has no day “%s”."),
                   text);
      return FALSE;
    }
  *day = march_day_from_ymd (negative ? -year : year, month, day_of_month);
  return TRUE;
}

/**
 * march_day_to_iso:
 * @day: a day
 *
 * Writes a day as march_day_parse() reads it; years beyond four digits carry a sign, as ISO 8601
 * expands them, and the two unreal days are "..", as EDTF writes an open end.
 *
 * Returns: (transfer full): the text
 */
char *
march_day_to_iso (MarchDay day)
{
  gint64 year;
  guint  month, day_of_month;

  if (day == MARCH_DAY_MIN || day == MARCH_DAY_MAX)
    return g_strdup ("..");

  march_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02u-%02u",
                          year < 0 ? "-" : year > 9999 ? "+" : "", ABS (year), month, day_of_month);
}

/**
 * march_day_describe:
 * @day: a day
 *
 * Tells a day in the reader's language: "15 May 2031". The two unreal days are "open".
 *
 * Returns: (transfer full): the words
 */
char *
march_day_describe (MarchDay day)
{
  gint64 year;
  guint  month, day_of_month;

  if (day == MARCH_DAY_MIN || day == MARCH_DAY_MAX)
    /* Translators: the end of a time that has none. */
    return g_strdup (_("open"));

  march_day_to_ymd (day, &year, &month, &day_of_month);
  return march_words_for_day (year, month, day_of_month);
}

/**
 * march_day_today:
 *
 * Returns: the day that it is here and now, by the machine's clock and time zone
 */
MarchDay
march_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return march_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

/** march_day_compare: Returns: the order of two days, each the address of a #MarchDay, for sorting
 * arrays of them */
int
march_day_compare (gconstpointer a, gconstpointer b)
{
  const MarchDay one = *(const MarchDay *) a, other = *(const MarchDay *) b;

  return (one > other) - (one < other);
}
