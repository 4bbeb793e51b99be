/* test-picture.c — whole pictures, in files and beside what they once were */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "painter-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "render/march-lettering.h"
#include "render/march-picture-page.h"
#include "render/march-picture-job.h"

static void
test_picture (PainterFixture *fixture, gconstpointer data)
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
test_picture_errors (PainterFixture *fixture, gconstpointer data)
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
test_golden (PainterFixture *fixture, gconstpointer data)
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

/* Shapes in a file look like the pixels on the screen, in every theme; but a pattern of pixels is
 * moved to whole ones, and a wider one further. */
static void
test_vector (PainterFixture *fixture, gconstpointer data)
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

/* A card of a picture is of the halo's colour; how many rows of its pixels at @x have it. */
static guint
count_card_rows (const Picture *picture, int x)
{
  guint32 card = ink_pixel (march_palette_get (MARCH_THEME_LIGHT)->halo);
  guint   n = 0;

  for (int y = 0; y < picture->height; y++)
    n += pixel_distance (picture_get (picture, x, y), card) < 6;
  return n;
}

/* Whatever the size, all that is written has its own room, and the map keeps some: what has no
 * room is left out. */
static void
test_picture_sizes (PainterFixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 1, 1 },     { 16, 12 },   { 120, 80 },  { 200, 150 },
                                  { 300, 200 }, { 320, 900 }, { 400, 300 }, { 1600, 200 },
                                  { 640, 480 }, { 800, 600 }, { 2000, 1500 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char    *folder = g_dir_make_tmp ("march-XXXXXX", NULL);
      g_autofree char    *path = g_build_filename (folder, "out.png", NULL);
      g_autoptr (GError)  error = NULL;
      g_autoptr (Picture) picture = NULL;
      MarchPicture        wanted = { sizes[i][0], sizes[i][1], 1, NULL, NULL,
                                     march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH),
                                     NULL };

      march_picture_write_png (&wanted, fixture->painter, fixture->snapshot, path, NULL, &error);
      g_assert_no_error (error);
      picture = picture_read (path);
      g_assert_cmpint (picture->width, ==, sizes[i][0]);
      g_assert_cmpint (picture->height, ==, sizes[i][1]);
      if (sizes[i][1] >= 80)
        g_assert_cmpuint (count_card_rows (picture, 12), >, 8);
      /* In the middle the map alone is seen. */
      if (sizes[i][0] >= 120)
        g_assert_cmpuint (count_card_rows (picture, sizes[i][0] * 5 / 8), <, sizes[i][1] * 2 / 3);
      g_unlink (path);
      g_rmdir (folder);
    }
}

static Picture *
picture_of_whole (PainterFixture *fixture, const MarchPicture *wanted)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, wanted->width,
                                                         wanted->height);
  cairo_t         *cr = cairo_create (surface);
  Picture         *picture = g_new0 (Picture, 1);

  g_assert_true (march_picture_paint (wanted, fixture->painter, fixture->snapshot, cr, NULL));
  cairo_surface_flush (surface);
  picture->width = wanted->width;
  picture->height = wanted->height;
  picture->pixels = g_new (guint32, picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      picture->pixels[y * picture->width + x]
          = ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                     + y * cairo_image_surface_get_stride (surface)))[x]
            & 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return picture;
}

/* How many steps of @dx by @dy a card goes on from a point of it. */
static int
walk_card (const Picture *picture, int x, int y, int dx, int dy)
{
  guint32 card = ink_pixel (march_palette_get (MARCH_THEME_LIGHT)->halo);
  int     n = 0;

  while (pixel_distance (picture_get (picture, x + n * dx, y + n * dy), card) < 6)
    n++;
  return n;
}

/* How many pixels within three of the rectangle's right and upper side differ. */
static guint
count_beside (const Picture *one, const Picture *other, int x0, int y0, int x1, int y1)
{
  guint n = 0;

  for (int y = MAX (y0 - 3, 0); y < y1; y++)
    for (int x = x0; x < MIN (x1 + 3, one->width); x++)
      if (x >= x1 || y < y0)
        n += picture_get (one, x, y) != picture_get (other, x, y);
  return n;
}

