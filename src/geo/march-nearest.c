/* march-nearest.c — how far it is to a line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-nearest.h"

#include <math.h>

#include "geo/march-geodesic.h"

/* More metres than any degree of a great circle has. */
#define DEGREE 111700.0
#define STEPS 40
#define GOLDEN 0.6180339887498949

typedef struct
{
  double place[2];
  double distance; /* metres */
  double nearest[2];
} Search;

static void
go_along (const double *a, const double *b, double along, double point[2])
{
  for (guint i = 0; i < 2; i++)
    point[i] = a[i] + along * (b[i] - a[i]);
}

static double
distance_along (const Search *search, const double *a, const double *b, double along)
{
  double point[2];

  go_along (a, b, along, point);
  return march_geodesic_distance (search->place[0], search->place[1], point[0], point[1]);
}

static void
consider (Search *search, const double *a, const double *b, double along)
{
  double distance = distance_along (search, a, b, along);

  if (distance < search->distance)
    {
      search->distance = distance;
      go_along (a, b, along, search->nearest);
    }
}

/* A search by the golden section: along a side that is short on the globe, the distance falls to
 * one least value and rises again. */
static void
search_side (Search *search, const double *a, const double *b)
{
  double low = 0, high = 1;
  double left = 1 - GOLDEN, right = GOLDEN;
  double left_distance = distance_along (search, a, b, left);
  double right_distance = distance_along (search, a, b, right);

  for (guint i = 0; i < STEPS; i++)
    if (left_distance < right_distance)
      {
        high = right;
        right = left;
        right_distance = left_distance;
        left = high - GOLDEN * (high - low);
        left_distance = distance_along (search, a, b, left);
      }
    else
      {
        low = left;
        left = right;
        left_distance = right_distance;
        right = low + GOLDEN * (high - low);
        right_distance = distance_along (search, a, b, right);
      }
  consider (search, a, b, 0);
  consider (search, a, b, 1);
  consider (search, a, b, (low + high) / 2);
}

/* Fills in how far the line's points are, and notes the nearest. */
static void
search_points (Search *search, const MarchPart *line, double *distances)
{
  for (guint i = 0; i < line->n_points; i++)
    {
      const double *point = line->points + 2 * i;

      distances[i] = distance_along (search, point, point, 0);
      if (distances[i] < search->distance)
        {
          search->distance = distances[i];
          go_along (point, point, 0, search->nearest);
        }
    }
}

/* Between two points there may be a nearer one where the way there and on along the side isn't
 * longer than the best so far, there and back. */
static void
search_sides (Search *search, const MarchPart *line, const double *distances)
{
  for (guint i = 0; i + 1 < line->n_points; i++)
    {
      const double *a = line->points + 2 * i, *b = a + 2;
      double        length = DEGREE * hypot (b[0] - a[0], b[1] - a[1]);

      if ((distances[i] + distances[i + 1] - length) / 2 < search->distance)
        search_side (search, a, b);
    }
}

static double **
search_all_points (Search *search, MarchGeometry *lines)
{
  guint    n_parts = march_geometry_get_n_parts (lines);
  double **distances = g_new0 (double *, n_parts + 1);

  for (guint i = 0; i < n_parts; i++)
    {
      const MarchPart *line = march_geometry_get_part (lines, i);

      distances[i] = g_new (double, line->n_points);
      search_points (search, line, distances[i]);
    }
  return distances;
}

/**
 * march_nearest_find:
 * @lines: lines, rings of polygons or points; sides are straight in longitude and latitude
 * @longitude: of a place, in degrees
 * @latitude: of it, in degrees
 * @nearest_longitude: (out) (optional): where @lines come nearest; NAN if there are none
 * @nearest_latitude: (out) (optional): likewise
 *
 * For any thread.
 *
 * Returns: how far that is on the ellipsoid, in metres; infinity if there are no lines
 */
double
march_nearest_find (MarchGeometry *lines,
                    double         longitude,
                    double         latitude,
                    double        *nearest_longitude,
                    double        *nearest_latitude)
{
  Search   search = { { longitude, latitude }, INFINITY, { NAN, NAN } };
  double **distances = search_all_points (&search, lines);

  for (guint i = 0; distances[i] != NULL; i++)
    {
      search_sides (&search, march_geometry_get_part (lines, i), distances[i]);
      g_free (distances[i]);
    }
  g_free (distances);
  if (nearest_longitude != NULL)
    *nearest_longitude = search.nearest[0];
  if (nearest_latitude != NULL)
    *nearest_latitude = search.nearest[1];
  return search.distance;
}
