/* march-drawing-rings.c — the parts of an outline while it is drawn, and the holes in them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"
#include "geo/march-drawing-trace-private.h"

/** march_drawn_ring_new: private to the room, as are the next three */
MarchDrawnRing *
march_drawn_ring_new (guint polygon, gboolean hole)
{
  MarchDrawnRing *ring = g_new0 (MarchDrawnRing, 1);

  ring->points = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));
  ring->polygon = polygon;
  ring->hole = hole;
  ring->box = MARCH_BOX_EMPTY;
  return ring;
}

/** march_drawn_ring_free: frees all of it */
void
march_drawn_ring_free (MarchDrawnRing *ring)
{
  g_array_unref (ring->points);
  g_free (ring);
}

/** march_drawn_ring_append: adds a corner that no step tells of */
void
march_drawn_ring_append (MarchDrawnRing *ring, const MarchDrawnPoint *point)
{
  const MarchBox box = { point->longitude, point->latitude, point->longitude, point->latitude };

  g_array_append_vals (ring->points, point, 1);
  march_box_extend (&ring->box, &box);
}

/** march_drawn_ring_contains: Returns: whether @point lies within; on the ring itself, either may
 * be said */
gboolean
march_drawn_ring_contains (const MarchDrawnRing *ring, const MarchDrawnPoint *point)
{
  const MarchDrawnPoint *points = (const MarchDrawnPoint *) (gconstpointer) ring->points->data;
  const guint            n = ring->points->len;
  const double           x = point->longitude, y = point->latitude;
  gboolean               inside = FALSE;

  if (x < ring->box.west || x > ring->box.east || y < ring->box.south || y > ring->box.north)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MarchDrawnPoint *a = &points[i], *b = &points[(i + 1) % n];

      if ((a->latitude > y) != (b->latitude > y)
          && x < a->longitude
                     + (y - a->latitude) * (b->longitude - a->longitude)
                           / (b->latitude - a->latitude))
        inside = !inside;
    }
  return inside;
}

/** march_drawing_find_polygon: private to the room. Returns: the number of the polygon that a ring
 * belongs to. A hole that isn't in its own any more belongs to the one that it is in, if there is
 * one */
guint
march_drawing_find_polygon (MarchDrawing *drawing, guint outline, guint ring)
{
  const MarchDrawnRing  *own = march_drawing_find_ring (drawing, outline, ring);
  const MarchDrawnPoint *first = (const MarchDrawnPoint *) (gconstpointer) own->points->data;
  guint                  found = own->polygon;

  if (!own->hole || outline != 0 || own->points->len == 0)
    return own->polygon;
  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    {
      const MarchDrawnRing *other = march_drawing_find_ring (drawing, 0, i);

      if (other->hole || !march_drawn_ring_contains (other, first))
        continue;
      if (other->polygon == own->polygon)
        return own->polygon;
      found = other->polygon;
    }
  return found;
}

gboolean
march_drawing_is_hole (MarchDrawing *drawing, guint ring)
{
  g_return_val_if_fail (ring < march_drawing_get_n_rings (drawing, 0), FALSE);
  return march_drawing_find_ring (drawing, 0, ring)->hole;
}

/** march_drawing_count_parts: Returns: how many rings are outer ones, with the one that is open */
guint
march_drawing_count_parts (MarchDrawing *drawing)
{
  guint n = 0;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    n += !march_drawing_is_hole (drawing, i);
  return n;
}

/** march_drawing_number_ring: @hole: (out): which hole of its part it is, from 1 on; 0: it is the
 * part's outline. Returns: which part it belongs to, from 1 on */
guint
march_drawing_number_ring (MarchDrawing *drawing, guint ring, guint *hole)
{
  const guint polygon = march_drawing_find_polygon (drawing, 0, ring);
  guint       part = 1;

  *hole = march_drawing_is_hole (drawing, ring) ? 1 : 0;
  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    {
      const guint other = march_drawing_find_polygon (drawing, 0, i);

      if (!march_drawing_is_hole (drawing, i))
        part += other < polygon;
      else if (*hole > 0 && i < ring)
        *hole += other == polygon;
    }
  return part;
}

/** march_drawing_pick_ring: @ring: (out): the innermost one around that point. Returns: whether
 * there is one */
gboolean
march_drawing_pick_ring (MarchDrawing *drawing, double longitude, double latitude, guint *ring)
{
  const MarchDrawnPoint point = { longitude, latitude };
  gboolean              found = FALSE, hole = FALSE;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    {
      const MarchDrawnRing *one = march_drawing_find_ring (drawing, 0, i);

      if ((found && hole && !one->hole) || !march_drawn_ring_contains (one, &point))
        continue;
      found = TRUE;
      hole = one->hole;
      *ring = i;
    }
  return found;
}

static guint
find_free_polygon (MarchDrawing *drawing)
{
  guint polygon = 0;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    polygon = MAX (polygon, march_drawing_find_ring (drawing, 0, i)->polygon + 1);
  return polygon;
}

