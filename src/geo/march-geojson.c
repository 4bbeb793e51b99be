/* march-geojson.c — GeoJSON feature collections (RFC 7946) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-geojson.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-json.h"

#define LARGEST_LONGITUDE 540 /* some files count on past 180° */
#define LARGEST_LATITUDE 90

typedef struct
{
  gboolean          has_kind;
  MarchGeometryKind kind;
  guint             n_polygons;
  GArray           *points; /* of double */
  GArray           *parts;  /* of MarchPart whose points aren't set yet */
  GError          **error;
} Reader;

static gboolean read_geometry (Reader   *reader,
                               JsonNode *node);

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MARCH_ERROR, MARCH_ERROR_BAD_INPUT, format, arguments);
  va_end (arguments);
  return FALSE;
}

static JsonNode *
get_member (JsonObject *object,
            const char *name,
            JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
is_number (JsonNode *node)
{
  return json_node_get_node_type (node) == JSON_NODE_VALUE &&
         (json_node_get_value_type (node) == G_TYPE_INT64 ||
          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static JsonArray *
to_array (Reader     *reader,
          JsonNode   *node,
          const char *what)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  refuse (reader->error, _("its coordinates are not %s"), what);
  return NULL;
}

/* As JSON has it, in any language; free with g_free(). */
static char *
write_position (const double *xy)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("[%s, %s]", g_ascii_formatd (x, sizeof x, "%g", xy[0]),
                          g_ascii_formatd (y, sizeof y, "%g", xy[1]));
}

static gboolean
read_position (Reader   *reader,
               JsonNode *node)
{
  JsonArray *position = to_array (reader, node, _("arrays of longitude and latitude"));
  double     xy[2];
  g_autofree char *words = NULL;

  if (position == NULL)
    return FALSE;
  if (json_array_get_length (position) < 2 || !is_number (json_array_get_element (position, 0)) ||
      !is_number (json_array_get_element (position, 1)))
    return refuse (reader->error, _("a position is not two numbers, longitude and latitude"));
  xy[0] = json_array_get_double_element (position, 0);
  xy[1] = json_array_get_double_element (position, 1);
  if (!(fabs (xy[0]) <= LARGEST_LONGITUDE && fabs (xy[1]) <= LARGEST_LATITUDE))
    {
      words = write_position (xy);
      return refuse (reader->error,
                     _("the position %s is not on Earth: longitude comes first, in degrees"),
                     words);
    }
  g_array_append_vals (reader->points, xy, 2);
  return TRUE;
}

static gboolean
set_kind (Reader           *reader,
          MarchGeometryKind kind)
{
  if (reader->has_kind && reader->kind != kind)
    return refuse (reader->error, _("it mixes points, lines and polygons"));
  reader->has_kind = TRUE;
  reader->kind = kind;
  return TRUE;
}

static void
add_part (Reader  *reader,
          guint    n_points,
          guint    polygon,
          gboolean hole)
{
  const MarchPart part = { NULL, n_points, polygon, hole };

  g_array_append_val (reader->parts, part);
}

static gboolean
read_point (Reader   *reader,
            JsonNode *coordinates)
{
  if (!set_kind (reader, MARCH_GEOMETRY_POINT) || !read_position (reader, coordinates))
    return FALSE;
  add_part (reader, 1, 0, FALSE);
  return TRUE;
}

static gboolean
read_positions (Reader   *reader,
                JsonNode *coordinates,
                guint     least,
                guint    *n_points)
{
  JsonArray *positions = to_array (reader, coordinates, _("arrays of positions"));

  if (positions == NULL)
    return FALSE;
  *n_points = json_array_get_length (positions);
  if (*n_points < least)
    return refuse (reader->error, _("a line or ring has %u positions and needs %u"), *n_points,
                   least);
  for (guint i = 0; i < *n_points; i++)
    if (!read_position (reader, json_array_get_element (positions, i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_line (Reader   *reader,
           JsonNode *coordinates)
{
  guint n_points;

  if (!set_kind (reader, MARCH_GEOMETRY_LINE) ||
      !read_positions (reader, coordinates, 2, &n_points))
    return FALSE;
  add_part (reader, n_points, 0, FALSE);
  return TRUE;
}

static gboolean
read_ring (Reader   *reader,
           JsonNode *coordinates,
           gboolean  hole)
{
  guint         first = reader->points->len;
  guint         n_points;
  const double *points;
  g_autofree char *words = NULL;

  if (!read_positions (reader, coordinates, 4, &n_points))
    return FALSE;
  points = (const double *) (gpointer) reader->points->data;
  if (points[first] != points[reader->points->len - 2] ||
      points[first + 1] != points[reader->points->len - 1])
    {
      words = write_position (points + first);
      return refuse (reader->error, _("a ring doesn't end where it begins, at %s"), words);
    }
  add_part (reader, n_points, reader->n_polygons, hole);
  return TRUE;
}

static gboolean
read_polygon (Reader   *reader,
              JsonNode *coordinates)
{
  JsonArray *rings;

  if (!set_kind (reader, MARCH_GEOMETRY_POLYGON))
    return FALSE;
  rings = to_array (reader, coordinates, _("arrays of rings"));
  if (rings == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rings); i++)
    if (!read_ring (reader, json_array_get_element (rings, i), i > 0))
      return FALSE;
  reader->n_polygons++;
  return TRUE;
}

static gboolean
read_each (Reader           *reader,
           JsonNode         *coordinates,
           MarchGeometryKind kind,
           gboolean        (*read_one) (Reader *reader, JsonNode *coordinates))
{
  JsonArray *members;

  if (!set_kind (reader, kind))
    return FALSE;
  members = to_array (reader, coordinates, _("arrays of arrays"));
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (members); i++)
    if (!read_one (reader, json_array_get_element (members, i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_collection (Reader     *reader,
                 JsonObject *object)
{
  JsonNode *node = get_member (object, "geometries", JSON_NODE_ARRAY);

  if (node == NULL)
    return refuse (reader->error, _("the collection has no “geometries”"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (!read_geometry (reader, json_array_get_element (json_node_get_array (node), i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_geometry (Reader   *reader,
               JsonNode *node)
{
  static const struct
  {
    const char       *type;
    gboolean          multiple;
    MarchGeometryKind kind;
    gboolean        (*read) (Reader *reader, JsonNode *coordinates);
  } types[] = {
    { "Point", FALSE, MARCH_GEOMETRY_POINT, read_point },
    { "LineString", FALSE, MARCH_GEOMETRY_LINE, read_line },
    { "Polygon", FALSE, MARCH_GEOMETRY_POLYGON, read_polygon },
    { "MultiPoint", TRUE, MARCH_GEOMETRY_POINT, read_point },
    { "MultiLineString", TRUE, MARCH_GEOMETRY_LINE, read_line },
    { "MultiPolygon", TRUE, MARCH_GEOMETRY_POLYGON, read_polygon },
  };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *type = object != NULL ? get_string (object, "type") : NULL;

  if (type == NULL)
    return refuse (reader->error, _("its geometry is not an object with a “type”"));
  if (strcmp (type, "GeometryCollection") == 0)
    return read_collection (reader, object);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].type) == 0)
      {
        JsonNode *coordinates = json_object_get_member (object, "coordinates");

        return types[i].multiple ? read_each (reader, coordinates, types[i].kind, types[i].read)
                                 : types[i].read (reader, coordinates);
      }
  return refuse (reader->error, _("“%s” is no type of geometry"), type);
}

static MarchGeometry *
build (Reader *reader)
{
  const double *next = (const double *) (gpointer) reader->points->data;

  for (guint i = 0; i < reader->parts->len; i++)
    {
      MarchPart *part = &g_array_index (reader->parts, MarchPart, i);

      part->points = next;
      next += 2 * (gsize) part->n_points;
    }
  return march_geometry_new (reader->kind, (const MarchPart *) (gpointer) reader->parts->data,
                             reader->parts->len);
}

static MarchGeometry *
geometry_from_json (JsonNode *node,
                    GError  **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  Reader reader = { .points = points, .parts = parts, .error = error };

  return read_geometry (&reader, node) ? build (&reader) : NULL;
}

static char *
id_from_json (JsonNode *node)
{
  if (node == NULL || json_node_get_node_type (node) != JSON_NODE_VALUE)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static MarchFeature *
feature_from_json (JsonNode *node,
                   GError  **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode   *properties, *geometry;
  g_autoptr (MarchFeature) feature = NULL;

  if (object == NULL || g_strcmp0 (get_string (object, "type"), "Feature") != 0)
    {
      refuse (error, _("it is not an object of type “Feature”"));
      return NULL;
    }
  feature = g_new0 (MarchFeature, 1);
  feature->id = id_from_json (json_object_get_member (object, "id"));
  properties = get_member (object, "properties", JSON_NODE_OBJECT);
  if (properties != NULL)
    feature->properties = json_object_ref (json_node_get_object (properties));
  geometry = json_object_get_member (object, "geometry");
  if (geometry == NULL)
    {
      refuse (error, _("it has no “geometry”"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_NULL (geometry))
    {
      feature->geometry = geometry_from_json (geometry, error);
      if (feature->geometry == NULL)
        return NULL;
    }
  return g_steal_pointer (&feature);
}

static gboolean
is_geometry (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  return object != NULL && (json_object_has_member (object, "coordinates") ||
                            json_object_has_member (object, "geometries"));
}

/* A geometry by itself is a feature without anything else. */
static MarchFeature *
feature_from_geometry (JsonNode *node,
                       GError  **error)
{
  MarchGeometry *geometry = geometry_from_json (node, error);
  MarchFeature  *feature = NULL;

  if (geometry != NULL)
    {
      feature = g_new0 (MarchFeature, 1);
      feature->geometry = geometry;
    }
  return feature;
}

/* The features of a collection, or the one that the text is. */
static GList *
list_features (JsonNode *root,
               GError  **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *type = object != NULL ? get_string (object, "type") : NULL;
  JsonNode   *features = object != NULL ? get_member (object, "features", JSON_NODE_ARRAY) : NULL;

  if (g_strcmp0 (type, "Feature") == 0 || is_geometry (root))
    return g_list_append (NULL, root);
  if (g_strcmp0 (type, "FeatureCollection") == 0 && features != NULL)
    return json_array_get_elements (json_node_get_array (features));
  refuse (error,
          _("This is not GeoJSON: it is no object of type “FeatureCollection” with “features”."));
  return NULL;
}

/**
 * march_geojson_read:
 * @text: (array length=length): a feature collection, a single feature, or a geometry
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT if it is not GeoJSON; the message names the feature, counted from
 * 1
 *
 * Reads RFC 7946. Heights are dropped; a collection of points, lines or polygons alone is one
 * geometry; other members, also an old "crs", are ignored.
 *
 * Returns: (transfer full) (element-type MarchFeature) (nullable): the features in their order
 */
GPtrArray *
march_geojson_read (const char *text,
                    gsize       length,
                    GError    **error)
{
  g_autoptr (JsonNode) root = march_json_parse (text, length, MARCH_JSON_PLAIN, error);
  g_autoptr (GPtrArray) features =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_feature_free);
  g_autoptr (GList) members = NULL;
  g_autoptr (GError) reason = NULL;

  if (root == NULL)
    return NULL;
  members = list_features (root, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  for (GList *member = members; member != NULL; member = member->next)
    {
      MarchFeature *feature = is_geometry (member->data)
                                  ? feature_from_geometry (member->data, &reason)
                                  : feature_from_json (member->data, &reason);

      if (feature == NULL)
        {
          refuse (error, _("Feature %u can't be read: %s."), features->len + 1, reason->message);
          return NULL;
        }
      g_ptr_array_add (features, feature);
    }
  return g_steal_pointer (&features);
}

/**
 * march_geojson_read_file:
 * @path: a file
 * @error: as of march_geojson_read(), the file named before it; or why it can't be opened
 *
 * Returns: (transfer full) (element-type MarchFeature) (nullable): the features in their order
 */
GPtrArray *
march_geojson_read_file (const char *path,
                         GError    **error)
{
  g_autofree char *text = NULL;
  gsize            length;
  GPtrArray       *features;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  features = march_geojson_read (text, length, error);
  if (features == NULL)
    g_prefix_error (error, "%s: ", path);
  return features;
}

/**
 * march_feature_free:
 * @feature: (nullable) (transfer full): a feature
 */
void
march_feature_free (MarchFeature *feature)
{
  if (feature == NULL)
    return;
  g_free (feature->id);
  g_clear_pointer (&feature->properties, json_object_unref);
  g_clear_pointer (&feature->geometry, march_geometry_unref);
  g_free (feature);
}
