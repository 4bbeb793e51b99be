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
  GPtrArray *rings;   /* of MarchDrawnRing */
  guint      n_steps; /* done to it and not undone */
} MarchDrawnOutline;

typedef enum
{
  MARCH_STEP_MOVE,
  MARCH_STEP_INSERT,
  MARCH_STEP_REMOVE,
  MARCH_STEP_CLOSE,
} MarchStepKind;

/* One corner changed; those of one group are undone together. */
typedef struct
{
  guint           group;
  MarchStepKind   kind;
  guint           outline, ring, corner;
  MarchDrawnPoint before, after;
} MarchDrawnStep;

struct _MarchDrawing
{
  MarchGeometryKind kind;
  GPtrArray        *outlines; /* of MarchDrawnOutline; the first is the one that is drawn */
  gboolean          together;
  gboolean          open;    /* its ring is not closed yet */
  gboolean          moving;  /* the last group is a move that may go on */
  GArray           *steps;   /* of MarchDrawnStep, done ones first */
  guint             n_done;
  guint             group;   /* of the last step */
};

/* A corner or an edge of an outline. */
typedef struct
{
  guint outline, ring, corner;
} MarchDrawnAt;

MarchDrawnRing *march_drawing_find_ring  (MarchDrawing *drawing, guint outline, guint ring);
MarchDrawnPoint march_drawing_round      (double longitude, double latitude);
gboolean        march_drawn_point_equal  (const MarchDrawnPoint *a, const MarchDrawnPoint *b);
GArray         *march_drawing_list_at    (MarchDrawing *drawing, const MarchDrawnPoint *point);
GArray         *march_drawing_list_edges (MarchDrawing *drawing, const MarchDrawnPoint *a,
                                          const MarchDrawnPoint *b);

G_END_DECLS
