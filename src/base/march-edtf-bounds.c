/* march-edtf-bounds.c — the days that a date or interval can mean */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-edtf-private.h"

#define FIRST_SEASON 21

static gboolean
is_real (const MarchEdtfDate *date)
{
  return date->form != MARCH_EDTF_UNKNOWN && date->form != MARCH_EDTF_OPEN;
}

/* Meteorological seasons of the northern half of the Earth: spring begins in March, winter in
 * December. */
static guint
season_start (const MarchEdtfDate *date)
{
  return 3 * (date->month - FIRST_SEASON) + 3;
}

/**
 * march_edtf_date_years:
 * @date: a real date
 * @first: (out): the first year that it can mean, astronomical
 * @last: (out): the last
 */
void
march_edtf_date_years (const MarchEdtfDate *date,
                       gint64              *first,
                       gint64              *last)
{
  gint64 span = 1;

  for (guint i = 0; i < date->masked_year_digits; i++)
    span *= 10;
  *first = date->negative ? date->year - (span - 1) : date->year;
  *last = date->negative ? date->year : date->year + (span - 1);
}

/**
 * march_edtf_date_first:
 * @date: a real date
 *
 * Returns: the first day that it can mean; a time of day and its zone count for nothing
 */
MarchDay
march_edtf_date_first (const MarchEdtfDate *date)
{
  gint64 first, last;

  march_edtf_date_years (date, &first, &last);
  if (date->form == MARCH_EDTF_SEASON)
    return march_day_from_ymd (first, season_start (date), 1);
  return march_day_from_ymd (first, MAX (date->month, 1), MAX (date->day, 1));
}

/**
 * march_edtf_date_last:
 * @date: a real date
 *
 * Returns: the last day that it can mean
 */
MarchDay
march_edtf_date_last (const MarchEdtfDate *date)
{
  gint64 first, last;
  guint  month = date->month == 0 ? 12 : date->month;

  march_edtf_date_years (date, &first, &last);
  if (date->form == MARCH_EDTF_SEASON)
    {
      guint beyond = season_start (date) + 3;

      return march_day_from_ymd (last + (beyond > 12), (beyond - 1) % 12 + 1, 1) - 1;
    }
  return march_day_from_ymd (last, month,
                             date->day == 0 ? march_day_count_month (last, month) : date->day);
}

/* A bare date is a period that begins and ends somewhere in it. */
static MarchPeriod
bounds_of_date (const MarchEdtfDate *date)
{
  MarchDay first = march_edtf_date_first (date);
  MarchDay last = march_edtf_date_last (date);

  return (MarchPeriod){ first, last, first + 1, last + 1 };
}

/**
 * march_edtf_bounds:
 * @edtf: a date or an interval whose dates are set
 * @period: (out): its bounds
 *
 * The rules are those of #MarchEdtf. Where the two ends overlap ("2028/2028-06"), no reading ends
 * before it starts.
 *
 * Returns: %FALSE if the interval ends before it starts in every reading
 */
gboolean
march_edtf_bounds (const MarchEdtf *edtf,
                   MarchPeriod     *period)
{
  const MarchEdtfDate *start = &edtf->start;
  const MarchEdtfDate *end = &edtf->end;

  if (!edtf->interval)
    {
      *period = bounds_of_date (start);
      return TRUE;
    }

  *period = (MarchPeriod){ MARCH_DAY_MIN, MARCH_DAY_MIN, MARCH_DAY_MAX, MARCH_DAY_MAX };
  if (is_real (end))
    {
      period->until_earliest = march_edtf_date_first (end) + 1;
      period->until_latest = march_edtf_date_last (end) + 1;
    }
  if (is_real (start))
    {
      period->from_earliest = march_edtf_date_first (start);
      period->from_latest = march_edtf_date_last (start);
    }
  if (start->form == MARCH_EDTF_UNKNOWN)
    period->from_latest = MARCH_DAY_MAX;
  if (end->form == MARCH_EDTF_UNKNOWN)
    period->until_earliest = MARCH_DAY_MIN;

  if (period->from_earliest >= period->until_latest)
    return FALSE;
  if (period->until_latest != MARCH_DAY_MAX)
    period->from_latest = MIN (period->from_latest, period->until_latest - 1);
  if (period->from_earliest != MARCH_DAY_MIN)
    period->until_earliest = MAX (period->until_earliest, period->from_earliest + 1);
  return TRUE;
}
