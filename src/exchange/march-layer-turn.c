/* march-layer-turn.c — turns longitudes that count on past 180° back into the world */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-shape.h"

#include <math.h>
#include <string.h>

#include "geo/march-meridian.h"

#define TURN 360.0
#define EDGE 180.0
#define DIGITS 1e13 /* of a degree: what is turned has no more of them than files write */

typedef struct
{
  GArray *points; /* of double, as they were */
  GArray *parts;  /* of MarchPart, as they were */
  GArray *new_points;
  GArray *new_parts;
  GArray *half;    /* a ring cut at one edge */
  GArray *ring;    /* and at the other */
  guint   n_polygons;
} Turning;

static const double *
get_points (const GArray *array, gsize first)
{
  return (const double *) (gconstpointer) array->data + first;
}

/* By whole turns. */
static double
shift (double longitude, double by)
{
  return by != 0 ? round ((longitude + by) * DIGITS) / DIGITS : longitude;
}

static double
turn (double longitude)
{
  return fabs (longitude) > EDGE ? shift (longitude, -TURN * floor ((longitude + EDGE) / TURN))
                                 : longitude;
}

static void
turn_points (GArray *points)
{
  double *xy = (double *) (gpointer) points->data;

  for (guint i = 0; i < points->len; i += 2)
    xy[i] = turn (xy[i]);
}

/* A line stays in one piece: it is turned as a whole by where its middle is. */
static void
turn_lines (GArray *points, GArray *parts)
{
  double *xy = (double *) (gpointer) points->data;

  for (guint i = 0; i < parts->len; i++)
    {
      guint  n_points = g_array_index (parts, MarchPart, i).n_points;
      double west = INFINITY, east = -INFINITY, middle;

      for (guint j = 0; j < n_points; j++)
        {
          west = MIN (west, xy[2 * j]);
          east = MAX (east, xy[2 * j]);
        }
      middle = (west + east) / 2;
      for (guint j = 0; j < n_points; j++)
        xy[2 * j] = shift (xy[2 * j], round ((turn (middle) - middle) / TURN) * TURN);
      xy += 2 * (gsize) n_points;
    }
}

/* Keeps of a ring what is on one side of a meridian (Sutherland and Hodgman's way, 1974). Where
 * the ring leaves and comes back it runs along the meridian. */
static void
cut (const double *points, guint n_points, double meridian, double side, GArray *kept)
{
  const double *before = points + 2 * (n_points - 1);

  g_array_set_size (kept, 0);
  for (guint i = 0; i < n_points; before = points + 2 * i, i++)
    {
      const double *point = points + 2 * i;
      const double  from = (before[0] - meridian) * side, to = (point[0] - meridian) * side;

      if ((from < 0 && to > 0) || (from > 0 && to < 0))
        {
          const double crossing[2] = { meridian, before[1] + (point[1] - before[1]) * from
                                                                 / (from - to) };

          g_array_append_vals (kept, crossing, 2);
        }
      if (to >= 0)
        g_array_append_vals (kept, point, 2);
    }
}

static gboolean
has_width (const GArray *ring)
{
  for (guint i = 2; i < ring->len; i += 2)
    if (g_array_index (ring, double, i) != g_array_index (ring, double, 0))
      return TRUE;
  return FALSE;
}

/* Takes a ring of the world that begins at @west into ours. */
static void
take_ring (Turning *turning, const double *points, guint n_points, double west, gboolean hole)
{
  const MarchPart part = { NULL, n_points, turning->n_polygons, hole };
  guint           start = turning->new_points->len;

  g_array_append_vals (turning->new_points, points, 2 * n_points);
  for (guint i = start; i < turning->new_points->len; i += 2)
    {
      double *x = &g_array_index (turning->new_points, double, i);

      *x = shift (*x, -west - EDGE);
    }
  g_array_append_val (turning->new_parts, part);
}

/* Adds what of a ring lies in the world that begins at @west, at the same place in ours; %FALSE
 * if nothing does. */
static gboolean
add_ring (Turning *turning, const MarchPart *part, const double *points, double west)
{
  cut (points, part->n_points, west, 1, turning->half);
  if (turning->half->len == 0)
    return FALSE;
  cut (get_points (turning->half, 0), turning->half->len / 2, west + TURN, -1, turning->ring);
  if (turning->ring->len == 0 || !has_width (turning->ring))
    return FALSE;
  /* What was cut may begin elsewhere, and ends where it begins. */
  if (memcmp (get_points (turning->ring, 0), get_points (turning->ring, turning->ring->len - 2),
              2 * sizeof (double)) != 0)
    {
      const double first[2] = { g_array_index (turning->ring, double, 0),
                                g_array_index (turning->ring, double, 1) };

      g_array_append_vals (turning->ring, first, 2);
    }
  take_ring (turning, get_points (turning->ring, 0), turning->ring->len / 2, west, part->hole);
  return TRUE;
}