/**
 * march_drawing_add_ring:
 * @hole: it is cut out of the part that its first corner lies in; else it is a part more
 *
 * Begins a ring, which is open until march_drawing_close().
 *
 * Returns: %FALSE if a point is drawn, or another ring is open
 */
gboolean
march_drawing_add_ring (MarchDrawing *drawing, gboolean hole)
{
  guint polygon;

  if (drawing->kind != MARCH_GEOMETRY_POLYGON || drawing->open)
    return FALSE;
  polygon = hole ? march_drawing_find_ring (drawing, 0, 0)->polygon : find_free_polygon (drawing);
  march_drawing_begin_step (drawing);
  march_drawing_put_ring (drawing, march_drawn_ring_new (polygon, hole), TRUE);
  return TRUE;
}

/** march_drawing_abandon_ring: leaves the ring that is open out. Returns: %FALSE if none is, or
 * nothing would be left */
gboolean
march_drawing_abandon_ring (MarchDrawing *drawing)
{
  const guint n = march_drawing_get_n_rings (drawing, 0);

  if (!drawing->open || n < 2)
    return FALSE;
  march_drawing_begin_step (drawing);
  march_drawing_take_ring (drawing, n - 1);
  return TRUE;
}

/** march_drawing_may_remove_ring: Returns: whether march_drawing_remove_ring() would do it */
gboolean
march_drawing_may_remove_ring (MarchDrawing *drawing, guint ring)
{
  return drawing->kind == MARCH_GEOMETRY_POLYGON && !drawing->open
         && ring < march_drawing_get_n_rings (drawing, 0)
         && (march_drawing_is_hole (drawing, ring) || march_drawing_count_parts (drawing) > 1);
}

/* That ring, and the holes in it; the last first. */
static GArray *
list_rings_with (MarchDrawing *drawing, guint ring)
{
  const guint    polygon = march_drawing_find_polygon (drawing, 0, ring);
  const gboolean outer = !march_drawing_is_hole (drawing, ring);
  GArray        *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = march_drawing_get_n_rings (drawing, 0); i-- > 0;)
    if (i == ring || (outer && march_drawing_find_polygon (drawing, 0, i) == polygon))
      g_array_append_val (list, i);
  return list;
}

/** march_drawing_remove_ring: takes a hole out, or a part with its holes. Returns: %FALSE if there
 * is none, one is open, or it is the only part */
gboolean
march_drawing_remove_ring (MarchDrawing *drawing, guint ring)
{
  g_autoptr (GArray) list = NULL;

  if (!march_drawing_may_remove_ring (drawing, ring))
    return FALSE;
  list = list_rings_with (drawing, ring);
  march_drawing_begin_step (drawing);
  for (guint i = 0; i < list->len; i++)
    march_drawing_take_ring (drawing, g_array_index (list, guint, i));
  return TRUE;
}

static MarchDrawnRing *
make_ring (const MarchPart *part)
{
  MarchDrawnRing *ring = march_drawn_ring_new (part->polygon, part->hole);

  for (guint i = 0; i + 1 < part->n_points; i++)
    {
      const MarchDrawnPoint point
          = march_drawing_round (part->points[2 * i], part->points[2 * i + 1]);

      march_drawn_ring_append (ring, &point);
    }
  return ring;
}

/* The corners of all outlines. */
static GHashTable *
list_corners (MarchDrawing *drawing)
{
  GHashTable *corners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < march_drawing_get_n_outlines (drawing); i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      march_drawn_points_add (corners, march_drawing_find_ring (drawing, i, k));
  return corners;
}

/* Where a border is met between its corners, it gets one. */
static void
join_borders (MarchDrawing *drawing, const MarchDrawnRing *ring, GHashTable *known)
{
  for (guint i = 0; i < ring->points->len; i++)
    {
      const MarchDrawnPoint *point = &g_array_index (ring->points, MarchDrawnPoint, i);

      if (!march_drawn_points_have (known, point))
        march_drawing_put_on_borders (drawing, point);
    }
}

/**
 * march_drawing_replace:
 * @shape: polygons
 *
 * What is drawn is @shape from now on; where its new corners lie on borders of neighbours they get
 * these too, if they may change. All that is one step. No ring may be open.
 */
void
march_drawing_replace (MarchDrawing *drawing, MarchGeometry *shape)
{
  g_autoptr (GHashTable) known = list_corners (drawing);

  g_return_if_fail (!drawing->open && march_geometry_get_n_parts (shape) > 0);
  march_drawing_begin_step (drawing);
  for (guint i = march_drawing_get_n_rings (drawing, 0); i-- > 0;)
    march_drawing_take_ring (drawing, i);
  for (guint i = 0; i < march_geometry_get_n_parts (shape); i++)
    {
      MarchDrawnRing *ring = make_ring (march_geometry_get_part (shape, i));

      march_drawing_put_ring (drawing, ring, FALSE);
      join_borders (drawing, ring, known);
    }
}
