/* march-pattern-vector.c — bands, stripes, hatches, dots and ticks as shapes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-pattern.h"

#define MAX_LINES 4000 /* of one pattern; a finer one is grey */

/* What is being drawn: a rectangle of a pattern that is anchored on the map. */
typedef struct
{
  cairo_t            *cr;
  const MarchPattern *pattern;
  MarchRect           rect;
  double              anchor_x, anchor_y;
  double              k; /* logical pixels a pattern pixel */
} Sheet;

/* Lines or bands at right angles to a direction. */
typedef struct
{
  double nx, ny;    /* across them */
  double low, high; /* of the rectangle's corners */
} Front;

static void
front_init (Front *front, const Sheet *sheet, double angle)
{
  double radians = angle * G_PI / 180;

  *front = (Front){ sin (radians), cos (radians), G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint corner = 0; corner < 4; corner++)
    {
      double x = (corner & 1 ? sheet->rect.x1 : sheet->rect.x0) - sheet->anchor_x;
      double y = (corner & 2 ? sheet->rect.y1 : sheet->rect.y0) - sheet->anchor_y;
      double at = x * front->nx + y * front->ny;

      front->low = MIN (front->low, at);
      front->high = MAX (front->high, at);
    }
}

/* A point @at across and @along a front's lines. */
static void
front_point (const Sheet *sheet, const Front *front, double at, double along, double *x, double *y)
{
  *x = sheet->anchor_x + at * front->nx - along * front->ny;
  *y = sheet->anchor_y + at * front->ny + along * front->nx;
}

/* How far lines have to go to cross the rectangle. */
static void
front_reach (const Sheet *sheet, const Front *front, double *from, double *to)
{
  *from = G_MAXDOUBLE;
  *to = -G_MAXDOUBLE;
  for (guint corner = 0; corner < 4; corner++)
    {
      double x = (corner & 1 ? sheet->rect.x1 : sheet->rect.x0) - sheet->anchor_x;
      double y = (corner & 2 ? sheet->rect.y1 : sheet->rect.y0) - sheet->anchor_y;
      double along = y * front->nx - x * front->ny;

      *from = MIN (*from, along);
      *to = MAX (*to, along);
    }
}

static double
band_width (const Sheet *sheet)
{
  return (sheet->pattern->stripes ? MARCH_PATTERN_STRIPE : MARCH_PATTERN_BAND) * sheet->k;
}

static void
add_band (const Sheet *sheet, const Front *front, double low, double high, double from, double to)
{
  double x, y;

  front_point (sheet, front, low, from, &x, &y);
  cairo_move_to (sheet->cr, x, y);
  front_point (sheet, front, low, to, &x, &y);
  cairo_line_to (sheet->cr, x, y);
  front_point (sheet, front, high, to, &x, &y);
  cairo_line_to (sheet->cr, x, y);
  front_point (sheet, front, high, from, &x, &y);
  cairo_line_to (sheet->cr, x, y);
  cairo_close_path (sheet->cr);
}

/* The path of those bands whose bit is set. */
static void
add_bands (const Sheet *sheet, guint bands)
{
  double width = band_width (sheet), period = width * sheet->pattern->n_bands, from, to;
  Front  front;

  if (sheet->pattern->n_bands == 1)
    {
      cairo_rectangle (sheet->cr, sheet->rect.x0, sheet->rect.y0, sheet->rect.x1 - sheet->rect.x0,
                       sheet->rect.y1 - sheet->rect.y0);
      return;
    }
  front_init (&front, sheet, sheet->pattern->stripes ? 90 : 45);
  front_reach (sheet, &front, &from, &to);
  if ((front.high - front.low) / period > MAX_LINES)
    return;
  for (double at = floor (front.low / period) * period; at < front.high; at += period)
    for (guint band = 0; band < sheet->pattern->n_bands; band++)
      if (bands & 1u << band)
        add_band (sheet, &front, at + band * width, at + (band + 1) * width, from, to);
}

static void
set_ink (cairo_t *cr, const MarchInk *ink)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
}

