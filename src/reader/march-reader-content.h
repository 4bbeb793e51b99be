/* march-reader-content.h — the text of a source with what is quoted of it, filled in by and by */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-passages.h"
#include "reader/march-text-find.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_CONTENT (march_reader_content_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderContent, march_reader_content, MARCH, READER_CONTENT, GObject)

/* Signals:
 *   "renewed": another buffer holds the text
 *   "forgotten": the passages are gone
 *   "passages": what is quoted of the text is known
 *   "whole": all of the text and its quotations are there
 * Positions are code points of the text as it is stored; the buffer may have more line ends, which
 * is nobody's business but that of march_reader_content_get_iters() and its like. */
MarchReaderContent *march_reader_content_new          (void);
gboolean            march_reader_content_show         (MarchReaderContent *content,
                                                       MarchCorpus        *corpus,
                                                       const MarchSource  *source);
const MarchSource  *march_reader_content_get_source   (MarchReaderContent *content);
MarchCorpus        *march_reader_content_get_corpus   (MarchReaderContent *content);
MarchPassages      *march_reader_content_get_passages (MarchReaderContent *content);
gboolean            march_reader_content_is_whole     (MarchReaderContent *content);
gboolean            march_reader_content_is_locating  (MarchReaderContent *content);
GtkTextBuffer      *march_reader_content_get_buffer   (MarchReaderContent *content);
void                march_reader_content_get_iters    (MarchReaderContent *content,
                                                       const MarchStretch *stretch,
                                                       GtkTextIter        *first,
                                                       GtkTextIter        *beyond);
guint               march_reader_content_get_point    (MarchReaderContent *content,
                                                       const GtkTextIter  *iter);
char               *march_reader_content_dup_words    (MarchReaderContent *content,
                                                       const MarchStretch *stretch);

G_END_DECLS
