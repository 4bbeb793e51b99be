/* march-map-view-moves.c — where the map moves by itself: fitting and zooming in steps */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <math.h>

#include "map/march-map-grid.h"
#include "map/march-map-zoom.h"

#define EDGE 32    /* free at an edge over which nothing lies */
#define BESIDE 12  /* between what lies over the map and what is fitted */
#define BUTTONS 72 /* the width of the zoom buttons with what is beside them */
#define BADGE 18   /* the height of a badge, which may hang below what is fitted */

/* From the map's top to below the chips. */
static int
measure_chips (MarchMapView *self, int width)
{
  GtkWidget *chips = GTK_WIDGET (self->chips);
  int        least, height;

  width -= gtk_widget_get_margin_start (self->top_left);
  width -= gtk_widget_get_margin_end (self->top_left);
  gtk_widget_measure (chips, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (chips, GTK_ORIENTATION_VERTICAL, MAX (least, width), NULL, &height, NULL,
                      NULL);
  return gtk_widget_get_margin_top (self->top_left) + height;
}

/* From the map's top to below the bar of a drawing. */
static int
measure_draw_bar (MarchMapView *self, int width)
{
  int least, whole, height;

  gtk_widget_measure (self->draw_bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, &whole, NULL, NULL);
  gtk_widget_measure (self->draw_bar, GTK_ORIENTATION_VERTICAL, CLAMP (width, least, whole), NULL,
                      &height, NULL, NULL);
  return height;
}

/* From the map's edge to beside the legend; 0 while it is folded away. */
static int
measure_legend (MarchMapView *self)
{
  gboolean unfolded = FALSE;
  int      width = 0;

  g_object_get (self->legend, "unfolded", &unfolded, NULL);
  if (unfolded && gtk_widget_get_visible (GTK_WIDGET (self->legend)))
    gtk_widget_measure (GTK_WIDGET (self->legend), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                        NULL, NULL);
  return width;
}

/* From the map's bottom to above the credits. */
static int
measure_credits (MarchMapView *self)
{
  int height;

  gtk_widget_measure (gtk_widget_get_parent (GTK_WIDGET (self->credits)),
                      GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* What lies over the map: the disputed land has to be beside it. */
static void
get_margins (MarchMapView *self, int width, double margins[4])
{
  const int legend = measure_legend (self);

  margins[0] = measure_chips (self, width) + BESIDE;
  margins[1] = BUTTONS;
  margins[2] = measure_credits (self) + BADGE * self->style.text_scale;
  margins[3] = legend > 0 && legend < width * 0.45 ? legend + BESIDE : EDGE;
}

static void
jump_to (MarchMapView *self, const MarchView *view)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double           longitude, latitude;

  march_view_unproject (view, view->width / 2, view->height / 2, &longitude, &latitude);
  self->fitting = TRUE;
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, march_map_zoom_to_viewport (viewport, view->zoom));
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
  self->fitting = FALSE;
}

/**
 * march_map_view_fit:
 * @place: (nullable): what to show; NULL: all that the dossier is about
 *
 * Moves the map so that all of it stands beside the legend. Without a size or a painter it will
 * when there is.
 */
void
march_map_view_fit (MarchMapView *self, const MarchPlace *place)
{
  MarchView view;
  MarchBox  box;
  double    margins[4];

  self->fitted = TRUE;
  self->fitted_place = place != NULL ? place->id : 0;
  if (self->painter == NULL || !march_map_layer_get_view (self->layer, &view)
      || (self->opening
          && march_painter_get_corpus (self->painter) != march_session_get_corpus (self->session)))
    return;
  box = march_painter_get_box (self->painter, place);
  if (place != NULL && box.west > box.east)
    return;
  get_margins (self, (int) view.width, margins);
  view = march_view_fit (&box, view.width, view.height, view.scale, margins);
  view.zoom = MIN (view.zoom, place != NULL ? 10 : MARCH_MAP_MAX_ZOOM);
  if (place != NULL && view.zoom == 10)
    view = march_view_centered ((box.west + box.east) / 2, (box.south + box.north) / 2, view.zoom,
                                view.width, view.height, view.scale);
  jump_to (self, &view);
  self->opening = FALSE;
  march_map_layer_set_held (self->layer, FALSE);
  march_map_view_nudge (self);
}

/** march_map_view_fit_box: moves the map so that all of @box stands below the bar of a drawing */
void
march_map_view_fit_box (MarchMapView *self, const MarchBox *box)
{
  double    margins[4] = { 0, BUTTONS, BUTTONS, BUTTONS };
  MarchView view;

  if (!march_map_layer_get_view (self->layer, &view))
    return;
  margins[0] = measure_draw_bar (self, (int) view.width) + BESIDE;
  view = march_view_fit (box, view.width, view.height, view.scale, margins);
  if (view.zoom > 10)
    view = march_view_centered ((box->west + box->east) / 2, (box->south + box->north) / 2, 10,
                                view.width, view.height, view.scale);
  self->fitted = FALSE;
  jump_to (self, &view);
  march_map_view_nudge (self);
}

/**
 * march_map_view_reveal:
 * @place: what to bring into view
 *
 * Moves only if nothing of @place stands beside the legend: then as far out as shows it together
 * with all that the dossier is about.
 */
void
march_map_view_reveal (MarchMapView *self, const MarchPlace *place)
{
  MarchView view;
  MarchBox  box, seen;
  double    margins[4];

  if (self->painter == NULL || self->opening || !march_map_layer_get_view (self->layer, &view))
    return;
  box = march_painter_get_box (self->painter, place);
  if (box.west > box.east)
    return;
  get_margins (self, (int) view.width, margins);
  march_view_unproject (&view, margins[3], margins[0], &seen.west, &seen.north);
  march_view_unproject (&view, view.width - margins[1], view.height - margins[2], &seen.east,
                        &seen.south);
  if (march_box_intersects (&seen, &box))
    return;
  seen = march_painter_get_box (self->painter, NULL);
  march_box_extend (&seen, &box);
  view = march_view_fit (&seen, view.width, view.height, view.scale, margins);
  self->fitted = FALSE;
  jump_to (self, &view);
  march_map_view_nudge (self);
}

/** march_map_view_fit_again: fits at once what was fitted last */
void
march_map_view_fit_again (MarchMapView *self)
{
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  const MarchPlace *place = NULL;

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  if (corpus != NULL && self->fitted_place != 0)
    place = march_corpus_get_place (corpus, self->fitted_place);
  march_map_view_fit (self, place);
}

static gboolean
fit_cb (gpointer user_data)
{
  MarchMapView *self = user_data;

  self->fit_idle = 0;
  march_map_view_fit_again (self);
  return G_SOURCE_REMOVE;
}

/** march_map_view_queue_fit: fits again what was fitted last, before the next frame */
void
march_map_view_queue_fit (MarchMapView *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/**
 * march_map_view_zoom:
 * @steps: of half a level; positive: closer
 */
void
march_map_view_zoom (MarchMapView *self, int steps)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  const double     zoom = march_map_zoom_from_viewport (viewport) + steps * 0.5;

  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport,
                                   march_map_zoom_to_viewport (viewport,
                                                               CLAMP (zoom, MARCH_MAP_MIN_ZOOM,
                                                                      MARCH_MAP_MAX_ZOOM)));
  march_map_view_nudge (self);
}
