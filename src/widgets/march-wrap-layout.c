/* march-wrap-layout.c — lays children out in lines, as words of a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-wrap-layout.h"

struct _MarchWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchWrapLayout, march_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes; a line is as high as its highest child. */
typedef struct
{
  int x;
  int y;
  int line_height;
} Pen;

static GtkAllocation
place_child (MarchWrapLayout *self, Pen *pen, GtkWidget *child, int width)
{
  GtkAllocation place;
  int           min = 0;
  int           nat = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  place.width = MAX (min, MIN (nat, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &min, &nat, NULL, NULL);
  place.height = nat;
  if (pen->x > 0 && pen->x + place.width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->line_spacing;
      pen->line_height = 0;
    }
  place.x = pen->x;
  place.y = pen->y;
  pen->x += place.width + self->spacing;
  pen->line_height = MAX (pen->line_height, place.height);
  return place;
}

static GtkSizeRequestMode
march_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (MarchWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min = 0;
      int nat = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural += nat + (*natural > 0 ? self->spacing : 0);
    }
}

static void
march_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  MarchWrapLayout *self = MARCH_WRAP_LAYOUT (manager);
  Pen              pen = { 0 };
  GtkWidget       *child;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place_child (self, &pen, child, for_size < 0 ? G_MAXINT / 2 : for_size);
  *minimum = *natural = pen.y + pen.line_height;
}

static void
march_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  MarchWrapLayout *self = MARCH_WRAP_LAYOUT (manager);
  gboolean         mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen              pen = { 0 };
  GtkWidget       *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      place = place_child (self, &pen, child, width);
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
march_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarchWrapLayout *self = MARCH_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_LINE_SPACING)
    self->line_spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
march_wrap_layout_class_init (MarchWrapLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags            flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = march_wrap_layout_set_property;
  layout_class->get_request_mode = march_wrap_layout_get_request_mode;
  layout_class->measure = march_wrap_layout_measure;
  layout_class->allocate = march_wrap_layout_allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
march_wrap_layout_init (MarchWrapLayout *self)
{
}

/**
 * march_wrap_layout_new:
 * @spacing: between children of a line, in logical pixels
 * @line_spacing: between lines, in logical pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
march_wrap_layout_new (int spacing, int line_spacing)
{
  return g_object_new (MARCH_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing,
                       NULL);
}
