/* march-assertion-header.c — an assertion: what is said, of when, on what reasoning; participants
 * of an event */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-record-pages.h"
#include "widgets/march-bearing.h"

static void
add_links (GtkBox *box, const MarchAssertion *assertion)
{
  MarchSection *section = MARCH_SECTION (march_section_new (NULL));

  if (assertion->place != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped (
          "<b>%s</b>", march_place_get_name (assertion->place, march_text_get_language ()));

      march_row_lead_to (march_section_add (section, NULL, markup, _("place"), NULL),
                         MARCH_RECORD_PLACE, assertion->place->id);
    }
  if (assertion->proposal != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", assertion->proposal->title);

      march_row_lead_to (march_section_add (section, NULL, markup, _("proposal"), NULL),
                         MARCH_RECORD_PROPOSAL, assertion->proposal->id);
    }
  if (assertion->actor != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped (
          "<b>%s</b>", march_actor_get_name (assertion->actor, march_text_get_language ()));

      march_row_lead_to (march_section_add (section, NULL, markup, _("actor"), NULL),
                         MARCH_RECORD_ACTOR, assertion->actor->id);
    }
  if (assertion->according != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped (
          "<b>%s</b>", march_actor_get_name (assertion->according, march_text_get_language ()));

      march_row_lead_to (march_section_add (section, NULL, markup, _("according to"), NULL),
                         MARCH_RECORD_ACTOR, assertion->according->id);
    }
  march_section_append_to (section, box);
}

static char *
describe_manner (const MarchAssertion *assertion)
{
  GString *line
      = g_string_new (march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin));

  if (assertion->origin == MARCH_ORIGIN_STATED && assertion->mode != MARCH_MODE_STATED)
    g_string_assign (line, march_vocabulary_get_words (MARCH_VOCABULARY_MODE, assertion->mode));
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    g_string_append_printf (
        line, " · %s",
        march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE, assertion->confidence));
  if (assertion->polarity == MARCH_POLARITY_IS_NOT)
    g_string_append_printf (line, " · %s", _("denied"));
  return g_string_free (line, FALSE);
}

static void
add_terms (GtkBox *box, const MarchAssertion *assertion)
{
  MarchSection    *section = MARCH_SECTION (march_section_new (NULL));
  g_autofree char *manner = describe_manner (assertion);
  g_autofree char *when = march_text_describe_date (assertion->valid);
  g_autofree char *period = march_text_describe_date (assertion->figure_period);
  g_autofree char *stand
      = assertion->kind == MARCH_KIND_POSITION ? march_words_stand (assertion) : NULL;

  /* Translators: heads how something is said: stated, hedged, intended. */
  march_section_add_text (section, _("How"), manner);
  /* Translators: heads the day or time of what is asserted. */
  march_section_add_text (section, assertion->observed ? _("Observed") : _("When"),
                          *when == '\0' ? _("not stated") : when);
  if (assertion->kind == MARCH_KIND_CLAIM)
    march_section_add_text (
        section, _("Basis"),
        march_vocabulary_get_words (MARCH_VOCABULARY_CLAIM_BASIS, assertion->basis));
  if (assertion->kind == MARCH_KIND_POSITION)
    march_section_add_text (section, _("Stand"), stand);
  if (assertion->kind == MARCH_KIND_FIGURE)
    {
      /* Translators: heads what a figure counts or measures. */
      march_section_add_text (section, _("Of what"), assertion->quantity);
      march_section_add_text (section, _("Period"), *period == '\0' ? _("not stated") : period);
    }
  march_section_add_text (section, _("In the source’s comparison"), assertion->comparison);
  march_section_add_text (section, _("Reasoning"), assertion->reasoning);
  march_section_add_text (section, _("Assumes"), assertion->assumption);
  march_section_add_text (section, _("What would change it"), assertion->would_change);
  march_section_add_text (section, _("Note"), assertion->note);
  march_section_append_to (section, box);
}

