/* march-map-view.c — the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view.h"

struct _MarchMapView
{
  GtkBox        parent;

  MarchSession *session;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchMapView, march_map_view, GTK_TYPE_BOX)

static void
march_map_view_set_property (GObject      *object,
                          guint         property,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MarchMapView *self = MARCH_MAP_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_map_view_dispose (GObject *object)
{
  g_clear_object (&MARCH_MAP_VIEW (object)->session);
  G_OBJECT_CLASS (march_map_view_parent_class)->dispose (object);
}

static void
march_map_view_class_init (MarchMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_map_view_set_property;
  object_class->dispose = march_map_view_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/ui/march-map-view.ui");
}

static void
march_map_view_init (MarchMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * march_map_view_new:
 * @session: what to show
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
march_map_view_new (MarchSession *session)
{
  return g_object_new (MARCH_TYPE_MAP_VIEW, "session", session, NULL);
}

void
march_map_view_set_room (MarchMapView *view, MarchRoom room)
{
}
void
march_map_view_set_projector (MarchMapView *view, gboolean projector)
{
}
void
march_map_view_zoom (MarchMapView *view, int steps)
{
}
void
march_map_view_ask_known_by (MarchMapView *view)
{
}
void
march_map_view_ask_according_to (MarchMapView *view)
{
}