/* No name reaches under the title, wherever the map is moved: beside it nothing of one is seen. */
static void
test_clear_of_cards (PainterFixture *fixture, gconstpointer data)
{
  guint written = 0;

  for (guint i = 0; i < 60; i++)
    {
      MarchView          middle = march_view_centered (7, 4, 4.3, 640, 480, 1);
      const MarchView    view = painter_moved (&middle, i * 17 % 400 - 200.0, i * 29 % 300 - 150.0);
      MarchPicture       wanted = { .width = 640, .height = 480, .scale = 1, .view = &view };
      g_autoptr (Picture) named = NULL, bare = NULL;
      int                top, left;

      wanted.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
      named = picture_of_whole (fixture, &wanted);
      wanted.style.labels = FALSE;
      bare = picture_of_whole (fixture, &wanted);
      /* The title's card begins at 16, 16 and has no words at its edge. */
      left = 30 + walk_card (named, 30, 20, 1, 0);
      top = 20 + walk_card (named, 20, 30, 0, 1) + 10;
      g_assert_cmpint (left, >, 100);
      g_assert_cmpuint (count_beside (named, bare, 16, 16, left + 1, top), ==, 0);
      for (int y = 0; y < named->height; y++)
        written += memcmp (named->pixels + y * named->width, bare->pixels + y * bare->width,
                           named->width * sizeof (guint32)) != 0;
    }
  g_assert_cmpuint (written, >, 60 * 20);
}

/* Names and badges keep off what will lie over the map, or are left out. */
static void
test_clear_of_covers (PainterFixture *fixture, gconstpointer data)
{
  const MarchView    view = march_view_centered (7, 4, 5, 700, 400, 1);
  MarchStyle         style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_EVIDENCE);
  g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (MarchRect));
  guint              touched[2] = { 0 };

  g_array_append_vals (covers, &(MarchRect){ 150, 0, 350, 400 }, 1);
  for (guint covered = 0; covered < 2; covered++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700, 400);
      cairo_t         *cr = cairo_create (surface);

      g_assert_true (march_painter_paint_names (fixture->painter, cr, fixture->snapshot, &view,
                                                &style, NULL, covered ? covers : NULL, NULL));
      cairo_surface_flush (surface);
      for (int y = 0; y < 400; y++)
        for (int x = 151; x < 349; x++)
          touched[covered] += ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                                       + y * cairo_image_surface_get_stride (
                                                           surface)))[x]
                              != 0;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (touched[0], >, 100);
  g_assert_cmpuint (touched[1], ==, 0);
}

static void
add_day (const char *path, double fraction, gpointer days)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (path == NULL)
    return;
  g_string_append_printf (days, "%.10s ", name);
  g_unlink (path);
}

/* The days of which a series of changes has pictures. */
static char *
list_changes (const char *assertions, MarchPaintLens lens, const char *place)
{
  g_autoptr (MarchCorpus)  corpus = patchwork_new (assertions);
  g_autoptr (MarchPainter) painter = march_painter_new (corpus);
  g_autofree char         *folder = g_dir_make_tmp ("march-XXXXXX", NULL);
  MarchPictureJob          job = { .painter = painter, .format = MARCH_PICTURE_PNG };
  MarchPictureSeries       series = { .folder = folder, .every = MARCH_EVERY_CHANGE };
  MarchQuestion            question = { .known_by = MARCH_DAY_MAX };
  g_autoptr (GError)       error = NULL;
  GString                 *days = g_string_new (NULL);

  series.from = march_day_from_ymd (2022, 6, 1);
  series.to = march_day_from_ymd (2022, 6, 10);
  job.picture = (MarchPicture){ .width = 400, .height = 300, .scale = 1 };
  job.picture.style = march_style_new (MARCH_THEME_LIGHT, lens);
  job.picture.place = place != NULL ? patchwork_place (corpus, place) : NULL;
  march_picture_job_write_series (&job, &question, &series, add_day, days, NULL, &error);
  g_assert_no_error (error);
  g_rmdir (folder);
  return g_string_free (days, FALSE);
}

/* What counts as a change is what alters the picture: badges in their lenses, nothing that is out
 * of view or that the lens doesn't show. */
