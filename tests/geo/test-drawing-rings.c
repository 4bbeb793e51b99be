/* test-drawing-rings.c — parts added to an outline, holes cut and both taken out again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "drawing-fixtures.h"
#include "geo-fixtures.h"
#include "geo/march-drawing.h"
#include "geo/march-geodesic.h"

static void
append_square (MarchDrawing *drawing, double longitude, double latitude, double size)
{
  g_assert_true (march_drawing_append (drawing, longitude, latitude));
  g_assert_true (march_drawing_append (drawing, longitude + size, latitude));
  g_assert_true (march_drawing_append (drawing, longitude + size, latitude + size));
  g_assert_true (march_drawing_append (drawing, longitude, latitude + size));
}

static void
add_square (MarchDrawing *drawing, gboolean hole, double longitude, double latitude, double size)
{
  g_assert_true (march_drawing_add_ring (drawing, hole));
  append_square (drawing, longitude, latitude, size);
  g_assert_true (march_drawing_close (drawing));
}

/* Which polygon each ring of the shape belongs to, and whether it is a hole. */
static void
expect_parts (MarchDrawing *drawing, const char *words)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (drawing);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < march_geometry_get_n_parts (shape); i++)
    {
      const MarchPart *part = march_geometry_get_part (shape, i);

      g_string_append_printf (text, "%u%s@%g ", part->polygon, part->hole ? "h" : "",
                              part->points[0]);
    }
  g_assert_cmpstr (text->str, ==, words);
}

static const char *
look (MarchDrawing *drawing)
{
  static MarchRepair report = { 0 };
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (drawing);

  march_repair_clear (&report);
  return march_repair_look (shape, &report) ? NULL : report.reason;
}

#define FIRST "0,0 1,0 1,0.5 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 "
#define OTHER "| 1,0 2,0 2,1 1,1 1,0.5 | "

static void
test_part (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_true (march_drawing_add_ring (drawing, FALSE));
  g_assert_true (march_drawing_is_open (drawing));
  g_assert_cmpuint (march_drawing_count_open (drawing), ==, 0);
  g_assert_false (march_drawing_add_ring (drawing, FALSE));
  g_assert_null (march_drawing_get_shape (drawing));
  append_square (drawing, 5, 5, 1);
  g_assert_cmpuint (march_drawing_count_open (drawing), ==, 4);
  g_assert_true (march_drawing_close (drawing));
  g_assert_cmpuint (march_drawing_count_open (drawing), ==, 0);
  expect (drawing, FIRST "/ 5,5 6,5 6,6 5,6 " OTHER);
  expect_parts (drawing, "0@0 0h@0.25 1@5 ");
  g_assert_null (look (drawing));
  g_assert_cmpuint (march_drawing_count_parts (drawing), ==, 2);
  undo_all (drawing, 6);
  expect (drawing, UNTOUCHED);
  for (guint i = 0; i < 6; i++)
    g_assert_true (march_drawing_redo (drawing));
  expect_parts (drawing, "0@0 0h@0.25 1@5 ");
}

/* A hole belongs to the part that it lies in, wherever that stands in the list. */
static void
test_hole (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (MarchGeometry) shape = NULL;
  double before, after;

  add_square (drawing, FALSE, 5, 5, 1);
  shape = march_drawing_get_shape (drawing);
  before = march_geodesic_area (shape);
  march_geometry_unref (shape);
  add_square (drawing, TRUE, 5.25, 5.25, 0.5);
  expect_parts (drawing, "0@0 0h@0.25 1@5 1h@5.25 ");
  g_assert_null (look (drawing));
  shape = march_drawing_get_shape (drawing);
  after = march_geodesic_area (shape);
  g_assert_cmpfloat (after, <, before - 2e9);
  undo_all (drawing, 12);
  expect (drawing, UNTOUCHED);
}

/* GEOS says so, and nothing is mended behind one's back. */
static void
test_wrong (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  add_square (drawing, TRUE, 5, 5, 1);
  g_assert_cmpstr (look (drawing), ==, "a hole lies outside its polygon");
  g_assert_true (march_drawing_remove_ring (drawing, 2));
  g_assert_null (look (drawing));
  add_square (drawing, FALSE, -0.5, -0.5, 1);
  g_assert_cmpstr (look (drawing), ==, "two parts overlap or lie along each other");
  g_assert_true (march_drawing_remove_ring (drawing, 2));
  add_square (drawing, TRUE, 0.8, 0.1, 1);
  g_assert_cmpstr (look (drawing), ==, "a hole crosses its outline or lies along it");
  g_assert_true (march_drawing_remove_ring (drawing, 2));
  add_square (drawing, TRUE, 0.3, 0.5, 0.4);
  g_assert_cmpstr (look (drawing), ==, "two holes overlap or lie along each other");
  g_assert_true (march_drawing_remove_ring (drawing, 2));
  add_square (drawing, FALSE, 0.8, 0.1, 0.1);
  g_assert_cmpstr (look (drawing), ==, "a polygon lies in another one");
  g_assert_true (march_drawing_remove_ring (drawing, 2));
  g_assert_true (march_drawing_move (drawing, 0, 4, 2, 0.5, FALSE));
  g_assert_nonnull (look (drawing));
}

