/* march-plot.c — puts prepared geometry on a surface: simplified, clipped to the view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-plot-private.h"

#define MARGIN 48.0 /* logical pixels beyond the view: half the widest stroke and its joins */

/**
 * march_plot_init:
 * @cr: (nullable): %NULL to ask only where things stand
 */
void
march_plot_init (MarchPlot *plot, cairo_t *cr, const MarchView *view, GCancellable *cancellable)
{
  memset (plot, 0, sizeof *plot);
  plot->view = *view;
  plot->world = march_view_world (view);
  plot->level = march_track_level (view->zoom, view->scale);
  plot->window = (MarchRect){ -MARGIN, -MARGIN, view->width + MARGIN, view->height + MARGIN };
  plot->unit_window = (MarchRect){ view->x - MARGIN / plot->world, view->y - MARGIN / plot->world,
                                   view->x + (view->width + MARGIN) / plot->world,
                                   view->y + (view->height + MARGIN) / plot->world };
  plot->points = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  plot->clipped = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  march_plot_turn_to (plot, cr, cancellable);
}

/**
 * march_plot_turn_to:
 * @cr: (nullable): as for march_plot_init()
 *
 * Goes on with the same view on another context, such as one that is clipped to another part.
 */
void
march_plot_turn_to (MarchPlot *plot, cairo_t *cr, GCancellable *cancellable)
{
  g_clear_pointer (&plot->raster, march_raster_free);
  plot->cr = cr;
  plot->cancellable = cancellable;
  plot->raster = march_raster_new (cr, plot->view.scale);
  plot->part = plot->unit_window;
  if (plot->raster != NULL)
    march_plot_find_part (plot);
}

void
march_plot_clear (MarchPlot *plot)
{
  g_clear_pointer (&plot->raster, march_raster_free);
  g_clear_pointer (&plot->points, g_array_unref);
  g_clear_pointer (&plot->clipped, g_array_unref);
}

/**
 * march_plot_flush:
 *
 * Puts on the surface what was drawn so far; before cairo draws on it, and at the end.
 *
 * Returns: whether it was not cancelled
 */
gboolean
march_plot_flush (MarchPlot *plot)
{
  if (plot->raster != NULL)
    march_raster_flush (plot->raster, plot->cancellable);
  return !march_plot_cancelled (plot);
}

