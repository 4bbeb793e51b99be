/* march-adaptive-bin.c — a container that tells how much room there is and never asks for more than
 * a small window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-adaptive-bin.h"

#include "widgets/march-theme.h"

/* libadwaita 1.2 has no breakpoints. A child that is laid out for more room than there is would
 * keep the window from getting smaller, so this container asks for little, gives the child what it
 * needs, and tells in an idle, as properties must not change while sizes are being allocated. */

#define LEAST_WIDTH 640
#define LEAST_HEIGHT 440

struct _MarchAdaptiveBin
{
  AdwBin    parent;

  MarchRoom room;
  MarchRoom measured;
  guint     idle;
};

enum
{
  ROOM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchAdaptiveBin, march_adaptive_bin, ADW_TYPE_BIN)

/* Large text needs as much more room. */
static MarchRoom
room_of_width (double width)
{
  if (width < 860)
    return MARCH_ROOM_TIGHT;
  if (width < 1100)
    return MARCH_ROOM_NARROW;
  return width < 1280 ? MARCH_ROOM_MEDIUM : MARCH_ROOM_WIDE;
}

static gboolean
tell_cb (gpointer user_data)
{
  MarchAdaptiveBin *self = user_data;

  self->idle = 0;
  if (self->measured != self->room)
    {
      self->room = self->measured;
      g_signal_emit (self, signals[ROOM_CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
march_adaptive_bin_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  /* The window has a size of its own; asking all of its text what it would like costs more than
   * painting it. */
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
march_adaptive_bin_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MarchAdaptiveBin *self = MARCH_ADAPTIVE_BIN (widget);
  GtkWidget        *child = adw_bin_get_child (ADW_BIN (widget));
  int               least_width = 0;
  int               least_height = 0;

  self->measured = room_of_width (width / march_theme_get_text_scale (widget));
  if (self->measured != self->room && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), baseline, NULL);
}

static GtkSizeRequestMode
march_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
march_adaptive_bin_dispose (GObject *object)
{
  g_clear_handle_id (&MARCH_ADAPTIVE_BIN (object)->idle, g_source_remove);
  G_OBJECT_CLASS (march_adaptive_bin_parent_class)->dispose (object);
}

static void
march_adaptive_bin_class_init (MarchAdaptiveBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_adaptive_bin_dispose;
  widget_class->measure = march_adaptive_bin_measure;
  widget_class->size_allocate = march_adaptive_bin_size_allocate;
  widget_class->get_request_mode = march_adaptive_bin_get_request_mode;
  signals[ROOM_CHANGED] = g_signal_new ("room-changed", MARCH_TYPE_ADAPTIVE_BIN, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_adaptive_bin_init (MarchAdaptiveBin *self)
{
  self->room = MARCH_ROOM_WIDE;
  self->measured = MARCH_ROOM_WIDE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** march_adaptive_bin_get_room: Returns: how much room there was at the last signal "room-changed"
 */
MarchRoom
march_adaptive_bin_get_room (MarchAdaptiveBin *self)
{
  g_return_val_if_fail (MARCH_IS_ADAPTIVE_BIN (self), MARCH_ROOM_WIDE);
  return self->room;
}
