/* march-text-row.h — a row of a list in which several lines are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/march-text-area.h"

G_BEGIN_DECLS

/* Beside AdwEntryRow, for what doesn't fit into a line. Signal "changed": another text stands in
 * it. */
#define MARCH_TYPE_TEXT_ROW (march_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchTextRow, march_text_row, MARCH, TEXT_ROW, AdwPreferencesRow)

GtkWidget     *march_text_row_new      (const char *title);

/* Of a widget in which one line or several are typed: a GtkEditable, a MarchTextArea or -Row. */
const char    *march_typed_get_text    (GtkWidget *widget);
void           march_typed_set_text    (GtkWidget *widget, const char *text);

G_END_DECLS
