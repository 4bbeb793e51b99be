/* test-json.c — JSON that is read, and where it is wrong */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-json.h"

#include <string.h>

#include "base/march-error.h"

static JsonNode *
parse (const char *text, MarchJsonFlags flags, GError **error)
{
  return march_json_parse (text, strlen (text), flags, error);
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "7",
    "-0.5e+3",
    "\"\"",
    "null",
    " [ true , false ] ",
    "{\"a\":[{\"b\":null}]}",
    "\"\\u00e9\\n\\ud83d\\ude00\"",
    "\xef\xbb\xbf{}",
    "{\"a\":1,\"a\":2}",
    "\"\x7f\"",
    "[\"Київ\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = parse (texts[i], MARCH_JSON_PLAIN, &error);

      g_test_message ("row %u", i);
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } rows[] = {
    { "", "line 1, column 1, a value is missing" },
    { "{", "the name of a member is missing" },
    { "[1,]", "column 4, a value is missing" },
    { "{\"a\":1,}", "the name of a member is missing" },
    { "{'a':1}", "the name of a member is missing" },
    { "{\"a\" 1}", "“:” is missing" },
    { "[1 2]", "an array isn't closed" },
    { "{\"a\":1 \"b\":2}", "an object isn't closed" },
    { "[\n  1,\n  tru]", "line 3, column 3, a value is missing" },
    { "[1] x", "something follows" },
    { "01", "something follows" },
    { "-", "a digit is missing" },
    { "1.", "a digit is missing" },
    { "1e", "a digit is missing" },
    { "0x10", "something follows" },
    { "NaN", "a value is missing" },
    { "// a\n1", "a value is missing" },
    { "var a = 1", "a value is missing" },
    { "\"a", "isn't closed" },
    { "\"\t\"", "a control character" },
    { "\"\\x\"", "has no escape" },
    { "\"\\u12\"", "four hexadecimal digits" },
    { "\"\\u0000\"", "a NUL character" },
    { "\"\\ud800\"", "half of a surrogate pair" },
    { "\"\\ud800\\u0041\"", "half of a surrogate pair" },
    { "\"\\udc00\"", "half of a surrogate pair" },
    { "[\"\xff\"]", "line 1, column 3, bytes stand that are not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (rows[i].text, MARCH_JSON_PLAIN, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_test_message ("row %u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_null (parse (rows[i].text, MARCH_JSON_PLAIN, NULL));
    }
}

static void
test_unique (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse ("{\"a\":{\"a\":1},\"b\":{\"a\":1}}", MARCH_JSON_UNIQUE, NULL);

  g_assert_nonnull (node);
  g_assert_null (parse ("{\"a\":1,\n \"a\":2}", MARCH_JSON_UNIQUE, &error));
  g_assert_nonnull (strstr (error->message, "line 2, column 2, an object has a second member"));
}

static void
test_nested (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *most =
      g_strconcat ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                   "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (most, MARCH_JSON_PLAIN, NULL);

  g_assert_nonnull (node);
  g_assert_null (parse (deep, MARCH_JSON_PLAIN, &error));
  g_assert_nonnull (strstr (error->message, "nested too deep"));
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (march_json_parse ("[1\0]", 4, MARCH_JSON_PLAIN, &error));
  g_assert_nonnull (strstr (error->message, "a NUL byte"));
}

/* Every character comes back, those that have to be escaped as well. */
static void
test_write (void)
{
  char all[0x7f + 4] = "";
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE), read = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 0x7f; i++)
    all[i - 1] = (char) i;
  g_strlcat (all, "é", sizeof all);
  json_node_set_string (node, all);
  text = march_json_write (node);
  read = march_json_parse (text, strlen (text), MARCH_JSON_PLAIN, NULL);
  g_assert_nonnull (read);
  g_assert_cmpstr (json_node_get_string (read), ==, all);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/accepted", test_accepted);
  g_test_add_func ("/base/json/refused", test_refused);
  g_test_add_func ("/base/json/unique", test_unique);
  g_test_add_func ("/base/json/nested", test_nested);
  g_test_add_func ("/base/json/nul", test_nul);
  g_test_add_func ("/base/json/write", test_write);
  return g_test_run ();
}
