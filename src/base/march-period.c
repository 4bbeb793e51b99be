/* march-period.c — an interval with uncertain ends, and how sure a day lies in it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-period.h"

/**
 * march_period_at:
 * @period: a period
 * @day: a real day
 *
 * Returns: whether @day lies in every reading of @period, in some, or in none
 */
MarchCertainty
march_period_at (const MarchPeriod *period,
                 MarchDay           day)
{
  if (period->from_latest <= day && day < period->until_earliest)
    return MARCH_CERTAINTY_CERTAIN;
  if (period->from_earliest <= day && day < period->until_latest)
    return MARCH_CERTAINTY_POSSIBLE;
  return MARCH_CERTAINTY_NONE;
}

/**
 * march_period_overlaps:
 * @a: a period
 * @b: another
 *
 * Returns: whether some day lies in a reading of @a and in one of @b
 */
gboolean
march_period_overlaps (const MarchPeriod *a,
                       const MarchPeriod *b)
{
  return MAX (a->from_earliest, b->from_earliest) < MIN (a->until_latest, b->until_latest);
}
