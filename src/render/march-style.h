/* march-style.h — how a map is to look: theme, lens, what is selected, what is left out */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MARCH_THEME_LIGHT,
  MARCH_THEME_DARK,
  MARCH_THEME_HIGH_CONTRAST,
  MARCH_THEME_HIGH_CONTRAST_DARK,
  MARCH_THEME_PROJECTOR,
  MARCH_N_THEMES
} MarchTheme;

/**
 * MarchPaintLens:
 * @MARCH_PAINT_CONTROL: fills and bands, no hatch
 * @MARCH_PAINT_CLAIM: neutral land with the hatches of all claimants, and rings
 * @MARCH_PAINT_BOTH: control and claim
 * @MARCH_PAINT_VALUE: a badge a kind of value
 * @MARCH_PAINT_EVIDENCE: a badge with the count of quotations and the best grade
 * @MARCH_PAINT_DISAGREEMENT: where the imported areas of two sources agree on who holds land, and
 * where they don't
 */
typedef enum
{
  MARCH_PAINT_CONTROL,
  MARCH_PAINT_CLAIM,
  MARCH_PAINT_BOTH,
  MARCH_PAINT_VALUE,
  MARCH_PAINT_EVIDENCE,
  MARCH_PAINT_DISAGREEMENT,
} MarchPaintLens;

/* More places can't be told apart by their outlines. */
#define MARCH_STYLE_MAX_HIGHLIGHTED 400

/* The pattern scale of the projector look where its picture is 1080 logical pixels high. */
#define MARCH_PROJECTOR_SCALE 1.65

/**
 * MarchStyle:
 * @selected: id of the selected place, 0 for none
 * @hovered: id of the place under the pointer or keyboard focus, 0 for none
 * @highlighted: ids of the places that a chosen entry of the legend stands for
 * @labels: whether names are written
 * @hatches: whether what actors say they own is hatched
 * @points: whether imported points are drawn, in a lens that shows who holds what
 * @recognised_border: whether the recognised border is drawn; FALSE only where a measurement needs
 * it
 * @pattern_scale: factor on pitches, line widths and text; 1 on a desktop
 * @text_scale: further factor on names and badges, 1 unless the desktop wants larger text or a
 * projector's picture is low
 * @language: BCP 47, of the labels
 * @transparent_base: land and sea are left out, because a tile layer lies below
 * @draft: neither strokes nor hatches nor labels, for frames of a running gesture
 *
 * A plain value: copy it by assignment.
 */
typedef struct
{
  MarchTheme     theme;
  MarchPaintLens lens;
  gint64         selected;
  gint64         hovered;
  guint          n_highlighted;
  gint64         highlighted[MARCH_STYLE_MAX_HIGHLIGHTED];
  gboolean       labels;
  gboolean       hatches;
  gboolean       points;
  gboolean       recognised_border;
  double         pattern_scale;
  double         text_scale;
  char           language[16];
  gboolean       transparent_base;
  gboolean       draft;
} MarchStyle;

MarchStyle march_style_new          (MarchTheme theme, MarchPaintLens lens);
void       march_style_fit_height   (MarchStyle *style, double height);
void       march_style_set_language (MarchStyle *style, const char *language);
gboolean   march_style_same_selected (const MarchStyle *a, const MarchStyle *b);

/**
 * MarchInk:
 *
 * An opaque or translucent colour, sRGB, each 0 … 1.
 */
typedef struct
{
  double red, green, blue, alpha;
} MarchInk;

/* Colour slots of actors: 1 … MARCH_N_SLOTS, further ones repeat the hues with a doubled hatch; 0
 * is neutral grey. */
#define MARCH_N_SLOTS 5

typedef struct
{
  MarchInk sea, glow, outside, undisputed, border, neighbour_border, unit_border, tick;
  MarchInk label, halo, neighbour_label, sea_label, badge, badge_ink;
  MarchInk fill[MARCH_N_SLOTS + 1];
  MarchInk ink[MARCH_N_SLOTS + 1];
  double   hatch_alpha[MARCH_N_SLOTS + 1];
  double   hatch_width;      /* logical pixels before the pattern scale */
  double   line_factor;      /* on strokes */
  double   text_factor;      /* on text */
} MarchPalette;

const MarchPalette *march_palette_get (MarchTheme theme);
MarchInk            march_palette_get_fill (MarchTheme theme, guint slot);
MarchInk            march_palette_get_ink  (MarchTheme theme, guint slot);
const char         *march_palette_get_hue_name (MarchTheme theme, guint slot);

G_END_DECLS
