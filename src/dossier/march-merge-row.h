/* march-merge-row.h — a row of a record table with all its values, to be compared and written
 * elsewhere; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database-private.h"
#include "dossier/march-record-table.h"

G_BEGIN_DECLS

GStrv      march_merge_list_columns  (MarchDatabase *database, const MarchRecordTable *table,
                                      GError **error);
gboolean   march_merge_row_read      (MarchDatabase *database, const MarchRecordTable *table,
                                      GStrv columns, gint64 id, GPtrArray **row, GError **error);
GPtrArray *march_merge_row_take      (sqlite3_stmt *statement);
void       march_merge_row_unref     (GPtrArray *row);
GPtrArray *march_merge_row_copy      (GPtrArray *row);
void       march_merge_row_set       (GPtrArray *row, guint column, sqlite3_value *value);
gboolean   march_merge_row_equal     (GPtrArray *one, GPtrArray *other, GStrv columns);
gboolean   march_merge_value_equal   (sqlite3_value *one, sqlite3_value *other);
void       march_merge_value_bind    (sqlite3_stmt *statement, int parameter,
                                      sqlite3_value *value);
gboolean   march_merge_is_told       (const char *column);
gint64     march_merge_row_get_int   (GPtrArray *row, GStrv columns, const char *column);

gboolean   march_merge_row_write     (MarchDatabase *database, const MarchRecordTable *table,
                                      GStrv columns, GPtrArray *row, gint64 version,
                                      GError **error);

G_END_DECLS
