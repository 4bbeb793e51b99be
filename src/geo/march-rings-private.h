/* march-rings-private.h — directed edges put together to polygons and outlines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"
#include "geo/march-grid.h"

G_BEGIN_DECLS

/* Cells: half as wide as what bending borders may turn inside out. */
#define MARCH_RINGS_MAX_FOLD 4

/**
 * MarchGridEdge:
 * @from: where it starts
 * @to: where it ends
 *
 * A stretch of border without points between, with the land on its left.
 */
typedef struct
{
  MarchGridPoint from, to;
} MarchGridEdge;

void           march_rings_add_area     (GArray *edges, MarchGeometry *area);
void           march_rings_cancel       (GArray *edges);
gboolean       march_rings_unfold       (GArray *edges);
GPtrArray     *march_rings_to_polygons  (GArray *edges);
MarchGeometry *march_rings_to_area      (GArray *edges);
MarchGeometry *march_rings_to_outline   (GArray *edges);

G_END_DECLS
