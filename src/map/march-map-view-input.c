/* march-map-view-input.c — the pointer on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-lens.h"
#include "map/march-map-view-private.h"

#include <math.h>

/* A press that ends farther away than this was a drag. */
#define CLICK_REACH 6

/* The margins that it has now are part of what it asks for. */
static void
measure_hover (MarchMapView *self, double *width, double *height)
{
  GtkWidget *hover = GTK_WIDGET (self->hover);
  int        wide, high;

  gtk_widget_measure (hover, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_measure (hover, GTK_ORIENTATION_VERTICAL, -1, NULL, &high, NULL, NULL);
  *width = wide - gtk_widget_get_margin_start (hover);
  *height = high - gtk_widget_get_margin_top (hover);
}

static MarchRect
hover_box_at (MarchMapView *self, double x, double y, gboolean left, gboolean above)
{
  const double within_x = gtk_widget_get_width (GTK_WIDGET (self)) - 8;
  const double within_y = gtk_widget_get_height (GTK_WIDGET (self)) - 8;
  double       width, height;

  measure_hover (self, &width, &height);
  x = CLAMP (left ? x - 14 - width : x + 14, 4, MAX (within_x - width, 4));
  y = CLAMP (above ? y - 8 - height : y + 22, 4, MAX (within_y - height, 4));
  return (MarchRect){ x, y, x + width, y + height };
}

/** march_map_view_move_hover: puts the label above the pointer and right of it; elsewhere around it
 * rather than over the selected place's name */
void
march_map_view_move_hover (MarchMapView *self, double x, double y)
{
  const MarchRect boxes[] = {
    hover_box_at (self, x, y, FALSE, TRUE),
    hover_box_at (self, x, y, FALSE, FALSE),
    hover_box_at (self, x, y, TRUE, TRUE),
    hover_box_at (self, x, y, TRUE, FALSE),
  };
  MarchRect name;
  guint     best = 0;

  if (march_map_layer_get_selected_name (self->layer, &name))
    while (best < G_N_ELEMENTS (boxes) && march_rect_meets (&boxes[best], &name))
      best++;
  best %= G_N_ELEMENTS (boxes);
  gtk_widget_set_margin_start (GTK_WIDGET (self->hover), (int) boxes[best].x0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->hover), (int) boxes[best].y0);
}

/* The selected place's name is on the map already; and who measures with the pointer asks for no
 * names. */
static gboolean
needs_hover (MarchMapView *self, const MarchPlace *place)
{
  MarchRect name;

  return place != NULL && self->drawing == NULL
         && (self->focused != 0 || !march_map_view_is_measuring (self))
         && (place->id != self->style.selected || self->style.lens >= MARCH_PAINT_VALUE
             || !march_map_layer_get_selected_name (self->layer, &name));
}

static void
name_hovered (MarchMapView *self, const MarchPlace *place)
{
  const char      *name = march_place_get_name (place, march_session_get_language (self->session));
  g_autofree char *lens = march_map_lens_describe (self->session, place);
  g_autofree char *text = lens != NULL ? g_strdup_printf ("%s\n%s", name, lens) : g_strdup (name);

  gtk_label_set_text (self->hover, text);
}

/**
 * march_map_view_set_hovered:
 * @place: (nullable): what to outline and name
 */
void
march_map_view_set_hovered (MarchMapView *self, const MarchPlace *place)
{
  const gint64 id = place != NULL ? place->id : 0;

  if (place != NULL)
    name_hovered (self, place);
  gtk_widget_set_visible (GTK_WIDGET (self->hover), needs_hover (self, place));
  if (id == self->style.hovered)
    return;
  self->style.hovered = id;
  march_map_view_update_picture (self);
}

/** march_map_view_hide_hover: takes the label at the pointer away while the map moves below it */
void
march_map_view_hide_hover (MarchMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->hover), FALSE);
}

/** march_map_view_update_hover: looks again what is below the pointer, or has the keyboard's focus,
 * and names it, after the picture has changed */
void
march_map_view_update_hover (MarchMapView *self)
{
  const MarchPlace *place = march_map_view_get_focused (self);
  MarchView         view;

  if (self->drawing != NULL)
    return;
  if (self->pointed && self->focused == 0)
    {
      place = march_map_view_pick (self, self->pointer_x, self->pointer_y);
      march_map_view_set_hovered (self, place);
      march_map_view_name_point (self, place, self->pointer_x, self->pointer_y);
      march_map_view_move_hover (self, self->pointer_x, self->pointer_y);
    }
  else if (place != NULL && march_map_layer_get_view (self->layer, &view))
    {
      double longitude, latitude, x, y;

      march_geometry_get_label_point (place->geometry, &longitude, &latitude);
      march_view_project (&view, longitude, latitude, &x, &y);
      march_map_view_set_hovered (self, place);
      march_map_view_move_hover (self, x, y);
    }
}

