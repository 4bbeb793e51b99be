/* march-wkb-curves.h — curves in well-known binary, drawn by short straight lines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    march_wkb_has_curves (const guint8 *data, gsize length);
GByteArray *march_wkb_straighten (const guint8 *data, gsize length, GError **error);

G_END_DECLS
