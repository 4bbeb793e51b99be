/* march-border-common.c — how much lies in two areas at once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <stdlib.h>

#include "geo/march-border-private.h"

/* Square metres: what sums of ten thousand square kilometres may be wrong by. */
#define ROUNDING 1e-3

/* What lies in both areas has a border of its own: that of either where it runs in the other. So no
 * polygon has to be built; the area under those parts of the borders is enough. Borders that meet
 * in points or run along each other are told apart by moving the first area by an infinitesimal to
 * the east and a far smaller one to the north ("simulation of simplicity", H. Edelsbrunner and
 * E. P. Mücke, 1990): then nothing touches, and what the move changes is nothing. All decisions
 * are made with whole numbers. */

/* Which of the two a point belongs to, for the move that it sees the other by. */
typedef enum
{
  MOVED = 1,
  UNMOVED = -1,
} Side;

/* Where an edge goes into the other area or leaves it. */
typedef struct
{
  guint  edge;
  double share; /* of the edge that lies before */
} Crossing;

typedef struct
{
  const MarchBorder *a, *b;       /* @a is moved */
  GArray            *on_a, *on_b; /* of Crossing */
} Meeting;

/* Twice the area of the triangle, and where that is nothing the sign that the move gives it. */
static inline double
side_of (const MarchGridPoint *from,
         const MarchGridPoint *to,
         const MarchGridPoint *point,
         Side                  side,
         gboolean             *left)
{
  MarchGridProduct cross = march_grid_cross (from, to, point);

  if (cross != 0)
    *left = cross > 0;
  else if (from->y != to->y)
    *left = (from->y > to->y) == (side == MOVED);
  else
    *left = (from->x < to->x) == (side == MOVED);
  return (double) cross;
}

/* Whether a line to the east at the latitude of @point, which lies a little to the north or the
 * south of it, meets the edge. */
static inline gboolean
spans (const MarchGridPoint *from, const MarchGridPoint *to, gint32 y, Side side)
{
  if (side == MOVED)
    return (from->y > y) != (to->y > y);
  return (from->y >= y) != (to->y >= y);
}

static gboolean
contains (const MarchBorder *border, const MarchGridPoint *point, Side side)
{
  guint    stripe;
  gboolean inside = FALSE;

  if (point->x < border->box.west || point->x > border->box.east || point->y < border->box.south
      || point->y > border->box.north)
    return FALSE;
  stripe = (guint) (((gint64) point->y - border->box.south) / border->stripe_height);
  for (guint i = border->stripes[stripe]; i < border->stripes[stripe + 1]; i++)
    {
      const MarchGridPoint *from = &border->points[border->edges[i]], *to = from + 1;
      gboolean              left;

      if (!spans (from, to, point->y, side))
        continue;
      if (MIN (from->x, to->x) > point->x)
        inside = !inside;
      else if (MAX (from->x, to->x) >= point->x)
        {
          side_of (from, to, point, side, &left);
          inside ^= left == (from->y < to->y);
        }
    }
  return inside;
}

static void
cross_edges (Meeting *meeting, guint p, guint q)
{
  const MarchGridPoint *a = &meeting->a->points[p], *b = &meeting->b->points[q];
  gboolean              left[2];
  double                before, after;
  Crossing              on_a = { p, 0 }, on_b = { q, 0 };

  before = side_of (&b[0], &b[1], &a[0], MOVED, &left[0]);
  after = side_of (&b[0], &b[1], &a[1], MOVED, &left[1]);
  if (left[0] == left[1])
    return;
  on_a.share = before / (before - after);
  before = side_of (&a[0], &a[1], &b[0], UNMOVED, &left[0]);
  after = side_of (&a[0], &a[1], &b[1], UNMOVED, &left[1]);
  if (left[0] == left[1])
    return;
  on_b.share = before / (before - after);
  g_array_append_val (meeting->on_a, on_a);
  g_array_append_val (meeting->on_b, on_b);
}

/* Finds all crossings of an edge of the first area. */
static void
cross_border (Meeting *meeting, guint p)
{
  const MarchBorder    *b = meeting->b;
  const MarchGridPoint *from = &meeting->a->points[p], *to = from + 1;
  gint32                west = MIN (from->x, to->x), east = MAX (from->x, to->x);
  gint32                south = MAX (MIN (from->y, to->y), b->box.south);
  gint32                north = MIN (MAX (from->y, to->y), b->box.north);
  guint                 first, last;

  if (south > north || west > b->box.east || east < b->box.west)
    return;
  first = (guint) (((gint64) south - b->box.south) / b->stripe_height);
  last = (guint) (((gint64) north - b->box.south) / b->stripe_height);
  for (guint i = first; i <= last; i++)
    for (guint j = b->stripes[i]; j < b->stripes[i + 1]; j++)
      {
        const MarchGridPoint *other = &b->points[b->edges[j]];
        gint32                low = MIN (other[0].y, other[1].y);

        if (MIN (other[0].x, other[1].x) > east || MAX (other[0].x, other[1].x) < west
            || low > north || MAX (other[0].y, other[1].y) < south)
          continue;
        /* Where both are in several stripes, the first of them counts. */
        if (i == first
            || i == (guint) (((gint64) MAX (low, south) - b->box.south) / b->stripe_height))
          cross_edges (meeting, p, b->edges[j]);
      }
}

