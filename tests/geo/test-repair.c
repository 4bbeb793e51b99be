/* test-repair.c — polygons made valid and put on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "geo-fixtures.h"
#include "geo/march-geodesic.h"
#include "geo/march-mend-private.h"
#include "geo/march-repair.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_MESSES 300

typedef struct
{
  const char *name;
  const char *reason; /* NULL: valid */
  double      longitude, latitude;
  double      area; /* square degrees, of what the rings enclose */
  guint       n_dropped;
  guint       n_rings;
  guint       n_points[3];
  double      points[3][16];
  guint       polygons[3];
  gboolean    holes[3];
} Case;

static const Case cases[] = {
  { "valid", NULL, 0, 0, 4, 0, 1, { 4 }, { { 0, 0, 2, 0, 2, 2, 0, 2 } }, { 0 }, { FALSE } },
  { "clockwise", NULL, 0, 0, 4, 0, 1, { 4 }, { { 0, 0, 0, 2, 2, 2, 2, 0 } }, { 0 }, { FALSE } },
  { "bow-tie",
    "the border crosses or covers itself",
    1,
    1,
    2,
    0,
    1,
    { 4 },
    { { 0, 0, 2, 2, 2, 0, 0, 2 } },
    { 0 },
    { FALSE } },
  { "spike",
    "the border crosses or covers itself",
    3,
    0,
    4,
    0,
    1,
    { 5 },
    { { 0, 0, 3, 0, 2, 0, 2, 2, 0, 2 } },
    { 0 },
    { FALSE } },
  { "polygon-that-is-a-line",
    "a ring has fewer than three different points",
    5,
    5,
    4,
    1,
    2,
    { 4, 3 },
    { { 0, 0, 2, 0, 2, 2, 0, 2 }, { 5, 5, 6, 6, 5, 5 } },
    { 0, 1 },
    { FALSE, FALSE } },
  { "overlapping-polygons",
    "the border crosses or covers itself",
    2,
    1,
    7,
    0,
    2,
    { 4, 4 },
    { { 0, 0, 2, 0, 2, 2, 0, 2 }, { 1, 1, 3, 1, 3, 3, 1, 3 } },
    { 0, 1 },
    { FALSE, FALSE } },
  /* More likely a polygon that was called a hole than land that is cut out of nothing. */
  { "hole-outside",
    "a hole lies outside its polygon",
    5,
    5,
    5,
    0,
    2,
    { 4, 4 },
    { { 0, 0, 2, 0, 2, 2, 0, 2 }, { 5, 5, 6, 5, 6, 6, 5, 6 } },
    { 0, 0 },
    { FALSE, TRUE } },
};

static MarchGeometry *
new_case (const Case *test)
{
  MarchPart parts[3];

  for (guint i = 0; i < test->n_rings; i++)
    parts[i] = (MarchPart){ test->points[i], test->n_points[i], test->polygons[i], test->holes[i] };
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, test->n_rings);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MarchGeometry) area = new_case (test);
  g_autoptr (MarchGeometry) repaired = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;

  repaired = march_repair_area (area, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report.reason, ==, test->reason);
  if (test->reason != NULL)
    {
      /* Two squares cross at two places, mirrored: GEOS 3.11 names the one, 3.13 the other. */
      const gboolean mirrored = report.longitude == test->latitude;

      g_assert_cmpfloat (report.longitude, ==, mirrored ? test->latitude : test->longitude);
      g_assert_cmpfloat (report.latitude, ==, mirrored ? test->longitude : test->latitude);
    }
  else
    g_assert_true (isnan (report.longitude) && isnan (report.latitude));
  g_assert_cmpuint (report.n_dropped, ==, test->n_dropped);
  g_assert_false (report.snapped);
  g_assert_cmpfloat (report.snap_change, ==, 0);
  g_assert_true (judge_is_valid (repaired));
  g_assert_cmpfloat_with_epsilon (judge_area (repaired), test->area, 1e-12);
}

