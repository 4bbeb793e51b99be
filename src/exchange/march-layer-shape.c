/* march-layer-shape.c — a feature's geometry while it is being read */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-shape.h"

#include <glib/gi18n.h>
#include <math.h>

#define LARGEST_LONGITUDE 540 /* some files count on past 180° */
#define LARGEST_LATITUDE 90
#define FLAT 1e-14 /* square degrees, a few square millimetres */

MarchLayerShape *
march_layer_shape_new (void)
{
  MarchLayerShape *shape = g_new0 (MarchLayerShape, 1);

  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    {
      shape->points[i] = g_array_new (FALSE, FALSE, sizeof (double));
      shape->parts[i] = g_array_new (FALSE, FALSE, sizeof (MarchPart));
    }
  return shape;
}

void
march_layer_shape_free (MarchLayerShape *shape)
{
  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    {
      g_array_unref (shape->points[i]);
      g_array_unref (shape->parts[i]);
    }
  g_free (shape);
}

/* Makes ready for the next feature. */
void
march_layer_shape_clear (MarchLayerShape *shape)
{
  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    {
      g_array_set_size (shape->points[i], 0);
      g_array_set_size (shape->parts[i], 0);
    }
  shape->n_polygons = 0;
  shape->in_polygon = shape->has_heights = FALSE;
  shape->n_closed = shape->n_flat = shape->n_short = 0;
}

/* The next ring is an outer one, those after it are its holes. */
void
march_layer_shape_begin_polygon (MarchLayerShape *shape)
{
  shape->n_polygons++;
  shape->in_polygon = FALSE;
}

void
march_layer_shape_begin_part (MarchLayerShape *shape, MarchGeometryKind kind)
{
  shape->kind = kind;
  shape->start = shape->points[kind]->len;
}

void
march_layer_shape_add (MarchLayerShape *shape, double x, double y)
{
  const double xy[2] = { x, y };

  g_array_append_vals (shape->points[shape->kind], xy, 2);
}

static double
get_ring_area (const double *points, guint n_points)
{
  double area = 0;

  for (guint i = 0; i < n_points; i++)
    {
      const double *a = points + 2 * i;
      const double *b = points + 2 * ((i + 1) % n_points);

      area += (a[0] - points[0]) * (b[1] - points[1]) - (b[0] - points[0]) * (a[1] - points[1]);
    }
  return fabs (area) / 2;
}

/* Whether all points lie on a line through the first; a ring that crosses itself has parts whose
 * areas may cancel out. */
static gboolean
is_on_line (const double *points, guint n_points)
{
  double x = 0, y = 0, widest = 0;

  for (guint i = 1; i < n_points; i++)
    {
      const double dx = points[2 * i] - points[0], dy = points[2 * i + 1] - points[1];

      if (dx * dx + dy * dy > x * x + y * y)
        {
          x = dx;
          y = dy;
        }
    }
  for (guint i = 1; i < n_points; i++)
    widest = MAX (widest, fabs (x * (points[2 * i + 1] - points[1])
                                - y * (points[2 * i] - points[0])));
  return !(widest / 2 > FLAT);
}

static void
inspect_ring (MarchLayerShape *shape, const double *points, guint n_points)
{
  const double *last = points + 2 * (n_points - 1);

  if (n_points > 2 && (points[0] != last[0] || points[1] != last[1]))
    shape->n_closed++;
  if (!(get_ring_area (points, n_points) > FLAT) && is_on_line (points, n_points))
    shape->n_flat++;
}

/* Ends a part. One without points is none; a hole without an outer ring falls away with it. */
void
march_layer_shape_end_part (MarchLayerShape *shape)
{
  GArray       *points = shape->points[shape->kind];
  const double *first;
  MarchPart     part = { NULL, (points->len - shape->start) / 2, 0, FALSE };
  gboolean      is_ring = shape->kind == MARCH_GEOMETRY_POLYGON;

  /* Without any points there is no array either. */
  if (part.n_points == 0)
    return;
  first = (const double *) (gpointer) points->data + shape->start;
  if (shape->kind == MARCH_GEOMETRY_LINE && part.n_points == 1)
    {
      shape->n_short++;
      g_array_set_size (points, shape->start);
      return;
    }
  if (is_ring)
    {
      inspect_ring (shape, first, part.n_points);
      part.polygon = shape->n_polygons - 1;
      part.hole = shape->in_polygon;
      shape->in_polygon = TRUE;
    }
  g_array_append_val (shape->parts[shape->kind], part);
}