static void
add_standing (GtkBox *box, const MarchAssertion *assertion)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("How the dossier treats it")));
  GtkWidget    *row = NULL;

  if (assertion->rank != MARCH_RANK_NORMAL)
    march_section_add_text (section,
                            march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank),
                            *assertion->rank_reason == '\0' ? "–" : assertion->rank_reason);
  if (assertion->retracted)
    march_section_add_text (section, _("Retracted"),
                            *assertion->retract_reason == '\0' ? "–" : assertion->retract_reason);
  if (assertion->superseded_by != NULL)
    march_row_lead_to (march_section_add (section, NULL, _("A newer version"), NULL, NULL),
                       MARCH_RECORD_ASSERTION, assertion->superseded_by->id);
  if (assertion->supersedes != NULL)
    march_row_lead_to (march_section_add (section, NULL, _("The version before"), NULL, NULL),
                       MARCH_RECORD_ASSERTION, assertion->supersedes->id);
  row = march_section_add (section, NULL, _("History of the edits"), NULL, NULL);
  march_row_make_lead (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", assertion->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "panel.history");
  march_section_append_to (section, box);
}

static void
add_participants (GtkBox *box, const MarchAssertion *event)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Participants")));

  for (guint i = 0; i < event->participants->len; i++)
    {
      const MarchParticipant *participant = event->participants->pdata[i];
      const char *name = march_actor_get_name (participant->actor, march_text_get_language ());
      const MarchOffice *office = march_actor_get_office (participant->actor, &event->period);
      g_autofree char   *markup = g_markup_printf_escaped ("<b>%s</b>", name);
      g_autofree char   *detail = NULL;
      const char        *role
          = march_vocabulary_get_words (MARCH_VOCABULARY_PARTICIPANT_ROLE, participant->role);
      const char *side = participant->side == NULL
                             ? ""
                             : march_actor_get_name (participant->side, march_text_get_language ());

      detail = g_strconcat (role, *side == '\0' ? "" : " · ", side,
                            office == NULL || *office->title == '\0' ? "" : " · ",
                            office == NULL ? "" : office->title, NULL);
      march_row_lead_to (march_section_add (section, NULL, markup, detail, NULL),
                         MARCH_RECORD_ACTOR, participant->actor->id);
    }
  march_section_append_to (section, box);
}

/* What was superseded stays as it was. */
static GtkWidget *
new_buttons (const MarchAssertion *assertion)
{
  GtkWidget *buttons = march_record_buttons_new ();

  march_record_add_button (buttons, _("Change…"),
                           _("Write a new version; the old one stays in the history"),
                           "win.edit-assertion", g_variant_new_int64 (assertion->id));
  march_record_add_button (buttons, _("Add Evidence…"),
                           _("Choose a quotation that supports, disputes or qualifies it, or mark "
                             "one in a text"),
                           "win.add-evidence", g_variant_new_int64 (assertion->id));
  march_record_add_button (buttons, _("Rank…"), _("Prefer or deprecate it, and say why"),
                           "win.rank", g_variant_new_int64 (assertion->id));
  if (assertion->retracted)
    march_record_add_button (buttons, _("Take the Retraction Back"), _("Let it count again"),
                             "win.restore", g_variant_new_int64 (assertion->id));
  else
    march_record_add_button (buttons, _("Retract…"),
                             _("Take it out of every answer and say why; it stays readable"),
                             "win.retract", g_variant_new_int64 (assertion->id));
  return buttons;
}

/** march_assertion_header_new: Returns: (transfer floating): all that is recorded of @assertion;
 * its evidence goes to @quotations */
GtkWidget *
march_assertion_header_new (MarchCorpus          *corpus,
                            const MarchAssertion *assertion,
                            GPtrArray            *quotations)
{
  g_autofree char *words = march_bearing_describe_assertion (assertion);
  const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, assertion->kind);
  GtkWidget  *box = march_record_header_new (words, kind, NULL);

  march_record_add_stances (GTK_BOX (box), assertion->evidence);
  if (assertion->superseded_by == NULL)
    gtk_box_append (GTK_BOX (box), new_buttons (assertion));
  add_links (GTK_BOX (box), assertion);
  add_terms (GTK_BOX (box), assertion);
  add_participants (GTK_BOX (box), assertion);
  add_standing (GTK_BOX (box), assertion);
  march_record_add_evidence (quotations, assertion->evidence);
  return box;
}
