/* march-gpkg-blob.h — GeoPackage geometry blobs and the WKB inside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

#define MARCH_SRS_WGS84 4326

MarchGeometry *march_gpkg_blob_read  (const guint8 *data, gsize length, int *srs_id,
                                      GError **error);
GBytes        *march_gpkg_blob_write (MarchGeometry *geometry, int srs_id);
gboolean       march_gpkg_blob_read_box (const guint8 *data, gsize length, MarchBox *box,
                                         gboolean *empty);
gboolean       march_gpkg_blob_read_point (const guint8 *data, gsize length, double *x, double *y);
const guint8  *march_gpkg_blob_get_wkb (const guint8 *data, gsize length, gsize *wkb_length,
                                        GError **error);

G_END_DECLS
