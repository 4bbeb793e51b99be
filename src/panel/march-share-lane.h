/* march-share-lane.h — how much of a place one holder has by imported areas, over time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-area-history.h"

G_BEGIN_DECLS

/**
 * MarchShareStep:
 * @share: of the place, 0 … 1, from @from until the next step; NAN: nothing is known
 */
typedef struct
{
  MarchDay from;
  double   share;
} MarchShareStep;

/**
 * MarchShareLane:
 * @side: who holds it, and on whose word
 * @source: whose areas tell it
 * @history: of which the lane keeps a reference, and with it what it names
 * @steps: (element-type MarchShareStep): by day
 */
typedef struct
{
  MarchAreaSide      side;
  const MarchSource *source;
  MarchAreaHistory  *history;
  GArray            *steps;
} MarchShareLane;

GPtrArray *march_share_lanes_new      (MarchAreaHistory *history, const MarchPlace *place);
char      *march_share_lane_describe  (const MarchShareLane *lane, MarchDay day);

G_END_DECLS
