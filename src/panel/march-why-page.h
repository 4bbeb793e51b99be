/* march-why-page.h — the page Why this colour? */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_WHY_PAGE (march_why_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchWhyPage, march_why_page, MARCH, WHY_PAGE, GtkBox)

GtkWidget *march_why_page_new (MarchSession *session);

G_END_DECLS
