/* march-label-point.c — where the name of a geometry stands best */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-label-point.h"

#include <math.h>

#define PRECISION 0.005 /* of the polygon's smaller side */
#define FEWEST_CELLS 4  /* across the smaller side, to begin with */
#define MOST_CELLS_ALONG 64
#define MOST_SPLITS 4000

/* The algorithm is Mapbox's polylabel ("A new algorithm for finding a visual center of a polygon",
 * 2016): cells that may hold a point farther inside than the best known one are split, the most
 * promising first. Longitudes are shrunk by the cosine of the middle latitude. */

#define RUN 24 /* edges that are passed over together, where none of them is near */

/* Edges of one ring, and the box around them, longitudes shrunk. */
typedef struct
{
  const double *points;
  guint         n_edges;
  MarchBox      box;
} Run;

typedef struct
{
  MarchGeometry *geometry;
  guint          first; /* parts of the polygon: the outer ring … */
  guint          beyond; /* … to the part before this */
  double         shrink;
  GArray        *runs; /* of Run */
  guint          nearest; /* the run that was nearest to the last point */
} Polygon;

typedef struct
{
  double x, y;
  double half;
  double distance; /* from the border, negative outside */
  double most;     /* what a point of the cell can reach */
} Cell;

static double
squared_distance_to_edge (double        x,
                          double        y,
                          const double *a,
                          const double *b,
                          double        shrink)
{
  double ax = a[0] * shrink;
  double dx = b[0] * shrink - ax;
  double dy = b[1] - a[1];
  double length = dx * dx + dy * dy;
  double along = length > 0 ? CLAMP (((x - ax) * dx + (y - a[1]) * dy) / length, 0, 1) : 0;
  double ex = x - (ax + along * dx);
  double ey = y - (a[1] + along * dy);

  return ex * ex + ey * ey;
}

static double
squared_distance_to_box (double x, double y, const MarchBox *box)
{
  double dx = MAX (MAX (box->west - x, x - box->east), 0);
  double dy = MAX (MAX (box->south - y, y - box->north), 0);

  return dx * dx + dy * dy;
}

/* Only edges to the east are counted. */
static gboolean
is_inside (const Polygon *polygon, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < polygon->runs->len; i++)
    {
      const Run *run = &g_array_index (polygon->runs, Run, i);

      if (y < run->box.south || y > run->box.north || x > run->box.east)
        continue;
      for (guint j = 0; j < run->n_edges; j++)
        {
          const double *a = run->points + 2 * j;
          const double *b = a + 2;

          if ((a[1] > y) != (b[1] > y) &&
              x < ((b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) * polygon->shrink)
            inside = !inside;
        }
    }
  return inside;
}

static double
squared_distance_to_run (const Run *run, double x, double y, double shrink)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < run->n_edges; i++)
    {
      const double *a = run->points + 2 * i;

      least = MIN (least, squared_distance_to_edge (x, y, a, a + 2, shrink));
    }
  return least;
}

/* From the border, squared, or something below @enough if it is below that. Neighbouring points
 * are mostly nearest to the same run, so that it is looked at first. */
static double
squared_distance (Polygon *polygon, double x, double y, double enough)
{
  const Run *runs = (gconstpointer) polygon->runs->data;
  double     least = squared_distance_to_run (&runs[polygon->nearest], x, y, polygon->shrink);

  for (guint i = 0; i < polygon->runs->len && least >= enough; i++)
    {
      double distance;

      if (squared_distance_to_box (x, y, &runs[i].box) >= least)
        continue;
      distance = squared_distance_to_run (&runs[i], x, y, polygon->shrink);
      if (distance < least)
        {
          least = distance;
          polygon->nearest = i;
        }
    }
  return least;
}

/* The distance from the border, negative outside; anything below @least_wanted, if it is that. */
static double
distance_inside (Polygon *polygon, double x, double y, double least_wanted)
{
  double enough = least_wanted > 0 ? least_wanted * least_wanted : 0;
  double distance = squared_distance (polygon, x, y, enough);

  return distance >= enough && is_inside (polygon, x, y) ? sqrt (distance) : -sqrt (distance);
}

