/* march-coding.c — drafts that belong together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

static void
free_evidence (gpointer data)
{
  MarchEvidenceDraft *evidence = data;

  g_free (evidence->note);
  g_free (evidence);
}

#define NEW_LIST(kind) g_ptr_array_new_with_free_func ((GDestroyNotify) march_##kind##_draft_free)

/**
 * march_coding_new:
 * @corpus: what the dossier holds now
 *
 * Returns: (transfer full): a coding without drafts
 */
MarchCoding *
march_coding_new (MarchCorpus *corpus)
{
  MarchCoding *coding = g_new0 (MarchCoding, 1);

  g_atomic_ref_count_init (&coding->references);
  coding->corpus = march_corpus_ref (corpus);
  coding->quotations = NEW_LIST (quotation);
  coding->assertions = NEW_LIST (assertion);
  coding->actors = NEW_LIST (actor);
  coding->places = NEW_LIST (place);
  coding->proposals = NEW_LIST (proposal);
  coding->evidence = g_ptr_array_new_with_free_func (free_evidence);
  return coding;
}

MarchCoding *
march_coding_ref (MarchCoding *coding)
{
  g_atomic_ref_count_inc (&coding->references);
  return coding;
}

void
march_coding_unref (MarchCoding *coding)
{
  if (!g_atomic_ref_count_dec (&coding->references))
    return;
  g_ptr_array_unref (coding->quotations);
  g_ptr_array_unref (coding->assertions);
  g_ptr_array_unref (coding->actors);
  g_ptr_array_unref (coding->places);
  g_ptr_array_unref (coding->proposals);
  g_ptr_array_unref (coding->evidence);
  march_corpus_unref (coding->corpus);
  g_free (coding);
}

MarchCorpus *
march_coding_get_corpus (MarchCoding *coding)
{
  return coding->corpus;
}

/**
 * march_coding_set_corpus:
 *
 * After an edit of the dossier: the drafts are checked against what it holds now.
 */
void
march_coding_set_corpus (MarchCoding *coding, MarchCorpus *corpus)
{
  march_corpus_ref (corpus);
  march_corpus_unref (coding->corpus);
  coding->corpus = corpus;
}

/* Every draft but evidence begins with its id. */
static gpointer
find (GPtrArray *drafts, gint64 id)
{
  for (guint i = 0; id != 0 && i < drafts->len; i++)
    if (*(const gint64 *) g_ptr_array_index (drafts, i) == id)
      return g_ptr_array_index (drafts, i);
  return NULL;
}

/* Each kind of draft has a list of its own, and for it one function that takes a draft over, one
 * that gives the list, borrowed, and one that gives the draft of an id, or NULL. */
#define DEFINE_DRAFTS(Draft, kind, list)                                                           \
  Draft *march_coding_add_##kind (MarchCoding *coding, Draft *draft)                               \
  {                                                                                                \
    g_ptr_array_add (coding->list, draft);                                                         \
    return draft;                                                                                  \
  }                                                                                                \
  GPtrArray *march_coding_get_##list (MarchCoding *coding)                                         \
  {                                                                                                \
    return coding->list;                                                                           \
  }                                                                                                \
  Draft *march_coding_find_##kind (MarchCoding *coding, gint64 id)                                 \
  {                                                                                                \
    return find (coding->list, id);                                                                \
  }

DEFINE_DRAFTS (MarchQuotationDraft, quotation, quotations)
DEFINE_DRAFTS (MarchAssertionDraft, assertion, assertions)
DEFINE_DRAFTS (MarchActorDraft, actor, actors)
DEFINE_DRAFTS (MarchPlaceDraft, place, places)
DEFINE_DRAFTS (MarchProposalDraft, proposal, proposals)

/**
 * march_coding_add_evidence:
 * @quotation: of the dossier, or drafted along
 * @bears_on: an assertion or a proposal, of the dossier or drafted along
 *
 * Says that a quotation bears on something.
 *
 * Returns: (transfer none): the link, for its other members
 */
MarchEvidenceDraft *
march_coding_add_evidence (MarchCoding *coding,
                           gint64       quotation,
                           gint64       bears_on,
                           MarchStance  stance)
{
  MarchEvidenceDraft *evidence = g_new0 (MarchEvidenceDraft, 1);
  const gboolean      proposal = march_coding_has_proposal (coding, bears_on);

  *evidence = (MarchEvidenceDraft){ .quotation = quotation,
                                    .assertion = proposal ? 0 : bears_on,
                                    .proposal = proposal ? bears_on : 0,
                                    .stance = stance,
                                    .note = g_strdup ("") };
  g_ptr_array_add (coding->evidence, evidence);
  return evidence;
}

