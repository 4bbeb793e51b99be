/* march-written-date-match.c — the one place that knows how days are written */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <string.h>

#include "base/march-calendar-words.h"
#include "exchange/march-written-date-private.h"

#define LONGEST_WORD 64 /* bytes */
#define EARLIEST_YEAR 1000
#define LATEST_YEAR 2999
#define SECONDS_PER_DAY 86400
#define EARLIEST_SECOND 1000000000 /* September 2001: shorter numbers are too often no time */
#define LATEST_SECOND G_GINT64_CONSTANT (9999999999)
#define EARLIEST_MILLISECOND G_GINT64_CONSTANT (100000000000)

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at));
}

static void
add_token (MarchDateText *text, const char *start, const char *end, const char *before)
{
  MarchDateToken *token = &text->tokens[text->n_tokens++];

  *token = (MarchDateToken){ .start = start, .length = (gsize) (end - start) };
  token->is_digits = g_ascii_isdigit (*start);
  token->n_before = (guint) (start - before);
  while (before < start - 1 && *before == ' ')
    before++;
  token->before = before < start ? *before : '\0';
  for (const char *p = start; token->is_digits && p < end; p++)
    token->number = MIN (token->number, G_MAXINT64 / 100) * 10 + g_ascii_digit_value (*p);
}

/* Cuts a text into tokens. */
void
march_date_text_cut (MarchDateText *text, const char *at)
{
  const char *before = at;

  text->n_tokens = 0;
  while (*at != '\0' && text->n_tokens < MARCH_MOST_DATE_TOKENS)
    {
      const char *start = at;

      if (g_ascii_isdigit (*at))
        while (g_ascii_isdigit (*at))
          at++;
      else
        while (*at != '\0' && is_letter (at))
          at = g_utf8_next_char (at);
      if (at > start)
        {
          add_token (text, start, at, before);
          before = at;
        }
      else
        at = g_utf8_next_char (at);
    }
  text->rest = before;
}

/* The token, if it is of @least to @most digits. */
static const MarchDateToken *
get_digits (const MarchDateText *text, guint index, gsize least, gsize most)
{
  const MarchDateToken *token = index < text->n_tokens ? &text->tokens[index] : NULL;

  return token != NULL && token->is_digits && token->length >= least && token->length <= most
             ? token
             : NULL;
}

static guint
get_month (const MarchDateText *text, guint index)
{
  const MarchDateToken *token = index < text->n_tokens ? &text->tokens[index] : NULL;
  g_autofree char      *word = NULL;

  if (token == NULL || token->is_digits || token->length < 3 || token->length > LONGEST_WORD)
    return 0;
  word = g_strndup (token->start, token->length);
  return march_words_find_month (word);
}

static gboolean
is_divider (char c)
{
  return c == '-' || c == '/' || c == '.' || c == '_' || c == ' ';
}

static gboolean
is_year (const MarchDateToken *token)
{
  return token != NULL && token->length == 4 && token->number >= EARLIEST_YEAR
         && token->number <= LATEST_YEAR;
}

static void
set_span (MarchDateMatch *match,
          MarchDay        first,
          MarchDay        beyond,
          MarchDateStyle  style,
          MarchDay        today)
{
  match->date.first = first;
  match->date.beyond = beyond;
  match->date.second = -1;
  match->date.style = style;
  match->outcome = first > today + 1 ? MARCH_DATE_TOO_LATE : MARCH_DATE_READ;
}

static void
set_day (const MarchDateText *text,
         MarchDateMatch      *match,
         gint64               year,
         gint64               month,
         gint64               day,
         MarchDateStyle       style)
{
  MarchDay first;

  if (month > 99 || day > 99 || !march_day_is_valid_ymd (year, (guint) month, (guint) day))
    {
      match->outcome = MARCH_DATE_NO_SUCH_DAY;
      return;
    }
  first = march_day_from_ymd (year, (guint) month, (guint) day);
  set_span (match, first, first + 1, style, text->today);
}

