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

/* The key stands beside the word. */
static void
add_word (GtkBox *box, const char *word, const char *key, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *letter = gtk_label_new (key);

  gtk_widget_add_css_class (letter, "key");
  gtk_box_append (GTK_BOX (content), gtk_label_new (word));
  gtk_box_append (GTK_BOX (content), letter);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, suggested ? "suggested-action" : "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (box, button);
}

/** march_reader_bubble_new: Returns: (transfer floating): a popover that leaves the focus with the
 * text */
GtkWidget *
march_reader_bubble_new (void)
{
  GtkWidget *bubble = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_word (GTK_BOX (box), _("Quote"), "L", "reader.quote", TRUE);
  add_word (GTK_BOX (box), _("Note"), "N", "reader.note", FALSE);
  add_copy (GTK_BOX (box));
  gtk_popover_set_autohide (GTK_POPOVER (bubble), FALSE);
  gtk_popover_set_child (GTK_POPOVER (bubble), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bubble), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Selected words"), -1);
  return bubble;
}
