/* march-reader-clicks.c — single clicks on a text, told from those that select */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-reader-clicks.h"

struct _MarchReaderClicks
{
  GObject parent_instance;

  GtkTextView *view;    /* borrowed: it owns the controller that asks for this */
  guint        click;   /* id of the timeout, 0 for none */
  gboolean     pressed; /* the pointer's button is down on the text */
};

enum
{
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchReaderClicks, march_reader_clicks, G_TYPE_OBJECT)

/* A second press selects a word instead. */
static gboolean
click_cb (gpointer user_data)
{
  MarchReaderClicks *self = user_data;

  self->click = 0;
  g_signal_emit (self, signals[CLICKED], 0);
  return G_SOURCE_REMOVE;
}

static void
released (MarchReaderClicks *self, double x, double y)
{
  int         interval = 400;
  int         bx = 0, by = 0;
  GtkTextIter iter;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->view)), "gtk-double-click-time",
                &interval, NULL);
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx,
                                         &by);
  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->view))
      && gtk_text_view_get_iter_at_location (self->view, &iter, bx, by))
    self->click = g_timeout_add (interval, click_cb, self);
}

static void
find_release (MarchReaderClicks *self, GdkEvent *event)
{
  GtkNative       *native = gtk_widget_get_native (GTK_WIDGET (self->view));
  double           x = 0, y = 0, shift_x = 0, shift_y = 0;
  graphene_point_t place;

  if (!gdk_event_get_position (event, &x, &y)
      || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return;
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  if (gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->view),
                                &GRAPHENE_POINT_INIT (x - shift_x, y - shift_y), &place))
    released (self, place.x, place.y);
}

static gboolean
pointer_cb (MarchReaderClicks *self, GdkEvent *event, GtkEventController *controller)
{
  switch ((guint) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      g_clear_handle_id (&self->click, g_source_remove);
      self->pressed = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
      self->pressed = FALSE;
      find_release (self, event);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
march_reader_clicks_dispose (GObject *object)
{
  g_clear_handle_id (&MARCH_READER_CLICKS (object)->click, g_source_remove);
  G_OBJECT_CLASS (march_reader_clicks_parent_class)->dispose (object);
}

static void
march_reader_clicks_class_init (MarchReaderClicksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_reader_clicks_dispose;
  signals[CLICKED] = g_signal_new ("clicked", MARCH_TYPE_READER_CLICKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_reader_clicks_init (MarchReaderClicks *self)
{
}

/** march_reader_clicks_new: Returns: (transfer full): what watches @view, which outlives it */
MarchReaderClicks *
march_reader_clicks_new (GtkTextView *view)
{
  MarchReaderClicks  *self = g_object_new (MARCH_TYPE_READER_CLICKS, NULL);
  GtkEventController *pointer = gtk_event_controller_legacy_new ();

  self->view = view;
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_object (pointer, "event", G_CALLBACK (pointer_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), pointer);
  return self;
}

static gboolean
is_button_down (GtkWidget *widget)
{
  GtkNative      *native = gtk_widget_get_native (widget);
  GdkSeat        *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice      *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (native == NULL || pointer == NULL)
    return FALSE;
  gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, NULL, NULL, &state);
  return (state & GDK_BUTTON1_MASK) != 0;
}

/** march_reader_clicks_is_pressed: Returns: whether the pointer's button is down: there is more to
 * come */
gboolean
march_reader_clicks_is_pressed (MarchReaderClicks *self)
{
  /* A release may go to another widget alone, as to a menu that has opened meanwhile. */
  self->pressed = self->pressed && is_button_down (GTK_WIDGET (self->view));
  return self->pressed;
}
