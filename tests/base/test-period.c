/* test-period.c — certain and possible days, and overlaps */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-period.h"

static void
test_at (void)
{
  static const struct
  {
    MarchPeriod    period;
    MarchDay       day;
    MarchCertainty certainty;
  } rows[] = {
    { { 10, 10, 20, 20 }, 9, MARCH_CERTAINTY_NONE },
    { { 10, 10, 20, 20 }, 10, MARCH_CERTAINTY_CERTAIN },
    { { 10, 10, 20, 20 }, 19, MARCH_CERTAINTY_CERTAIN },
    { { 10, 10, 20, 20 }, 20, MARCH_CERTAINTY_NONE },
    { { 10, 12, 18, 20 }, 11, MARCH_CERTAINTY_POSSIBLE },
    { { 10, 12, 18, 20 }, 12, MARCH_CERTAINTY_CERTAIN },
    { { 10, 12, 18, 20 }, 17, MARCH_CERTAINTY_CERTAIN },
    { { 10, 12, 18, 20 }, 18, MARCH_CERTAINTY_POSSIBLE },
    { { 10, 12, 18, 20 }, 20, MARCH_CERTAINTY_NONE },
    { { 10, 19, 11, 20 }, 10, MARCH_CERTAINTY_POSSIBLE },
    { { 10, 19, 11, 20 }, 19, MARCH_CERTAINTY_POSSIBLE },
    { { MARCH_DAY_MIN, MARCH_DAY_MIN, 20, 20 }, -999999, MARCH_CERTAINTY_CERTAIN },
    { { MARCH_DAY_MIN, MARCH_DAY_MAX, MARCH_DAY_MIN, MARCH_DAY_MAX }, 0, MARCH_CERTAINTY_POSSIBLE },
    { { 10, 10, MARCH_DAY_MAX, MARCH_DAY_MAX }, 999999, MARCH_CERTAINTY_CERTAIN },
    { { 10, MARCH_DAY_MAX, MARCH_DAY_MAX, MARCH_DAY_MAX }, 999999, MARCH_CERTAINTY_POSSIBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (march_period_at (&rows[i].period, rows[i].day), ==, rows[i].certainty);
    }
}

static void
test_overlaps (void)
{
  static const struct
  {
    MarchPeriod a, b;
    gboolean    overlap;
  } rows[] = {
    { { 10, 10, 20, 20 }, { 20, 20, 30, 30 }, FALSE },
    { { 10, 10, 20, 20 }, { 19, 19, 30, 30 }, TRUE },
    { { 10, 10, 20, 21 }, { 20, 20, 30, 30 }, TRUE },
    { { 10, 10, 20, 20 }, { 12, 12, 13, 13 }, TRUE },
    { { MARCH_DAY_MIN, MARCH_DAY_MIN, 20, 20 }, { 20, 20, MARCH_DAY_MAX, MARCH_DAY_MAX }, FALSE },
    { { MARCH_DAY_MIN, MARCH_DAY_MIN, MARCH_DAY_MAX, MARCH_DAY_MAX }, { 5, 5, 6, 6 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (march_period_overlaps (&rows[i].a, &rows[i].b), ==, rows[i].overlap);
      g_assert_cmpint (march_period_overlaps (&rows[i].b, &rows[i].a), ==, rows[i].overlap);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/at", test_at);
  g_test_add_func ("/base/period/overlaps", test_overlaps);
  return g_test_run ();
}
