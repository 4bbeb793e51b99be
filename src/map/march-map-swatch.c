/* march-map-swatch.c — a sample of a symbol, by the painter's own hand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-swatch.h"

#define WIDTH 34
#define HEIGHT 20

struct _MarchMapSwatch
{
  GtkWidget        parent;

  cairo_surface_t *sample;
};

G_DEFINE_FINAL_TYPE (MarchMapSwatch, march_map_swatch, GTK_TYPE_WIDGET)

static void
march_map_swatch_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
march_map_swatch_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  const int y = (gtk_widget_get_height (widget) - HEIGHT) / 2;
  cairo_t  *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, y, WIDTH, HEIGHT));

  cairo_set_source_surface (cr, MARCH_MAP_SWATCH (widget)->sample, 0, y);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
march_map_swatch_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_MAP_SWATCH (object)->sample, cairo_surface_destroy);
  G_OBJECT_CLASS (march_map_swatch_parent_class)->finalize (object);
}

static void
march_map_swatch_class_init (MarchMapSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_swatch_finalize;
  widget_class->measure = march_map_swatch_measure;
  widget_class->snapshot = march_map_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "march-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
march_map_swatch_init (MarchMapSwatch *self)
{
}

/**
 * march_map_swatch_new:
 * @entry: what to show; not needed afterwards
 * @style: how the map is drawn
 *
 * Returns: (transfer floating): the sample, painted at twice the density so that it is crisp on any
 * screen
 */
GtkWidget *
march_map_swatch_new (const MarchLegendEntry *entry,
                      const MarchStyle       *style)
{
  const double    density = 2;
  MarchMapSwatch *self = g_object_new (MARCH_TYPE_MAP_SWATCH, NULL);
  cairo_t        *cr = NULL;

  self->sample = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (WIDTH * density),
                                             (int) (HEIGHT * density));
  cairo_surface_set_device_scale (self->sample, density, density);
  cr = cairo_create (self->sample);
  march_swatch_paint (cr, entry, WIDTH, HEIGHT, density, style);
  cairo_destroy (cr);
  return GTK_WIDGET (self);
}
