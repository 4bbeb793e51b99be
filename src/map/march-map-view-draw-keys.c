/* march-map-view-draw-keys.c — the keys that draw an outline on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#define KEY_STEP 8.0

/* The cross stands where the pointer was, else in the middle. */
static void
move_cross (MarchMapView *self, double dx, double dy)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->pointed)
    {
      self->pointer_x = width / 2;
      self->pointer_y = height / 2;
    }
  self->pointed = TRUE;
  self->pointer_x = CLAMP (self->pointer_x + dx, 0, width);
  self->pointer_y = CLAMP (self->pointer_y + dy, 0, height);
  march_map_tool_point_to (MARCH_MAP_TOOL (self->draw), self->pointer_x, self->pointer_y);
}

static void
move_selected (MarchMapView *self, double dx, double dy)
{
  MarchMapHandle chosen;
  MarchView      view;
  double         longitude, latitude;

  if (!march_map_draw_get_selected (self->draw, &chosen)
      || !march_map_layer_get_view (self->layer, &view))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  march_view_unproject (&view, chosen.x + dx, chosen.y + dy, &longitude, &latitude);
  march_drawing_move (self->drawing, chosen.ring, chosen.corner, longitude, latitude, TRUE);
  march_map_view_draw_changed (self);
}

static void
move (MarchMapView *self, int dx, int dy, GdkModifierType state)
{
  const double step = (state & GDK_SHIFT_MASK) != 0 ? 1 : KEY_STEP;

  if (march_map_draw_is_waiting (self->draw))
    move_cross (self, dx * step, dy * step);
  else
    move_selected (self, dx * step, dy * step);
}

/* Why a corner can't go, and what can. */
static const char *
explain_least (MarchMapView *self, guint ring)
{
  if (!march_drawing_may_remove_ring (self->drawing, ring))
    return _("An outline needs three corners, and has no more. Move this one; or leave the drawing "
             "and press Remove in the form to have no shape.");
  return march_drawing_is_hole (self->drawing, ring)
             ? _("A hole needs three corners, and has no more. Shift+Delete takes the whole hole "
                 "out.")
             : _("A part needs three corners, and has no more. Shift+Delete takes the whole part "
                 "out.");
}

static void
take_out (MarchMapView *self)
{
  const char    *words = NULL;
  const guint    n = march_drawing_count_open (self->drawing);
  MarchMapHandle chosen = { 0 };
  gboolean       done = FALSE;

  if (march_drawing_is_open (self->drawing))
    done = n > 0 ? march_drawing_remove (self->drawing,
                                         march_drawing_get_n_rings (self->drawing, 0) - 1, n - 1)
                 : march_drawing_abandon_ring (self->drawing);
  else if (!march_map_draw_get_selected (self->draw, &chosen))
    words = _("No corner is chosen. Click one, or go to it by Tab.");
  else if (!march_drawing_remove (self->drawing, chosen.ring, chosen.corner))
    words = explain_least (self, chosen.ring);
  else
    done = TRUE;
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
  march_map_view_draw_changed (self);
  if (words != NULL)
    march_map_view_draw_note (self, words);
}

static void
put_in (MarchMapView *self)
{
  MarchMapHandle         chosen;
  const MarchDrawnPoint *points, *a, *b;
  guint                  n = 0;

  if (march_map_view_draw_is_point (self) || march_drawing_is_open (self->drawing)
      || !march_map_draw_get_selected (self->draw, &chosen))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  points = march_drawing_get_ring (self->drawing, 0, chosen.ring, &n);
  a = &points[chosen.corner];
  b = &points[(chosen.corner + 1) % n];
  march_drawing_insert (self->drawing, chosen.ring, chosen.corner,
                        (a->longitude + b->longitude) / 2, (a->latitude + b->latitude) / 2);
  march_map_draw_select (self->draw, chosen.ring, chosen.corner + 1);
  march_map_view_draw_changed (self);
}

