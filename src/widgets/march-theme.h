/* march-theme.h — the theme that the desktop asks for, as the painter knows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-style.h"

G_BEGIN_DECLS

MarchTheme march_theme_get_current (void);
double     march_theme_get_text_scale (GtkWidget *widget);

G_END_DECLS
