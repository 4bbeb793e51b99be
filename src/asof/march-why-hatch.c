/* march-why-hatch.c — whether a claim is hatched, and why or why not */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-why-private.h"

#include <glib/gi18n.h>

/* What of a place a claimant may hatch. */
typedef struct
{
  gboolean          others;  /* others hold it, or some of it */
  gboolean          uneven;  /* not all of it is held by those who are said to hold it */
  const MarchActor *first;   /* of the bands; NULL: there are none */
  guint             n_bands;
} Ground;

/* Whether an area shows where it is held, rather than the whole place. */
static gboolean
has_area (const MarchHold *hold)
{
  const MarchAreaShare *share = march_hold_get_share (hold);

  return hold->area != NULL || (share != NULL && !share->point);
}

static void
add_band (Ground *ground, const MarchHold *hold)
{
  if (ground->first == NULL)
    {
      ground->first = hold->actor;
      ground->n_bands = 1;
      ground->uneven = hold->extent != MARCH_EXTENT_WHOLE
                       && hold->extent != MARCH_EXTENT_NOT_STATED;
    }
  else if (hold->actor != ground->first)
    ground->n_bands++;
}

static Ground
survey (const MarchFinding *finding, const MarchActor *actor)
{
  Ground ground = { FALSE };

  for (guint i = 0; i < finding->n_deciding; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);
      const gboolean   area = has_area (hold);

      if (hold->extent == MARCH_EXTENT_NONE || hold->actor == NULL)
        continue;
      if (hold->certainty != MARCH_CERTAINTY_CERTAIN
          && (march_hold_get_share (hold) == NULL || !area))
        continue; /* an outline at most */
      ground.others |= hold->actor != actor;
      if (!area)
        add_band (&ground, hold);
    }
  return ground;
}

/* Of land that the claimant holds as a whole there is nothing to hatch. */
static gboolean
holds_all (const MarchFinding *finding, const MarchActor *actor)
{
  const Ground ground = survey (finding, actor);

  return !ground.others && ground.first != NULL && !(ground.uneven && ground.n_bands == 1);
}

/* Whether anyone but @actor holds the place or says they own it, for certain or perhaps. */
static gboolean
has_rival (const MarchFinding *finding, const MarchActor *actor)
{
  for (guint i = 0; i < finding->holds->len; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      if (hold->actor != actor && hold->extent != MARCH_EXTENT_NONE)
        return TRUE;
    }
  for (guint i = 0; i < finding->owns->len; i++)
    if (((const MarchOwn *) g_ptr_array_index (finding->owns, i))->actor != actor)
      return TRUE;
  return FALSE;
}

/* The rule by which a claim to land is hatched or not. @hatched: (out): which of the two */
const char *
march_why_rule_of_hatch (const MarchFinding *finding, const MarchActor *actor, gboolean *hatched)
{
  *hatched = FALSE;
  if (march_finding_has_only_possible_rivals (finding, actor))
    return _("Others hold it or say they own it in some readings of their dates only: no hatch, "
             "which would say that the dispute is certain.");
  if (holds_all (finding, actor))
    return _("A claim to land that the claimant itself holds: no hatch over its own colour.");
  *hatched = TRUE;
  if (has_rival (finding, actor) || finding->recognised == actor)
    return _("A claim to land that another holds, says it holds or says it owns: a hatch in the "
             "claimant's pattern.");
  if (finding->recognised != NULL)
    return _("A claim to land inside another state’s recognised border: a hatch in the claimant’s "
             "pattern.");
  return _("A claim to what lies inside no recognised border: a hatch in the claimant’s pattern.");
}
