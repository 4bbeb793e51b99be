/* march-map-plan.h — how large a picture of the map is, within a bound of memory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-view.h"

G_BEGIN_DECLS

/* All surfaces of the map together, in bytes: with names, icons and what GTK needs to put them on a
 * large screen, less than 256 MiB. */
#define MARCH_MAP_MOST_BYTES (216.0 * 1024 * 1024)

/**
 * MarchMapPlan:
 * @view: what to paint for a view: with a margin, and where even one surface would be too large
 * with fewer pixels
 * @frugal: whether base, control and picture are one surface, so that nothing is kept of the
 * picture before
 */
typedef struct
{
  MarchView view;
  gboolean  frugal;
} MarchMapPlan;

void   march_map_plan_init      (MarchMapPlan *plan, const MarchView *view);
double march_map_plan_get_bytes (const MarchMapPlan *plan);

G_END_DECLS
