/* march-marks.c — settlements, sites, rings of a voiced claim, diamonds of disagreement */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

#define MARGIN 3 /* pattern pixels beyond its reach that a mark may change, its halo included */
#define RING 13.5
#define RING_WIDTH 7
#define RING_STEP 0.55 /* how much larger each further ring is */
#define ENLARGED 1.45  /* a settlement that is held */
#define DOTS_CERTAIN 14
#define DOTS_POSSIBLE 9

/**
 * march_mark_radius:
 *
 * Returns: in pattern pixels
 */
double
march_mark_radius (const MarchPlace *place)
{
  if (place->kind == MARCH_PLACE_SITE)
    return 6;
  return place->capital == 1 ? 5.6 : 3.7;
}

static gboolean
is_enlarged (const MarchPlace *place, const MarchLook *look)
{
  return look->n_bands > 0 && look->bands[0].actor != NULL && place->kind != MARCH_PLACE_SITE
         && place->capital != 1;
}

/**
 * march_mark_reach:
 *
 * Returns: how far all that is drawn of a settlement or site reaches from its middle, in pattern
 * pixels
 */
double
march_mark_reach (const MarchPlace *place, const MarchLook *look)
{
  double mark = march_mark_radius (place) * (is_enlarged (place, look) ? ENLARGED : 1) + 1.7;

  if (look->n_dots == 0)
    return mark;
  return MAX (mark, (RING + RING_WIDTH / 2) * (1 + RING_STEP * (look->n_dots - 1)));
}

static void
circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
fill_strokes (cairo_t *cr, double x, double y, double radius)
{
  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, radius / 2.5);
  for (double offset = -radius; offset <= 2 * radius; offset += radius)
    {
      cairo_move_to (cr, x + offset - radius, y + 1.73 * radius);
      cairo_line_to (cr, x + offset + radius, y - 1.73 * radius);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* One of @n equal sectors, clockwise from the top; strokes where only the holder's side says so. */
static void
fill_sector (cairo_t          *cr,
             const MarchStyle *style,
             const MarchBand  *band,
             double            x,
             double            y,
             double            radius,
             guint             index,
             guint             n)
{
  double   from = 2 * G_PI * index / n - G_PI / 2;
  MarchInk fill = march_palette_get_fill (style->theme, band->actor->palette);

  march_ink_set (cr, &fill);
  cairo_new_path (cr);
  if (n > 2)
    cairo_move_to (cr, x, y);
  cairo_arc (cr, x, y, radius, from, from + 2 * G_PI / n);
  cairo_close_path (cr);
  if (band->kind == MARCH_BAND_FILL)
    cairo_fill (cr);
  else
    fill_strokes (cr, x, y, radius);
}

static gboolean
is_told_before (const MarchLook *look, guint index)
{
  for (guint i = 0; i < index; i++)
    if (look->bands[i].actor == look->bands[index].actor)
      return TRUE;
  return FALSE;
}

/* Each holder, and the rest that nobody is said to hold, has an equal share of the ring: no line is
 * known. */
static void
fill_by_holder (cairo_t          *cr,
                const MarchStyle *style,
                const MarchLook  *look,
                double            x,
                double            y,
                double            radius)
{
  guint n = 0, index = 0;

  for (guint i = 0; i < look->n_bands; i++)
    n += !is_told_before (look, i);
  for (guint i = 0; i < look->n_bands; i++)
    if (!is_told_before (look, i))
      {
        if (look->bands[i].actor != NULL)
          fill_sector (cr, style, &look->bands[i], x, y, radius, index, n);
        index++;
      }
}

static MarchInk
paper (const MarchStyle *style)
{
  MarchInk ink = march_palette_get (style->theme)->halo;

  ink.alpha = 1;
  return ink;
}

/* A plain square inside a site's ring: what kind of site it is, its name says. */
static void
paint_site (cairo_t *cr, const MarchInk *ink, double x, double y, double k)
{
  cairo_rectangle (cr, x - 2.2 * k, y - 2.2 * k, 4.4 * k, 4.4 * k);
  march_ink_set (cr, ink);
  cairo_fill (cr);
}

/* Where nobody's control is on record: one of the cross-ticks that an area has. */
static void
paint_silence (cairo_t *cr, const MarchStyle *style, double x, double y)
{
  double   arm = 1.5 * style->pattern_scale;
  MarchInk ink = march_palette_get (style->theme)->tick;

  cairo_new_path (cr);
  cairo_move_to (cr, x - arm, y - arm);
  cairo_line_to (cr, x + arm, y + arm);
  cairo_move_to (cr, x - arm, y + arm);
  cairo_line_to (cr, x + arm, y - arm);
  march_ink_set_alpha (cr, &ink, 1);
  cairo_set_line_width (cr, style->pattern_scale);
  cairo_stroke (cr);
}

/**
 * march_mark_paint:
 * @look: its holder's symbol fills the ring
 *
 * Draws a settlement or a site at a point in logical pixels.
 */
void
march_mark_paint (cairo_t          *cr,
                  const MarchStyle *style,
                  const MarchPlace *place,
                  const MarchLook  *look,
                  double            x,
                  double            y)
{
  double   k = style->pattern_scale;
  double   radius = march_mark_radius (place) * k;
  MarchInk ink = march_palette_get (style->theme)->label, ground = paper (style);

  if (is_enlarged (place, look))
    radius *= ENLARGED;
  circle (cr, x, y, radius + 1.7 * k);
  march_ink_set_alpha (cr, &ground, 0.85);
  cairo_fill (cr);
  circle (cr, x, y, radius);
  march_ink_set (cr, &ground);
  cairo_fill (cr);
  fill_by_holder (cr, style, look, x, y, radius);
  circle (cr, x, y, radius);
  march_ink_set (cr, &ink);
  cairo_set_line_width (cr, 1.6 * k);
  cairo_stroke (cr);
  if (place->kind == MARCH_PLACE_SITE)
    paint_site (cr, &ink, x, y, k);
  else if (place->capital == 1)
    {
      circle (cr, x, y, 2.3 * k);
      cairo_fill (cr);
    }
  else if (look->n_bands == 1 && look->bands[0].kind == MARCH_BAND_SILENT)
    paint_silence (cr, style, x, y);
}

/**
 * march_ring_paint:
 * @slot: the claimant's colour slot
 * @possible: whether it is only possible on the day: fewer, smaller dots
 * @factor: on its size, 1 on a map
 *
 * Draws the ring of dots of a claim that an official voiced.
 */
void
march_ring_paint (cairo_t          *cr,
                  const MarchStyle *style,
                  guint             slot,
                  gboolean          possible,
                  double            x,
                  double            y,
                  double            factor)
{
  double   k = style->pattern_scale * factor;
  guint    n = possible ? DOTS_POSSIBLE : DOTS_CERTAIN;
  double   dot = (possible ? 1.75 : 2.35) * k;
  MarchInk ink = march_palette_get_ink (style->theme, slot), ground = paper (style);

  circle (cr, x, y, RING * k);
  march_ink_set_alpha (cr, &ground, 0.88);
  cairo_set_line_width (cr, RING_WIDTH * k);
  cairo_stroke (cr);
  march_ink_set (cr, &ink);
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n - G_PI / 2;

      circle (cr, x + RING * k * cos (angle), y + RING * k * sin (angle), dot);
      cairo_fill (cr);
    }
}

