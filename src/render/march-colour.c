/* march-colour.c — how far apart two colours look, to whom and where */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-colour.h"

#include <math.h>

/* Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
 * deficiency" (2009), severity 1.0, on linear RGB. */
static const double vision_matrix[MARCH_N_VISIONS][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

/**
 * march_ink_parse:
 * @hex: "#RRGGBB"
 *
 * Returns: whether @hex was such a colour; @ink is then opaque
 */
gboolean
march_ink_parse (const char *hex, MarchInk *ink)
{
  guint digits[6];

  if (hex == NULL || hex[0] != '#' || strlen (hex) != 7)
    return FALSE;
  for (guint i = 0; i < 6; i++)
    {
      if (!g_ascii_isxdigit (hex[i + 1]))
        return FALSE;
      digits[i] = g_ascii_xdigit_value (hex[i + 1]);
    }
  *ink = (MarchInk){ (digits[0] * 16 + digits[1]) / 255.0, (digits[2] * 16 + digits[3]) / 255.0,
                     (digits[4] * 16 + digits[5]) / 255.0, 1 };
  return TRUE;
}

/**
 * march_ink_over:
 *
 * Returns: the opaque colour that a translucent @ink gives on an opaque @ground
 */
MarchInk
march_ink_over (const MarchInk *ink, const MarchInk *ground)
{
  double rest = 1 - ink->alpha;

  return (MarchInk){ ink->red * ink->alpha + ground->red * rest,
                     ink->green * ink->alpha + ground->green * rest,
                     ink->blue * ink->alpha + ground->blue * rest, 1 };
}

/* IEC 61966-2-1. */
static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static void
seen_linear (const MarchInk *ink, MarchVision vision, double glare, double seen[3])
{
  const double *m = vision_matrix[vision];
  double        rgb[3] = { to_linear (ink->red), to_linear (ink->green), to_linear (ink->blue) };

  for (guint i = 0; i < 3; i++)
    rgb[i] = (rgb[i] + glare) / (1 + glare);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (m[3 * i] * rgb[0] + m[3 * i + 1] * rgb[1] + m[3 * i + 2] * rgb[2], 0, 1);
}

/* CIE 15: L*a*b*. */
static double
lab_f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/**
 * march_colour_to_lab:
 * @glare: share of white light added before the eye, 0 … 1
 *
 * Returns: CIE L*a*b* for D65 of an opaque colour as somebody with @vision sees it
 */
MarchLab
march_colour_to_lab (const MarchInk *ink, MarchVision vision, double glare)
{
  double rgb[3], x, y, z;

  seen_linear (ink, vision, glare, rgb);
  x = lab_f ((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
  y = lab_f (0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
  z = lab_f ((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
  return (MarchLab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
hue_angle (double a, double b)
{
  double angle;

  if (a == 0 && b == 0)
    return 0;
  angle = atan2 (b, a);
  return angle < 0 ? angle + 2 * G_PI : angle;
}

static double
mean_hue (double h1, double h2, double c1, double c2)
{
  double sum = h1 + h2;

  if (c1 * c2 == 0)
    return sum;
  if (fabs (h1 - h2) <= G_PI)
    return sum / 2;
  return sum < 2 * G_PI ? sum / 2 + G_PI : sum / 2 - G_PI;
}

static double
hue_difference (double h1, double h2, double c1, double c2)
{
  double difference = h2 - h1;

  if (c1 * c2 == 0)
    return 0;
  if (difference > G_PI)
    difference -= 2 * G_PI;
  else if (difference < -G_PI)
    difference += 2 * G_PI;
  return 2 * sqrt (c1 * c2) * sin (difference / 2);
}

static double
pow7_ratio (double c)
{
  double c7 = pow (c, 7);

  return sqrt (c7 / (c7 + pow (25, 7)));
}

/**
 * march_colour_ciede2000:
 *
 * Returns: ΔE₀₀ as in ISO/CIE 11664-6; Sharma, Wu and Dalal (2005) give the steps and the test
 * pairs
 */
double
march_colour_ciede2000 (const MarchLab *one, const MarchLab *other)
{
  double g = 0.5 * (1 - pow7_ratio ((hypot (one->a, one->b) + hypot (other->a, other->b)) / 2));
  double a1 = (1 + g) * one->a, a2 = (1 + g) * other->a;
  double c1 = hypot (a1, one->b), c2 = hypot (a2, other->b), c = (c1 + c2) / 2;
  double h1 = hue_angle (a1, one->b), h2 = hue_angle (a2, other->b), h = mean_hue (h1, h2, c1, c2);
  double t = 1 - 0.17 * cos (h - G_PI / 6) + 0.24 * cos (2 * h) + 0.32 * cos (3 * h + G_PI / 30)
             - 0.20 * cos (4 * h - 63 * G_PI / 180);
  double l50 = ((one->l + other->l) / 2 - 50) * ((one->l + other->l) / 2 - 50);
  double theta = (h * 180 / G_PI - 275) / 25;
  double dl = (other->l - one->l) / (1 + 0.015 * l50 / sqrt (20 + l50));
  double dc = (c2 - c1) / (1 + 0.045 * c);
  double dh = hue_difference (h1, h2, c1, c2) / (1 + 0.015 * c * t);
  double rotation = -sin (G_PI / 3 * exp (-theta * theta)) * 2 * pow7_ratio (c);

  return sqrt (dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

/**
 * march_colour_difference:
 *
 * Returns: ΔE₀₀ of two opaque colours as somebody with @vision sees them under @glare
 */
double
march_colour_difference (const MarchInk *one,
                         const MarchInk *other,
                         MarchVision     vision,
                         double          glare)
{
  MarchLab a = march_colour_to_lab (one, vision, glare);
  MarchLab b = march_colour_to_lab (other, vision, glare);

  return march_colour_ciede2000 (&a, &b);
}

/**
 * march_colour_worst_difference:
 *
 * Returns: the smallest difference of two opaque colours under full protanopia, deuteranopia and
 * tritanopia, in a projector's glare
 */
double
march_colour_worst_difference (const MarchInk *one, const MarchInk *other)
{
  double worst = INFINITY;

  for (MarchVision vision = MARCH_VISION_PROTANOPIA; vision < MARCH_N_VISIONS; vision++)
    worst = MIN (worst, march_colour_difference (one, other, vision, MARCH_COLOUR_GLARE));
  return worst;
}

/**
 * march_colour_luminance:
 *
 * Returns: relative luminance as in WCAG 2
 */
double
march_colour_luminance (const MarchInk *ink)
{
  return 0.2126 * to_linear (ink->red) + 0.7152 * to_linear (ink->green)
         + 0.0722 * to_linear (ink->blue);
}

/**
 * march_colour_contrast:
 *
 * Returns: the contrast ratio of two opaque colours as in WCAG 2, 1 … 21
 */
double
march_colour_contrast (const MarchInk *one, const MarchInk *other)
{
  double a = march_colour_luminance (one);
  double b = march_colour_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * march_colour_warns:
 *
 * Returns: whether a person should be told that two holders' fills are hard to tell apart
 */
gboolean
march_colour_warns (const MarchInk *one, const MarchInk *other)
{
  return march_colour_worst_difference (one, other) < MARCH_COLOUR_WARN_BELOW;
}
