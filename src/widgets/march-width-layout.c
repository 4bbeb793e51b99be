/* march-width-layout.c — lays one child out that scrolls, and asks for a width of its own */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-width-layout.h"

/* Property "width": the natural width, however long the lines of the child's text are. The child
 * scrolls: asked for its height it would lay all of its text out, again for each width that a
 * container tries. */
struct _MarchWidthLayout
{
  GtkLayoutManager parent_instance;

  int width;
};

enum
{
  PROP_0,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchWidthLayout, march_width_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
march_width_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
march_width_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, minimum, NULL, NULL, NULL);
  *natural = MAX (*minimum, MARCH_WIDTH_LAYOUT (manager)->width);
}

static void
march_width_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
march_width_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_WIDTH)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  MARCH_WIDTH_LAYOUT (object)->width = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
march_width_layout_class_init (MarchWidthLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = march_width_layout_set_property;
  layout_class->get_request_mode = march_width_layout_get_request_mode;
  layout_class->measure = march_width_layout_measure;
  layout_class->allocate = march_width_layout_allocate;
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 0, 10000, 0,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
march_width_layout_init (MarchWidthLayout *self)
{
}
