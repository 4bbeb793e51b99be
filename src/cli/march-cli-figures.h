/* march-cli-figures.h — stated figures of land, held against imported areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "asof/march-reading.h"

G_BEGIN_DECLS

GPtrArray *march_cli_figures_measure (MarchSnapshot    *snapshot,
                                      const MarchPlace *place,
                                      GError          **error);
void       march_cli_figures_print   (MarchSnapshot *snapshot, GPtrArray *figures);
void       march_cli_figures_to_json (JsonBuilder *builder, GPtrArray *figures);

G_END_DECLS
