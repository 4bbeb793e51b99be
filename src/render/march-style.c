/* march-style.c — how a map is to look, and the colours of each theme */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-style.h"

#define PROJECTOR_HEIGHT 1080.0 /* logical pixels, for which the projector look was drawn */
#define MOST_PROJECTED 3.0      /* pattern scale */

#include <glib/gi18n.h>

#define HEX(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1            \
  }
#define HEXA(hex, alpha)                                                                           \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, alpha        \
  }

/* Slot 0 is an actor without a colour of its own. The first two fills are told apart by everybody,
 * across a lit room; five hues can't be, so from the third on pattern and label carry the
 * difference. tests/render/test-colour.c computes how far apart they are. */
static const MarchPalette palettes[MARCH_N_THEMES] = {
  [MARCH_THEME_LIGHT] = { .sea = HEX (0xDCE6EB),
                          .glow = HEX (0xBFD0D9),
                          .outside = HEX (0xF5F2EC),
                          .undisputed = HEX (0xE4E0D6),
                          .border = HEXA (0x16191C, 0.86),
                          .neighbour_border = HEX (0xCFC8BB),
                          .unit_border = HEXA (0xFFFFFF, 0.85),
                          .tick = HEXA (0x5C5A55, 0.75),
                          .label = HEX (0x16191C),
                          .halo = HEXA (0xFFFFFF, 0.88),
                          .neighbour_label = HEX (0x6F695D),
                          .sea_label = HEX (0x56717E),
                          .badge = HEX (0xF6D32D),
                          .badge_ink = HEX (0x1D1D1D),
                          .fill = { HEX (0xC4C4C4), HEX (0xE9A06C), HEX (0xB7D7EC), HEX (0xA9DCC9),
                                    HEX (0xDDB3CB), HEX (0xEFE58A) },
                          .ink = { HEX (0x4A4A4A), HEX (0x9A3700), HEX (0x00507F), HEX (0x00543C),
                                   HEX (0x6B1F50), HEX (0x5E5400) },
                          .hatch_alpha = { 0.75, 0.75, 0.82, 0.78, 0.78, 0.78 },
                          .hatch_width = 1.15,
                          .line_factor = 1,
                          .text_factor = 1 },
  [MARCH_THEME_DARK] = { .sea = HEX (0x181E23),
                         .glow = HEX (0x27323A),
                         .outside = HEX (0x2C2D2F),
                         .undisputed = HEX (0x3B3D40),
                         .border = HEXA (0xFFFFFF, 0.86),
                         .neighbour_border = HEX (0x4F5154),
                         .unit_border = HEXA (0x101417, 0.55),
                         .tick = HEXA (0xC8C8C8, 0.6),
                         .label = HEX (0xFFFFFF),
                         .halo = HEXA (0x0F1316, 0.82),
                         .neighbour_label = HEX (0x9C9A95),
                         .sea_label = HEX (0x7F99A6),
                         .badge = HEX (0xF6D32D),
                         .badge_ink = HEX (0x1D1D1D),
                         .fill = { HEX (0x5E5E5E), HEX (0xA9541D), HEX (0x24526F), HEX (0x227F6C),
                                   HEX (0xAC4CC2), HEX (0x463601) },
                         .ink = { HEX (0xE0E0E0), HEX (0xFFC49A), HEX (0xA5DBFF), HEX (0xA5F0D6),
                                  HEX (0xFAD0E8), HEX (0xFFF6B0) },
                         .hatch_alpha = { 0.8, 0.8, 0.92, 0.85, 0.85, 0.85 },
                         .hatch_width = 1.15,
                         .line_factor = 1,
                         .text_factor = 1 },
  [MARCH_THEME_HIGH_CONTRAST] = { .sea = HEX (0xFFFFFF),
                                  .glow = HEX (0x7A8A92),
                                  .outside = HEX (0xECECEC),
                                  .undisputed = HEX (0xD4D4D4),
                                  .border = HEXA (0x000000, 1),
                                  .neighbour_border = HEX (0x767676),
                                  .unit_border = HEXA (0x000000, 0.9),
                                  .tick = HEXA (0x303030, 1),
                                  .label = HEX (0x000000),
                                  .halo = HEXA (0xFFFFFF, 1),
                                  .neighbour_label = HEX (0x3A3A3A),
                                  .sea_label = HEX (0x37474F),
                                  .badge = HEX (0xFFD500),
                                  .badge_ink = HEX (0x000000),
                                  .fill = { HEX (0xB0B0B0), HEX (0xE07B2E), HEX (0x8CC4EC),
                                            HEX (0x0CFF0A), HEX (0xBC86AD), HEX (0xEFD8A5) },
                                  .ink = { HEX (0x202020), HEX (0x5E2000), HEX (0x00314F),
                                           HEX (0x00402E), HEX (0x521545), HEX (0x4A4200) },
                                  .hatch_alpha = { 1, 1, 1, 1, 1, 1 },
                                  .hatch_width = 1.8,
                                  .line_factor = 1.25,
                                  .text_factor = 1 },
  [MARCH_THEME_HIGH_CONTRAST_DARK] = { .sea = HEX (0x000000),
                                       .glow = HEX (0x5A6A72),
                                       .outside = HEX (0x1A1A1A),
                                       .undisputed = HEX (0x333333),
                                       .border = HEXA (0xFFFFFF, 1),
                                       .neighbour_border = HEX (0x8A8A8A),
                                       .unit_border = HEXA (0xFFFFFF, 0.9),
                                       .tick = HEXA (0xE0E0E0, 1),
                                       .label = HEX (0xFFFFFF),
                                       .halo = HEXA (0x000000, 1),
                                       .neighbour_label = HEX (0xD0D0D0),
                                       .sea_label = HEX (0xBCD0DA),
                                       .badge = HEX (0xFFD500),
                                       .badge_ink = HEX (0x000000),
                                       .fill = { HEX (0x5A5A5A), HEX (0xB5560A), HEX (0x004A80),
                                                 HEX (0x277D66), HEX (0xB22BC4), HEX (0x5E400C) },
                                       .ink = { HEX (0xF0F0F0), HEX (0xFFD8B8), HEX (0xB5E3FF),
                                                HEX (0xA8FFE0), HEX (0xFFD6F2), HEX (0xFFF6A8) },
                                       .hatch_alpha = { 1, 1, 1, 1, 1, 1 },
                                       .hatch_width = 1.8,
                                       .line_factor = 1.25,
                                       .text_factor = 1 },
  [MARCH_THEME_PROJECTOR] = { .sea = HEX (0xE9EFF2),
                              .glow = HEX (0xB3C6D0),
                              .outside = HEX (0xF7F5F0),
                              .undisputed = HEX (0xE3DFD5),
                              .border = HEXA (0x0A0C0E, 0.86),
                              .neighbour_border = HEX (0xBDB5A6),
                              .unit_border = HEXA (0xFFFFFF, 0.9),
                              .tick = HEXA (0x4A4844, 0.85),
                              .label = HEX (0x0A0C0E),
                              .halo = HEXA (0xFFFFFF, 0.92),
                              .neighbour_label = HEX (0x6A6458),
                              .sea_label = HEX (0x4F6A77),
                              .badge = HEX (0xF6D32D),
                              .badge_ink = HEX (0x1D1D1D),
                              .fill = { HEX (0xB8B8B8), HEX (0xDE7F3B), HEX (0x9BCBEA),
                                        HEX (0x15D89A), HEX (0xBB87A1), HEX (0xFAEC1B) },
                              .ink = { HEX (0x3A3A3A), HEX (0x7A2A00), HEX (0x003F66),
                                       HEX (0x004A35), HEX (0x5C1747), HEX (0x514800) },
                              .hatch_alpha = { 0.85, 0.85, 0.9, 0.88, 0.88, 0.88 },
                              .hatch_width = 1.15,
                              .line_factor = 1,
                              .text_factor = 1 },
};

