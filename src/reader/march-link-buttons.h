/* march-link-buttons.h — of which kind what a passage bears on is, and how it bears on it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/* The kinds of assertions, and after them proposals. */
#define MARCH_LINK_KIND_PROPOSAL (MARCH_KIND_THESIS + 1)
#define MARCH_LINK_N_KINDS (MARCH_LINK_KIND_PROPOSAL + 1)

#define MARCH_TYPE_LINK_BUTTONS (march_link_buttons_get_type ())
G_DECLARE_FINAL_TYPE (MarchLinkButtons, march_link_buttons, MARCH, LINK_BUTTONS, GtkBox)

/* Signals:
 *   "kind" (guint kind, gboolean on): the analyst has pressed a kind; off, if it was that one
 *   "stance" (guint stance): the analyst has chosen how the words bear on it */
GtkWidget *march_link_buttons_new   (void);
void       march_link_buttons_show  (MarchLinkButtons *buttons, int kind, int stance);
void       march_link_buttons_press (MarchLinkButtons *buttons, guint kind);

G_END_DECLS
