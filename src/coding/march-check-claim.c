/* march-check-claim.c — whether a drafted claim is one, or less: an aspiration */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

/* What is known of somebody's words: who says them, and when. */
typedef struct
{
  gint64      speaker; /* 0: not told */
  gboolean    dated;
  MarchPeriod when;
  const MarchOfficeDraft *office; /* of the speaker, told along; NULL for none */
} Words;

/* Who says it, in the order in which one is asked for: of a report it is whom it is about. */
static const MarchChainRole sayers[] = { MARCH_ROLE_SPEAKER, MARCH_ROLE_SUBJECT,
                                         MARCH_ROLE_AUTHOR };

static gint64
find_in_chain (const MarchQuotation *quotation, MarchChainRole role)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);

      if (link->role == role)
        return link->actor->id;
    }
  return 0;
}

static Words
read_record (const MarchQuotation *quotation)
{
  const MarchPeriod *when = march_quotation_get_time (quotation);
  Words words = { .dated = when != NULL };

  for (gsize i = 0; words.speaker == 0 && i < G_N_ELEMENTS (sayers); i++)
    words.speaker = find_in_chain (quotation, sayers[i]);
  if (when != NULL)
    words.when = *when;
  return words;
}

static Words
read_draft (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  const MarchSource *source = march_corpus_get_source (coding->corpus, draft->source);
  g_autofree char *edtf = march_coding_dup_said (coding, draft);
  g_autoptr (MarchEdtf) said = march_edtf_new (edtf, NULL);
  Words words = { .office = draft->office };

  for (gsize i = 0; words.speaker == 0 && i < G_N_ELEMENTS (sayers); i++)
    words.speaker = march_quotation_draft_get_actor (draft, sayers[i]);
  if (said != NULL)
    words.when = *march_edtf_get_period (said);
  else if (source != NULL && *source->published != '\0')
    words.when = source->publication_period;
  words.dated = said != NULL || (source != NULL && *source->published != '\0');
  return words;
}

static gboolean
held_then (const char *valid, const MarchPeriod *when)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (valid, NULL);

  return when == NULL || edtf == NULL
         || march_period_overlaps (march_edtf_get_period (edtf), when);
}

static gboolean
is_side (MarchCoding *coding, gint64 body, gint64 claimant, const MarchPeriod *when)
{
  const MarchActor *actor = march_corpus_get_actor (coding->corpus, body);
  const MarchActor *side = march_corpus_get_actor (coding->corpus, claimant);

  return body == claimant
         || (actor != NULL && side != NULL && march_actor_belongs_to (actor, side, when));
}

/* Whether an office is on that side, or with @policy states its policy. */
static gboolean
is_office_of (MarchCoding            *coding,
              const MarchOfficeDraft *office,
              gint64                  claimant,
              const MarchPeriod      *when,
              gboolean                policy)
{
  return (policy ? office->states_policy : office->speaks_for) && held_then (office->valid, when)
         && is_side (coding, office->body, claimant, when);
}

/* Whether a drafted actor holds an office on that side, or with @policy one that states policy. */
static gboolean
draft_holds (MarchCoding           *coding,
             const MarchActorDraft *draft,
             gint64                 claimant,
             const MarchPeriod     *when,
             gboolean               policy)
{
  for (guint i = 0; i < draft->offices->len; i++)
    if (is_office_of (coding, draft->offices->pdata[i], claimant, when, policy))
      return TRUE;
  return FALSE;
}

