/* random-land.h — polygons and histories that are the same on every run */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "geo/march-geometry.h"

/* A star with @n_points arms around a point; its ring doesn't cross itself. */
static inline MarchGeometry *
random_star (GRand *random, double longitude, double latitude, double radius, guint n_points)
{
  g_autofree double *points = g_new (double, 2 * n_points);
  MarchPart          part = { points, n_points, 0, FALSE };

  for (guint i = 0; i < n_points; i++)
    {
      double angle = 2 * G_PI * i / n_points;
      double r = radius * g_rand_double_range (random, 0.3, 1);

      points[2 * i] = longitude + r * cos (angle);
      points[2 * i + 1] = latitude + r * sin (angle);
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* Stars on the fields of a board, where none meets another. */
static inline MarchGeometry *
random_stars (GRand *random, guint n_polygons, guint n_points)
{
  g_autofree double    *points = g_new (double, 2 * n_polygons * n_points);
  g_autofree MarchPart *parts = g_new (MarchPart, n_polygons);

  for (guint i = 0; i < n_polygons; i++)
    {
      g_autoptr (MarchGeometry) star = random_star (random, 30 + i % 4, 40 + i / 4, 0.49, n_points);
      double *own = points + 2 * i * n_points;

      memcpy (own, march_geometry_get_part (star, 0)->points, 2 * n_points * sizeof (double));
      parts[i] = (MarchPart){ own, n_points, i, FALSE };
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_polygons);
}

/* Corners anywhere on a board of @size × @size fields: rings that cross, touch and repeat. */
static inline MarchGeometry *
random_mess (GRand *random, guint n_rings, guint n_points, gint32 size, double field)
{
  g_autofree double    *points = g_new (double, 2 * n_rings * n_points);
  g_autofree MarchPart *parts = g_new (MarchPart, n_rings);

  for (guint i = 0; i < 2 * n_rings * n_points; i++)
    points[i] = 10 + field * g_rand_int_range (random, 0, size);
  for (guint i = 0; i < n_rings; i++)
    parts[i] = (MarchPart){ points + 2 * i * n_points, n_points, i, FALSE };
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_rings);
}

/* Moves @n_moved points of the ring @ring in a row by up to @by degrees. */
static inline MarchGeometry *
move_front (GRand *random, MarchGeometry *area, guint ring, guint n_moved, double by)
{
  guint                 n_parts = march_geometry_get_n_parts (area);
  g_autofree MarchPart *parts = g_new (MarchPart, n_parts);
  const MarchPart      *old = march_geometry_get_part (area, ring);
  guint                 n_points = old->n_points - 1;
  g_autofree double    *points = g_memdup2 (old->points, 2 * n_points * sizeof (double));
  guint                 first = (guint) g_rand_int_range (random, 0, (gint32) n_points);
  double                dx = g_rand_double_range (random, -by, by);
  double                dy = g_rand_double_range (random, -by, by);

  for (guint i = 0; i < n_parts; i++)
    parts[i] = *march_geometry_get_part (area, i);
  for (guint i = 0; i < n_moved; i++)
    {
      guint at = (first + i) % n_points;

      points[2 * at] += dx * g_rand_double (random);
      points[2 * at + 1] += dy * g_rand_double (random);
    }
  parts[ring].points = points;
  parts[ring].n_points = n_points;
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_parts);
}
