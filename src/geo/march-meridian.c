/* march-meridian.c — areas cut along meridians */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-meridian.h"

#include <math.h>

#include "geo/march-geos-private.h"

#define BEYOND 100 /* degrees: no latitude is as far, so that nothing is cut there */
#define NEAR 1e-9  /* degrees: so far a computed crossing may be beside the meridian */

static GEOSGeometry *
make_strip (MarchGeos *geos, double west, double east)
{
  /* No rectangle: GEOS clips to those by another way, which is less careful. */
  const double points[] = { west, -BEYOND, east, -BEYOND, east, BEYOND, (west + east) / 2,
                            BEYOND + 1, west, BEYOND, west, -BEYOND };
  const MarchPart part = { points, G_N_ELEMENTS (points) / 2, 0, FALSE };
  g_autoptr (MarchGeometry) strip = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  return march_geos_from (geos, strip);
}

/* Twice the area of a ring, above nought if it runs counter-clockwise. */
static double
get_turn (const MarchPart *ring)
{
  const double *points = ring->points;
  double        sum = 0;

  for (guint i = 2; i < 2 * ring->n_points; i += 2)
    sum += (points[i - 2] - points[0]) * (points[i + 1] - points[1])
           - (points[i] - points[0]) * (points[i - 1] - points[1]);
  return sum;
}

/* Crossings right on the meridians, and outer rings counter-clockwise (RFC 7946, 3.1.6). */
static void
align (const MarchPart *ring, double west, double east, double *points)
{
  gboolean backwards = get_turn (ring) > 0 ? ring->hole : !ring->hole;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const double *from = ring->points + 2 * (backwards ? ring->n_points - 1 - i : i);

      points[2 * i] = fabs (from[0] - west) < NEAR   ? west
                      : fabs (from[0] - east) < NEAR ? east
                                                     : from[0];
      points[2 * i + 1] = from[1];
    }
}

static MarchGeometry *
align_all (MarchGeometry *area, double west, double east)
{
  guint                 n_parts = march_geometry_get_n_parts (area);
  g_autofree MarchPart *parts = g_new (MarchPart, n_parts + 1);
  g_autoptr (GArray)    points = g_array_new (FALSE, FALSE, sizeof (double));
  guint                 n = 0;

  for (guint i = 0; i < n_parts; i++)
    n += march_geometry_get_part (area, i)->n_points;
  g_array_set_size (points, 2 * n + 1);
  n = 0;
  for (guint i = 0; i < n_parts; i++)
    {
      double *own = &g_array_index (points, double, 2 * n);

      parts[i] = *march_geometry_get_part (area, i);
      align (&parts[i], west, east, own);
      parts[i].points = own;
      n += parts[i].n_points;
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_parts);
}

/**
 * march_meridian_cut:
 * @area: polygons whose rings are closed
 *
 * What of an area is between two meridians. Holes that a meridian cuts become part of the outer
 * rings, so that each part is as valid as the area was.
 *
 * Returns: (transfer full) (nullable): polygons, or none; %NULL if the area is not valid
 */
MarchGeometry *
march_meridian_cut (MarchGeometry *area, double west, double east)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  g_autoptr (MarchGeometry) kept = NULL;
  GEOSGeometry *whole = march_geos_from (geos, area);
  GEOSGeometry *strip = make_strip (geos, west, east);
  GEOSGeometry *both = NULL;

  if (whole != NULL && strip != NULL && GEOSisValid_r (geos->handle, whole) == 1)
    both = GEOSIntersection_r (geos->handle, whole, strip);
  if (both != NULL)
    kept = march_geos_to (geos, both, NULL);
  GEOSGeom_destroy_r (geos->handle, both);
  GEOSGeom_destroy_r (geos->handle, strip);
  GEOSGeom_destroy_r (geos->handle, whole);
  return kept != NULL ? align_all (kept, west, east) : NULL;
}
