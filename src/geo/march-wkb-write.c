/* march-wkb-write.c — geometry as well-known binary */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-wkb.h"

#include <string.h>

#include "geo/march-wkb-private.h"

static void
append_uint32 (GByteArray *bytes,
               guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
append_header (GByteArray *bytes,
               guint32     type)
{
  g_byte_array_append (bytes, (const guint8 *) "\x01", 1);
  append_uint32 (bytes, type);
}

static void
append_coordinates (GByteArray   *bytes,
                    const double *points,
                    guint         n_points)
{
  for (guint i = 0; i < 2 * n_points; i++)
    {
      guint64 bits;

      memcpy (&bits, &points[i], sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
    }
}

static void
append_points (MarchGeometry *geometry,
               GByteArray    *bytes)
{
  guint n_points = march_geometry_count_points (geometry);

  if (n_points != 1)
    {
      append_header (bytes, WKB_MULTI_POINT);
      append_uint32 (bytes, n_points);
    }
  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    for (guint j = 0; j < march_geometry_get_part (geometry, i)->n_points; j++)
      {
        append_header (bytes, WKB_POINT);
        append_coordinates (bytes, march_geometry_get_part (geometry, i)->points + 2 * j, 1);
      }
}

static void
append_lines (MarchGeometry *geometry,
              GByteArray    *bytes)
{
  guint n_parts = march_geometry_get_n_parts (geometry);

  if (n_parts != 1)
    {
      append_header (bytes, WKB_MULTI_LINE);
      append_uint32 (bytes, n_parts);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      const MarchPart *line = march_geometry_get_part (geometry, i);

      append_header (bytes, WKB_LINE);
      append_uint32 (bytes, line->n_points);
      append_coordinates (bytes, line->points, line->n_points);
    }
}

/* How many rings from @first on belong to one polygon. */
static guint
count_rings (MarchGeometry *geometry,
             guint          first)
{
  guint polygon = march_geometry_get_part (geometry, first)->polygon;
  guint beyond = first;

  while (beyond < march_geometry_get_n_parts (geometry) &&
         march_geometry_get_part (geometry, beyond)->polygon == polygon)
    beyond++;
  return beyond - first;
}

static guint
count_polygons (MarchGeometry *geometry)
{
  guint n_polygons = 0;

  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i += count_rings (geometry, i))
    n_polygons++;
  return n_polygons;
}

static void
append_polygons (MarchGeometry *geometry,
                 GByteArray    *bytes)
{
  guint n_polygons = count_polygons (geometry);
  guint n_rings;

  if (n_polygons != 1)
    {
      append_header (bytes, WKB_MULTI_POLYGON);
      append_uint32 (bytes, n_polygons);
    }
  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i += n_rings)
    {
      n_rings = count_rings (geometry, i);
      append_header (bytes, WKB_POLYGON);
      append_uint32 (bytes, n_rings);
      for (guint j = i; j < i + n_rings; j++)
        {
          const MarchPart *ring = march_geometry_get_part (geometry, j);

          append_uint32 (bytes, ring->n_points);
          append_coordinates (bytes, ring->points, ring->n_points);
        }
    }
}

/**
 * march_wkb_append:
 * @geometry: a geometry
 * @bytes: where its well-known binary is appended, little-endian
 *
 * One part is written as a simple geometry, none or several as a multi-geometry.
 */
void
march_wkb_append (MarchGeometry *geometry,
                  GByteArray    *bytes)
{
  switch (march_geometry_get_kind (geometry))
    {
    case MARCH_GEOMETRY_POINT:
      append_points (geometry, bytes);
      break;
    case MARCH_GEOMETRY_LINE:
      append_lines (geometry, bytes);
      break;
    case MARCH_GEOMETRY_POLYGON:
      append_polygons (geometry, bytes);
      break;
    default:
      g_assert_not_reached ();
    }
}