static gboolean
same_ink (const MarchInk *a, const MarchInk *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

/* The bands of each colour at once, over the last one's: bands of one colour side by side would let
 * another shine through between them. */
static void
draw_bands (const Sheet *sheet)
{
  const MarchPattern *pattern = sheet->pattern;
  const MarchInk     *ground = &pattern->bands[pattern->n_bands - 1];

  cairo_new_path (sheet->cr);
  cairo_rectangle (sheet->cr, sheet->rect.x0, sheet->rect.y0, sheet->rect.x1 - sheet->rect.x0,
                   sheet->rect.y1 - sheet->rect.y0);
  set_ink (sheet->cr, ground);
  cairo_fill (sheet->cr);
  for (guint band = 0; band + 1 < pattern->n_bands; band++)
    if (!same_ink (&pattern->bands[band], ground))
      {
        add_bands (sheet, 1u << band);
        set_ink (sheet->cr, &pattern->bands[band]);
        cairo_fill (sheet->cr);
      }
}

static void
add_line (const Sheet *sheet, const Front *front, double at, double from, double to)
{
  double x, y;

  front_point (sheet, front, at, from, &x, &y);
  cairo_move_to (sheet->cr, x, y);
  front_point (sheet, front, at, to, &x, &y);
  cairo_line_to (sheet->cr, x, y);
}

static void
draw_lines (const Sheet *sheet, const MarchPatternLayer *layer)
{
  double pitch = layer->pitch * sheet->k, from, to;
  Front  front;

  front_init (&front, sheet, layer->angle);
  front_reach (sheet, &front, &from, &to);
  if ((front.high - front.low) / pitch > MAX_LINES)
    return;
  cairo_new_path (sheet->cr);
  for (double at = floor (front.low / pitch) * pitch; at <= front.high; at += pitch)
    {
      add_line (sheet, &front, at, from, to);
      if (layer->second > 0)
        add_line (sheet, &front, at + layer->second * sheet->k, from, to);
    }
  cairo_set_line_width (sheet->cr, layer->width * sheet->k);
  cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (sheet->cr);
}

static void
add_tick (const Sheet *sheet, double x, double y, double half)
{
  cairo_move_to (sheet->cr, x - half, y - half);
  cairo_line_to (sheet->cr, x + half, y + half);
  cairo_move_to (sheet->cr, x - half, y + half);
  cairo_line_to (sheet->cr, x + half, y - half);
}

/* Dots or ticks, every other row shifted by half. */
static void
draw_grid (const Sheet *sheet, const MarchPatternLayer *layer)
{
  double pitch = layer->pitch * sheet->k, half = layer->width * sheet->k / 2;
  double first = floor ((sheet->rect.y0 - sheet->anchor_y) / pitch) - 1;
  double n_rows = (sheet->rect.y1 - sheet->rect.y0) / pitch + 3;

  if (n_rows > MAX_LINES)
    return;
  cairo_new_path (sheet->cr);
  for (double row = first; row < first + n_rows; row++)
    {
      double y = sheet->anchor_y + (row + 0.5) * pitch;
      double start = sheet->anchor_x + (fmod (row, 2) == 0 ? 0.5 : 0) * pitch;
      double x = start + floor ((sheet->rect.x0 - start) / pitch) * pitch;

      for (; x <= sheet->rect.x1 + pitch; x += pitch)
        if (layer->kind == MARCH_LAYER_DOTS)
          {
            cairo_new_sub_path (sheet->cr);
            cairo_arc (sheet->cr, x, y, half, 0, 2 * G_PI);
          }
        else
          add_tick (sheet, x, y, half * (G_SQRT2 / 2));
    }
  if (layer->kind == MARCH_LAYER_DOTS)
    cairo_fill (sheet->cr);
  else
    {
      cairo_set_line_width (sheet->cr, sheet->k);
      cairo_stroke (sheet->cr);
    }
}

static void
draw_layer (const Sheet *sheet, const MarchPatternLayer *layer)
{
  cairo_save (sheet->cr);
  if (layer->bands != (1u << sheet->pattern->n_bands) - 1)
    {
      cairo_new_path (sheet->cr);
      add_bands (sheet, layer->bands);
      cairo_clip (sheet->cr);
    }
  set_ink (sheet->cr, &layer->ink);
  if (layer->kind == MARCH_LAYER_LINES)
    draw_lines (sheet, layer);
  else
    draw_grid (sheet, layer);
  cairo_restore (sheet->cr);
}

/**
 * march_pattern_draw:
 * @rect: what to cover, in the context's units
 * @anchor_x: where a point that is fixed on the map stands
 * @anchor_y: the same downwards
 * @pixel: units a pattern pixel
 *
 * Draws what march_pattern_render() computes, as shapes.
 */
void
march_pattern_draw (const MarchPattern *pattern,
                    cairo_t            *cr,
                    const MarchRect    *rect,
                    double              anchor_x,
                    double              anchor_y,
                    double              pixel)
{
  Sheet sheet = { cr, pattern, *rect, anchor_x, anchor_y, MAX (pixel, 0.01) };

  draw_bands (&sheet);
  for (guint i = 0; i < pattern->n_layers; i++)
    draw_layer (&sheet, &pattern->layers[i]);
}
