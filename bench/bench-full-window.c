/* bench-full-window.c — the program from its start to the first complete map, then out again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/march-application.h"
#include "app/march-installation.h"
#include "map/march-map-view.h"

static MarchMapView *
find_map (GtkWidget *widget)
{
  if (MARCH_IS_MAP_VIEW (widget))
    return MARCH_MAP_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MarchMapView *map = find_map (child);

      if (map != NULL)
        return map;
    }
  return NULL;
}

/* The frame after the one for which the picture was there has shown it. */
static gboolean
quit_after_map_cb (GtkWidget     *window,
                   GdkFrameClock *clock,
                   gpointer       application)
{
  static gboolean painted = FALSE;
  MarchMapView   *map = find_map (window);

  if (painted)
    {
      g_print ("complete\n");
      g_application_quit (application);
    }
  painted = map != NULL && march_map_view_is_painted (map);
  return G_SOURCE_CONTINUE;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  gtk_window_set_default_size (window, 1600, 900);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), quit_after_map_cb, application, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MarchApplication) application = NULL;

  march_installation_prepare ();
  application = march_application_new (G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
