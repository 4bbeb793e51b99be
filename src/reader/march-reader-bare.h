/* march-reader-bare.h — a source without a text: its quotations in order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_BARE (march_reader_bare_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderBare, march_reader_bare, MARCH, READER_BARE, GtkBox)

GtkWidget *march_reader_bare_new    (void);
void       march_reader_bare_show   (MarchReaderBare   *bare,
                                     MarchCorpus       *corpus,
                                     const MarchSource *source);
gboolean   march_reader_bare_reveal (MarchReaderBare *bare, gint64 quotation);

G_END_DECLS
