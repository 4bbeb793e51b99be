/* march-map-job.h — one picture of the map, painted by a worker */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-painter.h"

G_BEGIN_DECLS

/**
 * MarchMapSurfaces:
 * @on_screen: the part of @view that was on screen
 * @base: sea and land, good for @view and the theme
 * @control: what the snapshot says, over a copy of @base, or @base itself if memory is short
 * @picture: with names and what is selected; @control itself if nothing is, so that it can't be the
 * ground of another picture
 * @selected_name: where the selected place's name stands, in logical pixels of @view; or empty
 * @legend: (element-type MarchLegendEntry): what is on the picture
 *
 * What a job has painted; a later job takes over what is still good. Counted atomically; nothing
 * changes once it is painted.
 */
typedef struct
{
  gatomicrefcount  count;
  MarchView        view;
  MarchView        on_screen;
  MarchStyle       style;
  MarchSnapshot   *snapshot;
  cairo_surface_t *base;
  cairo_surface_t *control;
  cairo_surface_t *picture;
  MarchRect        selected_name;
  GPtrArray       *legend;
} MarchMapSurfaces;

MarchMapSurfaces *march_map_surfaces_ref   (MarchMapSurfaces *surfaces);
void              march_map_surfaces_unref (MarchMapSurfaces *surfaces);

void              march_map_job_async      (MarchPainter        *painter,
                                            MarchSnapshot       *snapshot,
                                            const MarchView     *view,
                                            const MarchView     *shown,
                                            const MarchStyle    *style,
                                            gboolean             frugal,
                                            MarchMapSurfaces    *earlier,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
MarchMapSurfaces *march_map_job_finish     (GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchMapSurfaces, march_map_surfaces_unref)

G_END_DECLS
