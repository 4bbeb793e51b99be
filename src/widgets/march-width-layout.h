/* march-width-layout.h — lays one child out, and asks for a width of its own choosing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARCH_TYPE_WIDTH_LAYOUT (march_width_layout_get_type ())
G_DECLARE_FINAL_TYPE (MarchWidthLayout, march_width_layout, MARCH, WIDTH_LAYOUT, GtkLayoutManager)

G_END_DECLS
