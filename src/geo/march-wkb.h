/* march-wkb.h — well-known binary, written, and read from untrusted bytes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

MarchGeometry *march_wkb_read        (const guint8 *data, gsize length, GError **error);
gboolean       march_wkb_has_heights (const guint8 *data, gsize length);
void           march_wkb_append      (MarchGeometry *geometry, GByteArray *bytes);

G_END_DECLS
