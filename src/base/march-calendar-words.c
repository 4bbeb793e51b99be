/* march-calendar-words.c — months, seasons and dates in the reader's language */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-calendar-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "base/march-fold.h"

#define SHORTEST_ABBREVIATION 3

static const char *const months_alone[] = {
  NC_ ("month alone", "January"), NC_ ("month alone", "February"),
  NC_ ("month alone", "March"), NC_ ("month alone", "April"),
  NC_ ("month alone", "May"), NC_ ("month alone", "June"),
  NC_ ("month alone", "July"), NC_ ("month alone", "August"),
  NC_ ("month alone", "September"), NC_ ("month alone", "October"),
  NC_ ("month alone", "November"), NC_ ("month alone", "December")
};

/* The same words once more: after a day or a preposition many languages inflect them. */
static const char *const months_in_phrase[] = {
  NC_ ("month in a phrase", "January"), NC_ ("month in a phrase", "February"),
  NC_ ("month in a phrase", "March"), NC_ ("month in a phrase", "April"),
  NC_ ("month in a phrase", "May"), NC_ ("month in a phrase", "June"),
  NC_ ("month in a phrase", "July"), NC_ ("month in a phrase", "August"),
  NC_ ("month in a phrase", "September"), NC_ ("month in a phrase", "October"),
  NC_ ("month in a phrase", "November"), NC_ ("month in a phrase", "December")
};

static const char *const seasons_alone[] = {
  NC_ ("season alone", "spring"), NC_ ("season alone", "summer"),
  NC_ ("season alone", "autumn"), NC_ ("season alone", "winter")
};

static const char *const seasons_in_phrase[] = {
  NC_ ("season in a phrase", "spring"), NC_ ("season in a phrase", "summer"),
  NC_ ("season in a phrase", "autumn"), NC_ ("season in a phrase", "winter")
};

static const char *
month_name (guint         month,
            MarchWordForm form)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  if (form == MARCH_WORD_ALONE)
    return g_dpgettext2 (GETTEXT_PACKAGE, "month alone", months_alone[month - 1]);
  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a phrase", months_in_phrase[month - 1]);
}

static const char *
season_name (guint         season,
             MarchWordForm form)
{
  g_return_val_if_fail (season >= 1 && season <= 4, "");

  if (form == MARCH_WORD_ALONE)
    return g_dpgettext2 (GETTEXT_PACKAGE, "season alone", seasons_alone[season - 1]);
  return g_dpgettext2 (GETTEXT_PACKAGE, "season in a phrase", seasons_in_phrase[season - 1]);
}

static const char *
get_english (guint month)
{
  return months_alone[month - 1];
}

static const char *
get_translated (guint month)
{
  return month_name (month, MARCH_WORD_ALONE);
}

static const char *
get_translated_in_phrase (guint month)
{
  return month_name (month, MARCH_WORD_IN_PHRASE);
}

static const char *
get_of_locale (guint month)
{
  return nl_langinfo (MON_1 + (int) month - 1);
}

static const char *
get_abbreviated_of_locale (guint month)
{
  return nl_langinfo (ABMON_1 + (int) month - 1);
}

#define N_LISTS 5
#define N_MONTHS 12

/* Each list of months folded, for the language and the locale that it was made in. */
static struct
{
  GMutex lock;
  char  *locale;
  char  *names[N_LISTS][N_MONTHS];
} folded_months;

/* With the lock held. */
static void
fold_months (void)
{
  static const char *(*const lists[N_LISTS]) (guint month) = {
    get_english, get_translated, get_translated_in_phrase, get_of_locale, get_abbreviated_of_locale
  };
  g_autofree char *locale = g_strconcat (g_get_language_names ()[0], "/", setlocale (LC_ALL, NULL),
                                         NULL);

  if (g_strcmp0 (folded_months.locale, locale) == 0)
    return;
  g_free (folded_months.locale);
  folded_months.locale = g_steal_pointer (&locale);
  for (guint list = 0; list < N_LISTS; list++)
    for (guint month = 0; month < N_MONTHS; month++)
      {
        g_free (folded_months.names[list][month]);
        folded_months.names[list][month] = march_fold (lists[list](month + 1));
      }
}

/* The only month of one list that begins with @folded, or bears it in full; 0 if none or several
 * do. */
static guint
find_in (char *const *names,
         const char  *folded)
{
  gboolean abbreviated = g_utf8_strlen (folded, -1) >= SHORTEST_ABBREVIATION;
  guint    found = 0;

  for (guint month = 1; month <= N_MONTHS; month++)
    {
      if (strcmp (names[month - 1], folded) == 0)
        return month;
      if (abbreviated && g_str_has_prefix (names[month - 1], folded))
        found = found == 0 ? month : G_MAXUINT;
    }
  return found == G_MAXUINT ? 0 : found;
}

