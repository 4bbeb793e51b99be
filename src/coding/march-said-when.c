/* march-said-when.c — finds words that tell of a time, and what they mean */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-said-when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/march-edtf.h"
#include "base/march-fold.h"
#include "coding/march-said-meaning.h"

/* A word or a number of the text. */
typedef struct
{
  char    *folded;
  guint    first;  /* in code points */
  guint    beyond;
  gboolean capital;
} Token;

static void
clear_token (gpointer data)
{
  g_free (((Token *) data)->folded);
}

static gboolean
is_in_number (const char *before, const char *at)
{
  return before != NULL && g_ascii_isdigit (*before) && (*at == '.' || *at == '-')
         && g_ascii_isdigit (at[1]);
}

static gboolean
is_in_word (const char *before, const char *at)
{
  const gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_in_number (before, at)
         || (before != NULL && (c == '\'' || c == 0x2019 || c == 0x02bc));
}

/* Words in their order; dates in digits are one word each. */
static GArray *
split (const char *text)
{
  GArray     *tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  const char *start = NULL, *before = NULL;
  guint       first = 0, n = 0;

  g_array_set_clear_func (tokens, clear_token);
  for (const char *at = text;; at = g_utf8_next_char (at), n++)
    {
      if (*at != '\0' && is_in_word (before, at))
        {
          if (start == NULL)
            {
              start = at;
              first = n;
            }
          before = at;
          continue;
        }
      if (start != NULL)
        {
          g_autofree char *word = g_strndup (start, at - start);
          Token token = { march_fold (word), first, n,
                          g_unichar_isupper (g_utf8_get_char (start)) };

          g_array_append_val (tokens, token);
        }
      start = before = NULL;
      if (*at == '\0')
        return tokens;
    }
}

static const Token *
get (GArray *tokens, guint index)
{
  static const Token none = { (char *) "", 0, 0, FALSE };

  return index < tokens->len ? &g_array_index (tokens, Token, index) : &none;
}

static gboolean
is (GArray *tokens, guint index, MarchTimeWordKind kind, int *value)
{
  return march_time_word_is (get (tokens, index)->folded, kind, value);
}

/* "19", "19th": the number of a day; 0 if it is none. */
static int
read_day (GArray *tokens, guint index)
{
  static const char *const endings[] = { "", "st", "nd", "rd", "th", NULL };
  const char *word = get (tokens, index)->folded;
  const gsize n_digits = strspn (word, "0123456789");
  const int   day = n_digits >= 1 && n_digits <= 2 ? atoi (word) : 0;

  return g_strv_contains (endings, word + n_digits) && day <= 31 ? day : 0;
}

static int
read_year (GArray *tokens, guint index)
{
  const char *word = get (tokens, index)->folded;
  const int   year = strlen (word) == 4 && strspn (word, "0123456789") == 4 ? atoi (word) : 0;

  return year >= 1000 ? year : 0;
}

/* "2031", "of 2031", "2031 року", from @index on: how many words; 0 if there is no year. */
static guint
match_year (GArray *tokens, guint index, int *year)
{
  const guint skipped = is (tokens, index, MARCH_TIME_YEAR, NULL);

  *year = read_year (tokens, index + skipped);
  if (*year == 0)
    return 0;
  return skipped + 1 + is (tokens, index + skipped + 1, MARCH_TIME_YEAR, NULL);
}

/* "2031-12-19", "19.12.2031". */
static guint
match_digits (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  const char *word = get (tokens, index)->folded;
  int         end = 0;

  if (sscanf (word, "%4d-%2d-%2d%n", &meaning->year, &meaning->month, &meaning->day, &end) == 3
      && word[end] == '\0' && word[4] == '-')
    return 1;
  if (sscanf (word, "%2d.%2d.%4d%n", &meaning->day, &meaning->month, &meaning->year, &end) == 3
      && word[end] == '\0' && meaning->year >= 1000)
    return 1;
  return 0;
}

static gboolean
is_month (GArray *tokens, guint index, int *month)
{
  return is (tokens, index, MARCH_TIME_MONTH, month)
         || is (tokens, index, MARCH_TIME_MONTH_SHORT, month);
}

/* "19 December 2031", "19. Dezember", "December 19, 2031". */
static guint
match_day_and_month (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  guint n = 0;

  if (read_day (tokens, index) != 0)
    {
      n = 1 + is (tokens, index + 1, MARCH_TIME_YEAR, NULL); /* "19th of December" */
      meaning->day = read_day (tokens, index);
      if (!is_month (tokens, index + n++, &meaning->month))
        return 0;
    }
  else if (is_month (tokens, index, &meaning->month) && read_day (tokens, index + 1) != 0)
    {
      meaning->day = read_day (tokens, index + 1);
      n = 2;
    }
  return n > 0 ? n + match_year (tokens, index + n, &meaning->year) : 0;
}

/* "December 2031", "mid-December", "in December": a month by itself is told from other words, as
 * "may" and "march", by its capital and by what stands before it. */
static guint
match_month (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  const guint skipped = is (tokens, index, MARCH_TIME_IN, NULL);
  guint       n = skipped;

  meaning->part = is (tokens, index + n, MARCH_TIME_PART, NULL);
  n += meaning->part;
  if (!is (tokens, index + n, MARCH_TIME_MONTH, &meaning->month))
    return 0;
  if (match_year (tokens, index + n + 1, &meaning->year) > 0)
    return n + 1 + match_year (tokens, index + n + 1, &meaning->year);
  if (n == 0 || (g_ascii_isalpha (*get (tokens, index + n)->folded)
                 && !get (tokens, index + n)->capital
                 && meaning->month <= 5 && meaning->month >= 3))
    return 0;
  return n + 1;
}

