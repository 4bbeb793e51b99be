/* march-snapshot-conflict.c — what can't be true together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#include <math.h>

#define BIT(extent) (1u << MARCH_EXTENT_##extent)
#define VAGUE (BIT (NOT_WHOLE) | BIT (NOT_STATED))

/* Whether one actor's hold of a place can be both. */
gboolean
march_extents_agree (MarchExtent a, MarchExtent b)
{
  static const guint agreeing[] = {
    [MARCH_EXTENT_WHOLE] = BIT (WHOLE) | BIT (NOT_STATED),
    [MARCH_EXTENT_MOST] = BIT (MOST) | BIT (PART) | BIT (CONTESTED) | VAGUE,
    [MARCH_EXTENT_PART] = BIT (PART) | BIT (MOST) | BIT (FOOTHOLD) | BIT (CONTESTED) | VAGUE,
    [MARCH_EXTENT_FOOTHOLD] = BIT (FOOTHOLD) | BIT (PART) | BIT (CONTESTED) | VAGUE,
    [MARCH_EXTENT_NONE] = BIT (NONE) | BIT (NOT_WHOLE),
    [MARCH_EXTENT_CONTESTED] = BIT (CONTESTED) | BIT (MOST) | BIT (PART) | BIT (FOOTHOLD) | VAGUE,
    [MARCH_EXTENT_NOT_WHOLE] = ~BIT (WHOLE),
    [MARCH_EXTENT_NOT_STATED] = ~BIT (NONE),
  };

  return (agreeing[a] & 1u << b) != 0;
}

/* Whether two actors' shares of a place can add up: not two wholes, nor two mosts, nor a whole and
 * any. */
gboolean
march_extents_add_up (MarchExtent a, MarchExtent b)
{
  const guint nothing = BIT (NONE) | BIT (NOT_WHOLE);

  if (a == MARCH_EXTENT_WHOLE)
    return (nothing & 1u << b) != 0;
  if (b == MARCH_EXTENT_WHOLE)
    return (nothing & 1u << a) != 0;
  return a != MARCH_EXTENT_MOST || b != MARCH_EXTENT_MOST;
}

/* Of an area the day of its data. */
static MarchPeriod
get_period (const MarchReport *report)
{
  const MarchDay day = report->start;

  return report->assertion != NULL ? report->assertion->period
                                   : (MarchPeriod){ day, day, day + 1, day + 1 };
}

/* What an organ holds its state holds too. */
static gboolean
is_of_one_side (const MarchReport *a, const MarchReport *b)
{
  const MarchPeriod first = get_period (a), second = get_period (b);

  return march_actor_belongs_to (a->actor, b->actor, &first)
         || march_actor_belongs_to (b->actor, a->actor, &second);
}

/* What a holder says beyond what is assessed contradicts nothing that is said of that holder: it is
 * other land. */
static gboolean
goes_further (const MarchReport *a, const MarchReport *b)
{
  return a->actor == b->actor
         && ((a->area != NULL && a->area->further) || (b->area != NULL && b->area->further));
}

static gboolean
can_be_together (const MarchReport *a, const MarchReport *b)
{
  if (goes_further (a, b))
    return TRUE;
  if (a->certainty != MARCH_CERTAINTY_CERTAIN || b->certainty != MARCH_CERTAINTY_CERTAIN)
    return TRUE;
  return is_of_one_side (a, b)
             ? march_extents_agree (a->extent, b->extent)
             : march_extents_add_up (a->extent, b->extent);
}

static void
add_conflict (GPtrArray *conflicts, const MarchAssertion *a, const MarchAssertion *b)
{
  MarchConflict *conflict = g_new0 (MarchConflict, 1);

  conflict->a = a;
  conflict->b = b;
  conflict->settled = a->rank != b->rank;
  g_ptr_array_add (conflicts, conflict);
}

/* Where both go into one array of conflicts and where an area is one side into another. */
typedef struct
{
  GPtrArray *conflicts;
  GPtrArray *area_conflicts;
} Found;

