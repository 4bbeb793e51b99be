/* march-wrap-layout.h — lays children out in lines, as words of a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARCH_TYPE_WRAP_LAYOUT (march_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (MarchWrapLayout, march_wrap_layout, MARCH, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *march_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
