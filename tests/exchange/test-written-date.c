/* test-written-date.c — days as foreign files write them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/march-written-date.h"

#include <string.h>

#define TODAY march_day_from_ymd (2025, 6, 1)
#define UNKNOWN MARCH_DATE_ORDER_UNKNOWN

static void
assert_span (const MarchWrittenDate *date, const char *first, int n_days)
{
  g_autofree char *iso = march_day_to_iso (date->first);

  g_assert_cmpstr (iso, ==, first);
  g_assert_cmpint (date->beyond - date->first, ==, n_days);
}

static void
test_read (void)
{
  static const struct
  {
    const char    *text;
    MarchDateOrder order;
    const char    *first;
    int            n_days;
    int            second;
    MarchDateStyle style;
    gboolean       repaired;
  } rows[] = {
    { "2022-09-12", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_YEAR_FIRST, FALSE },
    { "2022-9-2", UNKNOWN, "2022-09-02", 1, -1, MARCH_DATE_STYLE_YEAR_FIRST, FALSE },
    { "2020/08/16", UNKNOWN, "2020-08-16", 1, -1, MARCH_DATE_STYLE_YEAR_FIRST, FALSE },
    { " 2022-09-12 ", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_YEAR_FIRST, TRUE },
    { "2022-09-12.", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_YEAR_FIRST, TRUE },
    { "12.09.2022", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, FALSE },
    { "3.4.2022", UNKNOWN, "2022-04-03", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, FALSE },
    { "12. 09. 2022", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, TRUE },
    { "\xc2\xa0"
      "12.09.2022"
      "\xc2\xa0",
      UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, TRUE },
    { "13/09/2022", UNKNOWN, "2022-09-13", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, FALSE },
    { "09/13/2022", UNKNOWN, "2022-09-13", 1, -1, MARCH_DATE_STYLE_MONTH_FIRST, FALSE },
    { "5/5/2022", UNKNOWN, "2022-05-05", 1, -1, MARCH_DATE_STYLE_EITHER_FIRST, FALSE },
    { "03/04/2022", MARCH_DATE_ORDER_DAY_FIRST, "2022-04-03", 1, -1, MARCH_DATE_STYLE_EITHER_FIRST,
      FALSE },
    { "03/04/2022", MARCH_DATE_ORDER_MONTH_FIRST, "2022-03-04", 1, -1,
      MARCH_DATE_STYLE_EITHER_FIRST, FALSE },
    { "20220912", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_COMPACT, FALSE },
    { "20220912.0", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_COMPACT, FALSE },
    { "20220912103000", UNKNOWN, "2022-09-12", 1, 37800, MARCH_DATE_STYLE_COMPACT, FALSE },
    { "1648989208", UNKNOWN, "2022-04-03", 1, 45208, MARCH_DATE_STYLE_SECONDS, FALSE },
    { "1662940800000", UNKNOWN, "2022-09-12", 1, 0, MARCH_DATE_STYLE_MILLISECONDS, FALSE },
    { "1662940800000.0", UNKNOWN, "2022-09-12", 1, 0, MARCH_DATE_STYLE_MILLISECONDS, FALSE },
    { "2015-04-22T00:00:00+07:00", UNKNOWN, "2015-04-22", 1, 0, MARCH_DATE_STYLE_YEAR_FIRST,
      FALSE },
    { "2022-09-12T10:30:15.250Z", UNKNOWN, "2022-09-12", 1, 37815, MARCH_DATE_STYLE_YEAR_FIRST,
      FALSE },
    { "2022/09/12 10:30", UNKNOWN, "2022-09-12", 1, 37800, MARCH_DATE_STYLE_YEAR_FIRST, FALSE },
    { "2022-09-12 00:00:00 UTC", UNKNOWN, "2022-09-12", 1, 0, MARCH_DATE_STYLE_YEAR_FIRST, FALSE },
    { "12 September 2022", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_DAY_FIRST, FALSE },
    { "September 12, 2022", UNKNOWN, "2022-09-12", 1, -1, MARCH_DATE_STYLE_MONTH_FIRST, FALSE },
    { "Sep 2022", UNKNOWN, "2022-09-01", 30, -1, MARCH_DATE_STYLE_MONTH, FALSE },
    { "2022-02", UNKNOWN, "2022-02-01", 28, -1, MARCH_DATE_STYLE_MONTH, FALSE },
    { "09.2022", UNKNOWN, "2022-09-01", 30, -1, MARCH_DATE_STYLE_MONTH, FALSE },
    { "1914", UNKNOWN, "1914-01-01", 365, -1, MARCH_DATE_STYLE_YEAR, FALSE },
    { "500 BC", UNKNOWN, "-0499-01-01", 365, -1, MARCH_DATE_STYLE_YEAR, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchWrittenDate date = { 0 };

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (march_written_date_read (rows[i].text, rows[i].order, TODAY, &date), ==,
                       MARCH_DATE_READ);
      assert_span (&date, rows[i].first, rows[i].n_days);
      g_assert_cmpint (date.second, ==, rows[i].second);
      g_assert_cmpint (date.style, ==, rows[i].style);
      g_assert_cmpint (date.repaired, ==, rows[i].repaired);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char      *text;
    MarchDateOutcome outcome;
    const char      *says;
  } rows[] = {
    { "", MARCH_DATE_NONE, "no date" },
    { " . ", MARCH_DATE_NONE, "no date" },
    { "Velmark", MARCH_DATE_NONE, "no date" },
    { "n/a", MARCH_DATE_NONE, "no date" },
    { "3.5", MARCH_DATE_NONE, "no date" },
    { "12", MARCH_DATE_NONE, "no date" },
    { "500", MARCH_DATE_NONE, "no date" },
    { "1234567", MARCH_DATE_NONE, "no date" },
    { "-2022", MARCH_DATE_NONE, "no date" },
    { "2022-09-12 and more", MARCH_DATE_NONE, "no date" },
    { "2022-09-12, 2022-09-13", MARCH_DATE_NONE, "no date" },
    { "about 2022-09-12", MARCH_DATE_NONE, "no date" },
    { "2022-02-30", MARCH_DATE_NO_SUCH_DAY, "calendar" },
    { "30.02.2022", MARCH_DATE_NO_SUCH_DAY, "calendar" },
    { "20221345", MARCH_DATE_NO_SUCH_DAY, "calendar" },
    { "14/15/2022", MARCH_DATE_NO_SUCH_DAY, "calendar" },
    { "2202-03-15", MARCH_DATE_TOO_LATE, "future" },
    { "20990101", MARCH_DATE_TOO_LATE, "future" },
    { "2025-06-03", MARCH_DATE_TOO_LATE, "future" },
    { "03/04/2022", MARCH_DATE_AMBIGUOUS, "which comes first" },
    { "12.09.22", MARCH_DATE_SHORT_YEAR, "four" },
    { "12 September", MARCH_DATE_NO_YEAR, "without a year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchWrittenDate date;
      MarchDateOutcome outcome = march_written_date_read (rows[i].text, UNKNOWN, TODAY, &date);
      g_autofree char *sentence = march_written_date_explain (outcome, rows[i].text);

      g_test_message ("%s: %s", rows[i].text, sentence);
      g_assert_cmpint (outcome, ==, rows[i].outcome);
      g_assert_nonnull (strstr (sentence, rows[i].says));
      g_assert_nonnull (strstr (sentence, rows[i].text));
    }
}

/* The day after today may have begun elsewhere. */
static void
test_tomorrow (void)
{
  MarchWrittenDate date;

  g_assert_cmpint (march_written_date_read ("2025-06-02", UNKNOWN, TODAY, &date), ==,
                   MARCH_DATE_READ);
}

