/* test-arcs.c — shared borders: rings rebuilt, owners, and neighbours that go on matching */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-arcs.h"

#include <math.h>
#include <string.h>

#include "geo-fixtures.h"
#include "geo/march-mercator.h"

static const double *
doubles (GArray *array)
{
  return (const double *) (gpointer) array->data;
}

static gboolean
has_owner (const guint *owners,
           guint        n_owners,
           guint        geometry)
{
  for (guint i = 0; i < n_owners; i++)
    if (owners[i] == geometry)
      return TRUE;
  return FALSE;
}

/* The ring's points without repeats and without the closing one. */
static GArray *
distinct_points (const MarchPart *part)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i + 1 < part->n_points; i++)
    if (i == 0 || memcmp (part->points + 2 * i, part->points + 2 * i - 2, 2 * sizeof (double)) != 0)
      {
        const double xy[] = { march_mercator_x (part->points[2 * i]),
                              march_mercator_y (part->points[2 * i + 1]) };

        g_array_append_vals (points, xy, 2);
      }
  return points;
}

/* Whether the arcs of a ring give back its points, from whichever of them on. */
static void
assert_rebuilt (MarchArcs       *arcs,
                guint            geometry,
                guint            ring,
                const MarchPart *part)
{
  g_autoptr (GArray) expected = distinct_points (part);
  g_autoptr (GArray) rebuilt = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = expected->len / 2;
  guint shift = 0;

  march_arcs_append_ring (arcs, geometry, ring, rebuilt);
  g_assert_cmpuint (rebuilt->len / 2, ==, n + 1);
  g_assert_cmpmem (doubles (rebuilt), 2 * sizeof (double), doubles (rebuilt) + 2 * n,
                   2 * sizeof (double));
  while (shift < n &&
         memcmp (doubles (expected) + 2 * shift, doubles (rebuilt), 2 * sizeof (double)) != 0)
    shift++;
  g_assert_cmpuint (shift, <, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpmem (doubles (rebuilt) + 2 * i, 2 * sizeof (double),
                     doubles (expected) + 2 * ((i + shift) % n), 2 * sizeof (double));
}

static void
assert_all_rebuilt (MarchArcs *arcs,
                    GPtrArray *geometries)
{
  for (guint i = 0; i < geometries->len; i++)
    {
      g_assert_cmpuint (march_arcs_get_n_rings (arcs, i), ==,
                        march_geometry_get_n_parts (geometries->pdata[i]));
      for (guint j = 0; j < march_arcs_get_n_rings (arcs, i); j++)
        assert_rebuilt (arcs, i, j, march_geometry_get_part (geometries->pdata[i], j));
    }
}

/* Each arc of a ring has the ring's geometry on the side where its land is. */
static void
assert_owners (MarchArcs *arcs,
               GPtrArray *geometries)
{
  for (guint i = 0; i < geometries->len; i++)
    for (guint j = 0; j < march_arcs_get_n_rings (arcs, i); j++)
      {
        const MarchArcRing *ring = march_arcs_get_ring (arcs, i, j);

        for (guint k = 0; k < ring->n_arcs; k++)
          {
            const MarchArc *arc = march_arcs_get_arc (
                arcs, (guint) (ring->arcs[k] >= 0 ? ring->arcs[k] : ~ring->arcs[k]));
            const double   *a = arc->points;
            double          length = hypot (a[2] - a[0], a[3] - a[1]);
            double          x = (a[0] + a[2]) / 2, y = (a[1] + a[3]) / 2;
            double          step = 1e-7; /* to the left: y runs south */
            double          left_x = x + step * (a[3] - a[1]) / length,
                   left_y = y - step * (a[2] - a[0]) / length;
            gboolean left =
                march_geometry_contains (geometries->pdata[i], march_mercator_longitude (left_x),
                                         march_mercator_latitude (left_y));

            g_assert_true (
                has_owner (left ? arc->left : arc->right, left ? arc->n_left : arc->n_right, i));
          }
      }
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
}

static void
test_two_neighbours (void)
{
  g_autoptr (GPtrArray) geometries = new_list ();
  g_autoptr (MarchArcs) arcs = NULL;
  guint n_shared = 0;

  g_ptr_array_add (geometries, new_rectangle (0, 0, 1, 1));
  g_ptr_array_add (geometries, new_rectangle (1, 0, 2, 1));
  arcs = march_arcs_new (geometries);
  g_assert_cmpuint (march_arcs_get_n_arcs (arcs), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const MarchArc *arc = march_arcs_get_arc (arcs, i);

      n_shared += arc->n_left + arc->n_right == 2;
      g_assert_cmpuint (arc->n_left, <=, 1);
      g_assert_cmpuint (arc->n_right, <=, 1);
    }
  g_assert_cmpuint (n_shared, ==, 1);
  assert_all_rebuilt (arcs, geometries);
  assert_owners (arcs, geometries);
}

/* An enclave: one ring is the hole of the one and the outside of the other. */
static void
test_enclave (void)
{
  g_autoptr (GPtrArray) geometries = new_list ();
  g_autoptr (MarchArcs) arcs = NULL;

  g_ptr_array_add (geometries, new_holed ());
  g_ptr_array_add (geometries, new_rectangle (2, 2, 4, 4));
  arcs = march_arcs_new (geometries);
  g_assert_cmpuint (march_arcs_get_n_arcs (arcs), ==, 3);
  g_assert_cmpint (march_arcs_get_ring (arcs, 0, 1)->arcs[0], ==,
                   ~march_arcs_get_ring (arcs, 1, 0)->arcs[0]);
  assert_all_rebuilt (arcs, geometries);
  assert_owners (arcs, geometries);
}

/* A state and its two units: each border is held once. */
static void
test_nested (void)
{
  static const double outline[] = { 0, 0, 1, 0, 2, 0, 2, 1, 1, 1, 0, 1, 0, 0 };
  const MarchPart part = { outline, 7, 0, FALSE };
  g_autoptr (GPtrArray) geometries = new_list ();
  g_autoptr (MarchArcs) arcs = NULL;

  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1));
  g_ptr_array_add (geometries, new_rectangle (0, 0, 1, 1));
  g_ptr_array_add (geometries, new_rectangle (1, 0, 2, 1));
  arcs = march_arcs_new (geometries);
  g_assert_cmpuint (march_arcs_get_n_arcs (arcs), ==, 3);
  assert_all_rebuilt (arcs, geometries);
  assert_owners (arcs, geometries);
}

