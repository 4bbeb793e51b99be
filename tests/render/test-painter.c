/* test-painter.c — panning, layers, cancelling, odd views, threads, picking, boxes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "painter-fixture.h"

#include <math.h>

/* A picture moved by whole pixels is the same picture, moved. */
static void
test_pan (PainterFixture *fixture, gconstpointer data)
{
  static const double scales[] = { 1, 1.5, 2 };
  MarchStyle          style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);

  style.labels = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      MarchView view = patchwork_view ("b", 5.3, 400, 300, scales[i]),
                other = painter_moved (&view, 38, 22);
      g_autoptr (Picture) one = picture_new (fixture->painter, fixture->snapshot, &view, &style);
      g_autoptr (Picture) two = picture_new (fixture->painter, fixture->snapshot, &other, &style);
      int                 dx = (int) (38 * scales[i]), dy = (int) (22 * scales[i]);
      guint               n_different = 0, n = 0;

      for (int y = 0; y < two->height - dy; y++)
        for (int x = 0; x < two->width - dx; x++, n++)
          n_different += pixel_distance (picture_get (one, x + dx, y + dy), picture_get (two, x, y))
                         > 24;
      g_test_message ("scale %g: %u of %u pixels differ", scales[i], n_different, n);
      g_assert_cmpfloat ((double) n_different / n, <, 0.001);
    }
}

/* The whole is the sum of its layers, so that a caller may keep them. */
static void
test_layers (PainterFixture *fixture, gconstpointer data)
{
  MarchView           view = patchwork_view ("b", 5, 400, 300, 1);
  MarchStyle          style = march_style_new (MARCH_THEME_DARK, MARCH_PAINT_BOTH);
  g_autoptr (Picture) whole = NULL;
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t            *cr = cairo_create (surface);

  style.selected = patchwork_place (fixture->corpus, "b")->id;
  style.hovered = patchwork_place (fixture->corpus, "c")->id;
  whole = picture_new (fixture->painter, fixture->snapshot, &view, &style);
  g_assert_true (march_painter_paint_base (fixture->painter, cr, &view, &style, NULL));
  g_assert_true (march_painter_paint_control (fixture->painter, cr, fixture->snapshot, &view,
                                              &style, NULL));
  g_assert_true (march_painter_paint_names (fixture->painter, cr, fixture->snapshot, &view, &style,
                                            NULL, NULL, NULL));
  cairo_surface_flush (surface);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 400; x++)
      g_assert_cmphex (((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                                + y * cairo_image_surface_get_stride (surface)))[x]
                           & 0xffffff,
                       ==, picture_get (whole, x, y));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Base and control stay the same whatever is selected. */
static void
test_selection_is_a_layer (PainterFixture *fixture, gconstpointer data)
{
  MarchView           view = patchwork_view ("b", 5, 400, 300, 1);
  MarchStyle          style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  g_autoptr (Picture) plain = picture_new (fixture->painter, fixture->snapshot, &view, &style);
  const char *const   codes[] = { "b", "s", "V", "z" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (Picture) selected = NULL;
      guint               n = 0;

      style.selected = patchwork_place (fixture->corpus, codes[i])->id;
      selected = picture_new (fixture->painter, fixture->snapshot, &view, &style);
      for (int j = 0; j < 400 * 300; j++)
        n += pixel_distance (plain->pixels[j], selected->pixels[j]) > 8;
      g_assert_cmpuint (n, >, 100);
      g_assert_cmpuint (n, <, 400 * 300 / 4);
    }
  style.selected = 987654;
  g_clear_pointer (&plain, picture_free);
  plain = picture_new (fixture->painter, fixture->snapshot, &view, &style);
}

/* The selected place keeps all of its colour inside its outline; the casing lies around it. In a
 * file of shapes, too. */
