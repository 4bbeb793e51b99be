/* march-plot-lines.c — borders, coasts and rivers: strokes, dashes, glow */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-plot-private.h"

#define FAR_AWAY 4e6 /* cairo's coordinates have 24 bits before the point */
#define CIRCLE 32    /* corners of a circle */

static void
begin (MarchPlot *plot, const MarchStroke *strokes, guint n_strokes)
{
  g_assert (n_strokes > 0 && n_strokes <= MARCH_RASTER_RINGS);
  memcpy (plot->strokes, strokes, n_strokes * sizeof *strokes);
  plot->n_strokes = n_strokes;
  march_plot_set_reach (plot, strokes[0].width);
  if (plot->raster == NULL)
    cairo_new_path (plot->cr);
}

/**
 * march_plot_begin_lines:
 * @strokes: over each other, the widest first
 *
 * Begins lines. Tracks, shapes and circles follow, march_plot_end_lines() draws them.
 */
void
march_plot_begin_lines (MarchPlot *plot, const MarchStroke *strokes, guint n_strokes)
{
  begin (plot, strokes, n_strokes);
  if (plot->raster != NULL)
    march_raster_begin_lines (plot->raster, strokes[0].width * plot->view.scale, &strokes[0].ink);
}

/**
 * march_plot_begin_dashes:
 * @dash: in logical pixels; 0 for dots of the stroke's width
 * @gap: in logical pixels
 *
 * Begins lines of dashes that keep their place when the view moves.
 */
void
march_plot_begin_dashes (MarchPlot *plot, const MarchStroke *stroke, double dash, double gap)
{
  march_plot_begin_lines (plot, stroke, 1);
  plot->dash = dash;
  plot->gap = MAX (gap, 0.5);
}

/**
 * march_plot_begin_glow:
 *
 * Begins lines whose strokes all have the first one's ink but for its opacity.
 */
void
march_plot_begin_glow (MarchPlot *plot, const MarchStroke *strokes, guint n_strokes)
{
  MarchRasterGlow glow = { .n = n_strokes };

  begin (plot, strokes, n_strokes);
  plot->ends = MARCH_ENDS_JOINED;
  for (guint i = 0; i < n_strokes; i++)
    {
      glow.widths[i] = strokes[i].width * plot->view.scale;
      glow.alphas[i] = strokes[i].ink.alpha;
    }
  if (plot->raster == NULL)
    return;
  march_raster_begin_glow (plot->raster, &glow, &strokes[0].ink);
  plot->n_strokes = 1;
}

