/* march-source-row.h — one source of the list, with the heading of the group that it begins */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sources/march-source-item.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_ROW (march_source_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceRow, march_source_row, MARCH, SOURCE_ROW, GtkBox)

GtkWidget *march_source_row_new      (void);
void       march_source_row_set_item (MarchSourceRow *row, MarchSourceItem *item);

G_END_DECLS
