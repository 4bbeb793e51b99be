/* march-map-view.h — the map with what lies over it: legend, chips, scale, zoom buttons */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "geo/march-drawing.h"
#include "map/march-map-measure.h"
#include "render/march-view.h"
#include "session/march-session.h"
#include "widgets/march-adaptive-bin.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_VIEW (march_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapView, march_map_view, MARCH, MAP_VIEW, GtkWidget)

/* Properties: "session" (MarchSession, once), "show-legend" (boolean: unfolded). Signal "drawn"
 * (gboolean finished): see march_map_view_start_drawing(). */
void              march_map_view_set_room         (MarchMapView *view, MarchRoom room);
void              march_map_view_set_panel_shown  (MarchMapView *view, gboolean shown);
void              march_map_view_set_projector    (MarchMapView *view, gboolean projector);
void              march_map_view_start_measuring  (MarchMapView *view, MarchMeasureKind kind);
void              march_map_view_start_drawing    (MarchMapView *view, MarchDrawing *drawing,
                                                   const char *title);
void              march_map_view_stop_drawing     (MarchMapView *view, gboolean finished);
MarchDrawing     *march_map_view_take_drawing     (MarchMapView *view);
gboolean          march_map_view_is_drawing       (MarchMapView *view);
void              march_map_view_step_drawing     (MarchMapView *view, int direction);
void              march_map_view_zoom             (MarchMapView *view, int steps);
void              march_map_view_ask_known_by     (MarchMapView *view);
void              march_map_view_ask_according_to (MarchMapView *view);
const MarchPlace *march_map_view_pick             (MarchMapView *view, double x, double y);
void              march_map_view_click (MarchMapView *view, double x, double y, int n_press);
gboolean          march_map_view_get_view         (MarchMapView *view, MarchView *shown);
gboolean          march_map_view_is_painted       (MarchMapView *view);

G_END_DECLS
