/* march-mend-private.h — polygons that are not valid made valid by GEOS */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geos-private.h"

G_BEGIN_DECLS

GEOSGeometry  *march_mend_whole (MarchGeos *geos, const GEOSGeometry *polygons);
MarchGeometry *march_mend_rings (MarchGeos *geos, MarchGeometry *area, guint *n_dropped);

G_END_DECLS
