/* march-support-row.h — a quotation that may be chosen as evidence */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dossier/march-search.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SUPPORT_ROW (march_support_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchSupportRow, march_support_row, MARCH, SUPPORT_ROW, GObject)

MarchSupportRow      *march_support_row_new           (const MarchQuotation *quotation,
                                                       const MarchSearchHit *found);
const MarchQuotation *march_support_row_get_quotation (MarchSupportRow *row);

void march_support_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item);
void march_support_row_bind     (GtkListItem *item, gint64 bears_on);

G_END_DECLS