/* "in 2031", "2031 року". */
static guint
match_year_alone (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  const guint skipped = is (tokens, index, MARCH_TIME_IN, NULL);
  const guint n = match_year (tokens, index + skipped, &meaning->year);

  if (n == 0 || (skipped == 0 && !is (tokens, index + n - 1, MARCH_TIME_YEAR, NULL)))
    return 0;
  return skipped + n;
}

/* "on Monday", "last Monday", "am Montag", "у понеділок": the words before it are not part of it,
 * but "last". */
static guint
match_weekday (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  const guint n = is (tokens, index, MARCH_TIME_PREVIOUS, NULL);

  meaning->strictly = n > 0;
  return is (tokens, index + n, MARCH_TIME_WEEKDAY, &meaning->weekday) ? n + 1 : 0;
}

static guint
match_count (GArray *tokens, guint index, int *count)
{
  *count = read_day (tokens, index);
  return *count != 0 || is (tokens, index, MARCH_TIME_NUMBER, count);
}

/* "two days ago", "vor zwei Tagen", "два дні тому", "тиждень тому". */
static guint
match_ago (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  const guint before = is (tokens, index, MARCH_TIME_BEFORE, NULL);
  int         count = 1, unit = 0;
  guint       n = before + match_count (tokens, index + before, &count);

  if (!is (tokens, index + n, MARCH_TIME_UNIT, &unit))
    return 0;
  n++;
  if (before == 0 && !is (tokens, index + n++, MARCH_TIME_AGO, NULL))
    return 0;
  if (before == 1 && n == 2)
    return 0;
  meaning->counted = meaning->ago = TRUE;
  meaning->unit = unit;
  meaning->offset = -MAX (count, 1);
  return n;
}

static guint
match_phrase (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  GPtrArray *phrases = march_time_phrases_get ();
  guint      longest = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const MarchTimePhrase *phrase = g_ptr_array_index (phrases, i);
      guint                  n = 0;

      while (phrase->words[n] != NULL
             && g_str_equal (get (tokens, index + n)->folded, phrase->words[n]))
        n++;
      if (phrase->words[n] != NULL || n <= longest)
        continue;
      longest = n;
      meaning->counted = TRUE;
      meaning->unit = phrase->unit;
      meaning->offset = phrase->offset;
    }
  return longest;
}

typedef guint (*Match) (GArray *tokens, guint index, MarchTimeMeaning *meaning);

/* What says most comes first. */
static guint
match (GArray *tokens, guint index, MarchTimeMeaning *meaning)
{
  static const Match matches[] = {
    match_digits, match_day_and_month, match_month,   match_ago,
    match_phrase, match_year_alone,    match_weekday,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      guint n;

      *meaning = (MarchTimeMeaning){ .weekday = -1 };
      n = matches[i](tokens, index, meaning);
      if (n > 0)
        return n;
    }
  return 0;
}

static void
free_said (gpointer data)
{
  MarchSaidWhen *said = data;

  g_free (said->words);
  g_free (said->edtf);
  g_free (said);
}

/* The words of an answer begin after a mere "in". */
static guint
skip_preposition (GArray *tokens, guint index, guint n)
{
  return n > 1 && is (tokens, index, MARCH_TIME_IN, NULL) ? index + 1 : index;
}

/**
 * march_said_when_list:
 * @text: words of a source, in English, German or Ukrainian
 * @published: EDTF: when it was published; "" where that is not known
 *
 * Finds what the words tell of times. Any thread.
 *
 * Returns: (transfer full) (element-type MarchSaidWhen): in the order of the text
 */
GPtrArray *
march_said_when_list (const char *text, const char *published)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_said);
  g_autoptr (GArray) tokens = split (text);

  for (guint i = 0; i < tokens->len;)
    {
      MarchTimeMeaning meaning;
      MarchConfidence  confidence;
      const guint      n = match (tokens, i, &meaning);
      char *edtf = n > 0 ? march_time_meaning_resolve (&meaning, published, &confidence) : NULL;

      if (edtf != NULL)
        {
          const guint    first = get (tokens, skip_preposition (tokens, i, n))->first;
          const guint    beyond = get (tokens, i + n - 1)->beyond;
          MarchSaidWhen *said = g_new0 (MarchSaidWhen, 1);

          *said = (MarchSaidWhen){ first, beyond, g_utf8_substring (text, first, beyond), edtf,
                                   confidence };
          g_ptr_array_add (found, said);
        }
      i += MAX (n, 1);
    }
  return found;
}

/**
 * march_said_when_read:
 * @typed: what the analyst has typed of a time
 * @published: EDTF: when the source was published; "" where that is not known
 *
 * Reads a date, or words that are counted from the day of publication: "yesterday" is the day
 * before it, not before today.
 *
 * Returns: (transfer full) (nullable): EDTF; %NULL if it can't be read
 */
char *
march_said_when_read (const char *typed, const char *published)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (typed, NULL);
  g_autoptr (GPtrArray) found = NULL;
  const MarchSaidWhen  *said;

  if (edtf != NULL)
    return g_strdup (march_edtf_get_text (edtf));
  found = march_said_when_list (typed, published);
  said = found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
  if (said != NULL)
    return *said->edtf != '\0' ? g_strdup (said->edtf) : NULL;
  edtf = march_edtf_new_from_words (typed, NULL);
  return edtf != NULL ? g_strdup (march_edtf_get_text (edtf)) : NULL;
}
