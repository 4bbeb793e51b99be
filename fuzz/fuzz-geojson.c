/* fuzz-geojson.c — collections of features */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "geo/march-geojson.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) features = march_geojson_read ((const char *) data, length, &error);

  g_assert ((features == NULL) == (error != NULL));
  return 0;
}
