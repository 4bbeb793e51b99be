/* march-why-page.c — the page Why this colour? */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-why-page.h"

struct _MarchWhyPage
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

G_DEFINE_FINAL_TYPE (MarchWhyPage, march_why_page, GTK_TYPE_BOX)

static void
march_why_page_set_property (GObject      *object,
                          guint         property,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MarchWhyPage *self = MARCH_WHY_PAGE (object);

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
march_why_page_dispose (GObject *object)
{
  g_clear_object (&MARCH_WHY_PAGE (object)->session);
  G_OBJECT_CLASS (march_why_page_parent_class)->dispose (object);
}

static void
march_why_page_class_init (MarchWhyPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_why_page_set_property;
  object_class->dispose = march_why_page_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/ui/march-why-page.ui");
}

static void
march_why_page_init (MarchWhyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * march_why_page_new:
 * @session: what to show
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
march_why_page_new (MarchSession *session)
{
  return g_object_new (MARCH_TYPE_WHY_PAGE, "session", session, NULL);
}
