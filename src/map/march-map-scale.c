/* march-map-scale.c — how long a bar on the map is on the ground */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-scale.h"

#define WIDTH 150 /* of the longest bar; the widget's own, so that nothing shifts while zooming */
#define TICK 5    /* height of the ends */
#define LINE 1.5
#define GAP 3 /* between the words and the ends */

struct _MarchMapScale
{
  GtkWidget parent;

  GtkWidget *label;
  double     length; /* of the bar, in logical pixels */
};

G_DEFINE_FINAL_TYPE (MarchMapScale, march_map_scale, GTK_TYPE_WIDGET)

static void
march_map_scale_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  gtk_widget_measure (MARCH_MAP_SCALE (widget)->label, orientation, -1, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*natural, WIDTH);
  else
    *minimum = *natural = *natural + GAP + TICK;
}

static void
march_map_scale_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (MARCH_MAP_SCALE (widget)->label, width, height - TICK - GAP, -1, NULL);
}

static void
march_map_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchMapScale *self = MARCH_MAP_SCALE (widget);
  const float    width = (float) gtk_widget_get_width (widget);
  const float    bottom = (float) gtk_widget_get_height (widget);
  const float    length = (float) self->length;
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float    x = rtl ? 0 : width - length;
  GdkRGBA        ink;

  GTK_WIDGET_CLASS (march_map_scale_parent_class)->snapshot (widget, snapshot);
  if (length <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, bottom - LINE, length, LINE));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, bottom - TICK, LINE, TICK));
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT (x + length - LINE, bottom - TICK, LINE, TICK));
}

static void
march_map_scale_dispose (GObject *object)
{
  g_clear_pointer (&MARCH_MAP_SCALE (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (march_map_scale_parent_class)->dispose (object);
}

static void
march_map_scale_class_init (MarchMapScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_map_scale_dispose;
  widget_class->measure = march_map_scale_measure;
  widget_class->size_allocate = march_map_scale_size_allocate;
  widget_class->snapshot = march_map_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "march-map-scale");
}

static void
march_map_scale_init (MarchMapScale *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/** march_map_scale_show: measures by the middle of @view */
void
march_map_scale_show (MarchMapScale *self, const MarchView *view)
{
  const double     ground = march_view_metres_per_pixel (view);
  double           metres;
  g_autofree char *words = NULL;

  g_return_if_fail (MARCH_IS_MAP_SCALE (self));
  if (!(ground > 0))
    return;
  metres = march_view_round_length (WIDTH * ground);
  words = march_view_describe_length (metres);
  self->length = metres / ground;
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
