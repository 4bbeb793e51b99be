/* march-map-grid.c — the grid that a libshumate map counts its zoom by, without any tiles */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-grid.h"

#define MARCH_TYPE_MAP_GRID (march_map_grid_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapGrid, march_map_grid, MARCH, MAP_GRID, ShumateMapSource)

struct _MarchMapGrid
{
  ShumateMapSource parent;
};

G_DEFINE_FINAL_TYPE (MarchMapGrid, march_map_grid, SHUMATE_TYPE_MAP_SOURCE)

static void
march_map_grid_class_init (MarchMapGridClass *klass)
{
}

static void
march_map_grid_init (MarchMapGrid *self)
{
}

/** march_map_grid_new: Returns: (transfer full): tiles of 256 px in Web Mercator, none of which can
 * be asked for */
ShumateMapSource *
march_map_grid_new (void)
{
  return g_object_new (MARCH_TYPE_MAP_GRID,
                       "id", "grid",
                       "name", "grid",
                       "min-zoom-level", MARCH_MAP_MIN_ZOOM,
                       "max-zoom-level", MARCH_MAP_MAX_ZOOM,
                       "tile-size", 256,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
}
