/* march-layer-kml.c — KML read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "exchange/march-layer-kml-private.h"

/* OGC 12-007r2, "KML 2.3". The document is read as a stream, of which one placemark at a time is
 * built. A document type, which is what entities need, is refused; nothing is ever fetched. */

/* A folder or document that is open. */
typedef struct
{
  int      depth;
  char    *name;
  char    *time_from;
  char    *time_until;
  gboolean has_time;
  gboolean is_instant;
} Folder;

typedef struct
{
  MarchReading    *reading;
  xmlTextReaderPtr reader;
  GArray          *folders; /* of Folder, the innermost last */
  GHashTable      *colours; /* of shared styles, by "#id" */
  GPtrArray       *styled;  /* of MarchLayerRecord, those whose style is shared */
  GPtrArray       *styles;  /* of char, its address */
  gsize            length;
  int              error_line;
  char            *error_message;
} Kml;

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

/* The first error is the one that matters. */
static void
note_error_cb (void *user_data, ErrorPointer error)
{
  Kml *kml = user_data;

  if (error->level < XML_ERR_ERROR || kml->error_message != NULL)
    return;
  kml->error_line = error->line;
  kml->error_message = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  g_strstrip (kml->error_message);
}

static void
clear_folder (gpointer data)
{
  Folder *folder = data;

  g_free (folder->name);
  g_free (folder->time_from);
  g_free (folder->time_until);
}

static Folder *
get_folder (Kml *kml)
{
  return kml->folders->len > 0 ? &g_array_index (kml->folders, Folder, kml->folders->len - 1)
                               : NULL;
}

/* "North / Coast" */
static char *
join_folders (Kml *kml)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < kml->folders->len; i++)
    {
      const char *name = g_array_index (kml->folders, Folder, i).name;

      if (name != NULL && *name != '\0')
        g_string_append_printf (joined, joined->len > 0 ? " / %s" : "%s", name);
    }
  return g_string_free (joined, FALSE);
}

/* The time of a placemark without one is that of the folders that it is in. */
static void
inherit_time (Kml *kml, MarchLayerRecord *record)
{
  for (guint i = kml->folders->len; i > 0 && !record->has_time; i--)
    {
      const Folder *folder = &g_array_index (kml->folders, Folder, i - 1);

      if (folder->has_time)
        {
          record->time_from = g_strdup (folder->time_from);
          record->time_until = g_strdup (folder->time_until);
          record->is_instant = folder->is_instant;
          record->has_time = TRUE;
        }
    }
}

static void
read_placemark (Kml *kml, xmlNodePtr node)
{
  MarchReading *reading = kml->reading;
  g_autoptr (MarchLayerRecord) record = NULL;
  g_autofree char *style = NULL;
  guint            n_before = march_layer_get_n_features (reading->layer);

  reading->n_places++;
  record = march_layer_record_new (reading->file, reading->n_places);
  record->feature.group = join_folders (kml);
  if (*record->feature.group == '\0')
    g_clear_pointer (&record->feature.group, g_free);
  march_layer_shape_clear (reading->shape);
  style = march_kml_read_placemark (reading, node, record);
  inherit_time (kml, record);
  march_layer_record_find_colour (record, reading->layer);
  march_layer_shape_finish (reading->shape, NULL, reading->layer, g_steal_pointer (&record));
  for (guint i = n_before; style != NULL && i < march_layer_get_n_features (reading->layer); i++)
    {
      g_ptr_array_add (kml->styled, march_layer_get_record (reading->layer, i));
      g_ptr_array_add (kml->styles, g_strdup (style));
    }
}

/* A shared style's colour, or the address of another one that a map of styles leads to. */
static void
read_style (Kml *kml, xmlNodePtr node)
{
  g_autofree char *id = march_kml_dup_attribute (node, "id");
  char            *colour = march_kml_find_colour (node);

  if (id != NULL && colour != NULL)
    g_hash_table_insert (kml->colours, g_strdup_printf ("#%s", id), colour);
  else
    g_free (colour);
}

static void
apply_styles (Kml *kml)
{
  for (guint i = 0; i < kml->styled->len; i++)
    {
      MarchLayerRecord *record = kml->styled->pdata[i];
      const char       *colour = g_hash_table_lookup (kml->colours, kml->styles->pdata[i]);

      if (colour != NULL && *colour == '#')
        colour = g_hash_table_lookup (kml->colours, colour);
      if (colour != NULL && record->feature.colour == NULL)
        march_layer_record_set_colour (record, colour);
    }
}

static void
open_folder (Kml *kml)
{
  const Folder folder = { .depth = xmlTextReaderDepth (kml->reader) };

  if (!xmlTextReaderIsEmptyElement (kml->reader))
    g_array_append_val (kml->folders, folder);
}

static void
read_folder_time (Kml *kml, xmlNodePtr node)
{
  Folder *folder = get_folder (kml);
  g_autoptr (MarchLayerRecord) record = march_layer_record_new (0, 0);

  march_kml_read_time (node, record);
  if (folder == NULL || !record->has_time)
    return;
  g_free (folder->time_from);
  g_free (folder->time_until);
  folder->time_from = g_steal_pointer (&record->time_from);
  folder->time_until = g_steal_pointer (&record->time_until);
  folder->is_instant = record->is_instant;
  folder->has_time = TRUE;
}

/* What is built and read as a whole. Returns %FALSE for any other element, which is only entered.
 */
