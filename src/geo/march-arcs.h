/* march-arcs.h — borders that neighbours share, held once and simplified together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchArcs:
 *
 * The rings of a set of polygons, cut where borders meet or part, each stretch held once.
 * Neighbours must share their points exactly. Immutable and counted atomically, so it may cross
 * threads.
 *
 * Coordinates are those of march-mercator.h: x to the east, y to the south, the world 1 wide.
 */
typedef struct _MarchArcs MarchArcs;

/**
 * MarchArc:
 * @points: (array): 2 × @n_points doubles, x and y in turn
 * @n_points: two or more; an arc that is a whole ring repeats its first point at the end
 * @left: (array length=n_left): which geometries lie on its left, seen from above with the north
 * up, counted as they were given
 * @right: (array length=n_right): which lie on its right
 *
 * A geometry that lies on both sides (parts of it meet there) is on both lists.
 */
typedef struct
{
  const double *points;
  guint         n_points;
  const guint  *left;
  guint         n_left;
  const guint  *right;
  guint         n_right;
} MarchArc;

/**
 * MarchArcRing:
 * @arcs: (array length=n_arcs): in the order of the ring; i ≥ 0: arc i from its first point to its
 * last, i < 0: arc ~i backwards
 * @n_arcs: 0 for a ring of fewer than three different points
 *
 * The ring of the part with the same index; see #MarchPart.
 */
typedef struct
{
  const int *arcs;
  guint      n_arcs;
} MarchArcRing;

MarchArcs          *march_arcs_new          (GPtrArray *geometries);
MarchArcs          *march_arcs_simplify     (MarchArcs *arcs, double tolerance);
MarchArcs          *march_arcs_ref          (MarchArcs *arcs);
void                march_arcs_unref        (MarchArcs *arcs);
guint               march_arcs_get_n_arcs   (MarchArcs *arcs);
const MarchArc     *march_arcs_get_arc      (MarchArcs *arcs, guint index);
guint               march_arcs_get_n_rings  (MarchArcs *arcs, guint geometry);
const MarchArcRing *march_arcs_get_ring     (MarchArcs *arcs, guint geometry, guint ring);
void                march_arcs_append_ring  (MarchArcs *arcs, guint geometry, guint ring,
                                             GArray *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchArcs, march_arcs_unref)

G_END_DECLS
