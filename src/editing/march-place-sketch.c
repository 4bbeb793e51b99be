/* march-place-sketch.c — a shape shown small */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-sketch.h"

#include <adwaita.h>

#include "render/march-view.h"
#include "widgets/march-theme.h"

#define HEIGHT 150
#define MARGIN 14.0
#define DOT 5.0
/* Around a single point, in degrees. */
#define POINT_REACH 0.5

struct _MarchPlaceSketch
{
  GtkWidget parent_instance;

  MarchGeometry *shape;  /* NULL: nothing is drawn */
  MarchGeometry *around; /* of which it is a part; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (MarchPlaceSketch, march_place_sketch, GTK_TYPE_WIDGET)

static void
add_rings (cairo_t *cr, MarchGeometry *geometry, const MarchView *view)
{
  double x, y;

  cairo_new_path (cr);
  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      cairo_new_sub_path (cr);
      for (guint k = 0; k < part->n_points; k++)
        {
          march_view_project (view, part->points[2 * k], part->points[2 * k + 1], &x, &y);
          cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
    }
}

static void
draw_area (cairo_t *cr, MarchGeometry *geometry, const MarchView *view, const MarchInk *ink,
           double fill, double line)
{
  add_rings (cr, geometry, view);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, fill);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, line);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_points (cairo_t *cr, MarchGeometry *geometry, const MarchView *view, const MarchInk *ink)
{
  double x, y;

  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      for (guint k = 0; k < part->n_points; k++)
        {
          march_view_project (view, part->points[2 * k], part->points[2 * k + 1], &x, &y);
          cairo_new_path (cr);
          cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
          cairo_fill (cr);
        }
    }
}

static gboolean
is_area (MarchGeometry *geometry)
{
  return geometry != NULL && march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON;
}

static MarchView
get_view (MarchPlaceSketch *self)
{
  MarchBox box = *march_geometry_get_box (self->shape);

  if (!is_area (self->shape) && is_area (self->around))
    box = *march_geometry_get_box (self->around);
  if (box.east - box.west <= 0 || box.north - box.south <= 0)
    box = (MarchBox){ box.west - POINT_REACH, box.south - POINT_REACH, box.east + POINT_REACH,
                      box.north + POINT_REACH };
  return march_view_fit (&box, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)), 1,
                         (double[4]){ MARGIN, MARGIN, MARGIN, MARGIN });
}

static void
march_place_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchPlaceSketch   *self = MARCH_PLACE_SKETCH (widget);
  const MarchPalette *palette = march_palette_get (march_theme_get_current ());
  const MarchInk     *ink = &palette->label;
  const int           width = gtk_widget_get_width (widget);
  const int           height = gtk_widget_get_height (widget);
  MarchView           view;
  cairo_t            *cr;

  if (self->shape == NULL || march_geometry_count_points (self->shape) == 0 || width <= 2 * MARGIN
      || height <= 2 * MARGIN)
    return;
  view = get_view (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgb (cr, palette->undisputed.red, palette->undisputed.green,
                        palette->undisputed.blue);
  cairo_paint (cr);
  if (is_area (self->around))
    draw_area (cr, self->around, &view, ink, 0, 0.35);
  if (is_area (self->shape))
    draw_area (cr, self->shape, &view, ink, 0.16, 1);
  else
    draw_points (cr, self->shape, &view, ink);
  cairo_destroy (cr);
}

static void
march_place_sketch_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 1;
}

static void
march_place_sketch_finalize (GObject *object)
{
  MarchPlaceSketch *self = MARCH_PLACE_SKETCH (object);

  g_clear_pointer (&self->shape, march_geometry_unref);
  g_clear_pointer (&self->around, march_geometry_unref);
  G_OBJECT_CLASS (march_place_sketch_parent_class)->finalize (object);
}

static void
march_place_sketch_class_init (MarchPlaceSketchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_place_sketch_finalize;
  widget_class->snapshot = march_place_sketch_snapshot;
  widget_class->measure = march_place_sketch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "march-preview");
}

static void
march_place_sketch_init (MarchPlaceSketch *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/** march_place_sketch_new: Returns: (transfer floating): an empty picture */
GtkWidget *
march_place_sketch_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_SKETCH, NULL);
}

/** march_place_sketch_show: @shape: (nullable): what is shown; @around: (nullable): what it is a
 * part of, shown faintly */
void
march_place_sketch_show (MarchPlaceSketch *self, MarchGeometry *shape, MarchGeometry *around)
{
  g_return_if_fail (MARCH_IS_PLACE_SKETCH (self));
  g_clear_pointer (&self->shape, march_geometry_unref);
  g_clear_pointer (&self->around, march_geometry_unref);
  self->shape = shape != NULL ? march_geometry_ref (shape) : NULL;
  self->around = around != NULL ? march_geometry_ref (around) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
