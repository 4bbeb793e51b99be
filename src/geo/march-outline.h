/* march-outline.h — the border of land as a set of edges, kept while pieces come and go */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-grid.h"
#include "geo/march-piece.h"

G_BEGIN_DECLS

/* Of an edge; see march_outline_is_contact(). */
typedef enum
{
  MARCH_VERDICT_NONE, /* nobody asked yet */
  MARCH_VERDICT_CONTACT,
  MARCH_VERDICT_NO_CONTACT,
} MarchOutlineVerdict;

/**
 * MarchOutlineEdge:
 * @winding: 1 if the land is on the left of the way from @from to @to, -1 if it is on the right;
 * more where the lattice lays borders on each other
 * @verdict: whether there is contact with others
 * @x0: where @from is on the Mercator square
 * @y0: the same
 * @x1: where @to is
 * @y1: the same
 */
typedef struct
{
  MarchGridPoint from, to;
  int            winding;
  MarchOutlineVerdict verdict;
  double         x0, y0, x1, y1;
} MarchOutlineEdge;

/* Edges at about one latitude, and what of the Mercator square they may be in. */
typedef struct
{
  double                  x0, y0, x1, y1;
  const MarchOutlineEdge *edges;
  guint                   n_edges;
} MarchOutlineRun;

/**
 * MarchOutline:
 *
 * The edges between land and no land of pieces that share their points where they touch, as those
 * of one day of holdings do. To go from a day to the next costs what differs, no more. One thread
 * at a time.
 */
typedef struct _MarchOutline MarchOutline;

/* Whether beyond an edge there is contact with others. It has to say the same whenever it is asked
 * of an edge with land on the same side of it. */
typedef gboolean (*MarchOutlineJudge) (const MarchOutlineEdge *edge, gpointer user_data);

MarchOutline *march_outline_new         (double step, const MarchBox *extent);
void          march_outline_free        (MarchOutline *outline);
void          march_outline_add         (MarchOutline *outline, const MarchPiece *piece);
void          march_outline_remove      (MarchOutline *outline, const MarchPiece *piece);
guint         march_outline_get_n_edges (MarchOutline *outline);
const MarchOutlineRun *march_outline_get_runs (MarchOutline *outline, guint *n_runs);
void          march_outline_set_judge   (MarchOutline *outline, MarchOutlineJudge judge,
                                         gpointer user_data);
gboolean      march_outline_is_contact  (MarchOutline *outline, guint run, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchOutline, march_outline_free)

G_END_DECLS
