/* march-changes-stream.c — the bytes of a file of changes: numbers, texts and values of rows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-stream.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* A line of its own, which tells the kind of file and the version; what follows is compressed. */
#define FIRST_WORDS "Marchland changes "
#define LONGEST_FIRST_LINE 40
#define MOST_VALUE (128 * 1024 * 1024)
#define MOST_TOTAL (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)
#define BUFFER_SIZE (64 * 1024)
#define CHUNK (1024 * 1024)
#define COMPRESSION 6

/* What a value is. */
#define VALUE_NULL 'n'
#define VALUE_INTEGER 'i'
#define VALUE_REAL 'r'
#define VALUE_TEXT 't'
#define VALUE_BLOB 'b'

struct _MarchChangesWriter
{
  GDataOutputStream *stream;
  GError            *error;
};

struct _MarchChangesReader
{
  GDataInputStream *stream;
  gint64            n_read;
  GError           *error;
};

/**
 * march_changes_writer_new:
 * @out: where the bytes go; left open
 */
MarchChangesWriter *
march_changes_writer_new (GOutputStream *out, GError **error)
{
  g_autofree char *line = g_strdup_printf (FIRST_WORDS "%d\n", MARCH_CHANGES_VERSION);
  g_autoptr (GZlibCompressor) compressor = NULL;
  g_autoptr (GOutputStream) packed = NULL, buffered = NULL;
  MarchChangesWriter *writer;

  if (!g_output_stream_write_all (out, line, strlen (line), NULL, NULL, error))
    return NULL;
  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION);
  packed = g_converter_output_stream_new (out, G_CONVERTER (compressor));
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (packed), FALSE);
  buffered = g_buffered_output_stream_new_sized (packed, BUFFER_SIZE);
  writer = g_new0 (MarchChangesWriter, 1);
  writer->stream = g_data_output_stream_new (buffered);
  g_data_output_stream_set_byte_order (writer->stream, G_DATA_STREAM_BYTE_ORDER_LITTLE_ENDIAN);
  return writer;
}

void
march_changes_writer_free (MarchChangesWriter *writer)
{
  g_object_unref (writer->stream);
  g_clear_error (&writer->error);
  g_free (writer);
}

/**
 * march_changes_writer_close:
 *
 * Returns: %FALSE if anything could not be written
 */
gboolean
march_changes_writer_close (MarchChangesWriter *writer, GError **error)
{
  if (writer->error == NULL)
    g_output_stream_close (G_OUTPUT_STREAM (writer->stream), NULL, &writer->error);
  if (writer->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&writer->error));
  return FALSE;
}

void
march_changes_put_byte (MarchChangesWriter *writer, guint8 byte)
{
  if (writer->error == NULL)
    g_data_output_stream_put_byte (writer->stream, byte, NULL, &writer->error);
}

void
march_changes_put_count (MarchChangesWriter *writer, guint32 count)
{
  if (writer->error == NULL)
    g_data_output_stream_put_uint32 (writer->stream, count, NULL, &writer->error);
}

void
march_changes_put_number (MarchChangesWriter *writer, gint64 number)
{
  if (writer->error == NULL)
    g_data_output_stream_put_int64 (writer->stream, number, NULL, &writer->error);
}

static void
put_bytes (MarchChangesWriter *writer, const void *bytes, gsize size)
{
  march_changes_put_count (writer, (guint32) size);
  if (writer->error == NULL)
    g_output_stream_write_all (G_OUTPUT_STREAM (writer->stream), bytes, size, NULL, NULL,
                               &writer->error);
}

/**
 * march_changes_put_text:
 * @text: (nullable): %NULL is written as ""
 */
