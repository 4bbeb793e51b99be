/* march-timeline-lanes.c — how many regions each claimant says to own, below the axis */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-axis-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "render/march-style.h"

#define TOP 9
#define GAP 3
/* The highest bar; words stand above it, where there is room for words */
#define BAR 7
#define MOST_LANES 4
/* Lanes that room is kept for before they are counted */
#define EXPECTED_LANES 2
/* Between words of a lane */
#define SPACE 10

static double
get_words_height (MarchTimelineAxis *axis,
                  double             row)
{
  return axis->rows > 0 ? row - 3 : 0;
}

/** march_timeline_lanes_measure: Returns: how far below the axis the lanes reach, in logical pixels
 */
double
march_timeline_lanes_measure (MarchTimelineAxis *axis)
{
  const guint  n = axis->n_lanes > 0 ? axis->n_lanes : EXPECTED_LANES;
  const double height = get_words_height (axis, march_timeline_axis_get_row (axis)) + BAR;

  return TOP + MIN (n, MOST_LANES) * (height + GAP) + march_timeline_areas_measure (axis);
}

/** march_timeline_lanes_describe: Returns: (transfer full): what the lanes count on @day and
 * what sources have areas of it, one a line; "" before they are counted */
char *
march_timeline_lanes_describe (MarchTimelineAxis *axis,
                               MarchDay           day)
{
  const char *language = march_session_get_language (axis->session);
  GString    *text = g_string_new (NULL);
  g_autofree char *areas = march_timeline_areas_describe (axis, day);

  for (guint i = 0; axis->lanes != NULL && i < axis->lanes->len; i++)
    {
      g_autofree char *words = march_timeline_lane_describe (axis->lanes->pdata[i], day, language);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  if (*areas != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", areas);
  return g_string_free (text, FALSE);
}

static MarchInk
get_ink (const MarchActor *actor)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean   dark = adw_style_manager_get_dark (manager);
  MarchTheme       theme = dark ? MARCH_THEME_DARK : MARCH_THEME_LIGHT;

  if (adw_style_manager_get_high_contrast (manager))
    theme = dark ? MARCH_THEME_HIGH_CONTRAST_DARK : MARCH_THEME_HIGH_CONTRAST;
  return march_palette_get_ink (theme, actor->palette);
}

/* From @bottom up: what is certain as a plain bar, what is possible as its dotted outline. */
static void
draw_bar (MarchTimelinePen        *pen,
          const MarchTimelineStep *step,
          MarchDay                 until,
          double                   bottom,
          double                   unit)
{
  const double a = march_timeline_axis_get_x (pen->axis, step->from);
  const double b = march_timeline_axis_get_x (pen->axis, until);
  const double certain = step->certain > 0 ? MAX (2, step->certain * unit) : 0;
  const double most = MAX (3, (step->certain + step->possible) * unit);
  const double dots[] = { 1.5, 2.5 };

  cairo_rectangle (pen->cr, MIN (a, b), bottom - certain, fabs (b - a), certain);
  cairo_fill (pen->cr);
  if (step->possible == 0)
    return;
  cairo_set_line_width (pen->cr, 1.5);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (pen->cr, dots, 2, 0);
  cairo_rectangle (pen->cr, MIN (a, b) + 0.75, bottom - most + 0.75, MAX (fabs (b - a) - 1.5, 0),
                   most - 1.5);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/** march_timeline_lanes_draw_words: @start: counted from where the axis begins, whichever side that
 * is. Returns: where the words end, likewise */
double
march_timeline_lanes_draw_words (MarchTimelinePen *pen,
                                 PangoLayout      *layout,
                                 double            start,
                                 double            top,
                                 double            height)
{
  const gboolean backwards
      = gtk_widget_get_direction (GTK_WIDGET (pen->axis)) == GTK_TEXT_DIR_RTL;
  int            width, text_height;

  pango_layout_get_pixel_size (layout, &width, &text_height);
  cairo_move_to (pen->cr, backwards ? pen->width - start - width : start,
                 top + (height - text_height) / 2.0);
  pango_cairo_layout_path (pen->cr, layout);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (pen->cr, 3);
  cairo_set_source_rgba (pen->cr, pen->background.red, pen->background.green,
                         pen->background.blue, 0.9);
  cairo_stroke_preserve (pen->cr);
  cairo_set_source_rgba (pen->cr, pen->text.red, pen->text.green, pen->text.blue, pen->text.alpha);
  cairo_fill (pen->cr);
  return start + width;
}

/** march_timeline_lanes_get_start: Returns: where @day is, counted from where the axis begins,
 * whichever side that is */
double
march_timeline_lanes_get_start (MarchTimelinePen *pen, MarchDay day)
{
  const double x = march_timeline_axis_get_x (pen->axis, day);

  return gtk_widget_get_direction (GTK_WIDGET (pen->axis)) == GTK_TEXT_DIR_RTL ? pen->width - x
                                                                              : x;
}

/** march_timeline_lanes_new_words: Returns: (transfer full): small words for a lane */
PangoLayout *
march_timeline_lanes_new_words (MarchTimelinePen *pen, const char *words, gboolean bold)
{
  g_autofree char *markup = g_markup_printf_escaped (bold ? "<span size='small'><b>%s</b></span>"
                                                          : "<span size='small'>%s</span>",
                                                     words);
  PangoLayout     *layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->axis), NULL);

  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

/* Whose lane it is, then each count where it begins, if there is room for it. */
static void
label_lane (MarchTimelinePen        *pen,
            const MarchTimelineLane *lane,
            double                   top,
            double                   height)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (pen->axis->corpus);
  const char              *language = march_session_get_language (pen->axis->session);
  g_autofree char         *caption = NULL;
  g_autoptr (PangoLayout)  name = NULL;
  double                   end;

  if (lane->steps->len == 0)
    /* Translators: %s is an actor; what it says it owns isn't told. */
    caption = g_strdup_printf (_("%s says it owns: no quotation on record"),
                               march_actor_get_name (lane->actor, language));
  else
    /* Translators: %s is an actor; "2 regions" follows, and later "6 regions". */
    caption = g_strdup_printf (_("%s says it owns:"), march_actor_get_name (lane->actor, language));
  name = march_timeline_lanes_new_words (pen, caption, TRUE);
  end = march_timeline_lanes_draw_words (
      pen, name, march_timeline_lanes_get_start (pen, facts->first) + 2, top, height);
  for (guint i = 0; i < lane->steps->len; i++)
    {
      const MarchTimelineStep *step = &g_array_index (lane->steps, MarchTimelineStep, i);
      const MarchDay           until = i + 1 < lane->steps->len ? step[1].from : facts->last;
      g_autofree char         *words = march_timeline_step_describe (step);
      g_autoptr (PangoLayout)  layout = march_timeline_lanes_new_words (pen, words, FALSE);
      const double             start
          = MAX (march_timeline_lanes_get_start (pen, step->from) + 4, end + SPACE / 2.0);
      int                      width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      if (*words != '\0' && start + width <= march_timeline_lanes_get_start (pen, until))
        end = march_timeline_lanes_draw_words (pen, layout, start, top, height);
    }
}

