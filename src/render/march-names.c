/* march-names.c — which names stand on a map, and where: the most important first, none over
 * another */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/march-scene.h"

#define ZOOM_UNITS 6.6   /* from here on, units that nobody disputes are named */
#define ZOOM_PARTS 7.5   /* from here on, parts are named beside a weightier whole */
#define GAP 3.0          /* logical pixels between names */
#define ROOM 0.8         /* of half a name's diagonal: how far the shore has to be */
#define MAX_POSITIONS 20

/* Larger is placed first; a place's importance is added. */
enum
{
  RANK_DISPUTED = 3000,
  RANK_MENTIONED = 2500,
  RANK_CAPITAL = 2400,
  RANK_STATE = 2000,
  RANK_SEA = 1500,
  RANK_COUNTRY = 1200,
  RANK_QUIET = 500,
};

typedef struct
{
  MarchSceneName *name;
  int             rank;
  gint64          id;
  MarchSpot       positions[MAX_POSITIONS]; /* middle of the box, logical pixels, best first */
  guint           n_positions;
} Candidate;

void
march_scene_name_free (MarchSceneName *name)
{
  g_free (name->text);
  g_free (name->note);
  g_free (name);
}

static void
candidate_free (Candidate *candidate)
{
  g_clear_pointer (&candidate->name, march_scene_name_free);
  g_free (candidate);
}

static char *
look_note (const MarchLook *look)
{
  if (look->last_reported != MARCH_DAY_MAX)
    {
      g_autofree char *day = march_day_describe (look->last_reported);

      return g_strdup_printf (_("Last reported %s"), day);
    }
  return look->contested ? g_strdup (_("Contested")) : NULL;
}

static void
measure (MarchScene *scene, MarchSceneName *name)
{
  double note_width = 0, note_height = 0, width, height;

  march_lettering_measure (scene->lettering, scene->style, name->kind, name->text,
                           &name->text_width, &name->text_height);
  if (name->note != NULL)
    march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, name->note,
                             &note_width, &note_height);
  width = MAX (name->text_width, note_width) + (name->diamond ? 26 * scene->k : 0);
  height = name->text_height + note_height;
  name->box = (MarchRect){ 0, 0, width, height };
}

static Candidate *
candidate_new (MarchScene       *scene,
               MarchTextKind     kind,
               const MarchPlace *place,
               const char       *text,
               const MarchLook  *look,
               int               rank)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->name = g_new0 (MarchSceneName, 1);
  candidate->name->kind = kind;
  candidate->name->place = place;
  candidate->name->text = kind == MARCH_TEXT_COUNTRY ? g_utf8_strup (text, -1) : g_strdup (text);
  candidate->rank = rank;
  candidate->id = place != NULL ? place->id : 0;
  if (look != NULL)
    {
      candidate->name->note = look_note (look);
      candidate->name->diamond = look->disagree;
    }
  measure (scene, candidate->name);
  return candidate;
}

static void
add_position (Candidate *candidate, double x, double y)
{
  if (candidate->n_positions < MAX_POSITIONS)
    candidate->positions[candidate->n_positions++] = (MarchSpot){ x, y };
}

/* Where a name may stand beside a mark: right and left, then above and below, then the corners. */
static void
beside_mark (const MarchScene *scene, Candidate *candidate, const MarchSceneMark *mark)
{
  static const double directions[][2] = { { 1, 0 },    { -1, 0 },  { 0, -1 },    { 0, 1 },
                                          { 1, -0.8 }, { 1, 0.8 }, { -1, -0.8 }, { -1, 0.8 } };
  double              across = mark->reach + 3 * scene->k + candidate->name->box.x1 / 2;
  double              down = mark->reach + 1 * scene->k + candidate->name->box.y1 / 2;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    add_position (candidate, mark->spot.x + directions[i][0] * across,
                  mark->spot.y + directions[i][1] * down);
}

/* Where the name of a sea or a neighbour may stand: on anchors with room around them. */
static void
well_inside (const MarchScene  *scene,
             Candidate         *candidate,
             const MarchAnchor *anchors,
             guint              n_anchors)
{
  double room = hypot (candidate->name->box.x1 / 2, candidate->name->box.y1 / 2) * ROOM
                / scene->plot.world;

  for (guint i = 0; i < n_anchors; i++)
    if (anchors[i].clearance >= room)
      {
        MarchSpot at = march_plot_spot (&scene->plot, &anchors[i].spot);

        add_position (candidate, at.x, at.y);
      }
}

