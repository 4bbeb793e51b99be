/* march-snapshot.c — the answer to "as of this day, known by that one, according to whom?" */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#include <string.h>

/* The state that the place is recognised as part of: the nearest one up the recognised links. */
static const MarchActor *
find_state (const MarchPlace *place)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) place);
  for (guint i = 0; i < reached->len; i++)
    {
      const MarchPlace *other = g_ptr_array_index (reached, i);

      if (other->kind == MARCH_PLACE_STATE && other->state != NULL)
        return other->state;
      for (guint j = 0; j < other->parents->len; j++)
        {
          const MarchPlaceLink *link = g_ptr_array_index (other->parents, j);

          if (link->kind == MARCH_LINK_RECOGNISED && !g_ptr_array_find (reached, link->place, NULL))
            g_ptr_array_add (reached, (gpointer) link->place);
        }
    }
  return NULL;
}

static MarchStudy *
study_new (const MarchPlace *place)
{
  MarchStudy *study = g_new0 (MarchStudy, 1);

  study->place = place;
  study->state = find_state (place);
  study->own_demands = g_array_new (FALSE, FALSE, sizeof (MarchDemand));
  study->begun_claims = g_ptr_array_new ();
  study->demands = g_array_new (FALSE, FALSE, sizeof (MarchDemand));
  study->reports = g_array_new (FALSE, FALSE, sizeof (MarchReport));
  study->overruled = g_array_new (FALSE, FALSE, sizeof (MarchReport));
  return study;
}

static void
study_free (MarchStudy *study)
{
  g_array_unref (study->own_demands);
  g_ptr_array_unref (study->begun_claims);
  g_array_unref (study->demands);
  g_array_unref (study->reports);
  g_array_unref (study->overruled);
  g_clear_pointer (&study->accounts, g_ptr_array_unref);
  g_free (study);
}

/* Claims of all places come before control, which asks who is a party; parents come before their
 * children, which inherit. */
static void
study_places (MarchSnapshot *snapshot, GPtrArray *places)
{
  snapshot->studies = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) study_free);
  march_snapshot_measure (snapshot);
  for (guint i = 0; i < places->len; i++)
    {
      MarchStudy *study = study_new (g_ptr_array_index (places, i));

      g_hash_table_insert (snapshot->studies, (gpointer) study->place, study);
      march_study_own_claims (snapshot, study);
    }
  for (guint i = 0; i < places->len; i++)
    {
      MarchStudy *study = g_hash_table_lookup (snapshot->studies, g_ptr_array_index (places, i));

      march_study_claims (snapshot, study);
      march_study_control (snapshot, study);
      g_hash_table_insert (snapshot->findings, (gpointer) study->place,
                           march_finding_new (snapshot, study));
    }
  march_snapshot_find_disputed_parts (snapshot, places);
  g_clear_pointer (&snapshot->studies, g_hash_table_unref);
  g_clear_pointer (&snapshot->areas, g_ptr_array_unref);
  g_clear_pointer (&snapshot->covers, g_ptr_array_unref);
}

/* Takes @known. */
static MarchSnapshot *
snapshot_alloc (MarchCorpus *corpus, const MarchQuestion *question, GHashTable *known)
{
  MarchSnapshot *snapshot = g_new0 (MarchSnapshot, 1);

  g_atomic_ref_count_init (&snapshot->ref_count);
  snapshot->corpus = march_corpus_ref (corpus);
  snapshot->question = *question;
  snapshot->known = known;
  snapshot->dates = g_string_chunk_new (256);
  snapshot->shares = g_ptr_array_new_with_free_func (g_free);
  snapshot->findings =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) march_finding_free);
  return snapshot;
}

/**
 * march_snapshot_new:
 * @question: copied
 *
 * Works out the whole answer. Any thread.
 *
 * Returns: (transfer full): the answer, immutable
 */
MarchSnapshot *
march_snapshot_new (MarchCorpus *corpus, const MarchQuestion *question)
{
  MarchSnapshot *snapshot = snapshot_alloc (corpus, question, g_hash_table_new (NULL, NULL));

  march_snapshot_learn (snapshot);
  study_places (snapshot, corpus->top_down);
  return snapshot;
}

/* The answer to the question of @like on another day, for @places alone (parents before their
 * children, with all that hand something down to them), or for all if that is NULL. Without
 * imported areas, which a sweep through the years leaves out. */
