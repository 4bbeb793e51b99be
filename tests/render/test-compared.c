/* test-compared.c — gained land is solid, lost land hatched, and the legend says whose */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "../asof/area-fixture.h"
#include "geo/march-mercator.h"
#include "render/march-compared.h"

#define SIZE 200

static MarchCompared *
compare (MarchDay from, MarchDay to)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, to);
  g_autoptr (MarchComparison) comparison
      = march_comparison_new (snapshot, NULL, from, to, NULL, NULL, NULL);

  return march_compared_new (comparison);
}

/* Two sides of the fixture fill the width; its strips stand in the middle of the height. */
static MarchView
get_view (void)
{
  const double zoom = log2 (360 / (2 * AREA_SIDE) * SIZE / MARCH_MERCATOR_TILE);

  return march_view_centered (AREA_SIDE, AREA_SIDE / 2, zoom, SIZE, SIZE, 1);
}

static cairo_surface_t *
paint (MarchCompared *compared)
{
  const MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  const MarchView  view = get_view ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t         *cr = cairo_create (surface);

  march_compared_paint (compared, cr, &view, &style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many different pixels there are around a point, in sides from the west. */
static guint
count_colours (cairo_surface_t *surface, double sides, guint32 *first)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const int     stride = cairo_image_surface_get_stride (surface);
  const int     x = (int) (sides / 2 * SIZE);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);

  for (int dy = -5; dy <= 5; dy++)
    for (int dx = -5; dx <= 5; dx++)
      {
        const guint32 pixel
            = ((const guint32 *) (const void *) (data + (SIZE / 2 + dy) * stride))[x + dx];

        g_hash_table_add (colours, GUINT_TO_POINTER (pixel));
        *first = pixel;
      }
  return g_hash_table_size (colours);
}

static void
test_painted (void)
{
  /* Gained from 1.25 to 1.5 sides, lost up to 0.25. */
  g_autoptr (MarchCompared) compared = compare (30, 40);
  cairo_surface_t *surface = paint (compared);
  const MarchInk   ink = march_palette_get_ink (MARCH_THEME_LIGHT, AREA_MARCHES);
  guint32          pixel = 0;

  g_assert_cmpuint (count_colours (surface, 1.375, &pixel), ==, 1);
  g_assert_cmpuint (pixel >> 16 & 0xff, ==, (guint) round (ink.red * 255));
  g_assert_cmpuint (pixel & 0xff, ==, (guint) round (ink.blue * 255));
  g_assert_cmpuint (count_colours (surface, 0.125, &pixel), >, 3);
  g_assert_cmpuint (count_colours (surface, 0.75, &pixel), ==, 1);
  g_assert_cmpuint (pixel, ==, 0);
  g_assert_cmpuint (count_colours (surface, 1.75, &pixel), ==, 1);
  g_assert_cmpuint (pixel, ==, 0);
  cairo_surface_destroy (surface);
}

static void
assert_legend (MarchDay from, MarchDay to, const MarchSwatchKind *kinds, guint n)
{
  g_autoptr (MarchCompared) compared = compare (from, to);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_legend_entry_free);
  MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);

  march_style_set_language (&style, "en");
  march_compared_list_legend (compared, entries, &style);
  g_assert_cmpuint (entries->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const MarchLegendEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (entry->kind, ==, kinds[i]);
      g_assert_cmpstr (entry->words, ==,
                       kinds[i] == MARCH_SWATCH_LOST ? "Lost by Free Marches"
                                                     : "Gained by Free Marches");
    }
}

/* Only what is drawn. */
static void
test_legend (void)
{
  assert_legend (30, 40, (MarchSwatchKind[]){ MARCH_SWATCH_GAINED, MARCH_SWATCH_LOST }, 2);
  assert_legend (10, 20, (MarchSwatchKind[]){ MARCH_SWATCH_GAINED }, 1);
  assert_legend (22, 25, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/compared/painted", test_painted);
  g_test_add_func ("/render/compared/legend", test_legend);
  return g_test_run ();
}
