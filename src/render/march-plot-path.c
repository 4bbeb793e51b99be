/* march-plot-path.c — prepared geometry as paths of cairo's, for surfaces without pixels */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-plot-private.h"

#define SPECK 0.4 /* device pixels under which a ring is left out */

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

/* Adds the rings of a shape to the path; holes need the even-odd rule. */
void
march_plot_path_shape (MarchPlot *plot, const MarchShape *shape)
{
  for (guint i = 0; i < shape->n_tracks; i++)
    {
      const MarchTrack *track = &shape->tracks[i];

      if (!march_plot_sees (plot, &track->box) || is_speck (plot, &track->box))
        continue;
      g_array_set_size (plot->points, track->n_points[plot->level]);
      for (guint j = 0; j < plot->points->len; j++)
        g_array_index (plot->points, MarchSpot,
                       j) = march_plot_spot (plot, &track->points[plot->level][j]);
      emit_area (plot, holds (&plot->unit_window, &track->box));
    }
}
