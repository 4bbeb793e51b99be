/* march-map-view.h — the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "widgets/march-adaptive-bin.h"
#include "app/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_VIEW (march_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapView, march_map_view, MARCH, MAP_VIEW, GtkBox)

void march_map_view_set_room (MarchMapView *view, MarchRoom room);
void march_map_view_set_projector (MarchMapView *view, gboolean projector);
void march_map_view_zoom (MarchMapView *view, int steps);
void march_map_view_ask_known_by (MarchMapView *view);
void march_map_view_ask_according_to (MarchMapView *view);
GtkWidget *march_map_view_new (MarchSession *session);

G_END_DECLS
