/* march-mesh.h — neighbouring polygons cut into arcs, each shared edge once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-track.h"

G_BEGIN_DECLS

#define MARCH_MESH_NONE G_MAXUINT

/**
 * MarchMeshArc:
 * @left: the face to the left of the arc's direction on a map with north up, or %MARCH_MESH_NONE
 * @right: the one to its right, or %MARCH_MESH_NONE
 */
typedef struct
{
  MarchTrack track;
  guint      left;
  guint      right;
} MarchMeshArc;

typedef struct
{
  guint     arc;
  gboolean  reversed;
} MarchArcUse;

typedef struct
{
  MarchRect    box;
  MarchArcUse *uses;
  guint        n_uses;
  guint        polygon; /* as in MarchPart */
  gboolean     hole;
} MarchMeshRing;

typedef struct
{
  MarchRect      box;
  MarchMeshRing *rings;
  guint          n_rings;
} MarchFace;

/**
 * MarchMesh:
 *
 * Immutable. Faces are in the order given; outer rings and holes run in opposite senses, so that
 * faces side by side in one path leave no seam under the winding rule.
 */
typedef struct
{
  MarchFace *faces;
  guint      n_faces;
  MarchMeshArc *arcs;
  guint      n_arcs;
} MarchMesh;

MarchMesh *march_mesh_new  (GPtrArray *polygons);
void       march_mesh_free (MarchMesh *mesh);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchMesh, march_mesh_free)

G_END_DECLS
