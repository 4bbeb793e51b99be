/* march-row.h — the columns of one record and the values they are to have */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchRow:
 *
 * What the edit layer writes: named columns with a value each. Setting a column twice keeps the
 * last value. All values are copied.
 */
typedef struct _MarchRow MarchRow;

MarchRow *march_row_new          (void);
void      march_row_free         (MarchRow *row);

void      march_row_set_null     (MarchRow *row, const char *column);
void      march_row_set_integer  (MarchRow *row, const char *column, gint64 value);
void      march_row_set_id       (MarchRow *row, const char *column, gint64 id);
void      march_row_set_real     (MarchRow *row, const char *column, double value);
void      march_row_set_text     (MarchRow *row, const char *column, const char *text);
void      march_row_set_geometry (MarchRow *row, const char *column, MarchGeometry *geometry);

gboolean  march_row_has          (MarchRow *row, const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchRow, march_row_free)

G_END_DECLS
