/* march-coding.h — drafts that belong together, checked and written as one edit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-assertion-draft.h"
#include "coding/march-draft.h"
#include "coding/march-place-draft.h"
#include "coding/march-proposal-draft.h"
#include "coding/march-quotation-draft.h"
#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchEvidenceDraft:
 * @existing: the dossier has this link already; it is changed
 * @quotation: of the dossier, or drafted along
 * @assertion: of the dossier, or drafted along: then it counts for the assertion of each of the
 *   draft's places; 0 if it bears on a proposal
 * @proposal: 0 if it bears on an assertion
 *
 * That a quotation bears on an assertion or a proposal. It has no id: the two ends tell it.
 */
typedef struct
{
  gboolean    existing;
  gint64      quotation;
  gint64      assertion;
  gint64      proposal;
  MarchStance stance;
  char       *note;
} MarchEvidenceDraft;

/**
 * MarchCoding:
 *
 * What is written as one edit and taken back as one: a quotation, what it bears on, and whatever
 * had to be made on the way. It owns its drafts, whose ids are those of the records written.
 * Counted; one thread at a time, and left alone while march_coding_write_async() is under way.
 */
typedef struct _MarchCoding MarchCoding;

MarchCoding *march_coding_new        (MarchCorpus *corpus);
MarchCoding *march_coding_ref        (MarchCoding *coding);
void         march_coding_unref      (MarchCoding *coding);
MarchCorpus *march_coding_get_corpus (MarchCoding *coding);
void         march_coding_set_corpus (MarchCoding *coding, MarchCorpus *corpus);

/* Each takes the draft over, and gives it back. */
MarchQuotationDraft *march_coding_add_quotation (MarchCoding *coding, MarchQuotationDraft *draft);
MarchAssertionDraft *march_coding_add_assertion (MarchCoding *coding, MarchAssertionDraft *draft);
MarchActorDraft     *march_coding_add_actor     (MarchCoding *coding, MarchActorDraft *draft);
MarchPlaceDraft     *march_coding_add_place     (MarchCoding *coding, MarchPlaceDraft *draft);
MarchProposalDraft  *march_coding_add_proposal  (MarchCoding *coding, MarchProposalDraft *draft);
MarchEvidenceDraft  *march_coding_add_evidence  (MarchCoding *coding, gint64 quotation,
                                                 gint64 bears_on, MarchStance stance);

GPtrArray *march_coding_get_quotations (MarchCoding *coding);
GPtrArray *march_coding_get_assertions (MarchCoding *coding);
GPtrArray *march_coding_get_actors     (MarchCoding *coding);
GPtrArray *march_coding_get_places     (MarchCoding *coding);
GPtrArray *march_coding_get_proposals  (MarchCoding *coding);
GPtrArray *march_coding_get_evidence   (MarchCoding *coding);
void       march_coding_remove         (MarchCoding *coding, gint64 id);
void       march_coding_remove_evidence (MarchCoding *coding, MarchEvidenceDraft *evidence);

/* What the drafts name by id: of the dossier, or drafted along. */
const char *march_coding_get_actor_name (MarchCoding *coding, gint64 actor, const char *language);
const char *march_coding_get_place_name (MarchCoding *coding, gint64 place, const char *language);
const char *march_coding_get_proposal_title (MarchCoding *coding, gint64 proposal);

/* Which office the speaker of a quotation held when its words were said. */
GPtrArray *march_coding_list_offices (MarchCoding *coding, const MarchQuotationDraft *draft);
char      *march_coding_dup_spoken   (MarchCoding *coding, const MarchQuotationDraft *draft);
gboolean   march_coding_is_office_held (MarchCoding *coding, const MarchQuotationDraft *draft,
                                        const MarchOfficeDraft *office);

GPtrArray *march_coding_check        (MarchCoding *coding);
char      *march_coding_dup_label    (MarchCoding *coding);
gboolean   march_coding_write        (MarchCoding *coding, MarchDossier *dossier, GError **error);
void       march_coding_write_async  (MarchCoding *coding, MarchDossier *dossier,
                                      GAsyncReadyCallback callback, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCoding, march_coding_unref)

G_END_DECLS
