/* march-layers.c — base and control of a view, brought from day to day by painting what changes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-layers.h"

#include <math.h>
#include <string.h>

#include "render/march-scene.h"

#define FRAME 4 /* device pixels */

struct _MarchLayers
{
  gatomicrefcount  ref_count;
  MarchPainter    *painter;
  MarchView        view;
  MarchStyle       style;
  cairo_surface_t *base; /* NULL before the first day, and after one that was cancelled */
  cairo_surface_t *control;
  MarchSnapshot   *shown; /* what @control says; NULL while it is being painted */
  MarchScene       scene; /* of what is shown */
};

/**
 * march_layers_new:
 * @painter: whose snapshots are to be shown
 * @view: a sane view
 *
 * Returns: (transfer full): layers on which nothing is painted
 */
MarchLayers *
march_layers_new (MarchPainter *painter, const MarchView *view)
{
  MarchLayers *layers = g_new0 (MarchLayers, 1);

  g_atomic_ref_count_init (&layers->ref_count);
  layers->painter = march_painter_ref (painter);
  layers->view = *view;
  return layers;
}

/** march_layers_ref: Returns: (transfer full): @layers; on any thread */
MarchLayers *
march_layers_ref (MarchLayers *layers)
{
  g_atomic_ref_count_inc (&layers->ref_count);
  return layers;
}

static void
forget_shown (MarchLayers *layers)
{
  if (layers->shown == NULL)
    return;
  march_scene_clear (&layers->scene);
  g_clear_pointer (&layers->shown, march_snapshot_unref);
}

/** march_layers_unref: gives up one reference, on any thread */
void
march_layers_unref (MarchLayers *layers)
{
  if (!g_atomic_ref_count_dec (&layers->ref_count))
    return;
  g_clear_pointer (&layers->base, cairo_surface_destroy);
  g_clear_pointer (&layers->control, cairo_surface_destroy);
  forget_shown (layers);
  march_painter_unref (layers->painter);
  g_free (layers);
}

/** march_layers_are_of: Returns: whether they show what @painter paints of @view */
gboolean
march_layers_are_of (MarchLayers *layers, MarchPainter *painter, const MarchView *view)
{
  return layers->painter == painter && memcmp (&layers->view, view, sizeof *view) == 0;
}

static cairo_surface_t *
new_surface (const MarchView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (view->width * view->scale),
                                                         (int) ceil (view->height * view->scale));

  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  return surface;
}

/* The styles of two bases. */
static gboolean
same_ground (const MarchStyle *a, const MarchStyle *b)
{
  return a->theme == b->theme && a->transparent_base == b->transparent_base && a->draft == b->draft
         && a->pattern_scale == b->pattern_scale;
}

/* The styles of two controls over the same base; what is selected and written lies above both. */
static gboolean
same_symbols (const MarchStyle *a, const MarchStyle *b)
{
  return a->lens == b->lens && a->hatches == b->hatches && a->points == b->points
         && a->recognised_border == b->recognised_border;
}

static gboolean
paint_base (MarchLayers *layers, const MarchStyle *style, GCancellable *cancellable)
{
  cairo_surface_t *base;
  cairo_t         *cr;
  gboolean         whole;

  if (layers->base != NULL && same_ground (&layers->style, style))
    return TRUE;
  base = new_surface (&layers->view);
  cr = cairo_create (base);
  whole = march_painter_paint_base (layers->painter, cr, &layers->view, style, cancellable);
  cairo_destroy (cr);
  g_clear_pointer (&layers->base, cairo_surface_destroy);
  forget_shown (layers);
  if (whole)
    layers->base = base;
  else
    cairo_surface_destroy (base);
  return whole;
}

/* Rows of pixels of a surface, copied out of it and back. */
typedef struct
{
  int      x, y, width, height;
  guint32 *pixels;
} Saved;

static void
move_pixels (cairo_surface_t *surface, Saved *saved, gboolean back)
{
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize   stride = (gsize) cairo_image_surface_get_stride (surface);
  gsize   length = (gsize) saved->width * 4;

  for (int i = 0; i < saved->height; i++)
    {
      guint8  *there = data + (gsize) (saved->y + i) * stride + 4 * (gsize) saved->x;
      guint32 *here = saved->pixels + (gsize) i * (gsize) saved->width;

      memcpy (back ? (void *) there : here, back ? (void *) here : there, length);
    }
}

static void
save (Saved *saved, cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  *saved = (Saved){ x0, y0, MAX (x1 - x0, 0), MAX (y1 - y0, 0), NULL };
  saved->pixels = g_new (guint32, (gsize) saved->width * (gsize) saved->height + 1);
  move_pixels (surface, saved, FALSE);
}

static void
restore (Saved *saved, cairo_surface_t *surface)
{
  move_pixels (surface, saved, TRUE);
  g_free (saved->pixels);
}

