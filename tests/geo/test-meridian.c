/* test-meridian.c — polygons cut along a meridian, held against GEOS */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-meridian.h"
#include "geo/march-repair.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_MESSES 150
#define FIELDS 6
#define FIELD 0.5
#define WEST 10 /* where messes begin */

static MarchGeometry *
make_half (double meridian, gboolean east)
{
  const double    far = east ? WEST + 2 * FIELDS * FIELD : WEST - FIELD;
  const double    points[] = { meridian, 0, far, 0, far, 60, meridian, 60 };
  const MarchPart part = { points, 4, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* What is cut is valid, on its side, and as large as what GEOS cuts; together both sides are the
 * whole. */
static void
assert_cut (MarchGeometry *area, double meridian)
{
  double sum = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MarchGeometry) kept = i == 0 ? march_meridian_cut (area, -180, meridian)
                                                     : march_meridian_cut (area, meridian, 180);
      g_autoptr (MarchGeometry) half = make_half (meridian, i == 1);
      double size = judge_area (kept);

      g_assert_true (judge_is_valid (kept));
      g_assert_cmpfloat_with_epsilon (judge_overlap (kept, half), size, 1e-12);
      g_assert_cmpfloat_with_epsilon (judge_overlap (area, half), size, 1e-12);
      g_assert_cmpfloat_with_epsilon (judge_overlap (area, kept), size, 1e-12);
      sum += size;
    }
  g_assert_cmpfloat_with_epsilon (sum, judge_area (area), 1e-12);
}

/* Corners, edges and holes on the meridian, and between. */
static void
test_messes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint n_holes = 0;

  for (guint i = 0; i < N_MESSES; i++)
    {
      g_autoptr (MarchGeometry) mess = random_mess (random, 1 + i % 4, 4 + i % 7, FIELDS + 1,
                                                    FIELD);
      g_autoptr (MarchGeometry) area = march_repair_area (mess, NULL, NULL);

      if (area == NULL || march_geometry_get_n_parts (area) == 0)
        continue;
      for (guint j = 0; j < march_geometry_get_n_parts (area); j++)
        n_holes += march_geometry_get_part (area, j)->hole;
      for (guint j = 0; j <= 2 * FIELDS; j++)
        assert_cut (area, WEST + j * FIELD / 2);
    }
  g_assert_cmpuint (n_holes, >, N_MESSES / 4);
}

typedef struct
{
  const char *name;
  guint       n_rings;
  guint       n_points[2];
  double      points[2][18];
  guint       n_polygons; /* east of 0 */
  guint       n_kept;     /* rings there */
  double      area;
} Case;

static const Case cases[] = {
  { "square", 1, { 5 }, { { -1, 0, 1, 0, 1, 4, -1, 4, -1, 0 } }, 1, 1, 4 },
  { "west of it", 1, { 5 }, { { -2, 0, -1, 0, -1, 4, -2, 4, -2, 0 } }, 0, 0, 0 },
  { "beside it", 1, { 5 }, { { -1, 0, 0, 0, 0, 4, -1, 4, -1, 0 } }, 0, 0, 0 },
  { "at it", 1, { 5 }, { { 0, 0, 1, 0, 1, 4, 0, 4, 0, 0 } }, 1, 1, 4 },
  { "a hole across", 2, { 5, 5 },
    { { -2, 0, 2, 0, 2, 4, -2, 4, -2, 0 }, { -1, 1, -1, 3, 1, 3, 1, 1, -1, 1 } }, 1, 1, 8 - 2 },
  { "a hole beside", 2, { 5, 5 },
    { { -2, 0, 2, 0, 2, 4, -2, 4, -2, 0 }, { 0, 1, 0, 3, 1, 3, 1, 1, 0, 1 } }, 1, 1, 8 - 2 },
  { "a hole that touches", 2, { 5, 4 },
    { { -2, 0, 2, 0, 2, 4, -2, 4, -2, 0 }, { 0, 2, 1, 3, 1, 1, 0, 2 } }, 1, 2, 8 - 1 },
  { "a hole in one of two", 2, { 9, 5 },
    { { -1, 0, 2, 0, 2, 1, -0.5, 1, -0.5, 2, 2, 2, 2, 5, -1, 5, -1, 0 },
      { 1, 3, 1, 4, 1.5, 4, 1.5, 3, 1, 3 } },
    2, 3, 2 + 6 - 0.5 },
  { "two points on it", 1, { 7 },
    { { -1, 0, 1, 0, 0, 2, 1, 4, -1, 4, -1, 2, -1, 0 } }, 2, 2, 1 + 1 },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  MarchPart   parts[G_N_ELEMENTS (row->points)];
  g_autoptr (MarchGeometry) area = NULL, kept = NULL;
  guint n_polygons = 0;

  for (guint i = 0; i < row->n_rings; i++)
    parts[i] = (MarchPart){ row->points[i], row->n_points[i], 0, i > 0 };
  area = march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, row->n_rings);
  kept = march_meridian_cut (area, 0, 180);
  for (guint i = 0; i < march_geometry_get_n_parts (kept); i++)
    n_polygons += !march_geometry_get_part (kept, i)->hole;
  g_assert_cmpuint (n_polygons, ==, row->n_polygons);
  g_assert_cmpuint (march_geometry_get_n_parts (kept), ==, row->n_kept);
  g_assert_true (judge_is_valid (kept));
  g_assert_cmpfloat_with_epsilon (judge_area (kept), row->area, 1e-12);
}

/* Nobody knows where the land of such a ring is. */
static void
test_crossing (void)
{
  const double    points[] = { -1, 0, 1, 2, 1, 0, -1, 2, -1, 0 };
  const MarchPart part = { points, G_N_ELEMENTS (points) / 2, 0, FALSE };
  g_autoptr (MarchGeometry) area = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  g_assert_null (march_meridian_cut (area, 0, 180));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/geo/meridian/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/geo/meridian/crossing", test_crossing);
  g_test_add_func ("/geo/meridian/messes", test_messes);
  return g_test_run ();
}
