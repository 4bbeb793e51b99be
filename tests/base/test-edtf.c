/* test-edtf.c — dates that are read, their bounds, and dates that are refused */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-edtf.h"
#include "base/march-error.h"

#define MIN_DAY "min"
#define MAX_DAY "max"

static MarchDay
to_day (const char *text)
{
  MarchDay day = 0;

  if (g_str_equal (text, MIN_DAY))
    return MARCH_DAY_MIN;
  if (g_str_equal (text, MAX_DAY))
    return MARCH_DAY_MAX;
  g_assert_true (march_day_parse (text, &day, NULL));
  return day;
}

static void
test_bounds (void)
{
  static const struct
  {
    const char *text;
    const char *from_earliest, *from_latest, *until_earliest, *until_latest;
  } rows[] = {
    /* dates */
    { "2025-05-15", "2025-05-15", "2025-05-15", "2025-05-16", "2025-05-16" },
    { "2025-05", "2025-05-01", "2025-05-31", "2025-05-02", "2025-06-01" },
    { "2025", "2025-01-01", "2025-12-31", "2025-01-02", "2026-01-01" },
    { "2024-02", "2024-02-01", "2024-02-29", "2024-02-02", "2024-03-01" },
    { "2025-05-15T16:54:59+02:30", "2025-05-15", "2025-05-15", "2025-05-16", "2025-05-16" },
    { "2025-05-15T24:00:00", "2025-05-15", "2025-05-15", "2025-05-16", "2025-05-16" },
    { "19", "1900-01-01", "1999-12-31", "1900-01-02", "2000-01-01" },
    { "-04", "-0499-01-01", "-0400-12-31", "-0499-01-02", "-0399-01-01" },
    { "0000", "0000-01-01", "0000-12-31", "0000-01-02", "0001-01-01" },
    { "-0002", "-0002-01-01", "-0002-12-31", "-0002-01-02", "-0001-01-01" },
    /* marks don't widen */
    { "2025-05-15~", "2025-05-15", "2025-05-15", "2025-05-16", "2025-05-16" },
    { "2025-05?", "2025-05-01", "2025-05-31", "2025-05-02", "2025-06-01" },
    { "2025%", "2025-01-01", "2025-12-31", "2025-01-02", "2026-01-01" },
    /* masks */
    { "2025-05-XX", "2025-05-01", "2025-05-31", "2025-05-02", "2025-06-01" },
    { "2025-XX", "2025-01-01", "2025-12-31", "2025-01-02", "2026-01-01" },
    { "2025-XX-XX", "2025-01-01", "2025-12-31", "2025-01-02", "2026-01-01" },
    { "201X", "2010-01-01", "2019-12-31", "2010-01-02", "2020-01-01" },
    { "19XX", "1900-01-01", "1999-12-31", "1900-01-02", "2000-01-01" },
    { "XXXX-XX-XX", "0000-01-01", "9999-12-31", "0000-01-02", "+10000-01-01" },
    { "-012X", "-0129-01-01", "-0120-12-31", "-0129-01-02", "-0119-01-01" },
    /* seasons */
    { "2025-21", "2025-03-01", "2025-05-31", "2025-03-02", "2025-06-01" },
    { "2025-22~", "2025-06-01", "2025-08-31", "2025-06-02", "2025-09-01" },
    { "2025-23", "2025-09-01", "2025-11-30", "2025-09-02", "2025-12-01" },
    { "2023-24", "2023-12-01", "2024-02-29", "2023-12-02", "2024-03-01" },
    /* intervals */
    { "2014/2022-08", "2014-01-01", "2014-12-31", "2022-08-02", "2022-09-01" },
    { "2025-05-15/2025-05-15", "2025-05-15", "2025-05-15", "2025-05-16", "2025-05-16" },
    { "2022-09/..", "2022-09-01", "2022-09-30", MAX_DAY, MAX_DAY },
    { "../2022", MIN_DAY, MIN_DAY, "2022-01-02", "2023-01-01" },
    { "/2022", MIN_DAY, "2022-12-31", "2022-01-02", "2023-01-01" },
    { "/2022-05-15", MIN_DAY, "2022-05-15", "2022-05-16", "2022-05-16" },
    { "2022/", "2022-01-01", "2022-12-31", "2022-01-02", MAX_DAY },
    { "2022-05-15/", "2022-05-15", "2022-05-15", "2022-05-16", MAX_DAY },
    { "/", MIN_DAY, MAX_DAY, MIN_DAY, MAX_DAY },
    { "../..", MIN_DAY, MIN_DAY, MAX_DAY, MAX_DAY },
    { "../", MIN_DAY, MIN_DAY, MIN_DAY, MAX_DAY },
    { "/..", MIN_DAY, MAX_DAY, MAX_DAY, MAX_DAY },
    { "2014~/2022?", "2014-01-01", "2014-12-31", "2022-01-02", "2023-01-01" },
    /* ends that overlap never end before they start */
    { "2022/2022-06", "2022-01-01", "2022-06-30", "2022-06-02", "2022-07-01" },
    { "2022-06/2022", "2022-06-01", "2022-06-30", "2022-06-02", "2023-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchEdtf) edtf = march_edtf_new (rows[i].text, &error);
      const MarchPeriod *period;

      g_test_message ("%s", rows[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (march_edtf_get_text (edtf), ==, rows[i].text);
      period = march_edtf_get_period (edtf);
      g_assert_cmpint (period->from_earliest, ==, to_day (rows[i].from_earliest));
      g_assert_cmpint (period->from_latest, ==, to_day (rows[i].from_latest));
      g_assert_cmpint (period->until_earliest, ==, to_day (rows[i].until_earliest));
      if (g_str_has_prefix (rows[i].until_latest, "+"))
        g_assert_cmpint (period->until_latest, ==, march_day_from_ymd (10000, 1, 1));
      else
        g_assert_cmpint (period->until_latest, ==, to_day (rows[i].until_latest));
    }
}

static void
test_long_years (void)
{
  static const struct
  {
    const char *text;
    gint64      year;
  } rows[] = { { "Y170002", 170002 },
               { "Y10000", 10000 },
               { "Y-170002", -170002 },
               { "Y999999999999", 999999999999 },
               { "Y-999999999999", -999999999999 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchEdtf) edtf = march_edtf_new (rows[i].text, NULL);
      const MarchPeriod *period;

      g_assert_nonnull (edtf);
      period = march_edtf_get_period (edtf);
      g_assert_cmpint (period->from_earliest, ==, march_day_from_ymd (rows[i].year, 1, 1));
      g_assert_cmpint (period->until_latest, ==, march_day_from_ymd (rows[i].year + 1, 1, 1));
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    gboolean    interval, approximate, uncertain;
  } rows[] = {
    { "2025-05-15", FALSE, FALSE, FALSE }, { "2025-05-15~", FALSE, TRUE, FALSE },
    { "2025-05-15?", FALSE, FALSE, TRUE }, { "2025-05-15%", FALSE, TRUE, TRUE },
    { "2014~/2022", TRUE, TRUE, FALSE },   { "2014/2022?", TRUE, FALSE, TRUE },
    { "2014/..", TRUE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchEdtf) edtf = march_edtf_new (rows[i].text, NULL);

      g_assert_nonnull (edtf);
      g_assert_cmpint (march_edtf_is_interval (edtf), ==, rows[i].interval);
      g_assert_cmpint (march_edtf_is_approximate (edtf), ==, rows[i].approximate);
      g_assert_cmpint (march_edtf_is_uncertain (edtf), ==, rows[i].uncertain);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says; /* a part of the message */
  } rows[] = {
    { "", "it is empty" },
    { "..", "only be an end of an interval" },
    { "2025-13", "there is no month 13" },
    { "2025-00", "there is no month 0" },
    { "2025-02-29", "February 2025 has no day 29" },
    { "2025-05-00", "May 2025 has no day 0" },
    { "2014/2025-02-30", "February 2025 has no day 30" },
    { "12345", "years have four digits" },
    { "193", "years have four digits" },
    { "-0000", "no year -0000" },
    { "-00", "no century -00" },
    { "19~", "a century can't be marked" },
    { "Y9999", "more than four digits" },
    { "Y00001", "without leading zeros" },
    { "Y1000000000000", "more than 12 digits" },
    { "Y170002-05", "only a year" },
    { "Y17E7", "level 2" },
    { "1950S2", "level 2" },
    { "[1667,1672]", "level 2" },
    { "{1667..1672}", "level 2" },
    { "2004-06~-11", "level 2" },
    { "?2004", "level 2" },
    { "2004?~", "only once" },
    { "156X-12-25", "level 2" },
    { "1X56", "level 2" },
    { "2004-XX-12", "level 2" },
    { "2004-1X", "is no month" },
    { "2004-25", "part of a year 25 belongs to level 2" },
    { "2004-20", "there is no month 20" },
    { "2004-21-03", "can't be followed by a day" },
    { "2004-01-02-03", "is written YYYY" },
    { "2004/2005/2006", "one slash only" },
    { "2004-21/2004-22", "can't be seasons" },
    { "2004-06-XX/2004-07-03", "can't have masked digits" },
    { "2004-01-01T10:00:00/2005", "can't have a time of day" },
    { "2005/2004", "ends before it starts" },
    { "2025-05-16/2025-05-15", "ends before it starts" },
    { "2025-05-15T25:00:00", "no time of day 25:00:00" },
    { "2025-05-15T24:00:00.5", "no time of day 24:00:00" },
    { "2025-05-15T10:00", "write HH:MM:SS" },
    { "2025-05-15T10:00:00.", "after the decimal point" },
    { "2025-05-15T10:00:00+14:01", "is no time zone" },
    { "2025-05-15T10:00:00-00:00", "is no time zone" },
    { "2025-05-15T10:00:00+1:00", "is no time zone" },
    { "2025-05-15T10:00:00Z~", "time of day can't be marked" },
    { "2025-05T10:00:00", "needs a whole date" },
    { "2025-05-15 ", "“ ” can't stand in a date (character 11)" },
    { "2025‐05", "“‐” can't stand in a date (character 5)" },
    { "May 2025", "“M” can't stand in a date (character 1)" },
    { "\xff", "isn't valid UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchEdtf) edtf = march_edtf_new (rows[i].text, &error);

      g_test_message ("row %u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (edtf);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_nonnull (g_strstr_len (error->message, -1, rows[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/edtf/bounds", test_bounds);
  g_test_add_func ("/base/edtf/long-years", test_long_years);
  g_test_add_func ("/base/edtf/marks", test_marks);
  g_test_add_func ("/base/edtf/refused", test_refused);
  return g_test_run ();
}
