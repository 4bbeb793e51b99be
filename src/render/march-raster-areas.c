/* march-raster-areas.c — counts the edges of areas, and fills what they enclose */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <wchar.h>

#include "render/march-raster-private.h"

/* Each edge adds to a sum at the pixels that it crosses how much of the pixel it covers, and at the
 * next one the rest of its height, so that adding up a row from the left gives every pixel's
 * coverage. Raph Levien's font-rs does so for one area; here three areas are counted at once in the
 * fields of one number. An edge that two areas of one fill share is never recorded. */

#define UNIT_BITS 8
#define UNIT (1 << UNIT_BITS) /* a pixel's height, and the coverage of a whole pixel */
#define FIELD_BITS 21
#define FIELD_MASK ((1 << FIELD_BITS) - 1)
#define FIELD_MIDDLE (1 << (FIELD_BITS - 1))

/* So that no field is ever below nought. */
static const gint64 all_middles = FIELD_MIDDLE + ((gint64) FIELD_MIDDLE << FIELD_BITS)
                                  + ((gint64) FIELD_MIDDLE << (2 * FIELD_BITS));

typedef struct
{
  gint64  *sums;
  guint64 *touched;
} Row;

static inline void
put (const Row *row, int x, gint64 value)
{
  row->sums[x] += value;
  row->touched[x >> 6] |= (guint64) 1 << (x & 63);
}

/* A piece of height @dy inside one pixel; @from and @to are where in it, together. */
static inline void
put_pixel (const Row *row, int x, int both, int dy, gint64 weight)
{
  int covered = (dy * (2 * UNIT - both)) >> (UNIT_BITS + 1);

  put (row, x, covered * weight);
  put (row, x + 1, (dy - covered) * weight);
}

/* A piece of an edge that stays in one row, @dy units high. */
static void
put_piece (const Row *row, int xa, int xb, int dy, gint64 weight)
{
  int left = MIN (xa, xb), right = MAX (xa, xb), first = left >> UNIT_BITS,
      last = right >> UNIT_BITS, done = 0;

  if (first == last)
    {
      put_pixel (row, first, (left & (UNIT - 1)) + (right & (UNIT - 1)), dy, weight);
      return;
    }
  for (int x = first; x <= last; x++)
    {
      int from = x == first ? left & (UNIT - 1) : 0, to = x == last ? right & (UNIT - 1) : UNIT;
      int end = x == last ? dy
                          : (int) ((gint64) dy * (((x + 1) << UNIT_BITS) - left) / (right - left));

      if (end > done)
        put_pixel (row, x, from + to, end - done, weight);
      done = end;
    }
}

/* Where an edge is at a height: the same from whichever strip it is asked. */
static inline int
x_at (const MarchRasterEdge *edge, int y)
{
  gint64 along = (gint64) (edge->x1 - edge->x0) * (y - edge->y0);

  return edge->x0 + (int) (along / (edge->y1 - edge->y0));
}

/* Counts an edge in the rows of a strip that it crosses. */
void
march_strip_add_edge (MarchStrip *strip, const MarchRasterEdge *edge)
{
  MarchRasterEdge down = *edge;
  int             top = strip->top * UNIT, bottom = (strip->top + strip->rows) * UNIT, y, x;

  if (edge->y0 > edge->y1)
    down = (MarchRasterEdge){ edge->x1, edge->y1, edge->x0, edge->y0, -edge->weight, edge->layer };
  y = MAX (down.y0, top);
  bottom = MIN (bottom, down.y1);
  x = y == down.y0 ? down.x0 : x_at (&down, y);
  while (y < bottom)
    {
      int index = (y >> UNIT_BITS) - strip->top;
      Row row = { strip->sums + (gsize) index * strip->sum_stride,
                  strip->touched + (gsize) index * strip->touched_stride };
      int next = MIN (((y >> UNIT_BITS) + 1) << UNIT_BITS, bottom);
      int end = next == down.y1 ? down.x1 : x_at (&down, next);

      put_piece (&row, x, end, next - y, down.weight);
      y = next;
      x = end;
    }
}

