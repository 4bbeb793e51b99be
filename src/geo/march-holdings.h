/* march-holdings.h — the land of one holder by one source, day by day, as pieces with intervals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-piece.h"

G_BEGIN_DECLS

/**
 * MarchHoldings:
 *
 * Made from dated areas by #MarchHoldingsBuilder, or from pieces that were stored. The pieces of a
 * day don't overlap, and those that touch share their points exactly; so their inner edges cancel
 * out, and the land of a day and its outline come back without an overlay.
 *
 * A day in one of the blanks is unknown: pieces may span it, and mean nothing on it. A day before
 * the first piece or after the last that is in no blank has no land.
 *
 * Immutable and counted atomically, so it may cross threads. Several holders, or several sources,
 * are holdings of their own.
 */
typedef struct _MarchHoldings MarchHoldings;

MarchHoldings    *march_holdings_new         (GPtrArray *pieces, const MarchBlank *blanks,
                                              guint n_blanks);
MarchHoldings    *march_holdings_ref         (MarchHoldings *holdings);
void              march_holdings_unref       (MarchHoldings *holdings);
guint             march_holdings_get_n_pieces (MarchHoldings *holdings);
MarchPiece       *march_holdings_get_piece   (MarchHoldings *holdings, guint index);
const MarchBlank *march_holdings_get_blanks  (MarchHoldings *holdings, guint *n_blanks);
gboolean          march_holdings_is_known    (MarchHoldings *holdings, MarchDay day);
GArray           *march_holdings_list_changes (MarchHoldings *holdings);
GPtrArray        *march_holdings_list_pieces (MarchHoldings *holdings, MarchDay day);
GPtrArray        *march_holdings_list_turned (MarchHoldings *holdings, MarchDay one,
                                              MarchDay other);
MarchGeometry    *march_holdings_get_area    (MarchHoldings *holdings, MarchDay day,
                                              GError **error);
MarchGeometry    *march_holdings_get_outline (MarchHoldings *holdings, MarchDay day,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchHoldings, march_holdings_unref)

G_END_DECLS
