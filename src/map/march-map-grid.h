/* march-map-grid.h — the grid that a libshumate map counts its zoom by, without any tiles */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define MARCH_MAP_MIN_ZOOM 2
#define MARCH_MAP_MAX_ZOOM 16

ShumateMapSource *march_map_grid_new (void);

G_END_DECLS