/* Adds all parts of a geometry that another reader made. */
void
march_layer_shape_add_geometry (MarchLayerShape *shape, MarchGeometry *geometry)
{
  MarchGeometryKind kind = march_geometry_get_kind (geometry);

  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      if (kind == MARCH_GEOMETRY_POLYGON && !part->hole)
        march_layer_shape_begin_polygon (shape);
      march_layer_shape_begin_part (shape, kind);
      g_array_append_vals (shape->points[kind], part->points, 2 * part->n_points);
      march_layer_shape_end_part (shape);
    }
}

static MarchGeometry *
build (MarchLayerShape *shape, MarchGeometryKind kind)
{
  const double *next = (const double *) (gpointer) shape->points[kind]->data;
  GArray       *parts = shape->parts[kind];

  for (guint i = 0; i < parts->len; i++)
    {
      MarchPart *part = &g_array_index (parts, MarchPart, i);

      part->points = next;
      next += 2 * (gsize) part->n_points;
    }
  return march_geometry_new (kind, (const MarchPart *) (gpointer) parts->data, parts->len);
}

/* Turns the points into degrees; what then is not on Earth can't be drawn. */
static gboolean
project (MarchLayerShape        *shape,
         MarchProjection        *projection,
         MarchLayer             *layer,
         const MarchLayerRecord *record)
{
  double largest = 0;

  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    {
      double *points = (double *) (gpointer) shape->points[i]->data;

      if (projection != NULL)
        march_projection_apply (projection, points, shape->points[i]->len / 2);
      for (guint j = 0; j < shape->points[i]->len; j += 2)
        {
          if (!(fabs (points[j]) <= LARGEST_LONGITUDE && fabs (points[j + 1]) <= LARGEST_LATITUDE))
            {
              march_layer_note (layer, MARCH_NOTE_SKIPPED, record->feature.file,
                                record->feature.place,
                                _ ("It has a position that is not on Earth: longitude must come "
                                   "first and latitude second, in degrees."));
              return FALSE;
            }
          largest = MAX (largest, fabs (points[j]));
        }
    }
  if (largest > 180)
    {
      march_layer_shape_turn (shape);
      march_layer_note (layer, MARCH_NOTE_REPAIRED, record->feature.file, record->feature.place,
                        _ ("Its longitudes count on past 180°; what lies there was put where the "
                           "same places have lesser longitudes."));
    }
  return TRUE;
}

static void
note_findings (MarchLayerShape *shape, MarchLayer *layer, const MarchLayerRecord *record)
{
  guint file = record->feature.file, place = record->feature.place;

  if (shape->has_heights)
    march_layer_note (layer, MARCH_NOTE_REPAIRED, file, place,
                      _ ("Its heights and measures are left out."));
  if (shape->n_closed > 0)
    march_layer_note (layer, MARCH_NOTE_REPAIRED, file, place,
                      ngettext ("%u ring didn't end where it began and was closed.",
                                "%u rings didn't end where they began and were closed.",
                                shape->n_closed),
                      shape->n_closed);
  if (shape->n_flat > 0)
    march_layer_note (layer, MARCH_NOTE_TOLD, file, place,
                      ngettext ("%u ring encloses no land.", "%u rings enclose no land.",
                                shape->n_flat),
                      shape->n_flat);
  if (shape->n_short > 0)
    march_layer_note (layer, MARCH_NOTE_REPAIRED, file, place,
                      _ ("A line of one point was left out."));
}

/* Gives @record (transfer full) its geometry and adds it to @layer, once for each kind that there
 * is. If there is none or it isn't on Earth, that is noted, and nothing is added. */
gboolean
march_layer_shape_finish (MarchLayerShape  *shape,
                          MarchProjection  *projection,
                          MarchLayer       *layer,
                          MarchLayerRecord *record)
{
  g_autoptr (MarchLayerRecord) own = record;
  guint n_kinds = 0;

  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    n_kinds += shape->parts[i]->len > 0;
  if (n_kinds == 0)
    {
      march_layer_note (layer, MARCH_NOTE_SKIPPED, own->feature.file, own->feature.place,
                        _ ("Its geometry is empty."));
      return FALSE;
    }
  if (!project (shape, projection, layer, own))
    return FALSE;
  note_findings (shape, layer, own);
  if (n_kinds > 1)
    march_layer_note (layer, MARCH_NOTE_TOLD, own->feature.file, own->feature.place,
                      _ ("It mixes points, lines and polygons; each kind is a feature of its "
                         "own."));
  for (guint i = 0; i < MARCH_N_GEOMETRY_KINDS; i++)
    if (shape->parts[i]->len > 0)
      {
        MarchLayerRecord *next = --n_kinds > 0 ? march_layer_record_copy (own)
                                               : g_steal_pointer (&own);

        next->feature.geometry = build (shape, (MarchGeometryKind) i);
        march_layer_add (layer, next);
      }
  return TRUE;
}
