/* march-search-page.h — finds and browses places, actors, sources, events, theses, proposals and
 * quotations */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SEARCH_PAGE (march_search_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchSearchPage, march_search_page, MARCH, SEARCH_PAGE, GtkBox)

GtkWidget *march_search_page_new    (MarchSession *session);
void       march_search_page_update (MarchSearchPage *page);
void       march_search_page_browse (MarchSearchPage *page, guint kind);
void       march_search_page_start  (MarchSearchPage *page, const char *text);

G_END_DECLS
