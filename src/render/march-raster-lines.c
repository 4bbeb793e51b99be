/* march-raster-lines.c — lines of any width, smooth, one coverage a pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-raster-private.h"

/* A pixel's coverage is how far its middle is from the line, clamped; the largest of all pieces
 * counts, so that joints need no care. Eight pixels at a time, in 128ths of a pixel, in loops that
 * compilers turn into vector instructions. */

#define UNITS 128
#define BLOCK 8
#define BOUND 120.0f /* pixels: farther away, how far does not matter */

typedef gint16 Lanes[BLOCK];

typedef struct
{
  float   ux, uy; /* the direction */
  float   length;
  float   reach; /* pixels beyond which nothing is drawn */
  Lanes   across_steps, along_steps;
  gint16  limit;    /* the reach */
  gint16  ahead[2]; /* what a blunt end is off its beginning and its end */
  gint16  peak;
  guint16 factor;
} Pen;

static inline gint16
to_units (float pixels)
{
  return (gint16) ((int) (pixels * UNITS + (0x8000 + 0.5f)) - 0x8000);
}

static inline gint16
to_bounded_units (float pixels)
{
  return to_units (CLAMP (pixels, -BOUND, BOUND));
}

static inline void
pen_init (Pen *pen, const MarchRasterPiece *piece, const MarchRasterLayer *layer)
{
  float  dx = piece->x1 - piece->x0, dy = piece->y1 - piece->y0, inverse;
  gint16 across, along;

  pen->length = sqrtf (dx * dx + dy * dy);
  inverse = pen->length > 1e-6f ? 1 / pen->length : 0;
  pen->ux = inverse > 0 ? dx * inverse : 1;
  pen->uy = dy * inverse;
  pen->reach = MIN (layer->reach, BOUND / 2);
  pen->limit = to_units (pen->reach);
  pen->peak = layer->kind == MARCH_RASTER_GLOW ? pen->limit : to_units (layer->peak);
  pen->factor = (guint16) (256 * 255 / (layer->kind == MARCH_RASTER_GLOW ? pen->limit : UNITS));
  pen->ahead[0] = piece->ends & 1 ? 0 : (gint16) (pen->limit - UNITS / 2);
  pen->ahead[1] = piece->ends & 2 ? 0 : (gint16) (pen->limit - UNITS / 2);
  across = to_units (-pen->uy);
  along = to_units (pen->ux);
  for (gint16 i = 0; i < BLOCK; i++)
    {
      pen->across_steps[i] = (gint16) (across * i);
      pen->along_steps[i] = (gint16) (along * i);
    }
}

/* @across from the middle line and @before and @after the ends, of the first of eight pixels. The
 * distance from an end is that of an octagon. */
static inline void
cover (guint8 *restrict mask, const Pen *pen, gint16 across, gint16 before, gint16 after)
{
  const gint16  limit = pen->limit, peak = pen->peak;
  const guint16 factor = pen->factor;

  for (guint i = 0; i < BLOCK; i++)
    {
      gint16  side = (gint16) (across + pen->across_steps[i]);
      gint16  start = (gint16) (before - pen->along_steps[i]);
      gint16  end = (gint16) (after + pen->along_steps[i]);
      gint16  over = MAX (start, end), sum, far;
      guint16 value;

      over = MAX (over, 0);
      side = MAX (side, (gint16) -side);
      sum = (gint16) (side + over);
      sum = (gint16) (sum - (sum >> 2) - (sum >> 5));
      far = MAX (side, over);
      far = MAX (far, sum);
      far = (gint16) (limit - far);
      far = MAX (far, 0);
      far = MIN (far, peak);
      value = (guint16) ((guint16) ((guint16) far * factor) >> 8);
      mask[i] = MAX (mask[i], (guint8) value);
    }
}

/* Also what lies beyond the strip's right edge: its mask has to be blank when a wider strip takes
 * it over. */
static inline void
mark (guint64 *marked, int first, int last)
{
  for (int block = first >> 4; block <= last >> 4; block++)
    marked[block >> 6] |= (guint64) 1 << (block & 63);
}