/* A wedge with corners between the points of the grid. */
static void
test_snap (void)
{
  static const double points[] = { 30.00000004, 50, 31.00000004, 50,
                                   31.00000004, 51, 30.00000008, 51 };
  const MarchPart     part = { points, 4, 0, FALSE };
  g_autoptr (MarchGeometry) area = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;
  g_autoptr (MarchGeometry) snapped = march_repair_area (area, &report, NULL);
  const double *first = march_geometry_get_part (snapped, 0)->points;

  g_assert_null (report.reason);
  g_assert_true (report.snapped);
  g_assert_true (judge_is_on_grid (snapped));
  g_assert_cmpfloat (first[0], ==, 30);
  g_assert_cmpfloat (first[6], ==, 30.0000001);
  g_assert_cmpfloat_with_epsilon (report.snap_change,
                                  march_geodesic_area (snapped) - march_geodesic_area (area), 1);
  g_assert_cmpfloat (report.snap_change, <, -100);
}

/* Where rounding point by point would fold the ring over itself. */
static void
test_snap_narrow (void)
{
  static const double points[] = { 0, 0, 1, 0, 1, 1, 0.5, 0.00000004, 0, 1 };
  const MarchPart     part = { points, 5, 0, FALSE };
  g_autoptr (MarchGeometry) area = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;
  g_autoptr (MarchGeometry) snapped = march_repair_area (area, &report, NULL);

  g_assert_null (report.reason);
  g_assert_true (report.snapped);
  g_assert_true (judge_is_valid (snapped));
  g_assert_true (judge_is_on_grid (snapped));
  g_assert_cmpfloat_with_epsilon (judge_area (snapped), judge_area (area), 1e-6);
}

static void
test_empty (void)
{
  g_autoptr (MarchGeometry) nothing = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  g_autoptr (MarchGeometry) repaired = march_repair_area (nothing, NULL, NULL);

  g_assert_cmpuint (march_geometry_get_n_parts (repaired), ==, 0);
}

