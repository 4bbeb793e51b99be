/* march-layer-reader.c — reads foreign files of every known format into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-reader.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/march-error.h"
#include "exchange/march-layer-reading.h"

#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)
#define MOST_FILES 50000
#define MOST_NESTED_FOLDERS 8
#define PROGRESS_STEP 0.002
#define START_SIZE 16
#define SQLITE_MAGIC "SQLite format 3"
#define ZIP_MAGIC "PK\x03\x04"

gboolean
march_reading_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MARCH_ERROR, MARCH_ERROR_BAD_INPUT, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* Tells how far the file is read; %FALSE if reading was cancelled. */
gboolean
march_reading_go_on (MarchReading *reading, double fraction, GError **error)
{
  const MarchReadOptions *options = reading->options;
  double                  all = ((double) reading->done + fraction * (double) reading->size)
               / (double) MAX (reading->total, 1);

  if (options->progress != NULL && (all >= reading->told + PROGRESS_STEP || fraction <= 0))
    {
      reading->told = all;
      options->progress (MIN (all, 1), march_layer_get_file (reading->layer, reading->file)->name,
                         options->user_data);
    }
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static const char *const json_endings[] = { ".geojson", ".json",   ".geojsonl", ".geojsons",
                                            ".jsonl",   ".ndjson", ".jsonfg",   NULL };
static const char *const table_endings[] = { ".csv", ".tsv", NULL };
static const char *const other_endings[] = { ".gpkg", ".kml", ".kmz", NULL };

static gboolean
has_ending (const char *path, const char *const *endings)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const char *path)
{
  return has_ending (path, json_endings) || has_ending (path, table_endings)
         || has_ending (path, other_endings);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds the files of a folder and those within it, in the order of their names. */
static gboolean
add_folder (GPtrArray *files, const char *folder, guint depth, GError **error)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (inside, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (inside, compare_paths);
  for (guint i = 0; i < inside->len; i++)
    {
      const char *path = inside->pdata[i];

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (depth < MOST_NESTED_FOLDERS && !add_folder (files, path, depth + 1, error))
            return FALSE;
        }
      else if (is_known (path))
        g_ptr_array_add (files, g_strdup (path));
      if (files->len > MOST_FILES)
        return march_reading_refuse (error,
                                     _ ("The folder “%s” holds more than %d files: choose a part "
                                        "of them."),
                                     folder, MOST_FILES);
    }
  return TRUE;
}

static GPtrArray *
list_files (const char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        g_ptr_array_add (files, g_strdup (paths[i]));
      else if (!add_folder (files, paths[i], 0, error))
        return NULL;
    }
  if (files->len == 0)
    {
      march_reading_refuse (error, _ ("There is no file here of a kind that can be read."));
      return NULL;
    }
  return g_steal_pointer (&files);
}

static guint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint64) status.st_size : 0;
}

/* The first character that is no blank and no byte order mark. */
static char
get_first (const char *text, gsize length)
{
  const char *end = text + length;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  while (text < end && g_ascii_isspace (*text))
    text++;
  return text < end ? *text : '\0';
}

/* Not every file of XML: the document's element stands near its beginning. */
static gboolean
is_kml (const char *text, gsize length)
{
  return g_strstr_len (text, (gssize) MIN (length, 8192), "<kml") != NULL
         || g_strstr_len (text, (gssize) MIN (length, 8192), ":kml") != NULL;
}

static gboolean
read_content (MarchReading *reading, const char *text, gsize length, GError **error)
{
  MarchLayerFile *file = reading->layer->files->pdata[reading->file];
  char            first = get_first (text, length);

  if (first == '{' || first == '[' || first == '\x1e' || has_ending (reading->path, json_endings))
    {
      file->format = "GeoJSON";
      return march_layer_read_geojson (reading, text, length, error);
    }
  if (first == '<' && is_kml (text, length))
    {
      file->format = "KML";
      return march_layer_read_kml (reading, text, length, error);
    }
  if (first != '<'
      && (has_ending (reading->path, table_endings) || reading->options->columns != NULL))
    {
      file->format = "CSV";
      return march_layer_read_csv (reading, text, length, error);
    }
  return march_reading_refuse (error, _ ("This is no file of areas of a kind that can be read."));
}

/* The first bytes of a file, by which a database is known. */
static gboolean
read_start (const char *path, char *start, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), start, START_SIZE, NULL, NULL, error);
}

