/* march-map-layer.c — the map as one picture, painted by a worker, in a libshumate map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-layer.h"

#include <gsk/gsk.h>
#include <math.h>
#include <string.h>

#include "geo/march-mercator.h"
#include "map/march-map-job.h"

/* The picture is larger than the window by this on each side, and a new one is wanted when half of
 * it is used up. */
#define MARGIN 0.25
/* After so long without a change of the view the gesture is over. */
#define REST_MS 150
/* A picture may be shown magnified or reduced by this during the gesture before a draft replaces
 * it. */
#define MOST_STRETCH 1.9
/* All surfaces together: base, control and selection, once shown and once in work. */
#define MOST_BYTES (256.0 * 1024 * 1024)
#define N_SURFACES 6

struct _MarchMapLayer
{
  ShumateLayer      parent;

  MarchPainter     *painter;
  MarchSnapshot    *snapshot;
  MarchStyle        style;

  MarchMapSurfaces *shown;
  GdkTexture       *texture;   /* of the picture shown, where textures are faster */
  gboolean          by_texture;

  GCancellable     *painting;  /* NULL while no worker is at it */
  MarchView         painting_view;
  gboolean          painting_draft;
  gboolean          wanted;    /* again, when that one is done */
  gboolean          held;      /* until the map is where it is to start */
  gboolean          moving;
  gboolean          zooming;
  guint             rest_timeout;
};

enum
{
  PAINTED,
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchMapLayer, march_map_layer, SHUMATE_TYPE_LAYER)

static void ask_for_picture (MarchMapLayer *self);

static double
world_width (ShumateViewport *viewport,
             double           zoom_level)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);

  return shumate_map_source_get_x (source, zoom_level, 180)
         - shumate_map_source_get_x (source, zoom_level, -180);
}

/**
 * march_map_zoom_from_viewport:
 *
 * libshumate's zoom is not logarithmic between two whole numbers; ours is.
 *
 * Returns: the zoom as #MarchView counts it
 */
double
march_map_zoom_from_viewport (ShumateViewport *viewport)
{
  return log2 (world_width (viewport, shumate_viewport_get_zoom_level (viewport))
               / MARCH_MERCATOR_TILE);
}

/**
 * march_map_zoom_to_viewport:
 * @zoom: as #MarchView counts it
 *
 * Returns: the viewport's zoom level at which the world has the same width
 */
