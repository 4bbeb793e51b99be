/* march-areas-read.c — reads the pieces of imported control areas, none of which is trusted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-imports-private.h"

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
  MarchDay      from = march_import_row_get_from (statement, 1);
  MarchDay      until = march_import_row_get_until (statement, 2);
  int           srs = MARCH_SRS_WGS84;
  g_autoptr (MarchGeometry) geometry = NULL;
  g_autoptr (GError) reason = NULL;

  if (blob != NULL)
    geometry = march_gpkg_blob_read (blob, size, &srs, &reason);
  if (geometry != NULL && srs == MARCH_SRS_WGS84 && is_on_map (geometry) && from < until)
    return march_piece_new (geometry, from, until);
  fail_piece (id, reason != NULL ? reason->message : NULL, error);
  return NULL;
}

static gboolean
add_piece (sqlite3_stmt *statement, gpointer pieces, GError **error)
{
  MarchPiece *piece = read_piece (statement, error);

  if (piece != NULL)
    g_ptr_array_add (pieces, piece);
  return piece != NULL;
}

static gboolean
add_blank (sqlite3_stmt *statement, gpointer blanks, GError **error)
{
  MarchBlank blank = { march_import_row_get_from (statement, 0),
                       march_import_row_get_until (statement, 1) };

  g_array_append_val ((GArray *) blanks, blank);
  return TRUE;
}

static MarchHoldings *
read_holdings (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray)
      pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  g_autoptr (GArray) blanks = g_array_new (FALSE, FALSE, sizeof (MarchBlank));

  if (!march_import_rows_read (database,
                               "SELECT id, from_day, until_day, geom FROM piece "
                               "WHERE import_id = ?1 ORDER BY from_day, id",
                               import_id, add_piece, pieces, error)
      || !march_import_rows_read (database,
                                  "SELECT from_day, until_day FROM blank WHERE import_id = ?1 "
                                  "ORDER BY from_day",
                                  import_id, add_blank, blanks, error))
    return NULL;
  return march_holdings_new (pieces, (const MarchBlank *) (gpointer) blanks->data, blanks->len);
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

static gboolean
add_document (sqlite3_stmt *statement, gpointer documents, GError **error)
{
  MarchAreaDocument *document = g_new0 (MarchAreaDocument, 1);

  document->file = g_strdup (march_statement_get_text (statement, 0));
  document->from = march_import_row_get_from (statement, 1);
  document->until = march_import_row_get_until (statement, 2);
  document->place = (guint) CLAMP (sqlite3_column_int64 (statement, 3), 0, G_MAXINT);
  document->n_features = (guint) CLAMP (sqlite3_column_int64 (statement, 4), 1, G_MAXINT);
  document->n_repaired = (guint) CLAMP (sqlite3_column_int64 (statement, 5), 0, G_MAXINT);
  document->name = g_strdup (march_statement_get_text (statement, 6));
  g_ptr_array_add (documents, document);
  return TRUE;
}

/* SQLite takes a bare column from the row that min() is of: the name of the first feature. */
static GPtrArray *
read_documents (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray)
      documents = g_ptr_array_new_with_free_func ((GDestroyNotify) march_area_document_free);

  if (!march_import_rows_read (database,
                               "SELECT file, from_day, until_day, min (place), count (*), "
                               "sum (repaired <> ''), name FROM import_feature "
                               "WHERE import_id = ?1 GROUP BY from_day, until_day, file "
                               "ORDER BY from_day, file",
                               import_id, add_document, documents, error))
    return NULL;
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
  GPtrArray *documents = march_database_recall (database->documents, import_id);

  if (documents == NULL)
    {
      documents = read_documents (database, import_id, error);
      march_database_remember (&database->documents, import_id, documents,
                               (GDestroyNotify) g_ptr_array_unref);
    }
  return documents != NULL ? g_ptr_array_ref (documents) : NULL;
}
