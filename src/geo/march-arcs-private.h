/* march-arcs-private.h — the topology that all levels of detail of one set of arcs share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-arcs.h"

G_BEGIN_DECLS

/**
 * MarchTopology:
 * @rings: all rings of all geometries, in their order
 * @first_rings: of each geometry, and one more that ends the last
 * @ring_arcs: what the rings' arrays point into
 * @owners: what the arcs' lists point into
 */
typedef struct
{
  gatomicrefcount references;
  guint           n_geometries;
  MarchArcRing   *rings;
  guint          *first_rings;
  int            *ring_arcs;
  guint          *owners;
} MarchTopology;

/**
 * MarchRawArc:
 * @points: of double, on the unit square
 * @left: of guint
 * @right: of guint
 */
typedef struct
{
  GArray *points;
  GArray *left;
  GArray *right;
} MarchRawArc;

MarchTopology *march_topology_new   (GPtrArray *geometries, GPtrArray *raw_arcs);
void           march_topology_unref (MarchTopology *topology);
void           march_raw_arc_free   (MarchRawArc *arc);

G_END_DECLS
