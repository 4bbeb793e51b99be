/* march-weave-paint.c — any stretch of any row of a weave, pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-weave-private.h"

#define CHUNK 256 /* pixels that are put together at once */

/* Source over opaque, @coverage 0 … 255. */
static inline guint32
blend (guint32 ground, guint32 ink, guint coverage)
{
  guint32 c = coverage + (coverage >> 7);
  guint32 rb = (((ground & 0xff00ff) * (256 - c) + (ink & 0xff00ff) * c) >> 8) & 0xff00ff;
  guint32 g = (((ground & 0x00ff00) * (256 - c) + (ink & 0x00ff00) * c) >> 8) & 0x00ff00;

  return 0xff000000u | rb | g;
}

static gboolean
is_clear (const guint8 *coverage)
{
  guint64 eight;

  memcpy (&eight, coverage, sizeof eight);
  return eight == 0;
}

/** march_weave_composite: @coverage: of each pixel; @mask: (nullable): how much of that counts */
void
march_weave_composite (guint32      *pixels,
                       const guint8 *coverage,
                       const guint8 *mask,
                       int           n,
                       guint32       ink)
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

static int
positive_mod (gint64 value, int period)
{
  int rest = (int) (value % period);

  return rest < 0 ? rest + period : rest;
}

/* The row of a layer's cells that a row of the picture shows, and how far it is moved. */
static int
find_cell_row (const MarchWeave *weave, const MarchWeaveLayer *layer, int y, int *shift)
{
  const MarchWeaveCell *cell = &layer->cell;
  int                   down = positive_mod ((gint64) y - weave->anchor_y, 2 * cell->size);

  *shift = down >= cell->size ? cell->size / 2 : 0;
  return down % cell->size;
}

/* Whether a layer that doesn't slide covers anything of a row. */
static gboolean
crosses_row (const MarchWeave *weave, const MarchWeaveLayer *layer, int y)
{
  gint32 step;
  int    shift;

  if (layer->coverage != NULL)
    return FALSE;
  if (layer->kind != MARCH_LAYER_LINES)
    return layer->cell.any[find_cell_row (weave, layer, y, &shift)];
  return layer->wave.nx != 0 || layer->table[march_wave_start (&layer->wave, y, &step) >> 16] != 0;
}

static void
cover_lines (const MarchWeaveLayer *layer, guint8 *coverage, int x, int n, int y)
{
  gint32  step;
  guint32 phase = march_wave_start (&layer->wave, y, &step), wrap = layer->wave.n << 16;
  gint64  moved = ((gint64) phase + (gint64) step * x) % wrap;

  phase = (guint32) (moved < 0 ? moved + wrap : moved);
  for (int i = 0; i < n; i++)
    {
      coverage[i] = layer->table[phase >> 16];
      phase = march_wave_next (phase, step, wrap);
    }
}

static void
cover_cells (const MarchWeave      *weave,
             const MarchWeaveLayer *layer,
             guint8                *coverage,
             int                    x,
             int                    n,
             int                    y)
{
  const MarchWeaveCell *cell = &layer->cell;
  int                   shift, row = find_cell_row (weave, layer, y, &shift);
  const guint8         *line = cell->coverage + (gsize) row * cell->size;
  int                   across = positive_mod ((gint64) x + shift - weave->anchor_x, cell->size);

  for (int i = 0; i < n; i++)
    {
      coverage[i] = line[across];
      if (++across == cell->size)
        across = 0;
    }
}

static void
paint_layer (const MarchWeave      *weave,
             const MarchWeaveLayer *layer,
             guint32               *pixels,
             int                    x,
             int                    n,
             int                    y)
{
  const guint8 *mask = layer->mask != NULL ? layer->mask + march_slide_at (&weave->slide, y) + x
                                           : NULL;
  guint8        coverage[CHUNK];

  if (layer->coverage != NULL)
    {
      march_weave_composite (pixels, layer->coverage + march_slide_at (&layer->slide, y) + x, mask,
                             n, layer->ink);
      return;
    }
  if (layer->kind == MARCH_LAYER_LINES)
    cover_lines (layer, coverage, x, n, y);
  else
    cover_cells (weave, layer, coverage, x, n, y);
  march_weave_composite (pixels, coverage, mask, n, layer->ink);
}

static void
paint_chunk (const MarchWeave *weave, guint32 *pixels, int x, int n, int y)
{
  memcpy (pixels, weave->bands + march_slide_at (&weave->slide, y) + x, (gsize) n * sizeof *pixels);
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
    memcpy (pixels, weave->woven + march_slide_at (weave->woven_slide, y) + x,
            (gsize) n * sizeof *pixels);
  else
    for (int done = 0; done < n; done += CHUNK)
      paint_chunk (weave, pixels + done, x + done, MIN (n - done, CHUNK), y);
}