static void
draw_lane (MarchTimelinePen        *pen,
           const MarchTimelineLane *lane,
           double                   top,
           double                   height,
           guint                    most)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (pen->axis->corpus);
  const MarchInk           ink = get_ink (lane->actor);

  for (guint i = 0; i < lane->steps->len; i++)
    {
      const MarchTimelineStep *step = &g_array_index (lane->steps, MarchTimelineStep, i);
      const MarchDay           until = i + 1 < lane->steps->len ? step[1].from : facts->last;

      cairo_set_source_rgba (pen->cr, ink.red, ink.green, ink.blue, 0.8);
      if (step->certain + step->possible > 0)
        draw_bar (pen, step, until, top + height, (double) BAR / most);
    }
  if (pen->axis->rows > 0)
    label_lane (pen, lane, top, height - BAR);
}

/** march_timeline_lanes_draw: a row of steps for each claimant; their height tells the count */
void
march_timeline_lanes_draw (MarchTimelinePen *pen)
{
  const GPtrArray *lanes = pen->axis->lanes;
  const double     height = get_words_height (pen->axis, pen->row) + BAR;
  guint            most = 1;

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    most = MAX (most, ((MarchTimelineLane *) lanes->pdata[i])->most);
  for (guint i = 0; lanes != NULL && i < MIN (lanes->len, MOST_LANES); i++)
    draw_lane (pen, lanes->pdata[i], pen->line + TOP + i * (height + GAP), height, most);
  march_timeline_areas_draw (pen, pen->line + march_timeline_lanes_measure (pen->axis)
                                      - march_timeline_areas_measure (pen->axis));
}
