/* march-areas.c — the pieces of imported control areas in a file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-areas-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "corpus/march-corpus-private.h"
#include "dossier/march-edit.h"
#include "geo/march-geometry-pack.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-grid.h"

#define ROWS_AT_ONCE 200 /* between two looks at whether the user has cancelled */

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

static gboolean
fail_piece (gint64 id, const char *reason, GError **error)
{
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _ ("The dossier is damaged: piece %" PRId64 " of an imported area is wrong (%s). "
                  "Open an earlier copy of it."),
               (int64_t) id, reason != NULL ? reason : _ ("no polygon within the world"));
  return FALSE;
}

static MarchDay
get_until (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? MARCH_DAY_MAX
             : (MarchDay) CLAMP (sqlite3_column_int64 (statement, column), MARCH_DAY_MIN + 1,
                                 MARCH_DAY_MAX);
}

static MarchDay
get_from (sqlite3_stmt *statement, int column)
{
  return (MarchDay) CLAMP (sqlite3_column_int64 (statement, column), MARCH_DAY_MIN + 1,
                           MARCH_DAY_MAX - 1);
}

/* The arithmetic of pieces relies on the grid's bounds. */
static gboolean
is_on_map (MarchGeometry *geometry)
{
  const MarchBox *box = march_geometry_get_box (geometry);

  return march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON &&
         box->west >= -MARCH_GRID_MAX_LONGITUDE && box->east <= MARCH_GRID_MAX_LONGITUDE &&
         box->south >= -90 && box->north <= 90;
}

static MarchPiece *
read_piece (sqlite3_stmt *statement, GError **error)
{
  gint64        id = sqlite3_column_int64 (statement, 0);
  const guint8 *blob = sqlite3_column_blob (statement, 3);
  gsize         size = (gsize) sqlite3_column_bytes (statement, 3);
  MarchDay from = get_from (statement, 1), until = get_until (statement, 2);
  int      srs = MARCH_SRS_WGS84;
  g_autoptr (MarchGeometry) geometry = NULL;
  g_autoptr (GError) reason = NULL;

  if (blob != NULL)
    geometry = march_gpkg_blob_read (blob, size, &srs, &reason);
  if (geometry != NULL && srs == MARCH_SRS_WGS84 && is_on_map (geometry) && from < until)
    return march_piece_new (geometry, from, until);
  fail_piece (id, reason != NULL ? reason->message : NULL, error);
  return NULL;
}

static GPtrArray *
read_pieces (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray)
      pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT id, from_day, until_day, geom FROM piece "
                                   "WHERE import_id = ?1 ORDER BY from_day, id",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  if (!march_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      MarchPiece *piece = read_piece (statement, error);

      if (piece == NULL)
        return NULL;
      g_ptr_array_add (pieces, piece);
      if (!march_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&pieces);
}

static GArray *
read_blanks (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GArray) blanks = g_array_new (FALSE, FALSE, sizeof (MarchBlank));
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT from_day, until_day FROM blank WHERE import_id = ?1 "
                                   "ORDER BY from_day",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  if (!march_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      MarchBlank blank = { get_from (statement, 0), get_until (statement, 1) };

      g_array_append_val (blanks, blank);
      if (!march_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&blanks);
}

/**
 * march_areas_load:
 *
 * Reads what an import holds. It never changes, so that it is read once for a connection.
 *
 * Returns: (transfer full): the holdings, or %NULL with %MARCH_ERROR_DAMAGED
 */
MarchHoldings *
march_areas_load (MarchDatabase *database, gint64 import_id, GError **error)
{
  MarchHoldings *known = database->holdings != NULL
                             ? g_hash_table_lookup (database->holdings, &import_id)
                             : NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GArray) blanks = NULL;

  if (known != NULL)
    return march_holdings_ref (known);
  pieces = read_pieces (database, import_id, error);
  blanks = pieces != NULL ? read_blanks (database, import_id, error) : NULL;
  if (blanks == NULL)
    return NULL;
  known = march_holdings_new (pieces, (const MarchBlank *) (gpointer) blanks->data, blanks->len);
  if (database->holdings == NULL)
    database->holdings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                (GDestroyNotify) march_holdings_unref);
  g_hash_table_insert (database->holdings, g_memdup2 (&import_id, sizeof import_id),
                       march_holdings_ref (known));
  return known;
}

