/* test-legend.c — the legend of a picture: its words, their order, their samples */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "painter-fixture.h"

static char *
describe_legend (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((const MarchLegendEntry *) g_ptr_array_index (entries, i))->words);
  return g_string_free (text, FALSE);
}

/* Words, second line and places of what is held. */
static char *
describe_holds (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MarchLegendEntry *entry = g_ptr_array_index (entries, i);

      if (entry->group != MARCH_LEGEND_CONTROL)
        continue;
      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", entry->words,
                              entry->detail);
      for (guint j = 0; j < entry->places->len; j++)
        g_string_append_printf (text, " %s",
                                ((const MarchPlace *) g_ptr_array_index (entry->places, j))->code);
    }
  return g_string_free (text, FALSE);
}

/* Only what is on the picture, in words, in the order of the groups. */
static void
test_legend (PainterFixture *fixture, gconstpointer data)
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
    { "c", 8, MARCH_PAINT_CONTROL, "B says it holds it" },
    { "e", 8, MARCH_PAINT_CONTROL, "Contested" },
    { "g", 8.5, MARCH_PAINT_CONTROL, "No quotation on record" },
    { "b", 8.5, MARCH_PAINT_BOTH,
      "Partly held by A; Partly held by V; A says it owns it; V says it owns it; A voice "
      "spoke of a claim; Concluded by the analyst; No quotation on record" },
    { "d", 8.5, MARCH_PAINT_VALUE, "Land of the dossier" },
    { "a", 8.5, MARCH_PAINT_VALUE, "Strategic value" },
    { "b", 8.5, MARCH_PAINT_VALUE, "Economic value" },
    { "d", 8.5, MARCH_PAINT_EVIDENCE, "Nothing quoted about it; Land of the dossier" },
    { "a", 8.5, MARCH_PAINT_EVIDENCE, "One source only" },
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

/* Of what is only possible on the day that it is, and whether it is held or claimed; of a dated
 * area whether others say so or its holder alone. */
static void
test_legend_words (void)
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
    { "control a A whole 2021/..; control a V whole 2021/..", MARCH_PAINT_DISAGREEMENT,
      "No two sources have areas of one holder on this day; Sources disagree" },
    { "area a A 2021/..", MARCH_PAINT_CONTROL, "Held by A, dated area" },
    { "area a A 2021/.. by=A", MARCH_PAINT_CONTROL, "A says it holds this area" },
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

/* One entry for all that looks and means the same, in the words in which the panel tells it, and
 * with every place that shows it. */
static void
test_legend_holds (void)
{
  static const struct
  {
    const char *assertions;
    const char *legend;
  } rows[] = {
    { "control a A whole 2021/..; control b A whole 2021/..", "Held by A () a b" },
    { "control a A whole 2021/..; control s A whole 2021/..", "Held by A () a s" },
    { "control a A foothold 2021/.. by=A; control b A part 2021/.. by=A; control e A whole 2021/.. "
      "by=A",
      "A says it has a foothold (bands, no line is known) a; A says it holds part of it (bands, no "
      "line is known) b; A says it holds it () e" },
    { "control s A foothold 2021/.. by=A", "A says it has a foothold () s" },
    { "control a A part 2021/..; control b A most 2021/..; control e A foothold 2021/..",
      "Partly held by A (bands, no line is known) a; Partly held by A, most of it (bands, no line "
      "is known) b; Foothold of A (bands, no line is known) e" },
    { "control a A part 2021/..; control b A part 2021/..; control b V part 2021/..",
      "Partly held by A (bands, no line is known) a; Partly held by A (orange A, blue V, bands, no "
      "line is known) b; Partly held by V (orange A, blue V, bands, no line is known) b" },
    { "control a A whole 2021/..; control a V whole 2021/..; control b A whole 2021/..",
      "Held by A (orange A, blue V) a; Held by A () b; Held by V (orange A, blue V) a" },
    { "control e A contested 2021/..; control e V contested 2021/..",
      "Contested (orange A, blue V) e" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = patchwork_new (rows[i].assertions);
      g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
      g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, PAINTER_DAY);
      MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
      MarchView  view = march_view_centered (7, 4, 5, 800, 600, 1);
      g_autoptr (GPtrArray) entries = march_painter_list_legend (painter, snapshot, &view, &style);
      g_autofree char      *legend = describe_holds (entries);

      g_assert_cmpstr (legend, ==, rows[i].legend);
    }
}

