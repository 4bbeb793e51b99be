/* march-weave.c — a pattern made ready for a picture: the tables and long rows of a weave */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-weave-private.h"

#include <math.h>

/* A tiled texture blurs at fractional scales, and cairo strokes clipped to a coast are slow. Here
 * each device pixel gets the coverage of each line from its distance, by a table over one period.
 * Along a diagonal or a vertical, each row is the row above moved by a pixel or by none: such a row
 * is computed once, long enough for all rows. If all that slides slides alike, it is put together
 * once too, and most rows are copies of a piece of it. What a pixel gets depends on where it is in
 * the picture alone, never on where the stretch begins. */

static guint32
pack (const MarchInk *ink)
{
  return 0xff000000u | (guint32) (ink->red * 255 + 0.5) << 16
         | (guint32) (ink->green * 255 + 0.5) << 8 | (guint32) (ink->blue * 255 + 0.5);
}

/* How much of a pixel at @distance from the middle of a line of @width is covered. */
static double
line_coverage (double distance, double width)
{
  return CLAMP (width / 2 + 0.5 - fabs (distance), 0, MIN (width, 1));
}

static double
band_coverage (double at, double from, double width, double period)
{
  double middle = at - (from + width / 2);

  middle -= period * round (middle / period);
  return line_coverage (middle, width);
}

static guint32
mix_bands (const MarchWeave *weave, const MarchPattern *pattern, guint phase)
{
  double   band = weave->wave.period / pattern->n_bands;
  double   at = (double) phase / weave->wave.n * weave->wave.period;
  MarchInk sum = { 0, 0, 0, 1 };

  for (guint b = 0; b < pattern->n_bands; b++)
    {
      double weight = pattern->n_bands == 1
                          ? 1
                          : band_coverage (at, b * band, band, weave->wave.period);

      sum.red += weight * pattern->bands[b].red;
      sum.green += weight * pattern->bands[b].green;
      sum.blue += weight * pattern->bands[b].blue;
      weave->weights[b][phase] = (guint8) (weight * 255 + 0.5);
    }
  sum = (MarchInk){ MIN (sum.red, 1), MIN (sum.green, 1), MIN (sum.blue, 1), 1 };
  return pack (&sum);
}

static void
init_bands (MarchWeave         *weave,
            const MarchPattern *pattern,
            int                 width,
            int                 height,
            double              anchor_x,
            double              anchor_y,
            double              pixel)
{
  double              band = (pattern->stripes ? MARCH_PATTERN_STRIPE : MARCH_PATTERN_BAND) * pixel;
  g_autofree guint32 *colours = NULL;

  if (pattern->stripes)
    band = MAX (round (band), 1);
  march_wave_init (&weave->wave, pattern->stripes ? 90 : 45, band * pattern->n_bands, anchor_x,
                   anchor_y);
  weave->n_bands = pattern->n_bands;
  for (guint b = 0; b < pattern->n_bands; b++)
    weave->weights[b] = g_new (guint8, weave->wave.n);
  colours = g_new (guint32, weave->wave.n);
  for (guint i = 0; i < weave->wave.n; i++)
    colours[i] = mix_bands (weave, pattern, i);
  march_slide_init (&weave->slide, &weave->wave, width, height);
  weave->bands = g_new (guint32, weave->slide.n);
  for (int i = 0; i < weave->slide.n; i++)
    weave->bands[i] = colours[weave->slide.phases[i]];
}

static guint8 *
line_table (const MarchWave *wave, const MarchPatternLayer *layer, double pixel)
{
  guint8  *table = g_new (guint8, wave->n);
  gboolean level = wave->nx == 0 || wave->ny == 0;
  double   width = level ? MAX (round (layer->width * pixel), 1) : layer->width * pixel;
  double   offset = level && (int) width % 2 != 0 ? 0.5 : 0;

  for (guint i = 0; i < wave->n; i++)
    {
      double at = (double) i / wave->n * wave->period;
      double coverage = band_coverage (at, offset - width / 2, width, wave->period);

      if (layer->second > 0)
        coverage = MAX (coverage, band_coverage (at, offset - width / 2 + layer->second * pixel,
                                                 width, wave->period));
      if (level)
        coverage = coverage > 0.5 ? 1 : 0;
      table[i] = (guint8) (coverage * layer->ink.alpha * 255 + 0.5);
    }
  return table;
}

/* The share of each pixel that a layer is drawn over, slid as the bands are. */
static guint8 *
mask_row (const MarchWeave *weave, guint bands)
{
  g_autofree guint8 *mask = g_new (guint8, weave->wave.n);
  guint8            *row;

  if (weave->n_bands == 1)
    return NULL;
  for (guint i = 0; i < weave->wave.n; i++)
    {
      guint sum = 0;

      for (guint b = 0; b < weave->n_bands; b++)
        sum += bands & 1u << b ? weave->weights[b][i] : 0;
      mask[i] = (guint8) MIN (sum, 255);
    }
  row = g_new (guint8, weave->slide.n);
  for (int i = 0; i < weave->slide.n; i++)
    row[i] = mask[weave->slide.phases[i]];
  return row;
}

static double
dot_coverage (double dx, double dy, double width)
{
  return CLAMP (width / 2 + 0.5 - hypot (dx, dy), 0, 1);
}

