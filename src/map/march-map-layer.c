/* march-map-layer.c — the map as one picture, painted by a worker, in a libshumate map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-layer-private.h"

#include <gsk/gsk.h>
#include <math.h>
#include <string.h>

#include "map/march-map-plan.h"
#include "map/march-map-zoom.h"

/* A new picture is wanted when so much of the margin is used up. */
#define RESERVE 0.5
/* After so long without a change of the view the gesture is over. */
#define REST_MS 150
/* A picture may be shown magnified or reduced by this during the gesture before a draft replaces
 * it. */
#define MOST_STRETCH 1.9

enum
{
  PAINTED,
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchMapLayer, march_map_layer, SHUMATE_TYPE_LAYER)

static void ask_for_picture (MarchMapLayer *self);

static gboolean
is_crisp (const MarchView *picture,
          const MarchView *view)
{
  MarchMapPlan plan;

  march_map_plan_init (&plan, view);
  return fabs (picture->zoom - view->zoom) < 1e-6 && picture->scale == plan.view.scale;
}

static gboolean
same_style (const MarchStyle *a,
            const MarchStyle *b)
{
  return a->theme == b->theme && a->lens == b->lens && march_style_same_selected (a, b)
         && a->labels == b->labels && a->hatches == b->hatches && a->points == b->points
         && a->recognised_border == b->recognised_border && a->pattern_scale == b->pattern_scale
         && a->text_scale == b->text_scale
         && g_str_equal (a->language, b->language) && a->transparent_base == b->transparent_base
         && a->draft == b->draft;
}

static gboolean
is_good (MarchMapLayer   *self,
         const MarchView *view)
{
  return self->shown != NULL && self->shown->snapshot == self->snapshot
         && self->shown->compared == self->compared
         && same_style (&self->shown->style, &self->style)
         && (self->moving || memcmp (&self->shown->on_screen, view, sizeof *view) == 0)
         && is_crisp (&self->shown->view, view)
         && march_map_view_covers (&self->shown->view, view, RESERVE);
}

static void
show (MarchMapLayer    *self,
      MarchMapSurfaces *surfaces)
{
  march_map_layer_show (self, surfaces);
  if (!surfaces->style.draft)
    g_signal_emit (self, signals[PAINTED], 0);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MarchMapLayer)    self = user_data;
  g_autoptr (MarchMapSurfaces) surfaces = march_map_job_finish (result, NULL);
  const gboolean               again = self->wanted;

  g_clear_object (&self->painting);
  /* The layer may have been taken out, or got another dossier, meanwhile. */
  if (surfaces != NULL && self->painter != NULL
      && march_snapshot_get_corpus (surfaces->snapshot) == march_painter_get_corpus (self->painter))
    show (self, g_steal_pointer (&surfaces));
  self->wanted = FALSE;
  if (again)
    ask_for_picture (self);
}

static void
start_job (MarchMapLayer   *self,
           const MarchView *view,
           gboolean         draft)
{
  MarchStyle   style = self->style;
  MarchMapPlan plan;

  style.draft = draft;
  march_map_plan_init (&plan, view);
  self->painting = g_cancellable_new ();
  self->painting_view = plan.view;
  /* At an unchanged place the base can be kept. */
  if (self->shown != NULL && is_crisp (&self->shown->view, view)
      && march_map_view_covers (&self->shown->view, view, RESERVE)
      && self->shown->view.width == self->painting_view.width
      && self->shown->view.height == self->painting_view.height)
    self->painting_view = self->shown->view;
  /* There is memory for a picture that fades if the next one is painted over the same base. */
  if (self->shown == NULL || self->shown->style.theme != style.theme
      || self->shown->style.draft != draft
      || memcmp (&self->shown->view, &self->painting_view, sizeof plan.view) != 0)
    march_map_layer_end_fade (self);
  self->painting_draft = draft;
  march_map_job_async (self->painter, self->snapshot, self->compared, &self->painting_view, view,
                       &style, plan.frugal, self->shown, self->painting, painted_cb,
                       g_object_ref (self));
}

