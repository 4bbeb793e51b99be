/* march-pattern.c — bands, stripes, hatches, dots and ticks, computed pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-pattern.h"

#include <math.h>

/* A tiled texture blurs at fractional scales, and cairo strokes clipped to a coast are slow. Here each device pixel gets the coverage of
 * each line from its distance, by a table over one period, so that a row costs an addition and a look-up a pixel. */

#define STEPS 16 /* table entries a device pixel */

/* A periodic function of distance along a direction. */
typedef struct
{
  double nx, ny;
  double period; /* device pixels */
  guint  n;      /* entries in one period */
  double anchor; /* distance at the picture's first pixel */
} Wave;

typedef struct
{
  Wave     wave;
  gboolean plain; /* one band: every phase is alike */
  guint32 *colours;
  guint8  *weights[MARCH_PATTERN_MAX_BANDS];
} Bands;

void
march_pattern_add_layer (MarchPattern *pattern, const MarchLayer *layer)
{
  if (pattern->n_layers < MARCH_PATTERN_MAX_LAYERS && layer->bands != 0)
    pattern->layers[pattern->n_layers++] = *layer;
}

/**
 * march_pattern_hatch:
 *
 * Returns: the hatch of the claimant in a colour slot, over no band yet; slots beyond the five repeat with double lines
 */
MarchLayer
march_pattern_hatch (MarchTheme theme, guint slot)
{
  static const struct
  {
    double angle, pitch, second;
  } hatches[MARCH_N_SLOTS + 1] = { { 135, 9, 0 }, { 135, 7, 0 }, { 0, 7, 0 }, { 90, 8, 0 }, { 30, 12, 3 }, { 60, 9, 0 } };
  const MarchPalette *palette = march_palette_get (theme);
  guint               index = slot == 0 ? 0 : (slot - 1) % MARCH_N_SLOTS + 1;
  MarchLayer          layer = { MARCH_LAYER_LINES, hatches[index].angle, hatches[index].pitch, palette->hatch_width, hatches[index].second, palette->ink[index], 0 };

  layer.ink.alpha = palette->hatch_alpha[index];
  if (slot > MARCH_N_SLOTS)
    {
      layer.pitch += 5;
      layer.second = 3;
    }
  return layer;
}

/**
 * march_pattern_strokes:
 *
 * Returns: what fills land of which only the holder's side says that it holds it
 */
MarchLayer
march_pattern_strokes (MarchTheme theme, guint slot)
{
  return (MarchLayer){ MARCH_LAYER_LINES, 60, 12, 4, 0, march_palette_get_fill (theme, slot), 0 };
}

MarchLayer
march_pattern_dots (MarchTheme theme, guint slot)
{
  return (MarchLayer){ MARCH_LAYER_DOTS, 0, 14, 4.2, 0, march_palette_get_ink (theme, slot), 0 };
}

MarchLayer
march_pattern_ticks (MarchTheme theme)
{
  return (MarchLayer){ MARCH_LAYER_TICKS, 0, 14, 5.5, 0, march_palette_get (theme)->tick, 0 };
}

static guint32
pack (const MarchInk *ink)
{
  return 0xff000000u | (guint32) (ink->red * 255 + 0.5) << 16 | (guint32) (ink->green * 255 + 0.5) << 8 | (guint32) (ink->blue * 255 + 0.5);
}

/* Source over opaque, @coverage 0 … 255. */
static inline guint32
blend (guint32 ground, guint32 ink, guint coverage)
{
  guint32 c = coverage + (coverage >> 7);
  guint32 rb = (((ground & 0xff00ff) * (256 - c) + (ink & 0xff00ff) * c) >> 8) & 0xff00ff;
  guint32 g = (((ground & 0x00ff00) * (256 - c) + (ink & 0x00ff00) * c) >> 8) & 0x00ff00;

  return 0xff000000u | rb | g;
}

static double
positive_fmod (double value, double period)
{
  double rest = fmod (value, period);

  return rest < 0 ? rest + period : rest;
}

/* Directions along an axis are snapped to whole device pixels, so that lines are crisp. */
static void
wave_init (Wave *wave, double angle, double period, double anchor_x, double anchor_y)
{
  double   radians = angle * G_PI / 180;
  gboolean level = fmod (angle, 90) == 0;

  wave->nx = fmod (angle, 180) == 0 ? 0 : sin (radians);
  wave->ny = fmod (angle + 90, 180) == 0 ? 0 : cos (radians);
  wave->period = level ? MAX (round (period), 1) : period;
  wave->n = MAX ((guint) ceil (wave->period * STEPS), 1);
  if (level)
    wave->anchor = -round (anchor_x) * wave->nx - round (anchor_y) * wave->ny;
  else
    wave->anchor = -anchor_x * wave->nx - anchor_y * wave->ny;
}

