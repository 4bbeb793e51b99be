/* panel-fixture.h — the panel and the page Why this colour? of an invented land, in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/march-quotation-list.h"
#include "session/march-session.h"

G_BEGIN_DECLS

typedef struct
{
  MarchSession *session;
  GtkWidget    *window;
  GtkWidget    *panel;
  GtkWidget    *why;
} PanelFixture;

void  panel_init            (int *argc, char ***argv);
void  panel_add             (const char *path, void (*test) (PanelFixture *, gconstpointer));
void  panel_settle          (void);
void  panel_look_at         (PanelFixture *fixture, const char *place, const char *day);
void  panel_press           (GtkWidget *widget, const char *label);
char *panel_read_text       (GtkWidget *widget);
void  panel_assert_says     (GtkWidget *widget, const char *words);
void  panel_assert_says_not (GtkWidget *widget, const char *words);

GtkWidget          *panel_find_button (GtkWidget *widget, const char *label);
const MarchPlace   *panel_get_place   (PanelFixture *fixture, const char *name);
MarchQuotationList *panel_get_list    (PanelFixture *fixture);

G_END_DECLS
