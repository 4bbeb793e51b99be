/* test-border.c — what lies in two areas at once, against GEOS and PROJ */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <geodesic.h>
#include <string.h>

#include "geo-fixtures.h"
#include "geo/march-border-private.h"
#include "geo/march-geodesic.h"
#include "geo/march-repair.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_EDGES 2000
#define N_PAIRS 400
/* Degrees: so small that an edge is the same whether it has points on it or not. */
#define FIELD 0.001

static double
proj_area (const MarchBorderSpot *from, const MarchBorderSpot *to)
{
  struct geod_geodesic wgs84;
  double               area;

  geod_init (&wgs84, 6378137.0, 1 / 298.257223563);
  geod_geninverse (&wgs84, from->y * MARCH_GRID_SIZE, from->x * MARCH_GRID_SIZE,
                   to->y * MARCH_GRID_SIZE, to->x * MARCH_GRID_SIZE, NULL, NULL, NULL, NULL, NULL,
                   NULL, &area);
  return area;
}

/* From a metre to half the world, on both halves of it. */
static void
test_edges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_EDGES; i++)
    {
      double          length = exp (g_rand_double_range (random, log (100), log (5e8)));
      MarchBorderSpot from = { g_rand_double_range (random, -5e8, 5e8),
                               g_rand_double_range (random, -7e8, 7e8) };
      MarchBorderSpot to = { from.x + length * g_rand_double_range (random, -1, 1),
                             from.y + length * g_rand_double_range (random, -0.2, 0.2) };
      double          expected;

      to.y = CLAMP (to.y, -8e8, 8e8);
      expected = proj_area (&from, &to);
      /* A little of the square over the edge, and what 3e13 times a rounding may be. */
      g_assert_cmpfloat_with_epsilon (march_border_edge_area (&from, &to), expected,
                                      1e-8 * pow (fabs (to.x - from.x) * 0.011, 2) + 0.05);
    }
}

static double
plain_area (MarchGeometry *a, MarchGeometry *b)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *first = march_geos_from (geos, a);
  GEOSGeometry *second = march_geos_from (geos, b);
  GEOSGeometry *both = GEOSIntersection_r (geos->handle, first, second);
  g_autoptr (MarchGeometry) common = march_geos_to (geos, both, NULL);

  GEOSGeom_destroy_r (geos->handle, both);
  GEOSGeom_destroy_r (geos->handle, second);
  GEOSGeom_destroy_r (geos->handle, first);
  return march_geodesic_area (common);
}

static MarchGeometry *
make_area (GRand *random, guint kind)
{
  g_autoptr (MarchGeometry) area = NULL;
  MarchGeometry *repaired;

  if (kind == 0)
    area = random_star (random, 10, 10, 3 * FIELD, 40);
  else
    area = random_mess (random, 3, kind == 1 ? 7 : 4, kind == 1 ? 9 : 3, FIELD);
  repaired = march_repair_area (area, NULL, NULL);
  return repaired != NULL ? repaired : march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
}

/* Stars that cross; messes with corners on one board, that touch and share edges everywhere. */
static void
test_random (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data), n_common = 0;
  g_autoptr (GRand) random = g_rand_new_with_seed (kind);

  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (MarchGeometry) a = make_area (random, kind);
      g_autoptr (MarchGeometry) b = make_area (random, kind);
      g_autoptr (MarchBorder) p = march_border_new (a);
      g_autoptr (MarchBorder) q = march_border_new (b);
      double expected = plain_area (a, b);

      g_assert_cmpfloat_with_epsilon (march_border_common (p, q), expected, 2);
      g_assert_cmpfloat_with_epsilon (march_border_common (q, p), expected, 2);
      g_assert_cmpfloat_with_epsilon (march_border_common (p, p), march_geodesic_area (a), 1);
      n_common += expected > 0;
    }
  g_assert_cmpuint (n_common, >, N_PAIRS / 2);
}

/* Points in a row, rings without area and nothing at all. */
static void
test_degenerate (void)
{
  static const double needle[] = { 0, 0, 1, 0, 1e-9, 0 };
  const MarchPart     part = { needle, 3, 0, FALSE };
  g_autoptr (MarchGeometry) nothing = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  g_autoptr (MarchGeometry) line = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  g_autoptr (MarchGeometry) square = new_rectangle (0, 0, 1, 1);
  g_autoptr (MarchBorder) none = march_border_new (nothing);
  g_autoptr (MarchBorder) thin = march_border_new (line);
  g_autoptr (MarchBorder) wide = march_border_new (square);

  g_assert_cmpfloat (march_border_common (none, wide), ==, 0);
  g_assert_cmpfloat (march_border_common (wide, none), ==, 0);
  g_assert_cmpfloat (march_border_common (thin, wide), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/border/edges", test_edges);
  g_test_add_data_func ("/geo/border/stars", GUINT_TO_POINTER (0), test_random);
  g_test_add_data_func ("/geo/border/mess", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/geo/border/board", GUINT_TO_POINTER (2), test_random);
  g_test_add_func ("/geo/border/degenerate", test_degenerate);
  return g_test_run ();
}
