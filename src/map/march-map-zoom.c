/* march-map-zoom.c — the zoom of a libshumate map, as it counts it and as we do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-zoom.h"

#include <math.h>

#include "geo/march-mercator.h"

static double
world_width (ShumateViewport *viewport,
             double           zoom_level)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);

  return shumate_map_source_get_x (source, zoom_level, 180)
         - shumate_map_source_get_x (source, zoom_level, -180);
}

/**
 * march_map_zoom_from_viewport:
 *
 * libshumate's zoom is not logarithmic between two whole numbers; ours is.
 *
 * Returns: the zoom as #MarchView counts it
 */
double
march_map_zoom_from_viewport (ShumateViewport *viewport)
{
  return log2 (world_width (viewport, shumate_viewport_get_zoom_level (viewport))
               / MARCH_MERCATOR_TILE);
}

/**
 * march_map_zoom_to_viewport:
 * @zoom: as #MarchView counts it
 *
 * Returns: the viewport's zoom level at which the world has the same width
 */
double
march_map_zoom_to_viewport (ShumateViewport *viewport,
                            double           zoom)
{
  double low = floor (zoom);
  double high = low + 1;

  for (int i = 0; i < 40; i++)
    {
      const double middle = (low + high) / 2;

      if (log2 (world_width (viewport, middle) / MARCH_MERCATOR_TILE) < zoom)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}
