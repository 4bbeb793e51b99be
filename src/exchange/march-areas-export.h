/* march-areas-export.h — imported areas as GeoJSON, and how large they are as a table */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "asof/march-snapshot.h"
#include "dossier/march-dossier-areas.h"

G_BEGIN_DECLS

char *march_areas_export_table    (MarchSnapshot *snapshot, const char *language,
                                   GCancellable *cancellable, GError **error);
char *march_areas_export_geojson  (MarchSnapshot *snapshot, const MarchSource *source,
                                   GError **error);
gboolean march_areas_export_features (MarchDossier *dossier, GPtrArray *imports,
                                      GOutputStream *stream, GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
