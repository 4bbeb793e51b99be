/* march-search-file.h — the file in which a search looks; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"

G_BEGIN_DECLS

/**
 * MarchSearchFile:
 *
 * The file in which a search looks: the one that is asked for, or, where its index does not say
 * what its records say, a private copy with an index made anew. Counted by references; any thread.
 */
typedef struct _MarchSearchFile MarchSearchFile;

MarchSearchFile *march_search_file_new   (void);
MarchSearchFile *march_search_file_ref   (MarchSearchFile *file);
void             march_search_file_unref (MarchSearchFile *file);
char            *march_search_file_find  (MarchSearchFile *file, const char *path,
                                          MarchAccess *access, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchFile, march_search_file_unref)

G_END_DECLS
