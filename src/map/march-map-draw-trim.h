/* march-map-draw-trim.h — what is drawn, without what its neighbours have */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-drawing.h"

G_BEGIN_DECLS

void           march_map_draw_trim_async  (MarchDrawing *drawing, GCancellable **newest,
                                           gpointer owner, GAsyncReadyCallback done);
MarchGeometry *march_map_draw_trim_finish (GAsyncResult *result, guint *n_cut, GError **error);

G_END_DECLS