static gboolean
boxes_meet (const MarchBorderBox *a, const MarchBorderBox *b)
{
  return a->west <= b->east && a->east >= b->west && a->south <= b->north && a->north >= b->south;
}

static void
find_crossings (Meeting *meeting)
{
  for (guint i = 0; i < meeting->a->n_rings; i++)
    {
      const MarchBorderRing *ring = &meeting->a->rings[i];

      if (boxes_meet (&ring->box, &meeting->b->box))
        for (guint edge = ring->first; edge + 1 < ring->end; edge++)
          cross_border (meeting, edge);
    }
}

static int
compare_crossings (const void *a, const void *b)
{
  const Crossing *p = a, *q = b;

  if (p->edge != q->edge)
    return p->edge < q->edge ? -1 : 1;
  return (p->share > q->share) - (p->share < q->share);
}

static MarchBorderSpot
find_spot (const MarchBorder *border, const Crossing *crossing)
{
  const MarchGridPoint *from = &border->points[crossing->edge], *to = from + 1;

  return (MarchBorderSpot){ from->x + ((double) to->x - from->x) * crossing->share,
                            from->y + ((double) to->y - from->y) * crossing->share };
}

/* What lies under a ring from where @from is to where @to is: each part of an edge is a geodesic of
 * its own, as if the two areas had been cut. */
static double
sum_between (const MarchBorder *border, const Crossing *from, const Crossing *to)
{
  MarchBorderSpot start = find_spot (border, from), end = find_spot (border, to);
  MarchBorderSpot after, before;

  if (from->edge == to->edge)
    return -march_border_edge_area (&start, &end);
  after = march_border_spot (&border->points[from->edge + 1]);
  before = march_border_spot (&border->points[to->edge]);
  return border->sums[to->edge] - border->sums[from->edge + 1]
         - march_border_edge_area (&start, &after) - march_border_edge_area (&before, &end);
}

/* What lies under those parts of a ring that run in @other; the ring's crossings are taken off the
 * front of @crossings. */
static double
ring_inside (const MarchBorder     *border,
             const MarchBorderRing *ring,
             const MarchBorder     *other,
             Side                   side,
             const Crossing       **crossings,
             const Crossing        *end)
{
  Crossing since = { ring->first, 0 }, until = { ring->end - 2, 1 };
  gboolean inside = contains (other, &border->points[ring->first], side);
  double   sum = 0;

  if (*crossings == end || (*crossings)->edge >= ring->end)
    return inside ? border->sums[ring->end - 1] : 0;
  for (; *crossings < end && (*crossings)->edge < ring->end; (*crossings)++)
    {
      if (inside)
        sum += sum_between (border, &since, *crossings);
      since = **crossings;
      inside = !inside;
    }
  return inside ? sum + sum_between (border, &since, &until) : sum;
}

static double
border_inside (const MarchBorder *border, const MarchBorder *other, Side side, GArray *crossings)
{
  const Crossing *next = (const void *) crossings->data, *end = next + crossings->len;
  double          sum = 0;

  if (crossings->len > 1)
    qsort (crossings->data, crossings->len, sizeof (Crossing), compare_crossings);
  for (guint i = 0; i < border->n_rings; i++)
    if (boxes_meet (&border->rings[i].box, &other->box))
      sum += ring_inside (border, &border->rings[i], other, side, &next, end);
  return sum;
}

/**
 * march_border_common:
 * @a: a border
 * @b: a border
 *
 * For any thread.
 *
 * Returns: square metres on the ellipsoid that lie in both
 */
double
march_border_common (const MarchBorder *a, const MarchBorder *b)
{
  g_autoptr (GArray) on_a = NULL, on_b = NULL;
  Meeting meeting = { a, b, NULL, NULL };
  double  area;

  if (a->n_rings == 0 || b->n_rings == 0 || !boxes_meet (&a->box, &b->box))
    return 0;
  meeting.on_a = on_a = g_array_new (FALSE, FALSE, sizeof (Crossing));
  meeting.on_b = on_b = g_array_new (FALSE, FALSE, sizeof (Crossing));
  find_crossings (&meeting);
  area = border_inside (a, b, MOVED, on_a) + border_inside (b, a, UNMOVED, on_b);
  return area > ROUNDING ? area : 0;
}
