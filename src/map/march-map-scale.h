/* march-map-scale.h — how long a bar on the map is on the ground */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-view.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_SCALE (march_map_scale_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapScale, march_map_scale, MARCH, MAP_SCALE, GtkWidget)

void march_map_scale_show (MarchMapScale *scale, const MarchView *view);

G_END_DECLS
