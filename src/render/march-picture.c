/* march-picture.c — a whole picture for export: map, title, day, legend, scale bar, convention and
 * credits */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/march-lettering.h"
#include "render/march-scene.h"
#include "render/march-vector.h"

#define MARGIN 16.0
#define PADDING 14.0
#define FIT_MARGIN 24.0
#define LEAST_LEGEND 0.5 /* of its size, on a small picture */
#define SCALE_BAR 150.0  /* its longest, logical pixels */

typedef struct
{
  const MarchPicture *picture;
  MarchPainter       *painter;
  MarchSnapshot      *snapshot;
  cairo_t            *cr;
  MarchView           view;
  MarchStyle          style;
  MarchStyle          legend_style; /* smaller, if there is little room */
  double              k;
  double              title; /* height of the title's card and its margin */
  GPtrArray          *legend;
  GPtrArray          *footer_lines; /* of char* */
  double              footer;       /* its height */
} Page;

static void
measure (const Page *page, MarchTextKind kind, const char *text, double *width, double *height)
{
  march_lettering_measure (march_lettering_get (), &page->style, kind, text, width, height);
}

static void
write_text (const Page *page, MarchTextKind kind, const char *text, double x, double y)
{
  march_lettering_write (march_lettering_get (), page->cr, &page->style, kind, text, x, y,
                         page->view.scale);
}

static void
paint_card (const Page *page, double x, double y, double width, double height)
{
  const MarchPalette *palette = march_palette_get (page->style.theme);
  cairo_t            *cr = page->cr;
  double              radius = 10 * page->k;
  MarchInk            ground = palette->halo;

  march_vector_cover_texts (cr, x, y, width, height);
  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  march_ink_set_alpha (cr, &ground, 0.96);
  cairo_fill_preserve (cr);
  march_ink_set_alpha (cr, &palette->label, 0.18);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* "as of 15 May 2031", or "as of 15 May 2031 · known by 1 June 2031". */
static char *
describe_days (const Page *page)
{
  const MarchQuestion *question = march_snapshot_get_question (page->snapshot);
  g_autofree char     *as_of = march_day_describe (question->as_of);
  g_autofree char     *known_by = NULL;

  if (question->known_by == MARCH_DAY_MAX)
    return g_strdup_printf (_("as of %s · known by today"), as_of);
  known_by = march_day_describe (question->known_by);
  return g_strdup_printf (_("as of %s · known by %s"), as_of, known_by);
}

static char *
describe_according (const Page *page)
{
  const MarchQuestion *question = march_snapshot_get_question (page->snapshot);
  MarchCorpus         *corpus = march_snapshot_get_corpus (page->snapshot);
  const MarchActor    *actor = question->according_actor != 0
                                   ? march_corpus_get_actor (corpus, question->according_actor)
                                   : NULL;
  const MarchSource   *source = question->according_source != 0
                                    ? march_corpus_get_source (corpus, question->according_source)
                                    : NULL;

  if (actor != NULL)
    return g_strdup_printf (_("according to %s"),
                            march_actor_get_name (actor, page->style.language));
  if (source != NULL)
    return g_strdup_printf (_("according to “%s”"), source->title);
  return g_strdup (_("according to all sources"));
}

/* The given title, else the dossier's. */
const char *
march_picture_get_title (const MarchPicture *picture, MarchSnapshot *snapshot)
{
  return picture->title != NULL
             ? picture->title
             : march_corpus_get_facts (march_snapshot_get_corpus (snapshot))->title;
}

#define TITLE_LINES 3

/* The lines of the title's card and their sizes; frees nothing, borrows @days and @according. */
typedef struct
{
  struct
  {
    MarchTextKind kind;
    const char   *text;
    double        width, height;
  } lines[TITLE_LINES];
  double width, height;
} TitleCard;

static void
title_card_init (TitleCard *card, const Page *page, const char *days, const char *according)
{
  const char *title = march_picture_get_title (page->picture, page->snapshot);

  *card = (TitleCard){ { { MARCH_TEXT_TITLE, title, 0, 0 },
                         { MARCH_TEXT_BOLD, days, 0, 0 },
                         { MARCH_TEXT_BODY, according, 0, 0 } },
                       2 * PADDING * page->k,
                       2 * PADDING * page->k };
  for (guint i = 0; i < TITLE_LINES; i++)
    {
      measure (page, card->lines[i].kind, card->lines[i].text, &card->lines[i].width,
               &card->lines[i].height);
      card->width = MAX (card->width, card->lines[i].width + 2 * PADDING * page->k);
      card->height += card->lines[i].height;
    }
}

static void
layout_title (Page *page)
{
  g_autofree char *days = describe_days (page);
  g_autofree char *according = describe_according (page);
  TitleCard        card;

  title_card_init (&card, page, days, according);
  page->title = card.height + MARGIN * page->k;
}

static void
paint_title (const Page *page)
{
  g_autofree char *days = describe_days (page);
  g_autofree char *according = describe_according (page);
  double           margin = MARGIN * page->k, pad = PADDING * page->k, y = margin + pad;
  TitleCard        card;

  title_card_init (&card, page, days, according);
  paint_card (page, margin, margin, card.width, card.height);
  for (guint i = 0; i < TITLE_LINES; i++)
    {
      write_text (page, card.lines[i].kind, card.lines[i].text, margin + pad, y);
      y += card.lines[i].height;
    }
}

/* A long legend on a small picture is made smaller, so that it leaves the title alone. */
static void
layout_legend (Page *page, double *width)
{
  double room = page->picture->height - page->title - page->footer
                - 2 * (PADDING + MARGIN) * page->k;
  double height, factor;

  page->legend_style = page->style;
  march_legend_measure (page->legend, &page->legend_style, width, &height);
  factor = CLAMP (room / MAX (height, 1), LEAST_LEGEND, 1);
  page->legend_style.pattern_scale *= factor;
  march_legend_measure (page->legend, &page->legend_style, width, &height);
}

static void
paint_legend (const Page *page)
{
  double width, height, pad = PADDING * page->k, y;

  march_legend_measure (page->legend, &page->legend_style, &width, &height);
  y = page->view.height - page->footer - MARGIN * page->k - height - 2 * pad;
  paint_card (page, MARGIN * page->k, y, width + 2 * pad, height + 2 * pad);
  march_legend_paint (page->cr, page->legend, MARGIN * page->k + pad, y + pad, page->view.scale,
                      &page->legend_style);
}

/* Words of a paragraph on as many lines as they need. */
static GPtrArray *
wrap (const Page *page, MarchTextKind kind, const char *text, double room)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line->len > 0 ? g_strconcat (line->str, " ", words[i], NULL)
                                              : g_strdup (words[i]);
      double           width, height;

      measure (page, kind, longer, &width, &height);
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

/* Whose imported areas are on the map, "" if none are. */
static char *
name_areas (MarchSnapshot *snapshot)
{
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, NULL);
  const MarchSource    *source = march_snapshot_get_area_source (snapshot);

  if (areas->len == 0 || source == NULL)
    return g_strdup ("");
  /* Translators: %s is a source of imported areas. */
  return g_strdup_printf (_("Areas: %s"), source->title);
}

