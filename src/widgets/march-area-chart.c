/* march-area-chart.c — areas over time, a line a holder and word */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-area-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "base/march-number-words.h"
#include "widgets/march-theme.h"

#define M2_PER_KM2 1e6
#define HEIGHT 132
#define TOP 8.0
#define BOTTOM 20.0   /* for the days, with the usual text */
#define START 6.0
#define END 64.0      /* for the numbers, with the usual text */
#define LINE 2.0
#define LEAST_LINES 2 /* of the grid */
/* The least part of the height that a change takes: below, a flat line is no mountain range. */
#define LEAST_SPAN 0.02

struct _MarchAreaChart
{
  GtkWidget parent_instance;

  MarchAreaHistory *history; /* NULL: nothing is shown */
  const MarchPlace *place;   /* of its corpus; NULL: everywhere */
  GPtrArray        *lines;   /* of GArray of MarchAreaStep, as the history's sides */
  GArray           *days;    /* of MarchDay: of change */
  MarchDay          first, last;
  double            low, high; /* square metres */
  MarchDay          day;     /* of the map */
  MarchDay          reading; /* under the pointer or keyboard; MARCH_DAY_MAX: none */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarchAreaChart, march_area_chart, GTK_TYPE_WIDGET)

static double
scale (MarchAreaChart *self, double size)
{
  return size * march_theme_get_text_scale (GTK_WIDGET (self));
}

/* Where the lines end and the numbers begin. */
static double
get_end (MarchAreaChart *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - scale (self, END);
}

/* Where the lines end and the days begin. */
static double
get_bottom (MarchAreaChart *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - scale (self, BOTTOM);
}

static double
get_x (MarchAreaChart *self, MarchDay day)
{
  const double width = get_end (self) - START;
  const double span = MAX (self->last - self->first, 1);

  return START + width * CLAMP ((day - self->first) / span, 0, 1);
}

static MarchDay
get_day (MarchAreaChart *self, double x)
{
  const double width = get_end (self) - START;
  const double part = width > 0 ? CLAMP ((x - START) / width, 0, 1) : 0;

  return self->first + (MarchDay) round (part * (double) (self->last - self->first));
}

static double
get_y (MarchAreaChart *self, double m2)
{
  const double height = get_bottom (self) - TOP;

  return TOP + height * (1 - (m2 - self->low) / (self->high - self->low));
}

static void
set_range (MarchAreaChart *self)
{
  double low = INFINITY, high = 0, middle;

  for (guint i = 0; i < self->lines->len; i++)
    {
      GArray *steps = g_ptr_array_index (self->lines, i);

      for (guint j = 0; j < steps->len; j++)
        {
          const double m2 = g_array_index (steps, MarchAreaStep, j).m2;

          if (isnan (m2))
            continue;
          low = MIN (low, m2);
          high = MAX (high, m2);
        }
    }
  if (high <= 0)
    low = 0, high = M2_PER_KM2;
  middle = (low + high) / 2;
  if (high - low < LEAST_SPAN * high)
    {
      low = middle - LEAST_SPAN * high / 2;
      high = middle + LEAST_SPAN * high / 2;
    }
  self->low = MAX (low - 0.06 * (high - low), 0);
  self->high = high + 0.06 * (high - low);
}

static void
draw_text (MarchAreaChart *self,
           GtkSnapshot    *snapshot,
           const char     *text,
           double          x,
           double          y,
           double          align,
           const GdkRGBA  *ink)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - align * width),
                                                          (float) (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_grid (MarchAreaChart *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  const double end = get_end (self);
  const double days = get_bottom (self) + scale (self, BOTTOM) / 2;
  const double step = march_area_chart_find_step (self->low, self->high);
  GdkRGBA      faint = *ink, dim = *ink;
  g_autofree char *first = march_day_describe (self->first);
  g_autofree char *last = march_day_describe (self->last);

  faint.alpha *= 0.15f;
  dim.alpha *= 0.7f;
  for (double i = ceil (self->low / step); i * step <= self->high; i++)
    {
      const double     y = get_y (self, i * step);
      g_autofree char *number = march_words_for_number (i * step / M2_PER_KM2);

      gtk_snapshot_append_color (snapshot, &faint,
                                 &GRAPHENE_RECT_INIT ((float) START, (float) round (y),
                                                      (float) (end - START), 1));
      draw_text (self, snapshot, number, end + 6, y, 0, &dim);
    }
  draw_text (self, snapshot, first, START, days, 0, &dim);
  if (self->last > self->first)
    draw_text (self, snapshot, last, end, days, 1, &dim);
}

static const MarchAreaSide *
get_side (MarchAreaHistory *history, guint index)
{
  return &g_array_index (march_area_history_get_sides (history), MarchAreaSide, index);
}

/* Each line has its own dashes besides its holder's colour. */
static void
set_line (MarchAreaChart *self, cairo_t *cr, guint index)
{
  static const double  dashes[][2] = { { 0, 0 }, { 7, 3 }, { 2, 3 }, { 12, 4 } };
  const MarchActor    *holder = get_side (self->history, index)->holder;
  const MarchInk       ink = march_palette_get_ink (march_theme_get_current (), holder->palette);
  const guint          dash = index % G_N_ELEMENTS (dashes);

  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 1);
  cairo_set_line_width (cr, LINE);
  cairo_set_dash (cr, dashes[dash], dash == 0 ? 0 : 2, 0);
}

