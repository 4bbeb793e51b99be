/* march-plot.c — puts prepared geometry into a cairo path: simplified, clipped to the view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-plot.h"

#include <math.h>

#define MARGIN 48.0   /* logical pixels beyond the view: half the widest stroke and its joins */
#define SPECK 0.4     /* device pixels under which a ring is left out */

void
march_plot_init (MarchPlot *plot, cairo_t *cr, const MarchView *view, GCancellable *cancellable)
{
  plot->cr = cr;
  plot->view = *view;
  plot->world = march_view_world (view);
  plot->level = march_track_level (view->zoom, view->scale);
  plot->window = (MarchRect){ -MARGIN, -MARGIN, view->width + MARGIN, view->height + MARGIN };
  plot->unit_window = (MarchRect){ view->x - MARGIN / plot->world, view->y - MARGIN / plot->world,
                                   view->x + (view->width + MARGIN) / plot->world,
                                   view->y + (view->height + MARGIN) / plot->world };
  plot->points = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  plot->clipped = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  plot->cancellable = cancellable;
}

void
march_plot_clear (MarchPlot *plot)
{
  g_clear_pointer (&plot->points, g_array_unref);
  g_clear_pointer (&plot->clipped, g_array_unref);
}

gboolean
march_plot_cancelled (const MarchPlot *plot)
{
  return g_cancellable_is_cancelled (plot->cancellable);
}

gboolean
march_plot_sees (const MarchPlot *plot, const MarchRect *box)
{
  return march_rect_meets (&plot->unit_window, box);
}

/**
 * march_plot_spot:
 *
 * Returns: a point of the unit square in logical pixels
 */
MarchSpot
march_plot_spot (const MarchPlot *plot, const MarchSpot *spot)
{
  return (MarchSpot){ (spot->x - plot->view.x) * plot->world,
                      (spot->y - plot->view.y) * plot->world };
}

MarchRect
march_plot_rect (const MarchPlot *plot, const MarchRect *box)
{
  MarchSpot from = march_plot_spot (plot, &(MarchSpot){ box->x0, box->y0 });
  MarchSpot to = march_plot_spot (plot, &(MarchSpot){ box->x1, box->y1 });

  return (MarchRect){ from.x, from.y, to.x, to.y };
}

/* One edge of the window: the side on which sign × (axis − bound) ≥ 0 is kept. */
typedef struct
{
  gboolean vertical;
  double   bound;
  double   sign;
} Edge;

static double
inside (const Edge *edge, const MarchSpot *spot)
{
  return edge->sign * ((edge->vertical ? spot->x : spot->y) - edge->bound);
}

/* Sutherland and Hodgman's step. */
static void
clip_edge (const GArray *from, GArray *to, const Edge *edge)
{
  const MarchSpot *points = (const MarchSpot *) (gconstpointer) from->data;
  const MarchSpot *before;

  g_array_set_size (to, 0);
  if (from->len == 0)
    return;
  before = &points[from->len - 1];
  for (guint i = 0; i < from->len; i++)
    {
      double here = inside (edge, &points[i]), there = inside (edge, before);

      if ((here >= 0) != (there >= 0))
        {
          double    t = there / (there - here);
          MarchSpot cut = { before->x + t * (points[i].x - before->x),
                            before->y + t * (points[i].y - before->y) };

          g_array_append_val (to, cut);
        }
      if (here >= 0)
        g_array_append_val (to, points[i]);
      before = &points[i];
    }
}

