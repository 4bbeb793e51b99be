/* document.h — a dossier in a folder of its own, and a state directory that is gone afterwards */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../folder.h"
#include "dossier/march-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Document;

/* What a call on another thread came to. */
typedef struct
{
  gboolean (*finish) (MarchDossier *dossier, GAsyncResult *result, GError **error);
  gboolean  good;
  GError   *error;
  gboolean  done;
} DocumentOutcome;

#define DOCUMENT_ADD(path, data, function)                                                         \
  g_test_add (path, Document, data, document_set_up, function, document_tear_down)

extern char *document_state_folder;

void          document_init         (int *argc, char ***argv);
int           document_run          (void);
void          document_set_up       (Document *fixture, gconstpointer data);
void          document_tear_down    (Document *fixture, gconstpointer data);
void          document_tear_down_copies (void);
MarchDossier *document_open         (Document *fixture);
void          document_set_title    (MarchDossier *dossier, const char *title);
gboolean      document_set_palette  (MarchDossier *dossier, gint64 actor, gint64 palette,
                                     GError **error);
guint         document_count_copies (void);
void          document_run_sql      (const char *path, const char *sql);
void          document_assert_damages (Document *fixture, const char *table,
                                       const char *const *damages, guint n_damages);
void          document_done_cb      (GObject *source, GAsyncResult *result, gpointer outcome);
void          document_wait_for     (MarchDossier *dossier, DocumentOutcome *outcome);

G_END_DECLS
