/* march-edit.h — one edit: one transaction, one undo step with a label, one entry of the history */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-row.h"

G_BEGIN_DECLS

/**
 * MarchEdit:
 *
 * An edit that was begun and not yet committed. It holds the database's only write transaction:
 * one at a time, on one thread. Freeing an edit that was not committed undoes all of it.
 *
 * Tables and columns are those of `resources/schema/0001-dossier.sql`, and are given by the
 * program, never taken from data. The edit itself fills in: "uuid" where none is given, "version",
 * the columns with days from the date as given beside them, what a search reads, the GeoPackage's
 * extents and dates of change, and the history.
 *
 * After one change has failed, the edit can't be committed.
 */
typedef struct _MarchEdit MarchEdit;

MarchEdit *march_edit_begin  (MarchDatabase *database, const char *label, const char *who,
                              GError **error);
void       march_edit_free   (MarchEdit *edit);
void       march_edit_fix    (MarchEdit *edit, const char *at, gint64 history_id,
                              const char *history_uuid);

gint64     march_edit_insert (MarchEdit *edit, const char *table, gint64 id, MarchRow *row,
                              GError **error);
gboolean   march_edit_update (MarchEdit *edit, const char *table, gint64 id, MarchRow *row,
                              GError **error);
gboolean   march_edit_delete (MarchEdit *edit, const char *table, gint64 id, GError **error);

gboolean   march_edit_commit (MarchEdit *edit, GError **error);
void       march_edit_cancel (MarchEdit *edit);

gint64     march_edit_make_id   (void);
char      *march_edit_make_uuid (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchEdit, march_edit_free)

G_END_DECLS