static void
ask_for_picture (MarchMapLayer *self)
{
  MarchView view;
  gboolean  draft = FALSE;

  if (self->held || self->painter == NULL || self->snapshot == NULL
      || !march_map_layer_get_view (self, &view) || is_good (self, &view))
    return;
  if (march_snapshot_get_corpus (self->snapshot) != march_painter_get_corpus (self->painter))
    return;
  if (self->zooming && self->shown != NULL)
    {
      const double stretch = exp2 (fabs (self->shown->view.zoom - view.zoom));

      if (stretch < MOST_STRETCH && march_map_view_covers (&self->shown->view, &view, 0))
        return;
      draft = TRUE;
    }
  if (self->painting == NULL)
    {
      self->waiting = self->undrawn;
      if (!self->waiting)
        start_job (self, &view, draft);
      return;
    }
  self->wanted = TRUE;
  /* A picture of another zoom or place is of no use any more; a draft or another day still is. */
  if (!self->painting_draft
      && (!is_crisp (&self->painting_view, &view)
          || !march_map_view_covers (&self->painting_view, &view, 0)))
    g_cancellable_cancel (self->painting);
}

static gboolean
drawn_cb (gpointer user_data)
{
  MarchMapLayer *self = user_data;

  self->drawn_idle = 0;
  self->undrawn = FALSE;
  if (self->waiting)
    {
      self->waiting = FALSE;
      ask_for_picture (self);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  MarchMapLayer *self = user_data;

  self->rest_timeout = 0;
  self->moving = FALSE;
  self->zooming = FALSE;
  ask_for_picture (self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (MarchMapLayer *self)
{
  self->moving = TRUE;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (REST_MS, rest_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  ask_for_picture (self);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
zoomed_cb (MarchMapLayer *self)
{
  self->zooming = TRUE;
  moved_cb (self);
}

/* The rotate gesture of the map has no use here. */
static void
rotated_cb (MarchMapLayer   *self,
            GParamSpec      *pspec,
            ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0)
    shumate_viewport_set_rotation (viewport, 0);
}

static void
march_map_layer_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MarchMapLayer *self = MARCH_MAP_LAYER (widget);
  MarchView      view;

  if (self->frame == NULL || !march_map_layer_get_view (self, &view))
    return;
  march_map_layer_draw (self, snapshot, &view);
  /* When this frame is on screen, and before the next one, GTK has let go of the last picture. */
  if (self->undrawn && self->drawn_idle == 0)
    self->drawn_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, drawn_cb, self, NULL);
}

static void
march_map_layer_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GTK_WIDGET_CLASS (march_map_layer_parent_class)->size_allocate (widget, width, height, baseline);
  ask_for_picture (MARCH_MAP_LAYER (widget));
  g_signal_emit (widget, signals[VIEW_CHANGED], 0);
}

/* With GTK 4.8 the cairo renderer paints an image surface six times faster than a texture, and the
 * GL renderer the reverse. */
static void
march_map_layer_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_map_layer_parent_class)->realize (widget);
  MARCH_MAP_LAYER (widget)->by_texture =
      !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));
}