static void
note_conflict (const Found *found, const MarchReport *a, const MarchReport *b)
{
  MarchAreaConflict *conflict;

  if (a->area == NULL && b->area == NULL)
    {
      add_conflict (found->conflicts, a->assertion, b->assertion);
      return;
    }
  conflict = g_new0 (MarchAreaConflict, 1);
  conflict->area = a->area != NULL ? a->area : b->area;
  conflict->assertion = a->assertion != NULL ? a->assertion : b->assertion;
  conflict->other = a->area != NULL ? b->area : NULL;
  conflict->settled = a->rank != b->rank;
  g_ptr_array_add (found->area_conflicts, conflict);
}

/* Tells of two accounts by the first pair of reports that can't be together; one pair shows the
 * disagreement. */
static void
compare_accounts (const MarchAccount *a, const MarchAccount *b, const Found *found)
{
  for (guint i = 0; i < a->reports->len; i++)
    for (guint j = 0; j < b->reports->len; j++)
      {
        const MarchReport *one = g_ptr_array_index (a->reports, i),
                          *other = g_ptr_array_index (b->reports, j);

        if (can_be_together (one, other))
          continue;
        note_conflict (found, one, other);
        return;
      }
}

/* A report that the analyst overruled stays beside the one that it contradicts. */
static void
compare_overruled (const MarchStudy *study, const MarchReport *overruled, const Found *found)
{
  for (guint i = 0; i < study->accounts->len; i++)
    {
      const MarchReport *head = march_account_get_head (g_ptr_array_index (study->accounts, i));

      if (!can_be_together (head, overruled))
        note_conflict (found, head, overruled);
    }
}

void
march_study_find_control_conflicts (const MarchStudy *study,
                                    GPtrArray        *conflicts,
                                    GPtrArray        *area_conflicts)
{
  const Found found = { conflicts, area_conflicts };

  for (guint i = 0; i < study->accounts->len; i++)
    for (guint j = i + 1; j < study->accounts->len; j++)
      compare_accounts (g_ptr_array_index (study->accounts, i),
                        g_ptr_array_index (study->accounts, j), &found);
  for (guint i = 0; i < study->overruled->len; i++)
    compare_overruled (study, &g_array_index (study->overruled, MarchReport, i), &found);
}

/* Somebody is said to claim the place itself and not to claim it. */
void
march_study_find_claim_conflicts (const MarchStudy *study, GPtrArray *conflicts)
{
  for (guint i = 0; i < study->own_demands->len; i++)
    for (guint j = i + 1; j < study->own_demands->len; j++)
      {
        const MarchDemand *a = &g_array_index (study->own_demands, MarchDemand, i),
                          *b = &g_array_index (study->own_demands, MarchDemand, j);

        if (a->assertion->actor == b->assertion->actor
            && a->assertion->polarity != b->assertion->polarity
            && a->certainty == MARCH_CERTAINTY_CERTAIN && b->certainty == MARCH_CERTAINTY_CERTAIN)
          add_conflict (conflicts, a->assertion, b->assertion);
      }
}

static double
get_low (const MarchAssertion *figure)
{
  return isnan (figure->low) ? -INFINITY : figure->low;
}

static double
get_high (const MarchAssertion *figure)
{
  return isnan (figure->high) ? INFINITY : figure->high;
}

/* Two periods that nobody states are not the same one. */
gboolean
march_figures_conflict (const MarchAssertion *a, const MarchAssertion *b)
{
  return *a->figure_period != '\0' && g_str_equal (a->figure_period, b->figure_period)
         && g_str_equal (a->quantity, b->quantity) && g_str_equal (a->unit, b->unit)
         && (get_high (a) < get_low (b) || get_high (b) < get_low (a));
}

/* Figures of the place for one quantity and period that leave each other no room. */
void
march_snapshot_find_figure_conflicts (MarchSnapshot    *snapshot,
                                      const MarchPlace *place,
                                      GPtrArray        *conflicts)
{
  g_autoptr (GPtrArray) assertions = march_corpus_list_assertions_of (snapshot->corpus, place);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *a = g_ptr_array_index (assertions, i);

      if (!march_snapshot_colours (snapshot, a, MARCH_KIND_FIGURE))
        continue;
      for (guint j = i + 1; j < assertions->len; j++)
        {
          const MarchAssertion *b = g_ptr_array_index (assertions, j);

          if (march_snapshot_colours (snapshot, b, MARCH_KIND_FIGURE)
              && march_figures_conflict (a, b))
            add_conflict (conflicts, a, b);
        }
    }
}
