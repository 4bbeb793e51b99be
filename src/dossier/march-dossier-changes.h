/* march-dossier-changes.h — a colleague's changes, weighed against a dossier and applied to it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-changes.h"
#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/** MarchChangesAction: what becomes of a record */
typedef enum
{
  MARCH_CHANGES_ACTION_ADD,
  MARCH_CHANGES_ACTION_CHANGE,
  MARCH_CHANGES_ACTION_RETRACT,
  MARCH_CHANGES_ACTION_DELETE,
} MarchChangesAction;

/**
 * MarchChangesItem:
 * @what: the record, in words
 * @detail: what it says, in words; may be ""
 */
typedef struct
{
  MarchChangesAction  action;
  char               *what;
  char               *detail;
} MarchChangesItem;

/**
 * MarchChangesConflict:
 * @table: of the record; with @id it tells one conflict from another
 * @what: the record, in words
 * @ours: what it says here and not there
 * @theirs: what it says there and not here
 * @our_evidence: (element-type utf8): quotations that it rests on here, who says them and where
 * @their_evidence: (element-type utf8): the same there
 * @choice: what counts; %MARCH_MERGE_ASK until somebody says so
 */
typedef struct
{
  const char       *table;
  gint64            id;
  char             *what;
  char             *ours;
  char             *theirs;
  GPtrArray        *our_evidence;
  GPtrArray        *their_evidence;
  MarchMergeChoice  choice;
} MarchChangesConflict;

/** MarchSameChoice: whether two sources are one */
typedef enum
{
  MARCH_SAME_ASK,
  MARCH_SAME_ONE,
  MARCH_SAME_TWO,
} MarchSameChoice;

/**
 * MarchSameSource:
 * @ours: the id of a source here
 * @theirs: the id of one there that is probably the same
 * @our_title: of the source here
 * @their_title: of the one there
 * @reason: what they share, in words: "the same address"
 * @choice: whether they are one: its quotations are hung under one of them then
 */
typedef struct
{
  gint64           ours;
  gint64           theirs;
  char            *our_title;
  char            *their_title;
  char            *reason;
  MarchSameChoice  choice;
} MarchSameSource;

/**
 * MarchChangesPlan:
 * @items: (element-type MarchChangesItem): what applying does, as far as it is chosen
 * @conflicts: (element-type MarchChangesConflict): what both have changed, chosen or not
 * @sources: (element-type MarchSameSource): sources that are probably the same, chosen or not
 * @choice: for conflicts that @conflicts does not tell yet: choosing may bring further ones up
 * @same: for sources that @sources does not tell yet
 * @again: what was decided when the same file was applied is asked anew; as it is where @choice or
 *   @same says what counts
 * @settled_at: (nullable): when the same person applied the file last, in ISO 8601; nothing is told
 *   or done then, unless @again. %NULL: it was not, or that was undone
 * @n_records: how many records applying writes
 *
 * What applying changes comes to. The choices are the analyst's to set.
 */
typedef struct
{
  GPtrArray        *items;
  GPtrArray        *conflicts;
  GPtrArray        *sources;
  MarchMergeChoice  choice;
  MarchSameChoice   same;
  gboolean          again;
  char             *settled_at;
  guint             n_records;
} MarchChangesPlan;

MarchChangesPlan *march_changes_plan_new    (MarchMergeChoice choice, MarchSameChoice same);
void              march_changes_plan_free   (MarchChangesPlan *plan);
guint             march_changes_plan_n_open (const MarchChangesPlan *plan);

gboolean march_dossier_weigh_changes        (MarchDossier *dossier, MarchChanges *changes,
                                             MarchChangesPlan *plan, GError **error);
void     march_dossier_weigh_changes_async  (MarchDossier *dossier, MarchChanges *changes,
                                             MarchChangesPlan *plan, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_apply_changes        (MarchDossier *dossier, MarchChanges *changes,
                                             MarchChangesPlan *plan, GError **error);
void     march_dossier_apply_changes_async  (MarchDossier *dossier, MarchChanges *changes,
                                             MarchChangesPlan *plan, MarchChangesProgress progress,
                                             gpointer progress_data, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
void     march_dossier_write_changes_async  (MarchDossier *dossier, gint64 position,
                                             const char *before, const char *out,
                                             MarchChangesProgress progress, gpointer progress_data,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_write_changes_finish (MarchDossier *dossier, GAsyncResult *result,
                                             guint *n_records, GError **error);
gboolean march_dossier_changes_finish       (MarchDossier *dossier, GAsyncResult *result,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChangesPlan, march_changes_plan_free)

G_END_DECLS
