/* march-reader-find.h — the bar that finds words in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/march-reader-text.h"

G_BEGIN_DECLS

#define MARCH_TYPE_READER_FIND (march_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderFind, march_reader_find, MARCH, READER_FIND, GtkBox)

/* Property "open": gboolean, whether the bar is there. */
GtkWidget *march_reader_find_new    (MarchReaderText *text);
void       march_reader_find_begin  (MarchReaderFind *find);
void       march_reader_find_end    (MarchReaderFind *find);
gboolean   march_reader_find_is_open (MarchReaderFind *find);

G_END_DECLS