/* Where nothing is known the line is broken off. */
static void
draw_line (MarchAreaChart *self, cairo_t *cr, guint index)
{
  GArray  *steps = g_ptr_array_index (self->lines, index);
  gboolean drawing = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < steps->len; i++)
    {
      const MarchAreaStep *step = &g_array_index (steps, MarchAreaStep, i);
      const MarchDay until = i + 1 < steps->len ? step[1].from : MAX (self->last + 1, step->from);
      const double   x0 = get_x (self, step->from), x1 = get_x (self, until);

      if (isnan (step->m2))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, x0, get_y (self, step->m2));
      else
        cairo_move_to (cr, x0, get_y (self, step->m2));
      cairo_line_to (cr, MAX (x1, x0 + 1), get_y (self, step->m2));
      drawing = TRUE;
    }
  set_line (self, cr, index);
  cairo_stroke (cr);
}

static void
draw_day (MarchAreaChart *self, GtkSnapshot *snapshot, MarchDay day, const GdkRGBA *ink)
{
  const double bottom = get_bottom (self);

  if (day < self->first || day > self->last)
    return;
  gtk_snapshot_append_color (snapshot, ink,
                             &GRAPHENE_RECT_INIT ((float) round (get_x (self, day)), (float) TOP, 1,
                                                  (float) (bottom - TOP)));
}

static void
march_area_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchAreaChart *self = MARCH_AREA_CHART (widget);
  const int       width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA         ink, mark = { 0.11f, 0.44f, 0.85f, 1 };
  cairo_t        *cr;

  if (self->history == NULL || self->first > self->last)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  draw_grid (self, snapshot, &ink);
  draw_day (self, snapshot, self->day, &mark);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (self, cr, i);
  cairo_destroy (cr);
  if (self->reading != MARCH_DAY_MAX)
    draw_day (self, snapshot, self->reading, &ink);
}

static void
march_area_chart_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  const int height = (int) scale (MARCH_AREA_CHART (widget), HEIGHT);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : height;
}

/* What is read is the chart's value for those who don't see it, and its tooltip. */
static void
tell (MarchAreaChart *self)
{
  const MarchDay   day = self->reading != MARCH_DAY_MAX ? self->reading : self->day;
  g_autofree char *words = NULL;

  if (self->history == NULL)
    return;
  words = march_area_chart_read (self, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->first,
      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX (self->last, self->first),
      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) CLAMP (day, self->first, self->last),
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
set_reading (MarchAreaChart *self, MarchDay day)
{
  if (day == self->reading)
    return;
  self->reading = day;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (MarchAreaChart *self, double x, double y)
{
  set_reading (self, get_day (self, x));
}

static void
leave_cb (MarchAreaChart *self)
{
  set_reading (self, MARCH_DAY_MAX);
}

static void
choose (MarchAreaChart *self, MarchDay day)
{
  if (self->history != NULL && day != MARCH_DAY_MAX)
    g_signal_emit (self, chosen_signal, 0, (gint64) day);
}

static void
pressed_cb (MarchAreaChart *self, int n, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, get_day (self, x));
}

/* The next day of change in a direction, or the day itself at the end. */
static MarchDay
step (MarchAreaChart *self, MarchDay day, int direction)
{
  MarchDay best = day;

  for (guint i = 0; i < self->days->len; i++)
    {
      const MarchDay other = g_array_index (self->days, MarchDay, i);

      if (direction < 0 && other < day)
        best = other;
      if (direction > 0 && other > day && best == day)
        best = other;
    }
  return CLAMP (best, self->first, self->last);
}

static gboolean
key_pressed_cb (MarchAreaChart *self, guint key, guint code, GdkModifierType state)
{
  const MarchDay from = self->reading != MARCH_DAY_MAX ? self->reading : self->day;

  if (self->history == NULL || self->first > self->last)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      set_reading (self, step (self, from, -1));
      return TRUE;
    case GDK_KEY_Right:
      set_reading (self, step (self, from, 1));
      return TRUE;
    case GDK_KEY_Home:
      set_reading (self, self->first);
      return TRUE;
    case GDK_KEY_End:
      set_reading (self, self->last);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      choose (self, from);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
clear (MarchAreaChart *self)
{
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->history, march_area_history_unref);
  self->place = NULL;
}

static void
march_area_chart_finalize (GObject *object)
{
  MarchAreaChart *self = MARCH_AREA_CHART (object);

  clear (self);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (march_area_chart_parent_class)->finalize (object);
}

static void
march_area_chart_class_init (MarchAreaChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_area_chart_finalize;
  widget_class->snapshot = march_area_chart_snapshot;
  widget_class->measure = march_area_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "march-area-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  chosen_signal = g_signal_new ("day-chosen", MARCH_TYPE_AREA_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
add_controllers (MarchAreaChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
march_area_chart_init (MarchAreaChart *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->reading = MARCH_DAY_MAX;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Area over time"), -1);
  add_controllers (self);
}

/** march_area_chart_new: Returns: (transfer floating): an empty chart */
GtkWidget *
march_area_chart_new (void)
{
  return g_object_new (MARCH_TYPE_AREA_CHART, NULL);
}

static double
find_m2 (GArray *steps, MarchDay day)
{
  double m2 = NAN;

  for (guint i = 0; i < steps->len && g_array_index (steps, MarchAreaStep, i).from <= day; i++)
    m2 = g_array_index (steps, MarchAreaStep, i).m2;
  return m2;
}

/* Puts what a holder says on top of what is assessed, which it goes beyond: a line of its own far
 * below would leave no room for either to be seen changing. */
static GArray *
stack (GArray *said, GArray *assessed)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MarchAreaStep));

  for (guint i = 0, j = 0; i < said->len || j < assessed->len;)
    {
      const MarchDay one = i < said->len ? g_array_index (said, MarchAreaStep, i).from
                                         : MARCH_DAY_MAX;
      const MarchDay other = j < assessed->len ? g_array_index (assessed, MarchAreaStep, j).from
                                               : MARCH_DAY_MAX;
      MarchAreaStep  step = { MIN (one, other), find_m2 (said, MIN (one, other)) };
      const double   below = find_m2 (assessed, step.from);

      if (!isnan (below))
        step.m2 += below;
      g_array_append_val (steps, step);
      i += one == step.from;
      j += other == step.from;
    }
  return steps;
}

