/* march-changes.h — what one dossier says that an earlier one did not, in a file of its own */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MarchChanges:
 *
 * A file of changes that was read and found to keep the rules of the tables. It never changes and
 * may be used by one thread at a time.
 */
typedef struct _MarchChanges MarchChanges;

/**
 * MarchChangesFacts:
 * @uuid: of the dossier
 * @title: of the dossier
 * @who: whose changes they are, as they call themselves
 * @at: when the file was written, ISO 8601 in UTC
 * @since: when the earlier dossier was last edited; "" if its history does not tell
 * @n_records: how many records were added, changed or deleted
 */
typedef struct
{
  char *uuid;
  char *title;
  char *who;
  char *at;
  char *since;
  guint n_records;
} MarchChangesFacts;

/** MarchChangesProgress: @fraction from 0 to 1; called on the thread that works */
typedef void (*MarchChangesProgress) (double fraction, gpointer data);

gboolean                 march_changes_write      (const char *before, const char *after,
                                                   const char *who, const char *out,
                                                   guint *n_records,
                                                   GCancellable *cancellable, GError **error);
MarchChanges            *march_changes_read       (GFile *file, GCancellable *cancellable,
                                                   GError **error);
MarchChanges            *march_changes_parse      (GBytes *bytes, GError **error);
MarchChanges            *march_changes_ref        (MarchChanges *changes);
void                     march_changes_unref      (MarchChanges *changes);
const MarchChangesFacts *march_changes_get_facts  (MarchChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChanges, march_changes_unref)

G_END_DECLS
