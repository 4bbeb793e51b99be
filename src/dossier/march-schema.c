/* march-schema.c — makes, upgrades and inspects the tables of a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-schema.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-record-table.h"
#include "dossier/march-search-index.h"

#define RESOURCE_FOLDER "/io/github/marchland_map/Marchland/library/schema/"
#define EXTENSION_NAME "marchland_dossier"
#define EXTENSION_DEFINITION                                                                       \
  "https://github.com/marchland-map/marchland/blob/main/docs/dossier-file.md"
#define RTREE_DEFINITION "http://www.geopackage.org/spec130/#extension_rtree"

/* The file of version n is the n-th. They never change: a change of the tables is a further file.
 */
static const char *const version_files[] = {
  "0001-dossier.sql",
  "0002-areas.sql",
  "0003-readings.sql",
  "0004-points.sql",
  "0005-notes.sql",
};

G_STATIC_ASSERT (G_N_ELEMENTS (version_files) == MARCH_SCHEMA_VERSION);

/* Ours, but no records: listed as an extension's tables, not among the contents. */
static const char *const further_tables[] = {
  "history",     "history_row", "schema_version", "search_entry",  "search",
  "search_data", "search_idx",  "search_docsize", "search_config",
};

/* What belongs to an import: no records of their own, as an import is undone as a whole. */
static const struct
{
  const char *name;
  const char *geometry; /* its type; NULL: it is no layer */
} bulk_tables[] = {
  { "piece", "GEOMETRY" },
  { "blank", NULL },
  { "import_feature", NULL },
  { "point", "POINT" },
};

static char *
load_sql (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
fill_template (const char *template, const char *table)
{
  GString *text = g_string_new (template);

  g_string_replace (text, "<t>", table, 0);
  return g_string_free (text, FALSE);
}

static gboolean
apply_versions (MarchDatabase *database, gint64 from, GError **error)
{
  for (gint64 version = from + 1; version <= MARCH_SCHEMA_VERSION; version++)
    {
      g_autofree char *sql = load_sql (version_files[version - 1]);

      if (!march_sqlite_run (database->handle, sql, error) ||
          !march_sqlite_run_format (database->handle, error,
                                    "INSERT INTO schema_version VALUES (%" G_GINT64_FORMAT
                                    ", strftime ('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now'))",
                                    version))
        return FALSE;
    }
  return TRUE;
}

static gboolean
register_layer (MarchDatabase *database, const char *table, const char *geometry, GError **error)
{
  g_autofree char *template = load_sql ("rtree.sql");
  g_autofree char *rtree = fill_template (template, table);

  return march_sqlite_run_format (database->handle, error,
                                  "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, "
                                  "identifier, srs_id) VALUES ('%s', 'features', '%s', 4326)",
                                  table, table) &&
         march_sqlite_run_format (database->handle, error,
                                  "INSERT OR IGNORE INTO gpkg_geometry_columns VALUES ('%s', "
                                  "'geom', '%s', 4326, 0, 0)",
                                  table, geometry) &&
         march_sqlite_run_format (database->handle, error,
                                  "INSERT OR IGNORE INTO gpkg_extensions VALUES ('%s', 'geom', "
                                  "'gpkg_rtree_index', '" RTREE_DEFINITION "', 'write-only')",
                                  table) &&
         march_sqlite_run (database->handle, rtree, error);
}

static gboolean
register_attributes (MarchDatabase *database, const char *table, GError **error)
{
  return march_sqlite_run_format (database->handle, error,
                                  "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, "
                                  "identifier) VALUES ('%s', 'attributes', '%s')",
                                  table, table);
}

/* "write-only" as the tables can be read without knowing more, while a writer has to keep what
 * search and history say in step. */
static gboolean
register_extension (MarchDatabase *database, const char *table, GError **error)
{
  return march_sqlite_run_format (database->handle, error,
                                  "INSERT OR IGNORE INTO gpkg_extensions VALUES ('%s', NULL, "
                                  "'" EXTENSION_NAME "', '" EXTENSION_DEFINITION "', 'write-only')",
                                  table);
}

/* Those of an older version are registered: a unique rule of the standard does not see it, as the
 * column's name is NULL. */
static gboolean
is_registered (MarchDatabase *database, const char *table, gboolean *is, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM gpkg_extensions WHERE table_name = '%s' AND "
                       "extension_name = '" EXTENSION_NAME "'",
                       table);
  gint64           n = 0;

  if (!march_sqlite_select_integer (database->handle, sql, &n, error))
    return FALSE;
  *is = n > 0;
  return TRUE;
}

