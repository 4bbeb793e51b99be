/* march-why-evidence-cards.c — the words that a row of "Why this colour?" rests on, and their
 * sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-why-cards.h"

static void
add_tags (GtkWidget *line, const MarchEvidence *evidence)
{
  const char *stance = march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, evidence->stance);

  if (evidence->quotation->voice == MARCH_VOICE_REPORT)
    gtk_box_append (GTK_BOX (line), march_tag_new (_("report"), NULL));
  else if (march_text_is_own_word (evidence->quotation))
    gtk_box_append (GTK_BOX (line), march_tag_new (_("own words"), NULL));
  gtk_box_append (
      GTK_BOX (line),
      march_tag_new (stance, evidence->stance == MARCH_STANCE_DISPUTES ? "warning-tag" : NULL));
}

static char *
describe_publication_day (const MarchSource *source)
{
  g_autofree char *published = march_text_describe_date (source->published);

  if (*published == '\0')
    return g_strdup (_("date of publication not known"));
  /* Translators: %s is a date, "3 May 2031". */
  return g_strdup_printf (_("published %s"), published);
}

/* "Name, office · said 3 May · quoted by Author · published 15 May", as markup. */
static char *
describe_chain (const MarchQuotation *quotation)
{
  g_autofree char *who = march_text_describe_speaker (quotation, FALSE);
  g_autofree char *relay = march_text_describe_relay (quotation);
  g_autofree char *published = describe_publication_day (quotation->source);
  g_autofree char *rest = g_markup_printf_escaped ("%s%s%s", relay, *relay != '\0' ? " · " : "",
                                                   published);

  return g_strdup_printf ("%s · %s", who, rest);
}

static void
add_grade (GtkWidget *box, const char *code, const char *meaning)
{
  GtkWidget *grade = NULL;

  if (*code == '\0')
    return;
  grade = gtk_label_new (code);
  gtk_widget_add_css_class (grade, "grade");
  gtk_widget_set_valign (grade, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (grade, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grade), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
  gtk_box_append (GTK_BOX (box), grade);
}

static void
add_number (GtkWidget *box, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget       *circle = gtk_label_new (digits);

  gtk_widget_add_css_class (circle, "why-number");
  gtk_widget_add_css_class (circle, "outlined");
  gtk_widget_set_valign (circle, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), circle);
}

static GtkWidget *
new_text (const MarchEvidence *evidence)
{
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *line = NULL;
  g_autofree char *words = march_text_quote (evidence->quotation, NULL);
  g_autofree char *chain = describe_chain (evidence->quotation);
  GtkWidget       *speaker = march_label_new (chain, "caption");

  gtk_box_append (GTK_BOX (text),
                  march_label_new (words, evidence->quotation->exact == NULL ? NULL : "quote"));
  line = march_card_add_line (text);
  gtk_widget_add_css_class (speaker, "dim-label");
  gtk_box_append (GTK_BOX (line), speaker);
  add_tags (line, evidence);
  if (*evidence->note != '\0')
    march_card_add_dim (text, evidence->note);
  gtk_widget_set_hexpand (text, TRUE);
  return text;
}

/**
 * march_why_quotation_new:
 * @evidence: a quotation and how it bears on what is said
 * @number: before it; 0 for none
 *
 * Returns: (transfer floating): its words, who says them in which office, when and through whom,
 * how they bear on it, and their grade
 */
GtkWidget *
march_why_quotation_new (const MarchEvidence *evidence, guint number)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *code = march_words_grade (evidence->quotation);
  g_autofree char *meaning = march_words_grade_meaning (evidence->quotation);

  if (number > 0)
    add_number (box, number);
  gtk_box_append (GTK_BOX (box), new_text (evidence));
  add_grade (box, code, meaning);
  return box;
}

/** march_why_words_card_new: @number: of the last quotation so far; counted on. Returns: (transfer
 * floating): the words it rests on */
GtkWidget *
march_why_words_card_new (const MarchWhyRow *row, guint *number)
{
  GtkWidget *card = march_why_card_new ();
  gboolean   by_area = row->hold != NULL && row->hold->by_area;

  if (by_area)
    march_card_add_label (card, _("This colour rests on a drawn area and not on words."), NULL);
  if (by_area && row->evidence->len > 0)
    march_card_add_label (card, _("What is said beside it"), "why-label");
  for (guint i = 0; i < row->evidence->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (card),
                      march_why_quotation_new (row->evidence->pdata[i], ++*number));
    }
  if (row->hold != NULL && !by_area && row->evidence->len > 0)
    march_card_add_dim (card,
                        _("What colours the map is the time for which the words are true, not the "
                          "day they were said or published."));
  return card;
}

static const char *
get_source_heading (const MarchSource *source, gboolean identified)
{
  if (!identified)
    return _("Unidentified report");
  return *source->author != '\0' ? source->author : source->title;
}

/* Where its words came out, as the chain of one of them tells. */
static char *
describe_outlets (const MarchWhyRow *row, const MarchSource *source)
{
  for (guint i = 0; i < row->quotations->len; i++)
    if (((const MarchQuotation *) row->quotations->pdata[i])->source == source)
      return march_text_describe_outlets (row->quotations->pdata[i]);
  return g_strdup ("");
}

static void
add_source (GtkWidget *card, const MarchWhyRow *row, const MarchSource *source)
{
  gboolean   identified = march_source_is_identified (source);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char       letter[] = { source->grade, '\0' };
  g_autofree char *meaning = march_text_describe_reliability (source);
  g_autofree char *outlets = describe_outlets (row, source);
  g_autofree char *day = describe_publication_day (source);

  gtk_widget_set_hexpand (text, TRUE);
  march_card_add_label (text, get_source_heading (source, identified), "heading");
  if (identified && *outlets != '\0')
    march_card_add_dim (text, outlets);
  else if (!identified)
    march_card_add_label (text, _("no title, publisher or author · listed among the gaps"),
                          "caption");
  if (identified)
    march_card_add_dim (text, day);
  else
    march_card_add_label (text, day, "caption");
  gtk_box_append (GTK_BOX (box), text);
  add_grade (box, letter, meaning);
  if (!identified)
    gtk_widget_add_css_class (box, "warning-note");
  gtk_box_append (GTK_BOX (card), box);
}

/** march_why_source_card_new: Returns: (transfer floating): the sources, with their grades */
GtkWidget *
march_why_source_card_new (const MarchWhyRow *row)
{
  GtkWidget *card = march_why_card_new ();

  for (guint i = 0; i < row->sources->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      add_source (card, row, row->sources->pdata[i]);
    }
  return card;
}
