/* march-scene-next.c — the scene of another day, which takes over what looks as it did */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

/**
 * march_scene_same_drawing:
 *
 * Returns: whether a place is drawn the same way in two scenes, but for where imported areas begin
 * and end
 */
gboolean
march_scene_same_drawing (const MarchScene *one, const MarchScene *other, const MarchPlace *place)
{
  const MarchFinding *a = march_snapshot_get_finding (one->snapshot, place),
                     *b = march_snapshot_get_finding (other->snapshot, place);

  return a == b || (a != NULL && b != NULL && march_finding_equal_symbols (a, b));
}

static gboolean
same_faces (const MarchScene *one, const MarchScene *other)
{
  const MarchLand *land = one->land;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL && march_scene_sees_face (one, i)
        && !march_scene_same_drawing (one, other, land->faces[i].place))
      return FALSE;
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      if (march_plot_sees (&one->plot, &sea->shape->box)
          && !march_scene_same_drawing (one, other, sea->place))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_marks (const MarchScene *one, const MarchScene *other)
{
  for (guint i = 0; i < one->marks->len; i++)
    if (!march_scene_same_drawing (one, other,
                                   g_array_index (one->marks, MarchSceneMark, i).place))
      return FALSE;
  return TRUE;
}

/* What only names tell is of the findings of the day before. */
static void
forget_findings (MarchScene *scene)
{
  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    scene->looks[i].last_reported = NULL;
  for (guint i = 0; i < scene->land->seas->len; i++)
    scene->sea_looks[i].last_reported = NULL;
  for (guint i = 0; i < scene->marks->len; i++)
    g_array_index (scene->marks, MarchSceneMark, i).look.last_reported = NULL;
}

/**
 * march_scene_go_on:
 * @before: of another day, the same otherwise; left empty but for its snapshot
 * @snapshot: of the day, good as long as the scene
 *
 * Makes the scene of a day on which all has the symbols that it has in @before, as is so with daily
 * areas on most days; for its control, not for names. In the lens of disagreement findings don't
 * tell all that is drawn.
 *
 * Returns: whether it was made; %FALSE if something has other symbols: then @before is as it was
 */
gboolean
march_scene_go_on (MarchScene *scene, MarchScene *before, MarchSnapshot *snapshot)
{
  MarchScene next = *before;

  next.snapshot = snapshot;
  if (before->style->lens == MARCH_PAINT_DISAGREEMENT || !same_faces (before, &next)
      || !same_marks (before, &next))
    return FALSE;
  next.points = NULL;
  next.carried = TRUE;
  *scene = next;
  forget_findings (scene);
  *before = (MarchScene){ .snapshot = before->snapshot, .points = before->points };
  return TRUE;
}
