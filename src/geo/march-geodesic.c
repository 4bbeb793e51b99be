/* march-geodesic.c — areas and distances on the WGS 84 ellipsoid, by PROJ's geodesic routines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-geodesic.h"

#include <geodesic.h>
#include <math.h>

#define WGS84_RADIUS 6378137.0
#define WGS84_FLATTENING (1 / 298.257223563)

static double
ring_area (const struct geod_geodesic *wgs84,
           const MarchPart            *ring)
{
  struct geod_polygon polygon;
  double              area = 0;

  geod_polygon_init (&polygon, 0);
  for (guint i = 0; i + 1 < ring->n_points; i++)
    geod_polygon_addpoint (wgs84, &polygon, ring->points[2 * i + 1], ring->points[2 * i]);
  geod_polygon_compute (wgs84, &polygon, 0, 1, &area, NULL);
  return fabs (area);
}

/**
 * march_geodesic_area:
 * @geometry: a geometry; only polygons have an area
 *
 * The area on the ellipsoid, edges being geodesics, by C. F. F. Karney, "Algorithms for geodesics"
 * (2013). Holes are subtracted whatever way round their rings run.
 *
 * Returns: square metres
 */
double
march_geodesic_area (MarchGeometry *geometry)
{
  struct geod_geodesic wgs84;
  double               area = 0;

  if (march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
    return 0;

  geod_init (&wgs84, WGS84_RADIUS, WGS84_FLATTENING);
  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *ring = march_geometry_get_part (geometry, i);

      area += ring->hole ? -ring_area (&wgs84, ring) : ring_area (&wgs84, ring);
    }
  return area;
}

/**
 * march_geodesic_distance:
 * @longitude_a: degrees
 * @latitude_a: degrees
 * @longitude_b: degrees
 * @latitude_b: degrees
 *
 * Returns: the length of the shortest way on the ellipsoid, in metres
 */
double
march_geodesic_distance (double longitude_a,
                         double latitude_a,
                         double longitude_b,
                         double latitude_b)
{
  struct geod_geodesic wgs84;
  double               distance = 0;

  geod_init (&wgs84, WGS84_RADIUS, WGS84_FLATTENING);
  geod_inverse (&wgs84, latitude_a, longitude_a, latitude_b, longitude_b, &distance, NULL, NULL);
  return distance;
}
