/* march-candidates.h — what may be written on a map, and where each name or badge may stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-scene.h"

G_BEGIN_DECLS

#define MARCH_CANDIDATE_MAX_POSITIONS 28

/**
 * MarchCandidate:
 * @rank: larger is placed first
 * @selected: whether it names the selected place, which is written in any case
 * @spare: whether it stands only where the place has no name yet
 * @area: whether it stands on an area; else beside a mark
 * @positions: where the middle of its box may be, in logical pixels, best first. They hang on
 * points of the map, not on what is in view
 */
typedef struct
{
  MarchSceneName *name;
  int             rank;
  gint64          id;
  gboolean        selected;
  gboolean        spare;
  gboolean        area;
  MarchSpot       positions[MARCH_CANDIDATE_MAX_POSITIONS];
  guint           n_positions;
} MarchCandidate;

GPtrArray *march_scene_list_candidates (MarchScene *scene);
void       march_candidate_hang_on     (MarchCandidate  *candidate,
                                        const MarchRect *box,
                                        double           gap);

G_END_DECLS
