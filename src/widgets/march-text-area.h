/* march-text-area.h — a field of several lines, for what doesn't fit into one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARCH_TYPE_TEXT_AREA (march_text_area_get_type ())
G_DECLARE_FINAL_TYPE (MarchTextArea, march_text_area, MARCH, TEXT_AREA, AdwBin)

/* It grows with what is typed up to a limit, and scrolls from there on. Enter begins a line, Tab
 * goes on to the next field. Property "placeholder-text": what stands in it while it is empty.
 * Signal "changed": another text stands in it. */
GtkWidget  *march_text_area_new             (void);
const char *march_text_area_get_text        (MarchTextArea *area);
void        march_text_area_set_text        (MarchTextArea *area, const char *text);
void        march_text_area_set_placeholder (MarchTextArea *area, const char *text);
void        march_text_area_set_name        (MarchTextArea *area, const char *name);

G_END_DECLS
