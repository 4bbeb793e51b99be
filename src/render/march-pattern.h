/* march-pattern.h — bands, stripes, hatches, dots and ticks, computed pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "render/march-style.h"
#include "render/march-track.h"

G_BEGIN_DECLS

#define MARCH_PATTERN_MAX_BANDS 8
#define MARCH_PATTERN_MAX_LAYERS 8

typedef enum
{
  MARCH_LAYER_LINES,  /* a hatch, or the strokes of one's own word */
  MARCH_LAYER_DOTS,   /* on a staggered grid */
  MARCH_LAYER_TICKS,  /* small crosses on a staggered grid */
} MarchLayerKind;

/**
 * MarchPatternLayer:
 * @angle: of lines, in degrees, counterclockwise from the east as seen on the map
 * @pitch: of lines and grids, in pattern pixels
 * @width: of lines and dots' diameter
 * @second: of a double line: distance to the other one, 0 for single lines
 * @ink: with its opacity
 * @bands: bit b: drawn over band b
 */
typedef struct
{
  MarchLayerKind kind;
  double         angle;
  double         pitch;
  double         width;
  double         second;
  MarchInk       ink;
  guint          bands;
} MarchPatternLayer;

/**
 * MarchPattern:
 * @bands: their fills, in order; one is a plain fill
 * @stripes: vertical ones of 8 pixels instead of bands that rise 45°
 */
typedef struct
{
  guint      n_bands;
  MarchInk   bands[MARCH_PATTERN_MAX_BANDS];
  gboolean   stripes;
  guint      n_layers;
  MarchPatternLayer layers[MARCH_PATTERN_MAX_LAYERS];
} MarchPattern;

#define MARCH_PATTERN_BAND 13.0
#define MARCH_PATTERN_STRIPE 8.0

void             march_pattern_add_layer (MarchPattern *pattern, const MarchPatternLayer *layer);
MarchPatternLayer       march_pattern_hatch     (MarchTheme theme, guint slot);
MarchPatternLayer       march_pattern_strokes   (MarchTheme theme, guint slot);
MarchPatternLayer       march_pattern_dots      (MarchTheme theme, guint slot);
MarchPatternLayer       march_pattern_ticks     (MarchTheme theme);

cairo_surface_t *march_pattern_render (const MarchPattern *pattern,
                                       int                 width,
                                       int                 height,
                                       double              anchor_x,
                                       double              anchor_y,
                                       double              pixel);
void             march_pattern_draw      (const MarchPattern *pattern,
                                          cairo_t            *cr,
                                          const MarchRect    *rect,
                                          double              anchor_x,
                                          double              anchor_y,
                                          double              pixel);

G_END_DECLS
