/* march-publish.h — puts a finished file in its place, whole or not at all; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MarchPublication:
 *
 * A copy of a working copy that stands ready beside its target.
 */
typedef struct
{
  char    *target;     /* symbolic links followed */
  char    *folder;     /* of the working copy */
  char    *temporary;
  gboolean beside;     /* in the target's folder, so that a rename puts it in place */
  char    *sha256;
} MarchPublication;

MarchPublication *march_publication_prepare (const char *path, const char *target,
                                             const char *folder, GCancellable *cancellable,
                                             GError **error);
gboolean          march_publication_finish  (MarchPublication *publication, GError **error);
void              march_publication_clear_left (const char *folder);
void              march_publication_free    (MarchPublication *publication);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPublication, march_publication_free)

G_END_DECLS
