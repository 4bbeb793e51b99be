/* march-label-point.h — where the name of a geometry stands best */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

void march_label_point_find (MarchGeometry *geometry, double *longitude, double *latitude);

G_END_DECLS
