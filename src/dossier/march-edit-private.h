/* march-edit-private.h — an edit that repeats or takes back an earlier one; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "dossier/march-edit.h"
#include "dossier/march-record-table.h"
#include "dossier/march-search-index.h"

G_BEGIN_DECLS

struct _MarchEdit
{
  MarchDatabase   *database;
  char            *label;
  char            *who;
  gint64           history_id;
  char            *history_uuid; /* NULL: a random one */
  char            *fixed_at;   /* NULL: now */
  gint64           undoes_id;  /* of the history entry that is undone; 0: none */
  sqlite3_session *session;    /* NULL without an undo log, and in a replay */
  MarchTouched    *touched;
  GArray          *changes;    /* of Change: what the history tells */
  gboolean         open;
  gboolean         failed;
};

typedef enum
{
  MARCH_CHANGE_INSERT,
  MARCH_CHANGE_UPDATE,
  MARCH_CHANGE_DELETE,
} MarchChangeAction;

MarchEdit *march_edit_begin_replay  (MarchDatabase *database, const char *label, const char *who,
                                     gint64 undoes_id, GError **error);
gboolean   march_edit_replay        (MarchEdit *edit, GBytes *changeset, gboolean backwards,
                                     GError **error);
void       march_edit_note          (MarchEdit *edit, const MarchRecordTable *table, gint64 id,
                                     MarchChangeAction action);
gboolean   march_edit_write_history (MarchEdit *edit, GError **error);

G_END_DECLS
