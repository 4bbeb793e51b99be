/* test-painter-step.c — from day to day, only what changed is painted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../asof/area-fixture.h"
#include "geo/march-holdings-builder.h"
#include "patchwork.h"
#include "render/march-layers.h"
#include "render/march-picture-job.h"

#define STEPS                                                                                      \
  "control a A whole 2021/2022-06-01; control a V part 2022-06-02/.. concluded; claim a V law "    \
  "2021/..; control e A contested 2021/..; control e V contested 2021/..; claim g B law "          \
  "2021/2022-06-03; control c B whole 2021/.. by=B; claim s A aspiration 2022-06-05/..; control "  \
  "f A foothold 2021/..; control f V whole 2022-06-07/.."

#define N_DAYS 9
#define N_PAIRS 24
#define N_RANDOM 400

typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *days[N_DAYS]; /* from the first of June on */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->corpus = patchwork_new (STEPS);
  fixture->painter = march_painter_new (fixture->corpus);
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *date = g_strdup_printf ("2022-06-%02u", i + 1);

      fixture->days[i] = patchwork_ask (fixture->corpus, date);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < N_DAYS; i++)
    march_snapshot_unref (fixture->days[i]);
  march_painter_unref (fixture->painter);
  march_corpus_unref (fixture->corpus);
}

static MarchView
view_at (double scale)
{
  return march_view_centered (7, 4, 4.3, 400, 220, scale);
}

/* All of a day, painted at once. */
static cairo_surface_t *
paint_day (Fixture *fixture, guint day, const MarchView *view, const MarchStyle *style)
{
  g_autoptr (MarchLayers) layers = march_layers_new (fixture->painter, view);

  g_assert_true (march_layers_show (layers, fixture->days[day], style, NULL));
  return cairo_surface_reference (march_layers_get_control (layers));
}

static guint
count_different (cairo_surface_t *one, cairo_surface_t *other)
{
  int     width = cairo_image_surface_get_width (one), n = 0;
  guint8 *a = cairo_image_surface_get_data (one), *b = cairo_image_surface_get_data (other);

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < width; x++)
      {
        gsize at = (gsize) y * cairo_image_surface_get_stride (one) + 4 * (gsize) x;

        n += memcmp (a + at, b + at, 4) != 0;
      }
  return n;
}

static void
check_day (Fixture          *fixture,
           MarchLayers      *layers,
           guint             day,
           const MarchView  *view,
           const MarchStyle *style)
{
  cairo_surface_t *whole = paint_day (fixture, day, view, style);

  g_assert_true (march_layers_show (layers, fixture->days[day], style, NULL));
  g_assert_cmpuint (count_different (march_layers_get_control (layers), whole), ==, 0);
  cairo_surface_destroy (whole);
}

/* From day to day, and there are days on which nothing has to be painted. */
static void
test_changed (Fixture *fixture, gconstpointer unused)
{
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView  view = view_at (1);
  guint      n_changed = 0;

  for (guint day = 1; day < N_DAYS; day++)
    {
      g_autoptr (GArray)
          parts = march_painter_list_changed (fixture->painter, fixture->days[day - 1],
                                              fixture->days[day], &view, &style);

      n_changed += parts->len > 0;
      for (guint i = 0; i < parts->len; i++)
        for (guint j = i + 1; j < parts->len; j++)
          g_assert_false (march_rect_meets (&g_array_index (parts, MarchRect, i),
                                            &g_array_index (parts, MarchRect, j)));
    }
  g_assert_cmpuint (n_changed, ==, 4);
}

/* In each lens and theme, from any day to any other, the picture is to the last bit the one that is
 * painted at once. */
static void
test_pixels (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int theme = 0; theme < MARCH_N_THEMES; theme++)
    for (int lens = MARCH_PAINT_CONTROL; lens <= MARCH_PAINT_EVIDENCE; lens++)
      {
        MarchStyle style = march_style_new ((MarchTheme) theme, (MarchPaintLens) lens);
        MarchView  view = view_at (1 + 0.5 * (theme % 3));
        g_autoptr (MarchLayers) layers = march_layers_new (fixture->painter, &view);

        for (guint i = 0; i < N_PAIRS; i++)
          check_day (fixture, layers, (guint) g_rand_int_range (random, 0, N_DAYS), &view, &style);
      }
}

