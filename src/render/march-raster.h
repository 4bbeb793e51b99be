/* march-raster.h — draws areas and lines straight into the pixels of an image */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "render/march-style.h"
#include "render/march-track.h"
#include "render/march-weave.h"

G_BEGIN_DECLS

/**
 * MarchRaster:
 *
 * A list of layers over the pixels of an image surface, painted by march_raster_flush(): strip by
 * strip, so that the pixels of a strip stay in the processor's cache while all layers are put on
 * it. Edges of areas are counted, not filled one by one, so that areas side by side leave no seam.
 * Coordinates are device pixels. One thread.
 */
typedef struct _MarchRaster MarchRaster;

/* Areas of a layer that are told apart by what fills them. */
#define MARCH_RASTER_FILLS 3

/**
 * MarchRasterFill:
 * @ink: what fills the area, if there is nothing else
 * @weave: (nullable): a pattern as large as the surface; it has to live until the layers are
 * flushed
 * @sheet: the number that march_raster_begin_sheet() gave what is painted on a sheet; 0 for none
 */
typedef struct
{
  MarchInk          ink;
  const MarchWeave *weave;
  guint             sheet;
} MarchRasterFill;

typedef enum
{
  MARCH_ENDS_BUTT = 0,
  MARCH_ENDS_JOINED = 1, /* goes on elsewhere, or closed */
} MarchLineEnds;

#define MARCH_RASTER_RINGS 3

/* Strokes of one line over each other, the widest first. */
typedef struct
{
  guint  n;
  double widths[MARCH_RASTER_RINGS];
  double alphas[MARCH_RASTER_RINGS];
} MarchRasterGlow;

MarchRaster *march_raster_new         (cairo_t *cr, double scale);
void         march_raster_free        (MarchRaster *self);
void         march_raster_get_part    (const MarchRaster *self, MarchRect *part);
void         march_raster_add_ground  (MarchRaster *self, const MarchRasterFill *fill);
void         march_raster_add_picture (MarchRaster *self, cairo_surface_t *picture);
guint        march_raster_begin_sheet (MarchRaster *self, guint number, const MarchRect *part);
void         march_raster_end_sheet   (MarchRaster *self);
void         march_raster_begin_fills (MarchRaster           *self,
                                       const MarchRasterFill *fills,
                                       guint                  n_fills,
                                       gboolean               even_odd);
void         march_raster_add_edges   (MarchRaster     *self,
                                       const MarchSpot *points,
                                       guint            n_points,
                                       const int        weights[MARCH_RASTER_FILLS]);
void         march_raster_begin_lines (MarchRaster *self, double width, const MarchInk *ink);
void         march_raster_begin_glow  (MarchRaster           *self,
                                       const MarchRasterGlow *glow,
                                       const MarchInk        *ink);
void         march_raster_add_line    (MarchRaster     *self,
                                       const MarchSpot *points,
                                       guint            n_points,
                                       MarchLineEnds    ends);
void         march_raster_repeat_line (MarchRaster *self, double width, const MarchInk *ink);
gboolean     march_raster_flush       (MarchRaster *self, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchRaster, march_raster_free)

G_END_DECLS
