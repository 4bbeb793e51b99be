/* march-painter-step.c — which part of a picture another day changes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

#define MARGIN 6.0 /* pattern pixels that lines reach beyond a place's outline */

/* Two pictures of one view. */
typedef struct
{
  MarchScene before, after;
  MarchRect  box; /* of what differs, logical pixels */
} Step;

static gboolean
same_drawing (const Step *step, const MarchPlace *place)
{
  const MarchFinding *one = march_snapshot_get_finding (step->before.snapshot, place),
                     *other = march_snapshot_get_finding (step->after.snapshot, place);

  return one == other
         || (one != NULL && other != NULL && march_finding_equal_drawing (one, other));
}

static void
compare_place (Step *step, const MarchPlace *place, const MarchRect *units)
{
  double    margin = MARGIN * step->after.k;
  MarchRect rect;

  if (!march_plot_sees (&step->after.plot, units) || same_drawing (step, place))
    return;
  rect = march_plot_rect (&step->after.plot, units);
  march_rect_extend (&step->box, &(MarchRect){ rect.x0 - margin, rect.y0 - margin,
                                               rect.x1 + margin, rect.y1 + margin });
}

/* Both scenes have the same marks, for which ones are shown depends on the view alone. */
static void
compare_marks (Step *step)
{
  for (guint i = 0; i < step->after.marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (step->after.marks, MarchSceneMark, i);
      double reach = MAX (mark->reach, mark->radius) * 2 + MARGIN * step->after.k;

      if (i < step->before.marks->len)
        reach = MAX (reach, g_array_index (step->before.marks, MarchSceneMark, i).reach * 2);
      if (!same_drawing (step, mark->place))
        march_rect_extend (&step->box, &(MarchRect){ mark->spot.x - reach, mark->spot.y - reach,
                                                     mark->spot.x + reach, mark->spot.y + reach });
    }
}

static gboolean
same_members (const GPtrArray *one, const GPtrArray *other)
{
  for (guint i = 0; one->len == other->len && i < one->len; i++)
    if (!g_ptr_array_find ((GPtrArray *) other, g_ptr_array_index (one, i), NULL))
      return FALSE;
  return one->len == other->len;
}

/* Whether another actor's border is drawn: it may run anywhere. */
static gboolean
same_borders (const Step *step)
{
  g_autoptr (GPtrArray) one = march_scene_list_claimed_borders (&step->before),
                        other = march_scene_list_claimed_borders (&step->after);

  return same_members (one, other);
}

static void
compare_all (Step *step)
{
  const MarchLand *land = step->after.land;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL)
      compare_place (step, land->faces[i].place, &land->mesh->faces[i].box);
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      compare_place (step, sea->place, &sea->shape->box);
    }
  compare_marks (step);
}

/* To whole device pixels inside the view. */
static gboolean
snap (const MarchView *view, const MarchRect *box, MarchRect *changed)
{
  double scale = view->scale;

  *changed = (MarchRect){ floor (MAX (box->x0, 0) * scale) / scale,
                          floor (MAX (box->y0, 0) * scale) / scale,
                          ceil (MIN (box->x1, view->width) * scale) / scale,
                          ceil (MIN (box->y1, view->height) * scale) / scale };
  return changed->x0 < changed->x1 && changed->y0 < changed->y1;
}

/**
 * march_painter_find_changed:
 * @before: of the painter's corpus
 * @after: of the painter's corpus
 * @changed: (out): in logical pixels, its edges on whole device pixels
 *
 * To go from the control layer of one day to that of another, put the base back inside @changed and
 * call march_painter_paint_control() on a context that is clipped to it.
 *
 * Returns: whether the two differ in the view at all
 */
gboolean
march_painter_find_changed (MarchPainter     *painter,
                            MarchSnapshot    *before,
                            MarchSnapshot    *after,
                            const MarchView  *view,
                            const MarchStyle *style,
                            MarchRect        *changed)
{
  Step     step = { .box = MARCH_RECT_EMPTY };
  gboolean any;

  *changed = (MarchRect){ 0 };
  if (!march_view_is_sane (view) || march_snapshot_equal_drawing (before, after))
    return FALSE;
  march_scene_init (&step.before, painter, NULL, before, view, style, NULL);
  march_scene_init (&step.after, painter, NULL, after, view, style, NULL);
  compare_all (&step);
  if (!same_borders (&step))
    step.box = (MarchRect){ 0, 0, view->width, view->height };
  any = snap (view, &step.box, changed);
  march_scene_clear (&step.before);
  march_scene_clear (&step.after);
  return any;
}
