/* test-holdings-days.c — three real days of occupied area, cut and put together again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-geojson.h"
#include "geo/march-holdings-builder.h"
#include "geos-judge.h"
#include "random-land.h"

#define FOLDER "deepstate_daily_occupied_sample"
#define MOVED_DAYS 60

static const char *const names[] = { "20240708", "20250301", "20260822" };

static MarchGeometry *
read_day (const char *name)
{
  g_autofree char *file = g_strdup_printf ("deepstatemap_data_%s.geojson", name);
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), FOLDER, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (features->len, ==, 1);
  return march_geometry_ref (((const MarchFeature *) g_ptr_array_index (features, 0))->geometry);
}

static void
check_day (MarchHoldings *holdings, MarchDay day, MarchGeometry *stated)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) area = march_holdings_get_area (holdings, day, &error);
  double expected = judge_area (stated);

  g_assert_no_error (error);
  g_assert_true (judge_is_valid (area));
  g_assert_cmpfloat (judge_difference (area, stated), <, 1e-6 * expected);
}

static void
test_real (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GError) error = NULL;
  MarchGeometry *days[G_N_ELEMENTS (names)];
  double         kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (MarchRepair) report = MARCH_REPAIR_INIT;

      days[i] = read_day (names[i]);
      march_holdings_builder_add (builder, i, days[i], &report, &error);
      g_assert_no_error (error);
      g_assert_null (report.reason);
      /* A few points have fifteen digits. */
      g_assert_true (report.snapped);
      g_assert_cmpfloat (fabs (report.snap_change), <, 500);
      g_assert_cmpfloat (report.snap_change, !=, 0);
    }
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      check_day (holdings, i, days[i]);
      march_geometry_unref (days[i]);
    }

  /* Most of the land is held throughout and is one interval; 400 pieces more would be slivers. */
  for (guint i = 0; i < march_holdings_get_n_pieces (holdings); i++)
    {
      const MarchPiece *piece = march_holdings_get_piece (holdings, i);

      if (piece->from == 0 && piece->until == MARCH_DAY_MAX)
        kept += judge_area (piece->area);
    }
  g_assert_cmpfloat (kept, >, 12.5);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), <, 300);
}

static void
test_moved (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GError) error = NULL;
  MarchGeometry *days[MOVED_DAYS];
  gsize          stated = 0, stored = 0;

  days[0] = read_day (names[0]);
  for (guint i = 0; i < MOVED_DAYS; i++)
    {
      if (i > 0)
        {
          g_autoptr (MarchGeometry) moved = move_front (random, days[i - 1], 0, 12, 0.01);

          days[i] = march_repair_area (moved, NULL, &error);
          g_assert_no_error (error);
        }
      march_holdings_builder_add (builder, i, days[i], NULL, &error);
      g_assert_no_error (error);
      stated += march_geometry_count_points (days[i]);
    }
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MOVED_DAYS; i++)
    {
      check_day (holdings, i, days[i]);
      march_geometry_unref (days[i]);
    }
  for (guint i = 0; i < march_holdings_get_n_pieces (holdings); i++)
    stored += march_geometry_count_points (march_holdings_get_piece (holdings, i)->area);
  g_assert_cmpuint (stored, <, stated / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/holdings/days/real", test_real);
  g_test_add_func ("/geo/holdings/days/moved", test_moved);
  return g_test_run ();
}
