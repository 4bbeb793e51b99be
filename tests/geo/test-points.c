/* test-points.c — packed points: questions by day and box against going through all of them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-mercator.h"
#include "geo/march-points.h"

static const MarchPointBox world = { 0, 0, G_MAXUINT32, G_MAXUINT32 };

static gboolean
count_cb (const MarchPoint *point, gpointer n)
{
  *(guint *) n += 1;
  return TRUE;
}

static guint
count (MarchPoints *points, const MarchPointBox *box, MarchDay first, MarchDay last)
{
  guint n = 0;

  march_points_visit (points, box, first, last, count_cb, &n);
  return n;
}

static void
test_none (void)
{
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (MarchPoints) points = march_points_builder_end (builder);
  g_autoptr (GArray) days = march_points_list_changes (points);

  g_assert_cmpuint (march_points_get_n_points (points), ==, 0);
  g_assert_cmpuint (count (points, &world, -100, 100), ==, 0);
  g_assert_cmpuint (days->len, ==, 0);
}

/* The only point on a day, under an open end as well. */
static void
test_days (void)
{
  static const struct
  {
    MarchDay day;
    guint    expected;
  } rows[] = { { 9, 0 }, { 10, 1 }, { 11, 2 }, { 12, 1 }, { 13, 1 }, { 99999, 1 } };
  static const MarchDay changes[] = { 10, 11, 12 };
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (MarchPoints) points = NULL;
  g_autoptr (GArray) days = NULL;

  march_points_builder_add (builder, 30, 50, 10, 12, 11, "Velm");
  march_points_builder_add (builder, 31, 51, 11, MARCH_DAY_MAX, 12, NULL);
  points = march_points_builder_end (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (count (points, &world, rows[i].day, rows[i].day), ==, rows[i].expected);
  g_assert_cmpuint (count (points, &world, 8, 10), ==, 1);
  g_assert_cmpuint (count (points, &world, MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1), ==, 2);
  for (gsize i = 1; i < G_N_ELEMENTS (rows); i++)
    for (gsize k = 0; k < i; k++)
      g_assert_cmpint (march_points_differ (points, rows[i].day, rows[k].day), ==,
                       rows[k].day < 12 || rows[i].day < 12);
  g_assert_false (march_points_differ (points, 11, 11));
  days = march_points_list_changes (points);
  g_assert_cmpmem (days->data, days->len * sizeof (MarchDay), changes, sizeof changes);
}

static gboolean
stop_cb (const MarchPoint *point, gpointer n)
{
  *(guint *) n += 1;
  return *(guint *) n < 3;
}

static void
test_stop (void)
{
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (MarchPoints) points = NULL;
  guint n = 0;

  for (guint i = 0; i < 300; i++)
    march_points_builder_add (builder, i % 20, i / 20, 0, 1, 1, NULL);
  points = march_points_builder_end (builder);
  g_assert_false (march_points_visit (points, &world, 0, 0, stop_cb, &n));
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (march_points_visit (points, &world, 1, 1, stop_cb, &n));
}

static void
test_names (void)
{
  static const char *const names[] = { "Velm", "", "Ostrena", "Velm" };
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (MarchPoints) points = NULL;
  guint32 offsets[G_N_ELEMENTS (names)];

  /* At one place: they stay in their order. */
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    march_points_builder_add (builder, 1, 1, 0, 1, 1, names[i]);
  points = march_points_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MarchPoint *point = march_points_get (points, i);

      g_assert_cmpstr (march_points_get_name (points, point), ==, names[i]);
      offsets[i] = point->name;
    }
  g_assert_cmpuint (offsets[0], ==, offsets[3]);
}

static void
test_positions (void)
{
  static const struct
  {
    double longitude, latitude, x, y;
  } rows[] = {
    { 0, 0, 0.5, 0.5 },    { -180, 0, 0, 0.5 }, { 180, 0, 0, 0.5 },
    { 190, 0, 10. / 360, 0.5 }, { -200, 0, 340. / 360, 0.5 }, { 90, 90, 0.75, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
      g_autoptr (MarchPoints) points = NULL;

      march_points_builder_add (builder, rows[i].longitude, rows[i].latitude, 0, 1, 1, NULL);
      points = march_points_builder_end (builder);
      g_assert_cmpfloat_with_epsilon (march_points_get (points, 0)->x / MARCH_POINT_STEPS,
                                      rows[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (march_points_get (points, 0)->y / MARCH_POINT_STEPS,
                                      rows[i].y, 1e-9);
    }
}

static guint
count_slowly (MarchPoints *points, const MarchPointBox *box, MarchDay first, MarchDay last)
{
  guint n = 0;

  for (guint i = 0; i < march_points_get_n_points (points); i++)
    {
      const MarchPoint *point = march_points_get (points, i);
      gboolean          counts = FALSE;

      for (MarchDay day = first; day <= last; day++)
        counts = counts || march_point_counts (point, day);
      n += counts && point->x >= box->x0 && point->x <= box->x1 && point->y >= box->y0
           && point->y <= box->y1;
    }
  return n;
}

/* Numbers of points on either side of those at which the tree grows by a level. */
static void
test_random (gconstpointer data)
{
  const guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  g_autoptr (MarchPointsBuilder) builder = march_points_builder_new ();
  g_autoptr (MarchPoints) points = NULL;

  for (guint i = 0; i < n; i++)
    {
      MarchDay from = g_rand_int_range (rand, 0, 40);
      MarchDay until = i % 7 == 0 ? MARCH_DAY_MAX : from + g_rand_int_range (rand, 1, 9);

      march_points_builder_add (builder, g_rand_double_range (rand, -180, 180),
                                g_rand_double_range (rand, -85, 85), from, until, from + 1, NULL);
    }
  points = march_points_builder_end (builder);
  g_assert_cmpuint (march_points_get_n_points (points), ==, n);
  for (guint i = 0; i < 60; i++)
    {
      MarchPointBox box = { g_rand_int (rand), g_rand_int (rand), g_rand_int (rand),
                            g_rand_int (rand) };
      MarchDay      first = g_rand_int_range (rand, -2, 50);
      MarchDay      last = first + (i % 3);

      if (box.x0 > box.x1 || box.y0 > box.y1)
        box = world;
      g_assert_cmpuint (count (points, &box, first, last), ==,
                        count_slowly (points, &box, first, last));
    }
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1, 16, 17, 256, 257, 5000 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/points/none", test_none);
  g_test_add_func ("/points/days", test_days);
  g_test_add_func ("/points/stop", test_stop);
  g_test_add_func ("/points/names", test_names);
  g_test_add_func ("/points/positions", test_positions);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/points/random/%u", sizes[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (sizes[i]), test_random);
    }
  return g_test_run ();
}
