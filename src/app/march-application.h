/* march-application.h — the program: its windows, preferences, and what concerns all of them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARCH_TYPE_APPLICATION (march_application_get_type ())
G_DECLARE_FINAL_TYPE (MarchApplication, march_application, MARCH, APPLICATION, AdwApplication)

MarchApplication *march_application_new (GApplicationFlags flags);
AdwColorScheme    march_application_choose_color_scheme (GSettings *settings, gboolean projector);

G_END_DECLS
