/* march-original.h — the file that the analyst opened: read without a lock, never written but by a
 * save; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-file.h"
#include "dossier/march-private-folder.h"

G_BEGIN_DECLS

/**
 * MarchOriginal:
 *
 * A file, and the connection through which it is read: to the file itself, or, where its newest
 * rows stand in a journal beside it or its tables are older than ours, to a private copy with all
 * of that worked in.
 */
typedef struct
{
  char               *path;
  MarchIdentity       identity; /* when it was read */
  MarchDatabase      *database;
  MarchPrivateFolder *folder;   /* of the private copy; NULL: there is none */
} MarchOriginal;

MarchOriginal *march_original_open     (const char *path, GPtrArray *warnings, GError **error);
void           march_original_free     (MarchOriginal *original);
const char    *march_original_get_path (MarchOriginal *original);
MarchAccess    march_original_get_access (MarchOriginal *original);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchOriginal, march_original_free)

G_END_DECLS
