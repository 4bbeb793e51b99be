/* march-geos-private.h — polygons to GEOS and back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <geos_c.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchGeos:
 * @handle: GEOS's context
 * @message: (nullable): what GEOS complained of last
 *
 * One computation with GEOS. For one thread at a time.
 */
typedef struct
{
  GEOSContextHandle_t handle;
  char               *message;
} MarchGeos;

MarchGeos     *march_geos_new       (void);
void           march_geos_free      (MarchGeos *geos);
void           march_geos_set_error (MarchGeos *geos, GError **error);
GEOSGeometry  *march_geos_from      (MarchGeos *geos, MarchGeometry *geometry);
MarchGeometry *march_geos_to        (MarchGeos *geos, const GEOSGeometry *geometry,
                                     guint *n_dropped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchGeos, march_geos_free)

G_END_DECLS
