/* march-geojson.h — GeoJSON feature collections (RFC 7946) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchFeature:
 * @id: (nullable): a text as it is, a number in decimal; %NULL if it has none
 * @properties: (nullable): %NULL if it has none or null
 * @geometry: (nullable): %NULL if that is null
 */
typedef struct
{
  char          *id;
  JsonObject    *properties;
  MarchGeometry *geometry;
} MarchFeature;

GPtrArray *march_geojson_read      (const char *text, gsize length, GError **error);
GPtrArray *march_geojson_read_file (const char *path, GError **error);
void       march_feature_free      (MarchFeature *feature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchFeature, march_feature_free)

G_END_DECLS
