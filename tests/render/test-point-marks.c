/* test-point-marks.c — imported points on the map: thinned, painted, picked, from day to day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patchwork.h"
#include "render/march-layers.h"
#include "render/march-point-marks.h"

/* A post of A in b; two of V and one of B, by its own word, at one spot in c; a row of A in f. */
#define POSTS                                                                                      \
  "points A 1 6 6 2022-06-01 2022-06-03; points V 2 10 6 2022-06-02 2022-06-05; points B 1 10 6 "  \
  "2022-06-02 2022-06-09 own; points A 200 5 2 2022-06-04 2022-06-06"

typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *snapshot;
  MarchStyle     style;
  MarchView      view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer day)
{
  fixture->corpus = patchwork_new (POSTS);
  fixture->painter = march_painter_new (fixture->corpus);
  fixture->snapshot = patchwork_ask (fixture->corpus, day);
  fixture->style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
  fixture->view = march_view_centered (8, 4, 6, 900, 500, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer day)
{
  march_snapshot_unref (fixture->snapshot);
  march_painter_unref (fixture->painter);
  march_corpus_unref (fixture->corpus);
}

static GArray *
list (Fixture *fixture, const MarchView *view)
{
  return march_point_marks_list (fixture->snapshot, view, &fixture->style,
                                 &(MarchRect){ 0, 0, view->width, view->height });
}

static const MarchPointMark *
get (const GArray *marks, guint index)
{
  return &g_array_index (marks, MarchPointMark, index);
}

/* The mark nearest to a place. */
static const MarchPointMark *
find (Fixture *fixture, const GArray *marks, double longitude, double latitude)
{
  const MarchPointMark *best = NULL;
  double                x, y;

  march_view_project (&fixture->view, longitude, latitude, &x, &y);
  for (guint i = 0; i < marks->len; i++)
    if (hypot (get (marks, i)->spot.x - x, get (marks, i)->spot.y - y) < 2)
      best = get (marks, i);
  return best;
}

/* What one cell has is one mark, with all whose points are in it. */
static void
test_list (Fixture *fixture, gconstpointer day)
{
  g_autoptr (GArray) marks = list (fixture, &fixture->view);
  const MarchPointMark *one = find (fixture, marks, 6, 6), *some = find (fixture, marks, 10, 6);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_nonnull (one);
  g_assert_cmpuint (one->n_points, ==, 1);
  g_assert_cmpuint (one->n_sides, ==, 1);
  g_assert_cmpuint (one->sides[0].actor->palette, ==, 1);
  g_assert_false (one->sides[0].own_word);
  g_assert_nonnull (some);
  g_assert_cmpuint (some->n_points, ==, 3);
  g_assert_cmpuint (some->n_sides, ==, 2);
  g_assert_true (some->sides[1].own_word);
  g_assert_cmpfloat (march_point_mark_reach (some, &fixture->style), >,
                     march_point_mark_reach (one, &fixture->style));
}

/* Lenses that don't show who holds what show no points, nor does a view of elsewhere. */
static void
test_none (Fixture *fixture, gconstpointer day)
{
  static const MarchPaintLens lenses[] = { MARCH_PAINT_CLAIM, MARCH_PAINT_VALUE,
                                           MARCH_PAINT_EVIDENCE, MARCH_PAINT_DISAGREEMENT };
  MarchView elsewhere = march_view_centered (60, 40, 6, 900, 500, 1);
  g_autoptr (GArray) away = list (fixture, &elsewhere);

  g_assert_cmpuint (away->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      g_autoptr (GArray) marks = NULL;

      fixture->style.lens = lenses[i];
      marks = list (fixture, &fixture->view);
      g_assert_cmpuint (marks->len, ==, 0);
    }
}

/* No point is lost, and panning makes no other marks. */
static void
test_thinned (Fixture *fixture, gconstpointer day)
{
  g_autoptr (GArray) marks = list (fixture, &fixture->view);
  MarchView moved = fixture->view;
  g_autoptr (GArray) again = NULL;
  guint n = 0;

  moved.x += 3.7 / march_view_world (&moved);
  moved.y -= 11.3 / march_view_world (&moved);
  again = list (fixture, &moved);
  for (guint i = 0; i < marks->len; i++)
    {
      n += get (marks, i)->n_points;
      g_assert_cmpuint (get (marks, i)->n_points, ==, get (again, i)->n_points);
      g_assert_cmpfloat_with_epsilon (get (marks, i)->spot.x - 3.7, get (again, i)->spot.x, 1e-6);
    }
  g_assert_cmpuint (n, ==, 203);
  g_assert_cmpuint (marks->len, ==, again->len);
  g_assert_cmpuint (marks->len, <, 15);
  for (guint i = 0; i < marks->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpfloat (MAX (fabs (get (marks, i)->spot.x - get (marks, k)->spot.x),
                              fabs (get (marks, i)->spot.y - get (marks, k)->spot.y)),
                         >, 3);
}

static void
test_pick (Fixture *fixture, gconstpointer day)
{
  MarchPointPick pick;
  double         x, y;

  march_view_project (&fixture->view, 6, 6, &x, &y);
  g_assert_true (march_point_marks_pick (fixture->snapshot, &fixture->view, &fixture->style, x + 3,
                                         y, &pick));
  g_assert_cmpuint (pick.n_points, ==, 1);
  g_assert_cmpstr (march_points_get_name (pick.import->points, pick.point), ==, "Post");
  g_assert_cmpuint (pick.import->holder->palette, ==, 1);
  g_assert_false (march_point_marks_pick (fixture->snapshot, &fixture->view, &fixture->style,
                                          x + 12, y, &pick));
  march_view_project (&fixture->view, 10.01, 6, &x, &y);
  g_assert_true (march_point_marks_pick (fixture->snapshot, &fixture->view, &fixture->style, x, y,
                                         &pick));
  g_assert_cmpuint (pick.n_points, ==, 3);
  g_assert_cmpuint (pick.import->holder->palette, ==, 2);
  g_assert_cmpstr (march_points_get_name (pick.import->points, pick.point), ==, "");
  g_assert_false (march_point_marks_pick (fixture->snapshot, &fixture->view, &fixture->style, NAN,
                                          y, &pick));
}

static void
assert_painted (Fixture *fixture, const Picture *picture)
{
  MarchInk fill = march_palette_get_fill (fixture->style.theme, 1);
  double   x, y;

  march_view_project (&fixture->view, 6, 6, &x, &y);
  g_assert_cmpuint (pixel_distance (picture_get (picture, (int) x, (int) y), ink_pixel (fill)), <,
                    12);
  /* Ink at the square's edge, in a row with its middle. */
  for (int edge = (int) x - 4;; edge++)
    {
      MarchInk ink = march_palette_get_ink (fixture->style.theme, 1);

      g_assert_cmpint (edge, <, (int) x);
      if (pixel_distance (picture_get (picture, edge, (int) y), ink_pixel (ink)) < 12)
        break;
    }
}

/* A square in the holder's colour, in pixels as in shapes. */
static void
test_painted (Fixture *fixture, gconstpointer day)
{
  g_autoptr (Picture) picture = picture_new (fixture->painter, fixture->snapshot, &fixture->view,
                                             &fixture->style);
  g_autoptr (Picture) vector = picture_new_vector (fixture->painter, fixture->snapshot,
                                                   &fixture->view, &fixture->style);

  assert_painted (fixture, picture);
  assert_painted (fixture, vector);
}

static void
test_legend (Fixture *fixture, gconstpointer day)
{
  static const char *const words[] = { "Points of A", "Points of V",
                                       "Points of B, by its own word" };
  g_autoptr (GPtrArray) legend = march_painter_list_legend (fixture->painter, fixture->snapshot,
                                                            &fixture->view, &fixture->style);
  guint n = 0;

  for (guint i = 0; i < legend->len; i++)
    {
      const MarchLegendEntry *entry = g_ptr_array_index (legend, i);

      if (entry->kind != MARCH_SWATCH_POINT)
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (words));
      g_assert_cmpstr (entry->words, ==, words[n]);
      g_assert_cmpstr (entry->detail, ==, "“Gazette”; a larger mark: several");
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
}

static guint
count_different (cairo_surface_t *one, cairo_surface_t *other)
{
  gsize   size = (gsize) cairo_image_surface_get_stride (one)
               * (gsize) cairo_image_surface_get_height (one);
  guint8 *a = cairo_image_surface_get_data (one), *b = cairo_image_surface_get_data (other);
  guint   n = 0;

  for (gsize i = 0; i < size; i++)
    n += a[i] != b[i];
  return n;
}

/* From any day to any other the picture is to the last bit the one that is painted at once, and
 * only where points differ anything is painted. */
static void
test_step (Fixture *fixture, gconstpointer day)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (MarchLayers) layers = march_layers_new (fixture->painter, &fixture->view);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *date = g_strdup_printf ("2022-06-%02d", g_rand_int_range (random, 1, 11));
      g_autoptr (MarchSnapshot) next = patchwork_ask (fixture->corpus, date);
      g_autoptr (MarchLayers) whole = march_layers_new (fixture->painter, &fixture->view);
      g_autoptr (GArray) parts = march_painter_list_changed (fixture->painter, fixture->snapshot,
                                                             next, &fixture->view,
                                                             &fixture->style);

      g_assert_cmpint (parts->len == 0, ==, march_snapshot_equal_points (fixture->snapshot, next));
      for (guint k = 0; k < parts->len; k++)
        g_assert_cmpfloat (g_array_index (parts, MarchRect, k).x1
                               - g_array_index (parts, MarchRect, k).x0,
                           <, 320);
      g_assert_true (march_layers_show (layers, next, &fixture->style, NULL));
      g_assert_true (march_layers_show (whole, next, &fixture->style, NULL));
      g_assert_cmpuint (count_different (march_layers_get_control (layers),
                                         march_layers_get_control (whole)),
                        ==, 0);
      march_snapshot_unref (fixture->snapshot);
      fixture->snapshot = g_steal_pointer (&next);
    }
}

#define ADD(name, day, function)                                                                   \
  g_test_add ("/point-marks/" name, Fixture, day, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", "2022-06-02", test_list);
  ADD ("none", "2022-06-02", test_none);
  ADD ("thinned", "2022-06-04", test_thinned);
  ADD ("pick", "2022-06-02", test_pick);
  ADD ("painted", "2022-06-02", test_painted);
  ADD ("legend", "2022-06-02", test_legend);
  ADD ("step", "2022-06-01", test_step);
  return g_test_run ();
}
