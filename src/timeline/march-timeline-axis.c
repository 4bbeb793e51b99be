/* march-timeline-axis.c — years, events, growing claims and the day of the map on one line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-axis-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "base/march-newest.h"
#include "widgets/march-day-keys.h"

#define PADDING 22
/* A drag this close to an event stands on it. */
#define SNAP 4
/* One this close to a day with data, too. */
#define DATA_SNAP 2
/* A click this close to a tick is one on it. */
#define TICK 6
#define LEAST_ROW 18
/* Between the years and the lower edge */
#define BELOW 5

G_DEFINE_FINAL_TYPE (MarchTimelineAxis, march_timeline_axis, GTK_TYPE_WIDGET)

static const MarchDossierFacts *
get_facts (MarchTimelineAxis *self)
{
  return march_corpus_get_facts (self->corpus);
}

/** march_timeline_axis_get_row: Returns: the height of a row of names in the current font, in
 * logical pixels */
double
march_timeline_axis_get_row (MarchTimelineAxis *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  /* Names are a sixth smaller than the font. */
  const double height = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE * 5 / 6;

  pango_font_metrics_unref (metrics);
  return MAX (ceil (height) + 1, LEAST_ROW);
}

/** march_timeline_axis_get_line: Returns: how far from its top the axis is, in logical pixels */
double
march_timeline_axis_get_line (MarchTimelineAxis *self)
{
  const double row = march_timeline_axis_get_row (self);

  return row + 12 + (self->rows > 0 ? (self->rows - 1) * row + 6 : 0);
}

/** march_timeline_axis_get_x: Returns: where @day stands */
double
march_timeline_axis_get_x (MarchTimelineAxis *self,
                           MarchDay           day)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  const double first = (double) get_facts (self)->first;
  const double last = (double) get_facts (self)->last;
  double part = ((double) CLAMP (day, get_facts (self)->first, get_facts (self)->last) - first)
                / MAX (last - first, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;
  return PADDING + part * width;
}

/** march_timeline_axis_get_day: Returns: the day that stands at @x, within the dossier's days */
MarchDay
march_timeline_axis_get_day (MarchTimelineAxis *self,
                             double             x)
{
  const double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING, 1);
  const double first = (double) get_facts (self)->first;
  const double last = (double) get_facts (self)->last;
  double       part = CLAMP ((x - PADDING) / width, 0, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;
  return (MarchDay) round (first + part * (last - first));
}

/** march_timeline_axis_describe: Returns: (transfer full) (nullable): the events at @x, one a line
 */
