/* march-map-view-draw.c — the map while an outline is drawn on it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-newest.h"
#include "map/march-map-draw-check.h"

/* A corner that is pressed moves from here on. */
#define DRAG_REACH 3.0
#define KEY_STEP 8.0

/** march_map_view_is_drawing: Returns: whether an outline is being drawn */
gboolean
march_map_view_is_drawing (MarchMapView *self)
{
  return self->drawing != NULL;
}

static gboolean
is_point (MarchMapView *self)
{
  return march_drawing_get_kind (self->drawing) == MARCH_GEOMETRY_POINT;
}

static char *
describe_shared (MarchMapView *self)
{
  MarchMapHandle chosen;
  guint          n;

  if (!march_map_draw_get_selected (self->draw, &chosen))
    return NULL;
  n = march_drawing_count_shared (self->drawing, chosen.ring, chosen.corner);
  if (n == 0)
    return NULL;
  return g_strdup_printf (march_drawing_get_together (self->drawing)
                              ? ngettext ("%u neighbour has this corner too, and moves with it.",
                                          "%u neighbours have this corner too, and move with it.",
                                          n)
                              : ngettext ("%u neighbour has this corner too, and stays.",
                                          "%u neighbours have this corner too, and stay.", n),
                          n);
}

static const char *
get_open_words (guint n)
{
  return n < 3 ? _("Click its corners one after the other, or move the cross with the arrow keys "
                   "and press Space. Backspace takes the last one back.")
               : _("Go on to the next corner. Enter or a double click closes the outline.");
}

/* What to do now, or what is wrong. */
static char *
describe (MarchMapView *self)
{
  const guint      n = march_drawing_count_corners (self->drawing);
  g_autofree char *shared = NULL;

  if (self->defect != NULL)
    return g_strdup (self->defect);
  if (is_point (self))
    return g_strdup (n == 0 ? _("Click where it lies, or move the cross with the arrow keys and "
                                "press Space.")
                            : _("Drag the point, move it with the arrow keys, or click "
                                "elsewhere."));
  if (march_drawing_is_open (self->drawing))
    return g_strdup (get_open_words (n));
  shared = describe_shared (self);
  if (shared != NULL)
    return g_steal_pointer (&shared);
  return g_strdup (march_map_draw_is_dense (self->draw)
                       ? _("Drag a corner to move it. Zoom in to get hold of every corner.")
                       : _("Drag a corner to move it, or a dot between two to add one. Delete "
                           "takes the chosen one out, Tab goes to the next."));
}

static gboolean
may_finish (MarchMapView *self)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (self->drawing);

  return shape != NULL && self->defect == NULL;
}

static void
update_bar (MarchMapView *self)
{
  g_autofree char *words = describe (self);
  GtkWidget       *widget = GTK_WIDGET (self);

  if (!g_str_equal (gtk_label_get_text (self->draw_words), words))
    march_map_view_say (self, words);
  gtk_label_set_text (self->draw_words, words);
  if (self->defect != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->draw_words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->draw_words), "error");
  gtk_widget_action_set_enabled (widget, "map.draw-finish", may_finish (self));
  gtk_widget_action_set_enabled (widget, "map.draw-undo",
                                 march_drawing_can_undo (self->drawing));
  gtk_widget_action_set_enabled (widget, "map.draw-redo",
                                 march_drawing_can_redo (self->drawing));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchMapView *self = MARCH_MAP_VIEW (source);
  g_autoptr (MarchDrawDefect) defect = march_map_draw_check_finish (result);

  if (!march_newest_end (&self->checking, result) || defect == NULL || self->drawing == NULL)
    return;
  g_free (self->defect);
  self->defect = g_steal_pointer (&defect->words);
  march_map_draw_mark_defect (self->draw, defect->longitude, defect->latitude);
  update_bar (self);
}

static void
changed (MarchMapView *self)
{
  march_map_draw_update (self->draw);
  update_bar (self);
  march_map_draw_check_async (self->drawing, march_session_get_corpus (self->session),
                              &self->checking, self, checked_cb);
}

static void
show_bar (MarchMapView *self, gboolean shown)
{
  gtk_widget_set_visible (self->draw_bar, shown);
  gtk_widget_set_visible (self->top_left, !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !shown);
}

