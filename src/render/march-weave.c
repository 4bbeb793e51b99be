/* march-weave.c — a pattern made ready for a picture: any stretch of any row, pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-weave.h"

#include <math.h>

/* A tiled texture blurs at fractional scales, and cairo strokes clipped to a coast are slow. Here
 * each device pixel gets the coverage of each line from its distance, by a table over one period.
 * Along a diagonal or a vertical, each row is the row above moved by a pixel or by none: such a row
 * is computed once, long enough for all rows. If all that slides slides alike, it is put together
 * once too, and most rows are copies of a piece of it. What a pixel gets depends on where it is in
 * the picture alone, never on where the stretch begins. */

#define STEPS 16 /* table entries a device pixel */
#define CHUNK 256 /* pixels that are put together at once */

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

/* A grid's cell, two of them in a period so that every other row is shifted by half. */
typedef struct
{
  int       size;
  guint8   *coverage; /* size × size */
  gboolean *any;    /* of each of its rows: whether it covers anything */
} Cell;

typedef struct
{
  MarchLayerKind kind;
  guint32        ink;
  Wave           wave;     /* of lines */
  Slide          slide;    /* of lines that slide */
  Cell           cell;     /* of dots and ticks */
  guint8        *table;    /* of lines: the coverage at each phase */
  guint8        *coverage; /* of lines that slide: of each pixel of the long row; else NULL */
  guint8        *mask;     /* along the bands' row: how much of a pixel it may cover; NULL: all */
} Layer;

struct _MarchWeave
{
  Wave     wave;  /* of the bands */
  Slide    slide;
  guint32 *bands; /* their long row */
  guint8  *weights[MARCH_PATTERN_MAX_BANDS];
  guint    n_bands;
  Layer    layers[MARCH_PATTERN_MAX_LAYERS];
  guint    n_layers;
  guint32 *woven; /* a long row of bands and all that slides; NULL if not all slides alike */
  Slide   *woven_slide;
  gint64   anchor_x, anchor_y; /* of cells */
};

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
  wave_init (&weave->wave, pattern->stripes ? 90 : 45, band * pattern->n_bands, anchor_x, anchor_y);
  weave->n_bands = pattern->n_bands;
  for (guint b = 0; b < pattern->n_bands; b++)
    weave->weights[b] = g_new (guint8, weave->wave.n);
  colours = g_new (guint32, weave->wave.n);
  for (guint i = 0; i < weave->wave.n; i++)
    colours[i] = mix_bands (weave, pattern, i);
  slide_init (&weave->slide, &weave->wave, width, height);
  weave->bands = g_new (guint32, weave->slide.n);
  for (int i = 0; i < weave->slide.n; i++)
    weave->bands[i] = colours[weave->slide.phases[i]];
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

static gboolean
is_clear (const guint8 *coverage)
{
  guint64 eight;

  memcpy (&eight, coverage, sizeof eight);
  return eight == 0;
}

