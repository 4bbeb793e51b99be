/* march-rings.c — directed edges put together to polygons and outlines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-rings-private.h"

#include <stdlib.h>

#include "geo/march-rings-trace.h"

/* By the ends, whichever way it runs, so that an edge and its reverse are neighbours. */
static int
compare_undirected (const void *a, const void *b)
{
  const MarchGridEdge  *p = a, *q = b;
  gboolean              p_turned = march_grid_compare (&p->from, &p->to) > 0;
  gboolean              q_turned = march_grid_compare (&q->from, &q->to) > 0;
  const MarchGridPoint *p_low = p_turned ? &p->to : &p->from;
  const MarchGridPoint *q_low = q_turned ? &q->to : &q->from;
  int                   order = march_grid_compare (p_low, q_low);

  if (order == 0)
    order = march_grid_compare (p_turned ? &p->from : &p->to, q_turned ? &q->from : &q->to);
  return order;
}

static void
add_ring_edges (GArray *edges, const MarchPart *part)
{
  g_autofree MarchGridPoint *points = g_new (MarchGridPoint, part->n_points);
  gboolean                   turned;

  for (guint i = 0; i < part->n_points; i++)
    points[i] = (MarchGridPoint){ march_grid_round (part->points[2 * i]),
                                  march_grid_round (part->points[2 * i + 1]) };
  turned = (march_ring_signed_area (points, part->n_points) < 0) != part->hole;
  for (guint i = 0; i + 1 < part->n_points; i++)
    if (!march_grid_equal (&points[i], &points[i + 1]))
      {
        MarchGridEdge edge = { points[i + turned], points[i + !turned] };

        g_array_append_val (edges, edge);
      }
}

/**
 * march_rings_add_area:
 * @edges: array of #MarchGridEdge
 * @area: polygons on the grid, their rings running either way
 *
 * Appends the edges of all rings of @area, turned so that the land is on their left.
 */
void
march_rings_add_area (GArray *edges, MarchGeometry *area)
{
  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    add_ring_edges (edges, march_geometry_get_part (area, i));
}

/* How often the edges @first … @end - 1, alike but for their direction, run forward less how often
 * they run back. */
static int
sum_directions (const MarchGridEdge *edges, guint first, guint end)
{
  int sum = 0;

  for (guint i = first; i < end; i++)
    sum += march_grid_compare (&edges[i].from, &edges[i].to) < 0 ? 1 : -1;
  return sum;
}

/**
 * march_rings_cancel:
 * @edges: array of #MarchGridEdge
 *
 * Leaves out edges that have land on both sides: one that runs each way. Of edges that run more
 * often one way than the other as many are left as there are more of them; edges alike are then
 * side by side. The order changes.
 */
void
march_rings_cancel (GArray *edges)
{
  MarchGridEdge *all = (void *) edges->data;
  guint          n_left = 0;

  if (edges->len == 0)
    return;
  qsort (all, edges->len, sizeof (MarchGridEdge), compare_undirected);
  for (guint i = 0, end; i < edges->len; i = end)
    {
      MarchGridEdge edge = all[i];
      int           sum;

      for (end = i + 1; end < edges->len && compare_undirected (&all[i], &all[end]) == 0; end++)
        ;
      sum = sum_directions (all, i, end);
      if ((sum > 0) != (march_grid_compare (&edge.from, &edge.to) < 0))
        edge = (MarchGridEdge){ edge.to, edge.from };
      for (int j = 0; j < ABS (sum); j++)
        all[n_left++] = edge;
    }
  g_array_set_size (edges, n_left);
}

