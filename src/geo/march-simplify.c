/* march-simplify.c — lines with fewer points */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-simplify.h"

typedef struct
{
  guint first;
  guint last;
} Range;

static double
squared_distance (const double *point,
                  const double *a,
                  const double *b)
{
  double dx = b[0] - a[0];
  double dy = b[1] - a[1];
  double length = dx * dx + dy * dy;
  double along =
      length > 0 ? CLAMP (((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length, 0, 1) : 0;
  double ex = point[0] - (a[0] + along * dx);
  double ey = point[1] - (a[1] + along * dy);

  return ex * ex + ey * ey;
}

/* The point farthest from the straight way over the range; 0 if none is farther than the tolerance.
 */
static guint
find_farthest (const double *points,
               Range         range,
               double        squared_tolerance)
{
  double farthest = squared_tolerance;
  guint  found = 0;

  for (guint i = range.first + 1; i < range.last; i++)
    {
      double distance =
          squared_distance (points + 2 * i, points + 2 * range.first, points + 2 * range.last);

      if (distance > farthest)
        {
          farthest = distance;
          found = i;
        }
    }
  return found;
}

/**
 * march_simplify_line:
 * @points: (array): 2 × @n_points doubles in any flat coordinates
 * @n_points: two or more; a closed line repeats its first point at the end
 * @tolerance: how far a dropped point may lie from the simplified line
 * @out: array of double to which the kept points are appended, the first and the last always among
 * them
 *
 * Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent
 * a digitized line" (1973). Of a closed line that is smaller than the tolerance two equal points
 * are left. With a tolerance of 0 or less every point is kept.
 */
void
march_simplify_line (const double *points,
                     guint         n_points,
                     double        tolerance,
                     GArray       *out)
{
  g_autofree guint8 *kept = NULL;
  g_autoptr (GArray) ranges = NULL;
  Range range = { 0, n_points - 1 };

  if (tolerance <= 0 || n_points <= 2)
    {
      g_array_append_vals (out, points, 2 * n_points);
      return;
    }

  kept = g_new0 (guint8, n_points);
  ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  kept[0] = kept[n_points - 1] = 1;
  g_array_append_val (ranges, range);
  while (ranges->len > 0)
    {
      guint farthest;

      range = g_array_index (ranges, Range, ranges->len - 1);
      g_array_set_size (ranges, ranges->len - 1);
      farthest = find_farthest (points, range, tolerance * tolerance);
      if (farthest == 0)
        continue;
      kept[farthest] = 1;
      Range before = { range.first, farthest };
      Range after = { farthest, range.last };
      g_array_append_val (ranges, before);
      g_array_append_val (ranges, after);
    }
  for (guint i = 0; i < n_points; i++)
    if (kept[i])
      g_array_append_vals (out, points + 2 * i, 2);
}
