/* march-reader-bubble.h — what can be done with the selected words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *march_reader_bubble_new (void);

G_END_DECLS
