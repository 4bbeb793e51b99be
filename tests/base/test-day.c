/* test-day.c — days as numbers, there and back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-day.h"
#include "base/march-error.h"

static void
test_known_days (void)
{
  static const struct
  {
    gint64      year;
    guint       month, day;
    MarchDay    count;
    const char *iso;
    const char *words;
  } rows[] = {
    { 1970, 1, 1, 0, "1970-01-01", "1 January 1970" },
    { 1969, 12, 31, -1, "1969-12-31", "31 December 1969" },
    { 2000, 2, 29, 11016, "2000-02-29", "29 February 2000" },
    { 2025, 5, 15, 20223, "2025-05-15", "15 May 2025" },
    { 2100, 3, 1, 47541, "2100-03-01", "1 March 2100" },
    { 1, 1, 1, -719162, "0001-01-01", "1 January 1" },
    { 0, 12, 31, -719163, "0000-12-31", "31 December 1 BC" },
    { 0, 1, 1, -719528, "0000-01-01", "1 January 1 BC" },
    { -43, 3, 15, -735160, "-0043-03-15", "15 March 44 BC" },
    { 12345, 6, 7, 3789548, "+12345-06-07", "7 June 12345" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchDay         day = march_day_from_ymd (rows[i].year, rows[i].month, rows[i].day);
      g_autofree char *iso = march_day_to_iso (day);
      g_autofree char *words = march_day_describe (day);

      g_assert_cmpint (day, ==, rows[i].count);
      g_assert_cmpstr (iso, ==, rows[i].iso);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_round_trip (void)
{
  gint64 previous_year = -401;
  guint  previous_month = 12, previous_day = 31;

  for (MarchDay day = march_day_from_ymd (-400, 1, 1); day < march_day_from_ymd (801, 1, 1); day++)
    {
      gint64 year;
      guint  month, day_of_month;

      march_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (march_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_true (march_day_is_valid_ymd (year, month, day_of_month));
      g_assert_true (
          (day_of_month == previous_day + 1 && month == previous_month && year == previous_year) ||
          (day_of_month == 1 && month == previous_month + 1 && year == previous_year) ||
          (day_of_month == 1 && month == 1 && previous_month == 12 && year == previous_year + 1));
      previous_year = year;
      previous_month = month;
      previous_day = day_of_month;
    }
}

static void
test_valid (void)
{
  g_assert_true (march_day_is_valid_ymd (2024, 2, 29));
  g_assert_false (march_day_is_valid_ymd (2025, 2, 29));
  g_assert_false (march_day_is_valid_ymd (1900, 2, 29));
  g_assert_true (march_day_is_valid_ymd (2000, 2, 29));
  g_assert_false (march_day_is_valid_ymd (2025, 0, 1));
  g_assert_false (march_day_is_valid_ymd (2025, 13, 1));
  g_assert_false (march_day_is_valid_ymd (2025, 4, 31));
  g_assert_false (march_day_is_valid_ymd (2025, 4, 0));
}

static void
test_parse (void)
{
  static const char *const bad[] = {
    "",           "2025",       "2025-5-15",           "2025-13-01",
    "2025-02-30", "15.05.2025", "2025-05-15T00:00:00", "-",
    "2025/05/15", "2025-05-1x", "２０２５-05-15"
  };
  MarchDay day;

  g_assert_true (march_day_parse ("2025-05-15", &day, NULL));
  g_assert_cmpint (day, ==, 20223);
  g_assert_true (march_day_parse ("-0043-03-15", &day, NULL));
  g_assert_cmpint (day, ==, -735160);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (march_day_parse (bad[i], &day, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
}

static void
test_open (void)
{
  g_autofree char *iso = march_day_to_iso (MARCH_DAY_MAX);
  g_autofree char *words = march_day_describe (MARCH_DAY_MIN);

  g_assert_cmpstr (iso, ==, "..");
  g_assert_cmpstr (words, ==, "open");
}

static void
test_today (void)
{
  gint64   seconds = g_get_real_time () / G_USEC_PER_SEC;
  MarchDay today = march_day_today ();

  /* Time zones reach 14 hours to the east and 12 to the west. */
  g_assert_cmpint (today, >=, (seconds - 12 * 3600) / 86400);
  g_assert_cmpint (today, <=, (seconds + 15 * 3600) / 86400);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/known", test_known_days);
  g_test_add_func ("/base/day/round-trip", test_round_trip);
  g_test_add_func ("/base/day/valid", test_valid);
  g_test_add_func ("/base/day/parse", test_parse);
  g_test_add_func ("/base/day/open", test_open);
  g_test_add_func ("/base/day/today", test_today);
  return g_test_run ();
}
