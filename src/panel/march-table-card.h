/* march-table-card.h — a table with what copies it and saves it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/march-table.h"

G_BEGIN_DECLS

GtkWidget *march_table_card_new (MarchTable *table, const char *file_name);

G_END_DECLS
