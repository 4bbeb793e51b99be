/* march-chooser.h — an entry that finds a record while its name is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-draft.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CHOOSER (march_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MarchChooser, march_chooser, MARCH, CHOOSER, GtkBox)

/* Signals:
 *   "chosen" (gint64 id): a record was chosen; 0: what was there was taken out
 *   "add" (string name, guint choice): none of them, but a new one of that name; which of
 * march_chooser_offer() */
GtkWidget  *march_chooser_new           (const char *name, const char *placeholder);
void        march_chooser_set_name      (MarchChooser *chooser, const char *name);
void        march_chooser_set_hint      (MarchChooser *chooser, const char *placeholder);
void        march_chooser_set_completer (MarchChooser *chooser, MarchCompleter *completer);
void        march_chooser_offer         (MarchChooser *chooser, const char *const *choices);
void        march_chooser_show          (MarchChooser *chooser, gint64 id, const char *title);
gboolean    march_chooser_is_unresolved (MarchChooser *chooser);
const MarchProblem *march_chooser_get_problem (MarchChooser *chooser);
const char *march_chooser_get_text      (MarchChooser *chooser);

G_END_DECLS