static gboolean
record_holds (MarchCoding       *coding,
              const MarchActor  *actor,
              gint64             claimant,
              const MarchPeriod *when,
              gboolean           policy)
{
  for (guint i = 0; i < actor->offices->len; i++)
    {
      const MarchOffice *office = g_ptr_array_index (actor->offices, i);

      if ((policy ? office->states_policy : office->speaks_for)
          && (when == NULL || march_period_overlaps (&office->period, when))
          && is_side (coding, office->body->id, claimant, when))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_office (MarchCoding       *coding,
              const Words       *words,
              gint64             claimant,
              const MarchPeriod *when,
              gboolean           policy)
{
  MarchActorDraft  *draft = march_coding_find_actor (coding, words->speaker);
  const MarchActor *record = march_corpus_get_actor (coding->corpus, words->speaker);

  if (words->office != NULL && is_office_of (coding, words->office, claimant, when, policy))
    return TRUE;
  if (draft != NULL)
    return draft_holds (coding, draft, claimant, when, policy);
  return record != NULL && record_holds (coding, record, claimant, when, policy);
}

/* Somebody who stands for nobody but himself. */
static gboolean
is_private (MarchCoding *coding, gint64 actor)
{
  MarchActorDraft  *draft = march_coding_find_actor (coding, actor);
  const MarchActor *record = march_corpus_get_actor (coding->corpus, actor);
  MarchActorKind    kind = draft != NULL ? draft->kind
                           : record != NULL ? record->kind : MARCH_ACTOR_STATE;

  return kind == MARCH_ACTOR_PERSON || kind == MARCH_ACTOR_UNNAMED;
}

/* Whether the words make a claim of @claimant: those of the claimant itself or of who states its
 * policy then, and what others report of it. Who was ever on its side is none of the others. */
static gboolean
make_claim (MarchCoding *coding, gint64 claimant, const Words *words)
{
  const MarchPeriod *when = words->dated ? &words->when : NULL;

  if (words->speaker == 0 || holds_office (coding, words, claimant, when, TRUE))
    return TRUE;
  if (words->speaker == claimant)
    return !is_private (coding, claimant);
  return !is_private (coding, claimant)
         && !holds_office (coding, words, claimant, NULL, FALSE);
}

/* Counts the words that support the draft, and those of them that make a claim. */
static void
count_draft_words (MarchCoding               *coding,
                   const MarchAssertionDraft *draft,
                   guint                     *n_words,
                   guint                     *n_claims)
{
  for (guint i = 0; i < coding->evidence->len; i++)
    {
      const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, i);
      MarchQuotationDraft      *own = march_coding_find_quotation (coding, evidence->quotation);
      const MarchQuotation     *record =
          march_corpus_get_quotation (coding->corpus, evidence->quotation);
      Words words;

      if (evidence->stance != MARCH_STANCE_SUPPORTS || !march_coding_bears_on (evidence, draft)
          || (own == NULL && record == NULL))
        continue;
      words = own != NULL ? read_draft (coding, own) : read_record (record);
      (*n_words)++;
      *n_claims += make_claim (coding, draft->actor, &words);
    }
}

static void
count_older_words (MarchCoding               *coding,
                   const MarchAssertionDraft *draft,
                   guint                     *n_words,
                   guint                     *n_claims)
{
  const MarchAssertion *older = march_corpus_get_assertion (coding->corpus, draft->supersedes);

  for (guint i = 0; older != NULL && i < older->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (older->evidence, i);
      Words                words;

      if (evidence->stance != MARCH_STANCE_SUPPORTS)
        continue;
      words = read_record (evidence->quotation);
      (*n_words)++;
      *n_claims += make_claim (coding, draft->actor, &words);
    }
}

/**
 * march_coding_is_aspiration:
 *
 * A claim needs somebody authorised to state policy. Where all that support it are of the
 * claimant's own side and none of them is, what they say is an aspiration, and is written as one.
 *
 * Returns: whether a draft that calls itself a claim of another basis is less
 */
gboolean
march_coding_is_aspiration (MarchCoding *coding, const MarchAssertionDraft *draft)
{
  guint n_words = 0, n_claims = 0;

  if (draft->kind != MARCH_KIND_CLAIM || draft->basis == MARCH_CLAIM_ASPIRATION
      || draft->origin != MARCH_ORIGIN_STATED || draft->polarity != MARCH_POLARITY_IS
      || draft->actor == 0)
    return FALSE;
  count_draft_words (coding, draft, &n_words, &n_claims);
  count_older_words (coding, draft, &n_words, &n_claims);
  return n_words > 0 && n_claims == 0;
}
