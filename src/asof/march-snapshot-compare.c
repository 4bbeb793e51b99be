/* march-snapshot-compare.c — whether two answers look the same on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/* Whether the labels of two old reports give one date. */
static gboolean
equal_dates (const MarchHold *a, const MarchHold *b)
{
  g_autofree char *one = march_hold_dup_report_date (a), *other = march_hold_dup_report_date (b);

  return g_str_equal (one, other);
}

/* Another shape is of another size; with @any_size only which area it is counts. */
static gboolean
equal_shares (const MarchHold *a, const MarchHold *b, gboolean any_size)
{
  const MarchAreaShare *one = march_hold_get_share (a), *other = march_hold_get_share (b);

  if (one == NULL || other == NULL)
    return one == other;
  return one->area_import == other->area_import && (any_size || one->km2 == other->km2)
         && one->point == other->point && one->further == other->further;
}

static gboolean
equal_holds (const MarchHold *a, const MarchHold *b, gboolean any_size)
{
  return a->actor == b->actor && a->extent == b->extent && a->basis == b->basis
         && a->certainty == b->certainty && a->last_reported == b->last_reported
         && (!a->last_reported || equal_dates (a, b)) && a->area == b->area
         && a->by_area == b->by_area && equal_shares (a, b, any_size);
}

static gboolean
equal_owns (const MarchOwn *a, const MarchOwn *b)
{
  return a->actor == b->actor && a->certainty == b->certainty
         && (a->basis == MARCH_CLAIM_ASPIRATION) == (b->basis == MARCH_CLAIM_ASPIRATION);
}

/**
 * march_finding_disagrees:
 *
 * Returns: whether sources disagree about the place and the analyst hasn't settled it: the map
 * shows a badge
 */
gboolean
march_finding_disagrees (const MarchFinding *finding)
{
  for (guint i = 0; i < finding->conflicts->len; i++)
    if (!((const MarchConflict *) g_ptr_array_index (finding->conflicts, i))->settled)
      return TRUE;
  for (guint i = 0; i < finding->area_conflicts->len; i++)
    if (!((const MarchAreaConflict *) g_ptr_array_index (finding->area_conflicts, i))->settled)
      return TRUE;
  return FALSE;
}

/* Whether anybody but @actor holds the place or has a claim to it, for certain or only perhaps. */
static gboolean
has_rival (const MarchFinding *finding, const MarchActor *actor, MarchCertainty certainty)
{
  for (guint i = 0; i < finding->holds->len; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      if (hold->actor != NULL && hold->actor != actor && hold->extent != MARCH_EXTENT_NONE
          && hold->certainty == certainty)
        return TRUE;
    }
  for (guint i = 0; i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      if (own->actor != NULL && own->actor != actor && own->certainty == certainty)
        return TRUE;
    }
  return FALSE;
}

/**
 * march_finding_has_only_possible_rivals:
 * @actor: who says that the place is theirs
 *
 * Of all holds, drawn or not. The recognised state is always a rival.
 *
 * Returns: whether it is only possible that anybody else holds or claims the place: then the
 * owner's claim has no hatch, which would say that the dispute is certain
 */
gboolean
march_finding_has_only_possible_rivals (const MarchFinding *finding, const MarchActor *actor)
{
  return (finding->recognised == NULL || finding->recognised == actor)
         && has_rival (finding, actor, MARCH_CERTAINTY_POSSIBLE)
         && !has_rival (finding, actor, MARCH_CERTAINTY_CERTAIN);
}

/* Holds that aren't drawn tell too whether an owner's claim is. */
static gboolean
equal_all_owns (const MarchFinding *a, const MarchFinding *b)
{
  for (guint i = 0; i < a->owns->len; i++)
    {
      const MarchOwn *one = g_ptr_array_index (a->owns, i),
                     *other = g_ptr_array_index (b->owns, i);

      if (!equal_owns (one, other)
          || march_finding_has_only_possible_rivals (a, one->actor)
                 != march_finding_has_only_possible_rivals (b, other->actor))
        return FALSE;
    }
  return TRUE;
}

/* That nothing is quoted of a place is drawn too. */
static gboolean
equal_findings (const MarchFinding *a, const MarchFinding *b, gboolean any_size)
{
  if (a->state != b->state || a->n_deciding != b->n_deciding || a->owns->len != b->owns->len
      || march_finding_disagrees (a) != march_finding_disagrees (b)
      || (a->quotations->len == 0) != (b->quotations->len == 0))
    return FALSE;
  for (guint i = 0; i < a->n_deciding; i++)
    if (!equal_holds (g_ptr_array_index (a->holds, i), g_ptr_array_index (b->holds, i), any_size))
      return FALSE;
  return equal_all_owns (a, b);
}

/**
 * march_finding_equal_drawing:
 *
 * Returns: whether both findings, of the same place, are drawn the same way
 */
gboolean
march_finding_equal_drawing (const MarchFinding *a, const MarchFinding *b)
{
  return equal_findings (a, b, FALSE);
}

/**
 * march_finding_equal_symbols:
 *
 * Returns: whether both findings, of the same place, are drawn the same way but for where imported
 * areas begin and end; march_holdings_list_turned() tells that
 */
gboolean
march_finding_equal_symbols (const MarchFinding *a, const MarchFinding *b)
{
  return equal_findings (a, b, TRUE);
}

/**
 * march_snapshot_equal_drawing:
 *
 * Returns: whether both snapshots, of one corpus, are drawn the same way; %FALSE for those of two
 */
gboolean
march_snapshot_equal_drawing (MarchSnapshot *a, MarchSnapshot *b)
{
  GPtrArray *places = march_corpus_get_places (a->corpus);

  if (a->corpus != b->corpus)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (!march_finding_equal_drawing (march_snapshot_get_finding (a, place),
                                        march_snapshot_get_finding (b, place)))
        return FALSE;
    }
  return march_snapshot_equal_points (a, b);
}
