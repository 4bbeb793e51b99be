/* fuzz-changes.c — files of changes: as they are, and what they hold once unpacked */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "dossier/march-changes.h"
#include "fuzz.h"

#define FIRST_LINE "Marchland changes 1\n"

static GBytes *
pack (const uint8_t *data, size_t length)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GOutputStream) packed = NULL;

  g_output_stream_write_all (memory, FIRST_LINE, strlen (FIRST_LINE), NULL, NULL, NULL);
  packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_output_stream_write_all (packed, data, length, NULL, NULL, NULL);
  g_output_stream_close (packed, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
try (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchChanges) changes = march_changes_parse (bytes, &error);

  g_assert ((changes == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GBytes) plain = g_bytes_new (data, length), packed = pack (data, length);

  try (plain);
  try (packed);
  return 0;
}
