/* march-drawing.c — an outline while it is drawn: what it is made of, and what becomes of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"

static void
free_ring (gpointer data)
{
  MarchDrawnRing *ring = data;

  g_array_unref (ring->points);
  g_free (ring);
}

static void
free_outline (gpointer data)
{
  MarchDrawnOutline *outline = data;

  g_ptr_array_unref (outline->rings);
  g_free (outline);
}

static MarchDrawnRing *
add_ring (MarchDrawnOutline *outline, guint polygon, gboolean hole)
{
  MarchDrawnRing *ring = g_new0 (MarchDrawnRing, 1);

  ring->points = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));
  ring->polygon = polygon;
  ring->hole = hole;
  ring->box = MARCH_BOX_EMPTY;
  g_ptr_array_add (outline->rings, ring);
  return ring;
}

/* Without the last point of a ring, which repeats the first. */
static void
take_part (MarchDrawnOutline *outline, MarchGeometryKind kind, const MarchPart *part)
{
  MarchDrawnRing *ring = add_ring (outline, part->polygon, part->hole);
  guint           n = part->n_points;

  if (kind == MARCH_GEOMETRY_POLYGON && n > 1)
    n--;
  for (guint i = 0; i < n; i++)
    {
      MarchDrawnPoint point = march_drawing_round (part->points[2 * i], part->points[2 * i + 1]);
      MarchBox        box = { point.longitude, point.latitude, point.longitude, point.latitude };

      g_array_append_val (ring->points, point);
      march_box_extend (&ring->box, &box);
    }
}

static MarchDrawnOutline *
add_outline (MarchDrawing *drawing, gint64 id, MarchGeometry *shape)
{
  MarchDrawnOutline *outline = g_new0 (MarchDrawnOutline, 1);

  outline->id = id;
  outline->rings = g_ptr_array_new_with_free_func (free_ring);
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
  drawing->together = TRUE;
  drawing->outlines = g_ptr_array_new_with_free_func (free_outline);
  drawing->steps = g_array_new (FALSE, FALSE, sizeof (MarchDrawnStep));
  add_outline (drawing, 0, kept ? shape : NULL);
  if (!kept)
    add_ring (drawing->outlines->pdata[0], 0, FALSE);
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

/** march_drawing_is_open: Returns: whether the ring still waits for march_drawing_close() */
gboolean
march_drawing_is_open (MarchDrawing *drawing)
{
  return drawing->open;
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
  const MarchDrawnOutline *own = get_outline (drawing, outline);
  const gboolean           area = kind == MARCH_GEOMETRY_POLYGON;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));
  g_autofree MarchPart *parts = g_new0 (MarchPart, own->rings->len);
  guint at = 0;

  for (guint i = 0; i < own->rings->len; i++)
    give_ring (own->rings->pdata[i], area, points);
  for (guint i = 0; i < own->rings->len; i++)
    {
      const MarchDrawnRing *ring = own->rings->pdata[i];

      parts[i].points = (const double *) (gconstpointer) points->data + 2 * (gsize) at;
      parts[i].n_points = ring->points->len + (area && ring->points->len > 0 ? 1 : 0);
      parts[i].polygon = ring->polygon;
      parts[i].hole = ring->hole;
      at += parts[i].n_points;
    }
  return march_geometry_new (kind, parts, own->rings->len);
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
