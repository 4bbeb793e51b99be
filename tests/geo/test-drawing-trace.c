/* test-drawing-trace.c — outlines that follow the borders of their neighbours */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo/march-drawing.h"
#include "random-land.h"

/* A bent neighbour, and one that shares the border at longitude 4 with it. */
static const double bent[] = { 0, 0, 1, 1, 2, 0, 3, 1, 4, 0, 4, -3, 0, -3, 0, 0 };
static const double beside[] = { 4, 0, 5, 1, 6, 0, 6, -3, 4, -3, 4, 0 };

static void
add_neighbour (MarchDrawing *drawing, gint64 id, const double *points, guint n)
{
  const MarchPart part = { points, n, 0, FALSE };
  g_autoptr (MarchGeometry) shape = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  march_drawing_add_neighbour (drawing, id, shape);
}

static MarchDrawing *
make_drawing (void)
{
  MarchDrawing *drawing = march_drawing_new (MARCH_GEOMETRY_POLYGON, NULL);

  add_neighbour (drawing, 7, bent, G_N_ELEMENTS (bent) / 2);
  add_neighbour (drawing, 8, beside, G_N_ELEMENTS (beside) / 2);
  return drawing;
}

static char *
describe (MarchDrawing *drawing, guint outline)
{
  guint    n = 0;
  GString *text = g_string_new (NULL);
  const MarchDrawnPoint *points = march_drawing_get_ring (drawing, outline, 0, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%g,%g ", points[i].longitude, points[i].latitude);
  return g_string_free (text, FALSE);
}

static void
expect (MarchDrawing *drawing, guint outline, const char *words)
{
  g_autofree char *text = describe (drawing, outline);

  g_assert_cmpstr (text, ==, words);
}

#define BENT "0,0 1,1 2,0 3,1 4,0 4,-3 0,-3 "
#define BESIDE "4,0 5,1 6,0 6,-3 4,-3 "

/* From a corner of the border to another: the shorter way, or the longer one. */
static void
test_ways (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();

  g_assert_false (march_drawing_follow (drawing, 0, 0, FALSE));
  g_assert_true (march_drawing_append (drawing, 3, 1));
  g_assert_false (march_drawing_follow (drawing, 3, 1, FALSE));
  g_assert_true (march_drawing_follow (drawing, 0, 0, FALSE));
  expect (drawing, 0, "3,1 2,0 1,1 0,0 ");
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, 0, "3,1 ");
  g_assert_true (march_drawing_follow (drawing, 0, 0, TRUE));
  expect (drawing, 0, "3,1 4,0 4,-3 0,-3 0,0 ");
  g_assert_true (march_drawing_append (drawing, 1.5, 5));
  g_assert_true (march_drawing_close (drawing));
  g_assert_false (march_drawing_is_changed (drawing, 1));
  g_assert_false (march_drawing_follow (drawing, 4, 0, FALSE));
}

/* There is no other way than the one that isn't taken yet: an enclave is drawn by three clicks. */
static void
test_round (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();

  g_assert_true (march_drawing_append (drawing, 3, 1));
  g_assert_true (march_drawing_follow (drawing, 0, 0, FALSE));
  g_assert_true (march_drawing_follow (drawing, 3, 1, FALSE));
  g_assert_false (march_drawing_is_open (drawing));
  expect (drawing, 0, "3,1 2,0 1,1 0,0 0,-3 4,-3 4,0 ");
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_is_open (drawing));
  expect (drawing, 0, "3,1 2,0 1,1 0,0 ");
  g_assert_true (march_drawing_redo (drawing));
  g_assert_false (march_drawing_is_open (drawing));
}

/* A way back over the same corner is none. */
static void
test_no_area (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();

  g_assert_true (march_drawing_append (drawing, 0, 0));
  g_assert_true (march_drawing_follow (drawing, 1, 1, FALSE));
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_append (drawing, 1, 1));
  g_assert_true (march_drawing_follow (drawing, 0, 0, FALSE));
  g_assert_false (march_drawing_is_open (drawing));
}

/* Where no neighbour has both corners, the way leads along several. */
static void
test_across (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();

  g_assert_true (march_drawing_append (drawing, 2, 0));
  g_assert_true (march_drawing_follow (drawing, 6, 0, FALSE));
  expect (drawing, 0, "2,0 3,1 4,0 5,1 6,0 ");
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_follow (drawing, 6, 0, TRUE));
  expect (drawing, 0, "2,0 1,1 0,0 0,-3 4,-3 6,-3 6,0 ");
}

