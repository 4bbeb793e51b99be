/* march-dossier-points.c — the points of imports: written, read for the map, visited for export */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-points.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "dossier/march-imports-private.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-grid.h"

#define TEXT_BLOCK (64 * 1024)

/** march_point_list_new: Returns: (transfer full): a list without points */
MarchPointList *
march_point_list_new (void)
{
  MarchPointList *list = g_new0 (MarchPointList, 1);

  list->rows = g_array_new (FALSE, FALSE, sizeof (MarchPointRow));
  list->texts = g_string_chunk_new (TEXT_BLOCK);
  return list;
}

void
march_point_list_free (MarchPointList *list)
{
  g_array_unref (list->rows);
  g_string_chunk_free (list->texts);
  g_free (list);
}

static gboolean
fail_point (sqlite3_stmt *statement, GError **error)
{
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _ ("The dossier is damaged: the imported point %" PRId64
                  " is wrong (no point within the world). Open an earlier copy of it."),
               (int64_t) sqlite3_column_int64 (statement, 0));
  return FALSE;
}

/* The columns are id, from_day, until_day, told_day, name, geom. */
static gboolean
read_row (sqlite3_stmt *statement, MarchPointRow *row, GError **error)
{
  const guint8 *blob = sqlite3_column_blob (statement, 5);
  gsize         size = (gsize) sqlite3_column_bytes (statement, 5);

  row->from = march_import_row_get_from (statement, 1);
  row->until = march_import_row_get_until (statement, 2);
  row->told = march_import_row_get_until (statement, 3);
  row->name = march_statement_get_text (statement, 4);
  if (blob != NULL && march_gpkg_blob_read_point (blob, size, &row->longitude, &row->latitude)
      && ABS (row->longitude) <= MARCH_GRID_MAX_LONGITUDE && ABS (row->latitude) <= 90
      && row->from < row->until)
    return TRUE;
  return fail_point (statement, error);
}

static gboolean
add_point (sqlite3_stmt *statement, gpointer builder, GError **error)
{
  MarchPointRow point = { 0 };

  if (!read_row (statement, &point, error))
    return FALSE;
  march_points_builder_add (builder, point.longitude, point.latitude, point.from, point.until,
                            point.told, point.name);
  return TRUE;
}

static MarchPoints *
read_points (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();

  if (!march_import_rows_read (database,
                               "SELECT id, from_day, until_day, told_day, name, geom FROM point "
                               "WHERE import_id = ?1 ORDER BY id",
                               import_id, add_point, builder, error))
    return NULL;
  return march_points_builder_end (builder);
}

/**
 * march_points_load:
 *
 * Reads the points of an import. They never change, so that they are read once for a connection.
 *
 * Returns: (transfer full): the points, or %NULL with %MARCH_ERROR_DAMAGED
 */
MarchPoints *
march_points_load (MarchDatabase *database, gint64 import_id, GError **error)
{
  MarchPoints *points = march_database_recall (database->points, import_id);

  if (points == NULL)
    {
      points = read_points (database, import_id, error);
      march_database_remember (&database->points, import_id, points,
                               (GDestroyNotify) march_points_unref);
    }
  return points != NULL ? march_points_ref (points) : NULL;
}

static GBytes *
make_blob (const MarchPointRow *row)
{
  const double    position[] = { row->longitude, row->latitude };
  const MarchPart part = { .points = position, .n_points = 1 };
  g_autoptr (MarchGeometry) point = march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);

  return march_gpkg_blob_write (point, MARCH_SRS_WGS84);
}

static void
bind_row (sqlite3_stmt *statement, guint index, gpointer rows)
{
  const MarchPointRow *row = &g_array_index ((GArray *) rows, MarchPointRow, index);

  sqlite3_bind_int64 (statement, 3, row->from);
  march_import_row_bind_until (statement, 4, row->until);
  march_import_row_bind_until (statement, 5, row->told);
  march_statement_bind_text (statement, 6, row->name != NULL ? row->name : "");
  march_statement_bind_text (statement, 7, row->file);
  sqlite3_bind_int64 (statement, 8, row->place);
  march_statement_bind_text (statement, 9, row->properties != NULL ? row->properties : "{}");
  march_import_row_bind_bytes (statement, 10, make_blob (row));
}

/**
 * march_points_write:
 *
 * Writes the points of an import, within the edit that adds its row.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %MARCH_ERROR_NO_SPACE or another #MarchError
 */
gboolean
march_points_write (MarchDatabase          *database,
                    gint64                  import_id,
                    const MarchPointList   *list,
                    const MarchImportWatch *watch,
                    GError                **error)
{
  return march_import_rows_write (database,
                                  "INSERT INTO point (id, import_id, from_day, until_day, "
                                  "told_day, name, file, place, properties, geom) VALUES (?1, ?2, "
                                  "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                  import_id, list->rows->len, bind_row, list->rows, watch, error)
         && march_import_rows_tell_extent (database, "point", error);
}

/* Whom a visit shows the points to. */
typedef struct
{
  MarchPointRowFunc visit;
  gpointer          data;
} Visitor;

static gboolean
visit_row (sqlite3_stmt *statement, gpointer data, GError **error)
{
  const Visitor *visitor = data;
  MarchPointRow  row = { 0 };

  if (!read_row (statement, &row, error))
    return FALSE;
  row.file = march_statement_get_text (statement, 6);
  row.place = (guint) CLAMP (sqlite3_column_int64 (statement, 7), 0, G_MAXINT);
  row.properties = march_statement_get_text (statement, 8);
  return visitor->visit (&row, visitor->data, error);
}

/**
 * march_dossier_visit_points:
 * @import_id: of a #MarchDatedImport
 * @visit: (scope call)
 *
 * Visits the points of an import, in the order in which they came. On a connection of its own, also
 * while the dossier is busy.
 *
 * Returns: %FALSE with an error of @visit or a #MarchError
 */
gboolean
march_dossier_visit_points (MarchDossier     *self,
                            gint64            import_id,
                            MarchPointRowFunc visit,
                            gpointer          user_data,
                            GError          **error)
{
  return march_import_rows_visit (self,
                                  "SELECT id, from_day, until_day, told_day, name, geom, file, "
                                  "place, properties FROM point WHERE import_id = ?1 ORDER BY id",
                                  import_id, visit_row, &(Visitor){ visit, user_data }, error);
}
