/* march-row.c — the columns of one record and the values they are to have */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-row.h"
#include "dossier/march-row-private.h"

#include <math.h>

#include "geo/march-gpkg-blob.h"

typedef struct
{
  char   *column;
  int     type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_BLOB */
  gint64  integer;
  double  real;
  char   *text;
  GBytes *blob;
} Cell;

struct _MarchRow
{
  GArray *cells; /* of Cell */
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->column, g_free);
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->blob, g_bytes_unref);
}

static Cell *
find_cell (MarchRow *row, const char *column)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      Cell *cell = &g_array_index (row->cells, Cell, i);

      if (g_str_equal (cell->column, column))
        return cell;
    }
  return NULL;
}

static Cell *
set_cell (MarchRow *row, const char *column, int type)
{
  Cell *cell = find_cell (row, column);

  if (cell == NULL)
    {
      g_array_set_size (row->cells, row->cells->len + 1);
      cell = &g_array_index (row->cells, Cell, row->cells->len - 1);
    }
  cell_clear (cell);
  cell->column = g_strdup (column);
  cell->type = type;
  return cell;
}

/**
 * march_row_new:
 *
 * Returns: (transfer full): a row without any column
 */
MarchRow *
march_row_new (void)
{
  MarchRow *row = g_new0 (MarchRow, 1);

  row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  return row;
}

void
march_row_free (MarchRow *row)
{
  g_array_unref (row->cells);
  g_free (row);
}

void
march_row_set_null (MarchRow *row, const char *column)
{
  set_cell (row, column, SQLITE_NULL);
}

void
march_row_set_integer (MarchRow *row, const char *column, gint64 value)
{
  set_cell (row, column, SQLITE_INTEGER)->integer = value;
}

/**
 * march_row_set_id:
 * @id: the id of another record, 0 for none, which is stored as NULL
 */
void
march_row_set_id (MarchRow *row, const char *column, gint64 id)
{
  if (id != 0)
    march_row_set_integer (row, column, id);
  else
    march_row_set_null (row, column);
}

/**
 * march_row_set_real:
 * @value: NAN is stored as NULL
 */
void
march_row_set_real (MarchRow *row, const char *column, double value)
{
  if (isnan (value))
    march_row_set_null (row, column);
  else
    set_cell (row, column, SQLITE_FLOAT)->real = value;
}

/**
 * march_row_set_text:
 * @text: (nullable): UTF-8; %NULL is stored as NULL
 */
void
march_row_set_text (MarchRow *row, const char *column, const char *text)
{
  if (text != NULL)
    set_cell (row, column, SQLITE_TEXT)->text = g_strdup (text);
  else
    march_row_set_null (row, column);
}

/**
 * march_row_set_geometry:
 * @geometry: (nullable): longitude and latitude, WGS 84; %NULL is stored as NULL
 */
void
march_row_set_geometry (MarchRow *row, const char *column, MarchGeometry *geometry)
{
  if (geometry != NULL)
    set_cell (row, column, SQLITE_BLOB)->blob = march_gpkg_blob_write (geometry, MARCH_SRS_WGS84);
  else
    march_row_set_null (row, column);
}

gboolean
march_row_has (MarchRow *row, const char *column)
{
  return find_cell (row, column) != NULL;
}

guint
march_row_get_n_cells (MarchRow *row)
{
  return row->cells->len;
}

const char *
march_row_get_column (MarchRow *row, guint index)
{
  return g_array_index (row->cells, Cell, index).column;
}

/**
 * march_row_get_text:
 *
 * Returns: (nullable): the text set for @column; %NULL if it is not set or no text
 */
const char *
march_row_get_text (MarchRow *row, const char *column)
{
  Cell *cell = find_cell (row, column);

  return cell != NULL ? cell->text : NULL;
}

/** march_row_drop: takes one column out again */
void
march_row_drop (MarchRow *row, guint index)
{
  g_array_remove_index (row->cells, index);
}

/**
 * march_row_bind:
 * @parameter: counted from 1; the row has to outlive the statement's next reset
 */
void
march_row_bind (MarchRow *row, guint index, sqlite3_stmt *statement, int parameter)
{
  Cell *cell = &g_array_index (row->cells, Cell, index);

  switch (cell->type)
    {
    case SQLITE_INTEGER:
      sqlite3_bind_int64 (statement, parameter, cell->integer);
      break;
    case SQLITE_FLOAT:
      sqlite3_bind_double (statement, parameter, cell->real);
      break;
    case SQLITE_TEXT:
      sqlite3_bind_text (statement, parameter, cell->text, -1, SQLITE_STATIC);
      break;
    case SQLITE_BLOB:
      sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (cell->blob, NULL),
                           g_bytes_get_size (cell->blob), SQLITE_STATIC);
      break;
    default:
      sqlite3_bind_null (statement, parameter);
      break;
    }
}