static MarchAreaDocument *
read_document (sqlite3_stmt *statement)
{
  MarchAreaDocument *document = g_new0 (MarchAreaDocument, 1);

  document->file = g_strdup (march_statement_get_text (statement, 0));
  document->from = get_from (statement, 1);
  document->until = get_until (statement, 2);
  document->place = (guint) CLAMP (sqlite3_column_int64 (statement, 3), 0, G_MAXINT);
  document->n_features = (guint) CLAMP (sqlite3_column_int64 (statement, 4), 1, G_MAXINT);
  document->n_repaired = (guint) CLAMP (sqlite3_column_int64 (statement, 5), 0, G_MAXINT);
  document->name = g_strdup (march_statement_get_text (statement, 6));
  return document;
}

/* SQLite takes a bare column from the row that min() is of: the name of the first feature. */
static GPtrArray *
read_documents (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray)
      documents = g_ptr_array_new_with_free_func ((GDestroyNotify) march_area_document_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT file, from_day, until_day, min (place), count (*), "
                                   "sum (repaired <> ''), name FROM import_feature "
                                   "WHERE import_id = ?1 GROUP BY from_day, until_day, file "
                                   "ORDER BY from_day, file",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  if (!march_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_ptr_array_add (documents, read_document (statement));
      if (!march_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&documents);
}

/**
 * march_areas_load_documents:
 *
 * The files that an import was made of, read once for a connection as well.
 *
 * Returns: (transfer full) (element-type MarchAreaDocument): by their first day, or %NULL with
 * %MARCH_ERROR_DAMAGED
 */
GPtrArray *
march_areas_load_documents (MarchDatabase *database, gint64 import_id, GError **error)
{
  GPtrArray *known = database->documents != NULL
                         ? g_hash_table_lookup (database->documents, &import_id)
                         : NULL;

  if (known != NULL)
    return g_ptr_array_ref (known);
  known = read_documents (database, import_id, error);
  if (known == NULL)
    return NULL;
  if (database->documents == NULL)
    database->documents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (database->documents, g_memdup2 (&import_id, sizeof import_id),
                       g_ptr_array_ref (known));
  return known;
}

static void
bind_until (sqlite3_stmt *statement, int parameter, MarchDay until)
{
  if (until == MARCH_DAY_MAX)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, until);
}

static void
bind_geometry (sqlite3_stmt *statement, int parameter, MarchGeometry *geometry)
{
  g_autoptr (GBytes) blob = NULL;

  if (geometry == NULL)
    {
      sqlite3_bind_null (statement, parameter);
      return;
    }
  blob = march_gpkg_blob_write (geometry, MARCH_SRS_WGS84);
  sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (blob, NULL), g_bytes_get_size (blob),
                       SQLITE_TRANSIENT);
}

static gboolean
write_pieces (MarchDatabase    *database,
              gint64            import_id,
              MarchHoldings    *holdings,
              MarchAreaProgress progress,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  guint n = march_holdings_get_n_pieces (holdings);
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "INSERT INTO piece (id, import_id, from_day, until_day, geom) "
                                   "VALUES (?1, ?2, ?3, ?4, ?5)",
                                   error);
  for (guint i = 0; statement != NULL && i < n; i++)
    {
      MarchPiece *piece = march_holdings_get_piece (holdings, i);

      if (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i % ROWS_AT_ONCE == 0 && progress != NULL)
        progress ((double) i / n, data);
      sqlite3_bind_int64 (statement, 1, march_edit_make_id ());
      sqlite3_bind_int64 (statement, 2, import_id);
      sqlite3_bind_int64 (statement, 3, piece->from);
      bind_until (statement, 4, piece->until);
      bind_geometry (statement, 5, piece->area);
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_blanks (MarchDatabase *database, gint64 import_id, MarchHoldings *holdings, GError **error)
{
  guint             n;
  const MarchBlank *blanks = march_holdings_get_blanks (holdings, &n);
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "INSERT INTO blank (id, import_id, from_day, until_day) "
                                   "VALUES (?1, ?2, ?3, ?4)",
                                   error);
  for (guint i = 0; statement != NULL && i < n; i++)
    {
      sqlite3_bind_int64 (statement, 1, march_edit_make_id ());
      sqlite3_bind_int64 (statement, 2, import_id);
      sqlite3_bind_int64 (statement, 3, blanks[i].from);
      bind_until (statement, 4, blanks[i].until);
      if (!march_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static void
bind_original (sqlite3_stmt *statement, int parameter, MarchPack *pack, MarchGeometry *original)
{
  g_autoptr (GBytes) packed = NULL;

  if (original == NULL)
    {
      sqlite3_bind_null (statement, parameter);
      return;
    }
  packed = march_pack_write (pack, original);
  sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (packed, NULL),
                       g_bytes_get_size (packed), SQLITE_TRANSIENT);
}

static gboolean
write_feature (sqlite3_stmt           *statement,
               gint64                  id,
               gint64                  import_id,
               MarchPack              *pack,
               const MarchAreaFeature *feature,
               GError                **error)
{
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, import_id);
  march_statement_bind_text (statement, 3, feature->file);
  sqlite3_bind_int64 (statement, 4, feature->place);
  march_statement_bind_text (statement, 5, feature->name != NULL ? feature->name : "");
  sqlite3_bind_int64 (statement, 6, feature->from);
  bind_until (statement, 7, feature->until);
  march_statement_bind_text (statement, 8,
                             feature->properties != NULL ? feature->properties : "{}");
  march_statement_bind_text (statement, 9, feature->repaired != NULL ? feature->repaired : "");
  bind_original (statement, 10, pack, feature->original);
  return march_statement_run (statement, error);
}

/* Their ids ascend, because each geometry is told by what differs from the one before. */
static gboolean
write_features (MarchDatabase *database,
                gint64         import_id,
                GPtrArray     *features,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 first = march_edit_make_id ();
  g_autoptr (MarchPack) pack = march_pack_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "INSERT INTO import_feature (id, import_id, file, place, name, "
                                   "from_day, until_day, properties, repaired, original) "
                                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                   error);
  for (guint i = 0; statement != NULL && i < features->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !write_feature (statement, first + i, import_id, pack, g_ptr_array_index (features, i),
                           error))
      return FALSE;
  return statement != NULL;
}