static void
clip_points (MarchPlot *plot)
{
  const MarchRect *window = &plot->window;
  Edge             edges[] = { { TRUE, window->x0, 1 },
                               { TRUE, window->x1, -1 },
                               { FALSE, window->y0, 1 },
                               { FALSE, window->y1, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      GArray *swap = plot->points;

      clip_edge (plot->points, plot->clipped, &edges[i]);
      plot->points = plot->clipped;
      plot->clipped = swap;
    }
}

static gboolean
holds (const MarchRect *outer, const MarchRect *inner)
{
  return outer->x0 <= inner->x0 && outer->y0 <= inner->y0 && outer->x1 >= inner->x1
         && outer->y1 >= inner->y1;
}

static void
emit_area (MarchPlot *plot, gboolean whole)
{
  const MarchSpot *points;

  if (!whole)
    clip_points (plot);
  points = (const MarchSpot *) (gconstpointer) plot->points->data;
  if (plot->points->len < 3)
    return;
  cairo_move_to (plot->cr, points[0].x, points[0].y);
  for (guint i = 1; i < plot->points->len; i++)
    cairo_line_to (plot->cr, points[i].x, points[i].y);
  cairo_close_path (plot->cr);
}

static gboolean
is_speck (const MarchPlot *plot, const MarchRect *box)
{
  double size = MAX (box->x1 - box->x0, box->y1 - box->y0) * plot->world * plot->view.scale;

  return size < SPECK;
}

static void
append_spots (const MarchPlot *plot,
              const MarchSpot *spots,
              guint            n_spots,
              gboolean         reversed,
              GArray          *points)
{
  guint      start = points->len;
  MarchSpot *to;

  g_array_set_size (points, start + n_spots);
  to = &g_array_index (points, MarchSpot, start);
  for (guint i = 0; i < n_spots; i++)
    to[i] = march_plot_spot (plot, &spots[reversed ? n_spots - 1 - i : i]);
}

/**
 * march_plot_ring_points:
 * @points: (element-type MarchSpot): cleared, then filled with the ring in logical pixels, its last
 * point the one before the first
 */
void
march_plot_ring_points (const MarchPlot     *plot,
                        const MarchMesh     *mesh,
                        const MarchMeshRing *ring,
                        GArray              *points)
{
  g_array_set_size (points, 0);
  for (guint i = 0; i < ring->n_uses; i++)
    {
      const MarchTrack *track = &mesh->arcs[ring->uses[i].arc].track;

      append_spots (plot, track->points[plot->level], track->n_points[plot->level],
                    ring->uses[i].reversed, points);
      if (points->len > 0)
        g_array_set_size (points, points->len - 1); /* the next arc begins with it */
    }
}

/**
 * march_plot_face:
 *
 * Adds the rings of a face to the path.
 */
void
march_plot_face (MarchPlot *plot, const MarchMesh *mesh, guint face)
{
  const MarchFace *self = &mesh->faces[face];

  for (guint i = 0; i < self->n_rings; i++)
    {
      if (!march_plot_sees (plot, &self->rings[i].box) || is_speck (plot, &self->rings[i].box))
        continue;
      march_plot_ring_points (plot, mesh, &self->rings[i], plot->points);
      emit_area (plot, holds (&plot->unit_window, &self->rings[i].box));
    }
}

/**
 * march_plot_shape_area:
 *
 * Adds the rings of a shape to the path; holes need the even-odd rule.
 */
void
march_plot_shape_area (MarchPlot *plot, const MarchShape *shape)
{
  for (guint i = 0; i < shape->n_tracks; i++)
    {
      const MarchTrack *track = &shape->tracks[i];

      if (!march_plot_sees (plot, &track->box) || is_speck (plot, &track->box))
        continue;
      g_array_set_size (plot->points, 0);
      append_spots (plot, track->points[plot->level], track->n_points[plot->level], FALSE,
                    plot->points);
      emit_area (plot, holds (&plot->unit_window, &track->box));
    }
}

static guint
outcode (const MarchRect *window, const MarchSpot *spot)
{
  return (spot->x < window->x0) | (spot->x > window->x1) << 1 | (spot->y < window->y0) << 2
         | (spot->y > window->y1) << 3;
}

static void
line_between (MarchPlot *plot, const MarchSpot *from, const MarchSpot *to, gboolean *drawing)
{
  if (outcode (&plot->window, from) & outcode (&plot->window, to))
    {
      *drawing = FALSE;
      return;
    }
  if (!*drawing)
    cairo_move_to (plot->cr, from->x, from->y);
  cairo_line_to (plot->cr, to->x, to->y);
  *drawing = TRUE;
}

static void
plot_level (MarchPlot *plot, const MarchTrack *track, guint level)
{
  const MarchSpot *points = track->points[level];
  gboolean         drawing = FALSE;
  MarchSpot        from;

  if (!march_plot_sees (plot, &track->box))
    return;
  from = march_plot_spot (plot, &points[0]);
  for (guint i = 1; i < track->n_points[level]; i++)
    {
      MarchSpot to = march_plot_spot (plot, &points[i]);

      line_between (plot, &from, &to, &drawing);
      from = to;
    }
}

/**
 * march_plot_track:
 *
 * Adds the visible pieces of a line to the path.
 */
void
march_plot_track (MarchPlot *plot, const MarchTrack *track)
{
  plot_level (plot, track, plot->level);
}

/**
 * march_plot_coarse_track:
 * @levels_up: how many zooms coarser than exact
 *
 * The same for wide and soft strokes, in which details drown.
 */
void
march_plot_coarse_track (MarchPlot *plot, const MarchTrack *track, guint levels_up)
{
  plot_level (plot, track, plot->level > levels_up ? plot->level - levels_up : 0);
}

void
march_plot_shape_line (MarchPlot *plot, const MarchShape *shape)
{
  for (guint i = 0; i < shape->n_tracks; i++)
    march_plot_track (plot, &shape->tracks[i]);
}

/**
 * march_plot_dash_track:
 *
 * Strokes the visible pieces of a line with dashes that keep their place when the view moves.
 */
void
march_plot_dash_track (MarchPlot *plot, const MarchTrack *track, const double *dashes, int n_dashes)
{
  const MarchSpot *points = track->points[plot->level];
  gboolean         drawing = FALSE;
  double           run = 0;
  MarchSpot        from;

  if (!march_plot_sees (plot, &track->box))
    return;
  cairo_new_path (plot->cr);
  from = march_plot_spot (plot, &points[0]);
  for (guint i = 1; i < track->n_points[plot->level]; i++)
    {
      MarchSpot to = march_plot_spot (plot, &points[i]);
      gboolean  before = drawing;

      line_between (plot, &from, &to, &drawing);
      if (drawing && !before)
        cairo_set_dash (plot->cr, dashes, n_dashes, run);
      if (before && !drawing)
        cairo_stroke (plot->cr);
      run += hypot (to.x - from.x, to.y - from.y);
      from = to;
    }
  if (drawing)
    cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
}