double
march_map_zoom_to_viewport (ShumateViewport *viewport,
                            double           zoom)
{
  double low = floor (zoom);
  double high = low + 1;

  for (int i = 0; i < 40; i++)
    {
      const double middle = (low + high) / 2;

      if (log2 (world_width (viewport, middle) / MARCH_MERCATOR_TILE) < zoom)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

static MarchView
with_margin (const MarchView *view)
{
  MarchView    larger = *view;
  double       margin = MARGIN;
  const double bytes = view->width * view->height * view->scale * view->scale * 4 * N_SURFACES;

  while (margin > 0.01 && bytes * (1 + 2 * margin) * (1 + 2 * margin) > MOST_BYTES)
    margin /= 2;
  larger.width = ceil (view->width * (1 + 2 * margin));
  larger.height = ceil (view->height * (1 + 2 * margin));
  larger.x = view->x - (larger.width - view->width) / 2 / march_view_world (view);
  larger.y = view->y - (larger.height - view->height) / 2 / march_view_world (view);
  return larger;
}

/* Where the picture's view stands in @view: offset in logical pixels and magnification. */
static double
place_picture (const MarchView *picture,
               const MarchView *view,
               double          *x,
               double          *y)
{
  const double world = march_view_world (view);

  *x = (picture->x - view->x) * world;
  *y = (picture->y - view->y) * world;
  return world / march_view_world (picture);
}

/* Whether the picture reaches beyond @view by @reserve of its margin on each side. */
static gboolean
covers (const MarchView *picture,
        const MarchView *view,
        double           reserve)
{
  double       x, y;
  const double factor = place_picture (picture, view, &x, &y);
  const double width = picture->width * factor;
  const double height = picture->height * factor;
  const double spare_x = reserve * MAX (width - view->width, 0) / 2;
  const double spare_y = reserve * MAX (height - view->height, 0) / 2;

  return -x >= spare_x - 0.5 && x + width >= view->width + spare_x - 0.5
         && -y >= spare_y - 0.5 && y + height >= view->height + spare_y - 0.5;
}

static gboolean
is_crisp (const MarchView *picture,
          const MarchView *view)
{
  return fabs (picture->zoom - view->zoom) < 1e-6 && picture->scale == view->scale;
}

static gboolean
same_style (const MarchStyle *a,
            const MarchStyle *b)
{
  return a->theme == b->theme && a->lens == b->lens && a->selected == b->selected
         && a->hovered == b->hovered && a->labels == b->labels && a->hatches == b->hatches
         && a->recognised_border == b->recognised_border && a->pattern_scale == b->pattern_scale
         && g_str_equal (a->language, b->language) && a->transparent_base == b->transparent_base
         && a->draft == b->draft;
}

static gboolean
is_good (MarchMapLayer   *self,
         const MarchView *view)
{
  return self->shown != NULL && self->shown->snapshot == self->snapshot
         && same_style (&self->shown->style, &self->style)
         && (self->moving || memcmp (&self->shown->on_screen, view, sizeof *view) == 0)
         && is_crisp (&self->shown->view, view) && covers (&self->shown->view, view, 0.5);
}

static void
make_texture (MarchMapLayer *self)
{
  cairo_surface_t *surface = self->shown->picture;
  const int        height = cairo_image_surface_get_height (surface);
  const int        stride = cairo_image_surface_get_stride (surface);

  g_clear_object (&self->texture);
  if (self->by_texture)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                             (gsize) stride * height,
                                                             (GDestroyNotify) cairo_surface_destroy,
                                                             cairo_surface_reference (surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                              GDK_MEMORY_DEFAULT, bytes, stride);
    }
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
  self->wanted = FALSE;
  /* The layer may have been taken out, or got another dossier, meanwhile. */
  if (surfaces != NULL && self->painter != NULL
      && march_snapshot_get_corpus (surfaces->snapshot) == march_painter_get_corpus (self->painter))
    {
      g_clear_pointer (&self->shown, march_map_surfaces_unref);
      self->shown = g_steal_pointer (&surfaces);
      make_texture (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      if (!self->shown->style.draft)
        g_signal_emit (self, signals[PAINTED], 0);
    }
  if (again)
    ask_for_picture (self);
}

static void
start_job (MarchMapLayer   *self,
           const MarchView *view,
           gboolean         draft)
{
  MarchStyle style = self->style;

  style.draft = draft;
  self->painting = g_cancellable_new ();
  self->painting_view = with_margin (view);
  /* At an unchanged place the base can be kept. */
  if (self->shown != NULL && is_crisp (&self->shown->view, view)
      && covers (&self->shown->view, view, 0.5)
      && self->shown->view.width == self->painting_view.width
      && self->shown->view.height == self->painting_view.height)
    self->painting_view = self->shown->view;
  self->painting_draft = draft;
  march_map_job_async (self->painter, self->snapshot, &self->painting_view, view, &style,
                       self->shown, self->painting, painted_cb, g_object_ref (self));
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

      if (stretch < MOST_STRETCH && covers (&self->shown->view, &view, 0))
        return;
      draft = TRUE;
    }
  if (self->painting == NULL)
    {
      start_job (self, &view, draft);
      return;
    }
  self->wanted = TRUE;
  /* A picture of another zoom or place is of no use any more; a draft or another day still is. */
  if (!self->painting_draft
      && (!is_crisp (&self->painting_view, &view) || !covers (&self->painting_view, &view, 0)))
    g_cancellable_cancel (self->painting);
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
  MarchMapLayer        *self = MARCH_MAP_LAYER (widget);
  MarchView             view;
  double                x, y, factor;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                     gtk_widget_get_height (widget));

  if (self->shown == NULL || !march_map_layer_get_view (self, &view))
    return;
  factor = place_picture (&self->shown->view, &view, &x, &y);
  if (is_crisp (&self->shown->view, &view))
    {
      factor = 1;
      x = round (x * view.scale) / view.scale;
      y = round (y * view.scale) / view.scale;
    }
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->texture != NULL)
    {
      const MarchView *picture = &self->shown->view;

      gtk_snapshot_append_texture (snapshot, self->texture,
                                   &GRAPHENE_RECT_INIT (x, y, picture->width * factor,
                                                        picture->height * factor));
    }
  else
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      cairo_translate (cr, x, y);
      cairo_scale (cr, factor, factor);
      cairo_set_source_surface (cr, self->shown->picture, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr),
                                factor == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
      /* Opaque and exactly in place, the pixels need no blending. */
      if (factor == 1 && !self->style.transparent_base)
        cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  gtk_snapshot_pop (snapshot);
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
  g_cancellable_cancel (self->painting);
  self->wanted = FALSE;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, march_map_surfaces_unref);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
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
      g_clear_object (&self->texture);
      g_clear_pointer (&self->shown, march_map_surfaces_unref);
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
  factor = place_picture (&self->shown->view, &view, &x, &y);
  *box = (MarchRect){ x + box->x0 * factor, y + box->y0 * factor, x + box->x1 * factor,
                      y + box->y1 * factor };
  return box->x1 > box->x0 && box->x1 > 0 && box->y1 > 0 && box->x0 < view.width
         && box->y0 < view.height;
}

/** march_map_layer_is_painted: Returns: whether what is shown is what is wanted, in full */
gboolean
march_map_layer_is_painted (MarchMapLayer *self)
{
  MarchView view;

  g_return_val_if_fail (MARCH_IS_MAP_LAYER (self), FALSE);
  return self->painting == NULL && march_map_layer_get_view (self, &view) && is_good (self, &view);
}
