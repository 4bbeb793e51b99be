/* march-working-copy.c — where edits go before they are saved: a locked folder in the state
 * directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-publish.h"
#include "dossier/march-schema.h"
#include "dossier/march-search-index.h"

/**
 * march_working_copy_get_root:
 *
 * Returns: (transfer full): the folder with all working copies, which may not be there yet
 */
char *
march_working_copy_get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "marchland", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * march_working_copy_list:
 * @uuid: (nullable): of a dossier; %NULL: of any
 *
 * Returns: (transfer full) (element-type filename): the folders of working copies and undo logs, in
 * use or not
 */
GPtrArray *
march_working_copy_list (const char *uuid)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *root = march_working_copy_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      g_autofree char *origin = g_build_filename (folder, "origin.ini", NULL);

      if ((uuid == NULL || g_str_has_prefix (name, uuid)) &&
          g_file_test (origin, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (folders, g_steal_pointer (&folder));
    }
  g_ptr_array_sort (folders, compare_names);
  return g_steal_pointer (&folders);
}

static char *
get_file (MarchWorkingCopy *copy, const char *name)
{
  return g_build_filename (copy->folder, name, NULL);
}

static gboolean
lock_folder (MarchWorkingCopy *copy, GError **error)
{
  g_autofree char *path = get_file (copy, "lock");

  copy->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (copy->lock < 0)
    return march_file_fail (path, errno, error);
  if (flock (copy->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BUSY,
                       _ ("Another window or process is editing this dossier."));
  return FALSE;
}

static MarchWorkingCopy *
lock_new (const char *folder, GError **error)
{
  g_autoptr (MarchWorkingCopy) copy = g_new0 (MarchWorkingCopy, 1);

  copy->folder = g_strdup (folder);
  copy->lock = -1;
  return lock_folder (copy, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * march_working_copy_lock:
 * @folder: one that march_working_copy_list() gave
 *
 * What a save that was killed left beside its target is removed.
 *
 * Returns: (transfer full): the working copy, not opened yet; %NULL with %MARCH_ERROR_BUSY if a
 * process holds it, or another error
 */
MarchWorkingCopy *
march_working_copy_lock (const char *folder, GError **error)
{
  g_autoptr (MarchWorkingCopy) copy = lock_new (folder, error);

  if (copy == NULL)
    return NULL;
  march_publication_clear_left (folder);
  if (!march_copy_origin_read (folder, &copy->origin, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * march_working_copy_has_file:
 *
 * Returns: whether the folder has the working copy itself, and not only an undo log
 */
gboolean
march_working_copy_has_file (MarchWorkingCopy *copy)
{
  g_autofree char *path = get_file (copy, "dossier.gpkg");

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * march_working_copy_read_state:
 * @state: (out caller-allocates): how far the undo log goes
 */
gboolean
march_working_copy_read_state (MarchWorkingCopy *copy, MarchUndoState *state, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (MarchDatabase) log = NULL;

  if (copy->database != NULL)
    return march_undo_log_read (copy->database, state, error);
  path = get_file (copy, "undo.db");
  log = march_undo_log_open (path, error);
  return log != NULL && march_undo_log_read (log, state, error);
}

/* A save that was cut off between the file and the record of it was a save. */
static void
settle_pending (MarchWorkingCopy *copy, const char *sha256)
{
  g_autofree char *path = get_file (copy, "undo.db");
  g_autoptr (MarchDatabase) log = NULL;

  if (g_strcmp0 (copy->origin.pending, sha256) != 0)
    return;
  log = march_undo_log_open (path, NULL);
  if (log == NULL || !march_undo_log_mark_saved (log, NULL))
    return;
  g_free (copy->origin.sha256);
  copy->origin.sha256 = g_steal_pointer (&copy->origin.pending);
  march_copy_origin_write (copy->folder, &copy->origin, NULL);
}

static gboolean
is_log_of (MarchWorkingCopy *copy, const char *sha256)
{
  g_auto (MarchUndoState) state = { 0 };

  settle_pending (copy, sha256);
  return g_str_equal (copy->origin.sha256, sha256) &&
         march_working_copy_read_state (copy, &state, NULL) && state.n_steps > 0 &&
         state.saved == state.position;
}

/**
 * march_working_copy_find:
 * @path: of a dossier
 *
 * Looks for what was undoable when exactly this content was saved last. Logs with edits that were
 * never saved are left to the recovery.
 *
 * Returns: (transfer full) (nullable): a locked folder, not opened yet
 */
MarchWorkingCopy *
march_working_copy_find (const char *uuid, const char *path)
{
  g_autoptr (GPtrArray) folders = march_working_copy_list (uuid);
  g_autofree char *sha256 = folders->len > 0 ? march_file_hash (path, NULL) : NULL;

  for (guint i = 0; sha256 != NULL && i < folders->len; i++)
    {
      g_autoptr (MarchWorkingCopy)
          copy = march_working_copy_lock (g_ptr_array_index (folders, i), NULL);

      if (copy != NULL && is_log_of (copy, sha256))
        return g_steal_pointer (&copy);
    }
  return NULL;
}

/* Several processes may edit the same file, and many copies of it may have been: each has a folder
 * of its own. */
static MarchWorkingCopy *
make_folder (const char *uuid, GError **error)
{
  g_autofree char *root = march_working_copy_get_root ();
  g_autofree char *name = g_strconcat (uuid, "-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, name, NULL);

  if (g_mkdir_with_parents (root, 0700) == 0 && g_mkdtemp (folder) != NULL)
    return lock_new (folder, error);
  march_file_fail (root, errno, error);
  return NULL;
}

/* Fails if the file is no longer the one that was read, as the edits would be made to records
 * nobody has seen. */
static gboolean
check_unchanged (MarchOriginal *original, GError **error)
{
  g_autofree char *name = g_filename_display_basename (original->path);
  MarchIdentity    now;

  if (!march_file_identify (original->path, &now, error))
    return FALSE;
  if (march_identity_equal (&now, &original->identity))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Open it again before "
                  "editing."),
               name);
  return FALSE;
}

static gboolean
rebuild_search (MarchDatabase *database, GError **error)
{
  if (!march_database_begin (database, error))
    return FALSE;
  if (march_search_index_rebuild (database, error) && march_database_commit (database, error))
    return TRUE;
  march_database_rollback (database);
  return FALSE;
}

/* From here on the schema holds nothing that we don't know. */
static gboolean
clean (MarchDatabase *database, GError **error)
{
  return march_schema_upgrade (database, error) && march_schema_drop_foreign (database, error) &&
         march_database_run_triggers (database, error) && rebuild_search (database, error);
}

static gboolean
fill_folder (MarchWorkingCopy *copy,
             MarchOriginal    *original,
             const char       *uuid,
             const char       *title,
             const char       *sha256,
             GError          **error)
{
  g_autofree char *path = get_file (copy, "dossier.gpkg");
  g_autoptr (MarchDatabase) database = NULL;

  march_working_copy_drop_file (copy);
  if (!march_file_copy (march_original_get_path (original), path, error) ||
      !check_unchanged (original, error))
    return FALSE;
  database = march_database_open (path, MARCH_ACCESS_WRITE, error);
  if (database == NULL || !clean (database, error))
    return FALSE;
  g_clear_pointer (&database, march_database_free);

  march_copy_origin_clear (&copy->origin);
  copy->origin = (MarchCopyOrigin){ .uuid = g_strdup (uuid),
                                    .title = g_strdup (title),
                                    .path = g_strdup (original->path),
                                    .identity = original->identity,
                                    .sha256 = g_strdup (sha256) };
  return march_copy_origin_write (copy->folder, &copy->origin, error) &&
         march_working_copy_open (copy, error) && march_file_sync_folder (copy->folder, error);
}

static MarchWorkingCopy *
make_copy (MarchOriginal *original, const char *uuid, const char *title, GError **error)
{
  g_autoptr (MarchWorkingCopy) copy = NULL;
  g_autofree char *sha256 = NULL;

  if (!check_unchanged (original, error) ||
      (sha256 = march_file_hash (original->path, error)) == NULL)
    return NULL;
  copy = march_working_copy_find (uuid, original->path);
  if (copy != NULL && fill_folder (copy, original, uuid, title, sha256, error))
    return g_steal_pointer (&copy);
  if (copy != NULL)
    return NULL;

  copy = make_folder (uuid, error);
  if (copy == NULL)
    return NULL;
  if (fill_folder (copy, original, uuid, title, sha256, error))
    return g_steal_pointer (&copy);
  march_working_copy_remove (copy);
  return NULL;
}

/**
 * march_working_copy_make:
 * @original: what to edit; unchanged since it was read
 * @uuid: the dossier's
 *
 * Copies a file into a locked folder, drops what is foreign in it and opens it. If the content was
 * saved by us before, the steps that were undoable then still are. Any thread.
 *
 * Returns: (transfer full): the working copy, or %NULL with a #MarchError and nothing left behind
 */
MarchWorkingCopy *
march_working_copy_make (MarchOriginal *original,
                         const char    *uuid,
                         const char    *title,
                         GError       **error)
{
  MarchWorkingCopy *copy = NULL;
  g_autoptr (GError) reason = NULL;

  if (!g_uuid_string_is_valid (uuid))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("The dossier's UUID, “%s”, is none. Open an earlier copy of it."), uuid);
      return NULL;
    }
  copy = make_copy (original, uuid, title, &reason);
  if (copy != NULL)
    return copy;
  if (g_error_matches (reason, MARCH_ERROR, MARCH_ERROR_NO_SPACE)
      || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    {
      g_autofree char *root = march_working_copy_get_root ();

      march_copy_origin_fail_full (original->path, root, error);
    }
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * march_working_copy_open:
 *
 * Opens the working copy in the folder, with its undo log. What a crash left half done is rolled
 * back.
 */
gboolean
march_working_copy_open (MarchWorkingCopy *copy, GError **error)
{
  g_autofree char *path = get_file (copy, "dossier.gpkg");
  g_autofree char *log = get_file (copy, "undo.db");
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_WRITE, error);
  gint64 version = 0;

  if (database == NULL || !march_schema_check (database, &version, error) ||
      !march_database_run_triggers (database, error) ||
      !march_undo_log_attach (database, log, error))
    return FALSE;
  copy->database = g_steal_pointer (&database);
  return TRUE;
}

/**
 * march_working_copy_drop_file:
 *
 * Closes and deletes the working copy itself; the undo log and the origin stay.
 */
void
march_working_copy_drop_file (MarchWorkingCopy *copy)
{
  static const char *const names[] = { "dossier.gpkg", "dossier.gpkg-journal", "dossier.gpkg-wal",
                                       "dossier.gpkg-shm" };

  g_clear_pointer (&copy->database, march_database_free);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_file (copy, names[i]);

      g_unlink (path);
    }
}

/**
 * march_working_copy_remove:
 *
 * Closes the working copy and deletes its folder. The struct still has to be freed.
 */
void
march_working_copy_remove (MarchWorkingCopy *copy)
{
  g_clear_pointer (&copy->database, march_database_free);
  march_file_remove_folder (copy->folder);
}

/**
 * march_working_copy_leave:
 * @copy: (transfer full): one with nothing unsaved in it
 *
 * Gives the folder up. Of what is in it stays the undo log, if it has steps.
 */
void
march_working_copy_leave (MarchWorkingCopy *copy)
{
  g_auto (MarchUndoState) state = { 0 };

  if (march_working_copy_read_state (copy, &state, NULL) && state.n_steps > 0)
    march_working_copy_drop_file (copy);
  else
    march_working_copy_remove (copy);
  march_working_copy_free (copy);
}

/**
 * march_working_copy_free:
 *
 * Closes the working copy and gives the folder up; what is in it stays.
 */
void
march_working_copy_free (MarchWorkingCopy *copy)
{
  g_clear_pointer (&copy->database, march_database_free);
  if (copy->lock >= 0)
    close (copy->lock);
  march_copy_origin_clear (&copy->origin);
  g_free (copy->folder);
  g_free (copy);
}
