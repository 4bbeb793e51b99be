/* march-drawing-path.c — the shortest way along the borders of several neighbours */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-trace-private.h"

#include <math.h>

/* With more corners around it would take longer than a pointer may wait. */
#define MOST_CORNERS 150000
#define NOWHERE G_MAXUINT

/* A corner of borders; several rings may have it. */
typedef struct
{
  MarchDrawnPoint point;
  double          length; /* of the shortest way known to it */
  guint           from;   /* the corner before it on that way */
  gboolean        done;
} Node;

/* A border between two corners, there for each of them. */
typedef struct
{
  guint from, to;
} Link;

/* A corner that is reached, and may be gone on from. */
typedef struct
{
  double length;
  guint  node;
} Reached;

typedef struct
{
  GHashTable *nodes_by_key; /* of gint64 * to index and 1 */
  GArray     *nodes;        /* of Node */
  GArray     *links;        /* of Link, sorted once all are there */
  guint      *first;        /* of each node, and one more: where its links begin */
  GArray     *heap;         /* of Reached, the nearest first */
} Web;

static Node *
get_node (Web *web, guint index)
{
  return &g_array_index (web->nodes, Node, index);
}

static guint
find_node (Web *web, const MarchDrawnPoint *point, gboolean create)
{
  const gint64 key = march_drawn_point_key (point);
  const Node   node = { *point, INFINITY, NOWHERE, FALSE };
  guint        index = GPOINTER_TO_UINT (g_hash_table_lookup (web->nodes_by_key, &key));

  if (index > 0 || !create)
    return index > 0 ? index - 1 : NOWHERE;
  g_array_append_val (web->nodes, node);
  index = web->nodes->len;
  g_hash_table_insert (web->nodes_by_key, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (index));
  return index - 1;
}

static void
add_ring (Web *web, const MarchDrawnRing *ring)
{
  const MarchDrawnPoint *points = (const MarchDrawnPoint *) (gconstpointer) ring->points->data;
  const guint            n = ring->points->len;
  Link                   link = { 0 };

  for (guint i = 0; i < n; i++)
    {
      link.from = find_node (web, &points[i], TRUE);
      link.to = find_node (web, &points[(i + 1) % n], TRUE);
      g_array_append_val (web->links, link);
      link = (Link){ link.to, link.from };
      g_array_append_val (web->links, link);
    }
}

/* Around both ends, as far again as they are apart. */
static MarchBox
find_room (const MarchDrawnPoint *a, const MarchDrawnPoint *b)
{
  const double wide = fabs (a->longitude - b->longitude), high = fabs (a->latitude - b->latitude);
  const double margin = MAX (wide, high);

  return (MarchBox){ MIN (a->longitude, b->longitude) - margin,
                     MIN (a->latitude, b->latitude) - margin,
                     MAX (a->longitude, b->longitude) + margin,
                     MAX (a->latitude, b->latitude) + margin };
}

static int
compare_links (const void *a, const void *b)
{
  const Link *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->to > other->to) - (one->to < other->to);
}

static void
sort_links (Web *web)
{
  const guint n = web->nodes->len;

  g_array_sort (web->links, compare_links);
  web->first = g_new0 (guint, n + 1);
  for (guint i = 0; i < web->links->len; i++)
    web->first[g_array_index (web->links, Link, i).from + 1]++;
  for (guint i = 0; i < n; i++)
    web->first[i + 1] += web->first[i];
}

