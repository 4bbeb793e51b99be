/* march-nearest.h — how far it is to a line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

double march_nearest_find (MarchGeometry *lines, double longitude, double latitude,
                           double *nearest_longitude, double *nearest_latitude);
double march_nearest_find_land (MarchGeometry *lines, MarchGeometry *land);

G_END_DECLS
