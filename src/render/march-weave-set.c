/* march-weave-set.c — the weaves of one picture, and a picture of one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-weave.h"

typedef struct
{
  MarchPattern pattern;
  MarchWeave  *weave;
} Woven;

struct _MarchWeaveSet
{
  int        width, height;
  double     anchor_x, anchor_y, pixel;
  GPtrArray *woven; /* of Woven */
};

static void
woven_free (gpointer data)
{
  march_weave_free (((Woven *) data)->weave);
  g_free (data);
}

/**
 * march_weave_set_new:
 * @width: these five as for march_weave_new()
 *
 * Returns: (transfer full): a set without any weave
 */
MarchWeaveSet *
march_weave_set_new (int width, int height, double anchor_x, double anchor_y, double pixel)
{
  MarchWeaveSet *set = g_rc_box_new0 (MarchWeaveSet);

  *set = (MarchWeaveSet){ width, height, anchor_x, anchor_y, pixel, NULL };
  set->woven = g_ptr_array_new_with_free_func (woven_free);
  return set;
}

MarchWeaveSet *
march_weave_set_ref (MarchWeaveSet *set)
{
  return g_rc_box_acquire (set);
}

static void
clear_set (gpointer set)
{
  g_ptr_array_unref (((MarchWeaveSet *) set)->woven);
}

void
march_weave_set_unref (MarchWeaveSet *set)
{
  g_rc_box_release_full (set, clear_set);
}

/**
 * march_weave_set_get:
 * @pattern: with nothing but noughts in what of it is not used
 *
 * Returns: (transfer none): good as long as the set
 */
const MarchWeave *
march_weave_set_get (MarchWeaveSet *set, const MarchPattern *pattern)
{
  Woven *woven;

  for (guint i = 0; i < set->woven->len; i++)
    {
      woven = g_ptr_array_index (set->woven, i);
      if (memcmp (&woven->pattern, pattern, sizeof *pattern) == 0)
        return woven->weave;
    }
  woven = g_new (Woven, 1);
  memcpy (&woven->pattern, pattern, sizeof *pattern);
  woven->weave = march_weave_new (pattern, set->width, set->height, set->anchor_x, set->anchor_y,
                                  set->pixel);
  g_ptr_array_add (set->woven, woven);
  return woven->weave;
}

/**
 * march_pattern_render:
 * @width: device pixels
 * @height: device pixels
 * @anchor_x: as for march_weave_new()
 * @anchor_y: the same
 * @pixel: device pixels a pattern pixel
 *
 * Returns: (transfer full): an opaque picture of the pattern
 */
cairo_surface_t *
march_pattern_render (const MarchPattern *pattern,
                      int                 width,
                      int                 height,
                      double              anchor_x,
                      double              anchor_y,
                      double              pixel)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int              stride = cairo_image_surface_get_stride (surface);
  guint8          *data = cairo_image_surface_get_data (surface);
  g_autoptr (MarchWeave) weave = NULL;

  if (data == NULL)
    return surface;
  weave = march_weave_new (pattern, width, height, anchor_x, anchor_y, pixel);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    march_weave_paint (weave, (guint32 *) (gpointer) (data + (gsize) y * stride), 0, width, y);
  cairo_surface_mark_dirty (surface);
  return surface;
}
