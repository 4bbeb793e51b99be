/* march-said-words.h — words that tell of a time, in English, German and Ukrainian; private to the
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchTimeUnit:
 *
 * What is counted from the day of publication.
 */
typedef enum
{
  MARCH_UNIT_DAY,
  MARCH_UNIT_WEEK,
  MARCH_UNIT_MONTH,
  MARCH_UNIT_YEAR,
} MarchTimeUnit;

/**
 * MarchTimeWordKind:
 * @MARCH_TIME_MONTH: 1 … 12
 * @MARCH_TIME_MONTH_SHORT: the same, abbreviated: counts beside a day only
 * @MARCH_TIME_WEEKDAY: 0 is Monday
 * @MARCH_TIME_UNIT: a #MarchTimeUnit
 * @MARCH_TIME_NUMBER: how many
 * @MARCH_TIME_AGO: stands behind: "two days ago"
 * @MARCH_TIME_BEFORE: stands before: "vor zwei Tagen"
 * @MARCH_TIME_PREVIOUS: "last Monday" is before the day of publication
 * @MARCH_TIME_PART: "mid", "early": somewhere in a month
 * @MARCH_TIME_IN: a month or a year follows
 * @MARCH_TIME_YEAR: belongs to a year: "2031 року", "of 2031"
 */
typedef enum
{
  MARCH_TIME_MONTH,
  MARCH_TIME_MONTH_SHORT,
  MARCH_TIME_WEEKDAY,
  MARCH_TIME_UNIT,
  MARCH_TIME_NUMBER,
  MARCH_TIME_AGO,
  MARCH_TIME_BEFORE,
  MARCH_TIME_PREVIOUS,
  MARCH_TIME_PART,
  MARCH_TIME_IN,
  MARCH_TIME_YEAR,
} MarchTimeWordKind;

/**
 * MarchTimePhrase:
 * @words: folded
 * @unit: what is counted
 * @offset: how many of them from the one of the day of publication
 */
typedef struct
{
  char        **words;
  MarchTimeUnit unit;
  int           offset;
} MarchTimePhrase;

gboolean   march_time_word_is      (const char *folded, MarchTimeWordKind kind, int *value);
GPtrArray *march_time_phrases_get  (void);

G_END_DECLS
