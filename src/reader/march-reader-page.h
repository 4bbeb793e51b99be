/* march-reader-page.h — the page Reader: the sources, the text of one, and its coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-reader-text.h"
#include "session/march-session.h"
#include "widgets/march-adaptive-bin.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_PAGE (march_reader_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderPage, march_reader_page, MARCH, READER_PAGE, GtkBox)

/* Properties:
 *   "session"     MarchSession, to be set once
 *   "source"      gint64 id of the source that is read, notified when it changes; 0: none
 *   "menu-model"  GMenuModel of the button in the header
 * Signals:
 *   "coded" (gint64 quotation, gint64 place): what was coded is in the dossier, as one edit
 *   "picking": a place is to be picked on the map, which the window turns to; once one is selected,
 * the page activates "win.reader"
 * It activates "win.back", "win.undo", "win.redo" and "win.attach-text" (x: id of a source). */
void             march_reader_page_set_source (MarchReaderPage *page, gint64 source);
gint64           march_reader_page_get_source (MarchReaderPage *page);
void             march_reader_page_show_text  (MarchReaderPage *page, gint64 source,
                                               gint64 quotation);
void             march_reader_page_set_list   (MarchReaderPage *page, GtkWidget *list);
void             march_reader_page_enter_text (MarchReaderPage *page);
void             march_reader_page_name_steps (MarchReaderPage *page,
                                               const char      *undo,
                                               const char      *redo);
void             march_reader_page_set_room   (MarchReaderPage *page, MarchRoom room);
gboolean         march_reader_page_is_coding  (MarchReaderPage *page);
void             march_reader_page_end_coding (MarchReaderPage *page);
void             march_reader_page_aim        (MarchReaderPage *page, gint64 bears_on,
                                               gboolean alike);
void             march_reader_page_find       (MarchReaderPage *page);
MarchReaderText *march_reader_page_get_text   (MarchReaderPage *page);

G_END_DECLS
