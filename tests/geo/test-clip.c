/* test-clip.c — rings and lines cut to a rectangle, and lines with fewer points */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-clip.h"

#include <math.h>

#include "geo/march-simplify.h"

static const MarchClip unit = { 0, 0, 1, 1 };

static double
area_of (const double *points,
         guint         n_points)
{
  double twice = 0;

  for (guint i = 0; i + 1 < n_points; i++)
    twice += points[2 * i] * points[2 * i + 3] - points[2 * i + 2] * points[2 * i + 1];
  return fabs (twice) / 2;
}

static const double *
doubles (GArray *array)
{
  return (const double *) (gpointer) array->data;
}

static void
assert_within (GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    g_assert_true (doubles (points)[i] >= 0 && doubles (points)[i] <= 1);
}

static void
test_ring (void)
{
  static const struct
  {
    double points[12];
    guint  n_points;
    double area; /* 0: nothing is left */
  } rows[] = {
    { { 0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8, 0.2, 0.2 }, 5, 0.36 },   /* inside */
    { { -1, -1, 2, -1, 2, 2, -1, 2, -1, -1 }, 5, 1 },                    /* around */
    { { 0.5, 0.5, 2, 0.5, 2, 2, 0.5, 2, 0.5, 0.5 }, 5, 0.25 },           /* over a corner */
    { { -1, 0.25, 2, 0.25, 2, 0.5, -1, 0.5, -1, 0.25 }, 5, 0.25 },       /* across */
    { { 2, 2, 3, 2, 3, 3, 2, 3, 2, 2 }, 5, 0 },                          /* beyond a corner */
    { { -3, 0.4, -2, 0.4, -2, 0.6, -3, 0.6, -3, 0.4 }, 5, 0 },           /* beside */
    { { 0, 0, 2, 2, 0, 2, 0, 0 }, 4, 0.5 },                              /* one half */
    { { 0.5, 0.5, 0.5, 0.5 }, 2, 0 },
    { { 0 }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));
      gboolean left = march_clip_ring (&unit, rows[i].points, rows[i].n_points, out);

      g_test_message ("row %u", i);
      g_assert_cmpint (left, ==, rows[i].area > 0);
      g_assert_cmpint (left, ==, out->len > 0);
      assert_within (out);
      g_assert_cmpfloat_with_epsilon (area_of (doubles (out), out->len / 2), rows[i].area, 1e-12);
      if (left)
        {
          g_assert_cmpfloat (doubles (out)[0], ==, doubles (out)[out->len - 2]);
          g_assert_cmpfloat (doubles (out)[1], ==, doubles (out)[out->len - 1]);
        }
    }
}

/* The four quarters of the plane together keep a ring's area. */
static void
test_ring_quarters (void)
{
  static const MarchClip quarters[] = {
    { -9, -9, 0, 0 }, { 0, -9, 9, 0 }, { -9, 0, 0, 9 }, { 0, 0, 9, 9 }
  };

  for (guint trial = 0; trial < 200; trial++)
    {
      g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));
      double sum = 0;

      for (guint i = 0; i < 12; i++)
        {
          double       radius = g_test_rand_double_range (0.5, 8);
          const double point[] = { 0.3 + radius * cos (i * G_PI / 6),
                                   -0.2 + radius * sin (i * G_PI / 6) };

          g_array_append_vals (ring, point, 2);
        }
      const double first[] = { doubles (ring)[0], doubles (ring)[1] };
      g_array_append_vals (ring, first, 2);
      for (guint i = 0; i < G_N_ELEMENTS (quarters); i++)
        {
          g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));

          march_clip_ring (&quarters[i], doubles (ring), ring->len / 2, out);
          sum += area_of (doubles (out), out->len / 2);
        }
      g_assert_cmpfloat_with_epsilon (sum, area_of (doubles (ring), ring->len / 2), 1e-9);
    }
}

static void
test_ring_appends (void)
{
  static const double points[] = { 0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.2 };
  static const double away[] = { 5, 5, 6, 5, 6, 6, 5, 5 };
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_true (march_clip_ring (&unit, points, 4, out));
  g_assert_false (march_clip_ring (&unit, away, 4, out));
  g_assert_true (march_clip_ring (&unit, points, 4, out));
  g_assert_cmpuint (out->len, ==, 16);
}