/* For whom a place matters is said, too. */
static void
test_legend_value (PainterFixture *fixture, gconstpointer data)
{
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_VALUE);
  MarchView  view = patchwork_view ("a", 8.5, 400, 400, 1);
  g_autoptr (GPtrArray)
      entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
  const MarchLegendEntry *entry = g_ptr_array_index (entries, 0);

  g_assert_cmpint (entry->kind, ==, MARCH_SWATCH_VALUE);
  g_assert_cmpstr (entry->detail, ==, "count of quotations; for A");
  g_assert_cmpuint (entry->places->len, ==, 1);
  g_assert_true (g_ptr_array_index (entry->places, 0) == patchwork_place (fixture->corpus, "a"));
}

/* Where some of the places are said to matter to nobody in particular, so is that. */
static void
test_legend_value_of_nobody (void)
{
  g_autoptr (MarchCorpus)   corpus
      = patchwork_new ("value a A strategic 2021/..; value b - strategic 2021/..");
  g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
  g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, PAINTER_DAY);
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_VALUE);
  MarchView  view = march_view_centered (7, 4, 5, 800, 600, 1);
  g_autoptr (GPtrArray) entries = march_painter_list_legend (painter, snapshot, &view, &style);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const MarchLegendEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind != MARCH_SWATCH_VALUE)
        continue;
      g_assert_cmpstr (entry->detail, ==, "count of quotations; for A, or not stated");
      g_assert_cmpuint (entry->places->len, ==, 2);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Plain land has none where a tile layer lies below. */
static void
test_legend_over_tiles (PainterFixture *fixture, gconstpointer data)
{
  MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
  MarchView             view = patchwork_view ("c", 5, 700, 400, 1);
  g_autofree char      *over_tiles = NULL;
  g_autofree char      *over_land = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
  over_land = describe_legend (entries);
  g_assert_nonnull (strstr (over_land, "Not disputed in this dossier"));
  g_ptr_array_unref (entries);
  style.transparent_base = TRUE;
  entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
  over_tiles = describe_legend (entries);
  g_assert_nonnull (strstr (over_tiles, "Held by A"));
  g_assert_null (strstr (over_tiles, "Not disputed in this dossier"));
}

/* What is selected has an entry if it is drawn; what is only described isn't. */
static void
test_legend_selected (PainterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    const char *legend;
  } rows[] = {
    { "d", "Selected place; Not disputed in this dossier" },
    { "t", "Selected place; Not disputed in this dossier" },
    { "x", "Not disputed in this dossier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
      MarchView             view = patchwork_view ("d", 8, 400, 400, 1);
      g_autoptr (GPtrArray) entries = NULL;
      g_autofree char      *legend = NULL;

      style.selected = patchwork_place (fixture->corpus, rows[i].code)->id;
      entries = march_painter_list_legend (fixture->painter, fixture->snapshot, &view, &style);
      legend = describe_legend (entries);
      g_assert_cmpstr (legend, ==, rows[i].legend);
    }
}

/* Every entry of every lens has a sample that can be seen. */
static void
test_swatches (PainterFixture *fixture, gconstpointer data)
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PAINTER_ADD ("legend", test_legend);
  PAINTER_ADD ("legend-selected", test_legend_selected);
  PAINTER_ADD ("legend-over-tiles", test_legend_over_tiles);
  g_test_add_func ("/painter/legend-words", test_legend_words);
  g_test_add_func ("/painter/legend-holds", test_legend_holds);
  PAINTER_ADD ("legend-value", test_legend_value);
  g_test_add_func ("/painter/legend-value-of-nobody", test_legend_value_of_nobody);
  PAINTER_ADD ("swatches", test_swatches);
  return g_test_run ();
}
