/* march-search-index.h — keeps the rows that a search reads in step with the records; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-record-table.h"

G_BEGIN_DECLS

/**
 * MarchTouched:
 *
 * What has to be indexed anew after a change, each thing once.
 */
typedef struct _MarchTouched MarchTouched;

MarchTouched *march_touched_new          (void);
void          march_touched_free         (MarchTouched *touched);
gboolean      march_touched_add          (MarchTouched *touched, MarchDatabase *database,
                                          const MarchRecordTable *table, gint64 id, GError **error);

gboolean      march_search_index_refresh (MarchDatabase *database, MarchTouched *touched,
                                          GError **error);
gboolean      march_search_index_rebuild (MarchDatabase *database, GError **error);
gboolean      march_search_index_check   (MarchDatabase *database, gboolean *current,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchTouched, march_touched_free)

G_END_DECLS