/**
 * march_style_new:
 *
 * Returns: everything shown, nothing selected, English labels; the projector's larger patterns and
 * text with its theme
 */
MarchStyle
march_style_new (MarchTheme theme, MarchPaintLens lens)
{
  MarchStyle style = { .theme = theme,
                       .lens = lens,
                       .labels = TRUE,
                       .hatches = TRUE,
                       .points = TRUE,
                       .recognised_border = TRUE,
                       .text_scale = 1 };

  style.pattern_scale = theme == MARCH_THEME_PROJECTOR ? MARCH_PROJECTOR_SCALE : 1;
  march_style_set_language (&style, "en");
  return style;
}

/**
 * march_style_fit_height:
 * @height: of all that is shown at once, in logical pixels
 *
 * The projector look is made for a height of 1080 and grows with it. Where there is less, its text
 * shrinks, but not below the smallest that a room can read; patterns and lines stay. Other looks
 * keep their sizes.
 */
void
march_style_fit_height (MarchStyle *style, double height)
{
  if (style->theme != MARCH_THEME_PROJECTOR)
    return;
  style->pattern_scale = CLAMP (height / PROJECTOR_HEIGHT * MARCH_PROJECTOR_SCALE,
                                MARCH_PROJECTOR_SCALE, MOST_PROJECTED);
  style->text_scale = MIN (height / PROJECTOR_HEIGHT, 1);
}

