/* march-drawing-steps.c — what is done to an outline while it is drawn, and undone */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-drawing-private.h"

#define LEAST_CORNERS 3

static MarchDrawnPoint *
get_point (MarchDrawing *drawing, guint outline, guint ring, guint corner)
{
  return &g_array_index (march_drawing_find_ring (drawing, outline, ring)->points, MarchDrawnPoint,
                         corner);
}

static void
set_point (MarchDrawing *drawing, const MarchDrawnStep *step, const MarchDrawnPoint *point)
{
  const MarchBox box = { point->longitude, point->latitude, point->longitude, point->latitude };

  *get_point (drawing, step->at.outline, step->at.ring, step->at.corner) = *point;
  march_box_extend (&march_drawing_find_ring (drawing, step->at.outline, step->at.ring)->box, &box);
}

static void
put_in (MarchDrawing *drawing, const MarchDrawnStep *step, const MarchDrawnPoint *point)
{
  g_array_insert_vals (march_drawing_find_ring (drawing, step->at.outline, step->at.ring)->points,
                       step->at.corner, point, 1);
  set_point (drawing, step, point);
}

static void
take_out (MarchDrawing *drawing, const MarchDrawnStep *step)
{
  g_array_remove_index (march_drawing_find_ring (drawing, step->at.outline, step->at.ring)->points,
                        step->at.corner);
}

/* The ring of the step comes, as it was when it went. */
static void
bring_ring (MarchDrawing *drawing, MarchDrawnStep *step)
{
  MarchDrawnOutline *outline = drawing->outlines->pdata[step->at.outline];

  g_ptr_array_insert (outline->rings, (int) step->at.ring, g_steal_pointer (&step->spare));
  if (step->opens)
    drawing->open = TRUE;
}

static void
withdraw_ring (MarchDrawing *drawing, MarchDrawnStep *step)
{
  MarchDrawnOutline *outline = drawing->outlines->pdata[step->at.outline];

  step->spare = g_ptr_array_steal_index (outline->rings, step->at.ring);
  if (step->opens)
    drawing->open = FALSE;
}

static void
apply (MarchDrawing *drawing, MarchDrawnStep *step)
{
  switch (step->kind)
    {
    case MARCH_STEP_MOVE:
      set_point (drawing, step, &step->after);
      break;
    case MARCH_STEP_INSERT:
      put_in (drawing, step, &step->after);
      break;
    case MARCH_STEP_REMOVE:
      take_out (drawing, step);
      break;
    case MARCH_STEP_ADD_RING:
      bring_ring (drawing, step);
      break;
    case MARCH_STEP_REMOVE_RING:
      withdraw_ring (drawing, step);
      break;
    case MARCH_STEP_CLOSE:
    default:
      drawing->open = FALSE;
    }
  ((MarchDrawnOutline *) drawing->outlines->pdata[step->at.outline])->n_steps++;
}

static void
revert (MarchDrawing *drawing, MarchDrawnStep *step)
{
  switch (step->kind)
    {
    case MARCH_STEP_MOVE:
      set_point (drawing, step, &step->before);
      break;
    case MARCH_STEP_INSERT:
      take_out (drawing, step);
      break;
    case MARCH_STEP_REMOVE:
      put_in (drawing, step, &step->before);
      break;
    case MARCH_STEP_ADD_RING:
      withdraw_ring (drawing, step);
      break;
    case MARCH_STEP_REMOVE_RING:
      bring_ring (drawing, step);
      break;
    case MARCH_STEP_CLOSE:
    default:
      drawing->open = TRUE;
    }
  ((MarchDrawnOutline *) drawing->outlines->pdata[step->at.outline])->n_steps--;
}

/** march_drawing_begin_step: private to the room; what was undone before can't be done again after
 * this */
void
march_drawing_begin_step (MarchDrawing *drawing)
{
  g_array_set_size (drawing->steps, drawing->n_done);
  drawing->group++;
  drawing->moving = FALSE;
}

/** march_drawing_clear_step: private to the room; @step: a #MarchDrawnStep */
void
march_drawing_clear_step (gpointer step)
{
  g_clear_pointer (&((MarchDrawnStep *) step)->spare, march_drawn_ring_free);
}

