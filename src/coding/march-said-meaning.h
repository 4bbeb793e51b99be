/* march-said-meaning.h — a time as words tell it, and the date that follows; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-said-words.h"
#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/**
 * MarchTimeMeaning:
 * @weekday: the last one, 0 is Monday; -1: it is no weekday
 * @strictly: not the day of publication itself
 * @counted: so many units from the one of the day of publication
 * @ago: counted back from the day itself: "two weeks ago" is a day, not a week
 * @year: of a date; 0: not told
 * @month: 0: not told
 * @day: 0: not told
 * @part: somewhere in the month
 *
 * One of a weekday, a count and a date.
 */
typedef struct
{
  int           weekday;
  gboolean      strictly;
  gboolean      counted;
  gboolean      ago;
  MarchTimeUnit unit;
  int           offset;
  int           year;
  int           month;
  int           day;
  gboolean      part;
} MarchTimeMeaning;

char *march_time_meaning_resolve (const MarchTimeMeaning *meaning, const char *published,
                                  MarchConfidence *confidence);

G_END_DECLS
