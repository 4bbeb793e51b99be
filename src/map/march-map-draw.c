/* march-map-draw.c — an outline that is being drawn, over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw.h"

#include <math.h>

#include "map/march-map-draw-handles.h"

#define CORNER 5.0
#define MIDDLE 3.5
#define LINE 2.0
#define HALO 5.0
#define CROSS 9.0
/* How far from a handle it is taken hold of, and from a corner the pointer snaps to it. */
#define REACH 11.0
#define SNAP 9.0
/* Corners nearer than this to the one before don't bend the line. */
#define FINE 0.7

static const MarchInk accent = { 0.11, 0.44, 0.85, 1 };
static const MarchInk wrong = { 0.88, 0.11, 0.14, 1 };

struct _MarchMapDraw
{
  GtkWidget parent;

  MarchDrawing  *drawing; /* borrowed; NULL: nothing is drawn */
  MarchView      view;
  MarchTheme     theme;
  GArray        *handles; /* of MarchMapHandle; NULL: to be listed */
  gboolean       dense;
  gboolean       selected;
  guint          ring, corner; /* of what is selected */
  gboolean       pointed;      /* whether the next corner would be there: */
  double         x, y;
  gboolean       snapped;      /* to a corner there: */
  double         snap_x, snap_y;
  double         defect_longitude, defect_latitude; /* NAN: none */
};

G_DEFINE_FINAL_TYPE (MarchMapDraw, march_map_draw, GTK_TYPE_WIDGET)

static void
set_ink (cairo_t *cr, const MarchInk *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, alpha);
}

static void
add_ring (MarchMapDraw *self, cairo_t *cr, guint outline, guint ring)
{
  guint  n = 0;
  double x, y, last_x = NAN, last_y = NAN;
  const MarchDrawnPoint *points = march_drawing_get_ring (self->drawing, outline, ring, &n);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    {
      march_view_project (&self->view, points[i].longitude, points[i].latitude, &x, &y);
      if (fabs (x - last_x) < FINE && fabs (y - last_y) < FINE)
        continue;
      cairo_line_to (cr, x, y);
      last_x = x;
      last_y = y;
    }
  if (outline == 0 && march_drawing_is_open (self->drawing) && self->pointed && n > 0)
    cairo_line_to (cr, self->snapped ? self->snap_x : self->x,
                   self->snapped ? self->snap_y : self->y);
  if (outline > 0 || !march_drawing_is_open (self->drawing))
    cairo_close_path (cr);
}

static void
add_outline (MarchMapDraw *self, cairo_t *cr, guint outline)
{
  cairo_new_path (cr);
  for (guint i = 0; i < march_drawing_get_n_rings (self->drawing, outline); i++)
    add_ring (self, cr, outline, i);
}

static void
draw_neighbours (MarchMapDraw *self, cairo_t *cr, const MarchInk *ink)
{
  const double dashes[] = { 5, 3 };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  set_ink (cr, ink, 0.8);
  for (guint i = 1; i < march_drawing_get_n_outlines (self->drawing); i++)
    if (march_drawing_is_changed (self->drawing, i))
      {
        add_outline (self, cr, i);
        cairo_stroke (cr);
      }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_area (MarchMapDraw *self, cairo_t *cr, const MarchPalette *palette)
{
  add_outline (self, cr, 0);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_ink (cr, &accent, 0.16);
  cairo_fill_preserve (cr);
  set_ink (cr, &palette->halo, 0.9);
  cairo_set_line_width (cr, HALO);
  cairo_stroke_preserve (cr);
  set_ink (cr, &palette->label, 1);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t        *cr,
          double          x,
          double          y,
          double          radius,
          const MarchInk *fill,
          const MarchInk *line)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  set_ink (cr, fill, 1);
  cairo_fill_preserve (cr);
  set_ink (cr, line, 1);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

static GArray *
get_handles (MarchMapDraw *self)
{
  if (self->handles == NULL)
    self->handles = march_map_draw_list_handles (self->drawing, &self->view, &self->dense);
  return self->handles;
}

static void
draw_handles (MarchMapDraw *self, cairo_t *cr, const MarchPalette *palette)
{
  GArray        *handles = get_handles (self);
  MarchMapHandle chosen;

  for (guint i = 0; i < handles->len; i++)
    {
      const MarchMapHandle *handle = &g_array_index (handles, MarchMapHandle, i);

      draw_dot (cr, handle->x, handle->y, handle->middle ? MIDDLE : CORNER, &palette->halo,
                handle->middle ? &accent : &palette->label);
    }
  if (march_map_draw_get_selected (self, &chosen))
    draw_dot (cr, chosen.x, chosen.y, CORNER + 2, &accent, &palette->halo);
}

static void
draw_ring_at (cairo_t *cr, double x, double y, double radius, const MarchInk *ink)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  set_ink (cr, ink, 1);
  cairo_set_line_width (cr, LINE + 0.5);
  cairo_stroke (cr);
}