MarchSnapshot *
march_snapshot_new_like (MarchSnapshot *like, MarchDay as_of, GPtrArray *places)
{
  MarchQuestion  question = like->question;
  MarchSnapshot *snapshot;

  question.as_of = as_of;
  question.area_source = MARCH_NO_AREA_SOURCE;
  snapshot = snapshot_alloc (like->corpus, &question, g_hash_table_ref (like->known));
  study_places (snapshot, places != NULL ? places : like->corpus->top_down);
  return snapshot;
}

/**
 * march_snapshot_ref:
 *
 * Returns: (transfer full): @snapshot. Any thread.
 */
MarchSnapshot *
march_snapshot_ref (MarchSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  g_atomic_ref_count_inc (&snapshot->ref_count);
  return snapshot;
}

/**
 * march_snapshot_unref:
 *
 * Frees the answer and its findings with the last reference. Any thread.
 */
void
march_snapshot_unref (MarchSnapshot *snapshot)
{
  g_return_if_fail (snapshot != NULL);

  if (!g_atomic_ref_count_dec (&snapshot->ref_count))
    return;

  g_hash_table_unref (snapshot->findings);
  g_hash_table_unref (snapshot->known);
  g_string_chunk_free (snapshot->dates);
  g_ptr_array_unref (snapshot->shares);
  march_corpus_unref (snapshot->corpus);
  g_free (snapshot);
}

/**
 * march_snapshot_get_corpus:
 *
 * Returns: (transfer none): the records that it answers from
 */
MarchCorpus *
march_snapshot_get_corpus (MarchSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  return snapshot->corpus;
}

/**
 * march_snapshot_get_question:
 *
 * Returns: (transfer none): what it answers
 */
const MarchQuestion *
march_snapshot_get_question (MarchSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  return &snapshot->question;
}

/**
 * march_snapshot_get_finding:
 * @place: of the same corpus
 *
 * Returns: (transfer none): what is told of @place
 */
const MarchFinding *
march_snapshot_get_finding (MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_return_val_if_fail (snapshot != NULL && place != NULL, NULL);

  return g_hash_table_lookup (snapshot->findings, place);
}

/* Whether the assertion says something of the day. One without a time counts on every day, but for
 * control and claims, whose time colours. What a value or a figure was on a day it is taken to be
 * from then on, as a report of control is carried forward. */
gboolean
march_snapshot_is_valid (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  MarchDay day = snapshot->question.as_of;

  if (assertion->kind == MARCH_KIND_CONTROL)
    return march_control_at (assertion, day) != MARCH_CERTAINTY_NONE;
  if (assertion->kind != MARCH_KIND_CLAIM && *assertion->valid == '\0')
    return TRUE;
  if ((assertion->kind == MARCH_KIND_VALUE || assertion->kind == MARCH_KIND_FIGURE)
      && strchr (assertion->valid, '/') == NULL)
    return day >= assertion->period.from_earliest;
  return march_period_at (&assertion->period, day) != MARCH_CERTAINTY_NONE;
}

/**
 * march_snapshot_list_valid:
 * @place: (nullable): %NULL: any or none
 *
 * What is known and certainly or possibly valid on the day, in whatever mode and polarity, but not
 * what the analyst deprecated. A control, value or figure of one date is valid from that day on. An
 * assertion without a valid time is listed, unless it is of control or a claim.
 *
 * Returns: (transfer full) (element-type MarchAssertion): in the order of the corpus
 */
GPtrArray *
march_snapshot_list_valid (MarchSnapshot     *snapshot,
                           MarchAssertionKind kind,
                           const MarchPlace  *place)
{
  g_autoptr (GPtrArray) assertions = NULL;
  GPtrArray            *valid = g_ptr_array_new ();

  if (place != NULL)
    assertions = march_corpus_list_assertions_of (snapshot->corpus, place);
  else
    assertions = g_ptr_array_ref (march_corpus_get_assertions (snapshot->corpus));
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->kind == kind && assertion->rank != MARCH_RANK_DEPRECATED
          && march_snapshot_is_known (snapshot, assertion)
          && march_snapshot_is_valid (snapshot, assertion))
        g_ptr_array_add (valid, (gpointer) assertion);
    }
  return valid;
}
