/* march-quotation-draft.h — a quotation as the analyst has marked and described it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-actor-draft.h"

G_BEGIN_DECLS

/* Code points kept before and after a span, by domain.md. */
#define MARCH_CONTEXT_LENGTH 32

/**
 * MarchChainDraft:
 * @actor: an actor of the dossier, or one drafted along
 *
 * One link of speaker → those who pass it on → author → publication.
 */
typedef struct
{
  gint64         actor;
  MarchChainRole role;
} MarchChainDraft;

/**
 * MarchQuotationDraft:
 * @existing: it changes a quotation of the dossier instead of adding one
 * @source: whose words they are
 * @spans: (element-type MarchSpan): where the words stand, in the order of the text
 * @pointer: only selectors and hashes are kept, not the words
 * @said: EDTF, or words that march_said_when_read() reads; "" where the source does not tell
 * @credibility: 1 … 6; 0: not graded
 * @language: BCP 47, of the words
 * @sic: words that are misprinted in the source, one a line
 * @chain: (element-type MarchChainDraft): in its order
 * @office: (nullable): one that the speaker held then, which is put on record along; %NULL: as the
 *   dossier has it
 */
typedef struct
{
  gint64     id;
  gboolean   existing;
  gint64     source;
  GPtrArray *spans;
  gboolean   pointer;
  MarchVoice voice;
  MarchAct   act;
  char      *said;
  guint      credibility;
  char      *language;
  char      *translation;
  char      *translator;
  char      *sic;
  char      *note;
  GArray    *chain;
  MarchOfficeDraft *office;
} MarchQuotationDraft;

MarchQuotationDraft *march_quotation_draft_new       (gint64 source);
MarchQuotationDraft *march_quotation_draft_new_after (MarchCorpus               *corpus,
                                                      const MarchSource         *source,
                                                      const MarchQuotationDraft *last);
MarchQuotationDraft *march_quotation_draft_new_from  (const MarchQuotation *quotation);
MarchQuotationDraft *march_quotation_draft_copy      (const MarchQuotationDraft *draft);
void                 march_quotation_draft_free      (MarchQuotationDraft *draft);

gboolean march_quotation_draft_add_span    (MarchQuotationDraft *draft, const char *text,
                                            guint first, guint beyond, GError **error);
void     march_quotation_draft_remove_span (MarchQuotationDraft *draft, guint index);
char    *march_quotation_draft_dup_words   (const MarchQuotationDraft *draft);

gint64   march_quotation_draft_get_actor   (const MarchQuotationDraft *draft, MarchChainRole role);
void     march_quotation_draft_set_actor   (MarchQuotationDraft *draft, MarchChainRole role,
                                            gint64 actor);
void     march_quotation_draft_set_office  (MarchQuotationDraft *draft, MarchOfficeDraft *office);
void     march_quotation_draft_add_link    (MarchQuotationDraft *draft, MarchChainRole role,
                                            gint64 actor);
void     march_quotation_draft_add_relay   (MarchQuotationDraft *draft, gint64 actor);
void     march_quotation_draft_remove_link (MarchQuotationDraft *draft, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchQuotationDraft, march_quotation_draft_free)

G_END_DECLS
