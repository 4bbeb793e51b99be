/* march-planar-private.h — the borders between pieces that are held now, on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-grid.h"

G_BEGIN_DECLS

/* The map is a plane in which each point has a label: 0 for no land, else the number of the day
 * since which it is held. It is kept as the edges between different labels. Edges meet in their
 * ends only, and no end lies within half a cell of another edge: where one would, the edge is bent
 * to go through it, on both sides at once ("iterated snap rounding", D. Halperin and E. Packer,
 * 2002). So pieces that touch always share their points.
 *
 * All changes are exact sums: an edge carries the difference of the labels on its two sides, and
 * edges that fall together add theirs up. What a point's label is follows from the edges north of
 * it.
 *
 * An edge that no longer parts different labels is dead: it is still a border of pieces of the
 * past, but new borders need not go around it, which would be more and more work. Only when an edge
 * from its time is bent it has to go along. */

/* One bit tells whether a reference runs against the edge's own direction. */
typedef guint32 MarchEdgeRef;

#define MARCH_EDGE_REF(edge, reversed) (((edge) << 1) | ((reversed) ? 1u : 0u))
#define MARCH_EDGE_INDEX(ref) ((ref) >> 1)
#define MARCH_EDGE_REVERSED(ref) (((ref) & 1) != 0)
#define MARCH_EDGE_NONE G_MAXUINT32

typedef enum
{
  MARCH_EDGE_WAITING, /* to be placed */
  MARCH_EDGE_PLACED,
  MARCH_EDGE_DEAD,    /* placed, but the labels on its sides are the same now */
  MARCH_EDGE_SPLIT,   /* follow the edges from first on */
  MARCH_EDGE_SAME,    /* fell together with the edge first, which runs the same way */
} MarchEdgeState;

/**
 * MarchPlanarEdge:
 * @a: the end to the west, or the south one of two with the same longitude
 * @b: the other
 * @left: the label on its left, seen from @a to @b, when last evaluated
 * @right: that on its right
 * @jump: the label on its left less that on its right, always up to date
 * @first: of those in its place: the first, in the order of its direction
 * @n: how many there are of a split edge
 * @stamp: which search met it last
 * @since: the first day on which it bounds land
 * @until: the day after the last, %G_MAXUINT32 if there is none yet
 * @state: a #MarchEdgeState
 * @reversed: whether it runs against the split edge in whose place it is
 * @turns: whether what the day turns over, from held to not held or back, lies on one side alone
 * @kept: whether to keep it though the labels on its sides are the same
 */
typedef struct
{
  MarchGridPoint a, b;
  guint32        left, right;
  gint32         jump;
  guint32        first;
  guint32        n;
  guint32        stamp;
  guint32        since, until;
  guint8         state;
  guint8         reversed;
  guint8         turns;
  guint8         kept;
} MarchPlanarEdge;

/**
 * MarchPlanar:
 * @edges: of #MarchPlanarEdge, all there ever were
 * @columns: of guint32, the placed edges by the stripes of longitude that they cross
 * @dead: of guint32, the dead edges likewise
 * @day: the day that is cut, counted from 1
 * @waiting: of guint32, edges to be placed
 * @checks: of guint32, edges to be evaluated wherever they are
 * @stamp: of the last search
 */
typedef struct
{
  GArray  *edges;
  GArray **columns;
  GArray **dead;
  guint32  day;
  guint    n_columns;
  gint64   west;
  gint64   column_width;
  guint32  stamp;
  GArray  *waiting;
  GArray  *checks;
} MarchPlanar;

/* The first column and the last. */
typedef struct
{
  guint first, last;
} MarchColumns;

static inline MarchPlanarEdge *
march_planar_edge (MarchPlanar *planar, guint32 index)
{
  return &g_array_index (planar->edges, MarchPlanarEdge, index);
}

/**
 * MarchSide:
 * @label: what the points there carried before the day
 * @turned: whether the day turns them over, from held to not held or back
 */
typedef struct
{
  gint32   label;
  gboolean turned;
} MarchSide;

typedef void (*MarchEdgeVisit) (MarchPlanar *planar, MarchEdgeRef ref, gpointer data);

MarchPlanar *march_planar_new       (gint32 west, gint32 east, guint n_columns);
void         march_planar_free      (MarchPlanar *planar);
MarchColumns march_planar_columns   (MarchPlanar *planar, gint64 west, gint64 east);
guint32      march_planar_add       (MarchPlanar *planar, const MarchGridPoint *a,
                                     const MarchGridPoint *b);
void         march_planar_turn      (MarchPlanar *planar, guint32 edge);
void         march_planar_resolve   (MarchPlanar *planar, MarchEdgeRef ref, MarchEdgeVisit visit,
                                     gpointer data);
void         march_planar_insert    (MarchPlanar *planar, guint32 edge);
void         march_planar_remove    (MarchPlanar *planar, guint32 edge, MarchEdgeState state);
void         march_planar_bury      (MarchPlanar *planar, guint32 edge);
gboolean     march_planar_place_all (MarchPlanar *planar, GCancellable *cancellable,
                                     GError **error);
void         march_planar_look      (MarchPlanar *planar, guint32 edge, MarchSide sides[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPlanar, march_planar_free)

G_END_DECLS
