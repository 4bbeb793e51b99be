/* geo-fixtures.h — shapes that the tests of geo share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

/* A rectangle as one counter-clockwise ring. */
static inline MarchGeometry *
new_rectangle (double west,
               double south,
               double east,
               double north)
{
  const double    points[] = { west, south, east, south, east, north, west, north, west, south };
  const MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* 0…10 with a hole 2…4, and a second polygon 20…21. */
static inline MarchGeometry *
new_holed (void)
{
  static const double outer[] = { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0 };
  static const double hole[] = { 2, 2, 2, 4, 4, 4, 4, 2, 2, 2 };
  static const double second[] = { 20, 20, 21, 20, 21, 21, 20, 21, 20, 20 };
  const MarchPart     parts[] = { { outer, 5, 0, FALSE },
                                  { hole, 5, 0, TRUE },
                                  { second, 5, 1, FALSE } };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, G_N_ELEMENTS (parts));
}
