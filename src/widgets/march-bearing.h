/* march-bearing.h — what a quotation supports, disputes or qualifies, in words and as a sample */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

GPtrArray *march_bearing_sort               (GPtrArray *evidence, gint64 place);
GtkWidget *march_bearing_icon_new           (const char *name);
GtkWidget *march_bearing_swatch_new         (MarchCorpus *corpus, const MarchAssertion *assertion);
char      *march_bearing_describe_assertion (const MarchAssertion *assertion);
char      *march_bearing_describe           (const MarchEvidence *evidence, gint64 place);
char      *march_bearing_describe_manner    (const MarchEvidence *evidence);

G_END_DECLS
