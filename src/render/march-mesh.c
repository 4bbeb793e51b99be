/* march-mesh.c — neighbouring polygons cut into arcs, each shared edge once, ready for any zoom */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-mesh.h"

#include "geo/march-arcs.h"

static void
init_arc (MarchMeshArc *self, const MarchArc *arc)
{
  g_autofree MarchSpot *spots = g_new (MarchSpot, arc->n_points);

  for (guint i = 0; i < arc->n_points; i++)
    spots[i] = (MarchSpot){ arc->points[2 * i], arc->points[2 * i + 1] };
  march_track_init (&self->track, spots, arc->n_points);
  self->left = arc->n_left > 0 ? arc->left[0] : MARCH_MESH_NONE;
  self->right = arc->n_right > 0 ? arc->right[0] : MARCH_MESH_NONE;
}

static double
ring_area (MarchArcs *arcs, guint polygon, guint ring)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  const double      *xy;
  double             area = 0;

  march_arcs_append_ring (arcs, polygon, ring, points);
  xy = (const double *) (gconstpointer) points->data;
  for (guint i = 0; i + 3 < points->len; i += 2)
    area += xy[i] * xy[i + 3] - xy[i + 2] * xy[i + 1];
  return area;
}

static void
reverse_uses (MarchMeshRing *ring)
{
  for (guint i = 0; i < ring->n_uses / 2; i++)
    {
      MarchArcUse swap = ring->uses[i];

      ring->uses[i] = ring->uses[ring->n_uses - 1 - i];
      ring->uses[ring->n_uses - 1 - i] = swap;
    }
  for (guint i = 0; i < ring->n_uses; i++)
    ring->uses[i].reversed = !ring->uses[i].reversed;
}

static void
add_ring (MarchMesh *mesh, MarchArcs *arcs, guint polygon, guint index, const MarchPart *part)
{
  const MarchArcRing *from = march_arcs_get_ring (arcs, polygon, index);
  MarchFace          *face = &mesh->faces[polygon];
  MarchMeshRing      *ring;

  if (from->n_arcs == 0)
    return;
  ring = &face->rings[face->n_rings++];
  *ring = (MarchMeshRing){ MARCH_RECT_EMPTY, g_new (MarchArcUse, from->n_arcs), from->n_arcs,
                           part->polygon, part->hole };
  for (guint i = 0; i < from->n_arcs; i++)
    {
      gboolean reversed = from->arcs[i] < 0;
      guint    arc = reversed ? ~from->arcs[i] : from->arcs[i];

      ring->uses[i] = (MarchArcUse){ arc, reversed };
      march_rect_extend (&ring->box, &mesh->arcs[arc].track.box);
    }
  if ((ring_area (arcs, polygon, index) > 0) == part->hole)
    reverse_uses (ring);
  march_rect_extend (&face->box, &ring->box);
}

static void
init_face (MarchMesh *mesh, MarchArcs *arcs, guint index, MarchGeometry *polygon)
{
  guint n_rings = march_arcs_get_n_rings (arcs, index);

  mesh->faces[index] = (MarchFace){ MARCH_RECT_EMPTY, g_new0 (MarchMeshRing, n_rings), 0 };
  for (guint i = 0; i < n_rings; i++)
    add_ring (mesh, arcs, index, i, march_geometry_get_part (polygon, i));
}

/**
 * march_mesh_new:
 * @polygons: (element-type MarchGeometry): neighbours share their points exactly
 *
 * Returns: (transfer full): a face for each polygon, in order
 */
MarchMesh *
march_mesh_new (GPtrArray *polygons)
{
  g_autoptr (MarchArcs) arcs = march_arcs_new (polygons);
  MarchMesh            *mesh = g_new0 (MarchMesh, 1);

  mesh->n_arcs = march_arcs_get_n_arcs (arcs);
  mesh->arcs = g_new0 (MarchMeshArc, mesh->n_arcs + 1);
  for (guint i = 0; i < mesh->n_arcs; i++)
    init_arc (&mesh->arcs[i], march_arcs_get_arc (arcs, i));
  mesh->n_faces = polygons->len;
  mesh->faces = g_new0 (MarchFace, mesh->n_faces + 1);
  for (guint i = 0; i < mesh->n_faces; i++)
    init_face (mesh, arcs, i, g_ptr_array_index (polygons, i));
  return mesh;
}

static void
face_clear (MarchFace *face)
{
  for (guint i = 0; i < face->n_rings; i++)
    g_free (face->rings[i].uses);
  g_free (face->rings);
}

void
march_mesh_free (MarchMesh *mesh)
{
  for (guint i = 0; i < mesh->n_faces; i++)
    face_clear (&mesh->faces[i]);
  for (guint i = 0; i < mesh->n_arcs; i++)
    march_track_clear (&mesh->arcs[i].track);
  g_free (mesh->faces);
  g_free (mesh->arcs);
  g_free (mesh);
}
