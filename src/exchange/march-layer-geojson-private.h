/* march-layer-geojson-private.h — parts of the reader of GeoJSON; private to it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-json-cursor.h"
#include "exchange/march-layer-reading.h"

G_BEGIN_DECLS

/**
 * MarchGeoJson:
 * @reading: the file
 * @text: where it begins
 * @projection: (nullable): by an old "crs"
 * @place_projection: (nullable): by the collection's "coordRefSys", of "place"
 * @scratch: for texts
 */
typedef struct
{
  MarchReading    *reading;
  const char      *text;
  MarchProjection *projection;
  MarchProjection *place_projection;
  GString         *scratch;
} MarchGeoJson;

void     march_geojson_read_feature  (MarchGeoJson *geojson, MarchJsonCursor *cursor);
gboolean march_geojson_read_geometry (MarchJsonCursor *cursor, MarchLayerShape *shape,
                                      const char **reason);
char    *march_geojson_read_crs      (const MarchJsonCursor *cursor);

G_END_DECLS
