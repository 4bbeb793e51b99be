/* march-map-view-draw.c — the map while an outline is drawn on it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "map/march-map-draw-check.h"

/** march_map_view_is_drawing: Returns: whether an outline is being drawn */
gboolean
march_map_view_is_drawing (MarchMapView *self)
{
  return self->drawing != NULL;
}

/** march_map_view_draw_is_point: Returns: whether it is a point rather than an outline */
gboolean
march_map_view_draw_is_point (MarchMapView *self)
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

/* Whether the ring that is open has come to a border that it can follow. */
static gboolean
is_on_border (MarchMapView *self)
{
  const guint n = march_drawing_count_open (self->drawing);

  return n > 0 && march_drawing_get_follow (self->drawing)
         && march_drawing_count_shared (self->drawing,
                                        march_drawing_get_n_rings (self->drawing, 0) - 1, n - 1)
                > 0;
}

static const char *
get_open_words (MarchMapView *self)
{
  const guint ring = march_drawing_get_n_rings (self->drawing, 0) - 1;
  const guint n = march_drawing_count_open (self->drawing);

  if (is_on_border (self))
    return _("Click another place on the border to follow it up to there, with Shift the longer "
             "way round; or go on elsewhere.");
  if (n >= 3)
    return _("Go on to the next corner. Enter or a double click closes the outline.");
  if (ring == 0)
    return _("Click its corners one after the other, or move the cross with the arrow keys and "
             "press Space. Backspace takes the last one back.");
  return march_drawing_is_hole (self->drawing, ring)
             ? _("Click the corners of the hole one after the other, inside the outline. Escape "
                 "leaves it out.")
             : _("Click the corners of the new part one after the other. Escape leaves it out.");
}

static char *
describe_closed (MarchMapView *self)
{
  g_autofree char *shared = describe_shared (self);
  g_autofree char *ring = march_map_view_describe_ring (self);
  const char      *words = shared;

  if (shared == NULL)
    words = march_map_draw_is_dense (self->draw)
                ? _("Drag a corner to move it. Zoom in to get hold of every corner.")
                : _("Drag a corner to move it, or a dot between two to add one. Delete takes the "
                    "chosen one out, Tab goes to the next.");
  return ring != NULL ? g_strconcat (ring, " ", words, NULL) : g_strdup (words);
}

/* What to do now, or what is wrong. */
static char *
describe (MarchMapView *self)
{
  const guint n = march_drawing_count_corners (self->drawing);

  if (self->defect != NULL)
    return g_strdup (self->defect);
  if (self->draw_note != NULL)
    return g_strdup (self->draw_note);
  if (march_map_view_draw_is_point (self))
    return g_strdup (n == 0 ? _("Click where it lies, or move the cross with the arrow keys and "
                                "press Space.")
                            : _("Drag the point, move it with the arrow keys, or click "
                                "elsewhere."));
  if (march_drawing_is_open (self->drawing))
    return g_strdup (get_open_words (self));
  if (march_map_view_is_leading (self))
    return g_strdup (march_map_view_describe_lead (self));
  return describe_closed (self);
}

static gboolean
may_finish (MarchMapView *self)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (self->drawing);

  return shape != NULL && self->defect == NULL;
}

/** march_map_view_draw_tell: says in the bar above the map what to do now, or what is wrong */
void
march_map_view_draw_tell (MarchMapView *self)
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
  march_map_view_update_rings (self);
}

/** march_map_view_draw_note: @words: what was done, said until the drawing changes again */
void
march_map_view_draw_note (MarchMapView *self, const char *words)
{
  g_free (self->draw_note);
  self->draw_note = g_strdup (words);
  march_map_view_draw_tell (self);
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
  march_map_view_draw_tell (self);
}

/** march_map_view_draw_changed: shows and checks the drawing; to be called whenever it changed */
void
march_map_view_draw_changed (MarchMapView *self)
{
  march_newest_stop (&self->trimming);
  g_clear_pointer (&self->draw_note, g_free);
  march_map_draw_end_lead (self->draw);
  march_map_draw_update (self->draw);
  march_map_view_draw_tell (self);
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
  march_newest_stop (&self->trimming);
  g_clear_pointer (&self->defect, g_free);
  g_clear_pointer (&self->draw_note, g_free);
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

/** march_map_view_draw_finish: ends the drawing, unless something is wrong with it */
void
march_map_view_draw_finish (MarchMapView *self)
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
  march_map_view_draw_changed (self);
}

static void
draw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchMapView *self = MARCH_MAP_VIEW (widget);

  if (self->drawing == NULL)
    return;
  if (g_str_equal (name, "map.draw-finish"))
    march_map_view_draw_finish (self);
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
  march_map_view_draw_changed (self);
}

static void
together_cb (MarchMapView *self)
{
  if (self->drawing == NULL)
    return;
  march_drawing_set_together (self->drawing, gtk_check_button_get_active (self->draw_together));
  march_map_view_draw_tell (self);
}

static void
follow_cb (MarchMapView *self)
{
  if (self->drawing == NULL)
    return;
  march_drawing_set_follow (self->drawing, gtk_check_button_get_active (self->draw_follow));
  march_map_draw_update (self->draw);
  march_map_view_draw_tell (self);
}

/* Points have no borders. */
static void
show_switches (MarchMapView *self)
{
  const gboolean area = !march_map_view_draw_is_point (self);

  gtk_check_button_set_active (self->draw_together, march_drawing_get_together (self->drawing));
  gtk_check_button_set_active (self->draw_follow, march_drawing_get_follow (self->drawing));
  gtk_widget_set_visible (self->draw_borders, area);
  gtk_widget_set_visible (self->draw_parts, area);
}

static void
show_start (MarchMapView *self)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (self->drawing);
  MarchView view;

  if (shape != NULL)
    march_map_view_fit_box (self, march_geometry_get_box (shape));
  if (march_map_layer_get_view (self->layer, &view))
    march_map_tool_show (MARCH_MAP_TOOL (self->draw), &view, &self->style);
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
  show_switches (self);
  show_bar (self, TRUE);
  show_start (self);
  march_map_view_draw_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
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
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  g_signal_new ("drawn", MARCH_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_BOOLEAN);
}
