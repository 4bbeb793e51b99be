/* march-merge.h — puts what was edited here onto what another program made of the file; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"
#include "dossier/march-edit-private.h"
#include "dossier/march-undo-log.h"

G_BEGIN_DECLS

/**
 * MarchMerge:
 * @ours: the working copy with the edits
 * @theirs: the file as it is now
 * @target: a working copy of that file, which takes what is merged
 * @choice: whose record counts where both have changed one
 * @conflicts: (element-type MarchMergeConflict): takes what has to be asked
 *
 * What the parts of a merge share.
 */
typedef struct
{
  MarchDatabase    *ours;
  MarchDatabase    *theirs;
  MarchDatabase    *target;
  MarchMergeChoice  choice;
  GPtrArray        *conflicts;
} MarchMerge;

gboolean march_merge_weigh (MarchMerge *merge, GPtrArray *steps, GError **error);
gboolean march_merge_run   (MarchMerge *merge, GPtrArray *steps, const char *who, GError **error);

/* The parts */

gboolean march_merge_set_record    (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, MarchDatabase *from, gint64 id,
                                    GError **error);
gboolean march_merge_drop_doubles  (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, gint64 id, gboolean *skip,
                                    GError **error);
gboolean march_merge_mend_links    (MarchMerge *merge, MarchEdit *edit, GError **error);

gboolean march_merge_tell_versions (MarchMerge *merge, const MarchRecordTable *table, gint64 ours,
                                    gint64 theirs, GError **error);
gboolean march_merge_tell_link     (MarchMerge *merge, const MarchRecordTable *child,
                                    gint64 child_id, const MarchRecordTable *parent,
                                    gint64 parent_id, gboolean ours_has_parent, GError **error);

G_END_DECLS
