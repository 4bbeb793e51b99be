/* march-drawing.c — an outline while it is drawn: what it is made of, and what becomes of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"

static void
free_outline (gpointer data)
{
  MarchDrawnOutline *outline = data;

  g_ptr_array_unref (outline->rings);
  g_free (outline);
}

/* Without the last point of a ring, which repeats the first. */
static void
take_part (MarchDrawnOutline *outline, MarchGeometryKind kind, const MarchPart *part)
{
  MarchDrawnRing *ring = march_drawn_ring_new (part->polygon, part->hole);
  guint           n = part->n_points;

  g_ptr_array_add (outline->rings, ring);
  if (kind == MARCH_GEOMETRY_POLYGON && n > 1)
    n--;
  for (guint i = 0; i < n; i++)
    {
      MarchDrawnPoint point = march_drawing_round (part->points[2 * i], part->points[2 * i + 1]);

      march_drawn_ring_append (ring, &point);
    }
}

static MarchDrawnOutline *
add_outline (MarchDrawing *drawing, gint64 id, MarchGeometry *shape)
{
  MarchDrawnOutline *outline = g_new0 (MarchDrawnOutline, 1);

  outline->id = id;
  outline->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) march_drawn_ring_free);
  for (guint i = 0; shape != NULL && i < march_geometry_get_n_parts (shape); i++)
    take_part (outline, march_geometry_get_kind (shape), march_geometry_get_part (shape, i));
  g_ptr_array_add (drawing->outlines, outline);
  return outline;
}

/**
 * march_drawing_new:
 * @kind: %MARCH_GEOMETRY_POINT or %MARCH_GEOMETRY_POLYGON
 * @shape: (nullable): what is changed; %NULL, or one of another kind: it is drawn anew
 *
 * Returns: (transfer full): a drawing without neighbours
 */
MarchDrawing *
march_drawing_new (MarchGeometryKind kind, MarchGeometry *shape)
{
  MarchDrawing *drawing = g_new0 (MarchDrawing, 1);
  const gboolean kept = shape != NULL && march_geometry_get_kind (shape) == kind
                        && march_geometry_get_n_parts (shape) > 0;

  g_return_val_if_fail (kind != MARCH_GEOMETRY_LINE, NULL);
  drawing->kind = kind;
  drawing->together = drawing->follow = TRUE;
  drawing->outlines = g_ptr_array_new_with_free_func (free_outline);
  drawing->steps = g_array_new (FALSE, FALSE, sizeof (MarchDrawnStep));
  g_array_set_clear_func (drawing->steps, march_drawing_clear_step);
  add_outline (drawing, 0, kept ? shape : NULL);
  if (!kept)
    g_ptr_array_add (((MarchDrawnOutline *) drawing->outlines->pdata[0])->rings,
                     march_drawn_ring_new (0, FALSE));
  drawing->open = !kept && kind == MARCH_GEOMETRY_POLYGON;
  return drawing;
}

/** march_drawing_free: frees all of it */
void
march_drawing_free (MarchDrawing *drawing)
{
  g_ptr_array_unref (drawing->outlines);
  g_array_unref (drawing->steps);
  g_free (drawing);
}

/** march_drawing_add_neighbour: @id: for march_drawing_list_moved(); @shape: only of polygons
 * anything is taken */
void
march_drawing_add_neighbour (MarchDrawing *drawing, gint64 id, MarchGeometry *shape)
{
  if (march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON)
    add_outline (drawing, id, shape);
}

/** march_drawing_set_together: whether corners that neighbours have too move with them */
void
march_drawing_set_together (MarchDrawing *drawing, gboolean together)
{
  drawing->together = together;
  march_drawing_end_move (drawing);
}

gboolean
march_drawing_get_together (MarchDrawing *drawing)
{
  return drawing->together;
}

/** march_drawing_set_follow: whether a ring that is open may follow the borders of neighbours,
 * which it may at first; see march_drawing_find_way() */
