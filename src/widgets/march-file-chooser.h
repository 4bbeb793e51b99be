/* march-file-chooser.h — files of some kinds are asked for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done with a file that was chosen. */
typedef void (*MarchFileChosen) (GtkWidget *over, GFile *file);

void march_file_chooser_add_filters (GtkFileChooser *chooser, const char *kinds,
                                     const char *const *endings);
void march_file_chooser_open        (GtkWidget *over, const char *title, const char *accept,
                                     const char *kinds, const char *const *endings,
                                     MarchFileChosen chosen);

G_END_DECLS
