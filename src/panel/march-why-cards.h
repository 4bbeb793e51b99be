/* march-why-cards.h — the cards of "Why this colour?": rule, assertion, words, sources, and the
 * foot */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "asof/march-why.h"

G_BEGIN_DECLS

GtkWidget *march_why_card_new           (void);
GtkWidget *march_card_add_label (GtkWidget *box, const char *text, const char *style_class);
GtkWidget *march_card_add_dim           (GtkWidget *box, const char *text);
GtkWidget *march_card_add_line          (GtkWidget *box);
GtkWidget *march_why_rule_card_new      (MarchWhy *why, const MarchWhyRow *row, GtkWidget *picture);
gboolean   march_why_row_rests_on_something (const MarchWhyRow *row);
GtkWidget *march_why_assertion_card_new (MarchWhy *why, const MarchWhyRow *row);
GtkWidget *march_why_words_card_new     (const MarchWhyRow *row, guint *number);
GtkWidget *march_why_source_card_new    (const MarchWhyRow *row);
GtkWidget *march_why_quotation_new      (const MarchEvidence *evidence, guint number);
GtkWidget *march_why_unknown_card_new   (MarchWhy *why);
GtkWidget *march_why_conflict_card_new  (MarchWhy *why, const MarchConflict *conflict);
GtkWidget *march_why_area_conflict_card_new (MarchWhy *why, const MarchAreaConflict *conflict);

G_END_DECLS
