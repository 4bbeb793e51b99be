/* march-overview-page.h — what the dossier is about, what is disputed on the day, and what is not
 * known */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_OVERVIEW_PAGE (march_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchOverviewPage, march_overview_page, MARCH, OVERVIEW_PAGE, GtkBox)

GtkWidget *march_overview_page_new    (MarchSession *session);
void       march_overview_page_update (MarchOverviewPage *page);

void march_overview_fill_counts (GtkWidget *box, MarchSnapshot *snapshot);

G_END_DECLS
