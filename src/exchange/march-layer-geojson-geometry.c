/* march-layer-geojson-geometry.c — the geometries and reference systems of GeoJSON */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "exchange/march-layer-geojson-private.h"

/* The text has passed the grammar: only what it means can be wrong. Each function passes what it
 * reads; when it returns %FALSE with a reason, the cursor stands somewhere inside. */

typedef gboolean (*ReadFunc) (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason);

static gboolean
refuse (const char **reason, const char *sentence)
{
  *reason = sentence;
  return FALSE;
}

static gboolean
enter_array (MarchJsonCursor *cursor, const char **reason)
{
  if (march_json_cursor_peek (cursor) != MARCH_JSON_ARRAY)
    return refuse (reason, _ ("Its coordinates are not arrays of numbers as its type needs them."));
  return march_json_cursor_enter (cursor)
         || refuse (reason, _ ("Its coordinates are nested too deep."));
}

static gboolean
read_position (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason)
{
  double xy[2];
  guint  n_numbers = 0;

  if (!enter_array (cursor, reason))
    return FALSE;
  while (march_json_cursor_next_element (cursor))
    {
      double number;

      if (march_json_cursor_peek (cursor) != MARCH_JSON_NUMBER)
        return refuse (reason, _ ("A position of it is not two numbers, longitude and latitude."));
      march_json_cursor_read_double (cursor, &number);
      if (n_numbers < 2)
        xy[n_numbers] = number;
      n_numbers++;
    }
  if (n_numbers < 2)
    return refuse (reason, _ ("A position of it is not two numbers, longitude and latitude."));
  shape->has_heights |= n_numbers > 2;
  march_layer_shape_add (shape, xy[0], xy[1]);
  return TRUE;
}

static gboolean
read_positions (MarchJsonCursor  *cursor,
                MarchLayerShape  *shape,
                MarchGeometryKind kind,
                const char      **reason)
{
  if (!enter_array (cursor, reason))
    return FALSE;
  march_layer_shape_begin_part (shape, kind);
  while (march_json_cursor_next_element (cursor))
    if (!read_position (cursor, shape, reason))
      return FALSE;
  march_layer_shape_end_part (shape);
  return TRUE;
}

static gboolean
read_point (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason)
{
  MarchJsonCursor inside = *cursor;

  /* "[]" is an empty point. */
  if (!enter_array (&inside, reason))
    return FALSE;
  if (!march_json_cursor_next_element (&inside))
    {
      *cursor = inside;
      return TRUE;
    }
  march_layer_shape_begin_part (shape, MARCH_GEOMETRY_POINT);
  if (!read_position (cursor, shape, reason))
    return FALSE;
  march_layer_shape_end_part (shape);
  return TRUE;
}

static gboolean
read_line (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason)
{
  return read_positions (cursor, shape, MARCH_GEOMETRY_LINE, reason);
}

static gboolean
read_polygon (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason)
{
  if (!enter_array (cursor, reason))
    return FALSE;
  march_layer_shape_begin_polygon (shape);
  while (march_json_cursor_next_element (cursor))
    if (!read_positions (cursor, shape, MARCH_GEOMETRY_POLYGON, reason))
      return FALSE;
  return TRUE;
}

static gboolean
read_each (MarchJsonCursor *cursor, MarchLayerShape *shape, ReadFunc read_one, const char **reason)
{
  if (!enter_array (cursor, reason))
    return FALSE;
  while (march_json_cursor_next_element (cursor))
    if (!read_one (cursor, shape, reason))
      return FALSE;
  return TRUE;
}

