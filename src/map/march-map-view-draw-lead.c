/* march-map-view-draw-lead.c — a stretch of the outline that is drawn follows a border */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

/** march_map_view_is_leading: Returns: whether the corner is being chosen up to which the outline
 * follows a border */
gboolean
march_map_view_is_leading (MarchMapView *self)
{
  guint from;

  return march_map_draw_is_leading (self->draw, &from);
}

/** march_map_view_describe_lead: Returns: what to do while it is */
const char *
march_map_view_describe_lead (MarchMapView *self)
{
  return _("Up to which corner does it follow the border? Click it, or go there by Tab and press "
           "Enter; with Shift the longer way round. Escape leaves it as it is.");
}

/** march_map_view_start_lead: from the corner that is chosen on; says what is missing */
void
march_map_view_start_lead (MarchMapView *self)
{
  march_drawing_end_move (self->drawing);
  if (march_drawing_is_open (self->drawing) || march_map_view_draw_is_point (self)
      || !march_map_draw_start_lead (self->draw))
    march_map_view_draw_note (self, _("Choose a corner on the border first: click it, or go there "
                                      "by Tab."));
  else
    march_map_view_draw_tell (self);
}

/** march_map_view_end_lead: Returns: whether there was something to leave */
gboolean
march_map_view_end_lead (MarchMapView *self)
{
  const gboolean leading = march_map_view_is_leading (self);

  if (leading)
    {
      march_map_draw_end_lead (self->draw);
      march_map_view_draw_tell (self);
    }
  return leading;
}

static void
lead (MarchMapView *self, guint from, guint to)
{
  guint ring = 0, corner = 0;

  if (!march_map_draw_get_ring (self->draw, &ring)
      || !march_drawing_lead (self->drawing, ring, from, to,
                              march_map_draw_get_longer (self->draw), &corner))
    {
      march_map_view_draw_note (self, _("No border leads from the one to the other that it could "
                                        "follow. Both corners have to lie on borders of "
                                        "neighbours: drag them there."));
      return;
    }
  march_map_draw_end_lead (self->draw);
  march_map_draw_select (self->draw, ring, corner);
  march_map_view_draw_changed (self);
  march_map_view_draw_note (self, _("It follows the border now. Ctrl+Z takes it back."));
}

/** march_map_view_lead: up to the corner below the pointer, or the selected one */
void
march_map_view_lead (MarchMapView *self)
{
  guint from, to;

  if (!march_map_draw_is_leading (self->draw, &from))
    return;
  if (march_map_draw_get_lead_end (self->draw, &to))
    lead (self, from, to);
  else
    march_map_view_draw_note (self, _("There is no corner of the same part. Click one, or go to it "
                                      "by Tab."));
}

static void
lead_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchMapView *self = MARCH_MAP_VIEW (widget);

  if (self->drawing == NULL)
    return;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->draw_borders));
  gtk_widget_grab_focus (widget);
  march_map_view_start_lead (self);
}

/** march_map_view_bind_lead: installs the action of this file */
void
march_map_view_bind_lead (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.draw-lead", NULL, lead_action);
}
