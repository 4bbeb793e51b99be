/* march-edges.c — borders, and the edges that tell how sure a colour is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

#define INSET 4.4 /* of a conclusion's edge, inside the outline */

static void
set_line (MarchScene *scene, double width, const MarchInk *ink, double alpha)
{
  cairo_set_line_width (scene->plot.cr, width * scene->k * scene->palette->line_factor);
  march_ink_set_alpha (scene->plot.cr, ink, alpha);
}

static gboolean
is_drawn (const MarchScene *scene, guint face)
{
  return face != MARCH_MESH_NONE && scene->looks[face].drawn;
}

typedef gboolean (*ArcTest) (const MarchScene *scene, guint arc);

static gboolean
is_quiet_unit_border (const MarchScene *scene, guint arc)
{
  const MarchMeshArc *self = &scene->land->mesh->arcs[arc];

  return scene->land->edges[arc] == MARCH_EDGE_UNIT && !is_drawn (scene, self->left)
         && !is_drawn (scene, self->right);
}

static gboolean
is_disputed_unit_border (const MarchScene *scene, guint arc)
{
  return scene->land->edges[arc] == MARCH_EDGE_UNIT && !is_quiet_unit_border (scene, arc);
}

static gboolean
is_recognised_border (const MarchScene *scene, guint arc)
{
  return scene->land->edges[arc] == MARCH_EDGE_RECOGNISED;
}

static gboolean
is_our_coast (const MarchScene *scene, guint arc)
{
  const MarchMeshArc *self = &scene->land->mesh->arcs[arc];
  guint           face = self->left != MARCH_MESH_NONE ? self->left : self->right;

  return scene->land->edges[arc] == MARCH_EDGE_COAST && scene->land->faces[face].ours;
}

static void
add_arcs (MarchScene *scene, ArcTest test)
{
  cairo_new_path (scene->plot.cr);
  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    if (test (scene, i))
      march_plot_track (&scene->plot, &scene->land->mesh->arcs[i].track);
}

static void
paint_unit_borders (MarchScene *scene)
{
  cairo_t *cr = scene->plot.cr;

  add_arcs (scene, is_quiet_unit_border);
  set_line (scene, 1, &scene->palette->unit_border, scene->palette->unit_border.alpha);
  cairo_stroke (cr);
  add_arcs (scene, is_disputed_unit_border);
  set_line (scene, 2.6, &scene->palette->halo, scene->palette->halo.alpha);
  cairo_stroke_preserve (cr);
  set_line (scene, 0.9, &scene->palette->label, 0.75);
  cairo_stroke (cr);
}

static void
add_inset_line (MarchScene *scene, const GArray *line)
{
  const MarchSpot *spots = (const MarchSpot *) (gconstpointer) line->data;

  for (guint i = 0; i < line->len; i++)
    {
      MarchSpot at = march_plot_spot (&scene->plot, &spots[i]);

      /* Cairo's coordinates have 24 bits before the point. */
      cairo_line_to (scene->plot.cr, CLAMP (at.x, -4e6, 4e6), CLAMP (at.y, -4e6, 4e6));
    }
}

static gboolean
sees_line (const MarchScene *scene, const GArray *line)
{
  MarchRect box = MARCH_RECT_EMPTY;

  for (guint i = 0; i < line->len; i++)
    {
      const MarchSpot *spot = &g_array_index (line, MarchSpot, i);

      march_rect_extend (&box, &(MarchRect){ spot->x, spot->y, spot->x, spot->y });
    }
  return march_plot_sees (&scene->plot, &box);
}

static void
add_inset (MarchScene *scene, guint face, double distance)
{
  const MarchView      *view = &scene->plot.view;
  g_autoptr (GPtrArray) lines = march_insets_get (scene->painter->insets, face, view->zoom,
                                                  view->scale, distance * scene->k);

  cairo_new_path (scene->plot.cr);
  for (guint i = 0; i < lines->len; i++)
    {
      if (!sees_line (scene, g_ptr_array_index (lines, i)))
        continue;
      cairo_new_sub_path (scene->plot.cr);
      add_inset_line (scene, g_ptr_array_index (lines, i));
      cairo_close_path (scene->plot.cr);
    }
}

static void
paint_concluded (MarchScene *scene, guint face, double distance)
{
  double dashes[] = { 2.6 * scene->k, 2.6 * scene->k };

  add_inset (scene, face, distance);
  set_line (scene, 2.8, &scene->palette->halo, scene->palette->halo.alpha);
  cairo_stroke_preserve (scene->plot.cr);
  cairo_set_dash (scene->plot.cr, dashes, 2, 0);
  set_line (scene, 1.25, &scene->palette->label, 1);
  cairo_stroke (scene->plot.cr);
  cairo_set_dash (scene->plot.cr, NULL, 0, 0);
}

