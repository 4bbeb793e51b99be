/* march-proposal-dialog.c — adds a proposal with its terms, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-proposal-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-coding-specs.h"

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
  GtkWidget *form = march_coding_new_proposal_form ();
  GtkWidget *list = march_coding_new_terms ();

  march_draft_form_bind (MARCH_DRAFT_FORM (form), coding, draft, NULL);
  march_record_dialog_add (dialog, form, draft->id);
  march_draft_list_bind (MARCH_DRAFT_LIST (list), coding, draft);
  march_record_dialog_add (dialog, list, draft->id);
  if (proposal == NULL)
    return dialog;
  march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  march_record_dialog_offer_delete (dialog, MARCH_REMOVE_PROPOSAL, proposal->id);
  return dialog;
}
