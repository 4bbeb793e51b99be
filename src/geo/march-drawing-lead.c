/* march-drawing-lead.c — a stretch of a ring that is there is led along borders */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"
#include "geo/march-drawing-trace-private.h"

#define LEAST_CORNERS 3

/* What of a ring goes: the corners after the first and before the last, in the ring's order. */
typedef struct
{
  const MarchDrawnRing *ring;
  guint                 first, last;
} Stretch;

static const MarchDrawnPoint *
get_point (const Stretch *stretch, guint corner)
{
  return &g_array_index (stretch->ring->points, MarchDrawnPoint, corner);
}

static double
measure (const Stretch *stretch)
{
  const guint n = stretch->ring->points->len;
  double      length = 0;

  for (guint i = stretch->first; i != stretch->last; i = (i + 1) % n)
    length += march_drawn_point_distance (get_point (stretch, i), get_point (stretch, (i + 1) % n));
  return length;
}

/* Of the two stretches between two corners the shorter one. */
static gboolean
find_stretch (MarchDrawing *drawing, guint ring, guint from, guint to, Stretch *stretch)
{
  Stretch other;

  if (drawing->open || ring >= march_drawing_get_n_rings (drawing, 0)
      || drawing->kind != MARCH_GEOMETRY_POLYGON)
    return FALSE;
  *stretch = (Stretch){ march_drawing_find_ring (drawing, 0, ring), from, to };
  other = (Stretch){ stretch->ring, to, from };
  if (MAX (from, to) >= stretch->ring->points->len || from == to)
    return FALSE;
  if (measure (&other) < measure (stretch))
    *stretch = other;
  return TRUE;
}

/* Whether the way is the stretch itself: nothing would change. */
static gboolean
is_stretch (const Stretch *stretch, GArray *way)
{
  const guint n = stretch->ring->points->len;

  for (guint i = 0; i < way->len; i++)
    if (!march_drawn_point_equal (&g_array_index (way, MarchDrawnPoint, i),
                                  get_point (stretch, (stretch->first + 1 + i) % n)))
      return FALSE;
  return way->len == (stretch->last + n - stretch->first) % n;
}

/* Returns: (nullable): the corners of the way, both ends among them */
static GArray *
find_way (MarchDrawing *drawing, const Stretch *stretch, gboolean longer)
{
  const guint n = stretch->ring->points->len;
  g_autoptr (GArray) way = NULL;
  /* What stays is not led over. */
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = stretch->last;; i = (i + 1) % n)
    {
      const gint64 key = march_drawn_point_key (get_point (stretch, i));

      g_hash_table_add (taken, g_memdup2 (&key, sizeof key));
      if (i == stretch->first)
        break;
    }
  way = march_drawing_find_way_between (drawing, get_point (stretch, stretch->first),
                                        get_point (stretch, stretch->last), taken, longer);
  if (way == NULL || is_stretch (stretch, way))
    return NULL;
  g_array_prepend_vals (way, get_point (stretch, stretch->first), 1);
  return g_steal_pointer (&way);
}

/**
 * march_drawing_find_lead:
 * @from: a corner of @ring
 * @to: another
 * @longer: not the shorter way along borders, but the other
 *
 * The way that the shorter stretch of the ring between two corners would take along the borders of
 * neighbours, on which both have to lie. It leads over no corner of the rest of the ring.
 *
 * Returns: (transfer full) (element-type MarchDrawnPoint) (nullable): its corners, both ends among
 *   them, in the order of the ring; %NULL if there is none, or the ring takes it already
 */
GArray *
march_drawing_find_lead (MarchDrawing *drawing, guint ring, guint from, guint to, gboolean longer)
{
  Stretch stretch;

  return find_stretch (drawing, ring, from, to, &stretch) ? find_way (drawing, &stretch, longer)
                                                          : NULL;
}

/**
 * march_drawing_lead:
 * @corner: (out): what the corner @to is now
 *
 * Leads the stretch along that way, in one step. Neighbours stay as they are, but for corners that
 * their borders get where it begins and ends. See march_drawing_find_lead().
 *
 * Returns: %FALSE if there is no such way, or too few corners would be left
 */
gboolean
march_drawing_lead (MarchDrawing *drawing,
                    guint         ring,
                    guint         from,
                    guint         to,
                    gboolean      longer,
                    guint        *corner)
{
  Stretch         stretch;
  MarchDrawnRing *led = NULL;
  g_autoptr (GArray) way = NULL;
  MarchDrawnPoint ends[2];
  guint           n;

  if (!find_stretch (drawing, ring, from, to, &stretch))
    return FALSE;
  way = find_way (drawing, &stretch, longer);
  n = stretch.ring->points->len;
  if (way == NULL || way->len + (stretch.first + n - stretch.last) % n - 1 < LEAST_CORNERS)
    return FALSE;
  led = march_drawn_ring_new (stretch.ring->polygon, stretch.ring->hole);
  for (guint i = 0; i < way->len; i++)
    march_drawn_ring_append (led, &g_array_index (way, MarchDrawnPoint, i));
  for (guint i = (stretch.last + 1) % n; i != stretch.first; i = (i + 1) % n)
    march_drawn_ring_append (led, get_point (&stretch, i));
  ends[0] = *get_point (&stretch, stretch.first);
  ends[1] = *get_point (&stretch, stretch.last);
  *corner = to == stretch.first ? 0 : way->len - 1;
  march_drawing_begin_step (drawing);
  march_drawing_swap_ring (drawing, ring, led);
  march_drawing_put_on_borders (drawing, &ends[0]);
  march_drawing_put_on_borders (drawing, &ends[1]);
  return TRUE;
}
