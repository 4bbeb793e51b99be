/* march-fills.c — what is held and what is said to be owned: fills, bands, hatches, dated areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

/* Whole device pixels around @units. */
static MarchRect
pixel_box (const MarchScene *scene, const MarchRect *units)
{
  const MarchView *view = &scene->plot.view;
  MarchRect        rect = march_plot_rect (&scene->plot, units);

  return (MarchRect){ MAX (floor (rect.x0 * view->scale) - 1, 0),
                      MAX (floor (rect.y0 * view->scale) - 1, 0),
                      CLAMP (ceil (rect.x1 * view->scale) + 1, 0, view->width * view->scale + 1),
                      CLAMP (ceil (rect.y1 * view->scale) + 1, 0, view->height * view->scale + 1) };
}

/* @land is what shows where nobody's colour does, NULL for land. */
static void
get_pattern (const MarchScene *scene,
             const MarchLook  *look,
             const MarchInk   *land,
             MarchPattern     *pattern)
{
  march_look_get_pattern (look, scene->style, pattern);
  for (guint i = 0; land != NULL && i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_PLAIN || look->bands[i].kind == MARCH_BAND_SILENT)
      pattern->bands[i] = *land;
}

static const MarchWeave *
get_weave (const MarchScene *scene, const MarchLook *look, const MarchInk *land)
{
  MarchPattern pattern;

  get_pattern (scene, look, land, &pattern);
  return march_weave_set_get (scene->weaves, &pattern);
}

/* Of land that only one of two areas holds both outlines, to be filled by the even-odd rule. */
typedef struct
{
  const MarchShape *shapes[2];
  guint             n_shapes;
} AreaPath;

static AreaPath
get_path (const MarchScene *scene, const MarchLookArea *area)
{
  const MarchLookArea other = { .area_import = area->other };
  AreaPath            path = { { march_scene_get_area (scene, area), NULL }, 1 };

  if (path.shapes[0] == NULL)
    path.n_shapes = 0;
  else if (area->other != NULL)
    path.shapes[path.n_shapes++] = march_scene_get_area (scene, &other);
  return path;
}

static void
plot_path (MarchPlot *plot, const AreaPath *path)
{
  for (guint i = 0; i < path->n_shapes; i++)
    march_plot_shape_area (plot, path->shapes[i]);
}

static void
plot_outlines (MarchPlot *plot, const AreaPath *path, const MarchStroke *outline)
{
  march_plot_begin_lines (plot, outline, 1);
  for (guint i = 0; i < path->n_shapes; i++)
    march_plot_shape_line (plot, path->shapes[i]);
  march_plot_end_lines (plot);
}

static void
paint_area (MarchScene *scene, const AreaPath *path, const MarchLook *look)
{
  const MarchRasterFill fill = { .weave = get_weave (scene, look, NULL) };
  MarchStroke           outline = { 0.9 * scene->k, scene->palette->label };

  outline.ink.alpha = 0.75;
  march_plot_begin_area (&scene->plot, &fill);
  plot_path (&scene->plot, path);
  march_plot_end_area (&scene->plot, &fill);
  plot_outlines (&scene->plot, path, &outline);
}

/* Draws the dated areas of a look over the rest of the place. */
static void
paint_areas (MarchScene *scene, const MarchLook *look)
{
  for (guint i = 0; i < look->n_areas; i++)
    {
      const AreaPath path = get_path (scene, &look->areas[i]);
      MarchLook      area;

      if (path.n_shapes == 0)
        continue;
      march_look_init_area (&area, look, i);
      paint_area (scene, &path, &area);
    }
}

static gboolean
is_plain (const MarchScene *scene, const MarchLook *look)
{
  return look->n_bands == 1 && look->bands[0].kind == MARCH_BAND_FILL && look->n_areas == 0
         && ((look->n_hatches == 0 && look->n_dots == 0) || scene->style->draft
             || !scene->style->hatches);
}

/* What fills @units by a look: an ink, a pattern, or a sheet on which dated areas lie over the rest
 * of the place, so that its outline cuts them. @number is of the sheet. */
static void
make_fill (MarchScene      *scene,
           const MarchLook *look,
           const MarchInk  *land,
           const MarchRect *units,
           guint            number,
           MarchRasterFill *fill)
{
  MarchRect box = pixel_box (scene, units);

  memset (fill, 0, sizeof *fill);
  if (is_plain (scene, look))
    {
      fill->ink = march_palette_get_fill (scene->style->theme, look->bands[0].actor->palette);
      return;
    }
  fill->weave = get_weave (scene, look, land);
  if (look->n_areas == 0)
    return;
  march_raster_begin_sheet (scene->plot.raster, number, &box);
  march_raster_add_ground (scene->plot.raster, fill);
  paint_areas (scene, look);
  march_raster_end_sheet (scene->plot.raster);
  *fill = (MarchRasterFill){ .sheet = number };
}

