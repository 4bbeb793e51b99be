/* march-changes-private.h — what a file of changes holds; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-changes-stream.h"
#include "dossier/march-changes.h"
#include "dossier/march-database-private.h"
#include "dossier/march-relations.h"

G_BEGIN_DECLS

/**
 * MarchChange:
 * @key: of the record
 * @kind: %MARCH_CHANGES_ADDED, %MARCH_CHANGES_CHANGED, %MARCH_CHANGES_DELETED or
 *   %MARCH_CHANGES_UNCHANGED for one that comes along because a changed one refers to it
 */
typedef struct
{
  MarchRecordKey key;
  char           kind;
} MarchChange;

/**
 * MarchChangesEntry:
 * @rows: (element-type MarchChangesEntryRow): what it did
 *
 * An entry of the colleague's history.
 */
typedef struct
{
  gint64     id;
  char      *uuid;
  char      *at;
  char      *who;
  char      *label;
  gint64     undoes;
  GPtrArray *rows;
} MarchChangesEntry;

typedef struct
{
  const MarchRecordTable *table;
  gint64                  id;
  guint8                  action; /* a MarchChangeAction */
} MarchChangesEntryRow;

struct _MarchChanges
{
  gatomicrefcount    n_refs;
  GBytes            *bytes;     /* the file */
  MarchChangesFacts  facts;
  MarchDatabase     *before;    /* the records of the file as they were: in memory */
  MarchDatabase     *after;     /* and as they are */
  GPtrArray         *list;      /* of MarchChange */
  GHashTable        *index;     /* MarchRecordKey → MarchChange: the same, borrowed */
  GPtrArray         *history;   /* of MarchChangesEntry */
  guint64            n_parts;   /* rows of what belongs to imports */
};

/* What belongs to imports: too much to be held in memory, it stays in the file. */
extern const char *const march_changes_parts[];

MarchChanges  *march_changes_new         (GBytes *bytes, GError **error);
gboolean       march_changes_check       (MarchChanges *changes, GError **error);
void           march_changes_facts_clear (MarchChangesFacts *facts);
MarchDatabase *march_changes_open_tables (GError **error);
gboolean       march_changes_copy_parts  (MarchChanges *changes, MarchDatabase *database,
                                          GHashTable *imports, MarchChangesProgress progress,
                                          gpointer data, GCancellable *cancellable,
                                          GError **error);
const MarchChange *march_changes_find    (MarchChanges *changes, const MarchRecordTable *table,
                                          gint64 id);
gboolean       march_changes_write_between (MarchDatabase *before, MarchDatabase *after,
                                            const char *who, const char *out, guint *n_records,
                                            MarchChangesProgress progress, gpointer progress_data,
                                            GCancellable *cancellable, GError **error);

void           march_changes_entry_free  (MarchChangesEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChangesEntry, march_changes_entry_free)

G_END_DECLS
