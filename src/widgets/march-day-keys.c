/* march-day-keys.c — the keys that lead through the days, on the map and on the time line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-day-keys.h"

/**
 * march_day_keys_handle:
 * @widget: in a window with the actions "win.step" and "win.play"
 *
 * The brackets step to the change before and after, and the space bar plays.
 *
 * Returns: whether @key is one of them and did something
 */
gboolean
march_day_keys_handle (GtkWidget *widget, guint key)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  switch (key)
    {
    case GDK_KEY_bracketleft:
      return gtk_widget_activate_action (widget, "win.step", "i", -1);
    case GDK_KEY_bracketright:
      return gtk_widget_activate_action (widget, "win.step", "i", 1);
    case GDK_KEY_space:
      return gtk_widget_activate_action (widget, "win.play", NULL);
    default:
      return FALSE;
    }
}
