/* march-layer-shape.h — a feature's geometry while it is being read; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer-private.h"
#include "exchange/march-projection.h"

G_BEGIN_DECLS

#define MARCH_N_GEOMETRY_KINDS 3

/**
 * MarchLayerShape:
 *
 * Points, lines and polygons in any order, as a collection has them. One is used for all features
 * of a file, one after another.
 */
typedef struct
{
  GArray           *points[MARCH_N_GEOMETRY_KINDS]; /* of double */
  GArray           *parts[MARCH_N_GEOMETRY_KINDS];  /* of MarchPart whose points aren't set yet */
  MarchGeometryKind kind;                           /* of the part that is open */
  guint             start;                          /* where it begins, in doubles */
  guint             n_polygons;
  gboolean          in_polygon; /* its outer ring was read */
  gboolean          has_heights;
  guint             n_closed;
  guint             n_flat;
  guint             n_short;
} MarchLayerShape;

MarchLayerShape *march_layer_shape_new           (void);
void        march_layer_shape_free          (MarchLayerShape *shape);
void        march_layer_shape_clear         (MarchLayerShape *shape);
void        march_layer_shape_begin_polygon (MarchLayerShape *shape);
void        march_layer_shape_begin_part    (MarchLayerShape *shape, MarchGeometryKind kind);
void        march_layer_shape_add           (MarchLayerShape *shape, double x, double y);
void        march_layer_shape_end_part      (MarchLayerShape *shape);
void        march_layer_shape_add_geometry  (MarchLayerShape *shape, MarchGeometry *geometry);
void        march_layer_shape_turn          (MarchLayerShape *shape);
gboolean    march_layer_shape_finish        (MarchLayerShape *shape, MarchProjection *projection,
                                       MarchLayer *layer, MarchLayerRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLayerShape, march_layer_shape_free)

G_END_DECLS