void
march_changes_put_text (MarchChangesWriter *writer, const char *text)
{
  put_bytes (writer, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

void
march_changes_put_value (MarchChangesWriter *writer, sqlite3_value *value)
{
  double  real = sqlite3_value_double (value);
  guint64 bits;

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      march_changes_put_byte (writer, VALUE_INTEGER);
      march_changes_put_number (writer, sqlite3_value_int64 (value));
      break;
    case SQLITE_FLOAT:
      memcpy (&bits, &real, sizeof bits);
      march_changes_put_byte (writer, VALUE_REAL);
      march_changes_put_number (writer, (gint64) bits);
      break;
    case SQLITE_TEXT:
      march_changes_put_byte (writer, VALUE_TEXT);
      put_bytes (writer, sqlite3_value_text (value), (gsize) sqlite3_value_bytes (value));
      break;
    case SQLITE_BLOB:
      march_changes_put_byte (writer, VALUE_BLOB);
      put_bytes (writer, sqlite3_value_blob (value), (gsize) sqlite3_value_bytes (value));
      break;
    default:
      march_changes_put_byte (writer, VALUE_NULL);
    }
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                       _("The file of changes is damaged or cut off. Ask for it again."));
  return FALSE;
}

/* @start: of what is compressed */
static gboolean
read_first_line (GBytes *bytes, gsize *start, GError **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize       length = strlen (FIRST_WORDS);
  const char *end = size > length ? memchr (data, '\n', MIN (size, LONGEST_FIRST_LINE)) : NULL;
  g_autofree char *number = NULL;
  guint64          version = 0;

  if (end == NULL || memcmp (data, FIRST_WORDS, length) != 0)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("This is not a file of changes. Choose one that Marchland has "
                             "written."));
      return FALSE;
    }
  number = g_strndup (data + length, (gsize) (end - data) - length);
  if (!g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT32, &version, NULL))
    return fail_damaged (error);
  if (version > MARCH_CHANGES_VERSION)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NEWER,
                           _("The changes were written by a newer version of Marchland. Update "
                             "this program to apply them."));
      return FALSE;
    }
  *start = (gsize) (end - data) + 1;
  return TRUE;
}

/**
 * march_changes_reader_new:
 * @bytes: a whole file
 */
MarchChangesReader *
march_changes_reader_new (GBytes *bytes, GError **error)
{
  gsize start = 0;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GInputStream) plain = NULL, unpacked = NULL;
  g_autoptr (GZlibDecompressor) decompressor = NULL;
  MarchChangesReader *reader;

  if (!read_first_line (bytes, &start, error))
    return NULL;
  rest = g_bytes_new_from_bytes (bytes, start, g_bytes_get_size (bytes) - start);
  plain = g_memory_input_stream_new_from_bytes (rest);
  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  unpacked = g_converter_input_stream_new (plain, G_CONVERTER (decompressor));
  reader = g_new0 (MarchChangesReader, 1);
  reader->stream = g_data_input_stream_new (unpacked);
  g_data_input_stream_set_byte_order (reader->stream, G_DATA_STREAM_BYTE_ORDER_LITTLE_ENDIAN);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (reader->stream), BUFFER_SIZE);
  return reader;
}

void
march_changes_reader_free (MarchChangesReader *reader)
{
  g_object_unref (reader->stream);
  g_clear_error (&reader->error);
  g_free (reader);
}

gboolean
march_changes_reader_is_fine (MarchChangesReader *reader)
{
  return reader->error == NULL;
}

/**
 * march_changes_reader_fail:
 *
 * Notes that what was read can't be so.
 */
void
march_changes_reader_fail (MarchChangesReader *reader)
{
  if (reader->error == NULL)
    fail_damaged (&reader->error);
}

/**
 * march_changes_reader_check:
 *
 * Returns: %FALSE with %MARCH_ERROR_DAMAGED if something was wrong so far
 */
gboolean
march_changes_reader_check (MarchChangesReader *reader, GError **error)
{
  if (reader->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (reader->error));
  return FALSE;
}

/* Whatever is wrong below, it is the file that is damaged. */
static gboolean
read_bytes (MarchChangesReader *reader, void *bytes, gsize size)
{
  gsize n = 0;

  memset (bytes, 0, size);
  if (reader->error != NULL)
    return FALSE;
  reader->n_read += (gint64) size;
  if (reader->n_read <= MOST_TOTAL &&
      g_input_stream_read_all (G_INPUT_STREAM (reader->stream), bytes, size, &n, NULL, NULL) &&
      n == size)
    return TRUE;
  memset (bytes, 0, size);
  march_changes_reader_fail (reader);
  return FALSE;
}

/** march_changes_reader_get_read: Returns: how many bytes were read, as they are unpacked */
gint64
march_changes_reader_get_read (MarchChangesReader *reader)
{
  return reader->n_read;
}

