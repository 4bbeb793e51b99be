/* march-scene-shown.c — which land and which borders are on the picture, not only near it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

static gboolean
has_point_on_screen (const MarchScene *scene, const MarchMeshRing *ring)
{
  const MarchView *view = &scene->plot.view;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MarchSpot));

  march_plot_ring_points (&scene->plot, scene->land->mesh, ring, points);
  for (guint i = 0; i < points->len; i++)
    {
      const MarchSpot *at = &g_array_index (points, MarchSpot, i);

      if (at->x >= 0 && at->y >= 0 && at->x <= view->width && at->y <= view->height)
        return TRUE;
    }
  return FALSE;
}

/* A bounding box alone would list what lies beyond the picture's corner. */
gboolean
march_scene_shows_face (const MarchScene *scene, guint index)
{
  const MarchView *view = &scene->plot.view;
  const MarchFace *face = &scene->land->mesh->faces[index];
  const double     probes[][2] = { { 0.5, 0.5 }, { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } };
  double           longitude, latitude;

  if (!march_scene_sees_face (scene, index))
    return FALSE;
  for (guint i = 0; i < face->n_rings; i++)
    if (march_plot_sees (&scene->plot, &face->rings[i].box)
        && has_point_on_screen (scene, &face->rings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      march_view_unproject (view, probes[i][0] * view->width, probes[i][1] * view->height,
                            &longitude, &latitude);
      if (march_geometry_contains (scene->land->faces[index].geometry, longitude, latitude))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sees_track (const MarchScene *scene, const MarchTrack *track)
{
  const guint level = scene->plot.level;

  for (guint i = 1; i < track->n_points[level]; i++)
    {
      MarchSpot from = track->points[level][i - 1], to = track->points[level][i];

      if (march_rect_cut_line (&scene->plot.unit_window, &from, &to))
        return TRUE;
    }
  return FALSE;
}

gboolean
march_scene_shows_edge (const MarchScene *scene, MarchEdgeKind kind)
{
  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    if (scene->land->edges[i] == kind
        && march_plot_sees (&scene->plot, &scene->land->mesh->arcs[i].track.box)
        && sees_track (scene, &scene->land->mesh->arcs[i].track))
      return TRUE;
  return FALSE;
}
