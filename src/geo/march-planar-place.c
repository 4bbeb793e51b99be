/* march-planar-place.c — new borders brought into the map without crossing what is there */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "base/march-error.h"
#include "geo/march-planar-private.h"

/* What one day's borders may break into. */
#define MAX_EDGES (G_GUINT64_CONSTANT (1) << 25)
#define EDGES_BETWEEN_CHECKS 1024

/* A point through which an edge has to go. */
typedef struct
{
  guint32          edge;
  MarchGridPoint   point;
  MarchGridProduct along;
} Split;

static int
compare_splits (const void *a, const void *b)
{
  const Split *p = a, *q = b;

  if (p->edge != q->edge)
    return p->edge < q->edge ? -1 : 1;
  if (p->along != q->along)
    return p->along < q->along ? -1 : 1;
  return march_grid_compare (&p->point, &q->point);
}

static void
add_split (MarchPlanar *planar, GArray *splits, guint32 edge, const MarchGridPoint *point)
{
  const MarchPlanarEdge *record = march_planar_edge (planar, edge);
  Split                  split = { edge, *point, 0 };

  split.along = (MarchGridProduct) ((gint64) record->b.x - record->a.x)
                    * ((gint64) point->x - record->a.x)
                + (MarchGridProduct) ((gint64) record->b.y - record->a.y)
                      * ((gint64) point->y - record->a.y);
  g_array_append_val (splits, split);
}

static inline MarchGridProduct
magnitude (MarchGridProduct value)
{
  return value < 0 ? -value : value;
}

/* Whether @edge comes within half a cell of @point (a square, its border included) and doesn't end
 * there. The square's corners are then not all on one side of the edge. */
static gboolean
passes (const MarchPlanarEdge *edge, const MarchGridPoint *point)
{
  if (point->x < edge->a.x || point->x > edge->b.x || point->y < MIN (edge->a.y, edge->b.y)
      || point->y > MAX (edge->a.y, edge->b.y))
    return FALSE;
  if (march_grid_equal (point, &edge->a) || march_grid_equal (point, &edge->b))
    return FALSE;
  return 2 * magnitude (march_grid_cross (&edge->a, &edge->b, point))
         <= (gint64) edge->b.x - edge->a.x + ABS ((gint64) edge->b.y - edge->a.y);
}

static gboolean
times_meet (const MarchPlanarEdge *p, const MarchPlanarEdge *q)
{
  return p->since < q->until && q->since < p->until;
}

static gboolean
boxes_meet (const MarchPlanarEdge *p, const MarchPlanarEdge *q)
{
  return p->a.x <= q->b.x && q->a.x <= p->b.x && MIN (p->a.y, p->b.y) <= MAX (q->a.y, q->b.y)
         && MIN (q->a.y, q->b.y) <= MAX (p->a.y, p->b.y);
}

static gboolean
are_apart (MarchGridProduct a, MarchGridProduct b)
{
  return (a > 0 && b < 0) || (a < 0 && b > 0);
}

/* @numerator / @denominator, to the nearest whole number, halves up. */
static gint64
divide (MarchGridProduct numerator, MarchGridProduct denominator)
{
  MarchGridProduct n = 2 * numerator + denominator, d = 2 * denominator;
  MarchGridProduct quotient = n / d;

  if (n % d != 0 && (n < 0) != (d < 0))
    quotient--;
  return (gint64) quotient;
}

/* Where @p and @q cross within both, to the nearest point of the grid. */
static gboolean
find_crossing (const MarchPlanarEdge *p, const MarchPlanarEdge *q, MarchGridPoint *point)
{
  MarchGridProduct q_a = march_grid_cross (&p->a, &p->b, &q->a);
  MarchGridProduct q_b = march_grid_cross (&p->a, &p->b, &q->b);

  if (!are_apart (q_a, q_b)
      || !are_apart (march_grid_cross (&q->a, &q->b, &p->a),
                     march_grid_cross (&q->a, &q->b, &p->b)))
    return FALSE;
  point->x = (gint32) (q->a.x + divide (((gint64) q->b.x - q->a.x) * q_a, q_a - q_b));
  point->y = (gint32) (q->a.y + divide (((gint64) q->b.y - q->a.y) * q_a, q_a - q_b));
  return TRUE;
}

