/* march-file.c — files as the system keeps them: told apart, copied and made durable */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"

#define CHUNK (256 * 1024)

/**
 * march_file_fail:
 * @number: an errno
 *
 * Puts a system error into a sentence.
 *
 * Returns: %FALSE
 */
gboolean
march_file_fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *whole = g_filename_display_name (path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                   _ ("“%s” does not exist. Check whether it was moved, or whether its disk is "
                      "connected."),
                   whole);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY,
                   _ ("Access to “%s” is not permitted. Ask its owner, or work on a copy."), name);
      break;
    case EROFS:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY,
                   _ ("“%s” stands on a medium that can't be written to. Save it in another "
                      "folder."),
                   name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE,
                   _ ("The disk that holds “%s” is full. Free some space and try again; what was "
                      "stored before is unharmed."),
                   name);
      break;
    default:
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _ ("“%s” can't be read or written: %s."),
                   name, g_strerror (number));
      break;
    }
  return FALSE;
}

/**
 * march_file_identify:
 * @identity: (out): follows symbolic links
 */
gboolean
march_file_identify (const char *path, MarchIdentity *identity, GError **error)
{
  struct stat status;

  *identity = (MarchIdentity){ 0 };
  if (stat (path, &status) != 0)
    return march_file_fail (path, errno, error);
  identity->device = status.st_dev;
  identity->inode = status.st_ino;
  identity->size = status.st_size;
  identity->changed_ns = (gint64) status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) +
                         status.st_mtim.tv_nsec;
  return TRUE;
}

gboolean
march_identity_equal (const MarchIdentity *a, const MarchIdentity *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->changed_ns == b->changed_ns;
}

static gssize
read_some (int file, guint8 *buffer)
{
  gssize n;

  do
    n = read (file, buffer, CHUNK);
  while (n < 0 && errno == EINTR);
  return n;
}

static gboolean
write_all (int file, const guint8 *buffer, gsize length)
{
  while (length > 0)
    {
      gssize n = write (file, buffer, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          buffer += n;
          length -= (gsize) n;
        }
    }
  return TRUE;
}

/**
 * march_file_hash:
 *
 * Returns: (transfer full): the SHA-256 of the file's content, in hexadecimal
 */
char *
march_file_hash (const char *path, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  int                file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize             n = 0;
  int                number;

  while (file >= 0 && (n = read_some (file, buffer)) > 0)
    g_checksum_update (sum, buffer, n);
  number = errno;
  if (file >= 0)
    close (file);
  if (file < 0 || n < 0)
    {
      march_file_fail (path, number, error);
      return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
copy_content (int from, int to, const char *path, const char *target, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gssize             n;

  while ((n = read_some (from, buffer)) > 0)
    if (!write_all (to, buffer, (gsize) n))
      return march_file_fail (target, errno, error);
  if (n < 0)
    return march_file_fail (path, errno, error);
  return fsync (to) == 0 || march_file_fail (target, errno, error);
}

/**
 * march_file_copy:
 * @target: replaced if it is there; readable by its owner only
 *
 * Copies a file's content, durably. A target that could not be written whole is removed.
 */
gboolean
march_file_copy (const char *path, const char *target, GError **error)
{
  int      from = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int      to = -1;
  gboolean good;

  if (from < 0)
    return march_file_fail (path, errno, error);
  to = g_open (target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  good = to >= 0 ? copy_content (from, to, path, target, error)
                 : march_file_fail (target, errno, error);
  close (from);
  if (to >= 0 && close (to) != 0 && good)
    good = march_file_fail (target, errno, error);
  if (to >= 0 && !good)
    g_unlink (target);
  return good;
}

/**
 * march_file_has_content:
 *
 * Returns: whether there is a file that is not empty
 */
gboolean
march_file_has_content (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && status.st_size > 0;
}

/**
 * march_file_sync_folder:
 *
 * Makes what was renamed or made in a folder durable. File systems that can't are no reason to
 * fail.
 */
gboolean
march_file_sync_folder (const char *folder, GError **error)
{
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int number = 0;

  if (file < 0)
    return march_file_fail (folder, errno, error);
  if (fsync (file) != 0)
    number = errno;
  close (file);
  return number == 0 || number == EINVAL || number == ENOTSUP ||
         march_file_fail (folder, number, error);
}

/**
 * march_file_remove_folder:
 *
 * Removes a folder of ours and the files in it; ours have no folders in them. What can't be removed
 * stays.
 */
void
march_file_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
