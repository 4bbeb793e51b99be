/* march-search-file.c — the file in which a search looks, its index in step with its records */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-file.h"

#include "dossier/march-database-private.h"
#include "dossier/march-file.h"
#include "dossier/march-private-folder.h"
#include "dossier/march-search-index.h"

struct _MarchSearchFile
{
  GMutex              mutex;    /* for all below */
  char               *path;     /* what was looked at last, NULL for nothing */
  MarchIdentity       identity; /* when it was */
  MarchPrivateFolder *folder;   /* of the private copy; NULL: the file's own index is good */
};

static void
forget (MarchSearchFile *file)
{
  g_clear_pointer (&file->folder, march_private_folder_free);
  g_clear_pointer (&file->path, g_free);
}

MarchSearchFile *
march_search_file_new (void)
{
  MarchSearchFile *file = g_atomic_rc_box_new0 (MarchSearchFile);

  g_mutex_init (&file->mutex);
  return file;
}

MarchSearchFile *
march_search_file_ref (MarchSearchFile *file)
{
  return g_atomic_rc_box_acquire (file);
}

static void
clear (gpointer data)
{
  MarchSearchFile *file = data;

  forget (file);
  g_mutex_clear (&file->mutex);
}

void
march_search_file_unref (MarchSearchFile *file)
{
  g_atomic_rc_box_release_full (file, clear);
}

static gboolean
rebuild (MarchDatabase *database, GError **error)
{
  if (!march_database_begin (database, error))
    return FALSE;
  if (march_search_index_rebuild (database, error) && march_database_commit (database, error))
    return TRUE;
  march_database_rollback (database);
  return FALSE;
}

static gboolean
make_copy (MarchSearchFile *file, const char *path, GError **error)
{
  g_autofree char          *copy = NULL;
  g_autoptr (MarchDatabase) database = NULL;

  file->folder = march_private_folder_new (error);
  if (file->folder == NULL)
    return FALSE;
  copy = march_private_folder_get_copy (file->folder);
  if (!march_file_copy (path, copy, error))
    return FALSE;
  database = march_database_open (copy, MARCH_ACCESS_WRITE, error);
  return database != NULL && rebuild (database, error);
}

static gboolean
look_at (MarchSearchFile *file, const char *path, MarchAccess access, GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_open (path, access, error);
  gboolean                  current = FALSE;

  return database != NULL && march_search_index_check (database, &current, error)
         && (current || make_copy (file, path, error));
}

/**
 * march_search_file_find:
 * @path: of a dossier that nothing here writes to
 * @access: (inout): how to read it; changed to that of the file that is returned
 *
 * Looks at the index of @path once, and again when the file has changed. May take long; to be
 * called on a worker.
 *
 * Returns: (transfer full): the path of the file to search, or %NULL with a #MarchError
 */
char *
march_search_file_find (MarchSearchFile *file,
                        const char      *path,
                        MarchAccess     *access,
                        GError         **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&file->mutex);
  MarchIdentity now;

  if (!march_file_identify (path, &now, error))
    return NULL;
  if (g_strcmp0 (path, file->path) != 0 || !march_identity_equal (&now, &file->identity))
    {
      forget (file);
      if (!look_at (file, path, *access, error))
        {
          forget (file);
          return NULL;
        }
      file->path = g_strdup (path);
      file->identity = now;
    }
  if (file->folder == NULL)
    return g_strdup (path);
  *access = MARCH_ACCESS_READ;
  return march_private_folder_get_copy (file->folder);
}
