/* march-window.h — one dossier in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_WINDOW (march_window_get_type ())
G_DECLARE_FINAL_TYPE (MarchWindow, march_window, MARCH, WINDOW, AdwApplicationWindow)

MarchWindow  *march_window_new         (GtkApplication *application);
MarchWindow  *march_window_find        (GtkApplication *application, GFile *file);
MarchWindow  *march_window_find_vacant (GtkApplication *application);
void          march_window_open        (MarchWindow *window, GFile *file);
void          march_window_show_welcome (MarchWindow *window);
gboolean      march_window_is_vacant   (MarchWindow *window);
MarchSession *march_window_get_session (MarchWindow *window);
void          march_window_import      (MarchWindow *window, GPtrArray *files);
void          march_window_apply_changes (MarchWindow *window, GFile *file);
gboolean      march_window_is_layer    (GFile *file);
gboolean      march_window_is_changes  (GFile *file);
void          march_window_take_files  (MarchWindow *window, GPtrArray *files);
void          march_window_offer_recovery (MarchWindow *window, MarchRecovery *recovery);

G_END_DECLS
