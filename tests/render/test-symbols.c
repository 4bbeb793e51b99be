/* test-symbols.c — every symbol as it is painted: which colours, at which period, in which share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "patchwork.h"
#include "render/march-look.h"

#include <math.h>

#define DAY "2022-06-01"

/* What was painted in the middle of one unit, away from its edges and names. */
typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *snapshot;
  MarchStyle     style;
  Picture       *picture;
} Fixture;

static void
paint (Fixture       *fixture,
       const char    *assertions,
       MarchPaintLens lens,
       const char    *code,
       double         scale)
{
  MarchView view = patchwork_view (code, 8, 300, 300, scale);

  fixture->corpus = patchwork_new (assertions);
  fixture->painter = march_painter_new (fixture->corpus);
  fixture->snapshot = patchwork_ask (fixture->corpus, DAY);
  fixture->style = march_style_new (MARCH_THEME_LIGHT, lens);
  fixture->style.labels = FALSE;
  fixture->picture = picture_new (fixture->painter, fixture->snapshot, &view, &fixture->style);
}

static void
clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->picture, picture_free);
  g_clear_pointer (&fixture->snapshot, march_snapshot_unref);
  g_clear_pointer (&fixture->painter, march_painter_unref);
  g_clear_pointer (&fixture->corpus, march_corpus_unref);
}

static guint32
fill (guint slot)
{
  return ink_pixel (march_palette_get_fill (MARCH_THEME_LIGHT, slot));
}

static guint32
land (void)
{
  return ink_pixel (march_palette_get (MARCH_THEME_LIGHT)->undisputed);
}

static double
share (const Fixture *fixture, guint32 colour)
{
  return picture_share (fixture->picture, colour, 2);
}

