/* march-record-pages.c — the panel's pages of actors, sources, assertions and proposals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-reading.h"
#include "panel/march-figure-check.h"
#include "panel/march-quotation-list.h"
#include "panel/march-record-pages.h"
#include "widgets/march-wrap-layout.h"

/**
 * march_record_header_new:
 * @title: what the record is called
 * @kind: what it is
 * @detail: (nullable): a further line
 *
 * Returns: (transfer floating): a box with these lines, for sections below
 */
GtkWidget *
march_record_header_new (const char *title, const char *kind, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = march_label_new ("", "place-name");
  GtkWidget *word = march_label_new ("", "caption");

  gtk_label_set_text (GTK_LABEL (name), title);
  gtk_label_set_text (GTK_LABEL (word), kind);
  gtk_widget_add_css_class (word, "dim-label");
  gtk_box_append (GTK_BOX (lines), word);
  gtk_box_append (GTK_BOX (lines), name);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = march_label_new ("", NULL);

      gtk_label_set_text (GTK_LABEL (label), detail);
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_box_append (GTK_BOX (box), lines);
  return box;
}

/** march_record_buttons_new: Returns: (transfer floating): a box for march_record_add_button(), in
 * as many lines as there is room for */
GtkWidget *
march_record_buttons_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, march_wrap_layout_new (6, 6));
  return box;
}

/** march_record_add_button: @tooltip: what it does, in a sentence; @action: of the window; @target:
 * (transfer floating): what it is done to */
void
march_record_add_button (GtkWidget  *buttons,
                         const char *label,
                         const char *tooltip,
                         const char *action,
                         GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (buttons), button);
}

/** march_record_add_evidence: @quotations: gets each quotation of @evidence once */
void
march_record_add_evidence (GPtrArray *quotations, GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MarchQuotation *quotation = ((const MarchEvidence *) evidence->pdata[i])->quotation;

      if (!g_ptr_array_find (quotations, quotation, NULL))
        g_ptr_array_add (quotations, (gpointer) quotation);
    }
}

/** march_record_add_stances: @header: gets a line that counts what supports, disputes and qualifies
 */
void
march_record_add_stances (GtkBox *header, GPtrArray *evidence)
{
  guint      n[MARCH_STANCE_QUALIFIES + 1] = { 0 };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < evidence->len; i++)
    n[((const MarchEvidence *) evidence->pdata[i])->stance]++;
  for (guint stance = 0; stance < G_N_ELEMENTS (n); stance++)
    {
      g_autofree char *words = NULL;

      if (n[stance] == 0)
        continue;
      /* Translators: how many quotations, and the word for their stance: "3 supports". */
      words = g_strdup_printf (_("%u × %s"), n[stance],
                               march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, stance));
      gtk_box_append (
          GTK_BOX (line),
          march_tag_new (words, stance == MARCH_STANCE_DISPUTES ? "warning-tag" : NULL));
    }
  gtk_box_append (header, line);
}

static GtkWidget *
new_header (MarchCorpus *corpus, MarchRecordKind kind, gint64 id, GPtrArray *quotations)
{
  const MarchActor *actor = kind == MARCH_RECORD_ACTOR ? march_corpus_get_actor (corpus, id) : NULL;
  const MarchSource *source
      = kind == MARCH_RECORD_SOURCE ? march_corpus_get_source (corpus, id) : NULL;
  const MarchAssertion *assertion
      = kind == MARCH_RECORD_ASSERTION ? march_corpus_get_assertion (corpus, id) : NULL;
  const MarchProposal *proposal
      = kind == MARCH_RECORD_PROPOSAL ? march_corpus_get_proposal (corpus, id) : NULL;

  if (actor != NULL)
    return march_actor_header_new (corpus, actor, quotations);
  if (source != NULL)
    return march_source_header_new (corpus, source, quotations);
  if (assertion != NULL)
    return march_assertion_header_new (corpus, assertion, quotations);
  if (proposal != NULL)
    return march_proposal_header_new (corpus, proposal, quotations);
  return NULL;
}

/**
 * march_record_page_new:
 * @session: what is looked at
 * @kind: an actor, a source, an assertion or a proposal
 * @id: of the record
 *
 * Returns: (transfer floating) (nullable): its page; NULL if the dossier has no such record
 */
GtkWidget *
march_record_page_new (MarchSession *session, MarchRecordKind kind, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (session);
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  GtkWidget            *header = new_header (corpus, kind, id, quotations);
  const MarchAssertion *assertion
      = kind == MARCH_RECORD_ASSERTION ? march_corpus_get_assertion (corpus, id) : NULL;
  GtkWidget *list = NULL;

  if (header == NULL)
    return NULL;
  if (assertion != NULL && march_figure_is_of_land (assertion))
    gtk_box_append (GTK_BOX (header), march_figure_check_new (session, assertion));
  list = march_quotation_list_new (header, march_session_get_figure_desk (session));
  march_quotation_list_set_quotations (MARCH_QUOTATION_LIST (list), corpus, quotations, NULL,
                                       assertion == NULL ? NULL : assertion->place);
  return list;
}

/** march_record_is_there: Returns: whether @corpus has the actor, source, assertion or proposal */
gboolean
march_record_is_there (MarchCorpus *corpus, MarchRecordKind kind, gint64 id)
{
  switch (kind)
    {
    case MARCH_RECORD_ACTOR:
      return march_corpus_get_actor (corpus, id) != NULL;
    case MARCH_RECORD_SOURCE:
      return march_corpus_get_source (corpus, id) != NULL;
    case MARCH_RECORD_ASSERTION:
      return march_corpus_get_assertion (corpus, id) != NULL;
    case MARCH_RECORD_PROPOSAL:
      return march_corpus_get_proposal (corpus, id) != NULL;
    case MARCH_RECORD_PLACE:
    case MARCH_RECORD_QUOTATION:
    default:
      return TRUE;
    }
}

/** march_record_page_show: scrolls to @quotation. Returns: FALSE if it isn't on the page */
gboolean
march_record_page_show (GtkWidget *page, const MarchQuotation *quotation)
{
  return MARCH_IS_QUOTATION_LIST (page)
         && march_quotation_list_show (MARCH_QUOTATION_LIST (page), quotation);
}

/** march_record_page_focus_search: lets the user type what to search for within its quotations.
 * Returns: FALSE if it has none */
gboolean
march_record_page_focus_search (GtkWidget *page)
{
  return MARCH_IS_QUOTATION_LIST (page)
         && march_quotation_list_focus_search (MARCH_QUOTATION_LIST (page));
}
