/* march-snapshot-known.c — what is known by a day, and what of it an actor or a publication says */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/**
 * march_snapshot_is_source_known:
 *
 * Returns: whether the source was out on the known-by day at the latest; one without a date is
 * known only when no day is asked
 */
gboolean
march_snapshot_is_source_known (MarchSnapshot *snapshot, const MarchSource *source)
{
  MarchDay known_by = snapshot->question.known_by;
  MarchDay until = source->publication_period.until_latest;

  if (known_by == MARCH_DAY_MAX)
    return TRUE;
  return *source->published != '\0' && until != MARCH_DAY_MAX && until <= known_by + 1;
}

/**
 * march_snapshot_is_evidence_known:
 *
 * Returns: whether the evidence counts: its source is known and is the publication asked about, if
 * one is
 */
gboolean
march_snapshot_is_evidence_known (MarchSnapshot *snapshot, const MarchEvidence *evidence)
{
  const MarchSource *source = evidence->quotation->source;
  gint64             asked = snapshot->question.according_source;

  return (asked == 0 || source->id == asked) && march_snapshot_is_source_known (snapshot, source);
}

static gboolean
supports (MarchSnapshot *snapshot, const MarchEvidence *evidence)
{
  return evidence->stance == MARCH_STANCE_SUPPORTS
         && march_snapshot_is_evidence_known (snapshot, evidence);
}

/* Whether the assertion is made by @body, or by one who spoke for it when a known supporting
 * quotation was said. */
gboolean
march_snapshot_speaks_for (MarchSnapshot        *snapshot,
                           const MarchAssertion *assertion,
                           const MarchActor     *body)
{
  if (assertion->according == NULL)
    return FALSE;
  if (assertion->according == body)
    return TRUE;
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, i);

      if (supports (snapshot, evidence)
          && march_actor_belongs_to (assertion->according, body,
                                     march_quotation_get_time (evidence->quotation)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_support (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    if (supports (snapshot, g_ptr_array_index (assertion->evidence, i)))
      return TRUE;
  return FALSE;
}

/* Finds the assertions that count: standing, supported by what is known, and made by the actor
 * asked about. */
void
march_snapshot_learn (MarchSnapshot *snapshot)
{
  GPtrArray        *assertions = march_corpus_get_assertions (snapshot->corpus);
  gint64            asked = snapshot->question.according_actor;
  const MarchActor *body = asked != 0 ? march_corpus_get_actor (snapshot->corpus, asked) : NULL;

  for (guint i = 0; i < assertions->len; i++)
    {
      MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->retracted || assertion->superseded_by != NULL
          || !has_support (snapshot, assertion))
        continue;
      if (asked == 0 || (body != NULL && march_snapshot_speaks_for (snapshot, assertion, body)))
        g_hash_table_add (snapshot->known, assertion);
    }
}

/**
 * march_snapshot_is_known:
 *
 * Returns: whether the assertion counts under the question: it is neither retracted nor superseded,
 * a source known by then supports it, and the actor or publication asked about says it. Its valid
 * time plays no part.
 */
gboolean
march_snapshot_is_known (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  return g_hash_table_contains (snapshot->known, assertion);
}

/**
 * march_question_restricts:
 *
 * Returns: whether the question leaves out anything that is on record
 */
gboolean
march_question_restricts (const MarchQuestion *question)
{
  return question->known_by != MARCH_DAY_MAX || question->according_actor != 0
         || question->according_source != 0;
}

/**
 * march_snapshot_is_quotation_heard:
 *
 * Returns: whether the question lets the quotation in: its source is known and, if an actor or a
 * publication is asked about, the quotation bears on what that one says
 */
gboolean
march_snapshot_is_quotation_heard (MarchSnapshot *snapshot, const MarchQuotation *quotation)
{
  const MarchQuestion *question = &snapshot->question;

  if (!march_snapshot_is_source_known (snapshot, quotation->source))
    return FALSE;
  if (question->according_source != 0)
    return quotation->source->id == question->according_source;
  if (question->according_actor == 0)
    return TRUE;
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (quotation->evidence, i);

      if (evidence->assertion != NULL && march_snapshot_is_known (snapshot, evidence->assertion))
        return TRUE;
    }
  return FALSE;
}

/**
 * march_snapshot_is_source_heard:
 *
 * Returns: whether the question lets any quotation of the source in
 */
gboolean
march_snapshot_is_source_heard (MarchSnapshot *snapshot, const MarchSource *source)
{
  for (guint i = 0; i < source->quotations->len; i++)
    if (march_snapshot_is_quotation_heard (snapshot, g_ptr_array_index (source->quotations, i)))
      return TRUE;
  return FALSE;
}

/* Whether an assertion can colour a place at all: what is hedged, predicted, intended … never
 * does. */
gboolean
march_snapshot_colours (MarchSnapshot        *snapshot,
                        const MarchAssertion *assertion,
                        MarchAssertionKind    kind)
{
  return assertion->kind == kind && assertion->mode == MARCH_MODE_STATED
         && march_snapshot_is_known (snapshot, assertion);
}
