/* march-source-pair.h — two sources that both say on a day where one holder's land is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchSourcePair:
 * @one: of the source whose areas are drawn
 * @other: of another source, for the same holder and on the same word if both have one in common
 *
 * Imports whose areas of the day can be compared: they agree on land that both hold, and disagree
 * on land that only one does.
 */
typedef struct
{
  const MarchDatedImport *one;
  const MarchDatedImport *other;
} MarchSourcePair;

GArray *march_snapshot_list_source_pairs (MarchSnapshot *snapshot);
const MarchDatedImport *march_areas_find_alike (GPtrArray *ours, const MarchDatedImport *one,
                                                GPtrArray *theirs);

G_END_DECLS
