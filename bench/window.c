/* window.c — a window of the program that a benchmark uses */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include "window.h"

#include "app/march-application.h"
#include "app/march-installation.h"
#include "map/march-map-layer.h"

/* How long the program rests before it is used. */
#define REST_MS 1500

typedef struct
{
  GApplication *application;
  int           width, height;
  BenchUse      use;
} Run;

static gboolean
due_cb (gpointer due)
{
  *(gboolean *) due = TRUE;
  return G_SOURCE_REMOVE;
}

/** bench_run_for: lets the main loop run for so long */
void
bench_run_for (guint milliseconds)
{
  gboolean due = FALSE;

  g_timeout_add (milliseconds, due_cb, &due);
  while (!due)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_layer (GtkWidget *widget)
{
  GtkWidget *found = MARCH_IS_MAP_LAYER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_layer (child);
  return found;
}

/** bench_window_get_viewport: Returns: (transfer none): what its map shows */
ShumateViewport *
bench_window_get_viewport (MarchWindow *window)
{
  return shumate_layer_get_viewport (SHUMATE_LAYER (find_layer (GTK_WIDGET (window))));
}

static gboolean
use_cb (gpointer data)
{
  Run       *run = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (run->application));

  if (window == NULL || march_window_is_vacant (MARCH_WINDOW (window)))
    return G_SOURCE_CONTINUE;
  run->use (MARCH_WINDOW (window));
  g_application_quit (run->application);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, const Run *run)
{
  gtk_window_set_default_size (window, run->width, run->height);
}

/**
 * bench_window_run:
 * @argc: of @argv, the command line: the program and a dossier
 * @use: called once, when the dossier has been open for a while
 *
 * Starts the program in a window of @width × @height logical pixels, and ends it after @use.
 *
 * Returns: its exit status
 */
int
bench_window_run (int argc, char **argv, int width, int height, BenchUse use)
{
  g_autoptr (MarchApplication) application = NULL;
  Run run = { NULL, width, height, use };

  march_installation_prepare ();
  application = march_application_new (G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  run.application = G_APPLICATION (application);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &run);
  g_timeout_add (REST_MS, use_cb, &run);
  return g_application_run (run.application, argc, argv);
}
