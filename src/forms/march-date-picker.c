/* march-date-picker.c — a calendar for an entry in which a date is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-edtf.h"
#include "forms/march-date-picker.h"

/* GtkCalendar goes no further. */
#define LAST_YEAR 9999

/* What is open at an entry; the data of its popover. */
typedef struct
{
  GtkEntry    *entry;
  GtkCalendar *calendar;
  int          month; /* in view: years and months together */
} Picker;

static int
get_month (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

/* A day that was typed, in whatever way dates can be; else today. */
static MarchDay
read_day (GtkEntry *entry)
{
  g_autoptr (MarchEdtf) typed
      = march_edtf_new_from_words (gtk_editable_get_text (GTK_EDITABLE (entry)), NULL);
  const MarchDay first = march_day_from_ymd (1, 1, 1);
  const MarchDay last = march_day_from_ymd (LAST_YEAR, 12, 31);
  MarchPeriod    period;

  if (typed == NULL)
    return march_day_today ();
  period = *march_edtf_get_period (typed);
  return period.from_earliest >= first && period.from_earliest <= last ? period.from_earliest
                                                                       : march_day_today ();
}

static void
show_day (GtkCalendar *calendar, MarchDay day)
{
  gint64                year = 0;
  guint                 month = 0, day_of_month = 0;
  g_autoptr (GDateTime) date = NULL;

  march_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc ((int) year, (int) month, (int) day_of_month, 0, 0, 0);
  gtk_calendar_select_day (calendar, date);
}

static void
take_cb (GtkWidget *popover)
{
  Picker               *picker = g_object_get_data (G_OBJECT (popover), "march-picker");
  g_autoptr (GDateTime) date = gtk_calendar_get_date (picker->calendar);
  g_autofree char      *iso = g_date_time_format (date, "%Y-%m-%d");
  GtkEntry             *entry = picker->entry;

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), iso);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

/* To turn to another month is not to choose a day of it. */
static void
selected_cb (GtkWidget *popover)
{
  Picker   *picker = g_object_get_data (G_OBJECT (popover), "march-picker");
  const int month = get_month (picker->calendar);

  if (month == picker->month)
    take_cb (popover);
  picker->month = month;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not before it has let go of the focus. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
new_content (Picker *picker, GtkWidget *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *take = gtk_button_new_with_label (_("Take This Day"));

  gtk_widget_add_css_class (take, "flat");
  g_signal_connect_object (take, "clicked", G_CALLBACK (take_cb), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (picker->calendar));
  gtk_box_append (GTK_BOX (box), take);
  return box;
}

static void
open (GtkEntry *entry)
{
  GtkWidget   *popover = gtk_popover_new ();
  Picker      *picker = g_new0 (Picker, 1);
  GdkRectangle icon;

  picker->entry = entry;
  picker->calendar = GTK_CALENDAR (gtk_calendar_new ());
  show_day (picker->calendar, read_day (entry));
  picker->month = get_month (picker->calendar);
  g_object_set_data_full (G_OBJECT (popover), "march-picker", picker, g_free);
  gtk_popover_set_child (GTK_POPOVER (popover), new_content (picker, popover));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a day"), -1);
  gtk_widget_set_parent (popover, GTK_WIDGET (entry));
  gtk_entry_get_icon_area (entry, GTK_ENTRY_ICON_SECONDARY, &icon);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &icon);
  g_signal_connect_object (picker->calendar, "day-selected", G_CALLBACK (selected_cb), popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (picker->calendar));
}

static void
icon_cb (GtkEntry *entry, GtkEntryIconPosition position)
{
  open (entry);
}

static gboolean
open_cb (GtkWidget *entry, GVariant *arguments, gpointer data)
{
  open (GTK_ENTRY (entry));
  return TRUE;
}

/** march_date_picker_attach: gives @entry a calendar, by its icon or by Alt and the arrow down; the
 * day that is chosen is written as 2031-05-14, and whatever else a date can be is typed as before
 */
void
march_date_picker_attach (GtkEntry *entry)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY,
                                     "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _("Choose a day"));
  g_signal_connect (entry, "icon-press", G_CALLBACK (icon_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK),
                        gtk_callback_action_new (open_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
}