static void
test_selection_is_outside (PainterFixture *fixture, gconstpointer data)
{
  MarchView  view = patchwork_view ("b", 6, 300, 300, 1);
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
  double     west, north;

  style.labels = FALSE;
  march_view_project (&view, 4, 8, &west, &north);
  for (guint vector = 0; vector < 2; vector++)
    {
      Picture *(*paint) (MarchPainter *, MarchSnapshot *, const MarchView *, const MarchStyle *)
          = vector ? picture_new_vector : picture_new;
      g_autoptr (Picture) plain = NULL, selected = NULL;
      guint n_inside = 0, n_outside = 0;

      style.selected = 0;
      plain = paint (fixture->painter, fixture->snapshot, &view, &style);
      style.selected = patchwork_place (fixture->corpus, "b")->id;
      selected = paint (fixture->painter, fixture->snapshot, &view, &style);
      for (int y = (int) north + 20; y < (int) north + 160; y++)
        {
          n_inside += pixel_distance (picture_get (plain, (int) west + 3, y),
                                      picture_get (selected, (int) west + 3, y))
                      > 24;
          n_outside += pixel_distance (picture_get (plain, (int) west - 4, y),
                                       picture_get (selected, (int) west - 4, y))
                       > 24;
        }
      g_assert_cmpuint (n_inside, <, 5);
      g_assert_cmpuint (n_outside, >, 130);
    }
}

