/* march-pattern.c — bands, stripes, hatches, dots and ticks, computed pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-pattern.h"

#include <math.h>

/* A tiled texture blurs at fractional scales, and cairo strokes clipped to a coast are slow. Here
 * each device pixel gets the coverage of each line from its distance, by a table over one period.
 * Along a diagonal or a vertical, each row is the row above moved by a pixel or by none, so that it
 * is computed once. */

#define STEPS 16 /* table entries a device pixel */

/* A periodic function of distance along a direction. */
typedef struct
{
  double nx, ny;
  double period; /* device pixels */
  guint  n;      /* entries in one period */
  double anchor; /* distance at the picture's first pixel */
} Wave;

/* A row long enough that every row of the picture is a piece of it. */
typedef struct
{
  int      n;
  int      origin; /* where the piece of row 0 begins */
  int      step;   /* how much further that of the next row does */
  guint16 *phases;
} Slide;

typedef struct
{
  Wave     wave;
  Slide    slide;
  guint32 *row;    /* as the slide's */
  guint32 *colours;
  guint8  *weights[MARCH_PATTERN_MAX_BANDS];
} Bands;

void
march_pattern_add_layer (MarchPattern *pattern, const MarchPatternLayer *layer)
{
  if (pattern->n_layers < MARCH_PATTERN_MAX_LAYERS && layer->bands != 0)
    pattern->layers[pattern->n_layers++] = *layer;
}

/**
 * march_pattern_hatch:
 *
 * Returns: the hatch of the claimant in a colour slot, over no band yet; slots beyond the five
 * repeat with double lines
 */
