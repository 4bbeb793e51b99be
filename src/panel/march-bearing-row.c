/* march-bearing-row.c — what a quotation supports, disputes or qualifies, as a row */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-bearing-row.h"
#include "panel/march-section.h"
#include "widgets/march-bearing.h"

/**
 * march_bearing_row_new:
 * @corpus: whose record @evidence is
 * @evidence: what a quotation bears on, and how
 * @place: id of the place that is looked at, whose name needn't be repeated; 0 for none
 *
 * Returns: (transfer floating): a row that leads to the assertion or proposal
 */
GtkWidget *
march_bearing_row_new (MarchCorpus *corpus, const MarchEvidence *evidence, gint64 place)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *markup = march_bearing_describe (evidence, place);
  g_autofree char *manner = march_bearing_describe_manner (evidence);
  GtkWidget       *detail = march_label_new ("", "caption");

  gtk_label_set_text (GTK_LABEL (detail), manner);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (words), march_label_new (markup, NULL));
  gtk_box_append (GTK_BOX (words), detail);
  gtk_widget_set_hexpand (words, TRUE);
  march_row_name_by (row, words);
  gtk_box_append (GTK_BOX (box), evidence->assertion != NULL
                                     ? march_bearing_swatch_new (corpus, evidence->assertion)
                                     : march_bearing_icon_new ("text-x-generic-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (evidence->assertion != NULL)
    march_row_lead_to (row, MARCH_RECORD_ASSERTION, evidence->assertion->id);
  else
    march_row_lead_to (row, MARCH_RECORD_PROPOSAL, evidence->proposal->id);
  return row;
}