/**
 * march_changes_reader_is_end:
 *
 * Returns: whether the file ends here, as it must after its last part
 */
gboolean
march_changes_reader_is_end (MarchChangesReader *reader)
{
  guint8 byte;

  return reader->error == NULL &&
         g_input_stream_read (G_INPUT_STREAM (reader->stream), &byte, 1, NULL, NULL) == 0;
}

guint8
march_changes_get_byte (MarchChangesReader *reader)
{
  guint8 byte;

  read_bytes (reader, &byte, 1);
  return byte;
}

guint32
march_changes_get_count (MarchChangesReader *reader, guint32 most)
{
  guint32 count;

  read_bytes (reader, &count, sizeof count);
  count = GUINT32_FROM_LE (count);
  if (count <= most)
    return count;
  march_changes_reader_fail (reader);
  return 0;
}

gint64
march_changes_get_number (MarchChangesReader *reader)
{
  gint64 number;

  read_bytes (reader, &number, sizeof number);
  return GINT64_FROM_LE (number);
}

/* A length that the file claims is believed only as far as bytes follow. */
static GByteArray *
read_array (MarchChangesReader *reader, guint32 most)
{
  guint32 left = march_changes_get_count (reader, most);
  g_autoptr (GByteArray) array = g_byte_array_new ();

  while (left > 0)
    {
      guint32 size = MIN (left, CHUNK);
      guint   before = array->len;

      g_byte_array_set_size (array, before + size);
      if (!read_bytes (reader, array->data + before, size))
        return NULL;
      left -= size;
    }
  return reader->error == NULL ? g_steal_pointer (&array) : NULL;
}

/* Text of a file is UTF-8 and has no NUL, as the program's own has none. */
static gboolean
is_text (GByteArray *array)
{
  return array->len == 0 || g_utf8_validate ((const char *) array->data, array->len, NULL);
}

/**
 * march_changes_get_text:
 * @most: how long it may be, in bytes
 *
 * Returns: (transfer full): the text; "" once anything was wrong
 */
char *
march_changes_get_text (MarchChangesReader *reader, guint32 most)
{
  g_autoptr (GByteArray) array = read_array (reader, most);

  if (array != NULL && is_text (array))
    return array->len > 0 ? g_strndup ((const char *) array->data, array->len) : g_strdup ("");
  march_changes_reader_fail (reader);
  return g_strdup ("");
}

static void
bind_bytes (MarchChangesReader *reader, gboolean text, sqlite3_stmt *statement, int parameter)
{
  g_autoptr (GByteArray) array = read_array (reader, MOST_VALUE);
  const char *data;

  if (array == NULL)
    return;
  data = array->data != NULL ? (const char *) array->data : "";
  if (!text)
    sqlite3_bind_blob (statement, parameter, data, (int) array->len, SQLITE_TRANSIENT);
  else if (is_text (array))
    sqlite3_bind_text (statement, parameter, data, (int) array->len, SQLITE_TRANSIENT);
  else
    march_changes_reader_fail (reader);
}

static void
bind_real (MarchChangesReader *reader, sqlite3_stmt *statement, int parameter)
{
  guint64 bits = (guint64) march_changes_get_number (reader);
  double  real;

  memcpy (&real, &bits, sizeof real);
  sqlite3_bind_double (statement, parameter, real);
}

/**
 * march_changes_bind_value:
 *
 * Reads a value and gives it to a statement.
 */
void
march_changes_bind_value (MarchChangesReader *reader, sqlite3_stmt *statement, int parameter)
{
  switch (march_changes_get_byte (reader))
    {
    case VALUE_NULL:
      sqlite3_bind_null (statement, parameter);
      break;
    case VALUE_INTEGER:
      sqlite3_bind_int64 (statement, parameter, march_changes_get_number (reader));
      break;
    case VALUE_REAL:
      bind_real (reader, statement, parameter);
      break;
    case VALUE_TEXT:
      bind_bytes (reader, TRUE, statement, parameter);
      break;
    case VALUE_BLOB:
      bind_bytes (reader, FALSE, statement, parameter);
      break;
    default:
      march_changes_reader_fail (reader);
    }
}
