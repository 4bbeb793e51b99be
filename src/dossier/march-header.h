/* march-header.h — what the first hundred bytes of a file say about it, before SQLite sees it;
 * private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARCH_APPLICATION_ID 0x47504B47u  /* "GPKG" */

/**
 * MarchHeader:
 * @uses_wal: the file was last written with a write-ahead log, so that its newest rows may stand
 *   in a file beside it
 *
 * Of a file that has passed the checks of march_header_read().
 */
typedef struct
{
  gboolean uses_wal;
} MarchHeader;

gboolean march_header_read (const char *path, MarchHeader *header, GError **error);

G_END_DECLS
