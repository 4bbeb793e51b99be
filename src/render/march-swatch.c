/* march-swatch.c — samples of the map's symbols, by the map's own code */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-compared.h"
#include "render/march-point-marks.h"
#include "render/march-scene.h"
#include "render/march-vector.h"

#define RADIUS 4.0
#define SAMPLE_K 0.72 /* patterns in a sample are finer, so that a period fits */

typedef struct
{
  cairo_t                *cr;
  const MarchLegendEntry *entry;
  const MarchStyle       *style;
  const MarchPalette     *palette;
  double                  width, height, scale;
} Sample;

static void
frame_path (const Sample *sample, double inset)
{
  double radius = MAX (RADIUS - inset, 0.5), x1 = sample->width - inset,
         y1 = sample->height - inset;

  cairo_new_path (sample->cr);
  cairo_arc (sample->cr, x1 - radius, inset + radius, radius, -G_PI / 2, 0);
  cairo_arc (sample->cr, x1 - radius, y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (sample->cr, inset + radius, y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (sample->cr, inset + radius, inset + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (sample->cr);
}

static void
frame (const Sample *sample)
{
  frame_path (sample, 0.5);
  march_ink_set_alpha (sample->cr, &sample->palette->label, 0.35);
  cairo_set_line_width (sample->cr, 1);
  cairo_stroke (sample->cr);
}

static void
fill (const Sample *sample, const MarchInk *ink)
{
  frame_path (sample, 0.5);
  march_ink_set (sample->cr, ink);
  cairo_fill (sample->cr);
}

static void
draw_pattern (const Sample *sample, const MarchPattern *pattern)
{
  cairo_save (sample->cr);
  frame_path (sample, 0.5);
  cairo_clip (sample->cr);
  march_pattern_draw (pattern, sample->cr, &(MarchRect){ 0, 0, sample->width, sample->height }, 0,
                      0, sample->style->pattern_scale * SAMPLE_K);
  cairo_restore (sample->cr);
}

static void
fill_look (const Sample *sample, const MarchLook *look)
{
  MarchStyle       style = *sample->style;
  MarchPattern     pattern;
  cairo_surface_t *surface;

  style.draft = FALSE;
  style.hatches = TRUE;
  march_look_get_pattern (look, &style, &pattern);
  if (march_vector_is_target (sample->cr))
    {
      draw_pattern (sample, &pattern);
      return;
    }
  surface = march_pattern_render (&pattern, (int) ceil (sample->width * sample->scale),
                                  (int) ceil (sample->height * sample->scale), 0, 0,
                                  sample->style->pattern_scale * SAMPLE_K * sample->scale);
  cairo_surface_set_device_scale (surface, sample->scale, sample->scale);
  frame_path (sample, 0.5);
  cairo_set_source_surface (sample->cr, surface, 0, 0);
  cairo_fill (sample->cr);
  cairo_surface_destroy (surface);
}

/* What the symbol alone draws of the actor. */
static void
sample_symbol (const MarchLegendEntry *entry, MarchLook *look)
{
  guint n_rest = 0;

  look->bands[look->n_bands++] = (MarchBand){
    entry->symbol == MARCH_SYMBOL_SAYS_HOLDS ? MARCH_BAND_STROKES : MARCH_BAND_FILL, entry->actor
  };
  if (entry->symbol == MARCH_SYMBOL_FOOTHOLD)
    n_rest = 3;
  else if (entry->symbol == MARCH_SYMBOL_PARTLY || entry->symbol == MARCH_SYMBOL_NOT_WHOLE
           || entry->symbol == MARCH_SYMBOL_CONTESTED)
    n_rest = 1;
  for (guint i = 0; i < n_rest; i++)
    look->bands[look->n_bands++] = (MarchBand){ MARCH_BAND_SILENT, NULL };
  look->stripes = entry->symbol == MARCH_SYMBOL_CONTESTED;
}

static void
sample_look (const MarchLegendEntry *entry, MarchLook *look)
{
  *look = (MarchLook){ .drawn = TRUE, .disputed = TRUE };
  if (entry->n_bands == 0)
    {
      sample_symbol (entry, look);
      return;
    }
  memcpy (look->bands, entry->bands, sizeof look->bands);
  look->n_bands = entry->n_bands;
  look->stripes = entry->stripes;
}

static void
dashed_frame (const Sample *sample, const MarchInk *ink, double width, double on, double off)
{
  double dashes[] = { on, off };

  frame_path (sample, 3.5);
  march_ink_set (sample->cr, &sample->palette->halo);
  cairo_set_line_width (sample->cr, width + 1.6);
  cairo_stroke_preserve (sample->cr);
  cairo_set_dash (sample->cr, dashes, 2, 0);
  if (on == 0)
    cairo_set_line_cap (sample->cr, CAIRO_LINE_CAP_ROUND);
  march_ink_set (sample->cr, ink);
  cairo_set_line_width (sample->cr, width);
  cairo_stroke (sample->cr);
  cairo_set_dash (sample->cr, NULL, 0, 0);
  cairo_set_line_cap (sample->cr, CAIRO_LINE_CAP_BUTT);
}

static MarchInk
actor_ink (const Sample *sample)
{
  return march_palette_get_ink (sample->style->theme,
                                sample->entry->actor != NULL ? sample->entry->actor->palette : 0);
}

static void
paint_land_symbol (const Sample *sample, MarchBandKind kind, gboolean hatch, gboolean dots)
{
  MarchLook look = { .drawn = TRUE,
                     .n_bands = 1,
                     .bands = { { kind, NULL } } };

  if (hatch)
    look.hatches[look.n_hatches++] = (MarchHatch){ sample->entry->actor, 1 };
  if (dots)
    look.dots[look.n_dots++] = sample->entry->actor;
  fill_look (sample, &look);
}

static void
paint_symbol (const Sample *sample)
{
  MarchInk  ink = actor_ink (sample);
  MarchLook look;

  switch (sample->entry->symbol)
    {
    case MARCH_SYMBOL_UNDISPUTED:
      paint_land_symbol (sample, MARCH_BAND_PLAIN, FALSE, FALSE);
      break;
    case MARCH_SYMBOL_SILENT:
      paint_land_symbol (sample, MARCH_BAND_SILENT, FALSE, FALSE);
      break;
    case MARCH_SYMBOL_OWNS:
      paint_land_symbol (sample, MARCH_BAND_PLAIN, TRUE, FALSE);
      break;
    case MARCH_SYMBOL_ASPIRATION:
      paint_land_symbol (sample, MARCH_BAND_PLAIN, FALSE, TRUE);
      break;
    default:
      sample_look (sample->entry, &look);
      fill_look (sample, &look);
      break;
    }
  frame (sample);
  if (sample->entry->symbol == MARCH_SYMBOL_NOT_STATED)
    dashed_frame (sample, &ink, 1.5, 7, 4);
  else if (sample->entry->symbol == MARCH_SYMBOL_SAYS_HOLDS)
    dashed_frame (sample, &ink, 1.2, 4, 3);
  if (sample->entry->concluded)
    dashed_frame (sample, &sample->palette->label, 1.25, 2.6, 2.6);
}

static void
line (const Sample *sample, const MarchInk *ink, double width, const double *dashes)
{
  cairo_t *cr = sample->cr;

  cairo_set_line_width (cr, width + 2);
  march_ink_set (cr, &sample->palette->halo);
  cairo_move_to (cr, 0, sample->height / 2);
  cairo_line_to (cr, sample->width, sample->height / 2);
  cairo_stroke_preserve (cr);
  if (dashes != NULL)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, width);
  march_ink_set (cr, ink);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_claimed_border (const Sample *sample)
{
  const double dashes[] = { 7, 4 };
  MarchInk     ink = actor_ink (sample);

  line (sample, &ink, 2.1, dashes);
}

static void
paint_selected (const Sample *sample)
{
  fill (sample, &sample->palette->undisputed);
  frame_path (sample, 2.2);
  march_ink_set (sample->cr, &sample->palette->label);
  cairo_set_line_width (sample->cr, 3.4);
  cairo_stroke (sample->cr);
}

static void
paint_edge (const Sample *sample)
{
  MarchInk ink = actor_ink (sample);

  fill (sample, &sample->palette->undisputed);
  frame (sample);
  if (sample->entry->kind == MARCH_SWATCH_CONCLUDED)
    dashed_frame (sample, &sample->palette->label, 1.25, 2.6, 2.6);
  else
    dashed_frame (sample, &ink, 2.2, 0, 5);
}

static void
paint_ring (const Sample *sample)
{
  double reach = 17 * sample->style->pattern_scale;

  march_ring_paint (sample->cr, sample->style, sample->entry->actor->palette,
                    sample->entry->certainty == MARCH_CERTAINTY_POSSIBLE, sample->width / 2,
                    sample->height / 2, MIN (sample->width, sample->height) / 2 / reach * 1.1);
}

static void
paint_site (const Sample *sample)
{
  MarchPlace site = { .kind = MARCH_PLACE_SITE };
  MarchLook  look = { 0 };

  march_mark_paint (sample->cr, sample->style, &site, &look, sample->width / 2,
                    sample->height / 2);
}

/* The ring of a settlement that is held. */
static void
paint_held_ring (const Sample *sample)
{
  MarchPlace settlement = { .kind = MARCH_PLACE_SETTLEMENT };
  MarchLook  look;

  sample_look (sample->entry, &look);
  if (sample->entry->symbol == MARCH_SYMBOL_SILENT)
    look.bands[0] = (MarchBand){ MARCH_BAND_SILENT, NULL };
  march_mark_paint (sample->cr, sample->style, &settlement, &look, sample->width / 2,
                    sample->height / 2);
}

static void
paint_badge (const Sample *sample)
{
  double middle = sample->width / 2, half = sample->height / 2;

  fill (sample, &sample->palette->halo);
  frame (sample);
  march_ink_set (sample->cr, &sample->palette->label);
  march_value_sign_paint (sample->cr, sample->entry->value_kind, middle, half, half * 0.6);
}

static void
paint_evidence (const Sample *sample)
{
  gboolean thin = sample->entry->kind == MARCH_SWATCH_THIN;
  double   radius = sample->height / 2 - 2.5;
  cairo_t *cr = sample->cr;

  cairo_new_path (cr);
  cairo_arc (cr, sample->width - 3 - radius, sample->height / 2, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, 3 + radius, sample->height / 2, radius, G_PI / 2, 1.5 * G_PI);
  cairo_close_path (cr);
  march_ink_set_alpha (cr, &sample->palette->halo, 0.96);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &sample->palette->label);
  cairo_set_line_width (cr, thin ? 1.2 : 2);
  march_badge_outline (cr, thin, 1);
}

static void
paint_unquoted (const Sample *sample)
{
  fill (sample, &sample->palette->undisputed);
  frame_path (sample, 1);
  march_ink_set_alpha (sample->cr, &sample->palette->label, 0.6);
  cairo_set_line_width (sample->cr, 1.2);
  cairo_stroke (sample->cr);
}

/* One point, and beside it some. */
static void
paint_points (const Sample *sample)
{
  const MarchLegendEntry *entry = sample->entry;
  const MarchPointSide side = { entry->actor, entry->symbol == MARCH_SYMBOL_SAYS_HOLDS };
  const MarchView view = { .width = sample->width, .height = sample->height,
                           .scale = sample->scale };
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (MarchPointMark));

  for (guint i = 0; i < 2; i++)
    {
      const MarchPointMark mark = {
        .spot = { sample->width * (i == 0 ? 0.3 : 0.7), sample->height / 2 },
        .n_points = i == 0 ? 1 : 10, .n_sides = 1, .sides = { side },
      };

      g_array_append_val (marks, mark);
    }
  march_point_marks_paint (sample->cr, &view, sample->style, marks);
}

/**
 * march_swatch_paint:
 * @entry: what to show
 * @width: logical pixels
 * @height: logical pixels
 * @scale: device pixels per logical pixel
 *
 * Draws a sample with its top left corner at the origin, for legends, chips and the page that
 * explains a colour.
 */
void
march_swatch_paint (cairo_t                *cr,
                    const MarchLegendEntry *entry,
                    double                  width,
                    double                  height,
                    double                  scale,
                    const MarchStyle       *style)
{
  Sample sample = { cr, entry, style, march_palette_get (style->theme), width, height, scale };

  cairo_save (cr);
  switch (entry->kind)
    {
    case MARCH_SWATCH_SYMBOL:
      if (entry->ring)
        paint_held_ring (&sample);
      else
        paint_symbol (&sample);
      break;
    case MARCH_SWATCH_ASPIRATION_RING:
      paint_ring (&sample);
      break;
    case MARCH_SWATCH_RECOGNISED_BORDER:
      line (&sample, &sample.palette->border, 1.9, NULL);
      break;
    case MARCH_SWATCH_CLAIMED_BORDER:
      paint_claimed_border (&sample);
      break;
    case MARCH_SWATCH_CONCLUDED:
    case MARCH_SWATCH_POSSIBLE:
      paint_edge (&sample);
      break;
    case MARCH_SWATCH_SELECTED:
      paint_selected (&sample);
      break;
    case MARCH_SWATCH_DISAGREE:
      march_diamond_paint (cr, style, width / 2, height / 2, MIN (width, height) * 0.66, scale);
      break;
    case MARCH_SWATCH_WATER:
      fill (&sample, &sample.palette->sea);
      frame (&sample);
      break;
    case MARCH_SWATCH_OUTSIDE:
      fill (&sample, &sample.palette->outside);
      frame (&sample);
      break;
    case MARCH_SWATCH_GAINED:
    case MARCH_SWATCH_LOST:
    case MARCH_SWATCH_SAID:
      march_compared_paint_sample (cr, style, entry->actor->palette, entry->kind, width, height);
      break;
    case MARCH_SWATCH_VALUE:
      paint_badge (&sample);
      break;
    case MARCH_SWATCH_EVIDENCE:
    case MARCH_SWATCH_THIN:
      paint_evidence (&sample);
      break;
    case MARCH_SWATCH_UNQUOTED:
      paint_unquoted (&sample);
      break;
    case MARCH_SWATCH_SITE:
      paint_site (&sample);
      break;
    case MARCH_SWATCH_POINT:
      paint_points (&sample);
      break;
    }
  cairo_restore (cr);
}
