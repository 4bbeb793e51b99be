/* march-header.c — what the first hundred bytes of a file say about it, before SQLite sees it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-header.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier/march-file.h"

/* https://www.sqlite.org/fileformat.html, 1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"

static guint32
read_uint32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gint64
read_page_size (const guint8 *bytes)
{
  guint size = (guint) bytes[16] << 8 | bytes[17];

  return size == 1 ? 65536 : size;
}

/* Reads what is there, up to the header's size, and the file's status. */
static gboolean
read_start (const char *path, guint8 *bytes, gsize *n_read, struct stat *status, GError **error)
{
  int     file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  ssize_t n = 0;

  if (file < 0)
    return march_file_fail (path, errno, error);
  if (fstat (file, status) != 0 ||
      (S_ISREG (status->st_mode) && (n = read (file, bytes, HEADER_SIZE)) < 0))
    {
      march_file_fail (path, errno, error);
      close (file);
      return FALSE;
    }
  close (file);
  *n_read = (gsize) n;
  return TRUE;
}

static gboolean
check_kind (const guint8 *bytes, gsize n_read, const char *name, GError **error)
{
  gboolean is_sqlite = n_read >= sizeof HEADER_MAGIC &&
                       memcmp (bytes, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0;

  if (n_read == 0)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER,
                 _ ("“%s” is empty. Copying it may have failed; fetch it again."), name);
  else if (!is_sqlite)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER,
                 _ ("“%s” is not a dossier. Choose a GeoPackage that Marchland has written."),
                 name);
  else if (n_read < HEADER_SIZE)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                 _ ("“%s” was cut off. Copying it may have failed; fetch it again."), name);
  else if (read_uint32 (bytes + 68) != MARCH_APPLICATION_ID)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER,
                 _ ("“%s” is a database of another program, not a dossier. Choose a GeoPackage "
                    "that Marchland has written."),
                 name);
  else
    return TRUE;
  return FALSE;
}

/* The header counts the pages, validly so if two counters agree; a file with a write-ahead log may
 * be shorter. */
static gboolean
check_length (const guint8 *bytes, gint64 size, const char *name, GError **error)
{
  gint64   page_size = read_page_size (bytes);
  gint64   n_pages = read_uint32 (bytes + 28);
  gboolean counted = n_pages > 0 && read_uint32 (bytes + 24) == read_uint32 (bytes + 92);

  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("“%s” is damaged in its first page. Open an earlier copy of it."), name);
      return FALSE;
    }
  if (size < page_size || (counted && bytes[18] != 2 && size < n_pages * page_size))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("“%s” was cut off. Copying it may have failed; fetch it again."), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * march_header_read:
 * @path: of a file that may be anything
 * @header: (out): what its header says
 *
 * Reads a file's header without locking it, and refuses what can't be a dossier: folders, devices,
 * other kinds of file, other programs' databases, files that were cut off.
 *
 * Returns: %FALSE with a #MarchError in @error
 */
gboolean
march_header_read (const char *path, MarchHeader *header, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guint8           bytes[HEADER_SIZE] = { 0 };
  struct stat      status;
  gsize            n_read = 0;

  if (!read_start (path, bytes, &n_read, &status, error))
    return FALSE;
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER,
                   S_ISDIR (status.st_mode) ? _ ("“%s” is a folder. Choose a dossier in it.")
                                            : _ ("“%s” is a device, not a file. Choose a dossier."),
                   name);
      return FALSE;
    }
  if (!check_kind (bytes, n_read, name, error) ||
      !check_length (bytes, status.st_size, name, error))
    return FALSE;

  header->uses_wal = bytes[18] == 2 || bytes[19] == 2;
  return TRUE;
}
