/* march-proposal-header.c — a proposal: its status, what it says of each place, and who accepts it
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-record-pages.h"

static void
append_line (GString *lines, const char *format, const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (value == NULL || *value == '\0')
    return;
  parts = g_strsplit (format, "%s", 2);
  g_string_append_printf (lines, "%s%s%s%s", lines->len > 0 ? "\n" : "", parts[0], value,
                          parts[1] == NULL ? "" : parts[1]);
}

static void
add_places (GtkBox *box, const MarchProposal *proposal)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Terms for each place")));

  for (guint i = 0; i < proposal->places->len; i++)
    {
      const MarchProposalTerm *term = proposal->places->pdata[i];
      g_autofree char         *markup = g_markup_printf_escaped (
                  "<b>%s</b>", march_place_get_name (term->place, march_text_get_language ()));
      g_autoptr (GString) lines = g_string_new (NULL);

      append_line (lines, _("would be held by %s"),
                   term->holder == NULL
                       ? NULL
                       : march_actor_get_name (term->holder, march_text_get_language ()));
      append_line (
          /* Translators: the actor in whose law a place would belong to somebody. */
          lines, _("in the law of %s"),
          term->law == NULL ? NULL : march_actor_get_name (term->law, march_text_get_language ()));
      /* Translators: for how long a question would be put off, in the words of the dossier. */
      append_line (lines, _("deferred: %s"), term->deferred);
      append_line (lines, "%s", term->terms);
      march_row_lead_to (march_section_add (section, NULL, markup, lines->str, NULL),
                         MARCH_RECORD_PLACE, term->place->id);
    }
  march_section_append_to (section, box);
}

static void
add_positions (GtkBox *box, const MarchProposal *proposal, GPtrArray *quotations)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Positions")));

  for (guint i = 0; i < proposal->positions->len; i++)
    {
      const MarchAssertion *position = proposal->positions->pdata[i];
      const char           *actor = position->actor == NULL
                                        ? _("somebody")
                                        : march_actor_get_name (position->actor,
                                                                march_text_get_language ());
      g_autofree char      *stand = march_words_stand (position);
      g_autofree char      *markup = NULL;

      if (position->retracted || position->superseded_by != NULL)
        continue;
      markup = g_markup_printf_escaped ("<b>%s</b> %s", actor, stand);
      march_row_lead_to (march_section_add (section, NULL, markup, position->title, NULL),
                         MARCH_RECORD_ASSERTION, position->id);
      march_record_add_evidence (quotations, position->evidence);
    }
  march_section_append_to (section, box);
}

static GtkWidget *
new_buttons (const MarchProposal *proposal)
{
  GtkWidget *buttons = march_record_buttons_new ();

  march_record_add_button (buttons, _("Edit…"), _("Change what it says, also of each place"),
                           "win.edit-proposal", g_variant_new_int64 (proposal->id));
  march_record_add_button (buttons, _("Add Evidence…"),
                           _("Choose a quotation that supports, disputes or qualifies it, or mark "
                             "one in a text"),
                           "win.add-evidence", g_variant_new_int64 (proposal->id));
  return buttons;
}

/** march_proposal_header_new: Returns: (transfer floating): terms and positions; their evidence
 * goes to @quotations */
GtkWidget *
march_proposal_header_new (MarchCorpus         *corpus,
                           const MarchProposal *proposal,
                           GPtrArray           *quotations)
{
  g_autofree char *dated = march_text_describe_date (proposal->dated);
  g_autofree char *kind = NULL;
  GtkWidget       *box = NULL;
  MarchSection    *terms = MARCH_SECTION (march_section_new (NULL));

  /* Translators: "proposal" and its status, such as "never adopted". */
  kind = g_strdup_printf (
      _("proposal, %s"),
      march_vocabulary_get_words (MARCH_VOCABULARY_PROPOSAL_STATUS, proposal->status));
  box = march_record_header_new (proposal->title, kind, dated);
  march_record_add_stances (GTK_BOX (box), proposal->evidence);
  gtk_box_append (GTK_BOX (box), new_buttons (proposal));
  march_section_add_text (
      terms, _("Proposed by"),
      proposal->proposer == NULL
          ? _("not said")
          : march_actor_get_name (proposal->proposer, march_text_get_language ()));
  march_section_add_text (terms, _("Terms"), proposal->terms);
  march_section_append_to (terms, GTK_BOX (box));
  march_record_add_evidence (quotations, proposal->evidence);
  add_places (GTK_BOX (box), proposal);
  add_positions (GTK_BOX (box), proposal, quotations);
  return box;
}
