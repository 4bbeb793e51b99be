/* march-plot-part.c — which geometry may change the part of a picture that is painted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-plot-private.h"

#define ROUNDNESS 1.1 /* how much more than half a stroke's width may be covered */

/* Finds what of the unit square is painted. */
void
march_plot_find_part (MarchPlot *plot)
{
  const double factor = plot->world * plot->view.scale, x = plot->view.x, y = plot->view.y;
  MarchRect    part;

  march_raster_get_part (plot->raster, &part);
  plot->part = (MarchRect){ x + part.x0 / factor, y + part.y0 / factor, x + part.x1 / factor,
                            y + part.y1 / factor };
}

gboolean
march_plot_sees (const MarchPlot *plot, const MarchRect *box)
{
  return march_rect_meets (&plot->unit_window, box);
}

/* What lies in it may change the part that is painted, if it changes pixels so far around it. */
static void
find_reach (const MarchPlot *plot, double pixels, MarchRect *reach)
{
  const double margin = pixels / plot->world;

  *reach = (MarchRect){ plot->part.x0 - margin, plot->part.y0 - margin, plot->part.x1 + margin,
                        plot->part.y1 + margin };
}

/**
 * march_plot_meets_part:
 *
 * Returns: whether an area in @box may change pixels of the part that is painted
 */
gboolean
march_plot_meets_part (const MarchPlot *plot, const MarchRect *box)
{
  MarchRect reach;

  find_reach (plot, MARCH_PLOT_REACH / plot->view.scale, &reach);
  return march_rect_meets (&reach, box);
}

/* A face's outline against a rectangle. */
typedef struct
{
  MarchRect rect;
  gboolean  cuts;    /* whether it runs through the rectangle */
  int       winding; /* how often it runs around the rectangle's first corner */
} Outline;

static void
outline_go (Outline *outline, const MarchSpot *from, const MarchSpot *to, int way)
{
  const MarchRect *rect = &outline->rect;
  const gboolean   below = from->y > rect->y0, still = to->y > rect->y0;
  MarchSpot        a = *from, b = *to;

  if ((from->y < rect->y0 && to->y < rect->y0) || (from->y > rect->y1 && to->y > rect->y1)
      || (from->x > rect->x1 && to->x > rect->x1))
    return;
  if (MAX (from->x, to->x) >= rect->x0 && march_rect_cut_line (rect, &a, &b))
    outline->cuts = TRUE;
  else if (below != still
           && from->x + (rect->y0 - from->y) / (to->y - from->y) * (to->x - from->x) < rect->x0)
    outline->winding += still ? way : -way;
}

/* One that is wholly to the left counts by its ends alone. */
static void
outline_follow (Outline *outline, const MarchTrack *track, guint level, int way)
{
  const MarchSpot *points = track->points[level];
  const guint      n_points = track->n_points[level];
  const MarchRect *rect = &outline->rect, *box = &track->box;

  if (box->x0 > rect->x1 || box->y0 > rect->y1 || box->y1 < rect->y0)
    return;
  if (box->x1 < rect->x0)
    outline_go (outline, &points[0], &points[n_points - 1], way);
  else
    for (guint i = 1; i < n_points && !outline->cuts; i++)
      outline_go (outline, &points[i - 1], &points[i], way);
}

/**
 * march_plot_fills_part:
 *
 * Returns: whether a face may change pixels of the part that is painted: its outline runs there, or
 * around it
 */
gboolean
march_plot_fills_part (const MarchPlot *plot, const MarchMesh *mesh, guint index)
{
  const MarchFace *face = &mesh->faces[index];
  Outline          outline = { 0 };

  find_reach (plot, MARCH_PLOT_REACH / plot->view.scale, &outline.rect);
  if (!march_rect_meets (&outline.rect, &face->box))
    return FALSE;
  for (guint i = 0; i < face->n_rings && !outline.cuts; i++)
    for (guint j = 0; j < face->rings[i].n_uses && !outline.cuts; j++)
      {
        const MarchArcUse *use = &face->rings[i].uses[j];

        outline_follow (&outline, &mesh->arcs[use->arc].track, plot->level, use->reversed ? -1 : 1);
      }
  return outline.cuts || outline.winding != 0;
}

/**
 * march_plot_set_reach:
 * @width: of the widest stroke, in logical pixels
 *
 * Makes march_plot_reaches() tell of lines of that width.
 */
void
march_plot_set_reach (MarchPlot *plot, double width)
{
  find_reach (plot, ROUNDNESS * width / 2 + MARCH_PLOT_REACH / plot->view.scale, &plot->reach);
}