static void
test_refused (void)
{
  static const double line[] = { 7, 8, 9, 8 };
  static const double tiny[] = { 1, 1, 1.00000001, 1, 1, 1.00000001 };
  const struct
  {
    MarchGeometryKind kind;
    MarchPart         part;
  } refused[] = {
    { MARCH_GEOMETRY_POINT, { line, 1, 0, FALSE } },
    { MARCH_GEOMETRY_LINE, { line, 2, 0, FALSE } },
    { MARCH_GEOMETRY_POLYGON, { line, 2, 0, FALSE } },
    { MARCH_GEOMETRY_POLYGON, { tiny, 3, 0, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MarchGeometry) area = march_geometry_new (refused[i].kind, &refused[i].part, 1);
      g_autoptr (GError) error = NULL;

      g_assert_null (march_repair_area (area, NULL, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
}

static void
test_beyond_the_world (void)
{
  static const double boxes[][4] = { { 213, 0, 215, 1 },
                                     { -215, 0, -213, 1 },
                                     { 0, 89, 1, 91 },
                                     { 0, -91, 1, 0 } };
  g_autoptr (MarchGeometry) across = new_rectangle (170, 60, 190, 70);
  g_autoptr (MarchGeometry) kept = march_repair_area (across, NULL, NULL);

  g_assert_cmpfloat (march_geometry_get_box (kept)->east, ==, 190);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (MarchGeometry)
          area = new_rectangle (boxes[i][0], boxes[i][1], boxes[i][2], boxes[i][3]);
      g_autoptr (GError) error = NULL;

      g_assert_null (march_repair_area (area, NULL, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
}

static void
test_unite (void)
{
  g_autoptr (MarchGeometry) a = new_rectangle (0, 0, 2, 2);
  g_autoptr (MarchGeometry) b = new_rectangle (1, 1, 3, 3);
  g_autoptr (MarchGeometry) both = march_repair_unite (a, b, NULL);

  g_assert_cmpfloat_with_epsilon (judge_area (both), 7, 1e-12);
  g_assert_true (judge_is_on_grid (both));
}

/* Whatever the rings do, what comes out is valid and on the grid, and nothing lies far from it. */
static void
test_messes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_repaired = 0;

  for (guint i = 0; i < N_MESSES; i++)
    {
      double field = i % 2 == 0 ? 0.1234567891 : MARCH_GRID_SIZE / 3;
      g_autoptr (MarchGeometry) mess = random_mess (random, 1 + i % 4, 3 + i % 9, 12, field);
      g_autoptr (GError) error = NULL;
      g_auto (MarchRepair) report = MARCH_REPAIR_INIT;
      g_autoptr (MarchGeometry) repaired = march_repair_area (mess, &report, &error);

      if (repaired == NULL)
        {
          g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
          continue;
        }
      n_repaired += report.reason != NULL;
      g_assert_true (judge_is_valid (repaired));
      g_assert_true (judge_is_on_grid (repaired));
    }
  g_assert_cmpuint (n_repaired, >, N_MESSES / 4);
}

/* Stars whose arms are bent over each other, the first with a hole at its centre or beside it. */
static MarchGeometry *
bend_stars (GRand *random, gboolean beside)
{
  double       x = beside ? 31.5 : 30, hole[] = { x, 40, x + 0.05, 40, x + 0.05, 40.05, x, 40.05 };
  MarchPart    parts[4];
  g_autoptr (MarchGeometry) stars = random_stars (random, 3, 40);
  g_autoptr (MarchGeometry) once = move_front (random, stars, 0, 9, 0.3);
  g_autoptr (MarchGeometry) bent = move_front (random, once, 2, 9, 0.2);

  parts[0] = *march_geometry_get_part (bent, 0);
  parts[1] = (MarchPart){ hole, 4, 0, TRUE };
  parts[2] = *march_geometry_get_part (bent, 1);
  parts[3] = *march_geometry_get_part (bent, 2);
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, 4);
}

/* All polygons at once, which is what mending ring by ring must come to. */
static MarchGeometry *
mend_at_once (MarchGeometry *area)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry  *polygons = march_geos_from (geos, area);
  GEOSGeometry  *valid = march_mend_whole (geos, polygons);
  MarchGeometry *result = march_geos_to (geos, valid, NULL);

  GEOSGeom_destroy_r (geos->handle, valid);
  GEOSGeom_destroy_r (geos->handle, polygons);
  return result;
}

static gboolean
is_mended_by_rings (MarchGeometry *area)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  guint n_dropped = 0;
  g_autoptr (MarchGeometry) mended = march_mend_rings (geos, area, &n_dropped);
  GEOSGeometry *polygons = mended != NULL ? march_geos_from (geos, mended) : NULL;
  gboolean      valid = polygons != NULL && GEOSisValid_r (geos->handle, polygons) == 1;

  GEOSGeom_destroy_r (geos->handle, polygons);
  return valid;
}

static void
test_rings (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_quick = 0, n_slow = 0;

  for (guint i = 0; i < N_MESSES; i++)
    {
      g_autoptr (MarchGeometry) area = bend_stars (random, i % 8 == 7);
      g_autoptr (MarchGeometry) whole = mend_at_once (area);
      g_auto (MarchRepair) report = MARCH_REPAIR_INIT;
      g_autoptr (MarchGeometry) repaired = march_repair_area (area, &report, NULL);

      if (report.reason != NULL)
        *(is_mended_by_rings (area) ? &n_quick : &n_slow) += 1;
      g_assert_true (judge_is_valid (repaired));
      g_assert_cmpfloat (judge_difference (repaired, whole), <, 1e-5);
    }
  g_assert_cmpuint (n_quick, >, N_MESSES / 4);
  g_assert_cmpuint (n_slow, >, N_MESSES / 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/repair/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/geo/repair/snap", test_snap);
  g_test_add_func ("/geo/repair/snap-narrow", test_snap_narrow);
  g_test_add_func ("/geo/repair/empty", test_empty);
  g_test_add_func ("/geo/repair/refused", test_refused);
  g_test_add_func ("/geo/repair/beyond-the-world", test_beyond_the_world);
  g_test_add_func ("/geo/repair/unite", test_unite);
  g_test_add_func ("/geo/repair/messes", test_messes);
  g_test_add_func ("/geo/repair/rings", test_rings);
  return g_test_run ();
}