static void
add_step (MarchDrawing *drawing, MarchDrawnStep *step)
{
  step->group = drawing->group;
  apply (drawing, step);
  g_array_append_vals (drawing->steps, step, 1);
  drawing->n_done = drawing->steps->len;
}

static void
add (MarchDrawing *drawing, MarchStepKind kind, MarchDrawnAt at, MarchDrawnPoint after)
{
  MarchDrawnStep step = { .kind = kind, .at = at, .after = after };

  if (kind == MARCH_STEP_MOVE || kind == MARCH_STEP_REMOVE)
    step.before = *get_point (drawing, at.outline, at.ring, at.corner);
  add_step (drawing, &step);
}

/** march_drawing_put_corner: private to the room, as are those below: part of the step that was
 * begun last; a corner comes before the one that is at @at */
void
march_drawing_put_corner (MarchDrawing *drawing, MarchDrawnAt at, MarchDrawnPoint point)
{
  add (drawing, MARCH_STEP_INSERT, at, point);
}

/** march_drawing_put_on_borders: neighbours whose border leads through @point get a corner there,
 * so that it is shared; none do if they are to stay as they are */
void
march_drawing_put_on_borders (MarchDrawing *drawing, const MarchDrawnPoint *point)
{
  g_autoptr (GArray) borders = march_drawing_list_borders (drawing, point);

  for (guint i = 0; i < borders->len; i++)
    {
      MarchDrawnAt at = g_array_index (borders, MarchDrawnAt, i);

      at.corner++;
      add (drawing, MARCH_STEP_INSERT, at, *point);
    }
}

/** march_drawing_put_end: the ring that is open is closed */
void
march_drawing_put_end (MarchDrawing *drawing)
{
  add (drawing, MARCH_STEP_CLOSE, (MarchDrawnAt){ 0, 0, 0 }, (MarchDrawnPoint){ 0 });
}

/** march_drawing_put_ring: @ring: (transfer full): becomes the last one of what is drawn; @opens:
 * and waits for corners */
void
march_drawing_put_ring (MarchDrawing *drawing, MarchDrawnRing *ring, gboolean opens)
{
  MarchDrawnStep step = { .kind = MARCH_STEP_ADD_RING, .spare = ring, .opens = opens };

  step.at.ring = march_drawing_get_n_rings (drawing, 0);
  add_step (drawing, &step);
}

/** march_drawing_take_ring: a ring of what is drawn goes; if it is the one that is open, none is */
void
march_drawing_take_ring (MarchDrawing *drawing, guint ring)
{
  MarchDrawnStep step = { .kind = MARCH_STEP_REMOVE_RING };

  step.at.ring = ring;
  step.opens = drawing->open && ring + 1 == march_drawing_get_n_rings (drawing, 0);
  add_step (drawing, &step);
}

/** march_drawing_swap_ring: @other: (transfer full): comes in the place of a ring of what is drawn,
 * which is closed */
void
march_drawing_swap_ring (MarchDrawing *drawing, guint ring, MarchDrawnRing *other)
{
  MarchDrawnStep step = { .kind = MARCH_STEP_ADD_RING, .spare = other };

  march_drawing_take_ring (drawing, ring);
  step.at.ring = ring;
  add_step (drawing, &step);
}

static gboolean
has_corner (MarchDrawing *drawing, guint ring, guint corner)
{
  return ring < march_drawing_get_n_rings (drawing, 0)
         && corner < march_drawing_find_ring (drawing, 0, ring)->points->len;
}

/**
 * march_drawing_append:
 *
 * Adds a corner at the end of a ring that is open, or says where a point is. Where it lies on the
 * border of neighbours they get that corner too, if march_drawing_set_follow() is on.
 *
 * Returns: %FALSE if the ring is closed, or its last corner is there already
 */