/* A cell that can't reach @best is told to reach even less. */
static Cell
make_cell (Polygon *polygon,
           double   x,
           double   y,
           double   half,
           double   best)
{
  double distance = distance_inside (polygon, x, y, best - half * G_SQRT2);

  return (Cell){ x, y, half, distance, distance + half * G_SQRT2 };
}

/* A heap in an array, the most promising cell on top. */
static void
push_cell (GArray *heap,
           Cell    cell)
{
  guint i = heap->len;

  g_array_append_val (heap, cell);
  while (i > 0 && g_array_index (heap, Cell, (i - 1) / 2).most < cell.most)
    {
      g_array_index (heap, Cell, i) = g_array_index (heap, Cell, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Cell, i) = cell;
}

static Cell
pop_cell (GArray *heap)
{
  Cell  top = g_array_index (heap, Cell, 0);
  Cell  last = g_array_index (heap, Cell, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len &&
          g_array_index (heap, Cell, child + 1).most > g_array_index (heap, Cell, child).most)
        child++;
      if (g_array_index (heap, Cell, child).most <= last.most)
        break;
      g_array_index (heap, Cell, i) = g_array_index (heap, Cell, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Cell, i) = last;
  return top;
}

static double
signed_area (const MarchPart *ring)
{
  double twice = 0;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    twice += ring->points[2 * i] * ring->points[2 * i + 3] -
             ring->points[2 * i + 2] * ring->points[2 * i + 1];
  return twice / 2;
}

/* The polygon whose outer ring spans most, on the flat at its own latitude. */
static void
find_largest (MarchGeometry *geometry,
              Polygon       *polygon)
{
  double largest = -1;
  guint  n_parts = march_geometry_get_n_parts (geometry);

  for (guint i = 0; i < n_parts; i++)
    {
      const MarchPart *ring = march_geometry_get_part (geometry, i);
      double           shrink = cos (CLAMP (ring->points[1], -89, 89) * G_PI / 180);
      double           area = fabs (signed_area (ring)) * shrink;

      if (ring->hole || area <= largest)
        continue;
      largest = area;
      *polygon = (Polygon){ geometry, i, i + 1, shrink, NULL, 0 };
      while (polygon->beyond < n_parts &&
             march_geometry_get_part (geometry, polygon->beyond)->polygon == ring->polygon)
        polygon->beyond++;
    }
}

static MarchBox
box_of_ring (const MarchPart *ring,
             double           shrink)
{
  MarchBox box = MARCH_BOX_EMPTY;

  for (guint i = 0; i < ring->n_points; i++)
    {
      double         x = ring->points[2 * i] * shrink;
      const MarchBox point = { x, ring->points[2 * i + 1], x, ring->points[2 * i + 1] };

      march_box_extend (&box, &point);
    }
  return box;
}

static Cell
search_polygon (Polygon        *polygon,
                const MarchBox *box)
{
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Cell));
  double width = box->east - box->west;
  double height = box->north - box->south;
  double size = MAX (MIN (width, height) / FEWEST_CELLS, MAX (width, height) / MOST_CELLS_ALONG);
  double precision = MIN (width, height) * PRECISION;
  Cell   best = make_cell (polygon, box->west + width / 2, box->south + height / 2, 0, 0);

  for (guint i = 0; i < ceil (width / size); i++)
    for (guint j = 0; j < ceil (height / size); j++)
      push_cell (heap, make_cell (polygon, box->west + (i + 0.5) * size,
                                  box->south + (j + 0.5) * size, size / 2,
                                  best.distance));

  for (guint i = 0; i < MOST_SPLITS && heap->len > 0; i++)
    {
      Cell   cell = pop_cell (heap);
      double half = cell.half / 2;

      if (cell.distance > best.distance)
        best = cell;
      if (cell.most - best.distance <= precision)
        break;
      push_cell (heap, make_cell (polygon, cell.x - half, cell.y - half, half, best.distance));
      push_cell (heap, make_cell (polygon, cell.x + half, cell.y - half, half, best.distance));
      push_cell (heap, make_cell (polygon, cell.x - half, cell.y + half, half, best.distance));
      push_cell (heap, make_cell (polygon, cell.x + half, cell.y + half, half, best.distance));
    }
  return best;
}

