/* march-picture-cards.c — what lies over the map of a picture: legend and scale bar */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-page.h"

#include "render/march-vector.h"

#define LEAST_LEGEND 0.5   /* of its size, on a small picture */
#define WIDEST_LEGEND 0.66 /* of the picture */
#define LEAST_PROJECTED 23.9 /* pixels, letters that are read across a room, but for rounding */
#define SCALE_BAR 150.0    /* its longest, logical pixels */
#define SCALE_PADDING 8.0
#define LEAST_SCALED 360   /* a narrower picture has no room for the bar beside the land */

void
march_picture_measure (const MarchStyle *style,
                       MarchTextKind     kind,
                       const char       *text,
                       double           *width,
                       double           *height)
{
  march_lettering_measure (march_lettering_get (), style, kind, text, width, height);
}

void
march_picture_write_text (const MarchPicturePage *page,
                          const MarchStyle       *style,
                          MarchTextKind           kind,
                          const char             *text,
                          double                  x,
                          double                  y)
{
  march_lettering_write (march_lettering_get (), page->cr, style, kind, text, x, y,
                         page->view.scale);
}

void
march_picture_paint_card (const MarchPicturePage *page, const MarchRect *card)
{
  const double        x = card->x0, y = card->y0, width = card->x1 - x, height = card->y1 - y;
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

/* The factor by which the legend fits into @room by @across. */
static double
fit_legend (const MarchPicturePage *page, double room, double across)
{
  double width, height;

  march_legend_measure (page->legend, &page->style, page->legend_columns, &width, &height);
  return CLAMP (MIN (room / MAX (height, 1), across / MAX (width, 1)), LEAST_LEGEND, 1);
}

static gboolean
shares_words (const MarchPicturePage *page, guint at)
{
  const MarchLegendEntry *entry = g_ptr_array_index (page->legend, at);

  for (guint i = 0; i < page->legend->len; i++)
    if (i != at && g_str_equal (((MarchLegendEntry *) page->legend->pdata[i])->words, entry->words))
      return TRUE;
  return FALSE;
}

/* Leaves out what is written small, but for what alone tells two entries apart. */
static void
leave_out_details (MarchPicturePage *page)
{
  for (guint i = 0; i < page->legend->len; i++)
    {
      MarchLegendEntry *entry = g_ptr_array_index (page->legend, i);

      if (shares_words (page, i))
        continue;
      g_free (entry->detail);
      entry->detail = g_strdup ("");
    }
}

/* How easily an entry is missed, from 1 on; 0: it has to stay. What is plain explains itself, a
 * colour doesn't. */
static guint
get_dispensability (const MarchLegendEntry *entry)
{
  switch (entry->kind)
    {
    case MARCH_SWATCH_OUTSIDE:
    case MARCH_SWATCH_WATER:
      return 4;
    case MARCH_SWATCH_SYMBOL:
      return entry->symbol == MARCH_SYMBOL_UNDISPUTED ? 4 : 0;
    case MARCH_SWATCH_SITE:
      return 3;
    case MARCH_SWATCH_RECOGNISED_BORDER:
      return 2;
    case MARCH_SWATCH_CLAIMED_BORDER:
      return 1;
    default:
      return 0;
    }
}

/* Returns: whether there was anything to leave out. */
static gboolean
leave_out_entry (MarchPicturePage *page)
{
  guint most = 0, which = 0;

  for (guint i = 0; i < page->legend->len; i++)
    if (get_dispensability (page->legend->pdata[i]) >= MAX (most, 1))
      {
        most = get_dispensability (page->legend->pdata[i]);
        which = i;
      }
  if (most > 0)
    g_ptr_array_remove_index (page->legend, which);
  return most > 0;
}

/* In as many columns as make it larger. */
static double
fit_columns (MarchPicturePage *page, double room, double across)
{
  double one, two;

  page->legend_columns = 2;
  two = fit_legend (page, room, across);
  page->legend_columns = 1;
  one = fit_legend (page, room, across);
  if (two > one)
    page->legend_columns = 2;
  return MAX (one, two);
}

/* Small letters can't be read across a room: there are fewer words, then fewer entries instead. */
static double
fit_projected (MarchPicturePage *page, double room, double across)
{
  const double size = march_lettering_get_size (&page->style, MARCH_TEXT_BODY);
  double       factor;

  leave_out_details (page);
  do
    factor = fit_columns (page, room, across);
  while (factor < 1 && factor * size < LEAST_PROJECTED && leave_out_entry (page));
  return factor;
}

/* A long legend on a small picture is made smaller, so that it leaves the title alone; where that
 * is not enough, it is left out. */
void
march_picture_layout_legend (MarchPicturePage *page)
{
  double pad = MARCH_PICTURE_PADDING * page->k, margin = MARCH_PICTURE_MARGIN * page->k;
  double bottom = page->picture->height - page->footer - margin;
  double room = bottom - page->title.y1 - margin - 2 * pad;
  double across = page->picture->width * WIDEST_LEGEND - margin - 2 * pad;
  double factor, width, height;

  page->legend_columns = 1;
  factor = fit_legend (page, room, across);
  if (factor < 1 && page->style.theme == MARCH_THEME_PROJECTOR)
    factor = fit_projected (page, room, across);
  page->legend_style = page->style;
  page->legend_style.pattern_scale *= factor;
  march_legend_measure (page->legend, &page->legend_style, page->legend_columns, &width, &height);
  page->legend_card = (MarchRect){ margin, bottom - height - 2 * pad, margin + width + 2 * pad,
                                   bottom };
  if (height > room || width > across + 1 || page->legend->len == 0)
    page->legend_card = (MarchRect){ 0, 0, 0, 0 };
}

gboolean
march_picture_has_legend (const MarchPicturePage *page)
{
  return page->legend_card.x1 > page->legend_card.x0;
}

void
march_picture_paint_legend (const MarchPicturePage *page)
{
  const MarchRect *card = &page->legend_card;
  double           pad = MARCH_PICTURE_PADDING * page->k;

  if (!march_picture_has_legend (page))
    return;
  march_picture_paint_card (page, card);
  march_legend_paint (page->cr, page->legend, page->legend_columns, card->x0 + pad, card->y0 + pad,
                      page->view.scale, &page->legend_style);
}

/* The bar goes first: it has room only beside all else. */
static gboolean
has_room (const MarchPicturePage *page, const MarchRect *card)
{
  const double margin = MARCH_PICTURE_MARGIN / 2 * page->k;
  MarchRect    around = { card->x0 - margin, card->y0 - margin, card->x1 + margin,
                          card->y1 + margin };

  return around.x0 >= 0 && around.y0 >= 0 && page->title_lines->len > 0
         && !march_rect_meets (&around, &page->title)
         && (!march_picture_has_legend (page) || !march_rect_meets (&around, &page->legend_card))
         && page->picture->width >= LEAST_SCALED * page->k;
}

/* How long the bar is, in logical pixels, and what it stands for. */
static char *
choose_scale (const MarchPicturePage *page, double *length)
{
  double metres_per_pixel = march_view_metres_per_pixel (&page->view);
  double longest = MIN (SCALE_BAR * page->k, page->picture->width / 4.0);
  double metres = march_view_round_length (longest * metres_per_pixel);

  *length = metres / metres_per_pixel;
  return march_view_describe_length (metres);
}

void
march_picture_layout_scale_bar (MarchPicturePage *page)
{
  double           pad = SCALE_PADDING * page->k, length, width, height;
  g_autofree char *text = choose_scale (page, &length);
  double           right = page->view.width - MARCH_PICTURE_MARGIN * page->k;
  double           bottom = page->view.height - page->footer - MARCH_PICTURE_MARGIN * page->k;

  march_picture_measure (&page->style, MARCH_TEXT_CAPTION, text, &width, &height);
  page->scale_card = (MarchRect){ right - MAX (length, width) - 2 * pad,
                                  bottom - height - 2 * pad - 4 * page->k, right, bottom };
  if (!has_room (page, &page->scale_card))
    page->scale_card = (MarchRect){ 0, 0, 0, 0 };
}

void
march_picture_paint_scale_bar (const MarchPicturePage *page)
{
  const MarchRect *card = &page->scale_card;
  double           length, width, height, pad = SCALE_PADDING * page->k;
  g_autofree char *text = choose_scale (page, &length);
  MarchInk         ink = march_palette_get (page->style.theme)->label;

  if (card->x1 <= card->x0)
    return;
  march_picture_measure (&page->style, MARCH_TEXT_CAPTION, text, &width, &height);
  march_picture_paint_card (page, card);
  march_picture_write_text (page, &page->style, MARCH_TEXT_CAPTION, text, card->x1 - pad - width,
                            card->y0 + pad);
  march_ink_set (page->cr, &ink);
  cairo_set_line_width (page->cr, 1.4 * page->k);
  cairo_move_to (page->cr, card->x1 - pad - length, card->y0 + pad + height - 2 * page->k);
  cairo_rel_line_to (page->cr, 0, 5 * page->k);
  cairo_rel_line_to (page->cr, length, 0);
  cairo_rel_line_to (page->cr, 0, -5 * page->k);
  cairo_stroke (page->cr);
}
