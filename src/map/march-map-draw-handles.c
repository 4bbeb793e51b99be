/* march-map-draw-handles.c — which corners of an outline can be taken hold of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw-handles.h"

#include <math.h>

/* Corners closer than this along the outline have one handle. */
#define LEAST_BETWEEN 11.0
/* An edge as long as this has one in its middle. */
#define LEAST_EDGE 48.0
#define EDGE 6.0

static gboolean
is_in_view (const MarchView *view, double x, double y)
{
  return x >= -EDGE && y >= -EDGE && x <= view->width + EDGE && y <= view->height + EDGE;
}

typedef struct
{
  const MarchView *view;
  GArray          *handles;
  guint            ring;
  gboolean         dense;
  gboolean         any; /* a handle of this ring stands already, the last at: */
  double           x, y;
} Walk;

static void
add (Walk *walk, guint corner, gboolean middle, double x, double y)
{
  const MarchMapHandle handle = { walk->ring, corner, middle, x, y };

  if (is_in_view (walk->view, x, y))
    g_array_append_val (walk->handles, handle);
}

static void
add_corner (Walk *walk, guint corner, double x, double y)
{
  if (walk->any && hypot (x - walk->x, y - walk->y) < LEAST_BETWEEN)
    {
      walk->dense = walk->dense || is_in_view (walk->view, x, y);
      return;
    }
  add (walk, corner, FALSE, x, y);
  walk->any = TRUE;
  walk->x = x;
  walk->y = y;
}

static void
list_ring (Walk *walk, const MarchDrawnPoint *points, guint n, gboolean edges)
{
  double x, y, next_x, next_y;

  walk->any = FALSE;
  if (n > 0)
    march_view_project (walk->view, points[0].longitude, points[0].latitude, &next_x, &next_y);
  for (guint i = 0; i < n; i++)
    {
      const MarchDrawnPoint *next = &points[(i + 1) % n];

      x = next_x;
      y = next_y;
      march_view_project (walk->view, next->longitude, next->latitude, &next_x, &next_y);
      add_corner (walk, i, x, y);
      if (edges && hypot (next_x - x, next_y - y) >= LEAST_EDGE)
        add (walk, i, TRUE, (x + next_x) / 2, (y + next_y) / 2);
    }
}

/** march_map_draw_list_handles: @dense: (out): whether corners in view have none, as they stand too
 * close. Returns: (transfer full) (element-type MarchMapHandle): those in view, along the rings */
GArray *
march_map_draw_list_handles (MarchDrawing *drawing, const MarchView *view, gboolean *dense)
{
  Walk walk = { .view = view,
                .handles = g_array_new (FALSE, FALSE, sizeof (MarchMapHandle)) };
  const gboolean edges = march_drawing_get_kind (drawing) == MARCH_GEOMETRY_POLYGON
                         && !march_drawing_is_open (drawing);

  /* While a ring is open, nothing else is taken hold of. */
  for (guint i = march_drawing_is_open (drawing) ? march_drawing_get_n_rings (drawing, 0) - 1 : 0;
       i < march_drawing_get_n_rings (drawing, 0); i++)
    {
      guint n = 0;
      const MarchDrawnPoint *points = march_drawing_get_ring (drawing, 0, i, &n);

      walk.ring = i;
      list_ring (&walk, points, n, edges);
    }
  *dense = walk.dense;
  return walk.handles;
}
