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
#define LINE 2.0
#define HALO 5.0

typedef struct
{
  double longitude, latitude;
} Point;

struct _MarchMapMeasure
{
  GtkWidget parent;

  MarchMeasureKind kind;
  GArray          *points; /* of Point */
  MarchView        view;
  MarchTheme       theme;
  gboolean         pointed; /* whether the next point would be at the pointer */
  double           x;
  double           y;
};

G_DEFINE_FINAL_TYPE (MarchMapMeasure, march_map_measure, GTK_TYPE_WIDGET)

static void
add_path (MarchMapMeasure *self, cairo_t *cr)
{
  double x, y;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      march_view_project (&self->view, point->longitude, point->latitude, &x, &y);
      cairo_line_to (cr, x, y);
    }
  if (self->pointed && self->points->len > 0)
    cairo_line_to (cr, self->x, self->y);
  if (self->kind == MARCH_MEASURE_AREA)
    cairo_close_path (cr);
}

static void
draw_dots (MarchMapMeasure *self, cairo_t *cr, const MarchPalette *palette)
{
  double x, y;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      march_view_project (&self->view, point->longitude, point->latitude, &x, &y);
      cairo_new_path (cr);
      cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, palette->halo.red, palette->halo.green, palette->halo.blue);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, palette->label.red, palette->label.green, palette->label.blue);
      cairo_set_line_width (cr, LINE);
      cairo_stroke (cr);
    }
}

static void
draw (MarchMapMeasure *self, cairo_t *cr)
{
  const MarchPalette *palette = march_palette_get (self->theme);
  const MarchInk     *ink = &palette->label, *halo = &palette->halo;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  add_path (self, cr);
  if (self->kind == MARCH_MEASURE_AREA)
    {
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.12);
      cairo_fill_preserve (cr);
    }
  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, 0.9);
  cairo_set_line_width (cr, HALO);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
  draw_dots (self, cr, palette);
}

static void
march_map_measure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchMapMeasure *self = MARCH_MAP_MEASURE (widget);
  cairo_t         *cr;

  if (self->kind == MARCH_MEASURE_NOTHING || self->points->len == 0 || self->view.width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  draw (self, cr);
  cairo_destroy (cr);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_measure_finalize;
  widget_class->snapshot = march_map_measure_snapshot;
  /* What it shows is said in words beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "march-map-measure");
}

static void
march_map_measure_init (MarchMapMeasure *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/** march_map_measure_start: forgets all points; %MARCH_MEASURE_NOTHING ends measuring */
void
march_map_measure_start (MarchMapMeasure *self, MarchMeasureKind kind)
{
  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  self->kind = kind;
  self->pointed = FALSE;
  g_array_set_size (self->points, 0);
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
  self->pointed = FALSE;
  g_array_append_val (self->points, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

/** march_map_measure_point_to: shows where the next point would be, in logical pixels */
void
march_map_measure_point_to (MarchMapMeasure *self, double x, double y)
{
  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  self->pointed = TRUE;
  self->x = x;
  self->y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_measure_show: draws the points where @view has them, in the inks of @style */
void
march_map_measure_show (MarchMapMeasure *self, const MarchView *view, const MarchStyle *style)
{
  g_return_if_fail (MARCH_IS_MAP_MEASURE (self));
  self->view = *view;
  self->theme = style->theme;
  if (self->kind != MARCH_MEASURE_NOTHING)
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
