/* march-compared.h — land gained and lost between two days, over the map of the second */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "asof/march-comparison.h"
#include "render/march-legend.h"
#include "render/march-view.h"

G_BEGIN_DECLS

/**
 * MarchCompared:
 *
 * A comparison, prepared for drawing: gained land is solid with an outline, of a holder's own word
 * hatched with it, lost land hatched with a broken one, all in the holder's ink. What only changed
 * its word is left as the map has it. Immutable and counted atomically.
 */
typedef struct _MarchCompared MarchCompared;

MarchCompared *march_compared_new   (MarchComparison *comparison);
MarchCompared *march_compared_ref   (MarchCompared *compared);
void           march_compared_unref (MarchCompared *compared);
MarchComparison *march_compared_get_comparison (MarchCompared *compared);
void           march_compared_paint (MarchCompared    *compared,
                                     cairo_t          *cr,
                                     const MarchView  *view,
                                     const MarchStyle *style);
void           march_compared_list_legend (MarchCompared    *compared,
                                           GPtrArray        *entries,
                                           const MarchStyle *style);
void           march_compared_paint_sample (cairo_t          *cr,
                                            const MarchStyle *style,
                                            guint             slot,
                                            MarchSwatchKind   kind,
                                            double            width,
                                            double            height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCompared, march_compared_unref)

G_END_DECLS