static void
test_remove (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_false (march_drawing_remove_ring (drawing, 0));
  g_assert_false (march_drawing_remove_ring (drawing, 2));
  add_square (drawing, FALSE, 5, 5, 1);
  g_assert_true (march_drawing_remove_ring (drawing, 1));
  expect_parts (drawing, "0@0 1@5 ");
  g_assert_true (march_drawing_undo (drawing));
  /* Its hole goes with it. */
  g_assert_true (march_drawing_may_remove_ring (drawing, 0));
  g_assert_true (march_drawing_remove_ring (drawing, 0));
  expect_parts (drawing, "0@5 ");
  g_assert_false (march_drawing_may_remove_ring (drawing, 0));
  g_assert_false (march_drawing_is_changed (drawing, 1));
  undo_all (drawing, 7);
  expect (drawing, UNTOUCHED);
}

/* What is begun can be left out, and that can be undone as well. */
static void
test_abandon (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (MarchDrawing) fresh = march_drawing_new (MARCH_GEOMETRY_POLYGON, NULL);
  g_autoptr (MarchDrawing) point = march_drawing_new (MARCH_GEOMETRY_POINT, NULL);

  g_assert_false (march_drawing_abandon_ring (drawing));
  g_assert_true (march_drawing_add_ring (drawing, TRUE));
  g_assert_true (march_drawing_append (drawing, 0.8, 0.1));
  g_assert_false (march_drawing_may_remove_ring (drawing, 1));
  g_assert_true (march_drawing_abandon_ring (drawing));
  g_assert_false (march_drawing_is_open (drawing));
  expect (drawing, UNTOUCHED);
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_is_open (drawing));
  g_assert_cmpuint (march_drawing_count_open (drawing), ==, 1);
  undo_all (drawing, 2);
  g_assert_false (march_drawing_is_open (drawing));
  g_assert_false (march_drawing_abandon_ring (fresh));
  g_assert_false (march_drawing_add_ring (fresh, FALSE));
  g_assert_false (march_drawing_add_ring (point, FALSE));
}

static MarchGeometry *
trim (MarchDrawing *drawing, guint *n)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (drawing);
  g_autoptr (GPtrArray) rivals = march_drawing_list_rivals (drawing);
  g_autoptr (GError) error = NULL;
  MarchGeometry *rest = march_repair_trim (shape, rivals, n, &error);

  g_assert_no_error (error);
  return rest;
}

