/* march-layer-geojson.c — GeoJSON of every make read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-layer-geojson-private.h"

/* RFC 7946, sequences by RFC 8142 or one text a line, the "crs" that went before, and "time",
 * "place" and "coordRefSys" of OGC 21-045r1, "Features and Geometries JSON". A text is held against
 * the grammar as a whole first; then what is wrong with one feature doesn't keep the others from
 * being read. */

#define RECORD_SEPARATOR '\x1e'

/* Of a collection or a feature by itself, where its members stand. */
typedef struct
{
  char           *type;
  gboolean        has_features;
  gboolean        has_crs;
  MarchJsonCursor features;
  MarchJsonCursor crs;
  gboolean        crs_is_fg;
} Root;

static gboolean
is_geometry_type (const char *type)
{
  static const char *const types[] = {
    "Point",           "LineString",   "Polygon",           "MultiPoint",
    "MultiLineString", "MultiPolygon", "GeometryCollection"
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Goes through an object and remembers where what matters stands. */
static void
survey (MarchJsonCursor *cursor, Root *root)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_member (cursor, name))
    {
      MarchJsonKind kind = march_json_cursor_peek (cursor);

      if (strcmp (name->str, "type") == 0 && kind == MARCH_JSON_STRING)
        {
          march_json_cursor_read_string (cursor, text);
          g_free (root->type);
          root->type = g_strdup (text->str);
          continue;
        }
      if (strcmp (name->str, "features") == 0 && kind == MARCH_JSON_ARRAY)
        {
          root->has_features = TRUE;
          root->features = *cursor;
        }
      if (strcmp (name->str, "crs") == 0 || strcmp (name->str, "coordRefSys") == 0)
        {
          root->has_crs = TRUE;
          root->crs_is_fg = name->str[1] == 'o';
          root->crs = *cursor;
        }
      march_json_cursor_skip (cursor);
    }
}

/* Sets the projection of the geometries that follow: of "crs" that of all geometries, of
 * "coordRefSys" that of "place" alone. */
static gboolean
read_reference_system (MarchGeoJson *geojson, Root *root, GError **error)
{
  g_autofree char *code = march_geojson_read_crs (&root->crs);
  g_autoptr (MarchProjection) projection = NULL;

  if (code == NULL)
    {
      if (march_json_cursor_peek (&root->crs) == MARCH_JSON_NULL)
        march_layer_note (geojson->reading->layer, MARCH_NOTE_TOLD, geojson->reading->file, 0,
                          _ ("It says that its reference system is unknown; it is read as WGS "
                             "84."));
      else
        return march_reading_refuse (error, _ ("Its reference system isn't named in a way that can "
                                               "be read: convert the file "
                                               "to WGS 84 first."));
      return TRUE;
    }
  projection = march_projection_new (code,
                                     root->crs_is_fg ? MARCH_AXES_AS_DEFINED
                                                     : MARCH_AXES_EAST_FIRST,
                                     error);
  if (projection == NULL)
    return FALSE;
  if (!march_projection_is_identity (projection) && !root->crs_is_fg)
    march_layer_note (geojson->reading->layer, MARCH_NOTE_REPAIRED, geojson->reading->file, 0,
                      _ ("Its coordinates were turned from “%s” into WGS 84."), code);
  g_clear_pointer (root->crs_is_fg ? &geojson->place_projection : &geojson->projection,
                   march_projection_free);
  *(root->crs_is_fg ? &geojson->place_projection
                    : &geojson->projection) = g_steal_pointer (&projection);
  return TRUE;
}

static gboolean
read_features (MarchGeoJson *geojson, MarchJsonCursor *cursor, GError **error)
{
  const char *text = geojson->text;
  double      length = (double) (cursor->end - text);

  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_element (cursor))
    {
      if (!march_reading_go_on (geojson->reading, (double) (cursor->at - text) / length, error))
        return FALSE;
      geojson->reading->n_places++;
      march_geojson_read_feature (geojson, cursor);
    }
  return TRUE;
}

static gboolean
refuse_root (const char *type, GError **error)
{
  if (g_strcmp0 (type, "Topology") == 0)
    return march_reading_refuse (error, _ ("This is TopoJSON, which can't be read: convert it to "
                                           "GeoJSON first."));
  if (g_strcmp0 (type, "FeatureCollection") == 0)
    return march_reading_refuse (error, _ ("This feature collection has no list of “features”."));
  return march_reading_refuse (error, _ ("This is not GeoJSON: it is no object of type "
                                         "“FeatureCollection” with “features”."));
}

