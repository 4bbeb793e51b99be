/* march-map-plan.c — how large a picture of the map is, within a bound of memory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-plan.h"

#include <math.h>

/* The picture is larger than the window by this on each side. */
#define MARGIN 0.25
#define LEAST_MARGIN 0.025
/* Base, control and picture, once shown and once in work; a picture that fades out shares base and
 * control with the one that takes its place. */
#define N_SURFACES 6
/* Shown, in work, and the one that was shown before, which GTK's last frame may still hold. */
#define N_FRUGAL_SURFACES 3
#define BYTES_PER_PIXEL 4

/**
 * march_map_plan_get_bytes:
 *
 * Returns: the most that all surfaces take together while pictures of that plan follow each other
 */
double
march_map_plan_get_bytes (const MarchMapPlan *plan)
{
  return ceil (plan->view.width * plan->view.scale) * ceil (plan->view.height * plan->view.scale)
         * BYTES_PER_PIXEL * (plan->frugal ? N_FRUGAL_SURFACES : N_SURFACES);
}

static void
set_size (MarchMapPlan *plan, const MarchView *view, double margin)
{
  const double world = march_view_world (view);

  plan->view.width = ceil (view->width * (1 + 2 * margin));
  plan->view.height = ceil (view->height * (1 + 2 * margin));
  plan->view.x = view->x - (plan->view.width - view->width) / 2 / world;
  plan->view.y = view->y - (plan->view.height - view->height) / 2 / world;
}

static gboolean
fits (MarchMapPlan *plan, const MarchView *view, gboolean frugal)
{
  plan->frugal = frugal;
  for (double margin = MARGIN; margin >= LEAST_MARGIN; margin *= 0.7)
    {
      set_size (plan, view, margin);
      if (march_map_plan_get_bytes (plan) <= MARCH_MAP_MOST_BYTES)
        return TRUE;
    }
  return FALSE;
}

/**
 * march_map_plan_init:
 * @view: what is on screen
 *
 * Gives the picture as large a margin as memory allows: the margin shrinks first, then layers are
 * not kept, and at last it has fewer pixels than the screen.
 */
void
march_map_plan_init (MarchMapPlan *plan, const MarchView *view)
{
  plan->view = *view;
  while (!fits (plan, view, FALSE) && !fits (plan, view, TRUE))
    plan->view.scale *= 0.8;
}
