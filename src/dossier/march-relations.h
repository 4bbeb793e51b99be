/* march-relations.h — which records refer to which, and which belong to another; private to the
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-record-table.h"

G_BEGIN_DECLS

/**
 * MarchRecordKey:
 *
 * Which record.
 */
typedef struct
{
  const MarchRecordTable *table;
  gint64                  id;
} MarchRecordKey;

guint    march_record_key_hash  (gconstpointer key);
gboolean march_record_key_equal (gconstpointer one, gconstpointer other);

/**
 * MarchRelation:
 * @column: of @child, with the id of a record of @parent
 * @owned: a record of @child is part of what @parent says, and means nothing without it
 */
typedef struct
{
  const MarchRecordTable *child;
  const MarchRecordTable *parent;
  char                   *column;
  gboolean                owned;
} MarchRelation;

GPtrArray *march_relations_list (MarchDatabase *database, GError **error);
gboolean   march_relations_list_children (MarchDatabase *database, const MarchRelation *relation,
                                          gint64 parent, GArray *ids, GError **error);

G_END_DECLS
