/* march-map-layer.h — the map as one picture, painted by a worker, in a libshumate map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "render/march-compared.h"
#include "render/march-painter.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_LAYER (march_map_layer_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapLayer, march_map_layer, MARCH, MAP_LAYER, ShumateLayer)

MarchMapLayer *march_map_layer_new         (ShumateViewport *viewport);
void           march_map_layer_set_painter (MarchMapLayer *layer, MarchPainter *painter);
void           march_map_layer_set_picture (MarchMapLayer    *layer,
                                            MarchSnapshot    *snapshot,
                                            const MarchStyle *style);
void           march_map_layer_set_compared (MarchMapLayer *layer, MarchCompared *compared);
void           march_map_layer_set_held    (MarchMapLayer *layer, gboolean held);
gboolean       march_map_layer_get_view    (MarchMapLayer *layer, MarchView *view);
GPtrArray     *march_map_layer_get_legend  (MarchMapLayer *layer);
MarchCorpus   *march_map_layer_get_corpus  (MarchMapLayer *layer);
gboolean       march_map_layer_get_selected_name (MarchMapLayer *layer, MarchRect *box);
gboolean       march_map_layer_is_fading   (MarchMapLayer *layer);
gboolean       march_map_layer_is_painted  (MarchMapLayer *layer);

G_END_DECLS
