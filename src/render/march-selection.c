/* march-selection.c — the selected and the hovered place; which place lies under a point; how much
 * of the map a place takes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "geo/march-mercator.h"
#include "render/march-plot-private.h"
#include "render/march-scene.h"

/* An area that takes less room is outlined with thinner strokes, down to half of them. */
#define WIDE_AREA 90.0
#define SMALL_RING 7.0
#define COARSER 1 /* levels of detail */

#define PICK_SLACK 5.0 /* logical pixels around a settlement's mark */

typedef struct
{
  double   width;
  double   alpha;
  gboolean casing;
} OutlineStroke;

/* Around what is outlined lie a soft edge and a casing, outside of it alone, so that narrow land is
 * still seen; the line itself is last. */
static const OutlineStroke selected_strokes[] = { { 16, 0.16, FALSE },
                                                  { 9, 1, TRUE },
                                                  { 2.6, 1, FALSE } };
static const OutlineStroke highlighted_strokes[] = { { 6, 0.9, TRUE }, { 2.4, 1, FALSE } };
static const OutlineStroke hovered_strokes[] = { { 4, 0.9, TRUE }, { 2, 1, FALSE } };

/* What is outlined together: faces and seas by their borders, marks by a ring. */
typedef struct
{
  MarchScene *scene;
  GPtrArray  *places; /* of const MarchPlace */
  gboolean   *marked; /* by face */
  gboolean    inner;  /* whether the borders between its faces are outlined, too */
  double      factor; /* on the strokes of areas */
} Outlined;

static gboolean
has_arc (const Outlined *self, const MarchMeshArc *arc)
{
  gboolean left = arc->left != MARCH_MESH_NONE && self->marked[arc->left];
  gboolean right = arc->right != MARCH_MESH_NONE && self->marked[arc->right];

  return self->inner ? left || right : left != right;
}

/* Islets and lagoons that the line would fill have none, and the line leaves out the twists that a
 * coast has at the scale of its width. */
static void
add_border (const Outlined *self, const MarchTrack *track)
{
  MarchPlot       *plot = &self->scene->plot;
  const MarchSpot *points = track->points[plot->level];
  const MarchSpot *last = &points[track->n_points[plot->level] - 1];
  MarchRect        rect = march_plot_rect (plot, &track->box);
  gboolean         closed = points[0].x == last->x && points[0].y == last->y;

  if (!closed || MIN (rect.x1 - rect.x0, rect.y1 - rect.y0) >= SMALL_RING * self->scene->k)
    march_plot_coarse_track (plot, track, COARSER);
}

static void
add_areas (const Outlined *self)
{
  const MarchLand *land = self->scene->land;

  for (guint i = 0; i < land->mesh->n_arcs; i++)
    if (has_arc (self, &land->mesh->arcs[i]))
      add_border (self, &land->mesh->arcs[i].track);
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      for (guint j = 0;
           j < sea->shape->n_tracks && g_ptr_array_find (self->places, sea->place, NULL); j++)
        add_border (self, &sea->shape->tracks[j]);
    }
}

static void
add_marks (const Outlined *self)
{
  const MarchLand *land = self->scene->land;

  for (guint i = 0; i < land->marks->len; i++)
    {
      const MarchLandMark *mark = &g_array_index (land->marks, MarchLandMark, i);

      if (g_ptr_array_find (self->places, mark->place, NULL))
        march_plot_circle (&self->scene->plot, &mark->spot,
                           (march_mark_radius (mark->place) + 4.5) * self->scene->k);
    }
}

static void
stroke_outline (const Outlined *self, const OutlineStroke *outline, guint n, gboolean marks)
{
  MarchScene *scene = self->scene;
  double      factor = scene->k * (marks ? 0.6 : self->factor);
  MarchStroke strokes[MARCH_RASTER_RINGS];

  for (guint i = 0; i < n; i++)
    {
      strokes[i].width = outline[i].width * factor;
      strokes[i].ink = outline[i].casing ? scene->palette->halo : scene->palette->label;
      strokes[i].ink.alpha = outline[i].alpha;
    }
  scene->plot.ends = MARCH_ENDS_JOINED;
  march_plot_begin_lines (&scene->plot, strokes, n);
  if (marks)
    add_marks (self);
  else
    add_areas (self);
  march_plot_end_lines (&scene->plot);
  march_plot_flush (&scene->plot);
}

/* The inside of its areas, as the context's path. */
static void
path_areas (const Outlined *self)
{
  MarchPlot       *plot = &self->scene->plot;
  const MarchLand *land = self->scene->land;

  cairo_new_path (plot->cr);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (self->marked[i])
      march_plot_face (plot, land->mesh, i);
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      if (g_ptr_array_find (self->places, sea->place, NULL))
        march_plot_path_shape (plot, sea->shape);
    }
}

