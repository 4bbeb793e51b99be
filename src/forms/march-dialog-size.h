/* march-dialog-size.h — how large a dialog over a window is, and how its columns stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_dialog_size_set (GtkWindow *dialog, GtkWindow *parent, int width, GtkBox *columns);

G_END_DECLS
