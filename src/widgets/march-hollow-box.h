/* march-hollow-box.h — a box over something else that takes nothing between its children */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box that lies over a map, say: what is clicked or pointed at beside its children is meant for
 * what lies below. */
#define MARCH_TYPE_HOLLOW_BOX (march_hollow_box_get_type ())
G_DECLARE_FINAL_TYPE (MarchHollowBox, march_hollow_box, MARCH, HOLLOW_BOX, GtkBox)

G_END_DECLS
