/* march-raster-record.c — records the layers of a raster, cut to the picture */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-raster-private.h"

#define UNITS 256.0     /* of an edge's coordinates a pixel */
#define LINE_MARGIN 2.0 /* pixels beyond its reach within which a line is kept */
#define PART_MARGIN 0.5 /* the same of a part, with room for rounding */
#define ROUNDNESS 1.1   /* distances are an octagon's, up to so much too short */

static guint32
premultiply (const MarchInk *ink)
{
  double  alpha = CLAMP (ink->alpha, 0, 1);
  guint32 red = (guint32) lround (ink->red * alpha * 255);
  guint32 green = (guint32) lround (ink->green * alpha * 255);
  guint32 blue = (guint32) lround (ink->blue * alpha * 255);

  return (guint32) lround (alpha * 255) << 24 | red << 16 | green << 8 | blue;
}

static MarchRasterLayer *
add_layer (MarchRaster *self, MarchRasterKind kind)
{
  MarchRasterLayer *layer;

  g_array_set_size (self->layers, self->layers->len + 1);
  layer = &g_array_index (self->layers, MarchRasterLayer, self->layers->len - 1);
  memset (layer, 0, sizeof *layer);
  layer->kind = kind;
  layer->sheet = self->sheet;
  layer->part = *march_raster_get_bounds (self);
  return layer;
}

static void
init_source (MarchFillSource *source, const MarchRasterFill *fill)
{
  *source = (MarchFillSource){ .pixel = premultiply (&fill->ink),
                               .weave = fill->weave,
                               .sheet = fill->sheet };
}

/**
 * march_raster_add_ground:
 *
 * Adds a layer that covers everything.
 */
void
march_raster_add_ground (MarchRaster *self, const MarchRasterFill *fill)
{
  MarchRasterLayer *layer = add_layer (self, MARCH_RASTER_GROUND);

  layer->n_fills = 1;
  init_source (&layer->fills[0], fill);
}

/**
 * march_raster_add_picture:
 * @picture: an opaque image as large as the surface; it has to live until the layers are flushed
 *
 * Adds a layer that covers everything.
 */
void
march_raster_add_picture (MarchRaster *self, cairo_surface_t *picture)
{
  MarchRasterLayer *layer = add_layer (self, MARCH_RASTER_GROUND);

  cairo_surface_flush (picture);
  layer->n_fills = 1;
  layer->fills[0].data = cairo_image_surface_get_data (picture);
  layer->fills[0].stride = cairo_image_surface_get_stride (picture);
}

/**
 * march_raster_begin_sheet:
 * @number: 1 … %MARCH_RASTER_FILLS; what was on the sheet of that number before has to be used up,
 * by a layer of areas that it fills
 * @part: pixels of the surface
 *
 * Until march_raster_end_sheet(), layers are not painted on the surface but on a sheet over it, no
 * larger than @part, with which an area can be filled then. Strip by strip, so that no sheet is
 * ever whole. They have to begin with a ground.
 *
 * Returns: @number
 */
guint
march_raster_begin_sheet (MarchRaster *self, guint number, const MarchRect *part)
{
  MarchRasterPart *sheet = &self->sheets[number - 1];
  MarchStrip      *strip = &self->store->strip;

  g_assert (self->sheet == 0 && number > 0 && number <= MARCH_RASTER_FILLS);
  sheet->left = MAX ((int) part->x0, self->part.left);
  sheet->top = MAX ((int) part->y0, self->part.top);
  sheet->right = MIN ((int) part->x1, self->part.right);
  sheet->bottom = MIN ((int) part->y1, self->part.bottom);
  if (strip->sheets[number - 1] == NULL)
    strip->sheets[number - 1] = g_new (guint32, (gsize) strip->sheet_stride * MARCH_STRIP_ROWS);
  self->sheet = number;
  return number;
}

void
march_raster_end_sheet (MarchRaster *self)
{
  self->sheet = 0;
}

/**
 * march_raster_begin_fills:
 * @n_fills: 1 … %MARCH_RASTER_FILLS
 * @even_odd: the rule; else an area is where the edges of a fill wind around at all
 *
 * Begins a layer of areas. Its edges follow; where areas of two fills meet, neither the ground nor
 * the other shines through.
 */
