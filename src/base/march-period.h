/* march-period.h — an interval with uncertain ends, and how sure a day lies in it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"

G_BEGIN_DECLS

/**
 * MarchCertainty:
 * @MARCH_CERTAINTY_NONE: the day lies outside in every reading
 * @MARCH_CERTAINTY_POSSIBLE: the day lies inside in some readings
 * @MARCH_CERTAINTY_CERTAIN: the day lies inside in every reading
 */
typedef enum
{
  MARCH_CERTAINTY_NONE,
  MARCH_CERTAINTY_POSSIBLE,
  MARCH_CERTAINTY_CERTAIN,
} MarchCertainty;

/**
 * MarchPeriod:
 * @from_earliest: first day of the earliest reading, or #MARCH_DAY_MIN
 * @from_latest: first day of the latest reading, or #MARCH_DAY_MAX if the start may never have come
 * @until_earliest: the day after the last in the earliest-ending reading
 * @until_latest: the day after the last in the latest-ending reading, or #MARCH_DAY_MAX
 *
 * Half-open: a day d lies in a reading [from, until) if from ≤ d < until.
 */
typedef struct
{
  MarchDay from_earliest;
  MarchDay from_latest;
  MarchDay until_earliest;
  MarchDay until_latest;
} MarchPeriod;

MarchCertainty march_period_at       (const MarchPeriod *period, MarchDay day);
gboolean       march_period_overlaps (const MarchPeriod *a, const MarchPeriod *b);

G_END_DECLS
