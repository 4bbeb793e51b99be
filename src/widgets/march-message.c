/* march-message.c — a message or a question over a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-message.h"

#include "widgets/march-spoken-name.h"

/* Return is for the answer that is suggested; a mark is set by the space bar. A check button would
 * take it, and do nothing where it is set already. */
static gboolean
key_cb (GtkWindow *dialog, guint key)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
      || !GTK_IS_CHECK_BUTTON (gtk_window_get_focus (dialog)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  return GDK_EVENT_STOP;
}

/**
 * march_message_present:
 * @dialog: with all its responses
 *
 * Shows it. Its buttons are libadwaita's own, of which GTK 4.8 tells a screen reader the label with
 * its underscore and the text within: "_Save Save". Return gives the default response, also where a
 * check button has the focus.
 */
void
march_message_present (AdwMessageDialog *dialog)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  march_spoken_name_set_buttons (GTK_WIDGET (dialog));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), dialog, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  gtk_window_present (GTK_WINDOW (dialog));
}
