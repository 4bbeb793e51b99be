/* march-point-marks.h — imported points as marks, one a cell of the screen */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "asof/march-snapshot.h"
#include "render/march-style.h"
#include "render/march-track.h"
#include "render/march-view.h"

G_BEGIN_DECLS

/* Those whose points a mark stands for; of more the first. */
#define MARCH_POINT_SIDES 4

/* Whose points, and whether by his own word only. */
typedef struct
{
  const MarchActor *actor;
  gboolean          own_word;
} MarchPointSide;

/**
 * MarchPointMark:
 * @spot: the middle of its points, logical pixels
 * @n_points: how many it stands for
 * @sides: whose they are
 *
 * The points of one cell of a grid that is anchored to the map.
 */
typedef struct
{
  MarchSpot      spot;
  guint          n_points;
  guint          n_sides;
  MarchPointSide sides[MARCH_POINT_SIDES];
} MarchPointMark;

gboolean march_points_are_shown   (const MarchStyle *style);
GArray  *march_point_marks_list   (MarchSnapshot *snapshot, const MarchView *view,
                                   const MarchStyle *style, const MarchRect *part);
double   march_point_mark_reach   (const MarchPointMark *mark, const MarchStyle *style);
gboolean march_point_marks_find_changed (MarchSnapshot *before, MarchSnapshot *after,
                                         const MarchView *view, const MarchStyle *style,
                                         MarchRect *changed);
gboolean march_points_are_in      (const MarchDatedImport *import, MarchDay day,
                                   const MarchView *view);
/**
 * MarchPointPick:
 * @point: the nearest to where was asked, of those that the mark stands for
 * @import: whose it is
 * @spot: where the mark stands, logical pixels
 * @n_points: how many it stands for
 */
typedef struct
{
  const MarchDatedImport *import;
  const MarchPoint       *point;
  MarchSpot               spot;
  guint                   n_points;
} MarchPointPick;

gboolean march_point_marks_pick   (MarchSnapshot *snapshot, const MarchView *view,
                                   const MarchStyle *style, double px, double py,
                                   MarchPointPick *pick);
void     march_point_marks_paint  (cairo_t *cr, const MarchView *view, const MarchStyle *style,
                                   const GArray *marks);

G_END_DECLS
