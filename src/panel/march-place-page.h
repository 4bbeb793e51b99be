/* march-place-page.h — the panel's page of the selected place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_PAGE (march_place_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlacePage, march_place_page, MARCH, PLACE_PAGE, GtkWidget)

GtkWidget *march_place_page_new          (MarchSession *session);
void       march_place_page_update       (MarchPlacePage *page);
gboolean   march_place_page_show         (MarchPlacePage *page, const MarchQuotation *quotation);
gboolean   march_place_page_focus_search (MarchPlacePage *page);

G_END_DECLS
