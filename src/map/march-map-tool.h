/* march-map-tool.h — what a tool that has the pointer draws over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-style.h"
#include "render/march-view.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_TOOL (march_map_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarchMapTool, march_map_tool, MARCH, MAP_TOOL, GtkWidget)

/**
 * MarchMapTool:
 *
 * A clear sheet over the whole map. It takes no input: the map tells it where the map stands and
 * where the pointer is, and what clicks and keys mean to it. What it shows is said in words by the
 * map as well.
 */
struct _MarchMapToolClass
{
  GtkWidgetClass parent_class;

  /* Whether there is nothing to draw; the others are not asked then. */
  gboolean (*is_empty)  (MarchMapTool *self);
  void     (*draw)      (MarchMapTool *self, cairo_t *cr, const MarchPalette *palette);
  /* (nullable) The map moved below what is drawn. */
  void     (*map_moved) (MarchMapTool *self);
  /* (nullable) The pointer moved, or left the map. */
  void     (*pointed)   (MarchMapTool *self);
};

void             march_map_tool_show          (MarchMapTool *self, const MarchView *view,
                                               const MarchStyle *style);
void             march_map_tool_point_to      (MarchMapTool *self, double x, double y);
void             march_map_tool_point_nowhere (MarchMapTool *self);
const MarchView *march_map_tool_get_view      (MarchMapTool *self);
gboolean         march_map_tool_get_pointer   (MarchMapTool *self, double *x, double *y);

/* For drawing: the inks and lines that all tools have. */
void             march_map_tool_set_ink       (cairo_t *cr, const MarchInk *ink, double alpha);
void             march_map_tool_stroke        (cairo_t *cr, const MarchPalette *palette);
void             march_map_tool_draw_dot      (cairo_t *cr, double x, double y, double radius,
                                               const MarchInk *fill, const MarchInk *line);

G_END_DECLS
