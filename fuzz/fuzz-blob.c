/* fuzz-blob.c — geometries of a GeoPackage */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "geo/march-gpkg-blob.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) geometry = NULL;
  g_autoptr (MarchGeometry) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MarchBox box;
  gboolean empty;
  int      srs_id;

  march_gpkg_blob_read_box (data, length, &box, &empty);
  geometry = march_gpkg_blob_read (data, length, &srs_id, &error);
  g_assert ((geometry == NULL) == (error != NULL));
  if (geometry == NULL)
    return 0;
  /* What was read can be written, and read again. */
  bytes = march_gpkg_blob_write (geometry, srs_id);
  again = march_gpkg_blob_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &srs_id,
                                NULL);
  g_assert_nonnull (again);
  return 0;
}
