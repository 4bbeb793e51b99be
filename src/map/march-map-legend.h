/* march-map-legend.h — what the symbols on screen mean, on a card */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "render/march-legend.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_LEGEND (march_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapLegend, march_map_legend, MARCH, MAP_LEGEND, AdwBin)

void march_map_legend_show (MarchMapLegend   *legend,
                            MarchSession     *session,
                            MarchCorpus      *corpus,
                            GPtrArray        *entries,
                            const MarchStyle *style);
void march_map_legend_set_plain (MarchMapLegend *legend, gboolean plain);

G_END_DECLS
