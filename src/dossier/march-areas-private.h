/* march-areas-private.h — the pieces of imported control areas in a file; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database-private.h"
#include "dossier/march-dossier-areas.h"

G_BEGIN_DECLS

MarchHoldings *march_areas_load         (MarchDatabase *database, gint64 import_id, GError **error);
GPtrArray     *march_areas_load_documents (MarchDatabase *database, gint64 import_id,
                                           GError **error);
gboolean       march_areas_write        (MarchDatabase *database, gint64 import_id,
                                         const MarchAreaBatch *batch, MarchAreaProgress progress,
                                         gpointer data, GCancellable *cancellable, GError **error);
gboolean       march_areas_check_whole  (MarchDatabase *database, const char *table,
                                         gint64 import_id, GError **error);
gboolean       march_areas_copy_missing (MarchDatabase *from, MarchDatabase *to, GError **error);
gboolean       march_areas_drop_orphans (const char *path, GError **error);

G_END_DECLS