/* Convention, credits and the source of areas in one line of text. */
static char *
join_credits (const Page *page)
{
  const MarchDossierFacts
      *facts = march_corpus_get_facts (march_snapshot_get_corpus (page->snapshot));
  g_auto (GStrv) lines = g_strsplit (facts->credits, "\n", -1);
  g_autofree char *credits = g_strjoinv (" · ", lines);
  g_autofree char *areas = name_areas (page->snapshot);
  g_autofree char *own = g_strjoin (areas[0] != '\0' && credits[0] != '\0' ? " · " : "", areas,
                                    credits, NULL);

  return g_strjoin (facts->convention[0] != '\0' && own[0] != '\0' ? " · " : "",
                    facts->convention, own, NULL);
}

static void
layout_footer (Page *page)
{
  g_autofree char *text = join_credits (page);
  double           width = 0, height = 0;

  page->footer_lines = wrap (page, MARCH_TEXT_CAPTION, text,
                             page->picture->width - 2 * MARGIN * page->k);
  if (page->footer_lines->len == 0)
    return;
  measure (page, MARCH_TEXT_CAPTION, text, &width, &height);
  page->footer = page->footer_lines->len * height + 12 * page->k;
}

/* A strip below the map, so that nothing disputed lies under it. */
static void
paint_footer (const Page *page)
{
  const MarchPalette *palette = march_palette_get (page->style.theme);
  double              top = page->view.height - page->footer,
         height = (page->footer - 12 * page->k) / MAX (page->footer_lines->len, 1);
  MarchInk ground = palette->halo;

  if (page->footer_lines->len == 0)
    return;
  march_vector_cover_texts (page->cr, 0, top, page->view.width, page->footer);
  march_ink_set_alpha (page->cr, &ground, 1);
  cairo_rectangle (page->cr, 0, top, page->view.width, page->footer);
  cairo_fill (page->cr);
  for (guint i = 0; i < page->footer_lines->len; i++)
    write_text (page, MARCH_TEXT_CAPTION, g_ptr_array_index (page->footer_lines, i),
                MARGIN * page->k, top + 6 * page->k + i * height);
}