void
march_drawing_set_follow (MarchDrawing *drawing, gboolean follow)
{
  drawing->follow = follow;
}

gboolean
march_drawing_get_follow (MarchDrawing *drawing)
{
  return drawing->follow;
}

MarchGeometryKind
march_drawing_get_kind (MarchDrawing *drawing)
{
  return drawing->kind;
}

guint
march_drawing_get_n_outlines (MarchDrawing *drawing)
{
  return drawing->outlines->len;
}

static MarchDrawnOutline *
get_outline (MarchDrawing *drawing, guint outline)
{
  return g_ptr_array_index (drawing->outlines, outline);
}

/** march_drawing_get_id: Returns: the neighbour's id; 0 for the outline that is drawn */
gint64
march_drawing_get_id (MarchDrawing *drawing, guint outline)
{
  return get_outline (drawing, outline)->id;
}

/** march_drawing_set_rival: @rival: no land is to belong to both that neighbour and what is drawn;
 * see march_drawing_list_rivals() */
void
march_drawing_set_rival (MarchDrawing *drawing, guint outline, gboolean rival)
{
  get_outline (drawing, outline)->rival = rival;
}

/** march_drawing_is_changed: Returns: whether a step is done to that outline */
gboolean
march_drawing_is_changed (MarchDrawing *drawing, guint outline)
{
  return get_outline (drawing, outline)->n_steps > 0;
}

guint
march_drawing_get_n_rings (MarchDrawing *drawing, guint outline)
{
  return get_outline (drawing, outline)->rings->len;
}

/** march_drawing_find_ring: private to the room */
MarchDrawnRing *
march_drawing_find_ring (MarchDrawing *drawing, guint outline, guint ring)
{
  return g_ptr_array_index (get_outline (drawing, outline)->rings, ring);
}

/** march_drawing_get_ring: @n: (out): how many corners. Returns: (transfer none): them, until the
 * next change */
const MarchDrawnPoint *
march_drawing_get_ring (MarchDrawing *drawing, guint outline, guint ring, guint *n)
{
  GArray *points = march_drawing_find_ring (drawing, outline, ring)->points;

  *n = points->len;
  return (const MarchDrawnPoint *) (gconstpointer) points->data;
}

/** march_drawing_count_corners: Returns: how many corners the outline that is drawn has */
guint
march_drawing_count_corners (MarchDrawing *drawing)
{
  guint n = 0;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    n += march_drawing_find_ring (drawing, 0, i)->points->len;
  return n;
}

/** march_drawing_is_open: Returns: whether the last ring still waits for march_drawing_close() */
gboolean
march_drawing_is_open (MarchDrawing *drawing)
{
  return drawing->open;
}

/** march_drawing_count_open: Returns: how many corners the ring has that is open; 0 if none is */
guint
march_drawing_count_open (MarchDrawing *drawing)
{
  const guint last = march_drawing_get_n_rings (drawing, 0) - 1;

  return drawing->open ? march_drawing_find_ring (drawing, 0, last)->points->len : 0;
}

/* Where a ring goes in the geometry: after its outline. */
typedef struct
{
  const MarchDrawnRing *ring;
  guint                 polygon;
  guint                 index;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *one = a, *other = b;

  if (one->polygon != other->polygon)
    return one->polygon < other->polygon ? -1 : 1;
  if (one->ring->hole != other->ring->hole)
    return one->ring->hole ? 1 : -1;
  return (one->index > other->index) - (one->index < other->index);
}

static Place *
sort_rings (MarchDrawing *drawing, guint outline, guint n)
{
  Place *places = g_new (Place, n);

  for (guint i = 0; i < n; i++)
    places[i] = (Place){ march_drawing_find_ring (drawing, outline, i),
                         march_drawing_find_polygon (drawing, outline, i), i };
  qsort (places, n, sizeof (Place), compare_places);
  return places;
}