static void
test_nowhere (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();
  const double away[] = { 20, 20, 21, 20, 21, 21, 20, 20 };

  add_neighbour (drawing, 9, away, G_N_ELEMENTS (away) / 2);
  g_assert_true (march_drawing_append (drawing, 2, 0));
  g_assert_null (march_drawing_find_way (drawing, 20, 20, FALSE));
  g_assert_null (march_drawing_find_way (drawing, 2.5, 5, FALSE));
  g_assert_true (march_drawing_append (drawing, 2, 5));
  g_assert_null (march_drawing_find_way (drawing, 3, 1, FALSE));
}

/* Between the corners of a border, its neighbours get one more each. */
static void
test_between (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();
  double longitude = 3.98, latitude = -1;

  g_assert_true (march_drawing_snap (drawing, 0.1, &longitude, &latitude));
  g_assert_cmpfloat (longitude, ==, 4);
  g_assert_cmpfloat (latitude, ==, -1);
  g_assert_true (march_drawing_append (drawing, longitude, latitude));
  expect (drawing, 1, "0,0 1,1 2,0 3,1 4,0 4,-1 4,-3 0,-3 ");
  expect (drawing, 2, "4,0 5,1 6,0 6,-3 4,-3 4,-1 ");
  g_assert_true (march_drawing_follow (drawing, 2.5, 0.5, FALSE));
  expect (drawing, 0, "4,-1 4,0 3,1 2.5,0.5 ");
  expect (drawing, 1, "0,0 1,1 2,0 2.5,0.5 3,1 4,0 4,-1 4,-3 0,-3 ");
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, 1, "0,0 1,1 2,0 3,1 4,0 4,-1 4,-3 0,-3 ");
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, 1, BENT);
  expect (drawing, 2, BESIDE);
  g_assert_false (march_drawing_is_changed (drawing, 1));
}

/* What neighbours have stays as it is if it is to, and corners alone count. */
static void
test_alone (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();
  double longitude = 3.98, latitude = -1;

  march_drawing_set_together (drawing, FALSE);
  g_assert_false (march_drawing_snap (drawing, 0.1, &longitude, &latitude));
  g_assert_true (march_drawing_append (drawing, 4, -1));
  expect (drawing, 1, BENT);
  g_assert_null (march_drawing_find_way (drawing, 2, 0, FALSE));
  march_drawing_set_together (drawing, TRUE);
  march_drawing_set_follow (drawing, FALSE);
  g_assert_false (march_drawing_snap (drawing, 0.1, &longitude, &latitude));
  g_assert_true (march_drawing_append (drawing, 4, -2));
  expect (drawing, 1, BENT);
}

/* Whatever three corners are clicked, what is drawn around a neighbour has no gap to it. */
static void
test_enclave (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 100; i++)
    {
      const guint n = (guint) g_rand_int_range (random, 6, 60);
      const guint a = (guint) g_rand_int_range (random, 0, (gint32) n - 2), b = a + 1;
      g_autoptr (MarchDrawing) drawing = march_drawing_new (MARCH_GEOMETRY_POLYGON, NULL);
      g_autoptr (MarchGeometry) star = random_star (random, 5, 50, 1, n);
      const MarchDrawnPoint *points = NULL;
      guint found = 0;

      march_drawing_add_neighbour (drawing, 7, star);
      points = march_drawing_get_ring (drawing, 1, 0, &found);
      g_assert_true (march_drawing_append (drawing, points[a].longitude, points[a].latitude));
      g_assert_true (march_drawing_follow (drawing, points[b].longitude, points[b].latitude,
                                           i % 2 == 0));
      g_assert_true (march_drawing_follow (drawing, points[a].longitude, points[a].latitude,
                                           FALSE));
      g_assert_false (march_drawing_is_open (drawing));
      g_assert_cmpuint (march_drawing_count_corners (drawing), ==, found);
      for (guint k = 0; k < found; k++)
        g_assert_cmpuint (march_drawing_count_shared (drawing, 0, k), ==, 1);
    }
}

