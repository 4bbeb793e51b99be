/* march-columns.h — a box whose children stand side by side, joined by arrows, or below each other
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARCH_TYPE_COLUMNS (march_columns_get_type ())
G_DECLARE_FINAL_TYPE (MarchColumns, march_columns, MARCH, COLUMNS, GtkWidget)

GtkWidget *march_columns_new (const int *widths,
                              guint      n_columns,
                              int        gutter,
                              int        narrow_below,
                              gboolean   arrows,
                              gboolean   heading);
void       march_columns_append (MarchColumns *columns, GtkWidget *child);

G_END_DECLS
