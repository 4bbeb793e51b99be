/* march-map-view-draw-pointer.c — the pointer that draws an outline on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <math.h>

/* A corner that is pressed moves from here on. */
#define DRAG_REACH 3.0

static void
take_hold (MarchMapView *self, const MarchMapHandle *handle)
{
  double longitude, latitude;
  MarchView view;

  self->held = *handle;
  if (handle->middle && march_map_layer_get_view (self->layer, &view))
    {
      march_view_unproject (&view, handle->x, handle->y, &longitude, &latitude);
      march_drawing_insert (self->drawing, handle->ring, handle->corner, longitude, latitude);
      self->held.corner++;
      self->held.middle = FALSE;
    }
  march_map_draw_select (self->draw, self->held.ring, self->held.corner);
  march_map_view_draw_changed (self);
}

/* Along the borders that lead there, or straight. */
static void
go_to (MarchMapView *self, double x, double y)
{
  double     longitude, latitude;
  const gboolean snapped = march_map_draw_locate (self->draw, x, y, &longitude, &latitude);

  if (snapped && march_drawing_get_follow (self->drawing)
      && march_drawing_follow (self->drawing, longitude, latitude,
                               march_map_draw_get_longer (self->draw)))
    return;
  if (march_map_draw_closes (self->draw, x, y) && march_drawing_count_open (self->drawing) >= 3)
    march_drawing_close (self->drawing);
  else
    march_drawing_append (self->drawing, longitude, latitude);
}

/** march_map_view_draw_append: a corner more, the end of the ring where it began, or the point
 * there, in logical pixels */
void
march_map_view_draw_append (MarchMapView *self, double x, double y)
{
  go_to (self, x, y);
  if (march_map_view_draw_is_point (self))
    march_map_draw_select (self->draw, 0, 0);
  march_map_view_draw_changed (self);
}

/* A ring is chosen by a click into it. */
static void
choose_ring (MarchMapView *self, double x, double y)
{
  MarchView view;
  double    longitude, latitude;
  guint     ring;

  march_map_draw_select_none (self->draw);
  if (march_map_layer_get_view (self->layer, &view))
    {
      march_view_unproject (&view, x, y, &longitude, &latitude);
      if (march_drawing_pick_ring (self->drawing, longitude, latitude, &ring))
        march_map_draw_select_ring (self->draw, ring);
    }
  march_map_view_draw_tell (self);
}

/** march_map_view_draw_at: a click: a corner more, the end of the outline, or another corner or
 * ring chosen */
void
march_map_view_draw_at (MarchMapView *self, double x, double y, int n_press)
{
  MarchMapHandle handle;

  if (march_map_view_draw_is_point (self))
    march_map_view_draw_append (self, x, y);
  else if (march_map_view_is_leading (self))
    {
      march_map_tool_point_to (MARCH_MAP_TOOL (self->draw), x, y);
      march_map_view_lead (self);
    }
  else if (march_drawing_is_open (self->drawing) && n_press == 2)
    {
      march_drawing_close (self->drawing);
      march_map_view_draw_changed (self);
    }
  else if (march_drawing_is_open (self->drawing))
    march_map_view_draw_append (self, x, y);
  else if (march_map_draw_pick (self->draw, x, y, &handle))
    take_hold (self, &handle);
  else
    choose_ring (self, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MarchMapView *self)
{
  MarchMapHandle handle;

  self->holding = self->drawing != NULL && !march_drawing_is_open (self->drawing)
                  && !march_map_view_is_leading (self)
                  && march_map_draw_pick (self->draw, x, y, &handle);
  if (!self->holding)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  take_hold (self, &handle);
  self->pulled = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, MarchMapView *self)
{
  double longitude, latitude;

  if (!self->holding || self->drawing == NULL
      || (!self->pulled && hypot (x, y) < DRAG_REACH))
    return;
  march_map_draw_locate (self->draw, self->held.x + x, self->held.y + y, &longitude, &latitude);
  march_drawing_move (self->drawing, self->held.ring, self->held.corner, longitude, latitude,
                      self->pulled);
  self->pulled = TRUE;
  march_map_view_draw_changed (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, MarchMapView *self)
{
  self->holding = FALSE;
  if (self->drawing != NULL)
    march_drawing_end_move (self->drawing);
}

/** march_map_view_watch_drags: lets corners be dragged before the map is */
void
march_map_view_watch_drags (MarchMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drag));
}
