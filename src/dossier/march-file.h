/* march-file.h — files as the system keeps them: told apart, copied and made durable; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchIdentity:
 *
 * What tells cheaply whether a file is still the one that was read. All 0: there is no file.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64  size;
  gint64  changed_ns;  /* time of the last change to its content */
} MarchIdentity;

gboolean march_file_fail          (const char *path, int number, GError **error);
gboolean march_file_identify      (const char *path, MarchIdentity *identity, GError **error);
gboolean march_identity_equal     (const MarchIdentity *a, const MarchIdentity *b);

char    *march_file_hash          (const char *path, GError **error);
gboolean march_file_copy          (const char *path, const char *target, GError **error);
gboolean march_file_has_content   (const char *path);
gboolean march_file_sync_folder   (const char *folder, GError **error);
void     march_file_remove_folder (const char *folder);

G_END_DECLS
