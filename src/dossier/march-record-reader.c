/* march-record-reader.c — reads rows of one table column by column, and says which row was wrong */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-record-reader.h"

#include <math.h>

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-edtf.h"
#include "base/march-error.h"
#include "geo/march-gpkg-blob.h"

/**
 * march_record_reader_open:
 * @reader: (out caller-allocates): cleared by march_record_reader_clear()
 * @table: whose rows they are, for the errors
 */
gboolean
march_record_reader_open (MarchRecordReader *reader,
                          MarchDatabase     *database,
                          const char        *table,
                          const char        *sql,
                          GError           **error)
{
  *reader = (MarchRecordReader){ .database = database, .table = table };
  reader->statement = march_statement_new (database->handle, sql, error);
  return reader->statement != NULL;
}

void
march_record_reader_clear (MarchRecordReader *reader)
{
  g_clear_pointer (&reader->statement, sqlite3_finalize);
  g_clear_error (&reader->error);
}

/**
 * march_record_reader_next:
 * @done: (out): at the end whether all rows were read; %FALSE with %MARCH_ERROR_DAMAGED if the row
 *   before was wrong, or with another #MarchError
 *
 * Returns: whether there is a row to read
 */
gboolean
march_record_reader_next (MarchRecordReader *reader, gboolean *done, GError **error)
{
  gboolean row = FALSE;

  *done = FALSE;
  if (reader->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->error));
      return FALSE;
    }
  row = march_statement_next (reader->statement, done, error);
  reader->id = row ? sqlite3_column_int64 (reader->statement, 0) : 0;
  return row;
}

/**
 * march_record_reader_fail:
 * @reason: (transfer full) (nullable): what is wrong with the column
 *
 * Calls the row wrong, unless it is already.
 */
void
march_record_reader_fail (MarchRecordReader *reader, int column, GError *reason)
{
  g_autofree char *name = g_filename_display_basename (reader->database->path);
  const char      *column_name = sqlite3_column_name (reader->statement, column);

  if (reader->error == NULL && reason != NULL)
    reader->error = g_error_new (MARCH_ERROR, MARCH_ERROR_DAMAGED,
                                 _ ("“%s” is damaged: record %" PRId64
                                    " of “%s” has no valid “%s”. %s"),
                                 name, reader->id, reader->table, column_name, reason->message);
  else if (reader->error == NULL)
    reader->error = g_error_new (MARCH_ERROR, MARCH_ERROR_DAMAGED,
                                 _ ("“%s” is damaged: record %" PRId64
                                    " of “%s” has no valid “%s”. Open an earlier copy of it."),
                                 name, reader->id, reader->table, column_name);
  g_clear_error (&reason);
}

static gboolean
is_null (MarchRecordReader *reader, int column)
{
  return sqlite3_column_type (reader->statement, column) == SQLITE_NULL;
}

/**
 * march_record_reader_text:
 *
 * Returns: (transfer none): the text; "" if it is wrong. Not const, as it goes into records that
 * are copied at once
 */
char *
march_record_reader_text (MarchRecordReader *reader, int column)
{
  const char *text = march_statement_get_text (reader->statement, column);

  if (text == NULL)
    march_record_reader_fail (reader, column, NULL);
  return (char *) (text != NULL ? text : "");
}

char *
march_record_reader_text_or_null (MarchRecordReader *reader, int column)
{
  return is_null (reader, column) ? NULL : march_record_reader_text (reader, column);
}

/**
 * march_record_reader_date:
 *
 * Returns: a date or interval in EDTF, or ""
 */
char *
march_record_reader_date (MarchRecordReader *reader, int column)
{
  char   *text = march_record_reader_text (reader, column);
  GError *reason = NULL;
  g_autoptr (MarchEdtf) edtf = *text != '\0' ? march_edtf_new (text, &reason) : NULL;

  if (reason != NULL)
    march_record_reader_fail (reader, column, reason);
  return text;
}

gint64
march_record_reader_integer (MarchRecordReader *reader, int column, gint64 least, gint64 most)
{
  gint64 value = sqlite3_column_int64 (reader->statement, column);

  if (sqlite3_column_type (reader->statement, column) == SQLITE_INTEGER && value >= least &&
      value <= most)
    return value;
  march_record_reader_fail (reader, column, NULL);
  return least;
}

/**
 * march_record_reader_integer_or:
 * @fallback: for NULL
 */
gint64
march_record_reader_integer_or (MarchRecordReader *reader,
                                int                column,
                                gint64             least,
                                gint64             most,
                                gint64             fallback)
{
  return is_null (reader, column) ? fallback
                                  : march_record_reader_integer (reader, column, least, most);
}

/**
 * march_record_reader_id:
 *
 * Returns: the id of another record, 0 for NULL
 */
gint64
march_record_reader_id (MarchRecordReader *reader, int column)
{
  return march_record_reader_integer_or (reader, column, 1, G_MAXINT64, 0);
}

/**
 * march_record_reader_real:
 *
 * Returns: a finite number, NAN for NULL
 */
double
march_record_reader_real (MarchRecordReader *reader, int column)
{
  int    type = sqlite3_column_type (reader->statement, column);
  double value = sqlite3_column_double (reader->statement, column);

  if (type == SQLITE_NULL)
    return NAN;
  if ((type != SQLITE_FLOAT && type != SQLITE_INTEGER) || !isfinite (value))
    march_record_reader_fail (reader, column, NULL);
  return value;
}

/**
 * march_record_reader_word:
 *
 * Returns: the value that a word of the vocabulary stands for
 */
guint
march_record_reader_word (MarchRecordReader *reader, int column, MarchVocabulary vocabulary)
{
  guint       value = 0;
  const char *word = march_statement_get_text (reader->statement, column);

  if (word == NULL || !march_vocabulary_find (vocabulary, word, &value))
    march_record_reader_fail (reader, column, NULL);
  return value;
}

/**
 * march_record_reader_word_if:
 * @needed: whether NULL is wrong
 */
guint
march_record_reader_word_if (MarchRecordReader *reader,
                             int                column,
                             MarchVocabulary    vocabulary,
                             gboolean           needed)
{
  return is_null (reader, column) && !needed
             ? 0
             : march_record_reader_word (reader, column, vocabulary);
}

/**
 * march_record_reader_geometry:
 *
 * Returns: (transfer full) (nullable): a geometry in longitude and latitude; %NULL for NULL and if
 * it is wrong
 */
MarchGeometry *
march_record_reader_geometry (MarchRecordReader *reader, int column)
{
  const guint8 *data = sqlite3_column_blob (reader->statement, column);
  GError       *reason = NULL;
  int           srs_id = MARCH_SRS_WGS84;
  g_autoptr (MarchGeometry) geometry = NULL;

  if (is_null (reader, column))
    return NULL;
  if (sqlite3_column_type (reader->statement, column) == SQLITE_BLOB && data != NULL)
    geometry = march_gpkg_blob_read (data, (gsize) sqlite3_column_bytes (reader->statement, column),
                                     &srs_id, &reason);
  if (geometry == NULL || srs_id != MARCH_SRS_WGS84)
    {
      march_record_reader_fail (reader, column, reason);
      return NULL;
    }
  return g_steal_pointer (&geometry);
}
