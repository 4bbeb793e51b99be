/* march-map-frame.h — a painted picture on its way to the screen */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "map/march-map-job.h"

G_BEGIN_DECLS

/**
 * MarchMapFrame:
 * @view: what it is a picture of
 * @picture: its pixels
 * @texture: the same, where textures are faster; else NULL
 * @opaque: whether nothing shows through
 * @node: (nullable): how it was drawn last
 * @node_view: what was on screen then
 */
typedef struct
{
  MarchView        view;
  cairo_surface_t *picture;
  GdkTexture      *texture;
  gboolean         opaque;
  gboolean         kept;
  GskRenderNode   *node;
  MarchView        node_view;
} MarchMapFrame;

MarchMapFrame *march_map_frame_new      (const MarchMapSurfaces *surfaces, gboolean by_texture);
void           march_map_frame_free     (MarchMapFrame *frame);
void           march_map_frame_draw     (MarchMapFrame   *frame,
                                         GtkSnapshot     *snapshot,
                                         const MarchView *view,
                                         double           alpha);

double         march_map_view_offset    (const MarchView *picture,
                                         const MarchView *view,
                                         double          *x,
                                         double          *y);
gboolean       march_map_view_covers    (const MarchView *picture,
                                         const MarchView *view,
                                         double           reserve);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchMapFrame, march_map_frame_free)

G_END_DECLS