static void
draw_cross (MarchMapDraw *self, cairo_t *cr, const MarchPalette *palette)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, self->x - CROSS, self->y);
      cairo_line_to (cr, self->x + CROSS, self->y);
      cairo_move_to (cr, self->x, self->y - CROSS);
      cairo_line_to (cr, self->x, self->y + CROSS);
      set_ink (cr, i == 0 ? &palette->halo : &palette->label, 1);
      cairo_set_line_width (cr, i == 0 ? HALO : LINE);
      cairo_stroke (cr);
    }
}

static gboolean
is_waiting (MarchMapDraw *self)
{
  return march_drawing_is_open (self->drawing)
         || (march_drawing_get_kind (self->drawing) == MARCH_GEOMETRY_POINT
             && march_drawing_count_corners (self->drawing) == 0);
}

static void
draw (MarchMapDraw *self, cairo_t *cr)
{
  const MarchPalette *palette = march_palette_get (self->theme);
  double              x, y;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_neighbours (self, cr, &palette->label);
  if (march_drawing_get_kind (self->drawing) == MARCH_GEOMETRY_POLYGON)
    draw_area (self, cr, palette);
  draw_handles (self, cr, palette);
  if (self->pointed && self->snapped)
    draw_ring_at (cr, self->snap_x, self->snap_y, REACH - 2, &accent);
  if (self->pointed && is_waiting (self))
    draw_cross (self, cr, palette);
  if (!isnan (self->defect_longitude))
    {
      march_view_project (&self->view, self->defect_longitude, self->defect_latitude, &x, &y);
      draw_ring_at (cr, x, y, REACH + 3, &wrong);
    }
}

static void
march_map_draw_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchMapDraw *self = MARCH_MAP_DRAW (widget);
  cairo_t      *cr;

  if (self->drawing == NULL || self->view.width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  draw (self, cr);
  cairo_destroy (cr);
}

static void
march_map_draw_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_MAP_DRAW (object)->handles, g_array_unref);
  G_OBJECT_CLASS (march_map_draw_parent_class)->finalize (object);
}

