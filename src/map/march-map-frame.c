/* march-map-frame.c — a painted picture on its way to the screen */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-frame.h"

#include <math.h>
#include <string.h>

#include "map/march-map-spare.h"

static const cairo_user_data_key_t held_picture;

static GdkTexture *
new_texture (cairo_surface_t *surface)
{
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         (gsize) stride * height,
                                                         (GDestroyNotify) march_map_spare_release,
                                                         cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * march_map_frame_new:
 * @by_texture: with GTK 4.8 the cairo renderer paints an image surface six times faster than a
 * texture, and the GL renderer the reverse
 *
 * Returns: (transfer full): the picture of @surfaces
 */
MarchMapFrame *
march_map_frame_new (const MarchMapSurfaces *surfaces, gboolean by_texture)
{
  MarchMapFrame *frame = g_new0 (MarchMapFrame, 1);

  frame->view = surfaces->view;
  frame->picture = cairo_surface_reference (surfaces->picture);
  frame->texture = by_texture ? new_texture (surfaces->picture) : NULL;
  frame->opaque = !surfaces->style.transparent_base;
  return frame;
}

void
march_map_frame_free (MarchMapFrame *frame)
{
  g_clear_pointer (&frame->node, gsk_render_node_unref);
  g_clear_object (&frame->texture);
  march_map_spare_release (frame->picture);
  g_free (frame);
}

/**
 * march_map_view_offset:
 * @x: (out): where the west edge of @picture stands in @view, in logical pixels
 * @y: (out): where its north edge does
 *
 * Returns: how much it is magnified there
 */
double
march_map_view_offset (const MarchView *picture, const MarchView *view, double *x, double *y)
{
  const double world = march_view_world (view);

  *x = (picture->x - view->x) * world;
  *y = (picture->y - view->y) * world;
  return world / march_view_world (picture);
}

/**
 * march_map_view_covers:
 *
 * Returns: whether @picture reaches beyond @view by @reserve of its margin on each side
 */
gboolean
march_map_view_covers (const MarchView *picture, const MarchView *view, double reserve)
{
  double       x, y;
  const double factor = march_map_view_offset (picture, view, &x, &y);
  const double width = picture->width * factor;
  const double height = picture->height * factor;
  const double spare_x = reserve * MAX (width - view->width, 0) / 2;
  const double spare_y = reserve * MAX (height - view->height, 0) / 2;

  return -x >= spare_x - 0.5 && x + width >= view->width + spare_x - 0.5 && -y >= spare_y - 0.5
         && y + height >= view->height + spare_y - 0.5;
}

/* What is drawn by GTK later holds a snapshot of the picture; were the picture given up before it,
 * cairo would copy all of its pixels. */
static void
hold_picture (const MarchMapFrame *frame, cairo_t *cr)
{
  cairo_surface_set_user_data (cairo_get_target (cr), &held_picture,
                               cairo_surface_reference (frame->picture),
                               (cairo_destroy_func_t) march_map_spare_release);
}

static void
draw_surface (const MarchMapFrame   *frame,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              double                 x,
              double                 y,
              double                 factor,
              gboolean               crisp,
              double                 alpha)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  hold_picture (frame, cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, factor, factor);
  cairo_set_source_surface (cr, frame->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            crisp ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  /* Opaque and exactly in place, the pixels need no blending. */
  if (crisp && frame->opaque && alpha >= 1)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint_with_alpha (cr, alpha);
  cairo_destroy (cr);
}

static void
draw (const MarchMapFrame *frame, GtkSnapshot *snapshot, const MarchView *view, double alpha)
{
  double                x, y;
  double                factor = march_map_view_offset (&frame->view, view, &x, &y);
  const gboolean        in_place = fabs (frame->view.zoom - view->zoom) < 1e-6;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, view->width, view->height);

  if (in_place)
    {
      factor = 1;
      x = round (x * view->scale) / view->scale;
      y = round (y * view->scale) / view->scale;
    }
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (frame->texture != NULL)
    {
      gtk_snapshot_push_opacity (snapshot, alpha);
      gtk_snapshot_append_texture (snapshot, frame->texture,
                                   &GRAPHENE_RECT_INIT (x, y, frame->view.width * factor,
                                                        frame->view.height * factor));
      gtk_snapshot_pop (snapshot);
    }
  else
    {
      draw_surface (frame, snapshot, &bounds, x, y, factor,
                    in_place && frame->view.scale == view->scale, alpha);
    }
  gtk_snapshot_pop (snapshot);
}

/* While neither the picture nor the view changes the node stays the same: then GTK finds no
 * difference, and what lies over the map is drawn without it. */
static GskRenderNode *
get_node (MarchMapFrame *frame, const MarchView *view)
{
  GtkSnapshot *snapshot;

  if (frame->node != NULL && memcmp (&frame->node_view, view, sizeof *view) == 0)
    return frame->node;
  g_clear_pointer (&frame->node, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  draw (frame, snapshot, view, 1);
  frame->node = gtk_snapshot_free_to_node (snapshot);
  frame->node_view = *view;
  return frame->node;
}

/**
 * march_map_frame_draw:
 * @view: what is on screen
 * @alpha: 1 for opaque
 */
void
march_map_frame_draw (MarchMapFrame   *frame,
                      GtkSnapshot     *snapshot,
                      const MarchView *view,
                      double           alpha)
{
  if (alpha < 1)
    draw (frame, snapshot, view, alpha);
  else if (get_node (frame, view) != NULL)
    gtk_snapshot_append_node (snapshot, frame->node);
}
