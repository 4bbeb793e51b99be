/* march-comparison.h — what land each holder gained and lost between two days by one source,
 * or what two sources disagree on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-area-units.h"
#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchComparedLand:
 * @gained: polygons; none if nothing was
 * @lost: polygons
 */
typedef struct
{
  const MarchActor *holder;
  MarchGeometry    *gained;
  MarchGeometry    *lost;
} MarchComparedLand;

/**
 * MarchComparedRow:
 * @place: a unit; of the whole, wherever it lies, %NULL
 * @gained: square metres that @holder has on the second day, or by the other source, alone
 * @lost: square metres that @holder had on the first day, or by the first source, alone
 */
typedef struct
{
  const MarchPlace *place;
  const MarchActor *holder;
  double            gained;
  double            lost;
} MarchComparedRow;

/**
 * MarchComparison:
 * @from: the first day
 * @to: the second day
 * @source: (nullable): whose areas; %NULL: there are none
 * @other: (nullable): whose areas they are held against, of the same day; %NULL: of two days by
 *   @source
 * @lands: (element-type MarchComparedLand): of each holder that both days, or sources, tell of
 * @rows: (element-type MarchComparedRow): by holder: the units with a difference, then the whole
 * @untold: (nullable): a sentence why there is nothing to compare
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchComparison, march_comparison_unref)

G_END_DECLS
