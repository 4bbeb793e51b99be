/* march-repair.h — polygons made valid and put on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchRepair:
 * @reason: (nullable): why the polygons were not valid, a phrase; %NULL if they were
 * @longitude: where that shows, in degrees; NAN if @reason is %NULL
 * @latitude: where that shows, in degrees; NAN if @reason is %NULL
 * @snapped: whether a point had to move to come onto the grid
 * @snap_change: by how many square metres the area grew in that, negative if it shrank
 * @n_dropped: parts that were left out because they have no area: lines and points into which a
 * polygon falls apart
 *
 * What march_repair_area() did.
 */
typedef struct
{
  char    *reason;
  double   longitude;
  double   latitude;
  gboolean snapped;
  double   snap_change;
  guint    n_dropped;
} MarchRepair;

#define MARCH_REPAIR_INIT ((MarchRepair){ 0 })

MarchGeometry *march_repair_area  (MarchGeometry *area, MarchRepair *report, GError **error);
gboolean       march_repair_look  (MarchGeometry *area, MarchRepair *report);
MarchGeometry *march_repair_unite (MarchGeometry *a, MarchGeometry *b, GError **error);
MarchGeometry *march_repair_trim  (MarchGeometry *area, GPtrArray *others, guint *n_cut,
                                   GError **error);
void           march_repair_clear (MarchRepair *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchRepair, march_repair_clear)

G_END_DECLS
