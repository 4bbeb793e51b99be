/* march-snapshot-claims.c — who says that a place is theirs, by own and inherited claims */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

static gboolean
is_denial (const MarchDemand *demand)
{
  return demand->assertion->polarity == MARCH_POLARITY_IS_NOT;
}

static gboolean
is_aspiration (const MarchDemand *demand)
{
  return demand->assertion->basis == MARCH_CLAIM_ASPIRATION;
}

/* Collects what is asserted of the place itself: of every place first, since others inherit from
 * it. */
void
march_study_own_claims (MarchSnapshot *snapshot, MarchStudy *study)
{
  g_autoptr (GPtrArray) assertions =
      march_corpus_list_assertions_of (snapshot->corpus, study->place);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);
      MarchDemand           demand = { assertion, NULL,
                                       march_period_at (&assertion->period,
                                                        snapshot->question.as_of) };

      if (assertion->rank == MARCH_RANK_DEPRECATED
          || assertion->period.from_earliest > snapshot->question.as_of
          || !march_snapshot_colours (snapshot, assertion, MARCH_KIND_CLAIM))
        continue;
      g_ptr_array_add (study->begun_claims, (gpointer) assertion);
      if (demand.certainty != MARCH_CERTAINTY_NONE)
        g_array_append_val (study->own_demands, demand);
    }
}

/* A demand of the place or of an ancestor, and how many steps away that is. */
typedef struct
{
  MarchDemand demand;
  guint       distance;
} Heard;

/* Whether a denial of the same distance goes before the claim, for the analyst prefers it. */
static gboolean
is_overruled (const MarchDemand *demand, const MarchDemand *other)
{
  return is_denial (other) && !is_denial (demand)
         && other->assertion->rank < demand->assertion->rank;
}

/* What is left of @demand, heard at @distance, after what the same claimant says nearer by: a
 * nearer claim stands in its stead, a nearer denial takes it away. An aspiration doesn't stand for
 * a stronger claim. At one distance only a preferred denial counts. */
static MarchCertainty
weigh (GArray *heard, const MarchDemand *demand, guint distance)
{
  MarchCertainty certainty = demand->certainty;

  for (guint i = 0; i < heard->len; i++)
    {
      const Heard *nearer = &g_array_index (heard, Heard, i);

      if (nearer->demand.assertion->actor != demand->assertion->actor
          || nearer->distance > distance
          || (nearer->distance == distance && !is_overruled (demand, &nearer->demand)))
        continue;
      if (is_denial (&nearer->demand) && nearer->demand.certainty == MARCH_CERTAINTY_POSSIBLE)
        certainty = MARCH_CERTAINTY_POSSIBLE;
      else if (is_denial (&nearer->demand) || is_aspiration (demand)
               || !is_aspiration (&nearer->demand))
        return MARCH_CERTAINTY_NONE;
    }
  return certainty;
}

static gboolean
hear_ancestor (const MarchStudy *ancestor, guint distance, gpointer data)
{
  GArray *heard = data;

  for (guint i = 0; i < ancestor->own_demands->len; i++)
    {
      Heard item = { g_array_index (ancestor->own_demands, MarchDemand, i), distance };

      item.demand.inherited_from = ancestor->place;
      item.demand.certainty = weigh (heard, &item.demand, distance);
      if (item.demand.certainty != MARCH_CERTAINTY_NONE)
        g_array_append_val (heard, item);
    }
  return FALSE;
}

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* Claims before aspirations, preferred ones, certain ones and the strongest basis first, then those
 * of longest standing. */
static int
compare_demands (gconstpointer a, gconstpointer b)
{
  const MarchDemand    *first = a, *second = b;
  const MarchAssertion *one = first->assertion, *other = second->assertion;
  int                   order = ORDER (is_aspiration (first), is_aspiration (second));

  if (order == 0)
    order = ORDER (one->rank, other->rank);
  if (order == 0)
    order = ORDER (second->certainty, first->certainty);
  if (order == 0)
    order = ORDER (one->basis, other->basis);
  if (order == 0)
    order = ORDER (one->period.from_latest, other->period.from_latest);
  if (order == 0)
    order = ORDER (one->actor->id, other->actor->id);
  return order != 0 ? order : ORDER (one->id, other->id);
}

/* Own claims, and for each claimant those of the nearest ancestors. */
void
march_study_claims (MarchSnapshot *snapshot, MarchStudy *study)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (Heard));

  for (guint i = 0; i < study->own_demands->len; i++)
    {
      Heard item = { g_array_index (study->own_demands, MarchDemand, i), 0 };

      g_array_append_val (heard, item);
    }
  march_snapshot_visit_ancestors (snapshot, study->place, hear_ancestor, heard);

  for (guint i = 0; i < heard->len; i++)
    {
      Heard       *item = &g_array_index (heard, Heard, i);
      MarchDemand *demand = &item->demand;

      if (is_denial (demand))
        continue;
      demand->certainty = weigh (heard, demand, item->distance);
      if (demand->certainty != MARCH_CERTAINTY_NONE)
        g_array_append_val (study->demands, *demand);
    }
  g_array_sort (study->demands, compare_demands);
}
