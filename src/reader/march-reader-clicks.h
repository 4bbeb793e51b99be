/* march-reader-clicks.h — single clicks on a text, told from those that select */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARCH_TYPE_READER_CLICKS (march_reader_clicks_get_type ())
G_DECLARE_FINAL_TYPE (MarchReaderClicks, march_reader_clicks, MARCH, READER_CLICKS, GObject)

/* Signal "clicked": once on the text, where the cursor is now, and no second time. */
MarchReaderClicks *march_reader_clicks_new        (GtkTextView *view);
gboolean           march_reader_clicks_is_pressed (MarchReaderClicks *clicks);

G_END_DECLS
