/* march-layer-reading.h — what the readers of all formats share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer-private.h"
#include "exchange/march-layer-reader.h"
#include "exchange/march-layer-shape.h"

G_BEGIN_DECLS

/**
 * MarchReading:
 * @layer: where the features go
 * @file: index of the file that is being read
 * @path: of it
 * @shape: to use for each feature
 * @options: what was asked for
 * @cancellable: (nullable): asked between features
 * @n_places: how many features were counted in the file so far
 * @done: bytes of the files before
 * @size: bytes of this file
 * @total: bytes of all files
 * @told: how far it was when that was told last
 */
typedef struct
{
  MarchLayer             *layer;
  guint                   file;
  const char             *path;
  MarchLayerShape             *shape;
  const MarchReadOptions *options;
  GCancellable           *cancellable;
  guint                   n_places;
  guint64                 done;
  guint64                 size;
  guint64                 total;
  double                  told;
} MarchReading;

gboolean march_reading_go_on (MarchReading *reading, double fraction, GError **error);
gboolean march_reading_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean march_layer_read_geojson (MarchReading *reading, const char *text, gsize length,
                                   GError **error);
gboolean march_layer_read_kml     (MarchReading *reading, const char *text, gsize length,
                                   GError **error);
gboolean march_layer_read_kmz     (MarchReading *reading, GError **error);
gboolean march_layer_read_csv     (MarchReading *reading, const char *text, gsize length,
                                   GError **error);
gboolean march_layer_read_gpkg    (MarchReading *reading, GError **error);

G_END_DECLS