static GArray *
make_line (MarchAreaHistory *history, const MarchPlace *place, guint index)
{
  const MarchAreaSide *side = get_side (history, index);
  g_autoptr (GArray) own = march_area_history_list_steps (history, place, side);
  g_autoptr (GArray) assessed = NULL;

  if (!side->also)
    return g_steal_pointer (&own);
  assessed = march_area_history_list_steps (history, place, get_side (history, index - 1));
  return stack (own, assessed);
}

/**
 * march_area_chart_show:
 * @history: (nullable): what to draw; %NULL: nothing
 * @place: (nullable): of the history's corpus: where; %NULL: everywhere
 */
void
march_area_chart_show (MarchAreaChart   *chart,
                       MarchAreaHistory *history,
                       const MarchPlace *place)
{
  clear (chart);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
  if (history == NULL)
    return;
  chart->history = march_area_history_ref (history);
  chart->place = place;
  march_area_history_get_span (history, &chart->first, &chart->last);
  for (guint i = 0; i < march_area_history_get_sides (history)->len; i++)
    g_ptr_array_add (chart->lines, make_line (history, place, i));
  chart->days = march_area_history_list_changes (history, place);
  set_range (chart);
  tell (chart);
}

/** march_area_chart_find_step: Returns: of 1, 2 and 5 times a power of ten the greatest of which at
 * least two multiples lie in @low … @high */
double
march_area_chart_find_step (double low, double high)
{
  static const double parts[] = { 1, 0.5, 0.2, 0.1 };
  const double        power = pow (10, ceil (log10 (high - low)));

  g_return_val_if_fail (high > low, 1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (floor (high / (power * parts[i])) - ceil (low / (power * parts[i])) + 1 >= LEAST_LINES)
      return power * parts[i];
  return power * 0.05;
}

/** march_area_chart_set_day: @day: of the map, which is marked */
void
march_area_chart_set_day (MarchAreaChart *chart, MarchDay day)
{
  chart->day = day;
  tell (chart);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

/** march_area_chart_read: Returns: (transfer full): what the lines say of @day, in words; "" while
 * the chart is empty */
char *
march_area_chart_read (MarchAreaChart *chart, MarchDay day)
{
  g_autofree char *words = march_day_describe (day);
  GString         *text = g_string_new (words);

  if (chart->history == NULL)
    return g_string_free (g_string_truncate (text, 0), FALSE);
  for (guint i = 0; i < march_area_history_get_sides (chart->history)->len; i++)
    {
      const MarchAreaSide *side = get_side (chart->history, i);
      const double         m2 = march_area_history_measure (chart->history, chart->place, side,
                                                            day);
      g_autofree char     *name = march_area_side_describe (side, NULL);

      g_string_append (text, " · ");
      if (isnan (m2))
        /* Translators: a holder of whose land nothing is known on a day. */
        g_string_append_printf (text, _("%s: no data"), name);
      else
        {
          g_autofree char *area = march_area_to_words (m2);

          g_string_append_printf (text, "%s: %s", name, area);
        }
    }
  return g_string_free (text, FALSE);
}