static void
add_runs (Polygon         *polygon,
          const MarchPart *ring)
{
  for (guint i = 0; i + 1 < ring->n_points; i += RUN)
    {
      Run             run = { ring->points + 2 * i, MIN (RUN, ring->n_points - 1 - i), { 0 } };
      const MarchPart part = { run.points, run.n_edges + 1, 0, FALSE };

      run.box = box_of_ring (&part, polygon->shrink);
      g_array_append_val (polygon->runs, run);
    }
}

static void
label_polygon (MarchGeometry *geometry,
               double        *longitude,
               double        *latitude)
{
  const MarchPart *first = march_geometry_get_part (geometry, 0);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Polygon  polygon = { geometry, 0, 1, 1, NULL, 0 };
  MarchBox box;
  Cell     best;

  find_largest (geometry, &polygon);
  box = box_of_ring (march_geometry_get_part (geometry, polygon.first), polygon.shrink);
  if (box.east <= box.west || box.north <= box.south)
    {
      *longitude = first->points[0];
      *latitude = first->points[1];
      return;
    }
  polygon.runs = runs;
  for (guint i = polygon.first; i < polygon.beyond; i++)
    add_runs (&polygon, march_geometry_get_part (geometry, i));
  best = search_polygon (&polygon, &box);
  *longitude = best.x / polygon.shrink;
  *latitude = best.y;
}

static double
line_length (const MarchPart *line)
{
  double length = 0;

  for (guint i = 0; i + 1 < line->n_points; i++)
    length += hypot (line->points[2 * i + 2] - line->points[2 * i],
                     line->points[2 * i + 3] - line->points[2 * i + 1]);
  return length;
}

static void
label_line (MarchGeometry *geometry,
            double        *longitude,
            double        *latitude)
{
  const MarchPart *longest = march_geometry_get_part (geometry, 0);
  double           left;

  for (guint i = 1; i < march_geometry_get_n_parts (geometry); i++)
    if (line_length (march_geometry_get_part (geometry, i)) > line_length (longest))
      longest = march_geometry_get_part (geometry, i);

  *longitude = longest->points[0];
  *latitude = longest->points[1];
  left = line_length (longest) / 2;
  for (guint i = 0; i + 1 < longest->n_points && left > 0; i++)
    {
      const double *a = longest->points + 2 * i;
      double        length = hypot (a[2] - a[0], a[3] - a[1]);
      double        along = length > 0 ? MIN (left / length, 1) : 0;

      *longitude = a[0] + along * (a[2] - a[0]);
      *latitude = a[1] + along * (a[3] - a[1]);
      left -= length;
    }
}

/**
 * march_label_point_find:
 * @geometry: a geometry
 * @longitude: (out): degrees
 * @latitude: (out): degrees
 *
 * What march_geometry_get_label_point() promises, without keeping it.
 */
void
march_label_point_find (MarchGeometry *geometry,
                        double        *longitude,
                        double        *latitude)
{
  *longitude = *latitude = NAN;
  if (march_geometry_get_n_parts (geometry) == 0)
    return;

  if (march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON)
    label_polygon (geometry, longitude, latitude);
  else if (march_geometry_get_kind (geometry) == MARCH_GEOMETRY_LINE)
    label_line (geometry, longitude, latitude);
  else
    {
      *longitude = march_geometry_get_part (geometry, 0)->points[0];
      *latitude = march_geometry_get_part (geometry, 0)->points[1];
    }
}