/* @across and @along are those of the middle of the row's first pixel. */
static void
draw_row (const Pen *pen, guint8 *mask, int first, int last, float across, float along)
{
  for (int x = first; x <= last; x += BLOCK)
    {
      float here = along + pen->ux * (float) x;

      cover (mask + x, pen, to_bounded_units (across - pen->uy * (float) x),
             (gint16) (pen->ahead[0] + to_bounded_units (-here)),
             (gint16) (pen->ahead[1] + to_bounded_units (here - pen->length)));
    }
}

/* Rows and columns that a piece may touch. */
typedef struct
{
  int left, right, top, bottom;
} Touch;

static gboolean
find_touch (const MarchStrip *strip, const MarchRasterPiece *piece, float reach, Touch *touch)
{
  float left = MIN (piece->x0, piece->x1) - reach, right = MAX (piece->x0, piece->x1) + reach;
  float top = MIN (piece->y0, piece->y1) - reach - (float) strip->top;
  float bottom = MAX (piece->y0, piece->y1) + reach - (float) strip->top;

  if (right < 0 || bottom < 0)
    return FALSE;
  touch->left = left > 0 ? (int) left : 0;
  touch->right = MIN ((int) right, strip->width - 1);
  touch->top = MAX (top > 0 ? (int) top : 0, strip->first);
  touch->bottom = MIN ((int) bottom, strip->end - 1);
  return touch->left <= touch->right && touch->top <= touch->bottom && touch->left < strip->right
         && touch->right + BLOCK > strip->left;
}

/* A short piece: one block wide. */
static void
draw_block (const MarchStrip *strip, const Pen *pen, const Touch *touch, float dx, float dy)
{
  guint8  *mask = strip->mask + (gsize) touch->top * strip->mask_stride + touch->left;
  int      end = touch->left + BLOCK - 1, word = touch->left >> 10, last = end >> 10;
  guint64  bit = (guint64) 1 << (touch->left >> 4 & 63);
  guint64  other = (guint64) 1 << (end >> 4 & 63);
  guint64 *marked = strip->marked + (gsize) touch->top * strip->marked_stride;
  gint16   length = to_units (pen->length);

  for (int y = touch->top; y <= touch->bottom; y++, dy++)
    {
      gint16 across = to_units (dy * pen->ux - dx * pen->uy);
      gint16 here = to_units (dx * pen->ux + dy * pen->uy);

      marked[word] |= bit;
      marked[last] |= other;
      cover (mask, pen, across, (gint16) (pen->ahead[0] - here),
             (gint16) (pen->ahead[1] + here - length));
      mask += strip->mask_stride;
      marked += strip->marked_stride;
    }
}

/* Whole blocks beside the columns that are painted are passed over; the others stay where they
 * are, for what a pixel gets depends by its last bit on where its block begins. */
static inline int
skip_blocks (const MarchStrip *strip, int left)
{
  return left < strip->left ? left + (strip->left - left) / BLOCK * BLOCK : left;
}

/* A longer one: of each row only the part that is near it. */
static void
draw_rows (const MarchStrip *strip, const Pen *pen, const Touch *touch, float dx, float dy)
{
  float inverse = fabsf (pen->uy) > 1e-4f ? 1 / pen->uy : 1e4f;
  float half = pen->reach * fabsf (inverse);

  for (int y = touch->top; y <= touch->bottom; y++, dy++)
    {
      float across = dy * pen->ux - dx * pen->uy, along = dx * pen->ux + dy * pen->uy;
      float middle = across * inverse;
      int   left = skip_blocks (strip, (int) MAX ((float) touch->left, middle - half));
      int   right = MIN ((int) MIN ((float) touch->right, middle + half + 1), strip->right - 1);

      if (left <= right)
        {
          mark (strip->marked + (gsize) y * strip->marked_stride, left,
                left + (right - left) / BLOCK * BLOCK + BLOCK - 1);
          draw_row (pen, strip->mask + (gsize) y * strip->mask_stride, left, right, across, along);
        }
    }
}

