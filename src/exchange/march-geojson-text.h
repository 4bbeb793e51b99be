/* march-geojson-text.h — writes features as GeoJSON, with digits that give the same points back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

void march_geojson_text_geometry (GString *text, MarchGeometry *geometry);
void march_geojson_text_feature  (GString *text, MarchGeometry *geometry, JsonObject *properties,
                                  const char *from, const char *last);

G_END_DECLS
