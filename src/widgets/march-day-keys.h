/* march-day-keys.h — the keys that lead through the days, on the map and on the time line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean march_day_keys_handle (GtkWidget *widget, guint key);

G_END_DECLS
