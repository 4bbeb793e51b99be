/* march-snapshot-finding.c — from a study of a place to what is told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#include <string.h>

static void
free_hold (gpointer data)
{
  MarchHold *hold = data;

  g_ptr_array_unref (hold->assertions);
  g_ptr_array_unref (hold->shares);
  g_clear_pointer (&hold->area, march_geometry_unref);
  g_free (hold);
}

static void
free_own (gpointer data)
{
  MarchOwn *own = data;

  g_ptr_array_unref (own->assertions);
  g_free (own);
}

/* The area of the hold on the day: of the first report that has one, its latest. */
static MarchGeometry *
dup_area (const MarchAccount *account, MarchDay day)
{
  const MarchControlArea *found = NULL;

  for (guint i = 0; i < account->reports->len && found == NULL; i++)
    {
      const MarchReport *report = g_ptr_array_index (account->reports, i);

      if (report->assertion == NULL || report->inherited_from != NULL)
        continue;
      for (guint j = 0; j < report->assertion->areas->len; j++)
        {
          const MarchControlArea *area = g_ptr_array_index (report->assertion->areas, j);

          if (march_period_at (&area->period, day) != MARCH_CERTAINTY_NONE
              && (found == NULL || area->period.from_latest > found->period.from_latest))
            found = area;
        }
    }
  return found != NULL ? march_geometry_ref (found->geometry) : NULL;
}

static MarchHold *
hold_new (MarchSnapshot *snapshot, const MarchAccount *account)
{
  const MarchReport *head = march_account_get_head (account);
  MarchHold         *hold = g_new0 (MarchHold, 1);
  MarchDay           day = snapshot->question.as_of;

  hold->actor = head->actor;
  hold->extent = head->extent;
  hold->basis = head->basis;
  hold->certainty = head->certainty;
  hold->against_interest = head->against_interest;
  hold->observed = head->observed;
  hold->last_reported =
      head->observed != MARCH_DAY_MAX
      && day - head->observed > (MarchDay) march_corpus_get_facts (snapshot->corpus)->carry_days;
  hold->inherited_from = head->inherited_from;
  hold->area = dup_area (account, day);
  hold->by_area = head->area != NULL;
  hold->assertions = g_ptr_array_new ();
  hold->shares = g_ptr_array_new ();
  for (guint i = 0; i < account->reports->len; i++)
    {
      const MarchReport *report = g_ptr_array_index (account->reports, i);

      if (report->assertion != NULL)
        g_ptr_array_add (hold->assertions, (gpointer) report->assertion);
      else
        g_ptr_array_add (hold->shares, (gpointer) report->area);
    }
  return hold;
}

/* A hold of nothing decides, but there is nothing to draw. */
static gboolean
is_drawn (const MarchAccount *account)
{
  return account->decides && march_account_get_head (account)->extent != MARCH_EXTENT_NONE;
}

static void
add_holds (MarchSnapshot *snapshot, const MarchStudy *study, MarchFinding *finding)
{
  for (guint i = 0; i < study->accounts->len; i++)
    if (is_drawn (g_ptr_array_index (study->accounts, i)))
      g_ptr_array_add (finding->holds, hold_new (snapshot, g_ptr_array_index (study->accounts, i)));
  finding->n_deciding = finding->holds->len;
  for (guint i = 0; i < study->accounts->len; i++)
    if (!is_drawn (g_ptr_array_index (study->accounts, i)))
      g_ptr_array_add (finding->holds, hold_new (snapshot, g_ptr_array_index (study->accounts, i)));
}

/* The start of an interval as its text has it; "" where it is open or not known. */
static const char *
get_since (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  g_autofree char *start = g_strndup (assertion->valid, strcspn (assertion->valid, "/"));

  return g_string_chunk_insert_const (snapshot->dates, g_str_equal (start, "..") ? "" : start);
}

/* The entry of that claimant, an aspiration apart from a claim. */
static MarchOwn *
find_own (GPtrArray *owns, const MarchAssertion *claim)
{
  for (guint i = 0; i < owns->len; i++)
    {
      MarchOwn *own = g_ptr_array_index (owns, i);

      if (own->actor == claim->actor
          && (own->basis == MARCH_CLAIM_ASPIRATION) == (claim->basis == MARCH_CLAIM_ASPIRATION))
        return own;
    }
  return NULL;
}

static void
add_owns (MarchSnapshot *snapshot, const MarchStudy *study, MarchFinding *finding)
{
  for (guint i = 0; i < study->demands->len; i++)
    {
      const MarchDemand    *demand = &g_array_index (study->demands, MarchDemand, i);
      const MarchAssertion *claim = demand->assertion;
      MarchOwn             *own = find_own (finding->owns, claim);

      if (own == NULL)
        {
          own = g_new0 (MarchOwn, 1);
          own->actor = claim->actor;
          own->basis = claim->basis;
          own->certainty = demand->certainty;
          own->inherited_from = demand->inherited_from;
          own->assertions = g_ptr_array_new ();
          g_ptr_array_add (finding->owns, own);
        }
      g_ptr_array_add (own->assertions, (gpointer) claim);
    }
  for (guint i = 0; i < finding->owns->len; i++)
    {
      MarchOwn *own = g_ptr_array_index (finding->owns, i);

      own->first = march_study_find_first_claim (snapshot, study, own);
      own->since = get_since (snapshot, own->first);
    }
}