static void
set_month (const MarchDateText *text, MarchDateMatch *match, gint64 year, guint month)
{
  MarchDay first = march_day_from_ymd (year, month, 1);

  set_span (match, first, first + march_day_count_month (year, month), MARCH_DATE_STYLE_MONTH,
            text->today);
}

static void
set_year (const MarchDateText *text, MarchDateMatch *match, gint64 year)
{
  set_span (match, march_day_from_ymd (year, 1, 1), march_day_from_ymd (year + 1, 1, 1),
            MARCH_DATE_STYLE_YEAR, text->today);
}

static gboolean
set_second (MarchDateMatch *match, gint64 hour, gint64 minute, gint64 second)
{
  if (hour > 24 || minute > 59 || second > 60)
    return FALSE;
  match->date.second = (int) MIN (hour * 3600 + minute * 60 + second, SECONDS_PER_DAY - 1);
  return TRUE;
}

/* Day and month, of which either may come first. */
static void
set_either (const MarchDateText  *text,
            MarchDateMatch       *match,
            const MarchDateToken *a,
            const MarchDateToken *b,
            gint64                year)
{
  gboolean day_first = a->number > 12 || (b->before == '.' && b->number <= 12);
  gboolean month_first = !day_first && b->number > 12;

  if (day_first || month_first)
    {
      set_day (text, match, year, day_first ? b->number : a->number,
               day_first ? a->number : b->number,
               day_first ? MARCH_DATE_STYLE_DAY_FIRST : MARCH_DATE_STYLE_MONTH_FIRST);
      return;
    }
  set_day (text, match, year, b->number, a->number, MARCH_DATE_STYLE_EITHER_FIRST);
  if (a->number == b->number || match->outcome == MARCH_DATE_NO_SUCH_DAY)
    return;
  if (text->order == MARCH_DATE_ORDER_UNKNOWN)
    match->outcome = MARCH_DATE_AMBIGUOUS;
  else if (text->order == MARCH_DATE_ORDER_MONTH_FIRST)
    set_day (text, match, year, a->number, b->number, MARCH_DATE_STYLE_EITHER_FIRST);
}

/* Three numbers with one divider between them. */
static gboolean
match_triple (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *a = get_digits (text, i, 1, 4);
  const MarchDateToken *b = get_digits (text, i + 1, 1, 2);
  const MarchDateToken *c = get_digits (text, i + 2, 1, 4);

  if (a == NULL || b == NULL || c == NULL || b->before != c->before || !is_divider (b->before))
    return FALSE;
  match->beyond = i + 3;
  match->date.repaired = b->n_before > 1 || c->n_before > 1;
  if (is_year (a) && c->length <= 2)
    set_day (text, match, a->number, b->number, c->number, MARCH_DATE_STYLE_YEAR_FIRST);
  else if (a->length <= 2 && is_year (c))
    set_either (text, match, a, b, c->number);
  else if (a->length <= 2 && c->length == 2 && a->number <= 31 && b->number <= 31)
    match->outcome = MARCH_DATE_SHORT_YEAR;
  else
    return FALSE;
  return TRUE;
}

/* "12 September 2028", "September 12, 2028", "2028 Sep 12", and a month with a year alone. */
static gboolean
match_words (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *first = get_digits (text, i, 1, 4);
  guint                 at = first != NULL ? i + 1 : i;
  guint                 month = get_month (text, at);
  const MarchDateToken *next = get_digits (text, at + 1, 1, 4);
  const MarchDateToken *last = get_digits (text, at + 2, 4, 4);

  if (month == 0)
    return FALSE;
  match->beyond = at + 2;
  if (first != NULL && first->length <= 2 && is_year (next))
    set_day (text, match, next->number, month, first->number, MARCH_DATE_STYLE_DAY_FIRST);
  else if (is_year (first) && next != NULL && next->length <= 2)
    set_day (text, match, first->number, month, next->number, MARCH_DATE_STYLE_YEAR_FIRST);
  else if (first == NULL && is_year (next))
    set_month (text, match, next->number, month);
  else if (first == NULL && next != NULL && next->length <= 2 && is_year (last))
    {
      set_day (text, match, last->number, month, next->number, MARCH_DATE_STYLE_MONTH_FIRST);
      match->beyond = at + 3;
    }
  else if (is_year (first))
    {
      set_month (text, match, first->number, month);
      match->beyond = at + 1;
    }
  else if ((first != NULL && first->length <= 2) || (next != NULL && next->length <= 2))
    {
      match->outcome = MARCH_DATE_NO_YEAR;
      match->beyond = first != NULL ? at + 1 : at + 2;
    }
  else
    return FALSE;
  return TRUE;
}

