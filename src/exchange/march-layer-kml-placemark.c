/* march-layer-kml-placemark.c — the placemarks of KML, with their geometry, time and data */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-layer-kml-private.h"

#define MOST_NESTED 32

static gboolean
is_element (xmlNodePtr node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNodePtr
find_child (xmlNodePtr node, const char *name)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;
  return NULL;
}

/* What an element holds, without blanks around it. */
char *
march_kml_dup_text (xmlNodePtr node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char    *text = g_utf8_make_valid (content != NULL ? (const char *) content : "", -1);

  xmlFree (content);
  return g_strstrip (text);
}

/* An attribute's value, or %NULL. */
char *
march_kml_dup_attribute (xmlNodePtr node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char    *text = value != NULL ? g_utf8_make_valid ((const char *) value, -1) : NULL;

  xmlFree (value);
  return text;
}

static char *
dup_child_text (xmlNodePtr node, const char *name)
{
  xmlNodePtr child = find_child (node, name);

  return child != NULL ? march_kml_dup_text (child) : NULL;
}

/* "aabbggrr" as "rrggbb"; %NULL if it is none. */
static char *
turn_colour (const char *text)
{
  if (text == NULL || strlen (text) != 8)
    return NULL;
  return g_strdup_printf ("%.2s%.2s%.2s", text + 6, text + 4, text + 2);
}

/* The colour that a style fills with, else draws with; or the address that the normal one of a map
 * of styles leads to. %NULL if there is neither. */
char *
march_kml_find_colour (xmlNodePtr style)
{
  static const char *const kinds[] = { "PolyStyle", "IconStyle", "LineStyle" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      xmlNodePtr       kind = find_child (style, kinds[i]);
      g_autofree char *text = kind != NULL ? dup_child_text (kind, "color") : NULL;
      char            *colour = turn_colour (text);

      if (colour != NULL)
        return colour;
    }
  for (xmlNodePtr pair = style->children; pair != NULL; pair = pair->next)
    if (is_element (pair, "Pair"))
      {
        g_autofree char *key = dup_child_text (pair, "key");

        if (g_strcmp0 (key, "normal") == 0)
          return dup_child_text (pair, "styleUrl");
      }
  return NULL;
}

/* TimeSpan or TimeStamp. */
void
march_kml_read_time (xmlNodePtr node, MarchLayerRecord *record)
{
  gboolean is_instant = is_element (node, "TimeStamp");

  g_free (record->time_from);
  g_free (record->time_until);
  record->is_instant = is_instant;
  record->time_from = dup_child_text (node, is_instant ? "when" : "begin");
  record->time_until = is_instant ? NULL : dup_child_text (node, "end");
  record->has_time = record->time_from != NULL || record->time_until != NULL;
}

