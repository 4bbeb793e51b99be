/* test-number-words.c — numbers as a reader is told them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>

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

/* Rounded, and with the marks of words, as any other number, whatever the locale's numbers are. */
static void
test_decimals (void)
{
  static const struct
  {
    double      number;
    guint       places;
    const char *words;
  } rows[] = { { 19.06, 1, "19.1" }, { 5, 1, "5.0" },        { 99.96, 0, "100" },
               { 1000, 0, "1,000" }, { -47.5, 3, "−47.500" }, { 0, 0, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_words_for_decimals (rows[i].number, rows[i].places);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* As the words have it that are quoted: a thousand is not taken for a fraction. */
static void
test_typed (void)
{
  static const struct
  {
    const char *words;
    double      number;
  } rows[] = {
    { "6640", 6640 },         { "6,640", 6640 },        { " 6,640 ", 6640 },
    { "12,345.5", 12345.5 },  { "0.5", 0.5 },           { "0,5", 0.5 },
    { "6,64", 6.64 },         { "0,640", 0.64 },        { "-6,640", -6640 },
    { "1234,567", 1234.567 }, { "6.640", 6.64 },        { "two", INFINITY },
    { "6,640,5", INFINITY },  { "1e999", INFINITY },    { "nan", INFINITY },
    { "−6,640", -6640 },     { "6 640", 6640 },        { "6\u00a0640,5", 6640.5 },
    { ",", INFINITY },        { "6,640 km", INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (march_number_from_words (rows[i].words), ==, rows[i].number);
  g_assert_true (isnan (march_number_from_words ("")));
  g_assert_true (isnan (march_number_from_words ("  ")));
}

/* The C library of Debian 13 heeds LANGUAGE only in a locale that is not C's own: one is made. */
static void
speak (const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("march-locale-XXXXXX", &error);
  g_autofree char *locale = g_build_filename (folder, "en_US.UTF-8", NULL);
  g_autofree char *translations = g_build_filename (g_getenv ("MARCHLAND_BUILD_ROOT"), "po", NULL);
  g_autofree char *command = g_strdup_printf ("localedef -i en_US -f UTF-8 %s", locale);
  g_autofree char *removal = g_strdup_printf ("rm -r %s", folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "en_US.UTF-8"));
  g_assert_true (g_spawn_command_line_sync (removal, NULL, NULL, NULL, &error));
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* In another language its marks count, and what is shown reads back as the same. */
static void
test_german (void)
{
  static const struct
  {
    const char *words;
    double      number;
  } rows[] = { { "6.640", 6640 },    { "12.345,5", 12345.5 }, { "6,640", 6.64 }, { "0.5", 0.5 },
               { "0,5", 0.5 },       { "6.64", 6.64 },        { "−6.640", -6640 } };
  static const double shown[] = { 6640, 0.125, 1234567.25, -47.5, 1000, 1e15 };

  speak ("de");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (march_number_from_words (rows[i].words), ==, rows[i].number);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *words = march_words_for_number (shown[i]);

      g_assert_cmpfloat (march_number_from_words (words), ==, shown[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number-words/numbers", test_numbers);
  g_test_add_func ("/base/number-words/distances", test_distances);
  g_test_add_func ("/base/number-words/decimals", test_decimals);
  g_test_add_func ("/base/number-words/typed", test_typed);
  g_test_add_func ("/base/number-words/german", test_german);
  return g_test_run ();
}
