/* test-edtf-cases.c — the accepted and refused strings of another EDTF reader (edtf.js) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-edtf.h"

/* Cuts the first cell off a line of CSV. */
static char *
take_cell (const char **line)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = **line == '"';

  if (quoted)
    (*line)++;
  while (**line != '\0' && **line != (quoted ? '"' : ','))
    g_string_append_c (cell, *(*line)++);
  if (quoted && **line == '"')
    (*line)++;
  if (**line == ',')
    (*line)++;
  return g_string_free (cell, FALSE);
}

/* Level 0 and 1 are to be read with their year; level 2 and impossible dates refused. Unlabelled
 * accepted ones are level 0 or 1. */
static void
check_case (const char *line)
{
  g_autofree char *text = take_cell (&line);
  g_autofree char *outcome = take_cell (&line);
  g_autofree char *level = take_cell (&line);
  g_autofree char *values = take_cell (&line);
  gboolean accepted = g_str_equal (outcome, "accepted") && !g_str_equal (level, "2");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdtf) edtf = march_edtf_new (text, &error);

  g_test_message ("%s, level %s, %s: %s", text, level, outcome,
                  error != NULL ? error->message : "read");
  g_assert_cmpint (edtf != NULL, ==, accepted);

  if (accepted && values[0] == '[' && g_ascii_strtoll (values + 1, NULL, 10) != 0 &&
      strlen (text) > 3)
    {
      gint64 year;

      march_day_to_ymd (march_edtf_get_period (edtf)->from_earliest, &year, NULL, NULL);
      g_assert_cmpint (year, ==, g_ascii_strtoll (values + 1, NULL, 10));
    }
}

static void
test_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), "edtf_js_strings",
                                            "parser_cases.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cases = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_strchomp (lines[i]);
        check_case (lines[i]);
        n_cases++;
      }
  g_assert_cmpuint (n_cases, >=, 184);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/edtf-cases/all", test_cases);
  return g_test_run ();
}
