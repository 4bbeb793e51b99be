/* march-map-draw-paint.c — how an outline that is being drawn looks over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw-private.h"

#include <math.h>

#define CORNER 5.0
#define MIDDLE 3.5
#define CROSS 9.0
#define RIM 2.5
/* Corners nearer than this to the one before don't bend the line. */
#define FINE 0.7

static const MarchInk accent = { 0.11, 0.44, 0.85, 1 };
static const MarchInk wrong = { 0.88, 0.11, 0.14, 1 };

static gboolean
is_open_ring (MarchMapDraw *self, guint outline, guint ring)
{
  return outline == 0 && march_drawing_is_open (self->drawing)
         && ring + 1 == march_drawing_get_n_rings (self->drawing, 0);
}

/* Where the next corner would be. */
static gboolean
get_next (MarchMapDraw *self, double *x, double *y)
{
  if (!march_map_tool_get_pointer (MARCH_MAP_TOOL (self), x, y))
    return FALSE;
  if (self->snapped)
    {
      *x = self->snap_x;
      *y = self->snap_y;
    }
  return TRUE;
}

static void
add_points (MarchMapDraw *self, cairo_t *cr, const MarchDrawnPoint *points, guint n)
{
  const MarchView *view = march_map_tool_get_view (MARCH_MAP_TOOL (self));
  double           x, y, last_x = NAN, last_y = NAN;

  for (guint i = 0; i < n; i++)
    {
      march_view_project (view, points[i].longitude, points[i].latitude, &x, &y);
      if (fabs (x - last_x) < FINE && fabs (y - last_y) < FINE)
        continue;
      cairo_line_to (cr, x, y);
      last_x = x;
      last_y = y;
    }
}

/* From the last corner to where the next would be. */
static void
add_next (MarchMapDraw *self, cairo_t *cr)
{
  double x, y;

  if (self->way != NULL)
    add_points (self, cr, (const MarchDrawnPoint *) (gconstpointer) self->way->data,
                self->way->len);
  if (get_next (self, &x, &y))
    cairo_line_to (cr, x, y);
}

static void
add_ring (MarchMapDraw *self, cairo_t *cr, guint outline, guint ring)
{
  guint n = 0;
  const MarchDrawnPoint *points = march_drawing_get_ring (self->drawing, outline, ring, &n);

  cairo_new_sub_path (cr);
  add_points (self, cr, points, n);
  if (!is_open_ring (self, outline, ring))
    cairo_close_path (cr);
  else if (n > 0)
    add_next (self, cr);
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
  march_map_tool_set_ink (cr, ink, 0.8);
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
  march_map_tool_set_ink (cr, &accent, 0.16);
  cairo_fill_preserve (cr);
  march_map_tool_stroke (cr, palette);
}

static void
stroke_accent (cairo_t *cr)
{
  march_map_tool_set_ink (cr, &accent, 1);
  cairo_set_line_width (cr, RIM);
  cairo_stroke (cr);
}

/* The ring that is chosen among several, and the border that will be followed. */
static void
draw_accents (MarchMapDraw *self, cairo_t *cr)
{
  guint ring = 0, n = 0;
  const MarchDrawnPoint *points = NULL;

  cairo_new_path (cr);
  if (march_drawing_get_n_rings (self->drawing, 0) > 1 && march_map_draw_get_ring (self, &ring))
    add_ring (self, cr, 0, ring);
  stroke_accent (cr);
  if (self->way == NULL)
    return;
  if (self->leading)
    {
      add_points (self, cr, (const MarchDrawnPoint *) (gconstpointer) self->way->data,
                  self->way->len);
      stroke_accent (cr);
      return;
    }
  points = march_drawing_get_ring (self->drawing, 0,
                                   march_drawing_get_n_rings (self->drawing, 0) - 1, &n);
  add_points (self, cr, &points[n - 1], 1);
  add_next (self, cr);
  stroke_accent (cr);
}

static void
draw_handles (MarchMapDraw *self, cairo_t *cr, const MarchPalette *palette)
{
  GArray        *handles = march_map_draw_get_handles (self);
  MarchMapHandle chosen;

  for (guint i = 0; i < handles->len; i++)
    {
      const MarchMapHandle *handle = &g_array_index (handles, MarchMapHandle, i);

      march_map_tool_draw_dot (cr, handle->x, handle->y, handle->middle ? MIDDLE : CORNER,
                               &palette->halo, handle->middle ? &accent : &palette->label);
    }
  if (march_map_draw_get_selected (self, &chosen))
    march_map_tool_draw_dot (cr, chosen.x, chosen.y, CORNER + 2, &accent, &palette->halo);
}

static void
draw_ring_at (cairo_t *cr, double x, double y, double radius, const MarchInk *ink)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  march_map_tool_set_ink (cr, ink, 1);
  cairo_set_line_width (cr, RIM);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr, double x, double y, const MarchPalette *palette)
{
  cairo_move_to (cr, x - CROSS, y);
  cairo_line_to (cr, x + CROSS, y);
  cairo_move_to (cr, x, y - CROSS);
  cairo_line_to (cr, x, y + CROSS);
  march_map_tool_stroke (cr, palette);
}

static void
draw_pointer (MarchMapDraw *self, cairo_t *cr, const MarchPalette *palette)
{
  double x, y;

  if (!march_map_tool_get_pointer (MARCH_MAP_TOOL (self), &x, &y))
    return;
  if (self->snapped)
    draw_ring_at (cr, self->snap_x, self->snap_y, MARCH_MAP_DRAW_REACH - 2, &accent);
  if (march_map_draw_is_waiting (self))
    draw_cross (cr, x, y, palette);
}

static void
draw_defect (MarchMapDraw *self, cairo_t *cr)
{
  double x, y;

  if (isnan (self->defect_longitude))
    return;
  march_view_project (march_map_tool_get_view (MARCH_MAP_TOOL (self)), self->defect_longitude,
                      self->defect_latitude, &x, &y);
  draw_ring_at (cr, x, y, MARCH_MAP_DRAW_REACH + 3, &wrong);
}

/** march_map_draw_paint: the outline, its neighbours that moved along, and what can be done to it
 */
void
march_map_draw_paint (MarchMapTool *tool, cairo_t *cr, const MarchPalette *palette)
{
  MarchMapDraw *self = MARCH_MAP_DRAW (tool);

  draw_neighbours (self, cr, &palette->label);
  if (march_drawing_get_kind (self->drawing) == MARCH_GEOMETRY_POLYGON)
    {
      draw_area (self, cr, palette);
      draw_accents (self, cr);
    }
  draw_handles (self, cr, palette);
  draw_pointer (self, cr, palette);
  draw_defect (self, cr);
}
