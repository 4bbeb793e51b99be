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
#define LEAST_FOOTER 0.7
#define WIDEST_LEGEND 0.66 /* of the picture */
#define HIGHEST_TITLE 0.4  /* of the picture */
#define TIGHT 0.5          /* of margin and padding of the day alone */
#define HIGHEST_FOOTER 0.2 /* of the picture */
#define MOST_KEPT_PIXELS (1 << 24) /* two layers of 64 MiB */
#define SCALE_BAR 150.0  /* its longest, logical pixels */
#define LEAST_SCALED 360 /* a narrower picture has no room for the bar beside the land */

typedef struct
{
  const MarchPicture *picture;
  MarchPainter       *painter;
  MarchSnapshot      *snapshot;
  cairo_t            *cr;
  MarchView           view;
  MarchStyle          style;
  MarchStyle          legend_style; /* smaller, if there is little room */
  MarchStyle          footer_style;
  double              k;
  GPtrArray          *title_lines;  /* of TitleLine; empty where there is no room for any */
  MarchRect           title;        /* the title's card; empty if there is none */
  double              title_pad, title_margin;
  GPtrArray          *legend;
  MarchRect           legend_card;  /* empty if there is no room for it */
  GPtrArray          *footer_lines; /* of char* */
  double              footer;       /* its height */
} Page;

typedef struct
{
  MarchTextKind kind;
  char         *text;
} TitleLine;

static void
title_line_free (gpointer data)
{
  g_free (((TitleLine *) data)->text);
  g_free (data);
}

static void
measure (const MarchStyle *style,
         MarchTextKind     kind,
         const char       *text,
         double           *width,
         double           *height)
{
  march_lettering_measure (march_lettering_get (), style, kind, text, width, height);
}

