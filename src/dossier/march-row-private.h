/* march-row-private.h — how the edit layer reads a row; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "dossier/march-row.h"

G_BEGIN_DECLS

guint       march_row_get_n_cells (MarchRow *row);
const char *march_row_get_column  (MarchRow *row, guint index);
const char *march_row_get_text    (MarchRow *row, const char *column);
void        march_row_drop        (MarchRow *row, guint index);
void        march_row_bind        (MarchRow *row, guint index, sqlite3_stmt *statement,
                                   int parameter);

G_END_DECLS
