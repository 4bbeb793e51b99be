/* test-drawing.c — corners drawn, moved, put in and taken out, alone and with neighbours */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "drawing-fixtures.h"
#include "geo/march-drawing.h"

static void
test_draw (void)
{
  g_autoptr (MarchDrawing) drawing = march_drawing_new (MARCH_GEOMETRY_POLYGON, NULL);
  g_autoptr (MarchGeometry) shape = NULL;

  g_assert_true (march_drawing_is_open (drawing));
  g_assert_true (march_drawing_append (drawing, 3, 1));
  g_assert_false (march_drawing_append (drawing, 3, 1));
  g_assert_true (march_drawing_append (drawing, 4, 1));
  g_assert_false (march_drawing_close (drawing));
  g_assert_null (march_drawing_get_shape (drawing));
  g_assert_true (march_drawing_append (drawing, 5, 5));
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_append (drawing, 4.00000004, 2));
  g_assert_true (march_drawing_close (drawing));
  g_assert_false (march_drawing_is_open (drawing));
  g_assert_false (march_drawing_append (drawing, 5, 5));
  expect (drawing, "3,1 4,1 4,2 | ");
  shape = march_drawing_get_shape (drawing);
  g_assert_cmpuint (march_geometry_count_points (shape), ==, 4);
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_is_open (drawing));
  g_assert_true (march_drawing_redo (drawing));
  g_assert_false (march_drawing_is_open (drawing));
  g_assert_false (march_drawing_redo (drawing));
}

static void
test_point (void)
{
  g_autoptr (MarchDrawing) drawing = march_drawing_new (MARCH_GEOMETRY_POINT, NULL);
  g_autoptr (MarchGeometry) shape = NULL;

  g_assert_null (march_drawing_get_shape (drawing));
  g_assert_true (march_drawing_append (drawing, 3, 1));
  g_assert_true (march_drawing_append (drawing, 200, 95));
  expect (drawing, "180,90 | ");
  g_assert_false (march_drawing_insert (drawing, 0, 0, 1, 1));
  shape = march_drawing_get_shape (drawing);
  g_assert_cmpint (march_geometry_get_kind (shape), ==, MARCH_GEOMETRY_POINT);
  undo_all (drawing, 2);
  g_assert_cmpuint (march_drawing_count_corners (drawing), ==, 0);
}

/* A drag is one step, however many motions it had. */
static void
test_move (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_true (march_drawing_move (drawing, 0, 2, 1.1, 0.5, FALSE));
  g_assert_true (march_drawing_move (drawing, 0, 2, 1.2, 0.6, TRUE));
  g_assert_false (march_drawing_move (drawing, 0, 2, 1.2, 0.6, TRUE));
  expect (drawing, "0,0 1,0 1.2,0.6 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 | "
                   "1,0 2,0 2,1 1,1 1.2,0.6 | ");
  g_assert_true (march_drawing_is_changed (drawing, 1));
  march_drawing_end_move (drawing);
  g_assert_true (march_drawing_move (drawing, 0, 2, 1.3, 0.5, TRUE));
  undo_all (drawing, 2);
  expect (drawing, UNTOUCHED);
  g_assert_false (march_drawing_is_changed (drawing, 1));
  g_assert_true (march_drawing_redo (drawing));
  g_assert_true (march_drawing_is_changed (drawing, 1));
  g_assert_false (march_drawing_move (drawing, 0, 5, 1, 1, FALSE));
  g_assert_false (march_drawing_move (drawing, 2, 0, 1, 1, FALSE));
}

/* Passing over another corner doesn't take it along. */
static void
test_pass (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_true (march_drawing_move (drawing, 0, 4, 1, 1, FALSE));
  g_assert_true (march_drawing_move (drawing, 0, 4, 0.5, 2, TRUE));
  expect (drawing, "0,0 1,0 1,0.5 1,1 0.5,2 / 0.25,0.25 0.25,0.75 0.75,0.75 | "
                   "1,0 2,0 2,1 1,1 1,0.5 | ");
}

static void
test_alone (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (GPtrArray) moved = NULL;

  march_drawing_set_together (drawing, FALSE);
  g_assert_true (march_drawing_move (drawing, 0, 2, 0.9, 0.5, FALSE));
  g_assert_true (march_drawing_insert (drawing, 0, 0, 0.5, 0));
  g_assert_true (march_drawing_remove (drawing, 0, 2));
  expect (drawing, "0,0 0.5,0 0.9,0.5 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 | "
                   "1,0 2,0 2,1 1,1 1,0.5 | ");
  moved = march_drawing_list_moved (drawing);
  g_assert_cmpuint (moved->len, ==, 0);
  undo_all (drawing, 3);
  expect (drawing, UNTOUCHED);
}