/* Both days in one picture after the other, and each at once. */
static void
check_pair (const char *assertions, const char *first, const char *next, MarchPaintLens lens)
{
  const char *const days[] = { first, next, first };
  g_autoptr (MarchCorpus) corpus = patchwork_new (assertions);
  g_autoptr (MarchPainter) painter = march_painter_new (corpus);
  const MarchStyle style = march_style_new (MARCH_THEME_LIGHT, lens);
  const MarchView  view = march_view_centered (4, 4, 3.2, 240, 110, 1);
  g_autoptr (MarchLayers) walked = march_layers_new (painter, &view);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, days[i]);
      g_autoptr (MarchLayers) whole = march_layers_new (painter, &view);

      g_assert_true (march_layers_show (walked, snapshot, &style, NULL));
      g_assert_true (march_layers_show (whole, snapshot, &style, NULL));
      g_assert_cmpuint (count_different (march_layers_get_control (walked),
                                         march_layers_get_control (whole)),
                        ==, 0);
    }
}

/* What isn't drawn itself tells how something else is drawn: a rival whose hold gives way, that
 * nothing is quoted any more, and whose border goes over whose. */
static void
test_undrawn (void)
{
  static const struct
  {
    const char    *assertions, *first, *next;
    MarchPaintLens lens;
  } rows[] = {
    { "claim z A law 2021/..; control z A part 2021/..; control z B whole 2022-06/2022-07",
      "2022-05-31", "2022-06-01", MARCH_PAINT_BOTH },
    { "claim a V law 2021/..; control a V part 2021/.. preferred; control a B whole 2022-06/..",
      "2022-06-15", "2022-07-01", MARCH_PAINT_BOTH },
    { "claim b V law 2020/2023 preferred; claim b V law 2020/2023 is_not", "2022-01-01",
      "2024-01-01", MARCH_PAINT_EVIDENCE },
    { "claim a A law 2020/2022; claim a B law 2023/..; claim f A law 2020/..; claim f B law "
      "2020/..; claim b B law 2020/2022; claim b A law 2023/..",
      "2021-06-01", "2024-06-01", MARCH_PAINT_CLAIM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].assertions);
      check_pair (rows[i].assertions, rows[i].first, rows[i].next, rows[i].lens);
    }
}

static void
add_random (GRand *random, GString *text)
{
  static const char *const places[] = { "a", "b", "f", "s", "z", "V" };
  static const char *const actors[] = { "A", "V", "B" };
  static const char *const extents[] = { "whole", "part", "foothold", "not_stated" };
  static const char *const times[] = { "2021/..", "2022-06/2023", "2022-07-01/..", "2022-06",
                                       "2021/2022-06-30" };
  static const char *const tails[] = { "", "", " preferred", " is_not", " by=B", " concluded" };
  const gboolean           claim = g_rand_boolean (random);

  g_string_append_printf (text, "%s %s %s %s %s%s; ", claim ? "claim" : "control",
                          places[g_rand_int_range (random, 0, G_N_ELEMENTS (places))],
                          actors[g_rand_int_range (random, 0, G_N_ELEMENTS (actors))],
                          claim ? "law" : extents[g_rand_int_range (random, 0, 4)],
                          times[g_rand_int_range (random, 0, G_N_ELEMENTS (times))],
                          tails[g_rand_int_range (random, 0, claim ? 4 : G_N_ELEMENTS (tails))]);
}

/* Whatever is said of the land. */
static void
test_random (void)
{
  static const char *const days[] = { "2022-05-31", "2022-06-15", "2022-07-01", "2024-01-01" };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const int first = g_rand_int_range (random, 0, G_N_ELEMENTS (days));

      for (int n = g_rand_int_range (random, 2, 8); n > 0; n--)
        add_random (random, text);
      g_test_message ("%s", text->str);
      check_pair (text->str, days[first],
                  days[(first + g_rand_int_range (random, 1, 4)) % (int) G_N_ELEMENTS (days)],
                  (MarchPaintLens) g_rand_int_range (random, 0, MARCH_PAINT_EVIDENCE + 1));
    }
}

