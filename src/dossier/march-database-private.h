/* march-database-private.h — what the room itself does with a connection; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-statement.h"

G_BEGIN_DECLS

struct _MarchDatabase
{
  sqlite3  *handle;
  char     *path;
  gboolean  has_undo_log;  /* attached as "undo" */
  GHashTable *holdings;    /* gint64, an import's id → MarchHoldings: those read already; or NULL */
  GHashTable *documents;   /* the same → GPtrArray of MarchAreaDocument */
  GHashTable *points;      /* the same → MarchPoints */
};

MarchDatabase *march_database_open_memory (GError **error);

gpointer march_database_recall   (GHashTable *cache, gint64 id);
void     march_database_remember (GHashTable **cache, gint64 id, gpointer value,
                                  GDestroyNotify free_value);

gboolean march_database_run_triggers (MarchDatabase *database, GError **error);
gboolean march_database_begin    (MarchDatabase *database, GError **error);
gboolean march_database_commit   (MarchDatabase *database, GError **error);
void     march_database_rollback (MarchDatabase *database);

G_END_DECLS
