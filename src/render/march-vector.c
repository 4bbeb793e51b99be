/* march-vector.c — surfaces that keep shapes and texts instead of pixels: SVG and PDF */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-vector.h"

/* Cairo writes texts into an SVG file as outlines of letters, and into a PDF file also those that
 * something is painted over, so that a reader who selects words gets them too. Here texts are kept
 * aside while a picture is painted, those that are painted over are taken away, and the others are
 * written at its end. */

static const cairo_user_data_key_t texts_key;

static void
text_clear (gpointer data)
{
  g_free ((char *) ((MarchVectorText *) data)->text);
}

/**
 * march_vector_is_target:
 *
 * Returns: whether @cr draws on a surface that keeps shapes and texts
 */
gboolean
march_vector_is_target (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_RECORDING:
      return TRUE;
    default:
      return FALSE;
    }
}

static GArray *
texts_of (cairo_surface_t *surface)
{
  return cairo_surface_get_user_data (surface, &texts_key);
}

/**
 * march_vector_keep_texts:
 *
 * From now on texts for @surface are kept for march_vector_texts_to_svg() or
 * march_vector_draw_texts().
 */
void
march_vector_keep_texts (cairo_surface_t *surface)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (MarchVectorText));

  g_array_set_clear_func (texts, text_clear);
  cairo_surface_set_user_data (surface, &texts_key, texts, (cairo_destroy_func_t) g_array_unref);
}

/**
 * march_vector_add_text:
 * @text: copied
 *
 * Returns: whether it was kept; else draw it
 */
gboolean
march_vector_add_text (cairo_t *cr, const MarchVectorText *text)
{
  GArray         *texts = texts_of (cairo_get_target (cr));
  MarchVectorText kept = *text;
  cairo_matrix_t  matrix;

  if (texts == NULL)
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  kept.text = g_strdup (text->text);
  cairo_user_to_device (cr, &kept.x, &kept.y);
  kept.width *= matrix.xx;
  kept.height *= matrix.xx;
  kept.size *= matrix.xx;
  kept.tracking *= matrix.xx;
  kept.halo_width *= matrix.xx;
  g_array_append_val (texts, kept);
  return TRUE;
}

/**
 * march_vector_cover_texts:
 *
 * Takes away the texts that lie under something that is about to be painted.
 */
void
march_vector_cover_texts (cairo_t *cr, double x, double y, double width, double height)
{
  GArray *texts = texts_of (cairo_get_target (cr));

  cairo_user_to_device (cr, &x, &y);
  cairo_user_to_device_distance (cr, &width, &height);
  for (guint i = texts != NULL ? texts->len : 0; i-- > 0;)
    {
      const MarchVectorText *text = &g_array_index (texts, MarchVectorText, i);

      if (text->x < x + width && text->x + text->width > x && text->y - text->height < y + height
          && text->y > y)
        g_array_remove_index (texts, i);
    }
}

static void
append_number (GString *svg, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
append_ink (GString *svg, const char *name, const MarchInk *ink)
{
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (int) (ink->red * 255 + 0.5),
                          (int) (ink->green * 255 + 0.5), (int) (ink->blue * 255 + 0.5));
  if (ink->alpha < 1)
    append_number (svg, opacity, ink->alpha);
}

/**
 * march_vector_escape:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text for an SVG file, without the control characters that XML 1.0 has
 * no way to write
 */
char *
march_vector_escape (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  char            *to = plain;

  for (const char *from = text; *from != '\0'; from++)
    if ((guchar) *from >= ' ' || *from == '\t' || *from == '\n')
      *to++ = *from;
  *to = '\0';
  return g_markup_escape_text (plain, -1);
}

