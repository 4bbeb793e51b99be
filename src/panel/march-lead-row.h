/* march-lead-row.h — a list of any length whose rows say two lines and may lead somewhere */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_list_view_show    (GtkListView *view, GListModel *model, GCallback setup,
                              GCallback bind, gpointer owner);

void march_lead_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item);
void march_lead_row_bind     (GtkListItem *item, const char *markup, const char *detail,
                              gboolean leads);

G_END_DECLS