/* Rings of areas repeat their first point again. */
static void
give_ring (const MarchDrawnRing *ring, gboolean area, GArray *points)
{
  g_array_append_vals (points, ring->points->data, ring->points->len);
  if (area && ring->points->len > 0)
    g_array_append_vals (points, ring->points->data, 1);
}

static MarchGeometry *
make_geometry (MarchDrawing *drawing, guint outline, MarchGeometryKind kind)
{
  const guint    n = march_drawing_get_n_rings (drawing, outline);
  const gboolean area = kind == MARCH_GEOMETRY_POLYGON;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));
  g_autofree MarchPart *parts = g_new0 (MarchPart, n);
  g_autofree Place     *places = sort_rings (drawing, outline, n);
  guint at = 0, polygon = 0;

  for (guint i = 0; i < n; i++)
    give_ring (places[i].ring, area, points);
  for (guint i = 0; i < n; i++)
    {
      const MarchDrawnRing *ring = places[i].ring;

      polygon += i > 0 && places[i].polygon != places[i - 1].polygon;
      parts[i].points = (const double *) (gconstpointer) points->data + 2 * (gsize) at;
      parts[i].n_points = ring->points->len + (area && ring->points->len > 0 ? 1 : 0);
      parts[i].polygon = polygon;
      parts[i].hole = ring->hole;
      at += parts[i].n_points;
    }
  return march_geometry_new (kind, parts, n);
}

/**
 * march_drawing_get_shape:
 *
 * Returns: (transfer full) (nullable): what is drawn, valid or not, closed if it is not yet; %NULL
 * while it has too few corners
 */
MarchGeometry *
march_drawing_get_shape (MarchDrawing *drawing)
{
  const guint least = drawing->kind == MARCH_GEOMETRY_POLYGON ? 3 : 1;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, 0); i++)
    if (march_drawing_find_ring (drawing, 0, i)->points->len < least)
      return NULL;
  return make_geometry (drawing, 0, drawing->kind);
}

static void
free_moved (gpointer data)
{
  MarchMovedOutline *moved = data;

  march_geometry_unref (moved->geometry);
  g_free (moved);
}

/** march_drawing_list_moved: Returns: (transfer full) (element-type MarchMovedOutline): the
 * neighbours that are others than they were */
GPtrArray *
march_drawing_list_moved (MarchDrawing *drawing)
{
  GPtrArray *moved = g_ptr_array_new_with_free_func (free_moved);

  for (guint i = 1; i < drawing->outlines->len; i++)
    if (march_drawing_is_changed (drawing, i))
      {
        MarchMovedOutline *one = g_new0 (MarchMovedOutline, 1);

        one->id = get_outline (drawing, i)->id;
        one->geometry = make_geometry (drawing, i, MARCH_GEOMETRY_POLYGON);
        g_ptr_array_add (moved, one);
      }
  return moved;
}

static MarchBox
find_box (MarchDrawing *drawing, guint outline)
{
  MarchBox box = MARCH_BOX_EMPTY;

  for (guint i = 0; i < march_drawing_get_n_rings (drawing, outline); i++)
    march_box_extend (&box, &march_drawing_find_ring (drawing, outline, i)->box);
  return box;
}

/** march_drawing_list_rivals: Returns: (transfer full) (element-type MarchGeometry): those of the
 * neighbours that no land is to be shared with, as far as they may be near */
GPtrArray *
march_drawing_list_rivals (MarchDrawing *drawing)
{
  GPtrArray     *rivals = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
  const MarchBox own = find_box (drawing, 0);

  for (guint i = 1; i < drawing->outlines->len; i++)
    {
      const MarchBox box = find_box (drawing, i);

      if (get_outline (drawing, i)->rival && march_box_intersects (&own, &box))
        g_ptr_array_add (rivals, make_geometry (drawing, i, MARCH_GEOMETRY_POLYGON));
    }
  return rivals;
}
