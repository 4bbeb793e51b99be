/* march-layer-reader.h — reads foreign files of every known format into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/march-layer.h"

G_BEGIN_DECLS

/**
 * MarchLayerProgress:
 * @fraction: 0 to 1, of all files by their bytes
 * @name: of the file that is being read
 *
 * Is called by the thread that reads.
 */
typedef void (*MarchLayerProgress) (double fraction, const char *name, gpointer user_data);

/**
 * MarchReadOptions:
 * @columns: (nullable): those of a table that hold the positions; %NULL, or none said: found by
 *   their names
 * @delimiter: between the cells of a table; NUL: found
 * @table: (nullable): the layer of a GeoPackage that is wanted; %NULL: all
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 */
typedef struct
{
  const MarchTableColumns *columns;
  char                     delimiter;
  const char              *table;
  MarchLayerProgress       progress;
  gpointer                 user_data;
} MarchReadOptions;

MarchLayer *march_layer_read      (const char *const *paths, const MarchReadOptions *options,
                                   GCancellable *cancellable, GError **error);
MarchLayer *march_layer_read_file (const char *path, GError **error);
char      **march_layer_list_columns (const char *path);

G_END_DECLS
