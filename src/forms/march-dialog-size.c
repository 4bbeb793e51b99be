/* march-dialog-size.c — how large a dialog over a window is, and how its columns stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-dialog-size.h"

#define HEIGHT 780
/* Columns stand side by side from here on, else below each other. */
#define BROAD 800

static void
width_cb (GtkWindow *dialog, GParamSpec *pspec, GtkOrientable *columns)
{
  int width = 0;

  g_object_get (dialog, "default-width", &width, NULL);
  gtk_orientable_set_orientation (columns, width >= BROAD ? GTK_ORIENTATION_HORIZONTAL
                                                          : GTK_ORIENTATION_VERTICAL);
  /* Below each other each is as high as it needs to be. */
  gtk_box_set_homogeneous (GTK_BOX (columns), width >= BROAD);
}

/** march_dialog_size_set: @width: as wide as @dialog is where @parent has that room; @columns:
 * (nullable): in it, which follow its width from now on */
void
march_dialog_size_set (GtkWindow *dialog, GtkWindow *parent, int width, GtkBox *columns)
{
  const int there = gtk_widget_get_width (GTK_WIDGET (parent));
  const int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (dialog, there > 0 ? MIN (width, there) : width,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
  if (columns == NULL)
    return;
  g_signal_connect_object (dialog, "notify::default-width", G_CALLBACK (width_cb), columns, 0);
  width_cb (dialog, NULL, GTK_ORIENTABLE (columns));
}
