/* march-reader-text.h — the text of a source in a comfortable column, with what is quoted of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-reader-content.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_TEXT (march_reader_text_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderText, march_reader_text, MARCH, READER_TEXT, GtkBox)

/* Signals:
 *   "selection-changed": other words are selected, or none
 *   "located": what is quoted of the text is known, and the text is whole
 *   "activated" (pointer passages, a GPtrArray of MarchPassage): a click on quoted words or on a
 * mark beside them, or Enter there; the words' place is march_reader_text_get_place()
 * Positions are code points of the text as it is stored. */
GtkWidget     *march_reader_text_new           (void);
void           march_reader_text_show          (MarchReaderText   *text,
                                                MarchCorpus       *corpus,
                                                const MarchSource *source);
const MarchSource *march_reader_text_get_source (MarchReaderText *text);
MarchCorpus   *march_reader_text_get_corpus    (MarchReaderText *text);
MarchPassages *march_reader_text_get_passages  (MarchReaderText *text);
gboolean       march_reader_text_is_whole      (MarchReaderText *text);
GtkTextView   *march_reader_text_get_view      (MarchReaderText *text);
MarchReaderContent *march_reader_text_get_content (MarchReaderText *text);

void           march_reader_text_reveal        (MarchReaderText *text, gint64 quotation);
void           march_reader_text_reveal_stretch (MarchReaderText    *text,
                                                 const MarchStretch *stretch,
                                                 gboolean            flash);
gboolean       march_reader_text_step          (MarchReaderText *text, int direction);
gboolean       march_reader_text_get_selection (MarchReaderText *text, MarchStretch *selection);
void           march_reader_text_mark_found    (MarchReaderText *text,
                                                GArray          *found,
                                                guint            current);
guint          march_reader_text_get_point     (MarchReaderText *text);
gboolean       march_reader_text_get_place     (MarchReaderText    *text,
                                                const MarchStretch *stretch,
                                                GdkRectangle       *place);

G_END_DECLS
