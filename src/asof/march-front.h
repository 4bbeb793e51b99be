/* march-front.h — how far a place is from the line of contact */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchFrontDistance:
 * @holder: whose front it is, by the areas of the day
 * @metres: on the ellipsoid, 0 where the line runs through the place; infinity: the holder has no
 *   line of contact that day
 * @inside: whether the place lies in the holder's land, all of it
 */
typedef struct
{
  const MarchActor *holder;
  double            metres;
  gboolean          inside;
} MarchFrontDistance;

GArray *march_front_measure (MarchSnapshot    *snapshot,
                             const MarchPlace *place,
                             GCancellable     *cancellable,
                             GError          **error);

char   *march_front_describe (const MarchFrontDistance *distance, const char *language);

G_END_DECLS
