/* reader-fixture.h — what the tests of the reader share: a source with a text, and passages */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "march-ui.h"

#include "reader/march-coding-pane.h"
#include "reader/march-reader-page.h"

G_BEGIN_DECLS

/* Of Velmark, in tests/data/velmark. */
extern const char *reader_dossier_path;

MarchWindow       *reader_open              (void);
void               reader_discard           (MarchWindow *window);
MarchReaderPage   *reader_get_page          (MarchWindow *window);
const MarchSource *reader_get_quoted_source (MarchSession *session);
char              *reader_write_text        (const MarchSource *source, guint n_paragraphs);
void               reader_attach            (MarchSession *session, const MarchSource *source,
                                             const char *text);
MarchReaderText   *reader_await_text        (MarchReaderPage *page);
char              *reader_get_words         (MarchReaderText *text, guint first, guint beyond);
void               reader_select            (MarchReaderText *text, guint first, guint beyond);
GtkWidget         *reader_get_entry         (GtkWidget *root, const char *placeholder);
MarchCodingPane   *reader_begin             (MarchWindow *window, const char *text,
                                             const char *words);
MarchCodingPane   *reader_begin_coding      (MarchWindow *window, const MarchSource *source,
                                             char **text);
void               reader_await_saved       (MarchCodingPane *pane);
const MarchQuotation *reader_find_quotation (const MarchSource *source, const char *words);

G_END_DECLS