/**
 * march_style_set_language:
 * @language: BCP 47 or a locale's name
 */
void
march_style_set_language (MarchStyle *style, const char *language)
{
  g_strlcpy (style->language, language, sizeof style->language);
}

/** march_style_same_selected: Returns: whether the same places are selected, highlighted and
 * hovered */
gboolean
march_style_same_selected (const MarchStyle *a, const MarchStyle *b)
{
  return a->selected == b->selected && a->hovered == b->hovered
         && a->n_highlighted == b->n_highlighted
         && memcmp (a->highlighted, b->highlighted, a->n_highlighted * sizeof (gint64)) == 0;
}

/**
 * march_palette_get:
 *
 * Returns: (transfer none): the colours of a theme
 */
const MarchPalette *
march_palette_get (MarchTheme theme)
{
  g_return_val_if_fail (theme < MARCH_N_THEMES, &palettes[MARCH_THEME_LIGHT]);

  return &palettes[theme];
}

static guint
slot_index (guint slot)
{
  return slot == 0 ? 0 : (slot - 1) % MARCH_N_SLOTS + 1;
}

/**
 * march_palette_get_fill:
 * @slot: an actor's palette slot, 0 for none
 *
 * Returns: the hue of the land that the actor holds
 */
MarchInk
march_palette_get_fill (MarchTheme theme, guint slot)
{
  return march_palette_get (theme)->fill[slot_index (slot)];
}

/**
 * march_palette_get_ink:
 * @slot: an actor's palette slot, 0 for none
 *
 * Returns: the ink of the actor's hatch, borders and rings
 */
MarchInk
march_palette_get_ink (MarchTheme theme, guint slot)
{
  return march_palette_get (theme)->ink[slot_index (slot)];
}

/**
 * march_palette_get_hue_name:
 * @slot: an actor's palette slot, 0 for none
 *
 * Returns: (transfer none): what a reader calls the slot's fill in the theme
 */
const char *
march_palette_get_hue_name (MarchTheme theme, guint slot)
{
  static const char *const names[MARCH_N_SLOTS + 1] = { N_("grey"),  N_("orange"), N_("blue"),
                                                        N_("green"), N_("purple"), N_("yellow") };

  if (slot_index (slot) == MARCH_N_SLOTS
      && (theme == MARCH_THEME_DARK || theme == MARCH_THEME_HIGH_CONTRAST_DARK))
    return _("brown");
  return _(names[slot_index (slot)]);
}