char *
march_timeline_axis_describe (MarchTimelineAxis *self,
                              double             x)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->events != NULL && i < self->events->len; i++)
    {
      const MarchTimelineEvent *event = self->events->pdata[i];
      g_autofree char          *words = NULL;

      if (fabs (march_timeline_axis_get_x (self, event->first) - x) > 6)
        continue;
      words = march_timeline_event_describe (event);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static gboolean
march_timeline_axis_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  MarchTimelineAxis *self = MARCH_TIMELINE_AXIS (widget);
  g_autofree char   *text = NULL;

  if (self->corpus == NULL || keyboard)
    return FALSE;
  if (y > march_timeline_axis_get_line (self) + 8)
    text = march_timeline_lanes_describe (self, march_timeline_axis_get_day (self, x));
  else
    text = march_timeline_axis_describe (self, x);
  if (text == NULL || text[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* A pixel is several days: none that a source has data of is passed over. */
static MarchDay
snap_to_data (MarchTimelineAxis *self, double x, MarchDay day)
{
  const MarchDay data = march_timeline_areas_snap (self, day);

  return data != MARCH_DAY_MAX && fabs (march_timeline_axis_get_x (self, data) - x) <= DATA_SNAP
             ? data
             : day;
}

static void
move_to (MarchTimelineAxis *self,
         double             x,
         gboolean           snap)
{
  MarchDay day = 0;
  double   least = SNAP;

  if (self->corpus == NULL)
    return;
  day = march_timeline_axis_get_day (self, x);
  for (guint i = 0; snap && i < self->events->len; i++)
    {
      const MarchTimelineEvent *event = self->events->pdata[i];
      const double distance = fabs (march_timeline_axis_get_x (self, event->first) - x);

      if (distance <= least)
        {
          least = distance;
          day = event->first;
        }
    }
  if (snap && least == SNAP)
    day = snap_to_data (self, x, day);
  march_session_set_as_of (self->session, day);
}

/* The event whose name is there. */
static const MarchTimelineEvent *
find_name (MarchTimelineAxis *self,
           double             x,
           double             y)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const MarchTimelineName *name = &g_array_index (self->names, MarchTimelineName, i);

      if (graphene_rect_contains_point (&name->area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return name->event;
    }
  return NULL;
}

/* The event whose tick is there, the nearest of several. */
static const MarchTimelineEvent *
find_tick (MarchTimelineAxis *self,
           double             x,
           double             y)
{
  const MarchTimelineEvent *found = NULL;
  double                    least = TICK;

  if (fabs (y - march_timeline_axis_get_line (self)) > TICK)
    return NULL;
  for (guint i = 0; i < self->events->len; i++)
    {
      const MarchTimelineEvent *event = self->events->pdata[i];
      const double distance = fabs (march_timeline_axis_get_x (self, event->first) - x);

      if (distance < least)
        {
          least = distance;
          found = event;
        }
    }
  return found;
}

/**
 * march_timeline_axis_click:
 * @x: in logical pixels
 * @y: the same
 *
 * What a click there does: a name or a tick leads to the day of its event, and to its page.
 *
 * Returns: FALSE if neither is there
 */
gboolean
march_timeline_axis_click (MarchTimelineAxis *self,
                           double             x,
                           double             y)
{
  const MarchTimelineEvent *event = NULL;

  g_return_val_if_fail (MARCH_IS_TIMELINE_AXIS (self), FALSE);
  if (self->corpus == NULL)
    return FALSE;
  event = find_name (self, x, y);
  if (event == NULL)
    event = find_tick (self, x, y);
  if (event == NULL)
    return FALSE;
  march_session_set_as_of (self->session, event->first);
  march_session_show_assertion (self->session, event->assertion);
  return TRUE;
}

static void
drag_begin_cb (MarchTimelineAxis *self,
               double             x,
               double             y)
{
  self->drag_x = x;
  self->drag_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->corpus != NULL && find_name (self, x, y) == NULL)
    move_to (self, x, TRUE);
}

static void
drag_update_cb (MarchTimelineAxis *self,
                double             dx,
                double             dy)
{
  if (self->corpus != NULL && find_name (self, self->drag_x, self->drag_y) == NULL)
    move_to (self, self->drag_x + dx, TRUE);
}

/* Pressed and let go in one place: a click. */
static void
drag_end_cb (MarchTimelineAxis *self,
             double             dx,
             double             dy)
{
  if (fabs (dx) < SNAP && fabs (dy) < SNAP)
    march_timeline_axis_click (self, self->drag_x, self->drag_y);
}

/* The event of the day shown. */
static gboolean
open_event (MarchTimelineAxis *self)
{
  const MarchTimelineEvent *event
      = march_timeline_find_event (self->events, march_session_get_as_of (self->session),
                                   G_MAXINT64);

  if (event != NULL)
    march_session_show_assertion (self->session, event->assertion);
  return event != NULL;
}

static gboolean
scroll_cb (MarchTimelineAxis *self,
           double             dx,
           double             dy)
{
  if (self->corpus != NULL)
    march_session_set_as_of (self->session, march_session_get_as_of (self->session)
                                                + (MarchDay) round ((dx + dy) * 7));
  return TRUE;
}

static gboolean
key_pressed_cb (MarchTimelineAxis *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  const int direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  MarchDay  day = 0;

  if (self->corpus == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  day = march_session_get_as_of (self->session);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      day -= key == GDK_KEY_Left ? direction : 1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      day += key == GDK_KEY_Right ? direction : 1;
      break;
    case GDK_KEY_Page_Up:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.month", "i", 1);
    case GDK_KEY_Page_Down:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.month", "i", -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return open_event (self);
    case GDK_KEY_Home:
      day = get_facts (self)->first;
      break;
    case GDK_KEY_End:
      day = get_facts (self)->last;
      break;
    default:
      return march_day_keys_handle (GTK_WIDGET (self), key);
    }
  march_session_set_as_of (self->session, day);
  return TRUE;
}

static void
day_changed_cb (MarchTimelineAxis *self)
{
  g_autofree char *day = NULL;
  g_autofree char *told = NULL;
  g_autofree char *words = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->corpus == NULL)
    return;
  day = march_day_describe (march_session_get_as_of (self->session));
  told = march_timeline_axis_tell (self);
  words = g_str_equal (day, told) ? g_strdup (day) : g_strdup_printf ("%s; %s", day, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) get_facts (self)->first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) get_facts (self)->last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) march_session_get_as_of (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MarchTimelineAxis) self = user_data;
  g_autoptr (GPtrArray)         lanes = march_timeline_lanes_finish (result, NULL);

  if (!march_newest_end (&self->counting, result))
    return;
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  self->lanes = g_steal_pointer (&lanes);
  g_ptr_array_set_size (self->claimants, 0);
  for (guint i = 0; i < self->lanes->len; i++)
    g_ptr_array_add (self->claimants,
                     (gpointer) ((MarchTimelineLane *) self->lanes->pdata[i])->actor);
  self->n_lanes = self->lanes->len;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
