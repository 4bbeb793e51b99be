/* march-picture-footer.c — the strip below a picture: convention, credits and whose areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-page.h"

#include <glib/gi18n.h>

#include "asof/march-source-pair.h"
#include "render/march-vector.h"

#define LEAST_FOOTER 0.7
#define HIGHEST_FOOTER 0.2 /* of the picture */
/* Rather than that credits are left out. */
#define HIGHEST_LONG_FOOTER 0.33

/* Words of a paragraph on as many lines as they need. */
static GPtrArray *
wrap (const MarchStyle *style, MarchTextKind kind, const char *text, double room)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line->len > 0 ? g_strconcat (line->str, " ", words[i], NULL)
                                              : g_strdup (words[i]);
      double           width, height;

      march_picture_measure (style, kind, longer, &width, &height);
      if (width > room && line->len > 0)
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_assign (line, words[i]);
        }
      else
        g_string_assign (line, longer);
    }
  if (line->len > 0)
    g_ptr_array_add (lines, g_strdup (line->str));
  return lines;
}

/* Adds those that the drawn source is compared with, each once. */
static void
add_others (GString *titles, MarchSnapshot *snapshot)
{
  g_autoptr (GArray)     pairs = march_snapshot_list_source_pairs (snapshot);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const MarchSource *other = g_array_index (pairs, MarchSourcePair, i).other->source;

      if (g_hash_table_add (known, (gpointer) other))
        g_string_append_printf (titles, ", %s", other->title);
    }
}

/* Whose imported areas are on the map, "" if none are. */
static char *
name_areas (const MarchPicturePage *page)
{
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (page->snapshot, NULL);
  const MarchSource    *source = march_snapshot_get_area_source (page->snapshot);
  g_autoptr (GString)   titles = NULL;

  if (areas->len == 0 || source == NULL)
    return g_strdup ("");
  titles = g_string_new (source->title);
  if (page->style.lens == MARCH_PAINT_DISAGREEMENT)
    add_others (titles, page->snapshot);
  /* Translators: %s is a source of imported areas, or several with commas. */
  return g_strdup_printf (_("Areas: %s"), titles->str);
}

/* One line of text of those that are not empty. */
static char *
join (const char *const *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", parts[i]);
  return g_string_free (text, FALSE);
}

/* Whether @text fits in a footer of that part of the picture, in letters of that factor. */
static gboolean
try_footer (MarchPicturePage *page, const char *text, double factor, double highest)
{
  double room = page->picture->width - 2 * MARCH_PICTURE_MARGIN * page->k, width = 0, height = 0;

  page->footer_style = page->style;
  page->footer_style.pattern_scale *= factor;
  g_clear_pointer (&page->footer_lines, g_ptr_array_unref);
  page->footer_lines = wrap (&page->footer_style, MARCH_TEXT_CAPTION, text, room);
  page->footer = 0;
  for (guint i = 0; i < page->footer_lines->len; i++)
    {
      march_picture_measure (&page->footer_style, MARCH_TEXT_CAPTION,
                             g_ptr_array_index (page->footer_lines, i), &width, &height);
      if (width > room)
        return FALSE;
      page->footer += height;
    }
  if (page->footer_lines->len > 0)
    page->footer += 12 * page->k * factor;
  return page->footer <= page->picture->height * highest;
}

/* Smaller letters, as large as they can be, come before a higher footer, and that before fewer
 * words. */
static gboolean
try_sizes (MarchPicturePage *page, const char *text)
{
  static const double factors[] = { 1, 0.9, 0.8, LEAST_FOOTER };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    if (try_footer (page, text, factors[i], HIGHEST_FOOTER))
      return TRUE;
  return try_footer (page, text, LEAST_FOOTER, HIGHEST_LONG_FOOTER);
}

/* Where there is no room for all, the dossier's own credits go first; then whose areas are drawn,
 * and the convention of borders last. */
void
march_picture_layout_footer (MarchPicturePage *page)
{
  const MarchDossierFacts
      *facts = march_corpus_get_facts (march_snapshot_get_corpus (page->snapshot));
  g_auto (GStrv) lines = g_strsplit (facts->credits, "\n", -1);
  g_autofree char  *credits = g_strjoinv (" · ", lines);
  g_autofree char  *areas = name_areas (page);
  const char *const parts[] = { facts->convention, areas, credits, NULL };
  const char *const fewer[] = { facts->convention, areas, NULL };
  g_autofree char  *whole = join (parts);
  g_autofree char  *short_one = join (fewer);

  if (!try_sizes (page, whole) && !try_sizes (page, short_one)
      && !try_sizes (page, facts->convention))
    try_footer (page, "", LEAST_FOOTER, HIGHEST_FOOTER);
}

/* A strip below the map, so that nothing disputed lies under it. */
void
march_picture_paint_footer (const MarchPicturePage *page)
{
  const MarchPalette *palette = march_palette_get (page->style.theme);
  double              top = page->view.height - page->footer;
  double              pad = 6 * page->footer_style.pattern_scale;
  double              height = (page->footer - 2 * pad) / MAX (page->footer_lines->len, 1);
  MarchInk            ground = palette->halo;

  if (page->footer_lines->len == 0)
    return;
  march_vector_cover_texts (page->cr, 0, top, page->view.width, page->footer);
  march_ink_set_alpha (page->cr, &ground, 1);
  cairo_rectangle (page->cr, 0, top, page->view.width, page->footer);
  cairo_fill (page->cr);
  for (guint i = 0; i < page->footer_lines->len; i++)
    march_picture_write_text (page, &page->footer_style, MARCH_TEXT_CAPTION,
                              g_ptr_array_index (page->footer_lines, i),
                              MARCH_PICTURE_MARGIN * page->k, top + pad + i * height);
}
