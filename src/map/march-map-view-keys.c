/* march-map-view-keys.c — the keys on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"
#include "widgets/march-day-keys.h"

/** march_map_view_get_focused: Returns: (nullable): the place that has the keyboard's focus */
const MarchPlace *
march_map_view_get_focused (MarchMapView *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  return corpus != NULL && self->focused != 0 ? march_corpus_get_place (corpus, self->focused)
                                              : NULL;
}

/** march_map_view_read_arrow: @dx: (out), @dy: (out): the way it points, by one. Returns: whether
 * @key is one of the arrow keys */
gboolean
march_map_view_read_arrow (guint key, int *dx, int *dy)
{
  *dx = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
        : key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : 0;
  *dy = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
        : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 0;
  return *dx != 0 || *dy != 0;
}

/** march_map_view_zoom_key: Returns: whether @key zooms the map, which is done then */
gboolean
march_map_view_zoom_key (MarchMapView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      march_map_view_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      march_map_view_zoom (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/** march_map_view_find_anchor: where on the map the keyboard is: at the place that has its focus or
 * is selected, else in the middle */
void
march_map_view_find_anchor (MarchMapView *self, double *x, double *y)
{
  const MarchPlace *from = march_map_view_get_focused (self);
  MarchView         view;
  double            longitude, latitude;

  *x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  if (from == NULL)
    from = march_session_get_place (self->session);
  if (from == NULL || from->geometry == NULL || !march_map_layer_get_view (self->layer, &view))
    return;
  march_geometry_get_label_point (from->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, x, y);
}

/* Keyboard focus goes to the nearest place in that direction; one that is off screen is brought in.
 */
static void
go (MarchMapView *self, int dx, int dy)
{
  const MarchPlace *from = march_map_view_get_focused (self);
  const MarchPlace *next = NULL;
  MarchView         view;
  double            longitude, latitude, px, py;

  if (from == NULL)
    from = march_session_get_place (self->session);
  if (march_session_get_corpus (self->session) == NULL
      || !march_map_layer_get_view (self->layer, &view))
    return;
  march_map_view_find_anchor (self, &px, &py);
  next = march_map_places_find_next (march_session_get_corpus (self->session), &view, px, py, dx,
                                     dy, from);
  if (next == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->focused = next->id;
  march_geometry_get_label_point (next->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &px, &py);
  if (px < 40 || py < 60 || px > view.width - 40 || py > view.height - 40)
    {
      shumate_map_center_on (self->map, latitude, longitude);
      march_map_view_nudge (self);
      march_map_layer_get_view (self->layer, &view);
      march_view_project (&view, longitude, latitude, &px, &py);
    }
  march_map_view_set_hovered (self, next);
  march_map_view_move_hover (self, px, py);
  march_map_view_announce (self);
}

static gboolean
handle_key (MarchMapView *self, guint key)
{
  int dx, dy;

  if (march_map_view_is_measuring (self) && march_map_view_measure_key (self, key))
    return TRUE;
  if (march_map_view_zoom_key (self, key))
    return TRUE;
  if (march_map_view_read_arrow (key, &dx, &dy))
    {
      go (self, dx, dy);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_d:
      march_map_view_start_measuring (self, MARCH_MEASURE_DISTANCE);
      return TRUE;
    case GDK_KEY_a:
      march_map_view_start_measuring (self, MARCH_MEASURE_AREA);
      return TRUE;
    case GDK_KEY_p:
      march_map_view_step_point (self, 1);
      return TRUE;
    case GDK_KEY_P:
      march_map_view_step_point (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->focused != 0)
        march_session_select (self->session, march_map_view_get_focused (self));
      return TRUE;
    case GDK_KEY_Escape:
      self->focused = 0;
      march_map_view_set_hovered (self, NULL);
      march_map_view_hide_point (self);
      march_session_select (self->session, NULL);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      march_session_fit (self->session, NULL);
      return TRUE;
    default:
      return march_day_keys_handle (GTK_WIDGET (self), key);
    }
}

static gboolean
key_pressed_cb (MarchMapView *self, guint key, guint code, GdkModifierType state)
{
  if (self->drawing != NULL && (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) == 0)
    return march_map_view_draw_key (self, key, state);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->session == NULL)
    return FALSE;
  return handle_key (self, key);
}

static void
key_released_cb (MarchMapView *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Shift_L || key == GDK_KEY_Shift_R)
    march_map_draw_set_longer (self->draw, FALSE);
}

/** march_map_view_bind_keys: names this file's handlers to the template */
void
march_map_view_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_released_cb);
}