/* The pixels below the path, to be put back by restore_inside(). */
static cairo_surface_t *
keep_inside (const Outlined *self, MarchRect *box)
{
  cairo_t         *cr = self->scene->plot.cr, *copy = NULL;
  const MarchView *view = &self->scene->plot.view;
  cairo_surface_t *kept = NULL;
  cairo_matrix_t   matrix;

  cairo_path_extents (cr, &box->x0, &box->y0, &box->x1, &box->y1);
  *box = (MarchRect){ floor (MAX (box->x0, 0)), floor (MAX (box->y0, 0)),
                      ceil (MIN (box->x1, view->width)), ceil (MIN (box->y1, view->height)) };
  if (box->x1 <= box->x0 || box->y1 <= box->y0)
    return NULL;
  kept = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                     (int) ceil ((box->x1 - box->x0) * view->scale),
                                     (int) ceil ((box->y1 - box->y0) * view->scale));
  cairo_surface_set_device_scale (kept, view->scale, view->scale);
  copy = cairo_create (kept);
  cairo_get_matrix (cr, &matrix);
  cairo_set_source_surface (copy, cairo_get_group_target (cr), -box->x0 - matrix.x0,
                            -box->y0 - matrix.y0);
  cairo_set_operator (copy, CAIRO_OPERATOR_SOURCE);
  cairo_paint (copy);
  cairo_destroy (copy);
  return kept;
}

static void
restore_inside (const Outlined *self, cairo_surface_t *kept, const MarchRect *box)
{
  cairo_t *cr = self->scene->plot.cr;

  if (kept == NULL)
    return;
  cairo_save (cr);
  path_areas (self);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, kept, box->x0, box->y0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (kept);
}

/* Shapes in a file are kept out of the inside by a clip; pixels are put back. */
static void
stroke_outside (const Outlined *self, const OutlineStroke *outline, guint n)
{
  MarchPlot       *plot = &self->scene->plot;
  cairo_surface_t *kept = NULL;
  MarchRect        box;

  path_areas (self);
  if (plot->raster != NULL)
    {
      kept = keep_inside (self, &box);
      stroke_outline (self, outline, n, FALSE);
      restore_inside (self, kept, &box);
      return;
    }
  cairo_save (plot->cr);
  cairo_rectangle (plot->cr, plot->window.x0, plot->window.y0, plot->window.x1 - plot->window.x0,
                   plot->window.y1 - plot->window.y0);
  cairo_set_fill_rule (plot->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (plot->cr);
  stroke_outline (self, outline, n, FALSE);
  cairo_restore (plot->cr);
}

/* The extent of what is outlined, in logical pixels: thick strokes would drown a small one. */
static double
get_factor (const Outlined *self)
{
  const MarchMesh *mesh = self->scene->land->mesh;
  double           size = 0;

  for (guint i = 0; i < mesh->n_faces; i++)
    if (self->marked[i])
      {
        MarchRect rect = march_plot_rect (&self->scene->plot, &mesh->faces[i].box);

        size = MAX (size, MIN (rect.x1 - rect.x0, rect.y1 - rect.y0));
      }
  return size > 0 ? CLAMP (size / (WIDE_AREA * self->scene->k), 0.5, 1) : 1;
}

static void
paint_outlined (MarchScene          *scene,
                GPtrArray           *places,
                gboolean             inner,
                const OutlineStroke *outline,
                guint                n_strokes)
{
  g_autofree gboolean *marked = g_new0 (gboolean, scene->land->mesh->n_faces + 1);
  Outlined             self = { scene, places, marked, inner, 1 };

  for (guint i = 0; i < places->len; i++)
    march_land_mark_faces (scene->land, g_ptr_array_index (places, i), marked);
  self.factor = get_factor (&self);
  stroke_outside (&self, outline, n_strokes - 1);
  stroke_outline (&self, &outline[n_strokes - 1], 1, FALSE);
  stroke_outline (&self, outline, n_strokes, TRUE);
}

static void
paint_one (MarchScene          *scene,
           const MarchPlace    *place,
           const OutlineStroke *outline,
           guint                n_strokes)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  g_ptr_array_add (places, (gpointer) place);
  paint_outlined (scene, places, FALSE, outline, n_strokes);
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
  paint_outlined (scene, places, TRUE, highlighted_strokes, G_N_ELEMENTS (highlighted_strokes));
  march_scene_paint_marks (scene);
}

static void
paint_selected (MarchScene *scene, const MarchPlace *place)
{
  paint_one (scene, place, selected_strokes, G_N_ELEMENTS (selected_strokes));
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
                           const MarchRect  *frame,
                           const GArray     *covers,
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
  if (frame != NULL)
    scene.frame = *frame;
  scene.covers = covers;
  march_scene_add_selected (&scene);
  paint_highlighted (&scene);
  if (hovered != NULL && hovered != selected)
    paint_one (&scene, hovered, hovered_strokes, G_N_ELEMENTS (hovered_strokes));
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