gboolean
march_drawing_append (MarchDrawing *drawing, double longitude, double latitude)
{
  const MarchDrawnPoint point = march_drawing_round (longitude, latitude);
  const guint           ring = march_drawing_get_n_rings (drawing, 0) - 1;
  const guint           n = march_drawing_find_ring (drawing, 0, ring)->points->len;

  if (drawing->kind == MARCH_GEOMETRY_POINT && n > 0)
    return march_drawing_move (drawing, 0, 0, longitude, latitude, FALSE);
  if (drawing->kind == MARCH_GEOMETRY_POLYGON && !drawing->open)
    return FALSE;
  if (n > 0 && march_drawn_point_equal (get_point (drawing, 0, ring, n - 1), &point))
    return FALSE;
  march_drawing_begin_step (drawing);
  add (drawing, MARCH_STEP_INSERT, (MarchDrawnAt){ 0, ring, n }, point);
  if (drawing->open && drawing->follow)
    march_drawing_put_on_borders (drawing, &point);
  return TRUE;
}

/** march_drawing_close: Returns: %FALSE if there is nothing to close, or it has too few corners */
gboolean
march_drawing_close (MarchDrawing *drawing)
{
  if (!drawing->open || march_drawing_count_open (drawing) < LEAST_CORNERS)
    return FALSE;
  march_drawing_begin_step (drawing);
  march_drawing_put_end (drawing);
  return TRUE;
}

static void
go_on_moving (MarchDrawing *drawing, const MarchDrawnPoint *point)
{
  for (guint i = drawing->n_done; i-- > 0;)
    {
      MarchDrawnStep *step = &g_array_index (drawing->steps, MarchDrawnStep, i);

      if (step->group != drawing->group)
        break;
      step->after = *point;
      set_point (drawing, step, point);
    }
}

static void
start_moving (MarchDrawing *drawing, MarchDrawnAt own, const MarchDrawnPoint *point)
{
  const MarchDrawnPoint before = *get_point (drawing, 0, own.ring, own.corner);
  g_autoptr (GArray) carried = march_drawing_list_at (drawing, &before);

  march_drawing_begin_step (drawing);
  add (drawing, MARCH_STEP_MOVE, own, *point);
  for (guint i = 0; drawing->together && i < carried->len; i++)
    {
      const MarchDrawnAt at = g_array_index (carried, MarchDrawnAt, i);

      if (at.outline != 0 || at.ring != own.ring || at.corner != own.corner)
        add (drawing, MARCH_STEP_MOVE, at, *point);
    }
}

static gboolean
is_moving (MarchDrawing *drawing, guint ring, guint corner)
{
  for (guint i = drawing->n_done; drawing->moving && i-- > 0;)
    {
      const MarchDrawnStep *step = &g_array_index (drawing->steps, MarchDrawnStep, i);

      if (step->group != drawing->group)
        return FALSE;
      if (step->at.outline == 0 && step->at.ring == ring && step->at.corner == corner)
        return TRUE;
    }
  return FALSE;
}

/**
 * march_drawing_move:
 * @goes_on: the pointer is still held, or the key pressed again: it is one step with the moves
 *   before
 *
 * Moves a corner, and those that neighbours have there.
 *
 * Returns: %FALSE if there is no such corner, or it is there already
 */
gboolean
march_drawing_move (MarchDrawing *drawing,
                    guint         ring,
                    guint         corner,
                    double        longitude,
                    double        latitude,
                    gboolean      goes_on)
{
  const MarchDrawnPoint point = march_drawing_round (longitude, latitude);

  if (!has_corner (drawing, ring, corner)
      || march_drawn_point_equal (get_point (drawing, 0, ring, corner), &point))
    return FALSE;
  if (goes_on && is_moving (drawing, ring, corner))
    go_on_moving (drawing, &point);
  else
    start_moving (drawing, (MarchDrawnAt){ 0, ring, corner }, &point);
  drawing->moving = TRUE;
  return TRUE;
}

/** march_drawing_end_move: what moves from now on is another step */
void
march_drawing_end_move (MarchDrawing *drawing)
{
  drawing->moving = FALSE;
}

/**
 * march_drawing_insert:
 * @corner: the one before it
 *
 * Puts a corner on the edge after @corner, and on that edge of neighbours that share it.
 *
 * Returns: %FALSE if there is no such edge
 */