gboolean
march_plot_cancelled (const MarchPlot *plot)
{
  return g_cancellable_is_cancelled (plot->cancellable);
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

/**
 * march_plot_ground:
 *
 * Covers everything.
 */
void
march_plot_ground (MarchPlot *plot, const MarchInk *ink)
{
  if (plot->raster != NULL)
    {
      march_raster_add_ground (plot->raster, &(MarchRasterFill){ .ink = *ink });
      return;
    }
  cairo_set_source_rgb (plot->cr, ink->red, ink->green, ink->blue);
  cairo_paint (plot->cr);
}

/**
 * march_plot_begin_sheet:
 * @number: as for march_raster_begin_sheet()
 * @part: the same
 *
 * Draws on a sheet of the raster until march_plot_end_sheet(), and leaves out what doesn't reach
 * it.
 */
void
march_plot_begin_sheet (MarchPlot *plot, guint number, const MarchRect *part)
{
  march_raster_begin_sheet (plot->raster, number, part);
  march_plot_find_part (plot);
}

void
march_plot_end_sheet (MarchPlot *plot)
{
  march_raster_end_sheet (plot->raster);
  march_plot_find_part (plot);
}

/**
 * march_plot_picture:
 * @picture: an opaque image as large as the surface; it has to live until march_plot_flush()
 *
 * Covers everything.
 */
void
march_plot_picture (MarchPlot *plot, cairo_surface_t *picture)
{
  if (plot->raster != NULL)
    {
      march_raster_add_picture (plot->raster, picture);
      return;
    }
  cairo_set_source_surface (plot->cr, picture, 0, 0);
  cairo_paint (plot->cr);
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

/* Points of the unit square in the surface's pixels, in the scratch array. */
const MarchSpot *
march_plot_device_points (MarchPlot *plot, const MarchSpot *spots, guint n_spots)
{
  double     factor = plot->world * plot->view.scale, x = plot->view.x, y = plot->view.y;
  MarchSpot *to;

  g_array_set_size (plot->points, n_spots);
  to = (MarchSpot *) (gpointer) plot->points->data;
  for (guint i = 0; i < n_spots; i++)
    to[i] = (MarchSpot){ (spots[i].x - x) * factor, (spots[i].y - y) * factor };
  return to;
}

/* An edge left of the part that is painted counts by its ends alone; to the other sides it does
 * not. */
static void
add_edges (MarchPlot *plot, const MarchTrack *track, const int weights[MARCH_RASTER_FILLS])
{
  const MarchSpot *points = track->points[plot->level];
  guint            n_points = track->n_points[plot->level];
  const double     margin = MARCH_PLOT_REACH / (plot->world * plot->view.scale);
  MarchSpot        ends[2];

  if (track->box.x0 > plot->part.x1 + margin || track->box.y0 > plot->part.y1 + margin
      || track->box.y1 < plot->part.y0 - margin)
    return;
  if (track->box.x1 < plot->part.x0 - margin)
    {
      ends[0] = points[0];
      ends[1] = points[n_points - 1];
      points = ends;
      n_points = 2;
    }
  march_raster_add_edges (plot->raster, march_plot_device_points (plot, points, n_points), n_points,
                          weights);
}

/* How often each arc bounds the faces of each class: one between two of the same does not. */
static int *
count_uses (const MarchMesh *mesh, const guint8 *classes)
{
  int *uses = g_new0 (int, (gsize) MARCH_RASTER_FILLS * mesh->n_arcs + 1);

  for (guint i = 0; i < mesh->n_faces; i++)
    for (guint j = 0; classes[i] > 0 && j < mesh->faces[i].n_rings; j++)
      {
        const MarchMeshRing *ring = &mesh->faces[i].rings[j];

        for (guint k = 0; k < ring->n_uses; k++)
          uses[MARCH_RASTER_FILLS * ring->uses[k].arc + classes[i] - 1] += ring->uses[k].reversed
                                                                               ? -1
                                                                               : 1;
      }
  return uses;
}

/**
 * march_plot_weigh_arcs:
 * @classes: of each face: 0 for one that is left alone, else which fill it gets, counted from 1
 *
 * Returns: (transfer full) (element-type MarchArcWeights): the arcs that bound the fills
 */
GArray *
march_plot_weigh_arcs (const MarchMesh *mesh, const guint8 *classes)
{
  g_autofree int *uses = count_uses (mesh, classes);
  GArray         *arcs = g_array_new (FALSE, FALSE, sizeof (MarchArcWeights));

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      const int            *weights = uses + (gsize) MARCH_RASTER_FILLS * i;
      const MarchArcWeights arc = { i, { weights[0], weights[1], weights[2] } };

      if (weights[0] != 0 || weights[1] != 0 || weights[2] != 0)
        g_array_append_val (arcs, arc);
    }
  return arcs;
}

/**
 * march_plot_fill_arcs:
 * @arcs: by march_plot_weigh_arcs()
 * @fills: their weaves have to live until march_plot_flush()
 * @n_fills: at most %MARCH_RASTER_FILLS
 *
 * Fills faces on a raster, without a seam between neighbours.
 */
void
march_plot_fill_arcs (MarchPlot             *plot,
                      const MarchMesh       *mesh,
                      const GArray          *arcs,
                      const MarchRasterFill *fills,
                      guint                  n_fills)
{
  march_raster_begin_fills (plot->raster, fills, n_fills, FALSE);
  for (guint i = 0; i < arcs->len; i++)
    {
      const MarchArcWeights *arc = &g_array_index (arcs, MarchArcWeights, i);

      add_edges (plot, &mesh->arcs[arc->arc].track, arc->weights);
    }
}

/* Cairo fills with plain inks alone; see march-pattern-vector.c. */
static void
set_fill (MarchPlot *plot, const MarchRasterFill *fill)
{
  cairo_set_source_rgba (plot->cr, fill->ink.red, fill->ink.green, fill->ink.blue, fill->ink.alpha);
}

/**
 * march_plot_fill_faces:
 * @classes: of each face: 0 for one that is left alone, else which fill it gets, counted from 1
 * @fills: their weaves have to live until march_plot_flush()
 * @n_fills: at most %MARCH_RASTER_FILLS
 *
 * Fills faces, without a seam between neighbours.
 */
void
march_plot_fill_faces (MarchPlot             *plot,
                       const MarchMesh       *mesh,
                       const guint8          *classes,
                       const MarchRasterFill *fills,
                       guint                  n_fills)
{
  if (plot->raster != NULL)
    {
      g_autoptr (GArray) arcs = march_plot_weigh_arcs (mesh, classes);

      march_plot_fill_arcs (plot, mesh, arcs, fills, n_fills);
      return;
    }
  for (guint fill = 0; fill < n_fills; fill++)
    {
      cairo_new_path (plot->cr);
      for (guint i = 0; i < mesh->n_faces; i++)
        if (classes[i] == fill + 1 && march_plot_sees (plot, &mesh->faces[i].box))
          march_plot_face (plot, mesh, i);
      set_fill (plot, &fills[fill]);
      cairo_fill (plot->cr);
    }
}

/**
 * march_plot_begin_area:
 *
 * Begins an area of shapes. march_plot_shape_area() adds them, march_plot_end_area() fills it.
 */
void
march_plot_begin_area (MarchPlot *plot, const MarchRasterFill *fill)
{
  if (plot->raster != NULL)
    march_raster_begin_fills (plot->raster, fill, 1, TRUE);
  else
    cairo_new_path (plot->cr);
}

void
march_plot_end_area (MarchPlot *plot, const MarchRasterFill *fill)
{
  if (plot->raster != NULL)
    return;
  cairo_set_fill_rule (plot->cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_fill (plot, fill);
  cairo_fill (plot->cr);
  cairo_set_fill_rule (plot->cr, CAIRO_FILL_RULE_WINDING);
}

/**
 * march_plot_shape_area:
 *
 * Adds a shape, with its holes, to the area that was begun.
 */
void
march_plot_shape_area (MarchPlot *plot, const MarchShape *shape)
{
  static const int weights[MARCH_RASTER_FILLS] = { 1 };

  if (plot->raster == NULL)
    march_plot_path_shape (plot, shape);
  for (guint i = 0; i < shape->n_tracks && plot->raster != NULL; i++)
    add_edges (plot, &shape->tracks[i], weights);
}

/* Whether an edge in a box can change pixels of the part that is painted: one that is left of it
 * can. */
static inline gboolean
counts_for_area (const MarchRect *part, double x0, double y0, double y1)
{
  return x0 <= part->x1 && y0 <= part->y1 && y1 >= part->y0;
}

/**
 * march_plot_outline_area:
 *
 * Adds what is inside an outline to the area that was begun, on a raster.
 */
void
march_plot_outline_area (MarchPlot *plot, MarchOutline *outline)
{
  const double factor = plot->world * plot->view.scale, x = plot->view.x, y = plot->view.y;
  const double    margin = MARCH_PLOT_REACH / (plot->world * plot->view.scale);
  const MarchRect part = { 0, plot->part.y0 - margin, plot->part.x1 + margin,
                           plot->part.y1 + margin };
  guint           n_runs;
  const MarchOutlineRun *runs = march_outline_get_runs (outline, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      const MarchOutlineRun *run = &runs[i];

      if (run->n_edges == 0 || !counts_for_area (&part, run->x0, run->y0, run->y1))
        continue;
      for (guint j = 0; j < run->n_edges; j++)
        {
          const MarchOutlineEdge *edge = &run->edges[j];
          const MarchSpot spots[2] = { { (edge->x0 - x) * factor, (edge->y0 - y) * factor },
                                       { (edge->x1 - x) * factor, (edge->y1 - y) * factor } };
          const int       weights[MARCH_RASTER_FILLS] = { edge->winding };

          if (counts_for_area (&part, MIN (edge->x0, edge->x1), MIN (edge->y0, edge->y1),
                               MAX (edge->y0, edge->y1)))
            march_raster_add_edges (plot->raster, spots, 2, weights);
        }
    }
}
