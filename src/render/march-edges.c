/* march-edges.c — borders, and the edges that tell how sure a colour is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-scene.h"

#define INSET 4.4  /* of a conclusion's edge, inside the outline */
#define WIDEST 5.0 /* of the lines along arcs, in pattern pixels */

static MarchStroke
stroke (const MarchScene *scene, double width, const MarchInk *ink, double alpha)
{
  MarchStroke self = { width * scene->k * scene->palette->line_factor, *ink };

  self.ink.alpha = alpha;
  return self;
}

static MarchStroke
halo (const MarchScene *scene, double width)
{
  return stroke (scene, width, &scene->palette->halo, scene->palette->halo.alpha);
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
paint_arcs (MarchScene *scene, ArcTest test, const MarchStroke *strokes, guint n_strokes)
{
  march_plot_begin_lines (&scene->plot, strokes, n_strokes);
  for (guint i = 0; i < scene->near->len; i++)
    {
      const guint arc = g_array_index (scene->near, guint, i);

      if (test (scene, arc))
        march_plot_track (&scene->plot, &scene->land->mesh->arcs[arc].track);
    }
  march_plot_end_lines (&scene->plot);
}

static void
paint_unit_borders (MarchScene *scene)
{
  const MarchInk   *unit = &scene->palette->unit_border;
  const MarchStroke quiet = stroke (scene, 1, unit, unit->alpha);
  const MarchStroke disputed[] = { halo (scene, 2.6),
                                   stroke (scene, 0.9, &scene->palette->label, 0.75) };

  paint_arcs (scene, is_quiet_unit_border, &quiet, 1);
  paint_arcs (scene, is_disputed_unit_border, disputed, G_N_ELEMENTS (disputed));
}

static void
add_inset (MarchScene *scene, guint face, double distance)
{
  const MarchView      *view = &scene->plot.view;
  g_autoptr (GPtrArray) lines = march_insets_get (scene->painter->insets, face, view->zoom,
                                                  view->scale, distance * scene->k);

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      march_plot_closed_line (&scene->plot, (const MarchSpot *) (gconstpointer) line->data,
                              line->len);
    }
}

/* Dashes inside the outline, on a halo: @on of 0 gives dots. */
static void
paint_inner_dashes (MarchScene        *scene,
                    guint              face,
                    double             distance,
                    double             halo_width,
                    const MarchStroke *dashes,
                    double             on,
                    double             off)
{
  MarchStroke ground = halo (scene, halo_width);

  march_plot_begin_lines (&scene->plot, &ground, 1);
  add_inset (scene, face, distance);
  march_plot_end_lines (&scene->plot);
  march_plot_begin_dashes (&scene->plot, dashes, on * scene->k, off * scene->k);
  add_inset (scene, face, distance);
  march_plot_end_lines (&scene->plot);
}

static void
paint_concluded (MarchScene *scene, guint face, double distance)
{
  MarchStroke dashes = stroke (scene, 1.25, &scene->palette->label, 1);

  paint_inner_dashes (scene, face, distance, 2.8, &dashes, 2.6, 2.6);
}

static void
paint_inner_ink (MarchScene       *scene,
                 guint             face,
                 const MarchActor *actor,
                 double            distance,
                 double            width,
                 double            on,
                 double            off)
{
  MarchInk    ink = march_palette_get_ink (scene->style->theme, actor->palette);
  MarchStroke dashes = stroke (scene, width, &ink, 1);

  paint_inner_dashes (scene, face, distance, width + 1.6, &dashes, on, off);
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
      paint_inner_ink (scene, face, look->own_word, distance, 1.5, 6, 4);
      distance += 4;
    }
  if (look->broken != NULL)
    {
      paint_inner_ink (scene, face, look->broken, distance, 1.8, 14, 7);
      distance += 4;
    }
  for (guint i = 0; i < look->n_possible; i++)
    paint_inner_ink (scene, face, look->possible[i], distance + 4 * i, 2.2, 0, 5);
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