static void
march_map_layer_constructed (GObject *object)
{
  MarchMapLayer   *self = MARCH_MAP_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  G_OBJECT_CLASS (march_map_layer_parent_class)->constructed (object);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (zoomed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::rotation", G_CALLBACK (rotated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (ask_for_picture), NULL);
}

static void
march_map_layer_dispose (GObject *object)
{
  MarchMapLayer *self = MARCH_MAP_LAYER (object);

  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_handle_id (&self->drawn_idle, g_source_remove);
  g_cancellable_cancel (self->painting);
  self->wanted = FALSE;
  march_map_layer_forget (self);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  g_clear_pointer (&self->compared, march_compared_unref);
  g_clear_pointer (&self->painter, march_painter_unref);
  G_OBJECT_CLASS (march_map_layer_parent_class)->dispose (object);
}

static void
march_map_layer_class_init (MarchMapLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = march_map_layer_constructed;
  object_class->dispose = march_map_layer_dispose;
  widget_class->snapshot = march_map_layer_snapshot;
  widget_class->size_allocate = march_map_layer_size_allocate;
  widget_class->realize = march_map_layer_realize;
  signals[PAINTED] = g_signal_new ("painted", MARCH_TYPE_MAP_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", MARCH_TYPE_MAP_LAYER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "march-map-layer");
}

static void
march_map_layer_init (MarchMapLayer *self)
{
  self->style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
}

/**
 * march_map_layer_new:
 * @viewport: of the map that the layer will be added to; it needs a reference map source
 *
 * Returns: (transfer floating): an empty layer
 */
MarchMapLayer *
march_map_layer_new (ShumateViewport *viewport)
{
  return g_object_new (MARCH_TYPE_MAP_LAYER, "viewport", viewport, NULL);
}

/**
 * march_map_layer_set_painter:
 * @painter: (nullable): the painter of the corpus that the snapshots to come are of
 *
 * What is shown stays until there is a picture by the new one; without one the map is blank.
 */
void
march_map_layer_set_painter (MarchMapLayer *self,
                             MarchPainter  *painter)
{
  g_return_if_fail (MARCH_IS_MAP_LAYER (self));
  g_cancellable_cancel (self->painting);
  g_clear_pointer (&self->painter, march_painter_unref);
  if (painter != NULL)
    {
      self->painter = march_painter_ref (painter);
    }
  else
    {
      march_map_layer_forget (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->wanted = self->painting != NULL;
  if (self->painting == NULL)
    ask_for_picture (self);
}

/**
 * march_map_layer_set_picture:
 * @snapshot: (nullable): what to draw
 * @style: how
 */
void
march_map_layer_set_picture (MarchMapLayer    *self,
                             MarchSnapshot    *snapshot,
                             const MarchStyle *style)
{
  g_return_if_fail (MARCH_IS_MAP_LAYER (self));
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  self->snapshot = snapshot != NULL ? march_snapshot_ref (snapshot) : NULL;
  self->style = *style;
  ask_for_picture (self);
}

/** march_map_layer_set_compared: @compared: (nullable): what to draw of another day over the
 * picture */
void
march_map_layer_set_compared (MarchMapLayer *self,
                              MarchCompared *compared)
{
  g_return_if_fail (MARCH_IS_MAP_LAYER (self));
  if (compared == self->compared)
    return;
  g_clear_pointer (&self->compared, march_compared_unref);
  self->compared = compared != NULL ? march_compared_ref (compared) : NULL;
  ask_for_picture (self);
}

/** march_map_layer_set_held: while it is held nothing is painted */
void
march_map_layer_set_held (MarchMapLayer *self,
                          gboolean       held)
{
  g_return_if_fail (MARCH_IS_MAP_LAYER (self));
  self->held = held;
  ask_for_picture (self);
}

/**
 * march_map_layer_get_view:
 * @view: (out): what is on screen
 *
 * Returns: FALSE before the layer has a size
 */
gboolean
march_map_layer_get_view (MarchMapLayer *self,
                          MarchView     *view)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  const int        width = gtk_widget_get_width (GTK_WIDGET (self));
  const int        height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || height <= 0)
    return FALSE;
  *view = march_view_centered (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                               shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                               march_map_zoom_from_viewport (viewport), width, height,
                               gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  return TRUE;
}

/** march_map_layer_get_legend: Returns: (transfer none) (nullable) (element-type MarchLegendEntry):
 * of the picture shown */
GPtrArray *
march_map_layer_get_legend (MarchMapLayer *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), NULL);
  return self->shown != NULL ? self->shown->legend : NULL;
}

/** march_map_layer_get_corpus: Returns: (transfer none) (nullable): whose actors and places the
 * legend of the picture shown names */
MarchCorpus *
march_map_layer_get_corpus (MarchMapLayer *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), NULL);
  return self->shown != NULL ? march_snapshot_get_corpus (self->shown->snapshot) : NULL;
}

/**
 * march_map_layer_get_selected_name:
 * @box: (out): where the selected place's name stands on screen, in logical pixels
 *
 * Returns: FALSE if it is not on screen
 */
gboolean
march_map_layer_get_selected_name (MarchMapLayer *self,
                                   MarchRect     *box)
{
  MarchView view;
  double    x, y, factor;

  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), FALSE);
  if (self->shown == NULL || !march_map_layer_get_view (self, &view))
    return FALSE;
  *box = self->shown->selected_name;
  factor = march_map_view_offset (&self->shown->view, &view, &x, &y);
  *box = (MarchRect){ x + box->x0 * factor, y + box->y0 * factor, x + box->x1 * factor,
                      y + box->y1 * factor };
  return box->x1 > box->x0 && box->x1 > 0 && box->y1 > 0 && box->x0 < view.width
         && box->y0 < view.height;
}

/** march_map_layer_is_fading: Returns: whether the picture of another day is on its way out */
gboolean
march_map_layer_is_fading (MarchMapLayer *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), FALSE);
  return self->fading != NULL;
}

/** march_map_layer_is_painted: Returns: whether what is shown is what is wanted, in full */
gboolean
march_map_layer_is_painted (MarchMapLayer *self)
{
  MarchView view;

  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), FALSE);
  return self->painting == NULL && self->fading == NULL && march_map_layer_get_view (self, &view)
         && is_good (self, &view);
}
