/* march-map-zoom.h — the zoom of a libshumate map, as it counts it and as we do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

double march_map_zoom_to_viewport   (ShumateViewport *viewport, double zoom);
double march_map_zoom_from_viewport (ShumateViewport *viewport);

G_END_DECLS
