/* march-border-private.h — borders prepared to measure what lies in two areas at once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"
#include "geo/march-grid.h"

G_BEGIN_DECLS

/**
 * MarchBorderBox:
 *
 * In cells.
 */
typedef struct
{
  gint32 west, south, east, north;
} MarchBorderBox;

/**
 * MarchBorderSpot:
 *
 * In cells, on the grid or between.
 */
typedef struct
{
  double x, y;
} MarchBorderSpot;

/**
 * MarchBorderRing:
 * @first: the index of its first point
 * @end: that after its last, which is the first again
 */
typedef struct
{
  guint          first, end;
  MarchBorderBox box;
} MarchBorderRing;

/**
 * MarchBorder:
 * @points: of all rings, outer ones counter-clockwise and holes clockwise
 * @sums: for each point, the square metres under its ring from the first point on: what lies
 * between it and the equator, westward counted up and eastward down
 * @stripes: for each stripe of latitude, where its edges begin in @edges
 * @edges: the indices of the points that the edges in a stripe begin with
 *
 * Immutable, so any number of threads may read it.
 */
typedef struct
{
  MarchGridPoint  *points;
  double          *sums;
  MarchBorderRing *rings;
  guint            n_rings;
  MarchBorderBox   box;
  gint64           stripe_height;
  guint            n_stripes;
  guint           *stripes;
  guint           *edges;
} MarchBorder;

MarchBorder *march_border_new (MarchGeometry *area);
void         march_border_free (MarchBorder *border);
double       march_border_common (const MarchBorder *a, const MarchBorder *b);

double march_border_edge_area (const MarchBorderSpot *from, const MarchBorderSpot *to);

static inline MarchBorderSpot
march_border_spot (const MarchGridPoint *point)
{
  return (MarchBorderSpot){ point->x, point->y };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchBorder, march_border_free)

G_END_DECLS