static void
add_claimed_border (MarchScene *scene, const MarchActor *actor)
{
  for (guint i = 0; i < scene->near->len; i++)
    {
      const guint arc = g_array_index (scene->near, guint, i);

      if (is_claimed_border (scene, arc, actor))
        march_plot_track (&scene->plot, &scene->land->mesh->arcs[arc].track);
    }
}

/* The outer edge of all that @actor says it owns, where no recognised border runs. */
static void
paint_claimed_border (MarchScene *scene, const MarchActor *actor)
{
  MarchInk    ink = march_palette_get_ink (scene->style->theme, actor->palette);
  MarchStroke ground = halo (scene, 4.4), dashes = stroke (scene, 2.1, &ink, 1);

  march_plot_begin_lines (&scene->plot, &ground, 1);
  add_claimed_border (scene, actor);
  march_plot_end_lines (&scene->plot);
  march_plot_begin_dashes (&scene->plot, &dashes, 7 * scene->k, 4 * scene->k);
  add_claimed_border (scene, actor);
  march_plot_end_lines (&scene->plot);
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

/**
 * march_scene_get_claimed_borders:
 *
 * Returns: (transfer none) (element-type MarchActor): the same, worked out once for a scene
 */
GPtrArray *
march_scene_get_claimed_borders (MarchScene *scene)
{
  if (scene->claimed == NULL)
    scene->claimed = march_scene_list_claimed_borders (scene);
  return scene->claimed;
}

static void
paint_claimed_borders (MarchScene *scene)
{
  GPtrArray *actors = march_scene_get_claimed_borders (scene);

  for (guint i = 0; i < actors->len; i++)
    paint_claimed_border (scene, g_ptr_array_index (actors, i));
}

static void
paint_recognised_border (MarchScene *scene)
{
  const MarchPalette *palette = scene->palette;
  const MarchStroke   coast = stroke (scene, 0.9, &palette->border, 0.42);
  const MarchStroke   border[]
      = { stroke (scene, 4.2, &palette->halo, palette->halo.alpha * 0.8),
          stroke (scene, 1.9, &palette->border, palette->border.alpha) };

  paint_arcs (scene, is_our_coast, &coast, 1);
  if (scene->style->recognised_border)
    paint_arcs (scene, is_recognised_border, border, G_N_ELEMENTS (border));
}

static void
paint_unquoted (MarchScene *scene)
{
  const MarchStroke thin = stroke (scene, 1.2, &scene->palette->label, 0.6);

  march_plot_begin_lines (&scene->plot, &thin, 1);
  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    {
      const MarchMeshArc *arc = &scene->land->mesh->arcs[i];

      if ((arc->left != MARCH_MESH_NONE && march_scene_is_unquoted (scene, arc->left))
          || (arc->right != MARCH_MESH_NONE && march_scene_is_unquoted (scene, arc->right)))
        march_plot_track (&scene->plot, &arc->track);
    }
  march_plot_end_lines (&scene->plot);
}

/* No line along an arc is wider. */
static void
find_near_arcs (MarchScene *scene)
{
  const MarchMesh *mesh = scene->land->mesh;

  if (scene->near == NULL)
    scene->near = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (scene->near, 0);
  march_plot_set_reach (&scene->plot, WIDEST * scene->k * scene->palette->line_factor);
  for (guint i = 0; i < mesh->n_arcs; i++)
    if (march_plot_reaches (&scene->plot, &mesh->arcs[i].track.box))
      g_array_append_val (scene->near, i);
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
  const MarchLand *land = scene->land;

  cairo_set_line_join (scene->plot.cr, CAIRO_LINE_JOIN_BEVEL);
  find_near_arcs (scene);
  paint_unit_borders (scene);
  for (guint i = 0; i < land->mesh->n_faces && !march_plot_cancelled (&scene->plot); i++)
    if (scene->looks[i].disputed && march_plot_meets_part (&scene->plot, &land->mesh->faces[i].box))
      march_scene_paint_certainty (scene, i, INSET);
  if (scene->style->hatches)
    paint_claimed_borders (scene);
  if (scene->style->lens == MARCH_PAINT_EVIDENCE)
    paint_unquoted (scene);
  paint_recognised_border (scene);
}
