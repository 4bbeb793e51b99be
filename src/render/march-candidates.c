/* march-candidates.c — what may be written on a map, and where each name or badge may stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-candidates.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "base/march-fold.h"

#define ZOOM_UNITS 6.6 /* from here on, units that nobody disputes are named */
#define ZOOM_PARTS 7.5 /* from here on, parts are named beside a weightier whole */
#define ROOM 0.8       /* of half a name's diagonal: how far the shore has to be */

/* Larger is placed first; a place's importance, at most 100, is added. */
enum
{
  RANK_SELECTED = 100000,
  RANK_BADGE = 10000, /* of a unit; the lenses of badges are asked for these */
  RANK_BADGE_CAPITAL = 9800,
  RANK_BADGE_TOWN = 9600,
  RANK_BADGE_SEA = 9400,
  RANK_DISPUTED = 3000,
  RANK_CAPITAL = 2600,
  RANK_MENTIONED = 2400,
  RANK_STATE = 2000,
  RANK_SEA = 1500,
  RANK_COUNTRY = 1200,
  RANK_QUIET_UNIT = 700,
  RANK_QUIET = 500,
};

static void
candidate_free (gpointer data)
{
  MarchCandidate *candidate = data;

  g_clear_pointer (&candidate->name, march_scene_name_free);
  g_free (candidate);
}

static char *
look_note (const MarchLook *look)
{
  if (look->last_reported != NULL)
    {
      g_autofree char *date = march_words_last_reported (look->last_reported);

      return g_strdup_printf (_ ("Last reported %s"), date);
    }
  return look->contested ? g_strdup (_ ("Contested")) : NULL;
}

static void
measure (const MarchScene *scene, MarchSceneName *name)
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

static MarchCandidate *
candidate_new (const MarchScene *scene,
               MarchTextKind     kind,
               const MarchPlace *place,
               const char       *text,
               const MarchLook  *look,
               int               rank)
{
  MarchCandidate *candidate = g_new0 (MarchCandidate, 1);

  candidate->name = g_new0 (MarchSceneName, 1);
  candidate->id = place != NULL ? place->id : 0;
  candidate->selected = place != NULL && candidate->id == scene->style->selected;
  candidate->rank = candidate->selected ? RANK_SELECTED : rank;
  candidate->area = kind != MARCH_TEXT_TOWN;
  candidate->name->kind = candidate->selected ? MARCH_TEXT_SELECTED : kind;
  candidate->name->place = place;
  candidate->name->text = candidate->name->kind == MARCH_TEXT_COUNTRY ? march_fold_upper (text)
                                                                      : g_strdup (text);
  if (look != NULL)
    {
      candidate->name->note = look_note (look);
      candidate->name->diamond = look->disagree;
    }
  measure (scene, candidate->name);
  return candidate;
}

/* NULL where the scene's lens has nothing to say of the place in a badge. */
static MarchCandidate *
candidate_new_badge (const MarchScene *scene, const MarchPlace *place, int rank, gboolean area)
{
  MarchCandidate *candidate;
  double          width, height;

  if (!march_badge_measure (scene, place, &width, &height))
    return NULL;
  candidate = g_new0 (MarchCandidate, 1);
  candidate->id = place->id;
  candidate->rank = rank + place->importance;
  candidate->area = area;
  candidate->name = g_new0 (MarchSceneName, 1);
  candidate->name->badge = TRUE;
  candidate->name->place = place;
  candidate->name->box = (MarchRect){ 0, 0, width, height };
  return candidate;
}

static void
add_position (MarchCandidate *candidate, double x, double y)
{
  if (candidate->n_positions < MARCH_CANDIDATE_MAX_POSITIONS)
    candidate->positions[candidate->n_positions++] = (MarchSpot){ x, y };
}

/* Where a name may stand beside a mark: right and left, then above and below, then the corners; a
 * badge first below. */
static void
beside_mark (const MarchScene *scene, MarchCandidate *candidate, const MarchSceneMark *mark)
{
  static const double directions[][2] = { { 0, 1 },   { 1, 0 },     { -1, 0 },
                                          { 0, -1 },  { 0, 1 },     { 1, -0.8 },
                                          { 1, 0.8 }, { -1, -0.8 }, { -1, 0.8 } };
  double              across = mark->reach + 2 * scene->k + candidate->name->box.x1 / 2;
  double              down = mark->reach + scene->k + candidate->name->box.y1 / 2;

  for (guint i = candidate->name->badge ? 0 : 1; i < G_N_ELEMENTS (directions); i++)
    add_position (candidate, mark->spot.x + directions[i][0] * across,
                  mark->spot.y + directions[i][1] * down);
}

