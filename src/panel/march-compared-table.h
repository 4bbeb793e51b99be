/* march-compared-table.h — square kilometres of a comparison, by unit and holder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-comparison.h"
#include "widgets/march-table.h"

G_BEGIN_DECLS

MarchTable *march_compared_table_new  (const char *name, const char *more, const char *less);
void        march_compared_table_fill (MarchTable *table, MarchComparison *comparison);

G_END_DECLS
