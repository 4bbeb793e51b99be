/* march-sweep.c — the timeline, stretch by stretch of equal answers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-sweep.h"

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

static int
compare_days (gconstpointer a, gconstpointer b)
{
  MarchDay first = *(const MarchDay *) a, second = *(const MarchDay *) b;

  return (first > second) - (first < second);
}

/**
 * march_sweep_list_days:
 *
 * Returns: (transfer full) (element-type MarchDay): the timeline's first day and each later one on
 * which a colour may change, in order, each once; empty for a dossier without a timeline
 */
GArray *
march_sweep_list_days (MarchCorpus *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *assertions = march_corpus_get_assertions (corpus);
  GArray                  *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  guint                    n_days = 1;

  if (facts->first > facts->last)
    return days;
  g_array_append_val (days, facts->first);
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM)
        add_assertion (days, facts, assertion);
    }
  g_array_sort (days, compare_days);
  for (guint i = 1; i < days->len; i++)
    if (g_array_index (days, MarchDay, i) != g_array_index (days, MarchDay, n_days - 1))
      g_array_index (days, MarchDay, n_days++) = g_array_index (days, MarchDay, i);
  g_array_set_size (days, n_days);
  return days;
}

/**
 * march_sweep:
 * @question: its day counts for nothing
 *
 * Asks @question for each stretch of the timeline between days on which a colour may change, in
 * order. Neighbouring stretches may have the same answer.
 */
void
march_sweep (MarchCorpus         *corpus,
             const MarchQuestion *question,
             MarchSweepFunc       visit,
             gpointer             data)
{
  g_autoptr (GArray) days = march_sweep_list_days (corpus);
  MarchDay           beyond = march_corpus_get_facts (corpus)->last + 1;

  for (guint i = 0; i < days->len; i++)
    {
      MarchQuestion             asked = *question;
      g_autoptr (MarchSnapshot) snapshot = NULL;

      asked.as_of = g_array_index (days, MarchDay, i);
      snapshot = march_snapshot_new (corpus, &asked);
      visit (snapshot, asked.as_of,
             i + 1 < days->len ? g_array_index (days, MarchDay, i + 1) : beyond, data);
    }
}
