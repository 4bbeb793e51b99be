/* march-reader-card.c — the quotations at one place of a text, and what each supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "reader/march-passage-words.h"
#include "reader/march-reader-card.h"
#include "reader/march-relink.h"
#include "widgets/march-bearing.h"

/* What a label that wraps asks for at least, and at most. */
#define LEAST_CHARS 24
#define MOST_CHARS 44

static GtkWidget *
new_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
new_head (const MarchQuotation *quotation)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *who = march_words_attribution (quotation, NULL);
  g_autofree char *code = march_words_grade (quotation);
  g_autofree char *meaning = march_words_grade_meaning (quotation);

  gtk_box_append (GTK_BOX (box), new_label (who, "speaker"));
  if (*code != '\0')
    {
      GtkWidget *grade = gtk_label_new (code);

      gtk_widget_add_css_class (grade, "grade");
      gtk_widget_set_valign (grade, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (grade, meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (grade), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      meaning, -1);
      gtk_box_append (GTK_BOX (box), grade);
    }
  return box;
}

static GtkWidget *
new_bearing (MarchCorpus *corpus, const MarchEvidence *evidence)
{
  const MarchAssertion *assertion = evidence->assertion;
  GtkWidget            *row = gtk_list_box_row_new ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget            *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget            *words = new_label (NULL, NULL);
  g_autofree char      *markup = march_bearing_describe (evidence, 0);
  g_autofree char      *manner = march_bearing_describe_manner (evidence);
  GtkWidget            *detail = new_label (manner, "caption");

  gtk_label_set_markup (GTK_LABEL (words), markup);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (lines), words);
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (box), assertion != NULL
                                     ? march_bearing_swatch_new (corpus, assertion)
                                     : march_bearing_icon_new ("text-x-generic-symbolic"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words,
                                  NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, detail, NULL, -1);
  if (assertion != NULL && assertion->place != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", assertion->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reader.show-place");
      gtk_widget_set_tooltip_text (row, _("Show on the map"));
    }
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_bearings (GtkBox *box, MarchCorpus *corpus, const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) bearings = march_bearing_sort (quotation->evidence, 0);
  GtkWidget            *list = NULL;

  if (bearings->len == 0)
    {
      GtkWidget *none = new_label (_("Supports no assertion yet"), "caption");

      gtk_widget_add_css_class (none, "dim-label");
      gtk_box_append (box, none);
      return;
    }
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "compact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the quotation bears on"), -1);
  for (guint i = 0; i < bearings->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_bearing (corpus, bearings->pdata[i]));
  gtk_box_append (box, list);
}

static GtkWidget *
new_button (const char *label, const char *action, gint64 quotation)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", quotation);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  return button;
}

static void
add_buttons (GtkBox *box, const MarchQuotation *quotation)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (buttons), new_button (_("Show among the Quotations"),
                                                 "reader.show-card", quotation->id));
  gtk_box_append (GTK_BOX (buttons),
                  new_button (_("Code Further…"), "reader.code", quotation->id));
  gtk_box_append (box, buttons);
}

/**
 * march_reader_card_new_for_quotation:
 * @corpus: whose record it is
 * @words: whether its words are told, where the text is not beside it
 *
 * Returns: (transfer floating): who says it, its grade, and what it supports
 */
GtkWidget *
march_reader_card_new_for_quotation (MarchCorpus          *corpus,
                                     const MarchQuotation *quotation,
                                     gboolean              words)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *quote = march_words_quote (quotation);

  if (words)
    gtk_box_append (GTK_BOX (box), quote != NULL
                                       ? new_label (quote, "quote")
                                       : new_label (_("A pointer: its words are not stored. Attach "
                                                      "the text to read them."),
                                                    "dim-label"));
  gtk_box_append (GTK_BOX (box), new_head (quotation));
  add_bearings (GTK_BOX (box), corpus, quotation);
  add_buttons (GTK_BOX (box), quotation);
  return box;
}

