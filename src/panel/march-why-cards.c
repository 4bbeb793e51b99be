/* march-why-cards.c — what a row of "Why this colour?" draws, by which rule and assertion */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-why-cards.h"
#include "widgets/march-bearing.h"
#include "widgets/march-swatch.h"
#include "widgets/march-wrap-layout.h"

/** march_why_card_new: Returns: (transfer floating): an empty card */
GtkWidget *
march_why_card_new (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why-card");
  return card;
}

/** march_card_add_label: @style_class: (nullable): of the label. Returns: (transfer none): plain
 * words added to a card */
GtkWidget *
march_card_add_label (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = march_label_new ("", style_class);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/** march_card_add_dim: Returns: (transfer none): small print added to a card */
GtkWidget *
march_card_add_dim (GtkWidget *box, const char *text)
{
  GtkWidget *label = march_card_add_label (box, text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_told (GtkWidget *box, const char *title, const char *text)
{
  if (*text == '\0')
    return;
  march_card_add_label (box, title, "why-label");
  march_card_add_label (box, text, NULL);
}

/** march_card_add_line: Returns: (transfer none): a line added to a card, which breaks between its
 * words and tags */
GtkWidget *
march_card_add_line (GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (line, march_wrap_layout_new (6, 3));
  gtk_box_append (GTK_BOX (box), line);
  return line;
}

/** march_why_rule_card_new: @picture: (transfer full) (nullable): of the place. Returns: (transfer
 * floating): what is drawn by which rule */
GtkWidget *
march_why_rule_card_new (MarchWhy *why, const MarchWhyRow *row, GtkWidget *picture)
{
  GtkWidget *card = march_why_card_new ();
  GtkWidget *line = NULL;
  GtkWidget *title = NULL;

  if (picture != NULL)
    gtk_box_append (GTK_BOX (card), picture);
  line = march_card_add_line (card);
  gtk_box_append (GTK_BOX (line), march_swatch_new_for_row (why, row, 34, 22));
  if (row->concluded)
    gtk_box_append (GTK_BOX (line), march_swatch_new_for_kind (MARCH_SWATCH_CONCLUDED, 34, 22));
  title = march_label_new ("", "heading");
  gtk_label_set_text (GTK_LABEL (title), row->drawing);
  gtk_box_append (GTK_BOX (line), title);
  march_card_add_label (card, row->rule, NULL);
  return card;
}

static const char *
get_origin_word (const MarchAssertion *assertion)
{
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED || assertion->mode == MARCH_MODE_STATED)
    return march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin);
  return march_vocabulary_get_words (MARCH_VOCABULARY_MODE, assertion->mode);
}

static char *
describe_time (const MarchAssertion *assertion)
{
  g_autofree char *when = *assertion->valid == '\0' ? g_strdup (_("time not stated"))
                                                    : march_text_describe_date (assertion->valid);

  if (assertion->according == NULL)
    return g_steal_pointer (&when);
  /* Translators: when something holds, and who says so. */
  return g_strdup_printf (_("%1$s · according to %2$s"), when,
                          march_actor_get_name (assertion->according, march_text_get_language ()));
}

static void
add_assertion (GtkWidget *card, const MarchAssertion *assertion)
{
  GtkWidget       *line = march_card_add_line (card);
  GtkWidget       *title = march_label_new ("", "why-title");
  g_autofree char *words = march_bearing_describe_assertion (assertion);
  g_autofree char *when = describe_time (assertion);
  const char      *tag_class = assertion->origin == MARCH_ORIGIN_CONCLUDED ? "concluded-tag" : NULL;

  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), march_tag_new (get_origin_word (assertion), tag_class));
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    gtk_box_append (GTK_BOX (line),
                    march_tag_new (march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE,
                                                               assertion->confidence),
                                   NULL));
  march_card_add_dim (card, when);
  add_told (card, _("Reasoning"), assertion->reasoning);
  add_told (card, _("Assumes"), assertion->assumption);
  add_told (card, _("What would change it"), assertion->would_change);
  if (assertion->rank != MARCH_RANK_NORMAL)
    add_told (card, march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank),
              assertion->rank_reason);
}

static void
add_area (GtkWidget *card, const MarchWhyRow *row, const MarchWhyArea *area, MarchDay as_of)
{
  GtkWidget       *line = march_card_add_line (card);
  GtkWidget       *title = march_label_new ("", "why-title");
  g_autofree char *origin = march_words_share_origin (area->share, as_of);

  gtk_label_set_text (GTK_LABEL (title), row->headline);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), march_tag_new (_("drawn area"), NULL));
  march_card_add_dim (card, origin);
  add_told (card, _("How much"), area->amount);
  add_told (card, _("Taken from"), area->document != NULL ? area->document : "");
  add_told (card, _("How it is known"), area->import);
}

/** march_why_row_rests_on_something: Returns: whether there are words or sources to show */
gboolean
march_why_row_rests_on_something (const MarchWhyRow *row)
{
  return row->evidence->len > 0 || row->sources->len > 0;
}

/** march_why_assertion_card_new: Returns: (transfer floating): the areas it rests on, and what is
 * asserted, on what reasoning; or that there is nothing to show */
GtkWidget *
march_why_assertion_card_new (MarchWhy *why, const MarchWhyRow *row)
{
  GtkWidget *card = march_why_card_new ();
  MarchDay   as_of = march_snapshot_get_question (why->snapshot)->as_of;

  if (row->areas->len == 0 && row->assertions->len == 0)
    march_card_add_label (card, row->headline, "why-title");
  if (!march_why_row_rests_on_something (row))
    march_card_add_dim (card, _("No quotation and no source"));
  for (guint i = 0; i < row->areas->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      add_area (card, row, row->areas->pdata[i], as_of);
    }
  for (guint i = 0; i < row->assertions->len; i++)
    {
      if (i > 0 || row->areas->len > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      add_assertion (card, row->assertions->pdata[i]);
    }
  return card;
}
