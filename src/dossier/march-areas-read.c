/* march-areas-read.c — reads the pieces of imported control areas, none of which is trusted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-areas-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "corpus/march-corpus-private.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-grid.h"

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
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT id, from_day, until_day, geom FROM piece "
                                   "WHERE import_id = ?1 ORDER BY from_day, id",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    {
      MarchPiece *piece = read_piece (statement, error);

      if (piece == NULL)
        return NULL;
      g_ptr_array_add (pieces, piece);
    }
  return done ? g_steal_pointer (&pieces) : NULL;
}

static GArray *
read_blanks (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GArray) blanks = g_array_new (FALSE, FALSE, sizeof (MarchBlank));
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT from_day, until_day FROM blank WHERE import_id = ?1 "
                                   "ORDER BY from_day",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    {
      MarchBlank blank = { get_from (statement, 0), get_until (statement, 1) };

      g_array_append_val (blanks, blank);
    }
  return done ? g_steal_pointer (&blanks) : NULL;
}

static MarchHoldings *
read_holdings (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray) pieces = read_pieces (database, import_id, error);
  g_autoptr (GArray) blanks = pieces != NULL ? read_blanks (database, import_id, error) : NULL;

  return blanks != NULL
             ? march_holdings_new (pieces, (const MarchBlank *) (gpointer) blanks->data,
                                   blanks->len)
             : NULL;
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
  MarchHoldings *holdings = march_database_recall (database->holdings, import_id);

  if (holdings == NULL)
    {
      holdings = read_holdings (database, import_id, error);
      march_database_remember (&database->holdings, import_id, holdings,
                               (GDestroyNotify) march_holdings_unref);
    }
  return holdings != NULL ? march_holdings_ref (holdings) : NULL;
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
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT file, from_day, until_day, min (place), count (*), "
                                   "sum (repaired <> ''), name FROM import_feature "
                                   "WHERE import_id = ?1 GROUP BY from_day, until_day, file "
                                   "ORDER BY from_day, file",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (documents, read_document (statement));
  return done ? g_steal_pointer (&documents) : NULL;
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
  GPtrArray *documents = march_database_recall (database->documents, import_id);

  if (documents == NULL)
    {
      documents = read_documents (database, import_id, error);
      march_database_remember (&database->documents, import_id, documents,
                               (GDestroyNotify) g_ptr_array_unref);
    }
  return documents != NULL ? g_ptr_array_ref (documents) : NULL;
}
