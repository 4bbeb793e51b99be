/* march-scene.c — one picture in the making: painter, snapshot, view, style and how each place
 * looks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

#include <math.h>

#include "asof/march-source-pair.h"

/* From here on, capitals of units are drawn though nothing is said of them; and everything. */
#define ZOOM_CAPITALS 6.6
#define ZOOM_TOWNS 8.0

void
march_ink_set (cairo_t *cr, const MarchInk *ink)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
}

void
march_ink_set_alpha (cairo_t *cr, const MarchInk *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, alpha);
}

/**
 * march_scene_get_area:
 *
 * Returns: (transfer none): the land of an import on the scene's day, good as long as the scene
 */
MarchAreaShape *
march_scene_get_area (const MarchScene *scene, const MarchDatedImport *area_import)
{
  MarchAreaShape *shape = g_hash_table_lookup (scene->areas, area_import);

  if (shape == NULL)
    {
      shape = march_area_shapes_get (scene->painter->areas, area_import,
                                     march_snapshot_get_question (scene->snapshot)->as_of,
                                     scene->plot.level);
      g_hash_table_insert (scene->areas, (gpointer) area_import, shape);
    }
  return shape;
}

/**
 * march_scene_get_stated:
 * @area: of an assertion
 *
 * Returns: (transfer none): its land, good as long as the scene
 */
MarchAreaShape *
march_scene_get_stated (const MarchScene *scene, const MarchLookArea *area)
{
  MarchAreaShape *shape = g_hash_table_lookup (scene->stated, area->geometry);

  if (shape == NULL)
    {
      shape = march_area_shapes_get_stated (scene->painter->areas, area->geometry, area->actor,
                                            scene->plot.level);
      g_hash_table_insert (scene->stated, area->geometry, shape);
    }
  return shape;
}

static gboolean
has_import (const MarchLook *look, const MarchDatedImport *area_import)
{
  for (guint i = 0; i < look->n_areas; i++)
    if (look->areas[i].area_import == area_import || look->areas[i].other == area_import)
      return TRUE;
  return FALSE;
}

/** march_scene_draws_area: Returns: whether the land of an import is on the picture anywhere */
gboolean
march_scene_draws_area (const MarchScene *scene, const MarchDatedImport *area_import)
{
  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (has_import (&scene->looks[i], area_import))
      return TRUE;
  for (guint i = 0; i < scene->land->seas->len; i++)
    if (has_import (&scene->sea_looks[i], area_import))
      return TRUE;
  return FALSE;
}

gboolean
march_scene_sees_face (const MarchScene *scene, guint face)
{
  return march_plot_sees (&scene->plot, &scene->land->mesh->faces[face].box);
}

gboolean
march_scene_sees_mark (const MarchScene *scene, const MarchSceneMark *mark)
{
  MarchSpot spot = { scene->plot.view.x + mark->spot.x / scene->plot.world,
                     scene->plot.view.y + mark->spot.y / scene->plot.world };

  return march_plot_sees (&scene->plot, &(MarchRect){ spot.x, spot.y, spot.x, spot.y });
}

/* Of all land of the dossier: no finding tells where two sources disagree. */
static void
look_at_disagreement (MarchScene *scene)
{
  g_autoptr (GArray) pairs = march_snapshot_list_source_pairs (scene->snapshot);

  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (scene->land->faces[i].place != NULL && scene->land->faces[i].ours
        && march_scene_sees_face (scene, i))
      march_look_add_pairs (&scene->looks[i], pairs);
}

static void
look_at_faces (MarchScene *scene)
{
  const MarchLand *land = scene->land;

  scene->looks = g_new0 (MarchLook, land->mesh->n_faces + 1);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL && march_scene_sees_face (scene, i))
      march_look_init (&scene->looks[i],
                       march_snapshot_get_finding (scene->snapshot, land->faces[i].place),
                       scene->style->lens);
  if (scene->style->lens == MARCH_PAINT_DISAGREEMENT)
    look_at_disagreement (scene);
  scene->sea_looks = g_new0 (MarchLook, land->seas->len + 1);
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      if (march_plot_sees (&scene->plot, &sea->shape->box))
        march_look_init (&scene->sea_looks[i],
                         march_snapshot_get_finding (scene->snapshot, sea->place),
                         scene->style->lens);
    }
}

/* A place is on the map at small zooms only if the dossier says something of it. */
static gboolean
is_shown (const MarchScene *scene, const MarchPlace *place, gboolean mentioned)
{
  double zoom = scene->plot.view.zoom - log2 (scene->k);

  if (place->capital == 1 || zoom >= ZOOM_TOWNS)
    return TRUE;
  if (mentioned && place->kind != MARCH_PLACE_SITE)
    return zoom >= 4;
  return (place->capital == 2 || mentioned) && zoom >= ZOOM_CAPITALS;
}

static gboolean
is_free (const MarchScene *scene, const MarchSceneMark *mark)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *other = &g_array_index (scene->marks, MarchSceneMark, i);

      if (hypot (mark->spot.x - other->spot.x, mark->spot.y - other->spot.y)
          < mark->radius + other->radius + scene->k)
        return FALSE;
    }
  return TRUE;
}

