/* march-painter.c — paints the map of a dossier as of a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-painter.h"

#include <math.h>

#include "render/march-point-marks.h"
#include "render/march-scene.h"

/**
 * march_painter_new:
 *
 * Returns: (transfer full): the prepared shapes of @corpus
 */
MarchPainter *
march_painter_new (MarchCorpus *corpus)
{
  MarchPainter *self = g_new0 (MarchPainter, 1);

  g_return_val_if_fail (corpus != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->corpus = march_corpus_ref (corpus);
  self->land = march_land_new (corpus);
  self->insets = march_insets_new (self->land->mesh);
  self->areas = march_area_shapes_new (self->land);
  return self;
}

MarchPainter *
march_painter_ref (MarchPainter *painter)
{
  g_atomic_ref_count_inc (&painter->ref_count);
  return painter;
}

void
march_painter_unref (MarchPainter *painter)
{
  if (!g_atomic_ref_count_dec (&painter->ref_count))
    return;
  march_insets_free (painter->insets);
  march_area_shapes_free (painter->areas);
  march_land_free (painter->land);
  march_corpus_unref (painter->corpus);
  g_free (painter);
}

/**
 * march_painter_get_corpus:
 *
 * Returns: (transfer none): the corpus it was made of
 */
MarchCorpus *
march_painter_get_corpus (MarchPainter *painter)
{
  return painter->corpus;
}

typedef struct
{
  const MarchLand    *land;
  const MarchStyle   *style;
  const MarchPalette *palette;
  MarchPlot          *plot;
  double              k;
} Base;

static void
add_edges (Base *base, MarchEdgeKind kind, guint levels_up)
{
  for (guint i = 0; i < base->land->mesh->n_arcs; i++)
    if (base->land->edges[i] == kind)
      march_plot_coarse_track (base->plot, &base->land->mesh->arcs[i].track, levels_up);
}

static MarchStroke
stroke (const Base *base, double width, const MarchInk *ink)
{
  return (MarchStroke){ width * base->k, *ink };
}

/* Three strokes, each narrower one over the wider; details drown in them. */
static void
paint_glow (Base *base)
{
  static const double widths[] = { 14, 8, 3.2 }, alphas[] = { 0.14, 0.20, 0.45 };
  MarchStroke         strokes[G_N_ELEMENTS (widths)];

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      strokes[i] = stroke (base, widths[i], &base->palette->glow);
      strokes[i].ink.alpha = alphas[i];
    }
  march_plot_begin_glow (base->plot, strokes, G_N_ELEMENTS (strokes));
  add_edges (base, MARCH_EDGE_COAST, 2);
  march_plot_end_lines (base->plot);
}

static void
paint_land (Base *base)
{
  const MarchMesh      *mesh = base->land->mesh;
  const MarchRasterFill fills[] = { { .ink = base->palette->outside },
                                    { .ink = base->palette->undisputed } };
  g_autofree guint8    *classes = g_new (guint8, mesh->n_faces + 1);

  for (guint i = 0; i < mesh->n_faces; i++)
    classes[i] = base->land->faces[i].ours ? 2 : 1;
  march_plot_fill_faces (base->plot, mesh, classes, fills, G_N_ELEMENTS (fills));
}

static void
paint_neighbour_borders (Base *base)
{
  const MarchInk *ink = &base->palette->neighbour_border;
  double          factor = base->palette->line_factor;
  MarchStroke border = stroke (base, 0.9 * factor, ink), coast = stroke (base, 0.7 * factor, ink);

  march_plot_begin_lines (base->plot, &border, 1);
  add_edges (base, MARCH_EDGE_NEIGHBOUR, 0);
  march_plot_end_lines (base->plot);
  march_plot_begin_lines (base->plot, &coast, 1);
  add_edges (base, MARCH_EDGE_COAST, 0);
  march_plot_end_lines (base->plot);
  march_plot_begin_dashes (base->plot, &coast, 3 * base->k, 3 * base->k);
  for (guint i = 0; i < base->land->lines->len; i++)
    march_plot_shape_line (base->plot, g_ptr_array_index (base->land->lines, i));
  march_plot_end_lines (base->plot);
}

static void
paint_ground (Base *base)
{
  march_plot_ground (base->plot, &base->palette->sea);
  if (!base->style->draft)
    paint_glow (base);
  paint_land (base);
}

static void
paint_waters (Base *base, MarchPainter *painter)
{
  MarchScene scene = { .painter = painter,
                       .land = base->land,
                       .style = base->style,
                       .palette = base->palette,
                       .plot = *base->plot,
                       .k = base->k };

  march_scene_paint_waters (&scene);
  *base->plot = scene.plot; /* its scratch arrays may have changed places */
}

