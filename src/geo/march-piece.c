/* march-piece.c — land with the days through which one holder held it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-piece.h"

/**
 * march_piece_new:
 * @area: one polygon
 * @from: the first day on which it is held
 * @until: a later day, the first on which it is not, or #MARCH_DAY_MAX
 *
 * Returns: (transfer full): a piece
 */
MarchPiece *
march_piece_new (MarchGeometry *area, MarchDay from, MarchDay until)
{
  MarchPiece *piece = g_new0 (MarchPiece, 1);

  g_atomic_ref_count_init (&piece->references);
  piece->area = march_geometry_ref (area);
  piece->from = from;
  piece->until = until;
  return piece;
}

/**
 * march_piece_ref:
 * @piece: a piece
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @piece
 */
MarchPiece *
march_piece_ref (MarchPiece *piece)
{
  g_atomic_ref_count_inc (&piece->references);
  return piece;
}

/**
 * march_piece_unref:
 * @piece: (nullable) (transfer full): a piece
 *
 * May be called in any thread.
 */
void
march_piece_unref (MarchPiece *piece)
{
  if (piece == NULL || !g_atomic_ref_count_dec (&piece->references))
    return;
  march_geometry_unref (piece->area);
  g_free (piece);
}
