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

static gboolean
pixel_box (const MarchScene *scene, const MarchRect *units, PixelBox *box)
{
  const MarchView *view = &scene->plot.view;
  MarchRect        rect = march_plot_rect (&scene->plot, units);
  double           x0 = MAX (floor (rect.x0 * view->scale) - 1, 0),
         y0 = MAX (floor (rect.y0 * view->scale) - 1, 0);
  double           x1 = MIN (ceil (rect.x1 * view->scale) + 1, ceil (view->width * view->scale));
  double           y1 = MIN (ceil (rect.y1 * view->scale) + 1, ceil (view->height * view->scale));

  if (!(x1 > x0) || !(y1 > y0))
    return FALSE;
  *box = (PixelBox){ (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return TRUE;
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

  march_look_get_pattern (look, scene->style, &pattern);
  for (guint i = 0; land != NULL && i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_PLAIN || look->bands[i].kind == MARCH_BAND_SILENT)
      pattern.bands[i] = *land;
  surface = march_pattern_render (&pattern, box->width, box->height, -view->x * world - box->x,
                                  -view->y * world - box->y, scene->k * view->scale);
  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  return surface;
}

static void
set_surface (const MarchScene *scene, cairo_t *cr, cairo_surface_t *surface, const PixelBox *box)
{
  double scale = scene->plot.view.scale;

  cairo_set_source_surface (cr, surface, box->x / scale, box->y / scale);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
}

/* Draws the dated areas of a look into the picture of the rest of the place. */
static void
paint_areas (MarchScene      *scene,
             const MarchLook *look,
             cairo_surface_t *surface,
             const PixelBox  *box)
{
  double   scale = scene->plot.view.scale;
  cairo_t *cr = cairo_create (surface), *outer = scene->plot.cr;

  cairo_translate (cr, -box->x / scale, -box->y / scale);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  scene->plot.cr = cr;
  for (guint i = 0; i < look->n_areas; i++)
    {
      const MarchShape *shape = g_hash_table_lookup (scene->land->areas, look->areas[i].geometry);
      cairo_surface_t  *inside;
      MarchLook         area;

      if (shape == NULL)
        continue;
      march_look_init_area (&area, look, i);
      inside = render_look (scene, &area, NULL, box);
      set_surface (scene, cr, inside, box);
      march_plot_shape_area (&scene->plot, shape);
      cairo_fill_preserve (cr);
      march_ink_set_alpha (cr, &scene->palette->label, 0.75);
      cairo_set_line_width (cr, 0.9 * scene->k);
      cairo_stroke (cr);
      cairo_surface_destroy (inside);
    }
  scene->plot.cr = outer;
  cairo_destroy (cr);
}

static gboolean
is_plain (const MarchScene *scene, const MarchLook *look)
{
  return look->n_bands == 1 && look->bands[0].kind == MARCH_BAND_FILL && look->n_areas == 0
         && ((look->n_hatches == 0 && look->n_dots == 0) || scene->style->draft
             || !scene->style->hatches);
}

/* Fills the current path, which covers @units, by a look. */
static void
fill_path (MarchScene *scene, const MarchLook *look, const MarchInk *land, const MarchRect *units)
{
  cairo_t         *cr = scene->plot.cr;
  cairo_surface_t *surface;
  PixelBox         box;

  if (is_plain (scene, look))
    {
      MarchInk fill = march_palette_get_fill (scene->style->theme, look->bands[0].actor->palette);

      march_ink_set (cr, &fill);
      cairo_fill (cr);
      return;
    }
  if (!pixel_box (scene, units, &box))
    {
      cairo_new_path (cr);
      return;
    }
  surface = render_look (scene, look, land, &box);
  if (look->n_areas > 0)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      paint_areas (scene, look, surface, &box);
      cairo_new_path (cr);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  set_surface (scene, cr, surface, &box);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_surface_destroy (surface);
}

/* All faces that look like @first go into one path, so that there is no seam between them. */
static void
fill_group (MarchScene *scene, guint first, gboolean *done)
{
  const MarchLand *land = scene->land;
  MarchRect        units = MARCH_RECT_EMPTY;

  cairo_new_path (scene->plot.cr);
  for (guint i = first; i < land->mesh->n_faces; i++)
    {
      if (done[i] || !scene->looks[i].drawn
          || (i != first && !march_look_same_fill (&scene->looks[first], &scene->looks[i])))
        continue;
      done[i] = TRUE;
      march_plot_face (&scene->plot, land->mesh, i);
      march_rect_extend (&units, &land->mesh->faces[i].box);
    }
  fill_path (scene, &scene->looks[first], NULL, &units);
}

static void
fill_seas (MarchScene *scene)
{
  cairo_set_fill_rule (scene->plot.cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < scene->land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (scene->land->seas, MarchLandSea, i);

      if (!scene->sea_looks[i].drawn)
        continue;
      cairo_new_path (scene->plot.cr);
      march_plot_shape_area (&scene->plot, sea->shape);
      fill_path (scene, &scene->sea_looks[i], &scene->palette->sea, &sea->shape->box);
    }
  cairo_set_fill_rule (scene->plot.cr, CAIRO_FILL_RULE_WINDING);
}

/**
 * march_scene_paint_fills:
 *
 * Paints everything that has a colour or a pattern.
 */
void
march_scene_paint_fills (MarchScene *scene)
{
  g_autofree gboolean *done = g_new0 (gboolean, scene->land->mesh->n_faces + 1);

  cairo_set_antialias (scene->plot.cr, CAIRO_ANTIALIAS_FAST);
  fill_seas (scene);
  for (guint i = 0; i < scene->land->mesh->n_faces && !march_plot_cancelled (&scene->plot); i++)
    if (scene->looks[i].drawn && !done[i])
      fill_group (scene, i, done);
}

/* Whether a shape lies near land of a colour, by boxes; with no looks at hand, everything does. */
static gboolean
is_wanted (const MarchScene *scene, const MarchShape *shape)
{
  if (!march_plot_sees (&scene->plot, &shape->box))
    return FALSE;
  for (guint i = 0; scene->looks != NULL && i < scene->land->mesh->n_faces; i++)
    if (scene->looks[i].drawn && march_rect_meets (&scene->land->mesh->faces[i].box, &shape->box))
      return TRUE;
  return scene->looks == NULL;
}

static void
paint_rivers (MarchScene *scene)
{
  cairo_t *cr = scene->plot.cr;

  cairo_new_path (cr);
  for (guint i = 0; i < scene->land->rivers->len; i++)
    if (is_wanted (scene, g_ptr_array_index (scene->land->rivers, i)))
      march_plot_shape_line (&scene->plot, g_ptr_array_index (scene->land->rivers, i));
  cairo_set_line_width (cr, 1.1 * scene->k);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  march_ink_set (cr, &scene->palette->glow);
  cairo_stroke (cr);
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
  cairo_t *cr = scene->plot.cr;

  paint_rivers (scene);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (cr);
  for (guint i = 0; i < scene->land->lakes->len; i++)
    if (is_wanted (scene, g_ptr_array_index (scene->land->lakes, i)))
      march_plot_shape_area (&scene->plot, g_ptr_array_index (scene->land->lakes, i));
  march_ink_set (cr, &scene->palette->sea);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &scene->palette->glow);
  cairo_set_line_width (cr, 0.8 * scene->k);
  cairo_stroke (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}