static void
end (MarchMapView *self)
{
  march_newest_stop (&self->checking);
  march_map_draw_set_drawing (self->draw, NULL);
  g_clear_pointer (&self->drawing, march_drawing_free);
  g_clear_pointer (&self->defect, g_free);
  self->holding = FALSE;
  show_bar (self, FALSE);
}

/** march_map_view_stop_drawing: @finished: what is drawn counts. The signal "drawn" tells it, and
 * its handlers may take the drawing */
void
march_map_view_stop_drawing (MarchMapView *self, gboolean finished)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  if (self->drawing == NULL)
    return;
  march_map_draw_set_drawing (self->draw, NULL);
  g_signal_emit_by_name (self, "drawn", finished);
  end (self);
}

/** march_map_view_take_drawing: for handlers of "drawn". Returns: (transfer full): what was drawn
 */
MarchDrawing *
march_map_view_take_drawing (MarchMapView *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_VIEW (self), NULL);
  return g_steal_pointer (&self->drawing);
}

static void
finish (MarchMapView *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  g_autoptr (MarchDrawDefect) defect = NULL;

  march_drawing_close (self->drawing);
  defect = march_map_draw_check (self->drawing, corpus);
  if (defect->words == NULL && may_finish (self))
    {
      march_map_view_stop_drawing (self, TRUE);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
  changed (self);
}

static void
draw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchMapView *self = MARCH_MAP_VIEW (widget);

  if (self->drawing == NULL)
    return;
  if (g_str_equal (name, "map.draw-finish"))
    finish (self);
  else if (g_str_equal (name, "map.draw-cancel"))
    march_map_view_stop_drawing (self, FALSE);
  else
    march_map_view_step_drawing (self, g_str_equal (name, "map.draw-undo") ? -1 : 1);
}

/** march_map_view_step_drawing: @direction: -1 takes the last step back, 1 does it again */
void
march_map_view_step_drawing (MarchMapView *self, int direction)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self) && self->drawing != NULL);
  if (direction < 0 ? !march_drawing_undo (self->drawing) : !march_drawing_redo (self->drawing))
    gtk_widget_error_bell (GTK_WIDGET (self));
  changed (self);
}

static void
together_cb (MarchMapView *self)
{
  if (self->drawing == NULL)
    return;
  march_drawing_set_together (self->drawing, gtk_switch_get_active (self->draw_together));
  update_bar (self);
}

static void
show_start (MarchMapView *self)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (self->drawing);
  MarchView view;

  if (shape != NULL)
    march_map_view_fit_box (self, march_geometry_get_box (shape));
  if (march_map_layer_get_view (self->layer, &view))
    march_map_draw_show (self->draw, &view, &self->style);
}

/**
 * march_map_view_start_drawing:
 * @drawing: (transfer full): with the neighbours that it may share borders with
 * @title: what is drawn, for the bar above the map
 *
 * From now on the pointer and the keys draw, until "drawn" tells that it is finished or cancelled.
 */
void
march_map_view_start_drawing (MarchMapView *self, MarchDrawing *drawing, const char *title)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self) && self->drawing == NULL);
  march_map_view_start_measuring (self, MARCH_MEASURE_NOTHING);
  march_map_view_set_hovered (self, NULL);
  self->focused = 0;
  self->drawing = drawing;
  march_map_draw_set_drawing (self->draw, drawing);
  gtk_label_set_text (self->draw_title, title);
  gtk_switch_set_active (self->draw_together, march_drawing_get_together (drawing));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->draw_together)),
                          !is_point (self));
  show_bar (self, TRUE);
  show_start (self);
  changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Of a ring that is open, the first corner closes it. */
static gboolean
closes (MarchMapView *self, double x, double y)
{
  MarchMapHandle handle;

  return march_drawing_count_corners (self->drawing) >= 3
         && march_map_draw_pick (self->draw, x, y, &handle) && handle.corner == 0;
}

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
  changed (self);
}

static void
append_at (MarchMapView *self, double x, double y)
{
  double longitude, latitude;

  march_map_draw_locate (self->draw, x, y, &longitude, &latitude);
  march_drawing_append (self->drawing, longitude, latitude);
  if (is_point (self))
    march_map_draw_select (self->draw, 0, 0);
  changed (self);
}

