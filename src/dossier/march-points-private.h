/* march-points-private.h — the points of imports in a file; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database-private.h"
#include "dossier/march-dossier-areas.h"

G_BEGIN_DECLS

MarchPoints *march_points_load  (MarchDatabase *database, gint64 import_id, GError **error);
gboolean     march_points_write (MarchDatabase *database, gint64 import_id,
                                 const MarchPointList *list, MarchAreaProgress progress,
                                 gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