static inline int
coverage_of (gint64 sum, guint field, gboolean even_odd)
{
  int value = ABS ((int) (sum >> (field * FIELD_BITS) & FIELD_MASK) - FIELD_MIDDLE);

  if (!even_odd)
    return MIN (value, UNIT);
  value &= 2 * UNIT - 1;
  return value > UNIT ? 2 * UNIT - value : value;
}

static inline guint32
source_pixel (const MarchFillSource *source, int x, int y)
{
  const guint32 *row;

  if (source->data == NULL)
    return source->pixel;
  x = CLAMP (x - source->x, 0, source->width - 1);
  y = CLAMP (y - source->y, 0, source->height - 1);
  row = (const guint32 *) (gconstpointer) (source->data + (gsize) y * source->stride);
  return row[x];
}

/* A run of pixels that one fill covers altogether. */
static void
copy_run (guint32 *pixels, const MarchFillSource *source, int x, int end, int y)
{
  if (source->data == NULL && source->pixel >> 24 == 255)
    wmemset ((wchar_t *) pixels + x, (wchar_t) source->pixel, end - x);
  else if (source->data != NULL && x >= source->x && end <= source->x + source->width
           && y >= source->y && y < source->y + source->height)
    memcpy (pixels + x,
            source->data + (gsize) (y - source->y) * source->stride + 4 * (gsize) (x - source->x),
            4 * (gsize) (end - x));
  else
    for (; x < end; x++)
      pixels[x] = march_pixel_over (pixels[x], source_pixel (source, x, y), UNIT);
}

static void
blend_run (guint32                *pixels,
           const MarchRasterLayer *layer,
           const int              *coverages,
           int                     x,
           int                     end,
           int                     y)
{
  int total = 0;

  for (guint i = 0; i < layer->n_fills; i++)
    total += coverages[i];
  for (; x < end; x++)
    {
      guint32 sum = 0, ground = pixels[x];
      guint   rest;

      for (guint i = 0; i < layer->n_fills; i++)
        if (coverages[i] > 0)
          sum += march_pixel_scale (source_pixel (&layer->fills[i], x, y),
                                    total > UNIT ? coverages[i] * UNIT / total : coverages[i]);
      rest = 255 - (sum >> 24);
      if (total >= UNIT && rest <= MARCH_RASTER_FILLS)
        rest = 0;
      pixels[x] = sum + march_pixel_scale (ground, rest + (rest >> 7));
    }
}

static inline void
paint_run (guint32 *pixels, const MarchRasterLayer *layer, gint64 sum, int x, int end, int y)
{
  int coverages[MARCH_RASTER_FILLS];

  if (sum == all_middles)
    return;
  for (guint i = 0; i < layer->n_fills; i++)
    {
      coverages[i] = coverage_of (sum, i, layer->even_odd);
      if (coverages[i] == UNIT)
        {
          copy_run (pixels, &layer->fills[i], x, end, y);
          return;
        }
    }
  blend_run (pixels, layer, coverages, x, end, y);
}

static void
paint_row (MarchStrip *strip, const MarchRasterLayer *layer, int index)
{
  gint64  *sums = strip->sums + (gsize) index * strip->sum_stride;
  guint64 *touched = strip->touched + (gsize) index * strip->touched_stride;
  guint32 *pixels = strip->pixels + (gsize) index * strip->stride;
  gint64   sum = all_middles;
  int      x = strip->left;
  gboolean painted = index >= strip->first && index < strip->end;

  for (int word = 0; word < strip->touched_stride; word++)
    {
      guint64 bits = touched[word];

      touched[word] = 0;
      while (bits != 0)
        {
          int next = word * 64 + __builtin_ctzll (bits);

          bits &= bits - 1;
          if (sums[next] == 0)
            continue;
          if (next > x && x < strip->right && painted)
            paint_run (pixels, layer, sum, x, MIN (next, strip->right), strip->top + index);
          sum += sums[next];
          sums[next] = 0;
          x = MAX (next, x);
        }
    }
  if (x < strip->right && painted)
    paint_run (pixels, layer, sum, x, strip->right, strip->top + index);
}

/* Paints the areas whose edges were counted, and forgets them. */
void
march_strip_paint_areas (MarchStrip *strip, const MarchRasterLayer *layer)
{
  for (int index = 0; index < strip->rows; index++)
    paint_row (strip, layer, index);
}
