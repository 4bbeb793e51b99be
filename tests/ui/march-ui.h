/* march-ui.h — what the tests of the window share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../folder.h"
#include "app/march-application.h"
#include "app/march-window.h"
#include "map/march-map-view.h"
#include "timeline/march-timeline.h"

G_BEGIN_DECLS

typedef gboolean (*MarchUiCondition) (gpointer data);

void          march_ui_init        (int *argc, char ***argv);
MarchWindow  *march_ui_open        (void);
MarchWindow  *march_ui_open_sized  (int width, int height);
MarchWindow  *march_ui_open_file   (GFile *file);
void          march_ui_close       (MarchWindow *window);
void          march_ui_wait        (MarchUiCondition condition, gpointer data, const char *what);
void          march_ui_await_edit  (MarchDossier *dossier);
void          march_ui_settle      (guint milliseconds);
GtkWidget    *march_ui_find        (GtkWidget *root, GType type);
GtkWidget    *march_ui_find_text   (GtkWidget *root, const char *part);
GtkWidget    *march_ui_find_tooltip (GtkWidget *root, const char *tooltip);
GtkWidget    *march_ui_find_row    (GtkWidget *root, const char *title);
GtkWidget    *march_ui_find_button (GtkWidget *root, const char *label);
GtkWindow    *march_ui_find_window (GType type);
GtkWidget    *march_ui_get         (MarchWindow *window, GType type);
GtkWidget    *march_ui_get_row     (GtkWidget *root, const char *title);
MarchMapView *march_ui_get_map     (MarchWindow *window);
void          march_ui_assert_read (GtkWidget *root, const char *part);
void          march_ui_type_into   (GtkWidget *root, const char *title, const char *text);
void          march_ui_press       (GtkWidget *root, const char *label);
gboolean      march_ui_press_key   (GtkWidget *widget, guint key);
void          march_ui_choose      (GtkWidget *root, const char *title, const char *choice);
const char   *march_ui_get_chosen  (GtkWidget *root, const char *title);
void          march_ui_click       (MarchWindow *window, const char *code, int n_press);

const MarchPlace *march_ui_find_place (MarchSession *session, const char *code);

G_END_DECLS
