/* march-cutting-private.h — areas taken day by day, and the pieces they leave */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"
#include "geo/march-planar-private.h"

G_BEGIN_DECLS

/**
 * MarchCutting:
 *
 * Days are counted from 1 in their order.
 */
typedef struct _MarchCutting MarchCutting;

/**
 * MarchLook:
 * @edge: an edge of the map
 * @sides: what lay on its left and its right before the day, and whether the day turns it over
 */
typedef struct
{
  guint32   edge;
  MarchSide sides[2];
} MarchLook;

/**
 * MarchCut:
 * @from: the first day of its land
 * @until: the first that is not, 0 if there is none
 * @polygons: (element-type MarchGeometry): the land
 */
typedef struct
{
  guint      from;
  guint      until;
  GPtrArray *polygons;
} MarchCut;

MarchCutting *march_cutting_new    (const MarchBox *box, guint n_points);
void          march_cutting_free   (MarchCutting *cutting);
gboolean      march_cutting_step   (MarchCutting *cutting, MarchGeometry *area,
                                    GCancellable *cancellable, GError **error);
GPtrArray    *march_cutting_finish (MarchCutting *cutting, GCancellable *cancellable,
                                    GError **error);

GArray       *march_touched_list   (MarchPlanar *planar, GArray *turned);
void          march_slivers_hold_back (MarchPlanar *planar, GArray *looks, MarchGeometry *area,
                                       GArray *owed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCutting, march_cutting_free)

G_END_DECLS
