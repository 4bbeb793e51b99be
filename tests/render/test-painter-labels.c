/* test-painter-labels.c — names: none over another, and all ride on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "painter-fixture.h"

static gboolean
overlap (const MarchPlacedLabel *a, const MarchPlacedLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* However towns lie, there are names, they don't overlap, and they stay in the picture. */
static void
test_labels_random (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (MarchCorpus)
          corpus = patchwork_new_with_towns ("control a A whole 2021/..", 10 * seed, seed);
      g_autoptr (MarchPainter)  painter = march_painter_new (corpus);
      g_autoptr (MarchSnapshot) snapshot = patchwork_ask (corpus, PAINTER_DAY);
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
test_labels_pan (PainterFixture *fixture, gconstpointer data)
{
  MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView             view = patchwork_view ("b", 5, 800, 600, 1);
  MarchView             other = painter_moved (&view, 21.5, -13.25);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PAINTER_ADD ("labels-pan", test_labels_pan);
  g_test_add_func ("/painter/labels-random", test_labels_random);
  return g_test_run ();
}
