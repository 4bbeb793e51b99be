/* march-passage-draft.h — a passage that is being coded: whose words they are, and what they bear
 * on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"

G_BEGIN_DECLS

/**
 * MarchPassageDraft:
 * @coding: owned
 * @quotation: of the coding
 * @link: of the coding: the one of the quotation's links that is in view; NULL for none
 *
 * One quotation with its links, of which one is looked at. One thread at a time.
 */
typedef struct
{
  MarchCoding         *coding;
  MarchQuotationDraft *quotation;
  MarchEvidenceDraft  *link;
} MarchPassageDraft;

MarchPassageDraft   *march_passage_draft_new           (MarchCorpus *corpus,
                                                        MarchQuotationDraft *quotation);
void                 march_passage_draft_free          (MarchPassageDraft *passage);
const MarchSource   *march_passage_draft_get_source    (MarchPassageDraft *passage);
GPtrArray           *march_passage_draft_get_links     (MarchPassageDraft *passage);
MarchAssertionDraft *march_passage_draft_get_assertion (MarchPassageDraft *passage);
MarchProposalDraft  *march_passage_draft_get_proposal  (MarchPassageDraft *passage);
void                 march_passage_draft_link          (MarchPassageDraft *passage, gint64 bears_on,
                                                        MarchStance stance);
void                 march_passage_draft_link_new      (MarchPassageDraft   *passage,
                                                        MarchAssertionDraft *assertion,
                                                        MarchStance          stance);
void                 march_passage_draft_link_proposal (MarchPassageDraft  *passage,
                                                        MarchProposalDraft *proposal,
                                                        MarchStance         stance);
void                 march_passage_draft_unlink        (MarchPassageDraft *passage);
char                *march_passage_draft_describe_link (MarchPassageDraft        *passage,
                                                        const MarchEvidenceDraft *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPassageDraft, march_passage_draft_free)

G_END_DECLS