static gboolean
read_file (MarchReading *reading, GError **error)
{
  MarchLayerFile  *file = reading->layer->files->pdata[reading->file];
  g_autofree char *text = NULL;
  char             start[START_SIZE] = { 0 };
  gsize            length;

  if (!march_reading_go_on (reading, 0, error))
    return FALSE;
  if (!read_start (reading->path, start, error))
    return FALSE;
  if (memcmp (start, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0)
    {
      file->format = "GeoPackage";
      return march_layer_read_gpkg (reading, error);
    }
  if (memcmp (start, ZIP_MAGIC, strlen (ZIP_MAGIC)) == 0)
    {
      file->format = "KMZ";
      return march_layer_read_kmz (reading, error);
    }
  if (reading->size > MOST_BYTES)
    return march_reading_refuse (error, _ ("The file is larger than one gigabyte: divide it, or "
                                           "import a part of it."));
  return g_file_get_contents (reading->path, &text, &length, error)
         && read_content (reading, text, length, error);
}

/* An error of our own gets the file's name, one of the system's gets to be a sentence, too. */
static void
fail (const MarchReading *reading, const GError *reason, GError **error)
{
  const char *name = march_layer_get_file (reading->layer, reading->file)->name;

  if (reason->domain == MARCH_ERROR)
    g_set_error (error, MARCH_ERROR, reason->code, "%s: %s", name, reason->message);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _ ("“%s” can't be read (%s). Check that it is there and that you may read it."),
                 name, reason->message);
}

/* Reads one of the files. If there are others, one that can't be read is noted. */
static gboolean
read_one (MarchReading *reading, const char *path, gboolean others, GError **error)
{
  guint n_before = march_layer_get_n_features (reading->layer);
  g_autoptr (GError) reason = NULL;
  gboolean read;

  reading->file = march_layer_add_file (reading->layer, path, NULL);
  reading->path = path;
  reading->size = get_size (path);
  reading->n_places = 0;
  read = read_file (reading, &reason);
  reading->done += reading->size;
  if (read)
    {
      if (march_layer_get_n_features (reading->layer) == n_before)
        march_layer_note (reading->layer, MARCH_NOTE_TOLD, reading->file, 0,
                          _ ("It holds nothing that can be drawn."));
      return TRUE;
    }
  march_layer_truncate (reading->layer, n_before);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !others)
    {
      fail (reading, reason, error);
      return FALSE;
    }
  march_layer_note (reading->layer, MARCH_NOTE_SKIPPED, reading->file, 0, "%s", reason->message);
  return TRUE;
}

/**
 * march_layer_read:
 * @paths: (array zero-terminated=1): files, and folders of which all known files are read
 * @options: (nullable): how
 * @cancellable: (nullable): stops it between two features
 * @error: #MarchError with the file's name and what to do, a #GFileError, or %G_IO_ERROR_CANCELLED
 *
 * The kind of a file is told by what it holds. One that can't be read is an error if it is the only
 * one, and noted if there are others; the same goes for features. Nothing has a date yet: see
 * march_layer_set_dates(). May be called in any thread.
 *
 * Returns: (transfer full) (nullable): what they hold
 */
MarchLayer *
march_layer_read (const char *const      *paths,
                  const MarchReadOptions *options,
                  GCancellable           *cancellable,
                  GError                **error)
{
  static const MarchReadOptions no_options = { 0 };
  g_autoptr (MarchLayer) layer = march_layer_new ();
  g_autoptr (GPtrArray) files = list_files (paths, error);
  g_autoptr (MarchLayerShape) shape = march_layer_shape_new ();
  MarchReading reading = { .layer = layer, .shape = shape, .cancellable = cancellable };

  if (files == NULL)
    return NULL;
  reading.options = options != NULL ? options : &no_options;
  for (guint i = 0; i < files->len; i++)
    reading.total += get_size (files->pdata[i]);
  for (guint i = 0; i < files->len; i++)
    if (!read_one (&reading, files->pdata[i], files->len > 1, error))
      return NULL;
  march_layer_end_reading (layer);
  return g_steal_pointer (&layer);
}

/**
 * march_layer_read_file:
 * @path: one file
 * @error: as of march_layer_read()
 *
 * Returns: (transfer full) (nullable): what it holds
 */
MarchLayer *
march_layer_read_file (const char *path, GError **error)
{
  const char *const paths[] = { path, NULL };

  return march_layer_read (paths, NULL, NULL, error);
}
