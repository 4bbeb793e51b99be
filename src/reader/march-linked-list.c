/* march-linked-list.c — what a passage bears on besides what is in view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "reader/march-linked-list.h"

struct _MarchLinkedList
{
  GtkBox parent_instance;

  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchLinkedList, march_linked_list, GTK_TYPE_BOX)

static void
chosen_cb (MarchLinkedList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "march-link"));
}

static void
march_linked_list_class_init (MarchLinkedListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", MARCH_TYPE_LINKED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
march_linked_list_init (MarchLinkedList *self)
{
  GtkWidget *heading = gtk_label_new (_("Also linked"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Also linked"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/** march_linked_list_new: Returns: (transfer floating): the list, empty */
GtkWidget *
march_linked_list_new (void)
{
  return g_object_new (MARCH_TYPE_LINKED_LIST, NULL);
}

static GtkWidget *
new_row (MarchPassageDraft *passage, MarchEvidenceDraft *link)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *words = march_passage_draft_describe_link (passage, link);
  g_autofree char *line = g_strdup_printf (
      _("%1$s: %2$s"), march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, link->stance), words);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "march-link", link);
  return row;
}

/** march_linked_list_show: shows all links of @passage but that in view; none hide it */
void
march_linked_list_show (MarchLinkedList *self, MarchPassageDraft *passage)
{
  GPtrArray     *links = march_passage_draft_get_links (passage);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < links->len; i++)
    if (links->pdata[i] != passage->link)
      gtk_list_box_append (self->list, new_row (passage, links->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}