static gboolean
has_shift (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

static void
motion_cb (MarchMapView *self, double x, double y)
{
  const MarchPlace *place = NULL;

  /* GTK tells of a motion too when something moved below a resting pointer: the keyboard keeps its
   * place then. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointed = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drawing != NULL)
    {
      march_map_draw_set_longer (self->draw, has_shift (self->motion));
      march_map_tool_point_to (MARCH_MAP_TOOL (self->draw), x, y);
      return;
    }
  if (march_map_view_is_measuring (self))
    march_map_tool_point_to (MARCH_MAP_TOOL (self->measure), x, y);
  place = march_map_view_pick (self, x, y);
  self->focused = 0;
  march_map_view_set_hovered (self, place);
  march_map_view_name_point (self, place, x, y);
  march_map_view_move_hover (self, x, y);
}

/* A map that opens below a resting pointer is entered without a motion. */
static void
enter_cb (MarchMapView *self, double x, double y)
{
  if (self->focused == 0)
    {
      motion_cb (self, x, y);
      return;
    }
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
leave_cb (MarchMapView *self)
{
  self->pointed = FALSE;
  if (self->drawing != NULL)
    march_map_tool_point_nowhere (MARCH_MAP_TOOL (self->draw));
  if (self->focused == 0)
    march_map_view_set_hovered (self, NULL);
}

static void
pressed_cb (MarchMapView *self, int n_press, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (MarchMapView *self, int n_press, double x, double y)
{
  march_map_draw_set_longer (self->draw, has_shift (self->click));
  if (hypot (x - self->press_x, y - self->press_y) <= CLICK_REACH)
    march_map_view_click (self, x, y, n_press);
}

static void
clear_cb (MarchMapView *self)
{
  march_session_select (self->session, NULL);
}

/** march_map_view_bind_input: names this file's handlers to the template */
void
march_map_view_bind_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

/* A badge may stand beside the place of which it tells, over another one. */
static const MarchPlace *
pick_badge (MarchMapView *self, MarchSnapshot *snapshot, const MarchView *view, double x, double y)
{
  if (self->style.lens < MARCH_PAINT_VALUE)
    return NULL;
  if (self->badges == NULL)
    self->badges = march_painter_list_labels (self->painter, snapshot, view, &self->style);
  for (guint i = 0; i < self->badges->len; i++)
    {
      const MarchPlacedLabel *label = self->badges->pdata[i];

      if (label->badge && x >= label->x && y >= label->y && x <= label->x + label->width
          && y <= label->y + label->height)
        return label->place;
    }
  return NULL;
}

/** march_map_view_forget_badges: to be called when the map shows another picture or moves */
void
march_map_view_forget_badges (MarchMapView *self)
{
  g_clear_pointer (&self->badges, g_ptr_array_unref);
}

/**
 * march_map_view_pick:
 *
 * Returns: (nullable): the place at that point of the map, in logical pixels
 */
const MarchPlace *
march_map_view_pick (MarchMapView *self, double x, double y)
{
  MarchSnapshot *snapshot = self->session != NULL ? march_session_get_snapshot (self->session)
                                                  : NULL;
  const MarchPlace *place = NULL;
  MarchView         view;

  g_return_val_if_fail (MARCH_IS_MAP_VIEW (self), NULL);
  if (snapshot == NULL || self->painter == NULL
      || march_painter_get_corpus (self->painter) != march_snapshot_get_corpus (snapshot)
      || !march_map_layer_get_view (self->layer, &view))
    return NULL;
  place = pick_badge (self, snapshot, &view, x, y);
  return place != NULL ? place
                       : march_painter_pick (self->painter, snapshot, &view, &self->style, x, y);
}

/**
 * march_map_view_click:
 * @n_press: 1 tells of the imported point there, or selects the place, where both are marks the
 * nearer one and then the other; 2 fits it too; while something is measured a click adds a point
 */
void
march_map_view_click (MarchMapView *self, double x, double y, int n_press)
{
  const MarchPlace *place = march_map_view_pick (self, x, y);

  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  if (self->drawing != NULL)
    {
      march_map_view_draw_at (self, x, y, n_press);
      return;
    }
  if (march_map_view_is_measuring (self))
    {
      if (n_press == 1)
        march_map_view_measure_at (self, x, y);
      return;
    }
  if (march_map_view_show_point (self, place, x, y, n_press))
    return;
  march_session_select (self->session, place);
  if (n_press == 2 && place != NULL)
    march_session_fit (self->session, place);
}
