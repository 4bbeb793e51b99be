/* march-sweep.c — the timeline, stretch by stretch of equal answers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-sweep.h"

#include "asof/march-snapshot-private.h"

static void
add_day (GArray *days, const MarchDossierFacts *facts, MarchDay day)
{
  if (day > facts->first && day <= facts->last)
    g_array_append_val (days, day);
}

static void
add_bounds (GArray *days, const MarchDossierFacts *facts, const MarchPeriod *period)
{
  add_day (days, facts, period->from_earliest);
  add_day (days, facts, period->from_latest);
  add_day (days, facts, period->until_earliest);
  add_day (days, facts, period->until_latest);
}

static void
add_assertion (GArray *days, const MarchDossierFacts *facts, const MarchAssertion *assertion)
{
  add_bounds (days, facts, &assertion->period);
  if (assertion->observed && assertion->period.from_latest < MARCH_DAY_MAX - facts->carry_days)
    add_day (days, facts, assertion->period.from_latest + facts->carry_days + 1);
  for (guint i = 0; i < assertion->areas->len; i++)
    add_bounds (days, facts,
                &((const MarchControlArea *) g_ptr_array_index (assertion->areas, i))->period);
}

static void
add_assertions (GArray *days, const MarchDossierFacts *facts, GPtrArray *assertions)
{
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM)
        add_assertion (days, facts, assertion);
    }
}

/* Sorts the days, leaves each in once, and puts the timeline's first day before them. */
static void
finish_days (GArray *days, const MarchDossierFacts *facts)
{
  guint n_days = 1;

  g_array_prepend_val (days, facts->first);
  g_array_sort (days, march_day_compare);
  for (guint i = 1; i < days->len; i++)
    if (g_array_index (days, MarchDay, i) != g_array_index (days, MarchDay, n_days - 1))
      g_array_index (days, MarchDay, n_days++) = g_array_index (days, MarchDay, i);
  g_array_set_size (days, n_days);
}

/* A timeline has two ends: an open one would have no last day to stop at. */
static gboolean
has_timeline (const MarchDossierFacts *facts)
{
  return facts->first != MARCH_DAY_MIN && facts->last != MARCH_DAY_MAX
         && facts->first <= facts->last;
}

/**
 * march_sweep_list_days:
 *
 * Returns: (transfer full) (element-type MarchDay): the timeline's first day and each later one on
 *   which a colour may change, in order, each once; empty for a dossier without a timeline
 */
GArray *
march_sweep_list_days (MarchCorpus *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GArray                  *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  if (!has_timeline (facts))
    return days;
  add_assertions (days, facts, march_corpus_get_assertions (corpus));
  finish_days (days, facts);
  return days;
}

/* The same for the places of a lineage alone. */
static GArray *
list_days_of (MarchCorpus *corpus, GPtrArray *lineage)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GArray                  *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  if (!has_timeline (facts))
    return days;
  for (guint i = 0; i < lineage->len; i++)
    {
      g_autoptr (GPtrArray) assertions =
          march_corpus_list_assertions_of (corpus, g_ptr_array_index (lineage, i));

      add_assertions (days, facts, assertions);
    }
  finish_days (days, facts);
  return days;
}

/* Answers @like's question for @places on each of @days. */
static void
sweep_days (MarchSnapshot *like,
            GArray        *days,
            GPtrArray     *places,
            MarchSweepFunc visit,
            gpointer       data)
{
  MarchDay last = march_corpus_get_facts (march_snapshot_get_corpus (like))->last;

  for (guint i = 0; i < days->len; i++)
    {
      MarchDay from = g_array_index (days, MarchDay, i);
      MarchDay until = i + 1 < days->len ? g_array_index (days, MarchDay, i + 1) : last + 1;
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new_like (like, from, places);

      visit (snapshot, from, until, data);
    }
}

/**
 * march_sweep:
 * @question: its day counts for nothing
 *
 * Asks @question for each stretch of the timeline between days on which a colour may change, in
 * order. Neighbouring stretches may have the same answer. What is swept is what quotations say:
 * imported areas, which change from day to day, are left out.
 */
void
march_sweep (MarchCorpus         *corpus,
             const MarchQuestion *question,
             MarchSweepFunc       visit,
             gpointer             data)
{
  MarchQuestion             stated = *question;
  g_autoptr (MarchSnapshot) like = NULL;
  g_autoptr (GArray)        days = march_sweep_list_days (corpus);

  stated.area_source = MARCH_NO_AREA_SOURCE;
  like = march_snapshot_new (corpus, &stated);
  sweep_days (like, days, NULL, visit, data);
}

/**
 * march_sweep_place:
 * @like: its day counts for nothing
 *
 * Asks the question of @like about one place, which is many times faster, and without imported
 * areas as well. The snapshots have
 * findings of @place and its ancestors only, and none (%NULL) of other places.
 */
void
march_sweep_place (MarchSnapshot    *like,
                   const MarchPlace *place,
                   MarchSweepFunc    visit,
                   gpointer          data)
{
  MarchCorpus          *corpus = march_snapshot_get_corpus (like);
  g_autoptr (GPtrArray) lineage = march_snapshot_list_lineage (corpus, place);
  g_autoptr (GArray)    days = list_days_of (corpus, lineage);

  sweep_days (like, days, lineage, visit, data);
}
