/* march-drawing-private.h — what the files of a drawing share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-drawing.h"
#include "geo/march-grid.h"

G_BEGIN_DECLS

typedef struct
{
  GArray  *points; /* of MarchDrawnPoint */
  guint    polygon;
  gboolean hole;
  MarchBox box; /* holds all points, and perhaps more: it grows and never shrinks */
} MarchDrawnRing;

typedef struct
{
  gint64     id;
  gboolean   rival;   /* shares borders with what is drawn, and no land */
  GPtrArray *rings;   /* of MarchDrawnRing */
  guint      n_steps; /* done to it and not undone */
} MarchDrawnOutline;

/* A corner or an edge of an outline. */
typedef struct
{
  guint outline, ring, corner;
} MarchDrawnAt;

typedef enum
{
  MARCH_STEP_MOVE,
  MARCH_STEP_INSERT,
  MARCH_STEP_REMOVE,
  MARCH_STEP_CLOSE,
  MARCH_STEP_ADD_RING,
  MARCH_STEP_REMOVE_RING,
} MarchStepKind;

/**
 * MarchDrawnStep:
 * @spare: (nullable): the ring that comes or goes, while it is not among those of its outline
 * @opens: the ring that comes or goes is the one that is open
 *
 * One corner or ring changed; those of one group are undone together.
 */
typedef struct
{
  guint           group;
  MarchStepKind   kind;
  MarchDrawnAt    at;
  MarchDrawnPoint before, after;
  MarchDrawnRing *spare;
  gboolean        opens;
} MarchDrawnStep;

struct _MarchDrawing
{
  MarchGeometryKind kind;
  GPtrArray        *outlines; /* of MarchDrawnOutline; the first is the one that is drawn */
  gboolean          together;
  gboolean          follow;
  gboolean          open;    /* its last ring is not closed yet */
  gboolean          moving;  /* the last group is a move that may go on */
  GArray           *steps;   /* of MarchDrawnStep, done ones first */
  guint             n_done;
  guint             group;   /* of the last step */
};

MarchDrawnRing *march_drawn_ring_new      (guint polygon, gboolean hole);
void            march_drawn_ring_free     (MarchDrawnRing *ring);
void            march_drawn_ring_append   (MarchDrawnRing *ring, const MarchDrawnPoint *point);
gboolean        march_drawn_ring_contains (const MarchDrawnRing *ring,
                                           const MarchDrawnPoint *point);

MarchDrawnRing *march_drawing_find_ring  (MarchDrawing *drawing, guint outline, guint ring);
guint           march_drawing_find_polygon (MarchDrawing *drawing, guint outline, guint ring);
MarchDrawnPoint march_drawing_round      (double longitude, double latitude);
gboolean        march_drawn_point_equal  (const MarchDrawnPoint *a, const MarchDrawnPoint *b);
GArray         *march_drawing_list_at    (MarchDrawing *drawing, const MarchDrawnPoint *point);
GArray         *march_drawing_list_borders (MarchDrawing *drawing, const MarchDrawnPoint *point);
GArray         *march_drawing_list_edges (MarchDrawing *drawing, const MarchDrawnPoint *a,
                                          const MarchDrawnPoint *b);

/* march-drawing-steps.c */
void march_drawing_begin_step (MarchDrawing *drawing);
void march_drawing_put_corner (MarchDrawing *drawing, MarchDrawnAt at, MarchDrawnPoint point);
void march_drawing_put_on_borders (MarchDrawing *drawing, const MarchDrawnPoint *point);
void march_drawing_put_end    (MarchDrawing *drawing);
void march_drawing_put_ring   (MarchDrawing *drawing, MarchDrawnRing *ring, gboolean opens);
void march_drawing_take_ring  (MarchDrawing *drawing, guint ring);
void march_drawing_swap_ring  (MarchDrawing *drawing, guint ring, MarchDrawnRing *other);
void march_drawing_clear_step (gpointer step);

G_END_DECLS
