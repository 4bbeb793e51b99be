/* march-reader-marks.h — the margin of a text: what each quotation supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-reader-content.h"

G_BEGIN_DECLS

/* How wide the margin is. */
#define MARCH_READER_MARGIN 64

#define MARCH_TYPE_READER_MARKS (march_reader_marks_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderMarks, march_reader_marks, MARCH, READER_MARKS, GtkWidget)

/* Signal "activated" (pointer passage, GtkWidget mark): a click on a mark, or Enter. */
GtkWidget *march_reader_marks_new    (GtkTextView *view, MarchReaderContent *content);
void       march_reader_marks_show   (MarchReaderMarks *marks, MarchPassages *passages);
void       march_reader_marks_update (MarchReaderMarks *marks);

G_END_DECLS
