/* march-why-cards.c — the cards of one row of "Why this colour?": rule, assertion, words, sources
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-why-cards.h"
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

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = march_label_new ("", style_class);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_dim (GtkWidget *box, const char *text)
{
  GtkWidget *label = add_label (box, text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_told (GtkWidget *box, const char *title, const char *text)
{
  if (*text == '\0')
    return;
  add_label (box, title, "why-label");
  add_label (box, text, NULL);
}

/* A line that breaks between its words and tags. */
static GtkWidget *
add_line (GtkWidget *box)
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

  if (picture != NULL)
    gtk_box_append (GTK_BOX (card), picture);
  line = add_line (card);
  gtk_box_append (GTK_BOX (line), march_swatch_new_for_row (why, row, 34, 22));
  if (row->concluded)
    gtk_box_append (GTK_BOX (line), march_swatch_new_for_kind (MARCH_SWATCH_CONCLUDED, 34, 22));
  add_label (card, row->rule, NULL);
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
  GtkWidget       *line = add_line (card);
  GtkWidget       *title = march_label_new ("", "why-title");
  g_autofree char *words = march_text_describe_assertion (assertion);
  g_autofree char *when = describe_time (assertion);
  const char      *tag_class = assertion->origin == MARCH_ORIGIN_CONCLUDED ? "concluded-tag" : NULL;

  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), march_tag_new (get_origin_word (assertion), tag_class));
  add_dim (card, when);
  add_told (card, _("Reasoning"), assertion->reasoning);
  add_told (card, _("Assumes"), assertion->assumption);
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    add_told (card, _("Confidence"),
              march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE, assertion->confidence));
  add_told (card, _("What would change it"), assertion->would_change);
  if (assertion->rank != MARCH_RANK_NORMAL)
    add_told (card, march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank),
              assertion->rank_reason);
}

/** march_why_assertion_card_new: Returns: (transfer floating): what is asserted, on what reasoning
 */
GtkWidget *
march_why_assertion_card_new (const MarchWhyRow *row)
{
  GtkWidget *card = march_why_card_new ();

  if (row->assertions->len == 0)
    add_label (card, row->headline, "why-title");
  for (guint i = 0; i < row->assertions->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      add_assertion (card, row->assertions->pdata[i]);
    }
  return card;
}

static void
add_voice_tag (GtkWidget *line, const MarchQuotation *quotation)
{
  if (quotation->voice == MARCH_VOICE_REPORT)
    gtk_box_append (GTK_BOX (line), march_tag_new (_("report"), NULL));
  else if (march_text_is_own_word (quotation))
    gtk_box_append (GTK_BOX (line), march_tag_new (_("own words"), NULL));
}

static GtkWidget *
new_quotation (const MarchQuotation *quotation, guint number)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *line = NULL;
  GtkWidget       *speaker = NULL;
  g_autofree char *digits = number == 0 ? NULL : g_strdup_printf ("%u", number);
  g_autofree char *words = march_text_quote (quotation, NULL);
  g_autofree char *who = march_text_describe_speaker (quotation, FALSE);

  if (digits != NULL)
    {
      GtkWidget *circle = gtk_label_new (digits);

      gtk_widget_add_css_class (circle, "why-number");
      gtk_widget_add_css_class (circle, "outlined");
      gtk_widget_set_valign (circle, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), circle);
    }
  gtk_box_append (GTK_BOX (text),
                  march_label_new (words, quotation->exact == NULL ? NULL : "quote"));
  line = add_line (text);
  speaker = march_label_new (who, "caption");
  gtk_widget_add_css_class (speaker, "dim-label");
  gtk_box_append (GTK_BOX (line), speaker);
  add_voice_tag (line, quotation);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

/** march_why_words_card_new: @number: of the last quotation so far; counted on. Returns: (transfer
 * floating): the words it rests on */
GtkWidget *
march_why_words_card_new (const MarchWhyRow *row, guint *number)
{
  GtkWidget *card = march_why_card_new ();

  if (row->quotations->len == 0)
    add_dim (card, _("No quotation"));
  for (guint i = 0; i < row->quotations->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (card), new_quotation (row->quotations->pdata[i], ++*number));
    }
  if (row->hold != NULL && row->quotations->len > 0)
    add_dim (card, _("What colours the map is the time for which the words are true, not the day "
                      "they were said or published."));
  return card;
}

