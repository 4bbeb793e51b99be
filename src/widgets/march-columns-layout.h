/* march-columns-layout.h — lays children out side by side, or below each other where there is no
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARCH_COLUMNS_MAX 4

#define MARCH_TYPE_COLUMNS_LAYOUT (march_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (MarchColumnsLayout,
                      march_columns_layout,
                      MARCH,
                      COLUMNS_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *
march_columns_layout_new (const int *widths, guint n_columns, int gutter, int narrow_below);
void              march_columns_layout_set_heading (MarchColumnsLayout *layout, gboolean heading);
gboolean          march_columns_layout_is_narrow   (MarchColumnsLayout *layout);

G_END_DECLS