/* Where the name of a sea or a neighbour may stand: on anchors with room around them. */
static void
well_inside (const MarchScene  *scene,
             MarchCandidate    *candidate,
             const MarchAnchor *anchors,
             guint              n_anchors)
{
  double room = hypot (candidate->name->box.x1 / 2, candidate->name->box.y1 / 2) * ROOM
                / scene->plot.world;

  for (guint i = 0; i < n_anchors; i++)
    if (candidate->selected || anchors[i].clearance >= room)
      {
        MarchSpot at = march_plot_spot (&scene->plot, &anchors[i].spot);

        add_position (candidate, at.x, at.y);
      }
}

/* Where a name may stand on an area: on its anchors, or a little off them. */
static void
on_anchors (const MarchScene  *scene,
            MarchCandidate    *candidate,
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

/* Where a badge may stand on an area: below where the name would, or above it. */
static void
off_anchors (const MarchScene  *scene,
             MarchCandidate    *candidate,
             const MarchAnchor *anchors,
             guint              n_anchors)
{
  double down = 11 * scene->k * scene->style->text_scale + candidate->name->box.y1 / 2;

  for (guint i = 0; i < n_anchors; i++)
    {
      MarchSpot at = march_plot_spot (&scene->plot, &anchors[i].spot);

      add_position (candidate, at.x, at.y + down);
      add_position (candidate, at.x, at.y - down);
    }
}

/**
 * march_candidate_hang_on:
 * @box: where the same place's name or badge stands
 *
 * Lets the candidate stand beside @box rather than anywhere else.
 */
void
march_candidate_hang_on (MarchCandidate *candidate, const MarchRect *box, double gap)
{
  double         x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
  double         across = (box->x1 - box->x0 + candidate->name->box.x1) / 2 + 2 * gap;
  double         down = (box->y1 - box->y0 + candidate->name->box.y1) / 2 + gap;
  double         sign = candidate->name->badge ? 1 : -1;
  MarchCandidate earlier = *candidate;

  candidate->n_positions = 0;
  add_position (candidate, x, y + sign * down);
  add_position (candidate, x, y - sign * down);
  add_position (candidate, x + across, y);
  add_position (candidate, x - across, y);
  for (guint i = 0; i < earlier.n_positions; i++)
    add_position (candidate, earlier.positions[i].x, earlier.positions[i].y);
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

static MarchCandidate *
name_mark (const MarchScene *scene, const MarchSceneMark *mark, const MarchLook *look, int rank)
{
  MarchCandidate *name = candidate_new (scene, MARCH_TEXT_TOWN, mark->place,
                                        short_name (scene, mark->place), look,
                                        rank + mark->place->importance);

  beside_mark (scene, name, mark);
  return name;
}

static void
badge_mark (const MarchScene *scene, const MarchSceneMark *mark, GPtrArray *candidates)
{
  int             rank = mark->place->capital == 1 ? RANK_BADGE_CAPITAL : RANK_BADGE_TOWN;
  MarchCandidate *badge = candidate_new_badge (scene, mark->place, rank, FALSE);

  if (badge == NULL)
    return;
  beside_mark (scene, badge, mark);
  g_ptr_array_add (candidates, badge);
}

/* Where there is no room for the name with what is noted below it, there may be for the name
 * alone. */
static void
consider_mark (const MarchScene *scene, const MarchSceneMark *mark, GPtrArray *candidates)
{
  int             rank = mark->place->capital == 1 ? RANK_CAPITAL
                         : mark->mentioned         ? RANK_MENTIONED
                                                   : RANK_QUIET;
  MarchCandidate *name = name_mark (scene, mark, &mark->look, rank);

  g_ptr_array_add (candidates, name);
  if (name->name->note != NULL)
    {
      MarchCandidate *plain = name_mark (scene, mark, NULL, rank);

      plain->spare = TRUE;
      g_ptr_array_add (candidates, plain);
    }
  if (mark->mentioned)
    badge_mark (scene, mark, candidates);
}

/* Whether a name is not much wider than what it names. */
static gboolean
fits (const MarchScene     *scene,
      const MarchCandidate *candidate,
      const MarchRect      *units,
      double                slack)
{
  MarchRect rect = march_plot_rect (&scene->plot, units);

  return candidate->selected
         || (candidate->name->text_width <= slack * (rect.x1 - rect.x0)
             && candidate->name->text_height <= rect.y1 - rect.y0);
}

static void
keep_if (GPtrArray *candidates, MarchCandidate *candidate, gboolean kept)
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
consider_neighbour (const MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  MarchCandidate      *candidate;
  const char          *text = face->place != NULL ? short_name (scene, face->place) : face->name;

  if (text[0] == '\0')
    return;
  candidate = candidate_new (scene, MARCH_TEXT_COUNTRY, face->place, text, NULL, RANK_COUNTRY);
  well_inside (scene, candidate, face->anchors, face->n_anchors);
  keep_if (candidates, candidate,
           fits (scene, candidate, &scene->land->mesh->faces[index].box, 0.85));
}

static double
face_size (const MarchScene *scene, guint index)
{
  const MarchRect *box = &scene->land->mesh->faces[index].box;

  return (box->x1 - box->x0) * (box->y1 - box->y0);
}

/* The largest face of all that belongs to a place, or %MARCH_MESH_NONE. */
static guint
largest_face (const MarchScene *scene, const MarchPlace *place)
{
  g_autofree gboolean *marked = g_new0 (gboolean, scene->land->mesh->n_faces + 1);
  guint                largest = MARCH_MESH_NONE;

  march_land_mark_faces (scene->land, place, marked);
  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (marked[i]
        && (largest == MARCH_MESH_NONE || face_size (scene, i) > face_size (scene, largest)))
      largest = i;
  return largest;
}

/* Whether a unit is to be named, or a composite's name stands for it, or none is wanted. A badge
 * has to say whose it is. */
static gboolean
is_named (const MarchScene     *scene,
          guint                 index,
          const MarchCandidate *candidate,
          gboolean              disputed,
          gboolean              badge)
{
  const MarchPlace *whole = weightier_composite (candidate->name->place);
  const MarchRect  *box = &scene->land->mesh->faces[index].box;

  if (candidate->selected)
    return TRUE;
  if (whole != NULL && zoom_of (scene) < ZOOM_PARTS
      && (!badge || largest_face (scene, whole) == index))
    return FALSE;
  if (badge)
    return TRUE;
  return (disputed || zoom_of (scene) >= ZOOM_UNITS)
         && fits (scene, candidate, box, disputed ? 1.8 : 0.85);
}

static void
consider_unit (const MarchScene *scene,
               guint             index,
               const MarchLook  *look,
               gboolean          badge,
               GPtrArray        *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  gboolean             disputed = look->drawn || look->disagree;
  int                  rank = disputed ? RANK_DISPUTED : RANK_QUIET_UNIT;
  MarchCandidate      *candidate;

  candidate = candidate_new (scene, MARCH_TEXT_UNIT, face->place, short_name (scene, face->place),
                             look, rank + face->place->importance);
  on_anchors (scene, candidate, face->anchors, face->n_anchors);
  keep_if (candidates, candidate, is_named (scene, index, candidate, disputed, badge));
}

static gboolean
consider_area_badge (const MarchScene  *scene,
                     const MarchPlace  *place,
                     int                rank,
                     const MarchAnchor *anchors,
                     guint              n_anchors,
                     GPtrArray         *candidates)
{
  MarchCandidate *candidate = candidate_new_badge (scene, place, rank, TRUE);

  if (candidate == NULL)
    return FALSE;
  off_anchors (scene, candidate, anchors, n_anchors);
  g_ptr_array_add (candidates, candidate);
  return TRUE;
}

static void
consider_sea (const MarchScene *scene, const MarchLandSea *sea, GPtrArray *candidates)
{
  MarchCandidate *candidate = candidate_new (scene, MARCH_TEXT_SEA, sea->place,
                                             short_name (scene, sea->place), NULL,
                                             RANK_SEA + sea->place->importance);

  well_inside (scene, candidate, sea->anchors, sea->n_anchors);
  keep_if (candidates, candidate, fits (scene, candidate, &sea->shape->box, 0.9));
  consider_area_badge (scene, sea->place, RANK_BADGE_SEA, sea->anchors, sea->n_anchors, candidates);
}

static void
consider_state (const MarchScene *scene, const MarchLandState *state, GPtrArray *candidates)
{
  MarchCandidate *candidate = candidate_new (scene, MARCH_TEXT_STATE, state->place,
                                             short_name (scene, state->place), NULL,
                                             RANK_STATE + state->place->importance);

  on_anchors (scene, candidate, &(MarchAnchor){ state->anchor, 0 }, 1);
  keep_if (candidates, candidate, fits (scene, candidate, &state->box, 0.8));
}

static gboolean
has_part (const MarchPlace *composite, gint64 id)
{
  for (guint i = 0; i < composite->children->len; i++)
    if (((const MarchPlaceLink *) g_ptr_array_index (composite->children, i))->place->id == id)
      return TRUE;
  return FALSE;
}

/* Its name would only crowd out those of its parts when one of them is selected. */
static void
consider_composite (const MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  const MarchPlace    *composite = weightier_composite (face->place);
  MarchCandidate      *candidate;

  if (composite == NULL || has_part (composite, scene->style->selected)
      || largest_face (scene, composite) != index)
    return;
  candidate = candidate_new (scene, MARCH_TEXT_UNIT, composite, short_name (scene, composite), NULL,
                             RANK_DISPUTED + composite->importance);
  on_anchors (scene, candidate, face->anchors, face->n_anchors);
  keep_if (candidates, candidate,
           fits (scene, candidate, &scene->land->mesh->faces[index].box, 1.8));
}

static void
consider_face (const MarchScene *scene, guint index, GPtrArray *candidates)
{
  const MarchLandFace *face = &scene->land->faces[index];
  MarchLook            look = { 0 };
  gboolean             badge;

  if (face->place == NULL || !face->ours)
    {
      consider_neighbour (scene, index, candidates);
      return;
    }
  march_look_init (&look, march_snapshot_get_finding (scene->snapshot, face->place),
                   scene->style->lens);
  badge = consider_area_badge (scene, face->place, RANK_BADGE, face->anchors, face->n_anchors,
                               candidates);
  consider_unit (scene, index, &look, badge, candidates);
  if (look.drawn)
    consider_composite (scene, index, candidates);
}

/* A selected place that has no name of its own on the map, such as a group of units. */
static void
consider_selected (const MarchScene *scene, GPtrArray *candidates)
{
  const MarchPlace *place = NULL;
  MarchCandidate   *candidate;
  guint             face;

  for (guint i = 0; i < candidates->len; i++)
    if (((const MarchCandidate *) g_ptr_array_index (candidates, i))->selected)
      return;
  if (scene->style->selected != 0)
    place = march_corpus_get_place (scene->painter->corpus, scene->style->selected);
  if (place == NULL)
    return;
  face = largest_face (scene, place);
  if (face == MARCH_MESH_NONE)
    return;
  candidate = candidate_new (scene, MARCH_TEXT_UNIT, place, short_name (scene, place), NULL, 0);
  on_anchors (scene, candidate, scene->land->faces[face].anchors,
              scene->land->faces[face].n_anchors);
  g_ptr_array_add (candidates, candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const MarchCandidate *one = *(const MarchCandidate *const *) a,
                       *other = *(const MarchCandidate *const *) b;

  if (one->rank != other->rank)
    return one->rank > other->rank ? -1 : 1;
  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  if (one->spare != other->spare)
    return one->spare ? 1 : -1;
  return g_strcmp0 (one->name->text, other->name->text);
}

/* Whether what is at @units may reach into the view. */
static gboolean
is_near (const MarchScene *scene, const MarchRect *units)
{
  double    near = MARCH_SCENE_NEAR * scene->k / scene->plot.world;
  MarchRect around = scene->plot.unit_window;

  around = (MarchRect){ around.x0 - near, around.y0 - near, around.x1 + near, around.y1 + near };
  return march_rect_meets (units, &around);
}

/**
 * march_scene_list_candidates:
 *
 * Returns: (transfer full) (element-type MarchCandidate): every name and badge that may be on the
 * picture, the most important first: the selected place's name, the badges of a lens, then the
 * names of disputed units, capitals, settlements and the rest
 */
GPtrArray *
march_scene_list_candidates (MarchScene *scene)
{
  GPtrArray       *candidates = g_ptr_array_new_with_free_func (candidate_free);
  const MarchLand *land = scene->land;

  march_land_find_anchors (scene->painter->land);
  for (guint i = 0; i < scene->marks->len; i++)
    consider_mark (scene, &g_array_index (scene->marks, MarchSceneMark, i), candidates);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (is_near (scene, &land->mesh->faces[i].box))
      consider_face (scene, i, candidates);
  for (guint i = 0; i < land->seas->len; i++)
    if (is_near (scene, &g_array_index (land->seas, MarchLandSea, i).shape->box))
      consider_sea (scene, &g_array_index (land->seas, MarchLandSea, i), candidates);
  for (guint i = 0; i < land->states->len; i++)
    consider_state (scene, &g_array_index (land->states, MarchLandState, i), candidates);
  consider_selected (scene, candidates);
  g_ptr_array_sort (candidates, compare_candidates);
  return candidates;
}
