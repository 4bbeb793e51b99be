/* march-drawing-trace.c — a ring that is drawn follows the borders of its neighbours */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"
#include "geo/march-drawing-trace-private.h"

#include <math.h>

/* A way along one ring of a neighbour. */
typedef struct
{
  const MarchDrawnRing *ring;
  guint                 from, to;
  int                   direction;
  double                length; /* INFINITY: it can't be gone */
} Way;

static const MarchDrawnPoint *
get_points (const MarchDrawnRing *ring)
{
  return (const MarchDrawnPoint *) (gconstpointer) ring->points->data;
}

/** march_drawn_point_key: private to the room. Returns: another number for each cell of the grid
 */
gint64
march_drawn_point_key (const MarchDrawnPoint *point)
{
  const guint64 longitude = (guint64) march_grid_round (point->longitude);

  return (gint64) (longitude << 32 ^ (guint32) march_grid_round (point->latitude));
}

/** march_drawn_point_distance: private to the room. Returns: how far it is, for comparing ways near
 * each other: in degrees of latitude, on a plane */
double
march_drawn_point_distance (const MarchDrawnPoint *a, const MarchDrawnPoint *b)
{
  const double shrink = cos ((a->latitude + b->latitude) / 2 * G_PI / 180);

  return hypot ((b->longitude - a->longitude) * shrink, b->latitude - a->latitude);
}

/** march_drawn_points_add: private to the room; @taken: (inout): gets the corners of @ring */
void
march_drawn_points_add (GHashTable *taken, const MarchDrawnRing *ring)
{
  for (guint i = 0; i < ring->points->len; i++)
    {
      const gint64 key = march_drawn_point_key (&get_points (ring)[i]);

      g_hash_table_add (taken, g_memdup2 (&key, sizeof key));
    }
}

/** march_drawn_points_have: private to the room. Returns: whether that point is among @taken */
gboolean
march_drawn_points_have (GHashTable *taken, const MarchDrawnPoint *point)
{
  const gint64 key = march_drawn_point_key (point);

  return g_hash_table_contains (taken, &key);
}

/* Whether the ring has no corners but @to, where it began, and the one at its end. */
static gboolean
is_back (GHashTable *taken, const MarchDrawnPoint *to)
{
  return g_hash_table_size (taken) == 2 && march_drawn_points_have (taken, to);
}

static void
measure_way (Way *way, GHashTable *taken)
{
  const guint            n = way->ring->points->len;
  const MarchDrawnPoint *points = get_points (way->ring);
  guint                  at = way->from;

  way->length = 0;
  while (at != way->to)
    {
      const guint next = (at + n + (guint) way->direction) % n;

      way->length += march_drawn_point_distance (&points[at], &points[next]);
      if (next != way->to ? march_drawn_points_have (taken, &points[next])
                          : at == way->from && is_back (taken, &points[next]))
        {
          way->length = INFINITY;
          return;
        }
      at = next;
    }
}

/* Two neighbours measure the border between them in opposite directions. */
static gboolean
is_shorter (double a, double b)
{
  return a < b * (1 - 1e-9);
}

/* Both ways between two corners of a ring; the better ones are kept. */
static void
try_ring (const MarchDrawnRing *ring, guint from, guint to, GHashTable *taken, Way best[2])
{
  Way ways[2] = { { ring, from, to, 1, 0 }, { ring, from, to, -1, 0 } };
  Way swap;

  measure_way (&ways[0], taken);
  measure_way (&ways[1], taken);
  if (ways[1].length < ways[0].length)
    {
      swap = ways[0];
      ways[0] = ways[1];
      ways[1] = swap;
    }
  if (!is_shorter (ways[0].length, best[0].length)
      && (is_shorter (best[0].length, ways[0].length)
          || !is_shorter (ways[1].length, best[1].length)))
    return;
  best[0] = ways[0];
  best[1] = ways[1];
}

static void
try_rings (MarchDrawing *drawing, const MarchDrawnPoint *from, const MarchDrawnPoint *to,
           GHashTable *taken, Way best[2])
{
  g_autoptr (GArray) starts = march_drawing_list_at (drawing, from);
  g_autoptr (GArray) ends = march_drawing_list_at (drawing, to);

  best[0].length = best[1].length = INFINITY;
  for (guint i = 0; i < starts->len; i++)
    for (guint k = 0; k < ends->len; k++)
      {
        const MarchDrawnAt *a = &g_array_index (starts, MarchDrawnAt, i);
        const MarchDrawnAt *b = &g_array_index (ends, MarchDrawnAt, k);

        if (a->outline != 0 && a->outline == b->outline && a->ring == b->ring
            && a->corner != b->corner)
          try_ring (march_drawing_find_ring (drawing, a->outline, a->ring), a->corner, b->corner,
                    taken, best);
      }
}

static GArray *
list_way (const Way *way)
{
  const guint n = way->ring->points->len;
  GArray     *list = g_array_new (FALSE, FALSE, sizeof (MarchDrawnPoint));

  for (guint at = way->from; at != way->to;)
    {
      at = (at + n + (guint) way->direction) % n;
      g_array_append_vals (list, &get_points (way->ring)[at], 1);
    }
  return list;
}

