/* march-private-folder.h — a folder in the state directory for a copy that is only read; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MarchPrivateFolder MarchPrivateFolder;

MarchPrivateFolder *march_private_folder_new      (GError **error);
void                march_private_folder_free     (MarchPrivateFolder *folder);
char               *march_private_folder_get_copy (MarchPrivateFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPrivateFolder, march_private_folder_free)

G_END_DECLS
