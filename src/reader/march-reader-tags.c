/* march-reader-tags.c — how quoted and found words are told from the others in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-reader-tags.h"
#include "widgets/march-theme.h"

/* How much of an actor's hue is in the ground of quoted words; the rest is that of the page. */
#define SHARE_LIGHT 0.40
#define SHARE_DARK 0.55
#define SHARE_HIGH_CONTRAST 0.60

static const MarchInk grey_light = { 0.88, 0.88, 0.88, 1 };
static const MarchInk grey_dark = { 0.29, 0.29, 0.31, 1 };

static char *
name_tag (guint slot, guint lane)
{
  return g_strdup_printf ("quoted-%u-%u", slot, lane);
}

static gboolean
is_dark (MarchTheme theme)
{
  return theme == MARCH_THEME_DARK || theme == MARCH_THEME_HIGH_CONTRAST_DARK;
}

static GdkRGBA
get_ground (MarchTheme theme, guint slot)
{
  const double   page = is_dark (theme) ? 0.12 : 1;
  const MarchInk fill = march_palette_get_fill (theme, slot);
  double         share = is_dark (theme) ? SHARE_DARK : SHARE_LIGHT;

  if (slot == 0)
    {
      const MarchInk grey = is_dark (theme) ? grey_dark : grey_light;

      return (GdkRGBA){ grey.red, grey.green, grey.blue, 1 };
    }
  if (theme == MARCH_THEME_HIGH_CONTRAST || theme == MARCH_THEME_HIGH_CONTRAST_DARK)
    share = SHARE_HIGH_CONTRAST;
  return (GdkRGBA){ fill.red * share + page * (1 - share), fill.green * share + page * (1 - share),
                    fill.blue * share + page * (1 - share), 1 };
}

static GdkRGBA
get_ink (MarchTheme theme, guint slot)
{
  const MarchInk ink = march_palette_get_ink (theme, slot);

  return (GdkRGBA){ ink.red, ink.green, ink.blue, 1 };
}

/* What begins within another is underlined, and what begins within both is lined above as well. */
static void
colour_quoted (GtkTextTag *tag, MarchTheme theme, guint slot, guint lane)
{
  const GdkRGBA ground = get_ground (theme, slot);
  const GdkRGBA ink = get_ink (theme, slot);

  g_object_set (tag, "background-rgba", &ground, NULL);
  if (lane > 0)
    g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &ink, NULL);
  /* A colour of its own GTK 4.8 would free twice. */
  if (lane > 1)
    g_object_set (tag, "overline", PANGO_OVERLINE_SINGLE, NULL);
}

static void
colour_found (GtkTextTag *tag, const char *ground, const char *ink)
{
  g_object_set (tag, "background", ground, "foreground", ink, NULL);
}

/** march_reader_tags_colour: gives the tags the colours of the desktop's style; again whenever that
 * changes */
void
march_reader_tags_colour (GtkTextTagTable *tags)
{
  const MarchTheme theme = march_theme_get_current ();
  const gboolean   dark = is_dark (theme);

  for (guint lane = 0; lane < MARCH_PASSAGE_LANES; lane++)
    for (guint slot = 0; slot <= MARCH_N_SLOTS; slot++)
      {
        g_autofree char *name = name_tag (slot, lane);

        colour_quoted (gtk_text_tag_table_lookup (tags, name), theme, slot, lane);
      }
  colour_found (gtk_text_tag_table_lookup (tags, MARCH_TAG_FOUND), dark ? "#6b5a00" : "#f9e98a",
                dark ? "#ffffff" : "#000000");
  colour_found (gtk_text_tag_table_lookup (tags, MARCH_TAG_CURRENT), "#f5c211", "#000000");
  colour_found (gtk_text_tag_table_lookup (tags, MARCH_TAG_FLASH), dark ? "#ffffff" : "#241f31",
                dark ? "#000000" : "#ffffff");
}

/** march_reader_tags_new: Returns: (transfer full): all tags of a text, coloured; the later ones
 * count more where several meet */
GtkTextTagTable *
march_reader_tags_new (void)
{
  GtkTextTagTable         *tags = gtk_text_tag_table_new ();
  g_autoptr (GtkTextTag)   broken = gtk_text_tag_new (MARCH_TAG_BROKEN);
  g_autoptr (GtkTextTag)   blank = gtk_text_tag_new (MARCH_TAG_BLANK);
  static const char *const found[] = { MARCH_TAG_FOUND, MARCH_TAG_CURRENT, MARCH_TAG_FLASH };

  for (guint lane = 0; lane < MARCH_PASSAGE_LANES; lane++)
    for (guint slot = 0; slot <= MARCH_N_SLOTS; slot++)
      {
        g_autofree char       *name = name_tag (slot, lane);
        g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

        gtk_text_tag_table_add (tags, tag);
      }
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (found[i]);

      gtk_text_tag_table_add (tags, tag);
    }
  g_object_set (broken, "pixels-below-lines", MARCH_READER_LEADING, NULL);
  gtk_text_tag_table_add (tags, broken);
  g_object_set (blank, "size-points", 1.0, "pixels-below-lines", 0, NULL);
  gtk_text_tag_table_add (tags, blank);
  march_reader_tags_colour (tags);
  return tags;
}

static gboolean
is_current (const MarchAssertion *assertion)
{
  return assertion != NULL && !assertion->retracted && assertion->superseded_by == NULL;
}

/** march_reader_tags_get_slot: Returns: the colour slot of whom the words are about: who holds or
 * says that it owns, else who takes the position or for whom the value is; 0 for nobody */
guint
march_reader_tags_get_slot (const MarchQuotation *quotation)
{
  const MarchActor *actor = NULL;

  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchAssertion *assertion
          = ((const MarchEvidence *) quotation->evidence->pdata[i])->assertion;

      if (!is_current (assertion) || assertion->actor == NULL || assertion->actor->palette == 0)
        continue;
      if (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM)
        {
          actor = assertion->actor;
          break;
        }
      if (actor == NULL)
        actor = assertion->actor;
    }
  return actor == NULL ? 0 : (actor->palette - 1) % MARCH_N_SLOTS + 1;
}

/** march_reader_tags_apply: marks the words of @passage in @buffer, from @first to @beyond */
void
march_reader_tags_apply (GtkTextBuffer      *buffer,
                         const MarchPassage *passage,
                         const GtkTextIter  *first,
                         const GtkTextIter  *beyond)
{
  g_autofree char *name = name_tag (march_reader_tags_get_slot (passage->quotation), passage->lane);

  gtk_text_buffer_apply_tag_by_name (buffer, name, first, beyond);
}

/** march_reader_tags_clear: takes the marks of quotations off all words of @buffer */
void
march_reader_tags_clear (GtkTextBuffer *buffer)
{
  GtkTextIter first, beyond;

  gtk_text_buffer_get_bounds (buffer, &first, &beyond);
  for (guint lane = 0; lane < MARCH_PASSAGE_LANES; lane++)
    for (guint slot = 0; slot <= MARCH_N_SLOTS; slot++)
      {
        g_autofree char *name = name_tag (slot, lane);

        gtk_text_buffer_remove_tag_by_name (buffer, name, &first, &beyond);
      }
}