forget (MarchTimelineAxis *self)
{
  march_newest_stop (&self->counting);
  g_array_set_size (self->names, 0);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
}

static void
clear (MarchTimelineAxis *self)
{
  forget (self);
  g_ptr_array_set_size (self->claimants, 0);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->corpus, march_corpus_unref);
}

static gboolean
answers (MarchTimelineAxis *self,
         MarchSnapshot     *snapshot)
{
  const MarchQuestion *question = march_snapshot_get_question (snapshot);

  return self->events != NULL && march_snapshot_get_corpus (snapshot) == self->corpus
         && question->known_by == self->question.known_by
         && question->according_actor == self->question.according_actor
         && question->according_source == self->question.according_source;
}

/* Other records, another day of knowledge or another perspective: events and claims follow. A
 * claimant of whom nothing is left keeps the lane, so that the map stays as large as it is. */
static void
snapshot_changed_cb (MarchTimelineAxis *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);

  if (snapshot == NULL)
    {
      clear (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (answers (self, snapshot))
    return;
  if (march_snapshot_get_corpus (snapshot) != self->corpus)
    clear (self);
  forget (self);
  if (self->corpus == NULL)
    self->corpus = march_corpus_ref (march_snapshot_get_corpus (snapshot));
  self->question = *march_snapshot_get_question (snapshot);
  self->events = march_timeline_list_events (snapshot);
  self->areas = march_timeline_areas_list (snapshot);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  march_timeline_lanes_async (snapshot, march_session_list_changes (self->session),
                              self->claimants, march_newest_begin (&self->counting), counted_cb,
                              g_object_ref (self));
  day_changed_cb (self);
}

static void
march_timeline_axis_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  MarchTimelineAxis *self = MARCH_TIMELINE_AXIS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 600;
    }
  else
    {
      *minimum = *natural = (int) (march_timeline_axis_get_line (self)
                                   + march_timeline_lanes_measure (self)
                                   + march_timeline_axis_get_row (self))
                            + BELOW;
    }
}

static void
march_timeline_axis_dispose (GObject *object)
{
  clear (MARCH_TIMELINE_AXIS (object));
  g_clear_object (&MARCH_TIMELINE_AXIS (object)->session);
  G_OBJECT_CLASS (march_timeline_axis_parent_class)->dispose (object);
}

static void
march_timeline_axis_finalize (GObject *object)
{
  g_array_unref (MARCH_TIMELINE_AXIS (object)->names);
  g_ptr_array_unref (MARCH_TIMELINE_AXIS (object)->claimants);
  G_OBJECT_CLASS (march_timeline_axis_parent_class)->finalize (object);
}

static void
march_timeline_axis_class_init (MarchTimelineAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_timeline_axis_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_timeline_axis_finalize;
  widget_class->measure = march_timeline_axis_measure;
  widget_class->snapshot = march_timeline_axis_draw;
  widget_class->query_tooltip = march_timeline_axis_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "march-axis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
add_controllers (MarchTimelineAxis *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController
      *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
march_timeline_axis_init (MarchTimelineAxis *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->rows = 3;
  self->names = g_array_new (FALSE, FALSE, sizeof (MarchTimelineName));
  self->claimants = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day of the map"), -1);
  add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/** march_timeline_axis_set_session: @session: whose day is shown and moved; given once */
void
march_timeline_axis_set_session (MarchTimelineAxis *self,
                                 MarchSession      *session)
{
  g_return_if_fail (MARCH_IS_TIMELINE_AXIS (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_changed_cb), self,
                           G_CONNECT_SWAPPED);
  snapshot_changed_cb (self);
}

/** march_timeline_axis_set_rows: @rows: of event names, at most 3; 0: only that of the day shown */
void
march_timeline_axis_set_rows (MarchTimelineAxis *self,
                              guint              rows)
{
  g_return_if_fail (MARCH_IS_TIMELINE_AXIS (self));
  self->rows = MIN (rows, 3);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