/* Shares of the first three actors' hues and of land, in the plain parts of a pattern. */
static void
test_fills (void)
{
  static const struct
  {
    const char    *assertions;
    MarchPaintLens lens;
    double         share[3], land;
  } rows[] = {
    { "", MARCH_PAINT_CONTROL, { 0, 0, 0 }, 1 },
    { "control a A whole 2021/..", MARCH_PAINT_CONTROL, { 1, 0, 0 }, 0 },
    { "control a A whole 2021/..", MARCH_PAINT_CLAIM, { 0, 0, 0 }, 1 },
    { "control a B not_stated 2021/..", MARCH_PAINT_CONTROL, { 0, 0, 1 }, 0 },
    { "control a A part 2021/..; control a V part 2021/..",
      MARCH_PAINT_CONTROL,
      { 0.48, 0.48, 0 },
      0 },
    { "control a A part 2021/..", MARCH_PAINT_CONTROL, { 0.48, 0, 0 }, 0.42 },
    { "control a A not_whole 2021/..", MARCH_PAINT_CONTROL, { 0.48, 0, 0 }, 0.42 },
    { "control a A foothold 2021/..", MARCH_PAINT_CONTROL, { 0.24, 0, 0 }, 0.64 },
    { "control a A part 2021/..; control a V part 2021/..; control a B part 2021/..",
      MARCH_PAINT_CONTROL,
      { 0.32, 0.32, 0.32 },
      0 },
    { "control a A contested 2021/..; control a V contested 2021/..",
      MARCH_PAINT_CONTROL,
      { 0.5, 0.5, 0 },
      0 },
    { "control a A whole 2021/.. by=A", MARCH_PAINT_CONTROL, { 0.26, 0, 0 }, 0.58 },
    { "control a A whole 2021/..; control a V whole 2021/..",
      MARCH_PAINT_CONTROL,
      { 0.48, 0.48, 0 },
      0 },
    { "claim a A law 2021/..", MARCH_PAINT_CONTROL, { 0, 0, 0 }, 0.87 },
    { "control a A whole 2022-07/..", MARCH_PAINT_CONTROL, { 0, 0, 0 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      paint (&fixture, rows[i].assertions, rows[i].lens, "a", 1);
      g_test_message ("%s: %.2f %.2f %.2f, land %.2f", rows[i].assertions,
                      share (&fixture, fill (1)), share (&fixture, fill (2)),
                      share (&fixture, fill (3)), share (&fixture, land ()));
      for (guint slot = 1; slot <= 3; slot++)
        g_assert_cmpfloat_with_epsilon (share (&fixture, fill (slot)), rows[i].share[slot - 1],
                                        0.05);
      g_assert_cmpfloat_with_epsilon (share (&fixture, land ()), rows[i].land, 0.05);
      clear (&fixture);
    }
}

/* Periods in device pixels along a row and a column. */
static void
test_periods (void)
{
  static const struct
  {
    const char    *assertions;
    MarchPaintLens lens;
    double         scale;
    guint          slot;
    double         across, down; /* 0: not periodic that way */
  } rows[] = {
    { "control a A part 2021/..; control a V part 2021/..", MARCH_PAINT_CONTROL, 1, 1, 26 * G_SQRT2,
      26 * G_SQRT2 },
    { "control a A part 2021/..; control a V part 2021/..", MARCH_PAINT_CONTROL, 2, 1, 52 * G_SQRT2,
      52 * G_SQRT2 },
    { "control a A part 2021/..; control a V part 2021/..", MARCH_PAINT_CONTROL, 1.5, 2,
      39 * G_SQRT2, 39 * G_SQRT2 },
    { "control a A contested 2021/..; control a V contested 2021/..", MARCH_PAINT_CONTROL, 1, 1, 16,
      0 },
    { "control a A whole 2021/.. by=A", MARCH_PAINT_CONTROL, 1, 1, 12 / sin (G_PI / 3), 24 },
    { "control a A whole 2021/..; claim a V law 2021/..", MARCH_PAINT_BOTH, 1, 1, 0, 7 },
    { "control a A whole 2021/..; claim a V law 2021/..", MARCH_PAINT_BOTH, 2, 1, 0, 14 },
    { "control a V whole 2021/..; claim a A law 2021/..", MARCH_PAINT_BOTH, 1, 2, 7 * G_SQRT2,
      7 * G_SQRT2 },
    { "control a V whole 2021/..; claim a B law 2021/..", MARCH_PAINT_BOTH, 1, 2, 8, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;
      int     size = (int) (300 * rows[i].scale);

      paint (&fixture, rows[i].assertions, rows[i].lens, "a", rows[i].scale);
      g_assert_cmpfloat_with_epsilon (picture_period (fixture.picture, 0, size / 2, 1, 0, size,
                                                      fill (rows[i].slot), 12),
                                      rows[i].across, 0.4);
      g_assert_cmpfloat_with_epsilon (picture_period (fixture.picture, size / 2, 0, 0, 1, size,
                                                      fill (rows[i].slot), 12),
                                      rows[i].down, 0.4);
      clear (&fixture);
    }
}

/* Bands and the third claimant's neighbours rise to the right; the first claimant's hatch falls. */
static void
test_directions (void)
{
  Fixture fixture;

  paint (&fixture, "control a A part 2021/..; control a V part 2021/..", MARCH_PAINT_CONTROL, "a",
         1);
  g_assert_cmpfloat (picture_period (fixture.picture, 20, 250, 1, -1, 200, fill (1), 12), ==, 0);
  g_assert_cmpfloat_with_epsilon (picture_period (fixture.picture, 20, 20, 1, 1, 200, fill (1), 12),
                                  13 * G_SQRT2, 0.4);
  clear (&fixture);
  paint (&fixture, "control a V whole 2021/..; claim a A law 2021/..", MARCH_PAINT_BOTH, "a", 1);
  g_assert_cmpfloat (picture_period (fixture.picture, 20, 20, 1, 1, 200, fill (2), 12), ==, 0);
  clear (&fixture);
}

/* A hatch in a partly held place lies on the others' bands alone. */
static void
test_hatch_on_others (void)
{
  Fixture  fixture;
  guint    on_own = 0, on_other = 0;
  MarchInk ink = march_palette_get_ink (MARCH_THEME_LIGHT, 2),
           ground = march_palette_get_fill (MARCH_THEME_LIGHT, 1);
  guint32  hatched;

  ink.alpha = march_palette_get (MARCH_THEME_LIGHT)->hatch_alpha[2];
  hatched = ink_pixel ((MarchInk){ ink.red * ink.alpha + ground.red * (1 - ink.alpha),
                                   ink.green * ink.alpha + ground.green * (1 - ink.alpha),
                                   ink.blue * ink.alpha + ground.blue * (1 - ink.alpha), 1 });
  paint (&fixture, "control a A part 2021/..; control a V part 2021/..; claim a V law 2021/..",
         MARCH_PAINT_BOTH, "a", 1);
  for (int y = 1; y < 299; y++)
    for (int x = 0; x < 300; x++)
      {
        if (pixel_distance (picture_get (fixture.picture, x, y), hatched) > 3)
          continue;
        on_other += pixel_distance (picture_get (fixture.picture, x, y - 1), fill (1)) <= 3;
        on_own += pixel_distance (picture_get (fixture.picture, x, y - 1), fill (2)) <= 3;
      }
  g_assert_cmpuint (on_other, >, 3000);
  g_assert_cmpuint (on_own, ==, 0);
  clear (&fixture);
}

static void
test_area (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 6, 150, 150, 1);

  paint (&fixture, "area b A 2021/..", MARCH_PAINT_CONTROL, "b", 1);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  g_assert_cmphex (picture_get (fixture.picture, 30, 100), ==, fill (1));
  g_assert_cmphex (picture_get (fixture.picture, 30, 40), ==, fill (1));
  g_assert_cmphex (picture_get (fixture.picture, 110, 100), !=, fill (1));
  clear (&fixture);
}

/* The area reaches beyond its place, and stays within it. */
static void
test_area_is_cut (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 5, 200, 200, 1);

  paint (&fixture, "area b A 2021/..", MARCH_PAINT_CONTROL, "b", 1);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  g_assert_cmphex (picture_get (fixture.picture, 80, 100), ==, fill (1));
  g_assert_cmphex (picture_get (fixture.picture, 80, 100 + 55), ==, land ());
  clear (&fixture);
}

/* Edges lie between the outline of a unit and its middle. */
static guint
count_dark (const Fixture *fixture, const MarchView *view, guint *n_changes)
{
  double   west, north;
  int      y;
  guint    n = 0;
  gboolean before = FALSE;

  march_view_project (view, 4, 8, &west, &north);
  y = (int) floor (north + 4.4);
  *n_changes = 0;
  for (int x = (int) west + 15; x < (int) west + 165; x++)
    {
      guint32  pixel = picture_get (fixture->picture, x, y);
      gboolean dark = (pixel >> 16 & 0xff) < 128 && (pixel >> 8 & 0xff) < 128;

      n += dark;
      *n_changes += dark != before;
      before = dark;
    }
  return n;
}

static void
test_concluded (void)
{
  static const struct
  {
    const char *assertions;
    gboolean    dashed;
  } rows[] = { { "control b A whole 2021/..", FALSE },
               { "control b A whole 2021/.. concluded", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture   fixture;
      MarchView view = patchwork_view ("b", 6, 300, 300, 1);
      guint     n_changes, n_dark;

      paint (&fixture, rows[i].assertions, MARCH_PAINT_CONTROL, "b", 1);
      g_clear_pointer (&fixture.picture, picture_free);
      fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
      n_dark = count_dark (&fixture, &view, &n_changes);
      if (rows[i].dashed)
        {
          g_assert_cmpuint (n_dark, >, 40);
          g_assert_cmpuint (n_changes, >, 40);
        }
      else
        g_assert_cmpuint (n_dark, ==, 0);
      clear (&fixture);
    }
}

/* What is only possible on the day has an outline and no fill. */
static void
test_possible (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 6, 300, 300, 1);

  paint (&fixture, "control b A whole 2022/2023", MARCH_PAINT_CONTROL, "b", 1);
  g_assert_cmpfloat (share (&fixture, fill (1)), ==, 0);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  g_assert_cmpfloat (picture_share (fixture.picture,
                                    ink_pixel (march_palette_get_ink (MARCH_THEME_LIGHT, 1)), 10),
                     >, 0.001);
  clear (&fixture);
}

/* The owner's hatch is there where somebody disputes the place for certain, and nowhere else. */
static void
test_possible_rivals (void)
{
  static const struct
  {
    const char *assertions;
    gboolean    hatched;
  } rows[] = {
    { "claim a V law 2021/..; claim a A law 2021/..", TRUE },
    { "claim a V law 2021/..; claim a A law 2022/..", FALSE },
    { "claim a V law 2021/..; control a A whole 2021/2023", TRUE },
    { "claim a V law 2021/..; control a A whole 2022/2023", FALSE },
    { "claim a V law 2021/..; control a A whole 2022/2023; claim a B law 2021/..", TRUE },
    { "claim a V law 2021/..; control a A whole 2022/2023; claim a B law 2022/..", FALSE },
    { "claim a A law 2021/..; control a B whole 2022/2023", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture             fixture;
      MarchLook           look;
      const MarchFinding *finding;

      paint (&fixture, rows[i].assertions, MARCH_PAINT_BOTH, "a", 1);
      finding = march_snapshot_get_finding (fixture.snapshot,
                                            patchwork_place (fixture.corpus, "a"));
      march_look_init (&look, finding, MARCH_PAINT_BOTH);
      g_test_message ("%s", rows[i].assertions);
      g_assert_cmpuint (look.n_hatches > 0, ==, rows[i].hatched);
      g_assert_true (look.drawn);
      if (strstr (rows[i].assertions, "claim a V") != NULL && !rows[i].hatched)
        g_assert_cmpuint (look.n_possible, >, 0);
      clear (&fixture);
    }
}

/* The recognised border is solid; a claimant's own is dashed in its ink, and there is none where no
 * claim ends. */
static void
test_borders (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 5, 600, 300, 1);
  guint32   ink = ink_pixel (march_palette_get_ink (MARCH_THEME_LIGHT, 1));
  double    x, y, south;
  guint     n_ink = 0, n_inner = 0, n_border = 0;

  paint (&fixture,
         "claim a A law 2021/..; claim b A law 2021/..; claim e A law 2021/..; claim f A law "
         "2021/..",
         MARCH_PAINT_BOTH, "b", 1);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  march_view_project (&view, 8, 8, &x, &y);
  march_view_project (&view, 8, 0, &x, &south);
  for (int row = (int) y + 6; row < (int) south - 6; row++)
    n_ink += pixel_distance (picture_get (fixture.picture, (int) floor (x), row), ink) < 40;
  march_view_project (&view, 4, 8, &x, &y);
  for (int row = (int) y + 6; row < (int) south - 6; row++)
    n_inner += pixel_distance (picture_get (fixture.picture, (int) floor (x), row), ink) < 40;
  march_view_project (&view, 16, 8, &x, &y);
  for (int row = (int) y + 6; row < (int) south - 6; row++)
    n_border += (picture_get (fixture.picture, (int) floor (x), row) & 0xff) < 110;
  g_assert_cmpfloat (n_ink / (south - y - 12), >, 0.45);
  g_assert_cmpfloat (n_ink / (south - y - 12), <, 0.85);
  g_assert_cmpfloat (n_inner / (south - y - 12), <, 0.25);
  g_assert_cmpfloat (n_border / (south - y - 12), >, 0.98);
  clear (&fixture);
}

static guint
count_ring_dots (const Picture *picture, double x, double y, guint32 ink)
{
  guint    n = 0;
  gboolean before = TRUE;

  for (guint i = 0; i <= 720; i++)
    {
      double   angle = 2 * G_PI * i / 720;
      gboolean here = pixel_distance (picture_get (picture, (int) floor (x + 13.5 * cos (angle)),
                                                   (int) floor (y + 13.5 * sin (angle))),
                                      ink)
                      < 60;

      n += here && !before;
      before = here;
    }
  return n;
}

static void
test_ring (void)
{
  static const struct
  {
    const char *assertions;
    guint       n;
  } rows[] = { { "claim s A aspiration 2022-01-01/..", 14 },
               { "claim s A aspiration 2022/..", 9 },
               { "claim s A aspiration 2023/..", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture   fixture;
      MarchView view = patchwork_view ("b", 6, 300, 300, 1);
      double    x, y;

      paint (&fixture, rows[i].assertions, MARCH_PAINT_BOTH, "b", 1);
      march_view_project (&view, 6, 6, &x, &y);
      g_clear_pointer (&fixture.picture, picture_free);
      fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
      g_assert_cmpuint (count_ring_dots (fixture.picture, x, y,
                                         ink_pixel (march_palette_get_ink (MARCH_THEME_LIGHT, 1))),
                        ==, rows[i].n);
      clear (&fixture);
    }
}

/* A settlement's ring carries its holder's hue. */
static void
test_settlement (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 6, 300, 300, 1);
  double    x, y;

  paint (&fixture, "control s B whole 2021/..", MARCH_PAINT_CONTROL, "b", 1);
  march_view_project (&view, 6, 6, &x, &y);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  g_assert_cmphex (picture_get (fixture.picture, (int) x, (int) y), ==, fill (3));
  clear (&fixture);
}

static Picture *
paint_swatch (const MarchLegendEntry *entry, const MarchStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 300);
  cairo_t         *cr = cairo_create (surface);
  Picture         *picture = g_new0 (Picture, 1);

  march_swatch_paint (cr, entry, 300, 300, 1, style);
  cairo_surface_flush (surface);
  picture->width = picture->height = 300;
  picture->pixels = g_new (guint32, 300 * 300);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 300; x++)
      picture->pixels[y * 300 + x]
          = ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                     + y * cairo_image_surface_get_stride (surface)))[x]
            & 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return picture;
}

