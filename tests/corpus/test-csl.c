/* test-csl.c — authors and publications of odd and ordinary CSL-JSON items */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "corpus/march-csl.h"

static void
test_read (void)
{
  static const struct
  {
    const char *csl;
    const char *author;
    const char *publication;
  } rows[] = {
    { "{}", "", "" },
    { "{\"id\": 7, \"type\": null, \"author\": []}", "", "" },
    { "{\"author\": [{\"family\": \"Lind\", \"given\": \"Ada\"}]}", "Ada Lind", "" },
    { "{\"author\": [{\"family\": \"Lind\"}]}", "Lind", "" },
    { "{\"author\": [{\"given\": \"Ada\"}]}", "Ada", "" },
    { "{\"author\": [{\"literal\": \"Bureau of Survey\"}]}", "Bureau of Survey", "" },
    { "{\"author\": [{\"family\": \"Lind\"}, {\"family\": \"Kest\"}]}", "Lind and Kest", "" },
    { "{\"author\": [{\"family\": \"A\"}, {\"family\": \"B\"}, {\"family\": \"C\"}]}", "A, B and C",
      "" },
    { "{\"author\": [{\"family\": \"A\"}, {}, {\"family\": \"\"}, 7, null, {\"family\": \"C\"}]}",
      "A and C", "" },
    { "{\"author\": [{\"family\": \"Lind\", \"given\": \"Ada\", \"non-dropping-particle\": \"van\","
      " \"dropping-particle\": \"de\", \"suffix\": \"Jr.\"}]}",
      "Ada de van Lind Jr.", "" },
    { "{\"author\": {\"family\": \"Lind\"}}", "", "" },
    { "{\"author\": \"Lind\"}", "", "" },
    { "{\"container-title\": \"The Herald\", \"publisher\": \"Orlen Press\"}", "", "The Herald" },
    { "{\"container-title\": \"\", \"publisher\": \"Orlen Press\"}", "", "Orlen Press" },
    { "{\"container-title\": 7, \"publisher\": \"Orlen Press\"}", "", "Orlen Press" },
    { "{\"container-title\": \"The <i>Herald</i> <span class=\\\"nocase\\\">of</span> "
      "H<sub>2</sub>O\"}",
      "", "The Herald of H2O" },
    { "{\"container-title\": \"a < b > c <script> <i\"}", "", "a < b > c <script> <i" },
    { "{\"author\": [{\"family\": \"Лінд\", \"given\": \"Ада\"}]}", "Ада Лінд", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *author = NULL;
      g_autofree char *publication = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_true (march_csl_read (rows[i].csl, &author, &publication, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (author, ==, rows[i].author);
      g_assert_cmpstr (publication, ==, rows[i].publication);
    }
}

static void
test_refused (void)
{
  static const char *const rows[] = { "", "[]", "7", "null", "{", "{\"author\": NaN}", "\xff" };
  g_autofree char *deep = g_strnfill (200000, '[');
  char            *author, *publication;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) reason = NULL;

      g_assert_false (march_csl_read (rows[i], &author, &publication, &reason));
      g_assert_error (reason, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
  g_assert_false (march_csl_read (deep, &author, &publication, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/csl/read", test_read);
  g_test_add_func ("/dossier/csl/refused", test_refused);
  return g_test_run ();
}
