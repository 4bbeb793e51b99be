/* march-picture-page.h — a picture in the making: its map, and what lies over and below it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "render/march-lettering.h"
#include "render/march-picture-private.h"
#include "render/march-scene.h"

G_BEGIN_DECLS

#define MARCH_PICTURE_MARGIN 16.0
#define MARCH_PICTURE_PADDING 14.0

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
  GPtrArray          *title_lines;  /* of lines; empty where there is no room for any */
  MarchRect           title;        /* the title's card; empty if there is none */
  double              title_pad, title_margin;
  GPtrArray          *legend;
  guint               legend_columns;
  MarchRect           legend_card;  /* empty if there is no room for it */
  MarchRect           scale_card;   /* likewise */
  GPtrArray          *footer_lines; /* of char* */
  double              footer;       /* its height */
} MarchPicturePage;

void     march_picture_layout_title     (MarchPicturePage *page);
void     march_picture_layout_footer    (MarchPicturePage *page);
void     march_picture_layout_legend    (MarchPicturePage *page);
void     march_picture_layout_scale_bar (MarchPicturePage *page);
gboolean march_picture_has_legend       (const MarchPicturePage *page);
void     march_picture_paint_title      (const MarchPicturePage *page);
void     march_picture_paint_footer     (const MarchPicturePage *page);
void     march_picture_paint_legend     (const MarchPicturePage *page);
void     march_picture_paint_scale_bar  (const MarchPicturePage *page);

void march_picture_measure    (const MarchStyle *style,
                               MarchTextKind     kind,
                               const char       *text,
                               double           *width,
                               double           *height);
void march_picture_write_text (const MarchPicturePage *page,
                               const MarchStyle       *style,
                               MarchTextKind           kind,
                               const char             *text,
                               double                  x,
                               double                  y);
void march_picture_paint_card (const MarchPicturePage *page, const MarchRect *card);

G_END_DECLS
