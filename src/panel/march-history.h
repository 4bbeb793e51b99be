/* march-history.h — who holds a place and who says it owns it, over the whole time of a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "asof/march-snapshot.h"
#include "render/march-legend.h"

G_BEGIN_DECLS

/**
 * MarchStretch:
 * @from: its first day
 * @until: the day after its last
 * @dated: when that is so, in the words of the dates that the assertions give; "" if none does
 * @entry: what the map draws through all of it; its words say so
 * @quotations: (element-type MarchQuotation): what it rests on
 */
typedef struct
{
  MarchDay          from;
  MarchDay          until;
  char             *dated;
  MarchLegendEntry *entry;
  GPtrArray        *quotations;
} MarchStretch;

char *march_stretch_describe       (const MarchStretch *stretch);
char *march_stretch_describe_years (const MarchStretch *stretch);

/**
 * MarchLane:
 * @actor: a claimant; NULL in the lane of control
 * @stretches: (element-type MarchStretch): by time, without overlaps
 */
typedef struct
{
  const MarchActor *actor;
  GPtrArray        *stretches;
} MarchLane;

/**
 * MarchHistory:
 * @corpus: whose records the lanes name
 * @first: the dossier's first day
 * @last: its last day
 * @lanes: (element-type MarchLane): control first, then each claimant
 */
typedef struct
{
  MarchCorpus *corpus;
  MarchDay     first;
  MarchDay     last;
  GPtrArray   *lanes;
} MarchHistory;

MarchHistory *march_history_new (MarchCorpus         *corpus,
                                 const MarchQuestion *question,
                                 const MarchPlace    *place,
                                 GCancellable        *cancellable);
void          march_history_free       (MarchHistory *history);
void          march_history_new_async (MarchCorpus         *corpus,
                                       const MarchQuestion *question,
                                       const MarchPlace    *place,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
MarchHistory *march_history_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchHistory, march_history_free)

G_END_DECLS
