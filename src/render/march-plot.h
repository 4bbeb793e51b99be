/* march-plot.h — puts prepared geometry on a surface: simplified, clipped to the view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "geo/march-outline.h"
#include "render/march-mesh.h"
#include "render/march-raster.h"
#include "render/march-view.h"

G_BEGIN_DECLS

/* One stroke of a line, in logical pixels. */
typedef struct
{
  double   width;
  MarchInk ink;
} MarchStroke;

/**
 * MarchPlot:
 * @raster: (nullable): draws into the pixels, if the context is one of an image; else cairo draws.
 * What it records is on the surface after march_plot_flush() only
 * @window: what is drawn, in logical pixels: the view and a margin for wide strokes
 * @part: what of the unit square the raster paints; a step paints but a part of the view
 * @reach: what of it the lines that were begun may be in, to change that
 * @ends: of lines that are not closed; set before march_plot_begin_lines(), it holds until they end
 *
 * One view on its way onto one cairo context. Lives on the stack; one thread.
 */
typedef struct
{
  cairo_t      *cr;
  MarchRaster  *raster;
  MarchView     view;
  double        world;
  guint         level;
  MarchRect     window;
  MarchRect     unit_window; /* the same on the unit square */
  MarchRect     part;
  MarchRect     reach;
  GArray       *points;      /* scratch, of MarchSpot */
  GArray       *clipped;     /* scratch */
  MarchStroke   strokes[MARCH_RASTER_RINGS]; /* of the lines begun */
  guint         n_strokes;
  double        dash, gap;
  MarchLineEnds ends;
  GCancellable *cancellable;
} MarchPlot;

/* How an arc bounds the areas that are filled at once; see march_raster_add_edges(). */
typedef struct
{
  guint arc;
  int   weights[MARCH_RASTER_FILLS];
} MarchArcWeights;

void      march_plot_init       (MarchPlot       *plot,
                                 cairo_t         *cr,
                                 const MarchView *view,
                                 GCancellable    *cancellable);
void      march_plot_clear      (MarchPlot *plot);
void      march_plot_turn_to    (MarchPlot *plot, cairo_t *cr, GCancellable *cancellable);
gboolean  march_plot_flush      (MarchPlot *plot);
gboolean  march_plot_cancelled  (const MarchPlot *plot);
gboolean  march_plot_sees       (const MarchPlot *plot, const MarchRect *box);
gboolean  march_plot_meets_part (const MarchPlot *plot, const MarchRect *box);
gboolean  march_plot_fills_part (const MarchPlot *plot, const MarchMesh *mesh, guint face);
void      march_plot_set_reach  (MarchPlot *plot, double width);
MarchSpot march_plot_spot       (const MarchPlot *plot, const MarchSpot *spot);
MarchRect march_plot_rect       (const MarchPlot *plot, const MarchRect *box);

void      march_plot_ground     (MarchPlot *plot, const MarchInk *ink);
void      march_plot_begin_sheet (MarchPlot *plot, guint number, const MarchRect *part);
void      march_plot_end_sheet  (MarchPlot *plot);
void      march_plot_picture    (MarchPlot *plot, cairo_surface_t *picture);
GArray   *march_plot_weigh_arcs (const MarchMesh *mesh, const guint8 *classes);
void      march_plot_fill_arcs  (MarchPlot             *plot,
                                 const MarchMesh       *mesh,
                                 const GArray          *arcs,
                                 const MarchRasterFill *fills,
                                 guint                  n_fills);
void      march_plot_fill_faces (MarchPlot             *plot,
                                 const MarchMesh       *mesh,
                                 const guint8          *classes,
                                 const MarchRasterFill *fills,
                                 guint                  n_fills);
void      march_plot_begin_area (MarchPlot *plot, const MarchRasterFill *fill);
void      march_plot_shape_area (MarchPlot *plot, const MarchShape *shape);
void      march_plot_outline_area (MarchPlot *plot, MarchOutline *outline);
void      march_plot_end_area   (MarchPlot *plot, const MarchRasterFill *fill);
void      march_plot_face       (MarchPlot *plot, const MarchMesh *mesh, guint face);

void      march_plot_begin_lines (MarchPlot *plot, const MarchStroke *strokes, guint n_strokes);
void      march_plot_begin_dashes (MarchPlot         *plot,
                                   const MarchStroke *stroke,
                                   double             dash,
                                   double             gap);
void      march_plot_begin_glow (MarchPlot *plot, const MarchStroke *strokes, guint n_strokes);
void      march_plot_track      (MarchPlot *plot, const MarchTrack *track);
void      march_plot_coarse_track (MarchPlot *plot, const MarchTrack *track, guint levels_up);
void      march_plot_shape_line (MarchPlot *plot, const MarchShape *shape);
void      march_plot_outline_lines (MarchPlot         *plot,
                                    MarchOutline      *outline,
                                    const MarchStroke *contact,
                                    const MarchStroke *others,
                                    double             dash,
                                    double             gap);
void      march_plot_closed_line (MarchPlot *plot, const MarchSpot *spots, guint n_spots);
void      march_plot_circle     (MarchPlot *plot, const MarchSpot *middle, double radius);
void      march_plot_end_lines  (MarchPlot *plot);

void      march_plot_ring_points (const MarchPlot     *plot,
                                  const MarchMesh     *mesh,
                                  const MarchMeshRing *ring,
                                  GArray              *points);

/* Whether the lines that were begun, drawn in @box, may get onto the part that is painted. */
static inline gboolean
march_plot_reaches (const MarchPlot *plot, const MarchRect *box)
{
  return box->x0 <= plot->reach.x1 && box->x1 >= plot->reach.x0 && box->y0 <= plot->reach.y1
         && box->y1 >= plot->reach.y0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchPlot, march_plot_clear)

G_END_DECLS
