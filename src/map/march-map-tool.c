/* march-map-tool.c — what a tool that has the pointer draws over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-tool.h"

#define LINE 2.0
#define HALO 5.0

typedef struct
{
  MarchView  view;
  MarchTheme theme;
  gboolean   pointed; /* whether the pointer is on the map: */
  double     x, y;
} MarchMapToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MarchMapTool, march_map_tool, GTK_TYPE_WIDGET)

static gboolean
is_empty (MarchMapTool *self)
{
  return MARCH_MAP_TOOL_GET_CLASS (self)->is_empty (self);
}

static void
march_map_tool_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchMapTool        *self = MARCH_MAP_TOOL (widget);
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);
  cairo_t             *cr;

  if (priv->view.width <= 0 || is_empty (self))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  MARCH_MAP_TOOL_GET_CLASS (self)->draw (self, cr, march_palette_get (priv->theme));
  cairo_destroy (cr);
}

static void
march_map_tool_class_init (MarchMapToolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = march_map_tool_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "march-map-tool");
}

static void
march_map_tool_init (MarchMapTool *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static void
update (MarchMapTool *self, void (*tell) (MarchMapTool *self))
{
  if (is_empty (self))
    return;
  if (tell != NULL)
    tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_tool_show: draws where @view has it, in the inks of @style */
void
march_map_tool_show (MarchMapTool *self, const MarchView *view, const MarchStyle *style)
{
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);

  g_return_if_fail (MARCH_IS_MAP_TOOL (self));
  priv->view = *view;
  priv->theme = style->theme;
  update (self, MARCH_MAP_TOOL_GET_CLASS (self)->map_moved);
}

/** march_map_tool_point_to: shows what a click there would do, in logical pixels */
void
march_map_tool_point_to (MarchMapTool *self, double x, double y)
{
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);

  g_return_if_fail (MARCH_IS_MAP_TOOL (self));
  priv->pointed = TRUE;
  priv->x = x;
  priv->y = y;
  update (self, MARCH_MAP_TOOL_GET_CLASS (self)->pointed);
}

/** march_map_tool_point_nowhere: the pointer has left the map, or what it pointed to is done */
void
march_map_tool_point_nowhere (MarchMapTool *self)
{
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);

  g_return_if_fail (MARCH_IS_MAP_TOOL (self));
  priv->pointed = FALSE;
  update (self, MARCH_MAP_TOOL_GET_CLASS (self)->pointed);
}

/** march_map_tool_get_view: Returns: where the map stands; of no width before it is shown */
const MarchView *
march_map_tool_get_view (MarchMapTool *self)
{
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);

  return &priv->view;
}

/** march_map_tool_get_pointer: @x: (out), @y: (out): in logical pixels. Returns: whether there is
 * one on the map */
gboolean
march_map_tool_get_pointer (MarchMapTool *self, double *x, double *y)
{
  MarchMapToolPrivate *priv = march_map_tool_get_instance_private (self);

  *x = priv->x;
  *y = priv->y;
  return priv->pointed;
}

/** march_map_tool_set_ink: @alpha: instead of the ink's own */
void
march_map_tool_set_ink (cairo_t *cr, const MarchInk *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, alpha);
}

/** march_map_tool_stroke: the path as a line that shows up on any map; there is none afterwards */
void
march_map_tool_stroke (cairo_t *cr, const MarchPalette *palette)
{
  march_map_tool_set_ink (cr, &palette->halo, 0.9);
  cairo_set_line_width (cr, HALO);
  cairo_stroke_preserve (cr);
  march_map_tool_set_ink (cr, &palette->label, 1);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

/** march_map_tool_draw_dot: a disc of @fill with a rim of @line */
void
march_map_tool_draw_dot (cairo_t        *cr,
                         double          x,
                         double          y,
                         double          radius,
                         const MarchInk *fill,
                         const MarchInk *line)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  march_map_tool_set_ink (cr, fill, 1);
  cairo_fill_preserve (cr);
  march_map_tool_set_ink (cr, line, 1);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}