/* Every row of "why this colour?" about control has the sample of what the map draws there, for all
 * who hold the place. */
static void
test_swatch_is_like_map (void)
{
  static const char *const rows[] = {
    "control a A whole 2021/..",
    "control a A part 2021/..",
    "control a A foothold 2021/.. by=A",
    "control a A foothold 2021/..; control a V whole 2021/..",
    "control a A part 2021/..; control a V part 2021/..",
    "control a A whole 2021/..; control a V whole 2021/..",
    "control a A whole 2021/.. by=A; control a V whole 2021/.. by=V",
    "control a A contested 2021/..; control a V contested 2021/..",
    "control a A part 2021/..; control a V part 2021/..; control a B part 2021/..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture              fixture;
      g_autoptr (MarchWhy) why = NULL;

      paint (&fixture, rows[i], MARCH_PAINT_CONTROL, "a", 1);
      why = march_why_new (fixture.snapshot, patchwork_place (fixture.corpus, "a"));
      g_assert_cmpuint (why->rows->len, >, 0);
      for (guint j = 0; j < why->rows->len; j++)
        {
          g_autoptr (MarchLegendEntry)
              entry = march_legend_entry_new_for_why (why, g_ptr_array_index (why->rows, j));
          g_autoptr (Picture) swatch = paint_swatch (entry, &fixture.style);

          g_test_message ("%s: %s", rows[i], entry->words);
          for (guint slot = 1; slot <= 3; slot++)
            g_assert_cmpfloat_with_epsilon (picture_share (swatch, fill (slot), 2),
                                            share (&fixture, fill (slot)), 0.07);
        }
      clear (&fixture);
    }
}