/** march_map_view_draw_at: a click: a corner more, the end of the outline, or another corner chosen
 */
void
march_map_view_draw_at (MarchMapView *self, double x, double y, int n_press)
{
  MarchMapHandle handle;

  if (is_point (self))
    append_at (self, x, y);
  else if (march_drawing_is_open (self->drawing)
           && (n_press == 2 || closes (self, x, y)))
    {
      march_drawing_close (self->drawing);
      changed (self);
    }
  else if (march_drawing_is_open (self->drawing))
    append_at (self, x, y);
  else if (march_map_draw_pick (self->draw, x, y, &handle))
    take_hold (self, &handle);
  else
    {
      march_map_draw_select_none (self->draw);
      update_bar (self);
    }
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MarchMapView *self)
{
  MarchMapHandle handle;

  self->holding = self->drawing != NULL && !march_drawing_is_open (self->drawing)
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
  changed (self);
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

static gboolean
waits_for_corner (MarchMapView *self)
{
  return march_drawing_is_open (self->drawing)
         || (is_point (self) && march_drawing_count_corners (self->drawing) == 0);
}

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
  march_map_draw_point_to (self->draw, self->pointer_x, self->pointer_y);
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
  changed (self);
}

static void
move (MarchMapView *self, int dx, int dy, GdkModifierType state)
{
  const double step = (state & GDK_SHIFT_MASK) != 0 ? 1 : KEY_STEP;

  if (waits_for_corner (self))
    move_cross (self, dx * step, dy * step);
  else
    move_selected (self, dx * step, dy * step);
}

static void
take_out (MarchMapView *self)
{
  const guint    n = march_drawing_count_corners (self->drawing);
  MarchMapHandle chosen = { 0 };
  gboolean       done = FALSE;

  if (march_drawing_is_open (self->drawing))
    done = n > 0 && march_drawing_remove (self->drawing, 0, n - 1);
  else if (march_map_draw_get_selected (self->draw, &chosen))
    done = march_drawing_remove (self->drawing, chosen.ring, chosen.corner);
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
  changed (self);
}

static void
put_in (MarchMapView *self)
{
  MarchMapHandle         chosen;
  const MarchDrawnPoint *points, *a, *b;
  guint                  n = 0;

  if (is_point (self) || march_drawing_is_open (self->drawing)
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
  changed (self);
}

static gboolean
step (MarchMapView *self, int direction)
{
  gboolean there = FALSE;

  march_drawing_end_move (self->drawing);
  there = march_map_draw_step (self->draw, direction);
  update_bar (self);
  return there;
}

static void
enter (MarchMapView *self)
{
  if (!march_drawing_is_open (self->drawing))
    finish (self);
  else if (march_drawing_close (self->drawing))
    changed (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
with_control (MarchMapView *self, guint key, GdkModifierType state)
{
  if (key != GDK_KEY_z && key != GDK_KEY_Z)
    return FALSE;
  march_map_view_step_drawing (self, (state & GDK_SHIFT_MASK) != 0 ? 1 : -1);
  return TRUE;
}

/** march_map_view_draw_key: Returns: whether the key meant something to the drawing; those that
 * don't mean nothing else on the map meanwhile, but for moving it */
gboolean
march_map_view_draw_key (MarchMapView *self, guint key, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return with_control (self, key, state);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -1, 0, state);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, 1, 0, state);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, 0, -1, state);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 0, 1, state);
      return TRUE;
    case GDK_KEY_space:
      if (waits_for_corner (self))
        {
          move_cross (self, 0, 0);
          append_at (self, self->pointer_x, self->pointer_y);
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
    case GDK_KEY_Escape:
      march_map_view_stop_drawing (self, FALSE);
      return TRUE;
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

/** march_map_view_bind_draw: installs the actions of the bar above the map, and the signal */
void
march_map_view_bind_draw (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.draw-finish", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "map.draw-cancel", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "map.draw-undo", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "map.draw-redo", NULL, draw_action);
  gtk_widget_class_bind_template_callback (widget_class, together_cb);
  g_signal_new ("drawn", MARCH_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_BOOLEAN);
}