static const char *
get_source_heading (const MarchSource *source, gboolean identified)
{
  if (!identified)
    return _("Unidentified report");
  return *source->author != '\0' ? source->author : source->title;
}

static void
add_source (GtkWidget *card, const MarchSource *source)
{
  gboolean   identified = source->titled || *source->author != '\0' || *source->publication != '\0';
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *letter = source->grade == 0 ? NULL : g_strdup_printf ("%c", source->grade);
  g_autofree char *meaning = march_text_describe_reliability (source);
  g_autofree char *line = march_text_describe_publication (source);

  gtk_widget_set_hexpand (text, TRUE);
  add_label (text, get_source_heading (source, identified), "heading");
  if (identified)
    add_dim (text, line);
  else
    add_label (text, _("no title, publisher or author · listed among the gaps"), "caption");
  gtk_box_append (GTK_BOX (box), text);
  if (letter != NULL)
    {
      GtkWidget *grade = gtk_label_new (letter);

      gtk_widget_add_css_class (grade, "grade");
      gtk_widget_set_valign (grade, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (grade, meaning);
      gtk_box_append (GTK_BOX (box), grade);
    }
  if (!identified)
    gtk_widget_add_css_class (box, "warning-note");
  gtk_box_append (GTK_BOX (card), box);
}

/** march_why_source_card_new: Returns: (transfer floating): the sources, with their grades */
GtkWidget *
march_why_source_card_new (const MarchWhyRow *row)
{
  GtkWidget *card = march_why_card_new ();

  if (row->sources->len == 0)
    add_dim (card, _("No source"));
  for (guint i = 0; i < row->sources->len; i++)
    add_source (card, row->sources->pdata[i]);
  return card;
}

/** march_why_unknown_card_new: Returns: (transfer floating): what no quotation says */
GtkWidget *
march_why_unknown_card_new (MarchWhy *why)
{
  GtkWidget *card = march_why_card_new ();

  add_label (card, _("Not known"), "heading");
  for (guint i = 0; i < march_why_get_not_known (why)->len; i++)
    {
      g_autofree char *line
          = g_strdup_printf ("◌ %s", (const char *) march_why_get_not_known (why)->pdata[i]);

      add_label (card, line, NULL);
    }
  if (march_why_get_not_known (why)->len == 0)
    add_dim (card, _("Nothing is missing for this answer."));
  return card;
}

static void
add_side (GtkWidget *card, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  GtkWidget       *line = add_line (card);
  g_autofree char *words = march_text_describe_assertion (assertion);
  GtkWidget       *title = march_label_new ("", "heading");

  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_box_append (GTK_BOX (line), title);
  if (assertion->rank != MARCH_RANK_NORMAL)
    gtk_box_append (
        GTK_BOX (line),
        march_tag_new (march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank), NULL));
  if (*assertion->rank_reason != '\0')
    add_dim (card, assertion->rank_reason);
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (march_snapshot_is_evidence_known (snapshot, evidence))
        gtk_box_append (GTK_BOX (card), new_quotation (evidence->quotation, 0));
    }
}

/** march_why_conflict_card_new: Returns: (transfer floating): two assertions that can't both be
 * true, each with its words */
GtkWidget *
march_why_conflict_card_new (MarchWhy *why, const MarchConflict *conflict)
{
  GtkWidget *card = march_why_card_new ();
  GtkWidget *line = add_line (card);
  GtkWidget *title = march_label_new ("", "heading");

  gtk_label_set_text (GTK_LABEL (title), _("Sources disagree"));
  gtk_box_append (GTK_BOX (line), march_swatch_new_for_kind (MARCH_SWATCH_DISAGREE, 20, 20));
  gtk_box_append (GTK_BOX (line), title);
  if (conflict->settled)
    gtk_box_append (GTK_BOX (line), march_tag_new (_("settled"), NULL));
  add_side (card, why->snapshot, conflict->a);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_side (card, why->snapshot, conflict->b);
  return card;
}
