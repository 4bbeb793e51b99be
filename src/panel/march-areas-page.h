/* march-areas-page.h — the panel's page of imported areas: measured, over time, and compared */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_AREAS_PAGE (march_areas_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchAreasPage, march_areas_page, MARCH, AREAS_PAGE, GtkBox)

GtkWidget *march_areas_page_new    (MarchSession *session);
void       march_areas_page_update (MarchAreasPage *page);

G_END_DECLS
