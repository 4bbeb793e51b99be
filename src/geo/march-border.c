/* march-border.c — borders prepared to measure what lies in two areas at once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-border-private.h"

#define MAX_STRIPES 4096

static void
extend_box (MarchBorderBox *box, gint32 west, gint32 south, gint32 east, gint32 north)
{
  box->west = MIN (box->west, west);
  box->south = MIN (box->south, south);
  box->east = MAX (box->east, east);
  box->north = MAX (box->north, north);
}

static void
turn_ring (MarchGridPoint *points, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      MarchGridPoint point = points[i];

      points[i] = points[n - 1 - i];
      points[n - 1 - i] = point;
    }
}

/* Counter-clockwise, but for a hole. */
static void
orient_ring (MarchGridPoint *points, guint n, gboolean hole)
{
  MarchGridProduct area = 0;

  for (guint i = 2; i < n; i++)
    area += march_grid_cross (&points[0], &points[i - 1], &points[i]);
  if ((area < 0) != hole)
    turn_ring (points, n);
}

static void
add_ring (MarchBorder *border, const MarchPart *part)
{
  MarchBorderRing *ring = &border->rings[border->n_rings];
  MarchGridPoint  *points;

  ring->first = ring->end = border->n_rings > 0 ? ring[-1].end : 0;
  ring->box = (MarchBorderBox){ G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
  points = border->points + ring->first;
  for (guint i = 0; i < part->n_points; i++)
    {
      MarchGridPoint point = { march_grid_round (part->points[2 * i]),
                               march_grid_round (part->points[2 * i + 1]) };

      if (i > 0 && march_grid_equal (&point, &border->points[ring->end - 1]))
        continue;
      border->points[ring->end++] = point;
      extend_box (&ring->box, point.x, point.y, point.x, point.y);
    }
  if (ring->end - ring->first < 4)
    return;
  orient_ring (points, ring->end - ring->first, part->hole);
  extend_box (&border->box, ring->box.west, ring->box.south, ring->box.east, ring->box.north);
  border->n_rings++;
}

static void
sum_ring (MarchBorder *border, const MarchBorderRing *ring)
{
  MarchBorderSpot at = march_border_spot (&border->points[ring->first]);

  border->sums[ring->first] = 0;
  for (guint i = ring->first + 1; i < ring->end; i++)
    {
      MarchBorderSpot next = march_border_spot (&border->points[i]);

      border->sums[i] = border->sums[i - 1] - march_border_edge_area (&at, &next);
      at = next;
    }
}

/* The stripes that an edge is in. */
static void
find_stripes (const MarchBorder *border, guint edge, guint *first, guint *last)
{
  const MarchGridPoint *a = &border->points[edge], *b = a + 1;

  *first = (guint) (((gint64) MIN (a->y, b->y) - border->box.south) / border->stripe_height);
  *last = (guint) (((gint64) MAX (a->y, b->y) - border->box.south) / border->stripe_height);
}

/* Counts the edges of each stripe in the place after it, or files them if there is one. */
static void
visit_edges (MarchBorder *border, gboolean file)
{
  for (guint i = 0; i < border->n_rings; i++)
    for (guint edge = border->rings[i].first; edge + 1 < border->rings[i].end; edge++)
      {
        guint first, last;

        find_stripes (border, edge, &first, &last);
        for (guint j = first; j <= last; j++)
          if (file)
            border->edges[--border->stripes[j + 1]] = edge;
          else
            border->stripes[j + 1]++;
      }
}

static void
index_edges (MarchBorder *border)
{
  gint64 height = (gint64) border->box.north - border->box.south;
  guint  n_edges = border->rings[border->n_rings - 1].end;

  border->n_stripes = CLAMP (n_edges / 2, 1, MAX_STRIPES);
  border->stripe_height = height / border->n_stripes + 1;
  border->stripes = g_new0 (guint, border->n_stripes + 2);
  visit_edges (border, FALSE);
  for (guint i = 1; i <= border->n_stripes; i++)
    border->stripes[i] += border->stripes[i - 1];
  border->stripes[border->n_stripes + 1] = border->stripes[border->n_stripes];
  border->edges = g_new (guint, border->stripes[border->n_stripes] + 1);
  visit_edges (border, TRUE);
  /* Filing has moved each bound down to the next one's place. */
  for (guint i = 0; i <= border->n_stripes; i++)
    border->stripes[i] = border->stripes[i + 1];
}

/**
 * march_border_new:
 * @area: valid polygons
 *
 * Returns: (transfer full): its border, on the grid
 */
MarchBorder *
march_border_new (MarchGeometry *area)
{
  MarchBorder *border = g_new0 (MarchBorder, 1);
  guint        n_points = march_geometry_count_points (area);
  guint        n_parts = march_geometry_get_n_parts (area);

  border->box = (MarchBorderBox){ G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
  border->points = g_new (MarchGridPoint, n_points + 1);
  border->sums = g_new (double, n_points + 1);
  border->rings = g_new (MarchBorderRing, n_parts + 1);
  for (guint i = 0; i < n_parts; i++)
    add_ring (border, march_geometry_get_part (area, i));
  for (guint i = 0; i < border->n_rings; i++)
    sum_ring (border, &border->rings[i]);
  if (border->n_rings > 0)
    index_edges (border);
  return border;
}

/**
 * march_border_free:
 * @border: (nullable) (transfer full): a border
 */
void
march_border_free (MarchBorder *border)
{
  if (border == NULL)
    return;
  g_free (border->points);
  g_free (border->sums);
  g_free (border->rings);
  g_free (border->stripes);
  g_free (border->edges);
  g_free (border);
}
