/* march-reader-page-private.h — what the files of the page Reader share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "reader/march-coding-pane.h"
#include "reader/march-reader-bare.h"
#include "reader/march-reader-find.h"
#include "reader/march-reader-page.h"

G_BEGIN_DECLS

struct _MarchReaderPage
{
  GtkBox parent_instance;

  MarchSession *session;
  gint64        source;  /* id of what is read, 0 for nothing */
  MarchRoom     room;
  guint         update;  /* id of the idle source, 0 for none */
  gboolean      entered; /* the page has come into view, and the focus is to go to the text */
  GtkWidget    *bubble;  /* what can be done with the selected words */
  GtkWidget    *popover; /* the quotations at a place of the text */

  MarchCodingPane *coding;
  MarchStretch     waiting; /* words to be quoted once what is coded is saved; empty for none */
  gboolean         note;    /* and to have a note */
  gint64           relinked; /* id of a quotation whose words are chosen anew, 0 for none */
  gint64           aim;      /* id of what the next words that are quoted bear on, 0 for none */
  gboolean         alike;    /* they say the same by themselves, instead */
  gboolean         picking; /* a place on the map */

  /* Template children */
  AdwWindowTitle   *title;
  AdwButtonContent *back;
  GtkWidget        *list_button;
  GtkWidget        *undo_button;
  GtkWidget        *redo_button;
  GtkMenuButton    *menu_button;
  GtkToggleButton  *find_button;
  AdwFlap          *list_flap;
  AdwBin           *list_slot;
  AdwFlap          *coding_flap;
  AdwBin           *coding_slot;
  AdwBin           *find_slot;
  GtkStack         *stack;
  MarchReaderText  *text;
  MarchReaderBare  *bare;
  GtkWidget        *status_bar;
  GtkImage         *status_icon;
  GtkLabel         *status;
  MarchReaderFind  *find;
};

MarchCorpus       *march_reader_page_get_corpus      (MarchReaderPage *page);
const MarchSource *march_reader_page_find_source     (MarchReaderPage *page);
guint              march_reader_page_find_position   (GPtrArray *sources, gint64 id);
void               march_reader_page_show_status     (MarchReaderPage *page);
void               march_reader_page_close_popover   (MarchReaderPage *page);
void               march_reader_page_focus_text      (MarchReaderPage *page);
void               march_reader_page_show_coding     (MarchReaderPage *page, gboolean shown);

/* march-reader-page-coding.c */
char              *march_reader_page_describe_aim    (MarchReaderPage *page);
void               march_reader_page_make_coding     (MarchReaderPage *page);
void               march_reader_page_install_coding  (GtkWidgetClass *widget_class);

/* march-reader-page-leading.c */
void               march_reader_page_install_leading (GtkWidgetClass *widget_class);

G_END_DECLS
