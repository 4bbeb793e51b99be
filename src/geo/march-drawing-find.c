/* march-drawing-find.c — corners and edges that outlines share, and the nearest of them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"

#include <math.h>

/** march_drawing_round: Returns: the point of the grid nearest to that on Earth */
MarchDrawnPoint
march_drawing_round (double longitude, double latitude)
{
  return (MarchDrawnPoint){
    march_grid_degrees (march_grid_round (CLAMP (longitude, -180.0, 180.0))),
    march_grid_degrees (march_grid_round (CLAMP (latitude, -90.0, 90.0))),
  };
}

/** march_drawn_point_equal: Returns: whether both are in one cell of the grid */
gboolean
march_drawn_point_equal (const MarchDrawnPoint *a, const MarchDrawnPoint *b)
{
  return march_grid_round (a->longitude) == march_grid_round (b->longitude)
         && march_grid_round (a->latitude) == march_grid_round (b->latitude);
}

static gboolean
is_near (const MarchBox *box, double longitude, double latitude, double reach)
{
  return longitude >= box->west - reach && longitude <= box->east + reach
         && latitude >= box->south - reach && latitude <= box->north + reach;
}

static const MarchDrawnPoint *
get_points (const MarchDrawnRing *ring)
{
  return (const MarchDrawnPoint *) (gconstpointer) ring->points->data;
}

static void
list_at_ring (const MarchDrawnRing *ring, const MarchDrawnPoint *point, MarchDrawnAt at,
              GArray *found)
{
  const MarchDrawnPoint *points = get_points (ring);

  /* From the last to the first, so that all can be taken out in this order. */
  for (guint i = ring->points->len; i-- > 0;)
    if (fabs (points[i].longitude - point->longitude) < MARCH_GRID_SIZE
        && march_drawn_point_equal (&points[i], point))
      {
        at.corner = i;
        g_array_append_val (found, at);
      }
}

/** march_drawing_list_at: Returns: (transfer full) (element-type MarchDrawnAt): all corners of all
 * outlines in the cell of @point; in one ring the last first */
GArray *
march_drawing_list_at (MarchDrawing *drawing, const MarchDrawnPoint *point)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MarchDrawnAt));

  for (guint i = 0; i < drawing->outlines->len; i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      {
        const MarchDrawnRing *ring = march_drawing_find_ring (drawing, i, k);

        if (is_near (&ring->box, point->longitude, point->latitude, MARCH_GRID_SIZE))
          list_at_ring (ring, point, (MarchDrawnAt){ i, k, 0 }, found);
      }
  return found;
}

static gboolean
joins (const MarchDrawnRing *ring, guint corner, const MarchDrawnPoint *a, const MarchDrawnPoint *b)
{
  const MarchDrawnPoint *points = get_points (ring);
  const MarchDrawnPoint *from = &points[corner];
  const MarchDrawnPoint *to = &points[(corner + 1) % ring->points->len];

  return (march_drawn_point_equal (from, a) && march_drawn_point_equal (to, b))
         || (march_drawn_point_equal (from, b) && march_drawn_point_equal (to, a));
}

/** march_drawing_list_edges: Returns: (transfer full) (element-type MarchDrawnAt): all edges
 * between @a and @b, in either direction, by their first corner; in one ring the last first */
GArray *
march_drawing_list_edges (MarchDrawing *drawing, const MarchDrawnPoint *a, const MarchDrawnPoint *b)
{
  g_autoptr (GArray) starts = march_drawing_list_at (drawing, a);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MarchDrawnAt));

  for (guint i = 0; i < starts->len; i++)
    {
      MarchDrawnAt          at = g_array_index (starts, MarchDrawnAt, i);
      const MarchDrawnRing *ring = march_drawing_find_ring (drawing, at.outline, at.ring);
      const guint           n = ring->points->len;

      if (joins (ring, at.corner, a, b))
        g_array_append_val (found, at);
      at.corner = (at.corner + n - 1) % n;
      if (joins (ring, at.corner, a, b))
        g_array_append_val (found, at);
    }
  return found;
}

/* Whether the move that goes on carries that corner along. */
static gboolean
is_carried (MarchDrawing *drawing, guint outline, guint ring, guint corner)
{
  if (!drawing->moving)
    return FALSE;
  for (guint i = drawing->n_done; i-- > 0;)
    {
      const MarchDrawnStep *step = &g_array_index (drawing->steps, MarchDrawnStep, i);

      if (step->group != drawing->group)
        break;
      if (step->at.outline == outline && step->at.ring == ring
          && step->at.corner == corner)
        return TRUE;
    }
  return FALSE;
}

/* The place on an edge that is nearest to a point. */
static MarchDrawnPoint
find_foot (const MarchDrawnPoint *a, const MarchDrawnPoint *b, const MarchDrawnPoint *point,
           double stretch)
{
  const double dx = b->longitude - a->longitude, dy = (b->latitude - a->latitude) / stretch;
  const double x = point->longitude - a->longitude;
  const double y = (point->latitude - a->latitude) / stretch;
  const double length2 = dx * dx + dy * dy;
  const double along = length2 > 0 ? CLAMP ((x * dx + y * dy) / length2, 0, 1) : 0;

  return (MarchDrawnPoint){ a->longitude + along * dx, a->latitude + along * dy * stretch };
}