/* One text: a collection, a feature, or a geometry. @cursor stands before it and passes it. */
static gboolean
read_root (MarchGeoJson *geojson, MarchJsonCursor *cursor, GError **error)
{
  MarchJsonCursor  start = *cursor;
  Root             root = { 0 };
  g_autofree char *type = NULL;

  if (march_json_cursor_peek (cursor) != MARCH_JSON_OBJECT)
    {
      if (march_json_cursor_skip (cursor))
        return refuse_root (NULL, error);
      return FALSE;
    }
  survey (cursor, &root);
  type = g_steal_pointer (&root.type);
  if (cursor->failed || (root.has_crs && !read_reference_system (geojson, &root, error)))
    return FALSE;
  if (g_strcmp0 (type, "FeatureCollection") == 0 && root.has_features)
    return read_features (geojson, &root.features, error);
  if (g_strcmp0 (type, "Feature") != 0 && !is_geometry_type (type))
    return refuse_root (type, error);
  geojson->reading->n_places++;
  march_geojson_read_feature (geojson, &start);
  return TRUE;
}

/* Where the next text begins after one that can't be read: at a separator, or at an object at the
 * beginning of a line. */
static void
find_next_text (MarchJsonCursor *cursor, const char *start)
{
  cursor->at = start + 1;
  while (cursor->at < cursor->end && *cursor->at != RECORD_SEPARATOR
         && !(*cursor->at == '{' && cursor->at[-1] == '\n'))
    cursor->at++;
  cursor->failed = FALSE;
  cursor->depth = 0;
}

static gboolean
skip_dividers (MarchJsonCursor *cursor)
{
  while (cursor->at < cursor->end
         && (*cursor->at == RECORD_SEPARATOR || g_ascii_isspace (*cursor->at)))
    cursor->at++;
  return cursor->at < cursor->end;
}

/* Texts one after another. One that can't be read is noted, and the next one is looked for; but the
 * first has to be good, or this is nothing of the kind. */
static gboolean
read_texts (MarchGeoJson *geojson, MarchJsonCursor *cursor, GError **error)
{
  const MarchReading *reading = geojson->reading;
  guint               n_texts = 0;

  while (skip_dividers (cursor))
    {
      g_autoptr (GError) reason = NULL;
      const char *start = cursor->at;
      double      fraction = (double) (start - geojson->text) / (double) reading->size;

      if (!march_reading_go_on (geojson->reading, MIN (fraction, 1), error))
        return FALSE;
      cursor->error = &reason;
      if (!read_root (geojson, cursor, &reason))
        {
          if (n_texts == 0 || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            {
              g_propagate_error (error, g_steal_pointer (&reason));
              return FALSE;
            }
          geojson->reading->n_places++;
          march_layer_note (reading->layer, MARCH_NOTE_SKIPPED, reading->file, reading->n_places,
                            "%s", reason->message);
          if (cursor->failed)
            find_next_text (cursor, start);
        }
      n_texts++;
    }
  return TRUE;
}

/* Members of one name are allowed, but which of them counts differs from program to program. */
static void
note_duplicates (MarchReading *reading, const char *text, gsize length)
{
  g_autoptr (GError) reason = NULL;
  MarchJsonCursor cursor;

  if (march_json_cursor_init (&cursor, text, length, MARCH_JSON_UNIQUE, &reason)
      && !march_json_cursor_skip (&cursor))
    {
      g_autoptr (GError) plain = NULL;

      march_json_cursor_init (&cursor, text, length, MARCH_JSON_PLAIN, &plain);
      if (march_json_cursor_skip (&cursor))
        march_layer_note (reading->layer, MARCH_NOTE_TOLD, reading->file, 0,
                          _ ("Somewhere an object has two members of one name, of which the last "
                             "counts."));
    }
}

/**
 * march_layer_read_geojson:
 * @reading: the file
 * @text: (array length=length): what it holds, with or without a byte order mark
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT if it is not GeoJSON, or %G_IO_ERROR_CANCELLED
 *
 * Reads one text or a sequence of them.
 */
gboolean
march_layer_read_geojson (MarchReading *reading, const char *text, gsize length, GError **error)
{
  MarchGeoJson    geojson = { .reading = reading };
  MarchJsonCursor cursor;
  gboolean        read;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  geojson.text = text;
  geojson.scratch = g_string_new (NULL);
  note_duplicates (reading, text, length);
  read = march_json_cursor_init (&cursor, text, length, MARCH_JSON_PLAIN, error);
  if (read && !skip_dividers (&cursor))
    read = march_reading_refuse (error, _ ("The file is empty."));
  if (read)
    {
      cursor.at = text;
      read = read_texts (&geojson, &cursor, error);
    }
  g_string_free (geojson.scratch, TRUE);
  g_clear_pointer (&geojson.projection, march_projection_free);
  g_clear_pointer (&geojson.place_projection, march_projection_free);
  return read;
}
