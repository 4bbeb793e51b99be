/* march-holdings-builder.h — dated areas cut into pieces with intervals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-holdings.h"
#include "geo/march-repair.h"

G_BEGIN_DECLS

/**
 * MarchMissing:
 * @MARCH_MISSING_CARRIED: an area stands until the next one is stated, the last for ever
 * @MARCH_MISSING_OPEN: an area stands on its own day alone; days between and after are blanks
 */
typedef enum
{
  MARCH_MISSING_CARRIED,
  MARCH_MISSING_OPEN,
} MarchMissing;

/**
 * MarchHoldingsBuilder:
 *
 * Takes the areas of one holder by one source and cuts each day into what was gained and what was
 * lost, so that land that nothing changed is one piece with one interval. For use by one thread at
 * a time, any thread.
 */
typedef struct _MarchHoldingsBuilder MarchHoldingsBuilder;

/**
 * MarchHoldingsProgress:
 * @done: days that are cut
 * @total: days there are
 * @data: what march_holdings_builder_run() was given
 *
 * Called by the thread that cuts, after each day.
 */
typedef void (*MarchHoldingsProgress) (guint done, guint total, gpointer data);

MarchHoldingsBuilder *march_holdings_builder_new  (void);
void                  march_holdings_builder_free (MarchHoldingsBuilder *builder);
gboolean              march_holdings_builder_add  (MarchHoldingsBuilder *builder, MarchDay day,
                                                   MarchGeometry *area, MarchRepair *report,
                                                   GError **error);
MarchHoldings        *march_holdings_builder_run  (MarchHoldingsBuilder *builder,
                                                   MarchMissing missing,
                                                   MarchHoldingsProgress progress, gpointer data,
                                                   GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchHoldingsBuilder, march_holdings_builder_free)

G_END_DECLS
