/* test-coarse.c — the outline of a day's pieces, exact and no finer than a picture shows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo/march-coarse.h"
#include "geo/march-holdings-builder.h"
#include "random-land.h"

#define N_DAYS 6

/* Stars that change their shape from day to day, so that a day is of many pieces. */
static MarchHoldings *
new_history (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings;

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr (MarchGeometry) land = random_stars (random, 8, 40);

      g_assert_true (march_holdings_builder_add (builder, 100 + i, land, NULL, &error));
    }
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return holdings;
}

/* By the even-odd rule. */
static gboolean
lies_inside (MarchGeometry *outline, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < march_geometry_get_n_parts (outline); i++)
    {
      const MarchPart *part = march_geometry_get_part (outline, i);

      for (guint j = 0; j + 1 < part->n_points; j++)
        {
          const double *a = part->points + 2 * j, *b = a + 2;

          if ((a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
            inside = !inside;
        }
    }
  return inside;
}

static double
distance_to_border (MarchGeometry *area, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    {
      const MarchPart *part = march_geometry_get_part (area, i);

      for (guint j = 0; j + 1 < part->n_points; j++)
        {
          const double *a = part->points + 2 * j, *b = a + 2;
          double        dx = b[0] - a[0], dy = b[1] - a[1], length = dx * dx + dy * dy;
          double        t = length > 0 ? ((x - a[0]) * dx + (y - a[1]) * dy) / length : 0;

          t = CLAMP (t, 0, 1);
          least = MIN (least, hypot (x - a[0] - t * dx, y - a[1] - t * dy));
        }
    }
  return least;
}

static void
assert_closed (MarchGeometry *outline)
{
  for (guint i = 0; i < march_geometry_get_n_parts (outline); i++)
    {
      const MarchPart *part = march_geometry_get_part (outline, i);
      const double    *last = part->points + 2 * (part->n_points - 1);

      g_assert_cmpuint (part->n_points, >=, 3);
      g_assert_true (memcmp (part->points, last, 2 * sizeof (double)) == 0);
    }
}

/* What is farther from the border than the lattice is wide lies on the side where it lay. */
static void
test_day (MarchHoldings *holdings, MarchDay day, double step, GRand *random)
{
  g_autoptr (GPtrArray)     pieces = march_holdings_list_pieces (holdings, day);
  g_autoptr (MarchGeometry) area = march_holdings_get_area (holdings, day, NULL);
  g_autoptr (MarchGeometry) outline = march_coarse_outline (pieces, step);
  guint                     n_seen = 0;

  assert_closed (outline);
  for (guint i = 0; i < 400; i++)
    {
      double x = g_rand_double_range (random, 29.4, 33.6);
      double y = g_rand_double_range (random, 39.4, 41.6);

      if (distance_to_border (area, x, y) <= step)
        continue;
      n_seen++;
      g_assert_cmpint (lies_inside (outline, x, y), ==, march_geometry_contains (area, x, y));
    }
  g_assert_cmpuint (n_seen, >, 100);
}

static void
test_random (void)
{
  static const double steps[] = { 0, 1e-6, 1e-3, 0.01, 0.03 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (MarchHoldings) holdings = new_history (seed);

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        for (guint j = 0; j < N_DAYS; j++)
          test_day (holdings, 100 + j, steps[i], random);
    }
}

static void
go_to (MarchOutline *outline, MarchHoldings *holdings, MarchDay from, MarchDay to)
{
  g_autoptr (GPtrArray) pieces = march_holdings_list_turned (holdings, from, to);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MarchPiece *piece = g_ptr_array_index (pieces, i);

      if (to >= piece->from && to < piece->until)
        march_outline_add (outline, piece);
      else
        march_outline_remove (outline, piece);
    }
}

static gboolean
has_edge (MarchOutline *outline, const MarchOutlineEdge *edge)
{
  guint                  n_runs;
  const MarchOutlineRun *runs = march_outline_get_runs (outline, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      const MarchOutlineRun run = runs[i];

      for (guint j = 0; j < run.n_edges; j++)
        if (march_grid_equal (&run.edges[j].from, &edge->from)
            && march_grid_equal (&run.edges[j].to, &edge->to))
          return run.edges[j].winding == edge->winding;
    }
  return FALSE;
}

