/* march-combo-labels.c — what is chosen in a row, in full where there is room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-combo-labels.h"

#define MOST_CHARS 44
/* The list goes beyond the row, so that there is more room. */
#define MOST_CHARS_LISTED 64

static GtkWidget *
new_label (float xalign, int most)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), most);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, new_label (1, MOST_CHARS));
}

static void
show_text (GtkWidget *label, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_text (gtk_list_item_get_child (item), item);
}

/* With a tick behind the one that is chosen, as #AdwComboRow has it. */
static void
setup_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (0, MOST_CHARS_LISTED));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
tick (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gpointer   chosen = adw_combo_row_get_selected_item (row);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                            chosen == gtk_list_item_get_item (item));
}

static void
bind_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  show_text (gtk_widget_get_first_child (gtk_list_item_get_child (item)), item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (tick), item, 0);
  tick (row, NULL, item);
}

static void
unbind_listed_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, tick, item);
}

/** march_combo_labels_widen: @row: of a #GtkStringList; what is chosen is shortened from some forty
 * characters on, and what is listed from some sixty, where an #AdwComboRow does so from twenty */
void
march_combo_labels_widen (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (setup_listed_cb), NULL);
  g_signal_connect_object (listed, "bind", G_CALLBACK (bind_listed_cb), row, 0);
  g_signal_connect_object (listed, "unbind", G_CALLBACK (unbind_listed_cb), row, 0);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_list_factory (row, listed);
}