/**
 * march_words_for_year:
 * @year: astronomical year, 0 is 1 BC
 *
 * Returns: (transfer full): "2031", "44 BC"
 */
char *
march_words_for_year (gint64 year)
{
  if (year > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, year);

  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, 1 - year);

  /* Translators: a year before the Common Era; %s is a number. */
  return g_strdup_printf (_("%s BC"), before);
}

/**
 * march_words_for_month:
 * @year: astronomical year
 * @month: 1 to 12
 * @form: whether it stands alone
 *
 * Returns: (transfer full): "May 2031"
 */
char *
march_words_for_month (gint64        year,
                       guint         month,
                       MarchWordForm form)
{
  g_autofree char *year_words = march_words_for_year (year);

  /* Translators: a month and a year, "May 2031". */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month_name (month, form), year_words);
}

/**
 * march_words_for_day:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: (transfer full): "15 May 2031"
 */
char *
march_words_for_day (gint64 year,
                     guint  month,
                     guint  day)
{
  g_autofree char *year_words = march_words_for_year (year);

  /* Translators: a day, a month and a year, "15 May 2031". */
  return g_strdup_printf (C_ ("day, month and year", "%1$u %2$s %3$s"), day,
                          month_name (month, MARCH_WORD_IN_PHRASE), year_words);
}

/**
 * march_words_for_moment:
 *
 * Returns: (transfer full): "23 November 2031, 14:03", by the clock of this desk
 */
char *
march_words_for_moment (GDateTime *moment)
{
  g_autoptr (GDateTime) here = g_date_time_to_local (moment);
  g_autofree char      *day
      = march_words_for_day (g_date_time_get_year (here), (guint) g_date_time_get_month (here),
                             (guint) g_date_time_get_day_of_month (here));
  g_autofree char *clock = g_date_time_format (here, "%H:%M");

  /* Translators: a day and the time of that day. */
  return g_strdup_printf (C_ ("moment", "%1$s, %2$s"), day, clock);
}

/**
 * march_words_for_season:
 * @year: the year in which the season begins
 * @season: 1 spring (March to May) … 4 winter (December to the next year's February)
 * @form: whether it stands alone
 *
 * Returns: (transfer full): "spring 2031", "winter 2031–2032"
 */
char *
march_words_for_season (gint64        year,
                        guint         season,
                        MarchWordForm form)
{
  g_autofree char *first = march_words_for_year (year);
  g_autofree char *next = march_words_for_year (year + 1);

  if (season == 4)
    /* Translators: a winter and the two years that it lies in, "winter 2031–2032". */
    return g_strdup_printf (C_ ("winter and its years", "%1$s %2$s–%3$s"),
                            season_name (season, form), first, next);
  /* Translators: a season and a year, "spring 2031". */
  return g_strdup_printf (C_ ("season and year", "%1$s %2$s"), season_name (season, form), first);
}

/**
 * march_words_find_month:
 * @word: a month's name or its beginning (three letters or more) in English, the interface's
 * language or the locale's
 *
 * Returns: 1 to 12, or 0 if it names no month or not a single one
 */
guint
march_words_find_month (const char *word)
{
  g_autofree char *folded = march_fold (word);
  guint            month = 0;

  g_mutex_lock (&folded_months.lock);
  fold_months ();
  for (guint i = 0; month == 0 && i < N_LISTS; i++)
    month = find_in (folded_months.names[i], folded);
  g_mutex_unlock (&folded_months.lock);
  return month;
}

/**
 * march_words_find_season:
 * @word: a season's name in English or the interface's language
 *
 * Returns: 1 spring … 4 winter, or 0 if it names none
 */
guint
march_words_find_season (const char *word)
{
  g_autofree char *folded = march_fold (word);

  /* The other English word for autumn */
  if (g_str_equal (folded, "fall"))
    return 3;
  for (guint season = 1; season <= G_N_ELEMENTS (seasons_alone); season++)
    {
      g_autofree char *english = march_fold (seasons_alone[season - 1]);
      g_autofree char *alone = march_fold (season_name (season, MARCH_WORD_ALONE));
      g_autofree char *in_phrase = march_fold (season_name (season, MARCH_WORD_IN_PHRASE));

      if (g_str_equal (folded, english) || g_str_equal (folded, alone)
          || g_str_equal (folded, in_phrase))
        return season;
    }
  return 0;
}
