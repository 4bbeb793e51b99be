/* march-changes-write-private.h — a file of changes while it is written; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-changes-private.h"

G_BEGIN_DECLS

typedef struct
{
  MarchDatabase        *before;
  MarchDatabase        *after;
  MarchDatabase        *tables;      /* as this program makes them */
  const char           *who;
  MarchChangesWriter   *writer;
  GPtrArray            *relations;
  GHashTable           *written;     /* set of MarchRecordKey: what the file has already */
  GArray               *open;        /* of MarchRecordKey: whose links were not followed yet */
  GArray               *imports;     /* of MarchRecordKey: what was added and has parts */
  guint                 n_records;
  gint64                n_rows;
  gint64                n_expected;  /* rows to go through */
  MarchChangesProgress  progress;    /* NULL: nobody is told */
  gpointer              progress_data;
  GCancellable         *cancellable;
} MarchChangesJob;

/* march-changes-write.c */
gboolean march_changes_job_go_on       (MarchChangesJob *job, GError **error);
void     march_changes_job_put_columns (MarchChangesJob *job, guint8 tag, const char *table,
                                        GStrv columns);
void     march_changes_job_put_row     (MarchChangesJob *job, guint8 tag, GPtrArray *row);

/* march-changes-write-records.c */
gboolean march_changes_job_write_records (MarchChangesJob *job, GError **error);
gboolean march_changes_job_write_around  (MarchChangesJob *job, GError **error);

/* march-changes-write-history.c */
gboolean march_changes_job_write_history (MarchChangesJob *job, GError **error);

/* march-changes-write-parts.c */
gboolean march_changes_job_write_parts (MarchChangesJob *job, GError **error);

G_END_DECLS
