/* march-reader-heading.h — what stands above a text: publication, title, author */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_HEADING (march_reader_heading_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderHeading, march_reader_heading, MARCH, READER_HEADING, GtkBox)

GtkWidget *march_reader_heading_new  (void);
void       march_reader_heading_show (MarchReaderHeading *heading,
                                      const MarchSource  *source,
                                      gboolean            unchanged);

G_END_DECLS
