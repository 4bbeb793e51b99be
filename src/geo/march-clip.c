/* march-clip.c — rings and lines cut to a rectangle */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-clip.h"

/* One edge of the rectangle: a point is inside if sign × (coordinate − limit) ≥ 0. The four edges
 * stand in a row (Sutherland and Hodgman, "Reentrant polygon clipping", 1974), and a point passes
 * from one to the next without an array between them. */
typedef struct
{
  guint    axis; /* 0: x, 1: y */
  double   sign;
  double   limit;
  gboolean begun;
  double   first[2];
  double   last[2];
} Edge;

#define N_EDGES 4

static void
init_edges (Edge             edges[N_EDGES],
            const MarchClip *clip)
{
  edges[0] = (Edge){ .axis = 0, .sign = 1, .limit = clip->x0 };
  edges[1] = (Edge){ .axis = 0, .sign = -1, .limit = clip->x1 };
  edges[2] = (Edge){ .axis = 1, .sign = 1, .limit = clip->y0 };
  edges[3] = (Edge){ .axis = 1, .sign = -1, .limit = clip->y1 };
}

static inline gboolean
is_inside (const Edge  *edge,
           const double point[2])
{
  return edge->sign * (point[edge->axis] - edge->limit) >= 0;
}

static void
cut (const Edge  *edge,
     const double a[2],
     const double b[2],
     double       point[2])
{
  double along = (edge->limit - a[edge->axis]) / (b[edge->axis] - a[edge->axis]);

  point[edge->axis] = edge->limit;
  point[1 - edge->axis] = a[1 - edge->axis] + along * (b[1 - edge->axis] - a[1 - edge->axis]);
}

static void push_point (Edge        *edges,
                        guint        index,
                        const double point[2],
                        GArray      *out);

/* What edge @index lets through of the way from its last point to @point, the end included. */
static void
push_segment (Edge        *edges,
              guint        index,
              const double point[2],
              GArray      *out)
{
  const Edge *edge = &edges[index];
  gboolean    inside = is_inside (edge, point);

  if (inside != is_inside (edge, edge->last))
    {
      double between[2];

      cut (edge, edge->last, point, between);
      push_point (edges, index + 1, between, out);
    }
  if (inside)
    push_point (edges, index + 1, point, out);
}

static void
push_point (Edge        *edges,
            guint        index,
            const double point[2],
            GArray      *out)
{
  Edge *edge = &edges[index];

  if (index == N_EDGES)
    {
      g_array_append_vals (out, point, 2);
      return;
    }
  if (!edge->begun)
    {
      edge->begun = TRUE;
      edge->first[0] = point[0];
      edge->first[1] = point[1];
      if (is_inside (edge, point))
        push_point (edges, index + 1, point, out);
    }
  else
    push_segment (edges, index, point, out);
  edge->last[0] = point[0];
  edge->last[1] = point[1];
}

/* Each edge in turn gets its first point once more. */
static void
close_ring (Edge   *edges,
            GArray *out)
{
  for (guint i = 0; i < N_EDGES; i++)
    if (edges[i].begun)
      {
        gboolean was_inside = is_inside (&edges[i], edges[i].last);

        if (was_inside != is_inside (&edges[i], edges[i].first))
          {
            double between[2];

            cut (&edges[i], edges[i].last, edges[i].first, between);
            push_point (edges, i + 1, between, out);
          }
      }
}

/**
 * march_clip_ring:
 * @clip: a rectangle
 * @points: (array): 2 × @n_points doubles
 * @n_points: the first point repeated at the end
 * @out: array of double to which what is left of the ring is appended, closed too
 *
 * Cuts an area, not its outline: pieces that come apart stay joined along the rectangle's edge,
 * which fills don't show.
 *
 * Returns: whether anything was left
 */
gboolean
march_clip_ring (const MarchClip *clip,
                 const double    *points,
                 guint            n_points,
                 GArray          *out)
{
  Edge  edges[N_EDGES];
  guint before = out->len;

  init_edges (edges, clip);
  for (guint i = 0; i + 1 < n_points; i++)
    push_point (edges, 0, points + 2 * i, out);
  close_ring (edges, out);

  if (out->len - before < 6)
    {
      g_array_set_size (out, before);
      return FALSE;
    }
  double first[2] = { g_array_index (out, double, before),
                      g_array_index (out, double, before + 1) };
  g_array_append_vals (out, first, 2);
  return TRUE;
}

/* The bits of Cohen and Sutherland: on which sides of the rectangle a point is. */
static inline guint
outcode (const MarchClip *clip,
         const double     point[2])
{
  return (point[0] < clip->x0 ? 1u : 0u) | (point[0] > clip->x1 ? 2u : 0u) |
         (point[1] < clip->y0 ? 4u : 0u) | (point[1] > clip->y1 ? 8u : 0u);
}

static void
move_to_side (const MarchClip *clip,
              guint            code,
              const double     a[2],
              const double     b[2],
              double           moved[2])
{
  guint  axis = (code & 3) != 0 ? 0 : 1;
  double limit = code & 1 ? clip->x0 : code & 2 ? clip->x1 : code & 4 ? clip->y0 : clip->y1;
  double along = (limit - a[axis]) / (b[axis] - a[axis]);
  double other = a[1 - axis] + along * (b[1 - axis] - a[1 - axis]);

  moved[axis] = limit;
  moved[1 - axis] = other;
}

/* Shortens the way from @a to @b to what lies in the rectangle; FALSE if nothing does. */
static gboolean
clip_segment (const MarchClip *clip,
              double           a[2],
              double           b[2])
{
  guint code_a = outcode (clip, a);
  guint code_b = outcode (clip, b);

  /* Each end is moved twice at most; rounding could otherwise go on for ever. */
  for (guint i = 0; (code_a | code_b) != 0; i++)
    {
      if ((code_a & code_b) != 0 || i == 4)
        return FALSE;
      if (code_a != 0)
        {
          move_to_side (clip, code_a, a, b, a);
          code_a = outcode (clip, a);
        }
      else
        {
          move_to_side (clip, code_b, a, b, b);
          code_b = outcode (clip, b);
        }
    }
  return TRUE;
}

/**
 * march_clip_line:
 * @clip: a rectangle
 * @points: (array): 2 × @n_points doubles
 * @n_points: points of the line
 * @out: array of double to which the points of all pieces that are left are appended
 * @lengths: array of guint to which the number of points of each piece is appended
 *
 * A line that leaves the rectangle and comes back is several pieces.
 */
void
march_clip_line (const MarchClip *clip,
                 const double    *points,
                 guint            n_points,
                 GArray          *out,
                 GArray          *lengths)
{
  gboolean going = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      const double *from = points + 2 * i;
      double        a[2] = { from[0], from[1] };
      double        b[2] = { from[2], from[3] };

      if (!clip_segment (clip, a, b))
        {
          going = FALSE;
          continue;
        }
      if (!going || a[0] != from[0] || a[1] != from[1])
        {
          const guint one = 1;

          g_array_append_val (lengths, one);
          g_array_append_vals (out, a, 2);
        }
      g_array_append_vals (out, b, 2);
      g_array_index (lengths, guint, lengths->len - 1)++;
      going = b[0] == from[2] && b[1] == from[3];
    }
}
