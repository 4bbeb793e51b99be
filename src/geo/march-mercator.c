/* march-mercator.c — Web Mercator on a unit square */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-mercator.h"

#include <math.h>

/**
 * march_mercator_x:
 * @longitude: degrees
 *
 * Returns: 0 at 180° west, 1 at 180° east; beyond them it goes on
 */
double
march_mercator_x (double longitude)
{
  return (longitude + 180) / 360;
}

/**
 * march_mercator_y:
 * @latitude: degrees; beyond ±#MARCH_MERCATOR_MAX_LATITUDE it counts as that
 *
 * The spherical formula of EPSG method 1024, as EPSG:3857 uses it.
 *
 * Returns: 0 in the north, 1 in the south
 */
double
march_mercator_y (double latitude)
{
  double clamped = CLAMP (latitude, -MARCH_MERCATOR_MAX_LATITUDE, MARCH_MERCATOR_MAX_LATITUDE);

  return 0.5 - atanh (sin (clamped * G_PI / 180)) / (2 * G_PI);
}

/**
 * march_mercator_longitude:
 * @x: 0 to 1
 *
 * Returns: degrees
 */
double
march_mercator_longitude (double x)
{
  return x * 360 - 180;
}

/**
 * march_mercator_latitude:
 * @y: 0 to 1
 *
 * Returns: degrees
 */
double
march_mercator_latitude (double y)
{
  return atan (sinh (2 * G_PI * (0.5 - y))) * 180 / G_PI;
}
