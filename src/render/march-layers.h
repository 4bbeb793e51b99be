/* march-layers.h — base and control of a view, brought from day to day by painting what changes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-painter.h"

G_BEGIN_DECLS

/**
 * MarchLayers:
 *
 * Two images of a view: its base, and over a copy of it the control of the day that was shown last.
 * Counted atomically. One thread at a time may show a day or read the images.
 */
typedef struct _MarchLayers MarchLayers;

MarchLayers *march_layers_new (MarchPainter *painter, const MarchView *view);
MarchLayers *march_layers_ref (MarchLayers *layers);
void         march_layers_unref (MarchLayers *layers);
gboolean march_layers_are_of (MarchLayers *layers, MarchPainter *painter, const MarchView *view);
gboolean march_layers_show (MarchLayers      *layers,
                            MarchSnapshot    *snapshot,
                            const MarchStyle *style,
                            GCancellable     *cancellable);
cairo_surface_t *march_layers_get_control (MarchLayers *layers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLayers, march_layers_unref)

G_END_DECLS
