/* march-proposal-dialog.c — adds a proposal with its terms, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-proposal-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-draft-list.h"

#define PROPOSAL(member) G_STRUCT_OFFSET (MarchProposalDraft, member)
#define TERM(member) G_STRUCT_OFFSET (MarchTermDraft, member)

static const MarchFormSpec proposal_specs[] = {
  { .name = "title", .label = N_("In a few words"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = PROPOSAL (title) },
  { .name = "status", .label = N_("Status"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_PROPOSAL_STATUS, .offset = PROPOSAL (status) },
  { .name = "proposer", .label = N_("Proposed by"), .hint = N_("not said"),
    .kind = MARCH_FORM_ACTOR, .offset = PROPOSAL (proposer) },
  { .name = "dated", .label = N_("When"), .hint = N_("not stated"), .kind = MARCH_FORM_DATE,
    .offset = PROPOSAL (dated) },
  { .name = "terms", .label = N_("What it says besides places"), .kind = MARCH_FORM_TEXT,
    .wide = TRUE, .offset = PROPOSAL (terms) },
};

static const MarchFormSpec term_specs[] = {
  { .name = "place", .label = N_("Place"), .kind = MARCH_FORM_PLACE, .offset = TERM (place) },
  { .name = "holder", .label = N_("Would be held by"), .hint = N_("not said"),
    .kind = MARCH_FORM_ACTOR, .offset = TERM (holder) },
  { .name = "law", .label = N_("In whose law"), .hint = N_("not said"), .kind = MARCH_FORM_ACTOR,
    .offset = TERM (law) },
  { .name = "deferred", .label = N_("Put off for how long"), .hint = N_("not put off"),
    .kind = MARCH_FORM_TEXT, .offset = TERM (deferred) },
  { .name = "terms", .label = N_("Otherwise"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = TERM (terms) },
};

static GPtrArray *
get_places (gpointer draft)
{
  return ((MarchProposalDraft *) draft)->places;
}

static void
append_place (gpointer draft)
{
  march_proposal_draft_add_place (draft, 0);
}

static const MarchDraftListSpec places_spec = {
  .name = "places", .title = N_("Terms for each place"), .add = N_("Add _Terms of a Place"),
  .remove = N_("Remove these terms"),
  .fields = term_specs, .n_fields = G_N_ELEMENTS (term_specs),
  .get = get_places, .append = append_place,
};

/** march_proposal_dialog_new: @proposal: (nullable): the one to be changed; NULL: a new one is
 * added. Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchRecordDialog *
march_proposal_dialog_new (GtkWindow *parent, MarchSession *session, const MarchProposal *proposal)
{
  MarchCoding        *coding = march_coding_new (march_session_get_corpus (session));
  MarchProposalDraft *draft = march_coding_add_proposal (
      coding, proposal != NULL ? march_proposal_draft_new_from (proposal)
                               : march_proposal_draft_new (""));
  MarchRecordDialog *dialog = march_record_dialog_new_for (
      parent, session, proposal != NULL ? _("Change Proposal") : _("Add Proposal"),
      proposal != NULL ? proposal->title : "", coding);
  GtkWidget *form = march_draft_form_new (proposal_specs, G_N_ELEMENTS (proposal_specs));
  GtkWidget *list = march_draft_list_new (&places_spec);

  march_draft_form_bind (MARCH_DRAFT_FORM (form), coding, draft, NULL);
  march_record_dialog_add (dialog, form, draft->id);
  march_draft_list_bind (MARCH_DRAFT_LIST (list), coding, draft);
  march_record_dialog_add (dialog, list, draft->id);
  if (proposal != NULL)
    march_record_dialog_offer_delete (dialog, MARCH_REMOVE_PROPOSAL, proposal->id);
  return dialog;
}