static void
stroke_path (MarchPlot *plot)
{
  double dashes[] = { plot->dash, plot->gap };

  if (plot->gap > 0)
    cairo_set_dash (plot->cr, dashes, 2, 0);
  if ((plot->gap > 0 && plot->dash == 0) || plot->ends == MARCH_ENDS_JOINED)
    cairo_set_line_cap (plot->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < plot->n_strokes; i++)
    {
      const MarchStroke *stroke = &plot->strokes[i];

      cairo_set_line_width (plot->cr, stroke->width);
      cairo_set_source_rgba (plot->cr, stroke->ink.red, stroke->ink.green, stroke->ink.blue,
                             stroke->ink.alpha);
      cairo_stroke_preserve (plot->cr);
    }
  cairo_new_path (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_cap (plot->cr, CAIRO_LINE_CAP_BUTT);
}

void
march_plot_end_lines (MarchPlot *plot)
{
  if (plot->raster == NULL)
    stroke_path (plot);
  for (guint i = 1; i < plot->n_strokes && plot->raster != NULL; i++)
    march_raster_repeat_line (plot->raster, plot->strokes[i].width * plot->view.scale,
                              &plot->strokes[i].ink);
  plot->dash = plot->gap = 0;
  plot->ends = MARCH_ENDS_BUTT;
}

static guint
outcode (const MarchRect *window, const MarchSpot *spot)
{
  return (spot->x < window->x0) | (spot->x > window->x1) << 1 | (spot->y < window->y0) << 2
         | (spot->y > window->y1) << 3;
}

/* The visible pieces of a line, as a path. */
static void
path_line (MarchPlot *plot, const MarchSpot *spots, guint n_spots)
{
  gboolean  drawing = FALSE;
  MarchSpot from = march_plot_spot (plot, &spots[0]);

  for (guint i = 1; i < n_spots; i++)
    {
      MarchSpot to = march_plot_spot (plot, &spots[i]);

      if (outcode (&plot->window, &from) & outcode (&plot->window, &to))
        drawing = FALSE;
      else
        {
          if (!drawing)
            cairo_move_to (plot->cr, CLAMP (from.x, -FAR_AWAY, FAR_AWAY),
                           CLAMP (from.y, -FAR_AWAY, FAR_AWAY));
          cairo_line_to (plot->cr, CLAMP (to.x, -FAR_AWAY, FAR_AWAY),
                         CLAMP (to.y, -FAR_AWAY, FAR_AWAY));
          drawing = TRUE;
        }
      from = to;
    }
}

/* A line being cut into dashes: @left of the dash or the gap is still to come. */
typedef struct
{
  MarchPlot *plot;
  double     dash, gap; /* device pixels */
  double     left;
  gboolean   drawing;
  GArray    *points; /* of the dash */
} Dasher;

static void
dasher_put (Dasher *dasher, const MarchSpot *spot)
{
  g_array_append_vals (dasher->points, spot, 1);
}

static void
dasher_turn (Dasher *dasher, const MarchSpot *at)
{
  if (dasher->drawing)
    {
      dasher_put (dasher, at);
      march_raster_add_line (dasher->plot->raster,
                             (const MarchSpot *) (gconstpointer) dasher->points->data,
                             dasher->points->len,
                             dasher->dash > 0 ? MARCH_ENDS_BUTT : MARCH_ENDS_JOINED);
      g_array_set_size (dasher->points, 0);
    }
  else
    dasher_put (dasher, at);
  dasher->drawing = !dasher->drawing;
  dasher->left = dasher->drawing ? dasher->dash : dasher->gap;
}

/* Out of sight only the count goes on. */
static void
dasher_skip (Dasher *dasher, double length)
{
  double period = dasher->dash + dasher->gap, rest = fmod (length, period);

  g_array_set_size (dasher->points, 0);
  while (rest >= dasher->left)
    {
      rest -= dasher->left;
      dasher->drawing = !dasher->drawing;
      dasher->left = dasher->drawing ? dasher->dash : dasher->gap;
    }
  dasher->left -= rest;
}

static void
dasher_go (Dasher *dasher, const MarchSpot *from, const MarchSpot *to)
{
  double length = hypot (to->x - from->x, to->y - from->y), done = 0;

  if (dasher->drawing && dasher->points->len == 0)
    dasher_put (dasher, from);
  while (length - done >= dasher->left)
    {
      MarchSpot at;

      done += dasher->left;
      at = (MarchSpot){ from->x + done / length * (to->x - from->x),
                        from->y + done / length * (to->y - from->y) };
      dasher_turn (dasher, length > 0 ? &at : to);
    }
  dasher->left -= length - done;
  if (dasher->drawing)
    dasher_put (dasher, to);
}

static void
raster_dashes (MarchPlot *plot, const MarchSpot *points, guint n_points)
{
  double    scale = plot->view.scale;
  MarchRect window = { plot->window.x0 * scale, plot->window.y0 * scale, plot->window.x1 * scale,
                       plot->window.y1 * scale };
  g_autoptr (GArray) dash = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  Dasher dasher = { plot, plot->dash * scale, plot->gap * scale, plot->dash * scale, TRUE, dash };

  for (guint i = 1; i < n_points; i++)
    {
      MarchSpot from = points[i - 1], to = points[i];
      double    length = hypot (to.x - from.x, to.y - from.y), before = length, after = 0;

      if (march_rect_cut_line (&window, &from, &to))
        {
          before = hypot (from.x - points[i - 1].x, from.y - points[i - 1].y);
          after = hypot (points[i].x - to.x, points[i].y - to.y);
        }
      if (before > 0)
        dasher_skip (&dasher, before);
      if (before < length || length == 0)
        dasher_go (&dasher, &from, &to);
      if (after > 0)
        dasher_skip (&dasher, after);
    }
  if (dasher.drawing && dash->len > 1)
    march_raster_add_line (plot->raster, (const MarchSpot *) (gconstpointer) dash->data, dash->len,
                           MARCH_ENDS_BUTT);
}

static gboolean
is_closed (const MarchSpot *spots, guint n_spots)
{
  return spots[0].x == spots[n_spots - 1].x && spots[0].y == spots[n_spots - 1].y;
}

static void
add_line (MarchPlot *plot, const MarchSpot *spots, guint n_spots)
{
  if (plot->raster == NULL)
    path_line (plot, spots, n_spots);
  else if (plot->gap > 0)
    raster_dashes (plot, march_plot_device_points (plot, spots, n_spots), n_spots);
  else
    march_raster_add_line (plot->raster, march_plot_device_points (plot, spots, n_spots), n_spots,
                           is_closed (spots, n_spots) ? MARCH_ENDS_JOINED : plot->ends);
}

/**
 * march_plot_track:
 *
 * Adds the visible pieces of a line.
 */
void
march_plot_track (MarchPlot *plot, const MarchTrack *track)
{
  march_plot_coarse_track (plot, track, 0);
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
  guint level = plot->level > levels_up ? plot->level - levels_up : 0;

  if (march_plot_reaches (plot, &track->box))
    add_line (plot, track->points[level], track->n_points[level]);
}

void
march_plot_shape_line (MarchPlot *plot, const MarchShape *shape)
{
  for (guint i = 0; i < shape->n_tracks; i++)
    march_plot_track (plot, &shape->tracks[i]);
}

static gboolean
reaches_edge (const MarchPlot *plot, const MarchSpot *ends)
{
  const MarchRect *reach = &plot->reach;

  return MIN (ends[0].x, ends[1].x) <= reach->x1 && MAX (ends[0].x, ends[1].x) >= reach->x0
         && MIN (ends[0].y, ends[1].y) <= reach->y1 && MAX (ends[0].y, ends[1].y) >= reach->y0;
}

/* The edges that the part that is painted needs, by their ends. */
static void
sort_edges (MarchPlot *plot, MarchOutline *outline, GArray *contact, GArray *others)
{
  guint                  n_runs;
  const MarchOutlineRun *runs = march_outline_get_runs (outline, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      const MarchOutlineRun *run = &runs[i];

      if (run->n_edges == 0
          || !march_plot_reaches (plot, &(MarchRect){ run->x0, run->y0, run->x1, run->y1 }))
        continue;
      for (guint j = 0; j < run->n_edges; j++)
        {
          const MarchOutlineEdge *edge = &run->edges[j];
          const MarchSpot         ends[2] = { { edge->x0, edge->y0 }, { edge->x1, edge->y1 } };

          if (edge->winding % 2 != 0 && reaches_edge (plot, ends))
            g_array_append_vals (march_outline_is_contact (outline, i, j) ? contact : others, ends,
                                 2);
        }
    }
}

/* An edge in device pixels, cut into dashes. Where they begin hangs on the place on the map alone,
 * counted along the axis to which the edge is nearer, and not on the edges before it: on the next
 * day those may be others, and but a part of the picture is painted anew. */
static void
dash_edge (MarchPlot *plot, const MarchSpot *spots, double width, double dash, double gap)
{
  const double    scale = plot->view.scale, factor = plot->world * scale;
  const double    period = (dash + gap) * scale, length = (dash - width) * scale;
  const MarchRect window = { plot->window.x0 * scale, plot->window.y0 * scale,
                             plot->window.x1 * scale, plot->window.y1 * scale };
  const gboolean  flat = fabs (spots[1].x - spots[0].x) >= fabs (spots[1].y - spots[0].y);
  const double    origin = (flat ? plot->view.x : plot->view.y) * factor;
  MarchSpot       a = spots[0], b = spots[1];
  double          from, to;

  if (!march_rect_cut_line (&window, &a, &b))
    return;
  if (flat ? a.x > b.x : a.y > b.y)
    {
      MarchSpot other = a;

      a = b;
      b = other;
    }
  from = origin + (flat ? a.x : a.y);
  to = origin + (flat ? b.x : b.y);
  for (double start = floor (from / period) * period; start <= to; start += period)
    {
      const double extent = MAX (to - from, 1e-9), begin = MAX (start, from),
                   end = MIN (start + length, to);
      const double    shares[2] = { (begin - from) / extent, (end - from) / extent };
      const MarchSpot pieces[2] = {
        { a.x + shares[0] * (b.x - a.x), a.y + shares[0] * (b.y - a.y) },
        { a.x + shares[1] * (b.x - a.x), a.y + shares[1] * (b.y - a.y) }
      };

      if (end >= begin)
        march_raster_add_line (plot->raster, pieces, 2, MARCH_ENDS_JOINED);
    }
}

static void
draw_edges (MarchPlot         *plot,
            const GArray      *edges,
            const MarchStroke *stroke,
            double             dash,
            double             gap)
{
  const double factor = plot->world * plot->view.scale, x = plot->view.x, y = plot->view.y;

  if (edges->len == 0)
    return;
  march_plot_begin_lines (plot, stroke, 1);
  for (guint i = 0; i < edges->len; i += 2)
    {
      const MarchSpot *ends = &g_array_index (edges, MarchSpot, i);
      const MarchSpot  spots[2] = { { (ends[0].x - x) * factor, (ends[0].y - y) * factor },
                                    { (ends[1].x - x) * factor, (ends[1].y - y) * factor } };

      if (gap > 0)
        dash_edge (plot, spots, stroke->width, dash, gap);
      else
        march_raster_add_line (plot->raster, spots, 2, MARCH_ENDS_JOINED);
    }
  march_plot_end_lines (plot);
}

/**
 * march_plot_outline_lines:
 * @contact: of where there is contact; see march_outline_is_contact()
 * @others: of the other edges
 * @dash: in logical pixels
 * @gap: in logical pixels; 0 for whole lines
 *
 * Draws the edges of an outline, on a raster. Each by itself: where they meet, nothing shows.
 */
void
march_plot_outline_lines (MarchPlot         *plot,
                          MarchOutline      *outline,
                          const MarchStroke *contact,
                          const MarchStroke *others,
                          double             dash,
                          double             gap)
{
  march_plot_set_reach (plot, MAX (contact->width, others->width));
  g_array_set_size (plot->points, 0);
  g_array_set_size (plot->clipped, 0);
  sort_edges (plot, outline, plot->points, plot->clipped);
  draw_edges (plot, plot->clipped, others, dash, gap);
  draw_edges (plot, plot->points, contact, dash, gap);
}

/**
 * march_plot_closed_line:
 * @spots: on the unit square, the last one not the first
 *
 * Adds a line that ends where it begins.
 */
void
march_plot_closed_line (MarchPlot *plot, const MarchSpot *spots, guint n_spots)
{
  g_autoptr (GArray) closed = g_array_sized_new (FALSE, FALSE, sizeof (MarchSpot), n_spots + 1);
  MarchRect box = MARCH_RECT_EMPTY;

  if (n_spots == 0)
    return;
  g_array_append_vals (closed, spots, n_spots);
  g_array_append_vals (closed, spots, 1);
  for (guint i = 0; i < n_spots; i++)
    march_rect_extend (&box, &(MarchRect){ spots[i].x, spots[i].y, spots[i].x, spots[i].y });
  if (march_plot_reaches (plot, &box))
    add_line (plot, (const MarchSpot *) (gconstpointer) closed->data, closed->len);
}

/**
 * march_plot_circle:
 * @middle: on the unit square
 * @radius: in logical pixels
 */
void
march_plot_circle (MarchPlot *plot, const MarchSpot *middle, double radius)
{
  MarchSpot spots[CIRCLE];
  double    units = radius / plot->world;

  for (guint i = 0; i < CIRCLE; i++)
    spots[i] = (MarchSpot){ middle->x + units * cos (2 * G_PI * i / CIRCLE),
                            middle->y + units * sin (2 * G_PI * i / CIRCLE) };
  march_plot_closed_line (plot, spots, CIRCLE);
}