/* Draws a piece of a line into the rows of a strip that it crosses. */
void
march_strip_add_piece (MarchStrip             *strip,
                       const MarchRasterPiece *piece,
                       const MarchRasterLayer *layer)
{
  Touch touch;
  Pen   pen;
  float dx, dy;

  if (!find_touch (strip, piece, layer->reach, &touch))
    return;
  pen_init (&pen, piece, layer);
  dx = 0.5f - piece->x0;
  dy = (float) (touch.top + strip->top) + 0.5f - piece->y0;
  if (touch.right - touch.left < BLOCK && pen.length < BOUND / 4)
    draw_block (strip, &pen, &touch, dx + (float) touch.left, dy);
  else
    draw_rows (strip, &pen, &touch, dx, dy);
}

static inline guint32
shade (guint32 pixel, guint8 coverage, const MarchRasterShades *shades)
{
  guint64 sum = march_pixel_spread (pixel) * shades->rests[coverage] + shades->shades[coverage];

  return march_pixel_gather (sum >> 8 & 0x00ff00ff00ff00ffu);
}

static inline void
shade_four (guint32 *pixels, const guint8 *mask, const MarchRasterShades *shades)
{
  pixels[0] = shade (pixels[0], mask[0], shades);
  pixels[1] = shade (pixels[1], mask[1], shades);
  pixels[2] = shade (pixels[2], mask[2], shades);
  pixels[3] = shade (pixels[3], mask[3], shades);
}

/* Sixteen pixels, four at a time, those from @left to @right; most of them are blank. */
static void
paint_block (guint32                 *pixels,
             guint8                  *mask,
             int                      left,
             int                      right,
             const MarchRasterShades *shades)
{
  for (int x = 0; x < 2 * BLOCK; x += 4)
    {
      guint32 four;

      memcpy (&four, mask + x, sizeof four);
      if (four == 0)
        continue;
      if (x >= left && x + 4 <= right)
        shade_four (pixels + x, mask + x, shades);
      else
        for (int i = MAX (x, left); i < MIN (x + 4, right); i++)
          pixels[i] = shade (pixels[i], mask[i], shades);
      memset (mask + x, 0, sizeof four);
    }
}

static double
glow_alpha (const MarchRasterShades *self, guint coverage)
{
  double distance = self->reach * (1 - coverage / 255.0), clear = 1;

  for (guint i = 0; i < self->glow.n && coverage > 0; i++)
    clear *= 1 - self->glow.alphas[i] * CLAMP (self->glow.widths[i] / 2 + 0.5 - distance, 0, 1);
  return 1 - clear;
}

/**
 * march_raster_shades_new:
 * @reach: half the width of the widest stroke, and half a pixel
 * @glow: with no stroke for plain lines
 *
 * Returns: (transfer full): to be freed by g_free()
 */
MarchRasterShades *
march_raster_shades_new (guint32 pixel, double alpha, float reach, const MarchRasterGlow *glow)
{
  MarchRasterShades *self = g_new (MarchRasterShades, 1);

  self->pixel = pixel;
  self->alpha = alpha;
  self->reach = reach;
  self->glow = *glow;
  for (guint i = 0; i < G_N_ELEMENTS (self->shades); i++)
    {
      double opacity = glow->n > 0 ? glow_alpha (self, i) : alpha * i / 255;
      guint  share = (guint) (256 * CLAMP (opacity, 0, 1) + 0.5);

      self->shades[i] = march_pixel_spread (pixel) * share;
      self->rests[i] = (guint16) (256 - share);
    }
  return self;
}

/* Paints the lines that were drawn, and forgets them. */
void
march_strip_paint_lines (MarchStrip *strip, const MarchRasterLayer *layer)
{
  for (int y = strip->first; y < strip->end; y++)
    for (int word = 0; word < strip->marked_stride; word++)
      {
        guint64 *bits = &strip->marked[(gsize) y * strip->marked_stride + word];

        while (*bits != 0)
          {
            int x = (word * 64 + __builtin_ctzll (*bits)) * 16;

            *bits &= *bits - 1;
            paint_block (strip->pixels + (gsize) y * strip->stride + x,
                         strip->mask + (gsize) y * strip->mask_stride + x, strip->left - x,
                         strip->right - x, layer->shades);
          }
      }
}