static gboolean
register_once (MarchDatabase *database, const char *table, GError **error)
{
  gboolean is = FALSE;

  return is_registered (database, table, &is, error) &&
         (is || register_extension (database, table, error));
}

static gboolean
register_table (MarchDatabase *database, const char *table, const char *geometry, GError **error)
{
  gboolean is = FALSE;

  if (!is_registered (database, table, &is, error))
    return FALSE;
  if (is)
    return TRUE;
  return (geometry != NULL ? register_layer (database, table, geometry, error)
                           : register_attributes (database, table, error)) &&
         register_extension (database, table, error);
}

static gboolean
register_tables (MarchDatabase *database, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!register_table (database, tables[i].name, tables[i].is_layer ? "GEOMETRY" : NULL,
                         error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bulk_tables); i++)
    if (!register_table (database, bulk_tables[i].name, bulk_tables[i].geometry, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (further_tables); i++)
    if (!register_once (database, further_tables[i], error))
      return FALSE;
  return register_attributes (database, "history", error) &&
         register_attributes (database, "history_row", error);
}

static gboolean
create_tables (MarchDatabase *database, GError **error)
{
  g_autofree char *geopackage = load_sql ("0000-geopackage.sql");

  return march_sqlite_run (database->handle, geopackage, error) &&
         apply_versions (database, 0, error) && register_tables (database, error);
}

/**
 * march_schema_create:
 * @database: an empty one, open for writing
 *
 * Makes all tables in one transaction.
 */
gboolean
march_schema_create (MarchDatabase *database, GError **error)
{
  if (!march_database_begin (database, error))
    return FALSE;
  if (create_tables (database, error) && march_database_commit (database, error))
    return TRUE;
  march_database_rollback (database);
  return FALSE;
}

static gboolean
has_table (MarchDatabase *database, const char *name, gboolean *has, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1 "
                                   "AND rootpage > 0",
                                   error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, name);
  return march_statement_step (statement, has, error);
}

static gboolean
check_tables (MarchDatabase *database, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      gboolean has = FALSE;

      if (!has_table (database, tables[i].name, &has, error))
        return FALSE;
      if (!has)
        {
          g_autofree char *name = g_filename_display_basename (database->path);

          g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                       _ ("“%s” is damaged: it has no table “%s”. Open an earlier copy of it."),
                       name, tables[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * march_schema_check:
 * @version: (out): the version of its tables; one below #MARCH_SCHEMA_VERSION wants
 * march_schema_upgrade() before anything else is read
 *
 * Finds out whether a GeoPackage is a dossier that this program can read.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_A_DOSSIER, %MARCH_ERROR_NEWER or %MARCH_ERROR_DAMAGED
 */
gboolean
march_schema_check (MarchDatabase *database, gint64 *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (database->path);
  gboolean         has = FALSE;

  if (!has_table (database, "schema_version", &has, error))
    return FALSE;
  if (!has)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_A_DOSSIER,
                   _ ("“%s” is a GeoPackage, but not a dossier. Choose one that Marchland has "
                      "written."),
                   name);
      return FALSE;
    }
  if (!march_sqlite_select_integer (database->handle, "SELECT max (version) FROM schema_version",
                                    version, error))
    return FALSE;
  if (*version > MARCH_SCHEMA_VERSION)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Marchland. Update this program to "
                      "open it; the file is unharmed."),
                   name);
      return FALSE;
    }
  if (*version < 1)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _ ("“%s” is damaged: it does not say which version wrote it. Open an earlier "
                      "copy of it."),
                   name);
      return FALSE;
    }
  return *version < MARCH_SCHEMA_VERSION || check_tables (database, error);
}

/**
 * march_schema_upgrade:
 * @database: a working copy, open for writing
 *
 * Brings older tables to #MARCH_SCHEMA_VERSION, in one transaction, and makes the index of the
 * search anew, as older versions numbered its entries otherwise; does nothing if they are.
 */
