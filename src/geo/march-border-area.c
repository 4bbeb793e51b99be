/* march-border-area.c — what lies between an edge and the equator */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <geodesic.h>

#include "geo/march-border-private.h"

/* WGS 84. */
#define A 6378137.0
#define FLATTENING (1 / 298.257223563)
#define E2 (FLATTENING * (2 - FLATTENING))
#define CELL (G_PI / 180 / MARCH_GRID_SCALE)

/* Up to here the series below is as good as the whole calculation: a quarter of a degree. */
#define MAX_SERIES 2500000

/* An edge in radians. */
typedef struct
{
  double latitude, dx, dy;
} Edge;

/* Square metres between the equator and a latitude, for each radian of longitude:
 * b² (s / (1 − e²s²) + artanh (e s) / e) / 2, as a power series in the latitude's sine s (J. P.
 * Snyder, "Map projections: a working manual", 1987, p. 16). */
static double
under_sine (double sine)
{
  double t = E2 * sine * sine;
  double series = 6.0 / 11 + t * 7.0 / 13;

  series = 4.0 / 7 + t * (5.0 / 9 + t * series);
  series = 1 + t * (2.0 / 3 + t * (3.0 / 5 + t * series));
  return A * A * (1 - E2) * sine * series;
}

/* Under an edge that is straight in degrees: Gauss's quadrature. */
static double
straight_area (const Edge *edge)
{
  double middle = edge->latitude + edge->dy / 2;
  double step = edge->dy / 2 * 0.77459666924148337704; /* √(3/5) */

  return edge->dx
         * (4 * under_sine (sin (middle))
            + 2.5 * (under_sine (sin (middle - step)) + under_sine (sin (middle + step))))
         / 9;
}

/* How much more lies under the geodesic than under the line that is straight in degrees, which is
 * next to it on the side of the equator: the third-order term of the differential equation of the
 * geodesic for latitude by longitude. */
static double
find_bulge (const Edge *edge)
{
  double sine = sin (edge->latitude + edge->dy / 2);
  double cosine2 = 1 - sine * sine;
  double w2 = 1 - E2 * sine * sine;
  double w = sqrt (w2);
  double parallel = A * sqrt (cosine2) / w;  /* radius of the circle of latitude */
  double meridian = A * (1 - E2) / (w2 * w); /* radius of curvature of the meridian */
  double along = parallel * parallel * edge->dx * edge->dx;
  double across = (2 * meridian * meridian + 3 * E2 * meridian * parallel * sqrt (cosine2) / w2)
                  * edge->dy * edge->dy;

  return sine * (along + across) * edge->dx / 12;
}

static double
geodesic_area (const MarchBorderSpot *from, const MarchBorderSpot *to)
{
  struct geod_geodesic wgs84;
  double               area;

  geod_init (&wgs84, A, FLATTENING);
  geod_geninverse (&wgs84, from->y / MARCH_GRID_SCALE, from->x / MARCH_GRID_SCALE,
                   to->y / MARCH_GRID_SCALE, to->x / MARCH_GRID_SCALE, NULL, NULL, NULL, NULL, NULL,
                   NULL, &area);
  return area;
}

/**
 * march_border_edge_area:
 * @from: where it starts
 * @to: where it ends
 *
 * Returns: square metres between the geodesic and the equator, above 0 to the east on the northern
 * half
 */
double
march_border_edge_area (const MarchBorderSpot *from, const MarchBorderSpot *to)
{
  Edge edge = { from->y * CELL, (to->x - from->x) * CELL, (to->y - from->y) * CELL };

  if (fabs (to->x - from->x) > MAX_SERIES || fabs (to->y - from->y) > MAX_SERIES)
    return geodesic_area (from, to);
  return straight_area (&edge) + find_bulge (&edge);
}
