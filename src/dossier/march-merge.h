/* march-merge.h — puts what was edited in one place onto what was edited in another; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-changes-private.h"
#include "dossier/march-dossier.h"
#include "dossier/march-edit-private.h"
#include "dossier/march-undo-log.h"

G_BEGIN_DECLS

/**
 * MarchMergeTake:
 * @MARCH_MERGE_TAKE_NONE: it has to be asked; meanwhile as if it were what stands
 * @MARCH_MERGE_TAKE_BROUGHT: it is to be as what is brought has it
 * @MARCH_MERGE_TAKE_STANDING: it is to stay as it stands
 */
typedef enum
{
  MARCH_MERGE_TAKE_NONE,
  MARCH_MERGE_TAKE_BROUGHT,
  MARCH_MERGE_TAKE_STANDING,
} MarchMergeTake;

typedef struct _MarchMergeSide MarchMergeSide;

/**
 * MarchMergeSide:
 * @database: has the records
 * @changes: (nullable): has some of them otherwise
 * @known: (nullable) (element-type MarchRecordKey GPtrArray): has some otherwise than both; a key
 *   without a row is of a record that is not there
 * @under: (nullable): has the rest, in the place of @database
 *
 * The records as one side of a merge has them.
 */
struct _MarchMergeSide
{
  MarchDatabase        *database;
  MarchChanges         *changes;
  GHashTable           *known;
  const MarchMergeSide *under;
};

/**
 * MarchMergeClash:
 * @key: the record; of two that can't both be there, the one that is brought; of one that is
 *   deleted on one side and referred to on the other, that one
 * @other: of two, the id of the one that stands; else the same
 * @child: what refers to a record that is gone; its table is %NULL in other clashes
 * @group: it is all records of the table that belong to @other, not @key alone
 *
 * Where both sides can't be had.
 */
typedef struct
{
  MarchRecordKey key;
  gint64         other;
  MarchRecordKey child;
  gboolean       group;
} MarchMergeClash;

/**
 * MarchMerge:
 * @brought: what is put onto the target
 * @standing: the target as it was
 * @target: takes what is merged
 * @shape: its tables have the columns that are merged
 * @take: what counts where the sides clash, unless @takes has it
 * @takes: (nullable) (element-type MarchRecordKey MarchMergeTake): what counts for a record
 * @clashes: (element-type MarchMergeClash): takes what clashes, chosen or not
 * @written: (element-type MarchRecordKey): takes what was written
 *
 * What the parts of a merge share.
 */
typedef struct
{
  MarchMergeSide  brought;
  MarchMergeSide  standing;
  MarchDatabase  *target;
  MarchDatabase  *shape;
  MarchMergeTake  take;
  GHashTable     *takes;
  GArray         *clashes;
  GArray         *written;
} MarchMerge;

/** MarchMergeEffect: what became of a record of the target altogether */
typedef struct
{
  MarchRecordKey    key;
  MarchChangeAction action;
} MarchMergeEffect;

/* A record that is to be as it is brought. */
typedef struct
{
  MarchRecordKey key;
  gboolean       deleted;
} MarchMergeChange;

void     march_merge_init  (MarchMerge *merge);
void     march_merge_clear (MarchMerge *merge);
GHashTable *march_merge_new_rows (void);
gboolean march_merge_write (MarchMerge *merge, MarchEdit *edit, GArray *changes, GError **error);
GArray  *march_merge_list_effects (MarchMerge *merge, GError **error);

/* The parts */

gboolean march_merge_read          (const MarchMergeSide *side, const MarchRecordTable *table,
                                    GStrv columns, gint64 id, GPtrArray **row, GError **error);
MarchMergeTake march_merge_choose  (MarchMerge *merge, const MarchRecordTable *table, gint64 id);
void     march_merge_tell          (MarchMerge *merge, MarchMergeClash clash);
gboolean march_merge_put           (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, gint64 id, GPtrArray *row,
                                    GError **error);
gboolean march_merge_set_record    (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, const MarchMergeSide *from,
                                    gint64 id, GError **error);
gboolean march_merge_drop_doubles  (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, gint64 id, gboolean *skip,
                                    GError **error);
gboolean march_merge_keep_order    (MarchMerge *merge, MarchEdit *edit,
                                    const MarchRecordTable *table, gint64 id, gboolean *skip,
                                    GError **error);
gboolean march_merge_mend_links    (MarchMerge *merge, MarchEdit *edit, GError **error);

MarchMergeConflict *march_merge_describe (MarchMerge *merge, const MarchMergeClash *clash,
                                          GError **error);
const char *march_merge_get_label (const char *table, const char *column);
const char *march_merge_get_words (const char *table, const char *column, const char *value);
char    *march_merge_describe_version (MarchMerge *merge, const MarchRecordTable *table,
                                       GStrv columns, GPtrArray *row, GPtrArray *other);
char    *march_merge_shorten          (const char *text, glong from, glong most);
char    *march_merge_describe_record (MarchMerge *merge, const MarchRecordKey *key);

/* What a save merges: the steps of the undo log */

gboolean march_merge_weigh_steps (MarchMerge *merge, GPtrArray *steps, GError **error);
gboolean march_merge_run_steps   (MarchMerge *merge, GPtrArray *steps, const char *who,
                                  GError **error);
gboolean march_merge_follow      (MarchMerge *merge, MarchDatabase *target, const char *who,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchMerge, march_merge_clear)

G_END_DECLS
