/* march-selection.c — the selected and the hovered place; which place lies under a point; how much
 * of the map a place takes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "geo/march-mercator.h"
#include "render/march-scene.h"

#define PICK_SLACK 5.0 /* logical pixels around a settlement's mark */

#define INSET_SELECTED 9.4 /* of a conclusion's edge, clear of the selection's stroke */

typedef struct
{
  double   width;
  double   alpha;
  gboolean casing;
} OutlineStroke;

/* The casing is as wide as to hide the edge of a conclusion, which is drawn again further inside.
 */
static const OutlineStroke selected_strokes[] = { { 18, 0.16, FALSE },
                                                  { 11, 1, TRUE },
                                                  { 3.4, 1, FALSE } };
static const OutlineStroke highlighted_strokes[] = { { 6, 0.9, TRUE }, { 2.6, 1, FALSE } };
static const OutlineStroke hovered_strokes[] = { { 4, 0.9, TRUE }, { 2, 1, FALSE } };

/* The outline of all that belongs to a place: arcs with exactly one side in it. */
static void
add_outline (MarchPlot *plot, const MarchLand *land, const MarchPlace *place)
{
  g_autofree gboolean *marked = g_new0 (gboolean, land->mesh->n_faces + 1);

  march_land_mark_faces (land, place, marked);
  for (guint i = 0; i < land->mesh->n_arcs; i++)
    {
      const MarchMeshArc *arc = &land->mesh->arcs[i];
      gboolean            left = arc->left != MARCH_MESH_NONE && marked[arc->left];
      gboolean            right = arc->right != MARCH_MESH_NONE && marked[arc->right];

      if (left != right)
        march_plot_track (plot, &arc->track);
    }
  for (guint i = 0; i < land->seas->len; i++)
    if (g_array_index (land->seas, MarchLandSea, i).place == place)
      march_plot_shape_line (plot, g_array_index (land->seas, MarchLandSea, i).shape);
}

static void
add_mark (MarchPlot *plot, const MarchLand *land, const MarchPlace *place, double k)
{
  for (guint i = 0; i < land->marks->len; i++)
    {
      const MarchLandMark *mark = &g_array_index (land->marks, MarchLandMark, i);

      if (mark->place == place)
        march_plot_circle (plot, &mark->spot, (march_mark_radius (place) + 4.5) * k);
    }
}

static void
begin_strokes (MarchScene *scene, const OutlineStroke *outline, guint n_strokes, double factor)
{
  MarchStroke strokes[MARCH_RASTER_RINGS];

  for (guint i = 0; i < n_strokes; i++)
    {
      strokes[i].width = outline[i].width * factor;
      strokes[i].ink = outline[i].casing ? scene->palette->halo : scene->palette->label;
      strokes[i].ink.alpha = outline[i].alpha;
    }
  scene->plot.ends = MARCH_ENDS_JOINED;
  march_plot_begin_lines (&scene->plot, strokes, n_strokes);
}

static void
paint_outline (MarchScene          *scene,
               const MarchPlace    *place,
               const OutlineStroke *outline,
               guint                n_strokes)
{
  gboolean is_mark = place->kind == MARCH_PLACE_SETTLEMENT || place->kind == MARCH_PLACE_SITE;

  begin_strokes (scene, outline, n_strokes, scene->k * (is_mark ? 0.6 : 1));
  add_outline (&scene->plot, scene->land, place);
  add_mark (&scene->plot, scene->land, place, scene->k);
  march_plot_end_lines (&scene->plot);
}

/* The outline of each of @places, along the borders between them too. */
static void
add_outlines (MarchPlot *plot, const MarchLand *land, GPtrArray *places)
{
  g_autofree gboolean *marked = g_new0 (gboolean, land->mesh->n_faces + 1);

  for (guint i = 0; i < places->len; i++)
    march_land_mark_faces (land, g_ptr_array_index (places, i), marked);
  for (guint i = 0; i < land->mesh->n_arcs; i++)
    {
      const MarchMeshArc *arc = &land->mesh->arcs[i];

      if ((arc->left != MARCH_MESH_NONE && marked[arc->left])
          || (arc->right != MARCH_MESH_NONE && marked[arc->right]))
        march_plot_track (plot, &arc->track);
    }
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      if (g_ptr_array_find (places, sea->place, NULL))
        march_plot_shape_line (plot, sea->shape);
    }
}

static void
add_rings (MarchScene *scene, GPtrArray *places)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (g_ptr_array_find (places, mark->place, NULL))
        march_plot_circle (&scene->plot, &mark->spot, mark->reach + 2.5 * scene->k);
    }
}

static void
paint_highlighted (MarchScene *scene)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < scene->style->n_highlighted; i++)
    {
      const MarchPlace *place = march_corpus_get_place (scene->painter->corpus,
                                                        scene->style->highlighted[i]);

      if (place != NULL)
        g_ptr_array_add (places, (gpointer) place);
    }
  if (places->len == 0)
    return;
  begin_strokes (scene, highlighted_strokes, G_N_ELEMENTS (highlighted_strokes), scene->k);
  add_outlines (&scene->plot, scene->land, places);
  add_rings (scene, places);
  march_plot_end_lines (&scene->plot);
  march_plot_flush (&scene->plot);
  march_scene_paint_marks (scene);
}

static void
paint_selected (MarchScene *scene, const MarchPlace *place)
{
  guint face;

  paint_outline (scene, place, selected_strokes, G_N_ELEMENTS (selected_strokes));
  if (march_land_find_face (scene->land, place, &face) && scene->looks[face].disputed)
    march_scene_paint_certainty (scene, face, INSET_SELECTED);
  march_plot_flush (&scene->plot);
  march_scene_paint_marks (scene);
}

