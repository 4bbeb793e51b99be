/* march-edit-change.h — writes of a record and of what belongs to it only what differs */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-edit.h"

G_BEGIN_DECLS

gboolean march_edit_change          (MarchEdit *edit, const char *table, gint64 id, MarchRow *row,
                                     GError **error);
gboolean march_edit_change_children (MarchEdit *edit, const char *table, const char *parent_column,
                                     gint64 parent, const char *identity, GPtrArray *rows,
                                     GError **error);
gboolean march_edit_delete_children (MarchEdit *edit, const char *table, const char *parent_column,
                                     gint64 parent, GError **error);
gboolean march_edit_find            (MarchEdit *edit, const char *table, MarchRow *row, gint64 *id,
                                     GError **error);

G_END_DECLS
