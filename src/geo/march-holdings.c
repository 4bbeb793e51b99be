/* march-holdings.c — the land of one holder by one source, day by day, as pieces with intervals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-holdings.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "geo/march-rings-private.h"

/* A day on which a piece begins or ends to be held. */
typedef struct
{
  MarchDay    day;
  MarchPiece *piece;
} Turn;

struct _MarchHoldings
{
  gatomicrefcount references;
  GPtrArray      *pieces; /* of MarchPiece */
  GArray         *turns;  /* of Turn, in their order */
  GArray         *blanks; /* of MarchBlank */
};

typedef MarchGeometry *(*Assemble) (GArray *edges);

static int
compare_turns (const void *a, const void *b)
{
  const Turn *p = a, *q = b;

  return (p->day > q->day) - (p->day < q->day);
}

static GArray *
list_turns (GPtrArray *pieces)
{
  GArray *turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), 2 * pieces->len);

  for (guint i = 0; i < pieces->len; i++)
    {
      MarchPiece *piece = g_ptr_array_index (pieces, i);
      const Turn  both[2] = { { piece->from, piece }, { piece->until, piece } };

      g_array_append_vals (turns, both, 2);
    }
  g_array_sort (turns, compare_turns);
  return turns;
}

/**
 * march_holdings_new:
 * @pieces: (element-type MarchPiece): pieces as #MarchHoldingsBuilder made them, in any order; a
 * reference of each is taken
 * @blanks: (array length=n_blanks) (nullable): the days of which nothing is known
 * @n_blanks: how many
 *
 * Returns: (transfer full): the holdings
 */
MarchHoldings *
march_holdings_new (GPtrArray *pieces, const MarchBlank *blanks, guint n_blanks)
{
  MarchHoldings *holdings = g_new0 (MarchHoldings, 1);

  g_atomic_ref_count_init (&holdings->references);
  holdings->pieces = g_ptr_array_new_full (pieces->len, (GDestroyNotify) march_piece_unref);
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (holdings->pieces, march_piece_ref (g_ptr_array_index (pieces, i)));
  holdings->turns = list_turns (pieces);
  holdings->blanks = g_array_new (FALSE, FALSE, sizeof (MarchBlank));
  if (n_blanks > 0)
    g_array_append_vals (holdings->blanks, blanks, n_blanks);
  return holdings;
}

/**
 * march_holdings_ref:
 * @holdings: holdings
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @holdings
 */
MarchHoldings *
march_holdings_ref (MarchHoldings *holdings)
{
  g_atomic_ref_count_inc (&holdings->references);
  return holdings;
}

/**
 * march_holdings_unref:
 * @holdings: (nullable) (transfer full): holdings
 *
 * May be called in any thread.
 */
void
march_holdings_unref (MarchHoldings *holdings)
{
  if (holdings == NULL || !g_atomic_ref_count_dec (&holdings->references))
    return;
  g_ptr_array_unref (holdings->pieces);
  g_array_unref (holdings->turns);
  g_array_unref (holdings->blanks);
  g_free (holdings);
}

/**
 * march_holdings_get_n_pieces:
 * @holdings: holdings
 *
 * Returns: how many pieces there are on all days together
 */
guint
march_holdings_get_n_pieces (MarchHoldings *holdings)
{
  return holdings->pieces->len;
}

/**
 * march_holdings_get_piece:
 * @holdings: holdings
 * @index: counted from 0
 *
 * Returns: (transfer none): one piece
 */
MarchPiece *
march_holdings_get_piece (MarchHoldings *holdings, guint index)
{
  g_return_val_if_fail (index < holdings->pieces->len, NULL);
  return g_ptr_array_index (holdings->pieces, index);
}

/**
 * march_holdings_get_blanks:
 * @holdings: holdings
 * @n_blanks: (out): how many
 *
 * Returns: (transfer none) (array length=n_blanks): the days of which nothing is known
 */
const MarchBlank *
march_holdings_get_blanks (MarchHoldings *holdings, guint *n_blanks)
{
  *n_blanks = holdings->blanks->len;
  return (const void *) holdings->blanks->data;
}

/**
 * march_holdings_is_known:
 * @holdings: holdings
 * @day: a day
 *
 * Returns: whether @day is in none of the blanks
 */
gboolean
march_holdings_is_known (MarchHoldings *holdings, MarchDay day)
{
  for (guint i = 0; i < holdings->blanks->len; i++)
    {
      const MarchBlank *blank = &g_array_index (holdings->blanks, MarchBlank, i);

      if (day >= blank->from && day < blank->until)
        return FALSE;
    }
  return TRUE;
}

static void
add_bounds (GArray *days, MarchDay from, MarchDay until)
{
  if (from != MARCH_DAY_MIN)
    g_array_append_val (days, from);
  if (until != MARCH_DAY_MAX)
    g_array_append_val (days, until);
}

/**
 * march_holdings_list_changes:
 * @holdings: holdings
 *
 * Returns: (transfer full) (element-type MarchDay): the days on which land is gained or lost or a
 * blank begins or ends, in their order, each once
 */
