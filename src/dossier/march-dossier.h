/* march-dossier.h — the document: opened as it is, edited in a working copy, published on save */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "dossier/march-corpus.h"

G_BEGIN_DECLS

#define MARCH_TYPE_DOSSIER (march_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MarchDossier, march_dossier, MARCH, DOSSIER, GObject)

/* Properties: "title", "modified" (differs from the last save), "can-undo", "can-redo", "undo-label", "redo-label", "file" (GFile), "corpus".
 * Signal: "changed" after every edit, undo and redo, when a new corpus is there. */
MarchDossier *march_dossier_open        (GFile *file, GCancellable *cancellable, GError **error);
void          march_dossier_open_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
MarchDossier *march_dossier_open_finish (GAsyncResult *result, GError **error);

MarchCorpus  *march_dossier_dup_corpus  (MarchDossier *dossier);
GFile        *march_dossier_get_file    (MarchDossier *dossier);

G_END_DECLS
