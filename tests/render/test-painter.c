/* test-painter.c — panning, scales, cancelling, odd views, names, picking, legend, whole pictures
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "patchwork.h"

#include <glib/gstdio.h>
#include <math.h>

#include "base/march-error.h"
#include "render/march-picture.h"

#define DAY "2022-06-01"
#define EVERYTHING                                                                                 \
  "control a A whole 2021/..; claim a V law 2021/..; control b A part 2021/.. concluded; control " \
  "b V part 2021/..; claim b A law 2021/..; "                                                      \
  "claim b V borders 2000/..; control c B whole 2021/.. by=B; control e A contested 2021/..; "     \
  "control e V contested 2021/..; "                                                                \
  "control f A foothold 2021/..; claim g B law 2021/..; claim s A aspiration 2021/..; claim z A "  \
  "law 2021/..; area h A 2021/..; "                                                                \
  "value a A strategic 2021/..; value s A economic 2021/.."

typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *snapshot;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer assertions)
{
  fixture->corpus = patchwork_new (assertions);
  fixture->painter = march_painter_new (fixture->corpus);
  fixture->snapshot = patchwork_ask (fixture->corpus, DAY);
}

static void
tear_down (Fixture *fixture, gconstpointer assertions)
{
  march_snapshot_unref (fixture->snapshot);
  march_painter_unref (fixture->painter);
  march_corpus_unref (fixture->corpus);
}

static MarchView
moved (const MarchView *view, double dx, double dy)
{
  MarchView other = *view;

  other.x += dx / march_view_world (view);
  other.y += dy / march_view_world (view);
  return other;
}

/* A picture moved by whole pixels is the same picture, moved. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  static const double scales[] = { 1, 1.5, 2 };
  MarchStyle          style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);

  style.labels = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      MarchView view = patchwork_view ("b", 5.3, 400, 300, scales[i]),
                other = moved (&view, 38, 22);
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
test_layers (Fixture *fixture, gconstpointer data)
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
                                            NULL));
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
test_selection_is_a_layer (Fixture *fixture, gconstpointer data)
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

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  MarchView                view = patchwork_view ("b", 5, 4000, 3000, 1);
  MarchStyle               style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  cairo_surface_t         *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 4000, 3000);
  cairo_t                 *cr = cairo_create (surface);
  gint64                   start = g_get_monotonic_time ();

  g_cancellable_cancel (cancellable);
  g_assert_false (march_painter_paint (fixture->painter, cr, fixture->snapshot, &view, &style,
                                       cancellable));
  g_assert_false (march_painter_paint_base (fixture->painter, cr, &view, &style, cancellable));
  g_assert_false (march_painter_paint_control (fixture->painter, cr, fixture->snapshot, &view,
                                               &style, cancellable));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 50000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_odd_views (Fixture *fixture, gconstpointer data)
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
test_insane_views (Fixture *fixture, gconstpointer data)
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
  Fixture   *fixture = data;
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView  view = patchwork_view ("b", 5, 400, 300, 1);

  for (guint i = 0; i < 4; i++)
    picture_free (picture_new (fixture->painter, fixture->snapshot, &view, &style));
  return picture_new (fixture->painter, fixture->snapshot, &view, &style);
}

static void
test_threads (Fixture *fixture, gconstpointer data)
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

static gboolean
overlap (const MarchPlacedLabel *a, const MarchPlacedLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* However towns lie, names don't overlap, stay in the picture, and the weightiest one is there. */
static void
test_labels_random (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (MarchCorpus)
          corpus = patchwork_new_with_towns ("control a A whole 2021/..", 10 * seed, seed);
      g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
      g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, DAY);
      MarchStyle                style = march_style_new (seed % MARCH_N_THEMES, MARCH_PAINT_BOTH);
      MarchView                 view = patchwork_view ("b", 5 + seed % 4, 700, 500, 1);
      g_autoptr (GPtrArray) labels = march_painter_list_labels (painter, snapshot, &view, &style);

      g_assert_cmpuint (labels->len, >, 0);
      for (guint i = 0; i < labels->len; i++)
        {
          const MarchPlacedLabel *label = g_ptr_array_index (labels, i);

          g_assert_cmpfloat (label->x, >=, 0);
          g_assert_cmpfloat (label->y, >=, 0);
          g_assert_cmpfloat (label->x + label->width, <=, 700);
          g_assert_cmpfloat (label->y + label->height, <=, 500);
          for (guint j = 0; j < i; j++)
            g_assert_false (overlap (label, g_ptr_array_index (labels, j)));
        }
    }
}