/* Dashes of somebody's ink inside the outline: @on of 0 gives dots. */
static void
paint_inner_dashes (MarchScene       *scene,
                    guint             face,
                    const MarchActor *actor,
                    double            distance,
                    double            width,
                    double            on,
                    double            off)
{
  double   dashes[] = { on * scene->k, off * scene->k };
  MarchInk ink = march_palette_get_ink (scene->style->theme, actor->palette);

  add_inset (scene, face, distance);
  set_line (scene, width + 1.6, &scene->palette->halo, scene->palette->halo.alpha);
  cairo_stroke_preserve (scene->plot.cr);
  if (on == 0)
    cairo_set_line_cap (scene->plot.cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (scene->plot.cr, dashes, 2, 0);
  set_line (scene, width, &ink, 1);
  cairo_stroke (scene->plot.cr);
  cairo_set_dash (scene->plot.cr, NULL, 0, 0);
  cairo_set_line_cap (scene->plot.cr, CAIRO_LINE_CAP_BUTT);
}

/**
 * march_scene_paint_certainty:
 * @distance: of the outermost edge inside the outline, in pattern pixels
 *
 * Draws the edges that tell how a place's colour is known.
 */
void
march_scene_paint_certainty (MarchScene *scene, guint face, double distance)
{
  const MarchLook *look = &scene->looks[face];

  if (look->concluded)
    {
      paint_concluded (scene, face, distance);
      distance += 4;
    }
  if (look->own_word != NULL)
    {
      paint_inner_dashes (scene, face, look->own_word, distance, 1.5, 6, 4);
      distance += 4;
    }
  if (look->broken != NULL)
    {
      paint_inner_dashes (scene, face, look->broken, distance, 1.8, 14, 7);
      distance += 4;
    }
  for (guint i = 0; i < look->n_possible; i++)
    paint_inner_dashes (scene, face, look->possible[i], distance + 4 * i, 2.2, 0, 5);
}

static gboolean
says_it_owns (const MarchScene *scene, guint face, const MarchActor *actor)
{
  const MarchLandFace *self = &scene->land->faces[face];
  const MarchFinding  *finding = self->place != NULL
                                     ? march_snapshot_get_finding (scene->snapshot, self->place)
                                     : NULL;

  if (self->state != NULL && self->state->state == actor)
    return TRUE;
  for (guint i = 0; finding != NULL && i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      if (own->actor == actor && own->certainty == MARCH_CERTAINTY_CERTAIN
          && own->basis != MARCH_CLAIM_ASPIRATION)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_claimed_border (const MarchScene *scene, guint index, const MarchActor *actor)
{
  const MarchMeshArc *arc = &scene->land->mesh->arcs[index];

  return scene->land->edges[index] == MARCH_EDGE_UNIT
         && march_plot_sees (&scene->plot, &arc->track.box)
         && says_it_owns (scene, arc->left, actor) != says_it_owns (scene, arc->right, actor);
}

/* The outer edge of all that @actor says it owns, where no recognised border runs. */
static void
paint_claimed_border (MarchScene *scene, const MarchActor *actor)
{
  double   dashes[] = { 7 * scene->k, 4 * scene->k };
  MarchInk ink = march_palette_get_ink (scene->style->theme, actor->palette);

  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    {
      const MarchTrack *track = &scene->land->mesh->arcs[i].track;

      if (!is_claimed_border (scene, i, actor))
        continue;
      cairo_new_path (scene->plot.cr);
      march_plot_track (&scene->plot, track);
      set_line (scene, 4.4, &scene->palette->halo, scene->palette->halo.alpha);
      cairo_stroke (scene->plot.cr);
      set_line (scene, 2.1, &ink, 1);
      march_plot_dash_track (&scene->plot, track, dashes, 2);
    }
}

static gboolean
draws_a_border (const MarchScene *scene, const MarchActor *actor)
{
  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    if (is_claimed_border (scene, i, actor))
      return TRUE;
  return FALSE;
}

/**
 * march_scene_list_claimed_borders:
 *
 * Returns: (transfer full) (element-type MarchActor): the claimants whose own border is in view
 */
GPtrArray *
march_scene_list_claimed_borders (const MarchScene *scene)
{
  GPtrArray *actors = g_ptr_array_new ();

  for (guint i = 0; i < scene->land->mesh->n_faces && scene->style->hatches; i++)
    for (guint j = 0; j < scene->looks[i].n_hatches; j++)
      {
        const MarchActor *actor = scene->looks[i].hatches[j].actor;

        if (!g_ptr_array_find (actors, actor, NULL) && draws_a_border (scene, actor))
          g_ptr_array_add (actors, (gpointer) actor);
      }
  return actors;
}

static void
paint_claimed_borders (MarchScene *scene)
{
  g_autoptr (GPtrArray) actors = march_scene_list_claimed_borders (scene);

  for (guint i = 0; i < actors->len; i++)
    paint_claimed_border (scene, g_ptr_array_index (actors, i));
}

static void
paint_recognised_border (MarchScene *scene)
{
  cairo_t *cr = scene->plot.cr;

  add_arcs (scene, is_our_coast);
  set_line (scene, 0.9, &scene->palette->border, 0.42);
  cairo_stroke (cr);
  if (!scene->style->recognised_border)
    return;
  add_arcs (scene, is_recognised_border);
  set_line (scene, 4.2, &scene->palette->halo, scene->palette->halo.alpha * 0.8);
  cairo_stroke_preserve (cr);
  set_line (scene, 1.9, &scene->palette->border, scene->palette->border.alpha);
  cairo_stroke (cr);
}

/**
 * march_scene_paint_edges:
 *
 * Borders of units, edges of certainty, borders that a claimant draws, and the recognised border
 * over all.
 */
void
march_scene_paint_edges (MarchScene *scene)
{
  cairo_set_line_join (scene->plot.cr, CAIRO_LINE_JOIN_BEVEL);
  paint_unit_borders (scene);
  for (guint i = 0; i < scene->land->mesh->n_faces && !march_plot_cancelled (&scene->plot); i++)
    if (scene->looks[i].disputed && march_scene_sees_face (scene, i))
      march_scene_paint_certainty (scene, i, INSET);
  if (scene->style->hatches)
    paint_claimed_borders (scene);
  paint_recognised_border (scene);
}
