/* march-publish.c — puts a finished file in its place, whole or not at all */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-file.h"
#include "dossier/march-imports-private.h"

#define PAGES_AT_ONCE 1000 /* between two looks at whether the user has cancelled */
#define LONGEST_NAME 200   /* bytes of the target's name in that of the copy, to which more comes */
#define MOST_TRIES 100

/* A link stays a link: what it points at is replaced. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* What SQLite itself copies is consistent, whoever else reads or writes the working copy. */
static int
copy_pages (sqlite3_backup *backup, GCancellable *cancellable)
{
  int code = SQLITE_OK;

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
  return code;
}

static gboolean
back_up (const char *path, const char *temporary, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchDatabase) from = march_database_open (path, MARCH_ACCESS_READ, error);
  g_autoptr (MarchDatabase)
      to = from != NULL ? march_database_open (temporary, MARCH_ACCESS_WRITE, error) : NULL;
  sqlite3_backup *backup;
  int             code;

  if (to == NULL)
    return FALSE;
  backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  if (backup == NULL)
    return march_sqlite_fail (to->handle, sqlite3_errcode (to->handle), error);
  code = copy_pages (backup, cancellable);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code != SQLITE_DONE)
    return march_sqlite_fail (to->handle, code, error);
  return march_sqlite_run (to->handle, "PRAGMA journal_mode = DELETE", error);
}

/* A damaged working copy must not take the place of a good file. */
static gboolean
check_whole (const char *temporary, GError **error)
{
  g_autoptr (MarchDatabase)
      database = march_database_open (temporary, MARCH_ACCESS_IMMUTABLE, error);
  g_autofree char *answer = database != NULL
                                ? march_sqlite_select_text (database->handle,
                                                            "PRAGMA quick_check (1)", error)
                                : NULL;

  if (database == NULL || answer == NULL)
    return FALSE;
  if (g_str_equal (answer, "ok"))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _ ("The working copy is damaged, so that it was not saved over the dossier (%s)."),
               answer);
  return FALSE;
}

/* A name of its own, in which the target's can be recognised. */
static char *
make_name (const char *target, const char *folder)
{
  g_autofree char *name = g_path_get_basename (target);
  const char      *end = name + strlen (name);

  if (end > name + LONGEST_NAME)
    g_utf8_validate (name, LONGEST_NAME, &end);
  return g_strdup_printf ("%s/.%.*s.%06x", folder, (int) (end - name), name,
                          g_random_int () & 0xffffff);
}

static char *
get_note (const char *folder)
{
  return g_build_filename (folder, "saving", NULL);
}

/* Before the temporary is there, so that whoever locks the folder next finds it should this process
 * be killed. A save that can't be noted is a save. */
static void
note (MarchPublication *publication)
{
  g_autofree char *path = get_note (publication->folder);

  g_file_set_contents_full (path, publication->temporary, -1,
                            G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                            NULL);
}