void
march_raster_begin_fills (MarchRaster           *self,
                          const MarchRasterFill *fills,
                          guint                  n_fills,
                          gboolean               even_odd)
{
  MarchRasterLayer *layer = add_layer (self, MARCH_RASTER_AREAS);

  g_assert (n_fills > 0 && n_fills <= MARCH_RASTER_FILLS);
  layer->even_odd = even_odd;
  layer->n_fills = n_fills;
  for (guint i = 0; i < n_fills; i++)
    init_source (&layer->fills[i], &fills[i]);
}

static inline void
bin_add_edge (MarchRasterBin *bin, const MarchRasterEdge *edge)
{
  if (bin->n_edges == bin->edges_size)
    {
      bin->edges_size = MAX (2 * bin->edges_size, 64);
      bin->edges = g_renew (MarchRasterEdge, bin->edges, bin->edges_size);
    }
  bin->edges[bin->n_edges++] = *edge;
}

static inline void
bin_add_piece (MarchRasterBin *bin, const MarchRasterPiece *piece)
{
  if (bin->n_pieces == bin->pieces_size)
    {
      bin->pieces_size = MAX (2 * bin->pieces_size, 64);
      bin->pieces = g_renew (MarchRasterPiece, bin->pieces, bin->pieces_size);
    }
  bin->pieces[bin->n_pieces++] = *piece;
}

/* Both ends lie in the raster, its right and lower edge included. What lies to the left of the part
 * that is painted counts there as if it stood on its left edge. */
static void
keep_edge (MarchRaster *self, double x0, double y0, double x1, double y1, gint64 weight)
{
  MarchRasterEdge edge = { (int) (x0 * UNITS + 0.5),
                           (int) (y0 * UNITS + 0.5),
                           (int) (x1 * UNITS + 0.5),
                           (int) (y1 * UNITS + 0.5),
                           weight,
                           self->layers->len - 1 };

  const MarchRasterPart *part = march_raster_get_bounds (self);
  int left = part->left * (int) UNITS;
  int first = MIN (edge.y0, edge.y1) / (MARCH_STRIP_ROWS * (int) UNITS);
  int last = (MAX (edge.y0, edge.y1) - 1) / (MARCH_STRIP_ROWS * (int) UNITS);

  if (MAX (edge.x0, edge.x1) <= left)
    edge.x0 = edge.x1 = left;
  first = MAX (first, part->top / MARCH_STRIP_ROWS);
  last = MIN (last, (part->bottom - 1) / MARCH_STRIP_ROWS);
  for (int i = first; edge.y0 != edge.y1 && i <= last; i++)
    bin_add_edge (&self->store->bins[i], &edge);
}

static double
cross (double from, double to, double limit)
{
  return (limit - from) / (to - from);
}

/* What lies to the left is moved onto the left edge, what lies to the right is dropped: an edge
 * changes the pixels to its right only. */
static void
keep_edge_across (MarchRaster *self, MarchSpot a, MarchSpot b, gint64 weight)
{
  double    right = self->width;
  double    cuts[4] = { 0, 1, 1, 1 };
  guint     n = 1;
  MarchSpot from = a;

  if ((a.x < 0) != (b.x < 0))
    cuts[n++] = cross (a.x, b.x, 0);
  if ((a.x > right) != (b.x > right))
    cuts[n++] = cross (a.x, b.x, right);
  if (n == 3 && cuts[1] > cuts[2])
    {
      double swap = cuts[1];

      cuts[1] = cuts[2];
      cuts[2] = swap;
    }
  cuts[n] = 1;
  for (guint i = 1; i <= n; i++)
    {
      MarchSpot to = { a.x + cuts[i] * (b.x - a.x), a.y + cuts[i] * (b.y - a.y) };

      to = i == n ? b : to;
      to.y = CLAMP (to.y, 0, self->height);
      if ((from.x + to.x) / 2 < right)
        keep_edge (self, CLAMP (from.x, 0, right), from.y, CLAMP (to.x, 0, right), to.y, weight);
      from = to;
    }
}