static void
draw_look (const MarchScene *scene,
           const MarchLook  *look,
           const MarchInk   *land,
           const MarchRect  *rect)
{
  const MarchPlot *plot = &scene->plot;
  MarchPattern     pattern;

  get_pattern (scene, look, land, &pattern);
  march_pattern_draw (&pattern, plot->cr, rect, -plot->view.x * plot->world,
                      -plot->view.y * plot->world, scene->k);
}

/* Dated areas of a place to whose outline the context is clipped. */
static void
draw_areas (MarchScene *scene, const MarchLook *look, const MarchRect *rect)
{
  cairo_t    *cr = scene->plot.cr;
  MarchStroke outline = { 0.9 * scene->k, scene->palette->label };

  outline.ink.alpha = 0.75;
  for (guint i = 0; i < look->n_areas; i++)
    {
      const AreaPath path = get_path (scene, &look->areas[i]);
      MarchLook      area;

      if (path.n_shapes == 0)
        continue;
      march_look_init_area (&area, look, i);
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      plot_path (&scene->plot, &path);
      cairo_clip (cr);
      draw_look (scene, &area, NULL, rect);
      cairo_restore (cr);
      plot_outlines (&scene->plot, &path, &outline);
    }
}

/* Fills the current path by a look, on a surface without pixels. */
static void
fill_path (MarchScene *scene, const MarchLook *look, const MarchInk *land, const MarchRect *units)
{
  const MarchRect *window = &scene->plot.window;
  cairo_t         *cr = scene->plot.cr;
  MarchRect        rect = march_plot_rect (&scene->plot, units);

  rect = (MarchRect){ MAX (rect.x0, window->x0), MAX (rect.y0, window->y0),
                      MIN (rect.x1, window->x1), MIN (rect.y1, window->y1) };
  if (is_plain (scene, look))
    {
      MarchInk fill = march_palette_get_fill (scene->style->theme, look->bands[0].actor->palette);

      march_ink_set (cr, &fill);
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  cairo_clip (cr);
  if (rect.x0 < rect.x1 && rect.y0 < rect.y1)
    {
      draw_look (scene, look, land, &rect);
      draw_areas (scene, look, &rect);
    }
  cairo_restore (cr);
}

/* Faces that are about to be filled: as many looks at once as the raster tells apart. */
typedef struct
{
  guint8         *classes;
  MarchRasterFill fills[MARCH_RASTER_FILLS];
  guint           n_fills;
} Batch;

static void
batch_clear (Batch *batch, const MarchScene *scene)
{
  memset (batch->classes, 0, scene->land->mesh->n_faces);
  batch->n_fills = 0;
}

static void
batch_paint (Batch *batch, MarchScene *scene)
{
  if (batch->n_fills > 0)
    march_plot_fill_faces (&scene->plot, scene->land->mesh, batch->classes, batch->fills,
                           batch->n_fills);
  batch_clear (batch, scene);
}

static void
draw_group (MarchScene *scene, const MarchLook *look, const guint8 *classes, const MarchRect *units)
{
  const MarchMesh *mesh = scene->land->mesh;

  cairo_new_path (scene->plot.cr);
  for (guint i = 0; i < mesh->n_faces; i++)
    if (classes[i] != 0)
      march_plot_face (&scene->plot, mesh, i);
  fill_path (scene, look, NULL, units);
}

/**
 * march_scene_group_faces:
 * @groups: (out caller-allocates): for each face of the land the number of its group, counted from
 * 1; 0 for one that is not drawn
 *
 * Faces that look alike are a group, and filled as one, so that there is no seam between them; as
 * many groups as the raster tells apart are filled at once, in their order.
 *
 * Returns: how many groups there are
 */
guint
march_scene_group_faces (const MarchScene *scene, guint *groups)
{
  guint n_faces = scene->land->mesh->n_faces, n_groups = 0;

  memset (groups, 0, n_faces * sizeof *groups);
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
fill_group (MarchScene *scene, guint group, const guint *groups, Batch *batch)
{
  const MarchLand *land = scene->land;
  const MarchLook *look = NULL;
  MarchRect        units = MARCH_RECT_EMPTY;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (groups[i] == group)
      {
        look = look == NULL ? &scene->looks[i] : look;
        batch->classes[i] = (guint8) (batch->n_fills + 1);
        march_rect_extend (&units, &land->mesh->faces[i].box);
      }
  if (scene->plot.raster == NULL)
    {
      draw_group (scene, look, batch->classes, &units);
      batch_clear (batch, scene);
      return;
    }
  make_fill (scene, look, NULL, &units, batch->n_fills + 1, &batch->fills[batch->n_fills]);
  if (++batch->n_fills == MARCH_RASTER_FILLS)
    batch_paint (batch, scene);
}

static void
fill_sea (MarchScene *scene, const MarchShape *shape, const MarchLook *look)
{
  const MarchInk *water = &scene->palette->sea;
  MarchRasterFill fill;

  if (scene->plot.raster == NULL)
    {
      cairo_new_path (scene->plot.cr);
      cairo_set_fill_rule (scene->plot.cr, CAIRO_FILL_RULE_EVEN_ODD);
      march_plot_shape_area (&scene->plot, shape);
      fill_path (scene, look, water, &shape->box);
      cairo_set_fill_rule (scene->plot.cr, CAIRO_FILL_RULE_WINDING);
    }
  else
    {
      make_fill (scene, look, water, &shape->box, 1, &fill);
      march_plot_begin_area (&scene->plot, &fill);
      march_plot_shape_area (&scene->plot, shape);
      march_plot_end_area (&scene->plot, &fill);
    }
}

static void
fill_seas (MarchScene *scene)
{
  for (guint i = 0; i < scene->land->seas->len; i++)
    if (scene->sea_looks[i].drawn)
      fill_sea (scene, g_array_index (scene->land->seas, MarchLandSea, i).shape,
                &scene->sea_looks[i]);
}

/**
 * march_scene_paint_fills:
 *
 * Paints everything that has a colour or a pattern.
 */
void
march_scene_paint_fills (MarchScene *scene)
{
  guint              n_faces = scene->land->mesh->n_faces;
  g_autofree guint  *groups = g_new (guint, n_faces + 1);
  g_autofree guint8 *classes = g_new0 (guint8, n_faces + 1);
  guint              n_groups = march_scene_group_faces (scene, groups);
  Batch              batch = { .classes = classes };

  cairo_set_antialias (scene->plot.cr, CAIRO_ANTIALIAS_FAST);
  fill_seas (scene);
  for (guint i = 1; i <= n_groups && !march_plot_cancelled (&scene->plot); i++)
    fill_group (scene, i, groups, &batch);
  batch_paint (&batch, scene);
}

/* Whether a shape lies near land that may have a colour on some day, by boxes: on all days alike,
 * so that only what has another colour has to be painted again. With no looks at hand, everything
 * does. */
static gboolean
is_wanted (const MarchScene *scene, const MarchShape *shape)
{
  const MarchLand *land = scene->land;

  if (!march_plot_sees (&scene->plot, &shape->box))
    return FALSE;
  for (guint i = 0; scene->looks != NULL && i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL && march_rect_meets (&land->mesh->faces[i].box, &shape->box))
      return TRUE;
  return scene->looks == NULL;
}

static void
paint_rivers (MarchScene *scene)
{
  MarchStroke river = { 1.1 * scene->k, scene->palette->glow };

  march_plot_begin_lines (&scene->plot, &river, 1);
  for (guint i = 0; i < scene->land->rivers->len; i++)
    if (is_wanted (scene, g_ptr_array_index (scene->land->rivers, i)))
      march_plot_shape_line (&scene->plot, g_ptr_array_index (scene->land->rivers, i));
  march_plot_end_lines (&scene->plot);
}

/**
 * march_scene_paint_waters:
 *
 * Rivers and lakes; they lie on the land and on the colours alike, so a scene with colours draws
 * those again that they meet.
 */
void
march_scene_paint_waters (MarchScene *scene)
{
  const MarchRasterFill fill = { .ink = scene->palette->sea };
  MarchStroke           shore = { 0.8 * scene->k, scene->palette->glow };
  g_autoptr (GPtrArray) lakes = g_ptr_array_new ();

  paint_rivers (scene);
  for (guint i = 0; i < scene->land->lakes->len; i++)
    if (is_wanted (scene, g_ptr_array_index (scene->land->lakes, i)))
      g_ptr_array_add (lakes, g_ptr_array_index (scene->land->lakes, i));
  march_plot_begin_area (&scene->plot, &fill);
  for (guint i = 0; i < lakes->len; i++)
    march_plot_shape_area (&scene->plot, g_ptr_array_index (lakes, i));
  march_plot_end_area (&scene->plot, &fill);
  march_plot_begin_lines (&scene->plot, &shore, 1);
  for (guint i = 0; i < lakes->len; i++)
    march_plot_shape_line (&scene->plot, g_ptr_array_index (lakes, i));
  march_plot_end_lines (&scene->plot);
}