static void
test_insert (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_true (march_drawing_insert (drawing, 0, 1, 1.1, 0.25));
  expect (drawing, "0,0 1,0 1.1,0.25 1,0.5 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 | "
                   "1,0 2,0 2,1 1,1 1,0.5 1.1,0.25 | ");
  g_assert_cmpuint (march_drawing_count_shared (drawing, 0, 2), ==, 1);
  g_assert_true (march_drawing_insert (drawing, 0, 5, 0, 0.5));
  g_assert_cmpuint (march_drawing_count_shared (drawing, 0, 6), ==, 0);
  g_assert_true (march_drawing_insert (drawing, 1, 2, 0.5, 0.4));
  g_assert_cmpuint (march_drawing_count_corners (drawing), ==, 11);
  undo_all (drawing, 3);
  expect (drawing, UNTOUCHED);
}

static void
test_remove (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_true (march_drawing_remove (drawing, 0, 2));
  expect (drawing,
          "0,0 1,0 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 | 1,0 2,0 2,1 1,1 | ");
  g_assert_true (march_drawing_remove (drawing, 0, 2));
  g_assert_true (!march_drawing_remove (drawing, 0, 9));
  /* Three corners stay, of the hole as well. */
  g_assert_false (march_drawing_remove (drawing, 0, 0));
  g_assert_false (march_drawing_remove (drawing, 1, 0));
  undo_all (drawing, 2);
  expect (drawing, UNTOUCHED);
}

static void
test_moved (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (MarchGeometry) shape = NULL;
  const MarchMovedOutline *one = NULL;

  g_assert_true (march_drawing_move (drawing, 0, 3, 1, 2, FALSE));
  moved = march_drawing_list_moved (drawing);
  g_assert_cmpuint (moved->len, ==, 1);
  one = moved->pdata[0];
  g_assert_cmpint (one->id, ==, 77);
  g_assert_cmpfloat (march_geometry_get_box (one->geometry)->north, ==, 2);
  shape = march_drawing_get_shape (drawing);
  g_assert_cmpuint (march_geometry_get_n_parts (shape), ==, 2);
  g_assert_true (march_geometry_get_part (shape, 1)->hole);
  g_assert_cmpfloat (march_geometry_get_box (shape)->north, ==, 2);
}

/* A step after an undo can't be followed by the old ones. */
static void
test_redo (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();

  g_assert_false (march_drawing_redo (drawing));
  g_assert_true (march_drawing_move (drawing, 0, 0, -1, 0, FALSE));
  g_assert_true (march_drawing_remove (drawing, 0, 2));
  g_assert_true (march_drawing_undo (drawing));
  g_assert_true (march_drawing_can_redo (drawing));
  g_assert_true (march_drawing_insert (drawing, 0, 0, 0.5, -1));
  g_assert_false (march_drawing_can_redo (drawing));
  undo_all (drawing, 2);
  expect (drawing, UNTOUCHED);
}

static void
test_snap (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  double longitude = 1.95, latitude = 0.02;

  g_assert_true (march_drawing_snap (drawing, 0.1, &longitude, &latitude));
  g_assert_cmpfloat (longitude, ==, 2);
  g_assert_cmpfloat (latitude, ==, 0);
  longitude = 1.8;
  g_assert_false (march_drawing_snap (drawing, 0.1, &longitude, &latitude));
  g_assert_cmpfloat (longitude, ==, 1.8);
  /* What is carried along is nothing to snap to. */
  g_assert_true (march_drawing_move (drawing, 0, 2, 1.1, 0.5, FALSE));
  longitude = 1.11;
  latitude = 0.5;
  g_assert_false (march_drawing_snap (drawing, 0.05, &longitude, &latitude));
  march_drawing_end_move (drawing);
  g_assert_true (march_drawing_snap (drawing, 0.05, &longitude, &latitude));
}

/* Said, not mended. */
static void
test_look (void)
{
  g_autoptr (MarchDrawing) drawing = make_pair ();
  g_autoptr (MarchGeometry) sound = march_drawing_get_shape (drawing);
  g_autoptr (MarchGeometry) crossed = NULL;
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;

  g_assert_true (march_repair_look (sound, &report));
  g_assert_null (report.reason);
  g_assert_true (march_drawing_move (drawing, 0, 4, 2, 0.5, FALSE));
  crossed = march_drawing_get_shape (drawing);
  g_assert_false (march_repair_look (crossed, &report));
  g_assert_nonnull (report.reason);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/draw", test_draw);
  g_test_add_func ("/drawing/point", test_point);
  g_test_add_func ("/drawing/move", test_move);
  g_test_add_func ("/drawing/pass", test_pass);
  g_test_add_func ("/drawing/alone", test_alone);
  g_test_add_func ("/drawing/insert", test_insert);
  g_test_add_func ("/drawing/remove", test_remove);
  g_test_add_func ("/drawing/moved", test_moved);
  g_test_add_func ("/drawing/redo", test_redo);
  g_test_add_func ("/drawing/snap", test_snap);
  g_test_add_func ("/drawing/look", test_look);
  return g_test_run ();
}
