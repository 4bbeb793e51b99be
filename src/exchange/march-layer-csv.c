/* march-layer-csv.c — tables of points, or of geometries as text, read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-csv.h"
#include "exchange/march-layer-reading.h"
#include "exchange/march-table-columns.h"
#include "exchange/march-wkt.h"

#define MOST_NAMES_TOLD 12
#define MOST_QUOTED 40 /* characters of a cell */

typedef struct
{
  MarchReading  *reading;
  MarchCsv       csv;
  GArray        *fields; /* of guint, of each column */
  MarchTableForm form;
  guint          first;  /* the column of the latitude, or of both, or of the geometry */
  guint          second; /* of the longitude, of MARCH_TABLE_APART */
} Table;

static void
note (Table *table, MarchNoteKind kind, const char *sentence)
{
  march_layer_note (table->reading->layer, kind, table->reading->file, table->csv.row_line, "%s",
                    sentence);
}

static gboolean
find_given (GPtrArray *names, const char *name, guint *column, GError **error)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, column))
    return TRUE;
  return march_reading_refuse (error, _ ("The table has no column “%s”."), name);
}

static gboolean
refuse_names (GPtrArray *names, GError **error)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < MOST_NAMES_TOLD; i++)
    g_string_append_printf (told, i > 0 ? ", “%s”" : "“%s”", (const char *) names->pdata[i]);
  return march_reading_refuse (error,
                               _ ("No columns of latitude and longitude were found among %s: say "
                                  "which they are."),
                               told->str);
}

/* The columns of the coordinates, as given or by their names. */
static gboolean
find_coordinates (Table *table, MarchTableColumns *columns, GPtrArray *names, GError **error)
{
  const MarchTableColumns *said = table->reading->options->columns;

  if (said != NULL && march_table_columns_are_said (said))
    march_table_columns_set (columns, said->form, said->first, said->second);
  else if (!march_table_columns_find (columns, names))
    return refuse_names (names, error);
  table->form = columns->form;
  return find_given (names, columns->first, &table->first, error)
         && (columns->form != MARCH_TABLE_APART
             || find_given (names, columns->second, &table->second, error));
}

/* The names of the first row, each of which must be one of its own. */
static GPtrArray *
make_names (GPtrArray *cells)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cells->len; i++)
    {
      char *name = g_strstrip (g_strdup (cells->pdata[i]));

      if (*name == '\0' || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        {
          g_autofree char *plain = name;

          name = g_strstrip (g_strdup_printf ("%s (%u)", plain, i + 1));
        }
      g_ptr_array_add (names, name);
    }
  return names;
}

static gboolean
read_names (Table *table, GError **error)
{
  MarchLayerFile *file = table->reading->layer->files->pdata[table->reading->file];
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) cells = march_csv_next (&table->csv, &reason);
  g_autoptr (GPtrArray) names = NULL;

  if (cells == NULL)
    {
      if (reason == NULL)
        return march_reading_refuse (error, _ ("The file is empty."));
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  names = make_names (cells);
  if (!find_coordinates (table, &file->columns, names, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      guint field = march_layer_intern_field (table->reading->layer, names->pdata[i]);

      g_array_append_val (table->fields, field);
    }
  return TRUE;
}

static MarchLayerValueKind
find_kind (const char *text)
{
  double number;

  if (*text == '\0')
    return MARCH_VALUE_NULL;
  if (strchr (text, ',') == NULL && march_table_read_number (text, &number))
    return MARCH_VALUE_NUMBER;
  return MARCH_VALUE_TEXT;
}

static const char *
get_cell (GPtrArray *cells, guint column)
{
  return column < cells->len ? cells->pdata[column] : "";
}

/* The beginning of a cell, for a sentence about it. */
static char *
quote (const char *text)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_QUOTED));
}

/* @sentence: about what stands in the cell, if anything does */
static void
note_unread (Table *table, const char *text, const char *sentence)
{
  note (table, MARCH_NOTE_SKIPPED,
        march_layer_is_missing (text) ? _ ("It has no position.") : sentence);
}

static void
note_degrees (Table *table, const char *text)
{
  g_autofree char *start = quote (text);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is no number of degrees."), start);

  note_unread (table, text, words);
}

static gboolean
add_point (Table *table, double longitude, double latitude)
{
  march_layer_shape_begin_part (table->reading->shape, MARCH_GEOMETRY_POINT);
  march_layer_shape_add (table->reading->shape, longitude, latitude);
  march_layer_shape_end_part (table->reading->shape);
  return TRUE;
}