/* Where a name may stand on an area: on its anchors, or a little off them. */
static void
on_anchors (const MarchScene  *scene,
            Candidate         *candidate,
            const MarchAnchor *anchors,
            guint              n_anchors)
{
  double step = candidate->name->box.y1;

  for (guint i = 0; i < n_anchors; i++)
    {
      MarchSpot at = march_plot_spot (&scene->plot, &anchors[i].spot);

      add_position (candidate, at.x, at.y);
      if (i > 0)
        continue;
      add_position (candidate, at.x, at.y - step);
      add_position (candidate, at.x, at.y + step);
      add_position (candidate, at.x + 2 * step, at.y);
      add_position (candidate, at.x - 2 * step, at.y);
    }
}

static const char *
short_name (const MarchScene *scene, const MarchPlace *place)
{
  return march_place_get_short_name (place, scene->style->language);
}

static double
zoom_of (const MarchScene *scene)
{
  return scene->plot.view.zoom - log2 (scene->k);
}

static void
consider_mark (MarchScene *scene, const MarchSceneMark *mark, GPtrArray *candidates)
{
  int        rank = mark->mentioned             ? RANK_MENTIONED
                    : mark->place->capital == 1 ? RANK_CAPITAL
                                                : RANK_QUIET;
  Candidate *candidate = candidate_new (scene, MARCH_TEXT_TOWN, mark->place,
                                        short_name (scene, mark->place), &mark->look,
                                        rank + mark->place->importance);

  beside_mark (scene, candidate, mark);
  g_ptr_array_add (candidates, candidate);
}

/* Whether a name is not much wider than what it names. */
static gboolean
fits (const MarchScene *scene, const Candidate *candidate, const MarchRect *units, double slack)
{
  MarchRect rect = march_plot_rect (&scene->plot, units);

  return candidate->name->text_width <= slack * (rect.x1 - rect.x0)
         && candidate->name->text_height <= rect.y1 - rect.y0;
}

static void
keep_if (GPtrArray *candidates, Candidate *candidate, gboolean kept)
{
  if (kept)
    g_ptr_array_add (candidates, candidate);
  else
    candidate_free (candidate);
}

/* A composite that weighs more than each of its parts is named in the largest one, before it. */
static const MarchPlace *
weightier_composite (const MarchPlace *place)
{
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      if (link->kind == MARCH_LINK_COMPOSITE && link->place->kind == MARCH_PLACE_COMPOSITE
          && link->place->importance > place->importance)
        return link->place;
    }
  return NULL;
}

static void
consider_face (MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  const MarchLook     *look = &scene->looks[index];
  gboolean             named = look->drawn || look->disagree;
  int                  rank = named ? RANK_DISPUTED : RANK_QUIET;
  const char          *text = face->place != NULL ? short_name (scene, face->place) : face->name;
  gboolean             ours = face->place != NULL && face->ours;
  Candidate           *candidate;

  if (text[0] == '\0' || (ours && !named && zoom_of (scene) < ZOOM_UNITS))
    return;
  if (ours && weightier_composite (face->place) != NULL && zoom_of (scene) < ZOOM_PARTS)
    return;
  if (ours)
    candidate = candidate_new (scene, MARCH_TEXT_UNIT, face->place, text, look,
                               rank + face->place->importance);
  else
    candidate = candidate_new (scene, MARCH_TEXT_COUNTRY, face->place, text, NULL, RANK_COUNTRY);
  if (ours)
    on_anchors (scene, candidate, face->anchors, face->n_anchors);
  else
    well_inside (scene, candidate, face->anchors, face->n_anchors);
  keep_if (candidates, candidate,
           fits (scene, candidate, &scene->land->mesh->faces[index].box, named ? 1.8 : 0.85));
}

static void
consider_sea (MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandSea *sea = &g_array_index (scene->land->seas, MarchLandSea, index);
  Candidate          *candidate = candidate_new (scene, MARCH_TEXT_SEA, sea->place,
                                                 short_name (scene, sea->place), NULL,
                                                 RANK_SEA + sea->place->importance);

  well_inside (scene, candidate, sea->anchors, sea->n_anchors);
  keep_if (candidates, candidate, fits (scene, candidate, &sea->shape->box, 0.9));
}