/** march_coding_get_evidence: (transfer none) (element-type MarchEvidenceDraft): */
GPtrArray *
march_coding_get_evidence (MarchCoding *coding)
{
  return coding->evidence;
}

static void
remove_id (GPtrArray *drafts, gint64 id)
{
  gpointer draft = find (drafts, id);

  if (draft != NULL)
    g_ptr_array_remove (drafts, draft);
}

/**
 * march_coding_remove:
 * @id: of a draft
 *
 * Takes the draft out, and the evidence that joins it to something. Other drafts that name it have
 * a problem then, which march_coding_check() tells.
 */
void
march_coding_remove (MarchCoding *coding, gint64 id)
{
  for (guint i = coding->evidence->len; i-- > 0;)
    {
      const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, i);

      if (evidence->quotation == id || evidence->assertion == id || evidence->proposal == id)
        g_ptr_array_remove_index (coding->evidence, i);
    }
  remove_id (coding->quotations, id);
  remove_id (coding->assertions, id);
  remove_id (coding->actors, id);
  remove_id (coding->places, id);
  remove_id (coding->proposals, id);
}

void
march_coding_remove_evidence (MarchCoding *coding, MarchEvidenceDraft *evidence)
{
  g_ptr_array_remove (coding->evidence, evidence);
}

gboolean
march_coding_has_actor (MarchCoding *coding, gint64 id)
{
  return march_coding_find_actor (coding, id) != NULL
         || march_corpus_get_actor (coding->corpus, id) != NULL;
}

gboolean
march_coding_has_place (MarchCoding *coding, gint64 id)
{
  return march_coding_find_place (coding, id) != NULL
         || march_corpus_get_place (coding->corpus, id) != NULL;
}

gboolean
march_coding_has_proposal (MarchCoding *coding, gint64 id)
{
  return march_coding_find_proposal (coding, id) != NULL
         || march_corpus_get_proposal (coding->corpus, id) != NULL;
}

/* A link to the version that a draft takes the place of means the new version. */
gboolean
march_coding_bears_on (const MarchEvidenceDraft *evidence, const MarchAssertionDraft *draft)
{
  return evidence->assertion != 0
         && (evidence->assertion == draft->id || evidence->assertion == draft->supersedes);
}

/**
 * march_coding_get_actor_name:
 * @actor: of the dossier, or drafted along
 * @language: (nullable): BCP 47; %NULL: English
 *
 * Returns: (transfer none): its name; "" if there is no such actor
 */
const char *
march_coding_get_actor_name (MarchCoding *coding, gint64 actor, const char *language)
{
  MarchActorDraft  *draft = march_coding_find_actor (coding, actor);
  const MarchActor *record = march_corpus_get_actor (coding->corpus, actor);

  if (draft != NULL)
    return march_actor_draft_get_name (draft, language);
  return record != NULL ? march_actor_get_name (record, language) : "";
}

/**
 * march_coding_get_place_name:
 * @place: of the dossier, or drafted along
 * @language: (nullable): BCP 47; %NULL: English
 *
 * Returns: (transfer none): its name; "" if there is no such place
 */
const char *
march_coding_get_place_name (MarchCoding *coding, gint64 place, const char *language)
{
  MarchPlaceDraft  *draft = march_coding_find_place (coding, place);
  const MarchPlace *record = march_corpus_get_place (coding->corpus, place);

  if (draft != NULL)
    return march_place_draft_get_name (draft, language);
  return record != NULL ? march_place_get_name (record, language) : "";
}

/** march_coding_get_proposal_title: Returns: (transfer none): what the proposal is called, of the
 * dossier or drafted along; "" if there is no such proposal */
const char *
march_coding_get_proposal_title (MarchCoding *coding, gint64 proposal)
{
  MarchProposalDraft  *draft = march_coding_find_proposal (coding, proposal);
  const MarchProposal *record = march_corpus_get_proposal (coding->corpus, proposal);

  if (draft != NULL)
    return draft->title;
  return record != NULL ? record->title : "";
}
