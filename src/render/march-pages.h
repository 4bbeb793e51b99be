/* march-pages.h — lets paragraphs flow over the columns and pages of a document */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "render/march-style.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_PARAGRAPH_TITLE,
  MARCH_PARAGRAPH_HEADING,
  MARCH_PARAGRAPH_BODY,
  MARCH_PARAGRAPH_NOTE,
  MARCH_N_PARAGRAPHS
} MarchParagraph;

/**
 * MarchPages:
 *
 * Pages that follow those already on the surface. Lengths are in points.
 */
typedef struct _MarchPages MarchPages;

MarchPages *march_pages_new  (cairo_t    *cr,
                              double      width,
                              double      height,
                              guint       n_before,
                              const char *running);
void        march_pages_free (MarchPages *self);
void        march_pages_add  (MarchPages     *self,
                              MarchParagraph  kind,
                              double          indent,
                              const char     *text);
void        march_pages_add_row   (MarchPages        *self,
                                   MarchParagraph     kind,
                                   const char *const *cells,
                                   guint              n);
void        march_pages_add_space (MarchPages *self, double height);
guint       march_pages_finish    (MarchPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPages, march_pages_free)

G_END_DECLS
