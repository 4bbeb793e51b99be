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

static void
plot_land (MarchScene *scene, MarchAreaShape *shape)
{
  if (scene->plot.raster != NULL)
    march_plot_outline_area (&scene->plot, march_area_shape_get_outline (shape));
  else
    march_plot_shape_area (&scene->plot, march_area_shape_get_path (shape));
}

/* The land of an import, or of an assertion. */
static MarchAreaShape *
get_shape (const MarchScene *scene, const MarchLookArea *area)
{
  return area->area_import != NULL ? march_scene_get_area (scene, area->area_import)
                                   : march_scene_get_stated (scene, area);
}

/* Of land that only one of two imports holds both outlines, to be filled by the even-odd rule. */
static void
plot_area (MarchScene *scene, const MarchLookArea *area)
{
  plot_land (scene, get_shape (scene, area));
  if (area->other != NULL)
    plot_land (scene, march_scene_get_area (scene, area->other));
}

static void
plot_line (MarchScene        *scene,
           const MarchShape  *shape,
           const MarchStroke *stroke,
           double             dash,
           double             gap)
{
  if (gap > 0)
    march_plot_begin_dashes (&scene->plot, stroke, dash, gap);
  else
    march_plot_begin_lines (&scene->plot, stroke, 1);
  march_plot_shape_line (&scene->plot, shape);
  march_plot_end_lines (&scene->plot);
}

static MarchStroke
get_stroke (const MarchScene *scene, double width, double alpha)
{
  MarchStroke stroke = { width * scene->k, scene->palette->label };

  stroke.ink.alpha = alpha;
  return stroke;
}

/* Where it meets others' land there is a line, where it merely ends, a quiet edge; dashed, in the
 * holder's ink, around what only the holder says. */
static void
plot_land_line (MarchScene *scene, MarchAreaShape *shape, const MarchActor *speaker)
{
  const double dash = speaker != NULL ? 6 * scene->k : 0, gap = speaker != NULL ? 4 * scene->k : 0;
  MarchStroke  contact = get_stroke (scene, 1.3, 0.85), quiet = get_stroke (scene, 0.6, 0.3);

  if (speaker != NULL)
    {
      contact = get_stroke (scene, 1.5, 1);
      contact.ink = march_palette_get_ink (scene->style->theme, speaker->palette);
    }
  if (scene->plot.raster != NULL)
    march_plot_outline_lines (&scene->plot, march_area_shape_get_outline (shape), &contact, &quiet,
                              dash, gap);
  else
    {
      plot_line (scene, march_area_shape_get_lines (shape, FALSE), &quiet, dash, gap);
      plot_line (scene, march_area_shape_get_lines (shape, TRUE), &contact, dash, gap);
    }
}

static void
plot_area_line (MarchScene *scene, const MarchLookArea *area)
{
  const MarchActor *speaker = area->kind == MARCH_BAND_STROKES ? area->actor : NULL;

  plot_land_line (scene, get_shape (scene, area), speaker);
  if (area->other != NULL)
    plot_land_line (scene, march_scene_get_area (scene, area->other), NULL);
}

/* Draws the dated areas of a look over the rest of the place. */
static void
paint_areas (MarchScene *scene, const MarchLook *look)
{
  for (guint i = 0; i < look->n_areas; i++)
    {
      MarchRasterFill fill = { 0 };
      MarchLook       area;

      march_look_init_area (&area, look, i);
      fill.weave = get_weave (scene, &area, NULL);
      march_plot_begin_area (&scene->plot, &fill);
      plot_area (scene, &look->areas[i]);
      march_plot_end_area (&scene->plot, &fill);
      plot_area_line (scene, &look->areas[i]);
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
  march_plot_begin_sheet (&scene->plot, number, &box);
  march_raster_add_ground (scene->plot.raster, fill);
  paint_areas (scene, look);
  march_plot_end_sheet (&scene->plot);
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
  cairo_t *cr = scene->plot.cr;

  for (guint i = 0; i < look->n_areas; i++)
    {
      MarchLook area;

      march_look_init_area (&area, look, i);
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      plot_area (scene, &look->areas[i]);
      cairo_clip (cr);
      draw_look (scene, &area, NULL, rect);
      cairo_restore (cr);
      plot_area_line (scene, &look->areas[i]);
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

static void
draw_group (MarchScene *scene, const MarchLook *look, guint group, const MarchRect *units)
{
  const MarchMesh *mesh = scene->land->mesh;

  cairo_new_path (scene->plot.cr);
  for (guint i = 0; i < mesh->n_faces; i++)
    if (scene->groups[i] == group)
      march_plot_face (&scene->plot, mesh, i);
  fill_path (scene, look, NULL, units);
}

/* Whether a group of the batch is to be seen on the part that is painted: the box around its faces
 * may hold much else. */
static gboolean
is_in_part (const MarchScene *scene, const MarchSceneBatch *batch, guint index)
{
  const MarchMesh *mesh = scene->land->mesh;

  for (guint i = 0; i < mesh->n_faces; i++)
    if (scene->groups[i] == batch->first + index && march_plot_fills_part (&scene->plot, mesh, i))
      return TRUE;
  return FALSE;
}

static void
fill_batch (MarchScene *scene, const MarchSceneBatch *batch)
{
  MarchRasterFill fills[MARCH_RASTER_FILLS] = { 0 };
  gboolean        any = FALSE;

  for (guint i = 0; i < batch->n_looks; i++)
    {
      const MarchLook *look = &scene->looks[batch->looks[i]];

      if (!march_plot_meets_part (&scene->plot, &batch->boxes[i]) || !is_in_part (scene, batch, i))
        continue;
      any = TRUE;
      if (scene->plot.raster == NULL)
        draw_group (scene, look, batch->first + i, &batch->boxes[i]);
      else
        make_fill (scene, look, NULL, &batch->boxes[i], i + 1, &fills[i]);
    }
  if (any && scene->plot.raster != NULL)
    march_plot_fill_arcs (&scene->plot, scene->land->mesh, batch->arcs, fills, batch->n_looks);
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
    if (scene->sea_looks[i].drawn
        && march_plot_meets_part (&scene->plot,
                                  &g_array_index (scene->land->seas, MarchLandSea, i).shape->box))
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
  cairo_set_antialias (scene->plot.cr, CAIRO_ANTIALIAS_FAST);
  fill_seas (scene);
  march_scene_group_faces (scene);
  for (guint i = 0; i < scene->batches->len && !march_plot_cancelled (&scene->plot); i++)
    fill_batch (scene, &g_array_index (scene->batches, MarchSceneBatch, i));
}

/* Whether a shape lies near land that may have a colour on some day, by boxes: on all days alike,
 * so that only what has another colour has to be painted again. With no looks at hand, everything
 * does. */
static gboolean
is_wanted (const MarchScene *scene, const MarchShape *shape)
{
  const MarchLand *land = scene->land;

  if (!march_plot_reaches (&scene->plot, &shape->box))
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

  paint_rivers (scene); /* their stroke is wider than the shore's */
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
