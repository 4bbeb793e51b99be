/* march-adaptive-bin.h — a container that tells how much room there is and never asks for more than
 * a small window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MarchRoom:
 * @MARCH_ROOM_TIGHT: below 860 px: one thing at a time
 * @MARCH_ROOM_NARROW: below 1100 px: the panel lies over the map
 * @MARCH_ROOM_MEDIUM: below 1280 px: a smaller panel
 * @MARCH_ROOM_WIDE: everything
 *
 * All for text of the usual size; larger text needs as much more room.
 */
typedef enum
{
  MARCH_ROOM_TIGHT,
  MARCH_ROOM_NARROW,
  MARCH_ROOM_MEDIUM,
  MARCH_ROOM_WIDE,
} MarchRoom;

#define MARCH_TYPE_ADAPTIVE_BIN (march_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (MarchAdaptiveBin, march_adaptive_bin, MARCH, ADAPTIVE_BIN, AdwBin)

MarchRoom march_adaptive_bin_get_room (MarchAdaptiveBin *bin);

G_END_DECLS
