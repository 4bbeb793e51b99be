/* march-map-draw.c — an outline that is being drawn, over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw-private.h"

#include <math.h>

#include "map/march-map-draw-handles.h"

/* How far from a corner the pointer snaps to it. */
#define SNAP 9.0

G_DEFINE_FINAL_TYPE (MarchMapDraw, march_map_draw, MARCH_TYPE_MAP_TOOL)

/** march_map_draw_get_handles: private to the drawing. Returns: (transfer none) (element-type
 * MarchMapHandle): what can be taken hold of in this view */
GArray *
march_map_draw_get_handles (MarchMapDraw *self)
{
  if (self->handles == NULL)
    self->handles = march_map_draw_list_handles (self->drawing,
                                                 march_map_tool_get_view (MARCH_MAP_TOOL (self)),
                                                 &self->dense);
  return self->handles;
}

static gboolean
march_map_draw_is_empty (MarchMapTool *tool)
{
  return MARCH_MAP_DRAW (tool)->drawing == NULL;
}

static void
march_map_draw_pointed (MarchMapTool *tool)
{
  MarchMapDraw *self = MARCH_MAP_DRAW (tool);
  double        x, y, longitude, latitude;
  guint         to;

  g_clear_pointer (&self->way, g_array_unref);
  if (march_map_draw_get_lead_end (self, &to))
    self->way = march_drawing_find_lead (self->drawing, self->ring, self->lead_from, to,
                                         self->longer);
  self->snapped = march_map_tool_get_pointer (tool, &x, &y) && march_map_draw_is_waiting (self)
                  && march_map_draw_locate (self, x, y, &longitude, &latitude);
  if (self->snapped)
    {
      march_view_project (march_map_tool_get_view (tool), longitude, latitude, &self->snap_x,
                          &self->snap_y);
      if (march_drawing_get_follow (self->drawing))
        self->way = march_drawing_find_way (self->drawing, longitude, latitude, self->longer);
    }
}

static void
march_map_draw_map_moved (MarchMapTool *tool)
{
  g_clear_pointer (&MARCH_MAP_DRAW (tool)->handles, g_array_unref);
  march_map_draw_pointed (tool);
}

static void
march_map_draw_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_MAP_DRAW (object)->handles, g_array_unref);
  g_clear_pointer (&MARCH_MAP_DRAW (object)->way, g_array_unref);
  G_OBJECT_CLASS (march_map_draw_parent_class)->finalize (object);
}

static void
march_map_draw_class_init (MarchMapDrawClass *klass)
{
  MarchMapToolClass *tool_class = MARCH_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_draw_finalize;
  tool_class->is_empty = march_map_draw_is_empty;
  tool_class->draw = march_map_draw_paint;
  tool_class->map_moved = march_map_draw_map_moved;
  tool_class->pointed = march_map_draw_pointed;
}

static void
march_map_draw_init (MarchMapDraw *self)
{
  self->defect_longitude = self->defect_latitude = NAN;
}

/** march_map_draw_set_drawing: @drawing: (nullable): borrowed until there is another; NULL: nothing
 * is drawn */
void
march_map_draw_set_drawing (MarchMapDraw *self, MarchDrawing *drawing)
{
  g_return_if_fail (MARCH_IS_MAP_DRAW (self));
  self->drawing = drawing;
  self->chosen = self->selected = self->longer = self->leading = FALSE;
  self->defect_longitude = NAN;
  march_map_tool_point_nowhere (MARCH_MAP_TOOL (self));
  march_map_draw_update (self);
}

