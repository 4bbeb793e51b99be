/* march-spoken-name.h — what a screen reader calls the toolkit's own pieces */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_spoken_name_set_menu_button (GtkMenuButton *button, const char *name);
void march_spoken_name_set_buttons     (GtkWidget *widget);
void march_spoken_name_set_list        (GtkWidget *widget, const char *name);

G_END_DECLS
