/* march-group-page.h — the panel's page of the places that an entry of the legend stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

GtkWidget *march_group_page_new (MarchSession *session, MarchGroup *group);

G_END_DECLS