static void
test_found (void)
{
  static const struct
  {
    const char      *name;
    MarchDateOutcome outcome;
    const char      *first;
    int              n_days;
    int              second;
    const char      *rest;
  } rows[] = {
    { "velmark_data_20240708", MARCH_DATE_READ, "2024-07-08", 1, -1, "velmark_data" },
    { "1648989208", MARCH_DATE_READ, "2022-04-03", 1, 45208, "" },
    { "20220912_Advance", MARCH_DATE_READ, "2022-09-12", 1, -1, "Advance" },
    { "world_1914", MARCH_DATE_READ, "1914-01-01", 365, -1, "world" },
    { "world_bc500", MARCH_DATE_READ, "-0499-01-01", 365, -1, "world" },
    { "areas-2022-09-12-v2", MARCH_DATE_READ, "2022-09-12", 1, -1, "areas-v2" },
    { "areas 2022.09.12 1030", MARCH_DATE_READ, "2022-09-12", 1, 37800, "areas" },
    { "areas_20220912T103015Z", MARCH_DATE_READ, "2022-09-12", 1, 37815, "areas" },
    { "areas_20220912_1030", MARCH_DATE_READ, "2022-09-12", 1, 37800, "areas" },
    { "held_27_04_2022", MARCH_DATE_READ, "2022-04-27", 1, -1, "held" },
    { "freed_at_feb_2023", MARCH_DATE_READ, "2023-02-01", 28, -1, "freed_at" },
    { "12_September_2022_areas", MARCH_DATE_READ, "2022-09-12", 1, -1, "areas" },
    { "edition2024_20220912", MARCH_DATE_READ, "2022-09-12", 1, -1, "edition2024" },
    { "2022-09-12_of_2022-09-12", MARCH_DATE_READ, "2022-09-12", 1, -1, "of_2022-09-12" },
    { "2022-09-12_2022-09-19", MARCH_DATE_SEVERAL, NULL, 0, 0, NULL },
    { "held_03_04_2022", MARCH_DATE_AMBIGUOUS, NULL, 0, 0, NULL },
    { "areas_22020315", MARCH_DATE_TOO_LATE, NULL, 0, 0, NULL },
    { "areas_20220230", MARCH_DATE_NO_SUCH_DAY, NULL, 0, 0, NULL },
    { "Freed 11 September", MARCH_DATE_NO_YEAR, NULL, 0, 0, NULL },
    { "areas", MARCH_DATE_NONE, NULL, 0, 0, NULL },
    { "", MARCH_DATE_NONE, NULL, 0, 0, NULL },
    { "Polygon 11", MARCH_DATE_NONE, NULL, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchWrittenDate date;
      g_autofree char *rest = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (march_written_date_find (rows[i].name, UNKNOWN, TODAY, &date, &rest), ==,
                       rows[i].outcome);
      g_assert_cmpstr (rest, ==, rows[i].rest != NULL ? rows[i].rest : rows[i].name);
      if (rows[i].outcome != MARCH_DATE_READ)
        continue;
      assert_span (&date, rows[i].first, rows[i].n_days);
      g_assert_cmpint (date.second, ==, rows[i].second);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/written-date/read", test_read);
  g_test_add_func ("/exchange/written-date/refused", test_refused);
  g_test_add_func ("/exchange/written-date/tomorrow", test_tomorrow);
  g_test_add_func ("/exchange/written-date/found", test_found);
  return g_test_run ();
}