static void
test_odd_ones (void)
{
  static const double line[] = { 0, 0, 4, 0 };
  static const double flat[] = { 5, 5, 7, 5, 5, 5 };
  static const double repeats[] = { 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0 };
  static const double minus_zero[] = { -0.0, 0.0, -1, 0, -1, -1, 0, 0 };
  const MarchPart road = { line, 2, 0, FALSE };
  const MarchPart ring = { flat, 3, 0, FALSE };
  const MarchPart stutter = { repeats, 7, 0, FALSE };
  const MarchPart signs = { minus_zero, 4, 0, FALSE };
  g_autoptr (GPtrArray) geometries = new_list ();
  g_autoptr (GPtrArray) none = new_list ();
  g_autoptr (MarchArcs) arcs = NULL;
  g_autoptr (MarchArcs) nothing = march_arcs_new (none);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_LINE, &road, 1));
  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, &ring, 1));
  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, &stutter, 1));
  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0));
  g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, &signs, 1));
  arcs = march_arcs_new (geometries);
  g_assert_cmpuint (march_arcs_get_n_arcs (nothing), ==, 0);
  g_assert_cmpuint (march_arcs_get_n_rings (arcs, 0), ==, 0);
  g_assert_cmpuint (march_arcs_get_n_rings (arcs, 1), ==, 1);
  march_arcs_append_ring (arcs, 1, 0, points);
  g_assert_cmpuint (points->len, ==, 0);
  march_arcs_append_ring (arcs, 2, 0, points);
  g_assert_cmpuint (points->len, ==, 8);
  g_assert_cmpuint (march_arcs_get_n_rings (arcs, 3), ==, 0);
  /* 0 and -0 are one point, where the two triangles meet. */
  g_assert_cmpuint (march_arcs_get_n_arcs (arcs), ==, 2);
}

/* The wavy side between two cells of the grid; the same points whichever cell asks. */
static void
append_side (GArray *points,
             guint   seed,
             double  x0,
             double  y0,
             double  x1,
             double  y1,
             gboolean backwards)
{
  enum { N = 24 };

  for (guint i = 0; i < N; i++)
    {
      guint        j = backwards ? N - i : i;
      double       t = (double) j / N;
      double       wave = j == 0 || j == N ? 0
                                           : 0.15 * sin (G_PI * t) * sin (seed * 12.9898 + j * 0.9)
                                           + 0.02 * sin (seed + j * 77.7);
      const double point[] = { x0 + t * (x1 - x0) + wave * (y1 - y0),
                               y0 + t * (y1 - y0) + wave * (x1 - x0) };

      g_array_append_vals (points, point, 2);
    }
}