static gboolean
read_whole (Kml *kml, const char *name, xmlNodePtr node)
{
  Folder  *folder = get_folder (kml);
  gboolean of_folder = folder != NULL && xmlTextReaderDepth (kml->reader) == folder->depth + 1;

  if (strcmp (name, "Placemark") == 0)
    read_placemark (kml, node);
  else if (strcmp (name, "Style") == 0 || strcmp (name, "StyleMap") == 0)
    read_style (kml, node);
  else if (of_folder && strcmp (name, "name") == 0)
    {
      g_free (folder->name);
      folder->name = march_kml_dup_text (node);
    }
  else if (of_folder && (strcmp (name, "TimeSpan") == 0 || strcmp (name, "TimeStamp") == 0))
    read_folder_time (kml, node);
  else
    return FALSE;
  return TRUE;
}

static void
note_left_out (Kml *kml, const char *name)
{
  const char *sentence = NULL;

  if (strcmp (name, "NetworkLink") == 0)
    sentence = _ ("It links to other files, which are not fetched: import them, too.");
  else if (g_str_has_suffix (name, "Overlay"))
    sentence = _ ("Its pictures are left out.");
  if (sentence != NULL)
    march_layer_note (kml->reading->layer, MARCH_NOTE_TOLD, kml->reading->file, 0, "%s", sentence);
}

static gboolean
is_whole (const char *name)
{
  static const char *const names[] = { "Placemark", "Style",    "StyleMap",
                                       "name",      "TimeSpan", "TimeStamp" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Reads what the reader stands at and goes on; returns as xmlTextReaderRead() does. */
static int
read_node (Kml *kml)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (kml->reader);
  int         type = xmlTextReaderNodeType (kml->reader);
  Folder     *folder = get_folder (kml);
  xmlNodePtr  node;

  if (type == XML_READER_TYPE_END_ELEMENT && folder != NULL
      && xmlTextReaderDepth (kml->reader) == folder->depth)
    g_array_set_size (kml->folders, kml->folders->len - 1);
  if (type != XML_READER_TYPE_ELEMENT || name == NULL)
    return xmlTextReaderRead (kml->reader);
  if (strcmp (name, "Folder") == 0 || strcmp (name, "Document") == 0)
    open_folder (kml);
  else
    note_left_out (kml, name);
  if (!is_whole (name))
    return xmlTextReaderRead (kml->reader);
  node = xmlTextReaderExpand (kml->reader);
  if (node == NULL)
    return -1;
  if (!read_whole (kml, name, node))
    return xmlTextReaderRead (kml->reader);
  return xmlTextReaderNext (kml->reader);
}

static gboolean
read_nodes (Kml *kml, GError **error)
{
  int result = xmlTextReaderRead (kml->reader);

  while (result == 1)
    {
      long at = xmlTextReaderByteConsumed (kml->reader);

      if (!march_reading_go_on (kml->reading, CLAMP ((double) at / (double) kml->length, 0, 1),
                                error))
        return FALSE;
      result = read_node (kml);
    }
  if (result == 0 && kml->error_message == NULL)
    return TRUE;
  return march_reading_refuse (error,
                               _ ("This is not well-formed XML: in line %d, the parser says “%s”."),
                               kml->error_line,
                               kml->error_message != NULL ? kml->error_message : "?");
}

/* The start of what follows a comment or the like, up to @end. */
static const char *
pass (const char *at, const char *end, const char *limit)
{
  const char *found = g_strstr_len (at, limit - at, end);

  return found != NULL ? found + strlen (end) : limit;
}

/* Whether anything but comments, blanks and instructions goes before the first element; if so, it
 * is a document type. */
static gboolean
has_document_type (const char *text, gsize length)
{
  const char *at = text, *limit = text + length;

  while (at < limit)
    {
      gsize left = (gsize) (limit - at);

      if (left >= 2 && strncmp (at, "<?", 2) == 0)
        at = pass (at, "?>", limit);
      else if (left >= 4 && strncmp (at, "<!--", 4) == 0)
        at = pass (at, "-->", limit);
      else if (*at == '<')
        return left >= 2 && at[1] == '!';
      else
        at++;
    }
  return FALSE;
}

/**
 * march_layer_read_kml:
 * @reading: the file
 * @text: (array length=length): what it holds
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT with the line, or %G_IO_ERROR_CANCELLED
 *
 * Folders become groups; times, styles and extended data are read; pictures, links and models are
 * left out.
 */
gboolean
march_layer_read_kml (MarchReading *reading, const char *text, gsize length, GError **error)
{
  Kml      kml = { .reading = reading, .length = MAX (length, 1) };
  gboolean is_utf8 = g_utf8_validate_len (text, length, NULL);
  gboolean read;

  if (has_document_type (text, length))
    return march_reading_refuse (error, _ ("The file declares a document type, which no KML file "
                                           "needs and which may do harm: remove it first."));
  /* Long lists of coordinates need what libxml2 calls huge; without entities it is harmless. */
  kml.reader = xmlReaderForMemory (text, (int) MIN (length, G_MAXINT), NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_COMPACT
                                       | (is_utf8 ? XML_PARSE_HUGE : 0));
  if (kml.reader == NULL)
    return march_reading_refuse (error, _ ("The file is empty."));
  xmlTextReaderSetStructuredErrorHandler (kml.reader, note_error_cb, &kml);
  kml.folders = g_array_new (FALSE, FALSE, sizeof (Folder));
  g_array_set_clear_func (kml.folders, clear_folder);
  kml.colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  kml.styled = g_ptr_array_new ();
  kml.styles = g_ptr_array_new_with_free_func (g_free);

  read = read_nodes (&kml, error);
  if (read)
    apply_styles (&kml);

  xmlFreeTextReader (kml.reader);
  g_array_unref (kml.folders);
  g_hash_table_unref (kml.colours);
  g_ptr_array_unref (kml.styled);
  g_ptr_array_unref (kml.styles);
  g_free (kml.error_message);
  return read;
}
