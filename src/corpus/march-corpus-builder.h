/* march-corpus-builder.h — puts the records of a dossier together, in any order, into a corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchCorpusBuilder:
 *
 * Takes records one by one and links them at the end. One thread at a time.
 *
 * Each add function copies the record that it is given: strings are copied (%NULL counts as ""
 * unless %NULL means something in the record), a geometry is referenced. Members that the builder
 * sets itself are not read: pointers to other records, arrays, every #MarchPeriod (they come from
 * the EDTF text beside them), a source's author and publication (from its csl) and an assertion's
 * @observed and @superseded_by.
 * Other records are named by id, 0 for none, and may be added later. Children of one record (names,
 * offices, spans, chain, terms …) keep the order in which they are added; sorted are actors,
 * places, sources, quotations, proposals and assertions.
 */
typedef struct _MarchCorpusBuilder MarchCorpusBuilder;

typedef struct
{
  gint64 place;
  gint64 actor;
  gint64 according;
  gint64 proposal;
  gint64 supersedes;
  gint64 read_holder;
  gint64 read_place;
} MarchAssertionIds;

MarchCorpusBuilder *march_corpus_builder_new    (void);
void                march_corpus_builder_free   (MarchCorpusBuilder *builder);
MarchCorpus        *march_corpus_builder_finish (MarchCorpusBuilder *builder, GError **error);

/* @facts: all but first and last, which come as EDTF */
void march_corpus_builder_set_facts (MarchCorpusBuilder      *builder,
                                     const MarchDossierFacts *facts,
                                     const char              *first,
                                     const char              *last);

void march_corpus_builder_add_actor         (MarchCorpusBuilder *builder, const MarchActor *actor);
void march_corpus_builder_add_actor_name (MarchCorpusBuilder *builder,
                                          gint64              actor_id,
                                          const MarchName    *name);
void march_corpus_builder_add_office (MarchCorpusBuilder *builder,
                                      gint64              actor_id,
                                      gint64              body_id,
                                      const MarchOffice  *office);

void march_corpus_builder_add_place (MarchCorpusBuilder *builder,
                                     const MarchPlace   *place,
                                     gint64              state_id);
void march_corpus_builder_add_place_link (MarchCorpusBuilder *builder,
                                          gint64              child_id,
                                          gint64              parent_id,
                                          MarchLinkKind       kind);
void march_corpus_builder_add_place_name (MarchCorpusBuilder *builder,
                                          gint64              place_id,
                                          gint64              user_id,
                                          const MarchName    *name);

void march_corpus_builder_add_source (MarchCorpusBuilder *builder, const MarchSource *source);
void march_corpus_builder_add_source_link (MarchCorpusBuilder    *builder,
                                           gint64                 source_id,
                                           gint64                 other_id,
                                           const MarchSourceLink *link);
void march_corpus_builder_add_set_aside (MarchCorpusBuilder  *builder,
                                         gint64               source_id,
                                         const MarchSetAside *set_aside);

void march_corpus_builder_add_quotation (MarchCorpusBuilder   *builder,
                                         const MarchQuotation *quotation,
                                         gint64                source_id);
void march_corpus_builder_add_span (MarchCorpusBuilder *builder,
                                    gint64              quotation_id,
                                    const MarchSpan    *span);
void march_corpus_builder_add_chain_link (MarchCorpusBuilder *builder,
                                          gint64              quotation_id,
                                          gint64              actor_id,
                                          MarchChainRole      role);

void march_corpus_builder_add_proposal (MarchCorpusBuilder  *builder,
                                        const MarchProposal *proposal,
                                        gint64               proposer_id);
void march_corpus_builder_add_proposal_term (MarchCorpusBuilder      *builder,
                                             gint64                   proposal_id,
                                             gint64                   place_id,
                                             gint64                   holder_id,
                                             gint64                   law_id,
                                             const MarchProposalTerm *term);

void march_corpus_builder_add_assertion (MarchCorpusBuilder      *builder,
                                         const MarchAssertion    *assertion,
                                         const MarchAssertionIds *ids);
void
march_corpus_builder_add_tag (MarchCorpusBuilder *builder, gint64 assertion_id, const char *tag);
void march_corpus_builder_add_participant (MarchCorpusBuilder  *builder,
                                           gint64               assertion_id,
                                           gint64               actor_id,
                                           gint64               side_id,
                                           MarchParticipantRole role);
void march_corpus_builder_add_area (MarchCorpusBuilder     *builder,
                                    gint64                  assertion_id,
                                    const MarchControlArea *area);

/* One of @assertion_id and @proposal_id is 0. */
void march_corpus_builder_add_evidence (MarchCorpusBuilder *builder,
                                        gint64              quotation_id,
                                        gint64              assertion_id,
                                        gint64              proposal_id,
                                        MarchStance         stance,
                                        const char         *note);

void march_corpus_builder_add_background (MarchCorpusBuilder    *builder,
                                          const MarchBackground *background);

/* @import: all but source and holder; its holdings or points are shared */
void march_corpus_builder_add_import      (MarchCorpusBuilder *builder,
                                           const MarchDatedImport *import,
                                           gint64 source_id, gint64 holder_id);
void march_corpus_builder_set_area_source (MarchCorpusBuilder *builder, gint64 source_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCorpusBuilder, march_corpus_builder_free)

G_END_DECLS
