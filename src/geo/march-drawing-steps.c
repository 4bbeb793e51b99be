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

  *get_point (drawing, step->outline, step->ring, step->corner) = *point;
  march_box_extend (&march_drawing_find_ring (drawing, step->outline, step->ring)->box, &box);
}

static void
put_in (MarchDrawing *drawing, const MarchDrawnStep *step, const MarchDrawnPoint *point)
{
  g_array_insert_vals (march_drawing_find_ring (drawing, step->outline, step->ring)->points,
                       step->corner, point, 1);
  set_point (drawing, step, point);
}

static void
take_out (MarchDrawing *drawing, const MarchDrawnStep *step)
{
  g_array_remove_index (march_drawing_find_ring (drawing, step->outline, step->ring)->points,
                        step->corner);
}

static void
apply (MarchDrawing *drawing, const MarchDrawnStep *step)
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
    case MARCH_STEP_CLOSE:
    default:
      drawing->open = FALSE;
    }
  ((MarchDrawnOutline *) drawing->outlines->pdata[step->outline])->n_steps++;
}

static void
revert (MarchDrawing *drawing, const MarchDrawnStep *step)
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
    case MARCH_STEP_CLOSE:
    default:
      drawing->open = TRUE;
    }
  ((MarchDrawnOutline *) drawing->outlines->pdata[step->outline])->n_steps--;
}

/* What was undone before can't be done again after this. */
static void
begin (MarchDrawing *drawing)
{
  g_array_set_size (drawing->steps, drawing->n_done);
  drawing->group++;
  drawing->moving = FALSE;
}

static void
add (MarchDrawing *drawing, MarchStepKind kind, MarchDrawnAt at, MarchDrawnPoint after)
{
  MarchDrawnStep step = { drawing->group, kind, at.outline, at.ring, at.corner, { 0 }, after };

  if (kind == MARCH_STEP_MOVE || kind == MARCH_STEP_REMOVE)
    step.before = *get_point (drawing, at.outline, at.ring, at.corner);
  g_array_append_val (drawing->steps, step);
  drawing->n_done = drawing->steps->len;
  apply (drawing, &step);
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
 * Adds a corner at the end of a ring that is open, or says where a point is.
 *
 * Returns: %FALSE if the ring is closed, or its last corner is there already
 */
gboolean
march_drawing_append (MarchDrawing *drawing, double longitude, double latitude)
{
  const MarchDrawnPoint point = march_drawing_round (longitude, latitude);
  const guint           n = march_drawing_find_ring (drawing, 0, 0)->points->len;

  if (drawing->kind == MARCH_GEOMETRY_POINT && n > 0)
    return march_drawing_move (drawing, 0, 0, longitude, latitude, FALSE);
  if (drawing->kind == MARCH_GEOMETRY_POLYGON && !drawing->open)
    return FALSE;
  if (n > 0 && march_drawn_point_equal (get_point (drawing, 0, 0, n - 1), &point))
    return FALSE;
  begin (drawing);
  add (drawing, MARCH_STEP_INSERT, (MarchDrawnAt){ 0, 0, n }, point);
  return TRUE;
}

/** march_drawing_close: Returns: %FALSE if there is nothing to close, or it has too few corners */
gboolean
march_drawing_close (MarchDrawing *drawing)
{
  if (!drawing->open || march_drawing_count_corners (drawing) < LEAST_CORNERS)
    return FALSE;
  begin (drawing);
  add (drawing, MARCH_STEP_CLOSE, (MarchDrawnAt){ 0, 0, 0 }, (MarchDrawnPoint){ 0 });
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

  begin (drawing);
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
      if (step->outline == 0 && step->ring == ring && step->corner == corner)
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
  begin (drawing);
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
  guint least = drawing->kind == MARCH_GEOMETRY_POINT || drawing->open ? 0 : LEAST_CORNERS;

  if (!has_corner (drawing, ring, corner)
      || march_drawing_find_ring (drawing, 0, ring)->points->len <= least)
    return FALSE;
  carried = march_drawing_list_at (drawing, get_point (drawing, 0, ring, corner));
  begin (drawing);
  add (drawing, MARCH_STEP_REMOVE, (MarchDrawnAt){ 0, ring, corner }, (MarchDrawnPoint){ 0 });
  for (guint i = 0; drawing->together && !drawing->open && i < carried->len; i++)
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

static const MarchDrawnStep *
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
