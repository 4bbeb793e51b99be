/* march-dossier-history.h — who changed what, and when, as the file itself tells it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchHistoryEntry:
 * @id: of the entry
 * @at: when, ISO 8601 in UTC
 * @who: as they call themselves
 * @label: what was done, in the language of who did it
 * @undoes: the id of the entry that this one took back, which of redoing is the undoing; 0: none
 * @n_inserted: how many records were added
 * @n_updated: how many were changed
 * @n_deleted: how many were deleted
 * @table: the table of the record that it is mostly about: an assertion before a quotation, a
 * source, a proposal, a place or an actor, and of evidence alone its quotation; %NULL: none of
 * these. The record may be gone since
 * @record: its id
 */
typedef struct
{
  gint64      id;
  char       *at;
  char       *who;
  char       *label;
  gint64      undoes;
  guint       n_inserted;
  guint       n_updated;
  guint       n_deleted;
  const char *table;
  gint64      record;
} MarchHistoryEntry;

GPtrArray *march_dossier_list_history  (MarchDossier *dossier, gint64 assertion, guint most,
                                        GError **error);
void       march_dossier_list_history_async (MarchDossier *dossier, gint64 assertion, guint most,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *march_dossier_list_history_finish (MarchDossier *dossier, GAsyncResult *result,
                                              GError **error);
gint64     march_dossier_count_history (MarchDossier *dossier, GError **error);

G_END_DECLS