static void
cut_edge (MarchRaster *self, MarchSpot a, MarchSpot b, gint64 weight)
{
  double    bottom = self->height;
  MarchSpot from = a, to = b;

  if (a.y < 0 || a.y > bottom)
    {
      from.y = a.y < 0 ? 0 : bottom;
      from.x = a.x + cross (a.y, b.y, from.y) * (b.x - a.x);
    }
  if (b.y < 0 || b.y > bottom)
    {
      to.y = b.y < 0 ? 0 : bottom;
      to.x = a.x + cross (a.y, b.y, to.y) * (b.x - a.x);
    }
  keep_edge_across (self, from, to, weight);
}

static gboolean
is_inside (const MarchRaster *self, const MarchSpot *spot)
{
  return spot->x >= 0 && spot->y >= 0 && spot->x <= self->width && spot->y <= self->height;
}

/* Whether an edge changes no pixel of the part that is painted: above, below or to the right. */
static inline gboolean
is_of_no_account (const MarchRaster *self, const MarchSpot *from, const MarchSpot *to)
{
  const MarchRasterPart *part = march_raster_get_bounds (self);
  double margin = 1; /* for rounding */
  double top = MAX (0, part->top - margin), bottom = MIN (self->height, part->bottom + margin);

  return MAX (from->y, to->y) <= top || MIN (from->y, to->y) >= bottom
         || MIN (from->x, to->x) >= MIN (self->width, part->right + margin);
}

/**
 * march_raster_add_edges:
 * @points: device pixels
 * @weights: how often the line runs downwards on the left of each fill's area, less how often on
 * the right
 *
 * Adds a line to the edges of the layer of areas that was begun last.
 */
void
march_raster_add_edges (MarchRaster     *self,
                        const MarchSpot *points,
                        guint            n_points,
                        const int        weights[MARCH_RASTER_FILLS])
{
  gint64 weight = weights[0] + (gint64) weights[1] * (1 << 21)
                  + (gint64) weights[2] * ((gint64) 1 << 42);
  MarchSpot from = points[0];
  gboolean  inside = is_inside (self, &from);

  for (guint i = 1; i < n_points; i++)
    {
      MarchSpot to = points[i];
      gboolean  still = is_inside (self, &to);

      if (is_of_no_account (self, &from, &to))
        ;
      else if (inside && still)
        keep_edge (self, from.x, from.y, to.x, to.y, weight);
      else
        cut_edge (self, from, to, weight);
      from = to;
      inside = still;
    }
}

static gboolean
same_glow (const MarchRasterGlow *a, const MarchRasterGlow *b)
{
  for (guint i = 0; a->n == b->n && i < a->n; i++)
    if (a->widths[i] != b->widths[i] || a->alphas[i] != b->alphas[i])
      return FALSE;
  return a->n == b->n;
}

/* Those of an earlier picture are as good. */
static const MarchRasterShades *
find_shades (MarchRaster *self, guint32 pixel, double alpha, float reach,
             const MarchRasterGlow *glow)
{
  GPtrArray *kept = self->store->shades;

  for (guint i = 0; i < kept->len; i++)
    {
      const MarchRasterShades *shades = g_ptr_array_index (kept, i);

      if (shades->pixel == pixel && shades->alpha == alpha && same_glow (&shades->glow, glow)
          && (glow->n == 0 || shades->reach == reach))
        return shades;
    }
  g_ptr_array_add (kept, march_raster_shades_new (pixel, alpha, reach, glow));
  return g_ptr_array_index (kept, kept->len - 1);
}

static void
begin_lines (MarchRaster           *self,
             MarchRasterKind        kind,
             double                 width,
             const MarchInk        *ink,
             const MarchRasterGlow *glow)
{
  MarchRasterLayer *layer = add_layer (self, kind);
  MarchInk          opaque = *ink;

  opaque.alpha = 1;
  layer->reach = (float) (MAX (width, 0.01) / 2 + 0.5);
  layer->peak = (float) MIN (width, 1);
  layer->shades = find_shades (self, premultiply (&opaque), ink->alpha, layer->reach, glow);
}

