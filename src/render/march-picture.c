/* march-picture.c — a whole picture for export: map, title, day, legend, scale bar, convention and
 * credits */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-page.h"

#include <math.h>

#define FIT_MARGIN 24.0
#define BROADEST_COLUMN 0.45  /* of the picture, beside which the map is fitted in */
#define BROADEST_COLUMNS 0.62 /* where the legend has several */
#define MOST_KEPT_PIXELS (1 << 24) /* two layers of 64 MiB */

/* Beside a wide map the title stands over the legend; else the map begins below it. */
static gboolean
is_title_over_map (const MarchPicturePage *page, double left)
{
  return page->title.x1 > left + (page->picture->width - left) * 0.3;
}

/* Where the map begins beside the legend. A very broad one lies over some of it. */
static double
find_left (const MarchPicturePage *page)
{
  const double most = page->legend_columns > 1 ? BROADEST_COLUMNS : BROADEST_COLUMN;

  return MIN (page->legend_card.x1 + MARCH_PICTURE_MARGIN * page->k, page->picture->width * most);
}

/* The legend's width depends on what is in view, and the view on the legend's width: two rounds
 * settle it. */
static void
choose_view (MarchPicturePage *page)
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
      march_picture_layout_legend (page);
      left = march_picture_has_legend (page) ? find_left (page) : margin;
    }
  page->view.width = picture->width;
  page->view.height = picture->height;
  page->view.scale = picture->scale;
}

/* All but the map itself: where it lies, and what it says. */
static void
page_init (MarchPicturePage   *page,
           const MarchPicture *picture,
           MarchPainter       *painter,
           MarchSnapshot      *snapshot)
{
  *page = (MarchPicturePage){ .picture = picture,
                              .painter = painter,
                              .snapshot = snapshot,
                              .style = picture->style };
  march_style_fit_height (&page->style, picture->height);
  page->k = page->style.pattern_scale;
  march_picture_layout_title (page);
  march_picture_layout_footer (page);
  choose_view (page);
  march_picture_layout_scale_bar (page);
}

static void
page_clear (MarchPicturePage *page)
{
  g_ptr_array_unref (page->legend);
  g_ptr_array_unref (page->title_lines);
  g_ptr_array_unref (page->footer_lines);
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
  MarchPicturePage page;

  page_init (&page, picture, painter, snapshot);
  page_clear (&page);
  return page.view;
}

/* Pictures of pixels only, and none that would take up much memory beside the picture. */
static gboolean
may_keep_layers (const MarchPicturePage *page)
{
  double pixels = page->view.width * page->view.scale * page->view.height * page->view.scale;

  return page->picture->layers != NULL && march_view_is_sane (&page->view)
         && pixels <= MOST_KEPT_PIXELS
         && cairo_surface_get_type (cairo_get_target (page->cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/* What the picture before shows is brought to this day. */
static gboolean
paint_kept (const MarchPicturePage *page, GCancellable *cancellable)
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

/* Base and control, whichever way is the cheapest. */
static gboolean
paint_land (const MarchPicturePage *page, GCancellable *cancellable)
{
  if (may_keep_layers (page))
    return paint_kept (page, cancellable);
  if (page->picture->compared == NULL)
    return march_painter_paint_map (page->painter, page->cr, page->snapshot, &page->view,
                                    &page->style, cancellable);
  return march_painter_paint_base (page->painter, page->cr, &page->view, &page->style, cancellable)
         && march_painter_paint_control (page->painter, page->cr, page->snapshot, &page->view,
                                         &page->style, cancellable);
}

static void
add_cover (GArray *covers, const MarchRect *rect)
{
  if (rect->x1 > rect->x0)
    g_array_append_vals (covers, rect, 1);
}

/* What hides the map, and would hide names. */
static GArray *
list_covers (const MarchPicturePage *page)
{
  const MarchRect footer = { 0, page->view.height - page->footer, page->view.width,
                             page->view.height };
  GArray         *covers = g_array_new (FALSE, FALSE, sizeof (MarchRect));

  add_cover (covers, &page->title);
  add_cover (covers, &page->legend_card);
  add_cover (covers, &page->scale_card);
  if (page->footer > 0)
    add_cover (covers, &footer);
  return covers;
}

/* The land, what was gained and lost over it, and the names on top. */
static gboolean
paint_map (const MarchPicturePage *page, GCancellable *cancellable)
{
  g_autoptr (GArray) covers = list_covers (page);

  if (!paint_land (page, cancellable))
    return FALSE;
  if (page->picture->compared != NULL)
    march_compared_paint (page->picture->compared, page->cr, &page->view, &page->style);
  return march_painter_paint_names (page->painter, page->cr, page->snapshot, &page->view,
                                    &page->style, NULL, covers, NULL);
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
  MarchPicturePage page;
  gboolean         finished;

  page_init (&page, picture, painter, snapshot);
  page.cr = cr;
  finished = paint_map (&page, cancellable);
  if (finished)
    {
      march_picture_paint_title (&page);
      march_picture_paint_legend (&page);
      march_picture_paint_footer (&page);
      march_picture_paint_scale_bar (&page);
    }
  page_clear (&page);
  return finished;
}

/* What is over the map doesn't count, nor do names that would give way to it. */
static gboolean
paint_bare (const MarchPicture *picture,
            MarchPainter       *painter,
            MarchSnapshot      *snapshot,
            const MarchView    *view,
            const MarchStyle   *style,
            cairo_t            *cr,
            GCancellable       *cancellable)
{
  if (!march_painter_paint_map (painter, cr, snapshot, view, style, cancellable))
    return FALSE;
  if (picture->compared != NULL)
    march_compared_paint (picture->compared, cr, view, style);
  return march_painter_paint_names (painter, cr, snapshot, view, style, NULL, NULL, NULL);
}

/**
 * march_picture_sum_map:
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): a sum of the map's pixels, the same for two days of which
 * one picture shows the same but for dates in its title and legend; %NULL if it could not be made
 */
char *
march_picture_sum_map (const MarchPicture *picture,
                       MarchPainter       *painter,
                       MarchSnapshot      *snapshot,
                       GCancellable       *cancellable)
{
  MarchView        view = march_picture_find_view (picture, painter, snapshot);
  MarchStyle       style = picture->style;
  cairo_surface_t *surface;
  cairo_t         *cr;
  char            *sum = NULL;

  march_style_fit_height (&style, picture->height);
  view.scale = MIN (view.scale, sqrt (MOST_KEPT_PIXELS / (view.width * view.height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (view.width * view.scale),
                                        (int) ceil (view.height * view.scale));
  cairo_surface_set_device_scale (surface, view.scale, view.scale);
  cr = cairo_create (surface);
  if (paint_bare (picture, painter, snapshot, &view, &style, cr, cancellable)
      && cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_flush (surface);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                         (gsize) cairo_image_surface_get_stride (surface)
                                             * cairo_image_surface_get_height (surface));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sum;
}
