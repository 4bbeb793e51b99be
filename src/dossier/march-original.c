/* march-original.c — the file that the analyst opened: read without a lock, never written but by a
 * save */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-original.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier/march-header.h"
#include "dossier/march-schema.h"
#include "dossier/march-working-copy.h"

#define COPY_TRIES 3

static const char *const journals[] = { "-wal", "-journal" };

static gboolean
has_journal (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *journal = g_strconcat (path, journals[i], NULL);

      if (march_file_has_content (journal))
        return TRUE;
    }
  return FALSE;
}

static gboolean
copy_with_journals (const char *path, const char *target, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *from = g_strconcat (path, journals[i], NULL);
      g_autofree char *to = g_strconcat (target, journals[i], NULL);

      if (march_file_has_content (from) ? !march_file_copy (from, to, error)
                                        : g_unlink (to) != 0 && errno != ENOENT)
        return FALSE;
    }
  return march_file_copy (path, target, error);
}

static void
identify_all (const char *path, MarchIdentity *identities)
{
  march_file_identify (path, &identities[0], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *journal = g_strconcat (path, journals[i], NULL);

      march_file_identify (journal, &identities[i + 1], NULL);
    }
}

/* Plain copies, as asking SQLite would lock the original and put files beside it. Another program
 * may write meanwhile. */
static gboolean
copy_quiet_file (const char *path, const char *target, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  for (guint i = 0; i < COPY_TRIES; i++)
    {
      MarchIdentity before[1 + G_N_ELEMENTS (journals)], after[1 + G_N_ELEMENTS (journals)];
      gboolean      same = TRUE;

      identify_all (path, before);
      if (!copy_with_journals (path, target, error))
        return FALSE;
      identify_all (path, after);
      for (gsize k = 0; k < G_N_ELEMENTS (before); k++)
        same = same && march_identity_equal (&before[k], &after[k]);
      if (same)
        return TRUE;
    }
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BUSY,
               _ ("Another program is writing to “%s”. Try again in a moment."), name);
  return FALSE;
}

/* Opening the copy for writing works the journal in. */
static gboolean
make_private_copy (MarchOriginal *original, GError **error)
{
  g_autofree char *copy = NULL;

  original->folder = march_private_folder_new (error);
  if (original->folder == NULL)
    return FALSE;
  copy = march_private_folder_get_copy (original->folder);
  if (!copy_quiet_file (original->path, copy, error))
    return FALSE;
  g_clear_pointer (&original->database, march_database_free);
  original->database = march_database_open (copy, MARCH_ACCESS_WRITE, error);
  return original->database != NULL && march_schema_upgrade (original->database, error);
}

/* What is in that folder has no name that a reader knows. */
static gboolean
open_private_copy (MarchOriginal *original, GError **error)
{
  g_autofree char *name = g_filename_display_basename (original->path);
  g_autofree char *root = march_working_copy_get_root ();
  g_autofree char *place = g_filename_display_name (root);
  GError          *reason = NULL;

  if (make_private_copy (original, &reason))
    return TRUE;
  if (!g_error_matches (reason, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_error_free (reason);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE,
               _ ("There is no room to read “%1$s”, which is copied to “%2$s” for that. Free some "
                  "space on that disk and try again. The file is unharmed."),
               name, place);
  return FALSE;
}

static gboolean
open_database (MarchOriginal *original, GError **error)
{
  gint64 version = 0;

  if (has_journal (original->path))
    return open_private_copy (original, error);
  original->database = march_database_open (original->path, MARCH_ACCESS_IMMUTABLE, error);
  if (original->database == NULL || !march_schema_check (original->database, &version, error))
    return FALSE;
  return version == MARCH_SCHEMA_VERSION || open_private_copy (original, error);
}

static void
warn_of_lost_journal (const char *path, GPtrArray *warnings)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  if (!march_file_has_content (journal))
    g_ptr_array_add (
        warnings,
        g_strdup_printf (_ ("“%s” was last written by a program that keeps its newest rows in a "
                            "second file, “%s-wal”, and that file is not there. "
                            "If the dossier was copied while open in that program, its newest rows "
                            "are missing; close it there and copy it again."),
                         name, name));
}

static gboolean
warn_of_foreign (MarchDatabase *database, GPtrArray *warnings, GError **error)
{
  g_autoptr (GPtrArray) foreign = march_schema_list_foreign (database, error);

  for (guint i = 0; foreign != NULL && i < foreign->len; i++)
    g_ptr_array_add (warnings,
                     g_strdup_printf (_ ("The file holds a %s that is no part of a dossier. It is "
                                         "not run, and is left out of what is saved."),
                                      (const char *) g_ptr_array_index (foreign, i)));
  return foreign != NULL;
}

/**
 * march_original_open:
 * @path: of a file that may be anything
 * @warnings: (element-type utf8): takes sentences on what the analyst should know of it
 *
 * Opens a file for reading. It is neither locked nor changed, and nothing is put beside it.
 *
 * Returns: (transfer full): the file as it is, or %NULL with a #MarchError
 */
MarchOriginal *
march_original_open (const char *path, GPtrArray *warnings, GError **error)
{
  g_autoptr (MarchOriginal) original = g_new0 (MarchOriginal, 1);
  MarchHeader header;

  original->path = g_strdup (path);
  if (!march_header_read (path, &header, error) ||
      !march_file_identify (path, &original->identity, error) || !open_database (original, error))
    return NULL;
  if (header.uses_wal)
    warn_of_lost_journal (path, warnings);
  if (!warn_of_foreign (original->database, warnings, error))
    return NULL;
  return g_steal_pointer (&original);
}

void
march_original_free (MarchOriginal *original)
{
  g_clear_pointer (&original->database, march_database_free);
  g_clear_pointer (&original->folder, march_private_folder_free);
  g_free (original->path);
  g_free (original);
}

/**
 * march_original_get_path:
 *
 * Returns: of the file to read: the original itself or the private copy
 */
const char *
march_original_get_path (MarchOriginal *original)
{
  return march_database_get_path (original->database);
}

/**
 * march_original_get_access:
 *
 * Returns: how a further connection is to read it
 */
MarchAccess
march_original_get_access (MarchOriginal *original)
{
  return original->folder != NULL ? MARCH_ACCESS_READ : MARCH_ACCESS_IMMUTABLE;
}
