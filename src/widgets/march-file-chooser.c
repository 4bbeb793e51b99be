/* march-file-chooser.c — files of some kinds are asked for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-file-chooser.h"

#include <glib/gi18n.h>

/* What the answer needs; the widget may be gone by then. */
typedef struct
{
  GtkWidget      *over; /* weak */
  MarchFileChosen chosen;
} Asking;

/**
 * march_file_chooser_add_filters:
 * @kinds: what such files are called, as “Areas and points”
 * @endings: (array zero-terminated): of their names
 *
 * Has @chooser list such files, or all if that is asked for.
 */
void
march_file_chooser_add_filters (GtkFileChooser    *chooser,
                                const char        *kinds,
                                const char *const *endings)
{
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, kinds);
  for (gsize i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (known, endings[i]);
  gtk_file_chooser_add_filter (chooser, known);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
response_cb (GtkNativeDialog *chooser, int response, Asking *asking)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;

  if (file != NULL && asking->over != NULL)
    asking->chosen (asking->over, file);
  g_clear_weak_pointer (&asking->over);
  g_free (asking);
  g_object_unref (chooser);
}

/**
 * march_file_chooser_open:
 * @over: what asks, in a window
 * @title: what is asked for
 * @accept: with a mnemonic: what is done with it
 * @kinds: as march_file_chooser_add_filters()
 * @endings: (array zero-terminated): likewise
 * @chosen: called with @over and the file, unless none is chosen or @over is gone
 *
 * Asks for a file to be read.
 */
void
march_file_chooser_open (GtkWidget         *over,
                         const char        *title,
                         const char        *accept,
                         const char        *kinds,
                         const char *const *endings,
                         MarchFileChosen    chosen)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (over)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, accept, NULL);
  Asking               *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->over, over);
  asking->chosen = chosen;
  march_file_chooser_add_filters (GTK_FILE_CHOOSER (chooser), kinds, endings);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
