/* march-names.c — the names and badges of a map, the most important first, none over another */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-candidates.h"

#include <math.h>

#define GAP 3.0      /* logical pixels between names */
#define REPEAT 560.0 /* so far from itself the name of a large area is written again */

typedef struct
{
  const MarchScene *scene;
  GArray           *taken;    /* of MarchRect */
  GHashTable       *by_place; /* of const MarchPlace → MarchRect */
  GPtrArray        *names;    /* of MarchSceneName */
  GHashTable       *named;    /* a set of const MarchPlace */
} Placing;

typedef enum
{
  MUST_BE_FREE = 1 << 0,
  MUST_BE_SEEN = 1 << 1,
  MUST_BE_FRAMED = 1 << 2,
} Demands;

static MarchSceneName *
name_copy (const MarchSceneName *name)
{
  MarchSceneName *copy = g_memdup2 (name, sizeof *name);

  copy->text = g_strdup (name->text);
  copy->note = g_strdup (name->note);
  return copy;
}

void
march_scene_name_free (MarchSceneName *name)
{
  g_free (name->text);
  g_free (name->note);
  g_free (name);
}

static gboolean
covers_mark (const MarchRect *box, const MarchSceneMark *mark)
{
  double x = CLAMP (mark->spot.x, box->x0, box->x1), y = CLAMP (mark->spot.y, box->y0, box->y1);

  return hypot (mark->spot.x - x, mark->spot.y - y) < mark->reach;
}

