/* march-layer-kmz.c — the KML in a compressed file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-layer-reading.h"

/* OGC 12-007r2, clause 6.2.1.1: the first file in it that ends in ".kml" is the document. What a
 * file says of its size is not believed: reading stops at the bound. */

#define MOST_BYTES (256 * 1024 * 1024)
#define MOST_ENTRIES 10000
#define CHUNK 65536

static gboolean
is_document (struct archive_entry *entry)
{
  const char      *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *lower = NULL;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL)
    return FALSE;
  lower = g_ascii_strdown (name, -1);
  return g_str_has_suffix (lower, ".kml");
}

static gboolean
refuse_damaged (struct archive *archive, GError **error)
{
  const char      *said = archive_error_string (archive);
  g_autofree char *detail = g_utf8_make_valid (said != NULL ? said : "?", -1);

  return march_reading_refuse (error, _ ("The compressed file is damaged (%s): fetch it again."),
                               detail);
}

/* Unpacks the present entry. */
static gboolean
unpack (struct archive *archive, MarchReading *reading, GByteArray *text, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t         n;

  while ((n = archive_read_data (archive, chunk, CHUNK)) > 0)
    {
      if (!march_reading_go_on (reading, 0.1, error))
        return FALSE;
      g_byte_array_append (text, chunk, (guint) n);
      if (text->len > MOST_BYTES)
        return march_reading_refuse (error,
                                     _ ("The compressed file holds more than 256 megabytes of "
                                        "text, which is likely "
                                        "meant to do harm: unpack it yourself if you trust it."));
    }
  return n == 0 || refuse_damaged (archive, error);
}

static gboolean
find_document (struct archive *archive, GError **error)
{
  struct archive_entry *entry;
  int                   result;
  guint                 n_entries = 0;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    {
      if (is_document (entry))
        return TRUE;
      if (++n_entries > MOST_ENTRIES)
        break;
    }
  if (result != ARCHIVE_EOF && n_entries <= MOST_ENTRIES)
    return refuse_damaged (archive, error);
  return march_reading_refuse (error, _ ("The compressed file holds no KML."));
}

/**
 * march_layer_read_kmz:
 * @reading: the file
 * @error: %MARCH_ERROR_BAD_INPUT, or %G_IO_ERROR_CANCELLED
 */
gboolean
march_layer_read_kmz (MarchReading *reading, GError **error)
{
  struct archive *archive = archive_read_new ();
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean read;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, reading->path, CHUNK) != ARCHIVE_OK)
    read = refuse_damaged (archive, error);
  else
    read = find_document (archive, error) && unpack (archive, reading, text, error);
  archive_read_free (archive);
  return read && march_layer_read_kml (reading, (const char *) text->data, text->len, error);
}
