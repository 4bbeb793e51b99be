/* march-gains.h — what land is gained and lost between two days */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-holdings.h"

G_BEGIN_DECLS

gboolean march_gains_find (MarchHoldings *before, MarchDay from, MarchHoldings *after, MarchDay to,
                           MarchGeometry **gained, MarchGeometry **lost, GError **error);

G_END_DECLS