static void
test_changes (void)
{
  static const char values[] = "value a A strategic 2021/..; value a B strategic 2022-06-05/..";
  static const char holds[] = "control a A whole 2021/..; control b A whole 2022-06-04/..";
  static const char claims[] = "control a A whole 2021/..; claim a V law 2022-06-08/..";
  static const struct
  {
    const char    *assertions;
    MarchPaintLens lens;
    const char    *place;
    const char    *days;
  } rows[] = {
    { values, MARCH_PAINT_VALUE, NULL, "2022-06-01 2022-06-05 " },
    { values, MARCH_PAINT_CONTROL, NULL, "2022-06-01 " },
    { holds, MARCH_PAINT_BOTH, NULL, "2022-06-01 2022-06-04 " },
    { holds, MARCH_PAINT_EVIDENCE, NULL, "2022-06-01 2022-06-04 " },
    { claims, MARCH_PAINT_BOTH, NULL, "2022-06-01 2022-06-08 " },
    { claims, MARCH_PAINT_CONTROL, NULL, "2022-06-01 " },
    { claims, MARCH_PAINT_EVIDENCE, NULL, "2022-06-01 2022-06-08 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *days = list_changes (rows[i].assertions, rows[i].lens, rows[i].place);

      g_test_message ("%u", i);
      g_assert_cmpstr (days, ==, rows[i].days);
    }
}

/* Sizes of the projector look: made for 1080 pixels of height, growing with it, and never too small
 * to read across a room. */
static void
test_projector_sizes (void)
{
  static const struct
  {
    double height, pattern, title, body, caption;
  } rows[] = { { 1080, 1.65, 66, 28, 24 },
               { 1620, 2.475, 99, 42, 36 },
               { 900, 1.65, 55, 24, 24 },
               { 480, 1.65, 29.33, 24, 24 } };
  static const MarchTextKind kinds[] = { MARCH_TEXT_TITLE, MARCH_TEXT_BODY, MARCH_TEXT_CAPTION };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const double wanted[] = { rows[i].title, rows[i].body, rows[i].caption };
      MarchStyle   style = march_style_new (MARCH_THEME_PROJECTOR, MARCH_PAINT_BOTH);
      MarchStyle   plain = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);

      march_style_fit_height (&style, rows[i].height);
      march_style_fit_height (&plain, rows[i].height);
      g_assert_cmpfloat_with_epsilon (style.pattern_scale, rows[i].pattern, 1e-9);
      g_assert_cmpfloat (plain.pattern_scale, ==, 1);
      g_assert_cmpfloat (plain.text_scale, ==, 1);
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        g_assert_cmpfloat_with_epsilon (march_lettering_get_size (&style, kinds[j]), wanted[j],
                                        0.01);
    }
}

/* A lower picture has smaller credits, step by step, and keeps them as long as it can. */
static void
test_credits (PainterFixture *fixture, gconstpointer data)
{
  double least = 1, most = 0;

  for (int height = 600; height >= 130; height -= 10)
    {
      const MarchPicture wanted = {
        640, height, 1, NULL, NULL, march_style_new (MARCH_THEME_PROJECTOR, MARCH_PAINT_BOTH), NULL
      };
      MarchPicturePage page = { .picture = &wanted,
                                .snapshot = fixture->snapshot,
                                .style = wanted.style,
                                .k = wanted.style.pattern_scale };
      g_autofree char *text = NULL;
      double           factor;

      march_picture_layout_footer (&page);
      g_ptr_array_add (page.footer_lines, NULL);
      text = g_strjoinv (" ", (char **) page.footer_lines->pdata);
      g_assert_cmpstr (text, ==, "Borders of the Treaty of Brena · Squares: nobody");
      g_assert_cmpfloat (page.footer, <=, height / 3.0);
      factor = page.footer_style.pattern_scale / page.style.pattern_scale;
      g_assert_cmpfloat (factor, <=, least);
      least = factor;
      most = factor < 0.99 ? MAX (most, factor) : most;
      g_ptr_array_unref (page.footer_lines);
    }
  g_assert_cmpfloat (least, <, 0.75);
  g_assert_cmpfloat (most, >, 0.75);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PAINTER_ADD ("picture", test_picture);
  PAINTER_ADD ("picture-errors", test_picture_errors);
  PAINTER_ADD ("golden", test_golden);
  PAINTER_ADD ("vector", test_vector);
  PAINTER_ADD ("picture-sizes", test_picture_sizes);
  PAINTER_ADD ("clear-of-cards", test_clear_of_cards);
  PAINTER_ADD ("clear-of-covers", test_clear_of_covers);
  PAINTER_ADD ("credits", test_credits);
  g_test_add_func ("/painter/projector-sizes", test_projector_sizes);
  g_test_add_func ("/painter/changes", test_changes);
  return g_test_run ();
}
