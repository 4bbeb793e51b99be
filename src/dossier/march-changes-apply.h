/* march-changes-apply.h — puts a file of changes onto a dossier, record by record; private to the
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier-changes.h"
#include "dossier/march-merge.h"

G_BEGIN_DECLS

/**
 * MarchChangesApply:
 * @base: (element-type MarchRecordKey GPtrArray): records that count as having been otherwise than
 *   the file tells, as a source has another id here
 * @settled: (element-type MarchRecordKey): a set of records that are decided on already
 * @taken: (element-type MarchMergeChange): what is to be as it is brought
 *
 * What the parts of applying share.
 */
typedef struct
{
  MarchChanges     *changes;
  MarchChangesPlan *plan;
  MarchMerge        merge;
  MarchEdit        *edit;
  GPtrArray        *relations;
  GHashTable       *base;
  GHashTable       *settled;
  GArray           *taken;
  GPtrArray        *settings; /* the dossier's row as it comes out */
} MarchChangesApply;

gboolean march_changes_apply_init    (MarchChangesApply *apply, MarchChanges *changes,
                                      MarchDatabase *target, MarchChangesPlan *plan,
                                      GError **error);
void     march_changes_apply_clear   (MarchChangesApply *apply);
gboolean march_changes_apply_run     (MarchChangesApply *apply, MarchEdit *edit, GError **error);

/* The parts */

gboolean march_changes_join_sources  (MarchChangesApply *apply, GError **error);
gboolean march_changes_weigh_groups  (MarchChangesApply *apply, GError **error);
gboolean march_changes_weigh_record  (MarchChangesApply *apply, const MarchRecordTable *table,
                                      gint64 id, GError **error);
gboolean march_changes_read_base     (MarchChangesApply *apply, const MarchRecordTable *table,
                                      GStrv columns, gint64 id, GPtrArray **row, GError **error);
gboolean march_changes_write_history (MarchChangesApply *apply, GError **error);
gboolean march_changes_find_settled  (MarchChanges *changes, MarchDatabase *database,
                                      const char *who, char **at, char **uuid, GError **error);
gboolean march_changes_note_decided  (MarchChangesApply *apply, GError **error);
gboolean march_changes_fill_plan     (MarchChangesApply *apply, MarchCorpus *corpus,
                                      GError **error);

MarchMergeTake march_changes_get_take   (MarchMergeChoice choice);
GHashTable    *march_changes_list_takes (const MarchChangesPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchChangesApply, march_changes_apply_clear)

G_END_DECLS