static const MarchPlace *
find_place (MarchPainter *painter, gint64 id)
{
  return id != 0 ? march_corpus_get_place (painter->corpus, id) : NULL;
}

gboolean
march_painter_paint_names (MarchPainter     *painter,
                           cairo_t          *cr,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style,
                           MarchRect        *selected_name)
{
  const MarchPlace *selected = find_place (painter, style->selected),
                   *hovered = find_place (painter, style->hovered);
  g_auto (MarchScene) scene = { 0 };
  MarchRect           name = { 0 };

  if (!march_view_is_sane (view))
    return FALSE;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  march_scene_init (&scene, painter, cr, snapshot, view, style, NULL);
  march_scene_add_selected (&scene);
  paint_highlighted (&scene);
  if (hovered != NULL && hovered != selected)
    paint_outline (&scene, hovered, hovered_strokes, G_N_ELEMENTS (hovered_strokes));
  if (selected != NULL)
    paint_selected (&scene, selected);
  march_plot_flush (&scene.plot);
  if (!style->draft)
    name = march_scene_paint_names (&scene);
  if (selected_name != NULL)
    *selected_name = name;
  cairo_restore (cr);
  return TRUE;
}

static const MarchPlace *
pick_mark (const MarchScene *scene, double px, double py)
{
  const MarchPlace *best = NULL;
  double            nearest = INFINITY;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);
      double                distance = hypot (mark->spot.x - px, mark->spot.y - py);

      if (distance <= mark->reach + PICK_SLACK && distance < nearest)
        {
          nearest = distance;
          best = mark->place;
        }
    }
  return best;
}

static const MarchPlace *
pick_area (const MarchLand *land, const MarchSpot *spot, double longitude, double latitude)
{
  MarchRect point = { spot->x, spot->y, spot->x, spot->y };

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL && march_rect_meets (&land->mesh->faces[i].box, &point)
        && march_geometry_contains (land->faces[i].geometry, longitude, latitude))
      return land->faces[i].place;
  return NULL;
}

static const MarchPlace *
pick_sea (const MarchLand *land, const MarchSpot *spot, double longitude, double latitude)
{
  MarchRect point = { spot->x, spot->y, spot->x, spot->y };

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place == NULL && march_rect_meets (&land->mesh->faces[i].box, &point)
        && march_geometry_contains (land->faces[i].geometry, longitude, latitude))
      return NULL; /* a neighbour's land */
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      if (march_rect_meets (&sea->shape->box, &point)
          && march_geometry_contains (sea->place->geometry, longitude, latitude))
        return sea->place;
    }
  return NULL;
}

const MarchPlace *
march_painter_pick (MarchPainter     *painter,
                    MarchSnapshot    *snapshot,
                    const MarchView  *view,
                    const MarchStyle *style,
                    double            px,
                    double            py)
{
  g_auto (MarchScene) scene = { 0 };
  const MarchPlace   *place;
  double              longitude, latitude;
  MarchSpot           spot;

  if (!march_view_is_sane (view) || !isfinite (px) || !isfinite (py))
    return NULL;
  march_scene_init (&scene, painter, NULL, snapshot, view, style, NULL);
  place = pick_mark (&scene, px, py);
  if (place != NULL)
    return place;
  march_view_unproject (view, px, py, &longitude, &latitude);
  spot = march_spot_project (longitude, latitude);
  place = pick_area (painter->land, &spot, longitude, latitude);
  return place != NULL ? place : pick_sea (painter->land, &spot, longitude, latitude);
}

static void
extend_box (MarchBox *box, const MarchBox *other)
{
  if (box->west > box->east)
    *box = *other;
  else
    march_box_extend (box, other);
}

/* A point shows with what is around it. */
static MarchBox
room_around (const MarchBox *point)
{
  return (MarchBox){ point->west - 0.4, point->south - 0.25, point->east + 0.4,
                     point->north + 0.25 };
}

MarchBox
march_painter_get_box (MarchPainter *painter, const MarchPlace *place)
{
  const MarchLand     *land = painter->land;
  g_autofree gboolean *marked = g_new0 (gboolean, land->mesh->n_faces + 1);
  MarchBox             box = MARCH_BOX_EMPTY;

  if (place != NULL)
    march_land_mark_faces (land, place, marked);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (place != NULL ? marked[i] : land->faces[i].ours)
      extend_box (&box, march_geometry_get_box (land->faces[i].geometry));
  if (place == NULL || place->geometry == NULL || box.west <= box.east)
    return box;
  box = *march_geometry_get_box (place->geometry);
  return march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POINT ? room_around (&box)
                                                                           : box;
}

void
march_placed_label_free (MarchPlacedLabel *label)
{
  g_free (label->text);
  g_free (label);
}

GPtrArray *
march_painter_list_labels (MarchPainter     *painter,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) march_placed_label_free);
  g_auto (MarchScene)   scene = { 0 };
  g_autoptr (GPtrArray) names = NULL;

  if (!march_view_is_sane (view))
    return labels;
  march_scene_init (&scene, painter, NULL, snapshot, view, style, NULL);
  march_scene_add_selected (&scene);
  names = march_scene_place_names (&scene);
  for (guint i = 0; i < names->len; i++)
    {
      const MarchSceneName *name = g_ptr_array_index (names, i);
      MarchPlacedLabel     *label = g_new (MarchPlacedLabel, 1);

      *label = (MarchPlacedLabel){ g_strdup (name->badge ? "" : name->text),
                                   name->place,
                                   name->badge,
                                   name->box.x0,
                                   name->box.y0,
                                   name->box.x1 - name->box.x0,
                                   name->box.y1 - name->box.y0 };
      g_ptr_array_add (labels, label);
    }
  return labels;
}
