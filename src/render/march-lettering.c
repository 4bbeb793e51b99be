/* march-lettering.c — writes names on a map: type, halo, and pictures of words kept for the next
 * time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-lettering.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "render/march-vector.h"

#define FAMILY "Cantarell, Noto Sans, Sans"
#define HALO 4.0           /* logical pixels, the stroke's width */
#define MIN_PROJECTED 24.0 /* no smaller text across a room, at the projector's pattern scale */
#define MAX_STORED 600

typedef enum
{
  INK_LABEL,
  INK_NEIGHBOUR,
  INK_SEA,
  INK_BADGE,
} InkKind;

typedef struct
{
  double      size;      /* logical pixels */
  PangoWeight weight;
  PangoStyle  slant;
  double      tracking;
  gboolean    halo;
  InkKind     ink;
  double      projected; /* its size at the projector's pattern scale; 0: it grows like a pattern */
} TextType;

static const TextType types[MARCH_N_TEXT_KINDS] = {
  [MARCH_TEXT_UNIT] = { 14, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, TRUE, INK_LABEL },
  [MARCH_TEXT_SELECTED] = { 15, PANGO_WEIGHT_ULTRABOLD, PANGO_STYLE_NORMAL, 0, TRUE, INK_LABEL },
  [MARCH_TEXT_TOWN] = { 12.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, TRUE, INK_LABEL },
  [MARCH_TEXT_STATE] = { 17, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 3, TRUE, INK_NEIGHBOUR },
  [MARCH_TEXT_COUNTRY] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 2.6, TRUE, INK_NEIGHBOUR },
  [MARCH_TEXT_SEA] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.6, TRUE, INK_SEA },
  [MARCH_TEXT_NOTE] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, TRUE, INK_LABEL },
  [MARCH_TEXT_BADGE] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, FALSE, INK_BADGE },
  [MARCH_TEXT_TITLE] = { 24, PANGO_WEIGHT_ULTRABOLD, PANGO_STYLE_NORMAL, 0, FALSE, INK_LABEL, 66 },
  [MARCH_TEXT_HEADING] = { 12.2, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, FALSE, INK_NEIGHBOUR },
  [MARCH_TEXT_BODY] = { 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE, INK_LABEL, 28 },
  [MARCH_TEXT_BOLD] = { 14.67, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, FALSE, INK_LABEL, 34 },
  [MARCH_TEXT_CAPTION] = { 11.2, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE, INK_NEIGHBOUR },
};

typedef struct
{
  char            *key;
  double           width, height;  /* logical pixels, without the halo */
  cairo_surface_t *surface;        /* NULL until it is first written */
} Word;

struct _MarchLettering
{
  GMutex        lock;
  PangoFontMap *fonts;
  PangoContext *context;
  GHashTable   *words; /* of key → Word */
};

static void
word_free (Word *word)
{
  g_free (word->key);
  g_clear_pointer (&word->surface, cairo_surface_destroy);
  g_free (word);
}

static MarchLettering *
lettering_new (void)
{
  MarchLettering       *self = g_new0 (MarchLettering, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_mutex_init (&self->lock);
  self->fonts = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->fonts);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) word_free);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

/**
 * march_lettering_get:
 *
 * Returns: (transfer none): the process's lettering; loading fonts again for each map or thread
 * would cost more than all drawing
 */
MarchLettering *
march_lettering_get (void)
{
  static gsize lettering;

  if (g_once_init_enter (&lettering))
    g_once_init_leave (&lettering, (gsize) lettering_new ());
  return (MarchLettering *) lettering;
}

/** march_lettering_get_size: Returns: of the letters, in logical pixels */
double
march_lettering_get_size (const MarchStyle *style, MarchTextKind kind)
{
  const double projected = style->pattern_scale / MARCH_PROJECTOR_SCALE;
  double       size = types[kind].size * style->pattern_scale * style->text_scale
                * march_palette_get (style->theme)->text_factor;

  if (style->theme != MARCH_THEME_PROJECTOR)
    return size;
  if (types[kind].projected > 0)
    size = types[kind].projected * projected * style->text_scale;
  return MAX (size, MIN_PROJECTED * projected);
}

