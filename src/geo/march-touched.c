/* march-touched.c — the borders that a day may change */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <stdlib.h>

#include "geo/march-cutting-private.h"

/* An edge of what a day turns over, filed under both its ends. */
typedef struct
{
  MarchGridPoint end;
  guint          edge;
} End;

typedef struct
{
  gint32 west, south, east, north;
} GridBox;

/* Appends an edge that no search has met since the stamp was set. */
static void
collect (MarchPlanar *planar, guint32 edge, GArray *found)
{
  MarchPlanarEdge *record = march_planar_edge (planar, edge);

  if (record->state != MARCH_EDGE_PLACED || record->stamp == planar->stamp)
    return;
  record->stamp = planar->stamp;
  g_array_append_val (found, edge);
}

static void
collect_cb (MarchPlanar *planar, MarchEdgeRef ref, gpointer data)
{
  collect (planar, MARCH_EDGE_INDEX (ref), data);
}

/* What stands in the place of @edges now, each once. */
static GArray *
list_leaves (MarchPlanar *planar, GArray *edges)
{
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (guint32));

  planar->stamp++;
  for (guint i = 0; i < edges->len; i++)
    march_planar_resolve (planar, MARCH_EDGE_REF (g_array_index (edges, guint32, i), FALSE),
                          collect_cb, leaves);
  return leaves;
}

static int
compare_ends (const void *a, const void *b)
{
  const End *p = a, *q = b;

  return march_grid_compare (&p->end, &q->end);
}

static guint
find_root (guint *parents, guint at)
{
  while (parents[at] != at)
    at = parents[at] = parents[parents[at]];
  return at;
}

/* Joins the edges that meet in a point; every edge's root is one of its component. */
static guint *
find_components (MarchPlanar *planar, GArray *edges)
{
  g_autofree End *ends = g_new (End, 2 * (gsize) edges->len);
  guint          *parents = g_new (guint, edges->len);

  for (guint i = 0; i < edges->len; i++)
    {
      const MarchPlanarEdge *edge = march_planar_edge (planar, g_array_index (edges, guint32, i));

      parents[i] = i;
      ends[2 * i] = (End){ edge->a, i };
      ends[2 * i + 1] = (End){ edge->b, i };
    }
  if (edges->len > 0)
    qsort (ends, 2 * (gsize) edges->len, sizeof (End), compare_ends);
  for (gsize i = 1; i < 2 * (gsize) edges->len; i++)
    if (march_grid_equal (&ends[i - 1].end, &ends[i].end))
      parents[find_root (parents, ends[i].edge)] = find_root (parents, ends[i - 1].edge);
  return parents;
}

static void
extend_box (GridBox *box, const MarchPlanarEdge *edge)
{
  box->west = MIN (box->west, edge->a.x);
  box->east = MAX (box->east, edge->b.x);
  box->south = MIN (box->south, MIN (edge->a.y, edge->b.y));
  box->north = MAX (box->north, MAX (edge->a.y, edge->b.y));
}

/* The boxes of what the day turns over, one for each component of its border. */
static GArray *
list_boxes (MarchPlanar *planar, GArray *edges)
{
  static const GridBox nothing = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
  GArray              *boxes = g_array_new (FALSE, FALSE, sizeof (GridBox));
  g_autofree guint    *parents = find_components (planar, edges);
  g_autofree GridBox  *all = g_new (GridBox, edges->len);

  for (guint i = 0; i < edges->len; i++)
    all[i] = nothing;
  for (guint i = 0; i < edges->len; i++)
    extend_box (&all[find_root (parents, i)],
                march_planar_edge (planar, g_array_index (edges, guint32, i)));
  for (guint i = 0; i < edges->len; i++)
    if (parents[i] == i)
      g_array_append_val (boxes, all[i]);
  return boxes;
}

static void
collect_box (MarchPlanar *planar, const GridBox *box, GArray *found)
{
  MarchColumns columns = march_planar_columns (planar, box->west, box->east);

  for (guint i = columns.first; i <= columns.last; i++)
    for (guint j = 0; j < planar->columns[i]->len; j++)
      {
        guint32                index = g_array_index (planar->columns[i], guint32, j);
        const MarchPlanarEdge *edge = march_planar_edge (planar, index);

        if (edge->a.x <= box->east && edge->b.x >= box->west
            && MIN (edge->a.y, edge->b.y) <= box->north && MAX (edge->a.y, edge->b.y) >= box->south)
          collect (planar, index, found);
      }
}

/**
 * march_touched_list:
 * @planar: a map with no edge waiting
 * @turned: array of guint32: where the day's border begins or ends
 *
 * Returns: (transfer full) (element-type guint32): the edges whose sides may change: all near what
 * the day turns over, and those that fell together with others
 */
GArray *
march_touched_list (MarchPlanar *planar, GArray *turned)
{
  g_autoptr (GArray) leaves = list_leaves (planar, turned);
  g_autoptr (GArray) boxes = list_boxes (planar, leaves);
  GArray *touched;

  g_array_append_vals (planar->checks, turned->data, turned->len);
  touched = list_leaves (planar, planar->checks);
  for (guint i = 0; i < boxes->len; i++)
    collect_box (planar, &g_array_index (boxes, GridBox, i), touched);
  return touched;
}