static void
paint_scale_bar (const Page *page)
{
  double           metres_per_pixel = march_view_metres_per_pixel (&page->view);
  double           metres = march_view_round_length (SCALE_BAR * page->k * metres_per_pixel),
         length = metres / metres_per_pixel;
  g_autofree char *text = march_view_describe_length (metres);
  double           width, height, pad = 8 * page->k, x, y;
  MarchInk         ink = march_palette_get (page->style.theme)->label;

  measure (page, MARCH_TEXT_CAPTION, text, &width, &height);
  x = page->view.width - MARGIN * page->k - length - 2 * pad;
  y = page->view.height - page->footer - MARGIN * page->k - height - 2 * pad - 4 * page->k;
  paint_card (page, x, y, length + 2 * pad, height + 2 * pad + 4 * page->k);
  write_text (page, MARCH_TEXT_CAPTION, text, x + pad + (length - width), y + pad);
  march_ink_set (page->cr, &ink);
  cairo_set_line_width (page->cr, 1.4 * page->k);
  cairo_move_to (page->cr, x + pad, y + pad + height - 2 * page->k);
  cairo_rel_line_to (page->cr, 0, 5 * page->k);
  cairo_rel_line_to (page->cr, length, 0);
  cairo_rel_line_to (page->cr, 0, -5 * page->k);
  cairo_stroke (page->cr);
}

/* The legend's width depends on what is in view, and the view on the legend's width: two rounds
 * settle it. */
static void
choose_view (Page *page)
{
  const MarchPicture *picture = page->picture;
  MarchBox            box = march_painter_get_box (page->painter, picture->place);
  double              margin = FIT_MARGIN * page->k, left = margin;

  for (guint round = 0; round < 2; round++)
    {
      double margins[4] = { margin, margin, margin + page->footer, left }, width;

      if (picture->view != NULL)
        page->view = *picture->view;
      else
        page->view = march_view_fit (&box, picture->width, picture->height, picture->scale,
                                     margins);
      g_clear_pointer (&page->legend, g_ptr_array_unref);
      page->legend = march_painter_list_legend (page->painter, page->snapshot, &page->view,
                                                &page->style);
      layout_legend (page, &width);
      left = MIN (width + 2 * (PADDING + MARGIN) * page->k, picture->width * 0.45);
    }
  page->view.width = picture->width;
  page->view.height = picture->height;
  page->view.scale = picture->scale;
}

/**
 * march_picture_find_view:
 *
 * Returns: what the picture shows, so that others can be made to show the same
 */
MarchView
march_picture_find_view (const MarchPicture *picture,
                         MarchPainter       *painter,
                         MarchSnapshot      *snapshot)
{
  Page page = { .picture = picture,
                .painter = painter,
                .snapshot = snapshot,
                .style = picture->style,
                .k = picture->style.pattern_scale };

  layout_title (&page);
  layout_footer (&page);
  choose_view (&page);
  g_ptr_array_unref (page.legend);
  g_ptr_array_unref (page.footer_lines);
  return page.view;
}

/**
 * march_picture_paint:
 * @cr: of a surface of the picture's size with its scale as device scale
 * @cancellable: (nullable)
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_picture_paint (const MarchPicture *picture,
                     MarchPainter       *painter,
                     MarchSnapshot      *snapshot,
                     cairo_t            *cr,
                     GCancellable       *cancellable)
{
  Page     page = { .picture = picture,
                    .painter = painter,
                    .snapshot = snapshot,
                    .cr = cr,
                    .style = picture->style,
                    .k = picture->style.pattern_scale };
  gboolean finished;

  layout_title (&page);
  layout_footer (&page);
  choose_view (&page);
  finished = march_painter_paint (painter, cr, snapshot, &page.view, &page.style, cancellable);
  if (finished)
    {
      paint_title (&page);
      paint_legend (&page);
      paint_footer (&page);
      paint_scale_bar (&page);
    }
  g_ptr_array_unref (page.legend);
  g_ptr_array_unref (page.footer_lines);
  return finished;
}
