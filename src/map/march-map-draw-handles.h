/* march-map-draw-handles.h — which corners of an outline can be taken hold of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "map/march-map-draw.h"

G_BEGIN_DECLS

GArray *march_map_draw_list_handles (MarchDrawing *drawing, const MarchView *view, gboolean *dense);

G_END_DECLS
