/* march-reader-card.h — the quotations at one place of a text, and what each supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-passages.h"

G_BEGIN_DECLS

/* Its rows and buttons activate "reader.show-place" (x: id of an assertion), "reader.show-card" and
 * "reader.code" (x: id of a quotation). */
GtkWidget *march_reader_card_new (MarchPassages *passages, GPtrArray *at);
GtkWidget *march_reader_card_new_for_quotation (MarchCorpus          *corpus,
                                                const MarchQuotation *quotation,
                                                gboolean              words);

G_END_DECLS
