/* march-map-swatch.h — a sample of a symbol, by the painter's own hand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-legend.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_SWATCH (march_map_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapSwatch, march_map_swatch, MARCH, MAP_SWATCH, GtkWidget)

GtkWidget *march_map_swatch_new (const MarchLegendEntry *entry, const MarchStyle *style);

G_END_DECLS
