/* bench-empty-window.c — an empty libadwaita window with a libshumate map, the peer of our opening
 * time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <shumate/shumate.h>

/* Ends the program after the first frame that shows the map at its size. */
static gboolean
quit_after_frame_cb (GtkWidget     *map,
                     GdkFrameClock *clock,
                     gpointer       application)
{
  static int frames = 0;

  if (gtk_widget_get_width (map) > 0 && ++frames == 2)
    {
      g_print ("complete\n");
      g_application_quit (application);
    }
  return G_SOURCE_CONTINUE;
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *map = GTK_WIDGET (shumate_map_new ());

  gtk_widget_set_vexpand (map, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), map);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  gtk_widget_add_tick_callback (map, quit_after_frame_cb, application, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
