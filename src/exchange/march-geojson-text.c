/* march-geojson-text.c — writes features as GeoJSON, with digits that give the same points back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-geojson-text.h"

#include <stdlib.h>
#include "base/march-json.h"

static const char *const single_names[] = { "Point", "LineString", "Polygon" };
static const char *const multi_names[] = { "MultiPoint", "MultiLineString", "MultiPolygon" };

/* The fewest of 15 to 17 digits that give the number back. */
static void
add_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_dtostr (buffer, sizeof buffer, number);
  g_string_append (text, buffer);
}

static void
add_point (GString *text, const double *point)
{
  g_string_append_c (text, '[');
  add_number (text, point[0]);
  g_string_append_c (text, ',');
  add_number (text, point[1]);
  g_string_append_c (text, ']');
}

static void
add_points (GString *text, const MarchPart *part)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < part->n_points; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      add_point (text, part->points + 2 * i);
    }
  g_string_append_c (text, ']');
}

/* Whether a part is the last of its polygon. */
static gboolean
ends_polygon (MarchGeometry *geometry, guint index)
{
  return index + 1 == march_geometry_get_n_parts (geometry)
         || march_geometry_get_part (geometry, index + 1)->polygon
                != march_geometry_get_part (geometry, index)->polygon;
}

static void
add_parts (GString *text, MarchGeometry *geometry)
{
  MarchGeometryKind kind = march_geometry_get_kind (geometry);
  gboolean          opens = TRUE;

  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      if (i > 0)
        g_string_append_c (text, ',');
      if (kind == MARCH_GEOMETRY_POLYGON && opens)
        g_string_append_c (text, '[');
      if (kind == MARCH_GEOMETRY_POINT)
        add_point (text, part->points);
      else
        add_points (text, part);
      opens = ends_polygon (geometry, i);
      if (kind == MARCH_GEOMETRY_POLYGON && opens)
        g_string_append_c (text, ']');
    }
}

static gboolean
is_single (MarchGeometry *geometry)
{
  guint n = march_geometry_get_n_parts (geometry);

  if (n == 0 || march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
    return n == 1;
  return march_geometry_get_part (geometry, 0)->polygon
         == march_geometry_get_part (geometry, n - 1)->polygon;
}

/** march_geojson_text_geometry: adds a geometry object (RFC 7946, 3.1) */
void
march_geojson_text_geometry (GString *text, MarchGeometry *geometry)
{
  MarchGeometryKind kind = march_geometry_get_kind (geometry);
  gboolean          single = is_single (geometry);

  g_string_append_printf (text, "{\"type\":\"%s\",\"coordinates\":",
                          single ? single_names[kind] : multi_names[kind]);
  if (!single)
    g_string_append_c (text, '[');
  add_parts (text, geometry);
  if (!single)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
}

static void
add_properties (GString *text, JsonObject *properties)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), properties);
  g_autofree char *words = march_json_write (node);

  g_string_append (text, words);
}

/**
 * march_geojson_text_feature:
 * @geometry: (nullable)
 * @from: the only day, or the first one, as YYYY-MM-DD
 * @last: (nullable): the last day, or ".." if it has none; %NULL: @from is the only one
 *
 * Adds a feature (RFC 7946, 3.2) whose days are its "time", as JSON-FG has it.
 */
void
march_geojson_text_feature (GString       *text,
                            MarchGeometry *geometry,
                            JsonObject    *properties,
                            const char    *from,
                            const char    *last)
{
  g_string_append (text, "{\"type\":\"Feature\",\"time\":");
  if (last == NULL)
    g_string_append_printf (text, "{\"date\":\"%s\"}", from);
  else
    g_string_append_printf (text, "{\"interval\":[\"%s\",\"%s\"]}", from, last);
  g_string_append (text, ",\"properties\":");
  add_properties (text, properties);
  g_string_append (text, ",\"geometry\":");
  if (geometry != NULL)
    march_geojson_text_geometry (text, geometry);
  else
    g_string_append (text, "null");
  g_string_append_c (text, '}');
}
