/* march-lead-row.c — a list of any length whose rows say two lines and may lead somewhere */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-lead-row.h"

#include "panel/march-section.h"

/**
 * march_list_view_show:
 * @model: (transfer none): whose items @view shows; none of them is ever selected
 * @setup: (scope forever): of "setup" of a #GtkSignalListItemFactory
 * @bind: (scope forever): of its "bind", called with @owner first, as long as that lives
 */
void
march_list_view_show (GtkListView *view,
                      GListModel  *model,
                      GCallback    setup,
                      GCallback    bind,
                      gpointer     owner)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection)     selection = gtk_no_selection_new (g_object_ref (model));

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect_object (factory, "bind", bind, owner, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/** march_lead_row_setup_cb: for march_list_view_show(), with march_lead_row_bind() */
void
march_lead_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = march_label_new ("", "caption");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "numeric");
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), march_label_new ("", NULL));
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_item_set_child (item, box);
}

/**
 * march_lead_row_bind:
 * @markup: what the row says
 * @detail: a second, smaller line in plain words; there is none if it is ""
 * @leads: whether it can be activated, which an arrow shows
 */
void
march_lead_row_bind (GtkListItem *item, const char *markup, const char *detail, gboolean leads)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *line = gtk_widget_get_last_child (words);

  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_first_child (words)), markup);
  gtk_label_set_text (GTK_LABEL (line), detail);
  gtk_widget_set_visible (line, *detail != '\0');
  gtk_list_item_set_activatable (item, leads);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), leads);
}
