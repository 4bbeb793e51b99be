/* march-timeline-axis-draw.c — how the axis is drawn */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-axis-private.h"

#include <math.h>

#include "base/march-calendar-words.h"

#define FIRST_ROW 6
#define GAP 8
/* Widths in rows of names */
#define MOST_NAME 16
#define LEAST_TITLE 6
#define MOST_BUBBLE 19

/* Between the numbers of two years, and from one to the next, in logical pixels. */
#define YEAR_GAP 14
#define LEAST_YEAR 48

typedef MarchTimelinePen Pen;

static void
set_ink (Pen          *pen,
         const GdkRGBA *ink,
         double        alpha)
{
  cairo_set_source_rgba (pen->cr, ink->red, ink->green, ink->blue, ink->alpha * alpha);
}

static PangoLayout *
new_layout (Pen        *pen,
            const char *markup,
            int        *width,
            int        *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->axis), NULL);

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static PangoLayout *
new_year_layout (Pen   *pen,
                 gint64 year,
                 int   *width)
{
  g_autofree char *words = march_words_for_year (year);
  g_autofree char *markup
    = g_markup_printf_escaped ("<span size='small' font_features='tnum'>%s</span>", words);
  int              height;

  return new_layout (pen, markup, width, &height);
}

/* The years stand apart, however large the text is. */
static guint
choose_year_step (Pen   *pen,
                  gint64 first,
                  gint64 last)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  int                width;
  g_autoptr (PangoLayout) layout = new_year_layout (pen, last, &width);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (pen->width * steps[i] / MAX (last - first + 1, 1) >= MAX (width + YEAR_GAP, LEAST_YEAR))
      return steps[i];
  return 5000;
}

static void
draw_years (Pen *pen)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (pen->axis->corpus);
  gint64                   first, last;
  const double             below = march_timeline_lanes_measure (pen->axis);
  guint                    step, month, day;

  march_day_to_ymd (facts->first, &first, &month, &day);
  march_day_to_ymd (facts->last, &last, &month, &day);
  step = choose_year_step (pen, first, last);
  for (gint64 year = first; year <= last + 1; year++)
    {
      const MarchDay         start = march_day_from_ymd (year, 1, 1);
      const double           x = march_timeline_axis_get_x (pen->axis, start);
      g_autoptr (PangoLayout) layout = NULL;
      int                     width;

      if (start < facts->first || start > facts->last || year % step != 0)
        continue;
      set_ink (pen, &pen->text, 0.3);
      cairo_rectangle (pen->cr, round (x), pen->line + 2, 1, below - 3);
      cairo_fill (pen->cr);
      layout = new_year_layout (pen, year, &width);
      set_ink (pen, &pen->text, 0.66);
      cairo_move_to (pen->cr, CLAMP (x - width / 2.0, 0, pen->width - width), pen->line + below);
      pango_cairo_show_layout (pen->cr, layout);
    }
}

static void
draw_line (Pen *pen)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (pen->axis->corpus);
  const double             first = march_timeline_axis_get_x (pen->axis, facts->first);
  const double             last = march_timeline_axis_get_x (pen->axis, facts->last);
  const MarchDay           as_of = march_session_get_as_of (pen->axis->session);
  const double             now = march_timeline_axis_get_x (pen->axis, as_of);

  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (pen->cr, 4);
  set_ink (pen, &pen->text, 0.2);
  cairo_move_to (pen->cr, first, pen->line);
  cairo_line_to (pen->cr, last, pen->line);
  cairo_stroke (pen->cr);
  set_ink (pen, &pen->accent, 1);
  cairo_move_to (pen->cr, first, pen->line);
  cairo_line_to (pen->cr, now, pen->line);
  cairo_stroke (pen->cr);
}

/* The name right of its tick, or left of it where it would leave the picture; in the first row that
 * is free. */
static gboolean
place_name (Pen    *pen,
            double  x,
            double  width,
            guint  *row,
            double *left)
{
  for (guint i = 0; i < pen->axis->rows; i++)
    {
      double start = x + 6;

      if (start + width > pen->width - 2)
        start = x - 6 - width;
      if (start < pen->ends[i] + GAP)
        continue;
      if (i == 0 && start < pen->bubble_right + GAP && start + width > pen->bubble_left - GAP)
        continue;
      *row = i;
      *left = start;
      pen->ends[i] = MAX (start + width, x);
      return TRUE;
    }
  return FALSE;
}

