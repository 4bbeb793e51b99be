/* march-timeline-areas.c — the days of which each source has areas, below the lanes of claims */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 3
#define BAR 5          /* of a day with data */
#define THREAD 1.5     /* of days that are carried */
#define LEAST_TICK 2.0 /* the width of a single day */
#define MOST_SOURCES 3

/* A source, and the days that it tells of. */
typedef struct
{
  const MarchSource *source;
  GArray            *days; /* of MarchAreaDays */
} Lane;

static void
free_lane (gpointer data)
{
  g_array_unref (((Lane *) data)->days);
  g_free (data);
}

/** march_timeline_areas_list: Returns: (transfer full): a lane for each source of areas, that which
 * is drawn first, and an empty one where the question leaves it out, so that the map stays as large
 * as it is; it borrows from the snapshot's corpus */
GPtrArray *
march_timeline_areas_list (MarchSnapshot *snapshot)
{
  g_autoptr (GPtrArray) sources
      = march_corpus_list_area_sources (march_snapshot_get_corpus (snapshot));
  const MarchSource *drawn = march_snapshot_get_area_source (snapshot);
  GPtrArray         *lanes = g_ptr_array_new_with_free_func (free_lane);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);
      Lane              *lane = g_new (Lane, 1);

      *lane = (Lane){ source, march_snapshot_list_area_days (snapshot, source) };
      g_ptr_array_insert (lanes, source == drawn ? 0 : -1, lane);
    }
  return lanes;
}

static double
get_height (MarchTimelineAxis *axis)
{
  return axis->rows > 0 ? march_timeline_axis_get_row (axis) - 3 : BAR;
}

static guint
get_n (MarchTimelineAxis *axis)
{
  return axis->areas != NULL ? MIN (axis->areas->len, MOST_SOURCES) : 0;
}

/** march_timeline_areas_measure: Returns: how high the lanes are, in logical pixels */
double
march_timeline_areas_measure (MarchTimelineAxis *axis)
{
  return get_n (axis) * (get_height (axis) + GAP);
}

/** march_timeline_areas_describe: Returns: (transfer full): what each source has of @day, one a
 * line; "" without areas */
char *
march_timeline_areas_describe (MarchTimelineAxis *axis, MarchDay day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; axis->areas != NULL && i < axis->areas->len; i++)
    {
      const Lane      *lane = g_ptr_array_index (axis->areas, i);
      g_autofree char *words = march_area_days_describe (lane->days, lane->source, day);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  return g_string_free (text, FALSE);
}

/** march_timeline_areas_snap: Returns: the day with data of any source that is nearest to @day;
 * #MARCH_DAY_MAX if there is none */
MarchDay
march_timeline_areas_snap (MarchTimelineAxis *axis, MarchDay day)
{
  MarchDay nearest = MARCH_DAY_MAX;

  for (guint i = 0; axis->areas != NULL && i < axis->areas->len; i++)
    {
      const MarchDay here = march_area_days_find_nearest (
          ((const Lane *) axis->areas->pdata[i])->days, day);

      if (here != MARCH_DAY_MAX
          && (nearest == MARCH_DAY_MAX || ABS (here - day) < ABS (nearest - day)))
        nearest = here;
    }
  return nearest;
}

/* A day with data is a bar, and be it a thin one; carried days are a thread; open ones nothing. */
static void
draw_run (MarchTimelinePen *pen, const MarchAreaDays *run, double middle)
{
  const double a = march_timeline_axis_get_x (pen->axis, run->from);
  const double b = march_timeline_axis_get_x (pen->axis, run->until - (run->data ? 1 : 0));
  const double least = run->data ? LEAST_TICK : 0;
  const double width = MAX (fabs (b - a), least), high = run->data ? BAR : THREAD;

  cairo_set_source_rgba (pen->cr, pen->text.red, pen->text.green, pen->text.blue,
                         run->data ? 0.85 : 0.4);
  cairo_rectangle (pen->cr, fabs (b - a) < least ? a - width / 2 : MIN (a, b), middle - high / 2,
                   width, high);
  cairo_fill (pen->cr);
}

/* Over its bars, which are seen through the gaps of the letters. */
static void
label (MarchTimelinePen *pen, const Lane *lane, double top, double height)
{
  /* Translators: a source of imported areas, at the head of the days of which it has any. */
  g_autofree char *caption = g_strdup_printf (_("Areas by “%s”"), lane->source->title);
  g_autoptr (PangoLayout) layout = march_timeline_lanes_new_words (pen, caption, TRUE);
  const MarchDossierFacts *facts = march_corpus_get_facts (pen->axis->corpus);

  pango_layout_set_width (layout, (int) (pen->width / 3 * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  march_timeline_lanes_draw_words (pen, layout,
                                   march_timeline_lanes_get_start (pen, facts->first) + 2, top,
                                   height);
}

/** march_timeline_areas_draw: @top: where the first lane begins */
void
march_timeline_areas_draw (MarchTimelinePen *pen, double top)
{
  const double height = get_height (pen->axis);

  for (guint i = 0; i < get_n (pen->axis); i++)
    {
      const Lane  *lane = g_ptr_array_index (pen->axis->areas, i);
      const double lane_top = top + i * (height + GAP);

      for (guint j = 0; j < lane->days->len; j++)
        draw_run (pen, &g_array_index (lane->days, MarchAreaDays, j), lane_top + height / 2);
      if (pen->axis->rows > 0)
        label (pen, lane, lane_top, height);
    }
}
