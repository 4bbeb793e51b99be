/* march-mercator.h — Web Mercator on a unit square */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/* The world is the square [0, 1] × [0, 1], x to the east, y to the south; at zoom z it is 256 × 2^z
 * pixels wide (EPSG:3857, scaled). */
#define MARCH_MERCATOR_TILE 256.0
#define MARCH_MERCATOR_MAX_LATITUDE 85.0511287798066

double march_mercator_x (double longitude);
double march_mercator_y (double latitude);
double march_mercator_longitude (double x);
double march_mercator_latitude  (double y);

G_END_DECLS