static PangoLayout *
make_layout (MarchLettering *self, const MarchStyle *style, MarchTextKind kind, const char *text)
{
  const TextType       *type = &types[kind];
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font,
                                            march_lettering_get_size (style, kind) * PANGO_SCALE);
  pango_font_description_set_weight (font, type->weight);
  pango_font_description_set_style (font, type->slant);
  pango_layout_set_font_description (layout, font);
  if (type->tracking > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (type->tracking
                                                                              * style->pattern_scale
                                                                              * style->text_scale
                                                                              * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static MarchInk
text_ink (const MarchPalette *palette, InkKind kind)
{
  switch (kind)
    {
    case INK_NEIGHBOUR:
      return palette->neighbour_label;
    case INK_SEA:
      return palette->sea_label;
    case INK_BADGE:
      return palette->badge_ink;
    case INK_LABEL:
      break;
    }
  return palette->label;
}

static MarchInk
halo_ink (const MarchPalette *palette, MarchTextKind kind)
{
  MarchInk ink = kind == MARCH_TEXT_SEA ? palette->sea : palette->halo;

  ink.alpha = palette->halo.alpha;
  return ink;
}

static double
halo_width (const MarchStyle *style, MarchTextKind kind)
{
  return types[kind].halo ? HALO * MAX (1, style->pattern_scale * style->text_scale * 0.85) : 0;
}

static void
draw_layout (cairo_t *cr, PangoLayout *layout, const MarchStyle *style, MarchTextKind kind)
{
  const MarchPalette *palette = march_palette_get (style->theme);
  MarchInk            ink = text_ink (palette, types[kind].ink);
  MarchInk            around = halo_ink (palette, kind);
  double              halo = halo_width (style, kind);

  pango_cairo_layout_path (cr, layout);
  if (halo > 0)
    {
      cairo_set_line_width (cr, halo);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_source_rgba (cr, around.red, around.green, around.blue, around.alpha);
      cairo_stroke_preserve (cr);
    }
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
  if (march_vector_is_target (cr))
    cairo_new_path (cr);
  else
    cairo_fill (cr);
}

static void
make_surface (Word             *word,
              PangoLayout      *layout,
              const MarchStyle *style,
              MarchTextKind     kind,
              double            scale)
{
  double   pad = ceil (halo_width (style, kind) / 2) + 1;
  cairo_t *cr;

  word->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              (int) ceil ((word->width + 2 * pad) * scale),
                                              (int) ceil ((word->height + 2 * pad) * scale));
  cairo_surface_set_device_scale (word->surface, scale, scale);
  cr = cairo_create (word->surface);
  cairo_move_to (cr, pad, pad);
  draw_layout (cr, layout, style, kind);
  cairo_destroy (cr);
}

static Word *
find_word (MarchLettering   *self,
           const MarchStyle *style,
           MarchTextKind     kind,
           const char       *text,
           double            scale,
           gboolean          drawn)
{
  g_autofree char          *key = g_strdup_printf ("%d %d %.3f %.3f %.3f %s", kind, style->theme,
                                                   style->pattern_scale, style->text_scale,
                                                   scale, text);
  Word                     *word = g_hash_table_lookup (self->words, key);
  g_autoptr (PangoLayout)   layout = NULL;
  PangoRectangle            extents;

  if (word != NULL && (word->surface != NULL || !drawn))
    return word;
  layout = make_layout (self, style, kind, text);
  if (word == NULL)
    {
      if (g_hash_table_size (self->words) >= MAX_STORED)
        g_hash_table_remove_all (self->words);
      pango_layout_get_extents (layout, NULL, &extents);
      word = g_new0 (Word, 1);
      word->key = g_steal_pointer (&key);
      word->width = (double) extents.width / PANGO_SCALE;
      word->height = (double) extents.height / PANGO_SCALE;
      g_hash_table_insert (self->words, word->key, word);
    }
  if (drawn)
    make_surface (word, layout, style, kind, scale);
  return word;
}

/**
 * march_lettering_measure:
 *
 * The size of a text in logical pixels, without its halo.
 */
void
march_lettering_measure (MarchLettering   *self,
                         const MarchStyle *style,
                         MarchTextKind     kind,
                         const char       *text,
                         double           *width,
                         double           *height)
{
  const Word *word;

  g_mutex_lock (&self->lock);
  word = find_word (self, style, kind, text, 1, FALSE);
  *width = word->width;
  *height = word->height;
  g_mutex_unlock (&self->lock);
}

/* As text, which a reader can select. */
static void
write_vector (MarchLettering   *self,
              cairo_t          *cr,
              const MarchStyle *style,
              MarchTextKind     kind,
              const char       *string,
              double            x,
              double            y)
{
  const MarchPalette     *palette = march_palette_get (style->theme);
  g_autoptr (PangoLayout) layout = make_layout (self, style, kind, string);
  double                  base = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  PangoRectangle          extents;
  MarchVectorText         text = { .text = string,
                                   .family = FAMILY,
                                   .x = x,
                                   .y = y + base,
                                   .size = march_lettering_get_size (style, kind),
                                   .weight = types[kind].weight,
                                   .italic = types[kind].slant != PANGO_STYLE_NORMAL,
                                   .tracking = types[kind].tracking * style->pattern_scale
                                               * style->text_scale,
                                   .ink = text_ink (palette, types[kind].ink),
                                   .halo = halo_ink (palette, kind),
                                   .halo_width = halo_width (style, kind) };

  pango_layout_get_extents (layout, NULL, &extents);
  text.width = (double) extents.width / PANGO_SCALE;
  text.height = (double) extents.height / PANGO_SCALE;
  if (march_vector_add_text (cr, &text))
    return;
  cairo_move_to (cr, x, y);
  draw_layout (cr, layout, style, kind);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * march_lettering_write:
 * @x: left edge of the text without its halo
 * @y: its top
 * @scale: device pixels per logical pixel
 *
 * Writes a line of text, moved to the next whole device pixel.
 */
void
march_lettering_write (MarchLettering   *self,
                       cairo_t          *cr,
                       const MarchStyle *style,
                       MarchTextKind     kind,
                       const char       *text,
                       double            x,
                       double            y,
                       double            scale)
{
  double      pad = ceil (halo_width (style, kind) / 2) + 1;
  const Word *word;

  g_mutex_lock (&self->lock);
  if (march_vector_is_target (cr))
    {
      write_vector (self, cr, style, kind, text, x, y);
      g_mutex_unlock (&self->lock);
      return;
    }
  word = find_word (self, style, kind, text, scale, TRUE);
  cairo_set_source_surface (cr, word->surface, round ((x - pad) * scale) / scale,
                            round ((y - pad) * scale) / scale);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0); /* lets go of the stored picture */
  g_mutex_unlock (&self->lock);
}
