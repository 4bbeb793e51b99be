/* march-track.c — a line on the Mercator square, with fewer points for smaller zooms */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-track.h"

#include <math.h>

#include "geo/march-mercator.h"

#define TOLERANCE 0.35 /* pixels that a simplified line may be off at its level's zoom */

/**
 * march_spot_project:
 *
 * Returns: the point on the unit square; latitudes beyond the square's edge are moved onto it
 */
MarchSpot
march_spot_project (double longitude, double latitude)
{
  double limited = CLAMP (latitude, -MARCH_MERCATOR_MAX_LATITUDE, MARCH_MERCATOR_MAX_LATITUDE);

  return (MarchSpot){ march_mercator_x (longitude), march_mercator_y (limited) };
}

gboolean
march_rect_meets (const MarchRect *a, const MarchRect *b)
{
  return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

void
march_rect_extend (MarchRect *rect, const MarchRect *other)
{
  rect->x0 = MIN (rect->x0, other->x0);
  rect->y0 = MIN (rect->y0, other->y0);
  rect->x1 = MAX (rect->x1, other->x1);
  rect->y1 = MAX (rect->y1, other->y1);
}

static gboolean
rect_holds (const MarchRect *rect, const MarchSpot *spot)
{
  return spot->x >= rect->x0 && spot->x <= rect->x1 && spot->y >= rect->y0 && spot->y <= rect->y1;
}

/* The shares of the way from @at to @at + @delta between which it lies between two limits. */
static void
narrow (double at, double delta, double low, double high, double *from, double *to)
{
  double one, other;

  if (delta == 0)
    {
      *to = at < low || at > high ? -1 : *to;
      return;
    }
  one = (low - at) / delta;
  other = (high - at) / delta;
  *from = MAX (*from, MIN (one, other));
  *to = MIN (*to, MAX (one, other));
}

/**
 * march_rect_cut_line:
 * @from: (inout)
 * @to: (inout)
 *
 * Shortens a straight line to what lies in a rectangle.
 *
 * Returns: whether anything does
 */
gboolean
march_rect_cut_line (const MarchRect *rect, MarchSpot *from, MarchSpot *to)
{
  double    begin = 0, end = 1;
  MarchSpot a = *from, b = *to;

  if (rect_holds (rect, from) && rect_holds (rect, to))
    return TRUE;
  if ((a.x < rect->x0 && b.x < rect->x0) || (a.x > rect->x1 && b.x > rect->x1)
      || (a.y < rect->y0 && b.y < rect->y0) || (a.y > rect->y1 && b.y > rect->y1))
    return FALSE;
  narrow (a.x, b.x - a.x, rect->x0, rect->x1, &begin, &end);
  narrow (a.y, b.y - a.y, rect->y0, rect->y1, &begin, &end);
  if (begin > end)
    return FALSE;
  *from = (MarchSpot){ a.x + begin * (b.x - a.x), a.y + begin * (b.y - a.y) };
  *to = end == 1 ? b : (MarchSpot){ a.x + end * (b.x - a.x), a.y + end * (b.y - a.y) };
  return TRUE;
}

typedef struct
{
  guint  first, last;
  double limit;
} Chord;

static void
split_chord (const MarchSpot *points, double *weights, const Chord *chord, GArray *stack)
{
  const MarchSpot from = points[chord->first];
  const double    dx = points[chord->last].x - from.x, dy = points[chord->last].y - from.y;
  const double    length2 = dx * dx + dy * dy, inverse = length2 > 0 ? 1 / length2 : 0;
  double          farthest = -1;
  guint           at = chord->first;

  for (guint i = chord->first + 1; i < chord->last; i++)
    {
      const double x = points[i].x - from.x, y = points[i].y - from.y;
      const double along = (x * dx + y * dy) * inverse, limited = CLAMP (along, 0, 1);
      const double aside_x = x - limited * dx, aside_y = y - limited * dy;
      const double distance = aside_x * aside_x + aside_y * aside_y;

      if (distance > farthest)
        {
          farthest = distance;
          at = i;
        }
    }
  if (at == chord->first)
    return;
  weights[at] = MIN (farthest, chord->limit);
  g_array_append_vals (stack, &(Chord){ chord->first, at, weights[at] }, 1);
  g_array_append_vals (stack, &(Chord){ at, chord->last, weights[at] }, 1);
}

/* Douglas and Peucker's distances, squared, each at most its parent's, so that one threshold gives
 * any level. */
static double *
weigh (const MarchSpot *points, guint n_points)
{
  double            *weights = g_new0 (double, n_points);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Chord));

  weights[0] = weights[n_points - 1] = INFINITY;
  g_array_append_vals (stack, &(Chord){ 0, n_points - 1, INFINITY }, 1);
  while (stack->len > 0)
    {
      Chord chord = g_array_index (stack, Chord, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      split_chord (points, weights, &chord, stack);
    }
  return weights;
}

