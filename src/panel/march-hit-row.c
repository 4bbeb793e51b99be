/* march-hit-row.c — a row of the list of what a search found */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-hit-row.h"

#include "panel/march-section.h"

/** march_hit_row_new: Returns: (transfer floating): a row that shows nothing yet */
GtkWidget *
march_hit_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = march_label_new ("", NULL);
  GtkWidget *detail = march_label_new ("", "caption");
  GtkWidget *kind = march_tag_new ("", NULL);

  gtk_label_set_lines (GTK_LABEL (title), 6);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (detail), 2);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), kind);
  return box;
}

/** march_hit_row_show: @row: of march_hit_row_new(); @with_kind: tells the kind too, as hits of
 * several kinds are listed */
void
march_hit_row_show (GtkWidget *row, MarchHit *hit, gboolean with_kind)
{
  GtkWidget       *words = gtk_widget_get_first_child (row);
  GtkWidget       *title = gtk_widget_get_first_child (words);
  GtkWidget       *detail = gtk_widget_get_last_child (words);
  GtkWidget       *kind = gtk_widget_get_last_child (row);
  g_autofree char *title_markup = NULL;
  g_autofree char *detail_markup = NULL;

  march_hit_describe (hit, &title_markup, &detail_markup);
  gtk_label_set_markup (GTK_LABEL (title), title_markup);
  gtk_label_set_markup (GTK_LABEL (detail), detail_markup);
  gtk_widget_set_visible (detail, *detail_markup != '\0');
  gtk_label_set_text (GTK_LABEL (kind), march_hit_kind_get_word (march_hit_get_kind (hit)));
  gtk_widget_set_visible (kind, with_kind);
  if (march_hit_is_quoted (hit))
    gtk_widget_add_css_class (title, "quote");
  else
    gtk_widget_remove_css_class (title, "quote");
}