static const MarchPlacedLabel *
find_label (GPtrArray *labels, const char *text)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (((const MarchPlacedLabel *) g_ptr_array_index (labels, i))->text, text))
      return g_ptr_array_index (labels, i);
  return NULL;
}

/* Names ride on the map when it is panned. */
static void
test_labels_pan (Fixture *fixture, gconstpointer data)
{
  MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView view = patchwork_view ("b", 5, 800, 600, 1), other = moved (&view, 21.5, -13.25);
  g_autoptr (GPtrArray)
      one = march_painter_list_labels (fixture->painter, fixture->snapshot, &view, &style);
  g_autoptr (GPtrArray)
      two = march_painter_list_labels (fixture->painter, fixture->snapshot, &other, &style);

  g_assert_nonnull (find_label (one, "Unit A"));
  g_assert_nonnull (find_label (one, "Solm"));
  g_assert_nonnull (find_label (one, "Sea of Zeal"));
  g_assert_nonnull (find_label (one, "ORRLAND"));
  for (guint i = 0; i < one->len; i++)
    {
      const MarchPlacedLabel *label = g_ptr_array_index (one, i),
                             *same = find_label (two, label->text);

      if (same == NULL)
        g_error ("%s is gone", label->text);
      g_assert_cmpfloat_with_epsilon (same->x, label->x - 21.5, 0.01);
      g_assert_cmpfloat_with_epsilon (same->y, label->y + 13.25, 0.01);
    }
}

static void
test_pick (Fixture *fixture, gconstpointer data)
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
test_box (Fixture *fixture, gconstpointer data)
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

static char *
describe_legend (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((const MarchLegendEntry *) g_ptr_array_index (entries, i))->words);
  return g_string_free (text, FALSE);
}

/* Only what is on the picture, in words, in the order of the groups. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char    *code;
    double         zoom;
    MarchPaintLens lens;
    const char    *legend;
  } rows[] = {
    { "d", 8, MARCH_PAINT_BOTH, "Not disputed in this dossier" },
    { "a", 8, MARCH_PAINT_CONTROL, "Held by A" },
    { "a", 8, MARCH_PAINT_BOTH, "Held by A; V says it owns it" },
    { "a", 8, MARCH_PAINT_CLAIM, "V says it owns it" },
    { "c", 8, MARCH_PAINT_CONTROL, "B says it holds" },
    { "e", 8, MARCH_PAINT_CONTROL, "Contested" },
    { "g", 8.5, MARCH_PAINT_CONTROL, "No quotation on record" },
    { "b", 8.5, MARCH_PAINT_BOTH,
      "Partly held by A; Partly held by V; A says it owns it; V says it owns it; A voice "
      "spoke of a claim; Concluded by the analyst" },
    { "d", 8.5, MARCH_PAINT_VALUE, "Land of the dossier" },
    { "a", 8.5, MARCH_PAINT_VALUE, "Strategic value" },
    { "b", 8.5, MARCH_PAINT_VALUE, "Economic value" },
    { "d", 8.5, MARCH_PAINT_EVIDENCE, "Quotations · best grade; Land of the dossier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, rows[i].lens);
      MarchView             view = patchwork_view (rows[i].code, rows[i].zoom, 400, 400, 1);
      g_autoptr (GPtrArray)
          entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
      g_autofree char      *legend = describe_legend (entries);

      g_assert_cmpstr (legend, ==, rows[i].legend);
    }
}

/* What is only possible on the day is told as such, and whether it is held or claimed. */
static void
test_legend_possible (void)
{
  static const struct
  {
    const char    *assertions;
    MarchPaintLens lens;
    const char    *legend;
  } rows[] = {
    { "control a A whole 2022/2023", MARCH_PAINT_BOTH, "Perhaps held by A" },
    { "control a A whole 2022/2023 by=A", MARCH_PAINT_BOTH, "Perhaps A says it holds" },
    { "claim a A law 2022/..", MARCH_PAINT_CLAIM, "Perhaps A says it owns it" },
    { "claim a V law 2021/..; claim a A law 2022/..", MARCH_PAINT_CLAIM,
      "Perhaps A says it owns it" },
    { "control a A whole 2022/2023; claim a A law 2022/..", MARCH_PAINT_BOTH,
      "Perhaps held by A; Perhaps A says it owns it" },
    { "control a A whole 2022/2023; claim a A law 2022/..", MARCH_PAINT_CONTROL,
      "Perhaps held by A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = patchwork_new (rows[i].assertions);
      g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
      g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, "2022-06-01");
      MarchStyle                style = march_style_new (MARCH_THEME_LIGHT, rows[i].lens);
      MarchView                 view = patchwork_view ("a", 8, 400, 400, 1);
      g_autoptr (GPtrArray) entries = march_painter_list_legend (painter, snapshot, &view, &style);
      g_autofree char      *legend = describe_legend (entries);

      g_assert_cmpstr (legend, ==, rows[i].legend);
    }
}