gboolean
march_schema_upgrade (MarchDatabase *database, GError **error)
{
  gint64 version = 0;

  if (!march_schema_check (database, &version, error))
    return FALSE;
  if (version == MARCH_SCHEMA_VERSION)
    return TRUE;
  if (!march_database_begin (database, error))
    return FALSE;
  if (apply_versions (database, version, error) && register_tables (database, error) &&
      march_search_index_rebuild (database, error) && march_database_commit (database, error))
    return TRUE;
  march_database_rollback (database);
  return FALSE;
}

/* Text without spaces and quotation marks, in lower case: programs differ in these. */
static char *
normalise_sql (const char *sql)
{
  GString *text = g_string_new (NULL);

  for (const char *p = sql; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && strchr ("\"'`", *p) == NULL)
      g_string_append_c (text, g_ascii_tolower (*p));
  return g_string_free (text, FALSE);
}

/* Only for text of our own: in a foreign one, "--" may stand within a literal and hide what
 * follows. */
static char *
strip_comments (const char *sql)
{
  g_auto (GStrv) lines = g_strsplit (sql, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "--"))
      lines[i][0] = '\0';
  return g_strjoinv ("\n", lines);
}

/* A template file has several triggers, each ending in "end;": @trigger has to be exactly one of
 * them. */
static gboolean
template_has (const char *file, const char *table, const char *trigger)
{
  g_autofree char *template = load_sql (file);
  g_autofree char *bare = strip_comments (template);
  g_autofree char *filled = fill_template (bare, table);
  g_autofree char *normal = normalise_sql (filled);
  g_autofree char *wanted = normalise_sql (trigger);
  g_autofree char *ended = g_strconcat (wanted, ";", NULL);
  const char      *found = strstr (normal, ended);

  return g_str_has_prefix (wanted, "createtrigger") && g_str_has_suffix (ended, "end;") &&
         found != NULL && strstr (ended + 1, "createtrigger") == NULL;
}

static gboolean
is_known (const char *type, const char *table, const char *sql)
{
  return g_str_equal (type, "trigger") && table != NULL && sql != NULL &&
         (template_has ("rtree.sql", table, sql) ||
          template_has ("known-triggers.sql", table, sql));
}

/**
 * march_schema_list_foreign:
 *
 * Lists triggers and views that neither a dossier nor the programs that edit GeoPackages put into a
 * file.
 *
 * Returns: (transfer full) (element-type utf8): "trigger" or "view", a space, and its name
 */
GPtrArray *
march_schema_list_foreign (MarchDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) foreign = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type "
                                   "IN ('trigger', 'view') ORDER BY name",
                                   error);
  if (statement == NULL)
    return NULL;
  while (march_statement_next (statement, &done, error))
    {
      const char *type = march_statement_get_text (statement, 0);
      const char *name = march_statement_get_text (statement, 1);

      if (type != NULL && name != NULL &&
          !is_known (type, march_statement_get_text (statement, 2),
                     march_statement_get_text (statement, 3)))
        g_ptr_array_add (foreign, g_strdup_printf ("%s %s", type, name));
    }
  return done ? g_steal_pointer (&foreign) : NULL;
}

static gboolean
drop_one (MarchDatabase *database, const char *type_and_name, GError **error)
{
  gboolean    is_view = g_str_has_prefix (type_and_name, "view ");
  const char *name = strchr (type_and_name, ' ') + 1;
  char *sql = sqlite3_mprintf (is_view ? "DROP VIEW \"%w\"; DELETE FROM gpkg_geometry_columns "
                                         "WHERE table_name = %Q; "
                                         "DELETE FROM gpkg_contents WHERE table_name = %Q"
                                       : "DROP TRIGGER \"%w\"",
                               name, name, name);
  gboolean good = march_sqlite_run (database->handle, sql, error);

  sqlite3_free (sql);
  return good;
}

/**
 * march_schema_drop_foreign:
 * @database: a working copy, open for writing, with no transaction begun
 *
 * Drops what march_schema_list_foreign() lists.
 */
gboolean
march_schema_drop_foreign (MarchDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) foreign = march_schema_list_foreign (database, error);

  if (foreign == NULL)
    return FALSE;
  for (guint i = 0; i < foreign->len; i++)
    if (!drop_one (database, g_ptr_array_index (foreign, i), error))
      return FALSE;
  return TRUE;
}
