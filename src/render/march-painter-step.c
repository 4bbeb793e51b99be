/* march-painter-step.c — which part of a picture another day changes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-point-marks.h"
#include "render/march-scene.h"

#define MARGIN 6.0 /* pattern pixels that lines reach beyond a place's outline */
/* The same beyond that of dated land, and device pixels more: the line's smooth edge; and how far
 * its points are moved, which are put on a lattice of a third of a pixel, of degrees. */
#define AREA_MARGIN 0.7
#define AREA_EDGE 1.0
#define AREA_LATTICE 0.1
/* Each part is painted by itself, for which the whole scene is gone over. */
#define MAX_PARTS 4

/* Two pictures of one view. */
typedef struct
{
  MarchScene *before, *after;
  GArray     *parts; /* of MarchRect: what differs, on whole device pixels */
} Step;

/* To whole device pixels inside the view. */
static gboolean
snap (const MarchView *view, const MarchRect *box, MarchRect *part)
{
  double scale = view->scale;

  *part = (MarchRect){ floor (MAX (box->x0, 0) * scale) / scale,
                       floor (MAX (box->y0, 0) * scale) / scale,
                       ceil (MIN (box->x1, view->width) * scale) / scale,
                       ceil (MIN (box->y1, view->height) * scale) / scale };
  return part->x0 < part->x1 && part->y0 < part->y1;
}

/* Parts that meet become one. */
static void
add_part (Step *step, const MarchRect *box)
{
  MarchRect part;

  if (!snap (&step->after->plot.view, box, &part))
    return;
  for (guint i = 0; i < step->parts->len;)
    {
      const MarchRect *other = &g_array_index (step->parts, MarchRect, i);

      if (march_rect_meets (&part, other))
        {
          march_rect_extend (&part, other);
          g_array_remove_index_fast (step->parts, i);
          i = 0;
        }
      else
        i++;
    }
  g_array_append_val (step->parts, part);
}

static double
area_of (const MarchRect *rect)
{
  return (rect->x1 - rect->x0) * (rect->y1 - rect->y0);
}

/* What joining two parts would paint for nothing. */
static double
find_waste (const MarchRect *a, const MarchRect *b)
{
  MarchRect both = *a;

  march_rect_extend (&both, b);
  return area_of (&both) - area_of (a) - area_of (b);
}

static void
join_parts (Step *step)
{
  while (step->parts->len > MAX_PARTS)
    {
      const MarchRect *parts = (const void *) step->parts->data;
      guint            first = 0, second = 1;
      MarchRect        both;

      for (guint i = 0; i < step->parts->len; i++)
        for (guint j = i + 1; j < step->parts->len; j++)
          if (find_waste (&parts[i], &parts[j]) < find_waste (&parts[first], &parts[second]))
            {
              first = i;
              second = j;
            }
      both = parts[first];
      march_rect_extend (&both, &parts[second]);
      g_array_remove_index_fast (step->parts, second);
      g_array_remove_index_fast (step->parts, first);
      add_part (step, &both);
    }
}

static void
add_units (Step *step, const MarchRect *units, double margin)
{
  MarchRect rect = march_plot_rect (&step->after->plot, units);

  add_part (step,
            &(MarchRect){ rect.x0 - margin, rect.y0 - margin, rect.x1 + margin, rect.y1 + margin });
}

static void
compare_place (Step *step, const MarchPlace *place, const MarchRect *units)
{
  if (march_plot_sees (&step->after->plot, units)
      && !march_scene_same_drawing (step->before, step->after, place))
    add_units (step, units, MARGIN * step->after->k);
}

static void
add_piece (Step *step, const MarchPiece *piece)
{
  const MarchBox *box = march_geometry_get_box (piece->area);
  const double    latitude = MAX (fabs (box->south), fabs (box->north)),
               stretch = 1 / MAX (cos (latitude * G_PI / 180), 0.05);
  const MarchSpot from = march_spot_project (box->west, box->north),
                  to = march_spot_project (box->east, box->south);
  const MarchRect units = { from.x, from.y, to.x, to.y };

  if (march_plot_sees (&step->after->plot, &units))
    add_units (step, &units,
               AREA_MARGIN * step->after->k
                   + (AREA_EDGE + AREA_LATTICE * stretch) / step->after->plot.view.scale);
}

/* Land that an import holds on one of both days, with its outline. */
static void
compare_area (Step *step, const MarchDatedImport *area_import)
{
  g_autoptr (GPtrArray) pieces
      = march_holdings_list_turned (area_import->holdings,
                                    march_snapshot_get_question (step->before->snapshot)->as_of,
                                    march_snapshot_get_question (step->after->snapshot)->as_of);

  for (guint i = 0; i < pieces->len; i++)
    add_piece (step, g_ptr_array_index (pieces, i));
}