/* YYYYMMDD, with hhmm or hhmmss right behind it; failing that DDMMYYYY. */
static gboolean
match_compact (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *token = get_digits (text, i, 8, 14);
  gint64                day, time = 0;

  if (token == NULL || (token->length != 8 && token->length != 12 && token->length != 14))
    return FALSE;
  day = token->number;
  if (token->length > 8)
    {
      gint64 shift = token->length == 12 ? 10000 : 1000000;

      time = token->length == 12 ? day % shift * 100 : day % shift;
      day /= shift;
    }
  match->beyond = i + 1;
  if (day / 10000 >= 1800 && day / 10000 <= 2299)
    set_day (text, match, day / 10000, day / 100 % 100, day % 100, MARCH_DATE_STYLE_COMPACT);
  else if (token->length == 8 && day % 10000 >= 1800 && day % 10000 <= 2299)
    set_day (text, match, day % 10000, day / 10000 % 100, day / 1000000, MARCH_DATE_STYLE_COMPACT);
  else
    return FALSE;
  if (token->length == 8)
    return TRUE;
  return match->outcome != MARCH_DATE_NO_SUCH_DAY
         && set_second (match, time / 10000, time / 100 % 100, time % 100);
}

static gboolean
match_epoch (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *token = get_digits (text, i, 10, 13);
  gint64                seconds;
  gboolean              by_millisecond;

  if (token == NULL || token->length == 11)
    return FALSE;
  by_millisecond = token->length >= 12;
  seconds = by_millisecond ? token->number / 1000 : token->number;
  if (by_millisecond ? token->number < EARLIEST_MILLISECOND : seconds < EARLIEST_SECOND)
    return FALSE;
  match->beyond = i + 1;
  set_span (match, seconds / SECONDS_PER_DAY, seconds / SECONDS_PER_DAY + 1,
            by_millisecond ? MARCH_DATE_STYLE_MILLISECONDS : MARCH_DATE_STYLE_SECONDS, text->today);
  match->date.second = (int) (seconds % SECONDS_PER_DAY);
  return seconds <= LATEST_SECOND;
}

/* "2028-09", "09/2028", "1914". */
static gboolean
match_month_or_year (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *a = get_digits (text, i, 1, 4);
  const MarchDateToken *b = get_digits (text, i + 1, 1, 4);
  gboolean              two = a != NULL && b != NULL && is_divider (b->before) && b->n_before == 1;

  match->beyond = i + 2;
  if (two && is_year (a) && b->length == 2 && b->number >= 1 && b->number <= 12)
    set_month (text, match, a->number, (guint) b->number);
  else if (two && a->length == 2 && is_year (b) && a->number >= 1 && a->number <= 12)
    set_month (text, match, b->number, (guint) a->number);
  else if (is_year (a))
    {
      set_year (text, match, a->number);
      match->beyond = i + 1;
    }
  else
    return FALSE;
  return TRUE;
}

