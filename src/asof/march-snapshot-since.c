/* march-snapshot-since.c — since when somebody says that a place is theirs */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#include <string.h>

/* What a claimant has said of a place and of what hands its claims down to it, today or before. */
typedef struct
{
  const MarchOwn *own;
  GPtrArray      *claims;  /* of const MarchAssertion */
  GPtrArray      *denials; /* of const MarchAssertion */
} Past;

static gboolean
is_aspiration (MarchClaimBasis basis)
{
  return basis == MARCH_CLAIM_ASPIRATION;
}

static gboolean
is_denied (const Past *past, const MarchAssertion *claim)
{
  for (guint i = 0; i < past->denials->len; i++)
    {
      const MarchAssertion *denial = g_ptr_array_index (past->denials, i);

      if (denial->place != claim->place && march_period_overlaps (&denial->period, &claim->period))
        return TRUE;
    }
  return FALSE;
}

static gboolean
hear_past (const MarchStudy *study, guint distance, gpointer data)
{
  Past *past = data;

  for (guint i = 0; i < study->begun_claims->len; i++)
    {
      const MarchAssertion *claim = g_ptr_array_index (study->begun_claims, i);

      if (claim->actor != past->own->actor)
        continue;
      if (claim->polarity == MARCH_POLARITY_IS_NOT)
        g_ptr_array_add (past->denials, (gpointer) claim);
      else if (is_aspiration (claim->basis) == is_aspiration (past->own->basis)
               && !is_denied (past, claim))
        g_ptr_array_add (past->claims, (gpointer) claim);
    }
  return FALSE;
}

/* Whether @claim stood before @first and no day lies between them for certain. */
static gboolean
leads_up_to (const MarchAssertion *claim, const MarchAssertion *first)
{
  return claim->period.from_latest < first->period.from_latest
         && claim->period.until_latest >= first->period.from_earliest;
}

static const MarchAssertion *
find_before (const Past *past, const MarchAssertion *first)
{
  for (guint i = 0; i < past->claims->len; i++)
    if (leads_up_to (g_ptr_array_index (past->claims, i), first))
      return g_ptr_array_index (past->claims, i);
  return NULL;
}

/* Finds the claim that began the longest row of claims without a gap up to today: somebody who has
 * said so on better and better grounds has said so since the first of them. */
const MarchAssertion *
march_study_find_first_claim (MarchSnapshot *snapshot, const MarchStudy *study, const MarchOwn *own)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (GPtrArray) denials = g_ptr_array_new ();
  Past                  past = { own, claims, denials };
  const MarchAssertion *first = g_ptr_array_index (own->assertions, 0);
  const MarchAssertion *before;

  hear_past (study, 0, &past);
  march_snapshot_visit_ancestors (snapshot, study->place, hear_past, &past);
  while ((before = find_before (&past, first)) != NULL)
    first = before;
  return first;
}
