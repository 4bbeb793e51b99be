/* march-fills.c — what is held and what is said to be owned: fills, bands, hatches, dated areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

/* A rectangle of whole device pixels. */
typedef struct
{
  int x, y, width, height;
} PixelBox;

/* Of what the raster paints. */
static gboolean
pixel_box (const MarchScene *scene, const MarchRect *units, PixelBox *box)
{
  const MarchView *view = &scene->plot.view;
  MarchRect        rect = march_plot_rect (&scene->plot, units);
  MarchRect        part;
  double           x0, y0, x1, y1;

  march_raster_get_part (scene->plot.raster, &part);
  x0 = MAX (floor (rect.x0 * view->scale) - 1, part.x0);
  y0 = MAX (floor (rect.y0 * view->scale) - 1, part.y0);
  x1 = MIN (ceil (rect.x1 * view->scale) + 1, part.x1);
  y1 = MIN (ceil (rect.y1 * view->scale) + 1, part.y1);
  if (!(x1 > x0) || !(y1 > y0))
    return FALSE;
  *box = (PixelBox){ (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return TRUE;
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

static cairo_surface_t *
render_look (const MarchScene *scene,
             const MarchLook  *look,
             const MarchInk   *land,
             const PixelBox   *box)
{
  const MarchView *view = &scene->plot.view;
  double           world = scene->plot.world * view->scale;
  cairo_surface_t *surface;
  MarchPattern     pattern;

  get_pattern (scene, look, land, &pattern);
  surface = march_pattern_render (&pattern, box->width, box->height, -view->x * world - box->x,
                                  -view->y * world - box->y, scene->k * view->scale);
  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  return surface;
}

/* The same view, seen through a box of its pixels. */
static MarchView
view_of_box (const MarchView *view, const PixelBox *box)
{
  MarchView part = *view;
  double    world = march_view_world (view) * view->scale;

  part.x += box->x / world;
  part.y += box->y / world;
  part.width = box->width / view->scale;
  part.height = box->height / view->scale;
  return part;
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
paint_area (const MarchScene *scene,
            MarchPlot        *plot,
            const AreaPath   *path,
            const MarchLook  *look,
            const PixelBox   *box)
{
  const MarchStroke outline = { 0.9 * scene->k, scene->palette->label };
  MarchRasterFill   fill = { .picture = render_look (scene, look, NULL, box) };
  MarchStroke       stroke = outline;

  stroke.ink.alpha = 0.75;
  march_plot_begin_area (plot, &fill);
  plot_path (plot, path);
  march_plot_end_area (plot, &fill);
  plot_outlines (plot, path, &stroke);
  march_plot_flush (plot);
  cairo_surface_destroy (fill.picture);
}

/* Draws the dated areas of a look into the picture of the rest of the place. */
static void
paint_areas (const MarchScene *scene,
             const MarchLook  *look,
             cairo_surface_t  *surface,
             const PixelBox   *box)
{
  MarchView view = view_of_box (&scene->plot.view, box);
  cairo_t  *cr = cairo_create (surface);
  MarchPlot plot;

  march_plot_init (&plot, cr, &view, scene->plot.cancellable);
  for (guint i = 0; i < look->n_areas; i++)
    {
      const AreaPath path = get_path (scene, &look->areas[i]);
      MarchLook      area;

      if (path.n_shapes == 0)
        continue;
      march_look_init_area (&area, look, i);
      paint_area (scene, &plot, &path, &area, box);
    }
  march_plot_clear (&plot);
  cairo_destroy (cr);
}

static gboolean
is_plain (const MarchScene *scene, const MarchLook *look)
{
  return look->n_bands == 1 && look->bands[0].kind == MARCH_BAND_FILL && look->n_areas == 0
         && ((look->n_hatches == 0 && look->n_dots == 0) || scene->style->draft
             || !scene->style->hatches);
}

/* What fills @units by a look; FALSE if they are out of sight. Its picture is the scene's. */
static gboolean
make_fill (MarchScene      *scene,
           const MarchLook *look,
           const MarchInk  *land,
           const MarchRect *units,
           MarchRasterFill *fill)
{
  PixelBox box;

  memset (fill, 0, sizeof *fill);
  if (is_plain (scene, look))
    {
      fill->ink = march_palette_get_fill (scene->style->theme, look->bands[0].actor->palette);
      return TRUE;
    }
  if (!pixel_box (scene, units, &box))
    return FALSE;
  fill->picture = render_look (scene, look, land, &box);
  fill->x = box.x;
  fill->y = box.y;
  if (look->n_areas > 0)
    paint_areas (scene, look, fill->picture, &box);
  g_ptr_array_add (scene->pictures, fill->picture);
  return TRUE;
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
  make_fill (scene, look, NULL, &units, &batch->fills[batch->n_fills]);
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
  else if (make_fill (scene, look, water, &shape->box, &fill))
    {
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
