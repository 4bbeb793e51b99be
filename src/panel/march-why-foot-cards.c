/* march-why-foot-cards.c — what stands below the rows of "Why this colour?": what is not known, and
 * where sources disagree */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-why-cards.h"
#include "widgets/march-bearing.h"
#include "widgets/march-swatch.h"

/** march_why_unknown_card_new: Returns: (transfer floating): what no quotation says */
GtkWidget *
march_why_unknown_card_new (MarchWhy *why)
{
  GtkWidget *card = march_why_card_new ();

  march_card_add_label (card, _("Not known"), "heading");
  for (guint i = 0; i < march_why_get_not_known (why)->len; i++)
    {
      g_autofree char *line
          = g_strdup_printf ("◌ %s", (const char *) march_why_get_not_known (why)->pdata[i]);

      march_card_add_label (card, line, NULL);
    }
  if (march_why_get_not_known (why)->len == 0)
    march_card_add_dim (card, _("For this answer the dossier notes no gap."));
  return card;
}

static void
add_side (GtkWidget *card, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  GtkWidget       *line = march_card_add_line (card);
  g_autofree char *words = march_bearing_describe_assertion (assertion);
  GtkWidget       *title = march_label_new ("", "heading");

  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_box_append (GTK_BOX (line), title);
  if (assertion->rank != MARCH_RANK_NORMAL)
    gtk_box_append (
        GTK_BOX (line),
        march_tag_new (march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank), NULL));
  if (*assertion->rank_reason != '\0')
    march_card_add_dim (card, assertion->rank_reason);
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (march_snapshot_is_evidence_known (snapshot, evidence))
        gtk_box_append (GTK_BOX (card), march_why_quotation_new (evidence, 0));
    }
}

static GtkWidget *
new_disagreement (gboolean settled)
{
  GtkWidget *card = march_why_card_new ();
  GtkWidget *line = march_card_add_line (card);
  GtkWidget *title = march_label_new ("", "heading");

  gtk_label_set_text (GTK_LABEL (title), _("Sources disagree"));
  gtk_box_append (GTK_BOX (line), march_swatch_new_for_kind (MARCH_SWATCH_DISAGREE, 20, 20));
  gtk_box_append (GTK_BOX (line), title);
  if (settled)
    gtk_box_append (GTK_BOX (line), march_tag_new (_("settled"), NULL));
  return card;
}

/** march_why_conflict_card_new: Returns: (transfer floating): two assertions that can't both be
 * true, each with its words */
GtkWidget *
march_why_conflict_card_new (MarchWhy *why, const MarchConflict *conflict)
{
  GtkWidget *card = new_disagreement (conflict->settled);

  add_side (card, why->snapshot, conflict->a);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_side (card, why->snapshot, conflict->b);
  return card;
}

/** march_why_area_conflict_card_new: Returns: (transfer floating): an imported area, and what can't
 * be true together with it */
GtkWidget *
march_why_area_conflict_card_new (MarchWhy *why, const MarchAreaConflict *conflict)
{
  GtkWidget       *card = new_disagreement (conflict->settled);
  g_autofree char *words = march_words_area_conflict (conflict);

  march_card_add_label (card, words, NULL);
  if (conflict->assertion != NULL)
    add_side (card, why->snapshot, conflict->assertion);
  return card;
}
