/* march-quotation-list.h — a page of the panel: what heads it, then quotations as cards */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "asof/march-snapshot.h"
#include "session/march-figure-desk.h"

G_BEGIN_DECLS

#define MARCH_TYPE_QUOTATION_LIST (march_quotation_list_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationList, march_quotation_list, MARCH, QUOTATION_LIST, GtkWidget)

GtkWidget *march_quotation_list_new            (GtkWidget *header, MarchFigureDesk *desk);
void       march_quotation_list_set_quotations (MarchQuotationList *list,
                                                MarchCorpus        *corpus,
                                                GPtrArray          *quotations,
                                                GPtrArray          *on_day,
                                                const MarchPlace   *place);
void       march_quotation_list_set_subset     (MarchQuotationList *list,
                                                GPtrArray          *quotations,
                                                const char         *name);
gboolean   march_quotation_list_show (MarchQuotationList *list, const MarchQuotation *quotation);
void       march_quotation_list_show_bar       (MarchQuotationList *list);
void       march_quotation_list_show_top       (MarchQuotationList *list);
gboolean   march_quotation_list_focus_search   (MarchQuotationList *list);
guint      march_quotation_list_get_n_shown    (MarchQuotationList *list);

G_END_DECLS
