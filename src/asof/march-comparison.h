/* march-comparison.h — what land each holder gained and lost between two days by one source,
 * or what two sources disagree on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-area-history.h"
#include "asof/march-area-units.h"
#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchComparedLand:
 * @side: who holds it, and on whose word
 * @gained: polygons; none if nothing was
 * @lost: polygons
 */
typedef struct
{
  MarchAreaSide     side;
  MarchGeometry    *gained;
  MarchGeometry    *lost;
} MarchComparedLand;

/**
 * MarchComparedRow:
 * @place: a unit; of the whole, wherever it lies, %NULL
 * @side: who holds it, and on whose word
 * @gained: square metres that the holder has on the second day, or by the other source, alone
 * @lost: square metres that the holder had on the first day, or by the first source, alone
 * @turned: square metres of two days that were the holder's on both, but on the other word on the
 *   first: neither gained nor lost
 */
typedef struct
{
  const MarchPlace *place;
  MarchAreaSide     side;
  double            gained;
  double            lost;
  double            turned;
} MarchComparedRow;

/**
 * MarchComparison:
 * @from: the first day
 * @to: the second day
 * @source: (nullable): whose areas; %NULL: there are none
 * @other: (nullable): whose areas they are held against, of the same day; %NULL: of two days by
 *   @source
 * @lands: (element-type MarchComparedLand): of each side that both days, or sources, tell of
 * @rows: (element-type MarchComparedRow): by side: the units with a difference, then the whole
 * @untold: (nullable): a sentence why there is nothing to compare
 *
 * Between two days, land counts as held on whichever word it is: what turns from one word to the
 * other is neither gained nor lost. A word of which only one of the days tells adds nothing gained
 * or lost. Two sources are held against each other word by word.
 *
 * Immutable and counted atomically; it borrows places and actors from the snapshot, which it keeps.
 */
typedef struct
{
  gatomicrefcount    references;
  MarchSnapshot     *snapshot;
  MarchDay           from;
  MarchDay           to;
  const MarchSource *source;
  const MarchSource *other;
  GPtrArray         *lands;
  GArray            *rows;
  char              *untold;
} MarchComparison;

MarchComparison *march_comparison_new   (MarchSnapshot     *snapshot,
                                         const MarchSource *source,
                                         MarchDay           from,
                                         MarchDay           to,
                                         MarchAreaUnits    *units,
                                         GCancellable      *cancellable,
                                         GError           **error);
MarchComparison *march_comparison_new_of_sources (MarchSnapshot     *snapshot,
                                                  const MarchSource *source,
                                                  const MarchSource *other,
                                                  MarchAreaUnits    *units,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
MarchComparison *march_comparison_ref   (MarchComparison *comparison);
void             march_comparison_unref (MarchComparison *comparison);
char            *march_comparison_describe (MarchComparison *comparison);
char            *march_comparison_describe_apart (MarchComparison *comparison);
char            *march_comparison_describe_turned (MarchComparison *comparison);
gboolean         march_compared_row_differs (const MarchComparedRow *row);
char            *march_compared_row_describe_turned (const MarchComparedRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchComparison, march_comparison_unref)

G_END_DECLS
