/* march-map-chips.h — whose knowledge and whose word the map rests on, and the way to choose them
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_CHIPS (march_map_chips_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapChips, march_map_chips, MARCH, MAP_CHIPS, AdwBin)

void march_map_chips_set_session      (MarchMapChips *chips, MarchSession *session);
void march_map_chips_ask_known_by     (MarchMapChips *chips);
void march_map_chips_ask_according_to (MarchMapChips *chips);

G_END_DECLS
