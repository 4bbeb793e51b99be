/* march-defect-private.h — why polygons are not valid, in words; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geos-private.h"
#include "geo/march-repair.h"

G_BEGIN_DECLS

gboolean march_defect_describe   (MarchGeos *geos, const GEOSGeometry *polygons,
                                  MarchRepair *report);
void     march_defect_name_rings (MarchGeometry *area, MarchRepair *report);

G_END_DECLS
