/* march-source-draft.h — what the analyst has typed of a source */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-draft.h"
#include "corpus/march-corpus.h"
#include "dossier/march-dossier.h"
#include "texts/march-facts.h"

G_BEGIN_DECLS

/**
 * MarchSourceLinkDraft:
 * @other: another source of the dossier
 * @independent: it is shown to be independent; else it draws on the other one
 * @reason: how that is known
 */
typedef struct
{
  gint64   other;
  gboolean independent;
  char    *reason;
} MarchSourceLinkDraft;

/**
 * MarchSourceDraft:
 * @existing: the dossier has the source already; it is changed
 * @titled: @title is as published; else it describes an unidentified report
 * @type: of CSL-JSON
 * @authors: one a line: "Orr, Ana", or a name that isn't taken apart
 * @publication: where it came out: a newspaper, a journal, a site
 * @published: EDTF or words that march_edtf_new_from_words() reads; "" where not known
 * @inferred: what of this the source itself doesn't tell, and how it is known
 * @url: where it came out
 * @archived: address of a copy in a web archive
 * @accessed: when it was read there, as @published
 * @language: BCP 47
 * @grade: 'A' … 'F', 0 if it is not graded
 * @links: (element-type MarchSourceLinkDraft)
 * @text: (nullable): to be stored with a source that is new, as march_verify_prepare() makes it
 * @taken: when that text was saved or copied, ISO 8601; "" for now
 * @csl: the item of a source that is there; what a draft doesn't tell of it is kept
 */
typedef struct
{
  gint64     id;
  gboolean   existing;
  char      *title;
  gboolean   titled;
  char      *type;
  char      *authors;
  char      *publication;
  char      *publisher;
  char      *published;
  char      *inferred;
  char      *url;
  char      *archived;
  char      *accessed;
  char      *doi;
  char      *language;
  char      *note;
  char       grade;
  char      *grade_reason;
  GPtrArray *links;
  char      *text;
  char      *taken;
  char      *csl;
} MarchSourceDraft;

MarchSourceDraft *march_source_draft_new         (void);
MarchSourceDraft *march_source_draft_new_from    (const MarchSource *source);
MarchSourceDraft *march_source_draft_copy        (const MarchSourceDraft *draft);
void              march_source_draft_free        (MarchSourceDraft *draft);
void              march_source_draft_take_facts  (MarchSourceDraft *draft, const MarchFacts *facts);
void              march_source_draft_drop_facts  (MarchSourceDraft       *draft,
                                                  const MarchSourceDraft *offered);
MarchSourceLinkDraft *march_source_draft_add_link (MarchSourceDraft *draft, gint64 other,
                                                   gboolean independent, const char *reason);
void              march_source_draft_remove_link (MarchSourceDraft *draft,
                                                  MarchSourceLinkDraft *link);

GPtrArray *march_source_draft_check       (const MarchSourceDraft *draft, MarchCorpus *corpus);
gboolean   march_source_draft_write       (const MarchSourceDraft *draft, MarchDossier *dossier,
                                           GError **error);
void       march_source_draft_write_async (const MarchSourceDraft *draft, MarchDossier *dossier,
                                           GAsyncReadyCallback callback, gpointer user_data);

char      *march_source_describe_use      (MarchCorpus *corpus, const MarchSource *source);
gboolean   march_source_delete            (MarchDossier *dossier, gint64 source, GError **error);
void       march_source_delete_async      (MarchDossier *dossier, gint64 source,
                                           GAsyncReadyCallback callback, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSourceDraft, march_source_draft_free)

G_END_DECLS
