/* march-plot.h — puts prepared geometry into a cairo path: simplified, clipped to the view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "render/march-mesh.h"
#include "render/march-view.h"

G_BEGIN_DECLS

/**
 * MarchPlot:
 * @window: what is drawn, in logical pixels: the view and a margin for wide strokes
 *
 * One view on its way onto one cairo context. Lives on the stack; one thread.
 */
typedef struct
{
  cairo_t      *cr;
  MarchView     view;
  double        world;
  guint         level;
  MarchRect     window;
  MarchRect     unit_window; /* the same on the unit square */
  GArray       *points;      /* scratch, of MarchSpot */
  GArray       *clipped;     /* scratch */
  GCancellable *cancellable;
} MarchPlot;

void
march_plot_init (MarchPlot *plot, cairo_t *cr, const MarchView *view, GCancellable *cancellable);
void      march_plot_clear      (MarchPlot *plot);
gboolean  march_plot_cancelled  (const MarchPlot *plot);
gboolean  march_plot_sees       (const MarchPlot *plot, const MarchRect *box);
MarchSpot march_plot_spot       (const MarchPlot *plot, const MarchSpot *spot);
MarchRect march_plot_rect       (const MarchPlot *plot, const MarchRect *box);

void      march_plot_face       (MarchPlot *plot, const MarchMesh *mesh, guint face);
void      march_plot_shape_area (MarchPlot *plot, const MarchShape *shape);
void      march_plot_shape_line (MarchPlot *plot, const MarchShape *shape);
void      march_plot_track      (MarchPlot *plot, const MarchTrack *track);
void      march_plot_coarse_track (MarchPlot *plot, const MarchTrack *track, guint levels_up);
void      march_plot_dash_track (MarchPlot        *plot,
                                 const MarchTrack *track,
                                 const double     *dashes,
                                 int               n_dashes);
void      march_plot_ring_points (const MarchPlot     *plot,
                                  const MarchMesh     *mesh,
                                  const MarchMeshRing *ring,
                                  GArray              *points);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchPlot, march_plot_clear)

G_END_DECLS
