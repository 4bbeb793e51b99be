/* march-sweep.h — the timeline, stretch by stretch of equal answers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/* The days from @from to the day before @until; @snapshot is the answer on each of them. */
typedef void (*MarchSweepFunc) (MarchSnapshot *snapshot,
                                MarchDay       from,
                                MarchDay       until,
                                gpointer       data);

GArray *march_sweep_list_days (MarchCorpus *corpus);
void    march_sweep (MarchCorpus         *corpus,
                     const MarchQuestion *question,
                     MarchSweepFunc       visit,
                     gpointer             data);
void    march_sweep_place (MarchSnapshot    *like,
                           const MarchPlace *place,
                           MarchSweepFunc    visit,
                           gpointer          data);

G_END_DECLS