static gboolean
make_temporary (MarchPublication *publication, const char *folder, GError **error)
{
  int file = -1;

  for (guint i = 0; file < 0 && (i == 0 || (errno == EEXIST && i < MOST_TRIES)); i++)
    {
      g_free (publication->temporary);
      publication->temporary = make_name (publication->target, folder);
      note (publication);
      file = g_open (publication->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
  if (file >= 0)
    {
      close (file);
      return TRUE;
    }
  march_file_fail (publication->target, errno, error);
  g_clear_pointer (&publication->temporary, g_free);
  return FALSE;
}

/* Beside the target if that is possible; else, as where only the file itself may be written, in the
 * folder of ours. */
static gboolean
choose_temporary (MarchPublication *publication, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (publication->target);
  g_autoptr (GError) reason = NULL;

  publication->beside = make_temporary (publication, folder, &reason);
  if (publication->beside)
    return TRUE;
  if (g_error_matches (reason, MARCH_ERROR, MARCH_ERROR_READ_ONLY) &&
      g_access (publication->target, W_OK) == 0)
    return make_temporary (publication, publication->folder, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* As the file before it, or as new files are. */
static void
set_permissions (MarchPublication *publication)
{
  struct stat status;
  mode_t      mask;

  if (stat (publication->target, &status) == 0)
    {
      chmod (publication->temporary, status.st_mode & 0777);
      return;
    }
  mask = umask (0);
  umask (mask);
  chmod (publication->temporary, 0666 & ~mask);
}

/* A journal beside the target belongs to the file that is there now. SQLite would work it into the
 * one that takes its place, and damage it. */
static gboolean
check_quiet (const char *target, GError **error)
{
  g_autofree char *name = g_filename_display_basename (target);
  g_autofree char *wal = g_strconcat (target, "-wal", NULL);
  g_autofree char *journal = g_strconcat (target, "-journal", NULL);

  if (!g_file_test (wal, G_FILE_TEST_EXISTS) && !march_file_has_content (journal))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BUSY,
               _ ("Another program has “%s” open, or has left it half written. "
                  "Close it there, or save under another name; your edits are kept."),
               name);
  return FALSE;
}

/**
 * march_publication_prepare:
 * @path: of the working copy
 * @target: where it is to go
 * @folder: of the working copy, which this process holds: notes the copy's name, and takes the copy
 *   itself if none can be made beside @target
 *
 * Makes and checks a whole copy. @target is not touched yet.
 *
 * Returns: (transfer full): the copy, or %NULL with %MARCH_ERROR_READ_ONLY, %MARCH_ERROR_NO_SPACE,
 * %MARCH_ERROR_NOT_FOUND if @target's folder is gone, %MARCH_ERROR_BUSY if another program has
 * @target open, %G_IO_ERROR_CANCELLED, or another #MarchError
 */
MarchPublication *
march_publication_prepare (const char   *path,
                           const char   *target,
                           const char   *folder,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autoptr (MarchPublication) publication = g_new0 (MarchPublication, 1);

  publication->target = follow_links (target);
  publication->folder = g_strdup (folder);
  if (!check_quiet (publication->target, error) || !choose_temporary (publication, error) ||
      !back_up (path, publication->temporary, cancellable, error) ||
      !march_imports_drop_orphans (publication->temporary, error) ||
      !check_whole (publication->temporary, error))
    return NULL;
  publication->sha256 = march_file_hash (publication->temporary, error);
  if (publication->sha256 == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  set_permissions (publication);
  return g_steal_pointer (&publication);
}

/* Not atomic, but the working copy stays until this is done. */
static gboolean
write_over (MarchPublication *publication, GError **error)
{
  g_autofree char *contents = NULL;
  gsize            length;
  g_autoptr (GFile) file = g_file_new_for_path (publication->target);
  g_autoptr (GError) reason = NULL;

  if (!g_file_get_contents (publication->temporary, &contents, &length, error))
    return FALSE;
  if (g_file_replace_contents (file, contents, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                               &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return march_file_fail (publication->target, ENOSPC, error);
  return march_file_fail (publication->target, EACCES, error);
}

/**
 * march_publication_finish:
 *
 * Puts the copy in its place, durably and, if it stands beside it, atomically.
 */
gboolean
march_publication_finish (MarchPublication *publication, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (publication->target);

  if (!check_quiet (publication->target, error))
    return FALSE;
  if (!publication->beside)
    return write_over (publication, error);
  if (g_rename (publication->temporary, publication->target) != 0)
    return march_file_fail (publication->target, errno, error);
  g_clear_pointer (&publication->temporary, g_free);
  return march_file_sync_folder (folder, error);
}

/* A disk that is full leaves SQLite's journal behind, too, and so does a process that is killed. */
static gboolean
remove_temporary (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (journal);
  return g_unlink (temporary) == 0;
}

/**
 * march_publication_clear_left:
 * @folder: of a working copy, which this process holds
 *
 * Removes the copy that a process which was killed while it saved left beside its target. One on a
 * medium that isn't there now stays noted.
 */
void
march_publication_clear_left (const char *folder)
{
  g_autofree char *path = get_note (folder);
  g_autofree char *temporary = NULL;
  g_autofree char *name = NULL;
  g_autofree char *parent = NULL;

  if (!g_file_get_contents (path, &temporary, NULL, NULL))
    return;
  name = g_path_get_basename (temporary);
  parent = g_path_get_dirname (temporary);
  if (!g_path_is_absolute (temporary) || *name != '.' || remove_temporary (temporary)
      || g_file_test (parent, G_FILE_TEST_IS_DIR))
    g_unlink (path);
}

/**
 * march_publication_free:
 *
 * Removes a copy that was not put in its place.
 */
void
march_publication_free (MarchPublication *publication)
{
  g_autofree char *path = get_note (publication->folder);

  if (publication->temporary != NULL)
    remove_temporary (publication->temporary);
  g_unlink (path);
  g_free (publication->temporary);
  g_free (publication->target);
  g_free (publication->folder);
  g_free (publication->sha256);
  g_free (publication);
}
