/* march-map-tiles.h — tiles from a server that the user chose, and what to say when it fails */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_TILES (march_map_tiles_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapTiles, march_map_tiles, MARCH, MAP_TILES, ShumateMapSource)

MarchMapTiles *march_map_tiles_new         (const char *url, const char *credit);
gboolean       march_map_tiles_is_good_url (const char *url);

G_END_DECLS