static MarchSceneMark
new_mark (const MarchScene *scene, const MarchLandMark *from)
{
  MarchSceneMark mark = { .place = from->place, .mentioned = from->mentioned };

  mark.spot = march_plot_spot (&scene->plot, &from->spot);
  mark.radius = march_mark_radius (from->place) * scene->k;
  march_look_init (&mark.look, march_snapshot_get_finding (scene->snapshot, from->place),
                   scene->style->lens);
  mark.reach = march_mark_reach (from->place, &mark.look) * scene->k;
  return mark;
}

static void
consider_mark (MarchScene *scene, const MarchLandMark *from)
{
  MarchSpot      spot = march_plot_spot (&scene->plot, &from->spot);
  double         near = MARCH_SCENE_NEAR * scene->k;
  MarchSceneMark mark;

  if (spot.x < -near || spot.y < -near || spot.x > scene->plot.view.width + near
      || spot.y > scene->plot.view.height + near || !is_shown (scene, from->place, from->mentioned))
    return;
  mark = new_mark (scene, from);
  if (is_free (scene, &mark))
    g_array_append_val (scene->marks, mark);
}

static void
choose_marks (MarchScene *scene)
{
  const GArray *all = scene->land->marks;

  scene->marks = g_array_new (FALSE, FALSE, sizeof (MarchSceneMark));
  for (guint i = 0; i < all->len; i++)
    consider_mark (scene, &g_array_index (all, MarchLandMark, i));
}

static MarchSceneMark *
find_mark (const MarchScene *scene, gint64 id)
{
  for (guint i = 0; i < scene->marks->len; i++)
    if (g_array_index (scene->marks, MarchSceneMark, i).place->id == id)
      return &g_array_index (scene->marks, MarchSceneMark, i);
  return NULL;
}

static void
append_mark (MarchScene *scene, gint64 id)
{
  const GArray *all = scene->land->marks;

  for (guint i = 0; i < all->len; i++)
    {
      const MarchLandMark *from = &g_array_index (all, MarchLandMark, i);

      if (from->place->id == id)
        {
          const MarchSceneMark mark = new_mark (scene, from);

          g_array_append_val (scene->marks, mark);
          return;
        }
    }
}

/**
 * march_scene_add_selected:
 *
 * Draws the mark of the selected place too, at any zoom, with room for the ring around it.
 */
void
march_scene_add_selected (MarchScene *scene)
{
  const gint64    id = scene->style->selected;
  MarchSceneMark *mark;

  if (id == 0)
    return;
  if (find_mark (scene, id) == NULL)
    append_mark (scene, id);
  mark = find_mark (scene, id);
  if (mark != NULL)
    mark->reach = MAX (mark->reach, mark->radius + MARCH_SELECTED_RING * scene->k);
}

static MarchWeaveSet *
new_weaves (const MarchScene *scene)
{
  const MarchView *view = &scene->plot.view;
  double           world = scene->plot.world * view->scale;

  return march_weave_set_new ((int) ceil (view->width * view->scale),
                              (int) ceil (view->height * view->scale), -view->x * world,
                              -view->y * world, scene->k * view->scale);
}

/**
 * march_scene_init:
 * @snapshot: of the painter's corpus
 *
 * Works out the looks of everything in view. Clear it with march_scene_clear().
 */
void
march_scene_init (MarchScene       *scene,
                  MarchPainter     *painter,
                  cairo_t          *cr,
                  MarchSnapshot    *snapshot,
                  const MarchView  *view,
                  const MarchStyle *style,
                  GCancellable     *cancellable)
{
  memset (scene, 0, sizeof *scene);
  march_plot_init (&scene->plot, cr, view, cancellable);
  scene->painter = painter;
  scene->land = painter->land;
  scene->snapshot = snapshot;
  scene->style = style;
  scene->palette = march_palette_get (style->theme);
  scene->lettering = march_lettering_get ();
  scene->k = CLAMP (style->pattern_scale, 0.1, 10);
  scene->areas = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) march_area_shape_unref);
  scene->stated = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) march_area_shape_unref);
  scene->frame = (MarchRect){ 0, 0, view->width, view->height };
  scene->weaves = new_weaves (scene);
  look_at_faces (scene);
  choose_marks (scene);
}

void
march_scene_clear (MarchScene *scene)
{
  march_plot_clear (&scene->plot);
  g_clear_pointer (&scene->looks, g_free);
  g_clear_pointer (&scene->sea_looks, g_free);
  g_clear_pointer (&scene->marks, g_array_unref);
  g_clear_pointer (&scene->points, g_array_unref);
  g_clear_pointer (&scene->weaves, march_weave_set_unref);
  g_clear_pointer (&scene->groups, g_free);
  g_clear_pointer (&scene->batches, g_array_unref);
  g_clear_pointer (&scene->near, g_array_unref);
  g_clear_pointer (&scene->claimed, g_ptr_array_unref);
  g_clear_pointer (&scene->areas, g_hash_table_unref);
  g_clear_pointer (&scene->stated, g_hash_table_unref);
}

/**
 * march_scene_turn_to:
 * @cr: (nullable): what to draw on from here on; its clip says which part of the view
 */
void
march_scene_turn_to (MarchScene *scene, cairo_t *cr, GCancellable *cancellable)
{
  march_plot_turn_to (&scene->plot, cr, cancellable);
}

/**
 * march_scene_leave_areas:
 *
 * Lets the outlines of imported areas go on to other days; the scene gets them anew if it is
 * painted again.
 */
void
march_scene_leave_areas (MarchScene *scene)
{
  g_hash_table_remove_all (scene->areas);
}
