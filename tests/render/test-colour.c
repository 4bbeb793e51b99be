/* test-colour.c — colour differences, and how far apart the shipped palettes are */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "render/march-colour.h"

#include <math.h>

/* Sharma, Wu and Dalal (2005), table 1: the pairs that catch the usual mistakes. */
static void
test_ciede2000 (void)
{
  static const struct
  {
    MarchLab one, other;
    double   difference;
  } rows[] = {
    { { 50.0000, 2.6772, -79.7751 }, { 50.0000, 0.0000, -82.7485 }, 2.0425 },
    { { 50.0000, 3.1571, -77.2803 }, { 50.0000, 0.0000, -82.7485 }, 2.8615 },
    { { 50.0000, -1.3802, -84.2814 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
    { { 50.0000, 0.0000, 0.0000 }, { 50.0000, -1.0000, 2.0000 }, 2.3669 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0009 }, 7.1792 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0011 }, 7.2195 },
    { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0011, -2.4900 }, 4.7461 },
    { { 50.0000, 2.5000, 0.0000 }, { 73.0000, 25.0000, -18.0000 }, 27.1492 },
    { { 50.0000, 2.5000, 0.0000 }, { 58.0000, 24.0000, 15.0000 }, 19.4535 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (march_colour_ciede2000 (&rows[i].one, &rows[i].other),
                                      rows[i].difference, 0.0001);
      g_assert_cmpfloat_with_epsilon (march_colour_ciede2000 (&rows[i].other, &rows[i].one),
                                      rows[i].difference, 0.0001);
    }
}

static void
test_lab (void)
{
  static const struct
  {
    const char *hex;
    double      l, a, b;
  } rows[] = { { "#FFFFFF", 100, 0, 0 },
               { "#000000", 0, 0, 0 },
               { "#FF0000", 53.24, 80.09, 67.20 },
               { "#0000FF", 32.30, 79.19, -107.86 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchInk ink;
      MarchLab lab;

      g_assert_true (march_ink_parse (rows[i].hex, &ink));
      lab = march_colour_to_lab (&ink, MARCH_VISION_NORMAL, 0);
      g_assert_cmpfloat_with_epsilon (lab.l, rows[i].l, 0.02);
      g_assert_cmpfloat_with_epsilon (lab.a, rows[i].a, 0.02);
      g_assert_cmpfloat_with_epsilon (lab.b, rows[i].b, 0.02);
    }
}

static void
test_parse (void)
{
  static const char *const bad[] = { "", "#", "123456", "#12345", "#1234567", "#12345G", "red" };
  MarchInk                 ink;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (march_ink_parse (bad[i], &ink));
  g_assert_false (march_ink_parse (NULL, &ink));
  g_assert_true (march_ink_parse ("#0072b2", &ink));
  g_assert_cmpfloat_with_epsilon (ink.green, 114 / 255.0, 1e-9);
}

/* The well-known traffic-light pair fails, as it must. */
static void
test_warns (void)
{
  MarchInk red, green, land, orange, blue;

  march_ink_parse ("#a52714", &red);
  march_ink_parse ("#0f9d58", &green);
  march_ink_parse ("#E4E0D6", &land);
  red.alpha = green.alpha = 0.3;
  red = march_ink_over (&red, &land);
  green = march_ink_over (&green, &land);
  g_assert_cmpfloat (march_colour_worst_difference (&red, &green), <, 10);
  g_assert_true (march_colour_warns (&red, &green));

  orange = march_palette_get_fill (MARCH_THEME_LIGHT, 1);
  blue = march_palette_get_fill (MARCH_THEME_LIGHT, 2);
  g_assert_false (march_colour_warns (&orange, &blue));
}

/* First and second holder: the figures that the palette was chosen for. */
static void
test_first_two (void)
{
  static const struct
  {
    MarchTheme theme;
    double     fills, land, grey;
  } rows[] = {
    { MARCH_THEME_LIGHT, 28, 13, 12 },
    { MARCH_THEME_DARK, 22, 9, 12 },
    { MARCH_THEME_HIGH_CONTRAST, 36, 14, 15 },
    { MARCH_THEME_HIGH_CONTRAST_DARK, 29, 10, 15 },
    { MARCH_THEME_PROJECTOR, 33, 16, 17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchInk one = march_palette_get_fill (rows[i].theme, 1),
               two = march_palette_get_fill (rows[i].theme, 2);
      MarchLab one_lab = march_colour_to_lab (&one, MARCH_VISION_NORMAL, 0),
               two_lab = march_colour_to_lab (&two, MARCH_VISION_NORMAL, 0);

      g_test_message ("theme %d: fills %.1f, second on land %.1f, lightness %.1f", rows[i].theme,
                      march_colour_worst_difference (&one, &two),
                      march_colour_worst_difference (&two, &march_palette_get (rows[i].theme)
                                                                ->undisputed),
                      fabs (one_lab.l - two_lab.l));
      g_assert_cmpfloat (march_colour_worst_difference (&one, &two), >=, rows[i].fills - 0.5);
      g_assert_cmpfloat (march_colour_worst_difference (&two, &march_palette_get (rows[i].theme)
                                                                   ->undisputed),
                         >=, rows[i].land - 0.6);
      g_assert_cmpfloat (fabs (one_lab.l - two_lab.l), >=, rows[i].grey - 0.6);
    }
}

/* Further holders can't all be told apart by hue; in the themes whose values were free to choose
 * they are as far apart as five can be. */
static void
test_further (void)
{
  static const double least[MARCH_N_THEMES] = { 3, 9, 10, 9, 10 };

  for (MarchTheme theme = 0; theme < MARCH_N_THEMES; theme++)
    for (guint a = 1; a <= MARCH_N_SLOTS; a++)
      for (guint b = a + 1; b <= MARCH_N_SLOTS; b++)
        {
          MarchInk one = march_palette_get_fill (theme, a),
                   other = march_palette_get_fill (theme, b);
          double   difference = march_colour_worst_difference (&one, &other);

          g_test_message ("theme %d, slots %u and %u: %.1f%s", theme, a, b, difference,
                          march_colour_warns (&one, &other) ? " (the program warns)" : "");
          g_assert_cmpfloat (difference, >=, least[theme]);
        }
}

/* Names on every fill, and hatches against every other's fill, as they are drawn. */
static void
test_contrast (void)
{
  for (MarchTheme theme = 0; theme < MARCH_N_THEMES; theme++)
    for (guint slot = 1; slot <= MARCH_N_SLOTS; slot++)
      {
        const MarchPalette *palette = march_palette_get (theme);
        MarchInk            fill = palette->fill[slot];

        g_assert_cmpfloat (march_colour_contrast (&palette->label, &fill), >=, 4.5);
        for (guint other = 1; other <= MARCH_N_SLOTS; other++)
          {
            MarchInk ink = palette->ink[other];

            if (other == slot)
              continue;
            ink.alpha = palette->hatch_alpha[other];
            ink = march_ink_over (&ink, &fill);
            if (slot <= 2 && other <= 2)
              g_assert_cmpfloat (march_colour_contrast (&ink, &fill), >=, 3);
            else
              g_assert_cmpfloat (march_colour_contrast (&ink, &fill), >=, 2.3);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/ciede2000", test_ciede2000);
  g_test_add_func ("/colour/lab", test_lab);
  g_test_add_func ("/colour/parse", test_parse);
  g_test_add_func ("/colour/warns", test_warns);
  g_test_add_func ("/colour/first-two", test_first_two);
  g_test_add_func ("/colour/further", test_further);
  g_test_add_func ("/colour/contrast", test_contrast);
  return g_test_run ();
}
