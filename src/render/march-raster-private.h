/* march-raster-private.h — layers of a raster, and the strip of pixels that they are painted on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-raster.h"

G_BEGIN_DECLS

#define MARCH_STRIP_ROWS 32

typedef enum
{
  MARCH_RASTER_GROUND,
  MARCH_RASTER_AREAS,
  MARCH_RASTER_LINES,
  MARCH_RASTER_GLOW,
} MarchRasterKind;

/* What fills an area: the first of these that there is. */
typedef struct
{
  const MarchWeave *weave;
  const guint8     *data; /* pixels of a picture as large as the surface */
  int               stride;
  guint             sheet;
  guint32           pixel; /* premultiplied */
} MarchFillSource;

/* How lines lie on the ground, at each coverage. */
typedef struct
{
  guint32         pixel; /* opaque; these four tell one from another */
  double          alpha;
  float           reach;
  MarchRasterGlow glow;  /* n is 0 for plain lines */
  guint64         shades[256]; /* the ink, as march_pixel_spread() has it, times 256 */
  guint16         rests[256];  /* how much of the ground is left, 0 … 256 */
} MarchRasterShades;

/* Pixels of the surface. */
typedef struct
{
  int left, top, right, bottom;
} MarchRasterPart;

/**
 * MarchRasterLayer:
 * @sheet: which sheet it is painted on; 0 for the surface
 * @part: what is painted of the surface, or of that sheet, which is used again for others
 * @reach: of a line: half its width and half a pixel
 * @peak: the most coverage that a line thinner than a pixel gives
 * @shades: of lines; the store's
 */
typedef struct
{
  MarchRasterKind kind;
  guint           sheet;
  MarchRasterPart part;
  gboolean        even_odd;
  guint           n_fills;
  MarchFillSource fills[MARCH_RASTER_FILLS];
  float           reach;
  float           peak;
  const MarchRasterShades *shades;
} MarchRasterLayer;

/* A straight piece of an area's edge, in 256ths of a pixel, inside the raster. @weight holds a
 * field of 21 bits for each fill of the layer. */
typedef struct
{
  int     x0, y0, x1, y1;
  gint64  weight;
  guint   layer;
} MarchRasterEdge;

/* A straight piece of a line. */
typedef struct
{
  float x0, y0, x1, y1;
  guint layer;
  guint ends; /* bit 0: its beginning is joined, bit 1: its end is */
} MarchRasterPiece;

/* What was recorded of the layers in one strip, layer by layer. */
typedef struct
{
  MarchRasterEdge  *edges;
  guint             n_edges, edges_size;
  MarchRasterPiece *pieces;
  guint             n_pieces, pieces_size;
} MarchRasterBin;

/**
 * MarchStrip:
 * @pixels: of the strip's first row
 * @stride: pixels from row to row
 * @top: row of the raster that is the strip's first
 * @first: the first of its rows that are painted
 * @end: the one after the last
 * @left: the first of the columns that are painted
 * @right: the one after the last
 * @sums: of the edges: what each pixel adds to the coverage of those to its right, a row of
 * @sum_stride for each of the strip
 * @touched: a bit for each of them
 * @mask: of the lines: the coverage of each pixel
 * @marked: a bit for each 16 pixels of it
 * @sheets: as many pixels each as the strip has; of those that were asked for
 */
typedef struct
{
  guint32 *pixels;
  int      stride;
  int      top, rows, width;
  int      first, end, left, right;
  gint64  *sums;
  guint64 *touched;
  int      sum_stride, touched_stride;
  guint8  *mask;
  guint64 *marked;
  int      mask_stride, marked_stride;
  guint32 *sheets[MARCH_RASTER_FILLS];
  int      sheet_stride;
} MarchStrip;

/* Memory that a thread keeps from one raster to the next. */
typedef struct
{
  MarchRasterBin *bins;
  guint           n_bins;
  MarchStrip      strip; /* all blank between layers */
  GPtrArray      *shades; /* of MarchRasterShades, those of the last layers of lines */
  GArray         *layers; /* of MarchRasterLayer; empty */
  int             width; /* that it has room for */
} MarchRasterStore;

/* Everything is worked out in the pixels of the whole surface, whatever part of it is painted: so
 * that part comes out to the last bit as it does with all of it. */
struct _MarchRaster
{
  cairo_surface_t  *surface;
  int               width, height;
  MarchRasterPart   part;                /* what is painted */
  MarchRasterPart   sheets[MARCH_RASTER_FILLS]; /* as they were begun last */
  guint             sheet;               /* on which layers are recorded; 0 for the surface */
  GArray           *layers;              /* of MarchRasterLayer; the store's */
  MarchRasterStore *store;
};

void march_strip_paint_ground (MarchStrip *strip, const MarchRasterLayer *layer);
void march_strip_add_edge    (MarchStrip *strip, const MarchRasterEdge *edge);
void march_strip_paint_areas (MarchStrip *strip, const MarchRasterLayer *layer);
void march_strip_add_piece   (MarchStrip             *strip,
                              const MarchRasterPiece *piece,
                              const MarchRasterLayer *layer);
void march_strip_paint_lines (MarchStrip *strip, const MarchRasterLayer *layer);
MarchRasterShades *march_raster_shades_new (guint32                pixel,
                                            double                 alpha,
                                            float                  reach,
                                            const MarchRasterGlow *glow);

/* What recorded edges and lines are cut to. */
static inline const MarchRasterPart *
march_raster_get_bounds (const MarchRaster *self)
{
  return self->sheet > 0 ? &self->sheets[self->sheet - 1] : &self->part;
}

/* A pixel's four bytes, each with room for a product. */
static inline guint64
march_pixel_spread (guint32 pixel)
{
  return (pixel | (guint64) pixel << 24) & 0x00ff00ff00ff00ffu;
}

static inline guint32
march_pixel_gather (guint64 spread)
{
  return (guint32) (spread | spread >> 24);
}

/* Premultiplied source over what is there, @alpha 0 … 256 times the source's own. */
static inline guint32
march_pixel_scale (guint32 pixel, guint alpha)
{
  return ((((pixel & 0xff00ff) * alpha) >> 8) & 0xff00ff)
         | ((((pixel >> 8) & 0xff00ff) * alpha) & 0xff00ff00u);
}

static inline guint32
march_pixel_over (guint32 ground, guint32 source, guint alpha)
{
  guint32 scaled = alpha >= 256 ? source : march_pixel_scale (source, alpha);
  guint   rest = 255 - (scaled >> 24);

  return scaled + march_pixel_scale (ground, rest + (rest >> 7));
}

G_END_DECLS