/* Returns: whether there are not too many. */
static gboolean
fill (Web *web, MarchDrawing *drawing, const MarchBox *room)
{
  guint n = 0;

  for (guint i = 1; i < march_drawing_get_n_outlines (drawing); i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      {
        const MarchDrawnRing *ring = march_drawing_find_ring (drawing, i, k);

        if (!march_box_intersects (&ring->box, room))
          continue;
        n += ring->points->len;
        if (n > MOST_CORNERS)
          return FALSE;
        add_ring (web, ring);
      }
  sort_links (web);
  return TRUE;
}

static void
swap (GArray *heap, guint a, guint b)
{
  const Reached kept = g_array_index (heap, Reached, a);

  g_array_index (heap, Reached, a) = g_array_index (heap, Reached, b);
  g_array_index (heap, Reached, b) = kept;
}

static gboolean
is_nearer (GArray *heap, guint a, guint b)
{
  return g_array_index (heap, Reached, a).length < g_array_index (heap, Reached, b).length;
}

static void
push (Web *web, guint node)
{
  const Reached reached = { get_node (web, node)->length, node };
  guint         at = web->heap->len;

  g_array_append_val (web->heap, reached);
  for (; at > 0 && is_nearer (web->heap, at, (at - 1) / 2); at = (at - 1) / 2)
    swap (web->heap, at, (at - 1) / 2);
}

static guint
pop (Web *web)
{
  GArray     *heap = web->heap;
  const guint node = g_array_index (heap, Reached, 0).node;
  guint       at = 0;

  swap (heap, 0, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  while (2 * at + 1 < heap->len)
    {
      guint child = 2 * at + 1;

      if (child + 1 < heap->len && is_nearer (heap, child + 1, child))
        child++;
      if (!is_nearer (heap, child, at))
        break;
      swap (heap, at, child);
      at = child;
    }
  return node;
}

/* What must not be gone. */
typedef struct
{
  GHashTable *taken; /* corners */
  guint       from, to; /* the border between two of them */
} Closed;

static void
go_on (Web *web, guint at, guint goal, const Closed *closed)
{
  for (guint i = web->first[at]; i < web->first[at + 1]; i++)
    {
      const guint  next = g_array_index (web->links, Link, i).to;
      const Node  *here = get_node (web, at);
      Node        *there = get_node (web, next);
      const double length
          = here->length + march_drawn_point_distance (&here->point, &there->point);

      if (there->done || length >= there->length || (at == closed->from && next == closed->to)
          || (next != goal && march_drawn_points_have (closed->taken, &there->point)))
        continue;
      there->length = length;
      there->from = at;
      push (web, next);
    }
}

static void
turn_round (GArray *path)
{
  for (guint i = 0; i < path->len / 2; i++)
    {
      MarchDrawnPoint *a = &g_array_index (path, MarchDrawnPoint, i);
      MarchDrawnPoint *b = &g_array_index (path, MarchDrawnPoint, path->len - 1 - i);
      const MarchDrawnPoint kept = *a;

      *a = *b;
      *b = kept;
    }
}

/* E. W. Dijkstra's algorithm. Returns: (nullable): the corners after the first, with the last. */
static GArray *
search (Web *web, guint start, guint goal, const Closed *closed)
{
  GArray *path = NULL;

  for (guint i = 0; i < web->nodes->len; i++)
    {
      get_node (web, i)->length = INFINITY;
      get_node (web, i)->done = FALSE;
    }
  g_array_set_size (web->heap, 0);
  get_node (web, start)->length = 0;
  push (web, start);
  while (web->heap->len > 0 && !get_node (web, goal)->done)
    {
      const guint at = pop (web);

      if (get_node (web, at)->done)
        continue;
      get_node (web, at)->done = TRUE;
      go_on (web, at, goal, closed);
    }
  if (!get_node (web, goal)->done)
    return NULL;
  path = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));
  for (guint at = goal; at != start; at = get_node (web, at)->from)
    g_array_append_val (path, get_node (web, at)->point);
  turn_round (path);
  return path;
}

/* The way that has nothing of @path but its ends. */
static GArray *
search_other (Web *web, guint start, guint goal, GArray *path, GHashTable *taken)
{
  Closed closed = { taken, NOWHERE, NOWHERE };

  for (guint i = 0; i + 1 < path->len; i++)
    {
      const gint64 key = march_drawn_point_key (&g_array_index (path, MarchDrawnPoint, i));

      g_hash_table_add (taken, g_memdup2 (&key, sizeof key));
    }
  if (path->len == 1)
    closed = (Closed){ taken, start, goal };
  return search (web, start, goal, &closed);
}

static GArray *
find (Web *web, const MarchDrawnPoint *from, const MarchDrawnPoint *to, GHashTable *taken,
      gboolean longer)
{
  const Closed closed = { taken, NOWHERE, NOWHERE };
  const guint  start = find_node (web, from, FALSE), goal = find_node (web, to, FALSE);
  GArray      *path, *other;

  if (start == NOWHERE || goal == NOWHERE)
    return NULL;
  path = search (web, start, goal, &closed);
  if (path == NULL || !longer)
    return path;
  other = search_other (web, start, goal, path, taken);
  if (other == NULL)
    return path;
  g_array_unref (path);
  return other;
}

/**
 * march_drawing_find_path:
 * @taken: (inout): keys of corners that no way may lead over; gets more
 * @longer: the shortest way that has no corner with the shortest one, if there is one
 *
 * Private to the room.
 *
 * Returns: (transfer full) (element-type MarchDrawnPoint) (nullable): the corners after @from, up
 * to @to; %NULL if no borders lead there, or too many lie around
 */
GArray *
march_drawing_find_path (MarchDrawing          *drawing,
                         const MarchDrawnPoint *from,
                         const MarchDrawnPoint *to,
                         GHashTable            *taken,
                         gboolean               longer)
{
  const MarchBox room = find_room (from, to);
  GArray        *path = NULL;
  Web            web = { 0 };

  web.nodes_by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  web.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  web.links = g_array_new (FALSE, FALSE, sizeof (Link));
  web.heap = g_array_new (FALSE, FALSE, sizeof (Reached));
  if (fill (&web, drawing, &room))
    path = find (&web, from, to, taken, longer);
  g_free (web.first);
  g_array_unref (web.heap);
  g_array_unref (web.links);
  g_array_unref (web.nodes);
  g_hash_table_unref (web.nodes_by_key);
  return path;
}
