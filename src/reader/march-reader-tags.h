/* march-reader-tags.h — how quoted and found words are told from the others in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-passages.h"

G_BEGIN_DECLS

GtkTextTagTable *march_reader_tags_new      (void);
void             march_reader_tags_colour   (GtkTextTagTable *tags);
void             march_reader_tags_apply    (GtkTextBuffer *buffer, const MarchPassage *passage,
                                             const GtkTextIter *first, const GtkTextIter *beyond);
void             march_reader_tags_clear    (GtkTextBuffer *buffer);
guint            march_reader_tags_get_slot (const MarchQuotation *quotation);

/* Tags for what was looked for: all of it, where the reader is, and what the reader was led to. */
/* Between the lines of a paragraph, in pixels. */
#define MARCH_READER_LEADING 7

/* Of a line that is broken for show only: the next one is as close as within a paragraph. */
#define MARCH_TAG_BROKEN "broken"
/* Of empty lines above the first word: hardly there. */
#define MARCH_TAG_BLANK "blank"
#define MARCH_TAG_FOUND "found"
#define MARCH_TAG_CURRENT "current"
#define MARCH_TAG_FLASH "flash"

G_END_DECLS