/* Above the bent neighbour, with straight edges between two of its corners and back. */
static MarchDrawing *
make_straight (void)
{
  MarchDrawing *drawing = make_drawing ();

  g_assert_true (march_drawing_append (drawing, 0, 0));
  g_assert_true (march_drawing_append (drawing, 1.5, -0.25));
  g_assert_true (march_drawing_append (drawing, 4, 0));
  g_assert_true (march_drawing_append (drawing, 4, 5));
  g_assert_true (march_drawing_append (drawing, 0, 5));
  g_assert_true (march_drawing_close (drawing));
  return drawing;
}

/* The shorter stretch of a ring that is there takes the way along the border, whichever of its ends
 * is named first, and one step brings it back. */
static void
test_lead (void)
{
  g_autoptr (MarchDrawing) drawing = make_straight ();
  g_autoptr (GArray) way = NULL, none = NULL, off = NULL;
  guint corner = 99;

  off = march_drawing_find_lead (drawing, 0, 0, 1, FALSE);
  g_assert_null (off);
  way = march_drawing_find_lead (drawing, 0, 2, 0, FALSE);
  g_assert_cmpuint (way->len, ==, 5);
  g_assert_true (march_drawing_lead (drawing, 0, 0, 2, FALSE, &corner));
  expect (drawing, 0, "0,0 1,1 2,0 3,1 4,0 4,5 0,5 ");
  g_assert_cmpuint (corner, ==, 4);
  /* It runs there now. */
  none = march_drawing_find_lead (drawing, 0, 0, 4, FALSE);
  g_assert_null (none);
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, 0, "0,0 1.5,-0.25 4,0 4,5 0,5 ");
  g_assert_true (march_drawing_redo (drawing));
  expect (drawing, 0, "0,0 1,1 2,0 3,1 4,0 4,5 0,5 ");
  g_assert_false (march_drawing_is_changed (drawing, 1));
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_lead (drawing, 0, 2, 0, TRUE, &corner));
  expect (drawing, 0, "0,0 0,-3 4,-3 4,0 4,5 0,5 ");
  g_assert_cmpuint (corner, ==, 0);
}

/* It may begin and end between the corners of the border, which gets them, and across the ring's
 * first corner; a ring that is open, and one corner alone, can't be led. */
static void
test_lead_between (void)
{
  g_autoptr (MarchDrawing) drawing = make_drawing ();
  guint corner = 99;

  march_drawing_set_follow (drawing, FALSE);
  g_assert_true (march_drawing_append (drawing, 2, -0.25));
  g_assert_true (march_drawing_append (drawing, 3.5, 0.5));
  g_assert_true (march_drawing_append (drawing, 3.5, 5));
  g_assert_true (march_drawing_append (drawing, 0.5, 5));
  g_assert_true (march_drawing_append (drawing, 0.5, 0.5));
  g_assert_false (march_drawing_lead (drawing, 0, 4, 1, FALSE, &corner));
  g_assert_true (march_drawing_close (drawing));
  g_assert_false (march_drawing_lead (drawing, 0, 4, 4, FALSE, &corner));
  g_assert_false (march_drawing_lead (drawing, 0, 4, 5, FALSE, &corner));
  g_assert_false (march_drawing_lead (drawing, 1, 4, 1, FALSE, &corner));
  g_assert_true (march_drawing_lead (drawing, 0, 4, 1, FALSE, &corner));
  expect (drawing, 0, "0.5,0.5 1,1 2,0 3,1 3.5,0.5 3.5,5 0.5,5 ");
  expect (drawing, 1, "0,0 0.5,0.5 1,1 2,0 3,1 3.5,0.5 4,0 4,-3 0,-3 ");
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, 1, BENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-trace/ways", test_ways);
  g_test_add_func ("/drawing-trace/round", test_round);
  g_test_add_func ("/drawing-trace/no-area", test_no_area);
  g_test_add_func ("/drawing-trace/across", test_across);
  g_test_add_func ("/drawing-trace/nowhere", test_nowhere);
  g_test_add_func ("/drawing-trace/between", test_between);
  g_test_add_func ("/drawing-trace/alone", test_alone);
  g_test_add_func ("/drawing-trace/enclave", test_enclave);
  g_test_add_func ("/drawing-trace/lead", test_lead);
  g_test_add_func ("/drawing-trace/lead-between", test_lead_between);
  return g_test_run ();
}