MarchPatternLayer
march_pattern_hatch (MarchTheme theme, guint slot)
{
  static const struct
  {
    double angle, pitch, second;
  } hatches[MARCH_N_SLOTS + 1] = { { 135, 9, 0 }, { 135, 7, 0 }, { 0, 7, 0 },
                                   { 90, 8, 0 },  { 30, 12, 3 }, { 60, 9, 0 } };
  const MarchPalette *palette = march_palette_get (theme);
  guint               index = slot == 0 ? 0 : (slot - 1) % MARCH_N_SLOTS + 1;
  MarchPatternLayer          layer = { MARCH_LAYER_LINES,
                                hatches[index].angle,
                                hatches[index].pitch,
                                palette->hatch_width,
                                hatches[index].second,
                                palette->ink[index],
                                0 };

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
MarchPatternLayer
march_pattern_strokes (MarchTheme theme, guint slot)
{
  return (MarchPatternLayer){
    MARCH_LAYER_LINES, 60, 12, 4, 0, march_palette_get_fill (theme, slot), 0
  };
}

MarchPatternLayer
march_pattern_dots (MarchTheme theme, guint slot)
{
  return (MarchPatternLayer){
    MARCH_LAYER_DOTS, 0, 14, 4.2, 0, march_palette_get_ink (theme, slot), 0
  };
}

MarchPatternLayer
march_pattern_ticks (MarchTheme theme)
{
  return (MarchPatternLayer){
    MARCH_LAYER_TICKS, 0, 14, 5.5, 0, march_palette_get (theme)->tick, 0
  };
}

static guint32
pack (const MarchInk *ink)
{
  return 0xff000000u | (guint32) (ink->red * 255 + 0.5) << 16
         | (guint32) (ink->green * 255 + 0.5) << 8 | (guint32) (ink->blue * 255 + 0.5);
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
  double phase = positive_fmod (wave->anchor + 0.5 * wave->nx + (y + 0.5) * wave->ny, wave->period)
                 * entries;
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

static gboolean
wave_slides (const Wave *wave)
{
  return wave->ny == 0 || fabs (fabs (wave->nx) - fabs (wave->ny)) < 1e-9;
}

static void
slide_init (Slide *slide, const Wave *wave, int width, int height)
{
  guint32 wrap = wave->n << 16, phase;
  gint32  step;

  slide->step = wave->ny == 0 ? 0 : wave->nx * wave->ny > 0 ? 1 : -1;
  slide->n = width + (slide->step != 0 ? height : 0);
  slide->origin = slide->step < 0 ? height : 0;
  slide->phases = g_new (guint16, slide->n);
  /* Row r begins with pixel 0 of it: a falling wave's long row begins with that of the last one. */
  phase = wave_start (wave, slide->origin, &step);
  for (int i = 0; i < slide->n; i++)
    {
      slide->phases[i] = (guint16) (phase >> 16);
      phase = wave_next (phase, step, wrap);
    }
}

static int
slide_at (const Slide *slide, int y)
{
  return slide->origin + slide->step * y;
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
bands_init (Bands              *bands,
            const MarchPattern *pattern,
            int                 width,
            int                 height,
            double              anchor_x,
            double              anchor_y,
            double              pixel)
{
  double band = (pattern->stripes ? MARCH_PATTERN_STRIPE : MARCH_PATTERN_BAND) * pixel;

  if (pattern->stripes)
    band = MAX (round (band), 1);
  wave_init (&bands->wave, pattern->stripes ? 90 : 45, band * pattern->n_bands, anchor_x, anchor_y);
  bands->colours = g_new (guint32, bands->wave.n);
  for (guint b = 0; b < pattern->n_bands; b++)
    bands->weights[b] = g_new (guint8, bands->wave.n);
  for (guint i = 0; i < bands->wave.n; i++)
    {
      double   at = (double) i / bands->wave.n * bands->wave.period;
      MarchInk sum = { 0, 0, 0, 1 };

      for (guint b = 0; b < pattern->n_bands; b++)
        {
          double weight = pattern->n_bands == 1
                              ? 1
                              : band_coverage (at, b * band, band, bands->wave.period);

          sum.red += weight * pattern->bands[b].red;
          sum.green += weight * pattern->bands[b].green;
          sum.blue += weight * pattern->bands[b].blue;
          bands->weights[b][i] = (guint8) (weight * 255 + 0.5);
        }
      sum = (MarchInk){ MIN (sum.red, 1), MIN (sum.green, 1), MIN (sum.blue, 1), 1 };
      bands->colours[i] = pack (&sum);
    }
  slide_init (&bands->slide, &bands->wave, width, height);
  bands->row = g_new (guint32, bands->slide.n);
  for (int i = 0; i < bands->slide.n; i++)
    bands->row[i] = bands->colours[bands->slide.phases[i]];
}

static void
bands_clear (Bands *bands, const MarchPattern *pattern)
{
  g_free (bands->colours);
  g_free (bands->row);
  g_free (bands->slide.phases);
  for (guint b = 0; b < pattern->n_bands; b++)
    g_free (bands->weights[b]);
}

static guint8 *
line_table (const Wave *wave, const MarchPatternLayer *layer, double pixel)
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
mask_row (const Bands *bands, const MarchPattern *pattern, const MarchPatternLayer *layer)
{
  g_autofree guint8 *mask = g_new (guint8, bands->wave.n);
  guint8            *row = g_new (guint8, bands->slide.n);

  for (guint i = 0; i < bands->wave.n; i++)
    {
      guint sum = 0;

      for (guint b = 0; b < pattern->n_bands; b++)
        sum += layer->bands & 1u << b ? bands->weights[b][i] : 0;
      mask[i] = (guint8) MIN (sum, 255);
    }
  for (int i = 0; i < bands->slide.n; i++)
    row[i] = mask[bands->slide.phases[i]];
  return row;
}

static gboolean
is_clear (const guint8 *coverage)
{
  guint64 eight;

  memcpy (&eight, coverage, sizeof eight);
  return eight == 0;
}

static void
composite_row (guint32 *row, const guint8 *coverage, const guint8 *mask, int width, guint32 ink)
{
  for (int x = 0; x < width; x++)
    {
      if (x + 8 <= width && is_clear (coverage + x))
        {
          x += 7;
          continue;
        }
      if (coverage[x] != 0 && mask[x] != 0)
        row[x] = blend (row[x], ink, mask[x] == 255 ? coverage[x] : coverage[x] * mask[x] / 255u);
    }
}

/* One row of lines that don't slide; FALSE if it has none. */
static gboolean
cover_lines_row (guint8 *coverage, int width, int y, const Wave *wave, const guint8 *table)
{
  gint32  step;
  guint32 phase = wave_start (wave, y, &step);
  guint32 wrap = wave->n << 16;

  if (step == 0)
    {
      memset (coverage, table[phase >> 16], width);
      return table[phase >> 16] != 0;
    }
  for (int x = 0; x < width; x++)
    {
      coverage[x] = table[phase >> 16];
      phase = wave_next (phase, step, wrap);
    }
  return TRUE;
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
cell_init (Cell *cell, const MarchPatternLayer *layer, double pixel)
{
  double half;

  cell->size = 2 * MAX ((int) round (layer->pitch * pixel / 2), 1);
  cell->coverage = g_new (guint8, (gsize) cell->size * cell->size);
  half = cell->size / 2.0;
  for (int y = 0; y < cell->size; y++)
    for (int x = 0; x < cell->size; x++)
      {
        double dx = x + 0.5 - half, dy = y + 0.5 - half;
        double coverage = layer->kind == MARCH_LAYER_DOTS
                              ? dot_coverage (dx, dy, layer->width * pixel)
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

static gboolean
cover_cells_row (guint8     *coverage,
                 int         width,
                 int         y,
                 const Cell *cell,
                 gint64      anchor_x,
                 gint64      anchor_y)
{
  int           down = positive_mod (y - anchor_y, 2 * cell->size);
  int           shift = down >= cell->size ? cell->size / 2 : 0;
  int           across = positive_mod (shift - anchor_x, cell->size);
  const guint8 *line = cell->coverage + (gsize) (down % cell->size) * cell->size;
  gboolean      any = FALSE;

  for (int i = 0; i < cell->size; i++)
    any = any || line[i] != 0;
  for (int x = 0; any && x < width; x++)
    {
      coverage[x] = line[across];
      if (++across == cell->size)
        across = 0;
    }
  return any;
}

typedef struct
{
  const MarchPatternLayer *layer;
  Wave              wave;
  Slide             slide;
  Cell              cell;
  guint8           *table;
  guint8           *coverage; /* a long row if it slides, else room for one row */
  guint8           *mask;
  gboolean          slides;
} Layer;

static void
layer_init_lines (Layer *self,
                  int    width,
                  int    height,
                  double anchor_x,
                  double anchor_y,
                  double pixel)
{
  wave_init (&self->wave, self->layer->angle, self->layer->pitch * pixel, anchor_x, anchor_y);
  self->table = line_table (&self->wave, self->layer, pixel);
  self->slides = wave_slides (&self->wave);
  if (!self->slides)
    return;
  slide_init (&self->slide, &self->wave, width, height);
  self->coverage = g_new (guint8, self->slide.n);
  for (int i = 0; i < self->slide.n; i++)
    self->coverage[i] = self->table[self->slide.phases[i]];
}

static void
layer_init (Layer              *self,
            const MarchPattern *pattern,
            const MarchPatternLayer   *layer,
            const Bands        *bands,
            int                 width,
            int                 height,
            double              anchor_x,
            double              anchor_y,
            double              pixel)
{
  self->layer = layer;
  self->mask = mask_row (bands, pattern, layer);
  if (layer->kind == MARCH_LAYER_LINES)
    layer_init_lines (self, width, height, anchor_x, anchor_y, pixel);
  else
    cell_init (&self->cell, layer, pixel);
  if (!self->slides)
    self->coverage = g_new0 (guint8, MAX (width, 1));
}

static void
layer_paint_row (const Layer *self,
                 guint32     *row,
                 const Bands *bands,
                 int          width,
                 int          y,
                 double       anchor_x,
                 double       anchor_y)
{
  guint32       ink = pack (&self->layer->ink);
  const guint8 *mask = self->mask + slide_at (&bands->slide, y);
  gboolean      any = TRUE;

  if (self->slides)
    {
      composite_row (row, self->coverage + slide_at (&self->slide, y), mask, width, ink);
      return;
    }
  if (self->layer->kind == MARCH_LAYER_LINES)
    any = cover_lines_row (self->coverage, width, y, &self->wave, self->table);
  else
    any = cover_cells_row (self->coverage, width, y, &self->cell, llround (anchor_x),
                           llround (anchor_y));
  if (any)
    composite_row (row, self->coverage, mask, width, ink);
}

static void
layer_clear (Layer *self)
{
  g_free (self->cell.coverage);
  g_free (self->slide.phases);
  g_free (self->coverage);
  g_free (self->table);
  g_free (self->mask);
}

/**
 * march_pattern_render:
 * @width: device pixels
 * @height: device pixels
 * @anchor_x: where a point that is fixed on the map stands, in device pixels from the picture's
 * left edge; may be far outside
 * @anchor_y: the same from its top
 * @pixel: device pixels a pattern pixel
 *
 * Returns: (transfer full): an opaque picture of the pattern
 */
cairo_surface_t *
march_pattern_render (const MarchPattern *pattern,
                      int                 width,
                      int                 height,
                      double              anchor_x,
                      double              anchor_y,
                      double              pixel)
{
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int                 stride = cairo_image_surface_get_stride (surface);
  guint8             *data = cairo_image_surface_get_data (surface);
  Layer               layers[MARCH_PATTERN_MAX_LAYERS] = { 0 };
  Bands               bands = { 0 };

  pixel = CLAMP (pixel, 0.25, 16); /* the tables count phases in 16 bits */
  if (data == NULL)
    return surface;
  bands_init (&bands, pattern, width, height, anchor_x, anchor_y, pixel);
  for (guint i = 0; i < pattern->n_layers; i++)
    layer_init (&layers[i], pattern, &pattern->layers[i], &bands, width, height, anchor_x, anchor_y,
                pixel);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      memcpy (row, bands.row + slide_at (&bands.slide, y), (gsize) width * sizeof (guint32));
      for (guint i = 0; i < pattern->n_layers; i++)
        layer_paint_row (&layers[i], row, &bands, width, y, anchor_x, anchor_y);
    }
  cairo_surface_mark_dirty (surface);
  for (guint i = 0; i < pattern->n_layers; i++)
    layer_clear (&layers[i]);
  bands_clear (&bands, pattern);
  return surface;
}