/**
 * march_areas_write:
 *
 * Writes what belongs to an import, within the edit that adds its row.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %MARCH_ERROR_NO_SPACE or another #MarchError
 */
gboolean
march_areas_write (MarchDatabase        *database,
                   gint64                import_id,
                   const MarchAreaBatch *batch,
                   MarchAreaProgress     progress,
                   gpointer              data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  return write_pieces (database, import_id, batch->holdings, progress, data, cancellable, error) &&
         write_blanks (database, import_id, batch->holdings, error) &&
         write_features (database, import_id, batch->features, cancellable, error) &&
         march_sqlite_run (database->handle,
                           "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "
                           "(SELECT min (minx), min (miny), max (maxx), max (maxy) FROM "
                           "rtree_piece_geom) WHERE table_name = 'piece'",
                           error);
}

/**
 * march_areas_check_whole:
 * @table: that of a record; only imports can be incomplete
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if pieces or points of an import are missing that was
 * undone and then left out of what was saved
 */
gboolean
march_areas_check_whole (MarchDatabase *database,
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
  gboolean row = FALSE;

  if (insert == NULL || rows == NULL)
    return FALSE;
  statement = march_statement_new (to->handle, insert, error);
  if (statement == NULL || !march_statement_step (rows, &row, error))
    return FALSE;
  while (row)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (statement, i + 1, sqlite3_column_value (rows, i));
      if (!march_statement_run (statement, error) || !march_statement_step (rows, &row, error))
        return FALSE;
    }
  return TRUE;
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
  gboolean row = FALSE;

  if (statement == NULL || !march_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
      if (!march_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&ids);
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
 * march_areas_copy_missing:
 * @from: has what belongs to the imports
 * @to: has their rows already, as a merge writes them
 *
 * Brings what belongs to imports along with their rows.
 */
gboolean
march_areas_copy_missing (MarchDatabase *from, MarchDatabase *to, GError **error)
{
  return copy_bare (from, to, "area_import", "piece", error)
         && copy_bare (from, to, "point_import", "point", error);
}

static gboolean
has_orphans (MarchDatabase *database, gint64 *has, GError **error)
{
  return march_sqlite_select_integer (database->handle,
                                      "SELECT EXISTS (SELECT 1 FROM import_feature WHERE import_id "
                                      "NOT IN (SELECT id FROM area_import)) OR EXISTS (SELECT 1 "
                                      "FROM piece WHERE import_id NOT IN (SELECT id FROM "
                                      "area_import)) OR EXISTS (SELECT 1 FROM point WHERE "
                                      "import_id NOT IN (SELECT id FROM point_import))",
                                      has, error);
}

/**
 * march_areas_drop_orphans:
 * @path: of a file that is about to be published, which nobody else has open
 *
 * Leaves out what belongs to imports that were undone.
 */
gboolean
march_areas_drop_orphans (const char *path, GError **error)
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
  return march_database_commit (database, error) &&
         march_sqlite_run (database->handle, "VACUUM", error);
}
