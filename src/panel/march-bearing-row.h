/* march-bearing-row.h — what a quotation supports, disputes or qualifies, as a row */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

GtkWidget *march_bearing_row_new (MarchCorpus *corpus, const MarchEvidence *evidence, gint64 place);

G_END_DECLS
