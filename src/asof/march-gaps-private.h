/* march-gaps-private.h — what the lists of gaps are put together from */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-gaps.h"

G_BEGIN_DECLS

MarchGap *march_gaps_add            (GPtrArray *gaps, MarchGapKind kind, char *sentence);
void      march_gaps_add_of_records (MarchCorpus *corpus, MarchSnapshot *snapshot, GPtrArray *gaps);

G_END_DECLS
