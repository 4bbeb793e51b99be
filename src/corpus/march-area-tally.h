/* march-area-tally.h — how much of each place the pieces of imported areas cover, measured once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "geo/march-overlap.h"

G_BEGIN_DECLS

/**
 * MarchAreaTally:
 *
 * What pieces cover of places, kept for each piece: a piece is as it is through all its days, so
 * that a day is a sum over its pieces and a further day costs what is new on it. Counted
 * atomically; any thread, several at once.
 */
typedef struct _MarchAreaTally MarchAreaTally;

MarchAreaTally *march_area_tally_new         (GPtrArray *places);
MarchAreaTally *march_area_tally_ref         (MarchAreaTally *tally);
void            march_area_tally_unref       (MarchAreaTally *tally);
gboolean        march_area_tally_same_places (MarchAreaTally *tally, MarchAreaTally *other);
MarchOverlap   *march_area_tally_get_overlap (MarchAreaTally *tally,
                                              MarchHoldings  *own,
                                              MarchHoldings  *assessed);
gboolean        march_area_tally_has         (MarchAreaTally *tally,
                                              MarchHoldings  *holdings,
                                              MarchHoldings  *assessed,
                                              MarchDay        day);
GHashTable     *march_area_tally_sum         (MarchAreaTally *tally,
                                              GPtrArray      *places,
                                              MarchHoldings  *holdings,
                                              MarchHoldings  *assessed,
                                              MarchDay        day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaTally, march_area_tally_unref)

G_END_DECLS
