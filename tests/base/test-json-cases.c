/* test-json-cases.c — the files of another project's JSON parsing suite */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-json.h"

/* RFC 8259 allows a NUL and half a surrogate pair in a text, and we refuse them on purpose: a C
 * string ends at the one, and UTF-8 lacks the other. */
static gboolean
is_ours (const char *contents)
{
  return strstr (contents, "\\u0000") != NULL || strstr (contents, "\\uD") != NULL;
}

static void
test_cases (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), "json_parsing_suite", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_accepted = 0, n_refused = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) reason = NULL;
      g_autoptr (JsonNode) node = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      node = march_json_parse (contents, length, MARCH_JSON_PLAIN, &reason);
      g_test_message ("%s: %s", name, reason != NULL ? reason->message : "read");
      g_assert_true ((node == NULL) == (reason != NULL));
      if (name[0] == 'y')
        g_assert_true (node != NULL || is_ours (contents));
      if (name[0] == 'n')
        g_assert_null (node);
      n_accepted += node != NULL;
      n_refused += node == NULL;
    }
  g_assert_cmpuint (n_accepted, >, 80);
  g_assert_cmpuint (n_refused, >, 180);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-cases/all", test_cases);
  return g_test_run ();
}
