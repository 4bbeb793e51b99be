/* march-swatch.h — a small sample of what the map draws for one thing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-legend.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SWATCH (march_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MarchSwatch, march_swatch, MARCH, SWATCH, GtkWidget)

GtkWidget *
march_swatch_new (MarchCorpus *corpus, const MarchLegendEntry *entry, int width, int height);
GtkWidget *
march_swatch_new_for_row (const MarchWhy *why, const MarchWhyRow *row, int width, int height);
GtkWidget *march_swatch_new_for_kind  (MarchSwatchKind kind, int width, int height);
void       march_swatch_set_style     (MarchSwatch *swatch, const MarchStyle *style);

G_END_DECLS
