/* march-link-proposal.h — a proposal that a passage bears on, with what it says of places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-draft-list.h"

G_BEGIN_DECLS

#define MARCH_TYPE_LINK_PROPOSAL (march_link_proposal_get_type ())
G_DECLARE_FINAL_TYPE (MarchLinkProposal, march_link_proposal, MARCH, LINK_PROPOSAL, GtkBox)

/* Signal "changed": the analyst has changed the proposal. */
GtkWidget *march_link_proposal_new            (void);
void       march_link_proposal_bind           (MarchLinkProposal *form, MarchCoding *coding,
                                               MarchProposalDraft *draft);
void       march_link_proposal_set_completers (MarchLinkProposal     *form,
                                               MarchCompleter *const *completers);
gboolean   march_link_proposal_show_problem   (MarchLinkProposal  *form,
                                               const MarchProblem *problem);
void       march_link_proposal_clear_problems (MarchLinkProposal *form);
gboolean   march_link_proposal_check_resolved (MarchLinkProposal *form);

G_END_DECLS
