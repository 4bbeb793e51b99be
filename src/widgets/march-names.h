/* march-names.h — what a screen reader calls the toolkit's own pieces */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_menu_button_set_name (GtkMenuButton *button,
                                 const char    *name);
void march_names_drop_mnemonics (GtkWidget     *widget);
void march_names_share          (GtkWidget     *widget,
                                 const char    *name);

G_END_DECLS
