/* march-removal.h — deletes records that nothing names, and takes evidence back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchRemovable:
 *
 * What may be deleted, with all that belongs to it alone. Assertions are retracted instead:
 * march_dossier_retract().
 */
typedef enum
{
  MARCH_REMOVE_ACTOR,
  MARCH_REMOVE_PLACE,
  MARCH_REMOVE_PROPOSAL,
  MARCH_REMOVE_QUOTATION,
} MarchRemovable;

char    *march_removal_explain   (MarchCorpus *corpus, MarchRemovable kind, gint64 id);
gboolean march_removal_run       (MarchDossier *dossier, MarchRemovable kind, gint64 id,
                                  GError **error);
void     march_removal_run_async (MarchDossier *dossier, MarchRemovable kind, gint64 id,
                                  GAsyncReadyCallback callback, gpointer user_data);

gboolean march_evidence_remove       (MarchDossier *dossier, gint64 quotation, gint64 bears_on,
                                      GError **error);
void     march_evidence_remove_async (MarchDossier *dossier, gint64 quotation, gint64 bears_on,
                                      GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