/* It has the edges of @other, and each is in the box of its run. */
static void
check_edges (MarchOutline *outline, MarchOutline *other)
{
  guint                  n = 0, n_runs;
  const MarchOutlineRun *runs = march_outline_get_runs (outline, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      const MarchOutlineRun run = runs[i];

      for (guint j = 0; j < run.n_edges; j++, n++)
        {
          const MarchOutlineEdge *edge = &run.edges[j];

          g_assert_cmpint (edge->winding, !=, 0);
          g_assert_cmpfloat (MIN (edge->x0, edge->x1), >=, run.x0);
          g_assert_cmpfloat (MAX (edge->x0, edge->x1), <=, run.x1);
          g_assert_cmpfloat (MIN (edge->y0, edge->y1), >=, run.y0);
          g_assert_cmpfloat (MAX (edge->y0, edge->y1), <=, run.y1);
          g_assert_true (has_edge (other, edge));
        }
    }
  g_assert_cmpuint (n, ==, march_outline_get_n_edges (other));
  g_assert_cmpuint (n, ==, march_outline_get_n_edges (outline));
}

/* From day to day by what differs, it has the edges that it has from scratch. */
static void
test_turned (void)
{
  static const double steps[] = { 0, 1e-3, 0.03 };
  const MarchBox extent = { 29, 39.5, 34, 41.5 };
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (MarchHoldings) holdings = new_history (i + 1);
      g_autoptr (MarchOutline) outline = march_outline_new (steps[i], &extent);
      MarchDay day = 0;

      for (guint j = 0; j < 60; j++)
        {
          const MarchDay next = 98 + g_rand_int_range (random, 0, N_DAYS + 4);
          g_autoptr (MarchOutline) fresh = march_outline_new (steps[i], &extent);

          go_to (outline, holdings, day, next);
          day = next;
          go_to (fresh, holdings, 0, day);
          check_edges (outline, fresh);
        }
    }
}

/* Two squares side by side are one rectangle, without the border between them. */
static void
test_no_inner_border (void)
{
  const double          west[] = { 0, 0, 1, 0, 1, 1, 0, 1, 0, 0 };
  const double          east[] = { 1, 0, 2, 0, 2, 1, 1, 1, 1, 0 };
  const MarchPart       parts[] = { { west, 5, 0, FALSE }, { east, 5, 0, FALSE } };
  g_autoptr (GPtrArray) pieces
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  g_autoptr (MarchGeometry) outline = NULL;
  g_autoptr (MarchGeometry) nothing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (MarchGeometry) square = march_geometry_new (MARCH_GEOMETRY_POLYGON, &parts[i], 1);

      g_ptr_array_add (pieces, march_piece_new (square, 1, 2));
    }
  outline = march_coarse_outline (pieces, 0);
  g_assert_cmpuint (march_geometry_get_n_parts (outline), ==, 1);
  g_assert_cmpuint (march_geometry_count_points (outline), ==, 7);
  nothing = march_coarse_outline (pieces, 20);
  g_assert_cmpuint (march_geometry_get_n_parts (nothing), ==, 0);
}

static guint n_asked;

/* There is contact to the east of x = 0.5 alone, and where land lies north of an edge. */
static gboolean
judge (const MarchOutlineEdge *edge, gpointer unused)
{
  n_asked++;
  return edge->from.x == edge->to.x ? edge->from.x > 5000000 : edge->winding > 0;
}

static void
check_lines (MarchOutline *outline, gboolean contact, guint n_parts, guint n_points)
{
  g_autoptr (MarchGeometry) lines = march_coarse_connect_contact (outline, contact);

  g_assert_cmpuint (march_geometry_get_n_parts (lines), ==, n_parts);
  g_assert_cmpuint (march_geometry_count_points (lines), ==, n_points);
}

static MarchPiece *
new_square (double south)
{
  const double    points[] = { 0, south, 1, south, 1, south + 1, 0, south + 1, 0, south };
  const MarchPart part = { points, 5, 0, FALSE };
  g_autoptr (MarchGeometry) square = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  return march_piece_new (square, 1, 2);
}

/* Each edge is judged once, and again when the land is on its other side. Lines are in one piece.
 */
static void
test_contact (void)
{
  const MarchBox extent = { 0, 0, 1, 2 };
  g_autoptr (MarchPiece) south = new_square (0);
  g_autoptr (MarchPiece) north = new_square (1);
  g_autoptr (MarchOutline) outline = march_outline_new (0, &extent);

  march_outline_add (outline, south);
  check_lines (outline, TRUE, 1, 5);
  check_lines (outline, FALSE, 0, 0);
  march_outline_set_judge (outline, judge, NULL);
  check_lines (outline, TRUE, 1, 3);
  check_lines (outline, FALSE, 1, 3);
  g_assert_cmpuint (n_asked, ==, 4);
  march_outline_add (outline, north);
  march_outline_remove (outline, south);
  check_lines (outline, TRUE, 1, 3);
  check_lines (outline, FALSE, 1, 3);
  g_assert_cmpuint (n_asked, ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/coarse/random", test_random);
  g_test_add_func ("/geo/coarse/turned", test_turned);
  g_test_add_func ("/geo/coarse/no-inner-border", test_no_inner_border);
  g_test_add_func ("/geo/coarse/contact", test_contact);
  return g_test_run ();
}