/* Phase of pixel (0, y) as a table index in 16.16, and the step to the next pixel. */
static guint32
wave_start (const Wave *wave, int y, gint32 *step)
{
  double entries = wave->n / wave->period;
  double phase = positive_fmod (wave->anchor + 0.5 * wave->nx + (y + 0.5) * wave->ny, wave->period) * entries;
  guint32 start = (guint32) (phase * 65536);
  guint32 wrap = wave->n << 16;

  *step = (gint32) llround (wave->nx * entries * 65536);
  return start >= wrap ? start - wrap : start;
}

/* Both are far below 2³¹: a table has at most some 10,000 entries. */
static inline guint32
wave_next (guint32 phase, gint32 step, guint32 wrap)
{
  guint32 next = phase + (guint32) step;

  if (step < 0 && next > phase)
    return next + wrap;
  return next >= wrap ? next - wrap : next;
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

static void
bands_init (Bands *bands, const MarchPattern *pattern, double anchor_x, double anchor_y, double pixel)
{
  double width = (pattern->stripes ? MARCH_PATTERN_STRIPE : MARCH_PATTERN_BAND) * pixel;

  if (pattern->stripes)
    width = MAX (round (width), 1);
  wave_init (&bands->wave, pattern->stripes ? 90 : 45, width * pattern->n_bands, anchor_x, anchor_y);
  bands->plain = pattern->n_bands == 1;
  bands->colours = g_new (guint32, bands->wave.n);
  for (guint b = 0; b < pattern->n_bands; b++)
    bands->weights[b] = g_new (guint8, bands->wave.n);
  for (guint i = 0; i < bands->wave.n; i++)
    {
      double   at = (double) i / bands->wave.n * bands->wave.period;
      MarchInk sum = { 0, 0, 0, 1 };

      for (guint b = 0; b < pattern->n_bands; b++)
        {
          double weight = pattern->n_bands == 1 ? 1 : band_coverage (at, b * width, width, bands->wave.period);

          sum.red += weight * pattern->bands[b].red;
          sum.green += weight * pattern->bands[b].green;
          sum.blue += weight * pattern->bands[b].blue;
          bands->weights[b][i] = (guint8) (weight * 255 + 0.5);
        }
      sum = (MarchInk){ MIN (sum.red, 1), MIN (sum.green, 1), MIN (sum.blue, 1), 1 };
      bands->colours[i] = pack (&sum);
    }
}

static void
bands_clear (Bands *bands, const MarchPattern *pattern)
{
  g_free (bands->colours);
  for (guint b = 0; b < pattern->n_bands; b++)
    g_free (bands->weights[b]);
}

static guint8 *
line_table (const Wave *wave, const MarchLayer *layer, double pixel)
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
        coverage = MAX (coverage, band_coverage (at, offset - width / 2 + layer->second * pixel, width, wave->period));
      if (level)
        coverage = coverage > 0.5 ? 1 : 0;
      table[i] = (guint8) (coverage * layer->ink.alpha * 255 + 0.5);
    }
  return table;
}

/* The share of each phase of the bands that a layer is drawn over. */
static guint8 *
mask_table (const Bands *bands, const MarchPattern *pattern, const MarchLayer *layer)
{
  guint8 *mask = g_new (guint8, bands->wave.n);

  for (guint i = 0; i < bands->wave.n; i++)
    {
      guint sum = 0;

      for (guint b = 0; b < pattern->n_bands; b++)
        sum += layer->bands & 1u << b ? bands->weights[b][i] : 0;
      mask[i] = (guint8) MIN (sum, 255);
    }
  return mask;
}

static void
paint_lines_row (guint32 *row, const guint16 *phases, int width, int y, const Wave *wave, const guint8 *table, const guint8 *mask, guint32 ink)
{
  gint32  step;
  guint32 phase = wave_start (wave, y, &step);
  guint32 wrap = wave->n << 16;

  if (step == 0 && table[phase >> 16] == 0)
    return;
  for (int x = 0; x < width; x++)
    {
      guint coverage = table[phase >> 16];

      if (coverage != 0)
        row[x] = blend (row[x], ink, coverage * mask[phases[x]] / 255);
      phase = wave_next (phase, step, wrap);
    }
}

/* A grid's cell, two of them in a period so that every other row is shifted by half. */
typedef struct
{
  int     size;
  guint8 *coverage; /* size × size */
} Cell;

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
cell_init (Cell *cell, const MarchLayer *layer, double pixel)
{
  double half;

  cell->size = 2 * MAX ((int) round (layer->pitch * pixel / 2), 1);
  cell->coverage = g_new (guint8, (gsize) cell->size * cell->size);
  half = cell->size / 2.0;
  for (int y = 0; y < cell->size; y++)
    for (int x = 0; x < cell->size; x++)
      {
        double dx = x + 0.5 - half, dy = y + 0.5 - half;
        double coverage = layer->kind == MARCH_LAYER_DOTS ? dot_coverage (dx, dy, layer->width * pixel)
                                                          : tick_coverage (dx, dy, layer->width * pixel, pixel);

        cell->coverage[y * cell->size + x] = (guint8) (coverage * layer->ink.alpha * 255 + 0.5);
      }
}