static void
split_at_crossing (MarchPlanar *planar, GArray *splits, guint32 p, guint32 q)
{
  const MarchPlanarEdge *edges[2] = { march_planar_edge (planar, p),
                                      march_planar_edge (planar, q) };
  MarchGridPoint         point;

  if (!find_crossing (edges[0], edges[1], &point))
    return;
  for (guint i = 0; i < 2; i++)
    if (!march_grid_equal (&point, &edges[i]->a) && !march_grid_equal (&point, &edges[i]->b))
      add_split (planar, splits, i == 0 ? p : q, &point);
}

/* What the two edges do to each other. */
static void
meet (MarchPlanar *planar, GArray *splits, guint32 p, guint32 q)
{
  const MarchPlanarEdge *one = march_planar_edge (planar, p);
  const MarchPlanarEdge *other = march_planar_edge (planar, q);
  guint                  before = splits->len;

  if (passes (one, &other->a))
    add_split (planar, splits, p, &other->a);
  if (passes (one, &other->b))
    add_split (planar, splits, p, &other->b);
  if (passes (other, &one->a))
    add_split (planar, splits, q, &one->a);
  if (passes (other, &one->b))
    add_split (planar, splits, q, &one->b);
  if (splits->len == before)
    split_at_crossing (planar, splits, p, q);
}

/* Gives what @edge carries to @other, which has the same ends. */
static void
join (MarchPlanar *planar, guint32 edge, guint32 other)
{
  MarchPlanarEdge *from = march_planar_edge (planar, edge);
  MarchPlanarEdge *to = march_planar_edge (planar, other);

  /* In a longer time there are other edges to look at. */
  if (from->since < to->since || from->until > to->until)
    {
      march_planar_remove (planar, other, MARCH_EDGE_WAITING);
      g_array_append_val (planar->waiting, other);
    }
  to->since = MIN (from->since, to->since);
  to->until = MAX (from->until, to->until);
  to->jump += from->jump;
  to->turns ^= from->turns;
  from->state = MARCH_EDGE_SAME;
  from->first = other;
  g_array_append_val (planar->checks, other);
}

static void
add_child (MarchPlanar          *planar,
           guint32               parent,
           const MarchGridPoint *from,
           const MarchGridPoint *to)
{
  guint32                child = march_planar_add (planar, from, to);
  MarchPlanarEdge       *record = march_planar_edge (planar, child);
  const MarchPlanarEdge *whole = march_planar_edge (planar, parent);

  record->reversed = !march_grid_equal (&record->a, from);
  record->left = record->reversed ? whole->right : whole->left;
  record->right = record->reversed ? whole->left : whole->right;
  record->jump = record->reversed ? -whole->jump : whole->jump;
  record->turns = whole->turns;
  record->since = whole->since;
  record->until = whole->until;
}

static gboolean
is_between (const MarchGridPoint *point, const MarchGridPoint *a, const MarchGridPoint *b)
{
  return point->x >= MIN (a->x, b->x) && point->x <= MAX (a->x, b->x)
         && point->y >= MIN (a->y, b->y) && point->y <= MAX (a->y, b->y)
         && !march_grid_equal (point, a) && !march_grid_equal (point, b);
}

/* Puts edges that go through the points of @splits in the place of theirs. A point to which the way
 * would lead back is left to the new edges, so that they never get longer together, in steps to
 * the east and the north, and the splitting ends. */
