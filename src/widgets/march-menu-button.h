/* march-menu-button.h — what a menu button is called */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_menu_button_set_name (GtkMenuButton *button,
                                 const char    *name);

G_END_DECLS
