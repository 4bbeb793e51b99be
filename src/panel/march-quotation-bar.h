/* march-quotation-bar.h — the heading over quotations: count, kinds, speaker, source, order, search
 * within */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-quotation-filter.h"

G_BEGIN_DECLS

#define MARCH_TYPE_QUOTATION_BAR (march_quotation_bar_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationBar, march_quotation_bar, MARCH, QUOTATION_BAR, GtkBox)

/* Signal "cleared": the user asked for all quotations. Property "sort": a MarchQuotationSort, as an
 * unsigned number. */
GtkWidget *march_quotation_bar_new          (MarchQuotationFilter *filter);
void       march_quotation_bar_set_items    (MarchQuotationBar *bar, GListModel *items);
void       march_quotation_bar_set_shown    (MarchQuotationBar *bar, guint shown);
void       march_quotation_bar_reset        (MarchQuotationBar *bar);
void       march_quotation_bar_show_all     (MarchQuotationBar *bar);
void       march_quotation_bar_focus_search (MarchQuotationBar *bar);
void       march_quotation_bar_set_subset (MarchQuotationBar *bar, const char *name);

G_END_DECLS