static void
march_map_draw_class_init (MarchMapDrawClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_draw_finalize;
  widget_class->snapshot = march_map_draw_snapshot;
  /* What it shows is said in words in the bar above. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "march-map-draw");
}

static void
march_map_draw_init (MarchMapDraw *self)
{
  self->defect_longitude = self->defect_latitude = NAN;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/** march_map_draw_set_drawing: @drawing: (nullable): borrowed until there is another; NULL: nothing
 * is drawn */
void
march_map_draw_set_drawing (MarchMapDraw *self, MarchDrawing *drawing)
{
  g_return_if_fail (MARCH_IS_MAP_DRAW (self));
  self->drawing = drawing;
  self->selected = self->pointed = self->snapped = FALSE;
  self->defect_longitude = NAN;
  march_map_draw_update (self);
}

/** march_map_draw_update: to be called when the drawing has changed */
void
march_map_draw_update (MarchMapDraw *self)
{
  MarchMapHandle chosen;

  g_clear_pointer (&self->handles, g_array_unref);
  if (self->drawing == NULL || !march_map_draw_get_selected (self, &chosen))
    self->selected = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_show: draws where @view has it, in the inks of @style */
void
march_map_draw_show (MarchMapDraw *self, const MarchView *view, const MarchStyle *style)
{
  g_return_if_fail (MARCH_IS_MAP_DRAW (self));
  self->view = *view;
  self->theme = style->theme;
  if (self->drawing != NULL)
    march_map_draw_update (self);
}

/** march_map_draw_locate: @longitude: (out), @latitude: (out): what is at that point of the map, or
 * the corner of a neighbour that is near. Returns: whether it is such a corner */
gboolean
march_map_draw_locate (MarchMapDraw *self,
                       double        x,
                       double        y,
                       double       *longitude,
                       double       *latitude)
{
  march_view_unproject (&self->view, x, y, longitude, latitude);
  return march_drawing_snap (self->drawing, SNAP * 360 / march_view_world (&self->view), longitude,
                             latitude);
}

/** march_map_draw_point_to: shows where the next corner would be, in logical pixels */
void
march_map_draw_point_to (MarchMapDraw *self, double x, double y)
{
  double longitude, latitude;

  g_return_if_fail (MARCH_IS_MAP_DRAW (self) && self->drawing != NULL);
  self->pointed = TRUE;
  self->x = x;
  self->y = y;
  self->snapped = is_waiting (self) && march_map_draw_locate (self, x, y, &longitude, &latitude);
  if (self->snapped)
    march_view_project (&self->view, longitude, latitude, &self->snap_x, &self->snap_y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_point_nowhere: the pointer has left the map */
void
march_map_draw_point_nowhere (MarchMapDraw *self)
{
  self->pointed = self->snapped = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_pick: @handle: (out): the nearest within reach; corners before middles. Returns:
 * whether there is one */
gboolean
march_map_draw_pick (MarchMapDraw *self, double x, double y, MarchMapHandle *handle)
{
  GArray  *handles = get_handles (self);
  gboolean found = march_map_draw_get_selected (self, handle);
  double   nearest = REACH;

  if (found && hypot (handle->x - x, handle->y - y) <= REACH)
    return TRUE;
  found = FALSE;
  for (guint i = 0; i < handles->len; i++)
    {
      const MarchMapHandle *one = &g_array_index (handles, MarchMapHandle, i);
      const double          away = hypot (one->x - x, one->y - y) + (one->middle ? 2 : 0);

      if (away >= nearest)
        continue;
      nearest = away;
      *handle = *one;
      found = TRUE;
    }
  return found;
}

/** march_map_draw_select: the corner that keys move */
void
march_map_draw_select (MarchMapDraw *self, guint ring, guint corner)
{
  self->selected = TRUE;
  self->ring = ring;
  self->corner = corner;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_select_none: keys move no corner */
void
march_map_draw_select_none (MarchMapDraw *self)
{
  self->selected = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_get_selected: @handle: (out): where it stands. Returns: whether a corner is
 * selected that is still there */
gboolean
march_map_draw_get_selected (MarchMapDraw *self, MarchMapHandle *handle)
{
  const MarchDrawnPoint *points;
  guint                  n = 0;

  if (!self->selected || self->ring >= march_drawing_get_n_rings (self->drawing, 0))
    return FALSE;
  points = march_drawing_get_ring (self->drawing, 0, self->ring, &n);
  if (self->corner >= n)
    return FALSE;
  *handle = (MarchMapHandle){ .ring = self->ring, .corner = self->corner };
  march_view_project (&self->view, points[self->corner].longitude, points[self->corner].latitude,
                      &handle->x, &handle->y);
  return TRUE;
}

static gboolean
is_beyond (MarchMapDraw *self, const MarchMapHandle *handle, int direction)
{
  if (handle->ring != self->ring)
    return (handle->ring > self->ring) == (direction > 0);
  return direction > 0 ? handle->corner > self->corner : handle->corner < self->corner;
}

/** march_map_draw_step: @direction: 1 selects the next corner with a handle in view, -1 the one
 * before. Returns: FALSE beyond the last: then none is selected */
gboolean
march_map_draw_step (MarchMapDraw *self, int direction)
{
  GArray *handles = get_handles (self);

  for (guint k = 0; k < handles->len; k++)
    {
      const guint           i = direction > 0 ? k : handles->len - 1 - k;
      const MarchMapHandle *handle = &g_array_index (handles, MarchMapHandle, i);

      if (handle->middle || (self->selected && !is_beyond (self, handle, direction)))
        continue;
      march_map_draw_select (self, handle->ring, handle->corner);
      return TRUE;
    }
  march_map_draw_select_none (self);
  return FALSE;
}

/** march_map_draw_is_dense: Returns: whether corners in view have no handle, as they stand too
 * close */
gboolean
march_map_draw_is_dense (MarchMapDraw *self)
{
  get_handles (self);
  return self->dense;
}

/** march_map_draw_mark_defect: @longitude: where the outline is wrong; NAN: nowhere */
void
march_map_draw_mark_defect (MarchMapDraw *self, double longitude, double latitude)
{
  self->defect_longitude = longitude;
  self->defect_latitude = latitude;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