/* What is cancelled before it begins paints nothing. */
static void
test_cancelled (PainterFixture *fixture, gconstpointer data)
{
  MarchView                view = patchwork_view ("b", 5, 4000, 3000, 1);
  MarchStyle               style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  cairo_surface_t         *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 4000, 3000);
  cairo_t                 *cr = cairo_create (surface);
  guint                    n = 0;

  g_cancellable_cancel (cancellable);
  g_assert_false (march_painter_paint (fixture->painter, cr, fixture->snapshot, &view, &style,
                                       cancellable));
  g_assert_false (march_painter_paint_base (fixture->painter, cr, &view, &style, cancellable));
  g_assert_false (march_painter_paint_control (fixture->painter, cr, fixture->snapshot, &view,
                                               &style, cancellable));
  cairo_surface_flush (surface);
  for (gsize i = 0; i < (gsize) cairo_image_surface_get_stride (surface) * 3000; i++)
    n += cairo_image_surface_get_data (surface)[i] != 0;
  g_assert_cmpuint (n, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_odd_views (PainterFixture *fixture, gconstpointer data)
{
  static const MarchView views[] = {
    { 0.5, 0.5, 25, 200, 200, 1 }, { 0.5, 0.5, 29.9, 50, 50, 2 },   { 0, 0, -5, 200, 200, 1 },
    { 7, -3, 4, 200, 200, 1 },     { -0.5, 0.45, 3, 300, 100, 1 },  { 0.99, 0.4, 6, 300, 100, 1 },
    { 0.51, 0.47, 5, 1, 1, 1 },    { 0.51, 0.47, 5, 2000, 1, 0.3 }, { 0.51, 0.47, 20, 300, 200, 1 },
  };

  for (MarchPaintLens lens = MARCH_PAINT_CONTROL; lens <= MARCH_PAINT_EVIDENCE; lens++)
    for (guint i = 0; i < G_N_ELEMENTS (views); i++)
      {
        MarchStyle            style = march_style_new (i % MARCH_N_THEMES, lens);
        g_autoptr (Picture)   picture = NULL;
        g_autoptr (GPtrArray) labels = NULL;

        style.selected = patchwork_place (fixture->corpus, "b")->id;
        picture = picture_new (fixture->painter, fixture->snapshot, &views[i], &style);
        labels = march_painter_list_labels (fixture->painter, fixture->snapshot, &views[i], &style);
        if (views[i].x == 7)
          g_assert_cmpfloat (picture_share (picture,
                                            ink_pixel (march_palette_get (style.theme)->sea), 0),
                             ==, 1);
      }
}

static void
test_insane_views (PainterFixture *fixture, gconstpointer data)
{
  static const MarchView views[] = { { NAN, 0, 3, 10, 10, 1 },
                                     { 0, 0, 3, 0, 10, 1 },
                                     { 0, 0, 300, 10, 10, 1 },
                                     { 0, 0, 3, 1e9, 10, 1 },
                                     { 0, 0, 3, 10, 10, -1 } };
  cairo_surface_t       *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t               *cr = cairo_create (surface);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
      g_autoptr (GPtrArray) labels = march_painter_list_labels (fixture->painter, fixture->snapshot,
                                                                &views[i], &style);
      g_autoptr (GPtrArray) legend = march_painter_list_legend (fixture->painter, fixture->snapshot,
                                                                &views[i], &style);

      g_assert_cmpuint (labels->len + legend->len, ==, 0);
      g_assert_false (march_painter_paint (fixture->painter, cr, fixture->snapshot, &views[i],
                                           &style, NULL));
      g_assert_null (march_painter_pick (fixture->painter, fixture->snapshot, &views[i], &style, 5,
                                         5));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
paint_thread (gpointer data)
{
  PainterFixture *fixture = data;
  MarchStyle      style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView       view = patchwork_view ("b", 5, 400, 300, 1);

  for (guint i = 0; i < 4; i++)
    picture_free (picture_new (fixture->painter, fixture->snapshot, &view, &style));
  return picture_new (fixture->painter, fixture->snapshot, &view, &style);
}

static void
test_threads (PainterFixture *fixture, gconstpointer data)
{
  GThread            *threads[4];
  g_autoptr (Picture) expected = paint_thread (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (Picture) picture = g_thread_join (threads[i]);

      g_assert_cmpmem (picture->pixels, 400 * 300 * 4, expected->pixels, 400 * 300 * 4);
    }
}

static void
test_pick (PainterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    double      longitude, latitude;
    const char *code; /* NULL: nothing */
  } rows[] = {
    { 1, 7, "a" },   { 4.2, 4.2, "b" }, { 6, 6, "s" },      { 6.05, 6.03, "s" },
    { 6.8, 6, "b" }, { 10, 2, "t" },    { 15.9, 0.1, "h" }, { 18, 3, NULL },
    { -3, 4, "z" },  { 6, -3, NULL },   { 6, 9, NULL },     { 179, 0, NULL },
  };
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView  view = patchwork_view ("b", 6, 800, 600, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MarchPlace *place;
      double            px, py;

      march_view_project (&view, rows[i].longitude, rows[i].latitude, &px, &py);
      place = march_painter_pick (fixture->painter, fixture->snapshot, &view, &style, px, py);
      if (rows[i].code != NULL)
        g_assert_true (place == patchwork_place (fixture->corpus, rows[i].code));
      else
        g_assert_null (place);
    }
}

static void
test_box (PainterFixture *fixture, gconstpointer data)
{
  MarchBox all = march_painter_get_box (fixture->painter, NULL),
           unit = march_painter_get_box (fixture->painter, patchwork_place (fixture->corpus, "f"));
  MarchBox state = march_painter_get_box (fixture->painter, patchwork_place (fixture->corpus, "V"));
  MarchBox town = march_painter_get_box (fixture->painter, patchwork_place (fixture->corpus, "s"));

  g_assert_cmpfloat (all.west, ==, 0);
  g_assert_cmpfloat (all.east, ==, 16);
  g_assert_cmpfloat (all.north, ==, 8);
  g_assert_cmpmem (&all, sizeof all, &state, sizeof state);
  g_assert_cmpfloat (unit.west, ==, 4);
  g_assert_cmpfloat (unit.north, ==, 4);
  g_assert_true (town.west < 6 && town.east > 6 && town.south < 6 && town.north > 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PAINTER_ADD ("pan", test_pan);
  PAINTER_ADD ("layers", test_layers);
  PAINTER_ADD ("selection-is-a-layer", test_selection_is_a_layer);
  PAINTER_ADD ("selection-is-outside", test_selection_is_outside);
  PAINTER_ADD ("cancelled", test_cancelled);
  PAINTER_ADD ("odd-views", test_odd_views);
  PAINTER_ADD ("insane-views", test_insane_views);
  PAINTER_ADD ("threads", test_threads);
  PAINTER_ADD ("pick", test_pick);
  PAINTER_ADD ("box", test_box);
  return g_test_run ();
}
