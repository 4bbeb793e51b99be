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
#define BLEND 64 /* pixels of a fill that are fetched at once where it covers some of each */
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
  int             top = (strip->top + strip->first) * UNIT;
  int             bottom = (strip->top + strip->end) * UNIT, y, x;

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

/* The pixels of a fill from @x on, in a row of the strip. */
static void
fetch (const MarchStrip *strip, const MarchFillSource *source, guint32 *to, int x, int n, int row)
{
  if (source->weave != NULL)
    march_weave_paint (source->weave, to, x, n, strip->top + row);
  else if (source->data != NULL)
    memcpy (to, source->data + (gsize) (strip->top + row) * source->stride + 4 * (gsize) x,
            4 * (gsize) n);
  else if (source->sheet > 0)
    memcpy (to, strip->sheets[source->sheet - 1] + (gsize) row * strip->sheet_stride + x,
            4 * (gsize) n);
  else
    wmemset ((wchar_t *) to, (wchar_t) source->pixel, (gsize) n);
}

static gboolean
is_opaque (const MarchFillSource *source)
{
  return source->weave != NULL || source->data != NULL || source->sheet > 0
         || source->pixel >> 24 == 255;
}

/* Covers a strip with what fills a layer. */
void
march_strip_paint_ground (MarchStrip *strip, const MarchRasterLayer *layer)
{
  G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (guint32));

  for (int row = strip->first; row < strip->end && strip->left < strip->right; row++)
    fetch (strip, &layer->fills[0], strip->pixels + (gsize) row * strip->stride + strip->left,
           strip->left, strip->right - strip->left, row);
}

/* A run of pixels that one fill covers altogether. */
static void
copy_run (const MarchStrip *strip, guint32 *pixels, const MarchFillSource *source, int x, int end,
          int row)
{
  if (is_opaque (source))
    fetch (strip, source, pixels + x, x, end - x, row);
  else
    for (; x < end; x++)
      pixels[x] = march_pixel_over (pixels[x], source->pixel, UNIT);
}

static void
blend_pixels (guint32                *pixels,
              const MarchRasterLayer *layer,
              const int              *coverages,
              guint32                 fills[MARCH_RASTER_FILLS][BLEND],
              int                     n)
{
  int total = 0;

  for (guint i = 0; i < layer->n_fills; i++)
    total += coverages[i];
  for (int x = 0; x < n; x++)
    {
      guint32 sum = 0, ground = pixels[x];
      guint   rest;

      for (guint i = 0; i < layer->n_fills; i++)
        if (coverages[i] > 0)
          sum += march_pixel_scale (fills[i][x],
                                    total > UNIT ? coverages[i] * UNIT / total : coverages[i]);
      rest = 255 - (sum >> 24);
      if (total >= UNIT && rest <= MARCH_RASTER_FILLS)
        rest = 0;
      pixels[x] = sum + march_pixel_scale (ground, rest + (rest >> 7));
    }
}

static void
blend_run (const MarchStrip       *strip,
           guint32                *pixels,
           const MarchRasterLayer *layer,
           const int              *coverages,
           int                     x,
           int                     end,
           int                     row)
{
  guint32 fills[MARCH_RASTER_FILLS][BLEND];

  for (int n; x < end; x += n)
    {
      n = MIN (end - x, BLEND);
      for (guint i = 0; i < layer->n_fills; i++)
        if (coverages[i] > 0)
          fetch (strip, &layer->fills[i], fills[i], x, n, row);
      blend_pixels (pixels + x, layer, coverages, fills, n);
    }
}

static inline void
paint_run (const MarchStrip       *strip,
           guint32                *pixels,
           const MarchRasterLayer *layer,
           gint64                  sum,
           int                     x,
           int                     end,
           int                     row)
{
  int coverages[MARCH_RASTER_FILLS];

  if (sum == all_middles)
    return;
  for (guint i = 0; i < layer->n_fills; i++)
    {
      coverages[i] = coverage_of (sum, i, layer->even_odd);
      if (coverages[i] == UNIT)
        {
          copy_run (strip, pixels, &layer->fills[i], x, end, row);
          return;
        }
    }
  blend_run (strip, pixels, layer, coverages, x, end, row);
}

static void
paint_row (MarchStrip *strip, const MarchRasterLayer *layer, int index)
{
  gint64  *sums = strip->sums + (gsize) index * strip->sum_stride;
  guint64 *touched = strip->touched + (gsize) index * strip->touched_stride;
  guint32 *pixels = strip->pixels + (gsize) index * strip->stride;
  gint64   sum = all_middles;
  int      x = strip->left;

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
          if (next > x && x < strip->right)
            paint_run (strip, pixels, layer, sum, x, MIN (next, strip->right), index);
          sum += sums[next];
          sums[next] = 0;
          x = MAX (next, x);
        }
    }
  if (x < strip->right)
    paint_run (strip, pixels, layer, sum, x, strip->right, index);
}

/* Paints the areas whose edges were counted, and forgets them. */
void
march_strip_paint_areas (MarchStrip *strip, const MarchRasterLayer *layer)
{
  for (int index = strip->first; index < strip->end; index++)
    paint_row (strip, layer, index);
}
