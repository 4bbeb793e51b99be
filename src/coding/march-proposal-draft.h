/* march-proposal-draft.h — a proposal with its terms as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchTermDraft:
 * @place: what it is about
 * @holder: who would hold it; 0: not said
 * @law: in whose law it would be; 0: not said
 * @deferred: how long its settlement is put off, in words
 */
typedef struct
{
  gint64 place;
  gint64 holder;
  gint64 law;
  char  *deferred;
  char  *terms;
} MarchTermDraft;

/**
 * MarchProposalDraft:
 * @existing: it changes a proposal of the dossier instead of adding one
 * @proposer: 0: not said
 * @dated: EDTF, or words that march_edtf_new_from_words() reads
 * @terms: what it says besides places
 * @places: (element-type MarchTermDraft): what it says of places
 */
typedef struct
{
  gint64              id;
  gboolean            existing;
  char               *title;
  MarchProposalStatus status;
  gint64              proposer;
  char               *dated;
  char               *terms;
  GPtrArray          *places;
} MarchProposalDraft;

MarchProposalDraft *march_proposal_draft_new       (const char *title);
MarchProposalDraft *march_proposal_draft_new_from  (const MarchProposal *proposal);
MarchProposalDraft *march_proposal_draft_copy      (const MarchProposalDraft *draft);
void                march_proposal_draft_free      (MarchProposalDraft *draft);
MarchTermDraft     *march_proposal_draft_add_place (MarchProposalDraft *draft, gint64 place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchProposalDraft, march_proposal_draft_free)

G_END_DECLS
