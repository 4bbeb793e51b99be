/* test-json-cursor.c — JSON walked without being built */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-json-cursor.h"

#include <math.h>
#include <string.h>

#include "base/march-error.h"

static void
test_walk (void)
{
  static const char text[] = "\n{\"a\": [1, -2.5, []], \"\\u0442\\ud83d\\ude00\": \"x\\ny\",\n "
                             "\"c\": {\"d\": null}, \"e\": true}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  MarchJsonCursor cursor;
  double          number;

  g_assert_true (march_json_cursor_init (&cursor, text, strlen (text), MARCH_JSON_PLAIN, &error));
  g_assert_cmpint (march_json_cursor_peek (&cursor), ==, MARCH_JSON_OBJECT);
  g_assert_true (march_json_cursor_enter (&cursor));
  g_assert_true (march_json_cursor_next_member (&cursor, name));
  g_assert_cmpstr (name->str, ==, "a");
  g_assert_cmpint (march_json_cursor_peek (&cursor), ==, MARCH_JSON_ARRAY);
  g_assert_true (march_json_cursor_enter (&cursor));
  g_assert_true (march_json_cursor_next_element (&cursor));
  g_assert_true (march_json_cursor_read_double (&cursor, &number));
  g_assert_cmpfloat (number, ==, 1);
  g_assert_true (march_json_cursor_next_element (&cursor));
  g_assert_true (march_json_cursor_read_double (&cursor, &number));
  g_assert_cmpfloat (number, ==, -2.5);
  g_assert_true (march_json_cursor_next_element (&cursor));
  g_assert_true (march_json_cursor_skip (&cursor));
  g_assert_false (march_json_cursor_next_element (&cursor));

  g_assert_true (march_json_cursor_next_member (&cursor, name));
  g_assert_cmpstr (name->str, ==, "т😀");
  g_assert_true (march_json_cursor_read_string (&cursor, name));
  g_assert_cmpstr (name->str, ==, "x\ny");
  g_assert_true (march_json_cursor_next_member (&cursor, name));
  g_assert_cmpuint (march_json_cursor_get_line (&cursor), ==, 3);
  g_assert_true (march_json_cursor_skip (&cursor));
  g_assert_true (march_json_cursor_next_member (&cursor, name));
  g_assert_cmpint (march_json_cursor_peek (&cursor), ==, MARCH_JSON_BOOLEAN);
  g_assert_true (march_json_cursor_skip (&cursor));
  g_assert_false (march_json_cursor_next_member (&cursor, name));
  g_assert_true (march_json_cursor_is_at_end (&cursor));
  g_assert_false (cursor.failed);
  g_assert_no_error (error);
}

/* The short way to a double gives what the long way gives. */
static void
test_numbers (void)
{
  static const char *const numbers[] = {
    "0",
    "-0",
    "1",
    "0.1",
    "35.201458",
    "1e3",
    "1E-7",
    "179.9999999",
    "-61.1732143",
    "61.173214300000005",
    "999999999999999",
    "123456789012345678",
    "0.000000000000000000000001",
    "4.9e-324",
    "1.7976931348623157e308",
    "0.30000000000000004",
    "9007199254740993",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (numbers) + 2000; i++)
    {
      g_autofree char *drawn = g_strdup_printf ("%.*f", g_rand_int_range (random, 1, 18),
                                                g_rand_double_range (random, -180, 180));
      const char      *text = i < G_N_ELEMENTS (numbers) ? numbers[i] : drawn;
      MarchJsonCursor  cursor;
      double           number;

      g_assert_true (march_json_cursor_init (&cursor, text, strlen (text), MARCH_JSON_PLAIN, NULL));
      g_assert_true (march_json_cursor_read_double (&cursor, &number));
      g_assert_cmpfloat (number, ==, g_ascii_strtod (text, NULL));
      g_assert_cmpint (signbit (number), ==, signbit (g_ascii_strtod (text, NULL)));
      g_assert_true (march_json_cursor_is_at_end (&cursor));
    }
}

static void
test_infinite (void)
{
  MarchJsonCursor cursor;
  double          number;

  g_assert_true (march_json_cursor_init (&cursor, "1e999", 5, MARCH_JSON_PLAIN, NULL));
  g_assert_true (march_json_cursor_read_double (&cursor, &number));
  g_assert_true (isinf (number));
}

/* The first reason stays, and nothing more is read. */
static void
test_failed (void)
{
  static const char text[] = "[1,\n 2;3]";
  g_autoptr (GError) error = NULL;
  MarchJsonCursor cursor;
  guint           n_elements = 0;

  g_assert_true (march_json_cursor_init (&cursor, text, strlen (text), MARCH_JSON_PLAIN, &error));
  march_json_cursor_enter (&cursor);
  while (march_json_cursor_next_element (&cursor))
    {
      march_json_cursor_skip (&cursor);
      n_elements++;
    }
  g_assert_cmpuint (n_elements, ==, 2);
  g_assert_true (cursor.failed);
  g_assert_false (march_json_cursor_skip (&cursor));
  g_assert_false (march_json_cursor_enter (&cursor));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "line 2, column 3"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-cursor/walk", test_walk);
  g_test_add_func ("/base/json-cursor/numbers", test_numbers);
  g_test_add_func ("/base/json-cursor/infinite", test_infinite);
  g_test_add_func ("/base/json-cursor/failed", test_failed);
  return g_test_run ();
}