/* @mask: (nullable) */
static void
composite (guint32 *pixels, const guint8 *coverage, const guint8 *mask, int n, guint32 ink)
{
  for (int x = 0; x < n; x++)
    {
      if (x + 8 <= n && is_clear (coverage + x))
        {
          x += 7;
          continue;
        }
      if (coverage[x] != 0 && (mask == NULL || mask[x] != 0))
        pixels[x] = blend (pixels[x], ink,
                           mask == NULL || mask[x] == 255 ? coverage[x]
                                                          : coverage[x] * mask[x] / 255u);
    }
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
cell_init (Cell *cell, const MarchPatternLayer *layer, double pixel)
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

static int
positive_mod (gint64 value, int period)
{
  int rest = (int) (value % period);

  return rest < 0 ? rest + period : rest;
}

static void
init_lines (Layer                   *self,
            const MarchPatternLayer *layer,
            int                      width,
            int                      height,
            double                   anchor_x,
            double                   anchor_y,
            double                   pixel)
{
  wave_init (&self->wave, layer->angle, layer->pitch * pixel, anchor_x, anchor_y);
  self->table = line_table (&self->wave, layer, pixel);
  if (!wave_slides (&self->wave))
    return;
  slide_init (&self->slide, &self->wave, width, height);
  self->coverage = g_new (guint8, self->slide.n);
  for (int i = 0; i < self->slide.n; i++)
    self->coverage[i] = self->table[self->slide.phases[i]];
}

/* Whether a layer may be put together with the bands once for all rows. */
static gboolean
slides_along (const MarchWeave *weave, const Slide *slide)
{
  return weave->n_bands == 1 || slide->step == weave->slide.step;
}

/* The bands and the layers that slide, on one long row. */
static void
weave_slides (MarchWeave *weave)
{
  Slide *along = NULL;

  for (guint i = 0; i < weave->n_layers; i++)
    {
      Slide *slide = &weave->layers[i].slide;

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
      composite (weave->woven, weave->layers[i].coverage, weave->layers[i].mask,
                 weave->woven_slide->n, weave->layers[i].ink);
}

typedef struct
{
  MarchPattern pattern;
  MarchWeave  *weave;
} Woven;

struct _MarchWeaveSet
{
  int        width, height;
  double     anchor_x, anchor_y, pixel;
  GPtrArray *woven; /* of Woven */
};

static void
woven_free (gpointer data)
{
  march_weave_free (((Woven *) data)->weave);
  g_free (data);
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
      Layer                   *self = &weave->layers[weave->n_layers++];

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
      Layer *layer = &weave->layers[i];

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

/* The row of a layer's cells that a row of the picture shows, and how far it is moved. */
static int
find_cell_row (const MarchWeave *weave, const Layer *layer, int y, int *shift)
{
  const Cell *cell = &layer->cell;
  int         down = positive_mod ((gint64) y - weave->anchor_y, 2 * cell->size);

  *shift = down >= cell->size ? cell->size / 2 : 0;
  return down % cell->size;
}

/* Whether a layer that doesn't slide covers anything of a row. */
static gboolean
crosses_row (const MarchWeave *weave, const Layer *layer, int y)
{
  gint32 step;
  int    shift;

  if (layer->coverage != NULL)
    return FALSE;
  if (layer->kind != MARCH_LAYER_LINES)
    return layer->cell.any[find_cell_row (weave, layer, y, &shift)];
  return layer->wave.nx != 0 || layer->table[wave_start (&layer->wave, y, &step) >> 16] != 0;
}

static void
cover_lines (const Layer *layer, guint8 *coverage, int x, int n, int y)
{
  gint32  step;
  guint32 phase = wave_start (&layer->wave, y, &step), wrap = layer->wave.n << 16;
  gint64  moved = ((gint64) phase + (gint64) step * x) % wrap;

  phase = (guint32) (moved < 0 ? moved + wrap : moved);
  for (int i = 0; i < n; i++)
    {
      coverage[i] = layer->table[phase >> 16];
      phase = wave_next (phase, step, wrap);
    }
}

static void
cover_cells (const MarchWeave *weave, const Layer *layer, guint8 *coverage, int x, int n, int y)
{
  const Cell   *cell = &layer->cell;
  int           shift, row = find_cell_row (weave, layer, y, &shift);
  const guint8 *line = cell->coverage + (gsize) row * cell->size;
  int           across = positive_mod ((gint64) x + shift - weave->anchor_x, cell->size);

  for (int i = 0; i < n; i++)
    {
      coverage[i] = line[across];
      if (++across == cell->size)
        across = 0;
    }
}

static void
paint_layer (const MarchWeave *weave, const Layer *layer, guint32 *pixels, int x, int n, int y)
{
  const guint8 *mask = layer->mask != NULL ? layer->mask + slide_at (&weave->slide, y) + x : NULL;
  guint8        coverage[CHUNK];

  if (layer->coverage != NULL)
    {
      composite (pixels, layer->coverage + slide_at (&layer->slide, y) + x, mask, n, layer->ink);
      return;
    }
  if (layer->kind == MARCH_LAYER_LINES)
    cover_lines (layer, coverage, x, n, y);
  else
    cover_cells (weave, layer, coverage, x, n, y);
  composite (pixels, coverage, mask, n, layer->ink);
}

static void
paint_chunk (const MarchWeave *weave, guint32 *pixels, int x, int n, int y)
{
  memcpy (pixels, weave->bands + slide_at (&weave->slide, y) + x, (gsize) n * sizeof *pixels);
  for (guint i = 0; i < weave->n_layers; i++)
    if (weave->layers[i].coverage != NULL || crosses_row (weave, &weave->layers[i], y))
      paint_layer (weave, &weave->layers[i], pixels, x, n, y);
}

static gboolean
only_slides (const MarchWeave *weave, int y)
{
  for (guint i = 0; i < weave->n_layers; i++)
    if (crosses_row (weave, &weave->layers[i], y))
      return FALSE;
  return weave->woven != NULL;
}

/**
 * march_weave_paint:
 * @pixels: of a stretch that begins at pixel @x of row @y of the picture
 * @n: how many
 *
 * For any thread.
 */
void
march_weave_paint (const MarchWeave *weave, guint32 *pixels, int x, int n, int y)
{
  if (only_slides (weave, y))
    memcpy (pixels, weave->woven + slide_at (weave->woven_slide, y) + x,
            (gsize) n * sizeof *pixels);
  else
    for (int done = 0; done < n; done += CHUNK)
      paint_chunk (weave, pixels + done, x + done, MIN (n - done, CHUNK), y);
}

/**
 * march_weave_set_new:
 * @width: these five as for march_weave_new()
 *
 * Returns: (transfer full): a set without any weave
 */
MarchWeaveSet *
march_weave_set_new (int width, int height, double anchor_x, double anchor_y, double pixel)
{
  MarchWeaveSet *set = g_rc_box_new0 (MarchWeaveSet);

  *set = (MarchWeaveSet){ width, height, anchor_x, anchor_y, pixel, NULL };
  set->woven = g_ptr_array_new_with_free_func (woven_free);
  return set;
}

MarchWeaveSet *
march_weave_set_ref (MarchWeaveSet *set)
{
  return g_rc_box_acquire (set);
}

static void
clear_set (gpointer set)
{
  g_ptr_array_unref (((MarchWeaveSet *) set)->woven);
}

void
march_weave_set_unref (MarchWeaveSet *set)
{
  g_rc_box_release_full (set, clear_set);
}

/**
 * march_weave_set_get:
 * @pattern: with nothing but noughts in what of it is not used
 *
 * Returns: (transfer none): good as long as the set
 */
const MarchWeave *
march_weave_set_get (MarchWeaveSet *set, const MarchPattern *pattern)
{
  Woven *woven;

  for (guint i = 0; i < set->woven->len; i++)
    {
      woven = g_ptr_array_index (set->woven, i);
      if (memcmp (&woven->pattern, pattern, sizeof *pattern) == 0)
        return woven->weave;
    }
  woven = g_new (Woven, 1);
  memcpy (&woven->pattern, pattern, sizeof *pattern);
  woven->weave = march_weave_new (pattern, set->width, set->height, set->anchor_x, set->anchor_y,
                                  set->pixel);
  g_ptr_array_add (set->woven, woven);
  return woven->weave;
}

/**
 * march_pattern_render:
 * @width: device pixels
 * @height: device pixels
 * @anchor_x: as for march_weave_new()
 * @anchor_y: the same
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
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int              stride = cairo_image_surface_get_stride (surface);
  guint8          *data = cairo_image_surface_get_data (surface);
  g_autoptr (MarchWeave) weave = NULL;

  if (data == NULL)
    return surface;
  weave = march_weave_new (pattern, width, height, anchor_x, anchor_y, pixel);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    march_weave_paint (weave, (guint32 *) (gpointer) (data + (gsize) y * stride), 0, width, y);
  cairo_surface_mark_dirty (surface);
  return surface;
}