static void
consider_state (MarchScene *scene, const MarchLandState *state, GPtrArray *candidates)
{
  Candidate *candidate = candidate_new (scene, MARCH_TEXT_STATE, state->place,
                                        short_name (scene, state->place), NULL,
                                        RANK_STATE + state->place->importance);

  on_anchors (scene, candidate, &(MarchAnchor){ state->anchor, 0 }, 1);
  keep_if (candidates, candidate, fits (scene, candidate, &state->box, 0.8));
}

static double
face_size (const MarchScene *scene, guint index)
{
  const MarchRect *box = &scene->land->mesh->faces[index].box;

  return (box->x1 - box->x0) * (box->y1 - box->y0);
}

static void
consider_composite (MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  const MarchPlace    *composite = face->place != NULL ? weightier_composite (face->place) : NULL;
  Candidate           *candidate;

  if (composite == NULL || !scene->looks[index].drawn)
    return;
  for (guint i = 0; i < composite->children->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (composite->children, i);
      guint                 other;

      if (march_land_find_face (scene->land, link->place, &other)
          && face_size (scene, other) > face_size (scene, index))
        return;
    }
  candidate = candidate_new (scene, MARCH_TEXT_UNIT, composite, short_name (scene, composite), NULL,
                             RANK_DISPUTED + composite->importance);
  on_anchors (scene, candidate, face->anchors, face->n_anchors);
  keep_if (candidates, candidate,
           fits (scene, candidate, &scene->land->mesh->faces[index].box, 1.8));
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a, *other = *(const Candidate *const *) b;

  if (one->rank != other->rank)
    return one->rank > other->rank ? -1 : 1;
  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  return strcmp (one->name->text, other->name->text);
}

static GPtrArray *
list_candidates (MarchScene *scene)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);

  for (guint i = 0; i < scene->marks->len; i++)
    consider_mark (scene, &g_array_index (scene->marks, MarchSceneMark, i), candidates);
  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (march_scene_sees_face (scene, i))
      {
        consider_face (scene, i, candidates);
        consider_composite (scene, i, candidates);
      }
  for (guint i = 0; i < scene->land->seas->len; i++)
    if (march_plot_sees (&scene->plot,
                         &g_array_index (scene->land->seas, MarchLandSea, i).shape->box))
      consider_sea (scene, i, candidates);
  for (guint i = 0; i < scene->land->states->len; i++)
    consider_state (scene, &g_array_index (scene->land->states, MarchLandState, i), candidates);
  g_ptr_array_sort (candidates, compare_candidates);
  return candidates;
}

static gboolean
overlaps (const MarchRect *box, const GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    if (march_rect_meets (box, &g_array_index (taken, MarchRect, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const MarchScene *scene, const MarchRect *box)
{
  return box->x0 >= 0 && box->y0 >= 0 && box->x1 <= scene->plot.view.width
         && box->y1 <= scene->plot.view.height;
}

static gboolean
try_position (const MarchScene *scene, Candidate *candidate, const MarchSpot *at, GArray *taken)
{
  double    half_width = candidate->name->box.x1 / 2, half_height = candidate->name->box.y1 / 2;
  MarchRect box = { at->x - half_width, at->y - half_height, at->x + half_width,
                    at->y + half_height };
  MarchRect with_gap = { box.x0 - GAP, box.y0 - GAP / 2, box.x1 + GAP, box.y1 + GAP / 2 };

  if (!is_within (scene, &box) || overlaps (&with_gap, taken))
    return FALSE;
  candidate->name->box = box;
  g_array_append_val (taken, box);
  return TRUE;
}

/* What names may not cover: marks, and the badges of a lens. */
static GArray *
taken_boxes (MarchScene *scene)
{
  GArray *taken = march_scene_list_badge_boxes (scene);

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);
      double                reach = mark->reach - 2;
      MarchRect box = { mark->spot.x - reach, mark->spot.y - reach, mark->spot.x + reach,
                        mark->spot.y + reach };

      g_array_append_val (taken, box);
    }
  return taken;
}

/**
 * march_scene_place_names:
 *
 * Each name in turn, the most important first, takes the first of its positions that is free.
 * Positions hang on points of the map, so that names move with it.
 *
 * Returns: (transfer full) (element-type MarchSceneName): names that don't overlap each other or a
 * mark
 */
GPtrArray *
march_scene_place_names (MarchScene *scene)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) march_scene_name_free);
  g_autoptr (GPtrArray) candidates = list_candidates (scene);
  g_autoptr (GArray)    taken = taken_boxes (scene);

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      for (guint j = 0; j < candidate->n_positions; j++)
        if (try_position (scene, candidate, &candidate->positions[j], taken))
          {
            g_ptr_array_add (names, g_steal_pointer (&candidate->name));
            break;
          }
    }
  return names;
}

