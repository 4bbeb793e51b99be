/* march-pattern.c — bands, stripes, hatches, dots and ticks, as the table of symbols has them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-pattern.h"

void
march_pattern_add_layer (MarchPattern *pattern, const MarchPatternLayer *layer)
{
  if (pattern->n_layers < MARCH_PATTERN_MAX_LAYERS && layer->bands != 0)
    pattern->layers[pattern->n_layers++] = *layer;
}

/**
 * march_pattern_hatch:
 *
 * Returns: the hatch of the claimant in a colour slot, over no band yet; slots beyond the five
 * repeat with double lines
 */
MarchPatternLayer
march_pattern_hatch (MarchTheme theme, guint slot)
{
  static const struct
  {
    double angle, pitch, second;
  } hatches[MARCH_N_SLOTS + 1] = { { 135, 9, 0 }, { 135, 7, 0 }, { 0, 7, 0 },
                                   { 90, 8, 0 },  { 30, 12, 3 }, { 60, 9, 0 } };
  const MarchPalette *palette = march_palette_get (theme);
  guint               index = slot == 0 ? 0 : (slot - 1) % MARCH_N_SLOTS + 1;
  MarchPatternLayer          layer = { MARCH_LAYER_LINES,
                                hatches[index].angle,
                                hatches[index].pitch,
                                palette->hatch_width,
                                hatches[index].second,
                                palette->ink[index],
                                0 };

  layer.ink.alpha = palette->hatch_alpha[index];
  if (slot > MARCH_N_SLOTS)
    {
      layer.pitch += 5;
      layer.second = 3;
    }
  return layer;
}

/**
 * march_pattern_strokes:
 *
 * Returns: what fills land of which only the holder's side says that it holds it
 */
MarchPatternLayer
march_pattern_strokes (MarchTheme theme, guint slot)
{
  return (MarchPatternLayer){
    MARCH_LAYER_LINES, 60, 12, 4, 0, march_palette_get_fill (theme, slot), 0
  };
}

MarchPatternLayer
march_pattern_dots (MarchTheme theme, guint slot)
{
  return (MarchPatternLayer){
    MARCH_LAYER_DOTS, 0, 14, 4.2, 0, march_palette_get_ink (theme, slot), 0
  };
}

MarchPatternLayer
march_pattern_ticks (MarchTheme theme)
{
  return (MarchPatternLayer){
    MARCH_LAYER_TICKS, 0, 14, 5.5, 0, march_palette_get (theme)->tick, 0
  };
}
