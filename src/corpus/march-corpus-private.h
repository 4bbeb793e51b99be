/* march-corpus-private.h — a corpus as its builder fills it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-area-tally.h"

G_BEGIN_DECLS

/* The records that others name by id. Each starts with its id, so that a record is its own key in
 * the table. */
typedef enum
{
  MARCH_TABLE_ACTOR,
  MARCH_TABLE_PLACE,
  MARCH_TABLE_SOURCE,
  MARCH_TABLE_QUOTATION,
  MARCH_TABLE_PROPOSAL,
  MARCH_TABLE_ASSERTION,
  MARCH_N_TABLES
} MarchTable;

struct _MarchCorpus
{
  gatomicrefcount   ref_count;

  /* Owned */
  MarchDossierFacts facts;
  GPtrArray        *records[MARCH_N_TABLES];
  /* of MarchEvidence: quotations, assertions and proposals borrow it */
  GPtrArray        *evidence;
  GPtrArray        *background;  /* of MarchBackground */
  GPtrArray        *area_imports; /* of MarchDatedImport */
  GPtrArray        *point_imports; /* of MarchDatedImport */

  /* Borrowed records by what they are looked up by */
  GHashTable       *by_id[MARCH_N_TABLES];
  GHashTable       *by_place;    /* MarchPlace → GPtrArray of MarchAssertion */
  GHashTable       *positions;   /* MarchQuotation → its place in the order, from 0 */
  GPtrArray        *top_down;    /* of MarchPlace, parents before their children */
  const MarchSource *area_source; /* chosen; NULL: none was */

  /* Owned; NULL without imported areas. What it has measured grows: it locks itself. */
  MarchAreaTally   *tally;
};

MarchCorpus *march_corpus_new (void);

void march_dossier_facts_clear     (MarchDossierFacts *facts);
void march_name_free               (MarchName *name);
void march_office_free             (MarchOffice *office);
void march_source_link_free        (MarchSourceLink *link);
void march_set_aside_free          (MarchSetAside *set_aside);
void march_span_free               (MarchSpan *span);
void march_proposal_term_free      (MarchProposalTerm *term);
void march_control_area_free       (MarchControlArea *area);
void march_background_free         (MarchBackground *background);
void march_dated_import_free       (MarchDatedImport *import);
void march_area_document_free      (MarchAreaDocument *document);
void march_evidence_free           (MarchEvidence *evidence);
void march_actor_free              (MarchActor *actor);
void march_place_free              (MarchPlace *place);
void march_source_free             (MarchSource *source);
void march_quotation_free          (MarchQuotation *quotation);
void march_proposal_free           (MarchProposal *proposal);
void march_assertion_free          (MarchAssertion *assertion);

G_END_DECLS
