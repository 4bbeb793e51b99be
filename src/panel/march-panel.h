/* march-panel.h — the side panel: what is said of the selected place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PANEL (march_panel_get_type ())
G_DECLARE_FINAL_TYPE (MarchPanel, march_panel, MARCH, PANEL, GtkBox)

GtkWidget *march_panel_new  (MarchSession *session);
gboolean   march_panel_find (MarchPanel *panel);

G_END_DECLS
