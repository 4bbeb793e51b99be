/* march-drawing-trace-private.h — what the files of tracing share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-drawing-private.h"

G_BEGIN_DECLS

gint64   march_drawn_point_key      (const MarchDrawnPoint *point);
double   march_drawn_point_distance (const MarchDrawnPoint *a, const MarchDrawnPoint *b);
void     march_drawn_points_add     (GHashTable *taken, const MarchDrawnRing *ring);
gboolean march_drawn_points_have    (GHashTable *taken, const MarchDrawnPoint *point);

GArray  *march_drawing_find_path    (MarchDrawing *drawing, const MarchDrawnPoint *from,
                                     const MarchDrawnPoint *to, GHashTable *taken,
                                     gboolean longer);

GArray  *march_drawing_find_way_between (MarchDrawing *drawing, const MarchDrawnPoint *from,
                                         const MarchDrawnPoint *to, GHashTable *taken,
                                         gboolean longer);

G_END_DECLS
