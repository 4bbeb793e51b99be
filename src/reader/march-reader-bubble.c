/* march-reader-bubble.c — what can be done with the selected words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "reader/march-reader-bubble.h"

static void
add_copy (GtkBox *box)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.copy");
  gtk_box_append (box, button);
}

/** march_reader_bubble_new: Returns: (transfer floating): a popover that leaves the focus with the
 * text */
GtkWidget *
march_reader_bubble_new (void)
{
  GtkWidget *bubble = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_copy (GTK_BOX (box));
  gtk_popover_set_autohide (GTK_POPOVER (bubble), FALSE);
  gtk_popover_set_child (GTK_POPOVER (bubble), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bubble), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Selected words"), -1);
  return bubble;
}
