/* march-picture.h — a whole picture for export: map, title, day, legend, scale bar, convention and
 * credits */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-compared.h"
#include "render/march-layers.h"

G_BEGIN_DECLS

/**
 * MarchPicture:
 * @width: in logical pixels
 * @height: in logical pixels
 * @scale: device pixels per logical pixel
 * @place: what to fit into the free part; NULL: all that the dossier is about
 * @view: if not NULL, exactly this view instead
 * @style: theme, lens, language …
 * @title: written large; NULL: the dossier's title
 * @layers: (inout) (nullable): what is kept from one picture of pixels to the next, of which then
 * only what differs is painted; NULL at first, freed by the caller
 * @compared: (nullable): what was gained and lost between two days, drawn over the map
 */
typedef struct
{
  int               width;
  int               height;
  double            scale;
  const MarchPlace *place;
  const MarchView  *view;
  MarchStyle        style;
  const char       *title;
  MarchLayers     **layers;
  MarchCompared    *compared;
} MarchPicture;

#define MARCH_PICTURE_MAX_SIZE 16384

/* Of a PDF file's pages, all broader than high. */
typedef enum
{
  MARCH_PAGE_A4,
  MARCH_PAGE_A3,
  MARCH_PAGE_LETTER,
  MARCH_PAGE_16_9, /* of a projector's slide */
  MARCH_N_PAGE_SIZES
} MarchPageSize;

gboolean march_picture_write_png (const MarchPicture *picture,
                                  MarchPainter       *painter,
                                  MarchSnapshot      *snapshot,
                                  const char         *path,
                                  GCancellable       *cancellable,
                                  GError            **error);
gboolean march_picture_write_svg (const MarchPicture *picture,
                                  MarchPainter       *painter,
                                  MarchSnapshot      *snapshot,
                                  const char         *path,
                                  GCancellable       *cancellable,
                                  GError            **error);
gboolean march_picture_write_pdf (const MarchPicture *picture,
                                  MarchPageSize       size,
                                  MarchPainter       *painter,
                                  MarchSnapshot      *snapshot,
                                  const char         *path,
                                  GCancellable       *cancellable,
                                  GError            **error);
MarchView march_picture_find_view (const MarchPicture *picture,
                                   MarchPainter       *painter,
                                   MarchSnapshot      *snapshot);
char     *march_picture_sum_map   (const MarchPicture *picture,
                                   MarchPainter       *painter,
                                   MarchSnapshot      *snapshot,
                                   GCancellable       *cancellable);
gboolean march_picture_paint (const MarchPicture *picture,
                              MarchPainter       *painter,
                              MarchSnapshot      *snapshot,
                              cairo_t            *cr,
                              GCancellable       *cancellable);

G_END_DECLS