/* "bc500" or "500 BC", as the year before the Common Era that it is. */
static gboolean
match_before_era (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  const MarchDateToken *first = i < text->n_tokens ? &text->tokens[i] : NULL;
  const MarchDateToken *second = i + 1 < text->n_tokens ? &text->tokens[i + 1] : NULL;
  const MarchDateToken *word, *year;

  if (first == NULL || second == NULL)
    return FALSE;
  word = first->is_digits ? second : first;
  year = first->is_digits ? first : second;
  if (!year->is_digits || year->length > 5 || year->number == 0 || word->is_digits
      || (word->length != 2 && word->length != 3)
      || (g_ascii_strncasecmp (word->start, "bce", word->length) != 0))
    return FALSE;
  match->beyond = i + 2;
  set_year (text, match, 1 - year->number);
  return TRUE;
}

/* A time behind the date: "T10:30:00Z", " 10:30", "_1030". What is none is left standing. */
static void
match_time (const MarchDateText *text, MarchDateMatch *match)
{
  guint                 at = match->beyond;
  const MarchDateToken *hour, *minute, *second;
  gint64                seconds = 0;

  if (at < text->n_tokens && text->tokens[at].length == 1
      && g_ascii_toupper (*text->tokens[at].start) == 'T')
    at++;
  hour = get_digits (text, at, 2, 6);
  if (hour == NULL || (hour->length != 2 && hour->length != 4 && hour->length != 6))
    return;
  if (hour->length > 2)
    {
      /* Four digits before two more are the year of another date. */
      if (hour->length == 4 && get_digits (text, at + 1, 1, 2) != NULL)
        return;

      gint64 time = hour->length == 4 ? hour->number * 100 : hour->number;

      if (set_second (match, time / 10000, time / 100 % 100, time % 100))
        match->beyond = at + 1;
      return;
    }
  minute = get_digits (text, at + 1, 2, 2);
  if (minute == NULL || minute->n_before != 1)
    return;
  second = get_digits (text, at + 2, 2, 2);
  if (second != NULL && second->before == minute->before && second->n_before == 1)
    seconds = second->number;
  else
    second = NULL;
  if (!set_second (match, hour->number, minute->number, seconds))
    return;
  match->beyond = at + (second != NULL ? 3 : 2);
  if (second != NULL && get_digits (text, match->beyond, 1, 9) != NULL
      && text->tokens[match->beyond].before == '.')
    match->beyond++;
}

/* "Z", "UTC", "+02:00", "+0200" */
static void
match_offset (const MarchDateText *text, MarchDateMatch *match)
{
  const MarchDateToken *token = match->beyond < text->n_tokens ? &text->tokens[match->beyond]
                                                               : NULL;

  if (token == NULL)
    return;
  if (!token->is_digits
      && ((token->length == 1 && g_ascii_toupper (*token->start) == 'Z')
          || (token->length == 3
              && (g_ascii_strncasecmp (token->start, "UTC", 3) == 0
                  || g_ascii_strncasecmp (token->start, "GMT", 3) == 0))))
    match->beyond++;
  else if (token->is_digits && (token->before == '+' || token->before == '-')
           && (token->length == 2 || token->length == 4))
    {
      match->beyond++;
      if (token->length == 2 && get_digits (text, match->beyond, 2, 2) != NULL
          && text->tokens[match->beyond].before == ':')
        match->beyond++;
    }
}

/* Whether a date of any kind begins with token @i. */
gboolean
march_date_text_match (const MarchDateText *text, guint i, MarchDateMatch *match)
{
  static gboolean (*const matchers[]) (const MarchDateText *text, guint i,
                                       MarchDateMatch *match) = {
    match_triple, match_words, match_compact, match_epoch, match_before_era, match_month_or_year,
  };

  for (guint m = 0; m < G_N_ELEMENTS (matchers); m++)
    {
      *match = (MarchDateMatch){ .first = i, .date.second = -1 };
      if (!matchers[m](text, i, match))
        continue;
      if (match->date.second < 0 && match->date.beyond == match->date.first + 1)
        {
          match_time (text, match);
          if (match->date.second >= 0)
            match_offset (text, match);
        }
      return TRUE;
    }
  return FALSE;
}