static void
test_line (void)
{
  static const struct
  {
    double points[12];
    guint  n_points;
    guint  n_pieces;
    guint  first_length;
    double first[4];
  } rows[] = {
    { { 0.2, 0.2, 0.8, 0.2, 0.8, 0.8 }, 3, 1, 3, { 0.2, 0.2, 0.8, 0.2 } },
    { { -1, 0.5, 2, 0.5 }, 2, 1, 2, { 0, 0.5, 1, 0.5 } },
    { { -0.5, 0, 0.5, 1 }, 2, 1, 2, { 0, 0.5, 0.5, 1 } },
    { { 0.5, 0.5, 2, 0.5, 2, 0.75, 0.5, 0.75 }, 4, 2, 2, { 0.5, 0.5, 1, 0.5 } },
    { { -1, 0.5, 0.5, 0.5, 0.5, 3 }, 3, 1, 3, { 0, 0.5, 0.5, 0.5 } },
    { { -1, 0.5, 0.5, 2 }, 2, 0, 0, { 0 } },
    { { 2, 2, 3, 3 }, 2, 0, 0, { 0 } },
    { { 0.5, 0.5 }, 1, 0, 0, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
      guint sum = 0;

      march_clip_line (&unit, rows[i].points, rows[i].n_points, out, lengths);
      g_test_message ("row %u", i);
      g_assert_cmpuint (lengths->len, ==, rows[i].n_pieces);
      assert_within (out);
      for (guint j = 0; j < lengths->len; j++)
        sum += g_array_index (lengths, guint, j);
      g_assert_cmpuint (2 * sum, ==, out->len);
      if (lengths->len > 0)
        {
          g_assert_cmpuint (g_array_index (lengths, guint, 0), ==, rows[i].first_length);
          for (guint j = 0; j < 4; j++)
            g_assert_cmpfloat_with_epsilon (doubles (out)[j], rows[i].first[j], 1e-12);
        }
    }
}

static void
test_line_nonsense (void)
{
  static const double points[] = { NAN, 0.5, 0.5, NAN, 1e308, -1e308, -1e308, 1e308, 0.5, 0.5 };
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint sum = 0;

  march_clip_line (&unit, points, 5, out, lengths);
  for (guint j = 0; j < lengths->len; j++)
    sum += g_array_index (lengths, guint, j);
  g_assert_cmpuint (2 * sum, ==, out->len);
}

static void
test_simplify (void)
{
  static const double zigzag[] = { 0, 0, 1, 0.1, 2, -0.1, 3, 5, 4, 6, 5, 7, 6, 8.1, 7, 9 };
  static const struct
  {
    double tolerance;
    guint  n_left;
  } rows[] = { { 0, 8 }, { -1, 8 }, { 0.01, 7 }, { 0.2, 4 }, { 100, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));

      march_simplify_line (zigzag, 8, rows[i].tolerance, out);
      g_test_message ("row %u", i);
      g_assert_cmpuint (out->len / 2, ==, rows[i].n_left);
      g_assert_cmpfloat (doubles (out)[0], ==, 0);
      g_assert_cmpfloat (doubles (out)[out->len - 1], ==, 9);
    }
}

static void
test_simplify_closed (void)
{
  static const double ring[] = { 0, 0, 4, 0, 4, 4, 2, 4.001, 0, 4, 0, 0 };
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (double));

  march_simplify_line (ring, 6, 0.01, out);
  g_assert_cmpuint (out->len / 2, ==, 5);
  g_array_set_size (out, 0);
  march_simplify_line (ring, 6, 10, out);
  g_assert_cmpuint (out->len / 2, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/clip/ring", test_ring);
  g_test_add_func ("/geo/clip/ring-quarters", test_ring_quarters);
  g_test_add_func ("/geo/clip/ring-appends", test_ring_appends);
  g_test_add_func ("/geo/clip/line", test_line);
  g_test_add_func ("/geo/clip/line-nonsense", test_line_nonsense);
  g_test_add_func ("/geo/simplify/line", test_simplify);
  g_test_add_func ("/geo/simplify/closed", test_simplify_closed);
  return g_test_run ();
}