static const char *
skip_blanks (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

/* "30.5,50.25,0 31,50": commas within a position, blanks between them; some put blanks after the
 * commas as well. */
static gboolean
read_coordinates (MarchLayerShape *shape, const char *text)
{
  const char *at = skip_blanks (text);

  while (*at != '\0')
    {
      double numbers[3] = { 0 };
      guint  n_numbers = 0;

      for (;;)
        {
          char  *end;
          double number = g_ascii_strtod (at, &end);

          if (end == at)
            return FALSE;
          if (n_numbers < 3)
            numbers[n_numbers] = number;
          n_numbers++;
          at = skip_blanks (end);
          if (*at != ',')
            break;
          at = skip_blanks (at + 1);
        }
      if (n_numbers < 2)
        return FALSE;
      shape->has_heights |= n_numbers > 2 && numbers[2] != 0;
      march_layer_shape_add (shape, numbers[0], numbers[1]);
    }
  return TRUE;
}

static gboolean
read_part (MarchLayerShape *shape, xmlNodePtr node, MarchGeometryKind kind)
{
  g_autofree char *text = dup_child_text (node, "coordinates");
  gboolean         read;

  if (text == NULL)
    return FALSE;
  march_layer_shape_begin_part (shape, kind);
  read = read_coordinates (shape, text);
  march_layer_shape_end_part (shape);
  return read;
}

static gboolean
read_rings (MarchLayerShape *shape, xmlNodePtr polygon, const char *boundary)
{
  gboolean read = TRUE;

  for (xmlNodePtr side = polygon->children; side != NULL; side = side->next)
    if (is_element (side, boundary))
      for (xmlNodePtr ring = side->children; ring != NULL; ring = ring->next)
        if (is_element (ring, "LinearRing"))
          read &= read_part (shape, ring, MARCH_GEOMETRY_POLYGON);
  return read;
}

static gboolean
read_polygon (MarchLayerShape *shape, xmlNodePtr node)
{
  march_layer_shape_begin_polygon (shape);
  return read_rings (shape, node, "outerBoundaryIs") && read_rings (shape, node, "innerBoundaryIs");
}

/* @reason: (out): a sentence if it can't be read. @found: (out): set if there is a geometry */
static gboolean
read_geometry (MarchLayerShape *shape,
               xmlNodePtr       node,
               guint            depth,
               const char     **reason,
               gboolean        *found)
{
  gboolean read = TRUE;

  for (xmlNodePtr child = node->children; child != NULL && read; child = child->next)
    {
      gboolean known = TRUE;

      if (is_element (child, "Point"))
        read = read_part (shape, child, MARCH_GEOMETRY_POINT);
      else if (is_element (child, "LineString") || is_element (child, "LinearRing"))
        read = read_part (shape, child, MARCH_GEOMETRY_LINE);
      else if (is_element (child, "Polygon"))
        read = read_polygon (shape, child);
      else if (is_element (child, "MultiGeometry") && depth < MOST_NESTED)
        {
          if (!read_geometry (shape, child, depth + 1, reason, found))
            return FALSE;
        }
      else if (is_element (child, "Model") || is_element (child, "Track")
               || is_element (child, "MultiTrack"))
        {
          *reason = _ ("It is a model or a track, which can't be read.");
          return FALSE;
        }
      else
        known = FALSE;
      *found |= known;
    }
  if (!read)
    *reason = _ ("Its coordinates can't be read: each must be longitude, a comma and latitude.");
  return read;
}

static void
add_text (MarchReading *reading, MarchLayerRecord *record, const char *name, const char *text)
{
  march_layer_record_add_value (record, march_layer_intern_field (reading->layer, name),
                                MARCH_VALUE_TEXT, text);
}

/* Data with a value inside, and SimpleData of a schema. */
static void
read_extended_data (MarchReading *reading, xmlNodePtr node, MarchLayerRecord *record)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    {
      gboolean         is_data = is_element (child, "Data");
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (is_element (child, "SchemaData"))
        read_extended_data (reading, child, record);
      if (!is_data && !is_element (child, "SimpleData"))
        continue;
      name = march_kml_dup_attribute (child, "name");
      text = is_data ? dup_child_text (child, "value") : march_kml_dup_text (child);
      if (name != NULL && text != NULL)
        add_text (reading, record, name, text);
    }
}

static void
read_property (MarchReading *reading, xmlNodePtr child, MarchLayerRecord *record, char **style)
{
  g_autofree char *text = NULL;

  if (is_element (child, "TimeSpan") || is_element (child, "TimeStamp"))
    march_kml_read_time (child, record);
  else if (is_element (child, "ExtendedData"))
    read_extended_data (reading, child, record);
  else if (is_element (child, "Style"))
    {
      text = march_kml_find_colour (child);
      if (text != NULL)
        march_layer_record_set_colour (record, text);
    }
  else if (is_element (child, "styleUrl"))
    {
      g_free (*style);
      *style = march_kml_dup_text (child);
    }
  else if (is_element (child, "name") || is_element (child, "description"))
    {
      text = march_kml_dup_text (child);
      add_text (reading, record, (const char *) child->name, text);
      if (is_element (child, "name"))
        march_layer_record_set_name (record, text);
    }
}

/* Reads a placemark into @record and the reading's shape; if its geometry can't be read, that is
 * noted and the shape left empty. Returns the address of its shared style, or %NULL. */
char *
march_kml_read_placemark (MarchReading *reading, xmlNodePtr node, MarchLayerRecord *record)
{
  const char *reason = NULL;
  gboolean    found = FALSE;
  char       *style = NULL;

  record->feature.id = march_kml_dup_attribute (node, "id");
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_property (reading, child, record, &style);
  if (!read_geometry (reading->shape, node, 0, &reason, &found))
    march_layer_shape_clear (reading->shape);
  else if (!found)
    reason = _ ("It has no geometry and is left out.");
  if (reason != NULL)
    march_layer_note (reading->layer, MARCH_NOTE_SKIPPED, reading->file, reading->n_places, "%s",
                      reason);
  return style;
}