/* Adds what of parts @outer to @end, which are rings one after another in @ring, lies in the world
 * that begins at @west; %FALSE if that is not known, as they are no valid polygon. */
static gboolean
add_valid (Turning *turning, guint outer, guint end, const double *ring, double west)
{
  g_autofree MarchPart *rings = g_new (MarchPart, end - outer);
  g_autoptr (MarchGeometry) polygon = NULL;
  g_autoptr (MarchGeometry) kept = NULL;

  for (guint i = outer; i < end; i++)
    {
      rings[i - outer] = g_array_index (turning->parts, MarchPart, i);
      rings[i - outer].points = ring;
      ring += 2 * (gsize) rings[i - outer].n_points;
    }
  polygon = march_geometry_new (MARCH_GEOMETRY_POLYGON, rings, end - outer);
  kept = march_meridian_cut (polygon, west, west + TURN);
  for (guint i = 0; kept != NULL && i < march_geometry_get_n_parts (kept); i++)
    {
      const MarchPart *part = march_geometry_get_part (kept, i);

      turning->n_polygons += i > 0 && !part->hole;
      take_ring (turning, part->points, part->n_points, west, part->hole);
    }
  turning->n_polygons += kept != NULL && march_geometry_get_n_parts (kept) > 0;
  return kept != NULL;
}

/* The same of any polygon: what crossed itself does so after it, and holes that are cut lie along
 * the cut. */
static void
add_any (Turning *turning, guint outer, guint end, const double *ring, double west)
{
  const MarchPart *parts = (const MarchPart *) (gconstpointer) turning->parts->data;

  if (!add_ring (turning, parts + outer, ring, west))
    return;
  for (guint i = outer + 1; i < end; i++)
    {
      ring += 2 * (gsize) parts[i - 1].n_points;
      add_ring (turning, parts + i, ring, west);
    }
  turning->n_polygons++;
}

/* Adds the polygon whose outer ring is part @outer: once for each of the worlds that it is in.
 * Returns: the part after it. */
static guint
add_polygon (Turning *turning, guint outer, gsize start)
{
  const MarchPart *parts = (const MarchPart *) (gconstpointer) turning->parts->data;
  const double    *ring = get_points (turning->points, start);
  double           west = INFINITY, east = -INFINITY;
  guint            end = outer + 1;

  while (end < turning->parts->len && parts[end].hole)
    end++;
  for (guint i = 0; i < parts[outer].n_points; i++)
    {
      west = MIN (west, ring[2 * i]);
      east = MAX (east, ring[2 * i]);
    }
  for (double edge = TURN * floor ((west + EDGE) / TURN) - EDGE; edge < east || edge == west;
       edge += TURN)
    if (!add_valid (turning, outer, end, ring, edge))
      add_any (turning, outer, end, ring, edge);
  return end;
}

static void
turn_polygons (MarchLayerShape *shape)
{
  Turning turning = { .points = shape->points[MARCH_GEOMETRY_POLYGON],
                      .parts = shape->parts[MARCH_GEOMETRY_POLYGON],
                      .new_points = g_array_new (FALSE, FALSE, sizeof (double)),
                      .new_parts = g_array_new (FALSE, FALSE, sizeof (MarchPart)),
                      .half = g_array_new (FALSE, FALSE, sizeof (double)),
                      .ring = g_array_new (FALSE, FALSE, sizeof (double)) };
  gsize   start = 0;

  for (guint i = 0; i < turning.parts->len;)
    {
      guint end = add_polygon (&turning, i, start);

      for (; i < end; i++)
        start += 2 * (gsize) g_array_index (turning.parts, MarchPart, i).n_points;
    }
  g_array_unref (turning.points);
  g_array_unref (turning.parts);
  g_array_unref (turning.half);
  g_array_unref (turning.ring);
  shape->points[MARCH_GEOMETRY_POLYGON] = turning.new_points;
  shape->parts[MARCH_GEOMETRY_POLYGON] = turning.new_parts;
}

/* Puts every point between −180° and 180°, on the same place of the Earth. Polygons that cross
 * the 180th meridian are cut there (RFC 7946, 3.1.9), as borders in all other files are. */
void
march_layer_shape_turn (MarchLayerShape *shape)
{
  turn_points (shape->points[MARCH_GEOMETRY_POINT]);
  turn_lines (shape->points[MARCH_GEOMETRY_LINE], shape->parts[MARCH_GEOMETRY_LINE]);
  turn_polygons (shape);
}
