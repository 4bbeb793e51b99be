/* march-geodesic.h — areas and distances on the WGS 84 ellipsoid, by PROJ's geodesic routines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

double march_geodesic_area     (MarchGeometry *geometry);
double march_geodesic_distance (double longitude_a, double latitude_a,
                                double longitude_b, double latitude_b);

G_END_DECLS
