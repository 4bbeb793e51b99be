/* march-database.h — a connection to a dossier's file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchDatabase:
 *
 * A connection to one file. One thread at a time. Every connection is defensive: what the file
 * holds, its schema included, is not trusted.
 *
 * A new dossier is written so:
 * |[<!-- language="C" -->
 * g_autoptr (MarchDatabase) database = march_database_create (path, &error);
 * g_autoptr (MarchEdit)     edit = march_edit_begin (database, _("Compile"), "marchland", &error);
 * g_autoptr (MarchRow)      row = march_row_new ();
 *
 * march_row_set_text (row, "kind", "unit");
 * march_row_set_text (row, "code", "VM-01");
 * march_row_set_geometry (row, "geom", geometry);
 * id = march_edit_insert (edit, "place", 0, row, &error);
 * …
 * march_edit_commit (edit, &error);
 * ]|
 */
typedef struct _MarchDatabase MarchDatabase;

/**
 * MarchAccess:
 * @MARCH_ACCESS_IMMUTABLE: read without any lock and without looking for a journal: nothing beside
 *   the file is made or changed
 * @MARCH_ACCESS_READ: read with the usual locks
 * @MARCH_ACCESS_WRITE: read and write; each transaction is on the disk when it is committed
 */
typedef enum
{
  MARCH_ACCESS_IMMUTABLE,
  MARCH_ACCESS_READ,
  MARCH_ACCESS_WRITE,
} MarchAccess;

MarchDatabase *march_database_create   (const char *path, GError **error);
MarchDatabase *march_database_open     (const char *path, MarchAccess access, GError **error);
void           march_database_free     (MarchDatabase *database);
const char    *march_database_get_path (MarchDatabase *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDatabase, march_database_free)

G_END_DECLS
