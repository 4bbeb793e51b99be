/* march-quotation-item.h — a quotation as an entry of a list */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

#define MARCH_TYPE_QUOTATION_ITEM (march_quotation_item_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationItem, march_quotation_item, MARCH, QUOTATION_ITEM, GObject)

#define MARCH_NOT_ON_DAY G_MAXUINT

MarchQuotationItem *
march_quotation_item_new (MarchCorpus *corpus, const MarchQuotation *quotation, guint rank);
const MarchQuotation *march_quotation_item_get_quotation (MarchQuotationItem *item);
MarchCorpus          *march_quotation_item_get_corpus    (MarchQuotationItem *item);
guint                 march_quotation_item_get_rank      (MarchQuotationItem *item);
gboolean              march_quotation_item_is_on_day     (MarchQuotationItem *item);
gboolean march_quotation_item_bears_on (MarchQuotationItem *item, MarchAssertionKind kind);
const char           *march_quotation_item_get_folded    (MarchQuotationItem *item);

G_END_DECLS
