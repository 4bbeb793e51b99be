/* march-dossier-points.c — the points of imports: written, read for the map, visited for export */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-points.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-edit.h"
#include "dossier/march-points-private.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-grid.h"

#define ROWS_AT_ONCE 1000     /* between two looks at whether the user has cancelled */
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

static MarchDay
get_end (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? MARCH_DAY_MAX
             : (MarchDay) CLAMP (sqlite3_column_int64 (statement, column), MARCH_DAY_MIN + 1,
                                 MARCH_DAY_MAX);
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

  row->from = (MarchDay) CLAMP (sqlite3_column_int64 (statement, 1), MARCH_DAY_MIN + 1,
                                MARCH_DAY_MAX - 1);
  row->until = get_end (statement, 2);
  row->told = get_end (statement, 3);
  row->name = march_statement_get_text (statement, 4);
  if (blob != NULL && march_gpkg_blob_read_point (blob, size, &row->longitude, &row->latitude)
      && ABS (row->longitude) <= MARCH_GRID_MAX_LONGITUDE && ABS (row->latitude) <= 90
      && row->from < row->until)
    return TRUE;
  return fail_point (statement, error);
}

static MarchPoints *
read_points (MarchDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;
  MarchPointRow point = { 0 };
  gboolean      done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT id, from_day, until_day, told_day, name, geom FROM "
                                   "point WHERE import_id = ?1 ORDER BY id",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    {
      if (!read_row (statement, &point, error))
        return NULL;
      march_points_builder_add (builder, point.longitude, point.latitude, point.from, point.until,
                                point.told, point.name);
    }
  return done ? march_points_builder_end (builder) : NULL;
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

static void
bind_end (sqlite3_stmt *statement, int parameter, MarchDay end)
{
  if (end == MARCH_DAY_MAX)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, end);
}

static void
bind_point (sqlite3_stmt *statement, int parameter, const MarchPointRow *row)
{
  const double    position[] = { row->longitude, row->latitude };
  const MarchPart part = { .points = position, .n_points = 1 };
  g_autoptr (MarchGeometry) point = march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);
  g_autoptr (GBytes) blob = march_gpkg_blob_write (point, MARCH_SRS_WGS84);

  sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (blob, NULL), g_bytes_get_size (blob),
                       SQLITE_TRANSIENT);
}

static gboolean
write_row (sqlite3_stmt *statement, gint64 id, const MarchPointRow *row, GError **error)
{
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 3, row->from);
  bind_end (statement, 4, row->until);
  bind_end (statement, 5, row->told);
  march_statement_bind_text (statement, 6, row->name != NULL ? row->name : "");
  march_statement_bind_text (statement, 7, row->file);
  sqlite3_bind_int64 (statement, 8, row->place);
  march_statement_bind_text (statement, 9, row->properties != NULL ? row->properties : "{}");
  bind_point (statement, 10, row);
  return march_statement_run (statement, error);
}

static gboolean
write_rows (MarchDatabase        *database,
            gint64                import_id,
            const MarchPointList *list,
            MarchAreaProgress     progress,
            gpointer              data,
            GCancellable         *cancellable,
            GError              **error)
{
  gint64 first = march_edit_make_id ();
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = march_statement_new (database->handle,
                                   "INSERT INTO point (id, import_id, from_day, until_day, "
                                   "told_day, name, file, place, properties, geom) VALUES (?1, ?2, "
                                   "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                   error);
  for (guint i = 0; statement != NULL && i < list->rows->len; i++)
    {
      if (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i % ROWS_AT_ONCE == 0 && progress != NULL)
        progress ((double) i / list->rows->len, data);
      sqlite3_bind_int64 (statement, 2, import_id);
      if (!write_row (statement, first + i, &g_array_index (list->rows, MarchPointRow, i), error))
        return FALSE;
    }
  return statement != NULL;
}

/**
 * march_points_write:
 *
 * Writes the points of an import, within the edit that adds its row.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %MARCH_ERROR_NO_SPACE or another #MarchError
 */
gboolean
march_points_write (MarchDatabase        *database,
                    gint64                import_id,
                    const MarchPointList *list,
                    MarchAreaProgress     progress,
                    gpointer              data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  return write_rows (database, import_id, list, progress, data, cancellable, error) &&
         march_sqlite_run (database->handle,
                           "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "
                           "(SELECT min (minx), min (miny), max (maxx), max (maxy) FROM "
                           "rtree_point_geom) WHERE table_name = 'point'",
                           error);
}

static gboolean
visit_row (sqlite3_stmt     *statement,
           MarchPointRowFunc visit,
           gpointer          user_data,
           GError          **error)
{
  MarchPointRow row = { 0 };

  if (!read_row (statement, &row, error))
    return FALSE;
  row.file = march_statement_get_text (statement, 6);
  row.place = (guint) CLAMP (sqlite3_column_int64 (statement, 7), 0, G_MAXINT);
  row.properties = march_statement_get_text (statement, 8);
  return visit (&row, user_data, error);
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
  MarchAccess access = MARCH_ACCESS_READ;
  const char *path = march_dossier_get_reading_path (self, &access);
  g_autoptr (MarchDatabase) database = march_database_open (path, access, error);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  if (database != NULL)
    statement = march_statement_new (database->handle,
                                     "SELECT id, from_day, until_day, told_day, name, geom, file, "
                                     "place, properties FROM point WHERE import_id = ?1 ORDER BY "
                                     "id",
                                     error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, import_id);
  while (march_statement_next (statement, &done, error))
    if (!visit_row (statement, visit, user_data, error))
      return FALSE;
  return done;
}
