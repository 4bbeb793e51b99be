/* march-shape-file.h — shapes for a place, read from a file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/march-layer.h"

G_BEGIN_DECLS

void           march_shape_file_read_async    (const char *path, GCancellable **newest,
                                               gpointer owner, GAsyncReadyCallback done);
MarchLayer    *march_shape_file_read_finish   (GAsyncResult *result, GError **error);
GArray        *march_shape_file_list          (MarchLayer *layer);
char          *march_shape_file_describe      (MarchLayer *layer, guint index);
void           march_shape_file_repair_async  (MarchGeometry *shape, GCancellable **newest,
                                               gpointer owner, GAsyncReadyCallback done);
MarchGeometry *march_shape_file_repair_finish (GAsyncResult *result, char **note,
                                               GError **error);
char          *march_shape_describe           (MarchGeometry *shape);

G_END_DECLS