static gboolean
is_free (const Placing *placing, const MarchRect *box)
{
  const GArray *marks = placing->scene->marks;
  MarchRect     with_gap = { box->x0 - GAP, box->y0 - GAP / 2, box->x1 + GAP, box->y1 + GAP / 2 };

  for (guint i = 0; i < placing->taken->len; i++)
    if (march_rect_meets (&with_gap, &g_array_index (placing->taken, MarchRect, i)))
      return FALSE;
  for (guint i = 0; i < marks->len; i++)
    if (covers_mark (box, &g_array_index (marks, MarchSceneMark, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_covered (const MarchScene *scene, const MarchRect *box)
{
  for (guint i = 0; scene->covers != NULL && i < scene->covers->len; i++)
    if (march_rect_meets (box, &g_array_index (scene->covers, MarchRect, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen (const MarchScene *scene, const MarchRect *box)
{
  return box->x0 >= 0 && box->y0 >= 0 && box->x1 <= scene->plot.view.width
         && box->y1 <= scene->plot.view.height && !is_covered (scene, box);
}

static gboolean
is_framed (const MarchScene *scene, const MarchRect *box)
{
  const MarchRect *frame = &scene->frame;

  return box->x0 >= frame->x0 && box->y0 >= frame->y0 && box->x1 <= frame->x1
         && box->y1 <= frame->y1;
}

/* A name may run out of the window, from where panning brings it in; half a count is misread, and
 * half a date. */
static gboolean
is_cut (const MarchScene *scene, const MarchCandidate *candidate, const MarchRect *box)
{
  return (candidate->name->badge || candidate->name->note != NULL)
         && march_rect_meets (&scene->frame, box) && !is_framed (scene, box);
}

static MarchRect
box_at (const MarchCandidate *candidate, guint position)
{
  const MarchSpot *at = &candidate->positions[position];
  double half_width = candidate->name->box.x1 / 2, half_height = candidate->name->box.y1 / 2;

  return (MarchRect){ at->x - half_width, at->y - half_height, at->x + half_width,
                      at->y + half_height };
}

/* The first of the candidate's positions that meets the demands. */
static gboolean
find_box (const Placing *placing, const MarchCandidate *candidate, Demands demands, MarchRect *box)
{
  for (guint i = 0; i < candidate->n_positions; i++)
    {
      *box = box_at (candidate, i);
      if (((demands & MUST_BE_SEEN) == 0 || is_seen (placing->scene, box))
          && ((demands & MUST_BE_FRAMED) == 0 || is_framed (placing->scene, box))
          && ((demands & MUST_BE_FREE) == 0 || is_free (placing, box)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_far (const MarchRect *box, const MarchRect *others, guint n_others, double distance)
{
  for (guint i = 0; i < n_others; i++)
    if (hypot (box->x0 + box->x1 - others[i].x0 - others[i].x1,
               box->y0 + box->y1 - others[i].y0 - others[i].y1)
        < 2 * distance)
      return FALSE;
  return TRUE;
}

/* All places of a name on the map at large, whatever is in view. */
static guint
find_boxes (const Placing *placing, const MarchCandidate *candidate, MarchRect *boxes)
{
  guint most = candidate->area && !candidate->name->badge ? MARCH_CANDIDATE_MAX_POSITIONS : 1;
  guint n = 0;

  for (guint i = 0; i < candidate->n_positions && n < most; i++)
    {
      boxes[n] = box_at (candidate, i);
      if (is_far (&boxes[n], boxes, n, REPEAT * placing->scene->k) && is_free (placing, &boxes[n]))
        n++;
    }
  return n;
}

static void
take (Placing *placing, const MarchCandidate *candidate, const MarchRect *box)
{
  const MarchPlace *place = candidate->name->place;

  g_array_append_val (placing->taken, *box);
  if (place == NULL)
    return;
  if (!candidate->name->badge)
    g_hash_table_add (placing->named, (gpointer) place);
  if (!g_hash_table_contains (placing->by_place, place))
    g_hash_table_insert (placing->by_place, (gpointer) place, g_memdup2 (box, sizeof *box));
}

static void
add (Placing *placing, const MarchCandidate *candidate, const MarchRect *box)
{
  MarchSceneName *name = name_copy (candidate->name);

  name->box = *box;
  g_ptr_array_add (placing->names, name);
}

/* Where a name stands doesn't depend on what is in view, so panning moves none. Only if it is out
 * of the picture everywhere, it moves into it. */
static void
place_candidate (Placing *placing, const MarchCandidate *candidate)
{
  MarchRect boxes[MARCH_CANDIDATE_MAX_POSITIONS];
  guint     n = find_boxes (placing, candidate, boxes);
  gboolean  seen = FALSE;
  MarchRect whole;

  if (n > 0 && is_cut (placing->scene, candidate, &boxes[0]))
    {
      if (find_box (placing, candidate, MUST_BE_FREE | MUST_BE_FRAMED, &whole))
        boxes[0] = whole;
      else if (candidate->name->badge)
        return;
    }
  for (guint i = 0; i < n; i++)
    {
      take (placing, candidate, &boxes[i]);
      if (!is_seen (placing->scene, &boxes[i]))
        continue;
      add (placing, candidate, &boxes[i]);
      seen = TRUE;
    }
  if (seen)
    return;
  if (find_box (placing, candidate,
                MUST_BE_FREE | (candidate->name->badge ? MUST_BE_FRAMED : MUST_BE_SEEN), &boxes[0])
      || (candidate->selected && find_box (placing, candidate, MUST_BE_SEEN, &boxes[0])))
    {
      take (placing, candidate, &boxes[0]);
      add (placing, candidate, &boxes[0]);
    }
}

static void
hang_on_companion (const Placing *placing, MarchCandidate *candidate)
{
  const MarchRect *companion = g_hash_table_lookup (placing->by_place, candidate->name->place);

  if (companion != NULL && candidate->area && candidate->name->place != NULL)
    march_candidate_hang_on (candidate, companion, GAP);
}

/* Without names and badges no font has to be loaded, and no place for one be looked for. */
static GPtrArray *
list_candidates (MarchScene *scene)
{
  if (!scene->style->labels && scene->style->lens != MARCH_PAINT_VALUE
      && scene->style->lens != MARCH_PAINT_EVIDENCE)
    return g_ptr_array_new ();
  return march_scene_list_candidates (scene);
}

/**
 * march_scene_place_names:
 *
 * Each name and badge in turn, the most important first, takes the first of its positions that is
 * free. Positions hang on points of the map, so that names move with it.
 *
 * Returns: (transfer full) (element-type MarchSceneName): names and badges that overlap neither
 * each other nor a mark; the selected place's name may lie over marks where they are too many
 */
GPtrArray *
march_scene_place_names (MarchScene *scene)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) march_scene_name_free);
  g_autoptr (GPtrArray) candidates = list_candidates (scene);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (MarchRect));
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  Placing placing = { scene, taken, by_place, names, named };

  if (scene->covers != NULL && scene->covers->len > 0)
    g_array_append_vals (taken, scene->covers->data, scene->covers->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      MarchCandidate *candidate = g_ptr_array_index (candidates, i);

      if (!candidate->name->badge && !scene->style->labels)
        continue;
      if (candidate->spare && g_hash_table_contains (named, candidate->name->place))
        continue;
      hang_on_companion (&placing, candidate);
      place_candidate (&placing, candidate);
    }
  return names;
}

static void
paint_name (const MarchScene *scene, const MarchSceneName *name)
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

/**
 * march_scene_paint_names:
 *
 * Writes the names of a scene and, in the lenses of value and evidence, the badges.
 *
 * Returns: where the selected place's name stands, in logical pixels; an empty rectangle if it is
 * not on the picture
 */
MarchRect
march_scene_paint_names (MarchScene *scene)
{
  g_autoptr (GPtrArray) names = march_scene_place_names (scene);
  MarchRect selected = { 0 };

  for (guint i = 0; i < names->len; i++)
    {
      const MarchSceneName *name = g_ptr_array_index (names, i);

      if (name->badge)
        march_badge_paint (scene, name->place, &name->box);
      else
        paint_name (scene, name);
      if (name->kind == MARCH_TEXT_SELECTED && !name->badge)
        selected = name->box;
    }
  return selected;
}
