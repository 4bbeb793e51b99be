/* march-copy-origin.c — what a working copy is a copy of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-working-copy.h"

#include <glib/gi18n.h>

#include "base/march-error.h"

#define GROUP "origin"

void
march_copy_origin_clear (MarchCopyOrigin *origin)
{
  g_clear_pointer (&origin->uuid, g_free);
  g_clear_pointer (&origin->title, g_free);
  g_clear_pointer (&origin->path, g_free);
  g_clear_pointer (&origin->sha256, g_free);
  g_clear_pointer (&origin->pending, g_free);
}

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "origin.ini", NULL);
}

/**
 * march_copy_origin_read:
 * @origin: (out caller-allocates): cleared by march_copy_origin_clear()
 */
gboolean
march_copy_origin_read (const char *folder, MarchCopyOrigin *origin, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = get_path (folder);
  g_autofree char *escaped = NULL;

  *origin = (MarchCopyOrigin){ NULL };
  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, error))
    return FALSE;
  escaped = g_key_file_get_string (keys, GROUP, "path", NULL);
  origin->path = escaped != NULL ? g_strcompress (escaped) : NULL;
  origin->uuid = g_key_file_get_string (keys, GROUP, "uuid", NULL);
  origin->title = g_key_file_get_string (keys, GROUP, "title", NULL);
  origin->sha256 = g_key_file_get_string (keys, GROUP, "sha256", NULL);
  origin->pending = g_key_file_get_string (keys, GROUP, "pending", NULL);
  origin->identity.device = g_key_file_get_uint64 (keys, GROUP, "device", NULL);
  origin->identity.inode = g_key_file_get_uint64 (keys, GROUP, "inode", NULL);
  origin->identity.size = g_key_file_get_int64 (keys, GROUP, "size", NULL);
  origin->identity.changed_ns = g_key_file_get_int64 (keys, GROUP, "changed-ns", NULL);
  if (origin->path != NULL && origin->uuid != NULL && origin->title != NULL &&
      origin->sha256 != NULL)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _ ("“%s” does not say which dossier was edited."), path);
  march_copy_origin_clear (origin);
  return FALSE;
}

/**
 * march_copy_origin_write:
 *
 * Writes it durably, in the place of what was there.
 */
gboolean
march_copy_origin_write (const char *folder, MarchCopyOrigin *origin, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = get_path (folder);
  g_autofree char *escaped = g_strescape (origin->path, NULL);
  g_autofree char *text = NULL;
  gsize            length;

  g_key_file_set_string (keys, GROUP, "path", escaped);
  g_key_file_set_string (keys, GROUP, "uuid", origin->uuid);
  g_key_file_set_string (keys, GROUP, "title", origin->title);
  g_key_file_set_string (keys, GROUP, "sha256", origin->sha256);
  if (origin->pending != NULL)
    g_key_file_set_string (keys, GROUP, "pending", origin->pending);
  g_key_file_set_uint64 (keys, GROUP, "device", origin->identity.device);
  g_key_file_set_uint64 (keys, GROUP, "inode", origin->identity.inode);
  g_key_file_set_int64 (keys, GROUP, "size", origin->identity.size);
  g_key_file_set_int64 (keys, GROUP, "changed-ns", origin->identity.changed_ns);
  text = g_key_file_to_data (keys, &length, NULL);
  return g_file_set_contents_full (path, text, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/**
 * march_copy_origin_fail_full:
 * @path: of the dossier that is edited
 * @folder: of its working copy
 *
 * Says that the disk of the working copy is full, and what to do: what is in that folder has no
 * name that a reader knows.
 *
 * Returns: %FALSE
 */
gboolean
march_copy_origin_fail_full (const char *path, const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *place = g_filename_display_name (folder);

  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE,
               _ ("There is no room for the edits to “%1$s”. They are kept in “%2$s” until they "
                  "are saved: free some space on that disk and try again. The file, and what was "
                  "edited before, are unharmed."),
               name, place);
  return FALSE;
}
