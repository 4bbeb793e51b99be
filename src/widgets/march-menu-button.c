/* march-menu-button.c — what a menu button is called */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-menu-button.h"

/**
 * march_menu_button_set_name:
 * @button: a menu button with a child of its own
 * @name: what a screen reader says of it
 *
 * Names the button and the toggle within it, which is what takes the focus: since GTK 4.10 that one
 * is read by its content, and has no name while the content is laid out anew.
 */
void
march_menu_button_set_name (GtkMenuButton *button,
                            const char    *name)
{
  GtkWidget *toggle;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (name != NULL);

  toggle = gtk_widget_get_first_child (GTK_WIDGET (button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_TOGGLE_BUTTON (toggle))
    gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