/* What a rival has is cut off, and where its border is met anew, it has that corner too. */
static void
test_trim (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (MarchGeometry) rest = NULL;
  g_autofree char *before = NULL;
  guint            n = 9;

  g_assert_true (march_drawing_remove_ring (drawing, 1));
  march_drawing_set_together (drawing, FALSE);
  g_assert_true (march_drawing_move (drawing, 0, 2, 1.5, 0.5, FALSE));
  g_assert_true (march_drawing_move (drawing, 0, 1, 0.9, 0, FALSE));
  march_drawing_set_together (drawing, TRUE);
  before = describe (drawing);
  rest = trim (drawing, &n);
  g_assert_cmpuint (n, ==, 0);
  g_clear_pointer (&rest, march_geometry_unref);
  march_drawing_set_rival (drawing, 1, TRUE);
  rest = trim (drawing, &n);
  g_assert_cmpuint (n, ==, 1);
  march_drawing_replace (drawing, rest);
  g_assert_null (look (drawing));
  g_assert_cmpuint (march_drawing_count_corners (drawing), ==, 6);
  g_assert_cmpuint (march_drawing_get_n_outlines (drawing), ==, 2);
  g_assert_true (march_drawing_is_changed (drawing, 1));
  g_clear_pointer (&rest, march_geometry_unref);
  rest = trim (drawing, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (march_drawing_undo (drawing));
  expect (drawing, before);
  undo_all (drawing, 3);
  expect (drawing, UNTOUCHED);
}

/* Returns: (transfer full): a drawing of the inner one of two rectangles, or of the outer one, with
 * the other as its rival */
static MarchDrawing *
draw_against (gboolean inner_drawn)
{
  g_autoptr (MarchGeometry) inner = new_rectangle (1, 1, 2, 2);
  g_autoptr (MarchGeometry) outer = new_rectangle (0, 0, 3, 3);
  MarchDrawing *drawing =
    march_drawing_new (MARCH_GEOMETRY_POLYGON, inner_drawn ? inner : outer);

  march_drawing_add_neighbour (drawing, 7, inner_drawn ? outer : inner);
  march_drawing_set_rival (drawing, 1, TRUE);
  return drawing;
}

/* Nothing is left of what a rival has as a whole. */
static void
test_trim_all (void)
{
  g_autoptr (MarchDrawing) drawing = draw_against (TRUE);
  guint n = 0;
  g_autoptr (MarchGeometry) rest = trim (drawing, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (march_geometry_get_n_parts (rest), ==, 0);
}

/* A rival within leaves a hole, which is its border. */
static void
test_trim_hole (void)
{
  g_autoptr (MarchDrawing) drawing = draw_against (FALSE);
  guint n = 0;
  g_autoptr (MarchGeometry) rest = trim (drawing, &n);

  march_drawing_replace (drawing, rest);
  g_assert_cmpuint (march_drawing_get_n_rings (drawing, 0), ==, 2);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (march_drawing_count_shared (drawing, 1, i), ==, 1);
  g_assert_false (march_drawing_is_changed (drawing, 1));
  undo_all (drawing, 1);
  g_assert_cmpuint (march_drawing_get_n_rings (drawing, 0), ==, 1);
}

static void
expect_number (MarchDrawing *drawing, guint ring, guint part, guint hole)
{
  guint found = 99;

  g_assert_cmpuint (march_drawing_number_ring (drawing, ring, &found), ==, part);
  g_assert_cmpuint (found, ==, hole);
}

static void
test_pick (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  guint ring = 99;

  add_square (drawing, FALSE, 5, 5, 1);
  add_square (drawing, TRUE, 5.25, 5.25, 0.5);
  add_square (drawing, TRUE, 0.8, 0.1, 0.1);
  expect_number (drawing, 0, 1, 0);
  expect_number (drawing, 1, 1, 1);
  expect_number (drawing, 2, 2, 0);
  expect_number (drawing, 3, 2, 1);
  expect_number (drawing, 4, 1, 2);
  g_assert_false (march_drawing_pick_ring (drawing, 3, 3, &ring));
  g_assert_true (march_drawing_pick_ring (drawing, 0.1, 0.1, &ring));
  g_assert_cmpuint (ring, ==, 0);
  g_assert_true (march_drawing_pick_ring (drawing, 5.5, 5.5, &ring));
  g_assert_cmpuint (ring, ==, 3);
  g_assert_true (march_drawing_pick_ring (drawing, 0.85, 0.15, &ring));
  g_assert_cmpuint (ring, ==, 4);
}

/* One thing done at random. Returns: how many steps that was */
static guint
do_something (MarchDrawing *drawing)
{
  const guint  ring = (guint) g_test_rand_int_range (0, 5);
  const guint  corner = (guint) g_test_rand_int_range (0, 12);
  guint        led = 0;
  const double x = g_test_rand_double_range (-1, 3), y = g_test_rand_double_range (-1, 2);

  march_drawing_set_together (drawing, g_test_rand_int_range (0, 3) > 0);
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      return march_drawing_move (drawing, ring, corner, x, y, FALSE);
    case 1:
      return march_drawing_insert (drawing, ring, corner, x, y);
    case 2:
      return march_drawing_remove (drawing, ring, corner);
    case 3:
      return march_drawing_add_ring (drawing, x > 0);
    case 4:
      return march_drawing_remove_ring (drawing, ring);
    case 5:
      return march_drawing_close (drawing);
    case 6:
      return g_test_rand_int_range (0, 4) == 0 && march_drawing_abandon_ring (drawing);
    case 7:
      return march_drawing_follow (drawing, ring % 2 + 1, corner % 2, x > 0);
    case 8:
      return march_drawing_lead (drawing, ring, corner, (guint) g_test_rand_int_range (0, 12),
                                 x > 0, &led);
    default:
      return march_drawing_append (drawing, ring > 2 ? x : 1, ring > 2 ? y : corner % 2);
    }
}

/* Whatever is done at random comes back to what it was, and is done again. */
static void
test_random (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autofree char *done = NULL;
  guint            n = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (MarchGeometry) shape = NULL;

      n += do_something (drawing);
      shape = march_drawing_get_shape (drawing);
      g_assert_cmpuint (march_drawing_count_parts (drawing), >=, 1);
    }
  g_assert_cmpuint (n, >, 200);
  done = describe (drawing);
  undo_all (drawing, n);
  expect (drawing, UNTOUCHED);
  for (guint i = 0; i < n; i++)
    g_assert_true (march_drawing_redo (drawing));
  expect (drawing, done);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-rings/part", test_part);
  g_test_add_func ("/drawing-rings/hole", test_hole);
  g_test_add_func ("/drawing-rings/wrong", test_wrong);
  g_test_add_func ("/drawing-rings/remove", test_remove);
  g_test_add_func ("/drawing-rings/abandon", test_abandon);
  g_test_add_func ("/drawing-rings/trim", test_trim);
  g_test_add_func ("/drawing-rings/trim-all", test_trim_all);
  g_test_add_func ("/drawing-rings/trim-hole", test_trim_hole);
  g_test_add_func ("/drawing-rings/pick", test_pick);
  g_test_add_func ("/drawing-rings/random", test_random);
  return g_test_run ();
}
