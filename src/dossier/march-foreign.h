/* march-foreign.h — reads GeoPackages of other programs, which are no dossiers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MarchForeign:
 *
 * A GeoPackage of any version, open for reading. Nothing in it is trusted: neither its triggers run
 * nor functions that a view may name, and it is never written to. One thread at a time.
 */
typedef struct _MarchForeign MarchForeign;

/**
 * MarchForeignKind:
 * @MARCH_FOREIGN_FEATURES: with a column of geometries
 * @MARCH_FOREIGN_ATTRIBUTES: rows without one
 * @MARCH_FOREIGN_TILES: pictures
 */
typedef enum
{
  MARCH_FOREIGN_FEATURES,
  MARCH_FOREIGN_ATTRIBUTES,
  MARCH_FOREIGN_TILES,
} MarchForeignKind;

/**
 * MarchForeignTable:
 * @name: of the table or view
 * @title: (nullable): its identifier
 * @kind: what it holds
 * @geometry_column: (nullable): of features
 * @system: (nullable): the reference system, as march_projection_new() takes it: "EPSG:4326" or
 *   well-known text; %NULL if the file leaves it undefined
 * @n_rows: how many rows it has
 */
typedef struct
{
  char            *name;
  char            *title;
  MarchForeignKind kind;
  char            *geometry_column;
  char            *system;
  gint64           n_rows;
} MarchForeignTable;

/**
 * MarchForeignType:
 *
 * Of a cell.
 */
typedef enum
{
  MARCH_FOREIGN_NULL,
  MARCH_FOREIGN_NUMBER,
  MARCH_FOREIGN_TEXT,
  MARCH_FOREIGN_BLOB,
} MarchForeignType;

MarchForeign            *march_foreign_open            (const char *path,
                                                        GCancellable *cancellable, GError **error);
void                     march_foreign_free            (MarchForeign *foreign);
guint                    march_foreign_get_n_tables    (MarchForeign *foreign);
const MarchForeignTable *march_foreign_get_table       (MarchForeign *foreign, guint index);

gboolean                 march_foreign_begin           (MarchForeign *foreign, guint index,
                                                        GError **error);
gboolean                 march_foreign_next            (MarchForeign *foreign, GError **error);
guint                    march_foreign_get_n_columns   (MarchForeign *foreign);
const char              *march_foreign_get_column_name (MarchForeign *foreign, guint column);
MarchForeignType         march_foreign_get_type        (MarchForeign *foreign, guint column);
char                    *march_foreign_dup_text        (MarchForeign *foreign, guint column);
const guint8            *march_foreign_get_blob        (MarchForeign *foreign, guint column,
                                                        gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchForeign, march_foreign_free)

G_END_DECLS
