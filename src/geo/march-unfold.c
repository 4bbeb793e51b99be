/* march-unfold.c — borders that bending turned inside out, put right */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-rings-private.h"

#define MAX_COLUMNS 8192

/* How often borders run around a point, counted counter-clockwise, is 1 on the land and 0 beside
 * it. Where borders are bent that are closer together than a cell, one may come to lie on the wrong
 * side of another, and between them it is -1 or 2. */
typedef struct
{
  const MarchGridEdge *edges;
  gint64               west, width; /* of a column */
  guint                n_columns;
  GArray             **columns; /* of guint: the edges in it */
} Plane;

static guint
find_column (const Plane *plane, gint64 x)
{
  return (guint) ((x - plane->west) / plane->width);
}

static void
index_edge (Plane *plane, guint index)
{
  const MarchGridEdge *edge = &plane->edges[index];
  guint                first = find_column (plane, MIN (edge->from.x, edge->to.x));
  guint                last = find_column (plane, MAX (edge->from.x, edge->to.x));

  for (guint i = first; i <= last; i++)
    g_array_append_val (plane->columns[i], index);
}

static void
plane_init (Plane *plane, const GArray *edges)
{
  gint32 west = G_MAXINT32, east = G_MININT32;

  plane->edges = (const void *) edges->data;
  for (guint i = 0; i < edges->len; i++)
    {
      west = MIN (west, MIN (plane->edges[i].from.x, plane->edges[i].to.x));
      east = MAX (east, MAX (plane->edges[i].from.x, plane->edges[i].to.x));
    }
  plane->n_columns = CLAMP (edges->len / 2, 1, MAX_COLUMNS);
  plane->west = west;
  plane->width = ((gint64) east - west) / plane->n_columns + 1;
  plane->columns = g_new (GArray *, plane->n_columns);
  for (guint i = 0; i < plane->n_columns; i++)
    plane->columns[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < edges->len; i++)
    index_edge (plane, i);
}

static void
plane_clear (Plane *plane)
{
  for (guint i = 0; i < plane->n_columns; i++)
    g_array_unref (plane->columns[i]);
  g_free (plane->columns);
}

/* What a ray that starts at (@x, @y), in half cells, and goes north, an infinitesimal to the east,
 * crosses: 1 for an edge to the west, -1 for one to the east, 0 for none. */
static int
cross_north (const MarchGridEdge *edge, gint64 x, gint64 y)
{
  gboolean              west = edge->from.x > edge->to.x;
  const MarchGridPoint *a = west ? &edge->to : &edge->from, *b = west ? &edge->from : &edge->to;
  gint64                dx = (gint64) b->x - a->x, dy = (gint64) b->y - a->y;

  if (2 * (gint64) a->x > x || x >= 2 * (gint64) b->x)
    return 0;
  if ((MarchGridProduct) dx * (y - 2 * (gint64) a->y)
      >= (MarchGridProduct) dy * (x - 2 * (gint64) a->x))
    return 0;
  return west ? 1 : -1;
}

/* How often borders run around what is next to the middle of an edge on its north, or on its east
 * if it runs straight north. */
static int
count_turns (const Plane *plane, const MarchGridEdge *edge)
{
  gint64        x = (gint64) edge->from.x + edge->to.x, y = (gint64) edge->from.y + edge->to.y;
  const GArray *column = plane->columns[find_column (plane, x >> 1)];
  int           turns = 0;

  for (guint i = 0; i < column->len; i++)
    turns += cross_north (&plane->edges[g_array_index (column, guint, i)], x, y);
  return turns;
}

/* Whether the north of the edge, or the east of one that runs straight north, is on its left. */
static gboolean
runs_east (const MarchGridEdge *edge)
{
  return edge->from.x < edge->to.x || (edge->from.x == edge->to.x && edge->from.y > edge->to.y);
}

/* Whether the edge, of which there are @n alike, is the border of land; turned to have it on its
 * left. */
static gboolean
bounds_land (const Plane *plane, MarchGridEdge *edge, int n)
{
  gboolean east = runs_east (edge);
  int      near = count_turns (plane, edge);
  int      left = east ? near : near + n, right = left - n;

  if ((left > 0) == (right > 0))
    return FALSE;
  if (right > 0)
    *edge = (MarchGridEdge){ edge->to, edge->from };
  return TRUE;
}

/* Twice the area inside, as often as borders run around it. */
static MarchGridProduct
sum_area (const MarchGridEdge *edges, guint n_edges)
{
  MarchGridProduct area = 0;

  for (guint i = 0; i < n_edges; i++)
    area += march_grid_cross (&edges[0].from, &edges[i].from, &edges[i].to);
  return area;
}

static MarchGridProduct
sum_length (const MarchGridEdge *edges, guint n_edges)
{
  MarchGridProduct length = 0;

  for (guint i = 0; i < n_edges; i++)
    length += ABS ((gint64) edges[i].to.x - edges[i].from.x)
              + ABS ((gint64) edges[i].to.y - edges[i].from.y);
  return length;
}

/* Whether what changed is no more than bending makes: a seam along the borders that were left out.
 */
static gboolean
is_seam (const GArray *edges, const MarchGridEdge *kept, guint n_kept)
{
  const MarchGridEdge *all = (const void *) edges->data;
  MarchGridProduct     change = sum_area (all, edges->len) - sum_area (kept, n_kept);
  MarchGridProduct     length = sum_length (all, edges->len) - sum_length (kept, n_kept);

  return ABS (change) <= MARCH_RINGS_MAX_FOLD * length;
}

/**
 * march_rings_unfold:
 * @edges: array of #MarchGridEdge, what march_rings_cancel() left
 *
 * Leaves the border of all that borders run around at least once: what was turned inside out is no
 * land where it was -1, land where it was 2.
 *
 * Returns: whether that is less than a few cells wide everywhere; if not, the borders don't belong
 * together, and @edges is as it was
 */
gboolean
march_rings_unfold (GArray *edges)
{
  g_autofree MarchGridEdge *kept = g_new (MarchGridEdge, edges->len + 1);
  const MarchGridEdge      *all = (const void *) edges->data;
  guint                     n_kept = 0;
  Plane                     plane;

  if (edges->len == 0)
    return TRUE;
  march_rings_cancel (edges);
  plane_init (&plane, edges);
  for (guint i = 0, end; i < edges->len; i = end)
    {
      kept[n_kept] = all[i];
      for (end = i + 1; end < edges->len; end++)
        if (!march_grid_equal (&all[end].from, &all[i].from)
            || !march_grid_equal (&all[end].to, &all[i].to))
          break;
      n_kept += bounds_land (&plane, &kept[n_kept], (int) (end - i));
    }
  plane_clear (&plane);
  if (!is_seam (edges, kept, n_kept))
    return FALSE;
  g_array_set_size (edges, 0);
  g_array_append_vals (edges, kept, n_kept);
  return TRUE;
}
