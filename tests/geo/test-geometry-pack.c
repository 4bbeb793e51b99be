/* test-geometry-pack.c — geometry comes back point by point, small where little has changed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "geo/march-geometry-pack.h"

#define N_POINTS 20000
#define N_DAYS 150

/* A jagged ring that moves in one place from day to day, with digits no grid has. */
static MarchGeometry *
make_ring (guint day)
{
  g_autofree double *points = g_new (double, 2 * (N_POINTS + 1));
  MarchPart          part = { points, N_POINTS + 1, 0, FALSE };

  for (guint i = 0; i < N_POINTS; i++)
    {
      double angle = 2 * G_PI * i / N_POINTS, radius = 3 + sin (1000 * angle) / 7;

      if (i / 100 == day % (N_POINTS / 100))
        radius += 0.01 * (day + 1);
      points[2 * i] = 30 + radius * cos (angle);
      points[2 * i + 1] = 48 + radius * sin (angle);
    }
  memcpy (points + 2 * (gsize) N_POINTS, points, 2 * sizeof (double));
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static void
assert_same (MarchGeometry *a, MarchGeometry *b)
{
  g_assert_cmpint (march_geometry_get_kind (a), ==, march_geometry_get_kind (b));
  g_assert_cmpuint (march_geometry_get_n_parts (a), ==, march_geometry_get_n_parts (b));
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *one = march_geometry_get_part (a, i);
      const MarchPart *other = march_geometry_get_part (b, i);

      g_assert_cmpuint (one->polygon, ==, other->polygon);
      g_assert_cmpint (one->hole, ==, other->hole);
      g_assert_cmpmem (one->points, one->n_points * 2 * sizeof (double), other->points,
                       other->n_points * 2 * sizeof (double));
    }
}

static void
pack_days (GPtrArray *packed, guint n)
{
  g_autoptr (MarchPack) pack = march_pack_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarchGeometry) ring = make_ring (i);

      g_ptr_array_add (packed, march_pack_write (pack, ring));
    }
}

static void
test_days (void)
{
  g_autoptr (GPtrArray) packed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (MarchPack) pack = march_pack_new ();
  gsize total = 0;

  pack_days (packed, N_DAYS);
  for (guint i = 0; i < N_DAYS; i++)
    {
      gsize         length;
      const guint8 *data = g_bytes_get_data (packed->pdata[i], &length);
      g_autoptr (MarchGeometry) ring = make_ring (i), read = NULL;
      g_autoptr (GError) error = NULL;

      read = march_pack_read (pack, data, length, &error);
      g_assert_no_error (error);
      assert_same (ring, read);
      total += length;
    }
  /* A day by itself has 320,000 bytes. */
  g_assert_cmpuint (total, <, N_DAYS * (gsize) 320000 / 20);
}

static void
test_kinds (void)
{
  static const double points[] = { 1, 2, 3, 4, 5, 1, 1, 2, 1.5, 2.2, 1.6, 2.3, 1.7, 2.2, 1.5, 2.2 };
  const MarchPart rings[] = { { points, 4, 0, FALSE }, { points + 8, 4, 0, TRUE } };
  const MarchPart line = { points, 3, 0, FALSE }, point = { points, 1, 0, FALSE };
  g_autoptr (MarchPack) writer = march_pack_new (), reader = march_pack_new ();
  MarchGeometry *all[] = { march_geometry_new (MARCH_GEOMETRY_POLYGON, rings, 2),
                           march_geometry_new (MARCH_GEOMETRY_LINE, &line, 1),
                           march_geometry_new (MARCH_GEOMETRY_POINT, &point, 1),
                           march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GBytes) bytes = march_pack_write (writer, all[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchGeometry) read = march_pack_read (reader, g_bytes_get_data (bytes, NULL),
                                                        g_bytes_get_size (bytes), &error);

      g_assert_no_error (error);
      assert_same (all[i], read);
      march_geometry_unref (all[i]);
    }
}

/* Whatever is wrong with the bytes, or with what came before, is an error and nothing worse. */
static void
test_damaged (void)
{
  g_autoptr (GPtrArray) packed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize         length;
  const guint8 *data;
  g_autoptr (MarchPack) alone = march_pack_new ();
  g_autoptr (GError) error = NULL;

  pack_days (packed, 2);
  data = g_bytes_get_data (packed->pdata[1], &length);
  g_assert_null (march_pack_read (alone, data, length, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (MarchPack) pack = march_pack_new ();
      g_autofree guint8 *spoilt = g_memdup2 (data, length);
      g_autoptr (MarchGeometry) first = NULL, second = NULL;

      first = march_pack_read (pack, g_bytes_get_data (packed->pdata[0], NULL),
                               g_bytes_get_size (packed->pdata[0]), NULL);
      g_assert_nonnull (first);
      spoilt[g_test_rand_int_range (0, (gint32) length)] ^= (guint8) g_test_rand_int_range (1, 256);
      second = march_pack_read (pack, spoilt,
                                (gsize) g_test_rand_int_range (0, (gint32) length + 1), NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry-pack/days", test_days);
  g_test_add_func ("/geometry-pack/kinds", test_kinds);
  g_test_add_func ("/geometry-pack/damaged", test_damaged);
  return g_test_run ();
}
