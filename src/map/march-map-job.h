/* march-map-job.h — one picture of the map, painted by a worker */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-compared.h"
#include "render/march-layers.h"

G_BEGIN_DECLS

/**
 * MarchMapSurfaces:
 * @on_screen: the part of @view that was on screen
 * @layers: sea, land and what was said on the day painted last; %NULL if memory is short. Only the
 * next job may touch them
 * @picture: a copy of them, with names and what is selected
 * @selected_name: where the selected place's name stands, in logical pixels of @view; or empty
 * @legend: (element-type MarchLegendEntry): what is on the picture
 *
 * What a job has painted; a later job takes over what is still good. Counted atomically; nothing
 * but the layers changes once it is painted.
 */
typedef struct
{
  gatomicrefcount  count;
  MarchView        view;
  MarchView        on_screen;
  MarchStyle       style;
  MarchSnapshot   *snapshot;
  MarchCompared   *compared; /* NULL: no other day */
  MarchLayers     *layers;
  cairo_surface_t *picture;
  MarchRect        selected_name;
  GPtrArray       *legend;
} MarchMapSurfaces;

MarchMapSurfaces *march_map_surfaces_ref   (MarchMapSurfaces *surfaces);
void              march_map_surfaces_unref (MarchMapSurfaces *surfaces);

void              march_map_job_async      (MarchPainter        *painter,
                                            MarchSnapshot       *snapshot,
                                            MarchCompared       *compared,
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
