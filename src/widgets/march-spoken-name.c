/* march-spoken-name.c — what a screen reader calls the toolkit's own pieces */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-spoken-name.h"

/**
 * march_spoken_name_set_menu_button:
 * @button: a menu button with a child of its own
 * @name: what a screen reader says of it
 *
 * Names the button and the toggle within it, which is what takes the focus: since GTK 4.10 that one
 * is read by its content, and has no name while the content is laid out anew.
 */
void
march_spoken_name_set_menu_button (GtkMenuButton *button, const char *name)
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

/* Whether the label within names the button already. */
static gboolean
has_mnemonic_label (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  return GTK_IS_LABEL (child)
         && gtk_label_get_mnemonic_widget (GTK_LABEL (child)) == GTK_WIDGET (button);
}

static void
name_button (GtkButton *button)
{
  g_auto (GStrv)   parts = NULL;
  g_autofree char *name = NULL;

  if (!gtk_button_get_use_underline (button) || gtk_button_get_label (button) == NULL)
    return;
  if (has_mnemonic_label (button))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  parts = g_strsplit (gtk_button_get_label (button), "_", -1);
  name = g_strjoinv ("", parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * march_spoken_name_set_buttons:
 * @widget: a button, or what holds some
 *
 * Names each button below @widget by its label without the underscore, which GTK 4.8 would have
 * spelt out. A button made with a mnemonic has a second name in the label within: there the first
 * one goes, as both are told.
 */
void
march_spoken_name_set_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    march_spoken_name_set_buttons (child);
}

/**
 * march_spoken_name_set_list:
 * @widget: a column view
 * @name: its name
 *
 * Names @widget and the list in it, which a screen reader meets as one of its own.
 */
void
march_spoken_name_set_list (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
}
