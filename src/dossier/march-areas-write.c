/* march-areas-write.c — writes what an import of control areas brings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-imports-private.h"

#include "geo/march-geometry-pack.h"
#include "geo/march-gpkg-blob.h"

static void
bind_piece (sqlite3_stmt *statement, guint index, gpointer holdings)
{
  MarchPiece *piece = march_holdings_get_piece (holdings, index);

  sqlite3_bind_int64 (statement, 3, piece->from);
  march_import_row_bind_until (statement, 4, piece->until);
  march_import_row_bind_bytes (statement, 5, march_gpkg_blob_write (piece->area, MARCH_SRS_WGS84));
}

static gboolean
write_pieces (MarchDatabase          *database,
              gint64                  import_id,
              MarchHoldings          *holdings,
              const MarchImportWatch *watch,
              GError                **error)
{
  return march_import_rows_write (database,
                                  "INSERT INTO piece (id, import_id, from_day, until_day, geom) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                                  import_id, march_holdings_get_n_pieces (holdings), bind_piece,
                                  holdings, watch, error)
         && march_import_rows_tell_extent (database, "piece", error);
}

static void
bind_blank (sqlite3_stmt *statement, guint index, gpointer blanks)
{
  const MarchBlank *blank = &((const MarchBlank *) blanks)[index];

  sqlite3_bind_int64 (statement, 3, blank->from);
  march_import_row_bind_until (statement, 4, blank->until);
}

static gboolean
write_blanks (MarchDatabase *database, gint64 import_id, MarchHoldings *holdings, GError **error)
{
  guint             n;
  const MarchBlank *blanks = march_holdings_get_blanks (holdings, &n);

  return march_import_rows_write (database,
                                  "INSERT INTO blank (id, import_id, from_day, until_day) "
                                  "VALUES (?1, ?2, ?3, ?4)",
                                  import_id, n, bind_blank, (gpointer) blanks, NULL, error);
}

/* Each geometry is told by what differs from the one before, so that they are read in this order;
 * their ids ascend. */
typedef struct
{
  GPtrArray *features;
  MarchPack *pack;
} Packing;

static void
bind_feature (sqlite3_stmt *statement, guint index, gpointer data)
{
  const Packing          *packing = data;
  const MarchAreaFeature *feature = g_ptr_array_index (packing->features, index);

  march_statement_bind_text (statement, 3, feature->file);
  sqlite3_bind_int64 (statement, 4, feature->place);
  march_statement_bind_text (statement, 5, feature->name != NULL ? feature->name : "");
  sqlite3_bind_int64 (statement, 6, feature->from);
  march_import_row_bind_until (statement, 7, feature->until);
  march_statement_bind_text (statement, 8,
                             feature->properties != NULL ? feature->properties : "{}");
  march_statement_bind_text (statement, 9, feature->repaired != NULL ? feature->repaired : "");
  if (feature->original != NULL)
    march_import_row_bind_bytes (statement, 10,
                                 march_pack_write (packing->pack, feature->original));
}

static gboolean
write_features (MarchDatabase *database,
                gint64         import_id,
                GPtrArray     *features,
                GCancellable  *cancellable,
                GError       **error)
{
  const MarchImportWatch watch = { .cancellable = cancellable };
  g_autoptr (MarchPack)  pack = march_pack_new ();

  return march_import_rows_write (database,
                                  "INSERT INTO import_feature (id, import_id, file, place, name, "
                                  "from_day, until_day, properties, repaired, original) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                  import_id, features->len, bind_feature,
                                  &(Packing){ features, pack }, &watch, error);
}

/**
 * march_areas_write:
 * @watch: told of the pieces
 *
 * Writes the land of an import, within the edit that adds its row, and what its files had.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %MARCH_ERROR_NO_SPACE or another #MarchError
 */
gboolean
march_areas_write (MarchDatabase          *database,
                   gint64                  import_id,
                   const MarchAreaBatch   *batch,
                   const MarchImportWatch *watch,
                   GError                **error)
{
  return write_pieces (database, import_id, batch->holdings, watch, error)
         && write_blanks (database, import_id, batch->holdings, error)
         && write_features (database, import_id, batch->features, watch->cancellable, error);
}
