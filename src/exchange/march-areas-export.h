/* march-areas-export.h — imported areas and points as GeoJSON, and how large areas are */
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
gboolean march_areas_export_features (MarchDossier *dossier, GPtrArray *areas, GPtrArray *points,
                                      GOutputStream *stream, GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
