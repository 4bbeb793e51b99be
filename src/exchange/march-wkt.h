/* march-wkt.h — well-known text, as tables have it; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer-shape.h"

G_BEGIN_DECLS

gboolean march_wkt_read (const char *text, MarchLayerShape *shape);

G_END_DECLS
