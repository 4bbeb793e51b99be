/* march-written-date.h — days as foreign files write them: in fields, file names and columns */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"

G_BEGIN_DECLS

/**
 * MarchDateOrder:
 *
 * Which comes first where a day and a month could be told apart by nothing else: 03/04/2028.
 */
typedef enum
{
  MARCH_DATE_ORDER_UNKNOWN,
  MARCH_DATE_ORDER_DAY_FIRST,
  MARCH_DATE_ORDER_MONTH_FIRST,
} MarchDateOrder;

/**
 * MarchDateStyle:
 * @MARCH_DATE_STYLE_YEAR_FIRST: 2028-09-12, 2020/08/16, with or without a time
 * @MARCH_DATE_STYLE_DAY_FIRST: 12.09.2028, 13/09/2028
 * @MARCH_DATE_STYLE_MONTH_FIRST: 09/13/2028
 * @MARCH_DATE_STYLE_EITHER_FIRST: 03/04/2028, read by a given order
 * @MARCH_DATE_STYLE_COMPACT: 20280912, as text or as a number
 * @MARCH_DATE_STYLE_SECONDS: Unix time
 * @MARCH_DATE_STYLE_MILLISECONDS: Unix time, by the millisecond
 * @MARCH_DATE_STYLE_MONTH: 2028-09, feb 2023
 * @MARCH_DATE_STYLE_YEAR: 1914
 */
typedef enum
{
  MARCH_DATE_STYLE_YEAR_FIRST,
  MARCH_DATE_STYLE_DAY_FIRST,
  MARCH_DATE_STYLE_MONTH_FIRST,
  MARCH_DATE_STYLE_EITHER_FIRST,
  MARCH_DATE_STYLE_COMPACT,
  MARCH_DATE_STYLE_SECONDS,
  MARCH_DATE_STYLE_MILLISECONDS,
  MARCH_DATE_STYLE_MONTH,
  MARCH_DATE_STYLE_YEAR,
} MarchDateStyle;

/**
 * MarchDateOutcome:
 * @MARCH_DATE_READ: it is a date
 * @MARCH_DATE_NONE: it is no date, or nothing at all
 * @MARCH_DATE_NO_SUCH_DAY: written as a date, but the calendar lacks it: 2028-02-30
 * @MARCH_DATE_TOO_LATE: a date after tomorrow
 * @MARCH_DATE_AMBIGUOUS: which is the day and which the month?
 * @MARCH_DATE_SHORT_YEAR: its year has two digits
 * @MARCH_DATE_NO_YEAR: a day and a month alone
 * @MARCH_DATE_SEVERAL: a name with several dates
 */
typedef enum
{
  MARCH_DATE_READ,
  MARCH_DATE_NONE,
  MARCH_DATE_NO_SUCH_DAY,
  MARCH_DATE_TOO_LATE,
  MARCH_DATE_AMBIGUOUS,
  MARCH_DATE_SHORT_YEAR,
  MARCH_DATE_NO_YEAR,
  MARCH_DATE_SEVERAL,
} MarchDateOutcome;

/**
 * MarchWrittenDate:
 * @first: its first day, as written: an offset from UTC doesn't move it
 * @beyond: the day after its last: a month or a year has more than one
 * @second: of the first day, or -1 if no time is written
 * @style: how it is written
 * @repaired: stray blanks or dots were overlooked
 */
typedef struct
{
  MarchDay       first;
  MarchDay       beyond;
  int            second;
  MarchDateStyle style;
  gboolean       repaired;
} MarchWrittenDate;

MarchDateOutcome march_written_date_read         (const char *text, MarchDateOrder order,
                                                  MarchDay today, MarchWrittenDate *date);
MarchDateOutcome march_written_date_find         (const char *name, MarchDateOrder order,
                                                  MarchDay today, MarchWrittenDate *date,
                                                  char **rest);
char            *march_written_date_explain      (MarchDateOutcome outcome, const char *text);

G_END_DECLS