static GArray *
find_way (MarchDrawing          *drawing,
          const MarchDrawnPoint *from,
          const MarchDrawnPoint *to,
          GHashTable            *taken,
          gboolean               longer)
{
  Way best[2];

  try_rings (drawing, from, to, taken, best);
  if (best[0].length == INFINITY)
    return march_drawing_find_path (drawing, from, to, taken, longer);
  return list_way (&best[longer && best[1].length < INFINITY ? 1 : 0]);
}

/* Borders that lead through @point get a corner there for a while.
 * Returns: (transfer full): which */
static GArray *
put_meanwhile (MarchDrawing *drawing, const MarchDrawnPoint *point)
{
  GArray *borders = march_drawing_list_borders (drawing, point);

  for (guint i = 0; i < borders->len; i++)
    {
      const MarchDrawnAt *at = &g_array_index (borders, MarchDrawnAt, i);

      g_array_insert_vals (march_drawing_find_ring (drawing, at->outline, at->ring)->points,
                           at->corner + 1, point, 1);
    }
  return borders;
}

static void
take_again (MarchDrawing *drawing, GArray *borders)
{
  for (guint i = borders->len; i-- > 0;)
    {
      const MarchDrawnAt *at = &g_array_index (borders, MarchDrawnAt, i);

      g_array_remove_index (march_drawing_find_ring (drawing, at->outline, at->ring)->points,
                            at->corner + 1);
    }
}

/**
 * march_drawing_find_way_between:
 * @taken: keys of corners that no way may lead over, with @from, and @to if it has to be come back
 *   to
 *
 * Private to the room. As if the borders at both ends had corners already.
 *
 * Returns: (transfer full) (nullable): the corners after @from, up to @to
 */
GArray *
march_drawing_find_way_between (MarchDrawing          *drawing,
                                const MarchDrawnPoint *from,
                                const MarchDrawnPoint *to,
                                GHashTable            *taken,
                                gboolean               longer)
{
  g_autoptr (GArray) at_from = put_meanwhile (drawing, from);
  g_autoptr (GArray) at_to = put_meanwhile (drawing, to);
  GArray *way = find_way (drawing, from, to, taken, longer);

  take_again (drawing, at_to);
  take_again (drawing, at_from);
  return way;
}

/**
 * march_drawing_find_way:
 * @longitude: of a place on the border of a neighbour, to which the way leads
 * @latitude: the same
 * @longer: not the shorter way round, but the other
 *
 * The way from the last corner of the ring that is open along the border of one neighbour; where
 * no neighbour has both corners, along those of several. It never leads over a corner that the ring
 * has already, but may end on its first one.
 *
 * Returns: (transfer full) (element-type MarchDrawnPoint) (nullable): the corners to be added;
 * %NULL if there is no such way
 */
GArray *
march_drawing_find_way (MarchDrawing *drawing, double longitude, double latitude, gboolean longer)
{
  const guint           n = march_drawing_count_open (drawing);
  const MarchDrawnPoint to = march_drawing_round (longitude, latitude);
  const MarchDrawnRing *open = NULL;
  /* No way leads where the ring is already. */
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (n == 0)
    return NULL;
  open = march_drawing_find_ring (drawing, 0, march_drawing_get_n_rings (drawing, 0) - 1);
  if (march_drawn_point_equal (&get_points (open)[n - 1], &to))
    return NULL;
  march_drawn_points_add (taken, open);
  return march_drawing_find_way_between (drawing, &get_points (open)[n - 1], &to, taken, longer);
}

/**
 * march_drawing_follow:
 * @longitude: see march_drawing_find_way()
 * @latitude: the same
 * @longer: the same
 *
 * Adds the corners of the way, in one step; if it ends on the first corner of the ring, that is
 * closed.
 *
 * Returns: %FALSE if there is no such way
 */
gboolean
march_drawing_follow (MarchDrawing *drawing, double longitude, double latitude, gboolean longer)
{
  g_autoptr (GArray) way = march_drawing_find_way (drawing, longitude, latitude, longer);
  MarchDrawnAt    at = { 0 };
  MarchDrawnPoint end;
  gboolean        closes;

  if (way == NULL)
    return FALSE;
  end = g_array_index (way, MarchDrawnPoint, way->len - 1);
  at.ring = march_drawing_get_n_rings (drawing, 0) - 1;
  at.corner = march_drawing_count_open (drawing);
  closes = march_drawn_point_equal (get_points (march_drawing_find_ring (drawing, 0, at.ring)),
                                    &end);
  if (closes && at.corner + way->len <= 3)
    return FALSE;
  march_drawing_begin_step (drawing);
  for (guint i = 0; i + (closes ? 1 : 0) < way->len; i++, at.corner++)
    march_drawing_put_corner (drawing, at, g_array_index (way, MarchDrawnPoint, i));
  if (closes)
    march_drawing_put_end (drawing);
  else
    march_drawing_put_on_borders (drawing, &end);
  return TRUE;
}
