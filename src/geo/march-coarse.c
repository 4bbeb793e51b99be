/* march-coarse.c — the outline of pieces of land, no finer than a picture shows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-coarse.h"

#include <stdlib.h>

/* An edge as it is met from one of its ends. */
typedef struct
{
  MarchGridPoint from, to;
  guint          edge;
} Way;

/* A run of ways that start at one point. */
typedef struct
{
  const GArray *ways;   /* of Way, by where they start */
  gboolean     *used;   /* of edges */
  guint        *next;   /* of the first way of each run: the one to try next */
  GArray       *points; /* of double, of all lines */
  GArray       *lengths; /* of guint */
} Walk;

static int
compare_ways (const void *a, const void *b)
{
  const Way *p = a, *q = b;
  int        order = march_grid_compare (&p->from, &q->from);

  return order != 0 ? order : march_grid_compare (&p->to, &q->to);
}

/* Every edge from both of its ends, by where it starts. */
static GArray *
list_ways (GArray *edges)
{
  GArray *ways = g_array_sized_new (FALSE, FALSE, sizeof (Way), 2 * edges->len);

  for (guint i = 0; i < edges->len; i++)
    {
      const Way *edge = &g_array_index (edges, Way, i);
      Way        there = { edge->from, edge->to, i }, back = { edge->to, edge->from, i };

      g_array_append_val (ways, there);
      g_array_append_val (ways, back);
    }
  if (ways->len > 0)
    qsort (ways->data, ways->len, sizeof (Way), compare_ways);
  return ways;
}

static guint
find_run (const GArray *ways, const MarchGridPoint *point)
{
  guint low = 0, high = ways->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (march_grid_compare (&g_array_index (ways, Way, middle).from, point) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The next way that wasn't gone yet from @point; NULL if all were. */
static const Way *
take_way (Walk *walk, const MarchGridPoint *point)
{
  const guint run = find_run (walk->ways, point);

  for (guint i = MAX (walk->next[run], run); i < walk->ways->len; i++)
    {
      const Way *way = &g_array_index (walk->ways, Way, i);

      if (!march_grid_equal (&way->from, point))
        return NULL;
      walk->next[run] = i + 1;
      if (walk->used[way->edge])
        continue;
      walk->used[way->edge] = TRUE;
      return way;
    }
  return NULL;
}

static void
append_point (Walk *walk, const MarchGridPoint *point)
{
  const double degrees[2] = { march_grid_degrees (point->x), march_grid_degrees (point->y) };

  g_array_append_vals (walk->points, degrees, 2);
}

/* Where as many edges meet in each point as leave it, the way ends where it began. */
static void
walk_from (Walk *walk, const MarchGridPoint *start)
{
  const Way *way = take_way (walk, start);
  guint      n_points = 1;

  if (way == NULL)
    return;
  append_point (walk, start);
  for (; way != NULL; way = take_way (walk, &way->to))
    {
      append_point (walk, &way->to);
      n_points++;
    }
  g_array_append_val (walk->lengths, n_points);
}

static MarchGeometry *
to_lines (const Walk *walk)
{
  g_autofree MarchPart *parts = g_new (MarchPart, walk->lengths->len + 1);
  const double         *points = (const void *) walk->points->data;

  for (guint i = 0; i < walk->lengths->len; i++)
    {
      parts[i] = (MarchPart){ points, g_array_index (walk->lengths, guint, i), i, FALSE };
      points += 2 * parts[i].n_points;
    }
  return march_geometry_new (MARCH_GEOMETRY_LINE, parts, walk->lengths->len);
}

/* Open lines from one of their ends, so that each is in one piece. */
static void
walk_open (Walk *walk)
{
  for (guint i = 0, end; i < walk->ways->len; i = end)
    {
      const Way *first = &g_array_index (walk->ways, Way, i);

      for (end = i + 1; end < walk->ways->len
                        && march_grid_equal (&g_array_index (walk->ways, Way, end).from,
                                             &first->from);
           end++)
        ;
      if ((end - i) % 2 != 0)
        walk_from (walk, &first->from);
    }
}

static MarchGeometry *
connect (GArray *edges)
{
  g_autoptr (GArray)   ways = list_ways (edges);
  g_autoptr (GArray)   points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray)   lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *used = g_new0 (gboolean, edges->len + 1);
  g_autofree guint    *next = g_new0 (guint, ways->len + 1);
  Walk                 walk = { ways, used, next, points, lengths };

  walk_open (&walk);
  /* Each from its least point, which is a corner, in whatever order the edges came. */
  for (guint i = 0; i < ways->len; i++)
    if (!used[g_array_index (ways, Way, i).edge])
      walk_from (&walk, &g_array_index (ways, Way, i).from);
  return to_lines (&walk);
}

/* All edges, or those where there is contact, or those where there isn't. */
static GArray *
list_edges (MarchOutline *outline, gboolean all, gboolean contact)
{
  GArray                *edges = g_array_new (FALSE, FALSE, sizeof (Way));
  guint                  n_runs;
  const MarchOutlineRun *runs = march_outline_get_runs (outline, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    for (guint j = 0; j < runs[i].n_edges; j++)
      {
        const Way edge = { runs[i].edges[j].from, runs[i].edges[j].to, 0 };

        if (runs[i].edges[j].winding % 2 != 0
            && (all || march_outline_is_contact (outline, i, j) == contact))
          g_array_append_val (edges, edge);
      }
  return edges;
}

/**
 * march_coarse_connect:
 *
 * Returns: (transfer full): closed lines; the land is inside them by the even-odd rule
 */
MarchGeometry *
march_coarse_connect (MarchOutline *outline)
{
  g_autoptr (GArray) edges = list_edges (outline, TRUE, TRUE);

  return connect (edges);
}

/**
 * march_coarse_connect_contact:
 * @contact: which edges: see march_outline_is_contact()
 *
 * Returns: (transfer full): lines, open or closed
 */
MarchGeometry *
march_coarse_connect_contact (MarchOutline *outline, gboolean contact)
{
  g_autoptr (GArray) edges = list_edges (outline, FALSE, contact);

  return connect (edges);
}

/**
 * march_coarse_outline:
 * @pieces: (element-type MarchPiece): that share their points where they touch, as those of one day
 *   of holdings do
 * @step: as for march_outline_new()
 *
 * The border of all pieces together, with none between two of them. Points that fall together do so
 * for all pieces alike, so that no gap opens between them at any @step. For any thread; linear but
 * for sorting what the lattice leaves.
 *
 * Returns: (transfer full): closed lines; the land is inside them by the even-odd rule
 */
MarchGeometry *
march_coarse_outline (GPtrArray *pieces, double step)
{
  MarchBox                 extent = { 0, 0, 0, 0 };
  g_autoptr (MarchOutline) outline = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const MarchBox *box
          = march_geometry_get_box (((MarchPiece *) g_ptr_array_index (pieces, i))->area);

      if (i == 0)
        extent = *box;
      march_box_extend (&extent, box);
    }
  outline = march_outline_new (step, &extent);
  for (guint i = 0; i < pieces->len; i++)
    march_outline_add (outline, g_ptr_array_index (pieces, i));
  return march_coarse_connect (outline);
}
