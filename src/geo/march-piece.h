/* march-piece.h — land with the days through which one holder held it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"
#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchPiece:
 * @area: one polygon, its points on the grid of march-grid.h
 * @from: the first day on which it is held
 * @until: the first day on which it no longer is, or #MARCH_DAY_MAX if no day says so
 *
 * Immutable and counted atomically, so it may cross threads.
 */
typedef struct
{
  gatomicrefcount references;
  MarchGeometry  *area;
  MarchDay        from;
  MarchDay        until;
} MarchPiece;

MarchPiece *march_piece_new   (MarchGeometry *area, MarchDay from, MarchDay until);
MarchPiece *march_piece_ref   (MarchPiece *piece);
void        march_piece_unref (MarchPiece *piece);

/**
 * MarchBlank:
 * @from: the first day of which nothing is known
 * @until: the day after the last, or #MARCH_DAY_MAX
 *
 * Days on which the source says nothing, which is not the same as "no land".
 */
typedef struct
{
  MarchDay from;
  MarchDay until;
} MarchBlank;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPiece, march_piece_unref)

G_END_DECLS
