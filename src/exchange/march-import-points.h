/* march-import-points.h — the dated points of a layer, as a dossier takes them in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-import.h"

G_BEGIN_DECLS

MarchPointList *march_import_list_points (MarchImport *import, GPtrArray *features,
                                          GCancellable *cancellable, GError **error);
char           *march_import_dup_properties (MarchLayer *layer, const MarchLayerFeature *feature);

G_END_DECLS
