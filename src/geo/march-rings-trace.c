/* march-rings-trace.c — directed edges followed until they close to rings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-rings-trace.h"

#include <stdlib.h>

typedef struct
{
  const MarchGridEdge *edges; /* by where they start */
  guint                n_edges;
  gboolean            *used;
  GPtrArray           *rings; /* of MarchRing */
} Tracing;

static void
ring_free (gpointer data)
{
  MarchRing *ring = data;

  g_array_unref (ring->points);
  g_free (ring);
}

static int
compare_starts (const void *a, const void *b)
{
  const MarchGridEdge *p = a, *q = b;
  int                  order = march_grid_compare (&p->from, &q->from);

  return order != 0 ? order : march_grid_compare (&p->to, &q->to);
}

/** march_ring_signed_area: Returns: twice the signed area, above 0 for a ring that runs
 * counter-clockwise */
MarchGridProduct
march_ring_signed_area (const MarchGridPoint *points, guint n_points)
{
  MarchGridProduct area = 0;

  for (guint i = 2; i < n_points; i++)
    area += march_grid_cross (&points[0], &points[i - 1], &points[i]);
  return area;
}

/* The first of the edges that start at @point, @n_edges if there is none. */
static guint
find_start (const Tracing *tracing, const MarchGridPoint *point)
{
  guint low = 0, high = tracing->n_edges;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (march_grid_compare (&tracing->edges[middle].from, point) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < tracing->n_edges && march_grid_equal (&tracing->edges[low].from, point))
    return low;
  return tracing->n_edges;
}

/* Whether turning clockwise from the way @centre → @base meets @a before @b. */
static gboolean
comes_first (const MarchGridPoint *centre,
             const MarchGridPoint *base,
             const MarchGridPoint *a,
             const MarchGridPoint *b)
{
  MarchGridProduct side_a = march_grid_cross (centre, base, a);
  MarchGridProduct side_b = march_grid_cross (centre, base, b);

  /* Clockwise, what is right of the base comes before what is left of it. */
  if ((side_a > 0) != (side_b > 0))
    return side_a < 0 || (side_a == 0 && side_b > 0);
  return march_grid_cross (centre, a, b) < 0;
}

/* The unused edge that goes on after @edge along the same land; @forks tells whether there were
 * others. */
static guint
find_next (const Tracing *tracing, const MarchGridEdge *edge, gboolean *forks)
{
  guint best = tracing->n_edges;
  guint start = find_start (tracing, &edge->to);

  *forks = FALSE;
  for (guint i = start;
       i < tracing->n_edges && march_grid_equal (&tracing->edges[i].from, &edge->to); i++)
    {
      *forks = *forks || i > start;
      if (tracing->used[i])
        continue;
      if (best == tracing->n_edges
          || comes_first (&edge->to, &edge->from, &tracing->edges[i].to, &tracing->edges[best].to))
        best = i;
    }
  return best;
}

/* Takes the points from @start on off the path as a ring. */
static void
cut_ring (Tracing *tracing, GArray *path, guint start)
{
  MarchRing *ring = g_new0 (MarchRing, 1);
  guint n_points = path->len - start;

  ring->points = g_array_sized_new (FALSE, FALSE, sizeof (MarchGridPoint), n_points);
  g_array_append_vals (ring->points, &g_array_index (path, MarchGridPoint, start), n_points);
  g_array_set_size (path, start);
  ring->area = march_ring_signed_area ((const void *) ring->points->data, n_points);
  ring->west = ring->south = G_MAXINT32;
  ring->east = ring->north = G_MININT32;
  for (guint i = 0; i < n_points; i++)
    {
      const MarchGridPoint *point = &g_array_index (ring->points, MarchGridPoint, i);

      ring->west = MIN (ring->west, point->x);
      ring->south = MIN (ring->south, point->y);
      ring->east = MAX (ring->east, point->x);
      ring->north = MAX (ring->north, point->y);
    }
  g_ptr_array_add (tracing->rings, ring);
}

/* Where the path has been at @point before, in one of the @forks; -1 if it hasn't. */
static int
find_visit (GArray *path, GArray *forks, const MarchGridPoint *point)
{
  for (guint i = forks->len; i > 0; i--)
    {
      guint at = g_array_index (forks, guint, i - 1);

      if (march_grid_equal (&g_array_index (path, MarchGridPoint, at), point))
        return (int) i - 1;
    }
  return -1;
}

/* Follows the border from edge @first until it is back, and cuts off a ring wherever it comes by a
 * point again: polygons may touch themselves and their holes in points, rings may not. */
static gboolean
trace (Tracing *tracing, guint first)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (MarchGridPoint));
  g_autoptr (GArray) forks = g_array_new (FALSE, FALSE, sizeof (guint));
  const MarchGridPoint *origin = &tracing->edges[first].from;
  guint                 at = first;

  g_array_append_val (path, *origin);
  g_array_append_val (forks, (guint){ 0 });
  for (;;)
    {
      const MarchGridEdge *edge = &tracing->edges[at];
      gboolean             forked;
      int                  visit = find_visit (path, forks, &edge->to);

      tracing->used[at] = TRUE;
      if (visit >= 0)
        {
          cut_ring (tracing, path, g_array_index (forks, guint, visit));
          g_array_set_size (forks, (guint) visit);
        }
      at = find_next (tracing, edge, &forked);
      if (at == tracing->n_edges || path->len == 0)
        return path->len == 0;
      if (forked)
        g_array_append_val (forks, path->len);
      g_array_append_val (path, edge->to);
    }
}

static gboolean
collect_rings (Tracing *tracing)
{
  for (guint i = 0; i < tracing->n_edges; i++)
    if (!tracing->used[i] && !trace (tracing, i))
      return FALSE;
  return TRUE;
}

/**
 * march_rings_trace:
 * @edges: array of #MarchGridEdge, what march_rings_cancel() left; sorted anew
 *
 * Returns: (transfer full) (nullable) (element-type MarchRing): all rings of @edges; %NULL if they
 * don't close
 */
GPtrArray *
march_rings_trace (GArray *edges)
{
  g_autoptr (GPtrArray) rings = g_ptr_array_new_with_free_func (ring_free);
  Tracing  tracing = { (const void *) edges->data, edges->len, NULL, rings };
  gboolean whole;

  if (edges->len == 0)
    return g_steal_pointer (&rings);
  qsort (edges->data, edges->len, sizeof (MarchGridEdge), compare_starts);
  tracing.used = g_new0 (gboolean, edges->len);
  whole = collect_rings (&tracing);
  g_free (tracing.used);
  return whole ? g_steal_pointer (&rings) : NULL;
}
