/* test-edtf-words.c — dates as a reader is told them, and as one types them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-calendar-words.h"
#include "base/march-edtf.h"
#include "base/march-error.h"

static void
test_described (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "2025-05-15", "15 May 2025" },
    { "2025-05-15~", "about 15 May 2025" },
    { "2025-05?", "perhaps May 2025" },
    { "2025%", "perhaps about 2025" },
    { "2025", "2025" },
    { "-0043-03-15", "15 March 44 BC" },
    { "Y-17000", "17001 BC" },
    { "2025-05-15T16:54:59", "15 May 2025, 16:54:59" },
    { "2025-05-15T16:54:59Z", "15 May 2025, 16:54:59 UTC" },
    { "2025-05-15T16:54:59.042+02:00", "15 May 2025, 16:54:59 UTC+02:00" },
    { "19", "the 1900s" },
    { "-04", "the years 500 BC to 401 BC" },
    { "201X", "some year in the 2010s" },
    { "1XXX", "some year in the years 1000 to 1999" },
    { "XXXX", "some year" },
    { "XXXX-XX", "some month" },
    { "XXXX-XX-XX", "some day" },
    { "2025-XX", "some month in 2025" },
    { "2025-XX-XX", "some day in 2025" },
    { "2025-05-XX", "some day in May 2025" },
    { "2025-21", "spring 2025" },
    { "2025-24~", "about winter 2025–2026" },
    { "2022-09/..", "from September 2022 on" },
    { "2022-09/", "from September 2022, end not known" },
    { "2014/2022-08", "from 2014 through August 2022" },
    { "2014~/2022-08?", "from about 2014 through perhaps August 2022" },
    { "../2022", "until 2022" },
    { "/2022", "until 2022, start not known" },
    { "../..", "at all times" },
    { "/", "start and end not known" },
    { "../", "since ever, end not known" },
    { "/..", "start not known, without an end" },
    { "no date", "no date" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_edtf_describe_text (rows[i].text);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_start (void)
{
  static const char *const rows[][2] = {
    { "2022-09", "September 2022" },
    { "2014~/2022-08", "about 2014" },
    { "2025-21", "spring 2025" },
    { "../2022", "../2022" },
    { "/2022", "/2022" },
    { "no date", "no date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_edtf_describe_start (rows[i][0]);

      g_assert_cmpstr (words, ==, rows[i][1]);
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *words;
    const char *edtf;
  } rows[] = {
    { "2025", "2025" },
    { "2025-05-15~", "2025-05-15~" },
    { " 2014/2022-08 ", "2014/2022-08" },
    { "15 May 2025", "2025-05-15" },
    { "5 may 2025", "2025-05-05" },
    { "May 15, 2025", "2025-05-15" },
    { "15. May 2025", "2025-05-15" },
    { "15.05.2025", "2025-05-15" },
    { "5.5.2025", "2025-05-05" },
    { "May 2025", "2025-05" },
    { "SEP 2022", "2022-09" },
    { "Sept. 2022", "2022-09" },
    { "spring 2025", "2025-21" },
    { "Summer 2025", "2025-22" },
    { "Autumn, 2025", "2025-23" },
    { "fall 2025", "2025-23" },
    { "winter 2025", "2025-24" },
    { "winter 2025–2026", "2025-24" },
    { "winter 2025-2026", "2025-24" },
    { "winter 2025–2027", NULL },
    { "spring 2025–2026", NULL },
    { "winter 2025-2026-2027", NULL },
    { "spring –", NULL },
    { "spr 2025", NULL },
    { "30 february 2025", NULL },
    { "15 Ma 2025", NULL },
    { "15 M 2025", NULL },
    { "Ju 2025", NULL },
    { "15.13.2025", NULL },
    { "05/15/2025", NULL },
    { "tomorrow", NULL },
    { "", NULL },
    { "  ", NULL },
    { "15 May", NULL },
    { "2025-13", NULL },
    { "\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (rows[i].words, &error);

      g_test_message ("row %u: %s", i, error != NULL ? error->message : "read");
      if (rows[i].edtf == NULL)
        g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      else
        g_assert_cmpstr (march_edtf_get_text (edtf), ==, rows[i].edtf);
    }
}

static void
test_typed_relative (void)
{
  MarchDay before = march_day_today ();
  g_autoptr (MarchEdtf) today = march_edtf_new_from_words ("Today", NULL);
  g_autoptr (MarchEdtf) yesterday = march_edtf_new_from_words ("yesterday", NULL);
  MarchDay after = march_day_today ();

  g_assert_nonnull (today);
  g_assert_nonnull (yesterday);
  g_assert_cmpint (march_edtf_get_period (today)->from_earliest, >=, before);
  g_assert_cmpint (march_edtf_get_period (today)->from_earliest, <=, after);
  g_assert_cmpint (march_edtf_get_period (yesterday)->from_earliest, >=, before - 1);
  g_assert_cmpint (march_edtf_get_period (yesterday)->from_earliest, <=, after - 1);
}

static void
test_hint (void)
{
  g_autoptr (GError) typing = NULL;
  g_autoptr (GError) edtf = NULL;

  g_assert_null (march_edtf_new_from_words ("soon", &typing));
  g_assert_nonnull (g_strstr_len (typing->message, -1, "15 May 2031"));
  g_assert_null (march_edtf_new_from_words ("2025-02-30", &edtf));
  g_assert_nonnull (g_strstr_len (edtf->message, -1, "February 2025 has no day 30"));
}

/* A moment is told by the clock of the desk, which may be on another day. */
static void
test_moment (void)
{
  static const struct
  {
    const char *zone;
    const char *words;
  } rows[] = {
    { "UTC", "31 December 2031, 23:05" },
    { "Etc/GMT-2", "1 January 2032, 01:05" },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char      *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new (utc, 2031, 12, 31, 23, 5, 59);
      g_autofree char      *words = NULL;

      g_setenv ("TZ", rows[i].zone, TRUE);
      words = march_words_for_moment (moment);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/edtf-words/described", test_described);
  g_test_add_func ("/base/edtf-words/start", test_start);
  g_test_add_func ("/base/edtf-words/typed", test_typed);
  g_test_add_func ("/base/edtf-words/typed-relative", test_typed_relative);
  g_test_add_func ("/base/edtf-words/hint", test_hint);
  g_test_add_func ("/base/edtf-words/moment", test_moment);
  return g_test_run ();
}