static gboolean
step (MarchMapView *self, int direction)
{
  gboolean there = FALSE;

  march_drawing_end_move (self->drawing);
  /* A pointer that rests doesn't choose. */
  if (march_map_view_is_leading (self))
    march_map_tool_point_nowhere (MARCH_MAP_TOOL (self->draw));
  there = march_map_draw_step (self->draw, direction);
  march_map_view_draw_tell (self);
  return there;
}

static void
enter (MarchMapView *self)
{
  if (march_map_view_is_leading (self))
    march_map_view_lead (self);
  else if (!march_drawing_is_open (self->drawing))
    march_map_view_draw_finish (self);
  else if (march_drawing_close (self->drawing))
    march_map_view_draw_changed (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Another ring is chosen, past the last none. */
static void
step_ring (MarchMapView *self, int direction)
{
  const guint n = march_drawing_get_n_rings (self->drawing, 0);
  guint       ring = 0;

  if (march_map_view_draw_is_point (self) || march_drawing_is_open (self->drawing))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (march_map_draw_get_ring (self->draw, &ring))
    ring = (ring + n + (guint) direction) % n;
  else
    ring = direction > 0 ? 0 : n - 1;
  march_drawing_end_move (self->drawing);
  march_map_draw_select_ring (self->draw, ring);
  march_map_view_draw_tell (self);
}

/* What is begun is left out; else the map is left, and the drawing kept by who wanted it. */
static void
escape (MarchMapView *self)
{
  if (march_map_view_end_lead (self))
    return;
  if (march_drawing_abandon_ring (self->drawing))
    march_map_view_draw_changed (self);
  else
    march_map_view_stop_drawing (self, FALSE);
}

static gboolean
with_control (MarchMapView *self, guint key, GdkModifierType state)
{
  if (key != GDK_KEY_z && key != GDK_KEY_Z)
    return FALSE;
  march_map_view_step_drawing (self, (state & GDK_SHIFT_MASK) != 0 ? 1 : -1);
  return TRUE;
}

/* Those that the bar above the map has buttons for. */
static gboolean
do_key (MarchMapView *self, guint key, GdkModifierType state)
{
  const char *action = NULL;

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_p:
      action = "map.draw-add-part";
      break;
    case GDK_KEY_h:
      action = "map.draw-cut-hole";
      break;
    case GDK_KEY_n:
      action = "map.draw-trim";
      break;
    case GDK_KEY_b:
      action = "map.draw-lead";
      break;
    case GDK_KEY_t:
      gtk_check_button_set_active (self->draw_follow,
                                   !gtk_check_button_get_active (self->draw_follow));
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if ((state & GDK_SHIFT_MASK) != 0)
        action = "map.draw-delete-ring";
      break;
    default:
      break;
    }
  if (action != NULL && !gtk_widget_activate_action (GTK_WIDGET (self), action, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return action != NULL;
}

/** march_map_view_draw_key: Returns: whether the key meant something to the drawing; those that
 * don't mean nothing else on the map meanwhile, but for moving it */
gboolean
march_map_view_draw_key (MarchMapView *self, guint key, GdkModifierType state)
{
  int dx, dy;

  if ((state & GDK_CONTROL_MASK) != 0)
    return with_control (self, key, state);
  if (march_map_view_zoom_key (self, key))
    return TRUE;
  if (march_map_view_read_arrow (key, &dx, &dy))
    {
      move (self, dx, dy, state);
      return TRUE;
    }
  if (do_key (self, key, state))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      march_map_draw_set_longer (self->draw, TRUE);
      return FALSE;
    case GDK_KEY_space:
      march_map_draw_set_longer (self->draw, (state & GDK_SHIFT_MASK) != 0);
      if (march_map_draw_is_waiting (self->draw))
        {
          move_cross (self, 0, 0);
          march_map_view_draw_append (self, self->pointer_x, self->pointer_y);
        }
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self);
      return TRUE;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      take_out (self);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      put_in (self);
      return TRUE;
    case GDK_KEY_Tab:
      return !march_drawing_is_open (self->drawing) && step (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return !march_drawing_is_open (self->drawing) && step (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step_ring (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step_ring (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      escape (self);
      return TRUE;
    default:
      return FALSE;
    }
}
