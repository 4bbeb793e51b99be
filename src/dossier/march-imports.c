/* march-imports.c — what belongs to imports comes along with them, and is left out without them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-imports-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"

/* What belongs to imports, each with a column "import_id". */
static const struct
{
  const char *name;
  const char *import;
} tables[] = {
  { "piece", "area_import" },
  { "blank", "area_import" },
  { "import_feature", "area_import" },
  { "point", "point_import" },
};

/**
 * march_imports_check_whole:
 * @table: that of a record; only imports can be incomplete
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if pieces or points of an import are missing that was
 * undone and then left out of what was saved
 */
gboolean
march_imports_check_whole (MarchDatabase *database,
                           const char    *table,
                           gint64         import_id,
                           GError       **error)
{
  gboolean         points = g_str_equal (table, "point_import");
  const char      *part = points ? "point" : "piece";
  g_autofree char *sql = NULL;
  gint64           missing = 0;

  if (!points && !g_str_equal (table, "area_import"))
    return TRUE;
  sql = g_strdup_printf ("SELECT n_%ss > (SELECT count (*) FROM %s WHERE import_id = %" PRId64
                         ") FROM %s WHERE id = %" PRId64,
                         part, part, (int64_t) import_id, table, (int64_t) import_id);
  if (!march_sqlite_select_integer (database->handle, sql, &missing, error))
    return FALSE;
  if (missing == 0)
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                       points ? _ ("The points are no longer there: they were left out when the "
                                   "dossier was saved without them. Import them again.")
                              : _ ("The areas are no longer there: they were left out when the "
                                   "dossier was saved without them. Import them again."));
  return FALSE;
}

static char *
make_copy_sql (MarchDatabase *database, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s LIMIT 0", table);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  GString *insert;

  if (statement == NULL)
    return NULL;
  insert = g_string_new (NULL);
  g_string_printf (insert, "INSERT OR IGNORE INTO %s VALUES (?1", table);
  for (int i = 2; i <= sqlite3_column_count (statement); i++)
    g_string_append_printf (insert, ", ?%d", i);
  g_string_append_c (insert, ')');
  return g_string_free (insert, FALSE);
}

static gboolean
copy_table (MarchDatabase *from,
            MarchDatabase *to,
            const char    *table,
            gint64         import_id,
            GError       **error)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s WHERE import_id = %" PRId64, table,
                                             (int64_t) import_id);
  g_autofree char *insert = make_copy_sql (to, table, error);
  g_autoptr (sqlite3_stmt) rows = march_statement_new (from->handle, select, error);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  if (insert == NULL || rows == NULL)
    return FALSE;
  statement = march_statement_new (to->handle, insert, error);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (rows, &done, error))
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (statement, i + 1, sqlite3_column_value (rows, i));
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return done;
}

/* The ids of the imports in @table that have nothing in @part but should. */
static GArray *
list_bare_imports (MarchDatabase *database, const char *table, const char *part, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE n_%ss > 0 AND NOT EXISTS "
                                          "(SELECT 1 FROM %s WHERE import_id = %s.id)",
                                          table, part, part, table);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  if (statement == NULL)
    return NULL;
  while (march_statement_next (statement, &done, error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return done ? g_steal_pointer (&ids) : NULL;
}

static gboolean
copy_bare (MarchDatabase *from,
           MarchDatabase *to,
           const char    *import,
           const char    *part,
           GError       **error)
{
  g_autoptr (GArray) ids = list_bare_imports (to, import, part, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (tables); k++)
      if (g_str_equal (tables[k].import, import)
          && !copy_table (from, to, tables[k].name, g_array_index (ids, gint64, i), error))
        return FALSE;
  return ids != NULL;
}

/**
 * march_imports_copy_missing:
 * @from: has what belongs to the imports
 * @to: has their rows already, as a merge writes them
 *
 * Brings what belongs to imports along with their rows.
 */
gboolean
march_imports_copy_missing (MarchDatabase *from, MarchDatabase *to, GError **error)
{
  return copy_bare (from, to, "area_import", "piece", error)
         && copy_bare (from, to, "point_import", "point", error)
         && march_import_rows_tell_extent (to, "piece", error)
         && march_import_rows_tell_extent (to, "point", error);
}

static gboolean
has_orphans (MarchDatabase *database, gint64 *has, GError **error)
{
  *has = 0;
  for (gsize i = 0; *has == 0 && i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s WHERE import_id NOT "
                                              "IN (SELECT id FROM %s))",
                                              tables[i].name, tables[i].import);

      if (!march_sqlite_select_integer (database->handle, sql, has, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_imports_drop_orphans:
 * @path: of a file that is about to be published, which nobody else has open
 *
 * Leaves out what belongs to imports that were undone, and where it lay.
 */
gboolean
march_imports_drop_orphans (const char *path, GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_WRITE, error);
  gint64 has = 0;

  if (database == NULL || !has_orphans (database, &has, error))
    return FALSE;
  if (has == 0)
    return TRUE;
  if (!march_database_run_triggers (database, error) || !march_database_begin (database, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!march_sqlite_run_format (database->handle, error,
                                  "DELETE FROM %s WHERE import_id NOT IN (SELECT id FROM %s)",
                                  tables[i].name, tables[i].import))
      {
        march_database_rollback (database);
        return FALSE;
      }
  return march_import_rows_tell_extent (database, "piece", error) &&
         march_import_rows_tell_extent (database, "point", error) &&
         march_database_commit (database, error) &&
         march_sqlite_run (database->handle, "VACUUM", error);
}