/* Whether the actor is, or belongs to, the state inside whose recognised border the place lies. */
static gboolean
is_of_state (const MarchStudy *study, const MarchActor *actor, MarchDay day)
{
  const MarchPeriod today = { day, day, day + 1, day + 1 };

  return study->state != NULL && march_actor_belongs_to (actor, study->state, &today);
}

static gboolean
is_disputed (const MarchStudy *study, MarchDay day)
{
  for (guint i = 0; i < study->reports->len; i++)
    {
      const MarchReport *report = &g_array_index (study->reports, MarchReport, i);

      if (report->extent != MARCH_EXTENT_NONE
          && !is_of_state (study, report->actor, day))
        return TRUE;
    }
  for (guint i = 0; i < study->demands->len; i++)
    if (!is_of_state (study, g_array_index (study->demands, MarchDemand, i).assertion->actor, day))
      return TRUE;
  return FALSE;
}

static void
add_evidence (MarchSnapshot *snapshot, const MarchAssertion *assertion, GHashTable *quotations)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, i);

      if (march_snapshot_is_evidence_known (snapshot, evidence))
        g_hash_table_add (quotations, (gpointer) evidence->quotation);
    }
}

static void
add_all_evidence (MarchSnapshot *snapshot, GPtrArray *assertions, GHashTable *quotations)
{
  for (guint i = 0; i < assertions->len; i++)
    add_evidence (snapshot, g_ptr_array_index (assertions, i), quotations);
}

/* What is told beside a colour: values, figures, events and positions, whenever they are of. */
static void
add_other_evidence (MarchSnapshot *snapshot, const MarchPlace *place, GHashTable *quotations)
{
  g_autoptr (GPtrArray) assertions = march_corpus_list_assertions_of (snapshot->corpus, place);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->kind != MARCH_KIND_CONTROL && assertion->kind != MARCH_KIND_CLAIM
          && assertion->kind != MARCH_KIND_THESIS && march_snapshot_is_known (snapshot, assertion))
        add_evidence (snapshot, assertion, quotations);
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer positions)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (positions, *(gpointer const *) a));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (positions, *(gpointer const *) b));

  return (first > second) - (first < second);
}

static void
collect_quotations (MarchSnapshot *snapshot, MarchFinding *finding)
{
  g_autoptr (GHashTable) quotations = g_hash_table_new (NULL, NULL);
  GHashTableIter         iter;
  gpointer               quotation;

  for (guint i = 0; i < finding->holds->len; i++)
    add_all_evidence (snapshot, ((MarchHold *) g_ptr_array_index (finding->holds, i))->assertions,
                      quotations);
  for (guint i = 0; i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      add_all_evidence (snapshot, own->assertions, quotations);
      add_evidence (snapshot, own->first, quotations);
    }
  for (guint i = 0; i < finding->conflicts->len; i++)
    {
      const MarchConflict *conflict = g_ptr_array_index (finding->conflicts, i);

      add_evidence (snapshot, conflict->a, quotations);
      add_evidence (snapshot, conflict->b, quotations);
    }
  for (guint i = 0; i < finding->area_conflicts->len; i++)
    {
      const MarchAreaConflict *conflict = g_ptr_array_index (finding->area_conflicts, i);

      if (conflict->assertion != NULL)
        add_evidence (snapshot, conflict->assertion, quotations);
    }
  add_other_evidence (snapshot, finding->place, quotations);

  g_hash_table_iter_init (&iter, quotations);
  while (g_hash_table_iter_next (&iter, &quotation, NULL))
    g_ptr_array_add (finding->quotations, quotation);
  g_ptr_array_sort_with_data (finding->quotations, compare_positions, snapshot->corpus->positions);
}

/* What is told of a place. Where nobody disputes it, who holds and claims it is left out: it is
 * plain land of its state. */
MarchFinding *
march_finding_new (MarchSnapshot *snapshot, const MarchStudy *study)
{
  MarchFinding *finding = g_new0 (MarchFinding, 1);

  finding->place = study->place;
  finding->recognised = study->state;
  finding->disputed_parts = g_ptr_array_new ();
  finding->holds = g_ptr_array_new_with_free_func (free_hold);
  finding->owns = g_ptr_array_new_with_free_func (free_own);
  finding->conflicts = g_ptr_array_new_with_free_func (g_free);
  finding->area_conflicts = g_ptr_array_new_with_free_func (g_free);
  finding->quotations = g_ptr_array_new ();
  finding->control_on_record = study->reports->len > 0;
  finding->disputed = is_disputed (study, snapshot->question.as_of);
  if (finding->disputed)
    {
      add_holds (snapshot, study, finding);
      add_owns (snapshot, study, finding);
      march_study_find_control_conflicts (study, finding->conflicts, finding->area_conflicts);
    }
  march_study_find_claim_conflicts (study, finding->conflicts);
  march_snapshot_find_figure_conflicts (snapshot, study->place, finding->conflicts);

  if (!finding->disputed)
    finding->state = MARCH_STATE_UNDISPUTED;
  else
    finding->state = finding->n_deciding > 0 ? MARCH_STATE_HELD : MARCH_STATE_SILENT;
  collect_quotations (snapshot, finding);
  return finding;
}

void
march_finding_free (MarchFinding *finding)
{
  g_ptr_array_unref (finding->holds);
  g_ptr_array_unref (finding->owns);
  g_ptr_array_unref (finding->conflicts);
  g_ptr_array_unref (finding->area_conflicts);
  g_ptr_array_unref (finding->quotations);
  g_ptr_array_unref (finding->disputed_parts);
  g_free (finding);
}