static double
tick_coverage (double dx, double dy, double size, double pixel)
{
  double along = (dx + dy) * G_SQRT2 / 2, across = (dx - dy) * G_SQRT2 / 2;
  double line = MAX (1.0 * pixel, 1);
  double one = line_coverage (across, line) * CLAMP (size / 2 + 0.5 - fabs (along), 0, 1);
  double other = line_coverage (along, line) * CLAMP (size / 2 + 0.5 - fabs (across), 0, 1);

  return MAX (one, other);
}

static void
cell_init (MarchWeaveCell *cell, const MarchPatternLayer *layer, double pixel)
{
  double half;

  cell->size = 2 * MAX ((int) round (layer->pitch * pixel / 2), 1);
  cell->coverage = g_new (guint8, (gsize) cell->size * cell->size);
  cell->any = g_new0 (gboolean, cell->size);
  half = cell->size / 2.0;
  for (int y = 0; y < cell->size; y++)
    for (int x = 0; x < cell->size; x++)
      {
        double dx = x + 0.5 - half, dy = y + 0.5 - half;
        double coverage = layer->kind == MARCH_LAYER_DOTS
                              ? dot_coverage (dx, dy, layer->width * pixel)
                              : tick_coverage (dx, dy, layer->width * pixel, pixel);

        cell->coverage[y * cell->size + x] = (guint8) (coverage * layer->ink.alpha * 255 + 0.5);
        cell->any[y] = cell->any[y] || cell->coverage[y * cell->size + x] != 0;
      }
}

static void
init_lines (MarchWeaveLayer         *self,
            const MarchPatternLayer *layer,
            int                      width,
            int                      height,
            double                   anchor_x,
            double                   anchor_y,
            double                   pixel)
{
  march_wave_init (&self->wave, layer->angle, layer->pitch * pixel, anchor_x, anchor_y);
  self->table = line_table (&self->wave, layer, pixel);
  if (!march_wave_slides (&self->wave))
    return;
  march_slide_init (&self->slide, &self->wave, width, height);
  self->coverage = g_new (guint8, self->slide.n);
  for (int i = 0; i < self->slide.n; i++)
    self->coverage[i] = self->table[self->slide.phases[i]];
}

/* Whether a layer may be put together with the bands once for all rows. */
static gboolean
slides_along (const MarchWeave *weave, const MarchSlide *slide)
{
  return weave->n_bands == 1 || slide->step == weave->slide.step;
}

/* The bands and the layers that slide, on one long row. */
static void
weave_slides (MarchWeave *weave)
{
  MarchSlide *along = NULL;

  for (guint i = 0; i < weave->n_layers; i++)
    {
      MarchSlide *slide = &weave->layers[i].slide;

      if (weave->layers[i].coverage == NULL)
        continue;
      if (!slides_along (weave, slide) || (along != NULL && slide->step != along->step))
        return;
      along = slide;
    }
  weave->woven_slide = along != NULL ? along : &weave->slide;
  weave->woven = g_new (guint32, weave->woven_slide->n);
  for (int i = 0; i < weave->woven_slide->n; i++)
    weave->woven[i] = weave->bands[weave->n_bands == 1 ? 0 : i];
  for (guint i = 0; i < weave->n_layers; i++)
    if (weave->layers[i].coverage != NULL)
      march_weave_composite (weave->woven, weave->layers[i].coverage, weave->layers[i].mask,
                             weave->woven_slide->n, weave->layers[i].ink);
}

/**
 * march_weave_new:
 * @width: of the picture, in device pixels
 * @height: the same
 * @anchor_x: where a point that is fixed on the map stands, in device pixels from the picture's
 * left edge; may be far outside
 * @anchor_y: the same from its top
 * @pixel: device pixels a pattern pixel
 *
 * Returns: (transfer full): the pattern, ready for march_weave_paint()
 */
MarchWeave *
march_weave_new (const MarchPattern *pattern,
                 int                 width,
                 int                 height,
                 double              anchor_x,
                 double              anchor_y,
                 double              pixel)
{
  MarchWeave *weave = g_new0 (MarchWeave, 1);

  pixel = CLAMP (pixel, 0.25, 16); /* the tables count phases in 16 bits */
  weave->anchor_x = llround (anchor_x);
  weave->anchor_y = llround (anchor_y);
  init_bands (weave, pattern, width, height, anchor_x, anchor_y, pixel);
  for (guint i = 0; i < pattern->n_layers; i++)
    {
      const MarchPatternLayer *layer = &pattern->layers[i];
      MarchWeaveLayer         *self = &weave->layers[weave->n_layers++];

      self->kind = layer->kind;
      self->ink = pack (&layer->ink);
      self->mask = mask_row (weave, layer->bands);
      if (layer->kind == MARCH_LAYER_LINES)
        init_lines (self, layer, width, height, anchor_x, anchor_y, pixel);
      else
        cell_init (&self->cell, layer, pixel);
    }
  weave_slides (weave);
  return weave;
}

void
march_weave_free (MarchWeave *weave)
{
  for (guint i = 0; i < weave->n_layers; i++)
    {
      MarchWeaveLayer *layer = &weave->layers[i];

      g_free (layer->cell.coverage);
      g_free (layer->cell.any);
      g_free (layer->slide.phases);
      g_free (layer->table);
      g_free (layer->coverage);
      g_free (layer->mask);
    }
  for (guint b = 0; b < weave->n_bands; b++)
    g_free (weave->weights[b]);
  g_free (weave->slide.phases);
  g_free (weave->bands);
  g_free (weave->woven);
  g_free (weave);
}
