/* test-number-words.c — numbers as a reader is told them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-number-words.h"

static void
test_numbers (void)
{
  static const struct
  {
    double      number;
    const char *words;
  } rows[] = {
    { 0, "0" },           { 7, "7" },           { 999, "999" },
    { 1000, "1,000" },    { 6640, "6,640" },    { 12345678, "12,345,678" },
    { 0.5, "0.5" },       { 1234.25, "1,234.25" }, { -6640, "−6,640" },
    { 1e15, "1e+15" },    { 4.5, "4.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_words_for_number (rows[i].number);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_distances (void)
{
  static const struct
  {
    double      metres;
    const char *words;
  } rows[] = { { 0, "0 km" }, { 30, "0 km" }, { 12430, "12.4 km" }, { 12000, "12 km" },
               { 1234567, "1,234.6 km" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_words_for_distance (rows[i].metres);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number-words/numbers", test_numbers);
  g_test_add_func ("/base/number-words/distances", test_distances);
  return g_test_run ();
}
