/* march-table.h — a small table that sorts, and gives itself away as text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MarchTableColumn:
 * @title: its heading
 * @number: whether its cells are numbers, which stand at the end of the line
 * @unit: (nullable): of the numbers, told where the table is copied: there it isn't in the cells
 */
typedef struct
{
  const char *title;
  gboolean    number;
  const char *unit;
} MarchTableColumn;

#define MARCH_TYPE_TABLE (march_table_get_type ())
G_DECLARE_FINAL_TYPE (MarchTable, march_table, MARCH, TABLE, GtkWidget)

/* Signal "activated" (gint64 id): a click on a row, or Enter. */
GtkWidget *march_table_new     (const char             *name,
                                const MarchTableColumn *columns,
                                guint                   n_columns);
void       march_table_clear   (MarchTable *table);
void       march_table_add     (MarchTable         *table,
                                gint64              id,
                                const char         *whole,
                                const char *const  *cells,
                                const double       *numbers);
guint      march_table_get_n   (MarchTable *table);
char      *march_table_to_text (MarchTable *table, char separator);

G_END_DECLS