static gboolean
read_apart (Table *table, GPtrArray *cells)
{
  const char *latitude = get_cell (cells, table->first);
  const char *longitude = get_cell (cells, table->second);
  double      x, y;

  if (!march_table_read_number (longitude, &x))
    note_degrees (table, longitude);
  else if (!march_table_read_number (latitude, &y))
    note_degrees (table, latitude);
  else
    return add_point (table, x, y);
  return FALSE;
}

static gboolean
read_pair (Table *table, GPtrArray *cells)
{
  const char      *text = get_cell (cells, table->first);
  g_autofree char *start = quote (text);
  g_autofree char *words = NULL;
  double           pair[2];

  if (march_table_read_pair (text, pair))
    return table->form == MARCH_TABLE_LATITUDE_FIRST ? add_point (table, pair[1], pair[0])
                                                     : add_point (table, pair[0], pair[1]);
  words = g_strdup_printf (_ ("“%s” is not two numbers of degrees."), start);
  note_unread (table, text, words);
  return FALSE;
}

static gboolean
read_shape (Table *table, GPtrArray *cells)
{
  const char      *text = get_cell (cells, table->first);
  g_autofree char *start = quote (text);
  g_autofree char *words = NULL;

  if (march_wkt_read (text, table->reading->shape))
    return TRUE;
  words = g_strdup_printf (_ ("“%s” is no geometry as well-known text."), start);
  note_unread (table, text, words);
  return FALSE;
}

/* Returns: %FALSE if the row has none, which is then noted */
static gboolean
read_geometry (Table *table, GPtrArray *cells)
{
  switch (table->form)
    {
    case MARCH_TABLE_WKT:
      return read_shape (table, cells);
    case MARCH_TABLE_LATITUDE_FIRST:
    case MARCH_TABLE_LONGITUDE_FIRST:
      return read_pair (table, cells);
    case MARCH_TABLE_APART:
    default:
      return read_apart (table, cells);
    }
}

static void
read_row (Table *table, GPtrArray *cells)
{
  MarchReading *reading = table->reading;
  g_autoptr (MarchLayerRecord) record = march_layer_record_new (reading->file, table->csv.row_line);

  march_layer_shape_clear (reading->shape);
  if (!read_geometry (table, cells))
    return;
  if (cells->len > table->fields->len)
    note (table, MARCH_NOTE_REPAIRED,
          _ ("It has more cells than the first line has names; those are left out."));
  for (guint i = 0; i < MIN (cells->len, table->fields->len); i++)
    if (table->form != MARCH_TABLE_WKT || i != table->first)
      march_layer_record_add_value (record, g_array_index (table->fields, guint, i),
                                    find_kind (cells->pdata[i]), cells->pdata[i]);
  march_layer_record_find_name (record, reading->layer);
  march_layer_record_find_colour (record, reading->layer);
  march_layer_shape_finish (reading->shape, NULL, reading->layer, g_steal_pointer (&record));
}

static gboolean
read_rows (Table *table, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GPtrArray *cells;

  while ((cells = march_csv_next (&table->csv, &reason)) != NULL)
    {
      read_row (table, cells);
      g_ptr_array_unref (cells);
      if (!march_reading_go_on (table->reading, (double) (table->csv.at - text) / (double) length,
                                error))
        return FALSE;
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * march_layer_read_csv:
 * @reading: the file; a feature's place is the line where its row begins
 * @text: (array length=length): what it holds
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT with the line, or %G_IO_ERROR_CANCELLED
 *
 * Reads a table whose first row names the columns, two of which hold latitude and longitude in WGS
 * 84, or one both or whole geometries as well-known text.
 */
gboolean
march_layer_read_csv (MarchReading *reading, const char *text, gsize length, GError **error)
{
  Table    table = { .reading = reading };
  gboolean read;

  if (!march_csv_init (&table.csv, text, length, reading->options->delimiter, error))
    return FALSE;
  ((MarchLayerFile *) reading->layer->files->pdata[reading->file])->counts_lines = TRUE;
  table.fields = g_array_new (FALSE, FALSE, sizeof (guint));
  read = read_names (&table, error) && read_rows (&table, text, length, error);
  g_array_unref (table.fields);
  return read;
}

/**
 * march_layer_list_columns:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): the names of the columns of a table, so that somebody may
 * say which hold the coordinates; %NULL if it is none
 */
char **
march_layer_list_columns (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1), *text = NULL;
  g_autoptr (GPtrArray) cells = NULL, names = NULL;
  MarchCsv csv;
  gsize    length;

  if (!g_str_has_suffix (lower, ".csv") && !g_str_has_suffix (lower, ".tsv"))
    return NULL;
  if (!g_file_get_contents (path, &text, &length, NULL)
      || !march_csv_init (&csv, text, length, '\0', NULL))
    return NULL;
  cells = march_csv_next (&csv, NULL);
  if (cells == NULL)
    return NULL;
  names = make_names (cells);
  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