/* A grid of cells with wavy borders; every other cell is walked clockwise. */
static GPtrArray *
new_grid (guint n)
{
  GPtrArray *geometries = new_list ();

  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      {
        g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
        double   x = column, y = row;
        guint    south = row * 100 + column, north = south + 100, west = 10000 + row * 100 + column,
              east = west + 1;
        gboolean clockwise = (row + column) % 2 == 1;

        if (!clockwise)
          {
            append_side (points, south, x, y, x + 1, y, FALSE);
            append_side (points, east, x + 1, y, x + 1, y + 1, FALSE);
            append_side (points, north, x, y + 1, x + 1, y + 1, TRUE);
            append_side (points, west, x, y, x, y + 1, TRUE);
          }
        else
          {
            append_side (points, west, x, y, x, y + 1, FALSE);
            append_side (points, north, x, y + 1, x + 1, y + 1, FALSE);
            append_side (points, east, x + 1, y, x + 1, y + 1, TRUE);
            append_side (points, south, x, y, x + 1, y, TRUE);
          }
        const MarchPart part = { doubles (points), points->len / 2, 0, FALSE };
        g_ptr_array_add (geometries, march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1));
      }
  return geometries;
}

static void
test_grid (void)
{
  enum { N = 6 };
  g_autoptr (GPtrArray) geometries = new_grid (N);
  g_autoptr (MarchArcs) arcs = march_arcs_new (geometries);
  guint n_sides = 2 * N * (N + 1);

  /* Every side once, but for the four corners of the grid, where two sides are one arc. */
  g_assert_cmpuint (march_arcs_get_n_arcs (arcs), ==, n_sides - 4);
  assert_all_rebuilt (arcs, geometries);
  assert_owners (arcs, geometries);
}

static double
doubled_area (GArray *points)
{
  double twice = 0;

  for (guint i = 0; i + 3 < points->len; i += 2)
    twice += doubles (points)[i] * doubles (points)[i + 3] -
             doubles (points)[i + 2] * doubles (points)[i + 1];
  return fabs (twice);
}

/* However coarse, neighbours match: the cells' areas add up to that of the grid's outline, which is
 * an arc sequence of its own. */
static void
test_levels (void)
{
  static const double tolerances[] = { 0, 1e-6, 1e-5, 1e-4, 5e-4 };
  enum { N = 5 };
  g_autoptr (GPtrArray) geometries = new_grid (N);
  g_autoptr (MarchArcs) arcs = march_arcs_new (geometries);
  guint previous = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (tolerances); i++)
    {
      g_autoptr (MarchArcs) level = march_arcs_simplify (arcs, tolerances[i]);
      guint  n_points = 0;
      double cells = 0, outline = 0;

      for (guint j = 0; j < march_arcs_get_n_arcs (level); j++)
        {
          const MarchArc *arc = march_arcs_get_arc (level, j);

          n_points += arc->n_points;
          g_assert_cmpuint (arc->n_left, ==, march_arcs_get_arc (arcs, j)->n_left);
          if (arc->n_left + arc->n_right == 1)
            for (guint k = 0; k + 1 < arc->n_points; k++)
              outline +=
                  (arc->n_left == 1 ? 1 : -1) * (arc->points[2 * k] * arc->points[2 * k + 3] -
                                                 arc->points[2 * k + 2] * arc->points[2 * k + 1]);
        }
      for (guint j = 0; j < geometries->len; j++)
        {
          g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

          march_arcs_append_ring (level, j, 0, ring);
          cells += doubled_area (ring);
        }
      g_assert_cmpfloat_with_epsilon (cells, fabs (outline), 1e-12);
      g_assert_cmpuint (n_points, <=, previous);
      if (i == 0)
        assert_all_rebuilt (level, geometries);
      else
        g_assert_cmpuint (n_points, <, previous);
      previous = n_points;
    }
}

static void
test_outlives (void)
{
  g_autoptr (GPtrArray) geometries = new_grid (2);
  MarchArcs *arcs = march_arcs_new (geometries);
  MarchArcs *kept = march_arcs_ref (arcs);
  g_autoptr (MarchArcs) level = march_arcs_simplify (arcs, 1e-4);
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

  march_arcs_unref (arcs);
  march_arcs_unref (kept);
  march_arcs_append_ring (level, 3, 0, ring);
  g_assert_cmpuint (ring->len, >, 8);
  g_assert_cmpuint (march_arcs_get_arc (level, 0)->n_left + march_arcs_get_arc (level, 0)->n_right,
                    >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/arcs/two-neighbours", test_two_neighbours);
  g_test_add_func ("/geo/arcs/enclave", test_enclave);
  g_test_add_func ("/geo/arcs/nested", test_nested);
  g_test_add_func ("/geo/arcs/odd-ones", test_odd_ones);
  g_test_add_func ("/geo/arcs/grid", test_grid);
  g_test_add_func ("/geo/arcs/levels", test_levels);
  g_test_add_func ("/geo/arcs/outlives", test_outlives);
  return g_test_run ();
}