static void
append_text (GString *svg, const MarchVectorText *text)
{
  g_autofree char *escaped = march_vector_escape (text->text);

  g_string_append_printf (svg, "<text font-family=\"%s\" font-weight=\"%d\"", text->family,
                          text->weight);
  if (text->italic)
    g_string_append (svg, " font-style=\"italic\"");
  append_number (svg, "font-size", text->size);
  if (text->tracking > 0)
    append_number (svg, "letter-spacing", text->tracking);
  append_number (svg, "x", text->x);
  append_number (svg, "y", text->y);
  append_number (svg, "textLength", text->width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
  append_ink (svg, "fill", &text->ink);
  if (text->halo_width > 0)
    {
      append_ink (svg, "stroke", &text->halo);
      append_number (svg, "stroke-width", text->halo_width);
      g_string_append (svg, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_printf (svg, ">%s</text>\n", escaped);
}

/**
 * march_vector_texts_to_svg:
 *
 * Returns: (transfer full): elements for the end of the SVG document
 */
char *
march_vector_texts_to_svg (cairo_surface_t *surface)
{
  GArray  *texts = texts_of (surface);
  GString *svg = g_string_new ("<g xml:space=\"preserve\">\n");

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    append_text (svg, &g_array_index (texts, MarchVectorText, i));
  g_string_append (svg, "</g>\n");
  return g_string_free (svg, FALSE);
}

/**
 * march_vector_create_layout:
 *
 * Returns: (transfer full): for text whose letters stand as far apart as they were designed to, and
 * not by whole pixels, of which a page has none
 */
PangoLayout *
march_vector_create_layout (cairo_t *cr)
{
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_context_changed (layout);
  cairo_font_options_destroy (options);
  return layout;
}

static PangoLayout *
make_layout (cairo_t *cr, const MarchVectorText *text)
{
  PangoLayout          *layout = march_vector_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (text->family);
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->weight);
  pango_font_description_set_style (font, text->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes,
                          pango_attr_letter_spacing_new ((int) (text->tracking * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text->text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/* Letters up to a space, or the space, as one cluster: a reader who selects it gets its word, and
 * not a letter after the other with blanks between. Of what runs from the right all is one. */
static GArray *
list_clusters (const char *text, const PangoGlyphItem *run)
{
  const PangoItem        *item = run->item;
  const PangoGlyphString *string = run->glyphs;
  GArray                 *clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  cairo_text_cluster_t    cluster = { 0, 0 };
  const gboolean          forwards = item->analysis.level % 2 == 0;
  int                     start = 0;

  for (int i = 0; forwards && i < string->num_glyphs; i++, cluster.num_glyphs++)
    {
      const int  at = string->log_clusters[i];
      const char own = text[item->offset + at], before = text[item->offset + start];

      if (cluster.num_glyphs == 0 || (own != ' ' && before != ' '))
        continue;
      cluster.num_bytes = at - start;
      g_array_append_val (clusters, cluster);
      cluster.num_glyphs = 0;
      start = at;
    }
  if (!forwards)
    cluster.num_glyphs = string->num_glyphs;
  cluster.num_bytes = item->length - start;
  g_array_append_val (clusters, cluster);
  return clusters;
}

static void
show_run (cairo_t *cr, const char *text, const PangoGlyphItem *run, double x, double y)
{
  const PangoItem        *item = run->item;
  const PangoGlyphString *string = run->glyphs;
  cairo_scaled_font_t    *font
      = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->analysis.font));
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, string->num_glyphs);
  g_autoptr (GArray)        clusters = list_clusters (text, run);

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphGeometry *geometry = &string->glyphs[i].geometry;

      glyphs[i] = (cairo_glyph_t){ string->glyphs[i].glyph,
                                   x + (double) geometry->x_offset / PANGO_SCALE,
                                   y + (double) geometry->y_offset / PANGO_SCALE };
      x += (double) geometry->width / PANGO_SCALE;
    }
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, text + item->offset, item->length, glyphs, string->num_glyphs,
                          (const cairo_text_cluster_t *) (gconstpointer) clusters->data,
                          (int) clusters->len, 0);
}

/* Whether all of the layout's letters are in the fonts that it found. */
static gboolean
is_known (PangoLayout *layout)
{
  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

static void
show_spaced (cairo_t *cr, const MarchVectorText *text, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      const PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle        extents;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &extents);
      show_run (cr, text->text, run, text->x + (double) extents.x / PANGO_SCALE, text->y);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text (cairo_t *cr, const MarchVectorText *text)
{
  g_autoptr (PangoLayout) layout = make_layout (cr, text);
  double y = text->y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  cairo_new_path (cr);
  cairo_move_to (cr, text->x, y);
  if (text->halo_width > 0)
    {
      pango_cairo_layout_path (cr, layout);
      cairo_set_line_width (cr, text->halo_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_source_rgba (cr, text->halo.red, text->halo.green, text->halo.blue,
                             text->halo.alpha);
      cairo_stroke (cr);
      cairo_move_to (cr, text->x, y);
    }
  cairo_set_source_rgba (cr, text->ink.red, text->ink.green, text->ink.blue, text->ink.alpha);
  if (text->tracking > 0 && is_known (layout))
    show_spaced (cr, text, layout);
  else
    pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * march_vector_draw_texts:
 *
 * Draws the texts that were kept, so that a reader can select them, and keeps no more.
 */
void
march_vector_draw_texts (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  GArray          *texts = texts_of (surface);

  cairo_save (cr);
  cairo_identity_matrix (cr);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    draw_text (cr, &g_array_index (texts, MarchVectorText, i));
  cairo_restore (cr);
  cairo_surface_set_user_data (surface, &texts_key, NULL, NULL);
}
