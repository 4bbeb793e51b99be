/* march-geometry-pack.h — geometry exactly as it was, told by what differs from another one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchPack:
 *
 * Follows the areas of a source as they come. Areas of following days differ in few places, so each
 * is packed as what it shares with the one before and what is new, and compressed. One thread at a
 * time.
 */
typedef struct _MarchPack MarchPack;

MarchPack     *march_pack_new   (void);
void           march_pack_free  (MarchPack *pack);
GBytes        *march_pack_write (MarchPack *pack, MarchGeometry *geometry);
gboolean       march_pack_is    (const guint8 *data, gsize length);
MarchGeometry *march_pack_read  (MarchPack *pack, const guint8 *data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPack, march_pack_free)

G_END_DECLS