/* Imported areas, from any day to any other, blanks included; in a view through which they pass. */
static void
check_areas (MarchCorpus *corpus, double scale)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (MarchPainter) painter = march_painter_new (corpus);
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView  view = march_view_centered (AREA_SIDE, AREA_SIDE / 2, 10.3, 300, 200, scale);
  g_autoptr (MarchLayers) walked = march_layers_new (painter, &view);

  for (guint i = 0; i < 2 * N_PAIRS; i++)
    {
      g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, g_rand_int_range (random, 5, 45));
      g_autoptr (MarchLayers) whole = march_layers_new (painter, &view);

      g_assert_true (march_layers_show (walked, snapshot, &style, NULL));
      g_assert_true (march_layers_show (whole, snapshot, &style, NULL));
      g_assert_cmpuint (count_different (march_layers_get_control (walked),
                                         march_layers_get_control (whole)),
                        ==, 0);
    }
}

static void
test_areas (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MarchCorpus) carried = area_corpus_new (TRUE);
      g_autoptr (MarchCorpus) open = area_corpus_new (FALSE);

      check_areas (carried, 1 + 0.5 * i);
      check_areas (open, 1 + 0.5 * i);
    }
}

static MarchHoldings *
new_holdings (const double (*strips)[2], guint n, MarchMissing missing)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  MarchHoldings *holdings;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarchGeometry) strip = area_new_strip (strips[i][0], strips[i][1]);

      march_holdings_builder_add (builder, 10 * (i + 1), strip, NULL, NULL);
    }
  holdings = march_holdings_builder_run (builder, missing, NULL, NULL, NULL, NULL);
  g_assert_nonnull (holdings);
  return holdings;
}

/* What a holder says, below what is assessed, of which not all days tell. */
static void
test_both_words (void)
{
  static const double assessed[][2] = { { 0, 0.5 }, { 0, 1.25 }, { 0.25, 1 }, { 0, 1.5 } };
  static const double said[][2] = { { 0, 0.75 }, { 0.5, 1.5 }, { 0.5, 1.25 }, { 1, 1.75 } };
  g_autoptr (MarchHoldings)
      others = new_holdings (assessed, G_N_ELEMENTS (assessed), MARCH_MISSING_OPEN);
  g_autoptr (MarchHoldings) own = new_holdings (said, G_N_ELEMENTS (said), MARCH_MISSING_CARRIED);
  const AreaSheet sheets[] = { { 1, MARCH_BASIS_OWN, TRUE, 10, 40, own },
                               { 1, MARCH_BASIS_INDEPENDENT, FALSE, 10, 40, others } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new_of (sheets, G_N_ELEMENTS (sheets));

  for (guint i = 0; i < 3; i++)
    check_areas (corpus, 1 + 0.5 * i);
}

/* Rows in which the line down the middle is drawn in its holder's ink, and how often that begins.
 */
static guint
count_inked (const Picture *picture, guint *n_dashes)
{
  const guint32 ink = ink_pixel (march_palette_get_ink (MARCH_THEME_LIGHT, 2));
  gboolean      was = FALSE;
  guint         n = 0;

  *n_dashes = 0;
  for (int y = 0; y < picture->height; y++)
    {
      gboolean is = FALSE;

      for (int x = picture->width / 2 - 3; x < picture->width / 2 + 3; x++)
        is |= pixel_distance (picture_get (picture, x, y), ink) < 60;
      n += is;
      *n_dashes += is && !was;
      was = is;
    }
  return n;
}

/* The outline of what only its holder says is broken, in pixels and in shapes. */
static void
check_dashes (MarchBasis basis, gboolean vector)
{
  static const double strip[][2] = { { 0, 1.25 } };
  g_autoptr (MarchHoldings) holdings = new_holdings (strip, 1, MARCH_MISSING_CARRIED);
  const AreaSheet sheet = { 1, basis, FALSE, 10, 40, holdings };
  g_autoptr (MarchCorpus) corpus = area_corpus_new_of (&sheet, 1);
  g_autoptr (MarchPainter) painter = march_painter_new (corpus);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 15);
  const MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
  const MarchView  view = march_view_centered (1.25 * AREA_SIDE, AREA_SIDE / 2, 12, 300, 200, 1);
  g_autoptr (Picture) picture = vector ? picture_new_vector (painter, snapshot, &view, &style)
                                       : picture_new (painter, snapshot, &view, &style);
  guint n_dashes, n = count_inked (picture, &n_dashes);

  if (basis == MARCH_BASIS_OWN)
    {
      g_assert_cmpuint (n, >, 80);
      g_assert_cmpuint (n, <, 160);
      g_assert_cmpuint (n_dashes, >=, 19);
      g_assert_cmpuint (n_dashes, <=, 21);
    }
  else
    g_assert_cmpuint (n, ==, 0);
}

