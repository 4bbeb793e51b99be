/* march-preferences.h — the window of the preferences */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARCH_TYPE_PREFERENCES (march_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MarchPreferences, march_preferences, MARCH, PREFERENCES, AdwPreferencesWindow)

GtkWidget *march_preferences_new (GSettings *settings);

G_END_DECLS
