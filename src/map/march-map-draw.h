/* march-map-draw.h — an outline that is being drawn, over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-drawing.h"
#include "map/march-map-tool.h"

G_BEGIN_DECLS

/**
 * MarchMapHandle:
 * @ring: of the outline that is drawn
 * @corner: itself, or the one before the middle of an edge
 * @middle: a corner can be put in there
 * @x: in logical pixels
 * @y: in logical pixels
 */
typedef struct
{
  guint    ring;
  guint    corner;
  gboolean middle;
  double   x;
  double   y;
} MarchMapHandle;

#define MARCH_TYPE_MAP_DRAW (march_map_draw_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapDraw, march_map_draw, MARCH, MAP_DRAW, MarchMapTool)

void     march_map_draw_set_drawing  (MarchMapDraw *draw, MarchDrawing *drawing);
void     march_map_draw_update       (MarchMapDraw *draw);
gboolean march_map_draw_is_waiting   (MarchMapDraw *draw);
gboolean march_map_draw_locate       (MarchMapDraw *draw, double x, double y, double *longitude,
                                      double *latitude);
gboolean march_map_draw_pick         (MarchMapDraw *draw, double x, double y,
                                      MarchMapHandle *handle);
gboolean march_map_draw_closes       (MarchMapDraw *draw, double x, double y);
void     march_map_draw_set_longer   (MarchMapDraw *draw, gboolean longer);
gboolean march_map_draw_get_longer   (MarchMapDraw *draw);
void     march_map_draw_select_ring  (MarchMapDraw *draw, guint ring);
gboolean march_map_draw_get_ring     (MarchMapDraw *draw, guint *ring);
void     march_map_draw_select       (MarchMapDraw *draw, guint ring, guint corner);
void     march_map_draw_select_none  (MarchMapDraw *draw);
gboolean march_map_draw_get_selected (MarchMapDraw *draw, MarchMapHandle *handle);
gboolean march_map_draw_step         (MarchMapDraw *draw, int direction);
gboolean march_map_draw_is_dense     (MarchMapDraw *draw);
gboolean march_map_draw_start_lead   (MarchMapDraw *draw);
void     march_map_draw_end_lead     (MarchMapDraw *draw);
gboolean march_map_draw_is_leading   (MarchMapDraw *draw, guint *from);
gboolean march_map_draw_get_lead_end (MarchMapDraw *draw, guint *to);
void     march_map_draw_mark_defect  (MarchMapDraw *draw, double longitude, double latitude);

G_END_DECLS
