/* march-overlap.h — land that two holdings have in common, day by day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-holdings.h"

G_BEGIN_DECLS

/**
 * MarchOverlap:
 *
 * What pieces of one holdings share with pieces of another, kept for each two of them: both are as
 * they are through all their days, so that a further day costs what is new on it. Counted
 * atomically; any thread, several at once.
 */
typedef struct _MarchOverlap MarchOverlap;

MarchOverlap  *march_overlap_new           (MarchHoldings *one, MarchHoldings *other);
MarchOverlap  *march_overlap_ref           (MarchOverlap *overlap);
void           march_overlap_unref         (MarchOverlap *overlap);
GPtrArray     *march_overlap_list_pieces   (MarchOverlap *overlap, MarchDay day);
gboolean       march_overlap_has           (MarchOverlap *overlap, MarchDay day);
MarchHoldings *march_overlap_list_all      (MarchOverlap *overlap, GCancellable *cancellable,
                                            GError **error);

MarchGeometry *march_land_subtract         (MarchGeometry *land, MarchGeometry *taken,
                                            GError **error);
MarchGeometry *march_land_drop_slivers     (MarchGeometry *land);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchOverlap, march_overlap_unref)

G_END_DECLS
