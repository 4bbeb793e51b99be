/* march-passage-draft.c — a passage that is being coded: whose words they are, and what they bear
 * on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "reader/march-passage-draft.h"

/** march_passage_draft_new: @quotation: (transfer full): what is coded. Returns: (transfer full): a
 * passage that bears on nothing yet */
MarchPassageDraft *
march_passage_draft_new (MarchCorpus *corpus, MarchQuotationDraft *quotation)
{
  MarchPassageDraft *passage = g_new0 (MarchPassageDraft, 1);

  passage->coding = march_coding_new (corpus);
  passage->quotation = march_coding_add_quotation (passage->coding, quotation);
  return passage;
}

/** march_passage_draft_free: frees it with its drafts */
void
march_passage_draft_free (MarchPassageDraft *passage)
{
  march_coding_unref (passage->coding);
  g_free (passage);
}

/** march_passage_draft_get_source: Returns: (nullable): whose words they are; NULL if it is gone */
const MarchSource *
march_passage_draft_get_source (MarchPassageDraft *passage)
{
  return march_corpus_get_source (march_coding_get_corpus (passage->coding),
                                  passage->quotation->source);
}

/** march_passage_draft_get_links: Returns: (transfer none) (element-type MarchEvidenceDraft): all
 * that it bears on */
GPtrArray *
march_passage_draft_get_links (MarchPassageDraft *passage)
{
  return march_coding_get_evidence (passage->coding);
}

/* Each draft begins with its id. */
static gpointer
find (GPtrArray *drafts, gint64 id)
{
  for (guint i = 0; id != 0 && i < drafts->len; i++)
    if (*(const gint64 *) drafts->pdata[i] == id)
      return drafts->pdata[i];
  return NULL;
}

static MarchAssertionDraft *
find_assertion (MarchPassageDraft *passage, const MarchEvidenceDraft *link)
{
  return link != NULL ? find (march_coding_get_assertions (passage->coding), link->assertion)
                      : NULL;
}

/** march_passage_draft_get_assertion: Returns: (nullable): the draft that the link in view leads
 * to; NULL if it leads to a record of the dossier, or if there is no link */
MarchAssertionDraft *
march_passage_draft_get_assertion (MarchPassageDraft *passage)
{
  return find_assertion (passage, passage->link);
}

/** march_passage_draft_get_proposal: Returns: (nullable): the draft of the proposal that the link
 * in view leads to */
MarchProposalDraft *
march_passage_draft_get_proposal (MarchPassageDraft *passage)
{
  return passage->link != NULL
             ? find (march_coding_get_proposals (passage->coding), passage->link->proposal)
             : NULL;
}

/** march_passage_draft_link: @bears_on: id of a record or a draft; the link comes into view */
void
march_passage_draft_link (MarchPassageDraft *passage, gint64 bears_on, MarchStance stance)
{
  passage->link = march_coding_add_evidence (passage->coding, passage->quotation->id, bears_on,
                                             stance);
}

/** march_passage_draft_link_new: @assertion: (transfer full): it bears on that, too */
void
march_passage_draft_link_new (MarchPassageDraft   *passage,
                              MarchAssertionDraft *assertion,
                              MarchStance          stance)
{
  march_coding_add_assertion (passage->coding, assertion);
  march_passage_draft_link (passage, assertion->id, stance);
}

/** march_passage_draft_link_proposal: @proposal: (transfer full): it bears on that: a new one, or
 * one of the dossier that is changed by it */
void
march_passage_draft_link_proposal (MarchPassageDraft  *passage,
                                   MarchProposalDraft *proposal,
                                   MarchStance         stance)
{
  const gint64 id = proposal->id;

  if (find (march_coding_get_proposals (passage->coding), id) != NULL)
    march_proposal_draft_free (proposal);
  else
    march_coding_add_proposal (passage->coding, proposal);
  march_passage_draft_link (passage, id, stance);
}

/** march_passage_draft_unlink: takes the link in view out, with the draft that it leads to */
void
march_passage_draft_unlink (MarchPassageDraft *passage)
{
  const MarchAssertionDraft *assertion = march_passage_draft_get_assertion (passage);
  const MarchProposalDraft  *proposal = march_passage_draft_get_proposal (passage);

  if (assertion != NULL)
    march_coding_remove (passage->coding, assertion->id);
  else if (proposal != NULL)
    march_coding_remove (passage->coding, proposal->id);
  else if (passage->link != NULL)
    march_coding_remove_evidence (passage->coding, passage->link);
  passage->link = NULL;
}

static char *
describe_draft (MarchPassageDraft *passage, const MarchAssertionDraft *draft)
{
  const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, draft->kind);
  const char *place = march_coding_get_place_name (passage->coding,
                                                   march_assertion_draft_get_place (draft),
                                                   march_words_get_language (NULL));

  if (*place == '\0')
    place = *draft->title != '\0' ? draft->title : _("no place yet");
  return g_strjoin (" · ", kind, place, NULL);
}

/** march_passage_draft_describe_link: Returns: (transfer full): what @link leads to, in a line */
char *
march_passage_draft_describe_link (MarchPassageDraft *passage, const MarchEvidenceDraft *link)
{
  MarchCorpus               *corpus = march_coding_get_corpus (passage->coding);
  const MarchAssertion      *assertion = march_corpus_get_assertion (corpus, link->assertion);
  const MarchAssertionDraft *draft = find_assertion (passage, link);
  const char *title = march_coding_get_proposal_title (passage->coding, link->proposal);

  if (link->proposal != 0)
    return g_strjoin (" · ", _("proposal"), *title != '\0' ? title : _("no title yet"), NULL);
  if (assertion != NULL)
    return march_words_assertion (assertion, NULL);
  return draft != NULL ? describe_draft (passage, draft) : g_strdup ("");
}
