/* march-timeline.c — the day of the map: typed, picked, dragged, stepped and played */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline.h"

#include <glib/gi18n.h>

#include "base/march-typed-day.h"
#include "timeline/march-timeline-axis.h"
#include "widgets/march-spoken-name.h"

/* Playing rests on each change so long. */
#define REST_MS 1200

struct _MarchTimeline
{
  GtkBox             parent;

  MarchSession      *session;
  guint              play_timeout;
  gboolean           filling;

  /* Template children */
  GtkBox            *controls;
  GtkButton         *previous_button;
  GtkButton         *next_button;
  GtkButton         *play_button;
  GtkMenuButton     *date_button;
  GtkLabel          *date_label;
  GtkPopover        *date_popover;
  GtkEntry          *date_entry;
  GtkLabel          *date_note;
  GtkCalendar       *calendar;
  MarchTimelineAxis *axis;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchTimeline, march_timeline, GTK_TYPE_BOX)

static void
show_playing (MarchTimeline *self)
{
  const gboolean playing = self->play_timeout != 0;
  const char    *label = playing ? _("Pause") : _("Play from change to change");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static gboolean
play_cb (gpointer user_data)
{
  MarchTimeline *self = user_data;

  if (march_session_step (self->session, 1))
    return G_SOURCE_CONTINUE;
  self->play_timeout = 0;
  show_playing (self);
  return G_SOURCE_REMOVE;
}

static void
stop (MarchTimeline *self)
{
  g_clear_handle_id (&self->play_timeout, g_source_remove);
  show_playing (self);
}

static void
start (MarchTimeline *self)
{
  GPtrArray *changes = march_session_list_changes (self->session);

  if (changes->len == 0)
    return;
  /* At the end it starts again. */
  if (!march_session_step (self->session, 1))
    march_session_set_as_of (self->session, ((MarchChange *) changes->pdata[0])->day);
  self->play_timeout = g_timeout_add (REST_MS, play_cb, self);
  show_playing (self);
}

static void
day_changed_cb (MarchTimeline *self)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  if (march_session_get_corpus (self->session) == NULL)
    {
      stop (self);
      return;
    }
  words = march_day_describe (march_session_get_as_of (self->session));
  name = g_strdup_printf (_("Day of the map: %s"), words);
  gtk_label_set_text (self->date_label, words);
  march_spoken_name_set_menu_button (self->date_button, name);
}

static void
date_shown_cb (MarchTimeline *self)
{
  gint64               year;
  guint                month, day;
  g_autoptr (GDateTime) date = NULL;

  march_day_to_ymd (march_session_get_as_of (self->session), &year, &month, &day);
  date = g_date_time_new_local ((int) CLAMP (year, 1, 9999), (int) month, (int) day, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_note), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_entry));
}

/* A remark stays in view until the reader closes it. */
static void
say_of_date (MarchTimeline *self,
             const char    *words,
             gboolean       refused)
{
  gtk_label_set_text (self->date_note, words);
  gtk_widget_set_visible (GTK_WIDGET (self->date_note), TRUE);
  if (refused)
    gtk_widget_add_css_class (GTK_WIDGET (self->date_note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_note), "error");
}

static void
date_typed_cb (MarchTimeline *self)
{
  const char        *words = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));
  g_autoptr (GError) error = NULL;
  g_autofree char   *remark = NULL;

  if (self->session == NULL || march_session_get_corpus (self->session) == NULL)
    return;
  if (!march_timeline_go_to_words (self, words, &remark, &error))
    say_of_date (self, error->message, TRUE);
  else if (remark != NULL)
    say_of_date (self, remark, FALSE);
  else
    gtk_popover_popdown (self->date_popover);
}

static void
date_picked_cb (MarchTimeline *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->filling && self->session != NULL)
    march_session_set_as_of (self->session,
                             march_day_from_ymd (g_date_time_get_year (date),
                                                 (guint) g_date_time_get_month (date),
                                                 (guint) g_date_time_get_day_of_month (date)));
}

static void
take_session (MarchTimeline *self,
              MarchSession  *session)
{
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  march_timeline_axis_set_session (self->axis, session);
  day_changed_cb (self);
}

