/* test-unite.c — many areas made one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo-fixtures.h"
#include "geo/march-repair.h"
#include "geo/march-unite.h"
#include "geos-judge.h"
#include "random-land.h"

#define N_BOARDS 40

static GPtrArray *
new_areas (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
}

static MarchGeometry *
unite (GPtrArray *areas)
{
  g_autoptr (GError) error = NULL;
  MarchGeometry *all = march_unite_areas (areas, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (judge_is_valid (all));
  g_assert_true (judge_is_on_grid (all));
  return all;
}

/* One by one, which must come to the same land. */
static MarchGeometry *
unite_in_turn (GPtrArray *areas)
{
  MarchGeometry *all = march_geometry_ref (g_ptr_array_index (areas, 0));

  for (guint i = 1; i < areas->len; i++)
    {
      g_autoptr (MarchGeometry) before = all;

      all = march_repair_unite (before, g_ptr_array_index (areas, i), NULL);
    }
  return all;
}

static void
test_boards (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_BOARDS; i++)
    {
      g_autoptr (GPtrArray) areas = new_areas ();
      g_autoptr (MarchGeometry) all = NULL;
      g_autoptr (MarchGeometry) expected = NULL;

      for (guint j = 0; j < 30; j++)
        {
          double x = g_rand_double_range (random, 30, 36), y = g_rand_double_range (random, 45, 50);
          g_autoptr (MarchGeometry) star = random_star (random, x, y, 0.7, 3 + j % 6);

          g_ptr_array_add (areas, march_repair_area (star, NULL, NULL));
        }
      all = unite (areas);
      expected = unite_in_turn (areas);
      g_assert_cmpfloat (judge_difference (all, expected), <, 1e-5);
    }
}

/* Areas by what they have to do with each other, and what is left of them. */
static void
test_neighbours (void)
{
  static const struct
  {
    double boxes[3][4];
    guint  n_rings;
    double area;
  } cases[] = {
    { { { 0, 0, 1, 1 }, { 2, 0, 3, 1 }, { 4, 0, 5, 1 } }, 3, 3 },
    { { { 0, 0, 1, 1 }, { 1, 0, 2, 1 }, { 4, 0, 5, 1 } }, 2, 3 },
    { { { 0, 0, 1, 1 }, { 1, 1, 2, 2 }, { 4, 0, 5, 1 } }, 3, 3 },
    { { { 0, 0, 4, 4 }, { 1, 1, 2, 2 }, { 3, 3, 5, 5 } }, 1, 19 },
    { { { 0, 0, 1, 1 }, { 4, 0, 5, 1 }, { 0.5, 0, 4.5, 1 } }, 1, 5 },
    { { { 0, 0, 1, 1 }, { 1.0000001, 0, 2, 1 }, { 4, 0, 5, 1 } }, 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) areas = new_areas ();
      g_autoptr (MarchGeometry) all = NULL;

      for (guint j = 0; j < 3; j++)
        {
          const double *box = cases[i].boxes[j];

          g_ptr_array_add (areas, new_rectangle (box[0], box[1], box[2], box[3]));
        }
      all = unite (areas);
      g_assert_cmpuint (march_geometry_get_n_parts (all), ==, cases[i].n_rings);
      g_assert_cmpfloat_with_epsilon (judge_area (all), cases[i].area, 1e-6);
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) areas = new_areas ();
  g_autoptr (MarchGeometry) all = NULL;

  g_ptr_array_add (areas, march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0));
  g_ptr_array_add (areas, new_rectangle (0, 0, 1, 1));
  g_ptr_array_add (areas, march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0));
  all = unite (areas);
  g_assert_cmpuint (march_geometry_get_n_parts (all), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) areas = new_areas ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (areas, new_rectangle (0, 0, 1, 1));
  g_ptr_array_add (areas, new_rectangle (0, 0, 2, 1));
  g_cancellable_cancel (cancellable);
  g_assert_null (march_unite_areas (areas, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/unite/boards", test_boards);
  g_test_add_func ("/geo/unite/neighbours", test_neighbours);
  g_test_add_func ("/geo/unite/empty", test_empty);
  g_test_add_func ("/geo/unite/cancelled", test_cancelled);
  return g_test_run ();
}