static void
test_dashes (void)
{
  for (guint vector = 0; vector < 2; vector++)
    {
      check_dashes (MARCH_BASIS_OWN, vector);
      check_dashes (MARCH_BASIS_INDEPENDENT, vector);
    }
}

/* One after the other on the same layers: another style is painted anew where it has to be. */
static void
test_styles (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  MarchView view = view_at (1);
  g_autoptr (MarchLayers) layers = march_layers_new (fixture->painter, &view);

  for (guint i = 0; i < 4 * N_PAIRS; i++)
    {
      MarchStyle style = march_style_new ((MarchTheme) g_rand_int_range (random, 0, 2),
                                          (MarchPaintLens) g_rand_int_range (random, 0, 3));

      style.hatches = g_rand_boolean (random);
      style.transparent_base = g_rand_int_range (random, 0, 4) == 0;
      style.draft = g_rand_int_range (random, 0, 4) == 0;
      style.selected = g_rand_int_range (random, 0, 3);
      check_day (fixture, layers, (guint) g_rand_int_range (random, 0, N_DAYS), &view, &style);
    }
}

/* What was stopped half-way is painted anew. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView  view = view_at (1);
  g_autoptr (MarchLayers) layers = march_layers_new (fixture->painter, &view);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (march_layers_show (layers, fixture->days[0], &style, cancellable));
  check_day (fixture, layers, 0, &view, &style);
  g_assert_false (march_layers_show (layers, fixture->days[8], &style, cancellable));
  check_day (fixture, layers, 7, &view, &style);
  style.theme = MARCH_THEME_DARK;
  g_assert_false (march_layers_show (layers, fixture->days[7], &style, cancellable));
  check_day (fixture, layers, 7, &view, &style);
}

static void
check_file (Fixture *fixture, const MarchPictureJob *job, guint day, const char *path)
{
  g_autofree char *whole = g_strconcat (path, ".whole", NULL);
  g_autofree char *one = NULL, *other = NULL;
  gsize            one_length, other_length;

  g_assert_true (march_picture_write_png (&job->picture, job->painter, fixture->days[day], whole,
                                          NULL, NULL));
  g_assert_true (g_file_get_contents (path, &one, &one_length, NULL));
  g_assert_true (g_file_get_contents (whole, &other, &other_length, NULL));
  g_assert_cmpmem (one, one_length, other, other_length);
  g_unlink (whole);
  g_unlink (path);
}

/* The pictures of a series are the same, to the last byte, as each by itself. */
static void
test_series (Fixture *fixture, gconstpointer unused)
{
  g_autofree char   *folder = g_dir_make_tmp ("march-XXXXXX", NULL);
  MarchView          view = view_at (2);
  MarchPictureJob    job = { .painter = fixture->painter, .format = MARCH_PICTURE_PNG };
  MarchQuestion      question = *march_snapshot_get_question (fixture->days[0]);
  MarchPictureSeries series = { .from = question.as_of,
                                .to = question.as_of + N_DAYS - 1,
                                .every = MARCH_EVERY_DAY,
                                .folder = folder };

  job.picture = (MarchPicture){ .width = 400, .height = 220, .scale = 2, .view = &view };
  job.picture.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  g_assert_true (march_picture_job_write_series (&job, &question, &series, NULL, NULL, NULL, NULL));
  for (guint day = 0; day < N_DAYS; day++)
    {
      g_autofree char *date = march_day_to_iso (question.as_of + day);
      g_autofree char *name = g_strconcat (date, ".png", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      check_file (fixture, &job, day, path);
    }
  g_rmdir (folder);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/painter/step/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("changed", test_changed);
  ADD ("pixels", test_pixels);
  g_test_add_func ("/painter/step/undrawn", test_undrawn);
  g_test_add_func ("/painter/step/random", test_random);
  g_test_add_func ("/painter/step/areas", test_areas);
  g_test_add_func ("/painter/step/both-words", test_both_words);
  g_test_add_func ("/painter/step/dashes", test_dashes);
  ADD ("styles", test_styles);
  ADD ("cancelled", test_cancelled);
  ADD ("series", test_series);
  return g_test_run ();
}
