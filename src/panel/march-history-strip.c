/* march-history-strip.c — the history of a place as lanes over the years */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-history-strip-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static guint activated_signal;

G_DEFINE_FINAL_TYPE (MarchHistoryStrip, march_history_strip, GTK_TYPE_WIDGET)

static void
march_history_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchHistoryStrip *self = MARCH_HISTORY_STRIP (widget);

  if (self->history != NULL)
    march_history_strip_draw (self, snapshot);
}

static void
march_history_strip_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  MarchHistoryStrip *self = MARCH_HISTORY_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 340;
    }
  else
    *minimum = *natural = (int) march_history_strip_get_height (self);
}

static gboolean
query_tooltip_cb (MarchHistoryStrip *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const MarchStretch *stretch = keyboard ? NULL : march_history_strip_find_stretch (self, x, y);
  g_autofree char    *text = NULL;

  if (stretch != NULL)
    text = march_stretch_describe (stretch);
  else if (!keyboard)
    text = march_history_strip_describe_share (self, x, y);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
released_cb (MarchHistoryStrip *self, int n_press, double x, double y)
{
  const MarchStretch *stretch = march_history_strip_find_stretch (self, x, y);

  if (stretch != NULL)
    g_signal_emit (self, activated_signal, 0, stretch);
}

static const MarchStretch *
get_current (MarchHistoryStrip *self)
{
  const MarchLane *lane = NULL;

  if (self->history == NULL || self->lane >= (int) self->history->lanes->len)
    return NULL;
  lane = self->history->lanes->pdata[self->lane];
  return self->stretch < (int) lane->stretches->len ? lane->stretches->pdata[self->stretch] : NULL;
}

/* On the day shown. */
static char *
describe_shares (MarchHistoryStrip *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->shares->len; i++)
    {
      g_autofree char *line = march_share_lane_describe (self->shares->pdata[i], self->day);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
tell_current (MarchHistoryStrip *self)
{
  const MarchStretch *stretch = get_current (self);
  g_autofree char    *words = stretch == NULL ? g_strdup ("") : march_stretch_describe (stretch);
  g_autofree char    *shares = describe_shares (self);
  g_autofree char    *text
      = g_strconcat (words, *words != '\0' && *shares != '\0' ? "\n" : "", shares, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move (MarchHistoryStrip *self, int lanes, int stretches)
{
  int lane = self->lane + lanes;
  int stretch = self->stretch + stretches;
  int n_stretches;

  if (self->history == NULL || lane < 0 || lane >= (int) self->history->lanes->len)
    return FALSE;
  n_stretches = ((const MarchLane *) self->history->lanes->pdata[lane])->stretches->len;
  if (lanes != 0)
    stretch = CLAMP (stretch, 0, MAX (0, n_stretches - 1));
  if (stretch < 0 || stretch >= MAX (1, n_stretches))
    return FALSE;
  self->lane = lane;
  self->stretch = stretch;
  tell_current (self);
  return TRUE;
}

static gboolean
key_pressed_cb (MarchHistoryStrip *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return move (self, 0, -1);
    case GDK_KEY_Right:
      return move (self, 0, 1);
    case GDK_KEY_Up:
      return move (self, -1, 0);
    case GDK_KEY_Down:
      return move (self, 1, 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (get_current (self) != NULL)
        g_signal_emit (self, activated_signal, 0, get_current (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
march_history_strip_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_HISTORY_STRIP (object)->history, march_history_free);
  g_clear_pointer (&MARCH_HISTORY_STRIP (object)->shares, g_ptr_array_unref);
  G_OBJECT_CLASS (march_history_strip_parent_class)->finalize (object);
}

static void
march_history_strip_class_init (MarchHistoryStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_history_strip_finalize;
  widget_class->measure = march_history_strip_measure;
  widget_class->snapshot = march_history_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "historystrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  activated_signal = g_signal_new ("stretch-activated", MARCH_TYPE_HISTORY_STRIP, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
march_history_strip_init (MarchHistoryStrip *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager    *manager = adw_style_manager_get_default ();

  self->shares = g_ptr_array_new ();
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History of control and claims"), -1);
}

/* The keyboard starts where the eye does. */
static void
go_to_day (MarchHistoryStrip *self)
{
  const MarchLane *lane = NULL;

  self->lane = self->stretch = 0;
  if (self->history == NULL || self->history->lanes->len == 0)
    return;
  lane = self->history->lanes->pdata[0];
  for (guint i = 0; i < lane->stretches->len; i++)
    if (((const MarchStretch *) lane->stretches->pdata[i])->from <= self->day)
      self->stretch = (int) i;
}

/** march_history_strip_set_history: @history: (transfer full) (nullable): what to show */
void
march_history_strip_set_history (MarchHistoryStrip *strip, MarchHistory *history)
{
  g_clear_pointer (&strip->history, march_history_free);
  strip->history = history;
  go_to_day (strip);
  tell_current (strip);
  gtk_widget_queue_resize (GTK_WIDGET (strip));
}

/** march_history_strip_set_day: @day: where the marker stands */
void
march_history_strip_set_day (MarchHistoryStrip *strip, MarchDay day)
{
  strip->day = day;
  if (!gtk_widget_has_focus (GTK_WIDGET (strip)))
    go_to_day (strip);
  tell_current (strip);
  gtk_widget_queue_draw (GTK_WIDGET (strip));
}

/** march_history_strip_set_shares: @lanes: (element-type MarchShareLane): what holders have of the
 * place by imported areas */
void
march_history_strip_set_shares (MarchHistoryStrip *strip, GPtrArray *lanes)
{
  g_ptr_array_unref (strip->shares);
  strip->shares = g_ptr_array_ref (lanes);
  tell_current (strip);
  gtk_widget_queue_resize (GTK_WIDGET (strip));
}
