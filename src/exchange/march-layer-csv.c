/* march-layer-csv.c — tables of points, or of geometries as text, read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-fold.h"
#include "exchange/march-csv.h"
#include "exchange/march-layer-reading.h"
#include "exchange/march-wkt.h"

#define MOST_NAMES_TOLD 12
#define MOST_QUOTED 40 /* characters of a cell */

typedef struct
{
  MarchReading *reading;
  MarchCsv      csv;
  GArray       *fields;   /* of guint, of each column */
  guint         latitude; /* a column */
  guint         longitude;
  gboolean      has_shapes; /* one column has whole geometries */
  guint         shape;      /* that one */
} Table;

/* What columns of coordinates are called, the likeliest first; one of several words ends in one of
 * them or begins with it. */
static const char *const latitude_names[] = { "lat",     "latitude", "широта", "ycoord",
                                              "point_y", "y",        NULL };
static const char *const longitude_names[] = { "lon",    "lng",     "long", "longitude", "довгота",
                                               "xcoord", "point_x", "x",    NULL };

/* Columns of well-known text. */
static const char *const shape_names[] = { "wkt", "geom", "geometry", "the_geom", NULL };

static void
note (Table *table, MarchNoteKind kind, const char *sentence)
{
  march_layer_note (table->reading->layer, kind, table->reading->file, table->csv.row_line, "%s",
                    sentence);
}

/* Whether a name is a word, or has it at an end, divided by something that is no letter. */
static gboolean
is_called (const char *name, const char *word)
{
  g_autofree char *lower = march_fold_lower (name);
  g_auto (GStrv) words = g_strsplit_set (lower, "_ -.()", -1);
  guint n_words = g_strv_length (words);

  if (strcmp (lower, word) == 0)
    return TRUE;
  return n_words > 1 && strlen (word) > 1
         && (strcmp (words[0], word) == 0 || strcmp (words[n_words - 1], word) == 0);
}

static gboolean
find_column (GPtrArray *names, const char *const *words, guint *column)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < names->len; j++)
      if (is_called (names->pdata[j], words[i]))
        {
          *column = j;
          return TRUE;
        }
  return FALSE;
}

static gboolean
find_given (GPtrArray *names, const char *name, guint *column, GError **error)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, column))
    return TRUE;
  return march_reading_refuse (error, _ ("The table has no column “%s”."), name);
}

/* The columns of the coordinates, as given or by their names. */
static gboolean
find_coordinates (Table *table, GPtrArray *names, GError **error)
{
  const MarchReadOptions *options = table->reading->options;
  GString                *told;

  if (options->latitude != NULL && options->longitude != NULL)
    return find_given (names, options->latitude, &table->latitude, error)
           && find_given (names, options->longitude, &table->longitude, error);
  table->has_shapes = find_column (names, shape_names, &table->shape);
  if (table->has_shapes)
    return TRUE;
  if (find_column (names, latitude_names, &table->latitude)
      && find_column (names, longitude_names, &table->longitude)
      && table->latitude != table->longitude)
    return TRUE;
  told = g_string_new (NULL);
  for (guint i = 0; i < names->len && i < MOST_NAMES_TOLD; i++)
    g_string_append_printf (told, i > 0 ? ", “%s”" : "“%s”", (const char *) names->pdata[i]);
  march_reading_refuse (error,
                        _ ("No columns of latitude and longitude were found among %s: say which "
                           "they are."),
                        told->str);
  g_string_free (told, TRUE);
  return FALSE;
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
  if (!find_coordinates (table, names, error))
    return FALSE;
  if (!table->has_shapes)
    {
      file->latitude = g_strdup (names->pdata[table->latitude]);
      file->longitude = g_strdup (names->pdata[table->longitude]);
    }
  for (guint i = 0; i < names->len; i++)
    {
      guint field = march_layer_intern_field (table->reading->layer, names->pdata[i]);

      g_array_append_val (table->fields, field);
    }
  return TRUE;
}

/* A number as people write it: with blanks of any kind around it, an apostrophe that a spreadsheet
 * put before it, or a comma instead of the point. */
static gboolean
parse_number (const char *text, double *number)
{
  g_autofree char *plain = g_strdup (text);
  char            *end, *comma;
  char            *start;

  while ((start = strstr (plain, "\xc2\xa0")) != NULL)
    memset (start, ' ', 2);
  start = g_strstrip (plain);
  if (*start == '\'')
    start++;
  comma = strchr (start, ',');
  if (comma != NULL && strchr (start, '.') == NULL)
    *comma = '.';
  *number = g_ascii_strtod (start, &end);
  return end > start && *end == '\0' && isfinite (*number);
}

static MarchLayerValueKind
find_kind (const char *text)
{
  double number;

  if (*text == '\0')
    return MARCH_VALUE_NULL;
  if (strchr (text, ',') == NULL && parse_number (text, &number))
    return MARCH_VALUE_NUMBER;
  return MARCH_VALUE_TEXT;
}

/* Returns %FALSE if the row has none, which is then noted. */
static gboolean
read_position (Table *table, GPtrArray *cells)
{
  const char *texts[2] = { "", "" };
  double      numbers[2];
  guint       columns[2] = { table->longitude, table->latitude };

  for (guint i = 0; i < 2; i++)
    {
      if (columns[i] < cells->len)
        texts[i] = cells->pdata[columns[i]];
      if (parse_number (texts[i], &numbers[i]))
        continue;
      if (march_layer_is_missing (texts[i]))
        note (table, MARCH_NOTE_SKIPPED, _ ("It has no position."));
      else
        march_layer_note (table->reading->layer, MARCH_NOTE_SKIPPED, table->reading->file,
                          table->csv.row_line, _ ("“%s” is no number of degrees."), texts[i]);
      return FALSE;
    }
  march_layer_shape_begin_part (table->reading->shape, MARCH_GEOMETRY_POINT);
  march_layer_shape_add (table->reading->shape, numbers[0], numbers[1]);
  march_layer_shape_end_part (table->reading->shape);
  return TRUE;
}

/* Returns %FALSE if the row has none, which is then noted. */
static gboolean
read_shape (Table *table, GPtrArray *cells)
{
  const char      *text = table->shape < cells->len ? cells->pdata[table->shape] : "";
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_QUOTED));

  if (march_layer_is_missing (text))
    {
      note (table, MARCH_NOTE_SKIPPED, _ ("It has no position."));
      return FALSE;
    }
  if (march_wkt_read (text, table->reading->shape))
    return TRUE;
  march_layer_note (table->reading->layer, MARCH_NOTE_SKIPPED, table->reading->file,
                    table->csv.row_line, _ ("“%s” is no geometry as well-known text."), start);
  return FALSE;
}

static void
read_row (Table *table, GPtrArray *cells)
{
  MarchReading *reading = table->reading;
  g_autoptr (MarchLayerRecord) record = march_layer_record_new (reading->file, table->csv.row_line);

  march_layer_shape_clear (reading->shape);
  if (!(table->has_shapes ? read_shape : read_position) (table, cells))
    return;
  if (cells->len > table->fields->len)
    note (table, MARCH_NOTE_REPAIRED,
          _ ("It has more cells than the first line has names; those are left out."));
  for (guint i = 0; i < MIN (cells->len, table->fields->len); i++)
    if (!table->has_shapes || i != table->shape)
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
 * 84, or one whole geometries as well-known text.
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
