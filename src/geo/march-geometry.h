/* march-geometry.h — points, lines and polygons in longitude and latitude */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MARCH_GEOMETRY_POINT,
  MARCH_GEOMETRY_LINE,
  MARCH_GEOMETRY_POLYGON,
} MarchGeometryKind;

/**
 * MarchBox:
 *
 * Degrees, WGS 84. Empty if @west > @east.
 */
typedef struct
{
  double west, south, east, north;
} MarchBox;

/**
 * MarchPart:
 * @points: 2 × @n_points doubles, longitude and latitude in turn
 * @n_points: a ring repeats its first point at the end
 * @polygon: which polygon of the geometry the ring belongs to, counted from 0
 * @hole: whether the ring is an inner one
 */
typedef struct
{
  const double *points;
  guint         n_points;
  guint         polygon;
  gboolean      hole;
} MarchPart;

/**
 * MarchGeometry:
 *
 * Immutable and counted atomically, so it may cross threads. Multi-geometries of one kind are one
 * geometry with several parts.
 */
typedef struct _MarchGeometry MarchGeometry;

MarchGeometry    *march_geometry_new       (MarchGeometryKind kind, const MarchPart *parts,
                                             guint n_parts);
MarchGeometry    *march_geometry_ref       (MarchGeometry *geometry);
void              march_geometry_unref     (MarchGeometry *geometry);
MarchGeometryKind march_geometry_get_kind  (MarchGeometry *geometry);
const MarchBox   *march_geometry_get_box   (MarchGeometry *geometry);
guint             march_geometry_get_n_parts (MarchGeometry *geometry);
const MarchPart  *march_geometry_get_part  (MarchGeometry *geometry, guint index);
guint             march_geometry_count_points (MarchGeometry *geometry);
gboolean          march_geometry_contains  (MarchGeometry *geometry, double longitude,
                                             double latitude);
void              march_geometry_get_label_point (MarchGeometry *geometry, double *longitude,
                                                  double *latitude);

void              march_box_extend         (MarchBox *box, const MarchBox *other);
gboolean          march_box_intersects     (const MarchBox *a, const MarchBox *b);

#define MARCH_BOX_EMPTY ((MarchBox){ 1, 1, -1, -1 })

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchGeometry, march_geometry_unref)

G_END_DECLS
