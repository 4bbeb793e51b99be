/* march-imports-private.h — what belongs to imports in a file: land and points; private to the
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database-private.h"
#include "dossier/march-dossier-areas.h"

G_BEGIN_DECLS

/**
 * MarchImportRowRead:
 * @statement: at a row, which is not to be left
 *
 * Returns: whether to go on; else @error says why not
 */
typedef gboolean (*MarchImportRowRead) (sqlite3_stmt *statement, gpointer data, GError **error);

/* Binds what row @index of an import has; "?1" is its id and "?2" that of its import already. */
typedef void (*MarchImportRowBind) (sqlite3_stmt *statement, guint index, gpointer data);

/* Who is told how far writing is, and who may stop it; all members may be NULL. */
typedef struct
{
  MarchAreaProgress progress;
  gpointer          data;
  GCancellable     *cancellable;
} MarchImportWatch;

gboolean       march_import_rows_read     (MarchDatabase *database, const char *sql,
                                           gint64 import_id, MarchImportRowRead read,
                                           gpointer data, GError **error);
gboolean       march_import_rows_visit    (MarchDossier *dossier, const char *sql,
                                           gint64 import_id, MarchImportRowRead read,
                                           gpointer data, GError **error);
gboolean       march_import_rows_write    (MarchDatabase *database, const char *sql,
                                           gint64 import_id, guint n_rows,
                                           MarchImportRowBind bind, gpointer data,
                                           const MarchImportWatch *watch, GError **error);
gboolean       march_import_rows_tell_extent (MarchDatabase *database, const char *table,
                                              GError **error);
MarchDay       march_import_row_get_from  (sqlite3_stmt *statement, int column);
MarchDay       march_import_row_get_until (sqlite3_stmt *statement, int column);
void           march_import_row_bind_until (sqlite3_stmt *statement, int parameter,
                                            MarchDay until);
void           march_import_row_bind_bytes (sqlite3_stmt *statement, int parameter,
                                            GBytes *bytes);

MarchHoldings *march_areas_load           (MarchDatabase *database, gint64 import_id,
                                           GError **error);
GPtrArray     *march_areas_load_documents (MarchDatabase *database, gint64 import_id,
                                           GError **error);
gboolean       march_areas_write          (MarchDatabase *database, gint64 import_id,
                                           const MarchAreaBatch *batch,
                                           const MarchImportWatch *watch, GError **error);
MarchPoints   *march_points_load          (MarchDatabase *database, gint64 import_id,
                                           GError **error);
gboolean       march_points_write         (MarchDatabase *database, gint64 import_id,
                                           const MarchPointList *list,
                                           const MarchImportWatch *watch, GError **error);

gboolean       march_imports_check_whole  (MarchDatabase *database, const char *table,
                                           gint64 import_id, GError **error);
gboolean       march_imports_copy_missing (MarchDatabase *from, MarchDatabase *to, GError **error);
gboolean       march_imports_drop_orphans (const char *path, GError **error);

G_END_DECLS