static int
positive_mod (gint64 value, int period)
{
  int rest = (int) (value % period);

  return rest < 0 ? rest + period : rest;
}

static void
paint_cells_row (guint32 *row, const guint16 *phases, int width, int y, const Cell *cell, const guint8 *mask, guint32 ink, gint64 anchor_x, gint64 anchor_y)
{
  int           down = positive_mod (y - anchor_y, 2 * cell->size);
  int           shift = down >= cell->size ? cell->size / 2 : 0;
  int           across = positive_mod (shift - anchor_x, cell->size);
  const guint8 *line = cell->coverage + (gsize) (down % cell->size) * cell->size;

  for (int x = 0; x < width; x++)
    {
      guint coverage = line[across];

      if (coverage != 0)
        row[x] = blend (row[x], ink, coverage * mask[phases[x]] / 255);
      if (++across == cell->size)
        across = 0;
    }
}

static void
paint_bands_row (guint32 *row, guint16 *phases, int width, int y, const Bands *bands)
{
  gint32  step;
  guint32 phase = wave_start (&bands->wave, y, &step);
  guint32 wrap = bands->wave.n << 16;

  if (bands->plain)
    {
      for (int x = 0; x < width; x++)
        row[x] = bands->colours[0];
      return; /* the phases stay 0 */
    }
  for (int x = 0; x < width; x++)
    {
      phases[x] = (guint16) (phase >> 16);
      row[x] = bands->colours[phase >> 16];
      phase = wave_next (phase, step, wrap);
    }
}

typedef struct
{
  const MarchLayer *layer;
  Wave              wave;
  Cell              cell;
  guint8           *table;
  guint8           *mask;
} Layer;

static void
layer_init (Layer *self, const MarchPattern *pattern, const MarchLayer *layer, const Bands *bands, double anchor_x, double anchor_y, double pixel)
{
  self->layer = layer;
  self->mask = mask_table (bands, pattern, layer);
  if (layer->kind != MARCH_LAYER_LINES)
    {
      cell_init (&self->cell, layer, pixel);
      return;
    }
  wave_init (&self->wave, layer->angle, layer->pitch * pixel, anchor_x, anchor_y);
  self->table = line_table (&self->wave, layer, pixel);
}

static void
layer_paint_row (const Layer *self, guint32 *row, const guint16 *phases, int width, int y, double anchor_x, double anchor_y)
{
  guint32 ink = pack (&self->layer->ink);

  if (self->layer->kind == MARCH_LAYER_LINES)
    paint_lines_row (row, phases, width, y, &self->wave, self->table, self->mask, ink);
  else
    paint_cells_row (row, phases, width, y, &self->cell, self->mask, ink, llround (anchor_x), llround (anchor_y));
}

static void
layer_clear (Layer *self)
{
  g_free (self->cell.coverage);
  g_free (self->table);
  g_free (self->mask);
}

/**
 * march_pattern_render:
 * @width: device pixels
 * @height: device pixels
 * @anchor_x: where a point that is fixed on the map stands, in device pixels from the picture's left edge; may be far outside
 * @anchor_y: the same from its top
 * @pixel: device pixels a pattern pixel
 *
 * Returns: (transfer full): an opaque picture of the pattern
 */
cairo_surface_t *
march_pattern_render (const MarchPattern *pattern, int width, int height, double anchor_x, double anchor_y, double pixel)
{
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int                 stride = cairo_image_surface_get_stride (surface);
  guint8             *data = cairo_image_surface_get_data (surface);
  g_autofree guint16 *phases = g_new0 (guint16, MAX (width, 1));
  Layer               layers[MARCH_PATTERN_MAX_LAYERS] = { 0 };
  Bands               bands = { 0 };

  pixel = CLAMP (pixel, 0.25, 16); /* the tables count phases in 16 bits */
  bands_init (&bands, pattern, anchor_x, anchor_y, pixel);
  for (guint i = 0; i < pattern->n_layers; i++)
    layer_init (&layers[i], pattern, &pattern->layers[i], &bands, anchor_x, anchor_y, pixel);
  cairo_surface_flush (surface);
  for (int y = 0; y < height && data != NULL; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      paint_bands_row (row, phases, width, y, &bands);
      for (guint i = 0; i < pattern->n_layers; i++)
        layer_paint_row (&layers[i], row, phases, width, y, anchor_x, anchor_y);
    }
  cairo_surface_mark_dirty (surface);
  for (guint i = 0; i < pattern->n_layers; i++)
    layer_clear (&layers[i]);
  bands_clear (&bands, pattern);
  return surface;
}