static void
paint_name (MarchScene *scene, const MarchSceneName *name)
{
  cairo_t *cr = scene->plot.cr;
  double   scale = scene->plot.view.scale,
         width = name->box.x1 - name->box.x0 - (name->diamond ? 26 * scene->k : 0);

  march_lettering_write (scene->lettering, cr, scene->style, name->kind, name->text,
                         name->box.x0 + (width - name->text_width) / 2, name->box.y0, scale);
  if (name->note != NULL)
    {
      double note_width, note_height;

      march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, name->note,
                               &note_width, &note_height);
      march_lettering_write (scene->lettering, cr, scene->style, MARCH_TEXT_NOTE, name->note,
                             name->box.x0 + (width - note_width) / 2,
                             name->box.y0 + name->text_height, scale);
    }
  if (name->diamond)
    march_diamond_paint (cr, scene->style, name->box.x1 - 11 * scene->k,
                         name->box.y0 + name->text_height / 2, 13 * scene->k, scale);
}

/* Writes the selected place's name larger, in the middle of where it stands. */
static void
emphasize (MarchScene *scene, MarchSceneName *name)
{
  double x = (name->box.x0 + name->box.x1) / 2, y = (name->box.y0 + name->box.y1) / 2;

  name->kind = MARCH_TEXT_SELECTED;
  measure (scene, name);
  name->box = (MarchRect){ x - name->box.x1 / 2, y - name->box.y1 / 2, x + name->box.x1 / 2,
                           y + name->box.y1 / 2 };
}

/* The name of a selected place that is too small or too crowded to be named. */
static void
paint_missing (MarchScene *scene, const MarchPlace *place)
{
  g_autoptr (GPtrArray)
      candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  Candidate            *candidate = candidate_new (scene, MARCH_TEXT_SELECTED, place,
                                                   short_name (scene, place), NULL, 0);
  guint                 face;

  g_ptr_array_add (candidates, candidate);
  if (march_land_find_face (scene->land, place, &face))
    on_anchors (scene, candidate, scene->land->faces[face].anchors, 1);
  for (guint i = 0; i < scene->marks->len; i++)
    if (g_array_index (scene->marks, MarchSceneMark, i).place == place)
      beside_mark (scene, candidate, &g_array_index (scene->marks, MarchSceneMark, i));
  if (candidate->n_positions == 0)
    return;
  candidate->name->box = (MarchRect){ candidate->positions[0].x - candidate->name->box.x1 / 2,
                                      candidate->positions[0].y - candidate->name->box.y1 / 2,
                                      candidate->positions[0].x + candidate->name->box.x1 / 2,
                                      candidate->positions[0].y + candidate->name->box.y1 / 2 };
  paint_name (scene, candidate->name);
}

/**
 * march_scene_paint_names_again:
 * @selected: the place whose name is emphasized
 *
 * Writes the names over a selection's outline. Where names stand doesn't depend on the selection,
 * so they hide themselves.
 */
void
march_scene_paint_names_again (MarchScene *scene, const MarchPlace *selected)
{
  g_autoptr (GPtrArray) names = march_scene_place_names (scene);
  gboolean              found = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      MarchSceneName *name = g_ptr_array_index (names, i);

      if (name->place == selected)
        {
          found = TRUE;
          emphasize (scene, name);
        }
      paint_name (scene, name);
    }
  if (!found)
    paint_missing (scene, selected);
}

/**
 * march_scene_paint_names:
 *
 * Writes the names of a scene.
 */
void
march_scene_paint_names (MarchScene *scene)
{
  g_autoptr (GPtrArray) names = march_scene_place_names (scene);

  for (guint i = 0; i < names->len; i++)
    paint_name (scene, g_ptr_array_index (names, i));
}