/* Squared. */
static double
level_tolerance (guint level)
{
  const double tolerance = TOLERANCE / (MARCH_MERCATOR_TILE * exp2 (level));

  return level == MARCH_TRACK_LEVELS - 1 ? 0 : tolerance * tolerance;
}

static void
fill_level (MarchTrack      *track,
            guint            level,
            const MarchSpot *points,
            const double    *weights,
            guint            n_points)
{
  double     tolerance = level_tolerance (level);
  MarchSpot *kept;
  guint      n = 0;

  for (guint i = 0; i < n_points; i++)
    n += weights[i] >= tolerance;
  track->n_points[level] = n;
  if (level + 1 < MARCH_TRACK_LEVELS && track->n_points[level + 1] == n)
    {
      track->points[level] = track->points[level + 1];
      return;
    }
  kept = track->points[level] = g_new (MarchSpot, n);
  for (guint i = 0; i < n_points; i++)
    if (weights[i] >= tolerance)
      *kept++ = points[i];
}

/**
 * march_track_init:
 * @points: copied
 * @n_points: at least 1
 */
void
march_track_init (MarchTrack *track, const MarchSpot *points, guint n_points)
{
  g_autofree double *weights = weigh (points, n_points);

  track->box = MARCH_RECT_EMPTY;
  for (guint i = 0; i < n_points; i++)
    march_rect_extend (&track->box,
                       &(MarchRect){ points[i].x, points[i].y, points[i].x, points[i].y });
  for (guint level = MARCH_TRACK_LEVELS; level-- > 0;)
    fill_level (track, level, points, weights, n_points);
}

void
march_track_clear (MarchTrack *track)
{
  for (guint level = 0; level < MARCH_TRACK_LEVELS; level++)
    if (level + 1 == MARCH_TRACK_LEVELS || track->points[level] != track->points[level + 1])
      g_free (track->points[level]);
}

/**
 * march_track_level:
 *
 * Returns: the coarsest level whose error stays under a third of a device pixel
 */
guint
march_track_level (double zoom, double scale)
{
  double level = ceil (zoom + log2 (MAX (scale, 0.01)));

  return CLAMP (level, 0, MARCH_TRACK_LEVELS - 1);
}

/* All levels share all points. */
static void
init_plain (MarchTrack *track, const MarchSpot *points, guint n_points)
{
  MarchSpot *own = g_memdup2 (points, n_points * sizeof (MarchSpot));

  track->box = MARCH_RECT_EMPTY;
  for (guint i = 0; i < n_points; i++)
    march_rect_extend (&track->box,
                       &(MarchRect){ points[i].x, points[i].y, points[i].x, points[i].y });
  for (guint level = 0; level < MARCH_TRACK_LEVELS; level++)
    {
      track->points[level] = own;
      track->n_points[level] = n_points;
    }
}

typedef void (*InitTrack) (MarchTrack *track, const MarchSpot *points, guint n_points);

static MarchShape *
make_shape (MarchGeometry *geometry, InitTrack init)
{
  MarchShape        *shape = g_new0 (MarchShape, 1);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (MarchSpot));

  shape->box = MARCH_RECT_EMPTY;
  shape->n_tracks = march_geometry_get_n_parts (geometry);
  shape->tracks = g_new0 (MarchTrack, shape->n_tracks);
  for (guint i = 0; i < shape->n_tracks; i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      g_array_set_size (spots, part->n_points);
      for (guint j = 0; j < part->n_points; j++)
        g_array_index (spots, MarchSpot, j) = march_spot_project (part->points[2 * j],
                                                                  part->points[2 * j + 1]);
      init (&shape->tracks[i], (const MarchSpot *) (gconstpointer) spots->data, spots->len);
      march_rect_extend (&shape->box, &shape->tracks[i].box);
    }
  return shape;
}

/**
 * march_shape_new:
 *
 * Returns: (transfer full): the parts of @geometry, projected
 */
MarchShape *
march_shape_new (MarchGeometry *geometry)
{
  return make_shape (geometry, march_track_init);
}

/**
 * march_shape_new_plain:
 *
 * Returns: (transfer full): the same for a geometry that is no finer than it is drawn: with all its
 * points at every level
 */
MarchShape *
march_shape_new_plain (MarchGeometry *geometry)
{
  return make_shape (geometry, init_plain);
}

void
march_shape_free (MarchShape *shape)
{
  for (guint i = 0; i < shape->n_tracks; i++)
    march_track_clear (&shape->tracks[i]);
  g_free (shape->tracks);
  g_free (shape);
}
