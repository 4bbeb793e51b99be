/* march-quotation-card.h — one quotation: its words, who says them where, its grade, and what it
 * bears on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-quotation-item.h"

G_BEGIN_DECLS

#define MARCH_TYPE_QUOTATION_CARD (march_quotation_card_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationCard, march_quotation_card, MARCH, QUOTATION_CARD, GtkBox)

GtkWidget          *march_quotation_card_new       (void);
void                march_quotation_card_set_item (MarchQuotationCard *card,
                                                   MarchQuotationItem *item,
                                                   gint64              place,
                                                   const char         *query);
MarchQuotationItem *march_quotation_card_get_item  (MarchQuotationCard *card);
const MarchAssertion *march_quotation_card_get_figure (MarchQuotationCard *card);
void                march_quotation_card_set_checked (MarchQuotationCard *card, const char *line);
void                march_quotation_card_set_query (MarchQuotationCard *card, const char *query);
void                march_quotation_card_set_found (MarchQuotationCard *card, gboolean found);

G_END_DECLS
