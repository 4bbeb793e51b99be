/* march-message.c — a message or a question over a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-message.h"

#include "widgets/march-spoken-name.h"

/**
 * march_message_present:
 * @dialog: with all its responses
 *
 * Shows it. Its buttons are libadwaita's own, of which GTK 4.8 tells a screen reader the label with
 * its underscore and the text within: "_Save Save".
 */
void
march_message_present (AdwMessageDialog *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  march_spoken_name_set_buttons (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
