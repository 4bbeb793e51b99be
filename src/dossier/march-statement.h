/* march-statement.h — SQL statements that clean up after themselves, and SQLite's errors in our
 * words; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

gboolean      march_sqlite_fail              (sqlite3 *handle, int code, GError **error);
gboolean      march_sqlite_run               (sqlite3 *handle, const char *sql, GError **error);
gboolean      march_sqlite_run_format        (sqlite3 *handle, GError **error, const char *format,
                                              ...) G_GNUC_PRINTF (3, 4);

sqlite3_stmt *march_statement_new            (sqlite3 *handle, const char *sql, GError **error);
void          march_statement_bind_text      (sqlite3_stmt *statement, int index, const char *text);
gboolean      march_statement_step           (sqlite3_stmt *statement, gboolean *row,
                                              GError **error);
gboolean      march_statement_next           (sqlite3_stmt *statement, gboolean *done,
                                              GError **error);
gboolean      march_statement_run            (sqlite3_stmt *statement, GError **error);
const char   *march_statement_get_text       (sqlite3_stmt *statement, int column);

gboolean      march_sqlite_select_integer    (sqlite3 *handle, const char *sql, gint64 *value,
                                              GError **error);
char         *march_sqlite_select_text       (sqlite3 *handle, const char *sql, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

G_END_DECLS
