/* test-typed-day.c — which day a typed date stands for, and what is said of the choice */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "base/march-typed-day.h"

typedef struct
{
  const char *words;
  const char *day;    /* NULL: refused */
  const char *remark; /* NULL: none */
} Row;

static void
assert_row (const Row    *row,
            gboolean      read,
            MarchDay      day,
            const char   *remark,
            const GError *error)
{
  g_autofree char *iso = NULL;

  g_test_message ("%s: %s", row->words, error != NULL ? error->message : "read");
  if (row->day == NULL)
    {
      g_assert_false (read);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_null (remark);
      return;
    }
  g_assert_true (read);
  g_assert_no_error (error);
  iso = day == MARCH_DAY_MAX ? g_strdup ("no end") : march_day_to_iso (day);
  g_assert_cmpstr (iso, ==, row->day);
  g_assert_cmpstr (remark, ==, row->remark);
}

/* The days of the dossier here: 15 June 2014 through 31 January 2026. */
static void
test_first (void)
{
  static const Row rows[] = {
    { "15 May 2025", "2025-05-15", NULL },
    { "2025-05-15T12:30", NULL, NULL },
    { "2022", "2022-01-01", "“2022” leaves the day open; 1 January 2022 is taken." },
    { "May 2025", "2025-05-01", "“May 2025” leaves the day open; 1 May 2025 is taken." },
    { "spring 2022", "2022-03-01", "“spring 2022” leaves the day open; 1 March 2022 is taken." },
    { "2022-21", "2022-03-01", "“spring 2022” leaves the day open; 1 March 2022 is taken." },
    { "2025-12~", "2025-12-01",
      "“about December 2025” leaves the day open; 1 December 2025 is taken." },
    { "2025-05-15~", "2025-05-15",
      "“about 15 May 2025” leaves the day open; 15 May 2025 is taken." },
    { "2022-02/2022-04", "2022-02-01",
      "“from February 2022 through April 2022” leaves the day open; 1 February 2022 is taken." },
    { "../2022-04", "2022-04-30",
      "“until April 2022” leaves the day open; 30 April 2022 is taken." },
    { "2014", "2014-06-15", "“2014” leaves the day open; 15 June 2014 is taken." },
    { "2050", "2026-01-31", "“2050” is outside the dossier’s days; 31 January 2026 is taken." },
    { "1 January 1990", "2014-06-15",
      "“1 January 1990” is outside the dossier’s days; 15 June 2014 is taken." },
    { "../..", NULL, NULL },
    { "soon", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *remark = NULL;
      MarchDay           day = 0;
      const gboolean     read
          = march_typed_day_read (rows[i].words, march_day_from_ymd (2014, 6, 15),
                                  march_day_from_ymd (2026, 1, 31), &day, &remark, &error);

      assert_row (&rows[i], read, day, remark, error);
    }
}

static void
test_last (void)
{
  static const Row rows[] = {
    { "2025-06-01", "2025-06-01", NULL },
    { "2022", "2022-12-31", "“2022” leaves the day open; 31 December 2022 is taken." },
    { "May 2025", "2025-05-31", "“May 2025” leaves the day open; 31 May 2025 is taken." },
    { "2022/..", "no end", NULL },
    { "never", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *remark = NULL;
      MarchDay           day = 0;
      const gboolean read = march_typed_day_read_last (rows[i].words, &day, &remark, &error);

      assert_row (&rows[i], read, day, remark, error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/typed-day/first", test_first);
  g_test_add_func ("/base/typed-day/last", test_last);
  return g_test_run ();
}