static void
paint_base (MarchPainter *painter, MarchPlot *plot, const MarchStyle *style)
{
  Base base = { painter->land, style, march_palette_get (style->theme), plot,
                style->pattern_scale };

  if (style->transparent_base)
    return;
  cairo_set_antialias (plot->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_BEVEL);
  paint_ground (&base);
  paint_waters (&base, painter);
  paint_neighbour_borders (&base);
}

/* Everything but what is drawn at points. */
static void
paint_land_of_scene (MarchScene *scene)
{
  const MarchStyle *style = scene->style;

  march_scene_paint_fills (scene);
  if (!march_plot_cancelled (&scene->plot) && !style->draft && !style->transparent_base)
    march_scene_paint_waters (scene);
  if (!march_plot_cancelled (&scene->plot) && !style->draft)
    march_scene_paint_edges (scene);
}

static void
paint_points (MarchScene *scene)
{
  const MarchView *view = &scene->plot.view;

  if (scene->points == NULL)
    scene->points = march_point_marks_list (scene->snapshot, view, scene->style,
                                            &(MarchRect){ 0, 0, view->width, view->height });
  march_point_marks_paint (scene->plot.cr, view, scene->style, scene->points);
}

/* Points are smaller than settlements, whose rings would hide them. */
static gboolean
finish_scene (MarchScene *scene)
{
  if (march_plot_flush (&scene->plot) && !scene->style->draft)
    {
      march_scene_paint_marks (scene);
      paint_points (scene);
    }
  return !march_plot_cancelled (&scene->plot);
}

/**
 * march_scene_paint_control:
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_scene_paint_control (MarchScene *scene)
{
  paint_land_of_scene (scene);
  return finish_scene (scene);
}

/**
 * march_painter_paint_base:
 * @cancellable: (nullable): checked between layers and strips
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_painter_paint_base (MarchPainter     *painter,
                          cairo_t          *cr,
                          const MarchView  *view,
                          const MarchStyle *style,
                          GCancellable     *cancellable)
{
  MarchPlot plot;
  gboolean  finished;

  if (!march_view_is_sane (view) || g_cancellable_is_cancelled (cancellable))
    return FALSE;
  cairo_save (cr);
  march_plot_init (&plot, cr, view, cancellable);
  paint_base (painter, &plot, style);
  finished = march_plot_flush (&plot);
  march_plot_clear (&plot);
  cairo_restore (cr);
  return finished;
}

/**
 * march_painter_paint_control:
 * @cancellable: (nullable): checked between layers and strips
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_painter_paint_control (MarchPainter     *painter,
                             cairo_t          *cr,
                             MarchSnapshot    *snapshot,
                             const MarchView  *view,
                             const MarchStyle *style,
                             GCancellable     *cancellable)
{
  MarchScene scene;
  gboolean   finished;

  if (!march_view_is_sane (view) || g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_return_val_if_fail (march_snapshot_get_corpus (snapshot) == painter->corpus, FALSE);

  cairo_save (cr);
  march_scene_init (&scene, painter, cr, snapshot, view, style, cancellable);
  finished = march_scene_paint_control (&scene);
  march_scene_clear (&scene);
  cairo_restore (cr);
  return finished;
}

/**
 * march_painter_paint_map:
 *
 * Paints base and control at once: each strip of the picture is gone over while it is at hand.
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_painter_paint_map (MarchPainter     *painter,
                         cairo_t          *cr,
                         MarchSnapshot    *snapshot,
                         const MarchView  *view,
                         const MarchStyle *style,
                         GCancellable     *cancellable)
{
  MarchScene scene;
  gboolean   finished;

  if (!march_view_is_sane (view) || g_cancellable_is_cancelled (cancellable))
    return FALSE;
  cairo_save (cr);
  march_scene_init (&scene, painter, cr, snapshot, view, style, cancellable);
  paint_base (painter, &scene.plot, style);
  finished = march_scene_paint_control (&scene);
  march_scene_clear (&scene);
  cairo_restore (cr);
  return finished;
}

/**
 * march_painter_paint:
 *
 * Paints base, control, and the names over them.
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_painter_paint (MarchPainter     *painter,
                     cairo_t          *cr,
                     MarchSnapshot    *snapshot,
                     const MarchView  *view,
                     const MarchStyle *style,
                     GCancellable     *cancellable)
{
  return march_painter_paint_map (painter, cr, snapshot, view, style, cancellable)
         && march_painter_paint_names (painter, cr, snapshot, view, style, NULL, NULL, NULL);
}