static void
compare_areas (Step *step)
{
  GPtrArray *imports = march_corpus_get_area_imports (step->after->painter->corpus);

  for (guint i = 0; i < imports->len; i++)
    if (march_scene_draws_area (step->after, g_ptr_array_index (imports, i)))
      compare_area (step, g_ptr_array_index (imports, i));
}

/* Both scenes have the same marks, for which ones are shown depends on the view alone. */
static void
compare_marks (Step *step)
{
  for (guint i = 0; i < step->after->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (step->after->marks, MarchSceneMark, i);
      double                reach = MAX (mark->reach, mark->radius) * 2 + MARGIN * step->after->k;

      if (i < step->before->marks->len)
        reach = MAX (reach, g_array_index (step->before->marks, MarchSceneMark, i).reach * 2);
      if (!march_scene_same_drawing (step->before, step->after, mark->place))
        add_part (step, &(MarchRect){ mark->spot.x - reach, mark->spot.y - reach,
                                      mark->spot.x + reach, mark->spot.y + reach });
    }
}

/* Whether group @a is filled before @b, after it, or at once with it. */
static int
compare_batches (guint a, guint b)
{
  guint first = (a - 1) / MARCH_RASTER_FILLS, second = (b - 1) / MARCH_RASTER_FILLS;

  return (first > second) - (first < second);
}

/* Along a border between two groups the pixels differ by a shade when one of them is filled before
 * the other and no longer at once with it. */
static void
compare_seams (Step *step)
{
  const MarchMesh *mesh = step->after->land->mesh;
  const guint     *before = march_scene_group_faces (step->before),
              *after = march_scene_group_faces (step->after);

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      guint left = mesh->arcs[i].left, right = mesh->arcs[i].right;

      if (left == MARCH_MESH_NONE || right == MARCH_MESH_NONE || before[left] == 0
          || before[right] == 0 || after[left] == 0 || after[right] == 0)
        continue;
      if (compare_batches (before[left], before[right])
          != compare_batches (after[left], after[right]))
        add_units (step, &mesh->arcs[i].track.box, MARGIN * step->after->k);
    }
}

/* Whether the same claimants draw a border, which may run anywhere, one over the other in the same
 * order. */
static gboolean
same_borders (const Step *step)
{
  const GPtrArray *one = march_scene_get_claimed_borders (step->before),
                  *other = march_scene_get_claimed_borders (step->after);

  for (guint i = 0; one->len == other->len && i < one->len; i++)
    if (g_ptr_array_index (one, i) != g_ptr_array_index (other, i))
      return FALSE;
  return one->len == other->len;
}

static void
compare_points (Step *step)
{
  MarchRect changed;

  if (march_point_marks_find_changed (step->before->snapshot, step->after->snapshot,
                                      &step->after->plot.view, step->after->style, &changed))
    add_part (step, &changed);
}

static void
compare_symbols (Step *step)
{
  const MarchLand *land = step->after->land;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL)
      compare_place (step, land->faces[i].place, &land->mesh->faces[i].box);
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      compare_place (step, sea->place, &sea->shape->box);
    }
  compare_seams (step);
  compare_marks (step);
}

/**
 * march_scene_list_changed:
 * @before: of the same painter, view and style as @after
 *
 * Returns: (transfer full) (element-type MarchRect): the parts of the view, if any, in which the
 * two may differ: apart from each other, in logical pixels, their edges on whole device pixels
 */
GArray *
march_scene_list_changed (MarchScene *before, MarchScene *after)
{
  Step             step = { before, after, g_array_new (FALSE, FALSE, sizeof (MarchRect)) };
  const MarchView *view = &after->plot.view;

  if (before->snapshot == after->snapshot)
    return step.parts;
  /* In the lens of disagreement findings don't tell of the other sources. */
  if (!after->carried
      && (after->style->lens == MARCH_PAINT_DISAGREEMENT || !same_borders (&step)))
    {
      add_part (&step, &(MarchRect){ 0, 0, view->width, view->height });
      return step.parts;
    }
  if (!after->carried)
    compare_symbols (&step);
  compare_areas (&step);
  compare_points (&step);
  join_parts (&step);
  return step.parts;
}

/**
 * march_painter_list_changed:
 * @before: of the painter's corpus
 * @after: of the painter's corpus
 *
 * Where the control layers of two days may differ; #MarchLayers paints there.
 *
 * Returns: (transfer full) (element-type MarchRect): as for march_scene_list_changed()
 */
GArray *
march_painter_list_changed (MarchPainter     *painter,
                            MarchSnapshot    *before,
                            MarchSnapshot    *after,
                            const MarchView  *view,
                            const MarchStyle *style)
{
  MarchScene one, other;
  GArray    *parts;

  if (!march_view_is_sane (view))
    return g_array_new (FALSE, FALSE, sizeof (MarchRect));
  march_scene_init (&one, painter, NULL, before, view, style, NULL);
  march_scene_init (&other, painter, NULL, after, view, style, NULL);
  parts = march_scene_list_changed (&one, &other);
  march_scene_clear (&one);
  march_scene_clear (&other);
  return parts;
}