/* Whether the words are found, and what they were where they aren't. */
static GtkWidget *
new_match (const MarchPassage *passage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line
      = new_label (march_passage_describe_match (passage),
                   passage->match >= MARCH_MATCH_NORMALISED ? "warning-note" : "caption");

  if (passage->match < MARCH_MATCH_NORMALISED)
    gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), line);
  if (passage->match == MARCH_MATCH_NOT_FOUND && passage->span->exact != NULL)
    gtk_box_append (GTK_BOX (box), new_label (passage->span->exact, "quote"));
  return box;
}

static void
add_marked (GtkBox *box, const char *title, const char *markup)
{
  GtkWidget *heading = new_label (title, "caption");
  GtkWidget *words = new_label (NULL, "quote");

  gtk_widget_add_css_class (heading, "dim-label");
  gtk_label_set_markup (GTK_LABEL (words), markup);
  gtk_box_append (box, heading);
  gtk_box_append (box, words);
}

/* The words of the dossier and those of the text, with what either has alone. */
static GtkWidget *
new_difference (MarchPassages *passages, const MarchPassage *passage)
{
  GtkWidget       *expander = gtk_expander_new (_("Show Difference"));
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *found
      = g_utf8_substring (passages->source->text, passage->first, passage->beyond);
  g_autofree char *quoted_markup = NULL;
  g_autofree char *found_markup = NULL;
  g_autofree char *moved = NULL;

  march_relink_mark_difference (passage->span->exact, found, &quoted_markup, &found_markup);
  if (passage->match == MARCH_MATCH_NORMALISED)
    {
      add_marked (GTK_BOX (box), _("As quoted"), quoted_markup);
      add_marked (GTK_BOX (box), _("In the text"), found_markup);
    }
  if (passage->first != passage->span->first)
    {
      /* Translators: counted in characters from the beginning of the text. */
      moved = g_strdup_printf (_("At character %1$u; was at %2$u"), passage->first + 1,
                               passage->span->first + 1);
      gtk_box_append (GTK_BOX (box), new_label (moved, "caption"));
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show Difference"), -1);
  return expander;
}

/* What is found otherwise than it was can be taken as it is now; anything can be chosen anew. */
static GtkWidget *
new_relink (MarchPassages *passages, const MarchPassage *passage)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (march_relink_can_find (passages, passage->quotation))
    gtk_box_append (GTK_BOX (buttons), new_button (_("Relink to the Words Found"),
                                                   "reader.relink", passage->quotation->id));
  gtk_box_append (GTK_BOX (buttons), new_button (_("Choose the Words Anew…"), "reader.relink-to",
                                                 passage->quotation->id));
  return buttons;
}

static GtkWidget *
new_told_match (MarchPassages *passages, const MarchPassage *passage)
{
  GtkWidget *match = new_match (passage);

  if (passage->span->exact != NULL
      && (passage->match == MARCH_MATCH_MOVED || passage->match == MARCH_MATCH_NORMALISED))
    gtk_box_append (GTK_BOX (match), new_difference (passages, passage));
  if (passage->match != MARCH_MATCH_VERBATIM)
    gtk_box_append (GTK_BOX (match), new_relink (passages, passage));
  return match;
}

static void
add_passage (GtkBox *box, MarchPassages *passages, const MarchPassage *passage)
{
  GtkWidget *card
      = march_reader_card_new_for_quotation (passages->corpus, passage->quotation, FALSE);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_insert_child_after (GTK_BOX (card), new_told_match (passages, passage),
                              gtk_widget_get_first_child (card));
  gtk_box_append (box, card);
}

/**
 * march_reader_card_new:
 * @at: (element-type MarchPassage): of @passages
 *
 * Returns: (transfer floating): each quotation of @at once, below each other
 */
GtkWidget *
march_reader_card_new (MarchPassages *passages, GPtrArray *at)
{
  GtkWidget             *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget             *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < at->len; i++)
    {
      const MarchPassage *passage = at->pdata[i];

      if (g_hash_table_add (seen, (gpointer) passage->quotation))
        add_passage (GTK_BOX (box), passages, passage);
    }
  gtk_widget_add_css_class (box, "reader-card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}