static void
list_on_ring (const MarchDrawnRing *ring, const MarchDrawnPoint *point, MarchDrawnAt at,
              GArray *found)
{
  const MarchDrawnPoint *points = get_points (ring);
  const guint            n = ring->points->len;

  for (at.corner = n; at.corner-- > 0;)
    {
      const MarchDrawnPoint *a = &points[at.corner], *b = &points[(at.corner + 1) % n];
      const MarchDrawnPoint  foot = find_foot (a, b, point, 1);

      if (fabs (foot.longitude - point->longitude) < MARCH_GRID_SIZE
          && fabs (foot.latitude - point->latitude) < MARCH_GRID_SIZE
          && !march_drawn_point_equal (a, point) && !march_drawn_point_equal (b, point))
        g_array_append_val (found, at);
    }
}

/** march_drawing_list_borders: private to the room. Returns: (transfer full) (element-type
 * MarchDrawnAt): the edges of neighbours that lead through the cell of @point and have no corner
 * there, by their first corner; in one ring the last first */
GArray *
march_drawing_list_borders (MarchDrawing *drawing, const MarchDrawnPoint *point)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MarchDrawnAt));

  for (guint i = 1; drawing->together && i < drawing->outlines->len; i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      {
        const MarchDrawnRing *ring = march_drawing_find_ring (drawing, i, k);

        if (is_near (&ring->box, point->longitude, point->latitude, MARCH_GRID_SIZE))
          list_on_ring (ring, point, (MarchDrawnAt){ i, k, 0 }, found);
      }
  return found;
}

/* What is looked for near a point of the map. */
typedef struct
{
  MarchDrawnPoint point, best;
  double          stretch; /* of a degree of longitude, to one of latitude on the map */
  double          nearest; /* in degrees of longitude */
} Nearest;

static void
try_point (Nearest *search, const MarchDrawnPoint *point)
{
  const double x = point->longitude - search->point.longitude;
  const double y = (point->latitude - search->point.latitude) / search->stretch;

  if (fabs (x) >= search->nearest || hypot (x, y) >= search->nearest)
    return;
  search->nearest = hypot (x, y);
  search->best = *point;
}

static void
search_corners (MarchDrawing *drawing, guint outline, guint index, Nearest *search)
{
  const MarchDrawnRing  *ring = march_drawing_find_ring (drawing, outline, index);
  const MarchDrawnPoint *points = get_points (ring);

  for (guint i = 0; i < ring->points->len; i++)
    {
      const Nearest before = *search;

      try_point (search, &points[i]);
      if (search->nearest < before.nearest && is_carried (drawing, outline, index, i))
        *search = before;
    }
}

static void
search_edges (MarchDrawing *drawing, guint outline, guint index, Nearest *search)
{
  const MarchDrawnRing  *ring = march_drawing_find_ring (drawing, outline, index);
  const MarchDrawnPoint *points = get_points (ring);
  const guint            n = ring->points->len;

  for (guint i = 0; i < n; i++)
    {
      const MarchDrawnPoint foot
          = find_foot (&points[i], &points[(i + 1) % n], &search->point, search->stretch);

      try_point (search, &foot);
    }
}

typedef void (*SearchRing) (MarchDrawing *drawing, guint outline, guint ring, Nearest *search);

/* Returns: whether something is within reach. */
static gboolean
search_neighbours (MarchDrawing *drawing, SearchRing search_ring, Nearest *search)
{
  const double reach = search->nearest;

  for (guint i = 1; i < drawing->outlines->len; i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      if (is_near (&march_drawing_find_ring (drawing, i, k)->box, search->point.longitude,
                   search->point.latitude, reach))
        search_ring (drawing, i, k, search);
  return search->nearest < reach;
}

/**
 * march_drawing_snap:
 * @reach: how far at most, in degrees of longitude; on the map a circle
 * @longitude: (inout):
 * @latitude: (inout):
 *
 * While a ring is open and march_drawing_set_follow() is on, borders count between their corners as
 * well, if those of neighbours may change.
 *
 * Returns: whether a corner of a neighbour is within reach; the point is the nearest of them then.
 * Those that move along don't count.
 */
gboolean
march_drawing_snap (MarchDrawing *drawing, double reach, double *longitude, double *latitude)
{
  Nearest search = { .point = { *longitude, *latitude }, .nearest = reach };

  search.stretch = MAX (cos (*latitude * G_PI / 180), 1e-6);
  if (!search_neighbours (drawing, search_corners, &search)
      && !(drawing->open && drawing->follow && drawing->together
           && search_neighbours (drawing, search_edges, &search)))
    return FALSE;
  search.best = march_drawing_round (search.best.longitude, search.best.latitude);
  *longitude = search.best.longitude;
  *latitude = search.best.latitude;
  return TRUE;
}

/** march_drawing_count_shared: Returns: how many neighbours have that corner too */
guint
march_drawing_count_shared (MarchDrawing *drawing, guint ring, guint corner)
{
  const MarchDrawnRing *own = march_drawing_find_ring (drawing, 0, ring);
  g_autoptr (GArray) found = march_drawing_list_at (drawing, &get_points (own)[corner]);
  guint n = 0, last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const guint outline = g_array_index (found, MarchDrawnAt, i).outline;

      n += outline != 0 && outline != last;
      last = outline;
    }
  return n;
}