/* A settlement that two hold has the hue of both. */
static void
test_settlement_of_two (void)
{
  Fixture   fixture;
  MarchView view = patchwork_view ("b", 6, 300, 300, 1);
  double    x, y;

  paint (&fixture, "control s A whole 2021/..; control s V whole 2021/..", MARCH_PAINT_CONTROL, "b",
         1);
  march_view_project (&view, 6, 6, &x, &y);
  g_clear_pointer (&fixture.picture, picture_free);
  fixture.picture = picture_new (fixture.painter, fixture.snapshot, &view, &fixture.style);
  g_assert_cmphex (picture_get (fixture.picture, (int) x + 2, (int) y), ==, fill (1));
  g_assert_cmphex (picture_get (fixture.picture, (int) x - 2, (int) y), ==, fill (2));
  clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbols/fills", test_fills);
  g_test_add_func ("/symbols/periods", test_periods);
  g_test_add_func ("/symbols/directions", test_directions);
  g_test_add_func ("/symbols/hatch-on-others", test_hatch_on_others);
  g_test_add_func ("/symbols/area", test_area);
  g_test_add_func ("/symbols/area-is-cut", test_area_is_cut);
  g_test_add_func ("/symbols/concluded", test_concluded);
  g_test_add_func ("/symbols/possible", test_possible);
  g_test_add_func ("/symbols/possible-rivals", test_possible_rivals);
  g_test_add_func ("/symbols/borders", test_borders);
  g_test_add_func ("/symbols/ring", test_ring);
  g_test_add_func ("/symbols/settlement", test_settlement);
  g_test_add_func ("/symbols/settlement-of-two", test_settlement_of_two);
  g_test_add_func ("/symbols/swatch-is-like-map", test_swatch_is_like_map);
  return g_test_run ();
}