/* A title, and after it the date: a long title is cut short, a date never. */
typedef struct
{
  PangoLayout *title;
  PangoLayout *date;
  int          title_width;
  int          width; /* of both */
  int          height;
} NameLayout;

static void
name_layout_clear (NameLayout *name)
{
  g_object_unref (name->title);
  g_object_unref (name->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NameLayout, name_layout_clear)

static void
name_layout_init (NameLayout               *name,
                  Pen                      *pen,
                  const MarchTimelineEvent *event,
                  guint                     others)
{
  g_autofree char *when = march_edtf_describe_text (event->assertion->valid);
  g_autofree char *more = others > 0 ? g_strdup_printf (" +%u", others) : g_strdup ("");
  g_autofree char *title = g_markup_printf_escaped ("<span size='small'><b>%s</b></span>",
                                                    event->assertion->title);
  g_autofree char *date = g_markup_printf_escaped (
      "<span size='small'> <span alpha='70%%'>%s</span>%s</span>", when, more);
  int              date_width, height;

  name->date = new_layout (pen, date, &date_width, &height);
  name->title = new_layout (pen, title, &name->title_width, &name->height);
  if (name->title_width + date_width > MOST_NAME * pen->row)
    {
      int most = (int) MAX (MOST_NAME * pen->row - date_width, LEAST_TITLE * pen->row);

      pango_layout_set_width (name->title, most * PANGO_SCALE);
      pango_layout_set_ellipsize (name->title, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (name->title, &name->title_width, &name->height);
    }
  name->width = name->title_width + date_width;
  name->height = MAX (name->height, height);
}

static void
draw_name (Pen                      *pen,
           const MarchTimelineEvent *event,
           guint                     others,
           double                    x)
{
  g_auto (NameLayout) layout = { 0 };
  guint               row;
  double              left, top;
  MarchTimelineName   name;

  name_layout_init (&layout, pen, event, others);
  if (!place_name (pen, x, layout.width, &row, &left))
    return;
  top = FIRST_ROW + row * pen->row;
  set_ink (pen, &pen->text, 0.35);
  cairo_rectangle (pen->cr, round (x), top + 2, 1, pen->line - top - 7);
  cairo_fill (pen->cr);
  set_ink (pen, &pen->text, 0.9);
  cairo_move_to (pen->cr, left, top);
  pango_cairo_show_layout (pen->cr, layout.title);
  cairo_move_to (pen->cr, left + layout.title_width, top);
  pango_cairo_show_layout (pen->cr, layout.date);
  name = (MarchTimelineName){ GRAPHENE_RECT_INIT ((float) MIN (left, x), (float) top,
                                                  (float) (layout.width + 6),
                                                  (float) layout.height),
                              event };
  g_array_append_val (pen->axis->names, name);
}

static void
draw_tick (Pen                      *pen,
           const MarchTimelineEvent *event,
           double                    x)
{
  const double end = march_timeline_axis_get_x (pen->axis, event->last);

  if (event->last - event->first > MARCH_TIMELINE_BROAD_DAYS)
    {
      const double dots[] = { 1.5, 3 };

      cairo_set_line_width (pen->cr, 1.5);
      cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (pen->cr, dots, 2, 0);
      set_ink (pen, &pen->text, 0.8);
      cairo_move_to (pen->cr, x, pen->line - 7);
      cairo_line_to (pen->cr, end, pen->line - 7);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
    }
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, pen->line, 4, 0, 2 * G_PI);
  cairo_set_source_rgba (pen->cr, 1, 1, 1, 1);
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, 1.6);
  cairo_set_source_rgba (pen->cr, 0.24, 0.24, 0.26, 1);
  cairo_stroke (pen->cr);
}

/* Events that stand closer than 6 px share one tick. */
static void
draw_events (Pen *pen)
{
  GPtrArray *events = pen->axis->events;

  for (guint i = 0; i < events->len;)
    {
      const MarchTimelineEvent *event = events->pdata[i];
      const double              x = march_timeline_axis_get_x (pen->axis, event->first);
      guint                     next = i + 1;

      while (next < events->len
             && fabs (march_timeline_axis_get_x (
                          pen->axis, ((MarchTimelineEvent *) events->pdata[next])->first)
                      - x)
                    < 6)
        next++;
      if (pen->axis->rows > 0)
        draw_name (pen, event, next - i - 1, x);
      draw_tick (pen, event, x);
      i = next;
    }
}

