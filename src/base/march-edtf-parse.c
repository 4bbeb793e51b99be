/* march-edtf-parse.c — one date of level 0 or 1, from its text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-edtf-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-calendar-words.h"

#define MAX_YEAR_DIGITS 12
#define MAX_ZONE_MINUTES_EAST (14 * 60)
#define MAX_ZONE_MINUTES_WEST (12 * 60)

/* Says why a date can't be read; always FALSE, so that a caller can return it. */
static gboolean G_GNUC_PRINTF (2, 3)
refuse (char      **reason,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static gboolean
is_masked (const char *text)
{
  return *text != '\0' && strspn (text, "X") == strlen (text);
}

static guint
to_number (const char *digits)
{
  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

/* Level 2 and typing mistakes that deserve a reason of their own. */
static gboolean
check_characters (const char *piece,
                  char      **reason)
{
  static const char level_2[] = "[]{},ES";
  const char       *odd = piece + strspn (piece, "0123456789XYTZ?~%+-:." "[]{},ES");

  if (*odd != '\0')
    {
      g_autofree char *character = g_utf8_substring (odd, 0, 1);

      return refuse (reason, _("“%s” can't stand in a date (character %ld)"), character,
                     g_utf8_pointer_to_offset (piece, odd) + 1);
    }
  if (strpbrk (piece, level_2) != NULL)
    return refuse (
        reason,
        _("sets, exponents and significant digits (“%c”) belong to level 2, which isn't supported"),
        *strpbrk (piece, level_2));
  return TRUE;
}

static gboolean
parse_zone (const char    *zone,
            MarchEdtfDate *date,
            char         **reason)
{
  gsize length = strlen (zone);
  guint hours, minutes = 0;

  g_strlcpy (date->zone, zone, sizeof date->zone);
  if (length == 0 || strcmp (zone, "Z") == 0)
    return TRUE;
  if (length >= 3 && length <= 6 && strchr ("+-", zone[0]) != NULL && g_ascii_isdigit (zone[1]) &&
      g_ascii_isdigit (zone[2]))
    {
      const char *rest = zone + 3 + (zone[3] == ':');

      hours = (guint) (g_ascii_digit_value (zone[1]) * 10 + g_ascii_digit_value (zone[2]));
      if (strlen (rest) == 2 && is_number (rest))
        minutes = to_number (rest);
      if ((length == 3 || (strlen (rest) == 2 && is_number (rest))) && minutes < 60 &&
          hours * 60 + minutes <=
              (zone[0] == '+' ? MAX_ZONE_MINUTES_EAST : MAX_ZONE_MINUTES_WEST) &&
          (zone[0] == '+' || hours + minutes > 0))
        return TRUE;
    }
  return refuse (
      reason,
      _("“%s” is no time zone: write Z, +HH:MM up to +14:00, or -HH:MM from -00:01 to -12:00"),
      zone);
}

/* @text is what stands after the T. */
static gboolean
parse_time (const char    *text,
            MarchEdtfDate *date,
            char         **reason)
{
  const char *rest = text;
  guint       hours, minutes, seconds;
  gboolean    fraction = FALSE;

  if (!(strlen (text) >= 8 && text[2] == ':' && text[5] == ':'))
    return refuse (reason, _("“%s” is no time of day: write HH:MM:SS"), text);

  g_strlcpy (date->time, text, sizeof date->time);
  for (guint i = 0; i < 8; i++)
    if (i != 2 && i != 5 && !g_ascii_isdigit (text[i]))
      return refuse (reason, _("“%s” is no time of day: write HH:MM:SS"), text);

  hours = to_number (text);
  minutes = to_number (text + 3);
  seconds = to_number (text + 6);
  rest = text + 8;
  if (*rest == '.')
    {
      gsize n_digits = strspn (rest + 1, "0123456789");

      if (n_digits == 0)
        return refuse (reason, _("“%s” has no digits after the decimal point of its seconds"),
                       text);
      fraction = strspn (rest + 1, "0") < n_digits;
      rest += 1 + n_digits;
    }
  if (hours > 24 || minutes > 59 || seconds > 59 ||
      (hours == 24 && (minutes > 0 || seconds > 0 || fraction)))
    return refuse (reason, _("there is no time of day %s"), date->time);
  return parse_zone (rest, date, reason);
}

/* @text is what stands after the Y. */
static gboolean
parse_long_year (const char    *text,
                 MarchEdtfDate *date,
                 char         **reason)
{
  const char *digits = text + (*text == '-');

  if (!is_number (digits))
    return refuse (reason, _("after Y only a year can stand, as in Y17000"));
  if (strlen (digits) < 5 || digits[0] == '0')
    return refuse (reason, _("Y is for years of more than four digits, without leading zeros"));
  if (strlen (digits) > MAX_YEAR_DIGITS)
    return refuse (reason, _("the year has more than %d digits"), MAX_YEAR_DIGITS);

  date->form = MARCH_EDTF_YEAR;
  date->negative = *text == '-';
  date->year = (gint64) g_ascii_strtoull (digits, NULL, 10) * (date->negative ? -1 : 1);
  return TRUE;
}

/* Two digits alone. */
static gboolean
parse_century (const char    *text,
               MarchEdtfDate *date,
               char         **reason)
{
  if (!is_number (text))
    return refuse (reason, _("“%s” is no century"), text);
  if (date->approximate || date->uncertain)
    return refuse (reason, _("a century can't be marked ?, ~ or %% at level 1"));
  if (date->negative && to_number (text) == 0)
    return refuse (reason, _("there is no century -00"));

  date->form = MARCH_EDTF_CENTURY;
  date->year = (gint64) to_number (text) * (date->negative ? -100 : 100);
  date->masked_year_digits = 2;
  return TRUE;
}

static gboolean
parse_year (const char    *text,
            MarchEdtfDate *date,
            char         **reason)
{
  gsize           n_digits = strspn (text, "0123456789");
  g_autofree char *digits = g_strndup (text, n_digits);

  if (strlen (text) != 4)
    return refuse (
        reason, _("“%s” is no year: years have four digits, longer ones a Y before them"), text);
  if (n_digits < 4 && !is_masked (text + n_digits))
    return refuse (
        reason, _("in the year “%s”, X may stand only for the last digits (others are level 2)"),
        text);

  date->form = MARCH_EDTF_YEAR;
  date->masked_year_digits = (guint) (4 - n_digits);
  date->year = to_number (digits);
  for (guint i = 0; i < date->masked_year_digits; i++)
    date->year *= 10;
  if (date->negative && date->year == 0 && date->masked_year_digits == 0)
    return refuse (reason, _("there is no year -0000: the year before 0001 is 0000"));
  if (date->negative)
    date->year = -date->year;
  return TRUE;
}

/* @has_day: whether a day follows. */
static gboolean
parse_month (const char    *text,
             gboolean       has_day,
             MarchEdtfDate *date,
             char         **reason)
{
  gboolean masked = is_masked (text);

  if (strlen (text) != 2 || !(masked || is_number (text)))
    return refuse (reason, _("“%s” is no month: write two digits, or XX"), text);
  if (date->masked_year_digits != 0 && !(date->masked_year_digits == 4 && masked))
    return refuse (reason,
                   _("X may stand only for the last digits of a date (others are level 2)"));

  date->form = MARCH_EDTF_MONTH;
  date->month = masked ? 0 : to_number (text);
  if (masked || (date->month >= 1 && date->month <= 12))
    return TRUE;
  if (date->month > 24 && date->month <= 41)
    return refuse (
        reason,
        _("the part of a year %u belongs to level 2, which isn't supported; seasons are 21 to 24"),
        date->month);
  if (date->month < 21 || date->month > 24)
    return refuse (reason, _("there is no month %u"), date->month);
  if (has_day)
    return refuse (reason, _("a season (%u) can't be followed by a day"), date->month);
  date->form = MARCH_EDTF_SEASON;
  return TRUE;
}

static gboolean
parse_day (const char    *text,
           MarchEdtfDate *date,
           char         **reason)
{
  gboolean masked = is_masked (text);

  if (strlen (text) != 2 || !(masked || is_number (text)))
    return refuse (reason, _("“%s” is no day: write two digits, or XX"), text);
  if (date->month == 0 && !masked)
    return refuse (reason,
                   _("X may stand only for the last digits of a date (others are level 2)"));

  date->form = MARCH_EDTF_DAY;
  date->day = masked ? 0 : to_number (text);
  if (!masked && !march_day_is_valid_ymd (date->year, date->month, date->day))
    {
      g_autofree char *month = march_words_for_month (date->year, date->month, MARCH_WORD_ALONE);

      return refuse (reason, _("%s has no day %u"), month, date->day);
    }
  return TRUE;
}

/* Takes a mark off the end of @piece; what is left has none. */
static gboolean
take_mark (char          *piece,
           MarchEdtfDate *date,
           char         **reason)
{
  gsize length = strlen (piece);
  char  mark = length > 0 ? piece[length - 1] : '\0';

  if (mark == '?' || mark == '~' || mark == '%')
    {
      date->uncertain = mark != '~';
      date->approximate = mark != '?';
      piece[length - 1] = '\0';
    }
  if (strpbrk (piece, "?~%") != NULL)
    return refuse (
        reason,
        _("the marks ?, ~ and %% may stand only once, at the end (elsewhere they are level 2)"));
  return TRUE;
}

static gboolean
parse_calendar_date (const char    *text,
                     MarchEdtfDate *date,
                     char         **reason)
{
  g_auto (GStrv) components = NULL;
  guint n_components;

  date->negative = *text == '-';
  components = g_strsplit (text + date->negative, "-", -1);
  n_components = g_strv_length (components);
  if (n_components == 0 || n_components > 3)
    return refuse (reason, _("a date is written YYYY, YYYY-MM or YYYY-MM-DD"));
  if (n_components == 1 && strlen (components[0]) == 2)
    return parse_century (components[0], date, reason);

  return parse_year (components[0], date, reason) &&
         (n_components < 2 || parse_month (components[1], n_components == 3, date, reason)) &&
         (n_components < 3 || parse_day (components[2], date, reason));
}

static gboolean
parse_date_and_time (char          *text,
                     char          *separator,
                     MarchEdtfDate *date,
                     char         **reason)
{
  *separator = '\0';
  if (date->approximate || date->uncertain)
    return refuse (reason, _("a date with a time of day can't be marked ?, ~ or %% at level 1"));
  if (!parse_calendar_date (text, date, reason))
    return FALSE;
  if (date->form != MARCH_EDTF_DAY || date->day == 0)
    return refuse (reason, _("a time of day needs a whole date before it"));
  return parse_time (separator + 1, date, reason);
}

/**
 * march_edtf_parse_date:
 * @piece: a date by itself, or one side of an interval
 * @date: (out): the date
 * @reason: (out): why it can't be read, the end of a sentence without its full stop
 *
 * Returns: whether @date was set
 */
gboolean
march_edtf_parse_date (const char    *piece,
                       MarchEdtfDate *date,
                       char         **reason)
{
  g_autofree char *rest = g_strdup (piece);
  char            *separator;

  *date = (MarchEdtfDate){ .form = MARCH_EDTF_UNKNOWN };
  if (*piece == '\0')
    return TRUE;
  if (strcmp (piece, "..") == 0)
    {
      date->form = MARCH_EDTF_OPEN;
      return TRUE;
    }
  if (!check_characters (piece, reason) || !take_mark (rest, date, reason))
    return FALSE;
  if (rest[0] == 'Y')
    return parse_long_year (rest + 1, date, reason);
  separator = strchr (rest, 'T');
  if (separator != NULL)
    return parse_date_and_time (rest, separator, date, reason);
  return parse_calendar_date (rest, date, reason);
}
