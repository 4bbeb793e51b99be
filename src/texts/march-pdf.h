/* march-pdf.h — the text of a PDF */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "texts/march-facts.h"

G_BEGIN_DECLS

gboolean march_pdf_is_one (const char *data, gsize length);
char    *march_pdf_read   (GBytes *bytes, MarchFacts *facts, GPtrArray *notes,
                           GCancellable *cancellable, GError **error);

/**
 * MarchPdfLine:
 * @text: of one line, without its end
 * @page: on which it stands, 0 the first
 * @left: in points, from the page's top left corner, as are the others
 * @height: of its letters
 */
typedef struct
{
  char  *text;
  guint  page;
  double left;
  double right;
  double top;
  double height;
} MarchPdfLine;

GArray *march_pdf_lines_new  (void);
void    march_pdf_lines_strip (GArray *lines, guint n_pages);
char   *march_pdf_lines_join (const GArray *lines);

G_END_DECLS