/** march_timeline_axis_tell: Returns: (transfer full): what the bubble says: the event of the day
 * shown with its own date, else the day */
char *
march_timeline_axis_tell (MarchTimelineAxis *axis)
{
  const MarchDay            day = march_session_get_as_of (axis->session);
  const MarchTimelineEvent *event = march_timeline_find_event (axis->events, day,
                                                               MARCH_TIMELINE_BROAD_DAYS);

  return event != NULL ? march_timeline_event_describe (event) : march_day_describe (day);
}

static char *
build_bubble (MarchTimelineAxis *axis)
{
  g_autofree char *words = march_timeline_axis_tell (axis);

  return g_markup_printf_escaped ("<span size='small'><b>%s</b></span>", words);
}

static PangoLayout *
measure_bubble (Pen *pen,
                int *height)
{
  const double     x = march_timeline_axis_get_x (pen->axis,
                                                  march_session_get_as_of (pen->axis->session));
  g_autofree char *markup = build_bubble (pen->axis);
  int              width;
  PangoLayout     *layout = new_layout (pen, markup, &width, height);

  if (width > MOST_BUBBLE * pen->row)
    {
      width = (int) (MOST_BUBBLE * pen->row);
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_get_pixel_size (layout, &width, height);
    }
  width += 24;
  pen->bubble_left = CLAMP (x - width / 2.0, 2, MAX (pen->width - width - 2, 2));
  pen->bubble_right = pen->bubble_left + width;
  return layout;
}

static void
draw_playhead (Pen         *pen,
               PangoLayout *bubble,
               int          height)
{
  const double x = march_timeline_axis_get_x (pen->axis,
                                              march_session_get_as_of (pen->axis->session));
  const double bubble_height = pen->row + 3;

  cairo_set_source_rgb (pen->cr, 0x1c / 255.0, 0x71 / 255.0, 0xd8 / 255.0);
  cairo_rectangle (pen->cr, round (x) - 1, pen->row, 2, pen->line - pen->row);
  cairo_fill (pen->cr);
  rounded (pen->cr, pen->bubble_left, 3, pen->bubble_right - pen->bubble_left, bubble_height,
           bubble_height / 2);
  cairo_fill (pen->cr);
  cairo_set_source_rgb (pen->cr, 1, 1, 1);
  cairo_move_to (pen->cr, pen->bubble_left + 12, 3 + (bubble_height - height) / 2.0);
  pango_cairo_show_layout (pen->cr, bubble);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, pen->line, 8, 0, 2 * G_PI);
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, 3);
  cairo_set_source_rgb (pen->cr, 0x1c / 255.0, 0x71 / 255.0, 0xd8 / 255.0);
  cairo_stroke (pen->cr);
}

/** march_timeline_axis_draw: the axis' snapshot */
void
march_timeline_axis_draw (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MarchTimelineAxis      *axis = MARCH_TIMELINE_AXIS (widget);
  GtkStyleContext        *context = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) bubble = NULL;
  Pen                     pen = { .axis = axis, .width = gtk_widget_get_width (widget) };
  int                     height;

  if (axis->corpus == NULL)
    return;
  pen.row = march_timeline_axis_get_row (axis);
  pen.line = march_timeline_axis_get_line (axis);
  pen.cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) pen.width,
                                                           gtk_widget_get_height (widget)));
  gtk_style_context_get_color (context, &pen.text);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &pen.accent))
    pen.accent = (GdkRGBA){ 0.21f, 0.52f, 0.89f, 1 };
  if (!gtk_style_context_lookup_color (context, "window_bg_color", &pen.background))
    pen.background = pen.text.green > 0.5f ? (GdkRGBA){ 0.14f, 0.14f, 0.14f, 1 }
                                           : (GdkRGBA){ 0.98f, 0.98f, 0.98f, 1 };
  g_array_set_size (axis->names, 0);
  bubble = measure_bubble (&pen, &height);
  draw_years (&pen);
  march_timeline_lanes_draw (&pen);
  draw_line (&pen);
  draw_events (&pen);
  draw_playhead (&pen, bubble, height);
  cairo_destroy (pen.cr);
}
