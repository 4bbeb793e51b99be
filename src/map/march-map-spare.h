/* march-map-spare.h — the surface of a picture that is gone, kept a moment for the next one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-view.h"

#include <cairo.h>

G_BEGIN_DECLS

void             march_map_spare_mark    (cairo_surface_t *surface);
void             march_map_spare_release (cairo_surface_t *surface);
cairo_surface_t *march_map_spare_take    (const MarchView *view);

G_END_DECLS