/* Whether the middle of the first edge of @inner lies in @outer. */
static gboolean
ring_contains (const MarchRing *outer, const MarchRing *inner)
{
  const MarchGridPoint *points = (const void *) outer->points->data;
  const MarchGridPoint *first = &g_array_index (inner->points, MarchGridPoint, 0);
  const MarchGridPoint *second = &g_array_index (inner->points, MarchGridPoint, 1);
  gint64                x = (gint64) first->x + second->x, y = (gint64) first->y + second->y;
  gboolean              inside = FALSE;

  for (guint i = 0; i < outer->points->len; i++)
    {
      const MarchGridPoint *a = &points[i];
      const MarchGridPoint *b = &points[i + 1 < outer->points->len ? i + 1 : 0];

      if ((2 * (gint64) a->y > y) != (2 * (gint64) b->y > y))
        {
          gint64           dx = (gint64) b->x - a->x, dy = (gint64) b->y - a->y;
          MarchGridProduct side = (MarchGridProduct) dx * (y - 2 * (gint64) a->y)
                                  - (MarchGridProduct) dy * (x - 2 * (gint64) a->x);

          inside ^= (side > 0) == (dy > 0);
        }
    }
  return inside;
}

static gboolean
box_contains (const MarchRing *outer, const MarchRing *inner)
{
  return outer->west <= inner->west && outer->south <= inner->south && outer->east >= inner->east
         && outer->north >= inner->north;
}

/* The smallest outer ring around a hole. */
static const MarchRing *
find_outer (GPtrArray *outers, const MarchRing *hole)
{
  const MarchRing *best = NULL;

  for (guint i = 0; i < outers->len; i++)
    {
      const MarchRing *outer = g_ptr_array_index (outers, i);

      if (box_contains (outer, hole) && outer->area > -hole->area
          && (best == NULL || outer->area < best->area) && ring_contains (outer, hole))
        best = outer;
    }
  return best;
}

static int
compare_polygons (const void *a, const void *b)
{
  const MarchRing *p = *(MarchRing *const *) a, *q = *(MarchRing *const *) b;

  if (p->polygon != q->polygon)
    return p->polygon < q->polygon ? -1 : 1;
  return (p->area < 0) - (q->area < 0);
}

/* Sorts the rings: an outer one, its holes, the next outer one. */
static gboolean
sort_rings (GPtrArray *rings)
{
  g_autoptr (GPtrArray) outers = g_ptr_array_new ();

  for (guint i = 0; i < rings->len; i++)
    {
      MarchRing *ring = g_ptr_array_index (rings, i);

      ring->polygon = outers->len;
      if (ring->area > 0)
        g_ptr_array_add (outers, ring);
    }
  for (guint i = 0; i < rings->len; i++)
    {
      MarchRing       *ring = g_ptr_array_index (rings, i);
      const MarchRing *outer = ring->area > 0 ? ring : find_outer (outers, ring);

      if (outer == NULL)
        return FALSE;
      ring->polygon = outer->polygon;
    }
  if (rings->len > 1)
    qsort (rings->pdata, rings->len, sizeof (gpointer), compare_polygons);
  return TRUE;
}

/* @n rings from @rings on as one geometry. */
static MarchGeometry *
to_geometry (MarchRing **rings, guint n, MarchGeometryKind kind)
{
  g_autofree MarchPart *parts = g_new (MarchPart, n);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  const double *next;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= rings[i]->points->len; j++)
      {
        const MarchGridPoint *point = &g_array_index (rings[i]->points, MarchGridPoint,
                                                      j < rings[i]->points->len ? j : 0);
        double degrees[2] = { march_grid_degrees (point->x), march_grid_degrees (point->y) };

        g_array_append_vals (points, degrees, 2);
      }
  next = (const void *) points->data;
  for (guint i = 0; i < n; i++)
    {
      gboolean hole = kind == MARCH_GEOMETRY_POLYGON && rings[i]->area < 0;

      parts[i] = (MarchPart){ next, rings[i]->points->len + 1,
                              rings[i]->polygon - rings[0]->polygon, hole };
      next += 2 * parts[i].n_points;
    }
  return march_geometry_new (kind, parts, n);
}

/* Whether an edge runs the same way twice, in edges sorted by where they start. */
static gboolean
has_doubles (const GArray *edges)
{
  for (guint i = 1; i < edges->len; i++)
    {
      const MarchGridEdge *before = &g_array_index (edges, MarchGridEdge, i - 1);
      const MarchGridEdge *edge = before + 1;

      if (march_grid_equal (&before->from, &edge->from)
          && march_grid_equal (&before->to, &edge->to))
        return TRUE;
    }
  return FALSE;
}