/**
 * march_raster_begin_lines:
 * @width: in device pixels
 *
 * Begins a layer of lines. They follow; where they cross, the ink is not laid on twice.
 */
void
march_raster_begin_lines (MarchRaster *self, double width, const MarchInk *ink)
{
  begin_lines (self, MARCH_RASTER_LINES, width, ink, &(MarchRasterGlow){ 0 });
}

/**
 * march_raster_begin_glow:
 *
 * Begins a layer of lines that are several strokes over each other.
 */
void
march_raster_begin_glow (MarchRaster *self, const MarchRasterGlow *glow, const MarchInk *ink)
{
  begin_lines (self, MARCH_RASTER_GLOW, glow->widths[0], ink, glow);
}

static void
keep_piece (MarchRaster *self, const MarchRasterPiece *piece, float reach)
{
  float top = MIN (piece->y0, piece->y1) - reach, bottom = MAX (piece->y0, piece->y1) + reach;
  int   first = (int) MAX (top, 0) / MARCH_STRIP_ROWS;
  int   last = (int) MIN (bottom, (float) self->height - 1) / MARCH_STRIP_ROWS;
  const MarchRasterPart *bounds = march_raster_get_bounds (self);

  first = MAX (first, bounds->top / MARCH_STRIP_ROWS);
  last = MIN (last, (bounds->bottom - 1) / MARCH_STRIP_ROWS);
  for (int i = first; bottom >= 0 && i <= last; i++)
    bin_add_piece (&self->store->bins[i], piece);
}

/**
 * march_raster_add_line:
 * @points: device pixels
 * @ends: of the whole line
 *
 * Adds a line to the layer of lines that was begun last.
 */
void
march_raster_add_line (MarchRaster     *self,
                       const MarchSpot *points,
                       guint            n_points,
                       MarchLineEnds    ends)
{
  const MarchRasterLayer *layer = &g_array_index (self->layers, MarchRasterLayer,
                                                  self->layers->len - 1);
  double                  margin = layer->reach + LINE_MARGIN;
  const MarchRect         room = { -margin, -margin, self->width + margin, self->height + margin };
  const MarchRasterPart  *bounds = march_raster_get_bounds (self);
  const double            near = layer->reach * ROUNDNESS + PART_MARGIN;
  const MarchRect         part = { bounds->left - near, bounds->top - near, bounds->right + near,
                                   bounds->bottom + near };

  for (guint i = 1; i < n_points; i++)
    {
      MarchSpot        a = points[i - 1], b = points[i];
      MarchRasterPiece piece = { .layer = self->layers->len - 1 };

      if (i > 1 || ends == MARCH_ENDS_JOINED)
        piece.ends |= 1;
      if (i + 1 < n_points || ends == MARCH_ENDS_JOINED)
        piece.ends |= 2;
      if (MAX (a.x, b.x) < part.x0 || MIN (a.x, b.x) > part.x1 || MAX (a.y, b.y) < part.y0
          || MIN (a.y, b.y) > part.y1 || !march_rect_cut_line (&room, &a, &b))
        continue;
      piece.x0 = (float) a.x;
      piece.y0 = (float) a.y;
      piece.x1 = (float) b.x;
      piece.y1 = (float) b.y;
      keep_piece (self, &piece, layer->reach);
    }
}

/**
 * march_raster_repeat_line:
 *
 * Begins a layer of lines with the lines of the one before, which must not be narrower.
 */
void
march_raster_repeat_line (MarchRaster *self, double width, const MarchInk *ink)
{
  guint layer = self->layers->len - 1;

  march_raster_begin_lines (self, width, ink);
  for (int i = 0; i * MARCH_STRIP_ROWS < self->height; i++)
    {
      MarchRasterBin *bin = &self->store->bins[i];
      guint           end = bin->n_pieces, first = end;

      while (first > 0 && bin->pieces[first - 1].layer == layer)
        first--;
      for (guint j = first; j < end; j++)
        {
          MarchRasterPiece piece = bin->pieces[j];

          piece.layer = layer + 1;
          bin_add_piece (bin, &piece);
        }
    }
}