static void
split (MarchPlanar *planar, const Split *splits, guint n_splits)
{
  guint32         edge = splits[0].edge;
  MarchPlanarEdge whole = *march_planar_edge (planar, edge);
  MarchGridPoint  at = whole.a;
  guint32         first = planar->edges->len;

  if (whole.state != MARCH_EDGE_WAITING)
    march_planar_remove (planar, edge, MARCH_EDGE_SPLIT);
  for (guint i = 0; i < n_splits; i++)
    if (is_between (&splits[i].point, &at, &whole.b))
      {
        add_child (planar, edge, &at, &splits[i].point);
        at = splits[i].point;
      }
  add_child (planar, edge, &at, &whole.b);

  MarchPlanarEdge *record = march_planar_edge (planar, edge);
  record->state = MARCH_EDGE_SPLIT;
  record->first = first;
  record->n = planar->edges->len - first;
}

static void
apply_splits (MarchPlanar *planar, GArray *splits)
{
  const Split *all = (const void *) splits->data;

  if (splits->len == 0)
    return;
  qsort (splits->data, splits->len, sizeof (Split), compare_splits);
  for (guint i = 0, end; i < splits->len; i = end)
    {
      for (end = i + 1; end < splits->len && all[end].edge == all[i].edge; end++)
        ;
      split (planar, all + i, end - i);
    }
}

/* Finds what @edge does to those in @column; TRUE if it fell together with one. */
static gboolean
search_column (MarchPlanar *planar, const GArray *column, guint32 edge, GArray *splits)
{
  const guint32 *others = (const void *) column->data;

  for (guint i = 0; i < column->len; i++)
    {
      const MarchPlanarEdge *record = march_planar_edge (planar, edge);
      MarchPlanarEdge       *other = march_planar_edge (planar, others[i]);

      if (other->stamp == planar->stamp || !boxes_meet (record, other)
          || !times_meet (record, other))
        continue;
      other->stamp = planar->stamp;
      if (march_grid_equal (&record->a, &other->a) && march_grid_equal (&record->b, &other->b))
        {
          join (planar, edge, others[i]);
          return TRUE;
        }
      meet (planar, splits, edge, others[i]);
    }
  return FALSE;
}

static gboolean
search (MarchPlanar *planar, GArray **index, guint32 edge, GArray *splits)
{
  const MarchPlanarEdge *record = march_planar_edge (planar, edge);
  MarchColumns           columns = march_planar_columns (planar, record->a.x, record->b.x);

  for (guint i = columns.first; i <= columns.last; i++)
    if (search_column (planar, index[i], edge, splits))
      return TRUE;
  return FALSE;
}

/* A border of the day itself has no time with dead edges in common. */
static void
place (MarchPlanar *planar, guint32 edge, GArray *splits)
{
  planar->stamp++;
  g_array_set_size (splits, 0);
  if (search (planar, planar->columns, edge, splits))
    return;
  if (march_planar_edge (planar, edge)->since < planar->day
      && search (planar, planar->dead, edge, splits))
    return;
  apply_splits (planar, splits);
  if (march_planar_edge (planar, edge)->state == MARCH_EDGE_WAITING)
    march_planar_insert (planar, edge);
}

/**
 * march_planar_place_all:
 * @planar: a map
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED, or %MARCH_ERROR_BAD_INPUT if the edges break into too many
 *
 * Places the waiting edges, and splits and bends edges until none crosses another or passes within
 * half a cell of another's end.
 *
 * Returns: whether it came to the end; else the map is of no more use
 */
gboolean
march_planar_place_all (MarchPlanar *planar, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (Split));
  guint64 limit = planar->edges->len + MAX_EDGES;

  for (guint i = 0; planar->waiting->len > 0; i++)
    {
      guint32 edge = g_array_index (planar->waiting, guint32, planar->waiting->len - 1);

      if (i % EDGES_BETWEEN_CHECKS == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (planar->edges->len > MIN (limit, G_MAXINT32))
        {
          g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       _ ("The borders cross each other too often to be cut."));
          return FALSE;
        }
      g_array_set_size (planar->waiting, planar->waiting->len - 1);
      place (planar, edge, splits);
    }
  return TRUE;
}
