/* march-projection.h — coordinates of any reference system turned into WGS 84 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchProjection:
 *
 * From one reference system to longitude and latitude in WGS 84. One thread at a time.
 */
typedef struct _MarchProjection MarchProjection;

/**
 * MarchAxes:
 * @MARCH_AXES_EAST_FIRST: east or longitude comes first, as nearly every file has it
 * @MARCH_AXES_AS_DEFINED: as the definition of the reference system orders them
 */
typedef enum
{
  MARCH_AXES_EAST_FIRST,
  MARCH_AXES_AS_DEFINED,
} MarchAxes;

MarchProjection *march_projection_new         (const char *definition, MarchAxes axes,
                                               GError **error);
void             march_projection_free        (MarchProjection *projection);
gboolean         march_projection_is_identity (MarchProjection *projection);
void             march_projection_apply       (MarchProjection *projection, double *points,
                                               gsize n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchProjection, march_projection_free)

G_END_DECLS
