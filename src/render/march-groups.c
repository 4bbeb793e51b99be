/* march-groups.c — faces that look alike, and as many looks at once as the raster tells apart */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

static guint
group_faces (const MarchScene *scene, guint *groups)
{
  guint n_faces = scene->land->mesh->n_faces, n_groups = 0;

  for (guint i = 0; i < n_faces; i++)
    if (scene->looks[i].drawn && groups[i] == 0)
      {
        groups[i] = ++n_groups;
        for (guint j = i + 1; j < n_faces; j++)
          if (scene->looks[j].drawn && groups[j] == 0
              && march_look_same_fill (&scene->looks[i], &scene->looks[j]))
            groups[j] = n_groups;
      }
  return n_groups;
}

static void
batch_add_group (const MarchScene *scene, MarchSceneBatch *batch, guint group, guint8 *classes)
{
  const MarchMesh *mesh = scene->land->mesh;
  const guint      index = batch->n_looks++;

  batch->boxes[index] = MARCH_RECT_EMPTY;
  for (guint i = 0; i < mesh->n_faces; i++)
    if (scene->groups[i] == group)
      {
        batch->looks[index] = i;
        classes[i] = (guint8) (index + 1);
        march_rect_extend (&batch->boxes[index], &mesh->faces[i].box);
      }
}

static void
clear_batch (gpointer data)
{
  g_array_unref (((MarchSceneBatch *) data)->arcs);
}

static void
make_batches (MarchScene *scene, guint n_groups)
{
  const MarchMesh *mesh = scene->land->mesh;

  for (guint first = 1; first <= n_groups; first += MARCH_RASTER_FILLS)
    {
      g_autofree guint8 *classes = g_new0 (guint8, mesh->n_faces + 1);
      MarchSceneBatch    batch = { .first = first };

      for (guint i = first; i <= MIN (n_groups, first + MARCH_RASTER_FILLS - 1); i++)
        batch_add_group (scene, &batch, i, classes);
      batch.arcs = march_plot_weigh_arcs (mesh, classes);
      g_array_append_val (scene->batches, batch);
    }
}

/**
 * march_scene_group_faces:
 *
 * Faces that look alike are a group, and filled as one, so that there is no seam between them; as
 * many groups as the raster tells apart are a batch, filled at once. Worked out once for a scene,
 * whatever parts of it are painted then.
 *
 * Returns: (transfer none): for each face of the land the number of its group, counted from 1; 0
 * for one that is not drawn
 */
const guint *
march_scene_group_faces (MarchScene *scene)
{
  if (scene->groups != NULL)
    return scene->groups;
  scene->groups = g_new0 (guint, scene->land->mesh->n_faces + 1);
  scene->batches = g_array_new (FALSE, FALSE, sizeof (MarchSceneBatch));
  g_array_set_clear_func (scene->batches, clear_batch);
  make_batches (scene, group_faces (scene, scene->groups));
  return scene->groups;
}
