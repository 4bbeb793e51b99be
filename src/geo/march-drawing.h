/* march-drawing.h — an outline while it is drawn, among those that it shares borders with */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-repair.h"

G_BEGIN_DECLS

/**
 * MarchDrawing:
 *
 * A point or an area that is drawn corner by corner or changed, and the outlines around it. Corners
 * that lie on the same cell of march-grid.h are one corner of several outlines: as long as
 * march_drawing_set_together() is on, which it is at first, they move, appear and go together, so
 * that borders stay shared. Every change is one step to be undone. For one thread at a time.
 */
typedef struct _MarchDrawing MarchDrawing;

/**
 * MarchDrawnPoint:
 *
 * In degrees, on the grid.
 */
typedef struct
{
  double longitude, latitude;
} MarchDrawnPoint;

/**
 * MarchMovedOutline:
 * @id: as it was given
 * @geometry: what it is now
 */
typedef struct
{
  gint64         id;
  MarchGeometry *geometry;
} MarchMovedOutline;

MarchDrawing  *march_drawing_new           (MarchGeometryKind kind, MarchGeometry *shape);
void           march_drawing_free          (MarchDrawing *drawing);
void           march_drawing_add_neighbour (MarchDrawing *drawing, gint64 id,
                                            MarchGeometry *shape);
void           march_drawing_set_rival     (MarchDrawing *drawing, guint outline, gboolean rival);
void           march_drawing_set_together  (MarchDrawing *drawing, gboolean together);
gboolean       march_drawing_get_together  (MarchDrawing *drawing);
void           march_drawing_set_follow    (MarchDrawing *drawing, gboolean follow);
gboolean       march_drawing_get_follow    (MarchDrawing *drawing);

/* Outline 0 is the one that is drawn, those from 1 on are its neighbours. A ring doesn't repeat its
 * first corner. */
MarchGeometryKind march_drawing_get_kind       (MarchDrawing *drawing);
guint             march_drawing_get_n_outlines (MarchDrawing *drawing);
gint64            march_drawing_get_id         (MarchDrawing *drawing, guint outline);
gboolean          march_drawing_is_changed     (MarchDrawing *drawing, guint outline);
guint             march_drawing_get_n_rings    (MarchDrawing *drawing, guint outline);
const MarchDrawnPoint *march_drawing_get_ring  (MarchDrawing *drawing, guint outline, guint ring,
                                                guint *n);
guint             march_drawing_count_corners  (MarchDrawing *drawing);
gboolean          march_drawing_is_open        (MarchDrawing *drawing);
guint             march_drawing_count_open     (MarchDrawing *drawing);

/* Of the outline that is drawn; march-drawing-rings.c. While one is open, it is the last. */
gboolean march_drawing_is_hole      (MarchDrawing *drawing, guint ring);
guint    march_drawing_count_parts  (MarchDrawing *drawing);
guint    march_drawing_number_ring  (MarchDrawing *drawing, guint ring, guint *hole);
gboolean march_drawing_pick_ring    (MarchDrawing *drawing, double longitude, double latitude,
                                     guint *ring);
gboolean march_drawing_may_remove_ring (MarchDrawing *drawing, guint ring);

/* Each is a step of its own. */
gboolean march_drawing_add_ring     (MarchDrawing *drawing, gboolean hole);
gboolean march_drawing_abandon_ring (MarchDrawing *drawing);
gboolean march_drawing_remove_ring  (MarchDrawing *drawing, guint ring);
void     march_drawing_replace      (MarchDrawing *drawing, MarchGeometry *shape);

/* Each is a step of its own, but for a move that goes on. */
gboolean march_drawing_append   (MarchDrawing *drawing, double longitude, double latitude);
gboolean march_drawing_follow   (MarchDrawing *drawing, double longitude, double latitude,
                                 gboolean longer);
gboolean march_drawing_close    (MarchDrawing *drawing);
gboolean march_drawing_move     (MarchDrawing *drawing, guint ring, guint corner,
                                 double longitude, double latitude, gboolean goes_on);
void     march_drawing_end_move (MarchDrawing *drawing);
gboolean march_drawing_insert   (MarchDrawing *drawing, guint ring, guint corner,
                                 double longitude, double latitude);
gboolean march_drawing_remove   (MarchDrawing *drawing, guint ring, guint corner);
gboolean march_drawing_undo     (MarchDrawing *drawing);
gboolean march_drawing_redo     (MarchDrawing *drawing);
gboolean march_drawing_can_undo (MarchDrawing *drawing);
gboolean march_drawing_can_redo (MarchDrawing *drawing);

/* Between two corners of a ring that is closed; march-drawing-lead.c. */
GArray  *march_drawing_find_lead    (MarchDrawing *drawing, guint ring, guint from, guint to,
                                     gboolean longer);
gboolean march_drawing_lead         (MarchDrawing *drawing, guint ring, guint from, guint to,
                                     gboolean longer, guint *corner);

gboolean march_drawing_snap         (MarchDrawing *drawing, double reach, double *longitude,
                                     double *latitude);
GArray  *march_drawing_find_way     (MarchDrawing *drawing, double longitude, double latitude,
                                     gboolean longer);
guint    march_drawing_count_shared (MarchDrawing *drawing, guint ring, guint corner);

MarchGeometry *march_drawing_get_shape   (MarchDrawing *drawing);
GPtrArray     *march_drawing_list_moved  (MarchDrawing *drawing);
GPtrArray     *march_drawing_list_rivals (MarchDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDrawing, march_drawing_free)

G_END_DECLS
