/* march-whole-file.c — puts a file where the user wants it, whole or not at all */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"

typedef struct
{
  const char *path;      /* as the user gave it */
  char       *target;    /* links followed, so that one stays a link */
  char       *temporary; /* beside it; NULL where the target itself is written to */
  int         file;
} WholeFile;

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                   _("The folder of “%s” does not exist. Make it first, or choose another one."),
                   name);
      break;
    case EISDIR:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” is a folder. Give the name of a file in it."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY,
                   _("“%s” may not be written. Choose another folder."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE,
                   _("The disk is full, so that “%s” was not written. Free some space and try "
                     "again."),
                   name);
      break;
    default:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _("“%s” can’t be written: %s."), name,
                   g_strerror (number));
    }
  return FALSE;
}

static char *
make_template (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);

  return g_build_filename (folder, ".marchland-XXXXXX", NULL);
}

/* Beside what is there, with its permissions. A folder that takes no new file may have one that can
 * be written over. */
static int
open_beside (WholeFile *whole, const struct stat *status)
{
  whole->temporary = make_template (whole->target);
  whole->file = g_mkstemp_full (whole->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (whole->file >= 0)
    {
      if (status != NULL)
        fchmod (whole->file, status->st_mode & 0777);
      return 0;
    }
  g_clear_pointer (&whole->temporary, g_free);
  if (status != NULL && (errno == EACCES || errno == EPERM))
    whole->file = g_open (whole->target, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  return whole->file >= 0 ? 0 : errno;
}

/* A pipe or a device is written to as it stands. */
static int
open_file (WholeFile *whole)
{
  struct stat status;
  gboolean    there = stat (whole->target, &status) == 0;

  if (there && S_ISDIR (status.st_mode))
    return EISDIR;
  if (!there || S_ISREG (status.st_mode))
    return open_beside (whole, there ? &status : NULL);
  whole->file = g_open (whole->target, O_WRONLY | O_CLOEXEC, 0);
  return whole->file >= 0 ? 0 : errno;
}

/* Takes @reason, which GIO wrote. */
static gboolean
put_in_words (const char *path, GError *reason, GError **error)
{
  g_autoptr (GError) owned = reason;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return fail (path, ENOSPC, error);
  if (reason->domain == G_IO_ERROR && reason->code != G_IO_ERROR_CANCELLED)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _("“%s” can’t be written: %s."), path,
                 reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

static gboolean
fill_file (WholeFile *whole, MarchWholeFileFunc fill, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (whole->file, FALSE);
  GError *reason = NULL;

  if (!fill (stream, data, &reason))
    return put_in_words (whole->path, reason, error);
  return whole->temporary == NULL || fsync (whole->file) == 0 || fail (whole->path, errno, error);
}

static gboolean
finish (WholeFile *whole, gboolean good, GError **error)
{
  if (close (whole->file) != 0 && good)
    good = fail (whole->path, errno, error);
  if (good && whole->temporary != NULL && g_rename (whole->temporary, whole->target) != 0)
    good = fail (whole->path, errno, error);
  if (!good && whole->temporary != NULL)
    g_unlink (whole->temporary);
  return good;
}

/**
 * march_whole_file_make:
 * @path: replaced if it is there; links are followed
 * @fill: (scope call)
 *
 * Makes a file, durably. What was there before is there still if that fails, and nothing else is
 * left behind. A pipe or a device is written to as it stands. Any thread.
 *
 * Returns: %FALSE with an error of @fill, %MARCH_ERROR_NO_SPACE, %MARCH_ERROR_READ_ONLY,
 * %MARCH_ERROR_NOT_FOUND if the folder isn't there, or another #MarchError
 */
gboolean
march_whole_file_make (const char *path, MarchWholeFileFunc fill, gpointer data, GError **error)
{
  char     *real = realpath (path, NULL);
  WholeFile whole = { .path = path, .target = g_strdup (real != NULL ? real : path), .file = -1 };
  int       number = open_file (&whole);
  gboolean  good;

  if (number == 0)
    good = finish (&whole, fill_file (&whole, fill, data, error), error);
  else
    good = fail (path, number, error);
  free (real);
  g_free (whole.target);
  g_free (whole.temporary);
  return good;
}

static gboolean
write_bytes (GOutputStream *stream, gpointer data, GError **error)
{
  gsize         length;
  gconstpointer contents = g_bytes_get_data (data, &length);

  return g_output_stream_write_all (stream, contents, length, NULL, NULL, error);
}

/**
 * march_whole_file_write:
 *
 * As march_whole_file_make(), of what is at hand already.
 */
gboolean
march_whole_file_write (const char *path, const char *contents, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, length);

  return march_whole_file_make (path, write_bytes, bytes, error);
}

static void
save_in_thread (GTask *task, gpointer file, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  gsize            length;
  const char      *contents = g_bytes_get_data (data, &length);
  GError          *error = NULL;
  gboolean         good;

  if (path != NULL)
    good = march_whole_file_write (path, contents != NULL ? contents : "", length, &error);
  else
    good = g_file_replace_contents (file, contents, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                    cancellable, &error);
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * march_whole_file_save_async:
 * @file: one that the user chose, also where no path leads
 *
 * As march_whole_file_write(), on another thread.
 */
void
march_whole_file_save_async (GFile              *file,
                             GBytes             *contents,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_set_source_tag (task, march_whole_file_save_async);
  g_task_set_task_data (task, g_bytes_ref (contents), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
march_whole_file_save_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
