/* march-database.c — a connection to a dossier's file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-database.h"
#include "dossier/march-database-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "dossier/march-gpkg-functions.h"
#include "dossier/march-schema.h"

#define BUSY_TIMEOUT_MS 5000
#define LONGEST_PATH 500

static const struct
{
  int setting;
  int value;
} settings[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
};

/* Far above what a dossier needs, far below what would hang the program. */
static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
  { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 200 },
  { SQLITE_LIMIT_ATTACHED, 1 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static int
configure (sqlite3 *handle)
{
  int code = march_gpkg_functions_register (handle);

  for (gsize i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (settings); i++)
    code = sqlite3_db_config (handle, settings[i].setting, settings[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  return code;
}

/* SQLite's, less what its journals add. */
static gboolean
check_length (const char *absolute, GError **error)
{
  g_autofree char *name = NULL;

  if (strlen (absolute) <= LONGEST_PATH)
    return TRUE;
  name = g_filename_display_basename (absolute);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _ ("The path to “%s” is longer than %d bytes. Give its folders shorter names, or "
                  "move it to another one."),
               name, LONGEST_PATH);
  return FALSE;
}

static char *
make_uri (const char *path, gboolean immutable, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = NULL;

  if (!check_length (absolute, error))
    return NULL;
  escaped = g_uri_escape_string (absolute, "/", FALSE);
  return g_strdup_printf ("file:%s%s", escaped, immutable ? "?immutable=1" : "");
}

static MarchDatabase *
open_with_flags (const char *path, int flags, gboolean immutable, GError **error)
{
  g_autoptr (MarchDatabase) database = g_new0 (MarchDatabase, 1);
  g_autofree char *uri = NULL;
  int              code;

  uri = *path != '\0' ? make_uri (path, immutable, error) : g_strdup (":memory:");
  if (uri == NULL)
    return NULL;
  database->path = g_strdup (path);
  code = sqlite3_open_v2 (uri, &database->handle, flags | SQLITE_OPEN_URI, NULL);
  if (code == SQLITE_OK)
    code = configure (database->handle);
  if (code != SQLITE_OK)
    {
      march_sqlite_fail (database->handle, code, error);
      return NULL;
    }
  if (!march_sqlite_run (database->handle, "PRAGMA cell_size_check = ON", error))
    return NULL;
  return g_steal_pointer (&database);
}

/* One file after each commit, whole and without a write-ahead log. Before SQLite 3.41 R-trees in
 * triggers and json_valid() in a check are unsafe in a schema that is not trusted, so that nothing
 * could be written; triggers stay off until they are known. */
static gboolean
prepare_writing (MarchDatabase *database, GError **error)
{
  int code = sqlite3_db_config (database->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);

  if (code != SQLITE_OK)
    return march_sqlite_fail (database->handle, code, error);
  return march_sqlite_run (database->handle,
                           "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA "
                           "secure_delete = ON",
                           error);
}

/**
 * march_database_create:
 * @path: where no file may be yet
 *
 * Makes a new, empty dossier: a GeoPackage with all tables and no record. The first record to
 * insert is the one of "dossier", with the id 1. If what follows fails, deleting the file is up to
 * the caller.
 *
 * Returns: (transfer full): a connection for writing, or %NULL with a #MarchError
 */
MarchDatabase *
march_database_create (const char *path, GError **error)
{
  g_autoptr (MarchDatabase) database = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("“%s” exists already. Choose another name, or delete it first."), name);
      return NULL;
    }

  database = open_with_flags (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, error);
  if (database == NULL || !prepare_writing (database, error) ||
      !march_schema_create (database, error) || !march_database_run_triggers (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * march_database_open:
 * @path: of a file that march_header_read() found to be a GeoPackage
 *
 * Returns: (transfer full): a connection, or %NULL with a #MarchError
 */
MarchDatabase *
march_database_open (const char *path, MarchAccess access, GError **error)
{
  g_autoptr (MarchDatabase) database = NULL;
  int flags = access == MARCH_ACCESS_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

  database = open_with_flags (path, flags, access == MARCH_ACCESS_IMMUTABLE, error);
  if (database == NULL || (access == MARCH_ACCESS_WRITE && !prepare_writing (database, error)))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * march_database_open_memory:
 *
 * Returns: (transfer full): a connection to an empty database in memory, to attach others to
 */
MarchDatabase *
march_database_open_memory (GError **error)
{
  /* Not by a flag, which what is attached would inherit. */
  return open_with_flags ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, error);
}

/**
 * march_database_free:
 *
 * Closes the connection. What was not committed is rolled back.
 */
void
march_database_free (MarchDatabase *database)
{
  g_clear_pointer (&database->holdings, g_hash_table_unref);
  g_clear_pointer (&database->documents, g_hash_table_unref);
  g_clear_pointer (&database->points, g_hash_table_unref);
  sqlite3_close_v2 (database->handle);
  g_free (database->path);
  g_free (database);
}

/**
 * march_database_recall:
 * @cache: (nullable): one of a connection's, of what is read once by the id of its import
 *
 * Returns: (transfer none) (nullable): what was remembered
 */
gpointer
march_database_recall (GHashTable *cache, gint64 id)
{
  return cache != NULL ? g_hash_table_lookup (cache, &id) : NULL;
}

/**
 * march_database_remember:
 * @cache: (inout): made if it is not there yet
 * @value: (transfer full) (nullable): %NULL, as of a failure, is not remembered
 */
void
march_database_remember (GHashTable   **cache,
                         gint64         id,
                         gpointer       value,
                         GDestroyNotify free_value)
{
  if (value == NULL)
    return;
  if (*cache == NULL)
    *cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
  g_hash_table_insert (*cache, g_memdup2 (&id, sizeof id), value);
}

const char *
march_database_get_path (MarchDatabase *database)
{
  return database->path;
}

/**
 * march_database_run_triggers:
 * @database: one whose triggers and views are all known, as march_schema_drop_foreign() leaves it
 *
 * Lets the triggers run that keep the R-trees in step; a connection for writing begins without.
 */
gboolean
march_database_run_triggers (MarchDatabase *database, GError **error)
{
  int code = sqlite3_db_config (database->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);

  return code == SQLITE_OK || march_sqlite_fail (database->handle, code, error);
}

gboolean
march_database_begin (MarchDatabase *database, GError **error)
{
  return march_sqlite_run (database->handle, "BEGIN IMMEDIATE", error);
}

gboolean
march_database_commit (MarchDatabase *database, GError **error)
{
  return march_sqlite_run (database->handle, "COMMIT", error);
}

/**
 * march_database_rollback:
 *
 * Rolls back what was begun; does nothing if SQLite did so by itself, as it does when a disk is
 * full.
 */
void
march_database_rollback (MarchDatabase *database)
{
  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
}
