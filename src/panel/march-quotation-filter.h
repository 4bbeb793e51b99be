/* march-quotation-filter.h — which quotations of a list are shown */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-quotation-item.h"

G_BEGIN_DECLS

#define MARCH_ANY_KIND -1

/**
 * MarchQuotationSort:
 *
 * What the cards are sorted by: what the answer rests on (first), the day said (latest first), the
 * day published (latest first), the order in the sources.
 */
typedef enum
{
  MARCH_SORT_BEARING,
  MARCH_SORT_SAID,
  MARCH_SORT_PUBLISHED,
  MARCH_SORT_ORDER,
} MarchQuotationSort;

#define MARCH_TYPE_QUOTATION_FILTER (march_quotation_filter_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationFilter,
                      march_quotation_filter,
                      MARCH,
                      QUOTATION_FILTER,
                      GtkFilter)

MarchQuotationFilter *march_quotation_filter_new          (void);
void                  march_quotation_filter_set_kind     (MarchQuotationFilter *filter, int kind);
void march_quotation_filter_set_speaker (MarchQuotationFilter *filter, const char *speaker);
void march_quotation_filter_set_source (MarchQuotationFilter *filter, gint64 source);
void march_quotation_filter_set_text (MarchQuotationFilter *filter, const char *text);
const char           *march_quotation_filter_get_text     (MarchQuotationFilter *filter);
void march_quotation_filter_set_all_days (MarchQuotationFilter *filter, gboolean all_days);
void march_quotation_filter_set_subset (MarchQuotationFilter *filter, GPtrArray *quotations);
void                  march_quotation_filter_clear        (MarchQuotationFilter *filter);

GtkSorter            *march_quotation_sorter_new          (MarchQuotationSort sort);

G_END_DECLS
