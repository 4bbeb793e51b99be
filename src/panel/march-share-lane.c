/* march-share-lane.c — how much of a place one holder has by imported areas, over time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-share-lane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "panel/march-panel-text.h"

static void
free_lane (gpointer data)
{
  MarchShareLane *lane = data;

  g_array_unref (lane->steps);
  march_area_history_unref (lane->history);
  g_free (lane);
}

static GArray *
list_steps (MarchAreaHistory *history, const MarchPlace *place, const MarchAreaSide *side,
            gboolean *any)
{
  g_autoptr (GArray) areas = march_area_history_list_steps (history, place, side);
  const double size
      = march_area_units_get_size (march_area_history_get_units (history), place);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MarchShareStep));

  *any = FALSE;
  for (guint i = 0; i < areas->len; i++)
    {
      const MarchAreaStep *area = &g_array_index (areas, MarchAreaStep, i);
      const MarchShareStep step = { area->from, CLAMP (area->m2 / size, 0, 1) };

      *any = *any || area->m2 > 0;
      g_array_append_val (steps, step);
    }
  return steps;
}

/** march_share_lanes_new: @history: (nullable): of the source that is drawn. Returns: (transfer
 * full) (element-type MarchShareLane): one for each side that ever has any of @place; none of a
 * place that isn't made of units */
GPtrArray *
march_share_lanes_new (MarchAreaHistory *history, const MarchPlace *place)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func (free_lane);
  GArray    *sides = history != NULL ? march_area_history_get_sides (history) : NULL;
  g_autoptr (GArray) units = NULL;

  if (history != NULL)
    units = march_area_units_find (march_area_history_get_units (history), place);
  for (guint i = 0; units != NULL && units->len > 0 && i < sides->len; i++)
    {
      const MarchAreaSide *side = &g_array_index (sides, MarchAreaSide, i);
      MarchShareLane      *lane = g_new (MarchShareLane, 1);
      gboolean             any;

      *lane = (MarchShareLane){ *side, march_area_history_get_source (history),
                                march_area_history_ref (history),
                                list_steps (history, place, side, &any) };
      if (any)
        g_ptr_array_add (lanes, lane);
      else
        free_lane (lane);
    }
  return lanes;
}

/** march_share_lane_describe: Returns: (transfer full): "Velmark: 63 % on 15 May 2031, by “Daily
 * sheet”" */
char *
march_share_lane_describe (const MarchShareLane *lane, MarchDay day)
{
  double           share = NAN;
  g_autofree char *name = march_area_side_describe (&lane->side, march_text_get_language ());
  g_autofree char *words = march_day_describe (day), *percent = NULL;

  for (guint i = 0; i < lane->steps->len; i++)
    if (g_array_index (lane->steps, MarchShareStep, i).from <= day)
      share = g_array_index (lane->steps, MarchShareStep, i).share;
  if (isnan (share))
    /* Translators: a holder of land, a day, and a source of areas. */
    return g_strdup_printf (_("%1$s: not known on %2$s, by “%3$s”"), name, words,
                            lane->source->title);
  percent = march_share_to_words (share);
  /* Translators: a holder of land, a share in per cent, a day, and a source of areas. */
  return g_strdup_printf (_("%1$s: %2$s on %3$s, by “%4$s”"), name, percent, words,
                          lane->source->title);
}
