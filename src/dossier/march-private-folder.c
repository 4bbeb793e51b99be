/* march-private-folder.c — a folder in the state directory for a copy that is only read */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-private-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "dossier/march-file.h"

#define PREFIX "reading-"
#define AGE_S 3600 /* of a folder that nobody holds; a new one is held a moment after it is made */

struct _MarchPrivateFolder
{
  char *path;
  int   lock; /* held as long as the process uses the folder */
};

static int
lock_folder (const char *path)
{
  int lock = g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

static void
clear_folder (const char *path, gint64 now)
{
  GStatBuf status;
  int      lock = -1;

  if (g_stat (path, &status) == 0 && now - (gint64) status.st_mtime > AGE_S)
    lock = lock_folder (path);
  if (lock < 0)
    return;
  march_file_remove_folder (path);
  close (lock);
}

/* What processes that were killed have left. */
static void
clear_left (const char *parent)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (g_str_has_prefix (name, PREFIX))
        clear_folder (path, now);
    }
}

/**
 * march_private_folder_new:
 *
 * Makes a folder that this process alone uses, and removes those of processes that are gone.
 *
 * Returns: (transfer full): the folder, or %NULL with a #MarchError
 */
MarchPrivateFolder *
march_private_folder_new (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_state_dir (), "marchland", NULL);
  g_autofree char *path = g_build_filename (parent, PREFIX "XXXXXX", NULL);
  MarchPrivateFolder *folder;

  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      march_file_fail (parent, errno, error);
      return NULL;
    }
  clear_left (parent);
  if (g_mkdtemp (path) == NULL)
    {
      march_file_fail (parent, errno, error);
      return NULL;
    }
  folder = g_new0 (MarchPrivateFolder, 1);
  folder->path = g_steal_pointer (&path);
  folder->lock = lock_folder (folder->path);
  return folder;
}

/**
 * march_private_folder_free:
 *
 * Removes the folder with what is in it.
 */
void
march_private_folder_free (MarchPrivateFolder *folder)
{
  march_file_remove_folder (folder->path);
  if (folder->lock >= 0)
    close (folder->lock);
  g_free (folder->path);
  g_free (folder);
}

/**
 * march_private_folder_get_copy:
 *
 * Returns: (transfer full): the path for the copy in it
 */
char *
march_private_folder_get_copy (MarchPrivateFolder *folder)
{
  return g_build_filename (folder->path, "dossier.gpkg", NULL);
}