static void
march_timeline_set_property (GObject      *object,
                             guint         property,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      take_session (MARCH_TIMELINE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_timeline_dispose (GObject *object)
{
  MarchTimeline *self = MARCH_TIMELINE (object);

  g_clear_handle_id (&self->play_timeout, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_timeline_parent_class)->dispose (object);
}

static void
march_timeline_class_init (MarchTimelineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_timeline_set_property;
  object_class->dispose = march_timeline_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARCH_TYPE_TIMELINE_AXIS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-timeline.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchTimeline, name)
  BIND (controls);
  BIND (previous_button);
  BIND (next_button);
  BIND (play_button);
  BIND (date_button);
  BIND (date_label);
  BIND (date_popover);
  BIND (date_entry);
  BIND (date_note);
  BIND (calendar);
  BIND (axis);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, date_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_picked_cb);
}

static void
march_timeline_init (MarchTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_playing (self);
}

/** march_timeline_set_room: lays the timeline out for a window of that width */
void
march_timeline_set_room (MarchTimeline *self,
                         MarchRoom      room)
{
  const guint          rows[] = { 0, 0, 2, 3 };
  /* Where it is tight, the width of the axis counts for more than the height of the map. */
  const GtkOrientation orientation = room == MARCH_ROOM_NARROW ? GTK_ORIENTATION_HORIZONTAL
                                                               : GTK_ORIENTATION_VERTICAL;

  g_return_if_fail (MARCH_IS_TIMELINE (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->controls), orientation);
  gtk_box_set_spacing (self->controls, room == MARCH_ROOM_TIGHT ? 4 : 10);
  if (room == MARCH_ROOM_TIGHT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
  march_timeline_axis_set_rows (self->axis, rows[room]);
}

/** march_timeline_step_month: @months: how many to go on; the day of the month stays where that
 * month has it */
void
march_timeline_step_month (MarchTimeline *self,
                           int            months)
{
  gint64 year, count;
  guint  month, day;

  g_return_if_fail (MARCH_IS_TIMELINE (self));
  if (self->session == NULL || march_session_get_corpus (self->session) == NULL)
    return;
  march_day_to_ymd (march_session_get_as_of (self->session), &year, &month, &day);
  count = year * 12 + (gint64) month - 1 + months;
  year = count >= 0 ? count / 12 : -((11 - count) / 12);
  month = (guint) (count - year * 12) + 1;
  while (!march_day_is_valid_ymd (year, month, day))
    day--;
  march_session_set_as_of (self->session, march_day_from_ymd (year, month, day));
}

/** march_timeline_toggle_play: goes from change to change, or stops */
void
march_timeline_toggle_play (MarchTimeline *self)
{
  g_return_if_fail (MARCH_IS_TIMELINE (self));
  if (self->play_timeout != 0)
    stop (self);
  else if (self->session != NULL)
    start (self);
}

/**
 * march_timeline_go_to_words:
 * @words: a date, as EDTF or in plain words
 * @remark: (out) (nullable) (optional) (transfer full): which day was taken, where it is not
 * exactly what was typed
 * @error: %MARCH_ERROR_BAD_INPUT with a sentence on what was expected
 *
 * Moves to the day that march_typed_day_read() takes.
 *
 * Returns: FALSE if the words are no date, or there is no dossier
 */
gboolean
march_timeline_go_to_words (MarchTimeline *self,
                            const char    *words,
                            char         **remark,
                            GError       **error)
{
  MarchCorpus             *corpus = NULL;
  const MarchDossierFacts *facts = NULL;
  MarchDay                 day = 0;

  g_return_val_if_fail (MARCH_IS_TIMELINE (self), FALSE);
  corpus = march_session_get_corpus (self->session);
  g_return_val_if_fail (corpus != NULL, FALSE);
  facts = march_corpus_get_facts (corpus);
  if (!march_typed_day_read (words, facts->first, facts->last, &day, remark, error))
    return FALSE;
  march_session_set_as_of (self->session, day);
  return TRUE;
}