/* Puts the base back inside @part, or everywhere, and paints the control there. */
static gboolean
paint_part (MarchLayers     *layers,
            MarchScene      *scene,
            const MarchRect *part,
            GCancellable    *cancellable)
{
  cairo_t *cr = cairo_create (layers->control);
  gboolean whole;

  if (part != NULL)
    {
      cairo_rectangle (cr, part->x0, part->y0, part->x1 - part->x0, part->y1 - part->y0);
      cairo_clip (cr);
    }
  march_scene_turn_to (scene, cr, cancellable);
  march_plot_picture (&scene->plot, layers->base);
  whole = march_scene_paint_control (scene);
  march_scene_turn_to (scene, NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (layers->control);
  return whole;
}

/* Cairo's smooth edges come out otherwise where the clip cuts them: so somewhat more is painted,
 * and what lies around @part is put back. */
static gboolean
paint_framed_part (MarchLayers     *layers,
                   MarchScene      *scene,
                   const MarchRect *part,
                   const MarchRect *wide,
                   GCancellable    *cancellable)
{
  cairo_surface_t *control = layers->control;
  double           scale = layers->view.scale;
  int              x0 = (int) lround (part->x0 * scale), y0 = (int) lround (part->y0 * scale);
  int              x1 = (int) lround (part->x1 * scale), y1 = (int) lround (part->y1 * scale);
  int              left = (int) lround (wide->x0 * scale), top = (int) lround (wide->y0 * scale);
  int right = (int) lround (wide->x1 * scale), bottom = (int) lround (wide->y1 * scale);
  Saved            frame[4];
  gboolean         whole;

  save (&frame[0], control, left, top, right, y0);
  save (&frame[1], control, left, y1, right, bottom);
  save (&frame[2], control, left, y0, x0, y1);
  save (&frame[3], control, x1, y0, right, y1);
  whole = paint_part (layers, scene, wide, cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    restore (&frame[i], control);
  cairo_surface_mark_dirty (control);
  return whole;
}

/* Only settlements and sites are drawn by cairo. */
static gboolean
repaint_part (MarchLayers     *layers,
              MarchScene      *scene,
              const MarchRect *part,
              GCancellable    *cancellable)
{
  const double    scale = layers->view.scale, frame = FRAME / scale;
  const double    right = cairo_image_surface_get_width (layers->control) / scale,
               bottom = cairo_image_surface_get_height (layers->control) / scale;
  const MarchRect wide = { MAX (part->x0 - frame, 0), MAX (part->y0 - frame, 0),
                           MIN (part->x1 + frame, right), MIN (part->y1 + frame, bottom) };

  if (march_scene_has_mark_in (scene, &wide))
    return paint_framed_part (layers, scene, part, &wide, cancellable);
  return paint_part (layers, scene, part, cancellable);
}

/* What differs from the scene that is shown, if any is. */
static gboolean
paint_control (MarchLayers *layers, MarchScene *scene, GCancellable *cancellable)
{
  g_autoptr (GArray) parts = NULL;
  gboolean whole = TRUE;

  if (layers->shown == NULL)
    return paint_part (layers, scene, NULL, cancellable);
  parts = march_scene_list_changed (&layers->scene, scene);
  for (guint i = 0; whole && i < parts->len; i++)
    whole = repaint_part (layers, scene, &g_array_index (parts, MarchRect, i), cancellable);
  return whole;
}

/* Patterns are good as long as the view and the style are. */
static void
begin_scene (MarchLayers *layers, MarchSnapshot *snapshot, MarchScene *scene)
{
  if (layers->shown != NULL && march_scene_go_on (scene, &layers->scene, snapshot))
    return;
  march_scene_init (scene, layers->painter, NULL, snapshot, &layers->view, &layers->style, NULL);
  if (layers->shown == NULL)
    return;
  march_weave_set_unref (scene->weaves);
  scene->weaves = march_weave_set_ref (layers->scene.weaves);
}

/**
 * march_layers_show:
 * @snapshot: of the painter's corpus
 * @style: what is selected in it doesn't count
 * @cancellable: (nullable): to stop it; the next call paints anew what is unfinished
 *
 * Paints what differs from what is shown, pixel for pixel the same as painting all.
 *
 * Returns: whether it came to the end
 */
gboolean
march_layers_show (MarchLayers      *layers,
                   MarchSnapshot    *snapshot,
                   const MarchStyle *style,
                   GCancellable     *cancellable)
{
  MarchScene scene;
  gboolean   whole;

  if (!march_view_is_sane (&layers->view) || !paint_base (layers, style, cancellable))
    return FALSE;
  if (!same_symbols (&layers->style, style))
    forget_shown (layers);
  if (layers->shown == snapshot)
    return TRUE;
  layers->style = *style;
  if (layers->control == NULL)
    layers->control = new_surface (&layers->view);
  begin_scene (layers, snapshot, &scene);
  whole = paint_control (layers, &scene, cancellable);
  march_scene_leave_areas (&scene);
  forget_shown (layers);
  if (!whole)
    {
      march_scene_clear (&scene);
      return FALSE;
    }
  layers->scene = scene;
  layers->shown = march_snapshot_ref (snapshot);
  return TRUE;
}

/**
 * march_layers_get_control:
 *
 * Returns: (transfer none): what march_layers_show() has painted; the next call changes it
 */
cairo_surface_t *
march_layers_get_control (MarchLayers *layers)
{
  return layers->control;
}