/* Whether it is so narrow that bending may have made it. */
static gboolean
is_narrow (const MarchRing *ring)
{
  gint64 width = (gint64) ring->east - ring->west, height = (gint64) ring->north - ring->south;

  return ABS (ring->area) <= MARCH_RINGS_MAX_FOLD * (MarchGridProduct) (width + height);
}

/* How many outer rings lie around @ring more than holes do. */
static int
find_depth (GPtrArray *rings, const MarchRing *ring)
{
  int depth = 0;

  for (guint i = 0; i < rings->len; i++)
    {
      const MarchRing *other = g_ptr_array_index (rings, i);

      if (other != ring && ABS (other->area) > ABS (ring->area) && box_contains (other, ring)
          && ring_contains (other, ring))
        depth += other->area > 0 ? 1 : -1;
    }
  return depth;
}

/* Whether all narrow rings are where they have to be: outer ones in no other or in a hole, holes in
 * an outer one. Those that are turned inside out are not. */
static gboolean
are_flat (GPtrArray *rings)
{
  for (guint i = 0; i < rings->len; i++)
    {
      const MarchRing *ring = g_ptr_array_index (rings, i);

      if (is_narrow (ring) && find_depth (rings, ring) != (ring->area > 0 ? 0 : 1))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
find_sorted_rings (GArray *edges)
{
  g_autoptr (GPtrArray) rings = march_rings_trace (edges);

  if (rings == NULL)
    return NULL;
  if (has_doubles (edges) || !are_flat (rings) || !sort_rings (rings))
    {
      if (!march_rings_unfold (edges))
        return NULL;
      g_ptr_array_unref (rings);
      rings = march_rings_trace (edges);
      if (rings == NULL || !sort_rings (rings))
        return NULL;
    }
  return g_steal_pointer (&rings);
}

/**
 * march_rings_to_polygons:
 * @edges: array of #MarchGridEdge, what march_rings_cancel() left; sorted anew
 *
 * Returns: (transfer full) (nullable) (element-type MarchGeometry): each polygon by itself, outer
 * rings counter-clockwise and holes clockwise; %NULL if the edges bound nothing whole
 */
GPtrArray *
march_rings_to_polygons (GArray *edges)
{
  g_autoptr (GPtrArray) rings = find_sorted_rings (edges);
  GPtrArray *polygons;

  if (rings == NULL)
    return NULL;
  polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
  for (guint i = 0, end; i < rings->len; i = end)
    {
      MarchRing **first = (MarchRing **) &rings->pdata[i];

      for (end = i + 1; end < rings->len; end++)
        if (((const MarchRing *) rings->pdata[end])->polygon != (*first)->polygon)
          break;
      g_ptr_array_add (polygons, to_geometry (first, end - i, MARCH_GEOMETRY_POLYGON));
    }
  return polygons;
}

/**
 * march_rings_to_area:
 * @edges: as for march_rings_to_polygons()
 *
 * Returns: (transfer full) (nullable): all polygons as one geometry
 */
MarchGeometry *
march_rings_to_area (GArray *edges)
{
  g_autoptr (GPtrArray) rings = find_sorted_rings (edges);

  if (rings == NULL)
    return NULL;
  return to_geometry ((MarchRing **) rings->pdata, rings->len, MARCH_GEOMETRY_POLYGON);
}

/**
 * march_rings_to_outline:
 * @edges: as for march_rings_to_polygons()
 *
 * Returns: (transfer full) (nullable): closed lines with the land on their left
 */
MarchGeometry *
march_rings_to_outline (GArray *edges)
{
  g_autoptr (GPtrArray) rings = find_sorted_rings (edges);

  if (rings == NULL)
    return NULL;
  return to_geometry ((MarchRing **) rings->pdata, rings->len, MARCH_GEOMETRY_LINE);
}