gboolean
march_drawing_insert (MarchDrawing *drawing,
                      guint         ring,
                      guint         corner,
                      double        longitude,
                      double        latitude)
{
  const MarchDrawnPoint point = march_drawing_round (longitude, latitude);
  g_autoptr (GArray) edges = NULL;
  guint n;

  if (!has_corner (drawing, ring, corner) || drawing->kind == MARCH_GEOMETRY_POINT)
    return FALSE;
  n = march_drawing_find_ring (drawing, 0, ring)->points->len;
  edges = march_drawing_list_edges (drawing, get_point (drawing, 0, ring, corner),
                                    get_point (drawing, 0, ring, (corner + 1) % n));
  march_drawing_begin_step (drawing);
  add (drawing, MARCH_STEP_INSERT, (MarchDrawnAt){ 0, ring, corner + 1 }, point);
  for (guint i = 0; drawing->together && i < edges->len; i++)
    {
      MarchDrawnAt at = g_array_index (edges, MarchDrawnAt, i);

      at.corner++;
      if (at.outline != 0)
        add (drawing, MARCH_STEP_INSERT, at, point);
    }
  return TRUE;
}

/**
 * march_drawing_remove:
 *
 * Takes a corner out, and out of the neighbours that have it, as long as they keep three.
 *
 * Returns: %FALSE if there is no such corner, or its ring would have too few
 */
gboolean
march_drawing_remove (MarchDrawing *drawing, guint ring, guint corner)
{
  g_autoptr (GArray) carried = NULL;
  const gboolean open
      = drawing->open && ring + 1 == march_drawing_get_n_rings (drawing, 0);
  const guint least = drawing->kind == MARCH_GEOMETRY_POINT || open ? 0 : LEAST_CORNERS;

  if (!has_corner (drawing, ring, corner)
      || march_drawing_find_ring (drawing, 0, ring)->points->len <= least)
    return FALSE;
  carried = march_drawing_list_at (drawing, get_point (drawing, 0, ring, corner));
  march_drawing_begin_step (drawing);
  add (drawing, MARCH_STEP_REMOVE, (MarchDrawnAt){ 0, ring, corner }, (MarchDrawnPoint){ 0 });
  for (guint i = 0; drawing->together && !open && i < carried->len; i++)
    {
      const MarchDrawnAt at = g_array_index (carried, MarchDrawnAt, i);

      if (at.outline != 0
          && march_drawing_find_ring (drawing, at.outline, at.ring)->points->len > LEAST_CORNERS)
        add (drawing, MARCH_STEP_REMOVE, at, (MarchDrawnPoint){ 0 });
    }
  return TRUE;
}

/** march_drawing_can_undo: Returns: whether a step is done */
gboolean
march_drawing_can_undo (MarchDrawing *drawing)
{
  return drawing->n_done > 0;
}

/** march_drawing_can_redo: Returns: whether a step is undone */
gboolean
march_drawing_can_redo (MarchDrawing *drawing)
{
  return drawing->n_done < drawing->steps->len;
}

static MarchDrawnStep *
get_step (MarchDrawing *drawing, guint index)
{
  return &g_array_index (drawing->steps, MarchDrawnStep, index);
}

/** march_drawing_undo: takes the last step back. Returns: %FALSE if there is none */
gboolean
march_drawing_undo (MarchDrawing *drawing)
{
  guint group;

  if (!march_drawing_can_undo (drawing))
    return FALSE;
  drawing->moving = FALSE;
  group = get_step (drawing, drawing->n_done - 1)->group;
  while (drawing->n_done > 0 && get_step (drawing, drawing->n_done - 1)->group == group)
    revert (drawing, get_step (drawing, --drawing->n_done));
  return TRUE;
}

/** march_drawing_redo: does the step again that was undone last. Returns: %FALSE if there is none
 */
gboolean
march_drawing_redo (MarchDrawing *drawing)
{
  guint group;

  if (!march_drawing_can_redo (drawing))
    return FALSE;
  drawing->moving = FALSE;
  group = get_step (drawing, drawing->n_done)->group;
  while (drawing->n_done < drawing->steps->len
         && get_step (drawing, drawing->n_done)->group == group)
    apply (drawing, get_step (drawing, drawing->n_done++));
  return TRUE;
}