GArray *
march_holdings_list_changes (MarchHoldings *holdings)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  guint   n_days = 0;

  for (guint i = 0; i < holdings->pieces->len; i++)
    {
      const MarchPiece *piece = g_ptr_array_index (holdings->pieces, i);

      add_bounds (days, piece->from, piece->until);
    }
  for (guint i = 0; i < holdings->blanks->len; i++)
    {
      const MarchBlank *blank = &g_array_index (holdings->blanks, MarchBlank, i);

      add_bounds (days, blank->from, blank->until);
    }
  g_array_sort (days, march_day_compare);
  for (guint i = 0; i < days->len; i++)
    if (n_days == 0
        || g_array_index (days, MarchDay, i) != g_array_index (days, MarchDay, n_days - 1))
      g_array_index (days, MarchDay, n_days++) = g_array_index (days, MarchDay, i);
  g_array_set_size (days, n_days);
  return days;
}

static gboolean
holds (const MarchPiece *piece, MarchDay day)
{
  return day >= piece->from && day < piece->until;
}

/**
 * march_holdings_list_pieces:
 * @holdings: holdings
 * @day: a day
 *
 * Returns: (transfer full) (element-type MarchPiece): the pieces held on @day; none on a day of
 * which nothing is known
 */
GPtrArray *
march_holdings_list_pieces (MarchHoldings *holdings, MarchDay day)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);

  if (!march_holdings_is_known (holdings, day))
    return pieces;
  for (guint i = 0; i < holdings->pieces->len; i++)
    {
      MarchPiece *piece = g_ptr_array_index (holdings->pieces, i);

      if (holds (piece, day))
        g_ptr_array_add (pieces, march_piece_ref (piece));
    }
  return pieces;
}

/* Of the turns in their order the first after @day. */
static guint
find_turn (const GArray *turns, MarchDay day)
{
  guint low = 0, high = turns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (turns, Turn, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_turned (MarchHoldings *holdings, MarchDay early, MarchDay late, GPtrArray *pieces)
{
  for (guint i = find_turn (holdings->turns, early); i < holdings->turns->len; i++)
    {
      const Turn *turn = &g_array_index (holdings->turns, Turn, i);

      if (turn->day > late)
        return;
      /* One that begins and ends in between is held on neither day. */
      if (holds (turn->piece, early) != holds (turn->piece, late))
        g_ptr_array_add (pieces, march_piece_ref (turn->piece));
    }
}

/**
 * march_holdings_list_turned:
 * @holdings: holdings
 * @one: a day
 * @other: a day, before or after it
 *
 * What there is to do to get from one day's land to another's: for neighbouring days a few small
 * pieces, found without looking at the others.
 *
 * Returns: (transfer full) (element-type MarchPiece): the pieces that are held on only one of both
 * days; nothing is held on a day of which nothing is known
 */
GPtrArray *
march_holdings_list_turned (MarchHoldings *holdings, MarchDay one, MarchDay other)
{
  const gboolean first = march_holdings_is_known (holdings, one),
                 second = march_holdings_is_known (holdings, other);
  GPtrArray *pieces;

  if (first != second)
    return march_holdings_list_pieces (holdings, first ? one : other);
  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  if (first)
    add_turned (holdings, MIN (one, other), MAX (one, other), pieces);
  return pieces;
}

static MarchGeometry *
assemble (MarchHoldings *holdings, MarchDay day, Assemble make, GError **error)
{
  g_autoptr (GPtrArray) pieces = march_holdings_list_pieces (holdings, day);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (MarchGridEdge));
  g_autofree char *iso = NULL;
  MarchGeometry   *result;

  for (guint i = 0; i < pieces->len; i++)
    march_rings_add_area (edges, ((const MarchPiece *) g_ptr_array_index (pieces, i))->area);
  march_rings_cancel (edges);
  result = make (edges);
  if (result == NULL)
    {
      iso = march_day_to_iso (day);
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("The pieces of land that are held on %s don't fit together: their borders "
                      "were "
                      "changed, and don't close any more. Import the areas again."),
                   iso);
    }
  return result;
}

/**
 * march_holdings_get_area:
 * @holdings: holdings
 * @day: a day
 * @error: %MARCH_ERROR_DAMAGED if the borders of the pieces don't close
 *
 * Puts the pieces of @day together. That is the area that was stated, repaired and on the grid, but
 * for points on its border where pieces meet. For any thread.
 *
 * Returns: (transfer full) (nullable): polygons, none if no land is held or nothing is known
 */
MarchGeometry *
march_holdings_get_area (MarchHoldings *holdings, MarchDay day, GError **error)
{
  return assemble (holdings, day, march_rings_to_area, error);
}

/**
 * march_holdings_get_outline:
 * @holdings: holdings
 * @day: a day
 * @error: as for march_holdings_get_area()
 *
 * The borders that have held land on one side alone on @day: none between pieces that are both
 * held. For any thread.
 *
 * Returns: (transfer full) (nullable): closed lines with the land on their left
 */
MarchGeometry *
march_holdings_get_outline (MarchHoldings *holdings, MarchDay day, GError **error)
{
  return assemble (holdings, day, march_rings_to_outline, error);
}