/** march_map_draw_update: to be called when the drawing has changed */
void
march_map_draw_update (MarchMapDraw *self)
{
  MarchMapHandle chosen;

  g_clear_pointer (&self->handles, g_array_unref);
  if (self->drawing == NULL || march_drawing_is_open (self->drawing)
      || self->ring >= march_drawing_get_n_rings (self->drawing, 0))
    self->chosen = self->selected = self->leading = FALSE;
  if (self->selected && !march_map_draw_get_selected (self, &chosen))
    self->selected = FALSE;
  if (self->drawing != NULL)
    march_map_draw_pointed (MARCH_MAP_TOOL (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_is_waiting: Returns: whether the next click puts a corner where the pointer is */
gboolean
march_map_draw_is_waiting (MarchMapDraw *self)
{
  return march_drawing_is_open (self->drawing)
         || (march_drawing_get_kind (self->drawing) == MARCH_GEOMETRY_POINT
             && march_drawing_count_corners (self->drawing) == 0);
}

/* The first corner of the ring that is open. */
static gboolean
find_first (MarchMapDraw *self, double *x, double *y, MarchDrawnPoint *point)
{
  guint n = 0;
  const MarchDrawnPoint *points = NULL;

  if (march_drawing_count_open (self->drawing) == 0)
    return FALSE;
  points = march_drawing_get_ring (self->drawing, 0,
                                   march_drawing_get_n_rings (self->drawing, 0) - 1, &n);
  *point = points[0];
  march_view_project (march_map_tool_get_view (MARCH_MAP_TOOL (self)), point->longitude,
                      point->latitude, x, y);
  return TRUE;
}

/** march_map_draw_closes: Returns: whether the ring that is open begins there, and has more corners
 */
gboolean
march_map_draw_closes (MarchMapDraw *self, double x, double y)
{
  MarchDrawnPoint first;
  double          first_x, first_y;

  return march_drawing_count_open (self->drawing) >= 2
         && find_first (self, &first_x, &first_y, &first)
         && hypot (first_x - x, first_y - y) < MARCH_MAP_DRAW_REACH;
}

/** march_map_draw_locate: @longitude: (out), @latitude: (out): what is at that point of the map, or
 * the corner or border of a neighbour that is near, or where the ring that is open begins. Returns:
 * whether it is one of these */
gboolean
march_map_draw_locate (MarchMapDraw *self,
                       double        x,
                       double        y,
                       double       *longitude,
                       double       *latitude)
{
  const MarchView *view = march_map_tool_get_view (MARCH_MAP_TOOL (self));
  MarchDrawnPoint  first;

  if (march_map_draw_closes (self, x, y) && find_first (self, &x, &y, &first))
    {
      *longitude = first.longitude;
      *latitude = first.latitude;
      return TRUE;
    }
  march_view_unproject (view, x, y, longitude, latitude);
  return march_drawing_snap (self->drawing, SNAP * 360 / march_view_world (view), longitude,
                             latitude);
}

/** march_map_draw_pick: @handle: (out): the nearest within reach; corners before middles. Returns:
 * whether there is one */
gboolean
march_map_draw_pick (MarchMapDraw *self, double x, double y, MarchMapHandle *handle)
{
  GArray  *handles = march_map_draw_get_handles (self);
  gboolean found = march_map_draw_get_selected (self, handle);
  double   nearest = MARCH_MAP_DRAW_REACH;

  if (found && hypot (handle->x - x, handle->y - y) <= MARCH_MAP_DRAW_REACH)
    return TRUE;
  found = FALSE;
  for (guint i = 0; i < handles->len; i++)
    {
      const MarchMapHandle *one = &g_array_index (handles, MarchMapHandle, i);
      const double          away = hypot (one->x - x, one->y - y) + (one->middle ? 2 : 0);

      if (away >= nearest)
        continue;
      nearest = away;
      *handle = *one;
      found = TRUE;
    }
  return found;
}

/** march_map_draw_set_longer: whether the longer way is followed along a border */
void
march_map_draw_set_longer (MarchMapDraw *self, gboolean longer)
{
  if (self->longer == longer)
    return;
  self->longer = longer;
  if (self->drawing != NULL)
    march_map_draw_update (self);
}

gboolean
march_map_draw_get_longer (MarchMapDraw *self)
{
  return self->longer;
}

/** march_map_draw_start_lead: from the corner that is selected on the ring is to follow a border.
 * Returns: %FALSE if none is */
gboolean
march_map_draw_start_lead (MarchMapDraw *self)
{
  MarchMapHandle chosen;

  if (!march_map_draw_get_selected (self, &chosen))
    return FALSE;
  self->leading = TRUE;
  self->lead_from = chosen.corner;
  march_map_draw_update (self);
  return TRUE;
}

/** march_map_draw_end_lead: no more, whether it was led or not */
void
march_map_draw_end_lead (MarchMapDraw *self)
{
  self->leading = FALSE;
  if (self->drawing != NULL)
    march_map_draw_update (self);
}

/** march_map_draw_is_leading: @from: (out): the corner from which on a ring is to follow a border.
 * Returns: whether one is */
gboolean
march_map_draw_is_leading (MarchMapDraw *self, guint *from)
{
  *from = self->lead_from;
  return self->leading;
}

/** march_map_draw_get_lead_end: @to: (out): the corner up to which it would: the one below the
 * pointer, or else the selected one. Returns: whether there is one */
gboolean
march_map_draw_get_lead_end (MarchMapDraw *self, guint *to)
{
  MarchMapHandle handle;
  double         x, y;

  if (!self->leading)
    return FALSE;
  if (!march_map_tool_get_pointer (MARCH_MAP_TOOL (self), &x, &y)
      || !march_map_draw_pick (self, x, y, &handle) || handle.middle
      || handle.ring != self->ring || handle.corner == self->lead_from)
    if (!march_map_draw_get_selected (self, &handle))
      return FALSE;
  *to = handle.corner;
  return *to != self->lead_from;
}

/** march_map_draw_select_ring: chooses a ring, and no corner of it */
void
march_map_draw_select_ring (MarchMapDraw *self, guint ring)
{
  self->chosen = TRUE;
  self->selected = FALSE;
  self->ring = ring;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_get_ring: @ring: (out): the one that is chosen, or has the corner that is.
 * Returns: whether there is one */
gboolean
march_map_draw_get_ring (MarchMapDraw *self, guint *ring)
{
  *ring = self->ring;
  return self->chosen && !march_drawing_is_open (self->drawing)
         && self->ring < march_drawing_get_n_rings (self->drawing, 0);
}

/** march_map_draw_select: the corner that keys move */
void
march_map_draw_select (MarchMapDraw *self, guint ring, guint corner)
{
  if (self->leading && ring != self->ring)
    self->leading = FALSE;
  self->chosen = self->selected = TRUE;
  self->ring = ring;
  self->corner = corner;
  if (self->leading)
    march_map_draw_pointed (MARCH_MAP_TOOL (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_select_none: keys move no corner, and no ring is chosen */
void
march_map_draw_select_none (MarchMapDraw *self)
{
  self->chosen = self->selected = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_draw_get_selected: @handle: (out): where it stands. Returns: whether a corner is
 * selected that is still there */
gboolean
march_map_draw_get_selected (MarchMapDraw *self, MarchMapHandle *handle)
{
  const MarchDrawnPoint *points;
  guint                  n = 0;

  if (!self->selected || self->ring >= march_drawing_get_n_rings (self->drawing, 0))
    return FALSE;
  points = march_drawing_get_ring (self->drawing, 0, self->ring, &n);
  if (self->corner >= n)
    return FALSE;
  *handle = (MarchMapHandle){ .ring = self->ring, .corner = self->corner };
  march_view_project (march_map_tool_get_view (MARCH_MAP_TOOL (self)),
                      points[self->corner].longitude, points[self->corner].latitude, &handle->x,
                      &handle->y);
  return TRUE;
}

static gboolean
is_beyond (MarchMapDraw *self, const MarchMapHandle *handle, int direction)
{
  if (handle->ring != self->ring)
    return (handle->ring > self->ring) == (direction > 0);
  return direction > 0 ? handle->corner > self->corner : handle->corner < self->corner;
}

/** march_map_draw_step: @direction: 1 selects the next corner with a handle in view, -1 the one
 * before. Returns: FALSE beyond the last: then none is selected */
gboolean
march_map_draw_step (MarchMapDraw *self, int direction)
{
  GArray *handles = march_map_draw_get_handles (self);

  for (guint k = 0; k < handles->len; k++)
    {
      const guint           i = direction > 0 ? k : handles->len - 1 - k;
      const MarchMapHandle *handle = &g_array_index (handles, MarchMapHandle, i);

      if (handle->middle || (self->selected && !is_beyond (self, handle, direction))
          || (self->chosen && !self->selected && handle->ring != self->ring))
        continue;
      march_map_draw_select (self, handle->ring, handle->corner);
      return TRUE;
    }
  march_map_draw_select_none (self);
  return FALSE;
}

/** march_map_draw_is_dense: Returns: whether corners in view have no handle, as they stand too
 * close */
gboolean
march_map_draw_is_dense (MarchMapDraw *self)
{
  march_map_draw_get_handles (self);
  return self->dense;
}

/** march_map_draw_mark_defect: @longitude: where the outline is wrong; NAN: nowhere */
void
march_map_draw_mark_defect (MarchMapDraw *self, double longitude, double latitude)
{
  self->defect_longitude = longitude;
  self->defect_latitude = latitude;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
