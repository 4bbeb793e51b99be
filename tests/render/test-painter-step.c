/* test-painter-step.c — from day to day, only what changed is painted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "patchwork.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/step", test_step);
  return g_test_run ();
}