/* Every entry of every lens has a sample that can be seen. */
static void
test_swatches (Fixture *fixture, gconstpointer data)
{
  for (guint theme = 0; theme < MARCH_N_THEMES; theme++)
    for (MarchPaintLens lens = MARCH_PAINT_CONTROL; lens <= MARCH_PAINT_EVIDENCE; lens++)
      {
        MarchStyle            style = march_style_new (theme, lens);
        MarchView             view = patchwork_view ("c", 5, 700, 400, 1);
        g_autoptr (GPtrArray) entries = NULL;

        style.selected = patchwork_place (fixture->corpus, "a")->id;
        entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
        for (guint i = 0; i < entries->len; i++)
          {
            cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 68, 40);
            cairo_t         *cr = cairo_create (surface);
            guint            n = 0;

            cairo_scale (cr, 2, 2);
            march_swatch_paint (cr, g_ptr_array_index (entries, i), 34, 20, 2, &style);
            cairo_surface_flush (surface);
            for (guint j = 0; j < 68 * 40; j++)
              n += cairo_image_surface_get_data (surface)[4 * j + 3] > 128;
            g_assert_cmpuint (n, >, 60);
            cairo_destroy (cr);
            cairo_surface_destroy (surface);
          }
      }
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char     *folder = g_dir_make_tmp ("march-XXXXXX", NULL);
  g_autofree char     *path = g_build_filename (folder, "out.png", NULL);
  g_autoptr (GError)   error = NULL;
  g_autoptr (Picture)  picture = NULL;
  MarchPicture wanted = { 640,  480,  1.5,
                          NULL, NULL, march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH),
                          NULL };

  g_assert_true (march_picture_write_png (&wanted, fixture->painter, fixture->snapshot, path, NULL,
                                          &error));
  g_assert_no_error (error);
  picture = picture_read (path);
  g_assert_cmpint (picture->width, ==, 960);
  g_assert_cmpint (picture->height, ==, 720);
  g_assert_cmpfloat (picture_share (picture,
                                    ink_pixel (march_palette_get_fill (MARCH_THEME_LIGHT, 1)), 2),
                     >, 0.01);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_picture_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int         width, height;
    double      scale;
    const char *path;
  } rows[] = { { 0, 100, 1, "/dev/null" },
               { 100, -1, 1, "/dev/null" },
               { 20000, 100, 1, "/dev/null" },
               { 100, 100, NAN, "/dev/null" },
               { 100, 100, 1, "/nowhere/at/all.png" } };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchPicture wanted = { rows[i].width, rows[i].height,
                              rows[i].scale, NULL,
                              NULL,          march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH),
                              NULL };

      g_assert_false (march_picture_write_png (&wanted, fixture->painter, fixture->snapshot,
                                               rows[i].path, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  g_cancellable_cancel (cancelled);
  g_assert_false (march_picture_write_png (&(MarchPicture){ 100, 100, 1, NULL, NULL,
                                                            march_style_new (MARCH_THEME_LIGHT,
                                                                             MARCH_PAINT_BOTH),
                                                            NULL },
                                           fixture->painter, fixture->snapshot, "/dev/null",
                                           cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Pictures looked at once and kept. Names are left out, because fonts differ; small differences of
 * edges are allowed. MARCHLAND_WRITE_GOLDEN=1 writes them anew. */
static void
test_golden (Fixture *fixture, gconstpointer data)
{
  static const char *const names[MARCH_N_THEMES] = { "light", "dark", "high-contrast",
                                                     "high-contrast-dark", "projector" };

  for (guint theme = 0; theme < MARCH_N_THEMES; theme++)
    {
      g_autofree char    *file = g_strdup_printf ("%s.png", names[theme]);
      g_autofree char    *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests",
                                                   "render", "golden", file, NULL);
      MarchStyle          style = march_style_new (theme, MARCH_PAINT_BOTH);
      MarchView           view = march_view_centered (7, 4, 4.3, 400, 220, 1);
      g_autoptr (Picture) picture = NULL, golden = NULL;
      guint               n = 0;

      style.labels = FALSE;
      picture = picture_new (fixture->painter, fixture->snapshot, &view, &style);
      if (g_getenv ("MARCHLAND_WRITE_GOLDEN") != NULL)
        picture_write (picture, path);
      golden = picture_read (path);
      g_assert_nonnull (golden);
      g_assert_cmpint (golden->width, ==, picture->width);
      for (int i = 0; i < golden->width * golden->height; i++)
        n += pixel_distance (golden->pixels[i], picture->pixels[i]) > 32;
      g_assert_cmpfloat ((double) n / (golden->width * golden->height), <, 0.01);
    }
}

#define STEPS                                                                                      \
  "control a A whole 2021/2022-06-01; control a V part 2022-06-02/.. concluded; claim a V law "    \
  "2021/..; control e A contested 2021/..; control e V contested 2021/..; claim g B law "          \
  "2021/2022-06-03; control c B whole 2021/.. by=B; claim s A aspiration 2022-06-05/..; control "  \
  "f A foothold 2021/..; control f V whole 2022-06-07/.."

static cairo_surface_t *
paint_day (MarchPainter     *painter,
           MarchSnapshot    *snapshot,
           const MarchView  *view,
           const MarchStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width,
                                                         (int) view->height);
  cairo_t         *cr = cairo_create (surface);

  g_assert_true (march_painter_paint_base (painter, cr, view, style, NULL));
  if (snapshot != NULL)
    g_assert_true (march_painter_paint_control (painter, cr, snapshot, view, style, NULL));
  cairo_destroy (cr);
  return surface;
}

static void
step_to (MarchPainter     *painter,
         cairo_surface_t  *surface,
         cairo_surface_t  *base,
         MarchSnapshot    *snapshot,
         const MarchView  *view,
         const MarchStyle *style,
         const MarchRect  *changed)
{
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, changed->x0, changed->y0, changed->x1 - changed->x0,
                   changed->y1 - changed->y0);
  cairo_clip (cr);
  cairo_set_source_surface (cr, base, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  g_assert_true (march_painter_paint_control (painter, cr, snapshot, view, style, NULL));
  cairo_destroy (cr);
}

static guint
count_different (cairo_surface_t *one, cairo_surface_t *other)
{
  int     width = cairo_image_surface_get_width (one), n = 0;
  guint8 *a = cairo_image_surface_get_data (one), *b = cairo_image_surface_get_data (other);

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < width; x++)
      {
        gsize   at = (gsize) y * cairo_image_surface_get_stride (one) + 4 * (gsize) x;
        guint32 before = *(guint32 *) (gpointer) (a + at);
        guint32 after = *(guint32 *) (gpointer) (b + at);

        n += pixel_distance (before, after) > 8;
      }
  return n;
}

/* Going from day to day, only what changed is painted, and the picture is the same as the whole. */
static void
test_step (void)
{
  g_autoptr (MarchCorpus)   corpus = patchwork_new (STEPS);
  g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
  g_autoptr (MarchSnapshot) before = patchwork_ask (corpus, "2022-06-01");
  MarchStyle                style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView                 view = march_view_centered (7, 4, 4.3, 400, 220, 1);
  cairo_surface_t          *base = paint_day (painter, NULL, &view, &style);
  cairo_surface_t          *surface = paint_day (painter, before, &view, &style);
  guint                     n_changed = 0;

  for (guint day = 2; day <= 9; day++)
    {
      g_autofree char          *date = g_strdup_printf ("2022-06-%02u", day);
      g_autoptr (MarchSnapshot) after = patchwork_ask (corpus, date);
      cairo_surface_t          *whole = paint_day (painter, after, &view, &style);
      MarchRect                 changed;

      if (march_painter_find_changed (painter, before, after, &view, &style, &changed))
        {
          n_changed++;
          step_to (painter, surface, base, after, &view, &style, &changed);
        }
      g_assert_cmpuint (count_different (surface, whole), ==, 0);
      cairo_surface_destroy (whole);
      g_clear_pointer (&before, march_snapshot_unref);
      before = g_steal_pointer (&after);
    }
  g_assert_cmpuint (n_changed, ==, 4);
  cairo_surface_destroy (base);
  cairo_surface_destroy (surface);
}

/* Shapes in a file look like the pixels on the screen, in every theme; but a pattern of pixels is
 * moved to whole ones, and a wider one further. */
static void
test_vector (Fixture *fixture, gconstpointer data)
{
  for (guint theme = 0; theme < MARCH_N_THEMES; theme++)
    {
      MarchStyle          style = march_style_new (theme, MARCH_PAINT_BOTH);
      MarchView           view = march_view_centered (7, 4, 4.3, 400, 220, 1);
      g_autoptr (Picture) pixels = NULL, shapes = NULL;
      guint               n = 0;

      style.labels = FALSE;
      pixels = picture_new (fixture->painter, fixture->snapshot, &view, &style);
      shapes = picture_new_vector (fixture->painter, fixture->snapshot, &view, &style);
      for (int i = 0; i < pixels->width * pixels->height; i++)
        n += pixel_distance (pixels->pixels[i], shapes->pixels[i]) > 80;
      g_test_message ("theme %u: %u of %u pixels differ", theme, n, 400u * 220u);
      g_assert_cmpfloat ((double) n / (pixels->width * pixels->height), <, 0.06);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/painter/" name, Fixture, EVERYTHING, set_up, function, tear_down)
  ADD ("pan", test_pan);
  ADD ("layers", test_layers);
  ADD ("selection-is-a-layer", test_selection_is_a_layer);
  ADD ("cancelled", test_cancelled);
  ADD ("odd-views", test_odd_views);
  ADD ("insane-views", test_insane_views);
  ADD ("threads", test_threads);
  ADD ("labels-pan", test_labels_pan);
  ADD ("pick", test_pick);
  ADD ("box", test_box);
  ADD ("legend", test_legend);
  g_test_add_func ("/painter/legend-possible", test_legend_possible);
  ADD ("swatches", test_swatches);
  ADD ("picture", test_picture);
  ADD ("picture-errors", test_picture_errors);
  ADD ("golden", test_golden);
  ADD ("vector", test_vector);
#undef ADD
  g_test_add_func ("/painter/step", test_step);
  g_test_add_func ("/painter/labels-random", test_labels_random);
  return g_test_run ();
}
