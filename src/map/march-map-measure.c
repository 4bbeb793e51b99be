/* march-map-measure.c — a distance or an area measured on the map, point by point */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-measure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-area-history.h"
#include "base/march-number-words.h"
#include "geo/march-geodesic.h"

#define DOT 4.0

typedef struct
{
  double longitude, latitude;
} Point;

struct _MarchMapMeasure
{
  MarchMapTool     parent;

  MarchMeasureKind kind;
  GArray          *points; /* of Point */
};

G_DEFINE_FINAL_TYPE (MarchMapMeasure, march_map_measure, MARCH_TYPE_MAP_TOOL)

static void
project (MarchMapMeasure *self, guint i, double *x, double *y)
{
  const Point *point = &g_array_index (self->points, Point, i);

  march_view_project (march_map_tool_get_view (MARCH_MAP_TOOL (self)), point->longitude,
                      point->latitude, x, y);
}

static void
add_path (MarchMapMeasure *self, cairo_t *cr)
{
  double x, y;

  for (guint i = 0; i < self->points->len; i++)
    {
      project (self, i, &x, &y);
      cairo_line_to (cr, x, y);
    }
  if (march_map_tool_get_pointer (MARCH_MAP_TOOL (self), &x, &y))
    cairo_line_to (cr, x, y);
  if (self->kind == MARCH_MEASURE_AREA)
    cairo_close_path (cr);
}

static gboolean
march_map_measure_is_empty (MarchMapTool *tool)
{
  return MARCH_MAP_MEASURE (tool)->points->len == 0;
}

static void
march_map_measure_draw (MarchMapTool *tool, cairo_t *cr, const MarchPalette *palette)
{
  MarchMapMeasure *self = MARCH_MAP_MEASURE (tool);
  double           x, y;

  add_path (self, cr);
  if (self->kind == MARCH_MEASURE_AREA)
    {
      march_map_tool_set_ink (cr, &palette->label, 0.12);
      cairo_fill_preserve (cr);
    }
  march_map_tool_stroke (cr, palette);
  for (guint i = 0; i < self->points->len; i++)
    {
      project (self, i, &x, &y);
      march_map_tool_draw_dot (cr, x, y, DOT, &palette->halo, &palette->label);
    }
}

static void
march_map_measure_finalize (GObject *object)
{
  g_array_unref (MARCH_MAP_MEASURE (object)->points);
  G_OBJECT_CLASS (march_map_measure_parent_class)->finalize (object);
}

static void
march_map_measure_class_init (MarchMapMeasureClass *klass)
{
  MarchMapToolClass *tool_class = MARCH_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_measure_finalize;
  tool_class->is_empty = march_map_measure_is_empty;
  tool_class->draw = march_map_measure_draw;
}

static void
march_map_measure_init (MarchMapMeasure *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

/** march_map_measure_start: forgets all points; %MARCH_MEASURE_NOTHING ends measuring */
void
march_map_measure_start (MarchMapMeasure *self, MarchMeasureKind kind)
{
  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  self->kind = kind;
  g_array_set_size (self->points, 0);
  march_map_tool_point_nowhere (MARCH_MAP_TOOL (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_measure_get_kind: Returns: what is being measured */
MarchMeasureKind
march_map_measure_get_kind (MarchMapMeasure *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_MEASURE (self), MARCH_MEASURE_NOTHING);
  return self->kind;
}

/** march_map_measure_add: adds a point at the end, in degrees */
void
march_map_measure_add (MarchMapMeasure *self, double longitude, double latitude)
{
  const Point point = { longitude, latitude };

  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  g_array_append_val (self->points, point);
  march_map_tool_point_nowhere (MARCH_MAP_TOOL (self));
}

/** march_map_measure_remove_last: takes the last point back, if there is one */
void
march_map_measure_remove_last (MarchMapMeasure *self)
{
  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  if (self->points->len > 0)
    g_array_set_size (self->points, self->points->len - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * march_map_measure_get_length:
 *
 * Returns: along the points, on the ellipsoid, in metres; around them if an area is measured
 */
double
march_map_measure_get_length (MarchMapMeasure *self)
{
  double length = 0;

  g_return_val_if_fail (MARCH_IS_MAP_MEASURE (self), 0);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *to = &g_array_index (self->points, Point, i);
      const Point *from = &g_array_index (self->points, Point,
                                          i > 0 ? i - 1 : self->points->len - 1);

      if (i > 0 || self->kind == MARCH_MEASURE_AREA)
        length += march_geodesic_distance (from->longitude, from->latitude, to->longitude,
                                           to->latitude);
    }
  return length;
}

/** march_map_measure_get_area: Returns: between the points, on the ellipsoid, in square metres */
double
march_map_measure_get_area (MarchMapMeasure *self)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (MarchGeometry) geometry = NULL;
  MarchPart part = { 0 };

  g_return_val_if_fail (MARCH_IS_MAP_MEASURE (self), 0);
  if (self->points->len < 3)
    return 0;
  g_array_append_vals (ring, self->points->data, self->points->len);
  g_array_append_vals (ring, self->points->data, 1);
  part.points = (const double *) (gconstpointer) ring->data;
  part.n_points = ring->len;
  geometry = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  return march_geodesic_area (geometry);
}

/** march_map_measure_describe: Returns: (transfer full): the result so far, or what to do next */
char *
march_map_measure_describe (MarchMapMeasure *self)
{
  g_autofree char *length = NULL;
  g_autofree char *area = NULL;

  g_return_val_if_fail (MARCH_IS_MAP_MEASURE (self), NULL);
  length = march_words_for_distance (march_map_measure_get_length (self));
  area = march_area_to_words (march_map_measure_get_area (self));
  if (self->kind == MARCH_MEASURE_DISTANCE && self->points->len >= 2)
    return g_strdup_printf (_ ("Distance: %s"), length);
  if (self->kind == MARCH_MEASURE_AREA && self->points->len >= 3)
    return g_strdup_printf (_ ("Area: %s, around it %s"), area, length);
  if (self->kind == MARCH_MEASURE_AREA)
    return g_strdup (_ ("Area: click three points or more, or go to places with the arrow keys and "
                        "press Enter. Escape ends."));
  return g_strdup (_ ("Distance: click two points or more, or go to places with the arrow keys and "
                      "press Enter. Escape ends."));
}
