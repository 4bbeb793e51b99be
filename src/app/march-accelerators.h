/* march-accelerators.h — every key of the program, in one table */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       march_accelerators_install    (GtkApplication *application);
GtkWidget *march_accelerators_new_window (void);

G_END_DECLS