static gboolean
read_coordinates (MarchJsonCursor *cursor,
                  const char      *type,
                  MarchLayerShape *shape,
                  const char     **reason)
{
  static const struct
  {
    const char *type;
    gboolean    multiple;
    ReadFunc    read;
  } types[] = {
    { "Point", FALSE, read_point },         { "LineString", FALSE, read_line },
    { "Polygon", FALSE, read_polygon },     { "MultiPoint", TRUE, read_point },
    { "MultiLineString", TRUE, read_line }, { "MultiPolygon", TRUE, read_polygon },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].type) == 0)
      return types[i].multiple ? read_each (cursor, shape, types[i].read, reason)
                               : types[i].read (cursor, shape, reason);
  return refuse (reason, _ ("Its geometry is of a type that can't be read."));
}

/* Reads the geometry that the cursor stands before, null included, and adds it to @shape. If it
 * can't be read, @reason is a sentence. */
gboolean
march_geojson_read_geometry (MarchJsonCursor *cursor, MarchLayerShape *shape, const char **reason)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) type = g_string_new (NULL);
  MarchJsonCursor coordinates;
  gboolean        has_coordinates = FALSE;
  gboolean        is_collection;

  if (march_json_cursor_peek (cursor) == MARCH_JSON_NULL)
    return march_json_cursor_skip (cursor);
  if (march_json_cursor_peek (cursor) != MARCH_JSON_OBJECT)
    return refuse (reason, _ ("Its geometry is no object with a “type”."));
  if (!march_json_cursor_enter (cursor))
    return refuse (reason, _ ("Its geometries are nested too deep."));
  while (march_json_cursor_next_member (cursor, name))
    {
      if (strcmp (name->str, "type") == 0 && march_json_cursor_peek (cursor) == MARCH_JSON_STRING)
        {
          march_json_cursor_read_string (cursor, type);
          continue;
        }
      if (strcmp (name->str, "coordinates") == 0 || strcmp (name->str, "geometries") == 0)
        {
          has_coordinates = TRUE;
          coordinates = *cursor;
        }
      march_json_cursor_skip (cursor);
    }

  is_collection = strcmp (type->str, "GeometryCollection") == 0;
  if (type->len == 0)
    return refuse (reason, _ ("Its geometry is no object with a “type”."));
  if (!has_coordinates)
    return refuse (reason, is_collection ? _ ("Its collection has no “geometries”.")
                                         : _ ("Its geometry has no “coordinates”."));
  return is_collection ? read_each (&coordinates, shape, march_geojson_read_geometry, reason)
                       : read_coordinates (&coordinates, type->str, shape, reason);
}

/* What the members "name", "href" and "properties" of an object lead to. */
static char *
find_name (MarchJsonCursor *cursor)
{
  g_autoptr (GString) member = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  char *found = NULL;

  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_member (cursor, member))
    {
      MarchJsonKind kind = march_json_cursor_peek (cursor);

      if (kind == MARCH_JSON_STRING
          && (strcmp (member->str, "name") == 0 || strcmp (member->str, "href") == 0))
        {
          march_json_cursor_read_string (cursor, text);
          g_free (found);
          found = g_strdup (text->str);
        }
      else if (kind == MARCH_JSON_OBJECT && strcmp (member->str, "properties") == 0)
        {
          g_free (found);
          found = find_name (cursor);
        }
      else
        march_json_cursor_skip (cursor);
    }
  return found;
}

/* The name of a reference system, of "crs" or of "coordRefSys"; %NULL if it isn't given by name. */
char *
march_geojson_read_crs (const MarchJsonCursor *cursor)
{
  MarchJsonCursor own = *cursor;
  g_autoptr (GString) text = g_string_new (NULL);

  switch (march_json_cursor_peek (&own))
    {
    case MARCH_JSON_STRING:
      march_json_cursor_read_string (&own, text);
      return g_strdup (text->str);
    case MARCH_JSON_OBJECT:
      return find_name (&own);
    case MARCH_JSON_NOTHING:
    case MARCH_JSON_ARRAY:
    case MARCH_JSON_NUMBER:
    case MARCH_JSON_BOOLEAN:
    case MARCH_JSON_NULL:
    default:
      return NULL;
    }
}
