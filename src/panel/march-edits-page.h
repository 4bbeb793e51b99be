/* march-edits-page.h — the panel's page of who changed what, and when */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_EDITS_PAGE (march_edits_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchEditsPage, march_edits_page, MARCH, EDITS_PAGE, GtkBox)

GtkWidget *march_edits_page_new    (MarchSession *session);
void       march_edits_page_update (MarchEditsPage *page, gint64 assertion);

G_END_DECLS
