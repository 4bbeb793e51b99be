/* march-gains.c — what land is gained and lost between two days */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-gains.h"

#include "geo/march-overlap.h"
#include "geo/march-rings-private.h"

static gboolean
holds_on (const MarchPiece *piece, MarchDay day)
{
  return day >= piece->from && day < piece->until;
}

/* The pieces that are held on @day and not on @other, as one land. */
static MarchGeometry *
gather (MarchHoldings *holdings, MarchDay day, MarchDay other)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (MarchGridEdge));

  for (guint i = 0; i < march_holdings_get_n_pieces (holdings); i++)
    {
      const MarchPiece *piece = march_holdings_get_piece (holdings, i);

      if (holds_on (piece, day) && !holds_on (piece, other))
        march_rings_add_area (edges, piece->area);
    }
  march_rings_cancel (edges);
  return march_rings_to_area (edges);
}

/* What was held through both days is in none of @old and @new; what was lost between them and won
 * back as another piece is in both. */
static gboolean
split (MarchGeometry *old, MarchGeometry *new, MarchGeometry **gained, MarchGeometry **lost,
       GError **error)
{
  g_autoptr (MarchGeometry) won = NULL;
  g_autoptr (MarchGeometry) given = NULL;

  won = march_land_subtract (new, old, error);
  if (won == NULL)
    return FALSE;
  given = march_land_subtract (old, new, error);
  if (given == NULL)
    return FALSE;
  *gained = g_steal_pointer (&won);
  *lost = g_steal_pointer (&given);
  return TRUE;
}

/**
 * march_gains_find:
 * @before: the holdings on the first day
 * @from: that day, which is known
 * @after: the holdings on the second day, mostly the same
 * @to: that day, which is known
 * @gained: (out): polygons that are held on @to and not on @from
 * @lost: (out): polygons that are held on @from and not on @to
 * @error: as for march_holdings_get_area(), or %MARCH_ERROR_FAILED if GEOS can't cope with it
 *
 * Of one holdings only the pieces that one of the days alone has are looked at. For any thread.
 *
 * Returns: whether it could be computed
 */
gboolean
march_gains_find (MarchHoldings  *before,
                  MarchDay        from,
                  MarchHoldings  *after,
                  MarchDay        to,
                  MarchGeometry **gained,
                  MarchGeometry **lost,
                  GError        **error)
{
  g_autoptr (MarchGeometry) old = NULL;
  g_autoptr (MarchGeometry) new = NULL;

  if (before == after)
    {
      old = gather (before, from, to);
      new = gather (after, to, from);
    }
  /* The borders of some of a day's pieces close if those of all do. */
  if (old == NULL)
    old = march_holdings_get_area (before, from, error);
  if (old == NULL)
    return FALSE;
  if (new == NULL)
    new = march_holdings_get_area (after, to, error);
  return new != NULL && split (old, new, gained, lost, error);
}
