/* dialog-fixture.h — a dialog over the window of an invented land, and a folder for its files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "march-ui.h"

G_BEGIN_DECLS

typedef struct
{
  char        *folder;
  MarchWindow *window;
  GtkWidget   *dialog; /* borrowed, of dialog_find() */
} DialogFixture;

void          dialog_init        (int *argc, char ***argv);
void          dialog_add         (const char *path, void (*test) (DialogFixture *, gconstpointer));
GFile        *dialog_get_file    (void);
MarchSession *dialog_get_session (DialogFixture *fixture);
MarchDossier *dialog_get_dossier (DialogFixture *fixture);
MarchCorpus  *dialog_get_corpus  (DialogFixture *fixture);
char         *dialog_write_file  (DialogFixture *fixture, const char *name, const char *text);
void          dialog_find        (DialogFixture *fixture, GType type);
void          dialog_press       (DialogFixture *fixture, const char *label);
void          dialog_discard     (DialogFixture *fixture, GType type);
void          dialog_await_gone  (DialogFixture *fixture, GType type);
void          dialog_await_edit  (DialogFixture *fixture);
void          dialog_undo        (DialogFixture *fixture);

G_END_DECLS