static void
diamond_path (cairo_t *cr, double x, double y, double side, double radius)
{
  double half = side / 2;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, G_PI / 4);
  cairo_new_path (cr);
  cairo_arc (cr, half - radius, -half + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, half - radius, half - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, -half + radius, half - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, -half + radius, -half + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
}

/**
 * march_diamond_paint:
 * @side: logical pixels
 *
 * Draws the badge of sources that disagree. Its sign is drawn, not written, because fonts compose
 * it badly.
 */
void
march_diamond_paint (cairo_t          *cr,
                     const MarchStyle *style,
                     double            x,
                     double            y,
                     double            side,
                     double            scale)
{
  const MarchPalette *palette = march_palette_get (style->theme);
  double              unit = side / 15;

  diamond_path (cr, x, y, side, 3 * unit);
  march_ink_set (cr, &palette->badge);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &palette->badge_ink);
  cairo_set_line_width (cr, 1.4 * unit);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.5 * unit);
  cairo_move_to (cr, x - 4 * unit, y - 1.8 * unit);
  cairo_line_to (cr, x + 4 * unit, y - 1.8 * unit);
  cairo_move_to (cr, x - 4 * unit, y + 1.8 * unit);
  cairo_line_to (cr, x + 4 * unit, y + 1.8 * unit);
  cairo_move_to (cr, x - 2 * unit, y + 4.6 * unit);
  cairo_line_to (cr, x + 2 * unit, y - 4.6 * unit);
  cairo_stroke (cr);
}

/**
 * march_scene_has_mark_in:
 * @rect: of the view, in logical pixels
 *
 * Returns: whether any settlement or site may be seen there
 */
gboolean
march_scene_has_mark_in (const MarchScene *scene, const MarchRect *rect)
{
  for (guint i = 0; i < scene->marks->len && !scene->style->draft; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);
      const double          reach = mark->reach + MARGIN * scene->k;

      if (mark->spot.x + reach >= rect->x0 && mark->spot.x - reach <= rect->x1
          && mark->spot.y + reach >= rect->y0 && mark->spot.y - reach <= rect->y1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_part (const MarchScene *scene, const MarchSceneMark *mark)
{
  const double    reach = (mark->reach + MARGIN * scene->k) / scene->plot.world;
  const MarchSpot at = { scene->plot.view.x + mark->spot.x / scene->plot.world,
                         scene->plot.view.y + mark->spot.y / scene->plot.world };

  return march_plot_meets_part (&scene->plot, &(MarchRect){ at.x - reach, at.y - reach,
                                                            at.x + reach, at.y + reach });
}

/**
 * march_scene_paint_marks:
 *
 * Draws the settlements and sites of a scene, the least important first.
 */
void
march_scene_paint_marks (MarchScene *scene)
{
  for (guint i = scene->marks->len; i-- > 0;)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (!march_scene_sees_mark (scene, mark) || !is_in_part (scene, mark))
        continue;
      for (guint j = 0; j < mark->look.n_dots; j++)
        march_ring_paint (scene->plot.cr, scene->style, mark->look.dots[j]->palette,
                          mark->look.dots_possible, mark->spot.x, mark->spot.y, 1 + RING_STEP * j);
      march_mark_paint (scene->plot.cr, scene->style, mark->place, &mark->look, mark->spot.x,
                        mark->spot.y);
    }
}
