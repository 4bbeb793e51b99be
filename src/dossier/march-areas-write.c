/* march-areas-write.c — writes what an import of control areas brings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-areas-private.h"

#include "dossier/march-edit.h"
#include "geo/march-geometry-pack.h"
#include "geo/march-gpkg-blob.h"

#define ROWS_AT_ONCE 200 /* between two looks at whether the user has cancelled */

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