static void
write_text (const Page       *page,
            const MarchStyle *style,
            MarchTextKind     kind,
            const char       *text,
            double            x,
            double            y)
{
  march_lettering_write (march_lettering_get (), page->cr, style, kind, text, x, y,
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
  march_ink_set_alpha (cr, &ground, 1);
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

static void
add_title_line (Page *page, MarchTextKind kind, char *text)
{
  TitleLine *line = g_new (TitleLine, 1);

  *line = (TitleLine){ kind, text };
  g_ptr_array_add (page->title_lines, line);
}

static char *
write_iso (MarchDay day)
{
  gint64 year;
  guint  month, of_month;

  march_day_to_ymd (day, &year, &month, &of_month);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02u-%02u", year, month, of_month);
}

static char *
describe_iso (const Page *page)
{
  MarchComparison *comparison = page->picture->compared != NULL
                                    ? march_compared_get_comparison (page->picture->compared)
                                    : NULL;
  g_autofree char *from = NULL, *to = NULL;

  if (comparison == NULL)
    return write_iso (march_snapshot_get_question (page->snapshot)->as_of);
  from = write_iso (comparison->from);
  to = write_iso (comparison->to);
  return g_strdup_printf ("%s → %s", from, to);
}

/* Which days are compared, and why there is nothing to see of it if there isn't. */
static void
add_compared_lines (Page *page)
{
  MarchComparison *comparison;

  if (page->picture->compared == NULL)
    return;
  comparison = march_compared_get_comparison (page->picture->compared);
  add_title_line (page, MARCH_TEXT_BODY, march_comparison_describe (comparison));
  if (comparison->untold != NULL)
    add_title_line (page, MARCH_TEXT_CAPTION, g_strdup (comparison->untold));
}

/* What the title's card says, ever shorter: the day is the last to go. */
enum
{
  TITLE_WHOLE,
  TITLE_AND_DAYS,
  TITLE_DAYS,
  TITLE_DAY,
  TITLE_NONE,
};

static void
list_title_lines (Page *page, guint brevity)
{
  g_ptr_array_set_size (page->title_lines, 0);
  if (brevity <= TITLE_AND_DAYS)
    add_title_line (page, MARCH_TEXT_TITLE,
                    g_strdup (march_picture_get_title (page->picture, page->snapshot)));
  if (brevity <= TITLE_DAYS)
    {
      add_title_line (page, MARCH_TEXT_BOLD, describe_days (page));
      add_compared_lines (page);
    }
  if (brevity == TITLE_WHOLE)
    add_title_line (page, MARCH_TEXT_BODY, describe_according (page));
  if (brevity == TITLE_DAY)
    add_title_line (page, MARCH_TEXT_BOLD, describe_iso (page));
}

/* A title that is too long ends in an ellipsis. */
static void
shorten (const Page *page, TitleLine *line, double room)
{
  double width, height;

  measure (&page->style, line->kind, line->text, &width, &height);
  for (glong n = g_utf8_strlen (line->text, -1); width > room && n > 8; n--)
    {
      g_autofree char *start = g_utf8_substring (line->text, 0, n - 2);

      g_free (line->text);
      line->text = g_strconcat (g_strchomp (start), "…", NULL);
      measure (&page->style, line->kind, line->text, &width, &height);
    }
}

static void
measure_title (Page *page)
{
  double pad = page->title_pad, margin = page->title_margin, widest = 0, high = 0;

  for (guint i = 0; i < page->title_lines->len; i++)
    {
      TitleLine *line = g_ptr_array_index (page->title_lines, i);
      double     width, height;

      if (line->kind == MARCH_TEXT_TITLE)
        shorten (page, line, page->picture->width - 2 * (margin + pad));
      measure (&page->style, line->kind, line->text, &width, &height);
      widest = MAX (widest, width);
      high += height;
    }
  page->title = (MarchRect){ margin, margin, margin + widest + 2 * pad, margin + high + 2 * pad };
}

static void
layout_title (Page *page)
{
  const MarchPicture *picture = page->picture;

  page->title_lines = g_ptr_array_new_with_free_func (title_line_free);
  for (guint brevity = TITLE_WHOLE; brevity < TITLE_NONE; brevity++)
    {
      const double tight = brevity == TITLE_DAY ? TIGHT : 1;

      page->title_pad = PADDING * page->k * tight;
      page->title_margin = MARGIN * page->k * tight;
      list_title_lines (page, brevity);
      measure_title (page);
      if (page->title.x1 <= picture->width - page->title_margin / 2
          && page->title.y1 <= picture->height * HIGHEST_TITLE / tight)
        return;
    }
  list_title_lines (page, TITLE_NONE);
  page->title = (MarchRect){ 0, 0, 0, 0 };
}

static void
paint_title (const Page *page)
{
  double pad = page->title_pad, y = page->title.y0 + pad;

  if (page->title_lines->len == 0)
    return;
  paint_card (page, page->title.x0, page->title.y0, page->title.x1 - page->title.x0,
              page->title.y1 - page->title.y0);
  for (guint i = 0; i < page->title_lines->len; i++)
    {
      const TitleLine *line = g_ptr_array_index (page->title_lines, i);
      double           width, height;

      measure (&page->style, line->kind, line->text, &width, &height);
      write_text (page, &page->style, line->kind, line->text, page->title.x0 + pad, y);
      y += height;
    }
}

/* A long legend on a small picture is made smaller, so that it leaves the title alone; where that
 * is not enough, it is left out. */
static void
layout_legend (Page *page)
{
  double pad = PADDING * page->k, margin = MARGIN * page->k;
  double bottom = page->picture->height - page->footer - margin;
  double room = bottom - page->title.y1 - margin - 2 * pad;
  double width, height, across;

  page->legend_style = page->style;
  march_legend_measure (page->legend, &page->legend_style, &width, &height);
  across = page->picture->width * WIDEST_LEGEND - margin - 2 * pad;
  page->legend_style.pattern_scale *= CLAMP (MIN (room / MAX (height, 1), across / MAX (width, 1)),
                                             LEAST_LEGEND, 1);
  march_legend_measure (page->legend, &page->legend_style, &width, &height);
  page->legend_card = (MarchRect){ margin, bottom - height - 2 * pad, margin + width + 2 * pad,
                                   bottom };
  if (height > room || width > across + 1
      || page->legend->len == 0)
    page->legend_card = (MarchRect){ 0, 0, 0, 0 };
}

static gboolean
has_legend (const Page *page)
{
  return page->legend_card.x1 > page->legend_card.x0;
}

static void
paint_legend (const Page *page)
{
  const MarchRect *card = &page->legend_card;
  double           pad = PADDING * page->k;

  if (!has_legend (page))
    return;
  paint_card (page, card->x0, card->y0, card->x1 - card->x0, card->y1 - card->y0);
  march_legend_paint (page->cr, page->legend, card->x0 + pad, card->y0 + pad, page->view.scale,
                      &page->legend_style);
}

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

      measure (style, kind, longer, &width, &height);
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

/* Whether @text fits in the footer, in letters of that factor. */
static gboolean
try_footer (Page *page, const char *text, double factor)
{
  double room = page->picture->width - 2 * MARGIN * page->k, width = 0, height = 0;

  page->footer_style = page->style;
  page->footer_style.pattern_scale *= factor;
  g_clear_pointer (&page->footer_lines, g_ptr_array_unref);
  page->footer_lines = wrap (&page->footer_style, MARCH_TEXT_CAPTION, text, room);
  page->footer = 0;
  for (guint i = 0; i < page->footer_lines->len; i++)
    {
      measure (&page->footer_style, MARCH_TEXT_CAPTION, g_ptr_array_index (page->footer_lines, i),
               &width, &height);
      if (width > room)
        return FALSE;
      page->footer += height;
    }
  if (page->footer_lines->len > 0)
    page->footer += 12 * page->k * factor;
  return page->footer <= page->picture->height * HIGHEST_FOOTER;
}

/* Smaller letters come before fewer words; of these, the convention of borders is the last. */
static void
layout_footer (Page *page)
{
  const MarchDossierFacts
      *facts = march_corpus_get_facts (march_snapshot_get_corpus (page->snapshot));
  g_autofree char *text = join_credits (page);

  if (!try_footer (page, text, 1) && !try_footer (page, text, LEAST_FOOTER)
      && !try_footer (page, facts->convention, LEAST_FOOTER))
    try_footer (page, "", LEAST_FOOTER);
}

/* A strip below the map, so that nothing disputed lies under it. */
static void
paint_footer (const Page *page)
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
    write_text (page, &page->footer_style, MARCH_TEXT_CAPTION,
                g_ptr_array_index (page->footer_lines, i), MARGIN * page->k,
                top + pad + i * height);
}

/* The bar goes first: it has room only beside all else. */
static gboolean
has_room (const Page *page, const MarchRect *card)
{
  const double margin = MARGIN / 2 * page->k;
  MarchRect    around = { card->x0 - margin, card->y0 - margin, card->x1 + margin,
                          card->y1 + margin };

  return around.x0 >= 0 && around.y0 >= 0 && page->title_lines->len > 0
         && !march_rect_meets (&around, &page->title)
         && (!has_legend (page) || !march_rect_meets (&around, &page->legend_card))
         && page->picture->width >= LEAST_SCALED * page->k;
}

static void
paint_scale_bar (const Page *page)
{
  double           metres_per_pixel = march_view_metres_per_pixel (&page->view);
  double           longest = MIN (SCALE_BAR * page->k, page->picture->width / 4.0);
  double           metres = march_view_round_length (longest * metres_per_pixel);
  double           length = metres / metres_per_pixel;
  g_autofree char *text = march_view_describe_length (metres);
  double           width, height, pad = 8 * page->k, right, bottom;
  MarchInk         ink = march_palette_get (page->style.theme)->label;
  MarchRect        card;

  measure (&page->style, MARCH_TEXT_CAPTION, text, &width, &height);
  right = page->view.width - MARGIN * page->k;
  bottom = page->view.height - page->footer - MARGIN * page->k;
  card = (MarchRect){ right - MAX (length, width) - 2 * pad,
                      bottom - height - 2 * pad - 4 * page->k, right, bottom };
  if (!has_room (page, &card))
    return;
  paint_card (page, card.x0, card.y0, card.x1 - card.x0, card.y1 - card.y0);
  write_text (page, &page->style, MARCH_TEXT_CAPTION, text, right - pad - width, card.y0 + pad);
  march_ink_set (page->cr, &ink);
  cairo_set_line_width (page->cr, 1.4 * page->k);
  cairo_move_to (page->cr, right - pad - length, card.y0 + pad + height - 2 * page->k);
  cairo_rel_line_to (page->cr, 0, 5 * page->k);
  cairo_rel_line_to (page->cr, length, 0);
  cairo_rel_line_to (page->cr, 0, -5 * page->k);
  cairo_stroke (page->cr);
}

/* Beside a wide map the title stands over the legend; else the map begins below it. */
static gboolean
is_title_over_map (const Page *page, double left)
{
  return page->title.x1 > left + (page->picture->width - left) * 0.3;
}

/* The legend's width depends on what is in view, and the view on the legend's width: two rounds
 * settle it. */
static void
choose_view (Page *page)
{
  const MarchPicture *picture = page->picture;
  MarchBox            box = march_painter_get_box (page->painter, picture->place);
  double              least = MIN (picture->width, picture->height) / 12.0;
  double              margin = MIN (FIT_MARGIN * page->k, least), left = margin;

  for (guint round = 0; round < 2; round++)
    {
      double top = MAX (margin, is_title_over_map (page, left) ? page->title.y1 : 0);
      double margins[4] = { top, margin, margin + page->footer, left };

      if (picture->view != NULL)
        page->view = *picture->view;
      else
        page->view = march_view_fit (&box, picture->width, picture->height, picture->scale,
                                     margins);
      g_clear_pointer (&page->legend, g_ptr_array_unref);
      page->legend = march_painter_list_legend (page->painter, page->snapshot, &page->view,
                                                &page->style);
      if (picture->compared != NULL)
        march_compared_list_legend (picture->compared, page->legend, &page->style);
      layout_legend (page);
      left = has_legend (page) ? MIN (page->legend_card.x1 + MARGIN * page->k,
                                      picture->width * 0.45)
                               : margin;
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
  g_ptr_array_unref (page.title_lines);
  g_ptr_array_unref (page.footer_lines);
  return page.view;
}

/* Pictures of pixels only, and none that would take up much memory beside the picture. */
static gboolean
may_keep_layers (const Page *page)
{
  double pixels = page->view.width * page->view.scale * page->view.height * page->view.scale;

  return page->picture->layers != NULL && march_view_is_sane (&page->view)
         && pixels <= MOST_KEPT_PIXELS
         && cairo_surface_get_type (cairo_get_target (page->cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/* What the picture before shows is brought to this day. */
static gboolean
paint_kept (const Page *page, GCancellable *cancellable)
{
  MarchLayers **layers = page->picture->layers;
  cairo_t      *cr = page->cr;

  if (*layers != NULL && !march_layers_are_of (*layers, page->painter, &page->view))
    g_clear_pointer (layers, march_layers_unref);
  if (*layers == NULL)
    *layers = march_layers_new (page->painter, &page->view);
  if (!march_layers_show (*layers, page->snapshot, &page->style, cancellable))
    return FALSE;
  cairo_save (cr);
  cairo_set_source_surface (cr, march_layers_get_control (*layers), 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_restore (cr);
  return TRUE;
}

/* Base and control, what was gained and lost over them, and the names on top. */
static gboolean
paint_map (const Page *page, GCancellable *cancellable)
{
  MarchCompared *compared = page->picture->compared;
  const gboolean kept = may_keep_layers (page);

  if (compared == NULL && !kept)
    return march_painter_paint (page->painter, page->cr, page->snapshot, &page->view, &page->style,
                                cancellable);
  if (kept ? !paint_kept (page, cancellable)
           : !march_painter_paint_base (page->painter, page->cr, &page->view, &page->style,
                                        cancellable)
                 || !march_painter_paint_control (page->painter, page->cr, page->snapshot,
                                                  &page->view, &page->style, cancellable))
    return FALSE;
  if (compared != NULL)
    march_compared_paint (compared, page->cr, &page->view, &page->style);
  return march_painter_paint_names (page->painter, page->cr, page->snapshot, &page->view,
                                    &page->style, NULL, NULL);
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
  finished = paint_map (&page, cancellable);
  if (finished)
    {
      paint_title (&page);
      paint_legend (&page);
      paint_footer (&page);
      paint_scale_bar (&page);
    }
  g_ptr_array_unref (page.legend);
  g_ptr_array_unref (page.title_lines);
  g_ptr_array_unref (page.footer_lines);
  return finished;
}
